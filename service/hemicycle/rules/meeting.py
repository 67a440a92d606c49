"""The state of one meeting: a fold of its log, and nothing else. Values only; nothing here changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hemicycle.rules.procedure import Procedure
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
    ParticipantId,
    PassedOverCause,
    Phase,
    ReasonId,
    RequestId,
    RequestKind,
    RequestState,
    Role,
    SeatId,
    Source,
)

PENDING = frozenset(
    {RequestState.INSCRIBED, RequestState.CALLED, RequestState.SPEAKING, RequestState.PASSED_OVER}
)
WAITING = frozenset({RequestState.INSCRIBED, RequestState.PASSED_OVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A delegation that may take part; ``names`` by language tag, English always among them."""

    id: DelegationId
    code: str
    category: Category
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of States on whose behalf a delegation may speak."""

    id: GroupId
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of the agenda; ``number`` as printed, ``titles`` by language tag."""

    id: ItemId
    number: str
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One unit of a delegation's limits, and who holds it."""

    id: SeatId
    delegation: DelegationId
    modality: Modality
    role: Role
    participant: ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class PodiumMember:
    """Somebody who may hold the floor without a delegation's place on the list.

    ``title``: for presiding officers ``chair`` or ``vice_chair``; else what the hall may show.
    """

    participant: ParticipantId
    kind: HolderKind
    title: str
    delegation: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a meeting inherits from the one before. The first slice inherits nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has the floor. ``ref``: the delegation's id, or for the others the participant's id."""

    kind: HolderKind
    ref: str

    @property
    def delegation(self) -> DelegationId | None:
        """The delegation that holds the floor, if one does."""
        return self.ref if self.kind is HolderKind.DELEGATION else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for the floor. The delegation holds the place; ``participant`` is who would speak now.

    ``number`` counts the requests of the meeting. ``passed_over``: why the chair last went on without it.
    ``left`` is the speaking time held for a speaker who was passed over in mid-statement.
    """

    id: RequestId
    number: int
    kind: RequestKind
    item: ItemId | None
    delegation: DelegationId
    participant: ParticipantId | None
    source: Source
    modality: Modality
    tier: int
    seconds: int
    accepted_at: datetime
    language: str | None = None
    on_behalf_of: GroupId | None = None
    state: RequestState = RequestState.INSCRIBED
    passed_over: PassedOverCause | None = None
    reason: ReasonId | None = None
    left: timedelta | None = None
    ended_at: datetime | None = None

    @property
    def sort_key(self) -> tuple[int, datetime, int]:
        """STATEMENT_ORDER: the tier, then the order in which requests were accepted."""
        return (self.tier, self.accepted_at, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One frame of the floor: who speaks, since when and until when.

    The clock stands still while ``paused_at`` or ``interrupted_at`` is set; resuming moves ``ends_at``.
    ``ends_at`` None: no limit applies.
    """

    id: GrantId
    kind: RequestKind
    holder: Holder
    started_at: datetime
    ends_at: datetime | None
    request: RequestId | None = None
    participant: ParticipantId | None = None
    modality: Modality = Modality.IN_PERSON
    language: str | None = None
    on_behalf_of: GroupId | None = None
    paused_at: datetime | None = None
    interrupted_at: datetime | None = None
    still: timedelta = timedelta()
    elapsed: bool = False
    connection_lost_at: datetime | None = None

    @property
    def stopped_at(self) -> datetime | None:
        """Since when the clock of this grant stands still, if it does."""
        return self.paused_at or self.interrupted_at

    def left(self, at: datetime) -> timedelta | None:
        """The speaking time that is left at ``at``; negative in overrun, None without a limit."""
        return None if self.ends_at is None else self.ends_at - (self.stopped_at or at)

    def spoken(self, at: datetime) -> timedelta:
        """How long the holder has spoken at ``at``, pauses and interruptions not counted."""
        return (self.stopped_at or at) - self.started_at - self.still


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A speaker who has been called and has not yet been given the floor."""

    request: RequestId
    called_at: datetime
    connection_lost_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumCount:
    """What was counted when the meeting was called to order."""

    present: int
    of: int
    needed: int
    waived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting. ``EMPTY`` is the state before its log begins."""

    id: str = ""
    number: int = 0
    title: str = ""
    scheduled_at: datetime | None = None
    phase: Phase = Phase.NOT_SET_UP
    procedure: Procedure | None = None
    agenda: Mapping[ItemId, AgendaItem] = field(default_factory=dict)
    delegations: Mapping[DelegationId, Delegation] = field(default_factory=dict)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    podium: Mapping[ParticipantId, PodiumMember] = field(default_factory=dict)
    roster: Mapping[SeatId, Seat] = field(default_factory=dict)
    policy: int = 1
    presiding: ParticipantId | None = None
    called_to_order_at: datetime | None = None
    adjourned_at: datetime | None = None
    quorum: QuorumCount | None = None
    present: frozenset[DelegationId] = frozenset()
    item: ItemId | None = None
    items: Mapping[ItemId, ItemState] = field(default_factory=dict)
    lists: Mapping[ItemId, ListState] = field(default_factory=dict)
    requests: Mapping[RequestId, Request] = field(default_factory=dict)
    called: Call | None = None
    floor: tuple[Grant, ...] = ()
    grants: int = 0
    delivered: tuple[RequestId, ...] = ()

    @property
    def speaking(self) -> Grant | None:
        """The frame on top of the floor: who speaks now, or whose point is being decided."""
        return self.floor[-1] if self.floor else None

    def waiting(self, item: ItemId | None, kind: RequestKind = RequestKind.STATEMENT) -> list[Request]:
        """The inscribed and the passed over of an item's list, in the order of speaking."""
        found = (
            r for r in self.requests.values() if r.state in WAITING and r.kind is kind and r.item == item
        )
        return sorted(found, key=lambda r: r.sort_key)

    def points_of_order(self) -> list[Request]:
        """The points of order that wait, in the order in which they were raised."""
        found = (
            r for r in self.requests.values() if r.kind is RequestKind.POINT_OF_ORDER and r.state in WAITING
        )
        return sorted(found, key=lambda r: r.number)

    def seat_of(self, participant: ParticipantId | None) -> Seat | None:
        """The seat that this participant holds, if any."""
        return next((s for s in self.roster.values() if s.participant == participant), None)


EMPTY = Meeting()
