"""Panels."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import ItemId, PanelId, ParticipantId, RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelOpened:
    """A panel began."""

    panel: PanelId
    item: ItemId
    title: str
    panellists: tuple[ParticipantId, ...]
    presentation_seconds: int
    question_seconds: int
    answer_seconds: int
    rebuttal_seconds: int
    batch: int
    at: datetime
    moderator: ParticipantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelTurned:
    """It went on to this phase."""

    panel: PanelId
    phase: PanelPhase
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseAsked:
    """A panellist asked to answer."""

    panel: PanelId
    panellist: ParticipantId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelClosed:
    """It ended; ``dropped``: questions that were not put."""

    panel: PanelId
    dropped: tuple[RequestId, ...]
    at: datetime


PanelsEvent = PanelOpened | PanelTurned | ResponseAsked | PanelClosed
