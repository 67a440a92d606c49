"""Proposals, amendments, consensus, votes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hemicycle.rules.state.decisions import Choice, DecidedBy, Majority, Question, Tally, VoteMethod
from hemicycle.rules.terms import AmendmentId, DelegationId, ItemId, ProposalId, ReasonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalTabled:
    """A document is under consideration."""

    proposal: ProposalId
    item: ItemId
    symbol: str
    titles: Mapping[str, str]
    substantive: bool
    at: datetime
    sponsors: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalWithdrawn:
    """Its sponsors took it back."""

    proposal: ProposalId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentTabled:
    """An amendment is before the body."""

    amendment: AmendmentId
    proposal: ProposalId
    text: str
    place: int
    at: datetime
    symbol: str | None = None
    sponsors: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentsOrdered:
    """They will be voted on in this order."""

    proposal: ProposalId
    order: tuple[AmendmentId, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWithdrawn:
    """Its sponsors took it back."""

    amendment: AmendmentId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OralAmendmentRead:
    """An oral amendment stands and goes with the document."""

    proposal: ProposalId
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalDivided:
    """By decision it is voted on in parts, then as a whole."""

    proposal: ProposalId
    parts: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalReopened:
    """By decision (two thirds) an adopted or rejected proposal is considered again."""

    proposal: ProposalId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsensusAsked:
    """The chair asked whether there is an objection."""

    question: Question
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionMade:
    """The delegation objects."""

    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionLifted:
    """It no longer does."""

    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsensusAbandoned:
    """The question is open again."""

    question: Question
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodAsked:
    """A representative asked for this method."""

    question: Question
    method: VoteMethod
    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteOpened:
    """Voting began (VOTE_LOCK). ``drawn``: the State drawn by lot, with which a roll call begins.

    ``reason``: why it comes before the debate is over.
    """

    vote: str
    question: Question
    method: VoteMethod
    majority: Majority
    present: int
    of: int
    entitled: tuple[DelegationId, ...]
    at: datetime
    order: tuple[DelegationId, ...] = ()
    drawn: DelegationId | None = None
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast:
    """A delegation voted, or changed its vote."""

    vote: str
    delegation: DelegationId
    choice: Choice
    weight: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePassed:
    """Called in the roll call, the delegation was not there; it is called once more at the end."""

    vote: str
    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CountEntered:
    """Hands, or papers, were counted."""

    vote: str
    tally: Tally
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCancelled:
    """No result."""

    vote: str
    at: datetime
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTaken:
    """The body decided. What follows from it are the events after this one."""

    number: int
    question: Question
    carried: bool
    by: DecidedBy
    at: datetime
    item: ItemId | None = None
    method: VoteMethod | None = None
    majority: Majority | None = None
    tally: Tally | None = None
    ballots: Mapping[DelegationId, Choice] = field(default_factory=dict)
    objections: tuple[DelegationId, ...] = ()
    as_orally_amended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAdopted:
    """The agenda stands."""

    at: datetime


DecisionsEvent = (
    ProposalTabled
    | ProposalWithdrawn
    | AmendmentTabled
    | AmendmentsOrdered
    | AmendmentWithdrawn
    | OralAmendmentRead
    | ProposalDivided
    | ProposalReopened
    | ConsensusAsked
    | ObjectionMade
    | ObjectionLifted
    | ConsensusAbandoned
    | MethodAsked
    | VoteOpened
    | VoteCast
    | VotePassed
    | CountEntered
    | VoteCancelled
    | DecisionTaken
    | AgendaAdopted
)
