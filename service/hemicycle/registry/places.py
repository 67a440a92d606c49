"""Who was approved, or came with the conference's file, holds a place: a unit of what the delegation may
nominate, and a unit of each pool.

The database refuses two holders of a unit; whoever loses a race looks for the next free unit, until there is
none. The caller owns the transaction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from hemicycle.registry import calendar, limits, units
from hemicycle.registry.policy import Group, NewPolicy, Policy, Pool
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.registry.units import Kind
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Role
from hemicycle.storage.tables import PlaceRow, PolicyRow, PoolPlaceRow, RegistrationRow

Ways = Sequence[frozenset[str]]
"""The scopes that would together cover where somebody takes part: the narrowest first."""


class NoRoom(Exception):
    """A limit is reached. ``code``: limit-reached, or pool-full with the ``pool``."""

    def __init__(self, pool: Pool | None = None) -> None:
        self.code = "limit-reached" if pool is None else "pool-full"
        self.pool = pool
        super().__init__(self.code)


@dataclass(frozen=True, slots=True)
class Placed:
    """A person's place, in however many scopes it counts."""

    participant: ParticipantId
    delegation: DelegationId
    modality: Modality
    role: Role
    scopes: tuple[str, ...]


def ways(conn: Connection, conference: str, delegation: DelegationId, sessions: Sequence[str]) -> Ways:
    """What could cover these sessions (none: all that the delegation attends): units of the sessions
    themselves, of their meetings, or of the whole conference.
    """
    wanted = frozenset(sessions) or calendar.attends(conn, conference, delegation)
    served = calendar.meeting_sessions(conn, conference)
    meetings = frozenset(m for m, of in served.items() if not of or of & wanted)
    return [way for way in (wanted, meetings, frozenset({EVERYWHERE})) if way]


def offered(having: Mapping[Group, Any], covering: Ways, modality: Modality, role: Role) -> list[list[str]]:
    """Those ways for which there are limits in each of their scopes."""
    return [sorted(way) for way in covering if all((modality, role, scope) in having for scope in way)]


def claim(
    conn: Connection,
    conference: str,
    participant: ParticipantId,
    delegation: DelegationId,
    groups: Sequence[tuple[Modality, Role, Sequence[str]]],
    at: datetime,
    by: str,
) -> None:
    """Take a place: in every scope of the first of these groups that has room. Raises ``NoRoom``."""
    for modality, role, scopes in groups:
        inner = conn.begin_nested()
        keys = [(delegation, modality.value, role.value, scope) for scope in scopes]
        if all(_take(conn, units.PLACES, conference, key, participant, at, by) for key in keys):
            inner.commit()
            return
        inner.rollback()
    raise NoRoom


def claim_pools(
    conn: Connection,
    conference: str,
    participant: ParticipantId,
    pools: Sequence[Pool],
    at: datetime,
    by: str,
) -> None:
    """Take a unit of each pool, by ascending id. Raises ``NoRoom``."""
    for pool in sorted(pools, key=lambda pool: pool.id):
        if not _take(conn, units.POOLS, conference, (pool.id,), participant, at, by):
            raise NoRoom(pool)


def lock_pools(conn: Connection, conference: str, policy: Policy) -> None:
    """Claims on the pools of a conference come one after the other, so that two cannot wait in a circle."""
    if policy.pools:
        conn.execute(
            select(col(PolicyRow.version))
            .where(col(PolicyRow.conference_id) == conference, col(PolicyRow.version) == policy.version)
            .with_for_update(key_share=True)
        )


def release(conn: Connection, conference: str, participant: ParticipantId) -> None:
    """Give up the person's place and her pool units."""
    for table in (PlaceRow, PoolPlaceRow):
        conn.execute(
            delete(table).where(
                col(table.conference_id) == conference, col(table.participant_id) == participant
            )
        )


def held(conn: Connection, conference: str) -> tuple[Placed, ...]:
    """Everybody's place, by delegation and person."""
    return _placed(conn, conference)


