"""``hemicycle serve`` in a process of its own, over several lives on one data folder and one port."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from tests.faults import forked

from hemicycle.cli import simulated
from hemicycle.registry import conferences
from hemicycle.registry.conference_file import read_conference
from hemicycle.registry.installed import installed
from hemicycle.storage import open_storage, reading, writing
from hemicycle_client.bots import Credential

STOPPING = 60.0


@dataclass(frozen=True)
class Prepared:
    """A data folder with a conference and logins for programs; ``meeting`` begins at ``begins``."""

    data: Path
    meeting: str
    begins: datetime
    cast: list[Credential]

    def of(self, capacity: str) -> Credential:
        return next(c for c in self.cast if c.capacity == capacity)

    def delegations(self, count: int) -> list[Credential]:
        """One speaker of each of so many delegations."""
        first = {c.delegation: c for c in reversed(self.cast) if c.role == "speaker"}
        assert len(first) >= count
        return sorted(first.values(), key=lambda c: c.delegation or "")[:count]


def prepare(data: Path, conference: str, meeting: int) -> Prepared:
    """Load a conference that ships with the service. ``meeting``: its number."""
    return prepare_file(
        data, installed("conferences") / f"{conference}.toml", installed("procedures"), meeting
    )


def prepare_file(data: Path, conference: Path, procedures: Path, meeting: int) -> Prepared:
    """Load the conference of this file; its procedure stands in the folder."""
    engine = open_storage(data)
    try:
        file = read_conference(conference, [procedures])
        with writing(engine) as conn:
            conferences.load(conn, file, datetime.now(UTC), "test")
        with reading(engine) as conn:
            known = conferences.meetings(conn, file.document.conference.id)
        facts = next(m for m in known if m.number == meeting)
        cast = simulated.credentials(engine, facts.conference)
    finally:
        engine.dispose()
    return Prepared(data, facts.id, facts.scheduled_at, cast)


@dataclass
class Served:
    """The service's time goes on while the process is down: it never jumps back."""

    data: Path
    clock_at: datetime
    pace: float
    port: int = 0
    process: ForkServerProcess | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    began: float = field(default_factory=monotonic)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self.process is not None
        assert self.process.pid is not None
        return self.process.pid

    async def start(self) -> None:
        """Start, or start again on the same port; returns when the service answers."""
        assert self.process is None
        now = self.clock_at + timedelta(seconds=(monotonic() - self.began) * self.pace)
        clock = {"HEMICYCLE_CLOCK_AT": now.isoformat(), "HEMICYCLE_CLOCK_SCALE": str(self.pace)}
        command = ["serve", "--json", "--port", str(self.port), "--data", str(self.data)]
        self.process, printed = forked.start(command, {**os.environ, **clock, **self.environment})
        with open(printed.fileno(), closefd=False) as lines:
            line = await asyncio.to_thread(lines.readline)
        printed.close()
        assert line, "the service did not start; its own message stands above"
        self.port = urlsplit(json.loads(line)["url"]).port or 0

    def kill(self) -> None:
        """SIGKILL, at once."""
        assert self.process is not None
        self.process.kill()

    async def ended(self) -> int:
        """The exit code, when the process has ended."""
        assert self.process is not None
        process, self.process = self.process, None
        await asyncio.to_thread(process.join, STOPPING)
        code = process.exitcode
        assert code is not None
        process.close()
        return code

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        assert self.process is not None
        self.process.terminate()
        return await self.ended()


@asynccontextmanager
async def serving(
    prepared: Prepared, pace: float = 1.0, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Served]:
    """The service, until the end of the context at the latest."""
    served = Served(prepared.data, prepared.begins, pace, environment=environment or {})
    try:
        await served.start()
        yield served
    finally:
        if served.process is not None:
            served.kill()
            await served.ended()
