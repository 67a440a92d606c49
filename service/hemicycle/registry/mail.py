"""Messages that wait to be sent: rows with a key, so that nothing is queued twice, on whatever node.

A row is taken before it is sent, and marked afterwards. Who is killed in between leaves it unsent: it is
tried again later, and may then arrive twice; it is never lost. The caller owns the transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from hemicycle.storage.tables import MailRow

LINK_SENT = "(the link was in this message)"
"""What stands in a stored message in the place of its login link, once it has been sent."""


class LetterState(StrEnum):
    """What became of a message; one that failed may still be tried again."""

    SENT = "sent"
    WAITING = "waiting"
    FAILED = "failed"


class LetterRefused(ValueError):
    """No message can be made of it: its address is none, or a header would break its line (RFC 5322)."""


class UnknownLetter(Exception):
    """The conference has no message with this id."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message that is not a row yet. ``key``: carries ids, never names or addresses."""

    kind: str
    key: str
    address: str
    subject: str
    body: str
    due_at: datetime


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
    """Let a message be sent when it is due. False: one with this key is there already; nothing changes.

    Raises ``LetterRefused``.
    """
    draft = Draft(kind=kind, key=key, address=address, subject=subject, body=body, due_at=due_at)
    return queue_all(conn, conference_id, [draft], at, by) == 1


def queue_all(conn: Connection, conference_id: str, drafts: Iterable[Draft], at: datetime, by: str) -> int:
    """The same for many; how many are new. Nothing is queued if one raises ``LetterRefused``."""
    rows = [_row(conference_id, draft, at, by) for draft in drafts]
    if not rows:
        return 0
    table = postgresql if conn.dialect.name == "postgresql" else sqlite
    new = table.insert(MailRow).on_conflict_do_nothing().returning(col(MailRow.id))
    return len(conn.execute(new, rows).all())


@dataclass(frozen=True, slots=True)
class Sought:
    """Which messages: ``address``: a part of it, in any case; ``state``: all where it is None."""

    address: str = ""
    state: LetterState | None = None


EVERY = Sought()


def letters(
    conn: Connection, conference_id: str, sought: Sought = EVERY, first: int = 0, most: int = 100
) -> tuple[Letter, ...]:
    """Messages of a conference, the newest first: the desk's outbox. ``first``: of them, from 0."""
    found = (
        select(*_COLUMNS)
        .where(*_sought(conference_id, sought))
        .order_by(col(MailRow.due_at).desc(), col(MailRow.id))
        .offset(first)
        .limit(most)
    )
    return tuple(Letter(*row) for row in conn.execute(found))


def count(conn: Connection, conference_id: str, sought: Sought) -> int:
    """How many messages of a conference are such."""
    return conn.execute(
        select(func.count()).select_from(MailRow).where(*_sought(conference_id, sought))
    ).scalar_one()


def letter(conn: Connection, conference_id: str, letter_id: str) -> Letter:
    """One message. Raises ``UnknownLetter``."""
    found = conn.execute(
        select(*_COLUMNS).where(col(MailRow.conference_id) == conference_id, col(MailRow.id) == letter_id)
    ).one_or_none()
    if found is None:
        raise UnknownLetter(letter_id)
    return Letter(*found)


def keys(conn: Connection, conference_id: str, kinds: Iterable[str]) -> frozenset[str]:
    """The keys of all messages of these kinds, sent or not."""
    found = conn.execute(
        select(col(MailRow.key)).where(
            col(MailRow.conference_id) == conference_id, col(MailRow.kind).in_(list(kinds))
        )
    )
    return frozenset(key for (key,) in found)


def due(conn: Connection, now: datetime, most_tries: int, most: int = 1000) -> tuple[Letter, ...]:
    """What is to be sent now, the oldest first; what has failed ``most_tries`` times is left to the desk."""
    found = (
        select(*_COLUMNS)
        .where(
            col(MailRow.sent_at).is_(None),
            col(MailRow.due_at) <= now,
            func.coalesce(col(MailRow.next_try_at), col(MailRow.due_at)) <= now,
            col(MailRow.tries) < most_tries,
        )
        .order_by(col(MailRow.due_at), col(MailRow.id))
        .limit(most)
    )
    return tuple(Letter(*row) for row in conn.execute(found))


