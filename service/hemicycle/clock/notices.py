"""Notices on the clock: what the registry's dates ask for becomes mail, on whatever node is first.

Nothing is stored but the mail itself: what is due is worked out from the rows again at start, at each of the
dates, and every minute, because dates and delegations change. Service time.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from hemicycle.conduct.ports import Clock
from hemicycle.registry import mail, notices
from hemicycle.storage import Engine, StorageFailed, reading, writing

LOOK_AGAIN = timedelta(minutes=1)
"""Real time until the rows are read again, where no date comes before."""
_KEY = "notices"
_BY = "clock"

_log = logging.getLogger(__name__)


class Notices:
    """Turns due notices into mail. ``queued``: called on the event loop when there is mail to send."""

    def __init__(self, clock: Clock, engine: Engine, queued: Callable[[], None]) -> None:
        self._clock = clock
        self._engine = engine
        self._queued = queued
        self._at_work = asyncio.Lock()
        self._stopped = False

    async def start(self) -> None:
        """Queue what is due, and wake up for what comes."""
        await self._ring()

    async def stop(self) -> None:
        """Finish what has begun; queue no more."""
        self._stopped = True
        self._clock.cancel(_KEY)
        async with self._at_work:
            pass

    async def _ring(self) -> None:
        async with self._at_work:
            if self._stopped:
                return
            now = self._clock.now()
            again = now + LOOK_AGAIN * self._clock.scale
            try:
                new, coming = await asyncio.to_thread(self._queue, now)
            except StorageFailed:
                _log.exception("the notices cannot be worked out")
                new, coming = 0, None
            self._clock.wake_at(min(again, coming or again), _KEY, self._ring)
        if new:
            self._queued()

    def _queue(self, now: datetime) -> tuple[int, datetime | None]:
        """How many messages are new; when the next notice is due."""
        with reading(self._engine) as conn:
            due = notices.due(conn, now)
            coming = notices.coming(conn, now)
        new = 0
        for conference, drafts in due.items():
            with writing(self._engine) as conn:
                new += mail.queue_all(conn, conference, drafts, now, _BY)
        return new, coming
