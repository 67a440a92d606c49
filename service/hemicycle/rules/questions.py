"""Questions to a panel, and rebuttals (PANEL)."""

from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import Delegation


def admit_question(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """A question to the panel."""
    raise Refused("not-allowed")


def admit_rebuttal(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """A short rebuttal after the panel's answers."""
    raise Refused("not-allowed")
