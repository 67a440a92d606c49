"""Policies with their limits and pools, and the places that approvals claim.

An approval claims a *place* (one unit of what may be nominated) and, if one is free, a seat (one unit of what
may be present at once: ``seats``). Units are rows, so the database itself keeps every limit, whoever claims
in parallel.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Text, UniqueConstraint
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables.rows import Administered

_OF_DELEGATION = ["delegations.conference_id", "delegations.id"]


class PolicyRow(Administered, table=True):
    """One version of a conference's limits, and from when it holds. ``reason``: why it changed."""

    __tablename__ = "policies"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    version: int = Field(primary_key=True)
    holds_from: datetime = Field(sa_type=Moment)
    applied_at: datetime | None = Field(default=None, sa_type=Moment)
    reason: str = Field(sa_type=Text)


class LimitRow(Administered, table=True):
    """How many of a delegation of this category (``*``: any) may be nominated, and be present at once.

    ``scope``: ``*`` for the whole conference, else the id of a session or of a meeting.
    """

    __tablename__ = "limits"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "version"], ["policies.conference_id", "policies.version"]),
        CheckConstraint("nominated >= at_once AND at_once >= 0", name="no_more_at_once_than_nominated"),
    )

    conference_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    category: str = Field(primary_key=True)
    modality: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    nominated: int
    at_once: int


class PoolRow(Administered, table=True):
    """Units that several delegations share: a pool of observers, or all links of the platform.

    Who is approved with this ``modality`` and ``role`` (``*``: any) in a delegation of ``categories``
    (empty: any)
    takes one unit.
    """

    __tablename__ = "pools"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "version"], ["policies.conference_id", "policies.version"]),
    )

    conference_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    id: str = Field(primary_key=True)
    modality: str
    role: str
    categories: list[str] = Field(default_factory=list, sa_type=Json)
    size: int


class PlaceUnitRow(Administered, table=True):
    """One unit of what a delegation may nominate. ``over``: the policy in force no longer has it; it goes
    when
    it is given up, and nobody may claim it any more. ``kept``: an officer's reason to let it stay until then.
    """

    __tablename__ = "place_units"
    __table_args__ = (ForeignKeyConstraint(["conference_id", "delegation_id"], _OF_DELEGATION),)

    conference_id: str = Field(primary_key=True)
    delegation_id: str = Field(primary_key=True)
    modality: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    over: bool = False
    kept: str | None = Field(default=None, sa_type=Text)


class PlaceRow(Administered, table=True):
    """A person who is approved, or of the conference's file, holds a unit: once for each unit, once for each
    person and scope.
    """

    __tablename__ = "places"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conference_id", "delegation_id", "modality", "role", "scope", "number"],
            [
                "place_units.conference_id",
                "place_units.delegation_id",
                "place_units.modality",
                "place_units.role",
                "place_units.scope",
                "place_units.number",
            ],
        ),
        ForeignKeyConstraint(
            ["conference_id", "delegation_id", "participant_id"],
            ["participants.conference_id", "participants.delegation_id", "participants.id"],
        ),
        UniqueConstraint("conference_id", "participant_id", "scope"),
    )

    conference_id: str = Field(primary_key=True)
    delegation_id: str = Field(primary_key=True)
    modality: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    participant_id: str


class PoolUnitRow(Administered, table=True):
    """One unit of a pool. ``over`` and ``kept``: as for a place."""

    __tablename__ = "pool_units"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    pool_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    over: bool = False
    kept: str | None = Field(default=None, sa_type=Text)


class PoolPlaceRow(Administered, table=True):
    """A person who holds a place of this kind holds a unit of the pool."""

    __tablename__ = "pool_places"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conference_id", "pool_id", "number"],
            ["pool_units.conference_id", "pool_units.pool_id", "pool_units.number"],
        ),
        ForeignKeyConstraint(
            ["conference_id", "participant_id"], ["participants.conference_id", "participants.id"]
        ),
        UniqueConstraint("conference_id", "pool_id", "participant_id"),
    )

    conference_id: str = Field(primary_key=True)
    pool_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    participant_id: str
