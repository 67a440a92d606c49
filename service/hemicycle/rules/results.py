"""What follows when the body has decided: the decision on record, and its effects (MAJORITY, DIVISION).

The effects of motions and appeals are their own subjects'; those on proposals, parts and amendments stand in
``settled``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from hemicycle.rules import appeals, conditions, motions, put, roll_call, settled, stack, tallies
from hemicycle.rules.commands import Stamped
from hemicycle.rules.events import AgendaAdopted, DecisionTaken, Event
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import (
    Choice,
    DecidedBy,
    Decision,
    Majority,
    Question,
    QuestionKind,
    Tally,
    Vote,
    VoteMethod,
)
from hemicycle.rules.terms import DelegationId
from hemicycle.rules.votes import BY_NAME, running


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the body answered a question; ``tally`` and the fields beside it: of a vote."""

    question: Question
    carried: bool
    by: DecidedBy
    method: VoteMethod | None = None
    majority: Majority | None = None
    tally: Tally | None = None
    ballots: Mapping[DelegationId, Choice] = field(default_factory=dict)
    objections: tuple[DelegationId, ...] = ()


def close_vote(meeting: Meeting, stamped: Stamped) -> list[Event]:
    """Voting ends and the result is declared: the decision, then its effects.

    Refuses ``no-vote``, ``speaker-called`` and ``point-on-the-floor`` while a point of order on its conduct
    is heard, ``no-count`` before hands or papers are counted, ``still-to-call`` in a roll call.
    """
    conditions.presiding(meeting, stamped.actor)
    vote = running(meeting)
    stack.no_point(meeting)
    tally = _counted(meeting, vote)
    outcome = Outcome(
        question=vote.question,
        carried=tallies.carries(vote.majority, tally),
        by=DecidedBy.VOTE,
        method=vote.method,
        majority=vote.majority,
        tally=tally,
        ballots={d: ballot.choice for d, ballot in vote.ballots.items()},
        objections=meeting.tried.get(vote.question, ()),
    )
    return following(meeting, outcome, stamped.at)


def following(meeting: Meeting, outcome: Outcome, at: datetime) -> list[Event]:
    """The decision and all that follows from it, in order. Takes the meeting before it."""
    taken = _taken(meeting, outcome, at, len(meeting.decisions) + 1)
    question, carried = outcome.question, outcome.carried
    match question.kind:
        case QuestionKind.MOTION:
            return [taken, *motions.outcome(meeting, question.ref, carried=carried, at=at)]
        case QuestionKind.APPEAL:
            return [taken, *appeals.outcome(meeting, overruled=carried, at=at)]
        case QuestionKind.AGENDA if carried:
            return [taken, AgendaAdopted(at=at)]
        case QuestionKind.PART if not carried:
            return [taken, *_whole_rejected(on_decision_taken(meeting, taken), outcome, at)]
        case _:
            return [taken]


def _counted(meeting: Meeting, vote: Vote) -> Tally:
    if vote.method not in BY_NAME:
        if vote.count is None:
            raise Refused("no-count")
        return vote.count
    called = roll_call.called(meeting)
    if called is not None:
        raise Refused("still-to-call", called=called)
    return tallies.of_ballots(meeting, vote, vote.ballots)


def _taken(meeting: Meeting, outcome: Outcome, at: datetime, number: int) -> DecisionTaken:
    question = outcome.question
    orally = question.kind is QuestionKind.PROPOSAL and bool(meeting.proposals[question.ref].oral)
    return DecisionTaken(
        number=number,
        question=question,
        carried=outcome.carried,
        by=outcome.by,
        at=at,
        item=put.item_of(meeting, question),
        method=outcome.method,
        majority=outcome.majority,
        tally=outcome.tally,
        ballots=outcome.ballots,
        objections=outcome.objections,
        as_orally_amended=orally and outcome.carried,
    )


def _whole_rejected(after: Meeting, outcome: Outcome, at: datetime) -> list[Event]:
    """DIVISION: when all parts have been rejected, so has the proposal as a whole."""
    proposal = after.proposals[put.proposal_of(outcome.question)]
    if put.undecided_parts(proposal) or proposal.adopted_parts:
        return []
    whole = Outcome(
        question=Question(kind=QuestionKind.PROPOSAL, ref=proposal.id), carried=False, by=outcome.by
    )
    return [_taken(after, whole, at, len(after.decisions) + 1)]


def on_decision_taken(meeting: Meeting, event: DecisionTaken) -> Meeting:
    """On record, with its result; an equal vote may leave the question open for a second one (TIE).

    The debate has gone on: no ruling made before may be appealed against any more (APPEAL).
    """
    question, vote, asked = event.question, meeting.vote, meeting.consensus
    decision = _on_record(meeting, event)
    changed = replace(
        meeting,
        decisions=(*meeting.decisions, decision),
        vote=None if vote is not None and vote.question == question else vote,
        consensus=None if asked is not None and asked.question == question else asked,
        ruling=meeting.ruling if question.kind is QuestionKind.APPEAL else None,
    )
    return settled.settled(changed, decision)


def _on_record(meeting: Meeting, event: DecisionTaken) -> Decision:
    return Decision(
        number=event.number,
        question=event.question,
        carried=event.carried,
        by=event.by,
        at=event.at,
        item=event.item,
        method=event.method,
        majority=event.majority,
        tally=event.tally,
        ballots=event.ballots,
        objections=event.objections,
        as_orally_amended=event.as_orally_amended,
        second=event.question in meeting.tied,
    )


def on_agenda_adopted(meeting: Meeting) -> Meeting:
    """The agenda stands."""
    return replace(meeting, agenda_adopted=True)
