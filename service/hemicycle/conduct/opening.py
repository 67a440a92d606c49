"""Opening a meeting's log: read it, or begin it with ``MeetingSetUp`` from the registry's rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hemicycle.contract.problems import ProblemError
from hemicycle.journal import log
from hemicycle.journal.log import Head, Recorded
from hemicycle.registry import calendar, conferences, set_up
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.rules.commands import Actor, SetUpMeeting, Stamped
from hemicycle.rules.decide import decide
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.terms import Agent, Category, DelegationId
from hemicycle.storage import Connection, Engine, reading, writing


@dataclass(frozen=True, slots=True)
class Opened:
    """A log as it was read. ``epoch``: the log's generation."""

    conference: str
    epoch: str
    recorded: Sequence[Recorded]


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
    """Read the whole log; begin it first if the meeting has none. ProblemError ``unknown-meeting``."""
    with writing(engine) as conn:
        facts = _meeting(conn, meeting_id)
        head = log.head(conn, meeting_id)
        if head is None:
            conferences.lock(conn, facts.conference, shared=False)
            head = log.head(conn, meeting_id) or _begin(conn, meeting_id, now)
        return Opened(facts.conference, head.epoch, log.read(conn, meeting_id))


def _begin(conn: Connection, meeting_id: str, now: datetime) -> Head:
    """Nobody else begins it, and no seat changes meanwhile: the conference is locked."""
    _meeting(conn, meeting_id)  # until the lock was ours the desk may have taken it away
    head = log.begin(conn, meeting_id)
    stamped = Stamped(
        command=SetUpMeeting(set_up=set_up.meeting_set_up(conn, meeting_id)),
        id="set-up",
        at=now.replace(microsecond=now.microsecond // 1000 * 1000),
        actor=Actor(agent=Agent.REGISTRY),
    )
    log.append(conn, meeting_id, head.seq, stamped, decide(EMPTY, stamped))
    return head


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
