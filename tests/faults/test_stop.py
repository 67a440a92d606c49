"""SIGTERM in a live meeting: everybody is told, the process ends in order, and all resume."""

import asyncio
from pathlib import Path

import pytest
from tests.faults.following import sitting
from tests.faults.raw_line import raw_line
from tests.faults.running import prepare, serving
from tests.faults.stored import check_log

pytestmark = [pytest.mark.faults, pytest.mark.slow]

EXPERTS = "uncac-expert-meeting-10"


async def test_told_to_stop_in_a_live_meeting_it_says_bye_and_ends_with_0_and_everybody_comes_back(
    tmp_path: Path,
) -> None:
    prepared = prepare(tmp_path, EXPERTS, meeting=3)
    others = prepared.delegations(60)
    async with serving(prepared) as served, sitting(served, prepared, others, "3") as meeting:
        async with raw_line(served, prepared, prepared.of("hall")) as line:
            await line.until_seq(0)
            told = asyncio.create_task(line.until_bye())
            asking = [asyncio.create_task(console.send("RequestFloor")) for console in meeting.speakers]
            await asyncio.wait(asking, return_when=asyncio.FIRST_COMPLETED)
            assert await served.stop() == 0
            bye = await told
            assert bye["reason"] == "shutting_down"
            assert bye["retry_after"] > 0
        await served.start()
        answers = await asyncio.gather(*asking)
        await meeting.back()
        await meeting.agree()
        check_log(prepared.data, prepared.meeting, {answer.id: answer.seq for answer in answers})
