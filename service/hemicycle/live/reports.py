"""What presence is told of a console: it is there, or it is not. One that falls silent is as one that closes.

Each time that a console is there is a span of its own, under a name of its own.
"""

from collections.abc import Callable
from typing import Protocol

from hemicycle.conduct.ports import LoginFacts
from hemicycle.live.console import Console
from hemicycle.rules.terms import ParticipantId


class Presence(Protocol):
    """Where connections are reported; it keeps leases, attendance and what becomes of them."""

    async def opened(self, connection_id: str, meeting_id: str, login: LoginFacts) -> None:
        """A console follows the meeting."""

    async def closed(self, connection_id: str, unheard_for: float = 0.0) -> None:
        """That connection has ended. ``unheard_for``: real seconds since its last sign of life."""

    async def alive(self, connection_ids: list[str]) -> None:
        """These consoles were heard of since the last time."""

    def watched(self, meeting_id: str) -> frozenset[ParticipantId]:
        """Whose lines are to be watched closely: of those who are called or speak from online."""


class Reports:
    """One console's news are told one after another; the newest state is told last."""

    def __init__(self, presence: Presence, changed: Callable[[str], None]) -> None:
        """``changed``: called with the meeting's id when the directory of its persons may have changed."""
        self._presence = presence
        self._changed = changed

    async def tell(self, meeting_id: str, console: Console, unheard_for: float = 0.0) -> None:
        """Let presence know of the console what is true now, if it does not know it yet."""
        async with console.telling:
            if console.there == (console.span is not None):
                return
            if console.span is None:
                console.spans += 1
                console.span = f"{console.id}-{console.spans}" if console.spans > 1 else console.id
                await self._presence.opened(console.span, meeting_id, console.login)
            else:
                span, console.span = console.span, None
                await self._presence.closed(span, unheard_for)
        self._changed(meeting_id)
