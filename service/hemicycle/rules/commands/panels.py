"""Panels."""

from dataclasses import dataclass

from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import ItemId, ParticipantId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPanel:
    """A panel on the item: its moderator and panellists are members of the podium."""

    item: ItemId
    title: str
    panellists: tuple[ParticipantId, ...]
    moderator: ParticipantId | None = None
    presentation_seconds: int = 600
    question_seconds: int = 120
    answer_seconds: int = 300
    rebuttal_seconds: int = 60
    batch: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NextOfPanel:
    """The next presentation, question of the batch, or answer.

    Panellists are given the floor at once, one who is not ready only with ``override``, a reason; questioners
    are called.
    """

    override: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTo:
    """Go on to questions or to answers although the phase is not at its end."""

    phase: PanelPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToRespond:
    """A panellist (or the desk for one) asks to answer; the response list stands beside the requests."""

    panellist: ParticipantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePanel:
    """The panel has ended. ``confirmed``: although questions wait."""

    confirmed: bool = False


PanelsCommand = OpenPanel | NextOfPanel | TurnTo | AskToRespond | ClosePanel
