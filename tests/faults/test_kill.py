"""SIGKILL: what was acknowledged is in the log, what was not is sent again and counts once."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.faults.following import Acknowledged, agree, sitting
from tests.faults.running import Prepared, prepare, serving
from tests.faults.stored import check_log, log_of

from hemicycle_client import Console
from hemicycle_client.bots import Cast, Manner, Plan
from hemicycle_client.bots.reading import STATEMENT, adjourned, count

pytestmark = [pytest.mark.faults, pytest.mark.slow]

EXPERTS = "uncac-expert-meeting-10"
PLAN = Plan(
    speakers=7,
    first=7,
    shares=(0.3, 0.6),
    drop=1,
    withdraw=1,
    object=1,
    manner=Manner(podium_seconds=60, idle=60.0, announced=60.0),
)
PACE = 100.0
DELEGATIONS = 60
ITEMS = ("3", "1", "2", "4")


@pytest.mark.timeout(300)
async def test_killed_twice_in_a_rehearsal_the_meeting_still_comes_to_its_end_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    prepared = prepare(tmp_path, EXPERTS, meeting=3)
    async with serving(prepared, PACE) as served:
        cast = Cast(served.url, prepared.meeting, prepared.cast, plan=PLAN, item="3")
        cast.tally = acknowledged = Acknowledged()
        async with cast:
            meeting = asyncio.create_task(cast.run())
            watching = cast.members[0][1]
            for delivered in (2, 4):
                await watching.until(lambda view, n=delivered: count(view, STATEMENT, "delivered") >= n)  # type: ignore[misc]
                served.kill()
                before = dict(acknowledged.commands)
                await served.ended()
                check_log(prepared.data, prepared.meeting, before)
                await served.start()
            await meeting
            assert cast.failures == []
            assert all(adjourned(console.view) for _, console in cast.members)
            assert all(console.reconnects >= 1 for _, console in cast.members)
            await agree(served.url, cast.members)
    check_log(prepared.data, prepared.meeting, acknowledged.commands)


@pytest.mark.parametrize("moment", ["one is in the log", "one has been acknowledged"])
async def test_killed_with_many_requests_in_flight_each_delegation_stands_on_each_list_once(
    tmp_path: Path, moment: str
) -> None:
    prepared = prepare(tmp_path, EXPERTS, meeting=3)
    others = prepared.delegations(DELEGATIONS)
    async with serving(prepared) as served, sitting(served, prepared, others, "3") as meeting:
        for item in ITEMS[1:]:
            await meeting.chair.send("OpenList", item=item)
        acknowledged: dict[str, int] = {}

        async def ask(console: Console, item: str) -> None:
            answer = await console.send("RequestFloor", item=item)
            acknowledged[answer.id] = answer.seq

        asking = [asyncio.create_task(ask(console, i)) for console in meeting.speakers for i in ITEMS[1:]]
        if moment == "one is in the log":
            await asyncio.to_thread(_until_inscribed, prepared)
        else:
            await asyncio.wait(asking, return_when=asyncio.FIRST_COMPLETED)
        asking += [asyncio.create_task(ask(console, ITEMS[0])) for console in meeting.speakers]
        await asyncio.sleep(0)  # these are on their way, however quickly the others were answered
        served.kill()
        before = dict(acknowledged)
        await served.ended()
        check_log(prepared.data, prepared.meeting, before)
        await served.start()
        await asyncio.gather(*asking)
        await meeting.agree()
        check_log(prepared.data, prepared.meeting, acknowledged)
        for item in ITEMS:
            inscribed = [event for event in _inscribed(prepared) if event["item"] == item]
            assert sorted(e["delegation"] for e in inscribed) == [c.delegation for c, _ in meeting.others]
            in_order = [event["request"] for event in sorted(inscribed, key=lambda e: e["tier"])]
            assert meeting.chair.view["lists"][item]["order"] == in_order


def _inscribed(prepared: Prepared) -> list[dict[str, Any]]:
    """The requests of the log, in its order."""
    rows = log_of(prepared.data, prepared.meeting)
    return [row.event for row in rows if row.event["event"] == "SpeakerInscribed"]


def _until_inscribed(prepared: Prepared) -> None:
    while not _inscribed(prepared):
        pass
