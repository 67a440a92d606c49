"""Whether the database takes what is written: looked at once a second at most, however many ask."""

import asyncio
import time
from collections.abc import Awaitable, Callable

GOOD_FOR = 1.0
"""Real seconds for which an answer holds: the writing thread has other things to do."""


class Health:
    """``look``: writes, and raises where that fails. ``now``: seconds that never go back."""

    def __init__(
        self, look: Callable[[], Awaitable[None]], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._look = look
        self._now = now
        self._looked_at = 0.0
        self._looking: asyncio.Task[None] | None = None

    async def check(self) -> None:
        """Raise what ``look`` raised, if it did the last time."""
        if self._looking is None or (self._looking.done() and self._now() - self._looked_at >= GOOD_FOR):
            self._looked_at = self._now()
            self._looking = asyncio.ensure_future(self._look())
        await asyncio.shield(self._looking)
