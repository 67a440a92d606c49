"""Nodes that wake each other: what one commits the other publishes, in the log's order, once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from tests.conduct.moot import MEETING, NEXT
from tests.conduct.stage import Stage, until
from tests.databases import Databases

from hemicycle.access import logins
from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.nodes import Nodes
from hemicycle.conduct.roster import change_roster
from hemicycle.contract.problems import ProblemError
from hemicycle.registry.seats import move_of
from hemicycle.rules.commands import ElapseSpeakingTime
from hemicycle.storage import Bus, Topic, Wake, announce, open_bus, writing


class Screens:
    """The consoles of a node: whose sockets were closed."""

    def __init__(self, *logins: str) -> None:
        self.open = frozenset(logins)
        self.closed: list[str] = []
        self.changed: list[str] = []

    def revoke(self, login_id: str) -> None:
        self.closed.append(login_id)

    def login_ids(self) -> frozenset[str]:
        return self.open

    def directory_changed(self, meeting_id: str) -> None:
        self.changed.append(meeting_id)


class Deaf:
    """A bus on which everything is lost until somebody says so."""

    def listen(self, heard: Callable[[Wake], None], missed: Callable[[], None]) -> None:  # noqa: ARG002
        self.missed = missed

    async def close(self) -> None:
        """Nothing was heard."""


class Beginning(Nodes):
    """Says when it has begun to hear the others."""

    hears = False

    def missed(self) -> None:
        super().missed()
        self.hears = True


class Node:
    """A stage among others."""

    def __init__(self, stage: Stage, name: str, bus: Bus, *logins: str) -> None:
        self.stage = stage
        self.screens = Screens(*logins)
        self.arrivals = Arrivals(stage.conductor, name)
        self.nodes = Beginning(bus, stage.conductor, self.arrivals, self.screens)


@pytest.fixture
async def pair(stage: Stage, other: Stage) -> AsyncIterator[tuple[Node, Node]]:
    """Two nodes that hear each other."""
    found = Node(stage, "one", open_bus(stage.engine)), Node(other, "two", open_bus(stage.engine))
    for node in found:
        node.nodes.start()
    await until(lambda: all(node.nodes.hears for node in found))
    yield found
    for node in found:
        await node.nodes.close()


async def test_what_one_commits_the_other_publishes_in_the_same_order(pair: tuple[Node, Node]) -> None:
    one, two = (node.stage for node in pair)
    await two.conductor.sitting(MEETING)
    await two.follow()
    await one.opened()
    await asyncio.gather(*(one.send(f"{d}-online", "RequestFloor") for d in ("pan", "ita", "fra")))
    await until(lambda: two.listener.commands()[-1:] == one.listener.commands()[-1:])
    assert two.listener.commands() == one.listener.commands()
    assert [p.seq for p in two.listener.heard] == [p.seq for p in one.listener.heard]
    assert await two.in_step()


async def test_a_meeting_that_begins_at_one_is_followed_by_the_other(pair: tuple[Node, Node]) -> None:
    one, two = (node.stage for node in pair)
    opened: list[str] = []
    two.conductor.opened = lambda sitting: opened.append(sitting.id)
    await one.conductor.sitting(NEXT)
    await until(lambda: NEXT in opened)


async def test_a_roster_changed_at_one_is_published_by_the_other(pair: tuple[Node, Node]) -> None:
    one, two = (node.stage for node in pair)
    await one.opened()
    await two.conductor.sitting(MEETING)
    moves = [move_of("pan.online.speaker.1", "pan-spare")]
    await change_roster(one.conductor, "moot", moves, one.login("desk"))
    await until(lambda: any(c.startswith("roster-") for c in two.listener.commands()))
    assert (await two.conductor.sitting(MEETING)).meeting.seat_of("pan-spare") is not None


async def test_a_deadline_that_rings_at_both_counts_once(pair: tuple[Node, Node]) -> None:
    one, two = (node.stage for node in pair)
    await one.opened()
    await one.send("pan-online", "RequestFloor")
    await one.send("chair", "CallNext")
    await one.send("chair", "GiveFloor")
    grant = one.folded().floor[-1]
    one.clock.time = grant.ends_at or one.clock.time
    elapsed = ElapseSpeakingTime(grant=grant.id)
    ringing = [node.conductor.handle_clock(MEETING, elapsed) for node in (one, two)]
    answers: list[Any] = await asyncio.gather(*ringing, return_exceptions=True)
    refused = [a.problem["code"] for a in answers if isinstance(a, ProblemError)]
    assert refused == ["stale"]
    assert sum(type(r.event).__name__ == "SpeakingTimeElapsed" for r in one.recorded()) == 1


async def test_a_revoked_login_loses_its_sockets_everywhere(pair: tuple[Node, Node]) -> None:
    one, two = pair
    login = one.stage.login("pan-online")
    with writing(one.stage.engine) as conn:
        logins.revoke(conn, login.id, one.stage.clock.now(), "desk")
    await until(lambda: one.screens.closed == two.screens.closed == [login.id])


async def test_what_is_rolled_back_wakes_nobody(pair: tuple[Node, Node]) -> None:
    one, two = pair

    def fail() -> None:
        with writing(one.stage.engine) as conn:
            announce(conn, Wake(Topic.ACCESS, "rolled back"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with writing(one.stage.engine) as conn:
        announce(conn, Wake(Topic.ACCESS, "committed"))
    await until(lambda: bool(two.screens.closed))
    assert two.screens.closed == ["committed"]


async def test_who_is_connected_to_one_is_present_to_the_other(pair: tuple[Node, Node]) -> None:
    one, two = pair
    for node in pair:
        await node.arrivals.look(MEETING)
    await one.arrivals.opened("c1", MEETING, one.stage.login("pan-online"))
    await one.arrivals.mark(MEETING, "ita", present=True, by="desk")
    await until(lambda: two.arrivals.present(MEETING) == {"pan", "ita"})
    assert two.arrivals.connected(MEETING) == {"pan-online"}
    await one.arrivals.closed("c1")
    await until(lambda: two.arrivals.present(MEETING) == {"ita"})


async def test_who_leaves_one_node_but_is_at_the_other_is_not_gone(pair: tuple[Node, Node]) -> None:
    one, two = pair
    await one.arrivals.opened("c1", MEETING, one.stage.login("pan-online"))
    await two.arrivals.opened("c2", MEETING, two.stage.login("pan-room"))
    both = {"pan-online", "pan-room"}
    await until(lambda: one.arrivals.connected(MEETING) == two.arrivals.connected(MEETING) == both)
    await one.stage.clock.advance(2)
    await until(lambda: one.stage.folded().present == {"pan"})
    await one.arrivals.closed("c1")
    await one.stage.clock.advance(40)
    assert one.arrivals.present(MEETING) == {"pan"}
    assert one.stage.folded().present == {"pan"}


async def test_a_node_that_died_is_forgotten_when_its_leases_end(pair: tuple[Node, Node]) -> None:
    one, two = pair
    await one.arrivals.opened("c1", MEETING, one.stage.login("pan-online"))
    await until(lambda: two.arrivals.present(MEETING) == {"pan"})
    await two.stage.clock.advance(59)
    assert two.arrivals.present(MEETING) == {"pan"}
    await two.stage.clock.advance(1)
    assert two.arrivals.present(MEETING) == frozenset()


async def test_who_heard_nothing_catches_up_when_told_that_something_was_missed(
    stage: Stage, other: Stage
) -> None:
    deaf = Deaf()
    login = stage.login("pan-online")
    node = Node(other, "two", deaf, login.id, stage.login("ita-online").id)
    node.nodes.start()
    await other.conductor.sitting(MEETING)
    await stage.opened()
    with writing(stage.engine) as conn:
        logins.revoke(conn, login.id, stage.clock.now(), "desk")
    assert other.listener.heard == []
    deaf.missed()
    await until(lambda: other.listener.commands() == stage.listener.commands())
    assert node.screens.closed == [login.id]
    await node.nodes.close()


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
async def test_a_bus_that_is_cut_is_made_again_and_nothing_is_missed(
    databases: Databases, pair: tuple[Node, Node]
) -> None:
    one, two = (node.stage for node in pair)
    await two.conductor.sitting(MEETING)
    await one.opened()
    await until(lambda: len(two.listener.heard) == 3)
    with writing(one.engine) as conn:
        cut = conn.exec_driver_sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE query = 'LISTEN hemicycle' AND datname = current_database()"
        ).scalar()
    assert cut == 2
    await one.send("pan-online", "RequestFloor")
    await until(lambda: len(two.listener.heard) == 4)
    await one.send("ita-online", "RequestFloor")
    await until(lambda: len(two.listener.heard) == 5)
