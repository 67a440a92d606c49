"""DIVISION and RECONSIDER: a proposal decided in parts, and one that is considered again."""

import pytest
from tests.rules.stage import room
from tests.rules.voting_stage import VOTE, counted, decided, divided, tabled, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.state.decisions import ProposalState, Question, QuestionKind
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Phase

QUESTION = Question(kind=QuestionKind.PROPOSAL, ref="p1")


def part(number: int) -> c.OpenVote:
    return c.OpenVote(kind=QuestionKind.PART, ref=f"p1/{number}")


def test_division_parts_are_decided_then_the_whole() -> None:
    before = divided("Paragraph 1", "Paragraph 2")
    before.when(VOTE).refused("parts-first", part="p1/1")
    one = decided(before.done(part(1)), 4, 0)
    one.when(VOTE).refused("parts-first", part="p1/2")
    both = decided(one.done(part(2)), 0, 4)
    assert both.meeting.proposals["p1"].adopted_parts == (1,)
    assert both.meeting.proposals["p1"].rejected_parts == (2,)
    assert decided(both.done(VOTE), 4, 0).meeting.proposals["p1"].state is ProposalState.ADOPTED


def test_division_parts_may_be_put_in_any_order_and_once() -> None:
    second = decided(divided("One", "Two").done(part(2)), 4, 0)
    second.when(part(2)).refused("part-decided", part="p1/2")
    second.when(c.OpenVote(kind=QuestionKind.PART, ref="p1/02")).refused("part-decided", part="p1/2")
    second.when(part(1)).accepted()


@pytest.mark.parametrize("ref", ["p1/0", "p1/3", "p1/", "p1", "p1/x", "p1/\u00b2"])
def test_division_there_is_no_such_part(ref: str) -> None:
    divided("One", "Two").when(c.OpenVote(kind=QuestionKind.PART, ref=ref)).refused("unknown-part", part=ref)


def test_division_when_all_parts_are_rejected_so_is_the_whole() -> None:
    one = decided(divided("One", "Two").done(part(1)), 0, 4)
    assert one.meeting.proposals["p1"].state is ProposalState.TABLED
    last, whole = counted(one.done(part(2)), 0, 4).when(c.CloseVote()).events
    assert isinstance(last, e.DecisionTaken)
    assert isinstance(whole, e.DecisionTaken)
    assert (last.number, last.question.ref) == (2, "p1/2")
    assert (whole.number, whole.question, whole.carried, whole.tally) == (3, QUESTION, False, None)
    after = decided(one.done(part(2)), 0, 4)
    assert after.meeting.proposals["p1"].state is ProposalState.REJECTED


def test_division_a_proposal_is_divided_by_a_motion() -> None:
    move = c.Move(kind=MotionKind.DIVIDE, proposal="p1", parts=("One", "Two"))
    moved = tried().done(move, by=room("ita")).done(c.TakeUpMotion(motion="m1"))
    carried = decided(moved.done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True)), 3, 1)
    assert carried.meeting.proposals["p1"].parts == ("One", "Two")
    carried.when(VOTE).refused("parts-first", part="p1/1")


def test_reconsider_what_was_decided_is_considered_again_by_two_thirds() -> None:
    adopted = decided(tried().done(VOTE), 4, 0)
    move = c.Move(kind=MotionKind.RECONSIDER, proposal="p1")
    moved = adopted.done(move, by=room("ita")).done(c.TakeUpMotion(motion="m1"))
    put = moved.done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True))
    assert decided(put, 2, 2).meeting.proposals["p1"].state is ProposalState.ADOPTED
    again = decided(put, 3, 1)
    assert again.meeting.proposals["p1"].state is ProposalState.TABLED
    again.when(VOTE).refused("consensus-first")


def test_motion_order_a_motion_rejected_has_no_effect() -> None:
    moved = tabled().done(c.Move(kind=MotionKind.SUSPEND_MEETING), by=room("ita"))
    put = moved.done(c.TakeUpMotion(motion="m1")).done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1"))
    assert decided(put, 2, 2).meeting.phase is Phase.IN_SESSION
    assert decided(put, 2, 1).meeting.phase is Phase.SUSPENDED
