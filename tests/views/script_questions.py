"""Meetings in which the body is asked: to agree, or to vote."""

from tests.rules.stage import (
    DESK,
    Given,
    in_session,
    room,
)
from tests.rules.voting_stage import (
    ASK,
    P1,
    body,
    divided,
    tabled,
)

from hemicycle.rules import commands as c
from hemicycle.rules.state.decisions import QuestionKind


def asked(**changes: object) -> Given:
    return in_session(body(**changes)).done(P1, by=DESK).done(ASK)


ASK_AGENDA = c.AskConsensus(kind=QuestionKind.AGENDA)
ASK_PART = c.AskConsensus(kind=QuestionKind.PART, ref="p1/1")
ASK_AMENDMENT = c.AskConsensus(kind=QuestionKind.AMENDMENT, ref="a1")
VOTE_AGENDA = c.OpenVote(kind=QuestionKind.AGENDA)
VOTE_PART = c.OpenVote(kind=QuestionKind.PART, ref="p1/1")
VOTE_AMENDMENT = c.OpenVote(kind=QuestionKind.AMENDMENT, ref="a1")


def orally() -> Given:
    """The proposal p1 was amended orally."""
    return tabled().done(c.ReviseOrally(proposal="p1", text="Insert “again”."), by=DESK)


def in_parts() -> Given:
    return divided("Operative paragraph 1", "Operative paragraph 2")


def amended(symbol: str | None = None) -> Given:
    """There is an amendment a1 to the proposal p1."""
    return tabled().done(c.TableAmendment(proposal="p1", text="Delete “again”.", symbol=symbol), by=DESK)


def noted(meeting: Given) -> Given:
    """Italy's objection is recorded, and does not hinder the decision."""
    return meeting.done(c.Object(), by=room("ita")).done(c.DeclareDecided(noted=True))
