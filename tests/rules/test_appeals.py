"""APPEAL: against a ruling just made, voted on at once; an equal vote leaves the ruling standing."""

from dataclasses import replace

import pytest
from tests.rules.stage import CHAIR, DESK, Given, Outcome, at, in_session, online, room, seconds, under, whole

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.state.decisions import Majority, QuestionKind, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import HolderKind, RequestKind, RequestState

POINT = c.RequestFloor(kind=RequestKind.POINT_OF_ORDER)
APPEAL = c.Appeal()


def ruled(*, set_up: e.MeetingSetUp | None = None) -> Given:
    """Panama (r1) speaks from 10:00; France's point (r2) is ruled on at 10:03; Panama has 180 s left."""
    speaking = in_session(set_up or whole()).asked(online("pan")).given_the_floor("10:00:00")
    point = speaking.done(POINT, by=room("fra"), clock="10:01:50").given_the_floor("10:02:00")
    return point.done(c.Rule(upheld=False), clock="10:03:00")


def appealed(before: Given | None = None) -> Given:
    return (before or ruled()).done(APPEAL, by=room("ita"), clock="10:03:10")


def voted(yes: int, no: int, before: Given | None = None) -> Outcome:
    counted = (before or appealed()).done(c.EnterCount(yes=yes, no=no, abstentions=0), clock="10:04:00")
    return counted.when(c.CloseVote(), clock="10:04:10")


def test_appeal_interrupts_the_speaker_and_the_vote_is_opened_at_once() -> None:
    outcome = ruled().when(APPEAL, by=room("ita"), clock="10:03:10")
    stands, made, opened = outcome.events
    assert stands == e.FloorInterrupted(grant=1, at=at("10:03:10"))
    assert made == e.RulingAppealed(request="r2", delegation="ita", grant=3, at=at("10:03:10"))
    assert isinstance(opened, e.VoteOpened)
    assert (opened.question.kind, opened.question.ref) == (QuestionKind.APPEAL, "r2")
    assert (opened.method, opened.majority) == (VoteMethod.SHOW_OF_HANDS, Majority.SIMPLE)
    after = outcome.accepted().meeting
    assert [(g.kind, g.holder.ref) for g in after.floor] == [
        (RequestKind.STATEMENT, "pan"),
        (RequestKind.APPEAL, "ita"),
    ]
    assert deadlines(after) == ()


def test_appeal_a_majority_overrules_and_the_speaker_goes_on() -> None:
    outcome = voted(2, 1)
    decision, decided, returned = outcome.events
    assert isinstance(decision, e.DecisionTaken)
    assert decision.carried
    assert decided == e.AppealDecided(request="r2", overruled=True, grant=3, at=at("10:04:10"))
    assert returned == e.FloorReturned(grant=1, at=at("10:04:10"), ends_at=at("10:07:00"))
    after = outcome.accepted().meeting
    assert after.ruling is not None
    assert (after.ruling.upheld, after.ruling.overruled) == (True, True)
    assert after.speaking is not None
    assert after.speaking.left(at("10:04:10")) == seconds(170)


@pytest.mark.parametrize("yes, no", [(1, 2), (2, 2), (0, 0)])
def test_appeal_without_a_majority_the_ruling_stands(yes: int, no: int) -> None:
    outcome = voted(yes, no)
    assert e.AppealDecided(request="r2", overruled=False, grant=3, at=at("10:04:10")) in outcome.events
    after = outcome.accepted()
    assert after.meeting.ruling is not None
    assert after.meeting.ruling.upheld is False
    after.when(APPEAL, by=room("ind")).refused("ruling-appealed")


def test_appeal_only_by_those_who_may_raise_a_point_of_order() -> None:
    ruled().when(APPEAL, by=room("jpn")).refused("observers-may-not")
    ruled().when(APPEAL, by=DESK).refused("delegation-needed")
    by_flag = ruled().done(c.Appeal(delegation="ind"), by=DESK)
    assert by_flag.meeting.ruling is not None
    assert by_flag.meeting.ruling.appealed_by == "ind"


