"""When the database fails or the service stops: an answer for everybody, and nothing half done."""

import asyncio
import logging

import pytest
from sqlalchemy import event
from tests.conduct.broken_storage import dead, failing, full, read_only
from tests.conduct.moot import MEETING, NEXT
from tests.conduct.stage import Stage

from hemicycle.conduct.health import Health
from hemicycle.conduct.roster import change_roster
from hemicycle.contract.problems import ProblemError
from hemicycle.registry.seats import move_of
from hemicycle.storage import Engine, StorageFailed


@pytest.mark.parametrize("table", ["log", "receipts"])
async def test_what_cannot_be_stored_changes_nothing(stage: Stage, table: str) -> None:
    await stage.opened()
    await stage.follow()
    before, heard = stage.recorded(), len(stage.listener.heard)
    with failing(stage.engine, table):
        refused = await stage.refused("pan-online", "RequestFloor", cid="ask")
    assert (refused["code"], refused["status"]) == ("not-stored", 503)
    assert (stage.recorded(), len(stage.listener.heard)) == (before, heard)
    assert await stage.in_step()
    seq = await stage.send("pan-online", "RequestFloor", cid="ask")
    assert seq == before[-1].seq + 1
    assert await stage.in_step()


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
async def test_a_full_disk_is_survived(stage: Stage) -> None:
    await stage.opened()
    codes: list[str] = []
    with full(stage.engine):
        while "not-stored" not in codes:
            refused = await stage.refused("chair", "GiveFloor", cid=f"c{len(codes)}")
            codes.append(refused["code"])
        before = stage.recorded()
    assert set(codes) == {"nobody-called", "not-stored"}
    assert stage.recorded() == before
    await stage.send("pan-online", "RequestFloor", cid=f"c{len(codes) - 1}")


async def test_who_fails_does_not_take_others_along(stage: Stage) -> None:
    await stage.opened()
    with failing(stage.engine, "log", "NEW.command_id = 'poison'", errcode="check_violation"):
        answers = await asyncio.gather(
            stage.send("pan-online", "RequestFloor", cid="before"),
            stage.send("ita-online", "RequestFloor", cid="poison"),
            stage.send("fra-online", "RequestFloor", cid="after"),
            return_exceptions=True,
        )
    assert isinstance(answers[0], int)
    assert isinstance(answers[1], ProblemError)
    assert isinstance(answers[2], int)
    assert stage.logged()[-2:] == ["before", "after"]


async def test_a_database_that_fails_is_not_asked_again_for_each_command(stage: Stage) -> None:
    await stage.opened()
    asked = [stage.login(f"{d}-online").participant or "" for d in ("pan", "ita", "fra", "eu")]
    tried: list[object] = []

    def try_it(connection: object, *_: object) -> None:
        tried.append(connection)

    with dead(stage.engine):
        event.listen(stage.engine, "checkout", try_it)
        refused = await asyncio.gather(*(stage.refused(who, "RequestFloor") for who in asked))
        event.remove(stage.engine, "checkout", try_it)
    assert {each["code"] for each in refused} == {"not-stored"}
    assert 0 < len(tried) < len(asked), "one transaction for those that waited together, and no other"
    await stage.send("pan-online", "RequestFloor")


async def test_a_failure_is_logged_without_anybody_s_words(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor")
    request = next(iter(stage.folded().requests))
    with caplog.at_level(logging.DEBUG), failing(stage.engine, "reasons"):
        await stage.refused("desk", "WithdrawRequest", request=request, reason="a private word")
    assert "the disk is full" in caplog.text
    assert "a private word" not in caplog.text


async def test_a_roster_that_cannot_be_stored_changes_nothing(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    before = stage.seats(), stage.recorded(), stage.recorded(NEXT)
    moves = [move_of("pan.online.speaker.1", "pan-spare")]
    with failing(stage.engine, "log", "NEW.meeting_id = 'moot-2'"), pytest.raises(ProblemError) as refused:
        await change_roster(stage.conductor, "moot", moves, stage.login("desk"))
    assert refused.value.problem["code"] == "not-stored"
    assert (stage.seats(), stage.recorded(), stage.recorded(NEXT)) == before
    await change_roster(stage.conductor, "moot", moves, stage.login("desk"))
    assert stage.roster() == stage.roster(NEXT) == stage.seats()


async def test_health_tells_a_database_that_takes_nothing(stage: Stage) -> None:
    with read_only(stage.engine), pytest.raises(ProblemError) as refused:
        await stage.conductor.ready()
    assert refused.value.problem["code"] == "not-stored"


async def test_health_is_looked_at_once_a_second_however_many_ask() -> None:
    looked, now = [], [10.0]

    async def look() -> None:
        looked.append(now[0])
        if now[0] > 11:
            raise StorageFailed

    health = Health(look, lambda: now[0])
    await asyncio.gather(health.check(), health.check())
    await health.check()
    assert looked == [10.0]
    now[0] = 11.5
    for _ in range(2):
        with pytest.raises(StorageFailed):
            await health.check()
    assert looked == [10.0, 11.5]


async def test_closing_finishes_what_has_begun_and_answers_what_waits(engine: Engine) -> None:
    stage = Stage(engine)
    await stage.opened()
    sent = [
        asyncio.create_task(stage.send(f"{d}-online", "RequestFloor")) for d in ("pan", "ita", "fra", "eu")
    ]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await stage.conductor.close()
    answers = await asyncio.gather(*sent, return_exceptions=True)
    accepted = [answer for answer in answers if isinstance(answer, int)]
    refused = [answer for answer in answers if isinstance(answer, ProblemError)]
    assert len(accepted) + len(refused) == 4
    assert {error.problem["code"] for error in refused} <= {"not-serving"}
    assert len(stage.folded().requests) == len(accepted)
    assert [p.seq for p in stage.listener.heard][-1] == stage.recorded()[-1].seq


async def test_closing_while_a_command_waits_for_its_turn_answers_it(engine: Engine) -> None:
    stage = Stage(engine)
    await stage.opened()
    sitting = await stage.conductor.sitting(MEETING)
    await sitting.lock.acquire()
    waits = asyncio.create_task(stage.send("pan-online", "RequestFloor"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    closing = asyncio.create_task(stage.conductor.close())
    await asyncio.sleep(0)
    sitting.lock.release()
    await closing
    (answer,) = await asyncio.gather(waits, return_exceptions=True)
    assert isinstance(answer, int | ProblemError)


async def test_after_closing_everybody_is_refused(engine: Engine) -> None:
    stage = Stage(engine)
    await stage.opened()
    await stage.conductor.close()
    assert (await stage.refused("pan-online", "RequestFloor"))["code"] == "not-serving"
