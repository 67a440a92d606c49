"""SIGKILL: what was acknowledged is in the log, what was not is sent again and counts once."""

import asyncio
from pathlib import Path

import pytest
from tests.faults.following import Acknowledged, agree
from tests.faults.running import prepare, serving
from tests.faults.stored import check_log

from hemicycle_client.bots import Cast, Plan
from hemicycle_client.bots.reading import STATEMENT, adjourned, count

pytestmark = [pytest.mark.faults, pytest.mark.slow]

EXPERTS = "uncac-expert-meeting-10"
PLAN = Plan(speakers=9, first=9, shares=(0.3, 0.6), podium_seconds=60, drop=2, withdraw=1, object=1)
PACE = 100.0


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
            for delivered in (2, 5):
                await watching.until(lambda view, n=delivered: count(view, STATEMENT, "delivered") >= n)  # type: ignore[misc]
                served.kill()
                before = dict(acknowledged.commands)
                await served.ended()
                check_log(prepared.data, prepared.meeting, before)
                await served.start()
            await meeting
            assert cast.failures == []
            assert all(adjourned(console.view) for _, console in cast.members)
            assert all(console.reconnects >= 2 for _, console in cast.members)
            await agree(served.url, cast.members)
    check_log(prepared.data, prepared.meeting, acknowledged.commands)
