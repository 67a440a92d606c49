"""MOTION_ORDER: motions made, taken up in their order, debated, withdrawn."""

from dataclasses import replace

import pytest
from tests.rules.motions_stage import (
    ADJOURN_DEBATE,
    AGAINST,
    CLOSE_DEBATE,
    FOR,
    SUSPEND,
    TAKE_UP,
    called,
    decided,
    session,
    speaking,
    taken_up,
)
from tests.rules.stage import (
    DESK,
    at,
    given,
    in_session,
    observer,
    online,
    room,
    seconds,
    under,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import debates, motions
from hemicycle.rules import events as e
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.motions import MotionKind, MotionState
from hemicycle.rules.terms import (
    EndedBy,
    Modality,
    RequestKind,
    RequestState,
)


def test_motion_order_a_state_moves_and_its_mover_waits_to_speak_first() -> None:
    moved = session().when(ADJOURN_DEBATE, by=room("fra"))
    made, mover = moved.events
    assert made == e.MotionMade(
        motion="m1", kind=MotionKind.ADJOURN_DEBATE, number=1, delegation="fra", item="3", at=at("10:00:00")
    )
    assert isinstance(mover, e.SpeakerInscribed)
    assert (mover.kind, mover.motion, mover.seconds) == (RequestKind.MOTION, "m1", 300)
    assert (mover.participant, mover.modality) == ("fra-room", Modality.IN_PERSON)


def test_motion_order_the_desk_moves_for_a_delegation_that_asked_by_flag() -> None:
    session().when(ADJOURN_DEBATE, by=DESK).refused("delegation-needed")
    session().when(replace(ADJOURN_DEBATE, delegation="atl"), by=DESK).refused(
        "unknown-delegation", delegation="atl"
    )
    moved = session().done(replace(ADJOURN_DEBATE, delegation="ind"), by=DESK)
    assert moved.meeting.motions["m1"].delegation == "ind"


def test_motion_order_only_by_those_who_may_move() -> None:
    session().when(ADJOURN_DEBATE, by=room("jpn")).refused("observers-may-not")
    session().when(ADJOURN_DEBATE, by=observer("fra")).refused("listen-only")
    session().when(replace(ADJOURN_DEBATE, delegation="eu"), by=DESK).refused("observers-may-not")


def test_motion_order_only_of_a_kind_that_the_body_knows_and_one_of_a_kind() -> None:
    in_session(under()).when(SUSPEND, by=room("fra")).refused("no-such-motion")
    session().done(SUSPEND, by=room("fra")).when(SUSPEND, by=room("ind")).refused(
        "motion-pending", motion="m1"
    )
    given(set_up=whole()).when(SUSPEND, by=room("fra")).refused("not-in-session", phase="scheduled")


def test_motion_order_the_first_of_the_rules_is_taken_up_first() -> None:
    both = session().done(CLOSE_DEBATE, by=room("fra")).done(SUSPEND, by=room("ind"))
    both.when(c.TakeUpMotion(motion="m1")).refused("motion-order", motion="m2")
    both.when(c.TakeUpMotion(motion="m9")).refused("unknown-motion", motion="m9")
    second = both.done(c.TakeUpMotion(motion="m2"))
    second.when(c.TakeUpMotion(motion="m1")).refused("motion-taken-up", motion="m2")
    rejected = decided(second, carried=False)
    rejected.when(c.TakeUpMotion(motion="m2")).refused("motion-over", motion="m2", state="rejected")
    assert rejected.done(c.TakeUpMotion(motion="m1")).meeting.motion is not None


def test_motion_order_some_go_before_all_proposals() -> None:
    waiting = session().done(CLOSE_DEBATE, by=room("fra"))
    with pytest.raises(Refused) as refusal:
        motions.first(waiting.meeting)
    assert refusal.value.code == "motions-first"
    motions.first(
        session().done(c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=60), by=room("fra")).meeting
    )


def test_motion_order_interrupts_the_speaker_who_has_the_time_left_once_it_is_rejected() -> None:
    moved = speaking().done(ADJOURN_DEBATE, by=room("fra"), clock="10:01:00")
    moved.when(TAKE_UP, clock="10:02:00").then(
        e.FloorInterrupted(grant=1, at=at("10:02:00")), e.MotionTakenUp(motion="m1", at=at("10:02:00"))
    )
    debated = moved.done(TAKE_UP, clock="10:02:00").given_the_floor("10:02:10")
    ended = debated.when(c.EndStatement(), clock="10:03:00")
    ended.then(e.StatementEnded(grant=2, by=EndedBy.CHAIR, at=at("10:03:00"), spoken_ms=50_000))
    ended.accepted().when(c.EndStatement()).refused("motion-taken-up", motion="m1")
    ended.accepted().when(c.PassOver()).refused("motion-taken-up", motion="m1")
    back = decided(ended.accepted(), carried=False, clock="10:04:00")
    grant = back.meeting.speaking
    assert grant is not None
    assert grant.left(at("10:04:00")) == seconds(180)
    assert back.meeting.motions["m1"].state is MotionState.REJECTED


