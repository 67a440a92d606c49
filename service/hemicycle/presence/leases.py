"""The spans of connections, as leases: attendance rests on them. The caller owns the transaction.

A node renews the leases of its open connections now and then. Whoever is not seen any more was there
until last seen: so a node that dies leaves the truth behind, to within one renewal.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, or_, select, update
from sqlmodel import col

from hemicycle.presence.connections import Connected
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId
from hemicycle.storage.tables import ConnectionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One connection. ``id``: of the connection; ``node``: where it ends; ``modality``: of the seat."""

    id: str
    meeting: str
    login: str
    node: str
    opened_at: datetime
    participant: ParticipantId | None = None
    delegation: DelegationId | None = None
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Who is connected to other nodes. ``seen_at``: of the one not heard of for longest; None: nobody is."""

    connected: frozenset[Connected]
    seen_at: datetime | None


def open_span(conn: Connection, span: Span) -> None:
    """The connection is there."""
    conn.execute(
        insert(ConnectionRow).values(
            id=span.id,
            meeting_id=span.meeting,
            login=span.login,
            participant_id=span.participant,
            delegation_id=span.delegation,
            modality=span.modality.value if span.modality else None,
            node=span.node,
            opened_at=span.opened_at,
            seen_at=span.opened_at,
        )
    )


def renew(conn: Connection, node: str, ids: Collection[str], at: datetime) -> None:
    """These connections of the node are still there."""
    conn.execute(
        update(ConnectionRow)
        .where(
            col(ConnectionRow.node) == node,
            col(ConnectionRow.id).in_(ids),
            col(ConnectionRow.closed_at).is_(None),
        )
        .values(seen_at=at)
    )


def close_span(conn: Connection, connection_id: str, at: datetime) -> None:
    """The connection has ended; a second time changes nothing."""
    conn.execute(
        update(ConnectionRow)
        .where(col(ConnectionRow.id) == connection_id, col(ConnectionRow.closed_at).is_(None))
        .values(seen_at=at, closed_at=at)
    )


def elsewhere(conn: Connection, meeting_id: str, node: str, after: datetime) -> Elsewhere:
    """The open connections of other nodes than this one that were seen after that moment."""
    table = ConnectionRow
    found = conn.execute(
        select(col(table.participant_id), col(table.delegation_id), func.min(col(table.seen_at)))
        .where(
            col(table.meeting_id) == meeting_id,
            col(table.node) != node,
            col(table.closed_at).is_(None),
            col(table.seen_at) > after,
        )
        .group_by(col(table.participant_id), col(table.delegation_id))
    ).all()
    connected = frozenset(Connected(participant, delegation) for participant, delegation, _ in found)
    return Elsewhere(connected, min((seen_at for *_, seen_at in found), default=None))


def close_lapsed(conn: Connection, node: str, before: datetime) -> int:
    """Close what nobody holds any more, at the moment it was last seen; how many these were.

    For the start of a node: its own open spans are of its former life. Those of other nodes are taken
    for dead if not seen since ``before``.
    """
    lapsed = or_(col(ConnectionRow.node) == node, col(ConnectionRow.seen_at) < before)
    return conn.execute(
        update(ConnectionRow)
        .where(col(ConnectionRow.closed_at).is_(None), lapsed)
        .values(closed_at=col(ConnectionRow.seen_at))
    ).rowcount
