"""The meetings as an iCalendar file (RFC 5545), in the conference's zone, with ids that stay."""

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from sqlalchemy import Connection

from hemicycle.registry import calendar, conferences
from hemicycle.registry.conferences import MeetingFacts
from hemicycle.rules.terms import titled


def meetings_calendar(conn: Connection, conference: str, at: datetime) -> bytes:
    """All meetings with room, sessions and agenda items. ``at``: when it is written.

    A calendar that has a meeting already replaces it: its UID is made of the meeting's id alone. The time
    zone is described in the file. Raises ``UnknownConference``.
    """
    facts = conferences.conference(conn, conference)
    zone = ZoneInfo(facts.time_zone)
    rooms = {each.id: each.name for each in calendar.rooms(conn, conference)}
    in_room = calendar.meeting_rooms(conn, conference)
    file = Calendar()
    file.add("prodid", "-//Hemicycle//Hemicycle//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", titled(facts.title))
    for meeting in conferences.meetings(conn, conference):
        event = Event()
        event.add("uid", f"{meeting.id}@{conference}.hemicycle")
        event.add("dtstamp", at)
        event.add("dtstart", meeting.scheduled_at.astimezone(zone))
        event.add("dtend", meeting.ends_at.astimezone(zone))
        event.add("summary", f"{titled(meeting.title)} – {titled(facts.title)}")
        event.add("description", _description(conn, conference, meeting))
        if meeting.id in in_room:
            event.add("location", rooms[in_room[meeting.id]])
        file.add_component(event)
    file.add_missing_timezones()
    return bytes(file.to_ical())


def _description(conn: Connection, conference: str, meeting: MeetingFacts) -> str:
    served = calendar.meeting_sessions(conn, conference).get(meeting.id, frozenset())
    sessions = [each.titles["en"] for each in calendar.sessions(conn, conference) if each.id in served]
    items = [each for each in calendar.agenda(conn, conference) if each.id in meeting.items]
    lines = [f"Agenda item {each.number}: {each.titles['en']}" for each in items]
    if len(sessions) > 1:
        lines.insert(0, f"Joint meeting of: {'; '.join(sessions)}")
    elif sessions:
        lines.insert(0, sessions[0])
    return "\n".join(lines)
