"""A delegate: asks for the floor, waits for the turn, speaks, sometimes loses the line, and goes on."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from hemicycle_client.bots import reading
from hemicycle_client.bots.plan import Part
from hemicycle_client.bots.tally import Tally
from hemicycle_client.console import Console
from hemicycle_client.errors import Refused
from hemicycle_client.folding import View

BEFORE_WITHDRAWING = 20.0
"""Seconds of service time between a request and its withdrawal, and again before the next one."""
INTO_A_STATEMENT = 8.0
"""Seconds of service time into somebody's statement before a point of order is raised."""


class Delegate:
    """One delegate at her console, in the room or online: the service knows which, she need not say."""

    def __init__(self, console: Console, delegation: str, item: str, part: Part, tally: Tally) -> None:
        self._console = console
        self._delegation = delegation
        self._item = item
        self._part = part
        self._tally = tally
        self._line_broke = False

    async def run(self) -> None:
        """Play the part; ends when it is played, or when the list is closed without her."""
        await self._console.until(lambda view: reading.accepts(view, self._item))
        await self._sleep(self._part.asks_after)
        if self._part.objects_after is not None:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._object(self._part.objects_after))
                group.create_task(self._speak_in_rounds())
        else:
            await self._speak_in_rounds()

    async def _speak_in_rounds(self) -> None:
        for place in range(self._part.rounds):
            if place:
                await self._sleep(self._part.rest)
            if not await self._ask():
                return
            if place == 0 and self._part.in_vain:
                await self._try_in_vain()
            if place == 0 and self._part.withdraws and not await self._withdraw_and_ask_again():
                return
            await self._see_it_through()

    async def _ask(self) -> bool:
        """Ask, unless her delegation has asked already. False: the list takes no requests any more."""
        if self._mine() is not None:
            return True
        answer = await self._tally.send(
            self._console,
            "RequestFloor",
            kind=reading.STATEMENT,
            item=self._item,
            language=self._part.language,
        )
        return not isinstance(answer, Refused)

    async def _try_in_vain(self) -> None:
        """ONE_REQUEST for everybody; for observer delegations OBSERVERS as well."""
        category = self._console.view["delegations"][self._delegation]["category"]
        if self._mine() is not None:
            await self._tally.provoke(
                self._console, "already-requested", "RequestFloor", kind=reading.STATEMENT
            )
        if category in reading.OBSERVERS:
            await self._tally.provoke(
                self._console, "observers-may-not", "RequestFloor", kind=reading.POINT_OF_ORDER
            )

    async def _withdraw_and_ask_again(self) -> bool:
        await self._sleep(BEFORE_WITHDRAWING)
        request = self._mine()
        if request is None:
            return True
        await self._tally.send(self._console, "WithdrawRequest", request=request)
        if self._mine() is not None:
            return True  # called in the meantime: she speaks
        await self._sleep(BEFORE_WITHDRAWING)
        return await self._ask()

    async def _see_it_through(self) -> None:
        """Until the request is delivered or gone: whenever the floor is hers, speak."""
        while self._mine() is not None:
            await self._console.until(lambda view: self._frame(view) is not None or self._mine() is None)
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
            breaks = self._part.drops_at is not None and not self._line_broke
            spoken = length * (self._part.drops_at or 0.0) if breaks else length
            if not await self._frame_stands_until(frame, limit - spoken):
                continue
            if breaks:
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
        self._line_broke = True
        self._tally.drops += 1
        away = timedelta(seconds=self._part.away)
        self._console.drop_connection(self._console.clock.real_seconds(away))

    async def _object(self, after: float) -> None:
        """Raise a point of order in the statement of another delegation, once."""
        await self._sleep(after)
        await self._console.until(self._another_speaks)
        await self._sleep(INTO_A_STATEMENT)
        if self._another_speaks(self._console.view):
            await self._tally.send(self._console, "RequestFloor", kind=reading.POINT_OF_ORDER)

    def _another_speaks(self, view: View) -> bool:
        top = reading.speaking(view)
        if top is None or top["kind"] != reading.STATEMENT or top["holder"] != "delegation":
            return False
        return bool(top["delegation"] != self._delegation)

    def _mine(self) -> str | None:
        return reading.pending(self._console.view, self._delegation, reading.STATEMENT)

    def _frame(self, view: View) -> Mapping[str, Any] | None:
        """The frame on top of the floor, if it is her statement."""
        top = reading.speaking(view)
        if top is None or top["kind"] != reading.STATEMENT or top["holder"] != "delegation":
            return None
        return top if top["delegation"] == self._delegation else None

    def _seconds_left(self, frame: Mapping[str, Any]) -> float:
        if "ends_at" not in frame:
            return float(self._part.longest or 0.0)
        return (reading.moment(frame["ends_at"]) - self._console.server_now()).total_seconds()

    async def _sleep(self, seconds: float) -> None:
        await self._console.until_time(self._console.server_now() + timedelta(seconds=seconds))


def _moment_with_left(frame: Mapping[str, Any], left: float) -> datetime | None:
    """When so many seconds of the time will be left; None while the clock stands still."""
    if {"paused_at", "interrupted_at"} & frame.keys() or "ends_at" not in frame:
        return None
    return reading.moment(frame["ends_at"]) - timedelta(seconds=left)


class Listener:
    """A delegate in the remote observer role: she follows; the one time that she asks she is refused."""

    def __init__(self, console: Console, item: str, part: Part, tally: Tally) -> None:
        self._console = console
        self._item = item
        self._part = part
        self._tally = tally

    async def run(self) -> None:
        """Ask once, for ROLE_LISTEN_ONLY's sake."""
        await self._console.until(lambda view: reading.accepts(view, self._item))
        when = self._console.server_now() + timedelta(seconds=self._part.asks_after)
        await self._console.until_time(when)
        await self._tally.provoke(self._console, "listen-only", "RequestFloor", kind=reading.STATEMENT)
