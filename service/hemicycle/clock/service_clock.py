"""The service's time, and waking up at a time: APScheduler is the alarm clock, with nothing stored.

Service time is real time moved and scaled: a demo lives in September 2021, a rehearsal runs sixty times as
fast. Wake-ups are forgotten when the process ends; ``alarm`` sets them again from the meetings' deadlines.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

from apscheduler.jobstores.base import JobLookupError
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

_TICK = timedelta(milliseconds=1)
_FARTHEST = timedelta(days=365)
"""Real time that one wake-up is set ahead at most; what is farther is set again then."""


def wall_clock() -> datetime:
    """Real time as the machine knows it; may be set back or forward by an administrator."""
    return datetime.now(UTC)


def steady_clock() -> Callable[[], datetime]:
    """A real time that begins with the machine's and then never jumps: for simulated time."""
    began, at = wall_clock(), monotonic()
    return lambda: began + timedelta(seconds=monotonic() - at)


class ServiceClock:
    """The port ``Clock``. ``start`` and ``stop`` are called on the event loop that the wake-ups run on."""

    def __init__(
        self,
        *,
        begins_at: datetime | None = None,
        scale: float = 1.0,
        real: Callable[[], datetime] | None = None,
    ) -> None:
        """``begins_at``: what service time is now (aware), None: real time; ``scale``: service seconds per
        real second, above 0; ``real``: where real time comes from.
        """
        if scale <= 0:
            raise ValueError("time has to pass: the scale must be above 0")
        simulated = begins_at is not None or scale != 1.0
        self._real = real or (steady_clock() if simulated else wall_clock)
        self._real_origin = self._real()
        self._origin = (begins_at or self._real_origin).astimezone(UTC)
        self._scale = scale
        self._scheduler = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            # A wake-up may set its own key again while it runs: with one instance that would be skipped.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1000},
            timezone=UTC,
        )

    @property
    def scale(self) -> float:
        """Service seconds per real second."""
        return self._scale

    def now(self) -> datetime:
        """Service time: aware, UTC."""
        return self._origin + (self._real() - self._real_origin) * self._scale

    def wake_at(self, when: datetime, key: str, wake: Callable[[], Awaitable[None]]) -> None:
        """Call ``wake`` once when service time has reached ``when``; at once if it has. ``key`` replaces."""

        async def ring() -> None:
            if self.now() < when:  # the machine's clock was set back meanwhile, or it is far ahead
                self.wake_at(when, key, wake)
            else:
                await wake()

        self._scheduler.add_job(
            ring, DateTrigger(self._in_real_time(when), timezone=UTC), id=key, replace_existing=True
        )

    def cancel(self, key: str) -> None:
        """Forget the wake-up of this key, if there is one."""
        try:
            self._scheduler.remove_job(key)
        except JobLookupError:
            return

    def start(self) -> None:
        """Let wake-ups happen; those set before are kept."""
        self._scheduler.start()

    def stop(self) -> None:
        """Let nothing more happen."""
        self._scheduler.shutdown(wait=False)

    def _in_real_time(self, when: datetime) -> datetime:
        ahead = (when - self.now()).total_seconds() / self._scale
        within = min(max(ahead, 0.0), _FARTHEST.total_seconds())
        return wall_clock() + timedelta(seconds=within) + _TICK
