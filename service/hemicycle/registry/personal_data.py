"""All that the rows say about one person, to be handed out; and its erasure (GDPR, articles 15 and 17).

The log is not touched: it carries ids, which mean nobody once the rows are erased. What is left of her is
that somebody of her delegation was there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, or_, select, update
from sqlmodel import col

from hemicycle.registry import mentions
from hemicycle.registry.mail import is_address
from hemicycle.registry.traces import Traces
from hemicycle.storage.tables import (
    AuditRow,
    ConnectionRow,
    DocumentRow,
    ExportRow,
    ImportRow,
    LoginRow,
    MailRow,
    NominationRow,
    NoteVerbaleRow,
    ParticipantRow,
    PlaceRow,
    PodiumMemberRow,
    PoolPlaceRow,
    RegistrationRow,
    SeatRow,
    TextFileRow,
)

ERASED_DOMAIN = "erased.invalid"
"""Where no address is (RFC 2606): a registration has to have one of its own."""
_SECRETS = frozenset({"code_hash", "token_hash"})


@dataclass(frozen=True, slots=True)
class Document:
    """A stored note that names her beside others: an officer decides. ``name``: the file's."""

    id: str
    name: str
    note: str
    delegation: str


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased. ``letters``: ids of messages that may lie in the outbox folder; ``rows``: how many of
    what; ``documents``: what is left to an officer.
    """

    called: str
    letters: tuple[str, ...]
    rows: Mapping[str, int]
    documents: tuple[Document, ...]


def collected(conn: Connection, conference: str, of: Traces) -> dict[str, list[dict[str, Any]]]:
    """Every row about her, by kind, as JSON values. Secrets of logins are not in it."""
    here, people = _here(conference), of.participants
    connections = col(ConnectionRow.participant_id).in_(people) | col(ConnectionRow.login).in_(of.logins)
    audit = col(AuditRow.subject).in_(of.subjects) | col(AuditRow.by).in_(of.logins)
    return {
        "participants": _all(conn, ParticipantRow, here(ParticipantRow), col(ParticipantRow.id).in_(people)),
        "podium": _all(
            conn, PodiumMemberRow, here(PodiumMemberRow), col(PodiumMemberRow.participant_id).in_(people)
        ),
        "seats": _all(conn, SeatRow, here(SeatRow), col(SeatRow.participant_id).in_(people)),
        "registrations": _all(conn, RegistrationRow, col(RegistrationRow.id).in_(of.registrations)),
        "nominations": _all(conn, NominationRow, col(NominationRow.id).in_(of.nominations)),
        "places": _all(conn, PlaceRow, here(PlaceRow), col(PlaceRow.participant_id).in_(people)),
        "pool_places": _all(
            conn, PoolPlaceRow, here(PoolPlaceRow), col(PoolPlaceRow.participant_id).in_(people)
        ),
        "logins": _all(conn, LoginRow, col(LoginRow.id).in_(of.logins)),
        "connections": _all(conn, ConnectionRow, connections),
        "mail": _all(conn, MailRow, here(MailRow), col(MailRow.address).in_(of.emails)),
        "imports": _lines(conn, ImportRow, conference, of),
        "exports": _lines(conn, ExportRow, conference, of),
        "texts": _all(conn, TextFileRow, col(TextFileRow.created_by).in_(of.logins)),
        "audit": _all(conn, AuditRow, here(AuditRow), audit),
    }


def documents(conn: Connection, of: Traces) -> tuple[Document, ...]:
    """The stored notes that name her, and others."""
    note, row, file = NoteVerbaleRow, NominationRow, DocumentRow
    found = conn.execute(
        select(col(file.id), col(file.name), col(note.id), col(note.delegation_id))
        .join_from(file, note, col(note.document_id) == col(file.id))
        .join(row, col(row.note_id) == col(note.id))
        .where(col(row.id).in_(of.nominations), col(file.withdrawn_because).is_(None))
        .distinct()
        .order_by(col(file.id))
    )
    return tuple(Document(*each) for each in found)


def erase(conn: Connection, conference: str, of: Traces, at: datetime, by: str) -> Erased:
    """Erase her from the rows. Her seats, places and logins are to be ended before: not done here."""
    who = {"updated_at": at, "updated_by": by}
    blank = {"name": of.called, "title": None, **who}
    left = documents(conn, of)
    letters, unsent = _erase_mail(conn, conference, of, who)
    rows = {
        "participants": conn.execute(
            update(ParticipantRow)
            .where(_here(conference)(ParticipantRow), col(ParticipantRow.id).in_(of.participants))
            .values(**blank, email=None, language=None, erased_at=at)
        ).rowcount,
        "registrations": _erase_registrations(conn, of, blank),
        "nominations": conn.execute(
            update(NominationRow).where(col(NominationRow.id).in_(of.nominations)).values(**blank, email=None)
        ).rowcount,
        "logins": conn.execute(
            update(LoginRow).where(col(LoginRow.id).in_(of.logins)).values(label=of.called, **who)
        ).rowcount,
        "mail": len(letters) + unsent,
        "imports": _erase_lines(conn, ImportRow, conference, of),
        "exports": _erase_lines(conn, ExportRow, conference, of),
        "mentions": mentions.erase(conn, conference, of, at, by),
    }
    return Erased(of.called, letters, rows, left)


def _erase_registrations(conn: Connection, of: Traces, blank: Mapping[str, Any]) -> int:
    """``source_id`` goes too: it is her number in another system."""
    gone = dict.fromkeys(("gender", "language", "source_id", "reason", "exception"))
    for key in of.registrations:
        conn.execute(
            update(RegistrationRow)
            .where(col(RegistrationRow.id) == key)
            .values(**blank, **gone, email=f"{key}@{ERASED_DOMAIN}")
        )
    return len(of.registrations)


def _erase_mail(
    conn: Connection, conference: str, of: Traces, who: Mapping[str, Any]
) -> tuple[tuple[str, ...], int]:
    """What was sent keeps its key, so that it is not sent again; what was not sent goes. So it is with the
    reminders to others that name her.
    """
    table = MailRow
    naming = or_(*(col(table.body).contains(name, autoescape=True) for name in of.names))
    reminding = and_(col(table.kind) == "reminder", naming)
    hers = [_here(conference)(table), or_(col(table.address).in_(of.emails), reminding)]
    unsent = conn.execute(delete(table).where(*hers, col(table.sent_at).is_(None))).rowcount
    letters = tuple(conn.execute(select(col(table.id)).where(*hers)).scalars())
    conn.execute(update(table).where(col(table.id).in_(letters)).values(body="(erased)", error=None, **who))
    conn.execute(
        update(table)
        .where(col(table.id).in_(letters), col(table.address).in_(of.emails))
        .values(address=f"nobody@{ERASED_DOMAIN}", subject="(erased)")
    )
    return letters, unsent


def _lines(conn: Connection, table: Any, conference: str, of: Traces) -> list[dict[str, Any]]:
    rows = _all(conn, table, _here(conference)(table))
    return [line for row in rows for line in row["lines"] if _is_hers(line, of)]


def _erase_lines(conn: Connection, table: Any, conference: str, of: Traces) -> int:
    """Lines of imports and exports are JSON: those about her are left out."""
    erased = 0
    for row in _all(conn, table, _here(conference)(table)):
        kept = [line for line in row["lines"] if not _is_hers(line, of)]
        if len(kept) == len(row["lines"]):
            continue
        keys = [column == row[column.name] for column in table.__table__.primary_key]
        conn.execute(update(table).where(*keys).values(lines=kept))
        erased += len(row["lines"]) - len(kept)
    return erased


def _is_hers(line: Any, of: Traces) -> bool:
    """Whether a line of JSON holds one of her addresses, or her id as it stands in exports."""
    match line:
        case str():
            return line.lower() in of.emails or line in {*of.registrations, *of.participants}
        case {"written": {"name": str() as name, "email": str() as email}} if not is_address(email):
            return name in of.names
        case dict():
            return any(_is_hers(value, of) for value in line.values())
        case list():
            return any(_is_hers(value, of) for value in line)
        case _:
            return False


def _all(conn: Connection, table: Any, *conditions: Any) -> list[dict[str, Any]]:
    found = conn.execute(select(table.__table__).where(*conditions)).mappings()
    return [{name: value for name, value in row.items() if name not in _SECRETS} for row in found]


def _here(conference: str) -> Any:
    return lambda table: col(table.conference_id) == conference
