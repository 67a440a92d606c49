"""Many equal nodes on one database: what one has done is seen on all, and no console knows which is which.

A wake-up says where to look. What is found in a log is published under the meeting's lock, in the same way as
the node's own commands. Nothing rests on a wake-up: a missed one is made good by the next, and by a look
at everything whenever the bus has been lost.
"""

import asyncio
import logging
import sys
from typing import Protocol

from hemicycle.access import logins
from hemicycle.conduct import opening
from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.conductor import Conductor
from hemicycle.contract.problems import ProblemError
from hemicycle.storage import Bus, Engine, StorageFailed, Topic, Wake, reading

NEWEST = sys.maxsize
"""A ``seq`` that no log reaches: read whatever there is."""

_log = logging.getLogger(__name__)


class Consoles(Protocol):
    """The consoles of this node."""

    def revoke(self, login_id: str) -> None:
        """Close the login's sockets now."""

    def login_ids(self) -> frozenset[str]:
        """Whose sockets are open."""

    def directory_changed(self, meeting_id: str) -> None:
        """Who is connected may have changed."""


class Nodes:
    """One node among the others. ``start`` on the event loop, ``close`` at the end."""

    def __init__(self, bus: Bus, conductor: Conductor, arrivals: Arrivals, consoles: Consoles) -> None:
        self._bus = bus
        self._conductor = conductor
        self._arrivals = arrivals
        self._consoles = consoles
        self._wanted: dict[tuple[Topic, str], int] = {}
        self._looking: dict[tuple[Topic, str], asyncio.Task[None]] = {}
        self._everywhere: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to hear the others."""
        self._bus.listen(self.heard, self.missed)

    async def close(self) -> None:
        """Hear no more, and finish the looks that have begun: a thread that reads cannot be cancelled."""
        await self._bus.close()
        if self._everywhere is not None:
            await asyncio.gather(self._everywhere, return_exceptions=True)
        await asyncio.gather(*self._looking.values(), return_exceptions=True)

    def heard(self, wake: Wake) -> None:
        """A wake-up: this node's own come back to it as well."""
        if wake.topic is Topic.ACCESS:
            self._consoles.revoke(wake.key)
        elif wake.origin != self._arrivals.node:
            self._look_soon(wake.topic, wake.key, wake.seq)

    def missed(self) -> None:
        """Some may have been lost: look everywhere, and at every login that is open here."""
        self._everywhere = asyncio.get_running_loop().create_task(self._look_everywhere())

    def _look_soon(self, topic: Topic, meeting_id: str, seq: int) -> None:
        """One look at a time for each; what is heard meanwhile leads to one more."""
        key = topic, meeting_id
        self._wanted[key] = max(seq, self._wanted.get(key, 0))
        if key not in self._looking:
            self._looking[key] = asyncio.get_running_loop().create_task(self._look(key))

    async def _look(self, key: tuple[Topic, str]) -> None:
        topic, meeting_id = key
        try:
            while key in self._wanted:
                seq = self._wanted.pop(key)
                if topic is Topic.LOG:
                    await self._conductor.catch_up(meeting_id, seq)
                else:
                    await self._arrivals.look(meeting_id)
                    self._consoles.directory_changed(meeting_id)
        except (StorageFailed, ProblemError) as error:
            _log.warning("%s could not be read: %s", meeting_id, type(error).__name__)
        finally:
            del self._looking[key]

    async def _look_everywhere(self) -> None:
        engine = self._conductor.writer.engine
        try:
            ended = await asyncio.to_thread(_ended_among, engine, self._consoles.login_ids())
            begun = await asyncio.to_thread(opening.begun, engine, None)
        except StorageFailed as error:
            _log.warning("the other nodes' news could not be read: %s", type(error).__name__)
            return
        for login in ended:
            self._consoles.revoke(login)
        for meeting_id in begun:
            self._look_soon(Topic.LOG, meeting_id, NEWEST)
            self._look_soon(Topic.PRESENCE, meeting_id, 0)


def _ended_among(engine: Engine, ids: frozenset[str]) -> frozenset[str]:
    with reading(engine) as conn:
        return logins.ended_among(conn, ids)
