"""A console that costs next to nothing, so that the service is measured and not the one who measures.

It speaks ``hemicycle.v1`` over a plain socket and looks at each frame just long enough to note when what it
waits for has arrived. Frames of the service: RFC 6455 §5.2, unmasked; its own are masked with zeros (§5.3).
"""

import asyncio
import json
from time import perf_counter
from typing import Self, cast
from urllib.parse import urlsplit

_SHORT, _TWO_BYTES, _EIGHT_BYTES = 125, 126, 127
_HANDSHAKE = (
    "GET /live/{meeting} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aGVtaWN5Y2xlIGJlbmNoIQ==\r\n"
    "Sec-WebSocket-Protocol: hemicycle.v1\r\nAuthorization: Bearer {token}\r\n\r\n"
)


class LeanConsole(asyncio.Protocol):
    """Times are seconds of ``perf_counter``. ``seen``: the newest ``seq``, and when it came."""

    def __init__(self, handshake: bytes) -> None:
        loop = asyncio.get_running_loop()
        self.asked_at = 0.0
        self.acknowledged_at = 0.0
        self.acknowledged_seq = 0
        self.seen = (0, 0.0)
        self.follows: asyncio.Future[None] = loop.create_future()
        self.answered: asyncio.Future[None] = loop.create_future()
        self._handshake = handshake
        self._buffer = b""
        self._upgraded = False

    @classmethod
    async def follow(cls, url: str, meeting: str, token: str) -> Self:
        """Connect, and wait for the first view."""
        host = urlsplit(url).netloc
        name, port = host.split(":")
        request = _HANDSHAKE.format(meeting=meeting, host=host, token=token).encode()
        loop = asyncio.get_running_loop()
        _, console = await loop.create_connection(lambda: cls(request), name, int(port))
        await console.follows
        return console

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.write(self._handshake)

    def ask(self, number: int) -> None:
        """Ask for the floor; ``answered`` is done when the answer is there."""
        self.asked_at = perf_counter()
        self._send({"type": "command", "id": f"ask-{number}", "command": "RequestFloor"})

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Note what arrives."""
        at = perf_counter()
        self._buffer += data
        if not self._upgraded:
            head, end, rest = self._buffer.partition(b"\r\n\r\n")
            if not end:
                return
            if b" 101 " not in head.splitlines()[0]:
                raise RuntimeError(head.decode())
            self._upgraded, self._buffer = True, rest
            self._send({"type": "hello", "audience": "hall"})
        self._take_frames(at)

    def _take_frames(self, at: float) -> None:
        buffer, place = self._buffer, 0
        while (found := _payload(buffer, place)) is not None:
            start, place = found
            if buffer.startswith(b'{"type":"patch"', start):
                self.seen = (int(_field(buffer, b'"seq":', start)), at)
            elif buffer.startswith(b'{"type":"accepted"', start):
                self.acknowledged_at, self.acknowledged_seq = at, int(_field(buffer, b'"seq":', start))
                self.answered.set_result(None)
            elif buffer.startswith(b'{"type":"refused"', start):
                self.answered.set_exception(RuntimeError(buffer[start:place].decode()))
            elif buffer.startswith(b'{"type":"snapshot"', start):
                self.follows.set_result(None)
        self._buffer = buffer[place:]

    def _send(self, frame: dict[str, str]) -> None:
        payload = json.dumps(frame).encode()
        length = (
            bytes([0x80 | len(payload)])
            if len(payload) <= _SHORT
            else bytes([0x80 | _TWO_BYTES]) + len(payload).to_bytes(2, "big")
        )
        self._transport.write(b"\x81" + length + bytes(4) + payload)


def _payload(buffer: bytes, place: int) -> tuple[int, int] | None:
    """Where the payload of the frame at ``place`` begins and ends; None: it is not whole yet."""
    if len(buffer) < place + 2:
        return None
    length, start = buffer[place + 1], place + 2
    if length == _TWO_BYTES:
        length, start = int.from_bytes(buffer[start : start + 2], "big"), start + 2
    elif length == _EIGHT_BYTES:
        length, start = int.from_bytes(buffer[start : start + 8], "big"), start + 8
    return (start, start + length) if len(buffer) >= start + length else None


def _field(buffer: bytes, name: bytes, start: int) -> bytes:
    begin = buffer.index(name, start) + len(name)
    end = begin
    while buffer[end : end + 1].isdigit():
        end += 1
    return buffer[begin:end]
