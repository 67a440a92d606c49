"""Explanations of vote (EXPLANATION)."""

from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation


def admit_explanation(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """An explanation of vote, before or after."""
    raise Refused("not-allowed")
