"""A calendar as rows, in the order in which tables refer to each other."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from hemicycle.registry.calendar_model import Calendar
from hemicycle.storage import tables

Rows = tuple[type[tables.Administered], list[dict[str, Any]]]


def meeting_id(conference: str, number: int) -> str:
    """The id of a meeting, by its number."""
    return f"{conference}-{number}"


def calendar_rows(calendar: Calendar, conference: str, zone: ZoneInfo) -> Iterator[Rows]:
    """Each table with its rows; who and when are the caller's."""
    of = {"conference_id": conference}
    yield tables.BodyRow, [{**of, "id": b.id, "names": dict(b.names)} for b in calendar.bodies]
    yield tables.SessionRow, [{**of, **session} for session in _sessions(calendar)]
    yield tables.RoomRow, [{**of, **room.model_dump()} for room in calendar.rooms]
    yield tables.MeetingRow, [{**of, **meeting} for meeting in _meetings(calendar, conference, zone)]
    yield tables.AgendaItemRow, [{**of, **item} for item in _agenda(calendar)]
    yield (
        tables.MeetingSessionRow,
        [
            {**of, "meeting_id": meeting_id(conference, meeting.number), "session_id": session}
            for meeting in calendar.meetings
            for session in sorted(set(meeting.sessions))
        ],
    )
    yield (
        tables.AgendaItemSessionRow,
        [
            {**of, "item_id": item.id, "session_id": session}
            for item in calendar.agenda
            for session in sorted(calendar.agenda_of(item))
        ],
    )


def _sessions(calendar: Calendar) -> Iterator[dict[str, Any]]:
    for session in calendar.sessions:
        yield {
            "id": session.id,
            "body_id": session.body,
            "titles": dict(session.titles),
            "starts_on": session.starts,
            "ends_on": session.ends,
        }


def _meetings(calendar: Calendar, conference: str, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    for meeting in calendar.meetings:
        yield {
            "id": meeting_id(conference, meeting.number),
            "number": meeting.number,
            "title": meeting.title,
            "scheduled_at": meeting.starts_at(zone),
            "ends_at": meeting.ends_at(zone),
            "items": list(meeting.items),
            "room_id": meeting.room,
        }


def _agenda(calendar: Calendar) -> Iterator[dict[str, Any]]:
    for place, item in enumerate(calendar.agenda):
        yield {
            "id": item.id,
            "place": place,
            "number": item.number,
            "titles": dict(item.titles),
            "parent_id": item.parent,
        }
