"""Votes (VOTES, METHOD, VOTE_LOCK)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Question


def ask_method(meeting: Meeting, stamped: c.Stamped, command: c.AskMethod) -> list[e.Event]:
    raise Refused("not-allowed")


def open_vote(meeting: Meeting, stamped: c.Stamped, command: c.OpenVote) -> list[e.Event]:
    raise Refused("not-allowed")


def cast_vote(meeting: Meeting, stamped: c.Stamped, command: c.CastVote) -> list[e.Event]:
    raise Refused("not-allowed")


def record_vote(meeting: Meeting, stamped: c.Stamped, command: c.RecordVote) -> list[e.Event]:
    raise Refused("not-allowed")


def enter_count(meeting: Meeting, stamped: c.Stamped, command: c.EnterCount) -> list[e.Event]:
    raise Refused("not-allowed")


def close_vote(meeting: Meeting, stamped: c.Stamped, command: c.CloseVote) -> list[e.Event]:
    raise Refused("not-allowed")


def cancel_vote(meeting: Meeting, stamped: c.Stamped, command: c.CancelVote) -> list[e.Event]:
    raise Refused("not-allowed")


def on_method_asked(meeting: Meeting, event: e.MethodAsked) -> Meeting:
    return meeting


def on_vote_opened(meeting: Meeting, event: e.VoteOpened) -> Meeting:
    return meeting


def on_vote_cast(meeting: Meeting, event: e.VoteCast) -> Meeting:
    return meeting


def on_vote_passed(meeting: Meeting, event: e.VotePassed) -> Meeting:
    return meeting


def on_count_entered(meeting: Meeting, event: e.CountEntered) -> Meeting:
    return meeting


def on_vote_cancelled(meeting: Meeting, event: e.VoteCancelled) -> Meeting:
    return meeting


def opened(meeting: Meeting, stamped: c.Stamped, question: Question) -> list[e.Event]:
    """The vote on this question begins; refused while another is open, and without a quorum."""
    raise Refused("not-allowed")
