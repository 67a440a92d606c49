"""Corrections of the record (CORRECTION)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def correct_statement(meeting: Meeting, stamped: c.Stamped, command: c.CorrectStatement) -> list[e.Event]:
    raise Refused("not-allowed")


def correct_vote(meeting: Meeting, stamped: c.Stamped, command: c.CorrectVote) -> list[e.Event]:
    raise Refused("not-allowed")


def correct_decision(meeting: Meeting, stamped: c.Stamped, command: c.CorrectDecision) -> list[e.Event]:
    raise Refused("not-allowed")


def on_statement_corrected(meeting: Meeting, event: e.StatementCorrected) -> Meeting:
    return meeting


def on_decision_corrected(meeting: Meeting, event: e.DecisionCorrected) -> Meeting:
    return meeting
