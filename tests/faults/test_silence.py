"""A speaker's line that falls silent without closing: chair and booths are told, and nothing is lost."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults.following import Sitting, sitting
from tests.faults.running import Prepared, prepare, serving

from hemicycle_client import Rest, View, connect
from hemicycle_client.bots import Credential

pytestmark = [pytest.mark.faults, pytest.mark.slow]

EXAMPLE = "example"
ITEM = "1"
SOON = 30.0
"""Seconds; the sweep of all consoles would drop a silent one after 45."""


@dataclass
class Stoppable:
    """A delegate's console in a process of its own."""

    process: asyncio.subprocess.Process

    def stop(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    async def reconnects_at(self, seq: int) -> int:
        """How often it had to connect again, when it has come so far."""
        assert self.process.stdout is not None
        told = {"seq": -1, "reconnects": 0}
        while told["seq"] < seq:
            told = json.loads(await self.process.stdout.readline())
        return told["reconnects"]


@asynccontextmanager
async def stoppable(url: str, prepared: Prepared, who: Credential) -> AsyncIterator[Stoppable]:
    command = [sys.executable, "-m", "tests.faults.stopped", url, who.token, prepared.meeting]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    try:
        console = Stoppable(process)
        await console.reconnects_at(0)
        yield console
    finally:
        process.kill()
        await process.wait()


def lost(view: View) -> bool:
    return any("connection_lost_at" in frame for frame in view["floor"])


async def given(meeting: Sitting, who: Credential) -> None:
    """She asks for the floor, and has it."""
    async with Rest(meeting.served.url, token=who.token) as rest:
        await rest.send(meeting.prepared.meeting, "RequestFloor")
    await meeting.chair.send("CallNext")
    await meeting.chair.send("GiveFloor", override="her sound was tested by telephone")


async def told(meeting: Sitting, *, silent: bool) -> None:
    """Chair and booths learn it, long before any sweep."""
    for console in (meeting.chair, *(console for who, console in meeting.others)):
        await console.until(lambda view: lost(view) is silent, within=SOON)


async def test_a_line_that_falls_silent_without_closing_is_told_and_comes_back(tmp_path: Path) -> None:
    prepared = prepare(tmp_path, EXAMPLE, meeting=1)
    birch, delta = [c for c in prepared.cast if c.modality == "online" and c.delegation in {"birch", "delta"}]
    async with (
        serving(prepared) as served,
        stoppable(served.url, prepared, birch) as stopped,
        connect(served.url, token=delta.token, meeting=prepared.meeting),
        sitting(served, prepared, [prepared.of("interpreter")], ITEM) as meeting,
    ):
        await given(meeting, birch)
        stopped.stop()
        await told(meeting, silent=True)
        stopped.go_on()
        await told(meeting, silent=False)
        assert await stopped.reconnects_at(meeting.chair.seq) == 0
        await meeting.agree()
