"""What becomes of a proposal, a part or an amendment by a decision on it (MAJORITY, TIE, DIVISION).

The same when the decision is taken and when it is put right later (CORRECTION).
"""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import put, tallies
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Tie
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Decision, Proposal, ProposalState, Question, QuestionKind
from hemicycle.rules.terms import AmendmentId, ProposalId

_TWICE = frozenset({QuestionKind.PROPOSAL, QuestionKind.PART, QuestionKind.AMENDMENT})


def settled(meeting: Meeting, decision: Decision) -> Meeting:
    """After this decision, the last on its question: adopted, rejected, or open for a second vote (TIE)."""
    question = decision.question
    if _again(meeting, decision):
        return replace(
            _with_state(meeting, question, ProposalState.TABLED),
            tied=meeting.tied | {question},
            tried={**meeting.tried, question: meeting.tried.get(question, decision.objections)},
        )
    closed = replace(
        meeting,
        tied=meeting.tied - {question},
        tried={q: who for q, who in meeting.tried.items() if q != question},
        methods_asked={q: how for q, how in meeting.methods_asked.items() if q != question},
    )
    return _with_state(closed, question, _result(decision))


def second_in_time(meeting: Meeting, question: Question, at: datetime) -> None:
    """Refuse ``second-vote-late``: the votes were equal longer ago than the body lets pass (TIE).

    Counted from when the first result was declared, here or in an earlier meeting. Where that decision is not
    known, of a log handed on before decisions were, the time between is not either, and nothing is refused.
    """
    rules = None if meeting.procedure is None else meeting.procedure.decisions
    if rules is None or rules.second_vote_hours is None or question not in meeting.tied:
        return
    hours = rules.second_vote_hours
    first = [d.at for d in (*meeting.earlier, *meeting.decisions) if d.question == question]
    if first and at - first[-1] > timedelta(hours=hours):
        raise Refused("second-vote-late", hours=hours)


def stands(meeting: Meeting, decision: Decision) -> bool:
    """Whether what was decided on is still as this decision left it; not once it was opened again."""
    state = _state(meeting, decision.question)
    if state is ProposalState.TABLED:
        return decision.question in meeting.tied and tallies.is_tie(decision.tally)
    return state is _result(decision)


def _again(meeting: Meeting, decision: Decision) -> bool:
    """TIE: whether votes were equally divided for the first time, in a body that then votes again.

    Not on a part or an amendment of a proposal on which the body has decided meanwhile.
    """
    rules = None if meeting.procedure is None else meeting.procedure.decisions
    if rules is None or rules.tie is not Tie.SECOND_VOTE or decision.second:
        return False
    question = decision.question
    if question.kind not in _TWICE or not tallies.is_tie(decision.tally):
        return False
    amendment = meeting.amendments.get(question.ref)
    of = put.proposal_of(question) if amendment is None else amendment.proposal
    proposal = meeting.proposals.get(of)
    whole = question.kind is QuestionKind.PROPOSAL
    return whole or (proposal is not None and proposal.state is ProposalState.TABLED)


def _result(decision: Decision) -> ProposalState:
    return ProposalState.ADOPTED if decision.carried else ProposalState.REJECTED


def _state(meeting: Meeting, question: Question) -> ProposalState | None:
    match question.kind:
        case QuestionKind.AMENDMENT:
            amendment = meeting.amendments.get(question.ref)
            return None if amendment is None else amendment.state
        case QuestionKind.PROPOSAL | QuestionKind.PART:
            proposal = meeting.proposals.get(put.proposal_of(question))
            if proposal is None or question.kind is QuestionKind.PROPOSAL:
                return None if proposal is None else proposal.state
            number = put.part_of(question)
            if number in proposal.adopted_parts:
                return ProposalState.ADOPTED
            return ProposalState.REJECTED if number in proposal.rejected_parts else ProposalState.TABLED
        case _:
            return None


def _with_state(meeting: Meeting, question: Question, state: ProposalState) -> Meeting:
    match question.kind:
        case QuestionKind.PROPOSAL:
            return _with_proposal(meeting, question.ref, state=state)
        case QuestionKind.PART:
            return _with_part(meeting, question, state)
        case QuestionKind.AMENDMENT:
            return _with_amendment(meeting, question.ref, state)
        case _:
            return meeting


def _with_proposal(meeting: Meeting, key: ProposalId, **changes: object) -> Meeting:
    proposal = meeting.proposals.get(key)
    if proposal is None:
        return meeting
    changed: Proposal = replace(proposal, **changes)  # type: ignore[arg-type]  # fields of Proposal
    return replace(meeting, proposals={**meeting.proposals, key: changed})


def _with_part(meeting: Meeting, question: Question, state: ProposalState) -> Meeting:
    key, number = put.proposal_of(question), put.part_of(question)
    proposal = meeting.proposals.get(key)
    if proposal is None or not 1 <= number <= len(proposal.parts):
        return meeting
    adopted, rejected = ({*parts} - {number} for parts in (proposal.adopted_parts, proposal.rejected_parts))
    if state is not ProposalState.TABLED:
        (adopted if state is ProposalState.ADOPTED else rejected).add(number)
    return _with_proposal(
        meeting, key, adopted_parts=tuple(sorted(adopted)), rejected_parts=tuple(sorted(rejected))
    )


def _with_amendment(meeting: Meeting, key: AmendmentId, state: ProposalState) -> Meeting:
    amendment = meeting.amendments.get(key)
    if amendment is None:
        return meeting
    amendments = {**meeting.amendments, key: replace(amendment, state=state)}
    amended = any(
        a.proposal == amendment.proposal and a.state is ProposalState.ADOPTED for a in amendments.values()
    )
    return _with_proposal(replace(meeting, amendments=amendments), amendment.proposal, amended=amended)
