"""What a clock must wake a meeting for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.commands import ClockCommand, CloseListOnTime, ElapseSpeakingTime
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import ListState, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """At ``at`` (service time) the clock sends ``command``."""

    at: datetime
    command: ClockCommand


def deadlines(meeting: Meeting) -> tuple[Deadline, ...]:
    """Every deadline that stands now: the end of the running speaking time, lists that close at a time."""
    return (*_speaking_time(meeting), *_lists(meeting))


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
