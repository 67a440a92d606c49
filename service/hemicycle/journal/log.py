"""The log of a meeting: appended to, read, never changed. The caller owns the transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import col

from hemicycle.journal.codec import decode_actor, decode_event, encode_actor, encode_event
from hemicycle.rules.commands import Actor, Stamped
from hemicycle.rules.events import Event
from hemicycle.storage import Topic, Wake, announce
from hemicycle.storage.tables import HeadRow, LogRow

# Statements are built once: building them costs more than running them, and every command runs them.
_HEAD = select(col(HeadRow.seq), col(HeadRow.epoch)).where(col(HeadRow.meeting_id) == bindparam("meeting"))
_LOCK_HEAD = _HEAD.with_for_update()
_BEGIN = insert(HeadRow)
_MOVE_HEAD = (
    update(HeadRow)
    .where(
        col(HeadRow.meeting_id) == bindparam("meeting"),
        col(HeadRow.seq) == bindparam("expected"),
    )
    .values(seq=bindparam("reached"))
)
_APPEND = insert(LogRow)
_READ = (
    select(col(LogRow.seq), col(LogRow.at), col(LogRow.command_id), col(LogRow.actor), col(LogRow.event))
    .where(col(LogRow.meeting_id) == bindparam("meeting"), col(LogRow.seq) > bindparam("after"))
    .order_by(col(LogRow.seq))
)
_FIRST = select(col(LogRow.event)).where(col(LogRow.meeting_id) == bindparam("meeting"), col(LogRow.seq) == 1)


class LogBegun(Exception):
    """The meeting's log has begun already."""


class NoLog(Exception):
    """The meeting's log has not begun."""


class LostRace(Exception):
    """Somebody else appended first: roll back, read on, decide again."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the log stands: the number of its last event (0: none yet) and its generation."""

    seq: int
    epoch: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """One event as it stands in the log; ``seq`` counts from 1 without gaps."""

    seq: int
    at: datetime
    command_id: str
    actor: Actor
    event: Event


def begin(conn: Connection, meeting_id: str) -> Head:
    """Begin the meeting's log: a head at 0, with an epoch of its own. Raises ``LogBegun``."""
    begun = Head(seq=0, epoch=token_hex(8))
    if head(conn, meeting_id) is not None:
        raise LogBegun(meeting_id)
    conn.execute(_BEGIN, {"meeting_id": meeting_id, "seq": begun.seq, "epoch": begun.epoch})
    return begun


def head(conn: Connection, meeting_id: str) -> Head | None:
    """Where the log stands, or None before it has begun."""
    row = conn.execute(_HEAD, {"meeting": meeting_id}).one_or_none()
    return None if row is None else Head(*row)


def lock_head(conn: Connection, meeting_id: str) -> Head:
    """The head, locked against other writers until the transaction ends. Raises ``NoLog``."""
    row = conn.execute(_LOCK_HEAD, {"meeting": meeting_id}).one_or_none()
    if row is None:
        raise NoLog(meeting_id)
    return Head(*row)


def append(
    conn: Connection, meeting_id: str, expected_seq: int, stamped: Stamped, events: Sequence[Event]
) -> list[Recorded]:
    """Append what the command brought about, after ``expected_seq``. Raises ``LostRace``.

    Every node is woken when the transaction commits. The records returned are what ``read`` will give.
    """
    records = [
        Recorded(seq, stamped.at, stamped.id, stamped.actor, event)
        for seq, event in enumerate(events, start=expected_seq + 1)
    ]
    head_moves = {"meeting": meeting_id, "expected": expected_seq, "reached": expected_seq + len(records)}
    moved = conn.execute(_MOVE_HEAD, head_moves)
    if moved.rowcount != 1:
        raise LostRace(meeting_id)
    if records:
        conn.execute(_APPEND, [_row(meeting_id, record) for record in records])
        announce(conn, Wake(Topic.LOG, meeting_id, records[-1].seq))
    return records


def read(conn: Connection, meeting_id: str, after: int = 0) -> list[Recorded]:
    """The events with ``seq`` above ``after``, in order. Raises ``UnreadableEvent``."""
    found = conn.execute(_READ, {"meeting": meeting_id, "after": after})
    return [
        Recorded(seq, at, command_id, decode_actor(actor), decode_event(event))
        for seq, at, command_id, actor, event in found
    ]


def first(conn: Connection, meeting_id: str) -> Event | None:
    """The event with which the log begins, or None where there is no log. Raises ``UnreadableEvent``."""
    found = conn.execute(_FIRST, {"meeting": meeting_id}).scalar_one_or_none()
    return None if found is None else decode_event(found)


def _row(meeting_id: str, record: Recorded) -> dict[str, object]:
    return {
        "meeting_id": meeting_id,
        "seq": record.seq,
        "at": record.at,
        "command_id": record.command_id,
        "actor": encode_actor(record.actor),
        "event": encode_event(record.event),
    }