def test_motion_order_is_not_taken_up_over_a_call_or_a_point_of_order() -> None:
    moved = session().asked(online("pan")).done(ADJOURN_DEBATE, by=room("fra"))
    moved.done(c.CallNext()).when(TAKE_UP).refused("speaker-called")
    point = moved.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind")).given_the_floor()
    point.when(TAKE_UP).refused("point-on-the-floor")


def test_motion_order_its_mover_speaks_first_then_for_and_against_in_turn() -> None:
    debate = taken_up().done(FOR, by=room("pan")).done(FOR, by=room("ita"))
    debate = debate.done(AGAINST, by=room("ind"))
    order = []
    while debate.when(c.CallNext()).refusal is None:
        debate = debate.done(c.CallNext())
        order.append(debate.meeting.requests[called(debate)].delegation)
        debate = debate.done(c.GiveFloor()).done(c.EndStatement())
    assert order == ["fra", "pan", "ind", "ita"]
    debate.when(c.CallNext()).refused("motion-to-be-decided", motion="m1")
    motion = debate.meeting.motions["m1"]
    assert (motion.heard_for, motion.heard_against, motion.mover_heard) == (2, 1, True)


def test_motion_order_the_whole_order_of_its_speakers_is_known_beforehand() -> None:
    debate = taken_up().done(FOR, by=room("pan")).done(FOR, by=room("ita")).done(AGAINST, by=room("ind"))
    motion = debate.meeting.motion
    assert motion is not None
    assert [r.delegation for r in debates.order(debate.meeting, motion)] == ["fra", "pan", "ind", "ita"]
    debate.when(c.CallSpeaker(request="r3")).refused("out-of-order", ahead=3)


def test_motion_order_a_mover_who_leaves_the_list_has_no_other_turn() -> None:
    debate = taken_up().done(c.WithdrawRequest(request="r1"), by=room("fra"))
    debate.when(FOR, by=room("fra")).refused("spoke-on-motion", under=RuleName.ADJOURN_DEBATE)


def test_motion_order_another_speaker_on_it_is_called_out_of_turn_only_with_a_reason() -> None:
    debate = taken_up().done(FOR, by=room("pan"))
    debate.when(c.CallSpeaker(request="r2")).refused("out-of-order", ahead=1)
    early = debate.done(c.CallSpeaker(request="r2", reason="the mover is on the way"))
    assert called(early) == "r2"
    passed = debate.done(c.CallNext()).done(c.PassOver())
    assert called(passed.done(c.CallNext())) == "r2"
    waits = session().done(ADJOURN_DEBATE, by=room("fra"))
    waits.when(c.CallSpeaker(request="r1")).refused("motion-not-taken-up", motion="m1")


def test_motion_order_so_many_speak_on_each_side_and_each_delegation_once() -> None:
    debate = taken_up().done(FOR, by=room("pan")).done(FOR, by=room("ita"))
    debate.when(FOR, by=room("ind")).refused(
        "motion-speakers-full", under=RuleName.ADJOURN_DEBATE, speakers=2
    )
    debate.when(AGAINST, by=room("pan")).refused("spoke-on-motion", under=RuleName.ADJOURN_DEBATE)
    debate.when(AGAINST, by=room("fra")).refused("spoke-on-motion", under=RuleName.ADJOURN_DEBATE)
    debate.when(AGAINST, by=room("jpn")).refused("observers-may-not")
    withdrawn = debate.done(c.WithdrawRequest(request="r2"), by=room("pan"))
    withdrawn.done(AGAINST, by=room("pan"))
    heard = debate.given_the_floor().done(c.EndStatement()).given_the_floor().done(c.EndStatement())
    heard.when(FOR, by=room("ind")).refused("motion-speakers-full", under=RuleName.ADJOURN_DEBATE, speakers=2)


def test_motion_order_close_debate_only_opponents_speak() -> None:
    taken_up(CLOSE_DEBATE).when(FOR, by=room("pan")).refused(
        "motion-speakers-full", under=RuleName.CLOSE_DEBATE, speakers=0
    )
    assert taken_up(CLOSE_DEBATE).when(AGAINST, by=room("pan")).events


