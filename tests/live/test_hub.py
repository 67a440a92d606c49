import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from tests.live.bench import Bench, Seat, until
from tests.live.fakes import EPOCH, FakeLine, Login

from hemicycle.contract.problems import ProblemError
from hemicycle.live.protocol import Position, Reason
from hemicycle.live.stream import SLICE
from hemicycle.rules.events import RoleMoved, VoteCast
from hemicycle.rules.state.decisions import Choice
from hemicycle.rules.terms import Modality, Role
from hemicycle.views.audiences import Audience


async def test_a_console_gets_a_snapshot_then_patches(bench: Bench) -> None:
    bench.conductor.commit({"a": 1})
    seat = await bench.seat()
    assert seat.line.kinds() == ["snapshot", "me"]
    bench.conductor.commit({"b": 2}, events=3)
    bench.conductor.commit({"a": None})
    await bench.quiet()
    assert seat.follower.view == bench.conductor.views[Audience.HALL]
    assert seat.follower.seq == 5


async def test_what_comes_during_a_fan_out_leaves_with_one_write(bench: Bench) -> None:
    seats = [await bench.seat() for _ in range(3)]
    before = [len(seat.line.written) for seat in seats]
    for n in range(10):
        bench.conductor.commit({"n": n})
    await bench.quiet()
    assert [len(seat.line.written) for seat in seats] == [count + 1 for count in before]
    assert all(seat.follower.view["n"] == 9 for seat in seats)


async def test_a_frame_is_built_once(bench: Bench) -> None:
    seats = [await bench.seat() for _ in range(3)]
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    assert len({id(seat.line.written[-1]) for seat in seats}) == 1


async def test_booths_then_podium_then_hall(bench: Bench) -> None:
    order: list[Audience] = []
    for audience in (Audience.HALL, Audience.PODIUM, Audience.BOOTHS):
        seat = await bench.seat(audience)
        seat.console.write = lambda _, audience=audience: order.append(audience)  # type: ignore[misc]
    bench.conductor.commit({"n": 1})
    await bench.quiet()
    assert order == [Audience.BOOTHS, Audience.PODIUM, Audience.HALL]


async def test_a_fan_out_yields_between_slices(bench: Bench) -> None:
    seats = [await bench.seat() for _ in range(SLICE * 2 + 1)]
    bench.conductor.commit({"n": 1})
    reached = []
    while any(seat.follower.seq == 0 for seat in seats[-1:]):
        await asyncio.sleep(0)
        reached.append(sum(len(seat.line.written) > 1 for seat in seats))
    assert SLICE in reached
    assert SLICE * 2 in reached


async def test_the_booths_do_not_wait_for_the_hall(bench: Bench) -> None:
    hall = [await bench.seat() for _ in range(SLICE * 3)]
    booth = await bench.seat(Audience.BOOTHS)
    bench.conductor.commit({"n": 1})
    await until(lambda: len(hall[0].line.written) > 1)
    bench.conductor.commit({"n": 2})
    await until(lambda: booth.follower.seq == 2)
    assert hall[-1].follower.seq == 0


async def test_resume_gets_the_missing_patches(bench: Bench) -> None:
    for n in range(5):
        bench.conductor.commit({"n": n})
    seat = await bench.seat(position=Position(EPOCH, 2))
    frames = [frame for frame in seat.line.frames if frame["type"] == "patch"]
    assert [(frame["prev_seq"], frame["seq"]) for frame in frames] == [(2, 3), (3, 4), (4, 5)]
    assert bench.conductor.snapshots == 0


@pytest.mark.parametrize(
    "position", [Position("other", 2), Position(EPOCH, 99), Position(EPOCH, 0)], ids=["epoch", "ahead", "old"]
)
async def test_resume_that_is_not_possible_gets_a_snapshot(bench: Bench, position: Position) -> None:
    for n in range(5):
        bench.conductor.commit({"n": n})
    bench.conductor.retained_from = 1
    seat = await bench.seat(position=position)
    assert seat.line.kinds() == ["snapshot", "me"]


async def test_hello_again_after_a_gap_is_answered_on_the_same_connection(bench: Bench) -> None:
    seat = await bench.seat()
    bench.conductor.commit({"n": 1})
    bench.conductor.commit({"n": 2})
    await bench.quiet()
    seat.line.written.clear()
    await seat.hub.follow(seat.console, Audience.HALL, Position(EPOCH, 1))
    bench.conductor.commit({"n": 3})
    await bench.quiet()
    assert [frame["seq"] for frame in seat.line.frames if frame["type"] == "patch"] == [2, 3]


async def test_commits_while_a_snapshot_is_fetched_are_not_lost(bench: Bench) -> None:
    left = 5

    def commit() -> None:
        nonlocal left
        left -= 1
        if left > 0:
            bench.conductor.commit({f"k{left}": left})

    bench.conductor.before_snapshot = commit
    seat = await bench.seat()
    commit()
    await bench.quiet()
    assert seat.follower.view == bench.conductor.views[Audience.HALL]


