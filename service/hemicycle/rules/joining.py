"""Joint statements: asked to join, joined, declined, and left again (STATEMENT_ORDER, ONE_REQUEST).

Nobody acts for another delegation: one that is asked to join is no part of the statement before it says so,
and may ask for the floor for itself all the while. What comes on a paper slip is joined at once: the desk has
seen who signed.
"""

from hemicycle.rules import bodies, conditions, limits, plenty
from hemicycle.rules.admission import Ask
from hemicycle.rules.commands import DeclineToJoin, JoinStatement, RequestFloor, Stamped
from hemicycle.rules.events import Event, JoiningDeclined, SharingEnded, StatementJoined
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import PENDING, WAITING, Request
from hemicycle.rules.terms import DelegationId, GroupId, ItemId, RequestKind

Partners = tuple[DelegationId, ...]


def partners(meeting: Meeting, item: ItemId, speaker: DelegationId, ask: Ask) -> tuple[Partners, Partners]:
    """Who makes the statement with the ``speaker``, and who is asked to and has not joined yet.

    Refuses ``joint-with-itself``, ``unknown-delegation``, ``by-invitation``; to the desk ``joint-inscribed``
    and ``statements-used-up`` of each; to a delegate ``too-many-named``.
    """
    others = tuple(dict.fromkeys(ask.joint))
    for other in others:
        _may_be_named(meeting, speaker, other)
    if isinstance(ask, RequestFloor):
        plenty.named(meeting, speaker, others)
        return (), others
    for other in others:
        _may_share(meeting, item, ask.on_behalf_of, other)
    return others, ()


def free_to_ask(meeting: Meeting, item: ItemId, group: GroupId | None, delegation: DelegationId) -> None:
    """Refuse ``in-joint-statement`` to a delegation that has joined a statement of this item and group."""
    for request in _statements(meeting, item, group):
        if delegation in request.joint:
            raise Refused("in-joint-statement", request=request.id)


def join_statement(meeting: Meeting, stamped: Stamped, command: JoinStatement) -> list[Event]:
    """The delegation makes the statement too, which then counts as its own.

    Refuses ``not-named``, ``not-waiting``, ``joint-inscribed``, ``statements-used-up``, ``not-of-this-body``.
    """
    found, delegation = _named(meeting, stamped, command)
    item = conditions.known_item(meeting, found.item)
    bodies.require_concerned(meeting, item, delegation)
    _may_share(meeting, item, found.on_behalf_of, delegation)
    return [StatementJoined(request=found.id, delegation=delegation, at=stamped.at)]


def decline_to_join(meeting: Meeting, stamped: Stamped, command: DeclineToJoin) -> list[Event]:
    """It is asked no more; refuses ``not-named`` and ``not-waiting``."""
    found, delegation = _named(meeting, stamped, command)
    return [JoiningDeclined(request=found.id, delegation=delegation, at=stamped.at)]


def _named(
    meeting: Meeting, stamped: Stamped, command: JoinStatement | DeclineToJoin
) -> tuple[Request, DelegationId]:
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    delegation = conditions.delegation_of(meeting, stamped, command.delegation).id
    found = conditions.pending_request(meeting, command.request)
    if delegation not in found.named:
        raise Refused("not-named", delegation=delegation, request=found.id)
    if found.state not in WAITING:
        raise Refused("not-waiting", request=found.id, state=found.state)
    return found, delegation


def _may_be_named(meeting: Meeting, speaker: DelegationId, other: DelegationId) -> None:
    if other not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=other)
    if other == speaker:
        raise Refused("joint-with-itself")
    by_invitation = conditions.procedure_of(meeting).by_invitation
    if meeting.delegations[other].category in by_invitation and other not in meeting.invited:
        raise Refused("by-invitation")


def _may_share(meeting: Meeting, item: ItemId, group: GroupId | None, other: DelegationId) -> None:
    """ONE_REQUEST: a delegation shares a joint statement instead of its own, not beside it."""
    for request in _statements(meeting, item, group):
        if other in {request.delegation, *request.joint}:
            raise Refused("joint-inscribed", delegation=other)
    if group is None:
        limits.statement_left(meeting, item, other)


def _statements(meeting: Meeting, item: ItemId, group: GroupId | None) -> list[Request]:
    return [
        r
        for r in meeting.requests.values()
        if r.kind is RequestKind.STATEMENT
        and r.state in PENDING
        and (r.item, r.on_behalf_of) == (item, group)
    ]


def on_statement_joined(meeting: Meeting, event: StatementJoined) -> Meeting:
    """One more makes the statement."""
    found = meeting.requests.get(event.request)
    if found is None:
        return meeting
    joint = tuple(dict.fromkeys((*found.joint, event.delegation)))
    return with_request(meeting, found.id, joint=joint, named=_without(found.named, event.delegation))


def on_joining_declined(meeting: Meeting, event: JoiningDeclined) -> Meeting:
    """The statement stands without it."""
    found = meeting.requests.get(event.request)
    named = () if found is None else _without(found.named, event.delegation)
    return with_request(meeting, event.request, named=named)


def on_sharing_ended(meeting: Meeting, event: SharingEnded) -> Meeting:
    """The others still make the joint statement."""
    found = meeting.requests.get(event.request)
    joint = () if found is None else _without(found.joint, event.delegation)
    return with_request(meeting, event.request, joint=joint)


def _without(partners: Partners, delegation: DelegationId) -> Partners:
    return tuple(d for d in partners if d != delegation)
