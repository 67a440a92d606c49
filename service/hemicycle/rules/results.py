"""What follows from a decision."""

from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting


def on_decision_taken(meeting: Meeting, event: e.DecisionTaken) -> Meeting:
    return meeting


def on_agenda_adopted(meeting: Meeting, event: e.AgendaAdopted) -> Meeting:
    return meeting