def _placed(conn: Connection, conference: str, *whose: ColumnElement[bool]) -> tuple[Placed, ...]:
    table = PlaceRow
    of = (col(table.delegation_id), col(table.participant_id), col(table.modality), col(table.role))
    found = conn.execute(
        select(*of, col(table.scope)).where(col(table.conference_id) == conference, *whose).order_by(*of)
    )
    return tuple(
        Placed(who, delegation, Modality(modality), Role(role), tuple(row.scope for row in rows))
        for (delegation, who, modality, role), rows in groupby(found, key=lambda row: tuple(row[:4]))
    )


def place_of(conn: Connection, conference: str, participant: ParticipantId) -> Placed | None:
    """The place of one person, if she has any."""
    return next(iter(_placed(conn, conference, col(PlaceRow.participant_id) == participant)), None)


def of_file(conn: Connection, conference: str) -> tuple[Placed, ...]:
    """The places of those who came with the conference's file: no registration has made them."""
    table = RegistrationRow
    registered = set(
        conn.execute(
            select(col(table.participant_id)).where(col(table.conference_id) == conference)
        ).scalars()
    )
    return tuple(each for each in held(conn, conference) if each.participant not in registered)


def follow_pools(conn: Connection, conference: str, policy: NewPolicy, at: datetime, by: str) -> None:
    """Let the pools be the policy's: whoever has a place holds a unit of each that takes her.

    Who finds no room holds one that is over, until it is settled.
    """
    pools = {pool.id: pool for pool in policy.pools}
    needed = {pool: set(_members(conn, conference, pools[pool])) for pool in pools}
    for unit in units.units(conn, units.POOLS, conference):
        (pool,) = unit.key
        if unit.holder is not None and unit.holder not in needed.get(pool, ()):
            _leave(conn, conference, pool, unit.number)
        elif unit.holder is not None:
            needed[pool].discard(unit.holder)
    sizes: dict[units.Key, int] = {(pool.id,): pool.size for pool in policy.pools}
    units.fit(conn, units.POOLS, conference, sizes, None, at, by)
    for pool, members in needed.items():
        for participant in sorted(members):
            if not _take(conn, units.POOLS, conference, (pool,), participant, at, by):
                _take_over(conn, conference, pool, participant, at, by)


def _take(
    conn: Connection,
    kind: Kind,
    conference: str,
    key: tuple[str, ...],
    participant: ParticipantId,
    at: datetime,
    by: str,
) -> bool:
    """Hold a free unit of the group. False: there is none."""
    tried: set[int] = set()
    while True:
        free = units.free_number(conn, kind, conference, key, tried)
        if free is None:
            return False
        try:
            with conn.begin_nested():
                _hold(conn, kind, conference, key, free, participant, at, by)
        except IntegrityError:
            tried.add(free)
        else:
            return True


def _hold(  # noqa: PLR0913, PLR0917 - a row's columns
    conn: Connection,
    kind: Kind,
    conference: str,
    key: tuple[str, ...],
    number: int,
    participant: ParticipantId,
    at: datetime,
    by: str,
) -> None:
    conn.execute(
        insert(kind.holders).values(
            conference_id=conference,
            **dict(zip(kind.key, key, strict=True)),
            number=number,
            participant_id=participant,
            created_at=at,
            created_by=by,
            updated_at=at,
            updated_by=by,
        )
    )


def _members(conn: Connection, conference: str, pool: Pool) -> Iterator[ParticipantId]:
    """Those with a place whom the pool takes."""
    categories = limits.categories(conn, conference)
    for each in held(conn, conference):
        if pool.takes(categories[each.delegation], each.modality, each.role):
            yield each.participant


def _leave(conn: Connection, conference: str, pool: str, number: int) -> None:
    table = PoolPlaceRow
    conn.execute(
        delete(table).where(
            col(table.conference_id) == conference, col(table.pool_id) == pool, col(table.number) == number
        )
    )


def _take_over(
    conn: Connection, conference: str, pool: str, participant: ParticipantId, at: datetime, by: str
) -> None:
    """Hold a unit beyond the pool's size."""
    number = max((u.number for u in units.group(conn, units.POOLS, conference, (pool,))), default=0) + 1
    units.add(conn, units.POOLS, conference, [((pool,), number)], at, by, over=True)
    _hold(conn, units.POOLS, conference, (pool,), number, participant, at, by)
