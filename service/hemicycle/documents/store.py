"""The rows of stored files. The caller owns the transaction, and has written the file before (``files``)."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import col

from hemicycle.documents.kinds import FileKind
from hemicycle.documents.refusals import UnknownDocument
from hemicycle.storage.tables import DocumentRow, NoteVerbaleRow

NOTE_VERBALE = "note_verbale"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Document:
    """A stored file. ``kind``: what it is for; ``name``: as uploaded, for people only; ``size``: bytes."""

    id: str
    conference: str
    kind: str
    name: str
    media_type: FileKind
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """A file that has been checked and lies under its ``sha256``."""

    kind: str
    name: str
    media_type: FileKind
    size: int
    sha256: str


def add(conn: Connection, conference: str, new: NewDocument, at: datetime, by: str) -> Document:
    """Name a file that has been kept."""
    row = {
        "id": uuid4().hex,
        "conference_id": conference,
        "kind": new.kind,
        "name": readable(new.name),
        "media_type": new.media_type.value,
        "size": new.size,
        "sha256": new.sha256,
        "created_at": at,
        "created_by": by,
        "updated_at": at,
        "updated_by": by,
    }
    conn.execute(insert(DocumentRow), [row])
    return document(conn, conference, row["id"])  # type: ignore[arg-type]


def document(conn: Connection, conference: str, document_id: str) -> Document:
    """The document with this id. Raises ``UnknownDocument``, also where it was withdrawn."""
    row = DocumentRow
    found = conn.execute(
        select(
            col(row.id),
            col(row.conference_id),
            col(row.kind),
            col(row.name),
            col(row.media_type),
            col(row.size),
            col(row.sha256),
        ).where(
            col(row.conference_id) == conference,
            col(row.id) == document_id,
            col(row.withdrawn_because).is_(None),
        )
    ).one_or_none()
    if found is None:
        raise UnknownDocument(document_id)
    key, conference, kind, name, media_type, size, sha256 = found
    return Document(key, conference, kind, name, FileKind(media_type), size, sha256)


def named(conn: Connection) -> Collection[str]:
    """The sha256 of all files that a row names."""
    kept = select(col(DocumentRow.sha256)).where(col(DocumentRow.withdrawn_because).is_(None))
    return set(conn.execute(kept).scalars())


def withdraw(conn: Connection, of: Document, reason: str, at: datetime, by: str) -> str | None:
    """Let a file go: what is left is that there was one, and the reason. Gives the sha256 to be removed from
    the folder after the commit (``files``); None: another document has the same content.
    """
    row = DocumentRow
    conn.execute(
        update(row)
        .where(col(row.id) == of.id)
        .values(name="", sha256="", withdrawn_because=reason, updated_at=at, updated_by=by)
    )
    return None if of.sha256 in named(conn) else of.sha256


def forget_unused(conn: Connection, before: datetime) -> int:
    """Remove the documents that were stored for a note before this moment and that no note has: wrong uploads
    that others have taken the place of. How many there were; their files are left to a sweep.
    """
    row, note = DocumentRow, NoteVerbaleRow
    used = select(col(note.document_id)).where(col(note.document_id).is_not(None))
    unused = delete(row).where(
        col(row.kind) == NOTE_VERBALE, col(row.created_at) < before, col(row.id).not_in(used)
    )
    return conn.execute(unused).rowcount


def readable(name: str) -> str:
    """A file's name without folders, and without letters that are not to be seen."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(c for c in last if unicodedata.category(c)[0] != "C")
    return " ".join(seen.split())[-_LONGEST_NAME:] or "file"
