"""A clock that a test turns by hand."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime


class ManualClock:
    """The port ``Clock``; ``turn_to`` rings what is due, in order."""

    def __init__(self, now: datetime, scale: float = 1.0) -> None:
        self._now = now
        self.scale = scale
        self.alarms: dict[str, tuple[datetime, Callable[[], Awaitable[None]]]] = {}

    def now(self) -> datetime:
        return self._now

    def wake_at(self, when: datetime, key: str, wake: Callable[[], Awaitable[None]]) -> None:
        self.alarms[key] = (when, wake)

    def cancel(self, key: str) -> None:
        self.alarms.pop(key, None)

    @property
    def times(self) -> list[datetime]:
        return sorted(when for when, _ in self.alarms.values())

    async def turn_to(self, now: datetime) -> None:
        while due := [key for key, (when, _) in self.alarms.items() if when <= now]:
            key = min(due, key=lambda one: self.alarms[one][0])
            when, wake = self.alarms.pop(key)
            self._now = max(self._now, when)
            await wake()
            await asyncio.sleep(0)
        self._now = now
