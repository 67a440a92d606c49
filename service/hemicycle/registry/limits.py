"""How many of a delegation may be nominated and be present at once: policies with versions (ROLE_LIMITS).

A policy holds from a moment of service time; of those that hold, the one with the highest version is in
force. A limit of scope ``*`` is for the whole conference; one for a session or a meeting adds to it. What a
policy does not name, nobody has. The caller owns the transaction.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import col

from hemicycle.registry import audit, calendar, units
from hemicycle.registry.policy import Limit, NewPolicy, Policy, Pool, faults
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.terms import Category, Modality, Role
from hemicycle.storage.tables import DelegationRow, LimitRow, MeetingRow, PolicyRow, PoolRow

ANY = "*"
"""In a row: whatever the category, modality or role."""
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
"""From when the limits of a conference's file hold: at any moment that a clock may show."""


class PolicyRefused(Exception):
    """A policy cannot be taken. ``code``: stable; the message says what to do."""

    code = "policy-refused"


def policies(conn: Connection, conference: str) -> tuple[Policy, ...]:
    """All versions, the oldest first."""
    table = PolicyRow
    found = conn.execute(
        select(col(table.version), col(table.holds_from), col(table.applied_at), col(table.reason))
        .where(col(table.conference_id) == conference)
        .order_by(col(table.version))
    ).all()
    limits, pools = list(_limits(conn, conference)), list(_pools(conn, conference))
    return tuple(
        Policy(
            version=row.version,
            holds_from=row.holds_from,
            applied_at=row.applied_at,
            reason=row.reason,
            limits=tuple(limit for version, limit in limits if version == row.version),
            pools=tuple(pool for version, pool in pools if version == row.version),
        )
        for row in found
    )


def in_force(conn: Connection, conference: str, at: datetime) -> Policy:
    """The policy that holds at this moment (service time). Raises ``PolicyRefused`` where there is none."""
    holding = [policy for policy in policies(conn, conference) if policy.holds_from <= at]
    if not holding:
        raise PolicyRefused(f"no limits hold in {conference} yet; publish a policy")
    return holding[-1]


def version_in_force(conn: Connection, conference: str, at: datetime) -> int:
    """The number of the version that holds; 0 where there is none."""
    holding = select(func.max(col(PolicyRow.version))).where(
        col(PolicyRow.conference_id) == conference, col(PolicyRow.holds_from) <= at
    )
    return conn.execute(holding).scalar_one() or 0


def publish(conn: Connection, conference: str, new: NewPolicy, at: datetime, by: str) -> Policy:
    """Write a new version; ``conduct.accreditation`` applies it. The caller has locked the conference.

    Raises ``PolicyRefused``.
    """
    _check(conn, conference, new)
    version = max((policy.version for policy in policies(conn, conference)), default=0) + 1
    who = {"created_at": at, "created_by": by, "updated_at": at, "updated_by": by}
    of = {"conference_id": conference, "version": version, **who}
    conn.execute(
        insert(PolicyRow).values(holds_from=new.holds_from, applied_at=None, reason=new.reason, **of)
    )
    if new.limits:
        conn.execute(insert(LimitRow), [{**limit_row(limit), **of} for limit in new.limits])
    if new.pools:
        conn.execute(insert(PoolRow), [{**pool_row(pool), **of} for pool in new.pools])
    audit.note(conn, conference, at, by, "policy published", f"policy:{version}")
    return next(policy for policy in policies(conn, conference) if policy.version == version)


def applied(conn: Connection, conference: str, version: int, at: datetime, by: str) -> None:
    """The units have followed this version, and it will not be applied again."""
    conn.execute(
        update(PolicyRow)
        .where(col(PolicyRow.conference_id) == conference, col(PolicyRow.version) == version)
        .values(applied_at=at, updated_at=at, updated_by=by)
    )
    audit.note(conn, conference, at, by, "policy applied", f"policy:{version}")


