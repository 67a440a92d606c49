"""What the body has decided, and what it has still to decide, as the next meeting takes it over (STANDING).

Decisions go along with the proposals on which they were taken, so that a wrong result is put right where the
proposal stands (CORRECTION); consensus that was sought in vain, a first vote that was equally divided (TIE)
and the method asked for go along with the question.
"""

from collections.abc import Mapping
from dataclasses import replace

from hemicycle.rules import put
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import Decision, Question, QuestionKind
from hemicycle.rules.state.standing import OpenQuestion, Standing
from hemicycle.rules.terms import AmendmentId, ItemId, ProposalId

GOES_ON = frozenset({QuestionKind.PROPOSAL, QuestionKind.PART, QuestionKind.AMENDMENT})
"""Questions that belong to a document; motions, appeals and the agenda end with their meeting."""


def questions_of(meeting: Meeting, items: tuple[ItemId, ...]) -> tuple[OpenQuestion, ...]:
    """What is known of the questions that are still open, on documents of these items."""
    known = dict.fromkeys([*meeting.tried, *sorted(meeting.tied, key=_named), *meeting.methods_asked])
    return tuple(
        OpenQuestion(
            question=question,
            tried=question in meeting.tried,
            objections=meeting.tried.get(question, ()),
            tied=question in meeting.tied,
            method=meeting.methods_asked.get(question),
        )
        for question in known
        if question.kind in GOES_ON and put.item_of(meeting, question) in items
    )


def decisions_of(meeting: Meeting, items: tuple[ItemId, ...]) -> tuple[Decision, ...]:
    """The decisions on documents of these items, of this meeting and earlier ones, the first at the head."""
    own = (replace(d, meeting=meeting.id) for d in meeting.decisions)
    return tuple(d for d in (*meeting.earlier, *own) if d.question.kind in GOES_ON and d.item in items)


def fitted(
    standing: Standing,
    proposals: Mapping[ProposalId, ProposalId],
    amendments: Mapping[AmendmentId, AmendmentId],
) -> tuple[tuple[OpenQuestion, ...], tuple[Decision, ...]]:
    """Both with the names that proposals and amendments have here; what is about none of them is left out."""
    questions = ((q, _renamed(q.question, proposals, amendments)) for q in standing.questions)
    decisions = ((d, _renamed(d.question, proposals, amendments)) for d in standing.decisions)
    return (
        tuple(replace(q, question=here) for q, here in questions if here is not None),
        tuple(replace(d, question=here) for d, here in decisions if here is not None),
    )


def taken_over(meeting: Meeting, standing: Standing) -> Meeting:
    """The meeting with the open questions and the decisions of this standing."""
    questions = standing.questions
    return replace(
        meeting,
        tried={**meeting.tried, **{q.question: q.objections for q in questions if q.tried}},
        tied=meeting.tied | {q.question for q in questions if q.tied},
        methods_asked={
            **meeting.methods_asked,
            **{q.question: q.method for q in questions if q.method is not None},
        },
        earlier=(*meeting.earlier, *standing.decisions),
    )


def _renamed(
    question: Question,
    proposals: Mapping[ProposalId, ProposalId],
    amendments: Mapping[AmendmentId, AmendmentId],
) -> Question | None:
    if question.kind is QuestionKind.AMENDMENT:
        ref = amendments.get(question.ref)
    else:
        ref = proposals.get(put.proposal_of(question))
        if ref is not None and question.kind is QuestionKind.PART:
            ref = f"{ref}/{put.part_of(question)}"
    return None if ref is None else replace(question, ref=ref)


def _named(question: Question) -> tuple[str, str]:
    return question.kind, question.ref
