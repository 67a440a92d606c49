"""Delegations, groups and the units of their limits, read from rows."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.registry.roster import EVERYWHERE, seat_id
from hemicycle.rules.state.people import Delegation, Group
from hemicycle.rules.terms import Category, DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.storage.tables import DelegationRow, GroupRow, SeatRow, SeatUnitRow


class UnknownDelegation(Exception):
    """The conference has no delegation with this id."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of what a delegation may have present at once. ``participant`` None: it is free.

    ``over``: the policy in force no longer has it.
    """

    seat: SeatId
    modality: Modality
    role: Role
    number: int
    participant: ParticipantId | None
    scope: str = EVERYWHERE
    over: bool = False


def delegations(conn: Connection, conference_id: str) -> tuple[Delegation, ...]:
    """The delegations of a conference, by id."""
    table = DelegationRow
    found = conn.execute(
        select(col(table.id), col(table.code), col(table.category), col(table.names), col(table.members))
        .where(col(table.conference_id) == conference_id)
        .order_by(col(table.id))
    )
    return tuple(
        Delegation(id=key, code=code, category=Category(category), names=names, members=tuple(members or ()))
        for key, code, category, names, members in found
    )


def short_names(conn: Connection, conference_id: str) -> dict[DelegationId, str]:
    """What each delegation is called in sentences: its official short name in English."""
    return {each.id: each.names["en"] for each in delegations(conn, conference_id)}


def groups(conn: Connection, conference_id: str) -> tuple[Group, ...]:
    """The groups on whose behalf a delegation may speak, by id."""
    found = conn.execute(
        select(col(GroupRow.id), col(GroupRow.names), col(GroupRow.members))
        .where(col(GroupRow.conference_id) == conference_id)
        .order_by(col(GroupRow.id))
    )
    return tuple(Group(id=key, names=names, members=tuple(members or ())) for key, names, members in found)


def units(conn: Connection, conference_id: str, delegation: DelegationId) -> tuple[Unit, ...]:
    """All units that the delegation may fill, with who holds them. Raises ``UnknownDelegation``."""
    known = select(col(DelegationRow.id)).where(
        col(DelegationRow.conference_id) == conference_id, col(DelegationRow.id) == delegation
    )
    if conn.execute(known).one_or_none() is None:
        raise UnknownDelegation(delegation)
    unit = SeatUnitRow
    held = and_(
        col(SeatRow.conference_id) == col(unit.conference_id),
        col(SeatRow.delegation_id) == col(unit.delegation_id),
        col(SeatRow.modality) == col(unit.modality),
        col(SeatRow.role) == col(unit.role),
        col(SeatRow.scope) == col(unit.scope),
        col(SeatRow.number) == col(unit.number),
    )
    found = conn.execute(
        select(
            col(unit.modality),
            col(unit.role),
            col(unit.number),
            col(SeatRow.participant_id),
            col(unit.scope),
            col(unit.over),
        )
        .outerjoin_from(unit, SeatRow, held)
        .where(col(unit.conference_id) == conference_id, col(unit.delegation_id) == delegation)
        .order_by(col(unit.scope), col(unit.modality), col(unit.role).desc(), col(unit.number))
    )
    return tuple(
        Unit(
            seat_id(delegation, row.modality, row.role, row.number, row.scope),
            Modality(row.modality),
            Role(row.role),
            row.number,
            row.participant_id,
            row.scope,
            row.over,
        )
        for row in found
    )
