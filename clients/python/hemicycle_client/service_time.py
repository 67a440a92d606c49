"""The service's time, as a console knows it: the demo lives in September 2021, a rehearsal runs fast."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

LATE = 1.0
"""Real seconds by which a sample may be late; a later one means that the service's clock was set back."""


class ServiceClock:
    """An estimate of the service's clock: what it said last, and how long ago that was.

    A message takes time to arrive, so every sample is a little late; of several the earliest counts.
    ``monotonic``: real seconds since some fixed moment. ``scale``: service seconds per real second.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self.scale = 1.0
        self._base = datetime.now(UTC)
        self._at = monotonic()

    def set(self, server_now: datetime, scale: float) -> None:
        """Begin again from this moment and scale."""
        self.scale = scale
        self._base, self._at = server_now, self._monotonic()

    def hear(self, server_now: datetime) -> None:
        """Take a sample: it counts when ahead of the estimate, or so far behind that the clock was set."""
        ahead = (server_now - self.now()).total_seconds()
        if ahead > 0 or ahead < -LATE * self.scale:
            self._base, self._at = server_now, self._monotonic()

    def now(self) -> datetime:
        """Service time, aware, UTC."""
        elapsed = (self._monotonic() - self._at) * self.scale
        return self._base + timedelta(seconds=elapsed)

    def real_seconds(self, duration: timedelta) -> float:
        """How long a duration of service time takes in real seconds."""
        return duration.total_seconds() / self.scale

    def real_seconds_until(self, when: datetime) -> float:
        """Real seconds until this moment of service time; negative when it has passed."""
        return self.real_seconds(when - self.now())
