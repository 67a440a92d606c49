"""The order of speakers and its departures, replies, texts."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import DelegationId, GrantId, ItemId, ReasonId, RequestId, TextId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClosingSet:
    """The list will close at ``closes_at`` by the clock; None: it will not."""

    item: ItemId
    closes_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFrozen:
    """These go first, in this order, until they are heard; empty: the order goes on by its method."""

    item: ItemId
    order: tuple[RequestId, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMoved:
    """A departure from the order: the request stands before ``before`` (None: last).

    ``order``: all that wait, as they stand now.
    """

    request: RequestId
    before: RequestId | None
    order: tuple[RequestId, ...]
    at: datetime
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentOpened:
    """Requests for the item belong to this segment from here on."""

    item: ItemId
    segment: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationInvited:
    """The body approved that the organization is heard."""

    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesBegun:
    """The rights of reply of these items are taken."""

    items: tuple[ItemId, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeclined:
    """The chair declined it."""

    request: RequestId
    at: datetime
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTakenAsRead:
    """The text stands as delivered. ``spoken_ms``: what had been said before the line was lost."""

    request: RequestId
    at: datetime
    grant: GrantId | None = None
    spoken_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingInherited:
    """What stood at the end of the meeting before stands here from now on.

    ``standing``: as it stands here, with this log's numbers. ``superseded``: requests made here already by
    delegations whose earlier ones come over.
    """

    standing: Standing
    at: datetime
    superseded: tuple[RequestId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingHandedOn:
    """The next meeting has what stood at the end of this one: corrections may not touch it any more.

    ``requests``: those that wait there from now on; ``items``: what went on, none named: the whole agenda.
    """

    to: str
    at: datetime
    requests: tuple[RequestId, ...] = ()
    items: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAttached:
    """A text of a statement came in, or in further languages."""

    text: TextId
    delegation: DelegationId
    item: ItemId
    languages: tuple[str, ...]
    check: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWithdrawn:
    """The text is no longer there."""

    text: TextId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPublishable:
    """The statement was delivered or taken as read: its text may be published."""

    text: TextId
    request: RequestId
    at: datetime


OrderEvent = (
    ListClosingSet
    | HeadFrozen
    | RequestMoved
    | SegmentOpened
    | OrganizationInvited
    | RepliesBegun
    | RequestDeclined
    | StatementTakenAsRead
    | StandingInherited
    | StandingHandedOn
    | TextAttached
    | TextWithdrawn
    | TextPublishable
)
