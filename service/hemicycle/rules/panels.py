"""Panels (PANEL)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def open_panel(meeting: Meeting, stamped: c.Stamped, command: c.OpenPanel) -> list[e.Event]:
    raise Refused("not-allowed")


def next_of_panel(meeting: Meeting, stamped: c.Stamped, command: c.NextOfPanel) -> list[e.Event]:
    raise Refused("not-allowed")


def turn_to(meeting: Meeting, stamped: c.Stamped, command: c.TurnTo) -> list[e.Event]:
    raise Refused("not-allowed")


def ask_to_respond(meeting: Meeting, stamped: c.Stamped, command: c.AskToRespond) -> list[e.Event]:
    raise Refused("not-allowed")


def close_panel(meeting: Meeting, stamped: c.Stamped, command: c.ClosePanel) -> list[e.Event]:
    raise Refused("not-allowed")


def on_panel_opened(meeting: Meeting, event: e.PanelOpened) -> Meeting:
    return meeting


def on_panel_turned(meeting: Meeting, event: e.PanelTurned) -> Meeting:
    return meeting


def on_response_asked(meeting: Meeting, event: e.ResponseAsked) -> Meeting:
    return meeting


def on_panel_closed(meeting: Meeting, event: e.PanelClosed) -> Meeting:
    return meeting
