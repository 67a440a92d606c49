"""All lines cut at once, and a console that reads nothing: nobody else is harmed, everybody comes back."""

import asyncio
from pathlib import Path

import pytest
from tests.faults.following import Sitting, sitting
from tests.faults.raw_line import raw_line
from tests.faults.running import prepare, serving
from tests.faults.stored import check_log

from hemicycle_client import Console

pytestmark = [pytest.mark.faults, pytest.mark.slow]

EXPERTS = "uncac-expert-meeting-10"
ITEM = "3"
CLIENTS = 150
BUSY = 50
ROUNDS = 9


async def test_all_lines_cut_at_once_come_back_with_what_they_missed_and_nothing_more(tmp_path: Path) -> None:
    prepared = prepare(tmp_path, EXPERTS, meeting=3)
    others = [c for c in prepared.cast if c.capacity != "chair"][: CLIENTS - 1]
    async with serving(prepared) as served, sitting(served, prepared, others, ITEM) as meeting:
        known = [console.view["delegations"] for console in meeting.consoles]
        asking = [asyncio.create_task(console.send("RequestFloor")) for console in meeting.speakers]
        await asyncio.wait(asking, return_when=asyncio.FIRST_COMPLETED)
        for console in meeting.consoles:
            console.drop_connection()
        answers = await asyncio.gather(*asking)
        await meeting.back()
        await meeting.agree()
        # A patch leaves what it does not name as it was; a snapshot would have brought another object.
        assert all(c.view["delegations"] is before for c, before in zip(meeting.consoles, known, strict=True))
        check_log(prepared.data, prepared.meeting, {answer.id: answer.seq for answer in answers})


async def test_a_console_that_reads_nothing_harms_nobody_and_catches_up_with_one_snapshot(
    tmp_path: Path,
) -> None:
    prepared = prepare(tmp_path, EXPERTS, meeting=3)
    async with (
        serving(prepared) as served,
        sitting(served, prepared, prepared.delegations(BUSY), ITEM) as meeting,
        raw_line(served, prepared, prepared.of("hall")) as asleep,
    ):
        await asleep.until_seq(0)
        await asyncio.gather(*(ask_and_withdraw(console) for console in meeting.speakers))
        await meeting.agree()
        awake = meeting.speakers[0]
        while asleep.seq != awake.seq:
            await asleep.until_seq(awake.seq)
            await awake.until(lambda _: awake.seq >= asleep.seq)
        assert asleep.kinds.count("snapshot") == 2
        assert asleep.view == awake.view


async def ask_and_withdraw(console: Console) -> None:
    """Over and over: each time all consoles get two patches."""
    for _ in range(ROUNDS):
        await console.send("RequestFloor")
        (mine,) = Sitting.requests_of(console)
        await console.send("WithdrawRequest", request=mine)
