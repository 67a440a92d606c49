"""Seen by the interpreters: the hall's view, and of each speaker the language, the person and the line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hemicycle.rules.terms import ParticipantId, RequestId
from hemicycle.views.hall import HallCall, HallEntry, HallFrame, HallView


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsEntry(HallEntry):
    """``language`` that the speaker announced; ``participant``: id in the directory."""

    language: str | None = None
    participant: ParticipantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsCall(HallCall):
    """``connection_lost_at``: the called speaker's line is lost since then."""

    connection_lost_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsFrame(HallFrame):
    """The floor with person, language and line."""

    language: str | None = None
    participant: ParticipantId | None = None
    connection_lost_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothsView(HallView):
    """The hall's view with entries, floor and call of the booths' kind."""

    entries: Mapping[RequestId, BoothsEntry]
    floor: tuple[BoothsFrame, ...]
    called: BoothsCall | None = None
    presiding: ParticipantId | None = None
