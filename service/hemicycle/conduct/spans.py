"""The rows of connections, written together: whoever connects how often ever, a command waits for one commit.

The thread that writes commands writes them (SQLite has one writer), in the order in which they came; what
comes while a transaction is under way waits for the next one. A commit is what takes time, not a row.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hemicycle.conduct.conductor import Conductor
from hemicycle.storage import (
    DATABASE_FAILED,
    Connection,
    Engine,
    StorageFailed,
    Topic,
    Wake,
    announce,
    writing,
)

MOST_TOGETHER = 256
"""Rows that one transaction carries at most: some ten milliseconds."""
Write = Callable[[Connection], None]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Waiting:
    meeting: str
    write: Write
    done: asyncio.Future[None]


class Spans:
    """``node``: whose connections these are; the other nodes hear which meetings they are of."""

    def __init__(self, conductor: Conductor, node: str) -> None:
        self._conductor = conductor
        self._node = node
        self._waiting: list[_Waiting] = []
        self._working: asyncio.Task[None] | None = None

    async def keep(self, meeting_id: str, write: Write) -> None:
        """Have this written; returns once it is on the disk, or cannot be. Who is cancelled cancels nothing.

        A database that is lost costs a row of the attendance, never a console its line.
        """
        loop = asyncio.get_running_loop()
        waiting = _Waiting(meeting_id, write, loop.create_future())
        self._waiting.append(waiting)
        if self._working is None:
            self._working = loop.create_task(self._work())
        await asyncio.shield(waiting.done)

    async def _work(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
                try:
                    await self._store(batch)
                finally:
                    for each in batch:
                        each.done.set_result(None)
        finally:
            left, self._waiting, self._working = self._waiting, [], None
            for each in left:  # only where this fails by a fault of its own: nobody waits for ever
                each.done.set_result(None)

    async def _store(self, batch: Sequence[_Waiting]) -> None:
        """All in one transaction; if a row fails by its own fault, each by itself."""
        engine = self._conductor.writer.engine
        try:
            await self._conductor.in_thread(_write, engine, self._node, batch)
        except StorageFailed as error:
            if len(batch) == 1 or isinstance(error, DATABASE_FAILED):
                _log.warning("a connection's span could not be kept", exc_info=True)
                return
            for each in batch:
                await self._store([each])


def _write(engine: Engine, node: str, batch: Sequence[_Waiting]) -> None:
    with writing(engine) as conn:
        for each in batch:
            each.write(conn)
        for meeting_id in dict.fromkeys(each.meeting for each in batch):
            announce(conn, Wake(Topic.PRESENCE, meeting_id, origin=node))
