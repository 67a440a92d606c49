"""Who is here: consoles and the desk's marks, kept as rows, and told to the meeting after debouncing."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import LoginFacts, Publication
from hemicycle.conduct.spans import Spans
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.presence import leases, room
from hemicycle.presence.connections import Connections
from hemicycle.presence.debounce import Debounce, lines, watched
from hemicycle.presence.leases import Span
from hemicycle.rules.commands import PresenceCommand
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Capacity, DelegationId, ParticipantId
from hemicycle.storage import Engine, Topic, Wake, announce, reading, writing

LEASE = timedelta(seconds=60)
"""Real time: how long after it was last seen a connection of another node is taken for alive."""

RETRY = timedelta(seconds=2)
"""Real time until the meeting is told again what could not be stored."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Mark:
    meeting: str
    delegation: DelegationId
    present: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the rows say of a meeting: the desk's marks, and who is connected to other nodes."""

    marked: frozenset[DelegationId]
    elsewhere: leases.Elsewhere


class _Here:
    """One meeting's connections and what of them is still to be told. ``telling``: what is on its way.

    ``meeting``: as it was published last.
    """

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.connections = Connections()
        self.debounce = Debounce(meeting)
        self.telling: set[PresenceCommand] = set()


class Arrivals:
    """The presence of all nodes' meetings, as this one sees it. ``node``: this process's name in the rows."""

    def __init__(self, conductor: Conductor, node: str) -> None:
        self.conductor = conductor
        self.node = node
        self._here: dict[str, _Here] = {}
        self._spans: dict[str, str] = {}
        self._kept = Spans(conductor, node)
        self._telling: set[asyncio.Task[None]] = set()
        conductor.present_now = self.present

    async def start(self) -> None:
        """Close the spans that an earlier process of this node left open; await those who come back."""
        before = self.conductor.clock.now() - self._lease
        await self.conductor.in_thread(_close_lapsed, self._engine, self.node, before)
        for sitting in await self.conductor.open_begun():
            self._observe(sitting.id, await self._of(sitting.id))

    def published(self, publication: Publication) -> None:
        """Subscriber: who has just been called may have lost the line before."""
        here = self._here.get(publication.meeting_id)
        if here is not None:
            lost = {who for who, connected in lines(here.meeting) if not connected}
            good = {who for who, connected in lines(publication.meeting) if connected}
            here.meeting = publication.meeting
            if lost & good:
                here.debounce.restored(lost & good, self.conductor.clock.now())
                self._tell_later(publication.meeting_id, here)
            self._tell(publication.meeting_id, here, publication.meeting)

    def present(self, meeting_id: str) -> frozenset[DelegationId]:
        """The delegations present now: connected, or marked in the room."""
        here = self._here.get(meeting_id)
        return here.connections.delegations if here is not None else frozenset()

    def connected(self, meeting_id: str) -> frozenset[ParticipantId]:
        """The participants with a console open now."""
        here = self._here.get(meeting_id)
        return here.connections.participants if here is not None else frozenset()

    def watched(self, meeting_id: str) -> frozenset[ParticipantId]:
        """Whose lines are to be watched closely: of those called or speaking from online, and on air."""
        here = self._here.get(meeting_id)
        return watched(here.meeting) if here is not None else frozenset()

    async def opened(self, connection_id: str, meeting_id: str, login: LoginFacts) -> None:
        """A console of this login has connected."""
        here = await self._of(meeting_id)
        here.connections.opened(connection_id, login.participant, _delegation(login))
        self._spans[connection_id] = meeting_id
        self._observe(meeting_id, here)
        span = await self._span(meeting_id, connection_id, login)
        await self._kept.keep(meeting_id, partial(leases.open_span, span=span))

    async def look(self, meeting_id: str) -> None:
        """Another node has news of who is here, or a lease has ended: read the rows again."""
        here = await self._of(meeting_id)
        self._take(meeting_id, here, await self._read(meeting_id))

    async def closed(self, connection_id: str, unheard_for: float = 0.0) -> None:
        """A console's connection has ended, however it ended. ``unheard_for``: real seconds, if it did so
        before it was noticed; the absence lasts since then.
        """
        meeting_id = self._spans.pop(connection_id)
        here = await self._of(meeting_id)
        clock = self.conductor.clock
        ended = clock.now() - timedelta(seconds=unheard_for) * clock.scale
        here.connections.closed(connection_id)
        self._observe(meeting_id, here, ended)
        closing = partial(leases.close_span, connection_id=connection_id, at=ended)
        await self._kept.keep(meeting_id, closing)

    async def alive(self, connection_ids: list[str]) -> None:
        """Renew the leases of these connections."""
        now = self.conductor.clock.now()
        await self.conductor.in_thread(_renew, self._engine, self.node, connection_ids, now)

    async def mark(self, meeting_id: str, delegation: DelegationId, *, present: bool, by: str) -> None:
        """The desk says that a delegation is in the room. ProblemError ``unknown-delegation``."""
        meeting = (await self.conductor.sitting(meeting_id)).meeting
        if delegation not in meeting.delegations:
            raise refused(Refused("unknown-delegation", delegation=delegation), meeting.procedure)
        here = await self._of(meeting_id)
        row = _Mark(meeting_id, delegation, present, self.conductor.clock.now(), by)
        await self.conductor.in_thread(_mark, self._engine, row, self._news_of(meeting_id))
        here.connections.mark(delegation, present=present)
        self._observe(meeting_id, here)

    @property
    def _engine(self) -> Engine:
        return self.conductor.writer.engine

    @property
    def _lease(self) -> timedelta:
        return LEASE * self.conductor.clock.scale

    def _news_of(self, meeting_id: str) -> Wake:
        return Wake(Topic.PRESENCE, meeting_id, origin=self.node)

    async def _of(self, meeting_id: str) -> _Here:
        if meeting_id not in self._here:
            sitting = await self.conductor.sitting(meeting_id)
            rows = await self._read(meeting_id)
            here = self._here.setdefault(meeting_id, _Here(sitting.meeting))
            self._take(meeting_id, here, rows)
        return self._here[meeting_id]

    async def _read(self, meeting_id: str) -> _Rows:
        after = self.conductor.clock.now() - self._lease
        return await self.conductor.in_thread(_read, self._engine, meeting_id, self.node, after)

    def _take(self, meeting_id: str, here: _Here, rows: _Rows) -> None:
        here.connections.marked = rows.marked
        here.connections.elsewhere = rows.elsewhere.connected
        if rows.elsewhere.seen_at is not None:
            ends = rows.elsewhere.seen_at + self._lease
            self.conductor.clock.wake_at(ends, f"leases of {meeting_id}", partial(self.look, meeting_id))
        self._observe(meeting_id, here)

    async def _span(self, meeting_id: str, connection_id: str, login: LoginFacts) -> Span:
        meeting = (await self.conductor.sitting(meeting_id)).meeting
        seat = meeting.seat_of(login.participant)
        return Span(
            id=connection_id,
            meeting=meeting_id,
            login=login.id,
            node=self.node,
            opened_at=self.conductor.clock.now(),
            participant=login.participant,
            delegation=_delegation(login),
            modality=None if seat is None else seat.modality,
        )

    def _observe(self, meeting_id: str, here: _Here, since: datetime | None = None) -> None:
        """``since``: from when on it has been as it is now."""
        here.debounce.observe(here.connections, since or self.conductor.clock.now())
        self._tell_later(meeting_id, here)

    def _tell_later(self, meeting_id: str, here: _Here) -> None:
        when = here.debounce.wake_at
        if when is not None:
            wake = partial(self._wake, meeting_id, here)
            self.conductor.clock.wake_at(when, f"presence of {meeting_id}", wake)

    async def _wake(self, meeting_id: str, here: _Here) -> None:
        sitting = await self.conductor.sitting(meeting_id)
        self._tell(meeting_id, here, sitting.meeting)
        self._tell_later(meeting_id, here)

    def _tell(self, meeting_id: str, here: _Here, meeting: Meeting) -> None:
        for command in here.debounce.due(meeting, self.conductor.clock.now()):
            if command not in here.telling:
                here.telling.add(command)
                telling = asyncio.get_running_loop().create_task(self._tell_one(meeting_id, here, command))
                self._telling.add(telling)
                telling.add_done_callback(self._telling.discard)

    async def _tell_one(self, meeting_id: str, here: _Here, command: PresenceCommand) -> None:
        """Overtaken news is refused by the rules, harmlessly; what could not be stored is told again."""
        try:
            await self.conductor.handle_presence(meeting_id, command)
        except ProblemError as error:
            _log.debug("presence was not taken: %s", error, extra={"meeting": meeting_id})
            if "rule" not in error.problem:
                clock = self.conductor.clock
                again = partial(self._wake, meeting_id, here)
                clock.wake_at(clock.now() + RETRY * clock.scale, f"presence of {meeting_id}, again", again)
        finally:
            here.telling.discard(command)


def _delegation(login: LoginFacts) -> DelegationId | None:
    """Whose presence a console is: a presiding officer is there for the body, not for her State."""
    return login.delegation if login.capacity is Capacity.DELEGATE else None


def _close_lapsed(engine: Engine, node: str, before: datetime) -> None:
    with writing(engine) as conn:
        leases.close_lapsed(conn, node, before)


def _renew(engine: Engine, node: str, spans: list[str], at: datetime) -> None:
    with writing(engine) as conn:
        leases.renew(conn, node, spans, at)


def _mark(engine: Engine, mark: _Mark, news: Wake) -> None:
    with writing(engine) as conn:
        room.mark(conn, mark.meeting, mark.delegation, mark.at, mark.by, present=mark.present)
        announce(conn, news)


def _read(engine: Engine, meeting: str, node: str, after: datetime) -> _Rows:
    with reading(engine) as conn:
        return _Rows(room.marked(conn, meeting), leases.elsewhere(conn, meeting, node, after))
