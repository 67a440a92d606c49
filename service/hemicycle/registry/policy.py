"""A policy: how many of a delegation may be nominated and be present at once, and what delegations share."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.terms import Category, Modality, Role

Group = tuple[Modality, Role, str]
"""Modality, role and scope: what the units of one limit have in common."""
MOST = 999
"""No limit is greater; a pool may be."""
MOST_POOLED = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How many of a delegation of this category (None: any that has no limit of its own)."""

    category: Category | None = None
    modality: Modality
    role: Role
    scope: str = EVERYWHERE
    nominated: int
    at_once: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Units that delegations share. None and empty: any. The platform's capacity is a pool of all online."""

    id: str
    modality: Modality | None = None
    role: Role | None = None
    categories: tuple[Category, ...] = ()
    size: int

    def takes(self, category: Category, modality: Modality, role: Role) -> bool:
        """Whether somebody approved so in such a delegation needs one of its units."""
        return (
            self.modality in {None, modality}
            and self.role in {None, role}
            and (not self.categories or category in self.categories)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPolicy:
    """A policy to be published. ``reason``: why the limits change."""

    holds_from: datetime
    reason: str
    limits: tuple[Limit, ...]
    pools: tuple[Pool, ...] = ()

    def of(self, category: Category) -> dict[Group, Limit]:
        """What a delegation of this category has: its own category's limits before those for any."""
        chosen: dict[Group, Limit] = {}
        for limit in sorted(self.limits, key=lambda limit: limit.category is not None):
            if limit.category in {None, category}:
                chosen[limit.modality, limit.role, limit.scope] = limit
        return chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(NewPolicy):
    """One version. ``applied_at``: when the units followed it; None: not yet."""

    version: int
    applied_at: datetime | None


def faults(new: NewPolicy, scopes: set[str]) -> Iterator[str]:
    """What is wrong with a policy, one line each."""
    if not new.reason.strip():
        yield "a policy needs a reason"
    for limit in new.limits:
        name = f"{limit.category or 'any'} {limit.modality} {limit.role} {limit.scope}"
        if limit.scope not in scopes:
            yield f"{name}: there is no session or meeting {limit.scope}"
        if not 0 <= limit.at_once <= limit.nominated <= MOST:
            yield f"{name}: at once 0 to {MOST}, and no more than nominated"
    for pool in new.pools:
        if not 0 <= pool.size <= MOST_POOLED:
            yield f"pool {pool.id}: its size is 0 to {MOST_POOLED}"
    named = Counter((lim.category, lim.modality, lim.role, lim.scope) for lim in new.limits)
    yield from (f"{' '.join(map(str, key))} stands twice" for key, count in named.items() if count > 1)
    pools = Counter(pool.id for pool in new.pools)
    yield from (f"pool {key} stands twice" for key, count in pools.items() if count > 1)
