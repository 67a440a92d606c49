"""Readiness of remote speakers (READINESS)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def mark_sound(meeting: Meeting, stamped: c.Stamped, command: c.MarkSound) -> list[e.Event]:
    raise Refused("not-allowed")


def mark_tested(meeting: Meeting, stamped: c.Stamped, command: c.MarkTested) -> list[e.Event]:
    raise Refused("not-allowed")


def note_ready(meeting: Meeting, stamped: c.Stamped, command: c.NoteReady) -> list[e.Event]:
    raise Refused("not-allowed")


def on_participant_connected(meeting: Meeting, event: e.ParticipantConnected) -> Meeting:
    return meeting


def on_sound_marked(meeting: Meeting, event: e.SoundMarked) -> Meeting:
    return meeting


def on_connection_tested(meeting: Meeting, event: e.ConnectionTested) -> Meeting:
    return meeting


def on_readiness_overridden(meeting: Meeting, event: e.ReadinessOverridden) -> Meeting:
    return meeting