def test_appeal_only_right_after_the_ruling() -> None:
    in_session(whole()).when(APPEAL, by=room("ita")).refused("no-ruling")
    ended = ruled().done(c.EndStatement()).asked(online("ita"))
    assert ended.when(APPEAL, by=room("ita")).refusal is None
    ended.done(c.CallNext()).when(APPEAL, by=room("ita")).refused("no-ruling")
    podium = c.GiveFloorTo(kind=HolderKind.SECRETARIAT, participant="secretary")
    ended.done(podium).when(APPEAL, by=room("ita")).refused("no-ruling")
    asked = ended.done(c.AskConsensus(kind=QuestionKind.AGENDA))
    asked.done(c.DeclareDecided()).when(APPEAL, by=room("ita")).refused("no-ruling")


def test_appeal_waits_while_another_point_is_called() -> None:
    called = ruled().done(POINT, by=room("ind")).done(c.CallNext())
    called.when(APPEAL, by=room("ita")).refused("speaker-called")


def test_appeal_nothing_else_comes_to_the_floor_before_the_vote_is_over() -> None:
    waiting = appealed().done(POINT, by=room("ind"))
    waiting.when(c.CallNext()).refused("appeal-on-the-floor")
    waiting.when(c.EndStatement()).refused("voting")
    waiting.when(c.PauseSpeaking()).refused("appeal-on-the-floor")
    waiting.when(c.PassOver()).refused("voting")
    waiting.when(APPEAL, by=room("ind")).refused("voting")
    after = voted(0, 1, waiting).accepted()
    assert after.done(c.CallNext()).meeting.requests["r3"].state is RequestState.CALLED


def test_appeal_by_roll_call_where_somebody_asks_for_one() -> None:
    cancelled = appealed().done(c.CancelVote(reason="a roll call is asked for"))
    asked = cancelled.done(
        c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.APPEAL, ref="r2"), by=room("ind")
    )
    opened = asked.done(c.OpenVote(kind=QuestionKind.APPEAL, ref="r2"))
    assert opened.meeting.vote is not None
    assert opened.meeting.vote.method is VoteMethod.ROLL_CALL


def test_appeal_that_is_not_maintained_leaves_the_ruling() -> None:
    cancelled = appealed().done(c.CancelVote(reason="the appeal is not maintained"))
    cancelled.when(c.EndStatement(), by=room("ind")).refused("not-your-statement")
    cancelled.when(c.EndStatement(), by=CHAIR).refused("appeal-on-the-floor")
    for who in (DESK, room("ita")):
        cancelled.when(c.EndStatement(), by=who, clock="10:05:00").then(
            e.AppealDecided(request="r2", overruled=False, grant=3, at=at("10:05:00")),
            e.FloorReturned(grant=1, at=at("10:05:00"), ends_at=at("10:07:50")),
        )


def test_appeal_needs_a_body_that_votes_and_a_quorum() -> None:
    ruled(set_up=under()).when(APPEAL, by=room("ita")).refused("no-decisions")
    ruled().when(APPEAL, by=room("ita"), present=frozenset({"ita"})).refused(
        "no-decide-quorum", present=1, of=4, needed=3
    )


def test_appeal_on_a_free_floor_leaves_it_free() -> None:
    point = in_session(whole()).done(POINT, by=room("fra")).given_the_floor().done(c.Rule(upheld=True))
    after = voted(3, 0, appealed(point)).accepted().meeting
    assert after.floor == ()
    assert after.ruling is not None
    assert (after.ruling.upheld, after.ruling.overruled) == (False, True)


def test_appeal_the_four_levels_of_the_floor_together() -> None:
    move = c.RequestFloor(kind=RequestKind.AGAINST_MOTION)
    speaking = in_session(whole()).asked(online("pan")).given_the_floor("10:00:00")
    moved = speaking.done(c.Move(kind=MotionKind.CLOSE_DEBATE), by=room("fra"), clock="10:01:00")
    debated = moved.done(c.TakeUpMotion(motion="m1"), clock="10:01:00").done(move, by=room("ind"))
    heard = debated.given_the_floor("10:02:00").done(POINT, by=room("ita"))
    point = heard.given_the_floor("10:03:00").done(c.Rule(upheld=True), clock="10:04:00")
    stack = appealed(point).meeting.floor
    assert [g.kind for g in stack] == [RequestKind.STATEMENT, RequestKind.MOTION, RequestKind.APPEAL]
    assert [g.interrupted_at is None for g in stack] == [False, False, True]
    after = voted(0, 3, appealed(point)).accepted().meeting
    assert [g.interrupted_at is None for g in after.floor] == [False, True]
    assert replace(after.floor[0], interrupted_at=None).ends_at == at("10:05:00")
