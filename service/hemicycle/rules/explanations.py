"""Explanations of vote, before or after: each delegation once, sponsors none (EXPLANATION; A/520 rule 88)."""

from hemicycle.rules import conditions, voters
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import ProposalState, Question, QuestionKind
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import ItemId, ProposalId, RequestKind, RequestState

_EXPLAINABLE = frozenset({ProposalState.TABLED, ProposalState.ADOPTED, ProposalState.REJECTED})
_GIVEN = frozenset({RequestState.SPEAKING, RequestState.DELIVERED, RequestState.TAKEN_AS_READ})


def admit_explanation(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """An explanation of vote on a proposal that waits for a decision or is decided, for the body's own time.

    Refuses ``no-decisions``, ``nothing-to-explain``, ``not-a-voter``, ``sponsor-explains``, ``explained``.
    """
    rules = voters.rules_of(meeting)
    proposal = meeting.proposals.get(ask.proposal or "")
    if proposal is None or proposal.state not in _EXPLAINABLE:
        raise Refused("nothing-to-explain")
    voters.voter(meeting, delegation.id, proposal.item)
    if delegation.id in proposal.sponsors:
        raise Refused("sponsor-explains")
    if any(r.delegation == delegation.id and r.state in _GIVEN for r in _on(meeting, proposal.id)):
        raise Refused("explained", proposal=proposal.id)
    tier = conditions.procedure_of(meeting).tier_for(delegation.category, on_behalf_of=False) or 0
    return Admission(item=proposal.item, tier=tier, seconds=rules.explanation_seconds, proposal=proposal.id)


def due(meeting: Meeting, item: ItemId | None) -> list[Request]:
    """The explanations on this item that are taken before statements, in the order in which they were asked.

    Those on a proposal that is decided, or on which the body was asked for consensus; while it is still being
    debated its explanations wait until nobody is inscribed for a statement.
    """
    waiting = meeting.waiting(item, RequestKind.EXPLANATION)
    debated = any(r.state is RequestState.INSCRIBED for r in meeting.waiting(item))
    return [r for r in waiting if not debated or _about_to_be_decided(meeting, r.proposal or "")]


def _about_to_be_decided(meeting: Meeting, key: ProposalId) -> bool:
    """Whether the body has decided on the proposal, or has turned to deciding on it."""
    proposal = meeting.proposals.get(key)
    question = Question(kind=QuestionKind.PROPOSAL, ref=key)
    asked = meeting.consensus is not None and meeting.consensus.question == question
    decided = proposal is not None and proposal.state is not ProposalState.TABLED
    return decided or asked or question in meeting.tried


def _on(meeting: Meeting, proposal: ProposalId) -> list[Request]:
    return [
        r for r in meeting.requests.values() if r.kind is RequestKind.EXPLANATION and r.proposal == proposal
    ]
