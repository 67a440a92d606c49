"""What the chair plans with: who speaks when, who will not be heard, and what would let all speak."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.rules.stage import WHOLE, Given, at, in_session, online, room, seconds, under, whole
from tests.views.planning import CHANGE, NOW, planned, request, spoken, told

from hemicycle.rules import commands as c
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.procedure import RepliesTaken
from hemicycle.rules.state.booths import Booth, Interpreter
from hemicycle.rules.state.floor import Grant, Request
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import (
    HolderKind,
    ItemState,
    ListState,
    RequestKind,
)
from hemicycle.views.forecast import LEAST_LIMIT, forecast
from hemicycle.views.pace import CHANGES_BEFORE, QUICKEST, SLOWEST, free_at, pace


def test_each_waits_for_those_before_her_and_the_changes_of_speakers() -> None:
    found = told(planned([300, 180, 60]))
    assert found.ahead == {"r1": 0, "r2": 315, "r3": 510}
    assert found.expected == {"r1": 315, "r2": 195, "r3": 75}
    assert (found.needed_seconds, found.pace_permille, found.not_heard) == (585, 1000, 0)
    assert (found.available_seconds, found.room_for, found.close_list_at) == (None, None, None)


def test_time_limit_the_longest_limit_that_lets_all_speak() -> None:
    found = told(planned([300, 300, 180], left=3 * CHANGE + 600))
    assert found.limit_seconds == 210
    assert (found.not_heard, found.extension_seconds) == (1, 180)


def test_time_limit_below_a_minute_none_is_proposed() -> None:
    assert told(planned([300] * 10, left=10 * (CHANGE + LEAST_LIMIT))).limit_seconds == LEAST_LIMIT
    assert told(planned([300] * 10, left=10 * (CHANGE + LEAST_LIMIT) - 1)).limit_seconds is None


def test_where_all_will_be_heard_nothing_is_proposed() -> None:
    found = told(planned([300, 300], left=3600))
    assert (found.not_heard, found.limit_seconds, found.extension_seconds, found.extensions) == (
        0,
        None,
        None,
        (),
    )
    assert found.room_for == (3600 - 2 * 315) // 315


def test_speakers_who_use_half_their_time_are_expected_to_go_on_so() -> None:
    found = told(planned([300], used=[(600, 300.0)] * 10))
    assert 540 < found.pace_permille < 560
    assert found.expected["r11"] == CHANGE + -(-300 * found.pace_permille // 1000)


@pytest.mark.parametrize("used,bound", [(1.0, QUICKEST), (3600.0, SLOWEST)])
def test_the_pace_has_bounds(used: float, bound: int) -> None:
    assert pace(planned([], used=[(300, used)] * 200)).permille == bound


def test_a_statement_in_two_turns_counts_once() -> None:
    parts = planned([], used=[(600, 300.0)])
    both = replace(parts, spoken={1: spoken(1, 100), 2: replace(spoken(2, 200, since=200), request="r1")})
    assert pace(both).permille == pace(parts).permille


def test_changes_of_speakers_are_measured_and_long_breaks_are_not() -> None:
    turns = {n: spoken(n, 100, since=n * 130) for n in range(1, 9)}
    steady = replace(planned([]), spoken=turns)
    assert pace(steady).change_seconds == (CHANGES_BEFORE * CHANGE + 7 * 30) // (CHANGES_BEFORE + 7)
    broken = replace(steady, spoken={**turns, 99: spoken(99, 100, since=9000)})
    assert pace(broken).change_seconds == pace(steady).change_seconds


def test_counted_from_when_the_speaker_should_have_ended_and_not_before_now() -> None:
    speaking = in_session().asked(room("pan"), room("ita")).given_the_floor("10:10:00")
    found = told(speaking.meeting)
    assert found.from_at == at("10:15:00")
    assert found.ahead == {"r2": 0}
    paused = speaking.done(c.PauseSpeaking(), clock="10:12:00")
    assert told(paused.meeting).from_at == at("10:15:00")
    late = speaking.done(c.RequestFloor(), by=room("fra"), clock="10:19:00")
    assert told(late.meeting).from_at == at("10:19:00")


def test_a_speaker_without_a_limit_is_not_foreseen() -> None:
    grant = Grant(
        id=1,
        kind=RequestKind.STATEMENT,
        holder=Holder(kind=HolderKind.SECRETARIAT, ref="secretary"),
        started_at=NOW,
        ends_at=None,
    )
    meeting = replace(planned([300]), floor=(grant,))
    assert free_at(meeting, NOW, pace(meeting)) == NOW


def test_point_of_order_the_interrupted_speaker_goes_on_before_the_list() -> None:
    meeting = in_session().asked(room("pan"), room("ita")).given_the_floor("10:10:00")
    meeting = meeting.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("fra"), clock="10:11:00")
    found = told(meeting.given_the_floor("10:12:00").meeting)
    assert found.expected["r1"] == CHANGE + 180
    assert found.ahead == {"r1": 0, "r2": found.expected["r1"]}


def beside(meeting: Meeting, *others: Request, **changes: object) -> Meeting:
    """The meeting under the whole procedure, with these requests too."""
    requests = {**meeting.requests, **{r.id: r for r in others}}
    return replace(meeting, procedure=WHOLE, requests=requests, **changes)  # type: ignore[arg-type]  # fields


def test_replies_and_the_items_to_come_are_counted_and_not_limited() -> None:
    meeting = planned([300, 300], left=2 * (CHANGE + 100) + 2 * (CHANGE + 120))
    found = told(beside(meeting, request(8, 120, kind=RequestKind.REPLY), request(9, 120, item="4")))
    assert [*found.ahead] == ["r1", "r2", "r8", "r9"]
    assert found.limit_seconds == 100


@pytest.mark.parametrize("begun", [frozenset(), frozenset({"2"})])
def test_replies_of_the_day_are_counted_also_when_their_item_is_closed(begun: frozenset[str]) -> None:
    """Before they are begun at the end of everything, from then on before the list (REPLY)."""
    assert WHOLE.replies is not None
    procedure = replace(WHOLE, replies=replace(WHOLE.replies, taken=RepliesTaken.END_OF_DAY))
    meeting = beside(
        planned([300]), request(8, 120, kind=RequestKind.REPLY, item="2"), request(9, 60, item="4")
    )
    items = {**meeting.items, "2": ItemState.CLOSED}
    found = told(replace(meeting, procedure=procedure, items=items, replies_begun=begun))
    assert [*found.ahead] == (["r8", "r1", "r9"] if begun else ["r1", "r9", "r8"])
    assert found.needed_seconds == 300 + 120 + 60 + 3 * CHANGE


@pytest.mark.parametrize("state", [ItemState.CLOSED, ItemState.DEBATE_ADJOURNED])
def test_who_waits_on_an_item_that_is_over_is_not_counted(state: ItemState) -> None:
    """ADJOURN_DEBATE: its list is heard when the item is taken up again."""
    meeting = replace(planned([300], left=60), item=None, items={"3": state, "4": ItemState.PENDING})
    found = told(meeting)
    assert (found.ahead, found.not_heard, found.extension_seconds) == ({}, 0, None)


def test_after_the_hard_end_the_extension_lets_all_speak() -> None:
    """Twenty minutes past the end; what two statements need is counted from the end, not from now."""
    found = told(planned([300, 275], left=-20 * 60))
    assert (found.needed_seconds, found.not_heard) == (605, 2)
    assert (found.available_seconds, found.extension_seconds) == (0, 1860)
    brought = {each.seconds: each.heard for each in found.extensions}
    assert brought == {1800: 1, 1860: 2, 3600: 2}


def test_a_statement_that_a_motion_interrupted_comes_after_the_speakers_on_it() -> None:
    """And its mover is counted once."""
    speaking = in_session(whole()).asked(room("pan"), room("ita")).given_the_floor("10:10:00")
    moved = speaking.done(c.Move(kind=MotionKind.ADJOURN_DEBATE), by=room("fra"), clock="10:11:00")
    taken_up = moved.done(c.TakeUpMotion(motion="m1"), clock="10:12:00")
    found = told(taken_up.meeting)
    assert [*found.ahead] == ["r3", "r1", "r2"]
    assert found.from_at == at("10:12:00")
    allowed = [taken_up.meeting.requests["r3"].seconds, 180, 300]
    assert [*found.expected.values()] == [CHANGE + each for each in allowed]
    assert found.needed_seconds == 3 * CHANGE + sum(allowed)


def test_what_an_extension_costs_and_brings() -> None:
    three = tuple(Interpreter(participant=f"i{n}", a=("fr",)) for n in range(3))
    booth = Booth(id="fr", outgoing=("fr",), interpreters=three)
    meeting = replace(planned([300] * 12, left=180 * 60), booths={"fr": booth})
    late = replace(meeting, called_to_order_at=NOW, ends_at=NOW + timedelta(minutes=50))
    found = told(late)
    assert (found.not_heard, found.extension_seconds) == (3, 13 * 60)
    brought = {e.seconds: (e.heard, e.interpreter_seconds, e.beyond_limit_seconds) for e in found.extensions}
    assert brought[780] == (3, 3 * 780, 0)
    assert brought[900] == (3, 2700, 0)
    long = replace(meeting, called_to_order_at=at("08:00:00"), ends_at=at("10:50:00"))
    assert {e.seconds: e.beyond_limit_seconds for e in told(long).extensions}[900] == 300


def test_list_close_when_requests_fill_what_is_left() -> None:
    """One a minute asks; five more fit: in five minutes nobody more will be heard."""
    waiting = {f"r{n}": request(n, 300, accepted_at=NOW - seconds(60 * n)) for n in range(5)}
    meeting = replace(planned([]), requests=waiting, ends_at=NOW + seconds(10 * 315))
    found = told(meeting)
    assert (found.room_for, found.close_list_at) == (5, NOW + timedelta(minutes=5))
    full = replace(meeting, ends_at=NOW + seconds(5 * 315))
    assert told(full).close_list_at == NOW
    closed = replace(meeting, lists={**meeting.lists, "3": ListState.CLOSED})
    assert told(closed).close_list_at is None


def test_list_close_too_few_requests_tell_nothing_but_the_last_that_can_be_heard() -> None:
    assert told(planned([300], left=3600)).close_list_at == NOW + seconds(3600 - 315)


@pytest.mark.parametrize("meeting", [EMPTY, replace(EMPTY, scheduled_at=NOW)])
def test_of_a_meeting_that_is_not_set_up_there_is_none(meeting: Meeting) -> None:
    assert forecast(meeting) is None


def test_of_a_meeting_that_is_adjourned_there_is_none() -> None:
    adjourned = Given(in_session().meeting).done(c.CloseItem(item="3", confirmed=True))
    assert forecast(adjourned.done(c.AdjournMeeting()).meeting) is None


def test_before_the_call_to_order_counted_from_the_planned_beginning() -> None:
    early = Given(in_session(under()).meeting).asked(online("pan"), clock="10:00:00").meeting
    before = replace(early, called_to_order_at=None, scheduled_at=at("11:00:00"))
    assert told(before).from_at == at("11:00:00")
