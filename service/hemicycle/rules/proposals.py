"""Proposals and amendments."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def table_proposal(meeting: Meeting, stamped: c.Stamped, command: c.TableProposal) -> list[e.Event]:
    raise Refused("not-allowed")


def withdraw_proposal(meeting: Meeting, stamped: c.Stamped, command: c.WithdrawProposal) -> list[e.Event]:
    raise Refused("not-allowed")


def table_amendment(meeting: Meeting, stamped: c.Stamped, command: c.TableAmendment) -> list[e.Event]:
    raise Refused("not-allowed")


def order_amendments(meeting: Meeting, stamped: c.Stamped, command: c.OrderAmendments) -> list[e.Event]:
    raise Refused("not-allowed")


def withdraw_amendment(meeting: Meeting, stamped: c.Stamped, command: c.WithdrawAmendment) -> list[e.Event]:
    raise Refused("not-allowed")


def revise_orally(meeting: Meeting, stamped: c.Stamped, command: c.ReviseOrally) -> list[e.Event]:
    raise Refused("not-allowed")


def on_proposal_tabled(meeting: Meeting, event: e.ProposalTabled) -> Meeting:
    return meeting


def on_proposal_withdrawn(meeting: Meeting, event: e.ProposalWithdrawn) -> Meeting:
    return meeting


def on_amendment_tabled(meeting: Meeting, event: e.AmendmentTabled) -> Meeting:
    return meeting


def on_amendments_ordered(meeting: Meeting, event: e.AmendmentsOrdered) -> Meeting:
    return meeting


def on_amendment_withdrawn(meeting: Meeting, event: e.AmendmentWithdrawn) -> Meeting:
    return meeting


def on_oral_amendment_read(meeting: Meeting, event: e.OralAmendmentRead) -> Meeting:
    return meeting


def on_proposal_divided(meeting: Meeting, event: e.ProposalDivided) -> Meeting:
    return meeting


def on_proposal_reopened(meeting: Meeting, event: e.ProposalReopened) -> Meeting:
    return meeting
