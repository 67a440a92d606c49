"""The whole thing: the client and its simulated participants against the real service."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.faults.running import Prepared, Served, prepare, serving

import hemicycle_client
from hemicycle_client import Rest
from hemicycle_client.bots import Cast, Credential, Manner, Plan, Progress, Report, reading, rehearse

PLAN = Plan(
    speakers=6,
    first=4,
    every=20.0,
    shares=(0.2, 0.4),
    withdraw=1,
    drop=2,
    object=1,
    object_within=60.0,
    in_vain=2,
    manner=Manner(podium_seconds=90, idle=900.0),  # three real seconds: a busy machine may be late
)
MEETING = "example-1"
ITEM = "2"
STATES = {"amber", "birch", "cedar", "delta"}

pytestmark = pytest.mark.slow


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    return prepare(tmp_path, "example", 1)


@pytest.fixture
def credentials(prepared: Prepared) -> list[Credential]:
    return prepared.cast


@pytest.fixture
async def service(prepared: Prepared) -> AsyncIterator[Served]:
    async with serving(prepared, pace=300.0) as served:
        yield served


def assert_ended_well(report: Report) -> None:
    counts = (report.ok, report.statements, report.interruptions)
    assert counts == (True, 6, 1), report.to_dict()
    assert report.drops == 2
    assert {"listen-only", "observers-may-not", "already-requested"} <= report.refusals.keys()


async def test_a_meeting_is_rehearsed_to_its_adjournment(
    service: Served, credentials: list[Credential]
) -> None:
    seen: list[Progress] = []
    report = await rehearse(service.url, MEETING, credentials, item=ITEM, plan=PLAN, progress=seen.append)
    assert_ended_well(report)
    assert len(report.clients) == len(credentials)
    assert report.reconnects >= report.drops
    assert seen[-1].phase == "adjourned"
    assert seen[-1].connected == seen[-1].seats


@pytest.mark.faults
async def test_a_service_killed_in_mid_statement_costs_nobody_anything(
    service: Served, credentials: list[Credential]
) -> None:
    async def kill_once() -> None:
        login = next(c for c in credentials if c.capacity == "hall")
        async with hemicycle_client.connect(service.url, token=login.token, meeting=MEETING) as hall:
            await hall.until(lambda view: len(view["lists"][ITEM]["delivered"]) >= 2, 60)
            await hall.until(lambda view: bool(view["floor"]), 60)
            heard = hall.view["lists"][ITEM]["delivered"]
            service.kill()
            await service.ended()
            await hall.until(lambda _: not hall.connected, 60)
            await service.start()
            await hall.until(lambda _: hall.connected, 60)
            await hall.until(reading.adjourned, 60)
            assert hall.view["lists"][ITEM]["delivered"][: len(heard)] == heard

    killing = asyncio.create_task(kill_once())
    report = await rehearse(service.url, MEETING, credentials, item=ITEM, plan=PLAN)
    await killing
    assert_ended_well(report)
    assert report.reconnects >= len(credentials)


async def adjourn(person: Rest) -> None:
    """What a person does who has the chair and wants to go home."""
    while not reading.adjourned(view := (await person.view(MEETING, "podium")).view):
        command = (
            "TakeBackCall" if "called" in view else "EndStatement" if view["floor"] else "AdjournMeeting"
        )
        with suppress(hemicycle_client.Refused):
            await person.send(MEETING, command)


async def test_the_autopilot_yields_at_once_and_so_do_a_delegations_bots(
    service: Served, credentials: list[Credential]
) -> None:
    chair = next(c for c in credentials if c.capacity == "chair")
    async with (
        Cast(service.url, MEETING, credentials, plan=PLAN, item=ITEM) as cast,
        Rest(service.url, token=chair.token) as person,
    ):
        running = asyncio.create_task(cast.run())
        podium = next(console for credential, console in cast.members if credential is chair)
        await podium.until(lambda view: reading.accepts(view, ITEM), 60)
        presided = cast.presiding
        assert cast.presider is not None
        cast.presider.stop()
        for delegation in podium.view["delegations"]:
            cast.release(delegation)
        await asyncio.wait_for(adjourn(person), 60)
        await asyncio.wait_for(running, 60)
        assert (presided, cast.presiding) == (True, False)
        assert cast.failures == []


async def test_what_a_person_moves_is_put_to_the_vote_and_the_debate_goes_on(
    service: Served, credentials: list[Credential]
) -> None:
    mover = next(c for c in credentials if c.role == "speaker" and c.delegation in STATES)
    async with (
        Cast(service.url, MEETING, credentials, plan=PLAN, item=ITEM) as cast,
        hemicycle_client.connect(service.url, token=mover.token, meeting=MEETING) as person,
    ):
        running = asyncio.create_task(cast.run())
        assert mover.delegation is not None
        cast.release(mover.delegation)
        await person.until(lambda view: bool(view["lists"][ITEM]["delivered"]), 60)
        await person.send("Move", kind="close_debate", item=ITEM)
        await person.until(lambda view: view["motions"]["m1"]["state"] == "rejected", 60)
        assert reading.phase(person.view) == "in_session"
        await asyncio.wait_for(running, 60)
        assert cast.failures == []


async def test_what_can_be_asked_without_a_socket(service: Served, credentials: list[Credential]) -> None:
    secretary = next(c for c in credentials if c.participant == "secretary")
    async with Rest(service.url, token=secretary.token) as desk:
        session = await desk.session()
        assert (session["capacity"], session["meeting"]) == ("secretariat", MEETING)
        await desk.mark_presence(MEETING, "cedar", present=True)
        moves = [
            {"seat": "amber.online.observer.1"},
            {"seat": "amber.online.speaker.1", "participant": "amber-follows"},
        ]
        await desk.assign_seats("example", "amber", moves, reason="The speaker has no line.")
        assert "amber.online.speaker.1" in str(await desk.delegation("example", "amber"))
        assert (await desk.conference("example"))["id"] == "example"
        with pytest.raises(hemicycle_client.Refused) as caught:
            await desk.send(MEETING, "TakeUpItem", item="99")
        assert caught.value.problem.status in {403, 404, 409}
        snapshot = await desk.view(MEETING, "podium")
        assert snapshot.view["roster"]["amber.online.speaker.1"]["participant"] == "amber-follows"
    async with Rest(service.url, token="nobody.nothing") as nobody:
        with pytest.raises(hemicycle_client.Unauthenticated):
            await nobody.session()


async def test_nobody_there_is_unreachable() -> None:
    async with Rest("http://127.0.0.1:1", token="nobody.nothing") as rest:
        with pytest.raises(hemicycle_client.Unreachable, match="GET /api/v1/session"):
            await rest.session()
