"""Who may speak: rows and logs change together or not at all, in every live meeting."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conduct.moot import LAST, MEETING, NEXT
from tests.conduct.stage import Stage

from hemicycle.conduct.roster import change_roster
from hemicycle.contract.problems import ProblemError
from hemicycle.journal import reasons
from hemicycle.registry.seats import move_of
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.events import RoleMoved
from hemicycle.storage import reading

ONLINE, OBSERVES = "pan.online.speaker.1", "pan.online.observer.1"


async def _move(stage: Stage, *moves: SeatMove, reason: str | None = None) -> dict[str, int]:
    return await change_roster(stage.conductor, "moot", moves, stage.login("desk"), reason)


async def _refused(stage: Stage, *moves: SeatMove) -> tuple[str, str | None]:
    with pytest.raises(ProblemError) as refused:
        await _move(stage, *moves)
    problem = refused.value.problem
    return problem["code"], problem.get("reason")


def _swap() -> tuple[SeatMove, SeatMove]:
    """The remote speaker and an observer change places."""
    return move_of(ONLINE, "pan-observer"), move_of(OBSERVES, "pan-online")


async def test_the_place_stays_and_the_speaker_changes(stage: Stage) -> None:
    await stage.opened()
    await stage.follow()
    await stage.send("pan-online", "RequestFloor")
    await stage.send("ita-online", "RequestFloor")
    seqs = await _move(stage, *_swap())
    meeting = stage.folded()
    assert seqs == {MEETING: stage.recorded()[-1].seq}
    assert [r.participant for r in meeting.requests.values()] == ["pan-observer", "ita-online"]
    assert stage.roster() == stage.seats()
    assert stage.seats()[OBSERVES] == "pan-online"
    assert await stage.in_step()
    assert (await stage.refused("pan-online", "RequestFloor", kind="point_of_order"))["code"] == "listen-only"


async def test_every_live_meeting_follows(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    await stage.opened(LAST)
    await stage.send("chair", "AdjournMeeting", meeting=LAST)
    ended = stage.recorded(LAST)
    seqs = await _move(stage, *_swap())
    assert set(seqs) == {MEETING, NEXT}
    assert stage.roster() == stage.roster(NEXT) == stage.seats()
    assert stage.recorded(LAST) == ended
    for meeting in (MEETING, NEXT):
        moved = [r for r in stage.recorded(meeting) if isinstance(r.event, RoleMoved)]
        assert {r.actor.login for r in moved} == {stage.login("desk").id}
        assert stage.listener.commands(meeting)[-1] == moved[0].command_id


async def test_a_meeting_that_begins_later_begins_with_the_rows(stage: Stage) -> None:
    await _move(stage, *_swap())
    await stage.opened()
    assert stage.roster() == stage.seats()


async def test_a_meeting_that_begins_meanwhile_follows_too(stage: Stage) -> None:
    await stage.opened()
    sitting = await stage.conductor.sitting(MEETING)
    async with sitting.lock:
        moving = asyncio.create_task(_move(stage, *_swap()))
        await asyncio.sleep(0)
        await stage.conductor.in_thread(int)
        await stage.opened(NEXT)
    assert set(await moving) == {MEETING, NEXT}
    assert stage.roster(NEXT) == stage.roster() == stage.seats()


async def test_a_meeting_that_ends_meanwhile_does_not_stand_in_the_way(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    sitting = await stage.conductor.sitting(MEETING)
    async with sitting.lock:
        adjourning = asyncio.create_task(stage.send("chair", "AdjournMeeting"))
        await asyncio.sleep(0)
        moving = asyncio.create_task(_move(stage, *_swap()))
        await asyncio.sleep(0)
    await adjourning
    assert set(await moving) == {NEXT}
    assert stage.roster(NEXT) == stage.seats()


async def test_another_node_s_meeting_follows_too(stage: Stage, other: Stage) -> None:
    await stage.opened()
    await other.opened(NEXT)
    await _move(stage, *_swap())
    assert other.roster(NEXT) == stage.seats()
    await other.refused("pan-online", "RequestFloor", meeting=NEXT)
    assert other.listener.commands(NEXT)[-1].startswith("roster-")


async def test_who_has_the_floor_keeps_the_role(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    await stage.send("pan-online", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    before = stage.seats(), stage.recorded(), stage.recorded(NEXT)
    assert await _refused(stage, *_swap()) == ("holder-speaking", None)
    assert (stage.seats(), stage.recorded(), stage.recorded(NEXT)) == before
    await stage.send("chair", "EndStatement")
    await _move(stage, *_swap())
    assert stage.roster() == stage.roster(NEXT) == stage.seats()


@pytest.mark.parametrize(
    "moves, reason",
    [
        ([("pan.online.speaker.2", "pan-spare")], "limit-reached"),
        ([("pan.online.observer.4", "pan-spare")], "limit-reached"),
        ([("pan.in_person.speaker.3", "pan-spare")], "limit-reached"),
        ([("pan.in_person.observer.1", "pan-spare")], "limit-reached"),
        ([("pan.online.speaker.999", "pan-spare")], "limit-reached"),
        ([("pan.online.speaker.-1", "pan-spare")], "limit-reached"),
        ([("xyz.online.speaker.1", "pan-spare")], "unknown-seat"),
        ([(ONLINE, "ita-spare")], "unknown-participant"),
        ([(ONLINE, "nobody")], "unknown-participant"),
        ([(ONLINE, "pan-observer")], "seat-taken"),
        ([(ONLINE, "pan-spare"), (ONLINE, "pan-extra")], "seat-taken"),
        ([(ONLINE, "pan-spare"), ("pan.online.observer.2", "pan-spare")], "seat-taken"),
    ],
)
async def test_a_seat_that_cannot_be_given_changes_nothing(
    stage: Stage, moves: list[tuple[str, str]], reason: str
) -> None:
    await stage.opened()
    before = stage.seats(), stage.recorded()
    code = await _refused(stage, *(move_of(seat, who) for seat, who in moves))
    assert code in {("seat-refused", reason), ("unknown-delegation", None)}
    assert (stage.seats(), stage.recorded()) == before
    await _move(stage, *_swap())


async def test_a_number_beyond_all_limits_names_no_seat(stage: Stage) -> None:
    huge = replace(move_of(ONLINE, "pan-spare"), seat=f"pan.online.speaker.{2**80}")
    assert await _refused(stage, huge) == ("seat-refused", "unknown-seat")


async def test_moves_at_the_same_time_never_pass_a_limit(stage: Stage, other: Stage) -> None:
    await stage.opened()
    await other.conductor.sitting(MEETING)
    seats = ["pan.online.observer.2", "pan.online.observer.3", "pan.online.observer.4"]
    people = ["pan-spare", "pan-extra"]
    answers = await asyncio.gather(
        *(_move(node, move_of(seat, who)) for node in (stage, other) for seat in seats for who in people),
        return_exceptions=True,
    )
    assert all(isinstance(answer, dict | ProblemError) for answer in answers)
    held = stage.seats()
    assert len(set(held.values())) == len(held)
    assert "pan.online.observer.4" not in held
    seated = {held[seat] for seat in seats if seat in held}
    assert seated, "whoever has no seat is given one, in place of its holder"
    assert seated <= set(people)
    assert stage.roster() == held


async def test_a_caller_that_goes_away_cancels_nothing(stage: Stage) -> None:
    await stage.opened()
    await stage.follow()
    sitting = await stage.conductor.sitting(MEETING)
    async with sitting.lock:
        moving = asyncio.create_task(_move(stage, *_swap()))
        await asyncio.sleep(0)
        moving.cancel()
        await asyncio.gather(moving, return_exceptions=True)
    await stage.send("chair", "CloseList", item="1")
    await _move(stage, move_of("ita.online.speaker.1", "ita-spare"))
    assert stage.seats()[ONLINE] == "pan-observer"
    assert stage.roster() == stage.seats()
    assert await stage.in_step()


async def test_the_reason_is_kept_apart(stage: Stage) -> None:
    await stage.opened()
    await _move(stage, *_swap(), reason="a private word")
    moved = stage.recorded()[-1]
    assert "a private word" not in repr(stage.recorded())
    with reading(stage.engine) as conn:
        assert reasons.text_of(conn, MEETING, moved.command_id) == "a private word"


async def test_a_move_to_whom_the_seat_belongs_already_changes_nothing(stage: Stage) -> None:
    await stage.opened()
    before = stage.recorded()
    await _move(stage, move_of(ONLINE, "pan-online"))
    assert stage.recorded() == before
    assert stage.roster() == stage.seats()


_SEATS = [ONLINE, OBSERVES, "pan.online.observer.2", "pan.in_person.speaker.1", "pan.online.speaker.2"]
_PEOPLE = ["pan-online", "pan-room", "pan-observer", "pan-spare", None]
_MOVES = st.lists(st.tuples(st.sampled_from(_SEATS), st.sampled_from(_PEOPLE)), min_size=1, max_size=3)
_COMMANDS = st.sampled_from(["RequestFloor", "CallNext", "GiveFloor", "EndStatement"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MOVES | _COMMANDS, max_size=8))
async def test_the_log_s_roster_is_always_the_rows(stage: Stage, steps: list[object]) -> None:
    if not stage.listener.heard:
        await stage.opened()
        await stage.opened(NEXT)
    for step in steps:
        if isinstance(step, str):
            who = "pan-online" if step == "RequestFloor" else "chair"
            await asyncio.gather(stage.send(who, step), return_exceptions=True)
        elif isinstance(step, list):
            moves = [move_of(seat, who) for seat, who in step]
            (answer,) = await asyncio.gather(_move(stage, *moves), return_exceptions=True)
            assert isinstance(answer, dict | ProblemError)
        assert stage.roster() == stage.roster(NEXT) == stage.seats()
