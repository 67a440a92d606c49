"""Whose console is there, and whether a remote speaker can be heard before she has the floor (READINESS).

The body's gate says what is asked for: a console that is connected, a test of the connection, a sound that
was found fit for interpretation. What nobody has looked at is not ready. The chair may decide otherwise, with
a reason.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import conditions
from hemicycle.rules.commands import GiveFloor, MarkSound, MarkTested, NoteReady, Stamped
from hemicycle.rules.events import (
    ConnectionTested,
    Event,
    ParticipantConnected,
    ReadinessOverridden,
    SoundMarked,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Readiness
from hemicycle.rules.terms import Agent, Capacity, Fitness, Modality, ParticipantId, RequestId, Role

TEST_HOLDS = timedelta(hours=12)
"""How long a test counts as one of today: a day's two meetings, in whatever zone the meeting is."""


def mark_sound(meeting: Meeting, stamped: Stamped, command: MarkSound) -> list[Event]:
    """Operator, interpreter or desk: the sound is fit for interpretation, or is not."""
    conditions.not_adjourned(meeting)
    _known(meeting, command.participant)
    if _of(meeting, command.participant).sound is command.fitness:
        return []
    by = stamped.actor.capacity or Capacity.OPERATOR
    return [SoundMarked(participant=command.participant, fitness=command.fitness, by=by, at=stamped.at)]


def mark_tested(meeting: Meeting, stamped: Stamped, command: MarkTested) -> list[Event]:
    """The connection was tested with this participant; a test that failed undoes those before it."""
    conditions.not_adjourned(meeting)
    _known(meeting, command.participant)
    return [ConnectionTested(participant=command.participant, passed=command.passed, at=stamped.at)]


def note_ready(meeting: Meeting, stamped: Stamped, command: NoteReady) -> list[Event]:
    """The console of whoever is followed is there or gone; ``stale`` for others, or where it is known."""
    conditions.from_agent(stamped, Agent.PRESENCE)
    conditions.not_adjourned(meeting)
    unchanged = _of(meeting, command.participant).connected == command.connected
    if unchanged or command.participant not in followed(meeting):
        raise Refused("stale")
    return [ParticipantConnected(participant=command.participant, connected=command.connected, at=stamped.at)]


def gated(meeting: Meeting, stamped: Stamped, command: GiveFloor, given: list[Event]) -> list[Event]:
    """``given``, what giving the floor leads to, if the speaker called is ready or the chair overrides it."""
    called = meeting.called
    if called is None:
        return given
    request = meeting.requests[called.request]
    missing = lacking(meeting, request.modality, request.participant, stamped.at)
    return [*overridden(stamped, missing, command.override, request=request.id), *given]


def overridden(
    stamped: Stamped,
    missing: tuple[str, ...],
    override: str | None,
    *,
    request: RequestId | None = None,
    participant: ParticipantId | None = None,
) -> list[Event]:
    """The departure on record, where something is missing; refuses ``not-ready`` without a reason."""
    if not missing:
        return []
    if override is None or not override.strip():
        raise Refused("not-ready", lacking=", ".join(missing))
    return [
        ReadinessOverridden(
            request=request, lacking=missing, at=stamped.at, reason=stamped.id, participant=participant
        )
    ]


def lacking(
    meeting: Meeting, modality: Modality, participant: ParticipantId | None, at: datetime
) -> tuple[str, ...]:
    """Of ``connected``, ``tested``, ``sound``: what the body asks for and this remote speaker has not."""
    if meeting.procedure is None or modality is not Modality.ONLINE:
        return ()
    gate, ready = meeting.procedure.gate, _of(meeting, participant)
    tested = ready.tested_at is not None and at - ready.tested_at < TEST_HOLDS
    checks = (
        ("connected", gate.connected, ready.connected),
        ("tested", gate.tested, tested),
        ("sound", gate.sound, ready.sound is Fitness.FIT),
    )
    return tuple(name for name, asked, found in checks if asked and not found)


def remote_speakers(meeting: Meeting) -> frozenset[ParticipantId]:
    """Who holds a seat of an online speaker."""
    return frozenset(
        s.participant
        for s in meeting.roster.values()
        if s.modality is Modality.ONLINE and s.role is Role.SPEAKER
    )


def followed(meeting: Meeting) -> frozenset[ParticipantId]:
    """Whose consoles the log is told of: those of remote speakers and of the booths' interpreters."""
    return remote_speakers(meeting).union(
        i.participant for booth in meeting.booths.values() for i in booth.interpreters
    )


def is_lost(meeting: Meeting, participant: ParticipantId | None) -> bool:
    """Whether her console was there and has gone; of one that was never there nothing is known."""
    line = _of(meeting, participant)
    return not line.connected and line.since is not None


def _of(meeting: Meeting, participant: ParticipantId | None) -> Readiness:
    return meeting.readiness.get(participant or "", Readiness())


def _known(meeting: Meeting, participant: ParticipantId) -> None:
    if participant not in meeting.podium and meeting.seat_of(participant) is None:
        raise Refused("unknown-person", participant=participant)


def _with(meeting: Meeting, participant: ParticipantId, readiness: Readiness) -> Meeting:
    return replace(meeting, readiness={**meeting.readiness, participant: readiness})


def on_participant_connected(meeting: Meeting, event: ParticipantConnected) -> Meeting:
    """The console is there, or no more."""
    ready = replace(_of(meeting, event.participant), connected=event.connected, since=event.at)
    return _with(meeting, event.participant, ready)


def on_sound_marked(meeting: Meeting, event: SoundMarked) -> Meeting:
    """What was found of the sound."""
    return _with(meeting, event.participant, replace(_of(meeting, event.participant), sound=event.fitness))


def on_connection_tested(meeting: Meeting, event: ConnectionTested) -> Meeting:
    """When the connection was last found good."""
    tested_at = event.at if event.passed else None
    return _with(meeting, event.participant, replace(_of(meeting, event.participant), tested_at=tested_at))


def on_readiness_overridden(meeting: Meeting, event: ReadinessOverridden) -> Meeting:  # noqa: ARG001 - the event is the record
    """The floor follows; the departure is on record and changes nothing else."""
    return meeting
