"""Proposals, and what the body was asked and has decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import (
    Amendment,
    Choice,
    Consensus,
    DecidedBy,
    Decision,
    Majority,
    Proposal,
    ProposalState,
    Question,
    QuestionKind,
    VoteMethod,
)
from hemicycle.rules.terms import AmendmentId, DelegationId, ItemId, ProposalId
from hemicycle.views.votes import TallyShown, tally_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A document under consideration. ``oral``: the amendments read out. ``amendments``: by place.

    ``consensus_tried``: the body was asked in vain whether it objects, so that it may vote (CONSENSUS_FIRST).
    ``parts``: their names, once divided; ``adopted_parts``, ``rejected_parts``: numbers from 1.
    """

    item: ItemId
    symbol: str
    titles: Mapping[str, str]
    state: ProposalState
    substantive: bool
    amended: bool
    consensus_tried: bool
    sponsors: tuple[DelegationId, ...] = ()
    parts: tuple[str, ...] = ()
    adopted_parts: tuple[int, ...] = ()
    rejected_parts: tuple[int, ...] = ()
    oral: tuple[str, ...] = ()
    amendments: tuple[AmendmentId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentShown:
    """An amendment to a proposal; ``place`` in the order of voting, from 1."""

    proposal: ProposalId
    text: str
    place: int
    state: ProposalState
    sponsors: tuple[DelegationId, ...] = ()
    symbol: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsensusShown:
    """The chair asks whether there is an objection. ``objections``: who objects; they say so openly."""

    kind: QuestionKind
    ref: str
    asked_at: datetime
    objections: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """What the body decided. ``ballots``: of a roll call or recorded vote. ``objections``: recorded."""

    kind: QuestionKind
    ref: str
    carried: bool
    by: DecidedBy
    at: datetime
    as_orally_amended: bool
    corrected: bool
    item: ItemId | None = None
    method: VoteMethod | None = None
    majority: Majority | None = None
    tally: TallyShown | None = None
    ballots: Mapping[DelegationId, Choice] | None = None
    objections: tuple[DelegationId, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDecisionShown(DecisionShown):
    """What an earlier ``meeting`` decided, as its ``number``, on a proposal that stands here."""

    meeting: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodAsked:
    """A representative has asked that this question be voted on by this method."""

    kind: QuestionKind
    ref: str
    method: VoteMethod


def proposals(meeting: Meeting) -> dict[ProposalId, ProposalShown]:
    """Every document by id, with the ids of its amendments in the order of voting."""
    return {proposal.id: _proposal(meeting, proposal) for proposal in meeting.proposals.values()}


def _proposal(meeting: Meeting, proposal: Proposal) -> ProposalShown:
    amendments = [a for a in meeting.amendments.values() if a.proposal == proposal.id]
    return ProposalShown(
        item=proposal.item,
        symbol=proposal.symbol,
        titles=proposal.titles,
        state=proposal.state,
        substantive=proposal.substantive,
        amended=proposal.amended,
        consensus_tried=Question(kind=QuestionKind.PROPOSAL, ref=proposal.id) in meeting.tried,
        sponsors=proposal.sponsors,
        parts=proposal.parts,
        adopted_parts=proposal.adopted_parts,
        rejected_parts=proposal.rejected_parts,
        oral=proposal.oral,
        amendments=tuple(a.id for a in sorted(amendments, key=lambda a: a.place)),
    )


def amendment_shown(amendment: Amendment) -> AmendmentShown:
    """An amendment as every audience sees it."""
    return AmendmentShown(
        proposal=amendment.proposal,
        text=amendment.text,
        place=amendment.place,
        state=amendment.state,
        sponsors=amendment.sponsors,
        symbol=amendment.symbol,
    )


def consensus_shown(consensus: Consensus | None) -> ConsensusShown | None:
    """What is put to the body without a vote."""
    if consensus is None:
        return None
    return ConsensusShown(
        kind=consensus.question.kind,
        ref=consensus.question.ref,
        asked_at=consensus.asked_at,
        objections=consensus.objections,
    )


def decisions(meeting: Meeting) -> dict[str, DecisionShown]:
    """What was decided in this meeting, by number from 1 in decimal digits."""
    return {str(decision.number): DecisionShown(**_decision(decision)) for decision in meeting.decisions}


def earlier(meeting: Meeting) -> tuple[EarlierDecisionShown, ...]:
    """What earlier meetings decided on the proposals that stand here, the first at the head."""
    return tuple(
        EarlierDecisionShown(**_decision(decision), meeting=decision.meeting or "", number=decision.number)
        for decision in meeting.earlier
    )


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "kind": decision.question.kind,
        "ref": decision.question.ref,
        "carried": decision.carried,
        "by": decision.by,
        "at": decision.at,
        "as_orally_amended": decision.as_orally_amended,
        "corrected": decision.corrected,
        "item": decision.item,
        "method": decision.method,
        "majority": decision.majority,
        "tally": None if decision.tally is None else tally_shown(decision.tally),
        "ballots": decision.ballots or None,
        "objections": decision.objections or None,
    }
