"""Proposals, and how the body decides. Until a vote closes, what is voted stays with the podium."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hemicycle.rules import roll_call, tallies
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
    Tally,
    Vote,
    VoteMethod,
)
from hemicycle.rules.terms import AmendmentId, DelegationId, ItemId, ProposalId


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
class TallyShown:
    """Votes counted. ``absent``: entitled and not voting."""

    yes: int
    no: int
    abstentions: int
    invalid: int
    absent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HallVote:
    """A vote that is open. ``voted``: who has voted, by id; ``choices``: in a roll call, which is said aloud.

    ``order``: the roll call's; ``passed``: not there when called; ``next``: who is called now.
    ``counted``: a count has been entered.
    """

    id: str
    kind: QuestionKind
    ref: str
    method: VoteMethod
    majority: Majority
    opened_at: datetime
    present: int
    registered: int
    entitled: tuple[DelegationId, ...]
    order: tuple[DelegationId, ...] = ()
    passed: tuple[DelegationId, ...] = ()
    voted: Mapping[DelegationId, bool]
    choices: Mapping[DelegationId, Choice]
    counted: bool
    next: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotShown:
    """One delegation's vote, and how many votes that is."""

    choice: Choice
    weight: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumVote(HallVote):
    """``ballots`` as they are cast, and ``tally`` so far (of hands or papers: as entered)."""

    ballots: Mapping[DelegationId, BallotShown]
    tally: TallyShown | None = None


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


def hall_vote(meeting: Meeting) -> HallVote | None:
    """The vote that is open, without what is voted unless it is said aloud."""
    return None if meeting.vote is None else HallVote(**_vote(meeting, meeting.vote))


def podium_vote(meeting: Meeting) -> PodiumVote | None:
    """The vote that is open, with ballots and count."""
    vote = meeting.vote
    if vote is None:
        return None
    return PodiumVote(
        **_vote(meeting, vote),
        ballots={d: BallotShown(choice=b.choice, weight=b.weight, at=b.at) for d, b in vote.ballots.items()},
        tally=_so_far(meeting, vote),
    )


def _vote(meeting: Meeting, vote: Vote) -> dict[str, Any]:
    aloud = vote.method is VoteMethod.ROLL_CALL
    return {
        "id": vote.id,
        "kind": vote.question.kind,
        "ref": vote.question.ref,
        "method": vote.method,
        "majority": vote.majority,
        "opened_at": vote.opened_at,
        "present": vote.present,
        "registered": vote.of,
        "entitled": vote.entitled,
        "order": vote.order,
        "passed": tuple(dict.fromkeys(vote.passed)),
        "voted": dict.fromkeys(vote.ballots, True),
        "choices": {d: ballot.choice for d, ballot in vote.ballots.items()} if aloud else {},
        "counted": vote.count is not None,
        "next": roll_call.called(meeting) if aloud and _decides(meeting) else None,
    }


def _decides(meeting: Meeting) -> bool:
    """Whether the body's procedure says who votes: views are made of any state, also of a strange one."""
    return meeting.procedure is not None and meeting.procedure.decisions is not None


def _so_far(meeting: Meeting, vote: Vote) -> TallyShown | None:
    if vote.count is not None:
        return tally_shown(vote.count)
    by_name = vote.method in {VoteMethod.ROLL_CALL, VoteMethod.RECORDED}
    if not by_name or not _decides(meeting):
        return None
    return tally_shown(tallies.of_ballots(meeting, vote, vote.ballots))


def tally_shown(tally: Tally) -> TallyShown:
    """A count."""
    return TallyShown(
        yes=tally.yes,
        no=tally.no,
        abstentions=tally.abstentions,
        invalid=tally.invalid,
        absent=tally.absent,
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
