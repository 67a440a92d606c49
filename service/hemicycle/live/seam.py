"""The seam with uvicorn: its own websocket protocol, with a way past ASGI to the transport.

Give ``SeamProtocol`` to uvicorn as ``ws``; a websocket's scope then carries a ``Line`` in its extensions,
under ``LINE``. Written against uvicorn 0.54 (``websockets_sansio_impl``), to which pyproject.toml is pinned;
the tests run it in a real server. Handshakes and closing go through uvicorn, what a hub sends does not.
"""

import socket
from asyncio.transports import BaseTransport
from collections.abc import Callable
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

from hemicycle.live.console import Attached, Line

LINE = "hemicycle.line"
SEND_BUFFER = 32 * 1024
"""Bytes that the kernel keeps for a console that does not read; by default it would swallow about 4 MB."""

BACKLOG = 2048
"""Connections that may wait to be accepted: after a restart all consoles come back at once."""

LARGEST_MESSAGE = 64 * 1024
"""Bytes. Larger ones close the connection (1009); from 16 KiB on a frame is refused in a readable way."""


def line_of(scope: Any) -> Line:
    """The line of a websocket's ASGI scope. Raises RuntimeError under any other server or protocol."""
    found = scope.get("extensions", {}).get(LINE)
    if found is None:
        raise RuntimeError("serve with uvicorn and hemicycle.live.seam.uvicorn_options()")
    return cast("Line", found)


def uvicorn_options() -> dict[str, Any]:
    """Options of ``uvicorn.Config`` without which the live layer does not keep what it promises."""
    return {
        "loop": "uvloop",
        "ws": SeamProtocol,
        "ws_max_size": LARGEST_MESSAGE,
        "ws_per_message_deflate": False,
        "ws_ping_interval": None,  # the hubs' own sweep pings: no timer for each console
        "timeout_graceful_shutdown": 5,  # seconds; a console that does not read must not keep the service up
    }


def listen(host: str, port: int) -> socket.socket:
    """A listening socket for ``Server.serve(sockets=[...])`` whose connections have a small send buffer.

    Port 0 takes a free one. Raises OSError, for example when the port is in use.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        listening.bind(address)
        listening.listen(BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


class SeamProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol and, to the live layer, a ``Line``. What is missed in a pause is the hub's."""

    write: Callable[[bytes], None]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._attached: Attached | None = None
        self._owed = b""

    def connection_made(self, transport: BaseTransport) -> None:
        """Also bind ``write`` to the transport itself."""
        super().connection_made(transport)
        self.write = self.transport.write

    async def run_asgi(self) -> None:
        """Also offer this line to the application."""
        cast("dict[str, Any]", self.scope["extensions"])[LINE] = self
        await super().run_asgi()

    def attach(self, attached: Attached) -> None:
        """From now on ``attached`` is told; at once if the transport is full or closing already."""
        self._attached = attached
        if self.disconnected or self.transport.is_closing():
            attached.lost()
        elif not self.writable.is_set():
            attached.paused()

    def pause_writing(self) -> None:
        """Also tell the console."""
        super().pause_writing()
        if self._attached is not None:
            self._attached.paused()

    def resume_writing(self) -> None:
        """Also tell the console."""
        super().resume_writing()
        owed, self._owed = self._owed, b""
        if owed:
            self.transport.write(owed)
        if self._attached is not None:
            self._attached.resumed()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell first: after this uvloop raises on every write."""
        self._detach()
        super().connection_lost(exc)

    def handle_close(self, event: Frame) -> None:
        """The client closes: nothing may follow our own close frame (RFC 6455 §5.5.1)."""
        self._detach()
        super().handle_close(event)

    def handle_parser_exception(self) -> None:
        """The client broke RFC 6455: the close frame is the last one."""
        self._detach()
        super().handle_parser_exception()

    def handle_pong(self, event: Frame) -> None:
        """Not for uvicorn, which does not ping here."""
        if self._attached is not None:
            self._attached.answered(bytes(event.data))

    @property
    def listening(self) -> bool:
        """Nothing is read while a message waits to be taken."""
        return not self.read_paused

    def handle_ping(self) -> None:
        """A pong for a client that does not read waits; only the newest is owed (RFC 6455 §5.5.3)."""
        if self.writable.is_set():
            super().handle_ping()
        elif pongs := self.conn.data_to_send():
            self._owed = pongs[-1]

    def shutdown(self) -> None:
        """The server stops: the console is told when to come back."""
        if self._attached is not None and self.handshake_complete and not self.close_sent:
            self.transport.write(self._attached.stopping())
        self._attached = None
        super().shutdown()

    def finish(self, frames: bytes, code: int) -> None:
        """Write the last frames, then close with ``code``; abort if the client does not close in time."""
        self._attached = None
        if self.close_sent or self.disconnected or self.transport.is_closing():
            self.transport.abort()
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": ""})
        self.conn.send_close(code)
        self.transport.write(frames + b"".join(self.conn.data_to_send()))
        self.close_sent = True
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.abort)

    def abort(self) -> None:
        """Drop the connection at once."""
        self._attached = None
        self.transport.abort()

    def _detach(self) -> None:
        attached, self._attached = self._attached, None
        if attached is not None:
            attached.lost()
