"""Who is here: consoles and the desk's marks, told to the meeting once they have lasted."""

import asyncio
import logging
from datetime import timedelta

import pytest
from tests.conduct.broken_storage import failing, read_only
from tests.conduct.moot import CATEGORIES, MEETING
from tests.conduct.stage import Stage, until

from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.ports import Publication
from hemicycle.contract.problems import ProblemError
from hemicycle.presence import room
from hemicycle.presence.debounce import Patience
from hemicycle.rules.commands import NoteConnection
from hemicycle.rules.meeting import Meeting
from hemicycle.storage import Engine, reading

ARRIVES, LEAVES = Patience().arrive.total_seconds(), Patience().leave.total_seconds()


async def _meeting(stage: Stage) -> Meeting:
    return (await stage.conductor.sitting(MEETING)).meeting


async def _comes(stage: Stage, arrivals: Arrivals, who: str, line: str = "") -> None:
    await arrivals.opened(line or f"line of {who}", MEETING, stage.login(who))


async def test_the_quorum_counts_connections_and_marks(stage: Stage, arrivals: Arrivals) -> None:
    refused = await stage.refused("chair", "CallToOrder")
    assert (refused["code"], refused["params"]) == ("no-quorum", {"present": 0, "of": 3, "needed": 1})
    await _comes(stage, arrivals, "pan-online")
    await arrivals.mark(MEETING, "ita", present=True, by="desk")
    await arrivals.mark(MEETING, "eu", present=True, by="desk")
    await stage.send("chair", "CallToOrder")
    quorum = stage.folded().quorum
    assert quorum is not None
    assert (quorum.present, quorum.of) == (2, 3)


async def test_the_chair_s_console_is_not_her_state_s_presence(stage: Stage, arrivals: Arrivals) -> None:
    assert stage.login("chair").delegation == "pan"
    await _comes(stage, arrivals, "chair")
    assert arrivals.present(MEETING) == frozenset()
    assert arrivals.connected(MEETING) == {"chair"}
    assert (await stage.refused("chair", "CallToOrder"))["code"] == "no-quorum"


async def test_an_observer_s_console_is_presence(stage: Stage, arrivals: Arrivals) -> None:
    await _comes(stage, arrivals, "ita-observer")
    await _comes(stage, arrivals, "ita-spare")
    await arrivals.closed("line of ita-observer")
    assert arrivals.present(MEETING) == {"ita"}


async def test_an_arrival_is_told_once_it_has_lasted(stage: Stage, arrivals: Arrivals) -> None:
    await _comes(stage, arrivals, "pan-online")
    await stage.clock.advance(ARRIVES - 0.5)
    assert stage.folded().present == frozenset()
    await stage.clock.advance(1)
    await until(lambda: bool(stage.listener.heard))
    assert stage.folded().present == {"pan"}


async def test_a_line_that_comes_back_was_never_away(stage: Stage, arrivals: Arrivals) -> None:
    await arrivals.mark(MEETING, "pan", present=True, by="desk")
    await stage.clock.advance(ARRIVES)
    await until(lambda: bool(stage.listener.heard))
    await arrivals.mark(MEETING, "pan", present=False, by="desk")
    await stage.clock.advance(LEAVES - 1)
    await _comes(stage, arrivals, "pan-online")
    await stage.clock.advance(LEAVES)
    assert [type(r.event).__name__ for r in stage.recorded()] == ["MeetingSetUp", "DelegationArrived"]


async def test_a_speaker_whose_line_was_lost_before_is_known_when_called(
    stage: Stage, arrivals: Arrivals
) -> None:
    await stage.opened()
    await _comes(stage, arrivals, "pan-online")
    await stage.send("pan-online", "RequestFloor")
    await arrivals.closed("line of pan-online")
    await stage.clock.advance(5)
    await stage.send("chair", "CallNext")
    await until(lambda: stage.folded().called is not None)
    sitting = await stage.conductor.sitting(MEETING)
    await until(lambda: sitting.meeting.called is not None and _lost(sitting.meeting))
    await _comes(stage, arrivals, "pan-online", "another line")
    await stage.clock.advance(1)
    await until(lambda: not _lost(sitting.meeting))


async def test_a_line_is_watched_from_the_call_to_the_end_of_the_statement(
    stage: Stage, arrivals: Arrivals
) -> None:
    await stage.opened()
    await _comes(stage, arrivals, "pan-online")
    await stage.send("pan-online", "RequestFloor")
    assert arrivals.watched(MEETING) == frozenset()
    await stage.send("chair", "CallNext")
    assert arrivals.watched(MEETING) == {"pan-online"}
    await stage.send("chair", "GiveFloor", override="tested by telephone")
    assert arrivals.watched(MEETING) == {"pan-online"}
    await stage.send("chair", "EndStatement")
    assert arrivals.watched(MEETING) == frozenset()
    assert arrivals.watched("another") == frozenset()


