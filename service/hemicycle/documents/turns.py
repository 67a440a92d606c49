"""Files are opened a few at a time, in threads of their own: who sends many keeps nobody else waiting."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from weakref import WeakValueDictionary

from hemicycle.documents.refusals import FileRefused

AT_ONCE = 2
"""Files that are opened at one moment: each may take a processor and ``Bounds.memory`` for itself."""
MOST_WAITING = 8
"""Files that are opened or wait for it; one more is told ``busy`` at once."""
T = TypeVar("T")


class Turns:
    """Whose turn it is to have a file opened. Every method is called on the event loop."""

    def __init__(self, at_once: int = AT_ONCE, most: int = MOST_WAITING) -> None:
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="hemicycle-files")
        self._most = most
        self._here = 0
        self._of: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def take(self, who: str, work: Callable[[], T]) -> T:
        """Run ``work`` when its turn comes: one at a time of whoever it is. Raises ``FileRefused``: busy, and
        what ``work`` raises.
        """
        if self._here >= self._most:
            raise FileRefused("busy", "too many files are being read at this moment; send it again")
        self._here += 1
        alone = self._of.setdefault(who, asyncio.Lock())
        try:
            async with alone:
                return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._here -= 1
