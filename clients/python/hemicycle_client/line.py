"""The line between a console and the service: opened, followed, lost, opened again."""

import asyncio
import logging
import random
from collections.abc import Callable
from typing import NoReturn

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from hemicycle_client.address import Address
from hemicycle_client.backoff import Backoff
from hemicycle_client.connecting import TryLater, open_socket
from hemicycle_client.frames import Accepted, RefusedFrame
from hemicycle_client.protocol import Protocol

log = logging.getLogger(__name__)

SILENCE = 60.0
"""Real seconds without any frame after which the line is thought dead: the service pings every 20."""


class Line:
    """Keeps one console connected.

    ``trouble``: why the last attempt failed. ``changed`` is called after each change of what can be seen,
    ``answered`` with each answer to a command.
    """

    def __init__(
        self,
        address: Address,
        meeting: str,
        protocol: Protocol,
        backoff: Backoff,
        *,
        changed: Callable[[], None],
        answered: Callable[[Accepted | RefusedFrame], None],
    ) -> None:
        self.reconnects = 0
        self.trouble: str | None = None
        self._address = address
        self._meeting = meeting
        self._protocol = protocol
        self._backoff = backoff
        self._changed = changed
        self._answered = answered
        self._chance = random.Random()  # noqa: S311 - spreads reconnects, keeps no secret
        self._socket: ClientConnection | None = None
        self._away = 0.0

    @property
    def stands(self) -> bool:
        """Whether there is a connection."""
        return self._socket is not None

    async def keep(self) -> NoReturn:
        """Connect, follow, come back, for ever. Raises the ``HemicycleError`` that nothing heals."""
        tries = 0
        while True:
            try:
                asked = await self._connection()
                tries = 0
            except TryLater as later:
                self.trouble = str(later)
                log.debug("%s: %s", self._meeting, later)
                asked, tries = later.after or 0.0, tries + 1
            pause = self._backoff.delay(tries, self._chance)
            asked, self._away = max(asked, self._away), 0.0
            await asyncio.sleep(asked + pause)

    async def write(self, text: str) -> None:
        """Send if the line stands; what is not answered is sent again by the next connection."""
        if self._socket is None:
            return
        try:
            await self._socket.send(text)
        except ConnectionClosed:
            return

    def drop(self, away: float) -> None:
        """Abort the TCP connection and stay away for so many real seconds."""
        if self._socket is not None:
            self._away = away
            self._socket.transport.abort()

    async def _connection(self) -> float:
        """One connection, to its end. Returns the real seconds for which the service asks to stay away."""
        again = self._protocol.fold.begun
        socket = await open_socket(self._address, self._meeting)
        try:
            await socket.send(self._protocol.hello())
            self._socket = socket
            self.reconnects += again
            self._changed()
            for text in self._protocol.unanswered():
                await socket.send(text)
            return await self._follow(socket)
        except (ConnectionClosed, TimeoutError):
            return 0.0
        finally:
            self._socket = None
            self._changed()
            await socket.close()

    async def _follow(self, socket: ClientConnection) -> float:
        while True:
            async with asyncio.timeout(SILENCE):
                text = await socket.recv()
            received = self._protocol.received(text)
            for frame in received.send:
                await socket.send(frame)
            if received.answer is not None:
                self._answered(received.answer)
            if received.bye is not None:
                return received.bye.retry_after or 0.0
            if received.moved:
                self._changed()
