"""The same commands on SQLite and on PostgreSQL: how many a second, how long until each is acknowledged.

Through conduct, without sockets; every commit is on the disk. And how soon another node hears of a commit.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import uvloop
from benchmarks.assembly import ITEM, Assembly, assemble
from benchmarks.report import Report, Row
from tests.databases import PostgresDatabases
from tests.postgresql import serving

from hemicycle.access import logins
from hemicycle.access.logins import LoginFacts
from hemicycle.clock.service_clock import ServiceClock
from hemicycle.conduct.conductor import Conductor
from hemicycle.storage import Topic, Wake, announce, open_bus, open_storage, reading, writing
from hemicycle_client.bots import Credential

DELEGATIONS = 64
ROUNDS = 6
WAKES = 300


def measure(say: Callable[[str], None]) -> Report:
    """Delegations ask for the floor and withdraw, one after another and all at once."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as name, serving(durable=True) as server:
        for kind in ("SQLite", "PostgreSQL"):
            folder = Path(name) / kind
            folder.mkdir()
            place = str(folder / "data") if kind == "SQLite" else PostgresDatabases(folder, server).none()
            assembly = assemble(folder, DELEGATIONS, 2, place)
            say(f"{kind}: commands")
            rows += uvloop.run(_commands(kind, place, assembly))
            say(f"{kind}: wake-ups")
            rows.append(uvloop.run(_wakes(kind, place)))
    return Report(
        title=f"Commands on two databases, {DELEGATIONS} delegations, each commit on the disk",
        columns=("a second", "median, ms", "99th, ms"),
        rows=rows,
        notes=(
            "One at a time: each waits for the one before. At once: each delegation has one on its way.",
            "Wake-up: from the beginning of a transaction until a listener in the same process hears of it.",
            "PostgreSQL is a server of its own on the same machine, reached through a Unix socket.",
        ),
    )


class _Floor:
    """A meeting whose delegations ask and withdraw in turn."""

    def __init__(self, conductor: Conductor, meeting: str, people: Sequence[LoginFacts]) -> None:
        self.conductor = conductor
        self.meeting = meeting
        self.people = people
        self.taken: list[float] = []
        self._ids = count(1)

    async def open(self, chair: LoginFacts) -> None:
        for command, fields in (
            ("CallToOrder", {}),
            ("TakeUpItem", {"item": ITEM}),
            ("OpenList", {"item": ITEM}),
        ):
            await self.conductor.handle(
                self.meeting, chair, f"c{next(self._ids)}", {"command": command, **fields}
            )

    async def turn(self, who: LoginFacts, waiting: dict[str, str]) -> None:
        """One command of this delegate, timed: who waits withdraws. ``waiting``: login → request."""
        payload = {"command": "RequestFloor"}
        if who.id in waiting:
            payload = {"command": "WithdrawRequest", "request": waiting.pop(who.id)}
        begun = perf_counter()
        await self.conductor.handle(self.meeting, who, f"c{next(self._ids)}", payload)
        self.taken.append((perf_counter() - begun) * 1000)
        if payload["command"] == "RequestFloor":
            requests = (await self.conductor.sitting(self.meeting)).meeting.requests
            mine = [r.id for r in requests.values() if r.participant == who.participant]
            waiting[who.id] = mine[-1]


async def _commands(kind: str, place: str, assembly: Assembly) -> list[Row]:
    async with _conducting(place) as conductor:
        people = [_facts(conductor, credential) for credential in assembly.delegates]
        chair = _facts(conductor, assembly.chair)
        single, together = (_Floor(conductor, meeting, people) for meeting in assembly.meetings)
        for floor in (single, together):
            conductor.present_now = lambda _meeting: frozenset(p.delegation or "" for p in people)
            await floor.open(chair)

        async def one_after_another() -> None:
            waiting: dict[str, str] = {}
            for _ in range(ROUNDS):
                for who in people:
                    await single.turn(who, waiting)

        async def all_at_once() -> None:
            waiting: dict[str, str] = {}
            for _ in range(ROUNDS):
                await asyncio.gather(*(together.turn(who, waiting) for who in people))

        return [
            await _row(f"{kind}, one at a time", single, one_after_another()),
            await _row(f"{kind}, {DELEGATIONS} at once", together, all_at_once()),
        ]


async def _row(name: str, floor: _Floor, work: Awaitable[None]) -> Row:
    begun = perf_counter()
    await work
    passed = perf_counter() - begun
    return Row(name, [len(floor.taken) / passed, median(floor.taken), quantiles(floor.taken, n=100)[98]])


async def _wakes(kind: str, place: str) -> Row:
    engine = open_storage(place)
    bus, listening, heard = open_bus(engine), asyncio.Event(), asyncio.Event()
    bus.listen(lambda _wake: heard.set(), listening.set)
    await listening.wait()

    def commit(number: int) -> None:
        with writing(engine) as conn:
            announce(conn, Wake(Topic.LOG, "m", number))

    taken = []
    for number in range(WAKES):
        heard.clear()
        begun = perf_counter()
        await asyncio.to_thread(commit, number)
        await heard.wait()
        taken.append((perf_counter() - begun) * 1000)
    await bus.close()
    engine.dispose()
    return Row(f"{kind}, wake-up", ["–", median(taken), quantiles(taken, n=100)[98]], beside=True)


@asynccontextmanager
async def _conducting(place: str) -> AsyncIterator[Conductor]:
    engine = open_storage(place)
    clock = ServiceClock(begins_at=datetime(2030, 1, 1, 10, tzinfo=UTC), scale=1.0)
    conductor = Conductor(engine, clock)
    try:
        yield conductor
    finally:
        await conductor.close()
        engine.dispose()


def _facts(conductor: Conductor, credential: Credential) -> LoginFacts:
    with reading(conductor.writer.engine) as conn:
        return logins.find(conn, credential.login)
