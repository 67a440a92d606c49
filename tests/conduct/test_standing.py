"""The standing of a meeting goes to the next one: at once, or when its log is opened, and once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from tests.conduct.moot import LAST, MEETING, NEXT
from tests.conduct.stage import Stage, until

from hemicycle.conduct import opening, standing
from hemicycle.conduct.continuing import Continuing
from hemicycle.journal import log
from hemicycle.registry import conferences
from hemicycle.storage import writing


@pytest.fixture
async def continuing(stage: Stage) -> AsyncIterator[Continuing]:
    """The node that hands on as soon as a meeting is adjourned."""
    found = Continuing(stage.conductor)
    stage.conductor.subscribe(found)
    yield found
    await found.close()


async def adjourned(stage: Stage) -> None:
    """France has spoken; Italy and Panama still wait when the meeting is adjourned."""
    await stage.opened()
    for delegation in ("fra", "ita", "pan"):
        await stage.send(f"{delegation}-online", "RequestFloor")
    for command in ("CallNext", "GiveFloor", "EndStatement", "AdjournMeeting"):
        await stage.send("chair", command)


def waiting(stage: Stage, meeting: str) -> list[str]:
    return [r.delegation for r in stage.folded(meeting).waiting("1")]


def handed_on(stage: Stage) -> list[str]:
    return list(stage.folded(MEETING).handed_on)


async def test_a_log_that_begins_later_begins_with_what_stands(stage: Stage) -> None:
    await adjourned(stage)
    await stage.conductor.sitting(NEXT)
    assert waiting(stage, NEXT) == ["ita", "pan"]
    assert waiting(stage, MEETING) == []
    assert stage.folded(NEXT).inherited == (MEETING,)
    assert handed_on(stage) == [NEXT]
    assert stage.logged(NEXT) == ["set-up"]
    assert (await stage.conductor.sitting(MEETING)).meeting == stage.folded(MEETING)


async def test_a_log_that_has_begun_takes_over_at_the_adjournment(
    stage: Stage,
    continuing: Continuing,
) -> None:
    await stage.conductor.sitting(NEXT)
    await stage.follow(NEXT)
    await stage.conductor.sitting(MEETING)
    await stage.follow()
    await adjourned(stage)
    await until(lambda: bool(handed_on(stage)))
    await until(lambda: stage.listener.commands(NEXT) == [f"standing-of-{MEETING}"])
    assert waiting(stage, NEXT) == ["ita", "pan"]
    assert waiting(stage, MEETING) == []
    await until(lambda: f"standing-to-{NEXT}" in stage.listener.commands())
    assert await stage.in_step()
    assert await stage.in_step(NEXT)


async def test_the_next_meeting_goes_on_where_the_former_stopped(stage: Stage) -> None:
    await adjourned(stage)
    await stage.send("chair", "CallToOrder", meeting=NEXT)
    await stage.send("chair", "TakeUpItem", meeting=NEXT, item="1")
    await stage.send("chair", "CallNext", meeting=NEXT)
    called = stage.folded(NEXT)
    assert called.called is not None
    assert called.requests[called.called.request].delegation == "ita"
    await stage.send("fra-online", "RequestFloor", meeting=NEXT)
    assert waiting(stage, NEXT) == ["pan", "fra"]


async def test_what_broke_off_after_the_adjournment_is_made_good_when_the_next_log_is_opened(
    stage: Stage, other: Stage
) -> None:
    await stage.conductor.sitting(NEXT)
    await adjourned(stage)  # this node dies here: nobody hands on
    assert handed_on(stage) == []
    assert waiting(stage, NEXT) == []
    await other.conductor.sitting(NEXT)
    assert waiting(other, NEXT) == ["ita", "pan"]
    assert handed_on(other) == [NEXT]


class Broken(Exception):
    """Where a test breaks off."""


async def test_between_the_two_logs_nothing_breaks_off(stage: Stage) -> None:
    """The transaction ends before the former log has its part: then the next has none either."""
    await stage.conductor.sitting(NEXT)
    await adjourned(stage)

    def break_off() -> None:
        with writing(stage.engine) as conn:
            facts = conferences.meeting(conn, NEXT)
            assert standing.take_over(conn, facts, stage.clock.now()) == (MEETING,)
            assert log.read(conn, NEXT)[-1].command_id == f"standing-of-{MEETING}"
            raise Broken

    with pytest.raises(Broken):
        break_off()
    assert waiting(stage, MEETING) == ["ita", "pan"]
    assert waiting(stage, NEXT) == []
    assert handed_on(stage) == []


async def test_two_nodes_hand_on_once(stage: Stage, other: Stage) -> None:
    for node in (stage, other):
        await node.conductor.sitting(NEXT)
    await adjourned(stage)
    now = stage.clock.now()
    both = [n.conductor.in_thread(opening.continue_after, n.engine, MEETING, now) for n in (stage, other)]
    assert sorted(await asyncio.gather(*both)) == [(), (NEXT,)]
    assert stage.logged(NEXT).count(f"standing-of-{MEETING}") == 1
    assert waiting(other, NEXT) == ["ita", "pan"]


async def test_two_nodes_that_open_the_next_log_begin_it_once(stage: Stage, other: Stage) -> None:
    await adjourned(stage)
    await asyncio.gather(stage.conductor.sitting(NEXT), other.conductor.sitting(NEXT))
    assert waiting(stage, NEXT) == ["ita", "pan"]
    assert handed_on(stage) == [NEXT]


async def test_nothing_goes_past_a_meeting_that_may_yet_be_held(stage: Stage) -> None:
    await adjourned(stage)
    await stage.conductor.sitting(LAST)
    assert waiting(stage, LAST) == []
    await stage.conductor.sitting(NEXT)
    assert waiting(stage, NEXT) == ["ita", "pan"]


async def test_it_goes_past_a_meeting_that_was_not_held(stage: Stage) -> None:
    await adjourned(stage)
    stage.clock.time += timedelta(days=2)
    await stage.conductor.sitting(LAST)
    assert waiting(stage, LAST) == ["ita", "pan"]
    assert handed_on(stage) == [LAST]


async def test_a_meeting_that_was_called_to_order_takes_nothing_over(stage: Stage) -> None:
    await stage.opened(NEXT)
    await adjourned(stage)
    now = stage.clock.now()
    assert await stage.conductor.in_thread(opening.continue_after, stage.engine, MEETING, now) == ()
    assert waiting(stage, MEETING) == ["ita", "pan"]


async def test_a_meeting_that_goes_on_hands_nothing_on(stage: Stage) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor")
    await stage.conductor.sitting(NEXT)
    assert waiting(stage, MEETING) == ["pan"]
    assert waiting(stage, NEXT) == []


async def test_what_was_handed_on_is_corrected_no_more(stage: Stage) -> None:
    await adjourned(stage)
    wrong: dict[str, Any] = {"grant": 1, "delegation": "ita", "reason": "Italy spoke, not France"}
    await stage.send("desk", "CorrectStatement", **wrong)
    await stage.conductor.sitting(NEXT)
    heard = stage.folded(NEXT).heard
    assert (heard["1", "ita"].statements, heard["1", "fra"].statements) == (1, 0)
    refused = await stage.refused("desk", "CorrectStatement", **{**wrong, "delegation": "pan"})
    assert (refused["code"], refused["rule"]) == ("turn-handed-on", "CORRECTION")
