"""When a meeting is adjourned, those that continue it take over what it left: docs/decisions/0007."""

import asyncio
import logging
import sys

from hemicycle.conduct import opening
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import Publication
from hemicycle.rules.events import MeetingAdjourned
from hemicycle.storage import StorageFailed

RETRY = 2.0
"""Real seconds until it is tried again, while the database cannot be written to."""

_log = logging.getLogger(__name__)


class Continuing:
    """A subscriber. What is broken off here is made good when the next meeting's log is opened anew."""

    def __init__(self, conductor: Conductor) -> None:
        self._conductor = conductor
        self._under_way: set[asyncio.Task[None]] = set()

    def published(self, publication: Publication) -> None:
        """Subscriber: every node tries, since any may die; the second finds it done."""
        if any(isinstance(r.event, MeetingAdjourned) for r in publication.recorded):
            task = asyncio.get_running_loop().create_task(self._hand_on(publication.meeting_id))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Give up what could not be stored, finish what is being stored."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _hand_on(self, meeting_id: str) -> None:
        while True:
            try:
                return await self._handed_on(meeting_id)
            except StorageFailed:
                _log.warning("what %s leaves could not be handed on yet", meeting_id)
            await asyncio.sleep(RETRY)

    async def _handed_on(self, meeting_id: str) -> None:
        conductor = self._conductor
        taken = await conductor.in_thread(
            opening.continue_after, conductor.writer.engine, meeting_id, conductor.clock.now()
        )
        for changed in (*taken, meeting_id) if taken else ():
            await conductor.catch_up(changed, sys.maxsize)
