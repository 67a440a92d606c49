"""Writing a note verbale down as a draft: all of it or nothing. The caller owns the transaction.

A draft may be changed and thrown away; a confirmed note stays, and the next revision supersedes it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import col

from hemicycle.registry import audit, notes
from hemicycle.registry.nominations import NewNomination
from hemicycle.registry.note_checks import Finding, Weight, faults
from hemicycle.registry.note_surroundings import surroundings
from hemicycle.registry.notes import NewNote, Note, NoteState
from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import DelegationRow, NominationRow, NoteVerbaleRow

_A_DAY = timedelta(days=1)
"""How far the clocks and calendars of two capitals may lie apart."""


class NoteRefused(Exception):
    """Nothing was written. ``code``: stable; ``findings``: what stands against it, by line."""

    def __init__(self, code: str, says: str, found: Sequence[Finding] = ()) -> None:
        self.code = code
        self.findings = tuple(found)
        super().__init__(says)


def draft(
    conn: Connection, conference: str, delegation: DelegationId, new: NewNote, at: datetime, by: str
) -> Note:
    """Write a new note as a draft.

    Raises ``NoteRefused``: unknown-delegation, note-refused (with all faults), older-revision.
    """
    lock(conn, conference, delegation)
    revision = _check(conn, conference, delegation, new, at)
    note_id = uuid4().hex
    conn.execute(
        insert(NoteVerbaleRow).values(
            id=note_id,
            conference_id=conference,
            delegation_id=delegation,
            state=NoteState.DRAFT.value,
            created_at=at,
            created_by=by,
            **_columns(new, revision, at, by),
        )
    )
    _write(conn, note_id, new.nominations, at, by)
    audit.note(conn, conference, at, by, "note drafted", f"note:{note_id}", lines=len(new.nominations))
    return notes.note(conn, conference, delegation, note_id)


def change(conn: Connection, before: Note, new: NewNote, at: datetime, by: str) -> Note:
    """Write a draft anew. Raises ``NoteRefused`` likewise, and: note-decided."""
    lock(conn, before.conference, before.delegation)
    standing = require_draft(conn, before)
    revision = _check(conn, before.conference, before.delegation, new, at, standing)
    conn.execute(
        update(NoteVerbaleRow)
        .where(col(NoteVerbaleRow.id) == before.id)
        .values(**_columns(new, revision, at, by))
    )
    conn.execute(delete(NominationRow).where(col(NominationRow.note_id) == before.id))
    _write(conn, before.id, new.nominations, at, by)
    audit.note(
        conn, before.conference, at, by, "note changed", f"note:{before.id}", lines=len(new.nominations)
    )
    return notes.note(conn, before.conference, before.delegation, before.id)


def discard(conn: Connection, before: Note, at: datetime, by: str) -> None:
    """Throw a draft away. Raises ``NoteRefused``: note-decided."""
    lock(conn, before.conference, before.delegation)
    require_draft(conn, before)
    conn.execute(delete(NominationRow).where(col(NominationRow.note_id) == before.id))
    conn.execute(delete(NoteVerbaleRow).where(col(NoteVerbaleRow.id) == before.id))
    audit.note(conn, before.conference, at, by, "note discarded", f"note:{before.id}")


def lock(conn: Connection, conference: str, delegation: DelegationId) -> None:
    """Notes of one delegation are written one after the other."""
    row = DelegationRow
    known = select(col(row.id)).where(col(row.conference_id) == conference, col(row.id) == delegation)
    if conn.execute(known.with_for_update()).one_or_none() is None:
        raise NoteRefused("unknown-delegation", f"the conference has no delegation {delegation}")


def require_draft(conn: Connection, before: Note) -> Note:
    """The note as it stands now, if it is still a draft."""
    standing = notes.note(conn, before.conference, before.delegation, before.id)
    if standing.state is not NoteState.DRAFT:
        raise NoteRefused("note-decided", f"the note is {standing.state.value}; write the next revision")
    return standing


def _check(
    conn: Connection,
    conference: str,
    delegation: DelegationId,
    new: NewNote,
    at: datetime,
    standing: Note | None = None,
) -> int:
    """Raise ``NoteRefused`` with all faults; else the revision that it is."""
    found = [*_of_dates(new, at), *faults(new.nominations, surroundings(conn, conference, delegation, at))]
    if found:
        raise NoteRefused("note-refused", "the note cannot be taken as it is", found)
    others = [n for n in notes.notes(conn, conference, delegation) if standing is None or n.id != standing.id]
    last = max((n.revision for n in others), default=0)
    revision = new.revision or (standing.revision if standing else last + 1)
    if any(n.revision == revision for n in others):
        raise NoteRefused("older-revision", f"there is a revision {revision}; the last is {last}")
    require_later(revision, new, next((n for n in others if n.state is NoteState.CONFIRMED), None))
    return revision


def require_later(revision: int, new: NewNote | Note, last: Note | None) -> None:
    """A revision is later than the note in force, by its number and by its date."""
    if last is None:
        return
    if revision <= last.revision:
        says = f"revision {revision} is not later than revision {last.revision}, which is in force"
        raise NoteRefused("older-revision", says)
    if new.dated < last.dated:
        says = f"a note of {new.dated} is older than the one in force, of {last.dated}"
        raise NoteRefused("older-revision", says)


def _of_dates(new: NewNote, at: datetime) -> list[Finding]:
    found = []
    if not new.reference.strip():
        found.append(Finding(None, "reference", "missing", "a note has a reference", Weight.FAULT))
    if new.received_at > at + _A_DAY:
        found.append(Finding(None, "received_at", "future", "nothing was received yet", Weight.FAULT))
    if new.dated > (new.received_at + _A_DAY).date():
        says = "a note is not dated later than it was received"
        found.append(Finding(None, "dated", "future", says, Weight.FAULT))
    return found


def _columns(new: NewNote, revision: int, at: datetime, by: str) -> dict[str, object]:
    return {
        "reference": new.reference,
        "dated": new.dated,
        "received_at": new.received_at,
        "revision": revision,
        "document_id": new.document,
        "updated_at": at,
        "updated_by": by,
    }


def _write(
    conn: Connection, note_id: str, nominations: Sequence[NewNomination], at: datetime, by: str
) -> None:
    rows = [
        {
            "id": uuid4().hex,
            "note_id": note_id,
            "place": place,
            "name": each.name,
            "title": each.title,
            "email": each.email.lower() if each.email else None,
            "modality": each.modality.value,
            "role": each.role.value,
            "sessions": list(each.sessions),
            "created_at": at,
            "created_by": by,
            "updated_at": at,
            "updated_by": by,
        }
        for place, each in enumerate(nominations, 1)
    ]
    if rows:
        conn.execute(insert(NominationRow), rows)
