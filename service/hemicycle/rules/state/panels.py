"""Panels: presentations, then questions in batches and answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from hemicycle.rules.terms import ItemId, PanelId, ParticipantId, RequestId


class PanelPhase(StrEnum):
    """Where a panel stands; questions and answers alternate."""

    PRESENTATIONS = "presentations"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel. ``moderator``, ``panellists``: participants of the podium, in the order of speaking.

    ``batch``: how many questions are taken before an answer. ``presented``: who has given a presentation.
    Of the present batch: ``asked``, requests already put; ``responses``, panellists who asked to answer, in
    the order in which they did; ``answered``, those who have. Of this phase: ``passed_over``, who speaks
    again after the others, and ``left``, the speaking time that is held for her.
    """

    id: PanelId
    item: ItemId
    title: str
    panellists: tuple[ParticipantId, ...]
    opened_at: datetime
    moderator: ParticipantId | None = None
    presentation_seconds: int = 600
    question_seconds: int = 120
    answer_seconds: int = 300
    rebuttal_seconds: int = 60
    batch: int = 3
    phase: PanelPhase = PanelPhase.PRESENTATIONS
    presented: tuple[ParticipantId, ...] = ()
    asked: tuple[RequestId, ...] = ()
    answered: tuple[ParticipantId, ...] = ()
    responses: tuple[ParticipantId, ...] = ()
    passed_over: tuple[ParticipantId, ...] = ()
    left: Mapping[ParticipantId, timedelta] = field(default_factory=dict)
