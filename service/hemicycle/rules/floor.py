"""Giving the floor, speaking time, and the end of a statement (TIME_LIMIT, SECRETARIAT_FLOOR).

What interrupts what stands in ``stack``.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import appeals, conditions, debates, stack, texts, turns
from hemicycle.rules.commands import ElapseSpeakingTime, ExtendTime, GiveFloorTo, Stamped
from hemicycle.rules.events import (
    Event,
    FloorGiven,
    FloorPaused,
    FloorResumed,
    FloorReturned,
    SpeakingTimeElapsed,
    StatementEnded,
    TimeExtended,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import OnOverrun
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import Grant, Level
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import Agent, Capacity, EndedBy, HolderKind, RequestKind, RequestState

_MS = timedelta(milliseconds=1)


def give(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Give the floor to the speaker called, for the limit of the tier or for the time held."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    if meeting.called is None:
        raise Refused("nobody-called")
    request = meeting.requests[meeting.called.request]
    time = timedelta(seconds=request.seconds) if request.left is None else request.left
    return [
        FloorGiven(
            grant=meeting.grants + 1,
            kind=request.kind,
            holder=Holder(kind=HolderKind.DELEGATION, ref=request.delegation),
            at=stamped.at,
            ends_at=stamped.at + time,
            item=request.item,
            request=request.id,
            participant=request.participant,
            modality=request.modality,
            language=request.language,
            on_behalf_of=request.on_behalf_of,
        )
    ]


def give_to(meeting: Meeting, stamped: Stamped, command: GiveFloorTo) -> list[Event]:
    """The floor outside the list: secretariat (SECRETARIAT_FLOOR), panellist, officer, guest.

    The secretariat speaks at any time: whoever has the floor then waits, and goes on with the time left.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    if command.kind is HolderKind.DELEGATION:
        raise Refused("not-of-the-podium")
    member = meeting.podium.get(command.participant)
    if member is None or member.kind is not command.kind:
        raise Refused("unknown-participant", kind=command.kind, participant=command.participant)
    if command.seconds is not None and command.seconds < 1:
        raise Refused("bad-limit")
    over = meeting.speaking is not None and command.kind is HolderKind.SECRETARIAT
    if over:
        stack.below(meeting, Level.ADVICE)
    else:
        conditions.floor_free(meeting)
    limit = command.seconds
    return [
        *stack.interrupted(meeting, stamped.at),
        FloorGiven(
            grant=meeting.grants + 1,
            kind=RequestKind.ADVICE if over else RequestKind.STATEMENT,
            holder=Holder(kind=command.kind, ref=command.participant),
            at=stamped.at,
            ends_at=None if limit is None else stamped.at + timedelta(seconds=limit),
            item=meeting.item,
            participant=command.participant,
            language=command.language,
        ),
    ]


