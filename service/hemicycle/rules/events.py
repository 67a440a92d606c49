"""What has happened, for ever: outcomes, never wishes. A field may come with a default; none may change."""

from dataclasses import dataclass, field
from datetime import datetime

from hemicycle.rules.meeting import (
    AgendaItem,
    Delegation,
    Group,
    Holder,
    PodiumMember,
    Seat,
    Standing,
)
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.terms import (
    Capacity,
    DelegationId,
    EndedBy,
    GrantId,
    GroupId,
    ItemId,
    Modality,
    ParticipantId,
    PassedOverCause,
    ReasonId,
    RequestId,
    RequestKind,
    Role,
    SeatId,
    Source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSetUp:
    """The first event of every log: the meeting explains itself from here on."""

    meeting: str
    number: int
    title: str
    scheduled_at: datetime
    procedure: Procedure
    agenda: tuple[AgendaItem, ...]
    delegations: tuple[Delegation, ...]
    roster: tuple[Seat, ...] = ()
    podium: tuple[PodiumMember, ...] = ()
    groups: tuple[Group, ...] = ()
    policy: int = 1
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumCounted:
    """State party delegations present, out of those registered."""

    present: int
    of: int
    needed: int
    waived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCalledToOrder:
    """The meeting is open; ``presiding`` has the chair."""

    presiding: ParticipantId | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSuspended:
    """The same meeting will resume."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingResumed:
    """The suspended meeting goes on."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAdjourned:
    """The meeting has ended."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairHandedOver:
    """Another presiding officer has the chair."""

    former: ParticipantId | None
    presiding: ParticipantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTakenUp:
    """The consideration of the item began."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemClosed:
    """The consideration of the item ended, and its list with it."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOpened:
    """Requests for this item are accepted from here on."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAnnounced:
    """The chair has announced that the list will be closed."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClosed:
    """No further statements are accepted for this item."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReopened:
    """By decision of the body, requests are accepted again."""

    item: ItemId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerInscribed:
    """A request was accepted and has its place."""

    request: RequestId
    number: int
    kind: RequestKind
    item: ItemId | None
    delegation: DelegationId
    participant: ParticipantId | None
    source: Source
    modality: Modality
    tier: int
    seconds: int
    at: datetime
    language: str | None = None
    on_behalf_of: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWithdrawn:
    """The request left the list; ``by``: the capacity in which it was withdrawn."""

    request: RequestId
    by: Capacity
    at: datetime
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityChanged:
    """The delegation speaks from elsewhere; its place is unchanged."""

    request: RequestId
    modality: Modality
    participant: ParticipantId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCalled:
    """The chair called this request; ``out_of_order``: before others that stand ahead of it."""

    request: RequestId
    at: datetime
    out_of_order: bool = False
    reason: ReasonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPassedOver:
    """``left_ms``: the speaking time held for a speaker who had begun."""

    request: RequestId
    cause: PassedOverCause
    at: datetime
    left_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTakenBack:
    """The request stands where it stood, with the time it had before the call."""

    request: RequestId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorGiven:
    """Somebody has the floor. ``ends_at`` None: no limit applies."""

    grant: GrantId
    kind: RequestKind
    holder: Holder
    at: datetime
    ends_at: datetime | None
    item: ItemId | None
    request: RequestId | None = None
    participant: ParticipantId | None = None
    modality: Modality = Modality.IN_PERSON
    language: str | None = None
    on_behalf_of: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorInterrupted:
    """A point of order was called: the speaker's clock stands still."""

    grant: GrantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorReturned:
    """The interrupted speaker has the floor again, with the time that was left."""

    grant: GrantId
    at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorPaused:
    """The speaker's clock stands still."""

    grant: GrantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorResumed:
    """The speaker's clock goes on, to the new ``ends_at``."""

    grant: GrantId
    at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExtended:
    """The chair gave the speaker more time."""

    grant: GrantId
    seconds: int
    ends_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingTimeElapsed:
    """The time is over: an alert for the chair; it ends nothing by itself."""

    grant: GrantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEnded:
    """``spoken_ms``: pauses and interruptions not counted."""

    grant: GrantId
    by: EndedBy
    at: datetime
    spoken_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingMade:
    """The chair ruled on the point of order. ``by``: the presiding officer."""

    request: RequestId
    grant: GrantId
    upheld: bool
    by: ParticipantId | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationArrived:
    """At least one person of the delegation is present."""

    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationLeft:
    """Nobody of the delegation is present any more."""

    delegation: DelegationId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerConnectionLost:
    """The line of the speaker called or speaking was lost; ``grant`` None: not yet speaking."""

    participant: ParticipantId
    at: datetime
    request: RequestId | None = None
    grant: GrantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerConnectionRestored:
    """The line of the speaker called or speaking is back."""

    participant: ParticipantId
    at: datetime
    request: RequestId | None = None
    grant: GrantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMoved:
    """A seat changed hands. ``former`` or ``holder`` None: it was, or is now, free."""

    delegation: DelegationId
    seat: SeatId
    modality: Modality
    role: Role
    former: ParticipantId | None
    holder: ParticipantId | None
    policy: int


Event = (
    MeetingSetUp
    | QuorumCounted
    | MeetingCalledToOrder
    | MeetingSuspended
    | MeetingResumed
    | MeetingAdjourned
    | ChairHandedOver
    | ItemTakenUp
    | ItemClosed
    | ListOpened
    | ListAnnounced
    | ListClosed
    | ListReopened
    | SpeakerInscribed
    | RequestWithdrawn
    | ModalityChanged
    | SpeakerCalled
    | SpeakerPassedOver
    | CallTakenBack
    | FloorGiven
    | FloorInterrupted
    | FloorReturned
    | FloorPaused
    | FloorResumed
    | TimeExtended
    | SpeakingTimeElapsed
    | StatementEnded
    | RulingMade
    | DelegationArrived
    | DelegationLeft
    | SpeakerConnectionLost
    | SpeakerConnectionRestored
    | RoleMoved
)
