"""Who is here: delegations that arrive and leave, and the line of who is called or speaks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from hemicycle.rules import conditions
from hemicycle.rules.commands import NoteConnection, NotePresence, Stamped
from hemicycle.rules.events import (
    DelegationArrived,
    DelegationLeft,
    Event,
    FloorPaused,
    SpeakerConnectionLost,
    SpeakerConnectionRestored,
)
from hemicycle.rules.floor import with_grant
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import OnDrop
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, GrantId, ParticipantId, RequestId


def note_presence(meeting: Meeting, stamped: Stamped, command: NotePresence) -> list[Event]:
    """Record an arrival or a departure once; refused ``stale`` where nothing changes."""
    conditions.from_agent(stamped, Agent.PRESENCE)
    conditions.procedure_of(meeting)
    conditions.not_adjourned(meeting)
    if command.delegation not in meeting.delegations:
        raise Refused("unknown-delegation", delegation=command.delegation)
    if command.present == (command.delegation in meeting.present):
        raise Refused("stale")
    if command.present:
        return [DelegationArrived(delegation=command.delegation, at=stamped.at)]
    return [DelegationLeft(delegation=command.delegation, at=stamped.at)]


def note_connection(meeting: Meeting, stamped: Stamped, command: NoteConnection) -> list[Event]:
    """The line of somebody called or speaking; refused ``stale`` for others and where nothing changes.

    Who speaks and has also raised a point of order has two lines in the log; one remark serves both.
    READINESS: the clock of whoever had the floor stands from the moment of the loss, where the body says so,
    until the chair lets it go on.
    """
    conditions.from_agent(stamped, Agent.PRESENCE)
    kind = SpeakerConnectionRestored if command.connected else SpeakerConnectionLost
    told: list[Event] = [
        kind(participant=command.participant, at=stamped.at, request=request, grant=grant)
        for request, grant, lost_at in _lines_of(meeting, command.participant)
        if command.connected != (lost_at is None)
    ]
    if not told:
        raise Refused("stale")
    return told if command.connected else [*told, *_held(meeting, stamped, command)]


def _held(meeting: Meeting, stamped: Stamped, command: NoteConnection) -> Iterator[FloorPaused]:
    """Clocks that ran when the line was lost; one that was interrupted stays where it stood then."""
    if conditions.procedure_of(meeting).on_drop is OnDrop.RUN:
        return
    lost = min(command.since or stamped.at, stamped.at)
    lost = lost.replace(microsecond=lost.microsecond // 1000 * 1000)
    for grant in meeting.floor:
        newly = grant.participant == command.participant and grant.connection_lost_at is None
        if newly and grant.paused_at is None:
            ran = max(lost, grant.runs_from or grant.started_at)
            yield FloorPaused(grant=grant.id, at=grant.interrupted_at or ran)


def _lines_of(
    meeting: Meeting, participant: ParticipantId
) -> Iterator[tuple[RequestId | None, GrantId | None, datetime | None]]:
    """Request, grant and since when the line is lost, wherever the participant is called or speaking."""
    if meeting.called is not None:
        called = meeting.requests[meeting.called.request]
        if called.participant == participant:
            yield called.id, None, meeting.called.connection_lost_at
    for grant in meeting.floor:
        if grant.participant == participant:
            yield grant.request, grant.id, grant.connection_lost_at


def on_presence(meeting: Meeting, event: DelegationArrived | DelegationLeft) -> Meeting:
    """Present, or no more."""
    match event:
        case DelegationArrived():
            return replace(meeting, present=meeting.present | {event.delegation})
        case DelegationLeft():
            return replace(meeting, present=meeting.present - {event.delegation})


def on_connection(meeting: Meeting, event: SpeakerConnectionLost | SpeakerConnectionRestored) -> Meeting:
    """The line's state stands at the call or at the frame of the floor."""
    lost_at = event.at if isinstance(event, SpeakerConnectionLost) else None
    if event.grant is not None:
        return with_grant(meeting, event.grant, connection_lost_at=lost_at)
    if meeting.called is None:
        return meeting
    return replace(meeting, called=replace(meeting.called, connection_lost_at=lost_at))
