"""Seen by the interpreters: the hall's view with languages, persons and lines, and the booths."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.terms import BoothId, ParticipantId, RequestId, SignalId, TextId
from hemicycle.views import floor, hall, interpretation, lists, panels, staffing, votes
from hemicycle.views.floor import BoothsCall, BoothsFrame
from hemicycle.views.hall import HallView
from hemicycle.views.interpretation import (
    BoothShown,
    BoothsText,
    OnAirShown,
    ReadinessShown,
    SignalShown,
)
from hemicycle.views.lists import BoothsEntry
from hemicycle.views.panels import BoothsPanel
from hemicycle.views.shown import Shown, shared
from hemicycle.views.staffing import StaffingWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsView(HallView):
    """The hall's view with entries, floor, call, panel and texts of the booths' kind, and the booths.

    ``next``: who will be called next, at most five, in order. ``signals``: those not finished.
    ``readiness``: of remote speakers and interpreters, by participant.
    """

    entries: Mapping[RequestId, BoothsEntry]
    floor: tuple[BoothsFrame, ...]
    texts: Mapping[TextId, BoothsText]
    next: tuple[RequestId, ...]
    booths: Mapping[BoothId, BoothShown]
    on_air: Mapping[BoothId, OnAirShown]
    signals: Mapping[SignalId, SignalShown]
    readiness: Mapping[ParticipantId, ReadinessShown]
    staffing: tuple[StaffingWarning, ...]
    called: BoothsCall | None = None
    panel: BoothsPanel | None = None
    presiding: ParticipantId | None = None


def project(meeting: Meeting) -> BoothsView:
    """The interpreters' view of a meeting that has been set up."""
    return BoothsView(
        **common(meeting),
        entries=Shown(lists.shown_requests(meeting), partial(lists.booths_entry, meeting.procedure)),
        vote=votes.hall_vote(meeting),
    )


@shared
def common(meeting: Meeting) -> dict[str, Any]:
    """What booths and podium see alike: the hall's fields, and persons, lines, booths and texts."""
    return {
        **hall.common(meeting),
        "floor": floor.booths_floor(meeting),
        "called": floor.booths_call(meeting.called),
        "panel": panels.booths_panel(meeting),
        "presiding": meeting.presiding,
        "next": lists.next_speakers(meeting),
        "booths": Shown(meeting.booths, interpretation.booth_shown),
        "on_air": Shown(meeting.on_air, interpretation.on_air_shown),
        "signals": interpretation.signals(meeting),
        "texts": Shown(meeting.texts, interpretation.booths_text),
        "readiness": Shown(meeting.readiness, interpretation.readiness_shown),
        "staffing": staffing.warnings(meeting),
    }
