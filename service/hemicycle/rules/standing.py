"""What a meeting inherits from the one before."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def inherit_standing(meeting: Meeting, stamped: c.Stamped, command: c.InheritStanding) -> list[e.Event]:
    raise Refused("not-allowed")


def hand_on_standing(meeting: Meeting, stamped: c.Stamped, command: c.HandOnStanding) -> list[e.Event]:
    raise Refused("not-allowed")


def on_standing_inherited(meeting: Meeting, event: e.StandingInherited) -> Meeting:
    return meeting


def on_standing_handed_on(meeting: Meeting, event: e.StandingHandedOn) -> Meeting:
    return meeting
