"""How close the hub's fan-out comes to doing nothing but sending.

One server with real websockets, and a process of consoles that read. For each publication two times are
taken on the same connections: the floor, a plain loop of ``socket.send`` of the same frame, and the hub, from
``published`` until every console has been written to. The loop's longest gap is what anything else on it,
such as a chair's command, may have to wait. Loopback only.

    python -m benchmarks.fan_out --consoles 1000 --publications 50
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import platform
import resource
import selectors
import socket
import statistics
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.sharedctypes import Synchronized
from typing import Any

import uvicorn
import uvloop
from benchmarks.idle_meeting import MEETING, IdleMeeting, admit
from fastapi import FastAPI

from hemicycle.clock.service_clock import ServiceClock
from hemicycle.conduct.ports import Patch, Publication
from hemicycle.live import frames
from hemicycle.live.endpoint import Endpoint
from hemicycle.live.hub import Hub
from hemicycle.live.hubs import Hubs
from hemicycle.live.memory import tune_garbage_collection
from hemicycle.live.seam import SeamProtocol, listen, uvicorn_options

HANDSHAKE = (
    "GET /live/{meeting} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    "Sec-WebSocket-Protocol: hemicycle.v1\r\nAuthorization: Bearer l.t\r\n\r\n"
)
HELLO = b'{"type":"hello","audience":"hall"}'


def consoles(port: int, count: int, received: "Synchronized[int]") -> None:
    """The other process: open the consoles, then read whatever comes and count its bytes."""
    _many_files()
    hello = bytes((0x81, 0x80 | len(HELLO))) + bytes(4) + HELLO  # masked with zeros (RFC 6455 §5.3)
    selector = selectors.DefaultSelector()
    opened = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(HANDSHAKE.format(meeting=MEETING).encode())
        if b"101" not in connection.recv(4096):
            raise RuntimeError("the handshake was refused")
        connection.sendall(hello)
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ)
        opened.append(connection)
    while True:
        total = 0
        for key, _ in selector.select():
            data = key.fileobj.recv(262_144)  # type: ignore[union-attr]
            if not data:
                return
            total += len(data)
        with received.get_lock():
            received.value += total


def _many_files() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


@dataclass
class Figures:
    """Seconds. ``written``: until all had been written to; ``read``: until all had been read."""

    floor_written: list[float] = field(default_factory=list)
    floor_read: list[float] = field(default_factory=list)
    hub_written: list[float] = field(default_factory=list)
    hub_read: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)


class Gaps:
    """The longest time for which the loop did not turn."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0)
            self.longest = max(self.longest, time.perf_counter() - began)


async def _read_by_all(received: "Synchronized[int]", expected: int) -> None:
    while received.value < expected:
        await asyncio.sleep(0.0005)


async def one_floor(figures: Figures, hub: Hub, frame: bytes, received: "Synchronized[int]") -> None:
    """A plain loop of send over the same connections."""
    descriptors = [socket.socket(fileno=os.dup(_descriptor(console.line))) for console in hub.members]
    for one in descriptors:
        one.setblocking(False)
    sends: list[Callable[[bytes], int]] = [one.send for one in descriptors]
    expected = received.value + len(frame) * len(sends)
    began = time.perf_counter()
    for send in sends:
        send(frame)
    figures.floor_written.append(time.perf_counter() - began)
    await _read_by_all(received, expected)
    figures.floor_read.append(time.perf_counter() - began)
    for one in descriptors:
        one.close()


def _descriptor(line: Any) -> int:
    if not isinstance(line, SeamProtocol):
        raise TypeError("a console without a socket")
    return int(line.transport.get_extra_info("socket").fileno())


async def one_hub(
    figures: Figures, hub: Hub, publication: Publication, received: "Synchronized[int]", length: int
) -> None:
    """The same through the hub, with something that watches the loop."""
    gaps = Gaps()
    watching = asyncio.create_task(gaps.watch())
    await asyncio.sleep(0)
    expected = received.value + length * len(hub.members)
    began = time.perf_counter()
    hub.published(publication)
    while any(stream.busy for stream in hub.streams.values()):
        await asyncio.sleep(0)
    figures.hub_written.append(time.perf_counter() - began)
    watching.cancel()
    await _read_by_all(received, expected)
    figures.hub_read.append(time.perf_counter() - began)
    figures.gaps.append(gaps.longest)


async def measure(count: int, publications: int, size: int) -> Figures:
    """Take both times ``publications`` times, in turn; the first of each is thrown away."""
    meeting, figures = IdleMeeting(), Figures()
    hubs = Hubs(conductor=meeting, clock=ServiceClock(), people=meeting, presence=meeting)
    async with _serving(hubs, meeting) as port:
        received = multiprocessing.get_context("spawn").Value("q", 0)
        arguments = (port, count, received)
        reader = multiprocessing.get_context("spawn").Process(target=consoles, args=arguments, daemon=True)
        reader.start()
        hub = await _all_follow(hubs, count, received)
        tune_garbage_collection()
        for number in range(publications + 1):
            merge = {"n": f"{number:06}", "text": "x" * size}
            change = Patch(prev_seq=meeting.seq, seq=meeting.seq + 1, merge=merge)
            frame = frames.patch(change, datetime.now(UTC))
            into = figures if number else Figures()
            await one_floor(into, hub, frame, received)
            await one_hub(into, hub, meeting.next(merge), received, len(frame))
    await asyncio.to_thread(reader.join)
    return figures


async def _all_follow(hubs: Hubs, count: int, received: "Synchronized[int]") -> Hub:
    """Wait until every console follows and has read what it was sent."""
    hub, before = None, -1
    while hub is None or sum(console.joined for console in hub.members) < count or received.value != before:
        before = received.value
        await asyncio.sleep(0.3)
        hub = next(hubs.all(), None)
    return hub


@asynccontextmanager
async def _serving(hubs: Hubs, meeting: IdleMeeting) -> AsyncIterator[int]:
    app = FastAPI()
    app.include_router(Endpoint(hubs, meeting, admit).router)
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, **uvicorn_options()))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await serving


def report(figures: Figures, count: int, size: int) -> dict[str, Any]:
    """Milliseconds, medians; ``ratio``: the hub's time by the floor's, taken pair by pair."""
    pairs = zip(figures.hub_written, figures.floor_written, strict=True)
    pairs_read = zip(figures.hub_read, figures.floor_read, strict=True)
    return {
        "consoles": count,
        "publications": len(figures.gaps),
        "merge_bytes": size,
        "floor_ms": _milliseconds(figures.floor_written),
        "hub_ms": _milliseconds(figures.hub_written),
        "ratio": round(statistics.median(hub / floor for hub, floor in pairs), 2),
        "ratio_until_read": round(statistics.median(hub / floor for hub, floor in pairs_read), 2),
        "longest_gap_ms": round(max(figures.gaps) * 1000, 1),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
    }


def _milliseconds(times: list[float]) -> float:
    return round(statistics.median(times) * 1000, 2)


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--consoles", type=int, default=1000)
    parser.add_argument("--publications", type=int, default=50)
    parser.add_argument("--bytes", type=int, default=400, help="length of what changes in the view")
    chosen = parser.parse_args()
    _many_files()
    figures = uvloop.run(measure(chosen.consoles, chosen.publications, chosen.bytes))
    print(json.dumps(report(figures, chosen.consoles, chosen.bytes), indent=2))


if __name__ == "__main__":
    main()
