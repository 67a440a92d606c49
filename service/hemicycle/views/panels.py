"""Panels: the hall sees titles, booths and podium the persons too."""

from dataclasses import dataclass
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.panels import running
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.terms import DelegationId, ItemId, PanelId, ParticipantId, RequestId, Title


@dataclass(frozen=True, slots=True, kw_only=True)
class HallPanellist:
    """A panellist. ``responds``: her place in the response list, from 1; ``passed_over``: comes later."""

    title: Title
    presented: bool
    answered: bool
    delegation: DelegationId | None = None
    responds: int | None = None
    passed_over: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsPanellist(HallPanellist):
    """``participant``: id in the directory."""

    participant: ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class HallPanel:
    """A panel. ``asked``: the questions of this batch, of ``batch`` that are taken before an answer.

    The questions that wait stand in the item's list.
    """

    id: PanelId
    item: ItemId
    title: str
    phase: PanelPhase
    panellists: tuple[HallPanellist, ...]
    asked: tuple[RequestId, ...]
    batch: int
    presentation_seconds: int
    question_seconds: int
    answer_seconds: int
    rebuttal_seconds: int
    moderator: Title | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsPanel(HallPanel):
    """``moderated_by``: id in the directory."""

    panellists: tuple[BoothsPanellist, ...]
    moderated_by: ParticipantId | None = None


def hall_panel(meeting: Meeting) -> HallPanel | None:
    """The panel that is open."""
    panel = running(meeting)
    if panel is None:
        return None
    panellists = tuple(HallPanellist(**_panellist(meeting, panel, who)) for who in panel.panellists)
    return HallPanel(**_panel(meeting, panel), panellists=panellists)


def booths_panel(meeting: Meeting) -> BoothsPanel | None:
    """The same with persons."""
    panel = running(meeting)
    if panel is None:
        return None
    panellists = tuple(
        BoothsPanellist(**_panellist(meeting, panel, who), participant=who) for who in panel.panellists
    )
    return BoothsPanel(**_panel(meeting, panel), panellists=panellists, moderated_by=panel.moderator)


def _panel(meeting: Meeting, panel: Panel) -> dict[str, Any]:
    moderator = meeting.podium.get(panel.moderator or "")
    return {
        "id": panel.id,
        "item": panel.item,
        "title": panel.title,
        "phase": panel.phase,
        "asked": panel.asked,
        "batch": panel.batch,
        "presentation_seconds": panel.presentation_seconds,
        "question_seconds": panel.question_seconds,
        "answer_seconds": panel.answer_seconds,
        "rebuttal_seconds": panel.rebuttal_seconds,
        "moderator": moderator.title if moderator else None,
    }


def _panellist(meeting: Meeting, panel: Panel, who: ParticipantId) -> dict[str, Any]:
    member = meeting.podium.get(who)
    return {
        "title": member.title if member else "",
        "presented": who in panel.presented,
        "answered": who in panel.answered,
        "delegation": member.delegation if member else None,
        "passed_over": who in panel.passed_over or None,
        "responds": panel.responses.index(who) + 1 if who in panel.responses else None,
    }
