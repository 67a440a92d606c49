"""Taken as read: the text stands as delivered, of who waits or of a speaker whose line was lost."""

from dataclasses import replace
from datetime import timedelta

from hemicycle.rules import conditions, texts, turns
from hemicycle.rules.commands import Stamped, TakeAsRead
from hemicycle.rules.events import Event, StatementTakenAsRead
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import WAITING, Grant, Request
from hemicycle.rules.terms import RequestKind, RequestState

READABLE = frozenset({RequestKind.STATEMENT, RequestKind.REPLY, RequestKind.EXPLANATION})
"""What may stand as a text instead of being heard."""

_MS = timedelta(milliseconds=1)


def take_as_read(meeting: Meeting, stamped: Stamped, command: TakeAsRead) -> list[Event]:
    """The chair takes the text as delivered; of a speaker only once her line was lost."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    request = conditions.pending_request(meeting, command.request)
    if request.kind not in READABLE:
        raise Refused("not-a-text", kind=request.kind)
    published = texts.published(meeting, request.id, stamped.at)
    if request.state in WAITING:
        return [StatementTakenAsRead(request=request.id, at=stamped.at), *published]
    if request.state is RequestState.CALLED:
        _require_lost(lost=meeting.called is not None and meeting.called.connection_lost_at is not None)
        return [StatementTakenAsRead(request=request.id, at=stamped.at), *published]
    grant = _speaking(meeting, request)
    _require_lost(lost=grant.connection_lost_at is not None)
    spoken_ms = grant.spoken(stamped.at) // _MS
    return [
        StatementTakenAsRead(request=request.id, grant=grant.id, spoken_ms=spoken_ms, at=stamped.at),
        *published,
    ]


def _speaking(meeting: Meeting, request: Request) -> Grant:
    """The speaker's frame; while she is interrupted what is above it comes first."""
    grant = conditions.someone_speaking(meeting)
    if meeting.called is not None:
        raise Refused("speaker-called")
    if grant.request != request.id:
        raise Refused("floor-held")
    return grant


def _require_lost(*, lost: bool) -> None:
    if not lost:
        raise Refused("line-not-lost")


def on_statement_taken_as_read(meeting: Meeting, event: StatementTakenAsRead) -> Meeting:
    """Off the list and off the floor; it counts as heard."""
    request = meeting.requests.get(event.request)
    if request is None:
        return meeting
    grant = next((g for g in meeting.floor if g.id == event.grant), None)
    if grant is None:
        counted = turns.read(meeting, request)
    else:
        counted = turns.ended(meeting, grant, at=event.at, spoken=event.spoken_ms * _MS)
    changed = with_request(
        counted, request.id, state=RequestState.TAKEN_AS_READ, left=None, ended_at=event.at
    )
    called = changed.called
    return replace(
        changed,
        called=None if called is not None and called.request == request.id else called,
        floor=tuple(g for g in changed.floor if g.request != request.id),
        delivered=(*changed.delivered, request.id),
    )
