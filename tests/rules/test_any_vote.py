"""Whoever votes, in whatever order: what holds of every vote and every count."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.stage import DESK, Given, room
from tests.rules.voting_stage import HANDS, ROLL_CALL, tried

from hemicycle.rules import commands as c
from hemicycle.rules import roll_call, tallies
from hemicycle.rules.state.decisions import Choice, Majority, Tally, Vote, VoteMethod

FEWEST, MOST = 0, 200
VOTERS = ("pan", "ita", "fra", "ind", "eu")
MEMBERS = {"ita", "fra"}
SHARE = {Majority.SIMPLE: Fraction(1, 2), Majority.TWO_THIRDS: Fraction(2, 3)}
numbers = st.integers(FEWEST, MOST)
choices = st.sampled_from(Choice)
a_vote = st.tuples(st.sampled_from(VOTERS), choices, st.booleans())
counts = st.builds(Tally, yes=numbers, no=numbers, abstentions=numbers, invalid=numbers, absent=numbers)
OPENED = {method: tried().done(replace(HANDS, method=method)) for method in VoteMethod}


def carried(majority: Majority, tally: Tally) -> bool:
    """The naive oracle: the share of yes among yes and no."""
    voting = tally.yes + tally.no
    if voting == 0:
        return False
    share = Fraction(tally.yes, voting)
    return share > SHARE[majority] if majority is Majority.SIMPLE else share >= SHARE[majority]


@given(st.sampled_from(Majority), counts)
def test_majority_is_the_share_of_those_present_and_voting(majority: Majority, tally: Tally) -> None:
    assert tallies.carries(majority, tally) is carried(majority, tally)


@given(st.sampled_from(Majority), counts, numbers, numbers, numbers)
def test_majority_abstentions_invalid_papers_and_absence_decide_nothing(
    majority: Majority, tally: Tally, abstentions: int, invalid: int, absent: int
) -> None:
    other = replace(tally, abstentions=abstentions, invalid=invalid, absent=absent)
    assert tallies.carries(majority, tally) is tallies.carries(majority, other)


@given(counts)
def test_majority_two_thirds_is_more_than_a_simple_majority(tally: Tally) -> None:
    if tallies.carries(Majority.TWO_THIRDS, tally):
        assert tallies.carries(Majority.SIMPLE, tally)


@given(st.lists(a_vote, max_size=25))
@settings(max_examples=100)
def test_votes_the_tally_of_a_recorded_vote_is_that_of_its_ballots(
    attempts: list[tuple[str, Choice, bool]],
) -> None:
    voting = OPENED[VoteMethod.RECORDED]
    for who, choice, by_desk in attempts:
        voting = attempted(voting, who, choice, by_desk=by_desk)
    closes(voting)


@given(
    st.lists(st.tuples(choices, st.sampled_from(["vote", "vote", "absent", "stranger"])), max_size=25),
    st.integers(0, 9),
)
@settings(max_examples=100)
def test_votes_the_tally_of_a_roll_call_is_that_of_its_ballots(
    acts: list[tuple[Choice, str]], lot: int
) -> None:
    voting = tried().when(ROLL_CALL, lot=lot).accepted()
    for choice, act in acts:
        who = roll_call.called(voting.meeting)
        if act == "stranger":
            others = [d for d in VOTERS if d != who]
            voting = attempted(voting, others[lot % len(others)], choice, by_desk=False)
        elif who is not None:
            said = None if act == "absent" else choice
            voting = voting.done(c.RecordVote(delegation=who, choice=said), by=DESK)
    while (who := roll_call.called(voting.meeting)) is not None:
        voting = voting.done(c.RecordVote(delegation=who), by=DESK)
    closes(voting)


def attempted(voting: Given, who: str, choice: Choice, *, by_desk: bool) -> Given:
    """As it stands after somebody tried to vote; an attempt against the rules changes nothing."""
    command = c.RecordVote(delegation=who, choice=choice) if by_desk else c.CastVote(choice=choice)
    outcome = voting.when(command, by=DESK if by_desk else room(who))
    after = voting if outcome.refusal is not None else outcome.accepted()
    vote = after.meeting.vote
    assert vote is not None
    alone(vote)
    if outcome.refusal is None:
        assert vote.ballots[who].choice is choice
    return after


def alone(vote: Vote) -> None:
    """An organization never votes beside its members."""
    assert not ("eu" in vote.ballots and MEMBERS & set(vote.ballots))


def closes(voting: Given) -> None:
    """What the decision says is what was cast."""
    vote = voting.meeting.vote
    assert vote is not None
    alone(vote)
    decision = voting.done(c.CloseVote()).meeting.decisions[-1]
    tally = decision.tally
    assert tally is not None
    by_choice = {
        choice: sum(2 if d == "eu" else 1 for d, ballot in vote.ballots.items() if ballot.choice is choice)
        for choice in Choice
    }
    assert (tally.yes, tally.no, tally.abstentions) == tuple(by_choice[choice] for choice in Choice)
    assert tally.yes + tally.no + tally.abstentions + tally.absent == vote.of
    assert dict(decision.ballots) == {d: ballot.choice for d, ballot in vote.ballots.items()}
    assert decision.carried is carried(Majority.TWO_THIRDS, tally)


@given(numbers, numbers, numbers, numbers)
def test_votes_no_count_goes_beyond_the_votes_that_there_are(
    yes: int, no: int, abstentions: int, invalid: int
) -> None:
    count = c.EnterCount(yes=yes % 5, no=no % 5, abstentions=abstentions % 5, invalid=invalid % 5)
    outcome = OPENED[VoteMethod.SECRET_BALLOT].when(count, by=DESK)
    total = count.yes + count.no + count.abstentions + count.invalid
    if total > 4:
        outcome.refused("count-too-high", counted=total, most=4)
        return
    vote = outcome.accepted().meeting.vote
    assert vote is not None
    assert vote.count is not None
    assert vote.count.absent == 4 - total
    assert vote.ballots == {}