def end(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """The statement has ended, by the chair or by the speaker's own delegation.

    APPEAL: one whose vote was cancelled is withdrawn by the appellant, or by the desk on its word: the ruling
    stands. The chair does not end it: it goes to the vote.
    """
    conditions.presiding(meeting, stamped.actor)
    grant = _running(meeting)
    by = EndedBy.CHAIR
    if stamped.actor.capacity is Capacity.DELEGATE:
        by = EndedBy.SPEAKER
        if grant.holder.delegation != stamped.actor.delegation:
            raise Refused("not-your-statement")
        conditions.speaker_seat(meeting, stamped.actor.participant)
    if grant.level is Level.APPEAL:
        if stamped.actor.capacity is Capacity.CHAIR:
            raise Refused("appeal-on-the-floor")
        return appeals.outcome(meeting, overruled=False, at=stamped.at)
    return _ended(meeting, grant, by, stamped.at)


def extend(meeting: Meeting, stamped: Stamped, command: ExtendTime) -> list[Event]:
    """More time, counted from the end of the limit, or from now where it has elapsed."""
    conditions.presiding(meeting, stamped.actor)
    grant = conditions.someone_speaking(meeting)
    longest = conditions.procedure_of(meeting).longest_extension_seconds
    if not 1 <= command.seconds <= longest:
        raise Refused("bad-extension", longest=longest)
    if grant.ends_at is None:
        raise Refused("no-limit")
    _within_cap(meeting, grant, command.seconds, stamped.at)
    base = max(grant.ends_at, grant.stopped_at or stamped.at)
    ends_at = base + timedelta(seconds=command.seconds)
    return [TimeExtended(grant=grant.id, seconds=command.seconds, ends_at=ends_at, at=stamped.at)]


def _within_cap(meeting: Meeting, grant: Grant, seconds: int, at: datetime) -> None:
    """PROCEDURAL_CAP: a turn on a motion or a point of order is not made longer than the cap."""
    if grant.level not in {Level.MOTION, Level.POINT_OF_ORDER}:
        return
    cap = conditions.procedure_of(meeting).procedural_seconds
    left = max(grant.left(at) or timedelta(), timedelta())
    if grant.spoken(at) + left + timedelta(seconds=seconds) > timedelta(seconds=cap):
        raise Refused("procedural-cap", seconds=cap)


def pause(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Stop the speaker's clock."""
    conditions.presiding(meeting, stamped.actor)
    grant = conditions.someone_speaking(meeting)
    if grant.stopped_at is not None:
        raise Refused("paused")
    if grant.level is Level.APPEAL:
        raise Refused("appeal-on-the-floor")
    return [FloorPaused(grant=grant.id, at=stamped.at)]


def unpause(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Let the speaker's clock go on: the end moves by the length of the pause."""
    conditions.presiding(meeting, stamped.actor)
    grant = conditions.someone_speaking(meeting)
    if grant.paused_at is None or grant.interrupted_at is not None:
        raise Refused("not-paused")
    ends_at = None if grant.ends_at is None else grant.ends_at + (stamped.at - grant.paused_at)
    return [FloorResumed(grant=grant.id, at=stamped.at, ends_at=ends_at)]


def elapse(meeting: Meeting, stamped: Stamped, command: ElapseSpeakingTime) -> list[Event]:
    """The clock's alert. Stale or doubled it is refused; ``on_overrun = "cut"`` ends the statement too.

    READINESS: of a speaker whose line is lost it ends nothing.
    """
    conditions.from_agent(stamped, Agent.CLOCK)
    grant = meeting.speaking
    if grant is None or grant.id != command.grant or not runs_out(grant, stamped.at):
        raise Refused("stale")
    events: list[Event] = [SpeakingTimeElapsed(grant=grant.id, at=stamped.at)]
    cut = conditions.procedure_of(meeting).on_overrun is OnOverrun.CUT
    if cut and grant.level < Level.POINT_OF_ORDER and grant.connection_lost_at is None:
        events += _ended(meeting, grant, EndedBy.CLOCK, stamped.at)
    return events


def runs_out(grant: Grant, at: datetime) -> bool:
    """Whether the grant's time is over at ``at`` and nobody has been told."""
    running = grant.stopped_at is None and not grant.elapsed
    return running and grant.ends_at is not None and grant.ends_at <= at


def _running(meeting: Meeting) -> Grant:
    grant = conditions.someone_speaking(meeting)
    if grant.level is Level.POINT_OF_ORDER:
        raise Refused("point-on-the-floor")
    if meeting.called is not None:
        raise Refused("speaker-called")
    if grant.interrupted_at is not None:
        conditions.no_motion(meeting)
    return grant


def _ended(meeting: Meeting, grant: Grant, by: EndedBy, at: datetime) -> list[Event]:
    return [
        StatementEnded(grant=grant.id, by=by, at=at, spoken_ms=grant.spoken(at) // _MS),
        *texts.published(meeting, grant.request, at),
        *stack.returned(meeting, at, without=grant),
    ]


def with_grant(meeting: Meeting, grant_id: int, **changes: object) -> Meeting:
    """The meeting with these fields of one frame changed."""
    return replace(
        meeting,
        floor=tuple(
            replace(g, **changes) if g.id == grant_id else g  # type: ignore[arg-type]  # fields of Grant
            for g in meeting.floor
        ),
    )


def on_given(meeting: Meeting, event: FloorGiven) -> Meeting:
    """A new frame on top of the floor; the call has done its work."""
    lost = meeting.called.connection_lost_at if meeting.called is not None else None
    grant = Grant(
        id=event.grant,
        kind=event.kind,
        holder=event.holder,
        started_at=event.at,
        ends_at=event.ends_at,
        request=event.request,
        participant=event.participant,
        modality=event.modality,
        language=event.language,
        on_behalf_of=event.on_behalf_of,
        connection_lost_at=lost,
        item=event.item,
    )
    changed = with_request(meeting, event.request, state=RequestState.SPEAKING)
    return replace(
        changed,
        called=None,
        floor=(*meeting.floor, grant),
        grants=max(meeting.grants, event.grant),
        ruling=meeting.ruling if grant.level > Level.MOTION else None,
    )


def on_ended(meeting: Meeting, event: StatementEnded) -> Meeting:
    """Delivered: the frame leaves the floor."""
    grant = next((g for g in meeting.floor if g.id == event.grant), None)
    if grant is None:
        return meeting
    counted = turns.ended(meeting, grant, at=event.at, spoken=event.spoken_ms * _MS)
    counted = debates.heard(counted, meeting.requests.get(grant.request or ""))
    changed = with_request(counted, grant.request, state=RequestState.DELIVERED, left=None, ended_at=event.at)
    heard = (grant.request,) if grant.request in meeting.requests else ()
    floor = tuple(g for g in meeting.floor if g.id != event.grant)
    return replace(changed, floor=floor, delivered=(*meeting.delivered, *heard))


def on_paused(meeting: Meeting, event: FloorPaused) -> Meeting:
    """The clock stands still; an alert is due again that was given for time after that moment."""
    grant = next((g for g in meeting.floor if g.id == event.grant), None)
    if grant is None:
        return meeting
    over = grant.ends_at is not None and grant.ends_at <= event.at
    return with_grant(meeting, grant.id, paused_at=event.at, elapsed=grant.elapsed and over)


def on_resumed(meeting: Meeting, event: FloorResumed | FloorReturned) -> Meeting:
    """The clock goes on; a frame that was paused when it was interrupted stays paused."""
    grant = next((g for g in meeting.floor if g.id == event.grant), None)
    if grant is None:
        return meeting
    if isinstance(event, FloorReturned) and grant.paused_at is not None:
        return with_grant(meeting, grant.id, interrupted_at=None)
    stood = event.at - (grant.stopped_at or event.at)
    return with_grant(
        meeting,
        grant.id,
        paused_at=None,
        interrupted_at=None,
        ends_at=event.ends_at,
        still=grant.still + stood,
        runs_from=event.at,
    )


def on_extended(meeting: Meeting, event: TimeExtended) -> Meeting:
    """A new end; the alert is due again when it is reached."""
    return with_grant(meeting, event.grant, ends_at=event.ends_at, elapsed=False)


def on_elapsed(meeting: Meeting, event: SpeakingTimeElapsed) -> Meeting:
    """The chair has been told."""
    return with_grant(meeting, event.grant, elapsed=True)
