"""A delegate: asks for the floor and speaks in her turn; asks the panel, replies, raises points of order."""

import asyncio
from datetime import timedelta

from hemicycle_client.bots import reading
from hemicycle_client.bots.paper import one_page
from hemicycle_client.bots.plan import Part
from hemicycle_client.bots.tally import Tally
from hemicycle_client.bots.turn import Turn
from hemicycle_client.console import Console
from hemicycle_client.folding import View
from hemicycle_client.rest import Rest

BEFORE_WITHDRAWING = 20.0
"""Seconds of service time between a request and its withdrawal, and again before the next one."""
INTO_A_STATEMENT = 8.0
"""Seconds of service time into somebody's statement before a point of order is raised."""


class Delegate:
    """One delegate at her console, in the room or online: the service knows which, she need not say.

    What her delegation has asked for at an earlier meeting, and still waits for, she sees through.
    """

    def __init__(
        self, console: Console, rest: Rest, delegation: str, item: str, part: Part, tally: Tally
    ) -> None:
        self._console = console
        self._rest = rest
        self._delegation = delegation
        self._item = item
        self._part = part
        self._tally = tally
        self._statement = self._turn(reading.STATEMENT)

    async def run(self) -> None:
        """Play the part; ends when it is played, or when the list is closed without her."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._carried_over(reading.REPLY))
            if self._part.speaks:
                group.create_task(self._speak_in_rounds())
            else:
                group.create_task(self._carried_over(reading.STATEMENT))
            if self._part.objects_after is not None:
                group.create_task(self._object(self._part.objects_after))
            if self._part.replies_after is not None:
                group.create_task(self._reply(self._part.replies_after))
            if self._part.questions:
                group.create_task(self._ask_the_panel())

    async def _carried_over(self, kind: str) -> None:
        await self._turn(kind).see_it_through()

    async def _speak_in_rounds(self) -> None:
        carried = int(self._statement.pending() is not None)
        await self._statement.see_it_through()
        await self._console.until(lambda view: reading.accepts(view, self._item))
        await self._sleep(self._part.asks_after)
        if self._part.text:
            await self._hand_in_the_text()
        for place in range(carried, self._part.rounds):
            if place:
                await self._sleep(self._part.rest)
            if self._enough_wait() or not await self._ask():
                return
            if place == 0 and self._part.in_vain:
                await self._try_in_vain()
            if place == 0 and self._part.withdraws and not await self._withdraw_and_ask_again():
                return
            await self._statement.see_it_through()

    def _enough_wait(self) -> bool:
        waiting = len(self._console.view["lists"][self._item]["order"])
        return self._part.enough is not None and waiting >= self._part.enough

    async def _ask(self) -> bool:
        """False: the list takes no requests any more."""
        return await self._statement.ask(item=self._item, language=self._part.language)

    async def _try_in_vain(self) -> None:
        """ONE_REQUEST for everybody; for observer delegations OBSERVERS as well."""
        category = self._console.view["delegations"][self._delegation]["category"]
        if self._statement.pending() is not None:
            await self._tally.provoke(
                self._console, "already-requested", "RequestFloor", kind=reading.STATEMENT
            )
        if category in reading.OBSERVERS:
            await self._tally.provoke(
                self._console, "observers-may-not", "RequestFloor", kind=reading.POINT_OF_ORDER
            )

    async def _withdraw_and_ask_again(self) -> bool:
        await self._sleep(BEFORE_WITHDRAWING)
        request = self._statement.pending()
        if request is None:
            return True
        await self._tally.send(self._console, "WithdrawRequest", request=request)
        if self._statement.pending() is not None:
            return True  # called in the meantime: she speaks
        await self._sleep(BEFORE_WITHDRAWING)
        return await self._ask()

    async def _hand_in_the_text(self) -> None:
        """Before she speaks: the booths have it, everybody else once it is delivered."""
        name = self._console.view["delegations"][self._delegation]["names"]["en"]
        language = self._part.language or "en"
        path = f"meetings/{self._console.meeting}/texts?item={self._item}&language={language}"
        page = one_page(f"Statement by {name}", "Check against delivery")
        await self._tally.request("HandInText", self._rest.upload(path, "statement.pdf", page))

    async def _object(self, after: float) -> None:
        """Raise a point of order in another delegation's statement, once; not before she asks to speak."""
        await self._console.until(lambda view: reading.accepts(view, self._item))
        await self._sleep(self._part.asks_after + after)
        await self._console.until(self._another_speaks)
        await self._sleep(INTO_A_STATEMENT)
        if self._another_speaks(self._console.view):
            await self._tally.send(self._console, "RequestFloor", kind=reading.POINT_OF_ORDER)

    async def _reply(self, after: float) -> None:
        """Ask for a right of reply to a statement of another delegation, once; it may be heard later."""
        reply = self._turn(reading.REPLY)
        await self._console.until(lambda view: reading.accepts(view, self._item))
        await self._sleep(after)
        await self._console.until(lambda view: self._anothers_statement(view) is not None)
        await self._sleep(INTO_A_STATEMENT)
        answers = self._anothers_statement(self._console.view)
        if await reply.ask(item=self._item, answers=answers, language=self._part.language):
            await reply.see_it_through()

    async def _ask_the_panel(self) -> None:
        """One question, while the panellists present."""
        question = self._turn(reading.QUESTION)
        await self._console.until(lambda view: "panel" in view)
        await self._sleep(self._part.asks_after)
        if "panel" in self._console.view and await question.ask(language=self._part.language):
            await question.see_it_through()

    def _another_speaks(self, view: View) -> bool:
        top = reading.speaking(view)
        if top is None or top["kind"] != reading.STATEMENT or top["holder"] != "delegation":
            return False
        return bool(top["delegation"] != self._delegation)

    def _anothers_statement(self, view: View) -> str | None:
        """The last statement of another delegation that was delivered here."""
        heard = view["lists"][self._item]["delivered"]
        others = [key for key in heard if view["entries"][key]["delegation"] != self._delegation]
        return others[-1] if others else None

    def _turn(self, kind: str) -> Turn:
        return Turn(self._console, self._delegation, kind, self._part, self._tally)

    async def _sleep(self, seconds: float) -> None:
        await self._console.until_time(self._console.server_now() + timedelta(seconds=seconds))


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
