"""Motions, limits, appeals."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import (
    DelegationId,
    GrantId,
    ItemId,
    MotionId,
    ParticipantId,
    ProposalId,
    RequestId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionMade:
    """A motion is before the body. ``delegation``: its mover; None: the chair's, of ``proposed_by``."""

    motion: MotionId
    kind: MotionKind
    number: int
    delegation: DelegationId | None = None
    at: datetime
    proposed_by: ParticipantId | None = None
    item: ItemId | None = None
    proposal: ProposalId | None = None
    limit: Limit | None = None
    parts: tuple[str, ...] = ()
    organization: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionWithdrawn:
    """The mover took it back."""

    motion: MotionId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionTakenUp:
    """The body turned to it."""

    motion: MotionId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionDecided:
    """Carried or rejected; its effects are the events that follow."""

    motion: MotionId
    carried: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionLapsed:
    """Another decision left it without object."""

    motion: MotionId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsLimited:
    """By decision: the limits of the item from here on, for those who wait too.

    ``dropped``: who waits and has been heard as often as is left to each.
    """

    item: ItemId
    limit: Limit
    at: datetime
    dropped: tuple[RequestId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DebateAdjourned:
    """By decision: no further debate on the item at this stage."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DebateClosed:
    """By decision: the list of the item ends here; ``dropped``: who was not heard."""

    item: ItemId
    dropped: tuple[RequestId, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingAppealed:
    """The ruling goes to the vote at once."""

    request: RequestId
    delegation: DelegationId
    grant: GrantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecided:
    """The ruling stands, or is overruled."""

    request: RequestId
    overruled: bool
    grant: GrantId
    at: datetime


MotionsEvent = (
    MotionMade
    | MotionWithdrawn
    | MotionTakenUp
    | MotionDecided
    | MotionLapsed
    | StatementsLimited
    | DebateAdjourned
    | DebateClosed
    | RulingAppealed
    | AppealDecided
)
