"""Points of order: the chair rules at once; the interrupted speaker goes on (POINT_OF_ORDER)."""

from dataclasses import replace

from hemicycle.rules import conditions, stack, turns
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.commands import Rule, Stamped
from hemicycle.rules.events import Event, RulingMade
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.motions import Ruling
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import RequestKind, RequestState


def admit_point(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """POINT_OF_ORDER: while the meeting is in session, by the categories that the body's rules name."""
    procedure = conditions.procedure_of(meeting)
    conditions.in_session(meeting)
    if ask.item is not None:
        conditions.known_item(meeting, ask.item)
    if delegation.category not in procedure.points_of_order:
        raise Refused("observers-may-not")
    tier = procedure.tier_for(delegation.category, on_behalf_of=False) or 0
    return Admission(item=meeting.item, tier=tier, seconds=procedure.point_of_order_seconds)


def rule(meeting: Meeting, stamped: Stamped, command: Rule) -> list[Event]:
    """The ruling ends the point; who was interrupted has the floor and the time left again."""
    conditions.presiding(meeting, stamped.actor)
    grant = meeting.speaking
    if grant is None or grant.kind is not RequestKind.POINT_OF_ORDER or grant.request is None:
        raise Refused("no-point-on-the-floor")
    ruling = RulingMade(
        request=grant.request,
        grant=grant.id,
        upheld=command.upheld,
        by=meeting.presiding,
        at=stamped.at,
    )
    point = meeting.requests[grant.request]
    return [ruling, *stack.returned(meeting, stamped.at, without=point)]


def on_ruling(meeting: Meeting, event: RulingMade) -> Meeting:
    """The point has been dealt with and leaves the floor; the ruling may be appealed against."""
    point = meeting.requests.get(event.request)
    if point is None:
        return meeting
    grant = next((g for g in meeting.floor if g.id == event.grant), None)
    if grant is not None:
        meeting = turns.ended(meeting, grant, at=event.at, spoken=grant.spoken(event.at))
    changed = with_request(meeting, event.request, state=RequestState.DELIVERED, left=None, ended_at=event.at)
    ruling = Ruling(request=point.id, delegation=point.delegation, upheld=event.upheld, at=event.at)
    return replace(
        changed,
        ruling=ruling,
        floor=tuple(g for g in meeting.floor if g.id != event.grant),
        delivered=(*meeting.delivered, event.request),
    )
