"""What a clock must wake a meeting for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.booths import turn
from hemicycle.rules.commands import (
    ClockCommand,
    CloseListOnTime,
    ElapseSpeakingTime,
    ElapseTurn,
    LapseHandover,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import ListState, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """At ``at`` (service time) the clock sends ``command``."""

    at: datetime
    command: ClockCommand


def deadlines(meeting: Meeting) -> tuple[Deadline, ...]:
    """Every deadline that stands now, the earliest first.

    The end of the running speaking time, lists that close at a time, handovers that wait for an answer and
    turns in the booths.
    """
    found = (*_speaking_time(meeting), *_lists(meeting), *_handovers(meeting), *_turns(meeting))
    return tuple(sorted(found, key=lambda deadline: deadline.at))


def _speaking_time(meeting: Meeting) -> Iterator[Deadline]:
    grant = meeting.speaking
    if grant is not None and grant.ends_at is not None and not grant.elapsed and grant.stopped_at is None:
        yield Deadline(at=grant.ends_at, command=ElapseSpeakingTime(grant=grant.id))


def _lists(meeting: Meeting) -> Iterator[Deadline]:
    """LIST_CLOSE: those still open; after the meeting nothing closes any more."""
    if meeting.phase is Phase.ADJOURNED:
        return
    for item, at in meeting.closing_at.items():
        if meeting.lists.get(item) in {ListState.OPEN, ListState.ANNOUNCED}:
            yield Deadline(at=at, command=CloseListOnTime(item=item, closes_at=at))


def _handovers(meeting: Meeting) -> Iterator[Deadline]:
    """INTERPRETATION: an unanswered handover lapses."""
    for booth, now in meeting.on_air.items():
        if now.handover is not None:
            command = LapseHandover(booth=booth, asked_at=now.handover.at)
            yield Deadline(at=now.handover.lapses_at, command=command)


def _turns(meeting: Meeting) -> Iterator[Deadline]:
    """INTERPRETATION: who is on air for about half an hour is warned once."""
    if meeting.procedure is None:
        return
    for booth, now in meeting.on_air.items():
        if now.interpreter is not None and now.since is not None and not now.turn_elapsed:
            yield Deadline(at=now.since + turn(meeting), command=ElapseTurn(booth=booth, since=now.since))
