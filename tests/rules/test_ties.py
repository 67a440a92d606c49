"""TIE: an equal vote is taken once more where the body says so, in whatever meeting, however it came out."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.rules.stage import CHAIR, DESK, REGISTRY, STATES, Given, at, given, room
from tests.rules.voting_stage import ASK, HANDS, PROCEDURAL, VOTE, body, decided, tabled, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import fold
from hemicycle.rules.procedure import Tie
from hemicycle.rules.refusals import Refused
from hemicycle.rules.standing import standing_of
from hemicycle.rules.state.decisions import ProposalState, Question, QuestionKind, VoteMethod
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Source

P1 = Question(kind=QuestionKind.PROPOSAL, ref="p1")
TWICE = {"tie": Tie.SECOND_VOTE}
BODY = body(**TWICE)


def stamped(moment: datetime) -> c.Stamped:
    """The chair puts the proposal to the vote by hands, then."""
    return c.Stamped(
        command=HANDS, id="cmd", at=moment, actor=CHAIR, facts=c.Facts(present=STATES, source=Source.DESK)
    )


def next_meeting(former: Given, of: e.MeetingSetUp = BODY) -> Given:
    """The fourth meeting, in session on item 3, with what the third left."""
    over = former.done(c.AdjournMeeting(), clock="11:00:00")
    inherit = c.InheritStanding(standing=standing_of(over.meeting))
    bare = given(set_up=replace(of, meeting="em10-4", number=4)).done(inherit, by=REGISTRY)
    return bare.done(c.CallToOrder()).done(c.TakeUpItem(item="3"))


def state(given: Given) -> ProposalState:
    return given.meeting.proposals["p1"].state


def corrected(before: Given, decision: int, yes: int, no: int) -> Given:
    return before.done(
        c.CorrectDecision(decision=decision, carried=yes > no, yes=yes, no=no, reason="counted wrongly")
    )


def test_tie_the_second_vote_is_the_last_in_the_next_meeting_too() -> None:
    tied = decided(tried(**TWICE).done(HANDS), 2, 2)
    assert state(tied) is ProposalState.TABLED
    here = next_meeting(tied)
    again = decided(here.done(HANDS), 2, 2)
    assert state(again) is ProposalState.REJECTED
    assert P1 not in again.meeting.tied


def test_tie_the_next_meeting_does_not_ask_anew_for_consensus_and_keeps_the_method() -> None:
    ask = c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.PROPOSAL, ref="p1")
    objected = tabled(tie=Tie.SECOND_VOTE).done(c.AskConsensus(kind=QuestionKind.PROPOSAL, ref="p1"))
    left = objected.done(c.Object(), by=room("ind")).done(c.AbandonConsensus()).done(ask, by=room("ind"))
    here = next_meeting(left)
    assert here.meeting.tried == {P1: ("ind",)}
    vote = here.done(VOTE).meeting.vote
    assert vote is not None
    assert vote.method is VoteMethod.ROLL_CALL


def test_tie_questions_go_on_under_the_names_that_they_have_there() -> None:
    other = tried(**TWICE).done(replace(PROCEDURAL, item="2", symbol="L.9"), by=DESK)
    amended = other.done(c.TableAmendment(proposal="p2", text="Delete."), by=DESK)
    tied = decided(amended.done(c.OpenVote(kind=QuestionKind.AMENDMENT, ref="a1")), 2, 2)
    over = tied.done(c.AdjournMeeting())
    inherit = c.InheritStanding(standing=standing_of(over.meeting, ("2",)))
    here = given(set_up=replace(body(**TWICE), meeting="em10-4")).done(inherit, by=REGISTRY).meeting
    assert here.proposals["p1"].symbol == "L.9"
    assert here.tied == {Question(kind=QuestionKind.AMENDMENT, ref="a1")}
    assert P1 not in here.tried
    assert [d.question.ref for d in here.earlier] == ["a1"]


@pytest.mark.parametrize("yes, no, after", [(1, 3, "rejected"), (3, 1, "adopted")])
def test_tie_that_was_none_is_put_right_by_its_result(yes: int, no: int, after: str) -> None:
    tied = decided(tried(**TWICE).done(HANDS), 2, 2)
    right = corrected(tied, 1, yes, no)
    assert state(right) == after
    assert right.meeting.tied == frozenset()
    assert right.meeting.tried == {}


def test_tie_that_was_taken_for_a_result_is_voted_on_once_more() -> None:
    adopted = decided(tried(**TWICE).done(HANDS), 3, 1)
    tied = corrected(adopted, 1, 2, 2)
    assert state(tied) is ProposalState.TABLED
    assert state(decided(tied.done(HANDS), 2, 2)) is ProposalState.REJECTED


def test_tie_of_a_second_vote_rejects_when_it_is_put_right_too() -> None:
    second = decided(decided(tried(**TWICE).done(HANDS), 2, 2).done(HANDS), 3, 1)
    assert state(second) is ProposalState.ADOPTED
    assert state(corrected(second, 2, 2, 2)) is ProposalState.REJECTED


def test_tie_of_an_amendment_is_not_opened_again_once_the_proposal_is_decided() -> None:
    amended = tried(**TWICE).done(c.TableAmendment(proposal="p1", text="Delete."), by=DESK)
    adopted = decided(amended.done(c.OpenVote(kind=QuestionKind.AMENDMENT, ref="a1")), 3, 1)
    before = corrected(adopted, 1, 2, 2).meeting
    assert (before.amendments["a1"].state, before.proposals["p1"].amended) == (ProposalState.TABLED, False)
    whole = decided(adopted.done(HANDS), 4, 0)
    after = corrected(whole, 1, 2, 2).meeting
    assert (after.amendments["a1"].state, after.proposals["p1"].state) == (
        ProposalState.REJECTED,
        ProposalState.ADOPTED,
    )


def test_tie_of_a_part_is_open_again_too() -> None:
    divide = c.Move(kind=MotionKind.DIVIDE, proposal="p1", parts=("One", "Two"))
    moved = tried(**TWICE).done(divide, by=room("ind")).done(c.TakeUpMotion(motion="m1"))
    divided = decided(moved.done(c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True)), 4, 0)
    tied = decided(divided.done(c.OpenVote(kind=QuestionKind.PART, ref="p1/1")), 3, 1)
    assert tied.meeting.proposals["p1"].adopted_parts == (1,)
    assert corrected(tied, 2, 2, 2).meeting.proposals["p1"].adopted_parts == ()
    assert corrected(tied, 2, 0, 4).meeting.proposals["p1"].rejected_parts == (1,)


LATE = {"tie": Tie.SECOND_VOTE, "second_vote_hours": 48}
OF_THE_BODY = body(**LATE)


def test_tie_the_second_vote_comes_within_the_hours_of_the_body() -> None:
    tied = decided(tried(**{**LATE, "second_vote_hours": 1}).done(HANDS), 2, 2)
    assert tied.meeting.decisions[0].at == at("10:00:00")
    assert tied.done(HANDS, clock="11:00:00").meeting.vote is not None
    tied.when(HANDS, clock="11:00:00.001").refused("second-vote-late", hours=1)


def test_tie_the_hours_go_on_from_meeting_to_meeting() -> None:
    tied = decided(tried(**LATE).done(HANDS), 2, 2)
    here = next_meeting(tied, OF_THE_BODY).meeting
    first = tied.meeting.decisions[0].at
    assert isinstance(decide(here, stamped(first + timedelta(hours=48)))[-1], e.VoteOpened)
    with pytest.raises(Refused, match="more than 48 hours ago"):
        decide(here, stamped(first + timedelta(hours=49)))


def test_tie_what_is_late_for_a_vote_is_still_decided_by_consensus() -> None:
    tied = decided(tried(**LATE).done(HANDS), 2, 2)
    late = replace(stamped(tied.meeting.decisions[0].at + timedelta(days=3)), command=ASK)
    asked = fold(decide(tied.meeting, late), tied.meeting)
    adopted = fold(decide(asked, replace(late, command=c.DeclareDecided())), asked)
    assert adopted.proposals["p1"].state is ProposalState.ADOPTED


def test_tie_when_the_first_vote_was_is_not_known_from_every_log() -> None:
    tied = decided(tried(**LATE).done(HANDS), 2, 2).meeting
    unknown = replace(tied, decisions=())
    assert isinstance(decide(unknown, stamped(tied.decisions[0].at + timedelta(days=9)))[-1], e.VoteOpened)


def test_tie_a_first_vote_is_never_late() -> None:
    waits = tried(**LATE).meeting
    assert isinstance(decide(waits, stamped(at("10:00:00") + timedelta(days=9)))[-1], e.VoteOpened)


def test_tie_rejects_where_the_body_votes_once() -> None:
    adopted = decided(tried().done(HANDS), 4, 0)
    assert state(corrected(adopted, 1, 2, 2)) is ProposalState.REJECTED
    assert state(decided(tried().done(HANDS), 2, 2)) is ProposalState.REJECTED
