"""What the calendar of a conference says: the same tables in its file and over the API.

Dates and hours are those of the conference's zone. What must hold between the tables is checked in
``calendar_checks``.
"""

import datetime as dt
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from hemicycle.registry.fields import Names, Ordinal, Slug, Table, TimeZone, Titled, Words, added

_DAY = 10


def _day_or_moment(value: Any) -> Any:
    """In JSON both are texts: ``2020-11-09`` is a day, ``2020-11-09T18:00`` a moment."""
    if isinstance(value, str):
        try:
            return (dt.date if len(value) == _DAY else dt.datetime).fromisoformat(value)
        except ValueError:
            raise ValueError(
                f"{value!r} is neither a day like 2020-11-09 nor a moment like 2020-11-09T18:00"
            ) from None
    return value


def _local(value: dt.date | dt.datetime) -> dt.date | dt.datetime:
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        raise ValueError("stands in the conference's zone: leave out the offset")
    return value


Deadline = Annotated[dt.datetime | dt.date, BeforeValidator(_day_or_moment), AfterValidator(_local)]
"""A day, to whose end something is possible, or the moment at which it ends."""


class BodyTable(Table):
    """An organ that meets."""

    id: Slug
    names: Names


class SessionTable(Table):
    """The whole run of a body, with its first and last day."""

    id: Slug
    body: Slug
    titles: Names
    starts: dt.date
    ends: dt.date


class RoomTable(Table):
    """Where a meeting sits. ``places``: for delegates."""

    id: Slug
    name: Words
    places: Annotated[int, Field(strict=True, ge=1, le=100_000)] | None = None


class AgendaTable(Table):
    """``number`` as printed, a sub-item's with its item's: ``2 (a)``.

    ``parent``: the item to which a sub-item belongs. ``sessions``: on whose agenda it is; without: all, or
    those of its item.
    """

    id: Slug
    number: Words
    titles: Names
    parent: Slug | None = added()
    sessions: tuple[Slug, ...] = added(())


class MeetingTable(Table):
    """``items``: planned for this meeting; ``sessions``: which it serves, several where it is joint."""

    number: Ordinal
    title: Titled
    date: dt.date
    start: dt.time
    end: dt.time
    items: tuple[Slug, ...] = ()
    sessions: tuple[Slug, ...] = added(())
    room: Slug | None = added()

    def starts_at(self, zone: ZoneInfo) -> dt.datetime:
        """The moment of its start."""
        return dt.datetime.combine(self.date, self.start, zone)

    def ends_at(self, zone: ZoneInfo) -> dt.datetime:
        """The moment of its planned end."""
        return dt.datetime.combine(self.date, self.end, zone)


class Calendar(Table):
    """Bodies, sessions, rooms, agenda and meetings."""

    agenda: tuple[AgendaTable, ...] = Field(min_length=1)
    meetings: tuple[MeetingTable, ...] = Field(min_length=1)
    bodies: tuple[BodyTable, ...] = added(())
    sessions: tuple[SessionTable, ...] = added(())
    rooms: tuple[RoomTable, ...] = added(())

    @property
    def first_day(self) -> dt.date:
        """The day of the first meeting."""
        return min(meeting.date for meeting in self.meetings)

    def agenda_of(self, item: AgendaTable) -> frozenset[str]:
        """The sessions on whose agenda an item is, a sub-item's by its item; none: all."""
        by_id = {each.id: each for each in self.agenda}
        seen = {item.id}
        while not item.sessions and item.parent is not None and item.parent in by_id.keys() - seen:
            item = by_id[item.parent]
            seen.add(item.id)
        return frozenset(item.sessions)


class CalendarDocument(Calendar):
    """The calendar over the API, with the zone of its hours and the end of registration."""

    time_zone: TimeZone
    registration_closes: Deadline | None = None


def closes_at(deadline: Deadline | None, zone: ZoneInfo) -> dt.datetime | None:
    """The first moment after the deadline: of a day, its last midnight (CU 2020/366(A): "not later than")."""
    if deadline is None:
        return None
    if isinstance(deadline, dt.datetime):
        return deadline.replace(tzinfo=zone)
    return dt.datetime.combine(deadline + dt.timedelta(days=1), dt.time(), zone)


def deadline_of(closes: dt.datetime | None, zone: ZoneInfo) -> dt.date | dt.datetime | None:
    """The same as it is written: a day where registration closes at midnight."""
    if closes is None:
        return None
    local = closes.astimezone(zone).replace(tzinfo=None)
    return local.date() - dt.timedelta(days=1) if local.time() == dt.time() else local
