"""Consoles of a meeting: brought into a sitting with an open list, and compared with a fresh snapshot."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.faults.running import Prepared, Served

from hemicycle_client import Accepted, Backoff, Console, Rest, canonical, connect
from hemicycle_client.bots import Credential
from hemicycle_client.bots.tally import Tally
from hemicycle_client.errors import Refused

SOON = Backoff(first=0.05, longest=0.5)
TOGETHER = 16
OPENING = 60.0


class Acknowledged(Tally):
    """Simulated participants' tally that also remembers every command that was accepted: id → ``seq``."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: dict[str, int] = {}

    async def send(self, console: Console, command: str, **fields: Any) -> Accepted | Refused:
        answer = await super().send(console, command, **fields)
        if isinstance(answer, Accepted):
            self.commands[answer.id] = answer.seq
        return answer


@dataclass
class Sitting:
    """A chair and others, each at a console of their own."""

    served: Served
    prepared: Prepared
    chair: Console
    others: list[tuple[Credential, Console]]

    @property
    def consoles(self) -> list[Console]:
        return [self.chair, *(console for _, console in self.others)]

    @property
    def speakers(self) -> list[Console]:
        """One speaker's console of each delegation."""
        found = {c.delegation: console for c, console in self.others if c.role == "speaker"}
        return list(found.values())

    @staticmethod
    def requests_of(console: Console) -> list[str]:
        """The delegate's own requests, as she sees them."""
        entries = console.view["entries"].items()
        return [key for key, entry in entries if entry["delegation"] == console.me["delegation"]]

    async def back(self) -> None:
        """Every console has come back, once."""
        for console in self.consoles:
            await console.until(lambda _, console=console: console.connected and console.reconnects == 1)  # type: ignore[misc]

    async def agree(self) -> None:
        """Every console's folded view becomes a fresh snapshot's, at the same ``seq``."""
        members = [(self.prepared.of("chair"), self.chair), *self.others]
        await agree(self.served.url, members)


async def _same(console: Console, rest: Rest) -> bool:
    """Whether the console's view is the fresh one. False: it went on before both could be compared."""
    fresh = await rest.view(console.meeting, console.audience)
    await console.until(lambda _: console.epoch == fresh.epoch and console.seq >= fresh.seq)
    if console.seq > fresh.seq:
        return False
    assert canonical(console.view) == canonical(fresh.view)
    return True


async def agree(url: str, members: Iterable[tuple[Credential, Console]]) -> None:
    """The test's own timeout ends a wait in vain."""
    gate = asyncio.Semaphore(TOGETHER)

    async def one(credential: Credential, console: Console) -> None:
        async with gate, Rest(url, token=credential.token) as rest:
            while not await _same(console, rest):
                pass

    await asyncio.gather(*(one(credential, console) for credential, console in members))


@asynccontextmanager
async def sitting(
    served: Served, prepared: Prepared, others: list[Credential], item: str
) -> AsyncIterator[Sitting]:
    """Call the meeting to order before these others, and open the list of the item."""
    async with AsyncExitStack() as stack:
        gate = asyncio.Semaphore(TOGETHER)

        async def enter(credential: Credential) -> Console:
            async with gate:
                line = connect(
                    served.url,
                    token=credential.token,
                    meeting=prepared.meeting,
                    audience=credential.audience,
                    open_timeout=OPENING,
                    backoff=SOON,
                )
                return await stack.enter_async_context(line)

        consoles = await asyncio.gather(*(enter(c) for c in (prepared.of("chair"), *others)))
        opened = Sitting(served, prepared, consoles[0], list(zip(others, consoles[1:], strict=True)))
        await opened.chair.send("CallToOrder")
        await opened.chair.send("TakeUpItem", item=item)
        await opened.chair.send("OpenList", item=item)
        yield opened
