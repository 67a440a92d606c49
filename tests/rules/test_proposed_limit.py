"""TIME_LIMIT: the chair proposes a limit; without objection it is in force, else it goes a motion's way."""

from dataclasses import replace

import pytest
from tests.rules.motions_stage import AGAINST, FOR, session
from tests.rules.stage import CHAIR, DESK, VICE_CHAIR, Given, at, in_session, room, whole
from tests.rules.voting_stage import ASK, P1, counted

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import AnyCommand
from hemicycle.rules.procedure import RuleName
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import DecidedBy, Question, QuestionKind
from hemicycle.rules.state.motions import MotionKind, MotionState

PROPOSE = c.ProposeLimit(seconds=180)
QUESTION = Question(kind=QuestionKind.MOTION, ref="m1")
VOTE = c.OpenVote(kind=QuestionKind.MOTION, ref="m1")
CONFIRMED = replace(VOTE, confirmed=True)
LIMIT = Limit(seconds=180)


def opened(objector: str = "ita") -> Given:
    """The chair has proposed three minutes; one objects, and the question is left open."""
    return session().done(PROPOSE).done(c.Object(), by=room(objector)).done(c.AbandonConsensus())


def test_time_limit_the_chair_proposes_and_the_body_is_asked_at_once() -> None:
    session().when(PROPOSE).then(
        e.MotionMade(
            motion="m1",
            kind=MotionKind.LIMIT_STATEMENTS,
            number=1,
            at=at("10:00:00"),
            item="3",
            limit=LIMIT,
            proposed_by="chair",
        ),
        e.MotionTakenUp(motion="m1", at=at("10:00:00")),
        e.ConsensusAsked(question=QUESTION, at=at("10:00:00")),
    )


def test_time_limit_without_objection_it_is_in_force_for_those_who_wait_too() -> None:
    waits = session().asked(room("pan")).done(replace(PROPOSE, statements=2))
    after = waits.when(c.DeclareDecided(), clock="10:01:00").then(
        e.DecisionTaken(
            number=1, question=QUESTION, carried=True, by=DecidedBy.CONSENSUS, at=at("10:01:00"), item="3"
        ),
        e.MotionDecided(motion="m1", carried=True, at=at("10:01:00")),
        e.StatementsLimited(item="3", limit=replace(LIMIT, statements=2), at=at("10:01:00")),
    )
    assert after.requests["r1"].seconds == 180
    assert (after.motions["m1"].state, after.motions["m1"].proposed_by) == (MotionState.CARRIED, "chair")


def test_time_limit_of_another_item_and_by_whoever_presides() -> None:
    presides = session().done(c.HandOverChair(to="vice"))
    presides.when(PROPOSE).refused("not-presiding")
    made = presides.when(replace(PROPOSE, item="4", group_seconds=300), by=VICE_CHAIR).events[0]
    assert isinstance(made, e.MotionMade)
    assert (made.item, made.proposed_by, made.limit) == ("4", "vice", Limit(seconds=180, group_seconds=300))
    assert made.delegation is None


def test_time_limit_with_an_objection_two_speak_on_each_side_and_the_body_votes() -> None:
    heard = opened().done(AGAINST, by=room("ita")).done(FOR, by=room("pan"))
    for _ in range(2):
        heard.when(VOTE).refused("limit-debated", speakers_for=2, speakers_against=2)
        heard = heard.done(c.CallNext()).done(c.GiveFloor()).done(c.EndStatement())
    motion = heard.meeting.motions["m1"]
    assert (motion.heard_for, motion.heard_against) == (1, 1)
    lost = counted(heard.done(VOTE), 1, 3).done(c.CloseVote()).meeting
    assert (lost.motions["m1"].state, lost.limits) == (MotionState.REJECTED, {})
    won = counted(heard.done(VOTE), 3, 1).done(c.CloseVote()).meeting
    assert (won.motions["m1"].state, won.limits) == (MotionState.CARRIED, {"3": LIMIT})
    assert won.decisions[0].objections == ("ita",)


@pytest.mark.parametrize("command", [c.DeclareDecided(), c.DeclareDecided(noted=True), VOTE, CONFIRMED])
def test_time_limit_after_an_objection_the_chairs_own_limit_is_debated_first(command: AnyCommand) -> None:
    objected = session().done(PROPOSE).done(c.Object(), by=room("ita"))
    objected.when(command).refused("limit-debated", speakers_for=2, speakers_against=2)


def test_time_limit_the_debate_is_not_passed_by_when_the_question_is_left_open() -> None:
    opened().when(CONFIRMED).refused("limit-debated", speakers_for=2, speakers_against=2)
    spoken = opened().done(FOR, by=room("pan")).done(c.CallNext()).done(c.GiveFloor()).done(c.EndStatement())
    waits = spoken.done(AGAINST, by=room("ita"))
    waits.when(CONFIRMED).refused("limit-debated", speakers_for=2, speakers_against=2)
    gone = waits.done(c.CallNext()).done(c.PassOver())
    assert gone.done(VOTE).meeting.vote is not None


@pytest.mark.parametrize("steps", [(), (c.AbandonConsensus(),)], ids=["asked", "left open"])
def test_time_limit_a_debate_that_is_cut_short_is_a_departure_on_record(
    steps: tuple[AnyCommand, ...],
) -> None:
    before = session().done(PROPOSE).done(c.Object(), by=room("ita"))
    for step in steps:
        before = before.done(step)
    before.when(replace(VOTE, reason=" ")).refused("limit-debated", speakers_for=2, speakers_against=2)
    *_, voting = before.when(replace(VOTE, reason="the interpreters leave")).events
    assert isinstance(voting, e.VoteOpened)
    assert (voting.question, voting.reason) == (QUESTION, "cmd")


