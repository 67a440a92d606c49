"""Who is here, whose line is lost, who holds which seat."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import DelegationId, GrantId, Modality, ParticipantId, RequestId, Role, SeatId


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


AttendanceEvent = (
    DelegationArrived | DelegationLeft | SpeakerConnectionLost | SpeakerConnectionRestored | RoleMoved
)