async def test_silence_that_has_lasted_is_told_at_once(stage: Stage, arrivals: Arrivals) -> None:
    await stage.opened()
    await _comes(stage, arrivals, "pan-online")
    await stage.send("pan-online", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.clock.advance(10)
    await arrivals.closed("line of pan-online", unheard_for=0.8)
    await stage.clock.advance(0)
    sitting = await stage.conductor.sitting(MEETING)
    await until(lambda: _lost(sitting.meeting))
    with reading(stage.engine) as conn:
        seen = conn.exec_driver_sql("SELECT closed_at FROM connections").scalar_one()
    assert str(stage.clock.now() - timedelta(seconds=0.8))[:21] in str(seen), "she was there until then"


async def test_a_line_told_as_good_by_another_node_is_given_time_to_be_seen(
    stage: Stage, arrivals: Arrivals
) -> None:
    await stage.opened()
    await _comes(stage, arrivals, "pan-online")
    await stage.send("pan-online", "RequestFloor")
    await arrivals.closed("line of pan-online")
    await stage.clock.advance(5)
    await stage.send("chair", "CallNext")
    sitting = await stage.conductor.sitting(MEETING)
    await until(lambda: _lost(sitting.meeting))
    await stage.conductor.handle_presence(MEETING, NoteConnection(participant="pan-online", connected=True))
    await stage.clock.advance(0.4)
    assert not _lost(sitting.meeting)
    await stage.clock.advance(0.1)
    await until(lambda: _lost(sitting.meeting))


def _lost(meeting: Meeting) -> bool:
    assert meeting.called is not None
    return meeting.called.connection_lost_at is not None


class Tellings:
    """A subscriber that keeps every task by which presence tells the meeting something."""

    def __init__(self) -> None:
        self.seen: set[asyncio.Task[object]] = set()

    def published(self, publication: Publication) -> None:
        assert publication.seq > 0
        self.seen |= {task for task in asyncio.all_tasks() if "Arrivals._tell_one" in repr(task)}


async def test_many_who_arrive_at_once_are_each_told_once(stage: Stage, arrivals: Arrivals) -> None:
    tellings = Tellings()
    stage.conductor.subscribe(tellings)
    for delegation in CATEGORIES:
        await _comes(stage, arrivals, f"{delegation}-observer")
    await stage.clock.advance(ARRIVES)
    sitting = await stage.conductor.sitting(MEETING)
    await until(lambda: sitting.meeting.present == set(CATEGORIES))
    assert len(tellings.seen) == len(CATEGORIES)


async def test_an_unknown_delegation_cannot_be_marked(stage: Stage, arrivals: Arrivals) -> None:
    with pytest.raises(ProblemError) as refused:
        await arrivals.mark(MEETING, "xyz", present=True, by="desk")
    assert (refused.value.problem["code"], refused.value.status) == ("unknown-delegation", 404)
    with reading(stage.engine) as conn:
        assert room.marked(conn, MEETING) == frozenset()


async def test_marks_outlive_the_process_and_connections_do_not(
    stage: Stage, arrivals: Arrivals, engine: Engine
) -> None:
    await arrivals.mark(MEETING, "ita", present=True, by="desk")
    await _comes(stage, arrivals, "pan-online")
    again = Stage(engine, stage.clock)
    back = Arrivals(again.conductor, node="here")
    await back.start()
    assert back.present(MEETING) == {"ita"}
    with reading(engine) as conn:
        left_open = conn.exec_driver_sql("SELECT count(*) FROM connections WHERE closed_at IS NULL")
        assert left_open.scalar_one() == 0
    await again.conductor.close()


async def test_a_doubled_end_of_a_connection_is_harmless(stage: Stage, arrivals: Arrivals) -> None:
    await _comes(stage, arrivals, "pan-online")
    await arrivals.alive(["line of pan-online", "nobody's"])
    await arrivals.closed("line of pan-online")
    assert arrivals.present(MEETING) == frozenset()


async def test_what_could_not_be_stored_is_told_again(stage: Stage, arrivals: Arrivals) -> None:
    await _comes(stage, arrivals, "pan-online")
    with failing(stage.engine, "log"):
        await stage.clock.advance(ARRIVES)
        await until(lambda: any("again" in key for key in stage.clock.wakes))
    await stage.clock.advance(5)
    await until(lambda: bool(stage.listener.heard))
    assert stage.folded().present == {"pan"}


async def test_a_span_that_cannot_be_written_costs_its_row_and_nobody_her_line(
    stage: Stage, arrivals: Arrivals, caplog: pytest.LogCaptureFixture
) -> None:
    with failing(stage.engine, "connections"), caplog.at_level(logging.WARNING):
        await _comes(stage, arrivals, "pan-online")
    assert "a connection's span could not be kept" in caplog.text
    assert arrivals.present(MEETING) == {"pan"}
    assert arrivals.connected(MEETING) == {"pan-online"}
    await stage.clock.advance(ARRIVES + 1)
    await until(lambda: bool(stage.listener.heard))
    assert stage.folded().present == {"pan"}, "the meeting hears of her all the same"
    await arrivals.closed("line of pan-online")
    assert arrivals.present(MEETING) == frozenset()


async def test_a_span_that_cannot_be_closed_is_closed_by_its_lease(
    stage: Stage, arrivals: Arrivals, caplog: pytest.LogCaptureFixture
) -> None:
    await _comes(stage, arrivals, "pan-online")
    with read_only(stage.engine), caplog.at_level(logging.WARNING):
        await arrivals.closed("line of pan-online")
    assert "a connection's span could not be kept" in caplog.text
    assert arrivals.present(MEETING) == frozenset()
