"""A delegation is added, changed or removed.

A log keeps the delegations that it began with: one that is added takes part in the meetings that begin later.
The caller owns the transaction and says what the logs hold.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.registry import calendar, conferences, countries, limits
from hemicycle.registry.conference_checks import member_faults
from hemicycle.registry.conference_model import DelegationTable
from hemicycle.registry.contradictions import Contradiction, Faulty
from hemicycle.registry.delegations import UnknownDelegation, delegations
from hemicycle.registry.toml_file import Fault
from hemicycle.rules.terms import Category, DelegationId
from hemicycle.storage.tables import (
    DelegationRow,
    DelegationSessionRow,
    NominationRow,
    NoteVerbaleRow,
    ParticipantRow,
    PlaceUnitRow,
    RegistrationRow,
    SeatRow,
    SeatUnitRow,
)

Held = Mapping[str, Mapping[DelegationId, Category]]
"""The meetings that have a log, with the delegations in it as what they take part."""


def put(conn: Connection, conference: str, new: DelegationTable, held: Held, at: datetime, by: str) -> bool:
    """Add the delegation, or change it. True: it is new. Raises ``Faulty``, ``Contradiction``."""
    names = _names(conn, conference, new)
    if faults := list(_faults(conn, conference, new)):
        raise Faulty(faults)
    known = _known(conn, conference, new.id)
    if known and (refused := list(_contradicted(conn, conference, new, held))):
        raise Contradiction(refused)
    row = {"code": new.code, "category": new.category.value, "names": names, "members": list(new.members)}
    who: dict[str, datetime | str] = {"updated_at": at, "updated_by": by}
    if not known:
        made = {"created_at": at, "created_by": by, "conference_id": conference, "id": new.id}
        conn.execute(insert(DelegationRow).values(**row, **who, **made))
    else:
        conn.execute(update(DelegationRow).where(*_is(conference, new.id)).values(**row, **who))
    _attend(conn, conference, new, who)
    limits.derive_units(conn, conference, [new.id], at, by)
    return not known


def remove(conn: Connection, conference: str, delegation: str, held: Held) -> None:
    """Remove a delegation of which nothing is kept. Raises ``UnknownDelegation``, ``Contradiction``."""
    if not _known(conn, conference, delegation):
        raise UnknownDelegation(delegation)
    if holding := sorted(meeting for meeting, those in held.items() if delegation in those):
        raise Contradiction([Fault((), f"{delegation} stays: {', '.join(holding)} has it in the log")])
    of = (col(ParticipantRow.conference_id) == conference, col(ParticipantRow.delegation_id) == delegation)
    if count := conn.execute(select(func.count()).select_from(ParticipantRow).where(*of)).scalar_one():
        raise Contradiction([Fault((), f"{delegation} stays: people belong to it ({count})")])
    try:
        for table in (DelegationSessionRow, SeatUnitRow, PlaceUnitRow):
            conn.execute(
                delete(table).where(
                    col(table.conference_id) == conference, col(table.delegation_id) == delegation
                )
            )
        conn.execute(delete(DelegationRow).where(*_is(conference, delegation)))
    except IntegrityError as error:
        says = f"{delegation} stays: notes, registrations or logins refer to it"
        raise Contradiction([Fault((), says)]) from error


def _names(conn: Connection, conference: str, new: DelegationTable) -> dict[str, str]:
    try:
        return dict(new.names_on(_first_day(conn, conference)))
    except countries.UnknownCountry as error:
        raise Faulty([Fault(("country",), str(error))]) from error


def _first_day(conn: Connection, conference: str) -> date:
    """Of the meetings, in the conference's zone: on this day names are looked up."""
    zone = ZoneInfo(conferences.conference(conn, conference).time_zone)
    first = min(meeting.scheduled_at for meeting in conferences.meetings(conn, conference))
    return first.astimezone(zone).date()


def _faults(conn: Connection, conference: str, new: DelegationTable) -> Iterator[Fault]:
    known = {session.id for session in calendar.sessions(conn, conference)}
    for session in new.sessions:
        if session not in known:
            yield Fault(("sessions",), f"there is no session {session!r}")
    everybody = {d.id: d.category for d in delegations(conn, conference)}
    for says in member_faults(new, everybody):
        yield Fault(("members",), says)
    table = DelegationRow
    taken = select(col(table.id)).where(
        col(table.conference_id) == conference, col(table.code) == new.code, col(table.id) != new.id
    )
    for (other,) in conn.execute(taken):
        yield Fault(("code",), f"{new.code!r} is the code of {other}; each code is unique")


def _contradicted(conn: Connection, conference: str, new: DelegationTable, held: Held) -> Iterator[Fault]:
    everything = frozenset(session.id for session in calendar.sessions(conn, conference))
    stays = frozenset(new.sessions) or everything
    served = calendar.meeting_sessions(conn, conference)
    for meeting, those in sorted(held.items()):
        if new.id not in those:
            continue
        if those[new.id] is not new.category:
            yield Fault(("category",), f"cannot change: the log of {meeting} has it as {those[new.id]}")
        if served[meeting] and not stays & served[meeting]:
            yield Fault(("sessions",), f"cannot change: the log of {meeting} has this delegation")
    was = calendar.attends(conn, conference, new.id)
    for session in sorted(_needed(conn, conference, new.id) & was - stays):
        yield Fault(("sessions",), f"{session} is missing, but somebody of the delegation is named for it")


def _needed(conn: Connection, conference: str, delegation: str) -> frozenset[str]:
    """The sessions that people of the delegation are nominated, registered or seated for."""
    note, registration, seat = NoteVerbaleRow, RegistrationRow, SeatRow
    lists = (
        select(col(NominationRow.sessions))
        .join_from(NominationRow, note, col(note.id) == col(NominationRow.note_id))
        .where(col(note.conference_id) == conference, col(note.delegation_id) == delegation),
        select(col(registration.sessions)).where(
            col(registration.conference_id) == conference, col(registration.delegation_id) == delegation
        ),
    )
    scopes = select(col(seat.scope)).where(
        col(seat.conference_id) == conference, col(seat.delegation_id) == delegation
    )
    named = {key for each in lists for (keys,) in conn.execute(each) for key in keys}
    return frozenset(named | {scope for (scope,) in conn.execute(scopes)})


def _attend(conn: Connection, conference: str, new: DelegationTable, who: dict[str, datetime | str]) -> None:
    table = DelegationSessionRow
    of = {"conference_id": conference, "delegation_id": new.id}
    conn.execute(
        delete(table).where(col(table.conference_id) == conference, col(table.delegation_id) == new.id)
    )
    made = {"created_at": who["updated_at"], "created_by": who["updated_by"]}
    rows = [{**of, "session_id": session, **made, **who} for session in sorted(set(new.sessions))]
    if rows:
        conn.execute(insert(table), rows)


def _known(conn: Connection, conference: str, delegation: str) -> bool:
    found = conn.execute(select(col(DelegationRow.id)).where(*_is(conference, delegation)))
    return found.one_or_none() is not None


def _is(conference: str, delegation: str) -> tuple[Any, Any]:
    return col(DelegationRow.conference_id) == conference, col(DelegationRow.id) == delegation
