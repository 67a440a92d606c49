"""A hub on the bench: everything of live but uvicorn, with lines whose bytes are kept."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from tests.live.fakes import (
    MEETING,
    FakeConductor,
    FakeLine,
    FakePeople,
    FakePresence,
    Follower,
    Login,
    StillClock,
    followed,
)

from hemicycle.live.console import Console
from hemicycle.live.hub import Hub
from hemicycle.live.hubs import Hubs, Patience
from hemicycle.live.protocol import Position
from hemicycle.views.audiences import Audience

EVERY_AUDIENCE = frozenset(Audience)


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop turn until the condition holds; the test's own timeout ends a wait in vain."""
    while not condition():
        await asyncio.sleep(0)


@dataclass
class Seat:
    """One console on the bench."""

    hub: Hub
    console: Console
    line: FakeLine

    @property
    def follower(self) -> Follower:
        return followed(self.line)


class Bench:
    """``most_consoles``: of one login; on the bench most seats have the same."""

    def __init__(self, patience: Patience | None = None, most_consoles: int = 10_000) -> None:
        self.conductor = FakeConductor()
        self.people = FakePeople()
        self.presence = FakePresence()
        self.hubs = Hubs(
            conductor=self.conductor,
            clock=StillClock(),
            people=self.people,
            presence=self.presence,
            patience=patience,
            jitter=lambda: 0.5,
        )
        self.hubs.most_consoles = most_consoles
        self.conductor.subscribers.append(self.hubs)
        self._connections = 0

    def enter(self, login: Login | None = None, line: FakeLine | None = None) -> Seat:
        self._connections += 1
        line = line or FakeLine()
        entered = self.hubs.enter(
            MEETING, login or Login(), EVERY_AUDIENCE, line, f"connection{self._connections}"
        )
        return Seat(*entered, line)

    async def seat(
        self,
        audience: Audience = Audience.HALL,
        position: Position | None = None,
        login: Login | None = None,
        line: FakeLine | None = None,
    ) -> Seat:
        """A console that follows."""
        seat = self.enter(login, line)
        hello = f'{{"type": "hello", "audience": "{audience.value}"}}'
        seat.console.conversation.receive(hello, self.hubs.now())
        await seat.hub.follow(seat.console, audience, position)
        return seat

    async def quiet(self) -> None:
        """Wait until every frame that was added has been written."""
        for hub in list(self.hubs.all()):
            await until(lambda hub=hub: not any(stream.busy for stream in hub.streams.values()))  # type: ignore[misc]
