"""Statements: who may ask for one, and where it stands on the list (STATEMENT_ORDER, LIST_CLOSE)."""

from hemicycle.rules import conditions, items
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation


def admit(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """A statement on an item whose list is open."""
    procedure = conditions.procedure_of(meeting)
    item = conditions.known_item(meeting, ask.item)
    items.accepting(meeting, item)
    tier = procedure.tier_for(delegation.category, on_behalf_of=ask.on_behalf_of is not None)
    if tier is None:
        raise Refused("no-tier")
    return Admission(item=item, tier=tier, seconds=procedure.tiers[tier].seconds)
