"""Counting votes, and what a count means (MAJORITY, TIE)."""

from collections.abc import Mapping

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.put import item_of
from hemicycle.rules.state.decisions import Ballot, Choice, Majority, Tally, Vote
from hemicycle.rules.terms import DelegationId
from hemicycle.rules.voters import represented


def carries(majority: Majority, tally: Tally) -> bool:
    """Whether the question is carried, of those present and voting: abstentions are no votes.

    Simple: more yes than no, so that an equal vote rejects. Two thirds: at least. No votes carry nothing;
    nor do invalid papers count.
    """
    if majority is Majority.TWO_THIRDS:
        return tally.yes > 0 and tally.yes * 3 >= (tally.yes + tally.no) * 2
    return tally.yes > tally.no


def is_tie(tally: Tally | None) -> bool:
    """Whether those who voted were equally divided."""
    return tally is not None and tally.yes == tally.no > 0


def of_ballots(meeting: Meeting, vote: Vote, ballots: Mapping[DelegationId, Ballot]) -> Tally:
    """The count of a vote by name; ``absent``: States whose vote nobody cast."""
    item = item_of(meeting, vote.question)
    cast = represented(meeting, frozenset(ballots), item) & frozenset(vote.entitled)
    return Tally(
        yes=_votes(ballots, Choice.YES),
        no=_votes(ballots, Choice.NO),
        abstentions=_votes(ballots, Choice.ABSTENTION),
        absent=max(vote.of - len(cast), 0),
    )


def _votes(ballots: Mapping[DelegationId, Ballot], choice: Choice) -> int:
    return sum(ballot.weight for ballot in ballots.values() if ballot.choice is choice)
