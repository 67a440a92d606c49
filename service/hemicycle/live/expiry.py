"""Consoles whose login comes to its end while they are open: one timer, for the first that does."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from hemicycle.live.console import Console

Close = Callable[[Console], None]
"""Says bye to a console. For one that has gone already it does nothing."""


def real_now() -> datetime:
    """Logins live in real time, whatever the service's clock shows."""
    return datetime.now(UTC)


class Expiry:
    """Closes consoles at the moment from which their login is good for nothing. On the event loop."""

    def __init__(self, close: Close, now: Callable[[], datetime] = real_now) -> None:
        self._close = close
        self._now = now
        self._watched: dict[Console, datetime] = {}
        self._timer: asyncio.TimerHandle | None = None

    def watch(self, console: Console) -> None:
        """Close this console when its login ends, at once if it has; ``forget`` must follow in the end."""
        ends = console.login.expires_at
        if ends is None:
            return
        first = min(self._watched.values(), default=None)
        self._watched[console] = ends
        if first is None or ends < first:
            self._set()

    def forget(self, console: Console) -> None:
        """The console has gone."""
        self._watched.pop(console, None)

    def stop(self) -> None:
        """Watch nobody any more."""
        self._watched.clear()
        self._set()

    def _set(self) -> None:
        """The timer for the first end. The clock is read again when it rings, since it may have been set."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._watched:
            wait = (min(self._watched.values()) - self._now()).total_seconds()
            self._timer = asyncio.get_running_loop().call_later(max(wait, 0.0), self._ring)

    def _ring(self) -> None:
        now = self._now()
        for console in [each for each, ends in self._watched.items() if ends <= now]:
            self.forget(console)
            self._close(console)
        self._set()
