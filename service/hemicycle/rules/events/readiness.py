"""Readiness of remote speakers."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import Capacity, Fitness, ParticipantId, ReasonId, RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundMarked:
    """Operator or interpreter judged the sound."""

    participant: ParticipantId
    fitness: Fitness
    by: Capacity
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionTested:
    """A connection test; ``passed`` or not."""

    participant: ParticipantId
    passed: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessOverridden:
    """The floor was given to a speaker who was not ready; ``lacking``: of connected, tested, sound.

    ``request``: the speaker's; of a panellist ``participant``.
    """

    request: RequestId | None
    lacking: tuple[str, ...]
    at: datetime
    reason: ReasonId | None = None
    participant: ParticipantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantConnected:
    """The participant's console is connected, or no more."""

    participant: ParticipantId
    connected: bool
    at: datetime


ReadinessEvent = SoundMarked | ParticipantConnected | ConnectionTested | ReadinessOverridden
