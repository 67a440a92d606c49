"""The order of speakers: segments, methods, the frozen head, departures, closing by the clock (STATEMENT_ORDER)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def set_list_closing(meeting: Meeting, stamped: c.Stamped, command: c.SetListClosing) -> list[e.Event]:
    raise Refused("not-allowed")


def freeze_head(meeting: Meeting, stamped: c.Stamped, command: c.FreezeHead) -> list[e.Event]:
    raise Refused("not-allowed")


def move_request(meeting: Meeting, stamped: c.Stamped, command: c.MoveRequest) -> list[e.Event]:
    raise Refused("not-allowed")


def open_segment(meeting: Meeting, stamped: c.Stamped, command: c.OpenSegment) -> list[e.Event]:
    raise Refused("not-allowed")


def close_list_on_time(meeting: Meeting, stamped: c.Stamped, command: c.CloseListOnTime) -> list[e.Event]:
    raise Refused("not-allowed")


def on_list_closing_set(meeting: Meeting, event: e.ListClosingSet) -> Meeting:
    return meeting


def on_head_frozen(meeting: Meeting, event: e.HeadFrozen) -> Meeting:
    return meeting


def on_request_moved(meeting: Meeting, event: e.RequestMoved) -> Meeting:
    return meeting


def on_segment_opened(meeting: Meeting, event: e.SegmentOpened) -> Meeting:
    return meeting
