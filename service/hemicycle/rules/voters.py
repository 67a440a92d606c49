"""Who decides: the voters of a body, their votes, and the quorum of a decision (VOTES, DECIDE_QUORUM)."""

from hemicycle.rules import bodies
from hemicycle.rules.conditions import procedure_of
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Decisions
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Category, DelegationId, ItemId


def rules_of(meeting: Meeting) -> Decisions:
    """How this body decides; refuses ``no-decisions`` where its procedure provides for none."""
    found = procedure_of(meeting).decisions
    if found is None:
        raise Refused("no-decisions")
    return found


def voters(meeting: Meeting, item: ItemId | None) -> tuple[Delegation, ...]:
    """The delegations that have a vote on a question of this item, an organization through its members."""
    concerned, categories = bodies.concerned(meeting, item), rules_of(meeting).voters
    return tuple(
        d
        for d in meeting.delegations.values()
        if d.id in concerned and d.category in categories and weight_of(meeting, d.id, item) > 0
    )


def states(meeting: Meeting, item: ItemId | None) -> frozenset[DelegationId]:
    """Those of the voters that are States: the base of the quorum, and of the votes that there are."""
    return frozenset(d.id for d in voters(meeting, item) if d.category is not Category.REIO)


def weight_of(meeting: Meeting, delegation: DelegationId, item: ItemId | None = None) -> int:
    """How many votes it casts: a State one, an organization those of its members that may vote here."""
    found = meeting.delegations.get(delegation)
    if found is None:
        return 0
    if found.category is not Category.REIO:
        return 1
    categories, concerned = rules_of(meeting).voters, bodies.concerned(meeting, item)
    members = {m for m in found.members if m in concerned}
    return sum(
        meeting.delegations[m].category in categories and meeting.delegations[m].category is not Category.REIO
        for m in members
    )


def voter(meeting: Meeting, delegation: DelegationId, item: ItemId | None) -> DelegationId:
    """The delegation, as one that takes part in decisions; refuses ``not-a-voter``."""
    if delegation not in {d.id for d in voters(meeting, item)}:
        raise Refused("not-a-voter", delegation=delegation)
    return delegation


def quorum(meeting: Meeting, item: ItemId | None, present: frozenset[DelegationId]) -> tuple[int, int]:
    """The States present and those registered; refuses ``no-decide-quorum`` unless the body may decide."""
    registered = states(meeting, item)
    there, needed = len(registered & present), rules_of(meeting).quorum.needed(len(registered))
    if there < needed and not rules_of(meeting).quorum.waived:
        raise Refused("no-decide-quorum", present=there, of=len(registered), needed=needed)
    return there, len(registered)


def represented(
    meeting: Meeting, delegations: frozenset[DelegationId], item: ItemId | None
) -> frozenset[DelegationId]:
    """The States whose votes these delegations can cast: their own, or those of their members."""
    own = states(meeting, item)
    votes = {
        d for organization in organizations(meeting, delegations) for d in organization.members if d in own
    }
    return (own & delegations) | votes


def organizations(meeting: Meeting, delegations: frozenset[DelegationId]) -> tuple[Delegation, ...]:
    """Which of these are regional economic integration organizations."""
    known = (meeting.delegations[d] for d in delegations if d in meeting.delegations)
    return tuple(d for d in known if d.category is Category.REIO)
