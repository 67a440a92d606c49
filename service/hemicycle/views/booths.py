"""Seen by the interpreters: the hall's view, and of each speaker the language, the person and the line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Procedure
from hemicycle.rules.state.floor import Grant, Request
from hemicycle.rules.terms import ParticipantId, RequestId
from hemicycle.views import hall
from hemicycle.views.hall import HallCall, HallEntry, HallFrame, HallView
from hemicycle.views.shown import Shown, shared


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


def project(meeting: Meeting) -> BoothsView:
    """The interpreters' view of a meeting that has been set up."""
    return BoothsView(
        **common(meeting),
        entries=Shown(hall.shown_requests(meeting), partial(_entry, meeting.procedure)),
    )


def _entry(procedure: Procedure | None, request: Request) -> BoothsEntry:
    return BoothsEntry(**entry(procedure, request))


@shared
def common(meeting: Meeting) -> dict[str, Any]:
    """What booths and podium see alike: the hall's fields, the floor with its persons, the call's line."""
    called = meeting.called
    return {
        **hall.common(meeting),
        "floor": tuple(BoothsFrame(**_frame(meeting, g)) for g in meeting.floor),
        "called": None
        if called is None
        else BoothsCall(
            request=called.request,
            called_at=called.called_at,
            connection_lost_at=called.connection_lost_at,
        ),
        "presiding": meeting.presiding,
    }


def entry(procedure: Procedure | None, request: Request) -> dict[str, Any]:
    """What the booths see of a request."""
    return {
        **hall.entry(procedure, request),
        "language": request.language,
        "participant": request.participant,
    }


def _frame(meeting: Meeting, grant: Grant) -> dict[str, Any]:
    return {
        **hall.frame(meeting, grant),
        "language": grant.language,
        "participant": grant.participant,
        "connection_lost_at": grant.connection_lost_at,
    }
