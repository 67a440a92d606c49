"""Questions to a panel, and rebuttals (PANEL): beside the item's list, and whether or not that is open."""

from hemicycle.rules import conditions, panels
from hemicycle.rules.admission import Admission, Ask
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import DelegationId, RequestKind, RequestState


def admit_question(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """A question, as long as the panel goes on: the presentations may still be under way."""
    panel = _panel(meeting, ask)
    return _admission(meeting, panel, delegation, panel.question_seconds)


def admit_rebuttal(meeting: Meeting, ask: Ask, delegation: Delegation) -> Admission:
    """Once a panellist has answered: of those who asked, and of the panellists' own delegations."""
    panel = _panel(meeting, ask)
    if panel.phase is not PanelPhase.ANSWERS or not panel.answered:
        raise Refused("nothing-to-rebut")
    if delegation.id not in _asked(meeting, panel) | _own(meeting, panel):
        raise Refused("rebuttal-not-yours")
    return _admission(meeting, panel, delegation, panel.rebuttal_seconds)


def _panel(meeting: Meeting, ask: Ask) -> Panel:
    panel = panels.running(meeting)
    if panel is None or ask.item not in {None, panel.item}:
        raise Refused("no-panel")
    return panel


def _admission(meeting: Meeting, panel: Panel, delegation: Delegation, seconds: int) -> Admission:
    tier = conditions.procedure_of(meeting).tier_for(delegation.category, on_behalf_of=False)
    if tier is None:
        raise Refused("no-tier")
    return Admission(item=panel.item, tier=tier, seconds=seconds, panel=panel.id)


def _asked(meeting: Meeting, panel: Panel) -> set[DelegationId]:
    """Whose questions have been put to this panel."""
    return {
        r.delegation
        for r in meeting.requests.values()
        if (r.kind, r.panel, r.state) == (RequestKind.QUESTION, panel.id, RequestState.DELIVERED)
    }


def _own(meeting: Meeting, panel: Panel) -> set[DelegationId]:
    """The delegations from which the panellists come."""
    members = (meeting.podium.get(p) for p in panel.panellists)
    return {m.delegation for m in members if m is not None and m.delegation is not None}
