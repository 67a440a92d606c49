"""Panels."""

from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import GrantId, ItemId, PanelId, ParticipantId, PassedOverCause, RequestId


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
class PanellistPassedOver:
    """The chair went on without the panellist who spoke; she is given the floor again after the others.

    ``left_ms``: the speaking time held for her.
    """

    panel: PanelId
    panellist: ParticipantId
    grant: GrantId
    cause: PassedOverCause
    at: datetime
    left_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelClosed:
    """It ended; ``dropped``: questions that were not put."""

    panel: PanelId
    dropped: tuple[RequestId, ...]
    at: datetime


PanelsEvent = PanelOpened | PanelTurned | ResponseAsked | PanellistPassedOver | PanelClosed
