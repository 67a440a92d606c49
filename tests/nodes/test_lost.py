"""A database that stops and comes again, a node that is killed: nothing acknowledged is lost, all goes on."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import postgresql
from tests.api.listening import listening
from tests.conduct.moot import AT, MEETING, load
from tests.databases import PostgresDatabases
from tests.faults.running import Served
from tests.nodes.pair import ONE, TWO, Pair, reaches
from tests.postgresql import Server

from hemicycle.storage import open_engine

pytestmark = [pytest.mark.faults, pytest.mark.slow]


@pytest.fixture
def durable() -> Iterator[Server]:
    """A server of this test's own, that may be stopped."""
    with postgresql.serving(durable=True) as server:
        yield server


@pytest.mark.parametrize("how", ["stopped", "killed"])
async def test_a_database_that_is_lost_refuses_loses_nothing_and_with_it_back_all_goes_on(
    durable: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    place = PostgresDatabases(tmp_path, durable).fresh(load)
    monkeypatch.setenv("HEMICYCLE_DATA", str(tmp_path / "data"))
    engine = open_engine(place)
    with listening(open_engine(place), tmp_path / "pages") as node:
        async with Pair(engine, [node.url]) as pair:
            await pair.opened()
            acknowledged = await pair.send(ONE, "pan-online", "RequestFloor")
            hall = await pair.console(ONE, "hall")
            pair.login("ita-online")
            if how == "stopped":
                durable.stop()
            else:
                durable.kill()
            body = {"id": "kept", "command": "CloseList", "item": "1"}
            path = f"meetings/{MEETING}/commands"
            refused = await pair.ask(ONE, "chair", "POST", path, json=body)
            assert (refused.status_code, refused.json()["code"]) == (503, "not-stored")
            assert (await pair.ask(ONE, "chair", "GET", "session")).status_code == 503
            durable.start()
            answer = await pair.ask(ONE, "chair", "POST", path, json=body)
            assert answer.status_code == 200, answer.text
            assert answer.json()["seq"] > acknowledged
            await reaches(hall, await pair.send(ONE, "chair", "ReopenList", item="1", decided=True))
            recorded = pair.recorded()
    assert [r.seq for r in recorded] == list(range(1, len(recorded) + 1))
    assert "pan-online-RequestFloor-0" in {r.command_id for r in recorded}
    engine.dispose()


async def test_a_node_that_is_killed_leaves_the_meeting_to_the_other(place: str, tmp_path: Path) -> None:
    engine = open_engine(place)
    served = [
        Served(tmp_path / name, AT, 1.0, environment={"HEMICYCLE_DATABASE": place, "HEMICYCLE_NODE": name})
        for name in ("one", "two")
    ]
    try:
        await asyncio.gather(*(node.start() for node in served))
        async with Pair(engine, [node.url for node in served]) as pair:
            await pair.opened(ONE)
            hall = await pair.console(TWO, "hall")
            await pair.console(ONE, "pan-online")
            seq = await pair.send(ONE, "ita-online", "RequestFloor")
            served[ONE].kill()
            await served[ONE].ended()
            await reaches(hall, seq)
            again = await pair.send(TWO, "fra-online", "RequestFloor")
            await reaches(hall, again)
            await served[ONE].start()
            back = await pair.console(ONE, "hall")
            await reaches(back, await pair.send(TWO, "chair", "CloseList", item="1"))
            recorded = pair.recorded()
            assert [r.seq for r in recorded] == list(range(1, len(recorded) + 1))
    finally:
        for node in served:
            if node.process is not None:
                node.kill()
                await node.ended()
        engine.dispose()
