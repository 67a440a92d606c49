"""A console without the client: every frame that the service sends is seen, when it is asked for."""

import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.faults.running import Prepared, Served
from websockets.asyncio.client import ClientConnection, connect

from hemicycle_client import merge_patch
from hemicycle_client.bots import Credential

RECEIVED = 4096
"""Bytes that the kernel keeps for it: a line that is not read from is soon full."""


class RawLine:
    """Reads only in ``until``; a gap between patches is an error."""

    def __init__(self, line: ClientConnection) -> None:
        self.kinds: list[str] = []
        self.view: Any = {}
        self.seq = -1
        self._line = line

    async def until_seq(self, seq: int) -> None:
        while self.seq < seq:
            await self._read()

    async def until_bye(self) -> dict[str, Any]:
        frame = await self._read()
        while frame["type"] != "bye":
            frame = await self._read()
        return frame

    async def _read(self) -> dict[str, Any]:
        frame: dict[str, Any] = json.loads(await self._line.recv())
        self.kinds.append(frame["type"])
        match frame:
            case {"type": "snapshot", "seq": seq, "view": view}:
                self.seq, self.view = seq, view
            case {"type": "patch", "seq": seq, "prev_seq": before, "merge": merge} if seq > self.seq:
                assert before == self.seq, "a gap"
                self.seq, self.view = seq, merge_patch(self.view, merge)
            case _:
                pass
        return frame


@asynccontextmanager
async def raw_line(served: Served, prepared: Prepared, credential: Credential) -> AsyncIterator[RawLine]:
    """A console of the hall that has said hello."""
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVED)
    narrow.connect(("127.0.0.1", served.port))
    narrow.setblocking(False)
    async with connect(
        f"ws://127.0.0.1:{served.port}/live/{prepared.meeting}",
        sock=narrow,
        subprotocols=["hemicycle.v1"],  # type: ignore[list-item]  # a NewType of str
        additional_headers={"Authorization": f"Bearer {credential.token}"},
        compression=None,
        proxy=None,
        max_queue=1,
        max_size=None,
        ping_interval=None,
    ) as line:
        await line.send(json.dumps({"type": "hello", "audience": "hall"}))
        yield RawLine(line)
