"""Opening a meeting's log: read it, or begin it with ``MeetingSetUp`` from the registry's rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hemicycle.conduct import standing
from hemicycle.contract.problems import ProblemError
from hemicycle.journal import log
from hemicycle.journal.log import Recorded
from hemicycle.registry import calendar, conferences, set_up
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.terms import Category, DelegationId
from hemicycle.storage import Connection, Engine, reading, writing


@dataclass(frozen=True, slots=True)
class Opened:
    """A log as it was read. ``epoch``: its generation; ``former``: who has just handed on to it."""

    conference: str
    epoch: str
    recorded: Sequence[Recorded]
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """Who may enter a meeting: logins of its conference; delegates of the delegations that attend it."""

    conference: str
    attending: Collection[DelegationId]


def door(engine: Engine, meeting_id: str) -> Door:
    """Who may enter a meeting, told without beginning its log. ProblemError ``unknown-meeting``."""
    with reading(engine) as conn:
        conference = _meeting(conn, meeting_id).conference
        return Door(conference, calendar.attending(conn, conference, meeting_id))


def open_log(engine: Engine, meeting_id: str, now: datetime) -> Opened:
    """Read the whole log; begin it first if the meeting has none. ProblemError ``unknown-meeting``.

    What stands of the meetings that it continues is taken over, if it can be.
    """
    with writing(engine) as conn:
        facts = _meeting(conn, meeting_id)
        if log.head(conn, meeting_id) is None:
            conferences.lock(conn, facts.conference, shared=False)
        if log.head(conn, meeting_id) is None:
            _meeting(conn, meeting_id)  # until the lock was ours the desk may have taken it away
            former = standing.begin(conn, facts, set_up.meeting_set_up(conn, meeting_id), now)
        else:
            former = standing.take_over(conn, facts, now)
        head = log.lock_head(conn, meeting_id)
        return Opened(facts.conference, head.epoch, log.read(conn, meeting_id), former)


def continue_after(engine: Engine, meeting_id: str, now: datetime) -> tuple[str, ...]:
    """The meeting is adjourned: those whose logs have begun take over what it left. Their ids."""
    with writing(engine) as conn:
        facts = _meeting(conn, meeting_id)
        return tuple(
            later.id
            for later in conferences.meetings(conn, facts.conference)
            if later.number > facts.number and standing.take_over(conn, later, now)
        )


def read_on(engine: Engine, meeting_id: str, after: int) -> Sequence[Recorded]:
    """What the log holds beyond this ``seq``."""
    with reading(engine) as conn:
        return log.read(conn, meeting_id, after)


def begun(engine: Engine, conference: str | None) -> list[str]:
    """The ids of the meetings that have a log, of one conference or of all, ascending."""
    with reading(engine) as conn:
        return begun_in(conn, conference)


def begun_in(conn: Connection, conference: str | None) -> list[str]:
    """The same inside a transaction."""
    chosen = [c.id for c in conferences.conferences(conn) if conference in {None, c.id}]
    ids = (m.id for c in chosen for m in conferences.meetings(conn, c))
    return sorted(i for i in ids if log.head(conn, i) is not None)


def held_in(conn: Connection, conference: str) -> Mapping[str, Mapping[DelegationId, Category]]:
    """The meetings of a conference that have a log, with the delegations that it holds as what they are."""
    held = {}
    for meeting in conferences.meetings(conn, conference):
        event = log.first(conn, meeting.id)
        if isinstance(event, MeetingSetUp):
            held[meeting.id] = {d.id: d.category for d in event.delegations}
    return held


def _meeting(conn: Connection, meeting_id: str) -> MeetingFacts:
    try:
        return conferences.meeting(conn, meeting_id)
    except conferences.UnknownMeeting as error:
        raise ProblemError.of("unknown-meeting", f"There is no meeting {meeting_id}.") from error
