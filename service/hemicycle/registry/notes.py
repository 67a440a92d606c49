"""Notes verbales as they stand: drafts, one in force for a delegation, and those that it superseded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, case, select
from sqlmodel import col

from hemicycle.registry.nominations import NewNomination, Nomination
from hemicycle.registry.traces import ERASED
from hemicycle.rules.terms import DelegationId, Modality, Role
from hemicycle.storage.tables import DocumentRow, NominationRow, NoteVerbaleRow

__all__ = [
    "NewNote",
    "Nomination",
    "Note",
    "NoteState",
    "UnknownNote",
    "confirmed",
    "nominations",
    "nominations_of",
    "note",
    "notes",
]


class NoteState(StrEnum):
    """Where a note stands."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    SUPERSEDED = "superseded"


class UnknownNote(Exception):
    """The delegation has no such note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """A note as it came. ``revision`` None: the one after the last; ``document``: the id of its file."""

    reference: str
    dated: date
    received_at: datetime
    revision: int | None = None
    document: str | None = None
    nominations: tuple[NewNomination, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note verbale. ``revision``: from 1; ``document``: the id of its stored file;
    ``file_withdrawn``: the officer's reason why that is gone; ``exception``: why it was confirmed although
    something stood against it.
    """

    id: str
    conference: str
    delegation: DelegationId
    reference: str
    dated: date
    received_at: datetime
    revision: int
    state: NoteState
    document: str | None
    file_withdrawn: str | None = None
    confirmed_at: datetime | None = None
    confirmed_by: str | None = None
    exception: str | None = None


_Wanted = Select[*tuple[Any, ...]]
_ROW = NoteVerbaleRow
_NOTES: _Wanted = select(
    col(_ROW.id),
    col(_ROW.conference_id).label("conference"),
    col(_ROW.delegation_id).label("delegation"),
    col(_ROW.reference),
    col(_ROW.dated),
    col(_ROW.received_at),
    col(_ROW.revision),
    col(_ROW.state),
    case((col(DocumentRow.withdrawn_because).is_(None), col(_ROW.document_id))).label("document"),
    col(DocumentRow.withdrawn_because).label("file_withdrawn"),
    col(_ROW.confirmed_at),
    col(_ROW.confirmed_by),
    col(_ROW.exception),
).outerjoin_from(_ROW, DocumentRow, col(DocumentRow.id) == col(_ROW.document_id))
_NOMINATIONS: _Wanted = select(
    col(NominationRow.id),
    col(NominationRow.note_id).label("note"),
    col(_ROW.delegation_id).label("delegation"),
    col(NominationRow.place),
    col(NominationRow.name),
    col(NominationRow.title),
    col(NominationRow.email),
    col(NominationRow.modality),
    col(NominationRow.role),
    col(NominationRow.sessions),
).join_from(NominationRow, _ROW, col(NominationRow.note_id) == col(_ROW.id))


def confirmed(conn: Connection, conference: str, delegation: DelegationId) -> Note | None:
    """The note in force of this delegation, if there is one."""
    of = _of(_NOTES, conference, delegation)
    return next(_read(conn, of.where(col(_ROW.state) == NoteState.CONFIRMED.value)), None)


def notes(conn: Connection, conference: str, delegation: DelegationId | None = None) -> tuple[Note, ...]:
    """All notes of a delegation, or of the conference, by delegation and revision."""
    ordered = _of(_NOTES, conference, delegation).order_by(col(_ROW.delegation_id), col(_ROW.revision))
    return tuple(_read(conn, ordered))


def note(conn: Connection, conference: str, delegation: DelegationId, note_id: str) -> Note:
    """The note with this id. Raises ``UnknownNote``."""
    found = next(_read(conn, _of(_NOTES, conference, delegation).where(col(_ROW.id) == note_id)), None)
    if found is None:
        raise UnknownNote(f"{delegation} has no note {note_id}")
    return found


def nominations(
    conn: Connection, conference: str, delegation: DelegationId | None = None
) -> tuple[Nomination, ...]:
    """Everybody named in the notes in force, by delegation and line. Who was erased is nobody to wait for."""
    of = _of(_NOMINATIONS, conference, delegation).where(
        col(_ROW.state) == NoteState.CONFIRMED.value, col(NominationRow.name).not_like(f"{ERASED}%")
    )
    return _named(conn, of)


def nominations_of(conn: Connection, note_id: str) -> tuple[Nomination, ...]:
    """Everybody named in one note, whatever its state, by line."""
    return _named(conn, _NOMINATIONS.where(col(NominationRow.note_id) == note_id))


def _of(wanted: _Wanted, conference: str, delegation: DelegationId | None) -> _Wanted:
    of = wanted.where(col(_ROW.conference_id) == conference)
    return of if delegation is None else of.where(col(_ROW.delegation_id) == delegation)


def _read(conn: Connection, wanted: _Wanted) -> Iterator[Note]:
    for row in conn.execute(wanted).mappings():
        yield Note(**{**row, "state": NoteState(row["state"])})


def _named(conn: Connection, wanted: _Wanted) -> tuple[Nomination, ...]:
    ordered = wanted.order_by(col(_ROW.delegation_id), col(NominationRow.place))
    return tuple(
        Nomination(
            **{
                **row,
                "modality": Modality(row["modality"]),
                "role": Role(row["role"]),
                "sessions": tuple(row["sessions"]),
            }
        )
        for row in conn.execute(ordered).mappings()
    )
