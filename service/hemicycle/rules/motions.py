"""Motions (MOTION_ORDER)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation


def admit_speaker(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """To speak for or against a motion."""
    raise Refused("not-allowed")


def move(meeting: Meeting, stamped: c.Stamped, command: c.Move) -> list[e.Event]:
    raise Refused("not-allowed")


def withdraw_motion(meeting: Meeting, stamped: c.Stamped, command: c.WithdrawMotion) -> list[e.Event]:
    raise Refused("not-allowed")


def take_up_motion(meeting: Meeting, stamped: c.Stamped, command: c.TakeUpMotion) -> list[e.Event]:
    raise Refused("not-allowed")


def on_motion_made(meeting: Meeting, event: e.MotionMade) -> Meeting:
    return meeting


def on_motion_withdrawn(meeting: Meeting, event: e.MotionWithdrawn) -> Meeting:
    return meeting


def on_motion_taken_up(meeting: Meeting, event: e.MotionTakenUp) -> Meeting:
    return meeting


def on_motion_decided(meeting: Meeting, event: e.MotionDecided) -> Meeting:
    return meeting


def on_motion_lapsed(meeting: Meeting, event: e.MotionLapsed) -> Meeting:
    return meeting


def on_statements_limited(meeting: Meeting, event: e.StatementsLimited) -> Meeting:
    return meeting


def on_debate_adjourned(meeting: Meeting, event: e.DebateAdjourned) -> Meeting:
    return meeting


def on_debate_closed(meeting: Meeting, event: e.DebateClosed) -> Meeting:
    return meeting
