"""A conference's calendar as a whole: read as it is written, and replaced.

What a meeting's log holds stays as it is: whoever follows that log must not be told otherwise. The caller
owns the transaction and says which meetings have begun.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, union, update
from sqlmodel import col

from hemicycle.registry import calendar, conferences
from hemicycle.registry.calendar_checks import calendar_faults
from hemicycle.registry.calendar_model import (
    AgendaTable,
    BodyTable,
    CalendarDocument,
    MeetingTable,
    RoomTable,
    SessionTable,
    closes_at,
    deadline_of,
)
from hemicycle.registry.calendar_rows import calendar_rows, meeting_id
from hemicycle.registry.contradictions import Contradiction, Faulty
from hemicycle.registry.row_changes import StillReferred, replace_rows
from hemicycle.registry.toml_file import Fault
from hemicycle.storage.tables import (
    ConferenceRow,
    DelegationSessionRow,
    LimitRow,
    NominationRow,
    NoteVerbaleRow,
    RegistrationRow,
)


def written(conn: Connection, conference: str) -> CalendarDocument:
    """The calendar as it would be sent. Raises ``UnknownConference``."""
    facts = conferences.conference(conn, conference)
    zone = ZoneInfo(facts.time_zone)
    return CalendarDocument(
        time_zone=facts.time_zone,
        registration_closes=deadline_of(calendar.closes_at(conn, conference), zone),
        bodies=tuple(BodyTable(id=b.id, names=b.names) for b in calendar.bodies(conn, conference)),
        sessions=tuple(
            SessionTable(id=s.id, body=s.body, titles=s.titles, starts=s.starts_on, ends=s.ends_on)
            for s in calendar.sessions(conn, conference)
        ),
        rooms=tuple(
            RoomTable(id=r.id, name=r.name, places=r.places) for r in calendar.rooms(conn, conference)
        ),
        agenda=tuple(
            AgendaTable(
                id=i.id,
                number=i.number,
                titles=i.titles,
                parent=i.parent,
                sessions=tuple(sorted(i.sessions)),
            )
            for i in calendar.agenda(conn, conference)
        ),
        meetings=tuple(_meetings(conn, conference, zone)),
    )


def replace(
    conn: Connection, conference: str, new: CalendarDocument, begun: Collection[str], at: datetime, by: str
) -> None:
    """Put this calendar in the place of the present one. ``begun``: the meetings that have a log.

    Raises ``UnknownConference``, ``Faulty``, ``Contradiction``; then the caller rolls back.
    """
    old = written(conn, conference)
    if faults := list(calendar_faults(new, conference)):
        raise Faulty(faults)
    if refused := [*_contradicted(conference, old, new, begun), *_still_named(conn, conference, new)]:
        raise Contradiction(refused)
    zone = ZoneInfo(new.time_zone)
    try:
        replace_rows(conn, conference, list(calendar_rows(new, conference, zone)), at, by)
    except StillReferred as error:
        raise Contradiction([Fault((), str(error))]) from error
    conn.execute(
        update(ConferenceRow)
        .where(col(ConferenceRow.id) == conference)
        .values(
            time_zone=new.time_zone,
            registration_closes_at=closes_at(new.registration_closes, zone),
            updated_at=at,
            updated_by=by,
        )
    )


def _meetings(conn: Connection, conference: str, zone: ZoneInfo) -> Iterator[MeetingTable]:
    served = calendar.meeting_sessions(conn, conference)
    rooms = calendar.meeting_rooms(conn, conference)
    for meeting in conferences.meetings(conn, conference):
        starts, ends = meeting.scheduled_at.astimezone(zone), meeting.ends_at.astimezone(zone)
        yield MeetingTable(
            number=meeting.number,
            title=meeting.title,
            date=starts.date(),
            start=starts.time(),
            end=ends.time(),
            items=meeting.items,
            sessions=tuple(sorted(served[meeting.id])),
            room=rooms.get(meeting.id),
        )


def _contradicted(
    conference: str, old: CalendarDocument, new: CalendarDocument, begun: Collection[str]
) -> Iterator[Fault]:
    """What the logs that have begun say otherwise."""
    coming = {meeting.number: (place, meeting) for place, meeting in enumerate(new.meetings)}
    for meeting in old.meetings:
        key = meeting_id(conference, meeting.number)
        if key not in begun:
            continue
        if meeting.number not in coming:
            yield Fault(("meetings",), f"{key} is missing, but its log has begun")
            continue
        place, after = coming[meeting.number]
        for field in _changed(meeting, after, old, new):
            yield Fault(("meetings", place, field), f"cannot change: the log of {key} has begun")
        yield from _agenda_changed(key, meeting, old, new)


def _changed(
    before: MeetingTable, after: MeetingTable, old: CalendarDocument, new: CalendarDocument
) -> Iterator[str]:
    if before.starts_at(ZoneInfo(old.time_zone)) != after.starts_at(ZoneInfo(new.time_zone)):
        yield "start"
    if before.title != after.title:
        yield "title"
    if set(before.sessions) != set(after.sessions):
        yield "sessions"


def _agenda_changed(
    key: str, meeting: MeetingTable, old: CalendarDocument, new: CalendarDocument
) -> Iterator[Fault]:
    """The log holds the agenda as it was: an item may be added, not taken away nor renamed."""
    coming = {item.id: (place, item) for place, item in enumerate(new.agenda)}
    for item in old.agenda:
        of = old.agenda_of(item)
        if meeting.sessions and of and not of & set(meeting.sessions):
            continue
        if item.id not in coming:
            yield Fault(("agenda",), f"item {item.id!r} is missing, but the log of {key} has it")
            continue
        place, after = coming[item.id]
        for field in ("number", "titles"):
            if getattr(item, field) != getattr(after, field):
                yield Fault(("agenda", place, field), f"cannot change: the log of {key} has it")


def _still_named(conn: Connection, conference: str, new: CalendarDocument) -> Iterator[Fault]:
    """Sessions and meetings that go while somebody, or a limit, names them."""
    staying = {s.id for s in new.sessions} | {meeting_id(conference, m.number) for m in new.meetings}
    for key in sorted(_named(conn, conference) - staying):
        table = "sessions" if any(s.id == key for s in calendar.sessions(conn, conference)) else "meetings"
        yield Fault((table,), f"{key} is missing, but a delegation, a person or a limit names it")


def _named(conn: Connection, conference: str) -> set[str]:
    attended, limit = DelegationSessionRow, LimitRow
    named = conn.execute(
        union(
            select(col(attended.session_id)).where(col(attended.conference_id) == conference),
            select(col(limit.scope)).where(col(limit.conference_id) == conference, col(limit.scope) != "*"),
        )
    )
    lists = (
        select(col(NominationRow.sessions))
        .join_from(NominationRow, NoteVerbaleRow, col(NoteVerbaleRow.id) == col(NominationRow.note_id))
        .where(col(NoteVerbaleRow.conference_id) == conference),
        select(col(RegistrationRow.sessions)).where(col(RegistrationRow.conference_id) == conference),
    )
    return {key for (key,) in named} | {
        key for each in lists for (keys,) in conn.execute(each) for key in keys
    }
