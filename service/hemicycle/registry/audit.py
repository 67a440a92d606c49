"""Who saw or changed what. Details carry ids and counts, never names: a person can be erased without them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlmodel import col

from hemicycle.storage.tables import AuditRow


@dataclass(frozen=True, slots=True)
class Audited:
    """One act. ``by``: a login's id, or a command of the house; ``subject``: as ``registration:<id>``."""

    at: datetime
    by: str
    action: str
    subject: str
    detail: Mapping[str, Any]


def note(
    conn: Connection, conference_id: str, at: datetime, by: str, action: str, subject: str, **detail: Any
) -> None:
    """Keep one act, in the caller's transaction."""
    conn.execute(
        insert(AuditRow).values(
            conference_id=conference_id, at=at, by=by, action=action, subject=subject, detail=detail
        )
    )


def count(conn: Connection, conference_id: str, subject: str, action: str) -> int:
    """How often this was done to a subject."""
    table = AuditRow
    done = select(func.count()).where(
        col(table.conference_id) == conference_id, col(table.subject) == subject, col(table.action) == action
    )
    return conn.scalar(done) or 0


def of(conn: Connection, conference_id: str, subject: str | None = None) -> tuple[Audited, ...]:
    """The acts of a conference, or those on one subject, oldest first."""
    table = AuditRow
    found = select(
        col(table.at), col(table.by), col(table.action), col(table.subject), col(table.detail)
    ).where(col(table.conference_id) == conference_id)
    if subject is not None:
        found = found.where(col(table.subject) == subject)
    return tuple(Audited(*row) for row in conn.execute(found.order_by(col(table.id))))
