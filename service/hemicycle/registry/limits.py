"""How many of a delegation may be nominated and be present at once: policies with versions (ROLE_LIMITS).

A policy holds from a moment of service time; of those that hold, the one with the highest version is in force.
A limit of scope ``*`` is for the whole conference; one for a session or a meeting adds to it. What a policy
does not name, nobody has. The caller owns the transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hemicycle.rules.terms import Category, Modality, Role

EVERYWHERE = "*"
"""The scope of what is for the whole conference; a session or a meeting is named by its id."""


class PolicyRefused(Exception):
    """A policy cannot be taken. ``code``: stable; the message says what to do."""

    code = "policy-refused"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPolicy:
    """A policy to be published. ``reason``: why the limits change."""

    holds_from: datetime
    reason: str
    limits: tuple[Limit, ...]
    pools: tuple[Pool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(NewPolicy):
    """One version. ``applied_at``: when the units followed it; None: not yet."""

    version: int
    applied_at: datetime | None


def policies(conn: Connection, conference: str) -> tuple[Policy, ...]:
    """All versions, the oldest first."""
    raise NotImplementedError


def in_force(conn: Connection, conference: str, at: datetime) -> Policy:
    """The policy that holds at this moment (service time)."""
    raise NotImplementedError


def publish(conn: Connection, conference: str, new: NewPolicy, at: datetime, by: str) -> Policy:
    """Write a new version; it is applied by ``conduct.accreditation``. Raises ``PolicyRefused``."""
    raise NotImplementedError


def derive_units(
    conn: Connection, conference: str, delegations: Sequence[str] | None, at: datetime, by: str
) -> None:
    """Let the units of these delegations (None: all) be those of the policy in force.

    For whoever adds a delegation or changes its category. Free units that are too many vanish; those that are
    held are marked ``over`` and stay until they are settled.
    """
    raise NotImplementedError
