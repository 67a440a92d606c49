"""Free texts of officers may name a person who is erased: her name and addresses go, the rest stays."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, select, update
from sqlmodel import col

from hemicycle.registry.traces import Traces
from hemicycle.storage.tables import (
    DocumentRow,
    MeetingRow,
    NoteVerbaleRow,
    PlaceUnitRow,
    PolicyRow,
    PoolUnitRow,
    ReasonRow,
    RegistrationRow,
    SeatUnitRow,
)

_TEXTS: tuple[tuple[Any, str], ...] = (
    (PlaceUnitRow, "kept"),
    (PoolUnitRow, "kept"),
    (SeatUnitRow, "kept"),
    (PolicyRow, "reason"),
    (NoteVerbaleRow, "exception"),
    (DocumentRow, "withdrawn_because"),
    (RegistrationRow, "reason"),
    (RegistrationRow, "exception"),
    (ReasonRow, "text"),
)


def erase(conn: Connection, conference: str, of: Traces, at: datetime, by: str) -> int:
    """Put what she is called from now on in the place of each mention; how many texts were changed.

    A name is a mention where it stands as whole words, in whatever case.
    """
    called = {word.lower() for word in (*of.names, *of.emails) if word != of.called}
    if not called:
        return 0
    longest_first = sorted(map(re.escape, called), key=len, reverse=True)
    mention = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
    changed = 0
    for table, name in _TEXTS:
        for keys, text in _texts(conn, conference, table, name):
            erased = mention.sub(lambda _: of.called, text)
            if erased != text:
                stamp = {} if table is ReasonRow else {"updated_at": at, "updated_by": by}
                conn.execute(update(table).where(*keys).values({name: erased, **stamp}))
                changed += 1
    return changed


def _texts(conn: Connection, conference: str, table: Any, name: str) -> Iterator[tuple[list[Any], str]]:
    """The texts of one column, each with the conditions that find its row again."""
    rows: Table = table.__table__
    here = select(rows).where(rows.c[name].is_not(None))
    if table is ReasonRow:
        meetings = select(col(MeetingRow.id)).where(col(MeetingRow.conference_id) == conference)
        here = here.where(rows.c.meeting_id.in_(meetings))
    else:
        here = here.where(rows.c.conference_id == conference)
    for row in conn.execute(here).mappings().all():
        yield [key == row[key.name] for key in rows.primary_key], str(row[name])
