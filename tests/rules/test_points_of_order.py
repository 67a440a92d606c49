"""POINT_OF_ORDER: it interrupts, the chair rules at once, and the speaker goes on with the time left."""

import pytest
from tests.rules.stage import CHAIR, CLOCK, Given, at, in_session, online, room, seconds

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import Deadline, deadlines
from hemicycle.rules.state.floor import Grant
from hemicycle.rules.terms import EndedBy, HolderKind, RequestKind, RequestState

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)


def speaking() -> Given:
    """Panama has the floor since ten o'clock; Italy waits."""
    return in_session().asked(online("pan"), online("ita")).given_the_floor("10:00:00")


def interrupted() -> Given:
    """France's point of order was called after two minutes and has the floor since 10:02:10."""
    point = speaking().done(POINT, by=room("fra"), clock="10:01:50")
    return point.done(c.CallNext(), clock="10:02:00").done(c.GiveFloor(), clock="10:02:10")


def below(meeting: Given) -> Grant:
    return meeting.meeting.floor[0]


def test_point_of_order_comes_first_and_interrupts_the_speaker() -> None:
    raised = speaking().done(POINT, by=room("fra"), clock="10:01:50")
    called = raised.when(c.CallNext(), clock="10:02:00")
    called.then(
        e.FloorInterrupted(grant=1, at=at("10:02:00")),
        e.SpeakerCalled(request="r3", at=at("10:02:00")),
    )
    stands = below(called.accepted())
    assert stands.left(at("10:20:00")) == seconds(180)
    assert deadlines(called.accepted().meeting) == ()


def test_point_of_order_comes_before_the_list() -> None:
    raised = in_session().asked(online("pan")).done(POINT, by=room("fra"))
    raised.when(c.CallNext()).then(e.SpeakerCalled(request="r2", at=at("10:00:00")))
    raised.when(c.CallSpeaker(request="r1")).refused("out-of-order", ahead=1)


def test_point_of_order_the_ruling_returns_the_floor_and_exactly_the_time_left() -> None:
    ruled = interrupted().when(c.Rule(upheld=False), clock="10:03:30.500")
    after = ruled.then(
        e.RulingMade(request="r3", grant=2, upheld=False, by="chair", at=at("10:03:30.500")),
        e.FloorReturned(grant=1, at=at("10:03:30.500"), ends_at=at("10:06:30.500")),
    )
    assert [g.id for g in after.floor] == [1]
    assert after.requests["r3"].state is RequestState.DELIVERED
    assert deadlines(after) == (Deadline(at=at("10:06:30.500"), command=c.ElapseSpeakingTime(grant=1)),)
    ended = ruled.accepted().when(c.EndStatement(), clock="10:04:30.500")
    ended.then(e.StatementEnded(grant=1, by=EndedBy.CHAIR, at=at("10:04:30.500"), spoken_ms=180_000))


def test_point_of_order_a_paused_speaker_is_still_paused_afterwards() -> None:
    paused = (
        speaking().done(c.PauseSpeaking(), clock="10:01:00").done(POINT, by=room("fra"), clock="10:01:10")
    )
    heard = paused.done(c.CallNext(), clock="10:02:00").done(c.GiveFloor(), clock="10:02:10")
    ruled = heard.when(c.Rule(upheld=True), clock="10:03:00")
    ruled.then(
        e.RulingMade(request="r3", grant=2, upheld=True, by="chair", at=at("10:03:00")),
        e.FloorReturned(grant=1, at=at("10:03:00"), ends_at=at("10:05:00")),
    )
    stands = below(ruled.accepted())
    assert (stands.paused_at, stands.interrupted_at) == (at("10:01:00"), None)
    resumed = ruled.accepted().when(c.ResumeSpeaking(), clock="10:10:00")
    resumed.then(e.FloorResumed(grant=1, at=at("10:10:00"), ends_at=at("10:14:00")))
    assert below(resumed.accepted()).spoken(at("10:11:00")) == seconds(120)


def test_point_of_order_further_points_wait_in_the_order_of_request() -> None:
    further = interrupted().done(POINT, by=room("ind")).done(POINT, by=online("ita"))
    assert [r.delegation for r in further.meeting.points_of_order()] == ["ind", "ita"]
    further.when(c.CallNext()).refused("point-on-the-floor")
    further.when(c.CallSpeaker(request="r4")).refused("point-on-the-floor")
    ruled = further.done(c.Rule(upheld=False), clock="10:03:00")
    assert ruled.done(c.CallNext(), clock="10:03:10").meeting.requests["r4"].state is RequestState.CALLED
    ruled.when(c.CallSpeaker(request="r5"), clock="10:03:10").refused("out-of-order", ahead=1)


