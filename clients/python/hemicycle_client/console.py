"""A console of a meeting: a view that follows it, and commands that are answered once."""

import asyncio
import logging
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from hemicycle_client.address import Address
from hemicycle_client.backoff import Backoff
from hemicycle_client.errors import Closed, HemicycleError, Refused, Unanswered, Unreachable
from hemicycle_client.folding import View
from hemicycle_client.frames import Accepted, RefusedFrame
from hemicycle_client.line import Line
from hemicycle_client.protocol import Protocol
from hemicycle_client.service_time import ServiceClock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """The state after a change. ``connected``: whether the line stands."""

    seq: int
    view: View
    connected: bool


class Console:
    """One login's console. Made by ``connect``; use it inside one event loop.

    It comes back by itself when the line is lost: it asks for what it missed and sends again, under the same
    ids, the commands that have not been answered; the service answers each id once.
    """

    def __init__(
        self,
        address: Address,
        meeting: str,
        audience: str = "hall",
        *,
        backoff: Backoff = Backoff(),  # noqa: B008 - frozen
    ) -> None:
        self.meeting = meeting
        self._address = address
        self._protocol = Protocol(audience)
        self._line = Line(
            address, meeting, self._protocol, backoff, changed=self._changed, answered=self._settle
        )
        self._waiting: dict[str, asyncio.Future[Accepted]] = {}
        self._signal = asyncio.Event()
        self._failure: HemicycleError | None = None
        self._living: asyncio.Task[None] | None = None

    @property
    def view(self) -> View:
        """The folded view. A view once taken never changes: ask again for the present one."""
        return self._protocol.fold.view

    @property
    def seq(self) -> int:
        """The number of the last event folded."""
        return self._protocol.fold.seq

    @property
    def epoch(self) -> str | None:
        """The generation of the meeting's log and views."""
        return self._protocol.fold.epoch

    @property
    def audience(self) -> str:
        """``hall``, ``booths`` or ``podium``."""
        return self._protocol.audience

    @property
    def directory(self) -> Mapping[str, Any]:
        """Persons by participant id: ``{name, title?, delegation?, connected?}``; empty for the hall."""
        return self._protocol.directory

    @property
    def me(self) -> Mapping[str, Any]:
        """What is private to this login: ``{login, capacity, participant?, delegation?, seat?, …}``."""
        return self._protocol.me

    @property
    def connected(self) -> bool:
        """Whether the line stands."""
        return self._line.stands

    @property
    def reconnects(self) -> int:
        """How often the line was lost and opened again."""
        return self._line.reconnects

    @property
    def clock(self) -> ServiceClock:
        """The service's time and scale."""
        return self._protocol.clock

    def server_now(self) -> datetime:
        """The service's time, aware, UTC."""
        return self._protocol.clock.now()

    async def send(
        self, command: str, *, command_id: str | None = None, within: float | None = None, **fields: Any
    ) -> Accepted:
        """Send a command and await its answer, over as many connections as it takes.

        ``fields``: the command's, None meaning absent. When this returns, the view contains the outcome.
        Raises ``Refused``; ``Unanswered`` after ``within`` real seconds; what ended the console, if it has.
        """
        self._check()
        command_id = command_id or str(uuid.uuid4())
        answer: asyncio.Future[Accepted] = asyncio.get_running_loop().create_future()
        self._waiting[command_id] = answer
        present = {key: value for key, value in fields.items() if value is not None}
        text = self._protocol.command(command_id, command, present)
        try:
            async with asyncio.timeout(within):
                await self._line.write(text)
                accepted = await answer
                await self.until(lambda _: self.seq >= accepted.seq)
        except TimeoutError as error:
            raise Unanswered(f"{command} was not answered within {within} s.") from error
        finally:
            self._waiting.pop(command_id, None)
            self._protocol.forget(command_id)
        return accepted

    async def changes(self) -> AsyncIterator[Change]:
        """The present state, then one ``Change`` after each change; a slow reader gets only the newest."""
        while True:
            self._check()
            signal = self._signal
            yield Change(self.seq, self.view, self.connected)
            await signal.wait()

    async def until(
        self, condition: Callable[[View], bool], within: float | None = None, *, by: datetime | None = None
    ) -> View:
        """Wait until ``condition`` holds for the view, and return that view.

        It is asked again after every change, of view, directory, ``me`` or line. Raises ``TimeoutError``
        after ``within`` real seconds or at ``by`` of service time, and what ended the console, if it has.
        """
        async with asyncio.timeout(within):
            while True:
                self._check()
                signal = self._signal
                if condition(self.view):
                    return self.view
                await self._wait(signal, by)

    async def until_time(self, when: datetime) -> None:
        """Wait for a moment of service time."""
        try:
            await self.until(lambda _: False, by=when)
        except TimeoutError:
            return

    def drop_connection(self, away: float = 0.0) -> None:
        """Abort the TCP connection, as a broken line does; come back after ``away`` real seconds or later.

        For rehearsals: whoever uses the console need not care.
        """
        self._line.drop(away)

    async def open(self, within: float = 10.0) -> Self:
        """Connect and wait for the first view. Raises ``Unreachable`` after ``within`` real seconds."""
        self._living = asyncio.create_task(self._live())
        try:
            await self.until(lambda _: self._protocol.fold.begun, within)
        except TimeoutError as error:
            await self.close()
            why = f"No view of {self.meeting} came from {self._address.url} within {within} s"
            raise Unreachable(f"{why} ({self._line.trouble or 'no answer'}).") from error
        except BaseException:
            await self.close()
            raise
        return self

    async def close(self) -> None:
        """Leave the meeting. Commands that wait for their answers raise ``Closed``."""
        self._fail(Closed("The console was closed."))
        if self._living is not None:
            self._living.cancel()
            await asyncio.gather(self._living, return_exceptions=True)

    async def _live(self) -> None:
        try:
            await self._line.keep()
        except HemicycleError as error:
            self._fail(error)

    def _settle(self, answer: Accepted | RefusedFrame) -> None:
        waiting = self._waiting.get(answer.id) if answer.id is not None else None
        if waiting is None or waiting.done():
            log.debug("%s: an answer that nobody awaits: %s", self.meeting, answer)
        elif isinstance(answer, Accepted):
            waiting.set_result(answer)
        else:
            waiting.set_exception(Refused(answer.problem))

    def _check(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _changed(self) -> None:
        signal, self._signal = self._signal, asyncio.Event()
        signal.set()

    def _fail(self, error: HemicycleError) -> None:
        self._failure = self._failure or error
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(self._failure)
        self._changed()

    async def _wait(self, signal: asyncio.Event, by: datetime | None) -> None:
        """Wait for the next change; raises ``TimeoutError`` when service time has come to ``by``."""
        if by is None:
            await signal.wait()
            return
        left = self.clock.real_seconds_until(by)
        if left <= 0:
            raise TimeoutError
        try:
            async with asyncio.timeout(left):
                await signal.wait()
        except TimeoutError:
            return
