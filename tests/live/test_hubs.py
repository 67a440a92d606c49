from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from tests.live.bench import Bench, Seat, until
from tests.live.fakes import MEETING, FakeLine, Login, parse_frames

from hemicycle.live.hubs import Patience
from hemicycle.live.paces import HANDSHAKES_AT_ONCE, MOST_CONSOLES, Paces
from hemicycle.live.protocol import Follow, Refuse, Submit
from hemicycle.live.stream import SLICE
from hemicycle.views.audiences import Audience


def last(seat: Seat) -> dict[str, object]:
    return parse_frames(seat.line.written[-1])[-1]


@pytest.fixture
async def now(bench: Bench) -> float:
    return bench.hubs.now()


async def test_a_silent_console_is_pinged_once_and_its_answer_is_enough(bench: Bench, now: float) -> None:
    seat = await bench.seat()
    seat.console.heard_at = now
    await bench.hubs.sweep(now + 19)
    assert "ping" not in seat.line.kinds()
    for later in (20, 21, 39):
        await bench.hubs.sweep(now + later)
    assert seat.line.kinds().count("ping") == 1
    seat.console.heard_at = now + 40
    await bench.hubs.sweep(now + 59)
    assert seat.line.kinds().count("ping") == 1
    await bench.hubs.sweep(now + 60)
    assert seat.line.kinds().count("ping") == 2


async def test_a_console_that_never_answers_is_dropped(bench: Bench, now: float) -> None:
    seat = await bench.seat()
    await bench.hubs.sweep(now + 47)
    assert seat.line.aborted
    assert not seat.hub.members


async def test_no_hello_in_time_is_against_the_protocol(bench: Bench, now: float) -> None:
    seat = bench.enter()
    await bench.hubs.sweep(now + 9)
    assert seat.line.written == []
    await bench.hubs.sweep(now + 12)
    assert last(seat) == {"type": "bye", "reason": "protocol"}
    assert seat.line.closed_with == 1008


async def test_a_console_that_stays_stuck_is_told_bye(bench: Bench, now: float) -> None:
    seat = await bench.seat(line=FakeLine(room=1))
    await bench.hubs.sweep(now + 19)
    assert seat.line.closed_with is None
    await bench.hubs.sweep(now + 22)
    assert last(seat) == {"type": "bye", "reason": "slow", "retry_after": 1.5}
    assert seat.line.closed_with == 1013


async def test_a_revoked_login_is_closed_at_once_on_every_console(bench: Bench) -> None:
    revoked = [await bench.seat(login=Login("gone")) for _ in range(2)]
    other = await bench.seat(login=Login("stays"))
    bench.hubs.revoke("gone")
    assert [last(seat) for seat in revoked] == [{"type": "bye", "reason": "revoked"}] * 2
    assert "bye" not in other.line.kinds()
    assert bench.enter(Login("gone")).line.closed_with == 1008, "also one that was just being opened"


async def test_a_login_brings_no_more_commands_in_over_more_connections(bench: Bench, now: float) -> None:
    """Else one delegate's many sockets could fill the queue in which everybody's commands wait."""
    seats = [await bench.seat(login=Login("many")) for _ in range(3)]
    other = await bench.seat(login=Login("another"))
    command = '{"type":"command","id":"c","command":"CallNext"}'
    taken = [seat.console.conversation.receive(command, now) for seat in seats for _ in range(30)]
    assert Counter(type(action) for action in taken) == {Submit: 40 - len(seats), Refuse: 50 + len(seats)}
    assert {a.problem["code"] for a in taken if isinstance(a, Refuse)} == {"too-many"}
    assert isinstance(other.console.conversation.receive(command, now), Submit)
    assert isinstance(seats[0].console.conversation.receive(command, now + 1), Submit)


async def test_a_login_is_sent_no_more_snapshots_over_more_connections(bench: Bench, now: float) -> None:
    seats = [bench.enter(Login("many")) for _ in range(3)]
    hello = '{"type":"hello","audience":"hall"}'
    taken = [seat.console.conversation.receive(hello, now) for seat in seats for _ in range(30)]
    assert Counter(type(action) for action in taken) == {Follow: 40, Refuse: 50}
    assert seats[2].console.awaits_hello, "one that was refused follows nothing"
    assert isinstance(bench.enter(Login("other")).console.conversation.receive(hello, now), Follow)


