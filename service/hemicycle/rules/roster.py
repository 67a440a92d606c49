"""The copy of the seats that a live meeting holds: who may speak for each delegation (ROLE_LIMITS)."""

from dataclasses import replace

from hemicycle.rules import conditions
from hemicycle.rules.commands import ChangeRoster, Stamped
from hemicycle.rules.events import Event, RoleMoved
from hemicycle.rules.meeting import PENDING, Meeting, Request, Seat
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, Role


def change(meeting: Meeting, stamped: Stamped, command: ChangeRoster) -> list[Event]:
    """Seats change hands together; refused while one who would lose the speaker role has the floor."""
    conditions.from_agent(stamped, Agent.REGISTRY)
    conditions.procedure_of(meeting)
    conditions.not_adjourned(meeting)
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
    requests = meeting.requests
    if event.role is Role.SPEAKER and event.former is not None:
        requests = {k: _passed_on(r, event) for k, r in requests.items()}
    return replace(meeting, roster=roster, requests=requests, policy=event.policy)


def _passed_on(request: Request, event: RoleMoved) -> Request:
    if request.participant == event.former and request.state in PENDING:
        return replace(request, participant=event.holder)
    return request
