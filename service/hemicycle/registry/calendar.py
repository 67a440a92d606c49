"""The calendar of a conference, read from rows: bodies, their sessions, rooms, the agenda, who attends what.

A meeting serves one session, or several (a joint meeting), or none where the conference has none. A
delegation that names no session attends all (CU 2012/150(A): a Government may take part in one meeting
and not in the other). The caller owns the transaction.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import (
    AgendaItemRow,
    AgendaItemSessionRow,
    BodyRow,
    ConferenceRow,
    DelegationRow,
    DelegationSessionRow,
    MeetingRow,
    MeetingSessionRow,
    RoomRow,
    SessionRow,
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that meets. ``names`` by language tag."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Session:
    """The whole run of a body; both days are of it, in the conference's zone."""

    id: str
    body: str
    titles: Mapping[str, str]
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Room:
    """Where a meeting sits. ``places``: for delegates; None: nobody said."""

    id: str
    name: str
    places: int | None


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item of the agenda. ``parent``: of a sub-item; ``sessions``: whose agenda it is on, none: all."""

    id: str
    number: str
    titles: Mapping[str, str]
    parent: str | None
    sessions: frozenset[str]


def bodies(conn: Connection, conference: str) -> tuple[Body, ...]:
    """The bodies of the conference, by id."""
    found = conn.execute(
        select(col(BodyRow.id), col(BodyRow.names))
        .where(col(BodyRow.conference_id) == conference)
        .order_by(col(BodyRow.id))
    )
    return tuple(Body(*row) for row in found)


def sessions(conn: Connection, conference: str) -> tuple[Session, ...]:
    """The sessions of the conference, by their first day, then by id."""
    table = SessionRow
    found = conn.execute(
        select(col(table.id), col(table.body_id), col(table.titles), col(table.starts_on), col(table.ends_on))
        .where(col(table.conference_id) == conference)
        .order_by(col(table.starts_on), col(table.id))
    )
    return tuple(Session(*row) for row in found)


def rooms(conn: Connection, conference: str) -> tuple[Room, ...]:
    """The rooms of the conference, by id."""
    found = conn.execute(
        select(col(RoomRow.id), col(RoomRow.name), col(RoomRow.places))
        .where(col(RoomRow.conference_id) == conference)
        .order_by(col(RoomRow.id))
    )
    return tuple(Room(*row) for row in found)


def agenda(conn: Connection, conference: str) -> tuple[PlannedItem, ...]:
    """All items and sub-items, in the agenda's order."""
    link = AgendaItemSessionRow
    of: dict[str, set[str]] = defaultdict(set)
    for item, session in conn.execute(
        select(col(link.item_id), col(link.session_id)).where(col(link.conference_id) == conference)
    ):
        of[item].add(session)
    table = AgendaItemRow
    found = conn.execute(
        select(col(table.id), col(table.number), col(table.titles), col(table.parent_id))
        .where(col(table.conference_id) == conference)
        .order_by(col(table.place))
    )
    return tuple(PlannedItem(*row, sessions=frozenset(of[row.id])) for row in found)


def agenda_of(conn: Connection, conference: str, meeting: str) -> tuple[PlannedItem, ...]:
    """The agenda of the sessions that this meeting serves, in its order."""
    served = meeting_sessions(conn, conference).get(meeting, frozenset())
    return tuple(
        item for item in agenda(conn, conference) if not served or not item.sessions or item.sessions & served
    )


def closes_at(conn: Connection, conference: str) -> datetime | None:
    """The first moment at which registration is closed (CU 2020/366(A)); None: there is no deadline."""
    found: datetime | None = conn.execute(
        select(col(ConferenceRow.registration_closes_at)).where(col(ConferenceRow.id) == conference)
    ).scalar_one_or_none()
    return found


def attends(conn: Connection, conference: str, delegation: DelegationId) -> frozenset[str]:
    """The sessions that the delegation attends: those it named, or all."""
    named = _named(conn, conference, delegation)[delegation]
    return named or frozenset(session.id for session in sessions(conn, conference))


def attendance(conn: Connection, conference: str) -> Mapping[DelegationId, frozenset[str]]:
    """The same for every delegation of the conference."""
    everything = frozenset(session.id for session in sessions(conn, conference))
    known = conn.execute(select(col(DelegationRow.id)).where(col(DelegationRow.conference_id) == conference))
    named = _named(conn, conference)
    return {delegation: named[delegation] or everything for (delegation,) in known}


def meeting_sessions(conn: Connection, conference: str) -> Mapping[str, frozenset[str]]:
    """The sessions that each meeting serves; none: the meeting is everybody's."""
    table = MeetingSessionRow
    found = conn.execute(
        select(col(MeetingRow.id), col(table.session_id))
        .outerjoin_from(
            MeetingRow,
            table,
            and_(
                col(table.conference_id) == col(MeetingRow.conference_id),
                col(table.meeting_id) == col(MeetingRow.id),
            ),
        )
        .where(col(MeetingRow.conference_id) == conference)
    )
    served: dict[str, set[str]] = defaultdict(set)
    for meeting, session in found:
        served[meeting].update({session} - {None})
    return {meeting: frozenset(those) for meeting, those in served.items()}


def meeting_rooms(conn: Connection, conference: str) -> Mapping[str, str]:
    """The room of each meeting that has one."""
    table = MeetingRow
    found = conn.execute(
        select(col(table.id), col(table.room_id)).where(col(table.conference_id) == conference)
    )
    return {meeting: room for meeting, room in found if room is not None}


def attending(conn: Connection, conference: str, meeting: str) -> frozenset[DelegationId]:
    """The delegations that attend one of the sessions that this meeting serves."""
    served = meeting_sessions(conn, conference).get(meeting, frozenset())
    return frozenset(
        delegation
        for delegation, attended in attendance(conn, conference).items()
        if not served or attended & served
    )


def _named(
    conn: Connection, conference: str, delegation: DelegationId | None = None
) -> dict[DelegationId, frozenset[str]]:
    table = DelegationSessionRow
    of = col(table.conference_id) == conference
    if delegation is not None:
        of = and_(of, col(table.delegation_id) == delegation)
    named: dict[DelegationId, frozenset[str]] = defaultdict(frozenset)
    for who, session in conn.execute(select(col(table.delegation_id), col(table.session_id)).where(of)):
        named[who] |= {session}
    return named
