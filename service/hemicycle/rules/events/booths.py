"""Interpretation."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.booths import HandoverOutcome, Interpreter, SignalKind, SignalState
from hemicycle.rules.terms import BoothId, GrantId, ParticipantId, SignalId


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothStaffed:
    """Who interprets in the booth from here on."""

    booth: BoothId
    interpreters: tuple[Interpreter, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneTaken:
    """On air."""

    booth: BoothId
    interpreter: ParticipantId
    channel: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneReleased:
    """Off air. ``line_lost``: taken off by somebody else, since her console had gone."""

    booth: BoothId
    interpreter: ParticipantId
    at: datetime
    line_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRequested:
    """Waiting for the other side."""

    booth: BoothId
    by: ParticipantId
    giver: ParticipantId
    taker: ParticipantId
    lapses_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverEnded:
    """``outcome``: accepted (the taker is on air), declined, cancelled or lapsed."""

    booth: BoothId
    outcome: HandoverOutcome
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSet:
    """The booth interprets from here."""

    booth: BoothId
    source: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSet:
    """The booth's outgoing channel."""

    booth: BoothId
    channel: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnElapsed:
    """About thirty minutes on air: a warning."""

    booth: BoothId
    interpreter: ParticipantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRaised:
    """Something is wrong; who said so is not told. ``mark``: see ``RaiseSignal``."""

    signal: SignalId
    kind: SignalKind
    at: datetime
    booth: BoothId | None = None
    grant: GrantId | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalChanged:
    """Acknowledged, handled or finished."""

    signal: SignalId
    state: SignalState
    at: datetime


BoothsEvent = (
    BoothStaffed
    | MicrophoneTaken
    | MicrophoneReleased
    | HandoverRequested
    | HandoverEnded
    | SourceSet
    | ChannelSet
    | TurnElapsed
    | SignalRaised
    | SignalChanged
)
