"""A conductor on the moot, with a clock that the test moves and a subscriber that keeps what it hears."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from tests.conduct.moot import AT, MEETING, token_for

from hemicycle.access.logins import LoginFacts
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import Publication
from hemicycle.contract.merge import merged
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import view_of
from hemicycle.journal import log
from hemicycle.journal.log import Recorded
from hemicycle.registry.roster import roster
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.terms import SeatId
from hemicycle.storage import Engine, reading
from hemicycle.views.audiences import Audience


class HandClock:
    """The port ``Clock``, moved by hand. ``wakes``: key → when and what."""

    scale = 1.0

    def __init__(self) -> None:
        self.time = AT
        self.wakes: dict[str, tuple[datetime, Callable[[], Awaitable[None]]]] = {}

    def now(self) -> datetime:
        return self.time

    def wake_at(self, when: datetime, key: str, wake: Callable[[], Awaitable[None]]) -> None:
        self.wakes[key] = when, wake

    def cancel(self, key: str) -> None:
        self.wakes.pop(key, None)

    async def advance(self, seconds: float) -> None:
        """Let time pass and wake whoever is due."""
        self.time += timedelta(seconds=seconds)
        for key, (when, wake) in list(self.wakes.items()):
            if when <= self.time:
                del self.wakes[key]
                await wake()


@dataclass
class Listener:
    """A subscriber that folds the patches of every audience, as consoles do."""

    heard: list[Publication] = field(default_factory=list)
    views: dict[tuple[str, Audience], Any] = field(default_factory=dict)

    def published(self, publication: Publication) -> None:
        self.heard.append(publication)
        for audience in Audience:
            key = publication.meeting_id, audience
            if key in self.views:
                self.views[key] = merged(self.views[key], publication.merges[audience])

    def commands(self, meeting: str = MEETING) -> list[str]:
        return [p.recorded[0].command_id for p in self.heard if p.meeting_id == meeting]


class Stage:
    """A conductor with logins for everybody. Ids of commands are counted unless given."""

    def __init__(self, engine: Engine, clock: HandClock | None = None) -> None:
        self.engine = engine
        self.clock = clock or HandClock()
        self.conductor = Conductor(engine, self.clock)
        self.listener = Listener()
        self.conductor.subscribe(self.listener)
        self._logins: dict[str, LoginFacts] = {}
        self._ids = count(1)

    def login(self, participant: str) -> LoginFacts:
        if participant not in self._logins:
            self._logins[participant] = token_for(self.engine, participant)[0]
        return self._logins[participant]

    async def send(
        self,
        who: str,
        command: str,
        *,
        cid: str = "",
        meeting: str = MEETING,
        **fields: Any,
    ) -> int:
        """Send a command; the ``seq`` of its last event."""
        command_id = cid or f"{who}-{next(self._ids)}"
        payload = {"command": command, **fields}
        return (await self.conductor.handle(meeting, self.login(who), command_id, payload)).seq

    async def refused(self, who: str, command: str, **fields: Any) -> Mapping[str, Any]:
        """Send a command that is refused; the problem."""
        try:
            seq = await self.send(who, command, **fields)
        except ProblemError as error:
            return error.problem
        raise AssertionError(f"{command} was accepted as {seq}")

    async def opened(self, meeting: str = MEETING) -> None:
        """Called to order by the chair with all States present; item 1 taken up and its list open."""
        self.conductor.present_now = lambda _meeting: frozenset({"pan", "ita", "fra"})
        await self.send("chair", "CallToOrder", meeting=meeting)
        await self.send("chair", "TakeUpItem", meeting=meeting, item="1")
        await self.send("chair", "OpenList", meeting=meeting, item="1")

    async def follow(self, meeting: str = MEETING) -> None:
        """Let the listener hold every audience's view from here."""
        for audience in Audience:
            snapshot = await self.conductor.snapshot(meeting, audience)
            self.listener.views[meeting, audience] = snapshot.view

    async def in_step(self, meeting: str = MEETING) -> bool:
        """Whether views folded from patches, the conductor's, and those of the log's fold are the same."""
        folded = self.folded(meeting)
        for audience in Audience:
            snapshot = await self.conductor.snapshot(meeting, audience)
            if not self.listener.views[meeting, audience] == snapshot.view == view_of(folded, audience):
                return False
        return True

    def recorded(self, meeting: str = MEETING) -> list[Recorded]:
        with reading(self.engine) as conn:
            return log.read(conn, meeting)

    def logged(self, meeting: str = MEETING) -> list[str]:
        """The ids of the commands in the log, in its order, each once."""
        return list(dict.fromkeys(r.command_id for r in self.recorded(meeting)))

    def folded(self, meeting: str = MEETING) -> Meeting:
        return fold((r.event for r in self.recorded(meeting)), EMPTY)

    def seats(self) -> dict[SeatId, str]:
        """The rows: who holds which seat."""
        with reading(self.engine) as conn:
            return {seat.id: seat.participant for seat in roster(conn, "moot")}

    def roster(self, meeting: str = MEETING) -> dict[SeatId, str]:
        """The log's copy of the same."""
        return {seat.id: seat.participant for seat in self.folded(meeting).roster.values()}


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop turn until the condition holds; the test's own timeout ends a wait in vain."""
    while not condition():
        await asyncio.sleep(0)
