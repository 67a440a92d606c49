"""Something that is looked at again and again, and that goes on whatever one look comes to."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

Look = Callable[[float, float], Awaitable[None]]
"""Takes the loop's time and by how much this look is late, in seconds."""

_logger = logging.getLogger(__name__)


class Timer:
    """Looks every so many ``seconds``. ``start`` and ``stop`` on the event loop."""

    def __init__(self, seconds: float, look: Look) -> None:
        self._seconds = seconds
        self._look = look
        self._looking: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._looking = asyncio.get_running_loop().create_task(self._for_ever())

    async def stop(self) -> None:
        """Look no more. Repeating it is harmless."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
            self._looking = None

    async def _for_ever(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            slept_at = loop.time()
            await asyncio.sleep(self._seconds)
            now = loop.time()
            try:
                await self._look(now, now - slept_at - self._seconds)
            except Exception:  # one look that fails must not end all others: the next may do better
                _logger.exception("The consoles could not be looked after")