def test_motion_order_a_speaker_names_one_that_is_open() -> None:
    session().when(FOR, by=room("pan")).refused("no-motion")
    session().when(replace(FOR, motion="m9"), by=room("pan")).refused("unknown-motion", motion="m9")
    waits = session().done(ADJOURN_DEBATE, by=room("fra"))
    assert waits.when(replace(FOR, motion="m1"), by=room("pan")).events
    over = decided(taken_up(), carried=False)
    over.when(replace(FOR, motion="m1"), by=room("pan")).refused("motion-over", motion="m1", state="rejected")


def test_motion_order_to_suspend_or_adjourn_is_not_debated() -> None:
    moved = session().when(SUSPEND, by=room("fra"))
    moved.then(
        e.MotionMade(
            motion="m1", kind=MotionKind.SUSPEND_MEETING, number=1, delegation="fra", at=at("10:00:00")
        )
    )
    up = moved.accepted().done(TAKE_UP)
    up.when(FOR, by=room("pan")).refused("motion-not-debated", under=RuleName.SUSPEND_MEETING)
    up.when(c.CallNext()).refused("motion-to-be-decided", motion="m1")


def test_motion_order_while_it_is_taken_up_the_list_waits() -> None:
    up = taken_up(before=session().asked(online("pan")))
    up.when(c.CallSpeaker(request="r1")).refused("motion-taken-up", motion="m1")
    up.when(c.CloseItem(item="3", confirmed=True)).refused("motion-taken-up", motion="m1")
    point = up.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind")).done(c.CallNext())
    assert point.meeting.requests["r3"].state is RequestState.CALLED


def test_motion_order_a_point_of_order_interrupts_who_speaks_on_it() -> None:
    debate = taken_up(before=speaking()).given_the_floor("10:03:00")
    point = debate.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind"))
    point = point.given_the_floor("10:04:00")
    assert [g.kind for g in point.meeting.floor] == [
        RequestKind.STATEMENT,
        RequestKind.MOTION,
        RequestKind.POINT_OF_ORDER,
    ]
    ruled = point.when(c.Rule(upheld=False), clock="10:05:00")
    assert ruled.events[-1] == e.FloorReturned(grant=2, at=at("10:05:00"), ends_at=at("10:09:00"))


def test_procedural_cap_its_speakers_have_five_minutes() -> None:
    debate = taken_up().given_the_floor("10:03:00")
    assert debate.meeting.speaking is not None
    assert debate.meeting.speaking.ends_at == at("10:08:00")
    short = in_session(whole(procedural_seconds=60)).done(ADJOURN_DEBATE, by=room("fra"))
    assert short.meeting.requests["r1"].seconds == 60


def test_motion_order_is_withdrawn_by_its_mover_between_two_speakers() -> None:
    waits = session().done(ADJOURN_DEBATE, by=room("fra")).done(replace(FOR, motion="m1"), by=room("pan"))
    after = waits.done(c.WithdrawMotion(motion="m1"), by=room("fra")).meeting
    assert after.motions["m1"].state is MotionState.WITHDRAWN
    assert {after.requests[r].state for r in ("r1", "r2")} == {RequestState.WITHDRAWN}
    waits.when(c.WithdrawMotion(motion="m1"), by=room("pan")).refused("not-allowed")
    waits.when(c.WithdrawMotion(motion="m2"), by=room("fra")).refused("unknown-motion", motion="m2")
    assert waits.done(c.WithdrawMotion(motion="m1"), by=DESK).meeting.motion is None


def test_motion_order_withdrawn_after_it_was_taken_up_returns_the_floor() -> None:
    up = speaking().done(ADJOURN_DEBATE, by=room("fra")).done(TAKE_UP, clock="10:02:00")
    heard = up.given_the_floor("10:02:00")
    heard.when(c.WithdrawMotion(motion="m1"), by=room("fra")).refused("floor-held")
    withdrawn = heard.done(c.EndStatement()).when(
        c.WithdrawMotion(motion="m1"), by=room("fra"), clock="10:04:00"
    )
    assert withdrawn.events[-1] == e.FloorReturned(grant=1, at=at("10:04:00"), ends_at=at("10:07:00"))


def test_motion_order_without_its_object_lapses_when_its_turn_comes() -> None:
    moved = session().done(ADJOURN_DEBATE, by=room("fra")).done(c.CloseItem(item="3", confirmed=True))
    moved.when(TAKE_UP).then(e.MotionLapsed(motion="m1", at=at("10:00:00")))
