"""A remote speaker's line is lost in mid-statement: how soon the chair's console shows it."""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

import orjson
import uvloop
from benchmarks.assembly import ITEM, Assembly, assemble, served
from benchmarks.report import Report, Row
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from hemicycle_client import Console, View
from hemicycle_client import connect as connect_console
from hemicycle_client.bots import Credential

RUNS = 10
SETTLED = 2.0
"""Seconds of speaking before the line is cut, and a beat more or less, so that the pings are anywhere."""


def measure(say: Callable[[str], None]) -> Report:
    """Closed and silent in turn."""
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        assembly = assemble(Path(folder), 1, 1)
        with served(assembly.data) as url:
            closed, silent = uvloop.run(_meet(url, assembly, say))
    beside = median(closed)
    return Report(
        title=f"A speaker's line is lost in mid-statement, until the chair's console shows it; {RUNS} each",
        columns=("median, ms", "worst, ms", "by a closed line"),
        rows=[
            Row("the line falls silent", (median(silent), max(silent), median(silent) / beside)),
            Row("the line is closed", (beside, max(closed), 1.0)),
        ],
        notes=("Silent: the speaker's end answers nothing any more, and its connection stays open.",),
    )


async def _meet(url: str, assembly: Assembly, say: Callable[[str], None]) -> tuple[list[float], list[float]]:
    (speaker,), meeting = assembly.delegates, assembly.meetings[0]
    closed: list[float] = []
    silent: list[float] = []
    chance = random.Random(2021)
    async with connect_console(url, token=assembly.chair.token, meeting=meeting, audience="podium") as chair:
        async with _line(url, speaker, meeting) as line:
            await chair.send("CallToOrder")
            await chair.send("TakeUpItem", item=ITEM)
            await chair.send("OpenList", item=ITEM)
            await line.send(
                orjson.dumps({"type": "command", "id": "ask", "command": "RequestFloor"}).decode()
            )
            await chair.until(lambda view: bool(view["entries"]))
            await chair.send("CallNext")
            await chair.send("GiveFloor", override="measured with")
        for number in range(RUNS):
            for cut, found in ((_close, closed), (_silence, silent)):
                async with _line(url, speaker, meeting) as line:
                    await chair.until(lambda view: not _lost(view))
                    await asyncio.sleep(SETTLED + chance.random())
                    found.append(await _shown(chair, line, cut))
                    await chair.until(_lost)
            say(f"{number + 1} of {RUNS}: closed {closed[-1]:.0f} ms, silent {silent[-1]:.0f} ms")
    return closed, silent


async def _shown(chair: Console, line: ClientConnection, cut: Callable[[ClientConnection], None]) -> float:
    """Milliseconds."""
    began = perf_counter()
    cut(line)
    await chair.until(_lost)
    return (perf_counter() - began) * 1000


def _close(line: ClientConnection) -> None:
    line.transport.abort()


def _silence(line: ClientConnection) -> None:
    line.transport.pause_reading()


def _lost(view: View) -> bool:
    return any("connection_lost_at" in frame for frame in view["floor"])


@asynccontextmanager
async def _line(url: str, who: Credential, meeting: str) -> AsyncIterator[ClientConnection]:
    """A console that says hello, answers pings of the websocket, and comes back by nobody but us."""
    async with connect(
        f"{url.replace('http', 'ws', 1)}/live/{meeting}",
        subprotocols=[Subprotocol("hemicycle.v1")],
        additional_headers={"Authorization": f"Bearer {who.token}"},
        compression=None,
        proxy=None,
        ping_interval=None,
        close_timeout=0.1,
        max_queue=None,
    ) as line:
        await line.send('{"type":"hello","audience":"hall"}')
        yield line
