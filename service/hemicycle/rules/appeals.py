"""Appeals against rulings (APPEAL)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def appeal(meeting: Meeting, stamped: c.Stamped, command: c.Appeal) -> list[e.Event]:
    raise Refused("not-allowed")


def on_ruling_appealed(meeting: Meeting, event: e.RulingAppealed) -> Meeting:
    return meeting


def on_appeal_decided(meeting: Meeting, event: e.AppealDecided) -> Meeting:
    return meeting