async def test_of_too_many_consoles_of_a_login_the_longest_unheard_is_told_so() -> None:
    bench = Bench(most_consoles=MOST_CONSOLES)
    seats = [await bench.seat(login=Login("many")) for _ in range(MOST_CONSOLES)]
    others = [await bench.seat(login=Login(f"other{n}")) for n in range(MOST_CONSOLES)]
    now = bench.hubs.now()
    for place, seat in enumerate(seats):
        seat.console.heard_at = now + (0 if place == 5 else 1)
    assert MOST_CONSOLES >= 3, "a telephone, a laptop and the hall's screen"
    assert not any("bye" in seat.line.kinds() for seat in (*seats, *others))
    newest = await bench.seat(login=Login("many"))
    assert [place for place, seat in enumerate(seats) if "bye" in seat.line.kinds()] == [5]
    assert last(seats[5]) == {"type": "bye", "reason": "too_many"}
    assert seats[5].line.closed_with == 1008
    assert "bye" not in newest.line.kinds()
    for seat in (*seats, newest):
        bench.hubs.leave(seat.hub, seat.console)
    again = [await bench.seat(login=Login("many")) for _ in range(MOST_CONSOLES)]
    assert not any("bye" in seat.line.kinds() for seat in again)
    await bench.hubs.stop()


def test_a_login_s_handshakes_are_counted() -> None:
    paces = Paces()
    come = [paces.may_come("storm", 0.0) for _ in range(HANDSHAKES_AT_ONCE + 5)]
    assert come.count(True) == HANDSHAKES_AT_ONCE
    assert paces.may_come("another", 0.0)
    assert [paces.may_come("storm", 1.0) for _ in range(2)] == [True, False]


async def test_a_login_that_ends_closes_its_open_consoles_at_that_moment(bench: Bench) -> None:
    begun = datetime.now(UTC)
    soon, later = begun + timedelta(seconds=1), begun + timedelta(days=60)
    other = await bench.seat(login=Login("stays", expires_at=later))
    program = await bench.seat(login=Login("program"))
    ending = [await bench.seat(login=Login("ends", expires_at=soon)) for _ in range(2)]
    gone = await bench.seat(login=Login("ends", expires_at=soon))
    bench.hubs.leave(gone.hub, gone.console)
    await until(lambda: ending[1].line.closed_with is not None)
    assert datetime.now(UTC) >= soon
    assert [last(seat) for seat in ending] == [{"type": "bye", "reason": "revoked"}] * 2
    assert ["bye" in seat.line.kinds() for seat in (other, program, gone)] == [False] * 3
    late = bench.enter(Login("ends", expires_at=soon))
    await until(lambda: late.line.closed_with == 1008)


async def test_leases_are_renewed_for_all_who_were_reported(bench: Bench, now: float) -> None:
    seats = [await bench.seat() for _ in range(SLICE + 1)]
    for seat in seats[:2]:
        seat.console.span = seat.console.id
    for later in (11, 12, 22):
        await bench.hubs.sweep(now + later)
    assert bench.presence.renewed == [["connection1", "connection2"]] * 2


async def test_stopping_tells_everybody_when_to_come_back(bench: Bench) -> None:
    seat = await bench.seat(Audience.PODIUM)
    await bench.hubs.stop()
    assert last(seat) == {"type": "bye", "reason": "shutting_down", "retry_after": 1.5}
    assert seat.line.closed_with == 1012


async def test_the_connection_is_told_first_when_the_server_stops(bench: Bench) -> None:
    seat = await bench.seat()
    attached = seat.line.attached
    assert attached is not None
    assert parse_frames(attached.stopping())[0]["reason"] == "shutting_down"
    assert attached.stopping() == b""
    assert not seat.hub.members


async def test_meetings_without_consoles_cost_nothing(bench: Bench) -> None:
    bench.conductor.commit({"n": 1})
    bench.hubs.directory_changed(MEETING)
    bench.hubs.me_changed(MEETING, frozenset({"p1"}))
    assert list(bench.hubs.all()) == []


async def test_the_sweep_goes_on_after_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench(Patience(sweep=0.001, lease=0.0))
    seat = await bench.seat()
    seat.console.span = seat.console.id
    failures = 0

    async def fail(connection_ids: list[str]) -> None:
        nonlocal failures
        failures += 1
        raise OSError("disk full")

    bench.presence.alive = fail  # type: ignore[method-assign]
    bench.hubs.start()
    await until(lambda: failures == 2)
    await bench.hubs.stop()
    assert "could not be looked after" in caplog.text
