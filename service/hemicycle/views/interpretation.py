"""Booths, signals, texts and lines: seen by booths and podium; the hall sees texts once they are public."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.signals import standing
from hemicycle.rules.state.booths import Booth, Handover, OnAir, Signal, SignalKind, SignalState
from hemicycle.rules.state.people import Readiness
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import (
    BoothId,
    DelegationId,
    Fitness,
    GrantId,
    ItemId,
    ParticipantId,
    RequestId,
    SignalId,
    TextId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterShown:
    """An interpreter by id in the directory; working languages A, B and C."""

    participant: ParticipantId
    a: tuple[str, ...]
    b: tuple[str, ...]
    c: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothShown:
    """A booth as it is staffed; ``outgoing``: its channels, two of them for a two-way booth."""

    outgoing: tuple[str, ...]
    interpreters: tuple[InterpreterShown, ...]
    remote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverShown:
    """Asked for by ``by``; ``taker`` would go on air instead of ``giver``; lapses at ``lapses_at``."""

    by: ParticipantId
    giver: ParticipantId
    taker: ParticipantId
    at: datetime
    lapses_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAirShown:
    """What a booth does now: ``interpreter`` speaks into ``channel`` since ``since``, from ``source``.

    ``source``: ``floor`` or the id of a pivot booth. ``turn_elapsed``: it is time to hand over.
    """

    channel: str
    source: str
    turn_elapsed: bool
    interpreter: ParticipantId | None = None
    since: datetime | None = None
    handover: HandoverShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalShown:
    """A signal that is not over. Never who raised it: ``booth`` alone, and none for slow down.

    ``mark``: by which the booth that asked to slow down knows its own again.
    """

    kind: SignalKind
    at: datetime
    state: SignalState
    booth: BoothId | None = None
    grant: GrantId | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HallText:
    """A text that has been delivered and may be read, and in which languages."""

    delegation: DelegationId
    item: ItemId
    languages: tuple[str, ...]
    request: RequestId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsText(HallText):
    """Also those not yet delivered. ``check``: against delivery. ``publishable_at``: since delivery."""

    attached_at: datetime
    check: bool
    publishable_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessShown:
    """What is known of a remote speaker's or an interpreter's line.

    ``since``: when her console came or went; not connected and with a ``since`` her line is lost.
    """

    connected: bool
    sound: Fitness
    tested_at: datetime | None = None
    since: datetime | None = None


def booth_shown(booth: Booth) -> BoothShown:
    """A booth as it is staffed."""
    return BoothShown(
        outgoing=booth.outgoing,
        interpreters=tuple(
            InterpreterShown(participant=i.participant, a=i.a, b=i.b, c=i.c) for i in booth.interpreters
        ),
        remote=booth.remote,
    )


def on_air_shown(state: OnAir) -> OnAirShown:
    """What a booth does now."""
    return OnAirShown(
        channel=state.channel,
        source=state.source,
        turn_elapsed=state.turn_elapsed,
        interpreter=state.interpreter,
        since=state.since,
        handover=None if state.handover is None else _handover(state.handover),
    )


def _handover(handover: Handover) -> HandoverShown:
    return HandoverShown(
        by=handover.by,
        giver=handover.giver,
        taker=handover.taker,
        at=handover.at,
        lapses_at=handover.lapses_at,
    )


def signals(meeting: Meeting) -> dict[SignalId, SignalShown]:
    """The signals that are not over."""
    return {signal.id: _signal(signal) for signal in standing(meeting)}


def _signal(signal: Signal) -> SignalShown:
    anonymous = signal.kind is SignalKind.SLOW_DOWN
    return SignalShown(
        kind=signal.kind,
        at=signal.at,
        state=signal.state,
        booth=None if anonymous else signal.booth,
        grant=signal.grant,
        mark=signal.mark,
    )


def hall_texts(meeting: Meeting) -> dict[TextId, HallText]:
    """The texts that the body lets everybody read, once delivered."""
    if meeting.procedure is None or not meeting.procedure.publish_texts:
        return {}
    return {
        text.id: HallText(
            delegation=text.delegation, item=text.item, languages=text.languages, request=text.request
        )
        for text in meeting.texts.values()
        if text.publishable_at is not None
    }


def booths_text(text: StatementText) -> BoothsText:
    """A text as booths and podium know it: that it is there, and in which languages."""
    return BoothsText(
        delegation=text.delegation,
        item=text.item,
        languages=text.languages,
        request=text.request,
        attached_at=text.attached_at,
        check=text.check,
        publishable_at=text.publishable_at,
    )


def readiness_shown(readiness: Readiness) -> ReadinessShown:
    """What is known of a line."""
    return ReadinessShown(
        connected=readiness.connected,
        sound=readiness.sound,
        tested_at=readiness.tested_at,
        since=readiness.since,
    )
