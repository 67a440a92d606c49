"""Statements: who may ask for one, and where it stands on the list (STATEMENT_ORDER, ONE_REQUEST)."""

from hemicycle.rules import conditions, items, joining, limits
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import SpeakerRank


def admit(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """A statement on an item whose list is open, in the segment that is open now; alone or with others."""
    procedure = conditions.procedure_of(meeting)
    item = conditions.known_item(meeting, ask.item)
    items.accepting(meeting, item)
    tier = procedure.tier_for(delegation.category, on_behalf_of=ask.on_behalf_of is not None)
    if tier is None:
        raise Refused("no-tier")
    joining.free_to_ask(meeting, item, ask.on_behalf_of, delegation.id)
    if ask.on_behalf_of is None:
        limits.statement_left(meeting, item, delegation.id)
    joint, named = joining.partners(meeting, item, delegation.id, ask)
    segment = meeting.segments.get(item, 0)
    return Admission(
        item=item,
        tier=tier,
        seconds=limits.seconds_for(meeting, item, tier, segment),
        segment=segment,
        rank=ask.rank if _by_rank(procedure, segment) else SpeakerRank.OTHER,
        joint=joint,
        named=named,
    )


def _by_rank(procedure: Procedure, segment: int) -> bool:
    return segment < len(procedure.segments) and procedure.segments[segment].by_rank
