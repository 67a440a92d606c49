"""Signals of the booths."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def raise_signal(meeting: Meeting, stamped: c.Stamped, command: c.RaiseSignal) -> list[e.Event]:
    raise Refused("not-allowed")


def acknowledge_signal(meeting: Meeting, stamped: c.Stamped, command: c.AcknowledgeSignal) -> list[e.Event]:
    raise Refused("not-allowed")


def finish_signal(meeting: Meeting, stamped: c.Stamped, command: c.FinishSignal) -> list[e.Event]:
    raise Refused("not-allowed")


def on_signal_raised(meeting: Meeting, event: e.SignalRaised) -> Meeting:
    return meeting


def on_signal_changed(meeting: Meeting, event: e.SignalChanged) -> Meeting:
    return meeting
