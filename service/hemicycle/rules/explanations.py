"""Explanations of vote, before or after: each delegation once, sponsors none (EXPLANATION)."""

from hemicycle.rules import conditions, voters
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Proposal, ProposalState, Question, QuestionKind
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import DelegationId, ItemId, ProposalId, RequestKind, RequestState

_EXPLAINABLE = frozenset({ProposalState.TABLED, ProposalState.ADOPTED, ProposalState.REJECTED})


def admit_explanation(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """An explanation of vote on a proposal that waits for a decision or is decided, for the body's own time.

    Refuses ``no-decisions``, ``nothing-to-explain``, ``not-a-voter``, ``sponsor-explains``, ``explained``.
    """
    rules = voters.rules_of(meeting)
    proposal = meeting.proposals.get(ask.proposal or "")
    if proposal is None or proposal.state not in _EXPLAINABLE:
        raise Refused("nothing-to-explain")
    voters.voter(meeting, delegation.id, proposal.item)
    if delegation.id in _sponsors(meeting, proposal):
        raise Refused("sponsor-explains")
    if delegation.id in proposal.explained:
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


def _sponsors(meeting: Meeting, proposal: Proposal) -> frozenset[DelegationId]:
    """Of the proposal, and of the amendments to it on which the body decides, or has decided."""
    amendments = (a for a in meeting.amendments.values() if a.proposal == proposal.id)
    standing = (a.sponsors for a in amendments if a.state in _EXPLAINABLE)
    return frozenset(proposal.sponsors).union(*standing)
