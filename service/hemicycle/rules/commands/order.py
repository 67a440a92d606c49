"""The order of speakers and its departures, replies, and texts read instead of heard."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import DelegationId, ItemId, RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class SetListClosing:
    """The list closes at ``closes_at`` by the clock; None: it does not. It may open before the meeting."""

    item: ItemId
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeHead:
    """Fix the first ``count`` of the list as they stand now; 0 lets the order go on by its method."""

    item: ItemId
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRequest:
    """Put a request before another (None: at the end of those that wait), out of the order, with a reason."""

    request: RequestId
    reason: str
    before: RequestId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSegment:
    """From here on requests for the item belong to this segment of the procedure, by its place from 0."""

    item: ItemId
    segment: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteOrganization:
    """The body approves that this organization is heard (OBSERVERS). ``decided``: the body has decided so."""

    delegation: DelegationId
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginReplies:
    """The rights of reply of an item (or of the day) are taken now, as the procedure says when."""

    item: ItemId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineRequest:
    """The chair declines a right of reply or a rebuttal, with a reason (kept apart from the log)."""

    request: RequestId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAsRead:
    """The text stands as delivered: of a request that waits, or of a speaker whose line was lost."""

    request: RequestId


OrderCommand = (
    SetListClosing
    | FreezeHead
    | MoveRequest
    | OpenSegment
    | InviteOrganization
    | BeginReplies
    | DeclineRequest
    | TakeAsRead
)
