"""An interpreter at her console: takes the microphone, hands it over in time, signals as the plan says."""

import asyncio
from datetime import timedelta

from hemicycle_client.bots import reading
from hemicycle_client.bots.interpreting import booth_of, next_step
from hemicycle_client.bots.tally import Tally
from hemicycle_client.console import Console
from hemicycle_client.errors import Refused

SLOW_DOWN = "slow_down"


class Interpreter:
    """``signal``: what she signals once, ``after`` seconds of service time into the session."""

    def __init__(
        self, console: Console, participant: str, tally: Tally, *, signal: str | None, after: float
    ) -> None:
        self._console = console
        self._participant = participant
        self._tally = tally
        self._signal = signal
        self._after = after

    async def run(self) -> None:
        """Until the meeting is adjourned."""
        await self._console.until(lambda view: reading.phase(view) == "in_session")
        async with asyncio.TaskGroup() as group:
            group.create_task(self._interpret())
            if self._signal is not None:
                group.create_task(self._tell(self._signal))

    async def _interpret(self) -> None:
        while not reading.adjourned(self._console.view):
            seen = self._console.seq
            step = next_step(self._console.view, self._participant)
            if step is not None:
                await self._tally.send(self._console, step.command, **step.fields)
            if self._console.seq == seen:
                await self._console.until(lambda _, seen=seen: self._console.seq != seen)  # type: ignore[misc]

    async def _tell(self, kind: str) -> None:
        """Signal while somebody speaks; once seen or handled it is over. Slow down ends by itself."""
        booth = booth_of(self._console.view, self._participant)
        if booth is None:
            return
        await self._console.until_time(self._console.server_now() + timedelta(seconds=self._after))
        await self._console.until(lambda view: reading.speaking(view) is not None)
        answer = await self._tally.send(self._console, "RaiseSignal", kind=kind, booth=booth)
        if isinstance(answer, Refused) or kind == SLOW_DOWN:
            return
        seen = "handled" if kind == reading.HELP else "acknowledged"
        kinds = frozenset({kind})
        view = await self._console.until(lambda view: reading.signal(view, kinds, seen, booth) is not None)
        await self._tally.send(self._console, "FinishSignal", signal=reading.signal(view, kinds, seen, booth))
