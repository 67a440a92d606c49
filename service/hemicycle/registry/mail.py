"""Messages that wait to be sent: rows with a key, so that nothing is sent twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update
from sqlmodel import col

from hemicycle.storage.accreditation import MailRow

LINK_SENT = "(the link was in this message)"
"""What stands in a stored message in the place of its login link, once it has been sent."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message. ``key``: what it is about; ``due_at``: service time; ``error``: of the last try."""

    id: str
    conference: str
    kind: str
    key: str
    address: str
    subject: str
    body: str
    due_at: datetime
    tries: int
    sent_at: datetime | None
    error: str | None


_COLUMNS = (
    col(MailRow.id),
    col(MailRow.conference_id),
    col(MailRow.kind),
    col(MailRow.key),
    col(MailRow.address),
    col(MailRow.subject),
    col(MailRow.body),
    col(MailRow.due_at),
    col(MailRow.tries),
    col(MailRow.sent_at),
    col(MailRow.error),
)


def queue(  # noqa: PLR0913, PLR0917 - one parameter for each column
    conn: Connection,
    conference_id: str,
    kind: str,
    key: str,
    address: str,
    subject: str,
    body: str,
    due_at: datetime,
    at: datetime,
    by: str,
) -> bool:
    """Let a message be sent when it is due. False: one with this key is there already; nothing changes."""
    known = select(col(MailRow.id)).where(
        col(MailRow.conference_id) == conference_id, col(MailRow.key) == key
    )
    if conn.execute(known).one_or_none() is not None:
        return False
    conn.execute(
        insert(MailRow).values(
            id=uuid4().hex,
            conference_id=conference_id,
            kind=kind,
            key=key,
            address=address,
            subject=subject,
            body=body,
            due_at=due_at,
            tries=0,
            created_at=at,
            created_by=by,
            updated_at=at,
            updated_by=by,
        )
    )
    return True


def letters(conn: Connection, conference_id: str) -> tuple[Letter, ...]:
    """All messages of a conference, the newest first: the desk's outbox."""
    found = (
        select(*_COLUMNS)
        .where(col(MailRow.conference_id) == conference_id)
        .order_by(col(MailRow.due_at).desc(), col(MailRow.id))
    )
    return tuple(Letter(*row) for row in conn.execute(found))


def due(conn: Connection, now: datetime, most_tries: int) -> tuple[Letter, ...]:
    """What is to be sent now, the oldest first; what has failed ``most_tries`` times is left to the desk."""
    found = (
        select(*_COLUMNS)
        .where(col(MailRow.sent_at).is_(None), col(MailRow.due_at) <= now, col(MailRow.tries) < most_tries)
        .order_by(col(MailRow.due_at), col(MailRow.id))
    )
    return tuple(Letter(*row) for row in conn.execute(found))


def sent(conn: Connection, letter: Letter, at: datetime, body: str) -> None:
    """It has been sent. ``body``: what is kept of it, without its link."""
    conn.execute(
        update(MailRow)
        .where(col(MailRow.id) == letter.id)
        .values(sent_at=at, body=body, error=None, tries=letter.tries + 1, updated_at=at)
    )


def failed(conn: Connection, letter: Letter, at: datetime, error: str) -> None:
    """It could not be sent; it will be tried again."""
    conn.execute(
        update(MailRow)
        .where(col(MailRow.id) == letter.id)
        .values(tries=letter.tries + 1, error=error, updated_at=at)
    )
