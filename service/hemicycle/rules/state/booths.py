"""Interpretation as state: booths, who is on air, where from; signals."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hemicycle.rules.terms import BoothId, GrantId, ParticipantId, SignalId

FLOOR = "floor"
"""The source of a booth that interprets from the floor itself; else the id of its pivot booth."""


class SignalKind(StrEnum):
    """What an interpreter tells: slow down and help, and the alerts that the chair must see."""

    SLOW_DOWN = "slow_down"
    SOUND_UNACCEPTABLE = "sound_unacceptable"
    CANNOT_INTERPRET = "cannot_interpret"
    HELP = "help"
    TEXT_MISSING = "text_missing"


class SignalState(StrEnum):
    """A signal's way. Alerts are acknowledged by the chair; help is handled, then finished."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    HANDLED = "handled"
    FINISHED = "finished"


class HandoverOutcome(StrEnum):
    """How a handover ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """An interpreter of a booth: mother tongue(s) A, active B, passive C."""

    participant: ParticipantId
    a: tuple[str, ...]
    b: tuple[str, ...] = ()
    c: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Booth:
    """A booth as it is staffed. ``outgoing``: its channels; two of them for a two-way booth (A and B)."""

    id: BoothId
    outgoing: tuple[str, ...]
    interpreters: tuple[Interpreter, ...] = ()
    remote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Asked for and not yet answered; ``by`` started it, ``taker`` would go on air. Lapses after 60 s."""

    by: ParticipantId
    giver: ParticipantId
    taker: ParticipantId
    at: datetime
    lapses_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAir:
    """What a booth does now. ``interpreter`` None: nobody's microphone is live.

    ``channel``: the outgoing language; ``source``: ``floor`` or a pivot booth. ``turn_elapsed``: the warning
    of about thirty minutes has been given.
    """

    channel: str
    source: str = FLOOR
    interpreter: ParticipantId | None = None
    since: datetime | None = None
    handover: Handover | None = None
    turn_elapsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One signal. Who raised it is told nowhere: ``booth`` alone, and for slow down a random ``mark``."""

    id: SignalId
    kind: SignalKind
    at: datetime
    booth: BoothId | None = None
    grant: GrantId | None = None
    state: SignalState = SignalState.RAISED
    mark: str | None = None
