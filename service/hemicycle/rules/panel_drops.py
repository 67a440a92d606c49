"""A panellist passed over: off the floor, to speak again after the others with the time held (PANEL)."""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import turns
from hemicycle.rules.events import Event, PanellistPassedOver
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.panels import begun, running
from hemicycle.rules.state.floor import Grant
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import PassedOverCause, RequestKind

_MS = timedelta(milliseconds=1)


def put_aside(meeting: Meeting, grant: Grant, cause: PassedOverCause, at: datetime) -> list[Event]:
    """The panellist who presents or answers is passed over; nothing where the grant is no such turn."""
    panel, ref = running(meeting), grant.holder.ref
    if panel is None or grant.holder.delegation is not None:
        return []
    presents = panel.phase is PanelPhase.PRESENTATIONS and ref in panel.presented
    answers = grant.kind is RequestKind.RESPONSE and ref in panel.answered
    if not presents and not answers:
        return []
    left = grant.left(at)
    return [
        PanellistPassedOver(
            panel=panel.id,
            panellist=ref,
            grant=grant.id,
            cause=cause,
            at=at,
            left_ms=None if left is None else max(left, timedelta()) // _MS,
        )
    ]


def on_panellist_passed_over(meeting: Meeting, event: PanellistPassedOver) -> Meeting:
    """Off the floor; she has neither presented nor answered, and her time is held."""
    grant = next((g for g in meeting.floor if g.id == event.grant), None)
    if grant is not None:
        meeting = turns.ended(meeting, grant, at=event.at, spoken=grant.spoken(event.at), partial=True)
        meeting = replace(meeting, floor=tuple(g for g in meeting.floor if g.id != event.grant))
    panel, who = meeting.panel, event.panellist
    if panel is None or panel.id != event.panel:
        return meeting
    panel = begun(panel, who)
    held = {} if event.left_ms is None else {who: event.left_ms * _MS}
    return replace(
        meeting,
        panel=replace(
            panel,
            presented=tuple(
                p for p in panel.presented if p != who or panel.phase is not PanelPhase.PRESENTATIONS
            ),
            answered=tuple(p for p in panel.answered if p != who),
            passed_over=(*panel.passed_over, who),
            left={**panel.left, **held},
        ),
    )
