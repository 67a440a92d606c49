"""Whose lines are watched closely, and what presence is told of one that falls silent."""

import logging

import pytest
from tests.live.bench import Bench, Seat, until
from tests.live.fakes import FakeLine, Login

from hemicycle.live import frames
from hemicycle.live.pulse import Rhythm
from hemicycle.views.audiences import Audience

BEAT = Rhythm().ping
SPEAKER = Login("speaker", participant="ana")


async def seated(bench: Bench, login: Login = SPEAKER) -> Seat:
    """A console of which presence has been told."""
    seat = await bench.seat(login=login)
    seat.console.following = True
    await bench.hubs.reports.tell(seat.hub.meeting_id, seat.console)
    seat.line.written.clear()
    return seat


class Time:
    """The loop's seconds, as the looks of the watch see them."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.now = bench.hubs.now()

    async def beats(self, count: int, *answering: Seat) -> None:
        """So many looks; these consoles answer each ping just before the next."""
        for _ in range(count):
            self.now += BEAT
            await self.bench.hubs.watch.look(self.now)
            for seat in answering:
                answer(seat, self.now)


def answer(seat: Seat, at: float) -> None:
    """The pong to the newest heartbeat."""
    pulse = seat.console.pulse
    assert pulse is not None
    assert seat.line.written[-1][:2] == b"\x89\x08", "a ping of RFC 6455 §5.5.2 with eight bytes"
    pulse.answer(frames.answered(seat.line.written[-1][2:]), at)


@pytest.fixture
async def time(bench: Bench) -> Time:
    bench.presence.speaking = frozenset({"ana"})
    return Time(bench)


async def test_only_those_who_are_called_or_speak_are_pinged_so_often(bench: Bench, time: Time) -> None:
    speaker, other = await seated(bench), await seated(bench, Login("other", participant="bo"))
    hall = await seated(bench, Login("hall", participant=None))
    await time.beats(3, speaker)
    assert [len(seat.line.written) for seat in (speaker, other, hall)] == [3, 0, 0]
    bench.presence.speaking = frozenset({"bo"})
    await time.beats(2)
    assert [len(seat.line.written) for seat in (speaker, other, hall)] == [3, 2, 0]


async def test_a_console_that_has_not_said_hello_is_not_watched(bench: Bench, time: Time) -> None:
    seat = bench.enter(SPEAKER)
    await time.beats(20)
    assert seat.line.written == []


async def test_a_silent_line_is_told_as_one_that_closed_and_since_when(bench: Bench, time: Time) -> None:
    speaker = await seated(bench)
    await time.beats(15, speaker)
    heard_at = time.now
    while speaker.console.there:
        await time.beats(1)
    await until(lambda: bool(bench.presence.ended))
    assert bench.presence.ended == ["speaker"]
    assert not speaker.line.aborted, "the connection itself stays: it may come back"
    (unheard,) = bench.presence.unheard.values()
    assert time.now - heard_at == pytest.approx(unheard)
    assert Rhythm().silent < unheard <= Rhythm().silent + BEAT


async def test_a_line_that_answers_again_is_told_as_one_that_opened(bench: Bench, time: Time) -> None:
    speaker = await seated(bench)
    await time.beats(10, speaker)
    await time.beats(10)
    await until(lambda: bench.presence.open == {})
    await time.beats(4, speaker)
    assert bench.presence.open == {}, "not before it is steady"
    await time.beats(4, speaker)
    await until(lambda: bench.presence.open == {"connection1-2": "speaker"})
    await bench.hubs.sweep(bench.hubs.now() + 11)
    assert bench.presence.renewed == [["connection1-2"]]


async def test_the_podium_s_directory_follows_a_line_that_falls_silent(bench: Bench, time: Time) -> None:
    speaker = await seated(bench)
    chair = await bench.seat(Audience.PODIUM, login=Login("chair", participant="c"))
    await time.beats(10, speaker)
    bench.people.names = {"p1": {"name": "Ana", "connected": False}}
    await time.beats(10)
    await until(lambda: chair.follower.directory == bench.people.names)


async def test_another_console_of_hers_is_told_apart(bench: Bench, time: Time) -> None:
    tab, phone = await seated(bench), await seated(bench)
    await time.beats(10, tab, phone)
    await time.beats(10, phone)
    await until(lambda: bench.presence.open == {"connection2": "speaker"})


async def test_a_silent_line_that_is_closed_is_told_once(bench: Bench, time: Time) -> None:
    speaker = await seated(bench)
    await time.beats(15)
    await until(lambda: bench.presence.open == {})
    bench.hubs.leave(speaker.hub, speaker.console)
    await bench.hubs.reports.tell(speaker.hub.meeting_id, speaker.console)
    assert bench.presence.ended == ["speaker"]
    await time.beats(1)
    assert speaker.hub.watched == set()


async def test_a_line_that_is_silent_when_her_turn_is_over_stays_watched(bench: Bench, time: Time) -> None:
    """Else nobody would see it come back."""
    speaker = await seated(bench)
    await time.beats(15)
    await until(lambda: bench.presence.open == {})
    bench.presence.speaking = frozenset()
    while not speaker.console.there:
        await time.beats(1, speaker)
    await until(lambda: bench.presence.open == {"connection1-2": "speaker"})
    await time.beats(1)
    assert (speaker.console.pulse, speaker.hub.watched) == (None, set())


async def test_the_service_s_own_pause_silences_nobody(bench: Bench, time: Time) -> None:
    bench.presence.speaking = frozenset({"ana", "bo"})
    seats = [await seated(bench), await seated(bench, Login("other", participant="bo"))]
    await time.beats(10, *seats)
    time.now += 60
    await time.beats(1)
    for seat in seats:
        answer(seat, time.now)
    await time.beats(10, *seats)
    assert bench.presence.ended == []


async def test_the_service_s_own_pause_drops_nobody_in_the_sweep(bench: Bench) -> None:
    seats = [await bench.seat() for _ in range(3)]
    late = bench.enter()
    stuck = await bench.seat(line=FakeLine(room=1))
    now = bench.hubs.now() + 60
    bench.hubs.excuse(58, now)
    await bench.hubs.sweep(now)
    assert not any(seat.line.aborted for seat in seats)
    assert [seat.line.closed_with for seat in (late, stuck)] == [None, None]
    await bench.hubs.sweep(now + 50)
    assert all(seat.line.aborted for seat in seats), "whoever does not answer after it is dropped as ever"
    assert [seat.line.closed_with for seat in (late, stuck)] == [1008, 1013]


async def test_a_line_that_the_service_does_not_listen_to_is_not_silent(bench: Bench, time: Time) -> None:
    """While a command of hers is handled no answer could be read."""
    speaker = await seated(bench)
    await time.beats(5, speaker)
    speaker.line.listening = False
    await time.beats(50)
    speaker.line.listening = True
    await time.beats(3)
    assert (bench.presence.ended, len(speaker.line.written)) == ([], 8)
    assert speaker.console.there


async def test_a_line_whose_transport_is_full_is_not_silent(bench: Bench, time: Time) -> None:
    """A long snapshot on a narrow line; one that stays stuck is closed by the sweep."""
    speaker = await seated(bench)
    await time.beats(5, speaker)
    assert speaker.line.attached is not None
    speaker.line.attached.paused()
    await time.beats(50)
    assert speaker.console.there
    assert len(speaker.line.written) == 5


async def test_a_failure_of_presence_does_not_end_the_watch(
    bench: Bench, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    speaker = await seated(bench)

    async def fail(connection_id: str, unheard_for: float = 0.0) -> None:
        raise OSError(f"disk full: {connection_id}, {unheard_for}")

    bench.presence.closed = fail  # type: ignore[method-assign]
    with caplog.at_level(logging.ERROR):
        await time.beats(15)
        await until(lambda: "could not be told" in caplog.text)
    await time.beats(8, speaker)
    await until(lambda: "connection1-2" in bench.presence.open)