def test_time_limit_a_limit_of_a_state_goes_to_the_vote_as_every_motion() -> None:
    moved = session().done(c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=180), by=room("fra"))
    up = moved.done(c.TakeUpMotion(motion="m1"))
    up.when(VOTE).refused("motion-speakers-wait", under=RuleName.TIME_LIMIT, motion="m1", speakers=1)
    vote = up.when(CONFIRMED).events[-1]
    assert isinstance(vote, e.VoteOpened)
    assert vote.reason is None


def test_time_limit_where_nobody_speaks_on_such_a_motion_there_is_no_debate_to_cut() -> None:
    bare = whole()
    rules = tuple(
        replace(r, speakers_for=0, speakers_against=0) if r.kind is MotionKind.LIMIT_STATEMENTS else r
        for r in bare.procedure.motions
    )
    asked = in_session(replace(bare, procedure=replace(bare.procedure, motions=rules))).done(PROPOSE)
    objected = asked.done(c.Object(), by=room("ita"))
    assert objected.done(VOTE).meeting.vote is not None
    assert objected.done(c.DeclareDecided(noted=True)).meeting.limits == {"3": LIMIT}


def test_time_limit_two_at_most_speak_on_each_side() -> None:
    full = opened().done(AGAINST, by=room("ita")).done(AGAINST, by=room("fra"))
    full.when(AGAINST, by=room("ind")).refused("motion-speakers-full", under=RuleName.TIME_LIMIT, speakers=2)


def test_time_limit_nobody_asks_to_speak_while_the_question_is_put() -> None:
    session().done(PROPOSE).when(FOR, by=room("pan")).refused("question-put")


def test_time_limit_the_podium_takes_the_proposal_back_and_no_delegate_does() -> None:
    back = c.WithdrawMotion(motion="m1")
    session().done(PROPOSE).when(back).refused("question-put")
    opened().when(back, by=room("ita")).refused("not-allowed")
    for who in (CHAIR, DESK):
        opened().when(back, by=who).then(e.MotionWithdrawn(motion="m1", at=at("10:00:00")))


@pytest.mark.parametrize(
    "command",
    [c.ProposeLimit(), c.ProposeLimit(seconds=0), c.ProposeLimit(seconds=60, statements=0)],
)
def test_time_limit_a_proposal_says_what_it_limits(command: c.ProposeLimit) -> None:
    session().when(command).refused("nothing-limited")


def test_time_limit_is_not_proposed_while_something_else_is_before_the_body() -> None:
    speaks = session().asked(room("pan"))
    speaks.done(c.CallNext()).when(PROPOSE).refused("speaker-called")
    speaks.given_the_floor().when(PROPOSE).refused("floor-held")
    voting = session().done(P1, by=DESK).done(ASK)
    voting.when(PROPOSE).refused("question-put")
    put = c.OpenVote(kind=QuestionKind.PROPOSAL, ref="p1")
    voting.done(c.AbandonConsensus()).done(put).when(PROPOSE).refused("voting")
    opened().when(PROPOSE).refused("motion-taken-up", motion="m1")


def test_time_limit_what_a_state_has_moved_goes_first() -> None:
    limits = c.Move(kind=MotionKind.LIMIT_STATEMENTS, seconds=120)
    session().done(limits, by=room("fra")).when(PROPOSE).refused("motion-pending", motion="m1")
    suspends = c.Move(kind=MotionKind.SUSPEND_MEETING)
    session().done(suspends, by=room("fra")).when(PROPOSE).refused("motions-first", motion="m1")


def test_time_limit_needs_an_item_a_quorum_and_a_body_that_sets_limits() -> None:
    session().when(replace(PROPOSE, item="99")).refused("unknown-item", item="99")
    session().done(c.CloseItem(item="3")).when(replace(PROPOSE, item="3")).refused("item-closed", item="3")
    session().when(PROPOSE, present=frozenset({"pan"})).refused("no-decide-quorum", present=1, of=4, needed=3)
    bare = whole()
    without = tuple(r for r in bare.procedure.motions if r.kind is not MotionKind.LIMIT_STATEMENTS)
    strict = replace(bare, procedure=replace(bare.procedure, motions=without))
    in_session(strict).when(PROPOSE).refused("no-such-motion")


def test_motion_order_the_vote_waits_for_those_who_asked_to_speak_unless_it_is_confirmed() -> None:
    moved = session().done(c.Move(kind=MotionKind.ADJOURN_DEBATE), by=room("fra"))
    up = moved.done(c.TakeUpMotion(motion="m1")).done(AGAINST, by=room("ita"))
    up.when(VOTE).refused("motion-speakers-wait", under=RuleName.ADJOURN_DEBATE, motion="m1", speakers=2)
    assert up.done(replace(VOTE, confirmed=True)).meeting.vote is not None
    mover = up.done(c.CallNext()).done(c.GiveFloor()).done(c.EndStatement())
    mover.when(VOTE).refused("motion-speakers-wait", under=RuleName.ADJOURN_DEBATE, motion="m1", speakers=1)
    absent = mover.done(c.CallNext()).done(c.PassOver())
    assert absent.done(VOTE).meeting.vote is not None
