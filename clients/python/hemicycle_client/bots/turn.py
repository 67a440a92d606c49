"""A delegate's turn to speak: waited for, taken, sometimes broken off by a lost line, ended."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from hemicycle_client.bots import reading
from hemicycle_client.bots.plan import Part
from hemicycle_client.bots.tally import Tally
from hemicycle_client.console import Console
from hemicycle_client.errors import Refused
from hemicycle_client.folding import View


class Turn:
    """The turns of one kind (statement, question, reply) of one delegation at one console.

    ``share`` of the time is taken, at most ``longest`` seconds of service time, as the part says.
    """

    def __init__(self, console: Console, delegation: str, kind: str, part: Part, tally: Tally) -> None:
        self._console = console
        self._delegation = delegation
        self._kind = kind
        self._part = part
        self._tally = tally
        self._drops_at = part.drops_at if kind == reading.STATEMENT else None

    async def ask(self, **fields: Any) -> bool:
        """Ask, unless the delegation has asked already. False: refused, there is nothing to wait for."""
        if self.pending() is not None:
            return True
        answer = await self._tally.send(self._console, "RequestFloor", kind=self._kind, **fields)
        return not isinstance(answer, Refused)

    def pending(self) -> str | None:
        """The id of the request that waits or is heard."""
        return reading.pending(self._console.view, self._delegation, self._kind)

    async def see_it_through(self) -> None:
        """Until the request is delivered or gone: whenever the floor is hers, speak."""
        while self.pending() is not None:
            await self._console.until(lambda view: self._frame(view) is not None or self.pending() is None)
            frame = self._frame(self._console.view)
            if frame is not None:
                await self._speak(frame)

    async def _speak(self, frame: Mapping[str, Any]) -> None:
        """Until the statement is over: by her own word after its length, by the chair's, or by a lost line.

        The length counts in what is left of the time, so that pauses and interruptions cost nothing.
        """
        grant, limit = frame["grant"], self._seconds_left(frame)
        length = limit * self._part.share
        if self._part.longest is not None:
            length = min(length, self._part.longest)
        while (frame := self._frame(self._console.view) or {}).get("grant") == grant:
            drops_at = self._drops_at
            spoken = length if drops_at is None else length * drops_at
            if not await self._frame_stands_until(frame, limit - spoken):
                continue
            if drops_at is not None:
                self._break_line()
            else:
                await self._end(frame)

    async def _frame_stands_until(self, frame: Mapping[str, Any], left: float) -> bool:
        """Wait until so many seconds are left. False: the frame, or who is called, changed before."""
        when = _moment_with_left(frame, left)
        try:
            await self._console.until(self._changed_from(frame), by=when)
        except TimeoutError:
            return True
        return False

    def _changed_from(self, frame: Mapping[str, Any]) -> Callable[[View], bool]:
        called = "called" in self._console.view
        return lambda view: self._frame(view) != frame or ("called" in view) != called

    async def _end(self, frame: Mapping[str, Any]) -> None:
        """She has finished. Refused while a point of order is called: then wait for what becomes of it."""
        answer = await self._tally.send(self._console, "EndStatement")
        if isinstance(answer, Refused):
            seq = self._console.seq
            await self._console.until(lambda view: self._frame(view) != frame or self._console.seq != seq)

    def _break_line(self) -> None:
        """Once."""
        self._drops_at = None
        self._tally.drops += 1
        away = timedelta(seconds=self._part.away)
        self._console.drop_connection(self._console.clock.real_seconds(away))

    def _frame(self, view: View) -> Mapping[str, Any] | None:
        """The frame on top of the floor, if it is her turn."""
        top = reading.speaking(view)
        if top is None or top["kind"] != self._kind or top["holder"] != "delegation":
            return None
        return top if top["delegation"] == self._delegation else None

    def _seconds_left(self, frame: Mapping[str, Any]) -> float:
        if "ends_at" not in frame:
            return float(self._part.longest or 0.0)
        return (reading.moment(frame["ends_at"]) - self._console.server_now()).total_seconds()


def _moment_with_left(frame: Mapping[str, Any], left: float) -> datetime | None:
    """When so many seconds of the time will be left; None while the clock stands still."""
    if {"paused_at", "interrupted_at"} & frame.keys() or "ends_at" not in frame:
        return None
    return reading.moment(frame["ends_at"]) - timedelta(seconds=left)
