"""What must hold between the tables of a calendar, whether it comes from a file or over the API."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from hemicycle.registry.calendar_model import AgendaTable, Calendar, MeetingTable
from hemicycle.registry.calendar_rows import meeting_id
from hemicycle.registry.toml_file import Fault


def calendar_faults(calendar: Calendar, conference: str) -> Iterator[Fault]:
    """Everything that does not hold in this conference, each with the place where it is written."""
    yield from twice("agenda", "id", (item.id for item in calendar.agenda))
    yield from twice("meetings", "number", (meeting.number for meeting in calendar.meetings))
    yield from twice("bodies", "id", (body.id for body in calendar.bodies))
    yield from twice("sessions", "id", (session.id for session in calendar.sessions))
    yield from twice("rooms", "id", (room.id for room in calendar.rooms))
    yield from _sessions(calendar, conference)
    yield from _agenda(calendar)
    for place, meeting in enumerate(calendar.meetings):
        if meeting.end <= meeting.start:
            yield Fault(("meetings", place, "end"), f"{meeting.end} is not after the start, {meeting.start}")
        for field, says in (*_served(meeting, calendar), *_items(meeting, calendar)):
            yield Fault(("meetings", place, field), says)
    yield from _rooms(calendar)


def twice(table: str, field: str, values: Iterable[str | int]) -> Iterator[Fault]:
    """A fault for each value of a table's field that stands twice."""
    seen: set[str | int] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield Fault((table, place, field), f"{value!r} stands twice; each {field} is unique")
        seen.add(value)


def unknown_sessions(named: Iterable[str], calendar: Calendar) -> Iterator[str]:
    """What is wrong with the sessions that something names."""
    known = {session.id for session in calendar.sessions}
    for session in named:
        if session not in known:
            yield f"there is no session {session!r}; write its id, as in [[sessions]]"


def _sessions(calendar: Calendar, conference: str) -> Iterator[Fault]:
    bodies = {body.id for body in calendar.bodies}
    meetings = {meeting_id(conference, meeting.number) for meeting in calendar.meetings}
    for place, session in enumerate(calendar.sessions):
        if session.id in meetings:  # limits name either, so that they must differ
            yield Fault(("sessions", place, "id"), f"{session.id!r} is a meeting's id; choose another")
        if session.body not in bodies:
            yield Fault(("sessions", place, "body"), f"there is no body {session.body!r}")
        if session.ends < session.starts:
            yield Fault(("sessions", place, "ends"), f"{session.ends} is before its first day")


def _agenda(calendar: Calendar) -> Iterator[Fault]:
    before: dict[str, AgendaTable] = {}
    for place, item in enumerate(calendar.agenda):
        for says in unknown_sessions(item.sessions, calendar):
            yield Fault(("agenda", place, "sessions"), says)
        if item.parent is not None:
            for field, says in _sub_item(item, before.get(item.parent), calendar):
                yield Fault(("agenda", place, field), says)
        before[item.id] = item


def _sub_item(item: AgendaTable, parent: AgendaTable | None, calendar: Calendar) -> Iterator[tuple[str, str]]:
    if parent is None:
        yield "parent", f"no item {item.parent!r} stands before this one"
        return
    if not item.number.startswith(f"{parent.number} "):
        yield "number", f"begins with the item's: write it like '{parent.number} (a)'"
    wider = calendar.agenda_of(item) - calendar.agenda_of(parent)
    if calendar.agenda_of(parent) and wider:
        yield "sessions", f"the item above is not on the agenda of {', '.join(sorted(wider))}"


def _served(meeting: MeetingTable, calendar: Calendar) -> Iterator[tuple[str, str]]:
    if calendar.sessions and not meeting.sessions:
        yield "sessions", "is missing: name the session that it serves, or several for a joint meeting"
    for says in unknown_sessions(meeting.sessions, calendar):
        yield "sessions", says
    for session in calendar.sessions:
        if session.id in meeting.sessions and not session.starts <= meeting.date <= session.ends:
            yield "date", f"{meeting.date} is no day of {session.id}: {session.starts} to {session.ends}"


def _items(meeting: MeetingTable, calendar: Calendar) -> Iterator[tuple[str, str]]:
    agenda = {item.id: item for item in calendar.agenda}
    for key in meeting.items:
        if key not in agenda:
            yield "items", f"the agenda has no item {key!r}"
        elif (of := calendar.agenda_of(agenda[key])) and not of & set(meeting.sessions):
            yield (
                "items",
                f"{key!r} is on the agenda of {', '.join(sorted(of))}, not of this meeting's sessions",
            )


def _rooms(calendar: Calendar) -> Iterator[Fault]:
    rooms = {room.id for room in calendar.rooms}
    placed = list(enumerate(calendar.meetings))
    for place, meeting in placed:
        if meeting.room is not None and meeting.room not in rooms:
            yield Fault(("meetings", place, "room"), f"there is no room {meeting.room!r}")
    for (_, one), (place, other) in combinations(placed, 2):
        if one.room is not None and one.room == other.room and _overlap(one, other):
            yield Fault(("meetings", place, "room"), f"meeting {one.number} sits there at that time")


def _overlap(one: MeetingTable, other: MeetingTable) -> bool:
    return one.date == other.date and one.start < other.end and other.start < one.end
