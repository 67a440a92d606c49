"""Interpretation: who is on air, from where, and what the booths signal."""

from dataclasses import dataclass

from hemicycle.rules.state.booths import Interpreter, SignalKind
from hemicycle.rules.terms import BoothId, ParticipantId, SignalId


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffBooth:
    """The secretariat says who interprets in a booth, with languages A, B and C."""

    booth: BoothId
    interpreters: tuple[Interpreter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMicrophone:
    """An interpreter goes on air: nobody else of the booth may be, unless her line is lost."""

    booth: BoothId
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseMicrophone:
    """The interpreter goes off air, or is taken off."""

    booth: BoothId


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestHandover:
    """Either side starts: who is on air offers it to ``to``; who is not asks for it."""

    booth: BoothId
    to: ParticipantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHandover:
    """The other side accepts or declines."""

    booth: BoothId
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelHandover:
    """Who started it takes it back."""

    booth: BoothId


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSource:
    """Interpret from the floor, or by relay from a pivot booth: one hop only, no loops."""

    booth: BoothId
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetChannel:
    """A two-way booth changes its outgoing channel."""

    booth: BoothId
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseSignal:
    """Slow down, sound unacceptable, cannot interpret, help, text missing.

    ``mark``: by which a booth knows its own slow down again, since the log does not say whose it is. The
    console draws it anew, at random, each time; of other signals it is left out.
    """

    kind: SignalKind
    booth: BoothId
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeSignal:
    """The chair has seen the alert, or the operator handles the call for help."""

    signal: SignalId


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishSignal:
    """It is over: said by whoever raised it, the operator or the chair."""

    signal: SignalId


BoothsCommand = (
    StaffBooth
    | TakeMicrophone
    | ReleaseMicrophone
    | RequestHandover
    | AnswerHandover
    | CancelHandover
    | SetSource
    | SetChannel
    | RaiseSignal
    | AcknowledgeSignal
    | FinishSignal
)
