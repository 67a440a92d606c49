"""Consoles that cannot take more for a while, and answers that wait for their patch."""

import pytest
from tests.live.bench import Bench, until
from tests.live.fakes import FakeLine

from hemicycle.live.stream import SLICE
from hemicycle.views.audiences import Audience


async def test_a_full_transport_takes_a_console_out_and_a_drained_one_back(bench: Bench) -> None:
    slow = await bench.seat()
    quick = await bench.seat()
    slow.line.room = 1
    for n in range(100):
        bench.conductor.commit({"n": n, "text": "x" * 1000})
        await bench.quiet()
    assert quick.follower.seq == 100
    assert slow.follower.seq == 1
    slow.line.drain()
    await until(lambda: slow.console.joined)
    assert slow.follower.snapshots == 2
    assert slow.follower.view == quick.follower.view
    bench.conductor.commit({"n": "again"})
    await bench.quiet()
    assert slow.follower.view["n"] == "again"


async def test_a_short_pause_costs_patches_not_a_snapshot(bench: Bench) -> None:
    slow = await bench.seat()
    slow.line.room = 1
    for n in range(5):
        bench.conductor.commit({"n": n})
        await bench.quiet()
    slow.line.drain()
    await until(lambda: slow.console.joined)
    assert (slow.follower.snapshots, slow.follower.seq) == (1, 5)


async def test_a_pause_in_which_nothing_happened_costs_nothing(bench: Bench) -> None:
    slow = await bench.seat(line=FakeLine(room=1))  # the snapshot itself fills the transport
    assert not slow.console.joined
    written = len(slow.line.written)
    slow.line.drain()
    assert len(slow.line.written) == written
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    assert slow.follower.seq == 1


async def test_a_directory_that_changed_in_a_pause_is_sent_afterwards(bench: Bench) -> None:
    slow = await bench.seat(Audience.BOOTHS)
    quick = await bench.seat(Audience.BOOTHS)
    slow.line.room = 1
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    bench.people.names["p2"] = {"name": "Bo"}
    bench.hubs.directory_changed("em10-3")
    await until(lambda: "p2" in quick.follower.directory)
    await bench.quiet()
    slow.line.drain()
    await until(lambda: slow.console.joined)
    assert slow.follower.directory == bench.people.names


async def test_a_transport_that_raises_stops_nobody_else(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    seats = [await bench.seat() for _ in range(9)]
    seats[4].line.broken = True
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    assert [seat.follower.seq if seat is not seats[4] else 1 for seat in seats] == [1] * 9
    assert seats[4].line.aborted
    assert seats[4].console not in seats[4].hub.members
    assert "refused a write" in caplog.text


async def test_accepted_comes_after_its_patch_and_before_the_fan_out(bench: Bench) -> None:
    hall = [await bench.seat() for _ in range(SLICE * 2)]
    last = hall[-1]
    seq = bench.conductor.commit({"n": 1}, events=2)
    last.hub.accepted(last.console, "c1", seq)
    assert last.follower.accepted == {"c1": 2}
    await bench.quiet()
    assert last.line.kinds() == ["snapshot", "me", "patch", "accepted"]


async def test_who_got_a_patch_with_an_answer_does_not_get_it_again(bench: Bench) -> None:
    seat = await bench.seat()
    await bench.seat()
    seq = bench.conductor.commit({"n": 1})
    seat.hub.accepted(seat.console, "c1", seq)
    bench.conductor.commit({"n": 2})
    await bench.quiet()
    assert seat.line.kinds() == ["snapshot", "me", "patch", "accepted", "patch"]


async def test_a_console_that_fills_up_before_its_slice_is_passed_by(bench: Bench) -> None:
    seats = [await bench.seat() for _ in range(SLICE + 1)]
    last = seats[-1]
    bench.conductor.commit({"n": 1})
    await until(lambda: len(seats[0].line.written) > 1)
    last.hub.paused(last.console, 0.0)
    await bench.quiet()
    assert last.line.kinds() == ["snapshot", "me"]


async def test_a_console_comes_back_from_where_it_was_left(bench: Bench) -> None:
    seat = await bench.seat()
    for n in range(3):
        bench.conductor.commit({"n": n})
        await bench.quiet()
    seat.hub.paused(seat.console, 0.0)
    bench.conductor.commit({"n": 3})
    await bench.quiet()
    seat.hub.resumed(seat.console)
    await until(lambda: seat.console.joined)
    assert [frame["seq"] for frame in seat.line.frames if frame["type"] == "patch"] == [1, 2, 3, 4]


async def test_a_console_that_fills_up_while_it_catches_up_waits_until_it_drains(bench: Bench) -> None:
    seat = bench.enter()
    bench.conductor.before_snapshot = lambda: seat.hub.paused(seat.console, 0.0)
    await seat.hub.follow(seat.console, Audience.HALL, None)
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    assert seat.line.kinds() == ["snapshot", "me"]
    seat.hub.resumed(seat.console)
    await until(lambda: seat.follower.seq == 1)


async def test_what_is_private_and_changed_in_a_pause_is_told_afterwards(bench: Bench) -> None:
    seat = await bench.seat()
    seat.hub.paused(seat.console, 0.0)
    bench.people.seats = {"l1": "pan.online.observer.1"}
    bench.hubs.me_changed("em10-3", frozenset({"p1"}))
    await until(lambda: seat.hub.persons.reading is None)
    assert "seat" not in seat.follower.me
    seat.hub.resumed(seat.console)
    await until(lambda: seat.follower.me.get("seat") == "pan.online.observer.1")


async def test_accepted_waits_for_a_patch_that_is_still_to_come(bench: Bench) -> None:
    seat = await bench.seat()
    seat.hub.accepted(seat.console, "c1", 1)
    assert seat.follower.accepted == {}
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    assert seat.follower.accepted == {"c1": 1}


async def test_accepted_for_an_old_command_is_answered_at_once(bench: Bench) -> None:
    bench.conductor.commit({"n": 1})
    bench.conductor.commit({"n": 2})
    seat = await bench.seat()
    seat.hub.accepted(seat.console, "c1", 1)
    assert seat.follower.accepted == {"c1": 1}


async def test_accepted_waits_until_a_full_transport_has_drained(bench: Bench) -> None:
    seat = await bench.seat(line=FakeLine(room=1))
    seq = bench.conductor.commit({"n": 1})
    seat.hub.accepted(seat.console, "c1", seq)
    await bench.quiet()
    assert "accepted" not in seat.line.kinds()
    seat.line.drain()
    await until(lambda: seat.console.joined)
    assert seat.follower.accepted == {"c1": 1}
