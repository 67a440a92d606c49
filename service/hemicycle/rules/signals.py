"""Signals of the booths (INTERPRETATION): what an interpreter tells chair and operator with one key.

Slow down is anonymous: the log itself does not say which booth asked, or had enough, and it concerns the
turn in which it was raised. Each booth asks for itself, and knows its own by a mark that says nothing to
others. An alert (sound unacceptable, cannot interpret) stays until the chair has acknowledged it. Help is
handled by desk or operator, then finished.
"""

from collections.abc import Sequence
from dataclasses import replace

from hemicycle.rules import commands as c
from hemicycle.rules import conditions
from hemicycle.rules import events as e
from hemicycle.rules.booths import interpreter_of, of_meeting
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.booths import Signal, SignalKind, SignalState
from hemicycle.rules.terms import Capacity, SignalId

ALERTS = frozenset({SignalKind.SOUND_UNACCEPTABLE, SignalKind.CANNOT_INTERPRET})


def raise_signal(meeting: Meeting, stamped: c.Stamped, command: c.RaiseSignal) -> list[e.Event]:
    """An interpreter of the booth signals; ``signal-raised`` while the same stands already.

    Of slow down as many may stand as there are booths.
    """
    booth = of_meeting(meeting, command.booth)
    interpreter_of(booth, stamped.actor)
    slow = command.kind is SignalKind.SLOW_DOWN
    named, mark = (None, command.mark) if slow else (booth.id, None)
    same = [s.mark for s in standing(meeting) if (s.kind, s.booth) == (command.kind, named)]
    if mark in same or len(same) == len(meeting.booths):
        raise Refused("signal-raised")
    raised = e.SignalRaised(
        signal=f"s{len(meeting.signals) + 1}",
        kind=command.kind,
        at=stamped.at,
        booth=named,
        grant=meeting.speaking.id if meeting.speaking is not None else None,
        mark=mark,
    )
    return [raised]


def unsigned(meeting: Meeting, stamped: c.Stamped, events: Sequence[e.Event]) -> c.Stamped:
    """What goes into the log beside these events: nothing names which interpreter asked to slow down, or
    says that it is over; the podium's word is signed. ``meeting``: before the events.
    """
    asked = stamped.actor.capacity is Capacity.INTERPRETER and any(
        _of_slow_down(meeting, event) for event in events
    )
    return replace(stamped, actor=c.Actor(capacity=stamped.actor.capacity)) if asked else stamped


def unnamed(meeting: Meeting, command: c.AnyCommand, actor: c.Actor) -> bool:
    """Whether nothing that is kept of this command, taken or refused, may name its sender or the booth: as
    ``unsigned``, for what is remembered beside the log.
    """
    match command:
        case c.RaiseSignal(kind=kind):
            return kind is SignalKind.SLOW_DOWN
        case c.FinishSignal(signal=key) if actor.capacity is Capacity.INTERPRETER:
            return key in meeting.signals and meeting.signals[key].kind is SignalKind.SLOW_DOWN
        case _:
            return False


def _of_slow_down(meeting: Meeting, event: e.Event) -> bool:
    match event:
        case e.SignalRaised(kind=kind):
            return kind is SignalKind.SLOW_DOWN
        case e.SignalChanged(signal=key):
            return key in meeting.signals and meeting.signals[key].kind is SignalKind.SLOW_DOWN
        case _:
            return False


def standing(meeting: Meeting) -> list[Signal]:
    """The signals that are not over, in the order in which they were raised.

    Slow down is over with the turn in which it was raised; while that is interrupted it rests.
    """
    turn = meeting.speaking.id if meeting.speaking is not None else None
    return [
        s
        for s in meeting.signals.values()
        if s.state is not SignalState.FINISHED and (s.kind is not SignalKind.SLOW_DOWN or s.grant == turn)
    ]


def acknowledge_signal(meeting: Meeting, stamped: c.Stamped, command: c.AcknowledgeSignal) -> list[e.Event]:
    """Seen; a call for help is handled. Alerts by the chair or the secretary: ``alert-for-the-chair``."""
    conditions.presiding(meeting, stamped.actor)
    signal = _standing(meeting, command.signal)
    if signal.state is not SignalState.RAISED:
        raise Refused("signal-acknowledged")
    if signal.kind in ALERTS and stamped.actor.capacity not in {Capacity.CHAIR, Capacity.SECRETARIAT}:
        raise Refused("alert-for-the-chair")
    handled = SignalState.HANDLED if signal.kind is SignalKind.HELP else SignalState.ACKNOWLEDGED
    return [e.SignalChanged(signal=signal.id, state=handled, at=stamped.at)]


def finish_signal(meeting: Meeting, stamped: c.Stamped, command: c.FinishSignal) -> list[e.Event]:
    """It is over, says the booth that raised it, or the podium; ``alert-unseen`` before the chair's word."""
    conditions.presiding(meeting, stamped.actor)
    signal = _standing(meeting, command.signal)
    if stamped.actor.capacity is Capacity.INTERPRETER and signal.booth is not None:
        interpreter_of(of_meeting(meeting, signal.booth), stamped.actor)
    if signal.kind in ALERTS and signal.state is SignalState.RAISED:
        raise Refused("alert-unseen")
    return [e.SignalChanged(signal=signal.id, state=SignalState.FINISHED, at=stamped.at)]


def _standing(meeting: Meeting, signal: SignalId) -> Signal:
    conditions.not_adjourned(meeting)
    found = meeting.signals.get(signal)
    if found is None:
        raise Refused("unknown-signal", signal=signal)
    if found.state is SignalState.FINISHED:
        raise Refused("signal-finished")
    return found


def on_signal_raised(meeting: Meeting, event: e.SignalRaised) -> Meeting:
    """It stands."""
    signal = Signal(
        id=event.signal,
        kind=event.kind,
        at=event.at,
        booth=event.booth,
        grant=event.grant,
        mark=event.mark,
    )
    return replace(meeting, signals={**meeting.signals, signal.id: signal})


def on_signal_changed(meeting: Meeting, event: e.SignalChanged) -> Meeting:
    """Acknowledged, handled or over."""
    signal = meeting.signals.get(event.signal)
    if signal is None:
        return meeting
    return replace(meeting, signals={**meeting.signals, signal.id: replace(signal, state=event.state)})
