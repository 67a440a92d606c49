"""Booths: who is on air, from where (INTERPRETATION)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def staff_booth(meeting: Meeting, stamped: c.Stamped, command: c.StaffBooth) -> list[e.Event]:
    raise Refused("not-allowed")


def take_microphone(meeting: Meeting, stamped: c.Stamped, command: c.TakeMicrophone) -> list[e.Event]:
    raise Refused("not-allowed")


def release_microphone(meeting: Meeting, stamped: c.Stamped, command: c.ReleaseMicrophone) -> list[e.Event]:
    raise Refused("not-allowed")


def set_source(meeting: Meeting, stamped: c.Stamped, command: c.SetSource) -> list[e.Event]:
    raise Refused("not-allowed")


def set_channel(meeting: Meeting, stamped: c.Stamped, command: c.SetChannel) -> list[e.Event]:
    raise Refused("not-allowed")


def elapse_turn(meeting: Meeting, stamped: c.Stamped, command: c.ElapseTurn) -> list[e.Event]:
    raise Refused("not-allowed")


def on_booth_staffed(meeting: Meeting, event: e.BoothStaffed) -> Meeting:
    return meeting


def on_microphone_taken(meeting: Meeting, event: e.MicrophoneTaken) -> Meeting:
    return meeting


def on_microphone_released(meeting: Meeting, event: e.MicrophoneReleased) -> Meeting:
    return meeting


def on_source_set(meeting: Meeting, event: e.SourceSet) -> Meeting:
    return meeting


def on_channel_set(meeting: Meeting, event: e.ChannelSet) -> Meeting:
    return meeting


def on_turn_elapsed(meeting: Meeting, event: e.TurnElapsed) -> Meeting:
    return meeting
