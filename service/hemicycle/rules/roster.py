"""The copy of the seats that a live meeting holds: who may speak for each delegation (ROLE_LIMITS)."""

from dataclasses import replace

from hemicycle.rules import conditions
from hemicycle.rules.commands import ChangeRoster, Stamped
from hemicycle.rules.events import Event, RoleMoved
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import PENDING, Request
from hemicycle.rules.state.people import Seat
from hemicycle.rules.terms import Agent, Modality, Role


def change(meeting: Meeting, stamped: Stamped, command: ChangeRoster) -> list[Event]:
    """Seats change hands together; refused while one who would lose the speaker role has the floor."""
    conditions.from_agent(stamped, Agent.REGISTRY)
    conditions.procedure_of(meeting)
    conditions.not_adjourned(meeting)
    if command.policy < meeting.policy:
        raise Refused("wrong-policy", policy=meeting.policy)
    speaking = {g.participant for g in meeting.floor} - {None}
    events: list[Event] = []
    for move in command.moves:
        if move.delegation not in meeting.delegations:
            raise Refused("unknown-delegation", delegation=move.delegation)
        seat = meeting.roster.get(move.seat)
        former = seat.participant if seat is not None else None
        if former == move.participant:
            continue
        if move.role is Role.SPEAKER and former in speaking:
            raise Refused("holder-speaking", delegation=move.delegation)
        events.append(
            RoleMoved(
                delegation=move.delegation,
                seat=move.seat,
                modality=move.modality,
                role=move.role,
                former=former,
                holder=move.participant,
                policy=command.policy,
            )
        )
    return events


def on_moved(meeting: Meeting, event: RoleMoved) -> Meeting:
    """The seat's new holder; requests that the former would have spoken to pass to the new one."""
    roster = {k: v for k, v in meeting.roster.items() if k != event.seat}
    if event.holder is not None:
        roster[event.seat] = Seat(
            id=event.seat,
            delegation=event.delegation,
            modality=event.modality,
            role=event.role,
            participant=event.holder,
        )
    if event.role is not Role.SPEAKER:
        return replace(meeting, roster=roster, policy=event.policy)
    passed_on = {k for k, r in meeting.requests.items() if _goes_with_the_seat(r, event)}
    requests = {
        k: replace(r, participant=event.holder) if k in passed_on else r for k, r in meeting.requests.items()
    }
    called = meeting.called
    if called is not None and called.request in passed_on:
        called = replace(called, connection_lost_at=None)
    return replace(meeting, roster=roster, requests=requests, called=called, policy=event.policy)


def _goes_with_the_seat(request: Request, event: RoleMoved) -> bool:
    """The former holder's requests from there; online also those that waited for a remote speaker."""
    if request.state not in PENDING or request.modality is not event.modality:
        return False
    if event.former is None:
        waits = request.participant is None and event.modality is Modality.ONLINE
        return waits and request.delegation == event.delegation
    return request.participant == event.former
