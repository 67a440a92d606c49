"""Seen by everybody: the hall's display and every delegate. No person's name or id, no language, no source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import (
    Category,
    DelegationId,
    GrantId,
    GroupId,
    HolderKind,
    ItemId,
    ItemState,
    ListState,
    Modality,
    Phase,
    RequestId,
    RequestKind,
    RequestState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShown:
    """The meeting itself. ``chair``: the title of who presides (``chair`` or ``vice_chair``)."""

    id: str
    number: int
    title: str
    phase: Phase
    scheduled_at: datetime | None = None
    called_to_order_at: datetime | None = None
    adjourned_at: datetime | None = None
    chair: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An agenda item; ``place`` in the agenda from 0."""

    number: str
    titles: Mapping[str, str]
    state: ItemState
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationShown:
    """A delegation's code, category and names by language tag."""

    code: str
    category: Category
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallEntry:
    """One request. ``seconds``: the speaking time it will have. ``tier``: id of a tier."""

    kind: RequestKind
    delegation: DelegationId
    tier: str
    modality: Modality
    state: RequestState
    seconds: int
    accepted_at: datetime
    on_behalf_of: GroupId | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """An item's list: ``order`` holds the ids that wait, ``delivered`` those heard, both in order."""

    state: ListState
    order: tuple[RequestId, ...]
    delivered: tuple[RequestId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallCall:
    """The speaker called. Details stand in ``entries``."""

    request: RequestId
    called_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HallFrame:
    """One frame of the floor. The clock stands while ``paused_at`` or ``interrupted_at`` is there:
    time left is ``ends_at`` minus that moment, else minus now."""

    grant: GrantId
    kind: RequestKind
    holder: HolderKind
    started_at: datetime
    modality: Modality
    elapsed: bool
    delegation: DelegationId | None = None
    title: str | None = None
    request: RequestId | None = None
    on_behalf_of: GroupId | None = None
    ends_at: datetime | None = None
    paused_at: datetime | None = None
    interrupted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HallView:
    """All that the hall sees. ``floor``: from the interrupted statement up to who speaks now.
    ``points``: the points of order that wait. ``entries``: every request by id, also of ``called``."""

    meeting: MeetingShown
    tiers: Mapping[str, str]
    agenda: Mapping[ItemId, ItemShown]
    delegations: Mapping[DelegationId, DelegationShown]
    groups: Mapping[GroupId, Mapping[str, str]]
    lists: Mapping[ItemId, ListShown]
    entries: Mapping[RequestId, HallEntry]
    points: tuple[RequestId, ...]
    floor: tuple[HallFrame, ...]
    called: HallCall | None = None
    item: ItemId | None = None