def take(conn: Connection, letter: Letter, at: datetime, next_try_at: datetime) -> bool:
    """Take a message to send it: nobody else does before ``next_try_at``. False: somebody was faster."""
    taken = conn.execute(
        update(MailRow)
        .where(_is(letter), col(MailRow.sent_at).is_(None), col(MailRow.tries) == letter.tries)
        .values(tries=letter.tries + 1, next_try_at=next_try_at, updated_at=at)
    )
    return taken.rowcount == 1


def sent(conn: Connection, letter: Letter, at: datetime, body: str) -> None:
    """It has been sent. ``body``: what is kept of it, without its link."""
    conn.execute(update(MailRow).where(_is(letter)).values(sent_at=at, body=body, error=None, updated_at=at))


def failed(conn: Connection, letter: Letter, at: datetime, error: str, tries: int | None = None) -> None:
    """It could not be sent. ``tries``: how often it counts as tried, where trying again has no use."""
    more = {} if tries is None else {"tries": tries}
    conn.execute(update(MailRow).where(_is(letter)).values(error=error, updated_at=at, **more))


def drop(conn: Connection, conference_id: str, keys: Iterable[str]) -> None:
    """Let none of these messages be sent any more, of those that have not been."""
    conn.execute(
        delete(MailRow).where(
            col(MailRow.conference_id) == conference_id,
            col(MailRow.key).in_(list(keys)),
            col(MailRow.sent_at).is_(None),
        )
    )


def again(conn: Connection, conference_id: str, letter_id: str, at: datetime, by: str) -> Letter:
    """Let an unsent message be tried from the beginning. Raises ``UnknownLetter``: none such is unsent."""
    found = letter(conn, conference_id, letter_id)
    changed = conn.execute(
        update(MailRow)
        .where(_is(found), col(MailRow.sent_at).is_(None))
        .values(tries=0, next_try_at=None, updated_at=at, updated_by=by)
    )
    if changed.rowcount != 1:
        raise UnknownLetter(letter_id)
    return letter(conn, conference_id, letter_id)


def is_address(address: str) -> bool:
    """Whether a message can be sent there."""
    try:
        require_address(address)
    except LetterRefused:
        return False
    return True


def is_reachable(address: str) -> bool:
    """Whether a message can be sent there from another network: the address of a person, as she writes it."""
    return is_address(address) and "." in address.rpartition("@")[2]


def require_address(address: str) -> None:
    """Raise ``LetterRefused`` unless this is one address of RFC 5322, without a name."""
    try:
        read = Address(addr_spec=address)
    except (ValueError, HeaderParseError, IndexError) as error:
        raise LetterRefused("this is no email address") from error
    if not read.username or not read.domain or not address.isprintable() or " " in address:
        raise LetterRefused("this is no email address")


def _sought(conference_id: str, sought: Sought) -> list[ColumnElement[bool]]:
    sent, error = col(MailRow.sent_at), col(MailRow.error)
    found = [col(MailRow.conference_id) == conference_id]
    if sought.address:
        found.append(func.lower(col(MailRow.address)).contains(sought.address.lower(), autoescape=True))
    match sought.state:
        case LetterState.SENT:
            found.append(sent.is_not(None))
        case LetterState.WAITING:
            found += [sent.is_(None), error.is_(None)]
        case LetterState.FAILED:
            found += [sent.is_(None), error.is_not(None)]
        case None:
            pass
    return found


def _row(conference_id: str, draft: Draft, at: datetime, by: str) -> dict[str, object]:
    require_address(draft.address)
    if not draft.subject or not draft.subject.isprintable():
        raise LetterRefused("the subject of a message is one line of printable text")
    return {
        "id": uuid4().hex,
        "conference_id": conference_id,
        "kind": draft.kind,
        "key": draft.key,
        "address": draft.address,
        "subject": draft.subject,
        "body": draft.body,
        "due_at": draft.due_at,
        "tries": 0,
        "created_at": at,
        "created_by": by,
        "updated_at": at,
        "updated_by": by,
    }


def _is(letter: Letter) -> ColumnElement[bool]:
    return col(MailRow.id) == letter.id
