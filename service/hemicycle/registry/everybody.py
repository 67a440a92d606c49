"""Everybody of whom anything is kept: registered in any state, named by a note, of the conference's file.

Those that were erased are not among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry import registrations
from hemicycle.registry.people import UnknownPerson
from hemicycle.registry.traces import ERASED, ERASED_NOBODYS
from hemicycle.rules.terms import Capacity, DelegationId, ParticipantId
from hemicycle.storage.tables import NominationRow, NoteVerbaleRow, ParticipantRow


class Standing(StrEnum):
    """How somebody stands to the conference: as a registration's state, or without any registration."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NOMINATED = "nominated"
    OF_FILE = "of_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person, by the ids that lead to her rows. ``id``: the first of them that there is."""

    name: str
    email: str | None
    delegation: DelegationId | None
    standing: Standing
    capacity: Capacity | None = None
    participant: ParticipantId | None = None
    registration: str | None = None
    nomination: str | None = None

    @property
    def id(self) -> str:
        """What asks for all that is kept about her."""
        return self.participant or self.registration or self.nomination or ""

    @property
    def ids(self) -> frozenset[str]:
        """All of them."""
        those = (self.participant, self.registration, self.nomination)
        return frozenset(each for each in those if each is not None)


def everybody(conn: Connection, conference: str, *, erased: bool = False) -> tuple[Somebody, ...]:
    """By name. A nomination is left out where somebody of its delegation has its name or address.

    ``erased``: also what is left of those who were erased, who have no names any more.
    """
    registered = tuple(each for each in _registered(conn, conference) if erased or not _is_erased(each))
    taken = {each.participant for each in registered}
    of_file = tuple(
        each
        for each in _of_file(conn, conference)
        if each.participant not in taken and (erased or not _is_erased(each))
    )
    known = {key for each in (*registered, *of_file) for key in _keys(each)}
    known_ids = {each.nomination for each in registered}
    found = [*registered, *of_file]
    for named in _nominated(conn, conference):
        if _is_erased(named) and not erased:
            continue
        if named.nomination not in known_ids and known.isdisjoint(_keys(named)):
            found.append(named)
            known |= _keys(named)
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def somebody(conn: Connection, conference: str, person: str) -> Somebody:
    """The one who has this id, of a participant, a registration or a nomination. Raises ``UnknownPerson``."""
    for each in everybody(conn, conference, erased=True):
        if person in each.ids:
            return each
    raise UnknownPerson(person)


def _is_erased(each: Somebody) -> bool:
    return each.name.startswith(ERASED) or each.name == ERASED_NOBODYS


def _keys(each: Somebody) -> set[tuple[str | None, str]]:
    said = {each.name.casefold(), (each.email or each.name).casefold()}
    return {(each.delegation, key) for key in said}


def _registered(conn: Connection, conference: str) -> Iterator[Somebody]:
    for each in registrations.registrations(conn, conference):
        yield Somebody(
            name=each.name,
            email=each.email,
            delegation=each.delegation,
            standing=Standing(each.state.value),
            participant=each.participant,
            registration=each.id,
            nomination=each.nomination,
        )


def _of_file(conn: Connection, conference: str) -> Iterator[Somebody]:
    table = ParticipantRow
    found = conn.execute(
        select(
            col(table.id), col(table.name), col(table.email), col(table.delegation_id), col(table.capacity)
        ).where(
            col(table.conference_id) == conference,
            col(table.capacity) != Capacity.HALL.value,
            col(table.left_with).is_(None),
        )
    )
    for key, name, email, delegation, capacity in found:
        yield Somebody(
            name=name,
            email=email,
            delegation=delegation,
            standing=Standing.OF_FILE,
            capacity=Capacity(capacity),
            participant=key,
        )


def _nominated(conn: Connection, conference: str) -> Iterator[Somebody]:
    """By any note, the newest first."""
    row, note = NominationRow, NoteVerbaleRow
    found = conn.execute(
        select(col(row.id), col(row.name), col(row.email), col(note.delegation_id))
        .join_from(row, note, col(row.note_id) == col(note.id))
        .where(col(note.conference_id) == conference)
        .order_by(col(note.revision).desc(), col(row.place))
    )
    for key, name, email, delegation in found:
        yield Somebody(
            name=name, email=email, delegation=delegation, standing=Standing.NOMINATED, nomination=key
        )
