"""Rights of reply (REPLY)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation


def admit_reply(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """Whether this delegation has a right of reply now."""
    raise Refused("not-allowed")


def begin_replies(meeting: Meeting, stamped: c.Stamped, command: c.BeginReplies) -> list[e.Event]:
    raise Refused("not-allowed")


def decline_request(meeting: Meeting, stamped: c.Stamped, command: c.DeclineRequest) -> list[e.Event]:
    raise Refused("not-allowed")


def on_replies_begun(meeting: Meeting, event: e.RepliesBegun) -> Meeting:
    return meeting


def on_request_declined(meeting: Meeting, event: e.RequestDeclined) -> Meeting:
    return meeting
