"""VOTES, METHOD, MAJORITY, TIE: how a vote is opened, and what its count means."""

from dataclasses import replace

import pytest
from tests.rules.stage import CHAIR, DESK, Given, at, observer, online, room
from tests.rules.voting_stage import (
    HANDS,
    PROCEDURAL,
    RECORDED,
    ROLL_CALL,
    SECRET,
    VOTE,
    counted,
    decided,
    divided,
    tabled,
    tried,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.procedure import Tie
from hemicycle.rules.state.decisions import (
    Choice,
    DecidedBy,
    Majority,
    ProposalState,
    Question,
    QuestionKind,
    Tally,
    VoteMethod,
)
from hemicycle.rules.state.motions import MotionKind

QUESTION = Question(kind=QuestionKind.PROPOSAL, ref="p1")
ASK_ROLL_CALL = c.AskMethod(method=VoteMethod.ROLL_CALL, kind=QuestionKind.PROPOSAL, ref="p1")


def test_votes_one_is_opened_on_a_proposal_of_substance() -> None:
    tried().when(VOTE).then(
        e.VoteOpened(
            vote="v1",
            question=QUESTION,
            method=VoteMethod.SHOW_OF_HANDS,
            majority=Majority.TWO_THIRDS,
            present=4,
            of=4,
            entitled=("eu", "fra", "ind", "ita", "pan"),
            at=at("10:00:00"),
        )
    )


def test_majority_it_is_that_of_the_question() -> None:
    def majority(before: Given, command: c.OpenVote) -> Majority:
        vote = before.done(command).meeting.vote
        assert vote is not None
        return vote.majority

    assert majority(tabled(PROCEDURAL), VOTE) is Majority.SIMPLE
    assert (
        majority(divided("One", "Two"), c.OpenVote(kind=QuestionKind.PART, ref="p1/1")) is Majority.TWO_THIRDS
    )
    assert majority(tried(substance=Majority.SIMPLE), VOTE) is Majority.SIMPLE
    moved = tabled().done(c.Move(kind=MotionKind.SUSPEND_MEETING), by=room("ita"))
    motion = c.OpenVote(kind=QuestionKind.MOTION, ref="m1", confirmed=True)
    assert majority(moved.done(c.TakeUpMotion(motion="m1")), motion) is Majority.SIMPLE
    adopted = decided(tried().done(VOTE), 4, 0)
    again = adopted.done(c.Move(kind=MotionKind.RECONSIDER, proposal="p1"), by=room("ita"))
    assert majority(again.done(c.TakeUpMotion(motion="m1")), motion) is Majority.TWO_THIRDS


@pytest.mark.parametrize(
    "given_method, asked, taken",
    [
        (None, None, VoteMethod.SHOW_OF_HANDS),
        (None, VoteMethod.RECORDED, VoteMethod.RECORDED),
        (VoteMethod.SHOW_OF_HANDS, VoteMethod.ROLL_CALL, VoteMethod.ROLL_CALL),
        (VoteMethod.RECORDED, VoteMethod.ROLL_CALL, VoteMethod.RECORDED),
        (VoteMethod.SECRET_BALLOT, None, VoteMethod.SECRET_BALLOT),
    ],
)
def test_method_one_asked_for_prevails_over_hands(
    given_method: VoteMethod | None, asked: VoteMethod | None, taken: VoteMethod
) -> None:
    before = tried()
    if asked is not None:
        before = before.done(replace(ASK_ROLL_CALL, method=asked), by=room("ind"))
    vote = before.done(replace(VOTE, method=given_method)).meeting.vote
    assert vote is not None
    assert vote.method is taken


def test_method_a_secret_ballot_goes_before_it_where_the_body_says_so_alone() -> None:
    for asked in (VoteMethod.ROLL_CALL, VoteMethod.RECORDED):
        ask = replace(ASK_ROLL_CALL, method=asked)
        tried().done(ask, by=room("ind")).when(SECRET).refused("otherwise-asked")
        prevails = tried(secret_prevails=True).done(ask, by=room("ind")).done(SECRET).meeting.vote
        assert prevails is not None
        assert prevails.method is VoteMethod.SECRET_BALLOT


def test_method_it_is_asked_for_by_who_votes_and_once() -> None:
    tabled().when(ASK_ROLL_CALL, by=room("ita")).then(
        e.MethodAsked(question=QUESTION, method=VoteMethod.ROLL_CALL, delegation="ita", at=at("10:00:00"))
    )
    asked = tabled().done(ASK_ROLL_CALL, by=room("ita"))
    asked.when(ASK_ROLL_CALL, by=room("pan")).refused("method-asked")
    other = replace(ASK_ROLL_CALL, method=VoteMethod.RECORDED, delegation="pan")
    asked.when(other, by=DESK).accepted()
    asked.when(replace(other, delegation=None), by=DESK).refused("delegation-needed")
    for method in (VoteMethod.SHOW_OF_HANDS, VoteMethod.SECRET_BALLOT):
        asked.when(replace(other, method=method), by=room("pan")).refused("bad-method")
    asked.when(other, by=room("jpn")).refused("not-a-voter", delegation="jpn")
    asked.when(other, by=observer("pan")).refused("listen-only")
    tried().done(VOTE).when(other, by=room("pan")).refused("voting")


def test_method_one_asked_for_is_forgotten_with_the_decision() -> None:
    asked = tried().done(ASK_ROLL_CALL, by=room("ita"))
    closed = asked.done(c.AskConsensus(kind=VOTE.kind, ref="p1")).done(c.DeclareDecided())
    assert not closed.meeting.methods_asked
    assert not closed.meeting.tried


def test_votes_two_do_not_stand_beside_one_another() -> None:
    tried().done(VOTE).when(VOTE).refused("voting")


def test_votes_one_is_opened_when_the_floor_is_free() -> None:
    tried().asked(online("pan")).given_the_floor().when(VOTE).refused("floor-held")


def test_method_show_of_hands() -> None:
    voting = tried().done(HANDS)
    voting.when(c.CloseVote()).refused("no-count")
    voting.when(c.CastVote(choice=Choice.YES), by=room("pan")).refused("no-voting-by-name")
    voting.when(c.RecordVote(delegation="pan", choice=Choice.YES), by=DESK).refused("no-voting-by-name")
    tally = Tally(yes=2, no=1, abstentions=0, absent=1)
    outcome = voting.when(c.EnterCount(yes=2, no=1, abstentions=0), by=DESK)
    outcome.then(e.CountEntered(vote="v1", tally=tally, at=at("10:00:00")))
    again = outcome.accepted().done(c.EnterCount(yes=3, no=1, abstentions=0), by=CHAIR)
    decision = again.done(c.CloseVote()).meeting.decisions[0]
    assert decision.tally == Tally(yes=3, no=1, abstentions=0, absent=0)
    assert decision.ballots == {}


def test_votes_no_more_is_counted_than_those_present_can_cast() -> None:
    voting = tried().done(HANDS)
    four = c.EnterCount(yes=2, no=1, abstentions=1)
    voting.when(four, by=DESK).accepted()
    voting.when(four, by=DESK, present=frozenset({"pan", "ita", "fra", "jpn"})).refused(
        "count-too-high", counted=4, most=3
    )
    # The Union casts the votes of Italy and France, which are not there.
    voting.when(four, by=DESK, present=frozenset({"pan", "ind", "eu"})).accepted()
    voting.when(replace(four, abstentions=2), by=DESK).refused("count-too-high", counted=5, most=4)
    voting.when(replace(four, invalid=1), by=DESK).refused("count-too-high", counted=5, most=4)


def test_method_a_secret_ballot_is_the_tellers_totals() -> None:
    voting = tried().done(SECRET)
    voting.when(c.CastVote(choice=Choice.YES), by=room("pan")).refused("no-voting-by-name")
    decision = counted(voting, 2, 1, invalid=1).done(c.CloseVote()).meeting.decisions[0]
    assert decision.tally == Tally(yes=2, no=1, abstentions=0, invalid=1, absent=0)
    assert (decision.carried, decision.ballots) == (True, {})


def test_method_votes_by_name_are_not_counted_by_hand() -> None:
    for command in (RECORDED, ROLL_CALL):
        tried().done(command).when(c.EnterCount(yes=1, no=0, abstentions=0), by=DESK).refused(
            "voting-by-name"
        )


@pytest.mark.parametrize(
    "yes, no, abstentions, carried",
    [(2, 1, 1, True), (1, 0, 3, True), (3, 1, 0, True), (2, 2, 0, False), (0, 0, 4, False), (0, 1, 0, False)],
)
def test_majority_two_thirds_of_those_present_and_voting(
    yes: int,
    no: int,
    abstentions: int,
    carried: bool,  # noqa: FBT001 - a column
) -> None:
    meeting = decided(tried().done(HANDS), yes, no, abstentions).meeting
    assert meeting.decisions[0].carried is carried
    state = ProposalState.ADOPTED if carried else ProposalState.REJECTED
    assert meeting.proposals["p1"].state is state


@pytest.mark.parametrize("yes, no, carried", [(2, 1, True), (1, 1, False), (1, 2, False), (0, 0, False)])
def test_majority_more_yes_than_no_on_procedure(yes: int, no: int, carried: bool) -> None:  # noqa: FBT001 - a column
    assert decided(tabled(PROCEDURAL).done(HANDS), yes, no).meeting.decisions[0].carried is carried


def test_votes_a_decision_says_how_it_came_about() -> None:
    voting = tried().done(RECORDED).done(c.CastVote(choice=Choice.YES), by=room("pan"))
    decision = voting.when(c.CloseVote(), clock="10:05:00")
    decision.then(
        e.DecisionTaken(
            number=1,
            question=QUESTION,
            carried=True,
            by=DecidedBy.VOTE,
            at=at("10:05:00"),
            item="3",
            method=VoteMethod.RECORDED,
            majority=Majority.TWO_THIRDS,
            tally=Tally(yes=1, no=0, abstentions=0, absent=3),
            ballots={"pan": Choice.YES},
        )
    )


def test_tie_an_equal_vote_rejects() -> None:
    after = decided(tried().done(HANDS), 2, 2)
    assert after.meeting.proposals["p1"].state is ProposalState.REJECTED
    after.when(VOTE).refused("proposal-over", proposal="p1", state="rejected")


def test_tie_an_equal_vote_may_leave_room_for_a_second_one() -> None:
    tie = decided(tried(tie=Tie.SECOND_VOTE).done(HANDS), 2, 2)
    assert tie.meeting.proposals["p1"].state is ProposalState.TABLED
    assert not tie.meeting.decisions[0].carried
    adopted = decided(tie.done(HANDS), 3, 1).meeting
    assert adopted.proposals["p1"].state is ProposalState.ADOPTED
    assert adopted.tied == frozenset()
    rejected = decided(tie.done(HANDS), 2, 2).meeting
    assert rejected.proposals["p1"].state is ProposalState.REJECTED
    assert [d.number for d in rejected.decisions] == [1, 2]
    nobody = decided(tried(tie=Tie.SECOND_VOTE).done(HANDS), 0, 0, 4).meeting
    assert nobody.proposals["p1"].state is ProposalState.REJECTED


def test_vote_lock_a_vote_that_cannot_be_completed_changes_nothing() -> None:
    voting = tried().done(RECORDED).done(c.CastVote(choice=Choice.NO), by=room("pan"))
    voting.when(c.CancelVote(reason=" ")).refused("cancel-needs-reason")
    outcome = voting.when(c.CancelVote(reason="The system failed."))
    after = outcome.then(e.VoteCancelled(vote="v1", at=at("10:00:00"), reason="cmd"))
    assert (after.vote, after.decisions) == (None, ())
    again = outcome.accepted().done(VOTE).meeting.vote
    assert again is not None
    assert (again.id, again.ballots) == ("v2", {})


@pytest.mark.parametrize(
    "command, by",
    [
        (c.CastVote(choice=Choice.YES), room("pan")),
        (c.RecordVote(delegation="pan"), DESK),
        (c.EnterCount(yes=1, no=0, abstentions=0), DESK),
        (c.CloseVote(), CHAIR),
        (c.CancelVote(reason="By mistake."), CHAIR),
    ],
)
def test_vote_lock_no_vote_is_going_on(command: c.AnyCommand, by: c.Actor) -> None:
    tried().when(command, by=by).refused("no-vote")
