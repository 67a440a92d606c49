"""The floor: calls, speaking time, interruptions."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import (
    EndedBy,
    GrantId,
    GroupId,
    ItemId,
    Modality,
    OrderCause,
    ParticipantId,
    PassedOverCause,
    ReasonId,
    RequestId,
    RequestKind,
)


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
class SpeakerCalledToOrder:
    """The chair called the speaker to order. ``by``: the presiding officer."""

    grant: GrantId
    cause: OrderCause
    by: ParticipantId | None
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


FloorEvent = (
    SpeakerCalled
    | SpeakerPassedOver
    | CallTakenBack
    | FloorGiven
    | FloorInterrupted
    | FloorReturned
    | FloorPaused
    | FloorResumed
    | TimeExtended
    | SpeakerCalledToOrder
    | SpeakingTimeElapsed
    | StatementEnded
    | RulingMade
)
