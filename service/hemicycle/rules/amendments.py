"""Amendments to proposals, and the order in which they are put (AMENDMENTS).

The chair puts first what is furthest from the proposal; places count from 1 over all amendments to it.
"""

from dataclasses import replace

from hemicycle.rules import conditions, plenty, put
from hemicycle.rules.commands import OrderAmendments, Stamped, TableAmendment, WithdrawAmendment
from hemicycle.rules.events import AmendmentsOrdered, AmendmentTabled, AmendmentWithdrawn, Event
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.proposals import sponsors_of, text_of
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Amendment, ProposalState


def table_amendment(meeting: Meeting, stamped: Stamped, command: TableAmendment) -> list[Event]:
    """An amendment at its place, or after the others; those at and after the place move down by one.

    Refuses ``unknown-proposal``, ``proposal-over``, ``voting-begun``, ``blank-text``, ``bad-place``,
    ``unknown-delegation``, ``too-many-amendments``, ``too-many-documents``.
    """
    _to_work_on(meeting, stamped)
    proposal = put.tabled_proposal(meeting, command.proposal)
    if proposal.adopted_parts or proposal.rejected_parts:
        raise Refused("voting-begun", proposal=proposal.id)
    plenty.amendments(meeting, proposal)
    last = len([a for a in meeting.amendments.values() if a.proposal == proposal.id]) + 1
    place = last if command.place is None else command.place
    if not 1 <= place <= last:
        raise Refused("bad-place", last=last)
    return [
        AmendmentTabled(
            amendment=f"a{len(meeting.amendments) + 1}",
            proposal=proposal.id,
            text=text_of(command.text),
            place=place,
            at=stamped.at,
            symbol=None if command.symbol is None else text_of(command.symbol),
            sponsors=sponsors_of(meeting, command.sponsors),
        )
    ]


def order_amendments(meeting: Meeting, stamped: Stamped, command: OrderAmendments) -> list[Event]:
    """The chair's order of those that wait; refuses ``bad-amendment-order`` unless each is named once."""
    _to_work_on(meeting, stamped)
    proposal = put.tabled_proposal(meeting, command.proposal)
    waiting = [a.id for a in put.waiting(meeting, proposal.id)]
    if sorted(command.order) != sorted(waiting):
        raise Refused("bad-amendment-order", waiting=", ".join(waiting) or "none")
    return [AmendmentsOrdered(proposal=proposal.id, order=command.order, at=stamped.at)]


def withdraw_amendment(meeting: Meeting, stamped: Stamped, command: WithdrawAmendment) -> list[Event]:
    """Its sponsors take it back; refuses ``unknown-amendment`` and ``amendment-over``."""
    _to_work_on(meeting, stamped)
    amendment = put.tabled_amendment(meeting, command.amendment)
    return [AmendmentWithdrawn(amendment=amendment.id, at=stamped.at)]


def _to_work_on(meeting: Meeting, stamped: Stamped) -> None:
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    conditions.nothing_put(meeting)


def on_amendment_tabled(meeting: Meeting, event: AmendmentTabled) -> Meeting:
    """At its place; the others from there on move down."""
    moved = {
        key: replace(a, place=a.place + 1) if a.proposal == event.proposal and a.place >= event.place else a
        for key, a in meeting.amendments.items()
    }
    amendment = Amendment(
        id=event.amendment,
        proposal=event.proposal,
        text=event.text,
        place=event.place,
        symbol=event.symbol,
        sponsors=event.sponsors,
    )
    return replace(meeting, amendments={**moved, amendment.id: amendment})


def on_amendments_ordered(meeting: Meeting, event: AmendmentsOrdered) -> Meeting:
    """Those named take the places that they have among them, in the new order."""
    named = [key for key in dict.fromkeys(event.order) if key in meeting.amendments]
    places = sorted(meeting.amendments[key].place for key in named)
    placed = {
        key: replace(meeting.amendments[key], place=place) for key, place in zip(named, places, strict=True)
    }
    return replace(meeting, amendments={**meeting.amendments, **placed})


def on_amendment_withdrawn(meeting: Meeting, event: AmendmentWithdrawn) -> Meeting:
    """It is no longer before the body."""
    amendment = meeting.amendments.get(event.amendment)
    if amendment is None:
        return meeting
    withdrawn = replace(amendment, state=ProposalState.WITHDRAWN)
    return replace(meeting, amendments={**meeting.amendments, amendment.id: withdrawn})
