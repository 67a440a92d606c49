"""The autopilot: presides over a meeting until it is adjourned, or until a person takes over."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle_client.bots import reading
from hemicycle_client.bots.presiding import next_step
from hemicycle_client.bots.room import Act, Do, Manner, Room, Wait
from hemicycle_client.bots.tally import Tally
from hemicycle_client.console import Console
from hemicycle_client.errors import Refused

LONGEST_PAUSE = 64.0
"""Seconds of service time: after refusals in a row the next try waits up to this long."""
RECONNECTING = 5.0
"""Real seconds that a lost line may need to come back, however fast the service's clock runs."""


class Presider:
    """Follows the podium's view and does what ``presiding.next_step`` says."""

    def __init__(self, console: Console, programme: tuple[Act, ...], manner: Manner, tally: Tally) -> None:
        self._console = console
        self._programme = programme
        self._manner = manner
        self._tally = tally
        self._since: dict[str, datetime] = {}
        self._heard: set[str] = set()
        self._calls: Counter[str] = Counter()
        self._quorum: int | None = None
        self._work: asyncio.Future[None] | None = None
        self._stopped = False

    @property
    def presides(self) -> bool:
        """Whether it is at work."""
        return self._work is not None and not self._work.done()

    async def run(self) -> None:
        """Preside until the meeting is adjourned or ``stop`` is called."""
        if self._stopped:
            return
        self._work = asyncio.ensure_future(self._preside())
        try:
            await self._work
        except asyncio.CancelledError:
            if not self._stopped:
                raise

    def stop(self) -> None:
        """Stop at once and for good: a person has the chair. A command on its way may still arrive."""
        self._stopped = True
        if self._work is not None:
            self._work.cancel()

    async def _preside(self) -> None:
        refused = 0
        while not reading.adjourned(self._console.view):
            seen = self._console.seq
            match next_step(self._look(), self._patient_manner()):
                case Do() as step:
                    refused = 0 if await self._carry_out(step) else refused + 1
                    if refused and self._console.seq == seen:
                        await self._pause(seen, min(2.0**refused, LONGEST_PAUSE))
                case Wait(until=until):
                    await self._change(until)

    def _look(self) -> Room:
        """What is known now; notes since when what matters holds."""
        view, now = self._console.view, self._console.server_now()
        top = reading.speaking(view)
        free = top is None and "called" not in view
        announced = reading.list_state(view, view.get("item", "")) == "announced"
        suspended = reading.phase(view) == "suspended"
        idle = free and reading.nobody_asks(view)
        called = view.get("vote", {}).get("next")
        if called is not None:
            self._note(now, **{f"roll {called}": True})
        self._note(now, free=free, idle=idle, announced=announced, suspended=suspended)
        if top is not None and top["holder"] != "delegation" and "participant" in top:
            self._heard.add(top["participant"])
        return Room(
            view=view,
            programme=self._programme,
            directory=self._console.directory,
            participant=self._console.me.get("participant"),
            now=now,
            since=self._since,
            heard=frozenset(self._heard),
            calls=self._calls,
            quorum=self._quorum,
        )

    def _patient_manner(self) -> Manner:
        least = RECONNECTING * self._console.clock.scale
        return replace(self._manner, line_lost=max(self._manner.line_lost, least))

    def _note(self, now: datetime, **holding: bool) -> None:
        for name, holds in holding.items():
            if not holds:
                self._since.pop(name, None)
            else:
                self._since.setdefault(name, now)

    async def _carry_out(self, step: Do) -> bool:
        answer = await self._tally.send(self._console, step.command, **step.fields)
        if isinstance(answer, Refused):
            if answer.code == "no-quorum":
                self._quorum = int(answer.problem.params.get("needed", 1))
            return False
        if "called" in self._console.view and step.command in {"CallNext", "CallSpeaker"}:
            self._calls[self._console.view["called"]["request"]] += 1
        return True

    async def _change(self, until: datetime | None) -> None:
        """Wait for the next change of view or directory, or for a moment."""
        seq, directory = self._console.seq, self._console.directory
        try:
            await self._console.until(
                lambda _: self._console.seq != seq or self._console.directory is not directory, by=until
            )
        except TimeoutError:
            return

    async def _pause(self, seen: int, seconds: float) -> None:
        """After a refusal that the view did not explain: look again at the next change, or later."""
        until = self._console.server_now() + timedelta(seconds=seconds)
        try:
            await self._console.until(lambda _: self._console.seq != seen, by=until)
        except TimeoutError:
            return
