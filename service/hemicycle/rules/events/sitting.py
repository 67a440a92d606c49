"""The meeting itself and its agenda items."""

from dataclasses import dataclass, field
from datetime import datetime

from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.agenda import AgendaItem
from hemicycle.rules.state.booths import Booth
from hemicycle.rules.state.people import Body, Delegation, Group, PodiumMember, Seat
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import ItemId, ParticipantId, RequestId, Title


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSetUp:
    """The first event of every log: the meeting explains itself from here on.

    ``ends_at``: the hard end, when the interpreters leave. ``of_week``: its number within its week, from 1.
    """

    meeting: str
    number: int
    title: Title
    scheduled_at: datetime
    procedure: Procedure
    agenda: tuple[AgendaItem, ...]
    delegations: tuple[Delegation, ...]
    roster: tuple[Seat, ...] = ()
    podium: tuple[PodiumMember, ...] = ()
    groups: tuple[Group, ...] = ()
    policy: int = 1
    standing: Standing = field(default_factory=Standing)
    ends_at: datetime | None = None
    bodies: tuple[Body, ...] = ()
    booths: tuple[Booth, ...] = ()
    of_week: int = 1


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
    """The consideration of the item ended, and its list with it; ``dropped``: who waited and is not heard."""

    item: ItemId
    at: datetime
    dropped: tuple[RequestId, ...] = ()


SittingEvent = (
    MeetingSetUp
    | QuorumCounted
    | MeetingCalledToOrder
    | MeetingSuspended
    | MeetingResumed
    | MeetingAdjourned
    | ChairHandedOver
    | ItemTakenUp
    | ItemClosed
)
