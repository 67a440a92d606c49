"""The whole service in a real uvicorn on uvloop, in a thread of its own, on a free port of loopback."""

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import orjson
import uvicorn
from tests.api.edge import served
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from hemicycle.contract.merge import merged
from hemicycle.live.seam import listen, uvicorn_options
from hemicycle.storage import Engine


@dataclass(frozen=True)
class Listening:
    """``host``: with the port."""

    engine: Engine
    host: str

    @property
    def url(self) -> str:
        return f"http://{self.host}"


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answers = threading.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.answers.set()


@contextmanager
def listening(engine: Engine, folder: Path) -> Iterator[Listening]:
    server: list[_Server] = []
    bound = listen("127.0.0.1", 0)
    ready = threading.Event()

    def run() -> None:
        service = served(engine, folder)  # made where its clock will run
        config = uvicorn.Config(
            service.app, log_config=None, log_level="warning", access_log=False, **uvicorn_options()
        )
        server.append(_Server(config))
        ready.set()
        server[0].run([bound])

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert ready.wait(60)
        assert server[0].answers.wait(60)
        yield Listening(engine, f"127.0.0.1:{bound.getsockname()[1]}")
    finally:
        server[0].should_exit = True
        thread.join(60)
        assert not thread.is_alive()


class Wire:
    """One console's socket, with every frame that came."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[dict[str, Any]] = []
        self.view: Any = None

    @property
    def seq(self) -> int:
        """How far this console has been told."""
        return max(int(frame["seq"]) for frame in self.frames if frame["type"] in {"snapshot", "patch"})

    async def hello(self, audience: str, **position: Any) -> Self:
        await self.send(type="hello", audience=audience, **position)
        await self.until("me")
        return self

    async def send(self, **frame: Any) -> None:
        await self.socket.send(orjson.dumps(frame).decode())

    async def until(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Read until a frame of this type, with these fields."""
        while True:
            frame = await self._read()
            if frame["type"] == kind and all(frame.get(key) == value for key, value in fields.items()):
                return frame

    async def command(self, command: str, *, cid: str, **fields: Any) -> dict[str, Any]:
        """Send a command; the frame that answers it."""
        await self.send(type="command", id=cid, command=command, **fields)
        while True:
            frame = await self._read()
            if frame.get("id") == cid:
                return frame

    async def end(self) -> int | None:
        """Read to the end; the close code."""
        try:
            while True:
                await self._read()
        except ConnectionClosed:
            return self.socket.close_code

    async def _read(self) -> dict[str, Any]:
        frame: dict[str, Any] = orjson.loads(await self.socket.recv())
        self.frames.append(frame)
        if frame["type"] == "snapshot":
            self.view = frame["view"]
        elif frame["type"] == "patch":
            self.view = merged(self.view, frame["merge"])
        return frame


@asynccontextmanager
async def opened(address: str, **headers: str) -> AsyncIterator[Wire]:
    """A socket to ``ws://…`` that speaks the live protocol."""
    options: dict[str, Any] = {"subprotocols": ["hemicycle.v1"], "additional_headers": headers}
    async with connect(address, proxy=None, ping_interval=None, max_size=None, **options) as socket:
        yield Wire(socket)
