"""Decisions by consensus (CONSENSUS_FIRST)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def ask_consensus(meeting: Meeting, stamped: c.Stamped, command: c.AskConsensus) -> list[e.Event]:
    raise Refused("not-allowed")


def object(meeting: Meeting, stamped: c.Stamped, command: c.Object) -> list[e.Event]:
    raise Refused("not-allowed")


def lift_objection(meeting: Meeting, stamped: c.Stamped, command: c.LiftObjection) -> list[e.Event]:
    raise Refused("not-allowed")


def declare_decided(meeting: Meeting, stamped: c.Stamped, command: c.DeclareDecided) -> list[e.Event]:
    raise Refused("not-allowed")


def abandon_consensus(meeting: Meeting, stamped: c.Stamped, command: c.AbandonConsensus) -> list[e.Event]:
    raise Refused("not-allowed")


def on_consensus_asked(meeting: Meeting, event: e.ConsensusAsked) -> Meeting:
    return meeting


def on_objection_made(meeting: Meeting, event: e.ObjectionMade) -> Meeting:
    return meeting


def on_objection_lifted(meeting: Meeting, event: e.ObjectionLifted) -> Meeting:
    return meeting


def on_consensus_abandoned(meeting: Meeting, event: e.ConsensusAbandoned) -> Meeting:
    return meeting
