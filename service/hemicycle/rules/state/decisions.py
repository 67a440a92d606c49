"""Proposals, and how the body decides: by consensus or by a vote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from hemicycle.rules.terms import AmendmentId, DelegationId, ItemId, ProposalId


class ProposalState(StrEnum):
    """A proposal's or an amendment's way."""

    TABLED = "tabled"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NOT_ACTED_ON = "not_acted_on"


class QuestionKind(StrEnum):
    """What can be put to the body."""

    PROPOSAL = "proposal"
    PART = "part"
    AMENDMENT = "amendment"
    MOTION = "motion"
    APPEAL = "appeal"
    AGENDA = "agenda"


class VoteMethod(StrEnum):
    """How votes are taken. ``recorded``: electronically, each delegation at its console."""

    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    RECORDED = "recorded"
    SECRET_BALLOT = "secret_ballot"  # noqa: S105 - a way of voting


class Choice(StrEnum):
    """What a delegation votes."""

    YES = "yes"
    NO = "no"
    ABSTENTION = "abstention"


class Majority(StrEnum):
    """Of those present and voting: an abstention is not a vote."""

    SIMPLE = "simple"
    TWO_THIRDS = "two_thirds"


class DecidedBy(StrEnum):
    """How a decision came about."""

    CONSENSUS = "consensus"
    VOTE = "vote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is put to the body. ``ref``: id of the proposal, amendment, motion or appealed request;
    for a part ``<proposal>/<number from 1>``; for the agenda the empty string.
    """

    kind: QuestionKind
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A document under consideration. ``symbol`` as printed, ``titles`` by language.

    ``sponsors``: delegations. ``parts``: once divided, the parts' names. ``oral``: the amendments read out.
    ``amended``: by an adopted amendment. ``adopted_parts``: numbers from 1. ``explained``: the delegations
    that have explained their vote on it.
    """

    id: ProposalId
    item: ItemId
    symbol: str
    titles: Mapping[str, str]
    sponsors: tuple[DelegationId, ...] = ()
    substantive: bool = True
    state: ProposalState = ProposalState.TABLED
    parts: tuple[str, ...] = ()
    adopted_parts: tuple[int, ...] = ()
    rejected_parts: tuple[int, ...] = ()
    oral: tuple[str, ...] = ()
    amended: bool = False
    explained: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """An amendment to a proposal; ``place``: where the chair has put it in the order of voting, from 1."""

    id: AmendmentId
    proposal: ProposalId
    text: str
    place: int
    symbol: str | None = None
    sponsors: tuple[DelegationId, ...] = ()
    state: ProposalState = ProposalState.TABLED


@dataclass(frozen=True, slots=True, kw_only=True)
class Consensus:
    """The chair asks whether there is an objection. ``objections``: in the order in which they came."""

    question: Question
    asked_at: datetime
    objections: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One delegation's vote. ``weight``: votes that it casts (an REIO those of its member States)."""

    choice: Choice
    weight: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Votes counted. ``invalid``: papers that tellers set aside. ``absent``: entitled and not voting."""

    yes: int
    no: int
    abstentions: int
    invalid: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A vote that is open. ``order``: the roll call's, from the State drawn by lot; ``passed``: not there
    when called. ``ballots``: none in a show of hands or by secret ballot. ``count``: entered by hand.
    """

    id: str
    question: Question
    method: VoteMethod
    majority: Majority
    opened_at: datetime
    present: int
    of: int
    entitled: tuple[DelegationId, ...]
    order: tuple[DelegationId, ...] = ()
    passed: tuple[DelegationId, ...] = ()
    ballots: Mapping[DelegationId, Ballot] = field(default_factory=dict)
    count: Tally | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the body decided. ``number`` from 1 in this meeting. ``ballots``: of a roll call or recorded vote.

    ``objections``: recorded although the decision was taken by consensus, or why it was not. ``second``: the
    votes had been equally divided once before. ``meeting``: the earlier one that took the decision.
    """

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
    corrected: bool = False
    second: bool = False
    meeting: str | None = None
