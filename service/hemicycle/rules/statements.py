"""Statements: who may ask for one, and where it stands on the list (STATEMENT_ORDER, ONE_REQUEST)."""

from hemicycle.rules import conditions, items, limits
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import DelegationId, ItemId, RequestKind, SpeakerRank


def admit(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """A statement on an item whose list is open, in the segment that is open now; alone or with others."""
    procedure = conditions.procedure_of(meeting)
    item = conditions.known_item(meeting, ask.item)
    items.accepting(meeting, item)
    tier = procedure.tier_for(delegation.category, on_behalf_of=ask.on_behalf_of is not None)
    if tier is None:
        raise Refused("no-tier")
    _shares_another(meeting, item, delegation.id)
    for other in ask.joint:
        _may_share(meeting, item, delegation.id, other)
    if ask.on_behalf_of is None:
        for sharing in (delegation.id, *ask.joint):
            limits.statement_left(meeting, item, sharing)
    segment = meeting.segments.get(item, 0)
    return Admission(
        item=item,
        tier=tier,
        seconds=limits.seconds_for(meeting, item, tier, segment),
        segment=segment,
        rank=ask.rank if _by_rank(procedure, segment) else SpeakerRank.OTHER,
        joint=tuple(dict.fromkeys(ask.joint)),
    )


def _by_rank(procedure: Procedure, segment: int) -> bool:
    return segment < len(procedure.segments) and procedure.segments[segment].by_rank


def _may_share(meeting: Meeting, item: ItemId, speaker: DelegationId, other: DelegationId) -> None:
    """ONE_REQUEST: a delegation shares a joint statement instead of its own, not beside it."""
    if other not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=other)
    if other == speaker:
        raise Refused("joint-with-itself")
    by_invitation = conditions.procedure_of(meeting).by_invitation
    if meeting.delegations[other].category in by_invitation and other not in meeting.invited:
        raise Refused("by-invitation")
    for request in meeting.requests.values():
        waits = request.kind is RequestKind.STATEMENT and request.state in PENDING
        if waits and request.item == item and other in {request.delegation, *request.joint}:
            raise Refused("joint-inscribed", delegation=other)


def _shares_another(meeting: Meeting, item: ItemId, delegation: DelegationId) -> None:
    for request in meeting.requests.values():
        if request.item == item and request.state in PENDING and delegation in request.joint:
            raise Refused("in-joint-statement", request=request.id)
