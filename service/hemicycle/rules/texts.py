"""Texts of statements: handed in, withdrawn, publishable."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def attach_text(meeting: Meeting, stamped: c.Stamped, command: c.AttachText) -> list[e.Event]:
    raise Refused("not-allowed")


def withdraw_text(meeting: Meeting, stamped: c.Stamped, command: c.WithdrawText) -> list[e.Event]:
    raise Refused("not-allowed")


def on_text_attached(meeting: Meeting, event: e.TextAttached) -> Meeting:
    return meeting


def on_text_withdrawn(meeting: Meeting, event: e.TextWithdrawn) -> Meeting:
    return meeting


def on_text_publishable(meeting: Meeting, event: e.TextPublishable) -> Meeting:
    return meeting
