"""Texts of statements: rows and their files, one for each language. The caller owns the transaction.

The rows say where a text lies; the log says that it is there and whether it was heard. A file is named after
the delegation, item and language, never as it was uploaded: such names carry names of persons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from hemicycle.documents import store
from hemicycle.documents.kinds import FileKind
from hemicycle.documents.store import Document, NewDocument
from hemicycle.rules.terms import DelegationId, ItemId, TextId
from hemicycle.storage.tables import DocumentRow, TextFileRow, TextRow

STATEMENT = "statement"
KINDS: Mapping[FileKind, str] = {FileKind.PDF: "pdf", FileKind.DOCX: "docx"}
"""What a text may be, and how its file's name ends: interpreters search and copy, so no pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that is being handed in; it lies under its ``sha256`` already. ``size``: bytes."""

    language: str
    media_type: FileKind
    size: int
    sha256: str


def add(
    conn: Connection,
    conference: str,
    text: TextId,
    of: tuple[DelegationId, ItemId],
    file: TextFile,
    at: datetime,
    by: str,
) -> tuple[str, ...]:
    """Keep a file as the text in its language, in the place of one that was there; the languages after it."""
    who = {"created_at": at, "created_by": by, "updated_at": at, "updated_by": by}
    delegation, item = of
    there = languages(conn, text)
    if not there:
        row = {"id": text, "conference_id": conference, "delegation_id": delegation, "item_id": item}
        conn.execute(insert(TextRow), [row | who])
    if file.language in there:
        _remove_file(conn, text, file.language)
    new = NewDocument(
        kind=STATEMENT,
        name=f"{delegation}-item-{item}-{file.language}.{KINDS[file.media_type]}",
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
    )
    kept = store.add(conn, conference, new, at, by)
    link = {"text_id": text, "language": file.language, "document_id": kept.id}
    conn.execute(insert(TextFileRow), [link | who])
    return tuple(sorted({*there, file.language}))


def languages(conn: Connection, text: TextId) -> tuple[str, ...]:
    """In which languages the text is there; none: it is not, or its files were removed."""
    wanted = select(col(TextFileRow.language)).where(col(TextFileRow.text_id) == text)
    return tuple(conn.execute(wanted.order_by(col(TextFileRow.language))).scalars())


def document(conn: Connection, conference: str, text: TextId, language: str) -> Document:
    """The text's file in this language. Raises ``UnknownDocument``."""
    wanted = select(col(TextFileRow.document_id)).where(
        col(TextFileRow.text_id) == text, col(TextFileRow.language) == language
    )
    return store.document(conn, conference, conn.execute(wanted).scalar_one_or_none() or "")


def remove(conn: Connection, text: TextId) -> None:
    """Forget the text and the rows of its files; the files themselves go with the next sweep."""
    for language in languages(conn, text):
        _remove_file(conn, text, language)
    conn.execute(delete(TextRow).where(col(TextRow.id) == text))


def _remove_file(conn: Connection, text: TextId, language: str) -> None:
    link = (col(TextFileRow.text_id) == text, col(TextFileRow.language) == language)
    former = conn.execute(select(col(TextFileRow.document_id)).where(*link)).scalar_one()
    conn.execute(delete(TextFileRow).where(*link))
    conn.execute(delete(DocumentRow).where(col(DocumentRow.id) == former))
