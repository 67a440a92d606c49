"""What a clock must wake a meeting for."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.commands import ClockCommand, ElapseSpeakingTime
from hemicycle.rules.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """At ``at`` (service time) the clock sends ``command``."""

    at: datetime
    command: ClockCommand


def deadlines(meeting: Meeting) -> tuple[Deadline, ...]:
    """Every deadline that stands now: today the end of the running speaking time."""
    grant = meeting.speaking
    if grant is None or grant.ends_at is None or grant.elapsed or grant.stopped_at is not None:
        return ()
    return (Deadline(at=grant.ends_at, command=ElapseSpeakingTime(grant=grant.id)),)
