"""Motions and rulings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.terms import DelegationId, ItemId, MotionId, ParticipantId, ProposalId, RequestId


class MotionKind(StrEnum):
    """What may be moved. The first four go before all proposals, in this order (MOTION_ORDER)."""

    SUSPEND_MEETING = "suspend_meeting"
    ADJOURN_MEETING = "adjourn_meeting"
    ADJOURN_DEBATE = "adjourn_debate"
    CLOSE_DEBATE = "close_debate"
    LIMIT_STATEMENTS = "limit_statements"
    REOPEN_LIST = "reopen_list"
    RECONSIDER = "reconsider"
    DIVIDE = "divide"
    HEAR_ORGANIZATION = "hear_organization"


class MotionState(StrEnum):
    """A motion's way. ``taken_up``: the body debates it or votes on it now."""

    PENDING = "pending"
    TAKEN_UP = "taken_up"
    CARRIED = "carried"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion. ``item``, ``proposal``: what it is about; ``limit``: what LIMIT_STATEMENTS asks for;
    ``parts``: how DIVIDE divides; ``organization``: whom HEAR_ORGANIZATION would hear. ``delegation``: its
    mover; None: the presiding officer ``proposed_by`` put it to the body herself.

    ``heard_for``, ``heard_against``: how many delegations have spoken for and against it, the mover apart.
    """

    id: MotionId
    kind: MotionKind
    number: int
    delegation: DelegationId | None
    moved_at: datetime
    item: ItemId | None = None
    proposal: ProposalId | None = None
    limit: Limit | None = None
    parts: tuple[str, ...] = ()
    organization: DelegationId | None = None
    proposed_by: ParticipantId | None = None
    state: MotionState = MotionState.PENDING
    heard_for: int = 0
    heard_against: int = 0
    mover_heard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The chair's ruling on a point of order, while it may be appealed against (APPEAL)."""

    request: RequestId
    delegation: DelegationId
    upheld: bool
    at: datetime
    appealed_by: DelegationId | None = None
    overruled: bool = False
