"""Puts rows in the place of others: what stays the same is not touched, so that who and when stay true."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from hemicycle.registry.calendar_rows import Rows
from hemicycle.storage.tables import Administered, AgendaItemRow

Key = tuple[Any, ...]


class StillReferred(Exception):
    """A row cannot go, because others refer to it. The message says what it is."""


def replace_rows(conn: Connection, conference: str, wanted: Sequence[Rows], at: datetime, by: str) -> None:
    """Make these the conference's rows of these tables. ``wanted``: in the order of their references.

    Raises ``StillReferred``; then the caller rolls back.
    """
    gone: list[tuple[Table, Key]] = []
    for model, rows in wanted:
        gone += _written(conn, conference, model, rows, {"updated_at": at, "updated_by": by})
    for table, key in reversed(gone):
        try:
            conn.execute(delete(table).where(_at(table, key)))
        except IntegrityError as error:
            raise StillReferred(f"{key[-1]} cannot be removed: logins or records refer to it") from error


def _written(
    conn: Connection,
    conference: str,
    model: type[Administered],
    rows: Sequence[Mapping[str, Any]],
    who: Mapping[str, Any],
) -> list[tuple[Table, Key]]:
    """Insert what is new, change what differs; returns what is there and not wanted."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel makes it
    there = {
        _key(table, row): row
        for row in conn.execute(select(table).where(table.c.conference_id == conference)).mappings()
    }
    wanted = {_key(table, row): row for row in rows}
    changed = {k: row for k, row in wanted.items() if k in there and _differs(row, there[k])}
    gone = [key for key in there if key not in wanted]
    if model is AgendaItemRow:
        _make_room(conn, table, [*changed, *gone])
    for key, row in changed.items():
        conn.execute(update(table).where(_at(table, key)).values({**row, **who}))
    fresh = [
        {**row, **who, "created_at": who["updated_at"], "created_by": who["updated_by"]}
        for key, row in wanted.items()
        if key not in there
    ]
    if fresh:
        conn.execute(insert(table), fresh)
    return [(table, key) for key in gone]


def _make_room(conn: Connection, table: Table, keys: Sequence[Key]) -> None:
    """Items change places: each place is unique, so they leave the old ones first."""
    for key in keys:
        conn.execute(update(table).where(_at(table, key)).values(place=-1 - table.c.place))


def _key(table: Table, row: Mapping[Any, Any]) -> Key:
    return tuple(row[column.name] for column in table.primary_key)


def _at(table: Table, key: Key) -> Any:
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))


def _differs(row: Mapping[str, Any], there: Mapping[Any, Any]) -> bool:
    return any(there[name] != value for name, value in row.items())
