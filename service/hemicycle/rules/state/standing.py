"""What a meeting inherits from the one before (its standing)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import Amendment, Decision, Proposal, Question, VoteMethod
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import DelegationId, ItemId, ItemState, ListState, RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How often a delegation has had the floor on an item. ``replies``: rights of reply among them, apart."""

    item: ItemId
    delegation: DelegationId
    statements: int = 0
    replies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What is known of a question that is still open. ``tried``: consensus was sought in vain.

    ``objections``: to it, then. ``tied``: a first vote was equally divided. ``method``: asked for.
    """

    question: Question
    tried: bool = False
    objections: tuple[DelegationId, ...] = ()
    tied: bool = False
    method: VoteMethod | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands at the end of one meeting and goes on in the next. ``former``: the meeting's id.

    ``items``, ``lists``, ``limits``, ``segments``: by item. ``closing_at``: when a list closes by the clock.
    ``requests``: who still waits, with places and times left, those asked first at the head; ``frozen`` and
    ``fixed``: the departures from their order. ``proposals``, ``amendments``: all so far of these items.
    ``texts``: of statements that are still to be made. ``invited``: organizations that the body hears.
    ``questions``: on the proposals, still open; ``decisions``: on them, each with the meeting that took it.
    """

    former: str | None = None
    agenda_adopted: bool = False
    items: Mapping[ItemId, ItemState] = field(default_factory=dict)
    lists: Mapping[ItemId, ListState] = field(default_factory=dict)
    limits: Mapping[ItemId, Limit] = field(default_factory=dict)
    segments: Mapping[ItemId, int] = field(default_factory=dict)
    closing_at: Mapping[ItemId, datetime] = field(default_factory=dict)
    requests: tuple[Request, ...] = ()
    frozen: Mapping[ItemId, tuple[RequestId, ...]] = field(default_factory=dict)
    fixed: Mapping[ItemId, tuple[RequestId, ...]] = field(default_factory=dict)
    replies_begun: tuple[ItemId, ...] = ()
    heard: tuple[Heard, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    texts: tuple[StatementText, ...] = ()
    invited: tuple[DelegationId, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    decisions: tuple[Decision, ...] = ()
