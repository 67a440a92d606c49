"""The rows of connections: true, and no hindrance to commands. Commits are counted."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlmodel import col
from tests.conduct.broken_storage import failing
from tests.conduct.moot import AT, MEETING
from tests.conduct.stage import Stage, until

from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.spans import MOST_TOGETHER
from hemicycle.storage import Engine, reading
from hemicycle.storage.tables import ConnectionRow


@pytest.fixture
async def arrivals(stage: Stage) -> Arrivals:
    arrivals = Arrivals(stage.conductor, node="here")
    await arrivals.start()
    await arrivals.opened("first", MEETING, stage.login("ita-room"))
    return arrivals


@contextmanager
def commits(engine: Engine) -> Iterator[list[str]]:
    """What each transaction that was committed has written to: tables of rows, in their order."""
    seen: list[str] = []
    now: list[str] = []

    def executed(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "connections" in statement and not statement.startswith("SELECT"):
            now.append("spans")
        elif statement.startswith("INSERT INTO log"):
            now.append("log")

    def committed(_conn: Any) -> None:
        seen.extend(dict.fromkeys(now))
        now.clear()

    event.listen(engine, "after_cursor_execute", executed)
    event.listen(engine, "commit", committed)
    yield seen
    event.remove(engine, "after_cursor_execute", executed)
    event.remove(engine, "commit", committed)


@contextmanager
def writing_waits(stage: Stage) -> Iterator[None]:
    """While this lasts the writing thread has something else to do."""
    go_on = threading.Event()
    stage.conductor.writer.thread.submit(go_on.wait)
    try:
        yield
    finally:
        go_on.set()


async def turns_of_the_loop() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


def spans(engine: Engine) -> dict[str, tuple[float, float | None]]:
    """Seconds after the beginning at which each connection was opened and closed."""
    row = ConnectionRow
    wanted = select(col(row.id), col(row.opened_at), col(row.closed_at)).where(col(row.id) != "first")
    with reading(engine) as conn:
        return {
            key: ((opened - AT).total_seconds(), None if closed is None else (closed - AT).total_seconds())
            for key, opened, closed in conn.execute(wanted)
        }


async def test_a_login_that_comes_and_goes_holds_a_command_up_by_one_commit(
    stage: Stage, arrivals: Arrivals
) -> None:
    await stage.opened()
    login = stage.login("pan-online")

    async def come_and_go(number: int) -> None:
        await arrivals.opened(f"c{number}", MEETING, login)
        await arrivals.closed(f"c{number}")

    with commits(stage.engine) as seen:
        async with asyncio.TaskGroup() as together:
            with writing_waits(stage):
                for number in range(100):
                    together.create_task(come_and_go(number))
                await turns_of_the_loop()
                together.create_task(stage.send("ita-room", "RequestFloor"))
                await turns_of_the_loop()
    assert seen.index("log") <= 2
    assert seen.count("spans") <= 6, "a hundred comings and goings are not two hundred commits"
    assert len(spans(stage.engine)) == 100
    assert all(closed is not None for _, closed in spans(stage.engine).values())


async def test_more_than_fit_together_are_all_written(stage: Stage, arrivals: Arrivals) -> None:
    login = stage.login("pan-online")
    many = MOST_TOGETHER + 20
    stage.clock.time += timedelta(seconds=3)
    async with asyncio.TaskGroup() as together:
        for number in range(many):
            together.create_task(arrivals.opened(f"c{number}", MEETING, login))
    assert spans(stage.engine) == {f"c{number}": (3.0, None) for number in range(many)}


async def test_a_span_is_closed_at_its_time_though_it_was_not_yet_written_when_it_ended(
    stage: Stage, arrivals: Arrivals
) -> None:
    login = stage.login("pan-online")
    async with asyncio.TaskGroup() as together:
        with writing_waits(stage):
            together.create_task(arrivals.opened("c", MEETING, login))
            await until(lambda: arrivals.connected(MEETING) >= {"pan-online"})
            stage.clock.time += timedelta(seconds=5)
            together.create_task(arrivals.closed("c", unheard_for=2.0))
            await until(lambda: "pan-online" not in arrivals.connected(MEETING))
    assert spans(stage.engine) == {"c": (0.0, 3.0)}


async def test_a_row_that_cannot_be_written_takes_no_other_with_it(stage: Stage, arrivals: Arrivals) -> None:
    login = stage.login("pan-online")
    with failing(stage.engine, "connections", when="NEW.id = 'bad'", errcode="check_violation"):
        async with asyncio.TaskGroup() as together:
            for key in ("a", "b", "bad", "c"):
                together.create_task(arrivals.opened(key, MEETING, login))
    assert spans(stage.engine).keys() == {"a", "b", "c"}
