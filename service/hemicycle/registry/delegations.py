"""Delegations, groups and the units of their limits, read from rows."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.rules.meeting import Delegation, Group
from hemicycle.rules.terms import Category, DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.storage.tables import DelegationRow, GroupRow, SeatLimitRow, SeatRow


class UnknownDelegation(Exception):
    """The conference has no delegation with this id."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a delegation's limits. ``participant`` None: it is free."""

    seat: SeatId
    modality: Modality
    role: Role
    number: int
    participant: ParticipantId | None


def delegations(conn: Connection, conference_id: str) -> tuple[Delegation, ...]:
    """The delegations of a conference, by id."""
    table = DelegationRow
    found = conn.execute(
        select(col(table.id), col(table.code), col(table.category), col(table.names))
        .where(col(table.conference_id) == conference_id)
        .order_by(col(table.id))
    )
    return tuple(
        Delegation(id=key, code=code, category=Category(category), names=names)
        for key, code, category, names in found
    )


def groups(conn: Connection, conference_id: str) -> tuple[Group, ...]:
    """The groups on whose behalf a delegation may speak, by id."""
    found = conn.execute(
        select(col(GroupRow.id), col(GroupRow.names))
        .where(col(GroupRow.conference_id) == conference_id)
        .order_by(col(GroupRow.id))
    )
    return tuple(Group(id=key, names=names) for key, names in found)


def units(conn: Connection, conference_id: str, delegation: DelegationId) -> tuple[Unit, ...]:
    """All units that the delegation may fill, with who holds them. Raises ``UnknownDelegation``."""
    known = select(col(DelegationRow.id)).where(
        col(DelegationRow.conference_id) == conference_id, col(DelegationRow.id) == delegation
    )
    if conn.execute(known).one_or_none() is None:
        raise UnknownDelegation(delegation)
    limit = SeatLimitRow
    held = and_(
        col(SeatRow.conference_id) == col(limit.conference_id),
        col(SeatRow.delegation_id) == delegation,
        col(SeatRow.modality) == col(limit.modality),
        col(SeatRow.role) == col(limit.role),
        col(SeatRow.number) == col(limit.number),
    )
    found = conn.execute(
        select(col(limit.modality), col(limit.role), col(limit.number), col(SeatRow.participant_id))
        .outerjoin_from(limit, SeatRow, held)
        .where(col(limit.conference_id) == conference_id)
        .order_by(col(limit.modality), col(limit.role).desc(), col(limit.number))
    )
    return tuple(
        Unit(f"{delegation}.{modality}.{role}.{number}", Modality(modality), Role(role), number, holder)
        for modality, role, number, holder in found
    )
