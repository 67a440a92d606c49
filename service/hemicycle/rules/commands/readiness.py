"""Whether a remote speaker can be heard before she is called."""

from dataclasses import dataclass

from hemicycle.rules.terms import Fitness, ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSound:
    """Operator or interpreter: this participant's sound is, or is not, fit for interpretation."""

    participant: ParticipantId
    fitness: Fitness


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTested:
    """The operator has tested the connection with this participant, with success or without."""

    participant: ParticipantId
    passed: bool = True


ReadinessCommand = MarkSound | MarkTested