async def test_many_who_come_at_once_share_one_snapshot(bench: Bench) -> None:
    await asyncio.gather(*(bench.seat() for _ in range(50)))
    assert bench.conductor.snapshots == 1
    bench.conductor.commit({"n": 1})
    await bench.seat()
    assert bench.conductor.snapshots == 2


async def test_booths_and_podium_get_the_directory_and_the_hall_does_not(bench: Bench) -> None:
    seats = {audience: await bench.seat(audience) for audience in Audience}
    assert {audience: seat.follower.directory for audience, seat in seats.items()} == {
        Audience.HALL: {},
        Audience.BOOTHS: bench.people.names,
        Audience.PODIUM: bench.people.names,
    }


async def test_a_changed_directory_is_sent_as_a_difference(bench: Bench) -> None:
    seat = await bench.seat(Audience.PODIUM)
    bench.people.names = {"p1": {"name": "Ana", "connected": True}, "p2": {"name": "Bo"}}
    bench.hubs.directory_changed("em10-3")
    await until(lambda: "p2" in seat.follower.directory)
    del bench.people.names["p1"]
    bench.hubs.directory_changed("em10-3")
    await until(lambda: "p1" not in seat.follower.directory)
    merges = [frame["merge"] for frame in seat.line.frames if frame["type"] == "directory"]
    assert merges[1:] == [{"p1": {"connected": True}, "p2": {"name": "Bo"}}, {"p1": None}]


async def test_a_moved_role_changes_the_me_of_those_concerned(bench: Bench) -> None:
    former = await bench.seat(login=Login("l1", participant="p1"))
    holder = await bench.seat(login=Login("l2", participant="p2"))
    other = await bench.seat(login=Login("l3", participant="p3"))
    bench.people.seats = {"l2": "pan.online.speaker.1"}
    moved = RoleMoved(
        delegation="pan",
        seat="pan.online.speaker.1",
        modality=Modality.ONLINE,
        role=Role.SPEAKER,
        former="p1",
        holder="p2",
        policy=1,
    )
    bench.conductor.commit({"roster": 1}, recorded=(SimpleNamespace(event=moved),))
    await until(lambda: holder.follower.me["version"] == 2)
    await until(lambda: former.follower.me["version"] == 2)
    await until(lambda: holder.hub.persons.reading is None)
    assert holder.follower.me["seat"] == "pan.online.speaker.1"
    assert other.follower.me["version"] == 1


async def test_a_ballot_changes_the_me_of_its_own_delegation_alone(bench: Bench) -> None:
    own = await bench.seat(login=Login("l1", participant="p1", delegation="pan"))
    other = await bench.seat(login=Login("l2", participant="p2", delegation="ita"))
    cast = VoteCast(
        vote="v1", delegation="pan", choice=Choice.NO, weight=1, at=datetime(2021, 9, 7, tzinfo=UTC)
    )
    bench.conductor.commit({"vote": 1}, recorded=(SimpleNamespace(event=cast),))
    await until(lambda: own.follower.me["version"] == 2)
    await until(lambda: own.hub.persons.reading is None)
    assert other.follower.me["version"] == 1


async def test_a_meeting_that_is_unknown_cannot_be_followed(bench: Bench) -> None:
    hub, console = bench.hubs.enter("other", Login(), frozenset(Audience), FakeLine(), "c")
    with pytest.raises(ProblemError):
        await hub.follow(console, Audience.HALL, None)
    assert not console.joined


async def test_nothing_is_written_to_a_console_that_has_gone(bench: Bench) -> None:
    seat = await bench.seat()
    seat.hub.bye(seat.console, Reason.SUPERSEDED)
    written = len(seat.line.written)
    bench.conductor.commit({"n": 1})
    seat.hub.accepted(seat.console, "c1", 1)
    seat.hub.reply(seat.console, b"x")
    seat.hub.bye(seat.console, Reason.SLOW)
    await bench.quiet()
    assert len(seat.line.written) == written
    assert seat.line.closed_with == 1000


async def test_a_console_that_goes_while_it_catches_up_is_not_taken_in(bench: Bench) -> None:
    seat = bench.enter()
    following = asyncio.ensure_future(seat.hub.follow(seat.console, Audience.HALL, None))
    await asyncio.sleep(0)
    seat.hub.forget(seat.console)
    await following
    assert seat.line.written == []
    assert not seat.console.joined


async def test_the_later_of_two_hellos_counts(bench: Bench) -> None:
    for n in range(3):
        bench.conductor.commit({"n": n})
    seat = bench.enter()
    await asyncio.gather(
        seat.hub.follow(seat.console, Audience.HALL, None),
        seat.hub.follow(seat.console, Audience.HALL, Position(EPOCH, 2)),
    )
    assert [frame["type"] for frame in seat.line.frames] == ["patch", "me"]


def _everything_is_let_go(seat: Seat) -> bool:
    return not seat.hub.members and not any(stream.followed for stream in seat.hub.streams.values())


async def test_the_last_to_leave_closes_the_hub(bench: Bench) -> None:
    seats = [await bench.seat() for _ in range(2)]
    for seat in seats:
        bench.hubs.leave(seat.hub, seat.console)
    assert _everything_is_let_go(seats[0])
    assert list(bench.hubs.all()) == []
