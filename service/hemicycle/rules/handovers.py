"""Handovers of the microphone within a booth."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def request_handover(meeting: Meeting, stamped: c.Stamped, command: c.RequestHandover) -> list[e.Event]:
    raise Refused("not-allowed")


def answer_handover(meeting: Meeting, stamped: c.Stamped, command: c.AnswerHandover) -> list[e.Event]:
    raise Refused("not-allowed")


def cancel_handover(meeting: Meeting, stamped: c.Stamped, command: c.CancelHandover) -> list[e.Event]:
    raise Refused("not-allowed")


def lapse_handover(meeting: Meeting, stamped: c.Stamped, command: c.LapseHandover) -> list[e.Event]:
    raise Refused("not-allowed")


def on_handover_requested(meeting: Meeting, event: e.HandoverRequested) -> Meeting:
    return meeting


def on_handover_ended(meeting: Meeting, event: e.HandoverEnded) -> Meeting:
    return meeting
