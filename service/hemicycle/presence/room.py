"""The desk's marks: which delegations are in the room, and since when. The caller owns the transaction."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.rules.terms import DelegationId
from hemicycle.storage.tables import RoomPresenceRow


def mark(
    conn: Connection, meeting_id: str, delegation: DelegationId, at: datetime, by: str, *, present: bool
) -> bool:
    """The delegation is in the room, or is not any more. False: it was marked so already."""
    table = RoomPresenceRow
    is_open = (
        col(table.meeting_id) == meeting_id,
        col(table.delegation_id) == delegation,
        col(table.until).is_(None),
    )
    if not present:
        return conn.execute(update(table).where(*is_open).values(until=at, until_by=by)).rowcount == 1
    if conn.execute(select(col(table.id)).where(*is_open)).first() is not None:
        return False
    row = {"meeting_id": meeting_id, "delegation_id": delegation, "since": at, "since_by": by}
    try:
        with conn.begin_nested():
            conn.execute(insert(table).values(row))
    except IntegrityError:
        if conn.execute(select(col(table.id)).where(*is_open)).first() is None:
            raise
        return False  # another node was faster
    return True


def marked(conn: Connection, meeting_id: str) -> frozenset[DelegationId]:
    """The delegations that are marked as in the room now."""
    table = RoomPresenceRow
    found = conn.execute(
        select(col(table.delegation_id)).where(
            col(table.meeting_id) == meeting_id, col(table.until).is_(None)
        )
    )
    return frozenset(found.scalars())
