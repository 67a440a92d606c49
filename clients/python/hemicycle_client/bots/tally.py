"""What happened to the simulated participants, counted while it happens."""

from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

from hemicycle_client.console import Console
from hemicycle_client.errors import Refused
from hemicycle_client.frames import Accepted

OVERTAKEN = frozenset({"list-closed", "not-in-session", "adjourned"})
"""Refusals that come first when the meeting has gone on."""


@dataclass(slots=True)
class Tally:
    """``accepted``: commands, and requests beside them, by name. ``missed``: refusals that did not come."""

    accepted: Counter[str] = field(default_factory=Counter)
    drops: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    async def send(self, console: Console, command: str, **fields: Any) -> Accepted | Refused:
        """Send; count what comes of it. A refusal is an answer here: the view tells how to go on."""
        try:
            accepted = await console.send(command, **fields)
        except Refused as refused:
            self.refusals[refused.code] += 1
            return refused
        self.accepted[command] += 1
        return accepted

    async def request(self, name: str, request: Awaitable[object]) -> None:
        """The same for a request that is no command of the meeting."""
        try:
            await request
        except Refused as refused:
            self.refusals[refused.code] += 1
        else:
            self.accepted[name] += 1

    async def provoke(self, console: Console, code: str, command: str, **fields: Any) -> None:
        """Send what should be refused with ``code``; a list or meeting closed meanwhile refuses as well."""
        answer = await self.send(console, command, **fields)
        got = answer.code if isinstance(answer, Refused) else "accepted"
        if got != code and got not in OVERTAKEN:
            self.missed.append(f"{command}: {code} expected, {got} came")