def test_point_of_order_waits_while_another_speaker_is_called() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext()).done(POINT, by=room("fra"))
    called.when(c.CallNext()).refused("speaker-called")
    called.when(c.CallSpeaker(request="r2")).refused("speaker-called")


def test_point_of_order_nothing_else_happens_to_the_floor_before_the_ruling() -> None:
    interrupted().when(c.EndStatement()).refused("point-on-the-floor")
    interrupted().when(c.SuspendMeeting()).refused("floor-held")
    called = speaking().done(POINT, by=room("fra")).done(c.CallNext(), clock="10:02:00")
    called.when(c.EndStatement()).refused("speaker-called")
    called.when(c.PauseSpeaking()).refused("paused")
    called.when(c.ResumeSpeaking()).refused("not-paused")


def test_point_of_order_only_a_point_is_ruled_on() -> None:
    in_session().when(c.Rule(upheld=True)).refused("no-point-on-the-floor")
    speaking().when(c.Rule(upheld=True)).refused("no-point-on-the-floor")


@pytest.mark.parametrize("given_the_floor", [False, True])
@pytest.mark.parametrize("command", [c.PassOver(), c.TakeBackCall()])
def test_point_of_order_without_it_the_speaker_goes_on(*, given_the_floor: bool, command: c.Command) -> None:
    point = speaking().done(POINT, by=room("fra")).done(c.CallNext(), clock="10:02:00")
    if given_the_floor:
        point = point.done(c.GiveFloor(), clock="10:02:10")
    outcome = point.when(command, clock="10:02:30")
    assert outcome.events[-1] == e.FloorReturned(grant=1, at=at("10:02:30"), ends_at=at("10:05:30"))
    after = outcome.accepted().meeting
    assert after.speaking is not None
    assert after.speaking.left(at("10:02:30")) == seconds(180)


def test_point_of_order_one_that_was_passed_over_holds_up_nobody() -> None:
    point = in_session().asked(online("pan")).done(POINT, by=online("fra"))
    passed = point.done(c.CallNext()).done(c.PassOver())
    assert passed.done(c.CallNext()).meeting.requests["r1"].state is RequestState.CALLED
    passed.when(c.CallSpeaker(request="r1")).then(e.SpeakerCalled(request="r1", at=at("10:00:00")))
    heard = passed.given_the_floor().done(c.EndStatement())
    assert heard.done(c.CallNext()).meeting.requests["r2"].state is RequestState.CALLED


def test_point_of_order_one_that_was_passed_over_interrupts_only_when_called_by_name() -> None:
    passed = speaking().done(POINT, by=room("fra")).done(c.CallNext()).done(c.PassOver(), clock="10:02:00")
    passed.when(c.CallNext(), clock="10:02:10").refused("floor-held")
    named = passed.when(c.CallSpeaker(request="r3"), clock="10:02:10")
    assert named.events[0] == e.FloorInterrupted(grant=1, at=at("10:02:10"))


def test_point_of_order_interrupts_the_secretariat_too() -> None:
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    point = in_session().done(podium).done(POINT, by=room("fra")).done(c.CallNext(), clock="10:01:00")
    heard = point.done(c.GiveFloor(), clock="10:01:10")
    ruled = heard.when(c.Rule(upheld=True), clock="10:02:00")
    assert ruled.events[-1] == e.FloorReturned(grant=1, at=at("10:02:00"), ends_at=None)
    assert below(ruled.accepted()).spoken(at("10:03:00")) == seconds(120)


def test_point_of_order_an_interrupted_speaker_in_overrun_is_still_in_overrun() -> None:
    over = speaking().done(c.ElapseSpeakingTime(grant=1), by=CLOCK, clock="10:05:00")
    point = over.done(POINT, by=room("fra"), clock="10:05:30").given_the_floor("10:06:00")
    ruled = point.done(c.Rule(upheld=True), clock="10:08:00")
    assert below(ruled).left(at("10:08:00")) == -seconds(60)
    assert deadlines(ruled.meeting) == ()


def test_time_limit_an_extension_during_an_interruption_called_but_not_heard() -> None:
    called = speaking().done(POINT, by=room("fra")).done(c.CallNext(), clock="10:02:00")
    extended = called.done(c.ExtendTime(seconds=60), by=CHAIR, clock="10:02:05")
    back = extended.done(c.TakeBackCall(), clock="10:02:30")
    assert below(back).left(at("10:02:30")) == seconds(240)
