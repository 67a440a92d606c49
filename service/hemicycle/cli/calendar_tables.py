"""A calendar as tables for the terminal: sessions, agenda, meetings."""

from collections.abc import Iterator
from datetime import datetime

from rich.markup import escape
from rich.table import Table

from hemicycle.registry.calendar_model import CalendarDocument
from hemicycle.registry.calendar_rows import meeting_id
from hemicycle.rules.terms import titled


def calendar_tables(calendar: CalendarDocument, conference: str) -> Iterator[Table | str]:
    """The end of registration, if any, and a table of each kind; hours in the conference's zone."""
    closes = calendar.registration_closes
    if closes is not None:
        hour = f"{closes:%H:%M}" if isinstance(closes, datetime) else "end of the day"
        yield f"Registration until {closes:%d %b %Y}, {hour}"
    if calendar.sessions:
        yield _sessions(calendar)
    yield _agenda(calendar)
    yield _meetings(calendar, conference)


def _sessions(calendar: CalendarDocument) -> Table:
    bodies = {body.id: body.names["en"] for body in calendar.bodies}
    table = Table("Session", "Id", "Body", "Days")
    for session in calendar.sessions:
        days = f"{session.starts:%d %b} - {session.ends:%d %b %Y}"
        table.add_row(escape(session.titles["en"]), session.id, escape(bodies[session.body]), days)
    return table


def _agenda(calendar: CalendarDocument) -> Table:
    table = Table("Item", "Id", "Title", "Sessions")
    for item in calendar.agenda:
        indent = "" if item.parent is None else "  "
        of = ", ".join(item.sessions) or "all"
        table.add_row(indent + escape(item.number), item.id, escape(item.titles["en"]), of)
    return table


def _meetings(calendar: CalendarDocument, conference: str) -> Table:
    rooms = {room.id: room.name for room in calendar.rooms}
    table = Table("Meeting", "Id", "When", "Sessions", "Room", "Items")
    for meeting in calendar.meetings:
        when = f"{meeting.date:%d %b %Y}, {meeting.start:%H:%M}-{meeting.end:%H:%M}"
        room = escape(rooms[meeting.room]) if meeting.room is not None else ""
        of = ", ".join(meeting.sessions) or "all"
        items = ", ".join(meeting.items)
        table.add_row(
            escape(titled(meeting.title)), meeting_id(conference, meeting.number), when, of, room, items
        )
    return table
