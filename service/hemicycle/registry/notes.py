"""Notes verbales: drafted, confirmed, superseded by a later revision; one confirmed a delegation."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlmodel import col

from hemicycle.registry.nominations import Nomination
from hemicycle.rules.terms import DelegationId, Modality, Role
from hemicycle.storage.accreditation import NominationRow, NoteVerbaleRow

__all__ = ["Nomination", "Note", "NoteState", "confirmed", "nominations"]


class NoteState(StrEnum):
    """Where a note stands."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note verbale. ``revision``: from 1; ``document``: the id of its stored file."""

    id: str
    conference: str
    delegation: DelegationId
    reference: str
    dated: date
    received_at: datetime
    revision: int
    state: NoteState
    document: str | None


def confirmed(conn: Connection, conference: str, delegation: DelegationId) -> Note | None:
    """The note in force of this delegation, if there is one."""
    row = NoteVerbaleRow
    found = conn.execute(
        select(row.__table__).where(  # type: ignore[attr-defined]
            col(row.conference_id) == conference,
            col(row.delegation_id) == delegation,
            col(row.state) == NoteState.CONFIRMED,
        )
    ).one_or_none()
    if found is None:
        return None
    return Note(
        id=found.id,
        conference=found.conference_id,
        delegation=found.delegation_id,
        reference=found.reference,
        dated=found.dated,
        received_at=found.received_at,
        revision=found.revision,
        state=NoteState(found.state),
        document=found.document_id,
    )


def nominations(
    conn: Connection, conference: str, delegation: DelegationId | None = None
) -> tuple[Nomination, ...]:
    """Everybody named in the notes in force, by delegation and line."""
    note, row = NoteVerbaleRow, NominationRow
    wanted = (
        select(row.__table__, col(note.delegation_id))  # type: ignore[attr-defined]
        .join_from(row, note, col(row.note_id) == col(note.id))
        .where(col(note.conference_id) == conference, col(note.state) == NoteState.CONFIRMED)
        .order_by(col(note.delegation_id), col(row.place))
    )
    if delegation is not None:
        wanted = wanted.where(col(note.delegation_id) == delegation)
    return tuple(
        Nomination(
            id=each.id,
            note=each.note_id,
            delegation=each.delegation_id,
            place=each.place,
            name=each.name,
            title=each.title,
            email=each.email,
            modality=Modality(each.modality),
            role=Role(each.role),
            sessions=tuple(each.sessions),
        )
        for each in conn.execute(wanted)
    )
