"""A small real websocket server that speaks ``hemicycle.v1`` faithfully, with faults on demand."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from hemicycle_client import merge_patch

Json = dict[str, Any]
START = datetime(2021, 9, 7, 8, tzinfo=UTC)
TOKEN = "l1.secret"
MEETING = "em10-3"


@dataclass
class FakeService:
    """The log of one meeting, as far as consoles can tell. ``decide``: command → merge or problem."""

    decide: Callable[[Json], Json] = lambda command: {"last": command["command"]}
    view: Json = field(default_factory=lambda: {"count": 0})
    epoch: str = "e1"
    seq: int = 1
    scale: float = 1.0
    now: datetime = START
    retained: int = 512
    patches: list[tuple[int, int, Json]] = field(default_factory=list)
    receipts: dict[str, Json] = field(default_factory=dict)
    heard: list[Json] = field(default_factory=list)
    sockets: set[ServerConnection] = field(default_factory=set)
    refuse_handshakes: list[HTTPStatus] = field(default_factory=list)
    refusal: str = "not now"
    abort_before_answers: int = 0
    lose_patches: int = 0
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def frames(self, kind: str) -> list[Json]:
        """What consoles sent, of one type, in order."""
        return [frame for frame in self.heard if frame["type"] == kind]

    async def commit(self, merge: Json, events: int = 1) -> int:
        """Append, then publish, as one patch."""
        before, self.seq = self.seq, self.seq + events
        self.view = merge_patch(self.view, merge)
        self.patches = [*self.patches, (before, self.seq, merge)][-self.retained :]
        if self.lose_patches:
            self.lose_patches -= 1
        else:
            await self.publish({"type": "patch", "prev_seq": before, "seq": self.seq, "merge": merge})
        return self.seq

    async def publish(self, frame: Json) -> None:
        for socket in list(self.sockets):
            try:
                await socket.send(self.encode(frame))
            except ConnectionClosed:
                self.sockets.discard(socket)

    async def bye(self, reason: str, **more: Any) -> None:
        await self.publish({"type": "bye", "reason": reason, **more})
        for socket in list(self.sockets):
            await socket.close()

    def encode(self, frame: Json) -> str:
        now = self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return json.dumps({**frame, "server_now": now})

    def snapshot(self, audience: str) -> Json:
        return {
            "type": "snapshot",
            "epoch": self.epoch,
            "seq": self.seq,
            "audience": audience,
            "view": self.view,
            "scale": self.scale,
        }

    async def converse(self, socket: ServerConnection) -> None:
        try:
            async for text in socket:
                frame = json.loads(text)
                self.heard.append(frame)
                if frame["type"] == "hello":
                    await self.welcome(socket, frame)
                elif frame["type"] == "command":
                    await self.command(socket, frame)
        finally:
            self.sockets.discard(socket)

    async def welcome(self, socket: ServerConnection, hello: Json) -> None:
        if hello["audience"] == "podium":
            problem = {"code": "not-allowed", "status": 403, "detail": "Not for this login."}
            await socket.send(self.encode({"type": "refused", "problem": problem}))
            return
        missing = self.missing(hello)
        self.sockets.add(socket)
        for frame in missing:
            await socket.send(self.encode(frame))
        await socket.send(self.encode({"type": "me", "version": 1, "login": "l1", "capacity": "delegate"}))

    def missing(self, hello: Json) -> list[Json]:
        since = hello.get("since_seq")
        kept = self.patches[0][0] if self.patches else self.seq
        if hello.get("epoch") != self.epoch or since is None or since < kept:
            return [self.snapshot(hello["audience"])]
        return [
            {"type": "patch", "prev_seq": before, "seq": seq, "merge": merge}
            for before, seq, merge in self.patches
            if seq > since
        ]

    async def command(self, socket: ServerConnection, command: Json) -> None:
        answer = self.receipts.get(command["id"])
        if answer is None:
            answer = await self.execute(command)
            self.receipts[command["id"]] = answer
        if self.abort_before_answers:
            self.abort_before_answers -= 1
            socket.transport.abort()
            return
        await socket.send(self.encode(answer))

    async def execute(self, command: Json) -> Json:
        outcome = self.decide(command)
        if "code" in outcome:
            return {"type": "refused", "id": command["id"], "problem": outcome}
        return {"type": "accepted", "id": command["id"], "seq": await self.commit(outcome)}

    def admit(self, socket: ServerConnection, request: Request) -> Response | None:
        if self.refuse_handshakes:
            return socket.respond(self.refuse_handshakes.pop(0), self.refusal)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return socket.respond(HTTPStatus.UNAUTHORIZED, "unknown login\n")
        if request.path != f"/live/{MEETING}":
            return socket.respond(HTTPStatus.NOT_FOUND, "unknown meeting\n")
        return None

    async def pass_time(self, seconds: float) -> None:
        """The service's clock moves, and consoles hear of it."""
        self.now += timedelta(seconds=seconds)
        await self.publish({"type": "ping"})


@asynccontextmanager
async def serving(service: FakeService, port: int = 0) -> AsyncIterator[FakeService]:
    """The service at work on a free port of the loopback interface, or on ``port`` again."""
    server: Server
    async with serve(
        service.converse,
        "127.0.0.1",
        port,
        subprotocols=[Subprotocol("hemicycle.v1")],
        process_request=service.admit,
        compression=None,
        ping_interval=None,
        close_timeout=1,
    ) as server:
        service.port = next(iter(server.sockets)).getsockname()[1]
        yield service
        for socket in list(service.sockets):
            socket.transport.abort()
        await asyncio.gather(*(socket.wait_closed() for socket in list(service.sockets)))
