"""What stands outside the sequence: persons' names (``directory``), what is private to a login (``me``).

Both are read from an injected source and sent again when told that they may have changed. Many changes at
once cost one reading: while one is under way, the next is only noted.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from hemicycle.conduct.ports import Json, LoginFacts
from hemicycle.contract.merge import difference
from hemicycle.live import frames
from hemicycle.live.console import Console
from hemicycle.live.stream import Stream
from hemicycle.rules.terms import DelegationId, ParticipantId
from hemicycle.views.audiences import Audience

NAMED = (Audience.BOOTHS, Audience.PODIUM)
"""The audiences that are told the names of persons."""

BREATH = 0.2
"""Seconds between two readings of a directory that keeps changing."""

_logger = logging.getLogger(__name__)


class People(Protocol):
    """Where names and private facts are read from; no nulls in either."""

    async def directory(self, meeting_id: str, audience: Audience) -> Json:
        """``{participant id: {name, title?, delegation?, connected?}}``: all that this audience may know."""

    async def me(self, meeting_id: str, login: LoginFacts) -> Json:
        """``{login, capacity, name?, participant?, delegation?, seat?, commands}``."""


class Persons:
    """The directory and me frames of one meeting."""

    def __init__(
        self,
        meeting_id: str,
        people: People,
        streams: Mapping[Audience, Stream],
        members: Iterable[Console],
        tell: Callable[[Audience, bytes], None],
    ) -> None:
        """``members``: the hub's own, which changes as consoles come and go; ``tell``: its fan-out."""
        self._meeting_id = meeting_id
        self._people = people
        self._streams = streams
        self._members = members
        self._tell = tell
        self._known: dict[Audience, Json] = {}
        self._version = 0
        self._directory_stale = False
        self.reading: asyncio.Task[None] | None = None

    async def ready(self, audience: Audience) -> None:
        """Read this audience's directory if nobody has; hall has none."""
        if audience in NAMED and audience not in self._known:
            found = await self._people.directory(self._meeting_id, audience)
            self._known.setdefault(audience, found)

    def whole(self, audience: Audience) -> bytes:
        """The directory as all who follow know it now, for one who joins at this moment."""
        if audience in self._known:
            return frames.directory(0, self._known[audience])
        if audience in NAMED:
            self.directory_changed()
        return b""

    async def me(self, console: Console) -> bytes:
        """The console's own facts, with the next version."""
        console.me_stale = False
        facts = await self._people.me(self._meeting_id, console.login)
        console.me_version += 1
        return frames.me(console.me_version, facts)

    def directory_changed(self) -> None:
        """Names, titles or connections may have changed: read again and tell the difference."""
        self._directory_stale = True
        self._read_soon()

    def me_changed(self, participants: Iterable[ParticipantId]) -> None:
        """These participants' own facts have changed: tell their consoles."""
        concerned = frozenset(participants)
        for console in self._members:
            if console.login.participant in concerned:
                console.me_stale = True
        self._read_soon()

    def delegations_changed(self, delegations: Collection[DelegationId]) -> None:
        """What is private to these delegations has changed: tell the consoles of their people."""
        for console in self._members:
            if console.login.delegation in delegations:
                console.me_stale = True
        self._read_soon()

    def tell_again(self, console: Console) -> None:
        """The console follows again: tell it its own facts if they changed while it did not."""
        if console.me_stale:
            self._read_soon()

    def _read_soon(self) -> None:
        if self.reading is None:
            self.reading = asyncio.get_running_loop().create_task(self._read_again())

    async def _read_again(self) -> None:
        try:
            while self._directory_stale or self._whose_me():
                if self._directory_stale:
                    self._directory_stale = False
                    for audience in NAMED:
                        await self._tell_difference(audience)
                for console in self._whose_me():
                    await self._tell_me(console)
                if self._directory_stale:
                    await asyncio.sleep(BREATH)
        except Exception:  # the meeting goes on with the names it has; the next change reads again
            _logger.exception("The directory of meeting %s could not be read again", self._meeting_id)
        finally:
            self.reading = None

    def _whose_me(self) -> list[Console]:
        return [console for console in self._members if console.me_stale and console.joined]

    async def _tell_difference(self, audience: Audience) -> None:
        if not self._streams[audience].followed:
            self._known.pop(audience, None)  # the next who joins reads it afresh
            return
        found = await self._people.directory(self._meeting_id, audience)
        merge = difference(self._known.get(audience, {}), found)
        self._known[audience] = found
        if merge:
            self._version += 1
            self._tell(audience, frames.directory(self._version, merge))

    async def _tell_me(self, console: Console) -> None:
        frame = await self.me(console)
        if not console.gone:
            console.write(frame)
