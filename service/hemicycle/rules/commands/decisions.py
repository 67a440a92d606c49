"""Proposals, amendments, consensus and votes."""

from dataclasses import dataclass

from hemicycle.rules.state.decisions import Choice, QuestionKind, VoteMethod
from hemicycle.rules.terms import AmendmentId, DelegationId, ItemId, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProposal:
    """A document comes under consideration. ``substantive``: decided by the majority on substance."""

    item: ItemId
    symbol: str
    title: str
    sponsors: tuple[DelegationId, ...] = ()
    substantive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawProposal:
    """Its sponsors take it back: before voting on it has begun, and unless it has been amended."""

    proposal: ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAmendment:
    """An amendment to a proposal; ``place``: in the order of voting, from 1, None: after the others."""

    proposal: ProposalId
    text: str
    symbol: str | None = None
    sponsors: tuple[DelegationId, ...] = ()
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAmendments:
    """The order in which the chair puts the amendments, furthest from the proposal first."""

    proposal: ProposalId
    order: tuple[AmendmentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAmendment:
    """Its sponsors take it back."""

    amendment: AmendmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseOrally:
    """An oral amendment that is read out and stands; it is adopted with the document."""

    proposal: ProposalId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsensus:
    """Is there any objection? ``kind``, ``ref``: what is put, see ``Question``."""

    kind: QuestionKind
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """A delegation objects; the desk for one that asked by flag."""

    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftObjection:
    """The delegation no longer objects."""

    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareDecided:
    """I hear no objection: it is so decided. ``noted``: objections are recorded and do not hinder."""

    noted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AbandonConsensus:
    """There is an objection: the question is open again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMethod:
    """A representative asks for a roll call or a recorded vote on a question."""

    method: VoteMethod
    kind: QuestionKind
    ref: str = ""
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVote:
    """Voting begins. Without ``method``: the one asked for, else a show of hands.

    ``confirmed``: although who asked to speak on the motion has not been heard. ``reason``: why the vote on a
    limit that the chair has proposed comes before its debate is over.
    """

    kind: QuestionKind
    ref: str = ""
    method: VoteMethod | None = None
    confirmed: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote:
    """A delegation's speaker votes at the console, and may change it until the vote is closed."""

    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVote:
    """The desk records what a delegation said; without ``choice``: it was called and was not there."""

    delegation: DelegationId
    choice: Choice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterCount:
    """The count of hands, or the tellers' totals of a secret ballot."""

    yes: int
    no: int
    abstentions: int
    invalid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVote:
    """Voting ends and the result is declared, with its effects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelVote:
    """The vote cannot be completed (the system failed): no result, nothing changes. With a reason."""

    reason: str


DecisionsCommand = (
    TableProposal
    | WithdrawProposal
    | TableAmendment
    | OrderAmendments
    | WithdrawAmendment
    | ReviseOrally
    | AskConsensus
    | Object
    | LiftObjection
    | DeclareDecided
    | AbandonConsensus
    | AskMethod
    | OpenVote
    | CastVote
    | RecordVote
    | EnterCount
    | CloseVote
    | CancelVote
)
