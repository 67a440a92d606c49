"""The meeting as such: OPEN_QUORUM, MEETING_STATE, PRESIDING_OFFICER."""

import pytest
from tests.rules.stage import (
    CHAIR,
    DESK,
    PROCEDURE,
    REGISTRY,
    SET_UP,
    VICE_CHAIR,
    at,
    given,
    in_session,
    online,
    room,
    under,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.decide import decide
from hemicycle.rules.meeting import EMPTY
from hemicycle.rules.procedure import Quorum
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import HolderKind, Phase, RequestKind, RequestState

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
OPENED = e.MeetingCalledToOrder(presiding="chair", at=at("10:00:00"))


def test_meeting_state_nothing_can_be_asked_of_a_meeting_that_is_not_set_up() -> None:
    stamped = c.Stamped(command=c.CallToOrder(), id="cmd", at=at("10:00:00"), actor=CHAIR)
    with pytest.raises(Refused) as refused:
        decide(EMPTY, stamped)
    assert refused.value.code == "not-set-up"


def test_meeting_state_a_meeting_is_set_up_once() -> None:
    stamped = c.Stamped(command=c.SetUpMeeting(set_up=SET_UP), id="cmd", at=at("10:00:00"), actor=REGISTRY)
    assert decide(EMPTY, stamped) == [SET_UP]
    given().when(c.SetUpMeeting(set_up=SET_UP), by=REGISTRY).refused("already-set-up")


def test_meeting_state_a_meeting_that_is_set_up_is_scheduled_and_its_first_officer_will_preside() -> None:
    meeting = given().meeting
    assert (meeting.phase, meeting.presiding, meeting.number) == (Phase.SCHEDULED, "chair", 3)


def test_open_quorum_a_third_of_the_state_parties_is_enough() -> None:
    outcome = given().when(c.CallToOrder(), present=frozenset({"pan", "ita"}))
    meeting = outcome.then(e.QuorumCounted(present=2, of=4, needed=2, waived=False), OPENED)
    assert meeting.phase is Phase.IN_SESSION
    assert meeting.called_to_order_at == at("10:00:00")


def test_open_quorum_refuses_when_too_few_state_parties_are_present() -> None:
    outcome = given().when(c.CallToOrder(), present=frozenset({"pan"}))
    outcome.refused("no-quorum", present=1, of=4, needed=2)


def test_open_quorum_observer_delegations_do_not_count() -> None:
    present = frozenset({"pan", "interpol", "eu", "jpn", "ngo"})
    given().when(c.CallToOrder(), present=present).refused("no-quorum", present=1, of=4, needed=2)


def test_open_quorum_a_body_that_waives_it_counts_all_the_same() -> None:
    set_up = under(open_quorum=Quorum(numerator=1, denominator=4, waived=True))
    outcome = given(set_up=set_up).when(c.CallToOrder(), present=frozenset())
    outcome.then(e.QuorumCounted(present=0, of=4, needed=1, waived=True), OPENED)


@pytest.mark.parametrize(
    "numerator,denominator,of,needed",
    [(1, 3, 187, 63), (1, 3, 186, 62), (1, 4, 5, 2), (1, 2, 4, 2), (1, 1, 7, 7), (1, 3, 0, 0)],
)
def test_open_quorum_is_at_least_the_fraction(numerator: int, denominator: int, of: int, needed: int) -> None:
    assert Quorum(numerator=numerator, denominator=denominator).needed(of) == needed


def test_meeting_state_a_meeting_is_called_to_order_once() -> None:
    in_session().when(c.CallToOrder()).refused("not-scheduled", phase="in_session")


def test_meeting_state_suspended_the_same_meeting_resumes() -> None:
    meeting = in_session().asked(online("pan"))
    suspended = meeting.when(c.SuspendMeeting(), clock="11:00:00")
    suspended.then(e.MeetingSuspended(at=at("11:00:00")))
    resumed = suspended.accepted().when(c.ResumeMeeting(), clock="11:15:00")
    after = resumed.then(e.MeetingResumed(at=at("11:15:00")))
    assert after == meeting.meeting


def test_meeting_state_only_a_suspended_meeting_resumes() -> None:
    in_session().when(c.ResumeMeeting()).refused("not-suspended", phase="in_session")
    given().when(c.ResumeMeeting()).refused("not-suspended", phase="scheduled")


def test_meeting_state_a_suspended_meeting_gives_nobody_the_floor() -> None:
    suspended = in_session().asked(online("pan")).done(c.SuspendMeeting())
    for command in (c.CallNext(), c.CallSpeaker(request="r1"), c.GiveFloor(), c.SuspendMeeting()):
        suspended.when(command).refused("not-in-session", phase="suspended")
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    suspended.when(podium).refused("not-in-session", phase="suspended")


def test_meeting_state_a_suspended_meeting_takes_requests_for_statements() -> None:
    suspended = in_session().done(c.SuspendMeeting())
    assert suspended.done(c.RequestFloor(), by=online("pan")).meeting.waiting("3")


def test_meeting_state_nobody_is_cut_off_by_a_suspension_or_the_end() -> None:
    called = in_session().asked(online("pan")).done(c.CallNext())
    speaking = called.done(c.GiveFloor())
    for command in (c.SuspendMeeting(), c.AdjournMeeting()):
        called.when(command).refused("speaker-called")
        speaking.when(command).refused("floor-held")


@pytest.mark.parametrize("suspended", [False, True])
def test_meeting_state_adjourned_from_session_or_suspension(*, suspended: bool) -> None:
    meeting = in_session().done(c.SuspendMeeting()) if suspended else in_session()
    after = meeting.when(c.AdjournMeeting(), clock="13:00:00").then(e.MeetingAdjourned(at=at("13:00:00")))
    assert (after.phase, after.adjourned_at) == (Phase.ADJOURNED, at("13:00:00"))


@pytest.mark.parametrize("by_motion", [False, True], ids=["by the chair", "by a motion"])
def test_meeting_state_a_point_of_order_that_was_not_heard_ends_with_the_meeting(*, by_motion: bool) -> None:
    waits = in_session(whole()).asked(room("fra")).done(POINT, by=room("pan"))
    if by_motion:
        moved = waits.done(c.Move(kind=MotionKind.ADJOURN_MEETING), by=room("ita"))
        put = moved.done(c.TakeUpMotion(motion="m1")).done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1"))
        counted = put.done(c.EnterCount(yes=4, no=0, abstentions=0), by=DESK)
        after = counted.done(c.CloseVote(), clock="13:00:00").meeting
    else:
        after = waits.done(c.AdjournMeeting(), clock="13:00:00").meeting
    point, statement = after.requests["r2"], after.requests["r1"]
    assert (point.state, point.ended_at) == (RequestState.DECLINED, at("13:00:00"))
    assert statement.state is RequestState.INSCRIBED, "it goes on in the next meeting"
    assert after.points_of_order() == []


def test_meeting_state_a_scheduled_meeting_is_not_adjourned() -> None:
    given().when(c.AdjournMeeting()).refused("not-in-session", phase="scheduled")


def test_meeting_state_after_the_end_nothing_more_is_done() -> None:
    ended = in_session().asked(online("pan")).done(c.AdjournMeeting())
    for command in (c.AdjournMeeting(), c.HandOverChair(to="vice"), c.OpenList(item="4")):
        ended.when(command).refused("adjourned")
    ended.when(c.WithdrawRequest(request="r1"), by=DESK).refused("adjourned")
    ended.when(c.RequestFloor(), by=room("ita")).refused("adjourned")
    ended.when(c.ResumeMeeting()).refused("not-suspended", phase="adjourned")
    ended.when(c.TakeUpItem(item="4")).refused("not-in-session", phase="adjourned")
    ended.when(c.CallToOrder()).refused("not-scheduled", phase="adjourned")


def test_presiding_officer_the_chair_is_handed_to_a_vice_chair() -> None:
    handed = in_session().when(c.HandOverChair(to="vice"), clock="11:00:00")
    handed.then(e.ChairHandedOver(former="chair", presiding="vice", at=at("11:00:00")))
    after = handed.accepted().asked(online("pan"))
    after.when(c.CallNext(), by=CHAIR).refused("not-presiding")
    after.done(c.CallNext(), by=VICE_CHAIR)


def test_presiding_officer_no_command_of_the_chair_is_open_to_who_does_not_preside() -> None:
    commands: list[c.Command] = [
        c.SuspendMeeting(),
        c.ResumeMeeting(),
        c.AdjournMeeting(),
        c.HandOverChair(to="vice"),
        c.TakeUpItem(item="3"),
        c.CloseItem(item="3"),
        c.OpenList(item="3"),
        c.AnnounceList(item="3"),
        c.CloseList(item="3"),
        c.ReopenList(item="3"),
        c.WithdrawRequest(request="r1"),
        c.ChangeModality(request="r1"),
        c.CallNext(),
        c.CallSpeaker(request="r1"),
        c.PassOver(),
        c.TakeBackCall(),
        c.GiveFloor(),
        c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary"),
        c.EndStatement(),
        c.ExtendTime(seconds=60),
        c.PauseSpeaking(),
        c.ResumeSpeaking(),
        c.Rule(upheld=True),
    ]
    for command in commands:
        in_session().when(command, by=VICE_CHAIR).refused("not-presiding")


def test_presiding_officer_one_officer_presides_at_a_time() -> None:
    in_session().when(c.HandOverChair(to="chair")).refused("already-presiding")


@pytest.mark.parametrize("to", ["secretary", "pan-room", "nobody"])
def test_presiding_officer_only_the_chair_or_a_vice_chair_takes_the_chair(to: str) -> None:
    in_session().when(c.HandOverChair(to=to)).refused("not-an-officer")


def test_presiding_officer_the_vice_chair_may_call_the_meeting_to_order_and_then_presides() -> None:
    outcome = given().when(c.CallToOrder(), by=VICE_CHAIR)
    outcome.then(
        e.QuorumCounted(present=4, of=4, needed=2, waived=False),
        e.MeetingCalledToOrder(presiding="vice", at=at("10:00:00")),
    )


def test_presiding_officer_a_login_of_the_chair_that_is_no_officer_does_not_open() -> None:
    stranger = c.Actor(capacity=CHAIR.capacity, participant="secretary")
    given().when(c.CallToOrder(), by=stranger).refused("not-an-officer")


def test_the_procedure_names_every_rule() -> None:
    assert all(text.says and text.citation for text in PROCEDURE.rules.values())
