import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.clock.test_alarm import speaking

from hemicycle.clock.alarm import Alarms
from hemicycle.clock.service_clock import ServiceClock, steady_clock, wall_clock
from hemicycle.rules.commands import ClockCommand, ElapseSpeakingTime

TEN = datetime(2021, 9, 7, 10, tzinfo=UTC)
REAL = datetime(2026, 1, 1, tzinfo=UTC)


class Real:
    """Real time, turned by hand."""

    def __init__(self) -> None:
        self.now = REAL

    def __call__(self) -> datetime:
        return self.now


def test_service_time_is_real_time_by_default() -> None:
    real = Real()
    clock = ServiceClock(real=real)
    assert (clock.now(), clock.scale) == (REAL, 1.0)
    real.now += timedelta(hours=1)
    assert clock.now() == REAL + timedelta(hours=1)


def test_a_demo_lives_in_september_2021() -> None:
    real = Real()
    clock = ServiceClock(begins_at=TEN, real=real)
    real.now += timedelta(seconds=90)
    assert clock.now() == TEN + timedelta(seconds=90)


def test_a_rehearsal_runs_fast() -> None:
    real = Real()
    clock = ServiceClock(begins_at=TEN, scale=60.0, real=real)
    real.now += timedelta(seconds=2)
    assert clock.now() == TEN + timedelta(minutes=2)


def test_service_time_is_utc_wherever_it_begins() -> None:
    vienna = TEN.astimezone(timezone(timedelta(hours=2)))
    now = ServiceClock(begins_at=vienna, real=Real()).now()
    assert (now, now.utcoffset()) == (TEN, timedelta())


@pytest.mark.parametrize("scale", [0.0, -1.0])
def test_time_has_to_pass(scale: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        ServiceClock(scale=scale)


def test_a_steady_clock_begins_now_and_does_not_go_back() -> None:
    steady = steady_clock()
    readings = [steady() for _ in range(100)]
    assert readings == sorted(readings)
    assert abs(readings[0] - wall_clock()) < timedelta(seconds=5)


async def _never() -> None:
    raise AssertionError("this moment has not come")


@pytest.mark.parametrize("scale", [1.0, 0.001])
async def test_a_moment_at_the_end_of_all_time_stops_no_clock(scale: float) -> None:
    """A meeting whose list closes then would else keep the service from starting."""
    clock = ServiceClock(begins_at=TEN, scale=scale)
    clock.start()
    try:
        clock.wake_at(datetime.max.replace(tzinfo=UTC), "the end", _never)
        clock.cancel("the end")
    finally:
        clock.stop()


@pytest.fixture
async def fast() -> AsyncIterator[ServiceClock]:
    """A thousand service seconds a second, with the real scheduler."""
    clock = ServiceClock(begins_at=TEN, scale=1000.0)
    clock.start()
    yield clock
    clock.stop()


class Bell:
    def __init__(self, clock: ServiceClock) -> None:
        self.clock = clock
        self.rung: list[tuple[str, datetime]] = []
        self.rang = asyncio.Event()

    def wake_at(self, when: datetime, key: str, name: str = "") -> None:
        async def wake() -> None:
            self.rung.append((name or key, self.clock.now()))
            self.rang.set()

        self.clock.wake_at(when, key, wake)


async def test_a_wake_up_comes_not_before_its_time(fast: ServiceClock) -> None:
    bell, when = Bell(fast), fast.now() + timedelta(seconds=50)
    bell.wake_at(when, "a")
    await bell.rang.wait()
    ((_, at),) = bell.rung
    assert at >= when


async def test_a_wake_up_in_the_past_comes_at_once(fast: ServiceClock) -> None:
    bell = Bell(fast)
    bell.wake_at(TEN - timedelta(days=400), "a")
    await bell.rang.wait()


async def test_the_same_key_replaces_and_cancel_forgets(fast: ServiceClock) -> None:
    bell, now = Bell(fast), fast.now()
    bell.wake_at(now + timedelta(seconds=30), "a", "first")
    bell.wake_at(now + timedelta(seconds=40), "a", "second")
    bell.wake_at(now + timedelta(seconds=30), "b")
    fast.cancel("b")
    fast.cancel("never set")
    bell.wake_at(now + timedelta(seconds=60), "c")
    while len(bell.rung) < 2:
        bell.rang.clear()
        await bell.rang.wait()
    assert [name for name, _ in bell.rung] == ["second", "c"]


async def test_a_wake_up_may_set_the_next_under_its_own_key(fast: ServiceClock) -> None:
    done, count = asyncio.Event(), 0

    async def wake() -> None:
        nonlocal count
        count += 1
        if count == 3:
            done.set()
        else:
            fast.wake_at(fast.now() + timedelta(seconds=5), "again", wake)

    fast.wake_at(fast.now(), "again", wake)
    await done.wait()
    assert count == 3


async def test_a_wake_up_waits_when_real_time_was_set_back() -> None:
    real = Real()
    clock = ServiceClock(begins_at=TEN, real=real)
    clock.start()
    bell = Bell(clock)
    bell.wake_at(TEN + timedelta(milliseconds=20), "a")
    real.now -= timedelta(milliseconds=20)
    probe = Bell(clock)
    probe.wake_at(TEN - timedelta(hours=1), "probe")
    await probe.rang.wait()
    assert bell.rung == []
    real.now += timedelta(seconds=1)
    await bell.rang.wait()
    clock.stop()


async def test_wake_ups_set_before_the_start_are_kept() -> None:
    clock = ServiceClock(begins_at=TEN, scale=1000.0)
    bell = Bell(clock)
    bell.wake_at(TEN + timedelta(seconds=1), "a")
    clock.start()
    await bell.rang.wait()
    clock.stop()


async def test_alarms_ring_through_the_real_scheduler(fast: ServiceClock) -> None:
    rang, sent = asyncio.Event(), []

    async def handle_clock(meeting_id: str, command: ClockCommand) -> None:
        sent.append((meeting_id, command, fast.now()))
        rang.set()

    ends_at = fast.now() + timedelta(seconds=40)
    alarms = Alarms(fast, handle_clock)
    alarms.watch("m", speaking(ends_at - timedelta(seconds=20)))
    alarms.watch("m", speaking(ends_at))
    await rang.wait()
    ((meeting_id, command, at),) = sent
    assert (meeting_id, command) == ("m", ElapseSpeakingTime(grant=1))
    assert at >= ends_at
