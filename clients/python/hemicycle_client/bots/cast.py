"""All simulated participants of one meeting, connected and at work."""

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from types import TracebackType
from typing import Any, Self

from hemicycle_client.address import Address
from hemicycle_client.bots import reading
from hemicycle_client.bots.considering import Consider
from hemicycle_client.bots.credential import Credential
from hemicycle_client.bots.delegate import Delegate, Listener
from hemicycle_client.bots.desk import Desk
from hemicycle_client.bots.interpreter import Interpreter
from hemicycle_client.bots.interpreting import booth_of
from hemicycle_client.bots.plan import Part, Plan
from hemicycle_client.bots.presider import Presider
from hemicycle_client.bots.report import Progress
from hemicycle_client.bots.tally import Tally
from hemicycle_client.console import Console
from hemicycle_client.errors import HemicycleError
from hemicycle_client.folding import View
from hemicycle_client.rest import Rest, http_client

AT_ONCE = 16
"""Consoles that connect at the same time."""
SIGNALS_EVERY = 300.0
"""Seconds of service time from one signal of the booths to the next."""
OPENING = 30.0
"""Real seconds for one console's first view."""


class Cast:
    """Use it as a context: on entering, every credential gets its console.

    The first chair presides; the first login of the secretariat is the desk; delegates play the parts
    that the plan draws; all others follow. Raises what ``Console.open`` raises, and ``ValueError`` for an
    unknown item.
    """

    def __init__(
        self,
        url: str,
        meeting: str,
        credentials: Iterable[Credential],
        *,
        plan: Plan,
        item: str,
    ) -> None:
        self.meeting = meeting
        self.tally = Tally()
        self.failures: list[str] = []
        self.presider: Presider | None = None
        self.members: list[tuple[Credential, Console]] = []
        self._url = url
        self._credentials = list(credentials)
        self._plan = plan
        self._item = item
        self._http = http_client(url)
        self._parts: Mapping[str, Part] = {}
        self._work: list[asyncio.Task[None]] = []
        self._players: dict[str, list[asyncio.Task[None]]] = {}

    async def __aenter__(self) -> Self:
        gate = asyncio.Semaphore(AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                for credential in self._credentials:
                    group.create_task(self._connect(credential, gate))
            self._assign()
        except BaseException as error:
            await self._leave()
            if isinstance(error, BaseExceptionGroup):
                raise error.exceptions[0] from error
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._leave()

    @property
    def presiding(self) -> bool:
        """Whether the autopilot is at work."""
        return self.presider is not None and self.presider.presides

    def release(self, delegation: str) -> None:
        """Let this delegation's simulated people do nothing more: a person acts for it. They follow on."""
        for task in self._players.pop(delegation, []):
            task.cancel()

    async def run(self) -> None:
        """Everybody plays, until the meeting is adjourned, by the autopilot or by a person.

        Raises what ends the autopilot other than ``stop``; of others such errors are kept in ``failures``.
        """
        if self.presider is not None:
            self._work.append(asyncio.create_task(self.presider.run()))
        self._start_desk()
        self._start_delegates()
        if self._plan.interpreters:
            self._start_interpreters()
        ended = asyncio.create_task(self._ended())
        try:
            while not ended.done():
                done, _ = await asyncio.wait({ended, *self._work}, return_when=asyncio.FIRST_COMPLETED)
                self._work = [task for task in self._work if task not in done]
                for task in done:
                    if not task.cancelled():
                        task.result()
        finally:
            ended.cancel()
            await self._rest()

    def rest_of(self, credential: Credential) -> Rest:
        """Requests of one member, over the connections that all share."""
        return Rest(self._url, token=credential.token, http=self._http)

    @property
    def view(self) -> View:
        """The meeting as the one sees it who sees most."""
        return self._somebody.view

    def progress(self) -> Progress:
        """How the meeting stands now."""
        view, console = self._somebody.view, self._somebody
        top = reading.speaking(view)
        speaker = None if top is None else reading.speaker(view, top)
        item = view.get("item")
        return Progress(
            service_time=console.server_now(),
            phase=reading.phase(view),
            speaking=speaker,
            waiting=len(view["lists"][item]["order"]) if item is not None else 0,
            requests=self.tally.accepted["RequestFloor"],
            statements=reading.count(view, reading.STATEMENT, "delivered"),
            interruptions=reading.count(view, reading.POINT_OF_ORDER, "delivered"),
            refusals=self.tally.refusals.total(),
            reconnects=sum(member.reconnects for _, member in self.members),
            connected=sum(member.connected for _, member in self.members),
            seats=len(self.members),
        )

    @property
    def _somebody(self) -> Console:
        """A console that sees most: the podium's where there is one."""
        return min(self.members, key=lambda member: member[0].audience != "podium")[1]

    async def _ended(self) -> None:
        """Until everybody has seen the adjournment, but for those whose console has failed."""
        await self._somebody.until(reading.adjourned)
        waiting = (console.until(reading.adjourned) for _, console in self.members)
        await asyncio.gather(*waiting, return_exceptions=True)

    async def _connect(self, credential: Credential, gate: asyncio.Semaphore) -> None:
        console = Console(Address(self._url, token=credential.token), self.meeting, credential.audience)
        self.members.append((credential, console))
        async with gate:
            await console.open(OPENING)

    def _assign(self) -> None:
        if self._item not in self._somebody.view["agenda"]:
            raise ValueError(f"The agenda of {self.meeting} has no item {self._item!r}.")
        self._parts = self._plan.parts(self._credentials, self._somebody.view)
        chair = self._first("chair")
        if chair is not None:
            programme = self._plan.programme or (Consider(self._item),)
            self.presider = Presider(chair[1], programme, self._plan.manner, self.tally)

    def _first(self, capacity: str) -> tuple[Credential, Console] | None:
        return next((member for member in self.members if member[0].capacity == capacity), None)

    def _start_desk(self) -> None:
        found = self._first("secretariat")
        if found is None:
            return
        credential, console = found
        desk = Desk(console, self.rest_of(credential), self._item, self.tally)
        seats = console.view["roster"].values()
        rooms = {seat["delegation"] for seat in seats if seat["modality"] == "in_person"}
        self._start(desk.mark_the_room(sorted(rooms)), credential.login)
        self._start(desk.answer_calls_for_help(), credential.login)
        self._start(desk.check_lines(), credential.login)
        spared = frozenset(c.delegation for c in self._credentials if c.login in self._parts and c.delegation)
        self._start(desk.move_a_role(spared, self._plan.role_moves_after), credential.login)

    def _start_delegates(self) -> None:
        for credential, console in self.members:
            part = self._parts.get(credential.login)
            if part is None or credential.delegation is None:
                continue
            player = (
                Listener(console, self._item, part, self.tally)
                if credential.role == "observer"
                else Delegate(
                    console,
                    self.rest_of(credential),
                    credential.delegation,
                    self._item,
                    part,
                    self.tally,
                )
            )
            task = self._start(player.run(), credential.login)
            self._players.setdefault(credential.delegation, []).append(task)

    def _start_interpreters(self) -> None:
        """Everybody in the booths; each signal of the plan comes from another booth."""
        signals, booths = list(self._plan.signals), set()
        for credential, console in self.members:
            if credential.capacity != "interpreter" or credential.participant is None:
                continue
            booth = booth_of(console.view, credential.participant)
            signal = signals.pop(0) if signals and booth not in booths else None
            booths.add(booth)
            after = SIGNALS_EVERY * (len(self._plan.signals) - len(signals))
            player = Interpreter(console, credential.participant, self.tally, signal=signal, after=after)
            self._start(player.run(), credential.login)

    def _start(self, coroutine: Coroutine[Any, Any, None], who: str) -> asyncio.Task[None]:
        self._work.append(asyncio.create_task(self._guard(coroutine, who)))
        return self._work[-1]

    async def _guard(self, coroutine: Coroutine[Any, Any, None], who: str) -> None:
        """One participant that fails is reported; the others go on."""
        try:
            await coroutine
        except* HemicycleError as group:
            self.failures += [f"{who}: {type(error).__name__}: {error}" for error in group.exceptions]

    async def _rest(self) -> None:
        """Whoever still waits for something has waited long enough."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        self._work.clear()

    async def _leave(self) -> None:
        await self._rest()
        await asyncio.gather(*(console.close() for _, console in self.members))
        await self._http.aclose()