def derive_units(
    conn: Connection, conference: str, delegations: Sequence[str] | None, at: datetime, by: str
) -> None:
    """Let the units of these delegations (None: all) be those of the policy in force.

    For whoever adds a delegation or changes its category. Free units that are too many vanish; those that are
    held are marked ``over`` and stay until they are settled.
    """
    follow(conn, conference, in_force(conn, conference, at), delegations, at, by)


def follow(
    conn: Connection,
    conference: str,
    policy: NewPolicy,
    delegations: Sequence[str] | None,
    at: datetime,
    by: str,
) -> None:
    """The same for a policy that the caller names."""
    places: dict[units.Key, int] = {}
    seats: dict[units.Key, int] = {}
    for delegation, category in categories(conn, conference).items():
        if delegations is None or delegation in delegations:
            for group, limit in policy.of(category).items():
                places[delegation, *group] = limit.nominated
                seats[delegation, *group] = limit.at_once
    units.fit(conn, units.PLACES, conference, places, delegations, at, by)
    units.fit(conn, units.SEATS, conference, seats, delegations, at, by)


def categories(conn: Connection, conference: str) -> dict[str, Category]:
    """The category of each delegation."""
    found = conn.execute(
        select(col(DelegationRow.id), col(DelegationRow.category))
        .where(col(DelegationRow.conference_id) == conference)
        .order_by(col(DelegationRow.id))
    )
    return {delegation: Category(category) for delegation, category in found}


def limit_row(limit: Limit) -> dict[str, Any]:
    """A limit's own columns."""
    return {
        "category": limit.category.value if limit.category else ANY,
        "modality": limit.modality.value,
        "role": limit.role.value,
        "scope": limit.scope,
        "nominated": limit.nominated,
        "at_once": limit.at_once,
    }


def pool_row(pool: Pool) -> dict[str, Any]:
    """A pool's own columns."""
    return {
        "id": pool.id,
        "modality": pool.modality.value if pool.modality else ANY,
        "role": pool.role.value if pool.role else ANY,
        "categories": [category.value for category in pool.categories],
        "size": pool.size,
    }


def _check(conn: Connection, conference: str, new: NewPolicy) -> None:
    """Raise ``PolicyRefused`` with everything that does not hold."""
    meetings = select(col(MeetingRow.id)).where(col(MeetingRow.conference_id) == conference)
    scopes = {EVERYWHERE, *(session.id for session in calendar.sessions(conn, conference))}
    wrong = list(faults(new, scopes | set(conn.execute(meetings).scalars())))
    if wrong:
        raise PolicyRefused("; ".join(wrong))


def _limits(conn: Connection, conference: str) -> Iterator[tuple[int, Limit]]:
    table = LimitRow
    found = conn.execute(
        select(
            col(table.version),
            col(table.category),
            col(table.modality),
            col(table.role),
            col(table.scope),
            col(table.nominated),
            col(table.at_once),
        )
        .where(col(table.conference_id) == conference)
        .order_by(col(table.scope), col(table.category), col(table.modality), col(table.role).desc())
    )
    for row in found:
        yield (
            row.version,
            Limit(
                category=None if row.category == ANY else Category(row.category),
                modality=Modality(row.modality),
                role=Role(row.role),
                scope=row.scope,
                nominated=row.nominated,
                at_once=row.at_once,
            ),
        )


def _pools(conn: Connection, conference: str) -> Iterator[tuple[int, Pool]]:
    table = PoolRow
    found = conn.execute(
        select(
            col(table.version),
            col(table.id),
            col(table.modality),
            col(table.role),
            col(table.categories),
            col(table.size),
        )
        .where(col(table.conference_id) == conference)
        .order_by(col(table.id))
    )
    for row in found:
        yield (
            row.version,
            Pool(
                id=row.id,
                modality=None if row.modality == ANY else Modality(row.modality),
                role=None if row.role == ANY else Role(row.role),
                categories=tuple(map(Category, row.categories)),
                size=row.size,
            ),
        )
