"""Conferences, their meetings, agenda, delegations, groups and people.

Ids that people read (conferences, meetings, delegations, participants) are slugs from the conference's file.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables.rows import Administered


class ConferenceRow(Administered, table=True):
    """One registration event. ``fingerprint``: of the file it was loaded from; ``procedure`` is embedded,
    so that a data folder explains itself without its configuration.
    """

    __tablename__ = "conferences"

    id: str = Field(primary_key=True)
    title: str | dict[str, str] = Field(sa_type=Json)
    time_zone: str
    procedure_id: str
    procedure: dict[str, Any] = Field(sa_type=Json)
    languages: list[str] = Field(sa_type=Json)
    assumptions: list[dict[str, str]] = Field(sa_type=Json)
    fingerprint: str
    registration_closes_at: datetime | None = Field(default=None, sa_type=Moment)


class MeetingRow(Administered, table=True):
    """One sitting. ``items``: the agenda items planned for it."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("conference_id", "number"), UniqueConstraint("conference_id", "id"))

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id")
    number: int
    title: str | dict[str, str] = Field(sa_type=Json)
    scheduled_at: datetime = Field(sa_type=Moment)
    ends_at: datetime = Field(sa_type=Moment)
    items: list[str] = Field(sa_type=Json)
    room_id: str | None = None


class AgendaItemRow(Administered, table=True):
    """``place`` in the agenda from 0; ``number`` as printed; ``parent_id``: of a sub-item."""

    __tablename__ = "agenda_items"
    __table_args__ = (UniqueConstraint("conference_id", "place"),)

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    place: int
    number: str
    titles: dict[str, str] = Field(sa_type=Json)
    parent_id: str | None = None


class DelegationRow(Administered, table=True):
    """A delegation of the conference. ``names`` by language tag; ``members``: of a regional economic
    integration organization, its member States among the delegations.
    """

    __tablename__ = "delegations"
    __table_args__ = (UniqueConstraint("conference_id", "code"),)

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    code: str
    category: str
    names: dict[str, str] = Field(sa_type=Json)
    members: list[str] | None = Field(default=None, sa_type=Json, nullable=True)


class GroupRow(Administered, table=True):
    """A group on whose behalf a delegation may speak. ``members``: those that may; none: any delegation."""

    __tablename__ = "groups"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    names: dict[str, str] = Field(sa_type=Json)
    members: list[str] | None = Field(default=None, sa_type=Json, nullable=True)


class ParticipantRow(Administered, table=True):
    """A person. ``title``: honorific or function; ``booth``: where an interpreter works, by default named
    after its language; ``working_languages``: hers, by a, b and c; ``part``: head or focal_point of her
    delegation; ``left_with``: the registration with which she changed over to another delegation.
    """

    __tablename__ = "participants"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conference_id", "delegation_id"], ["delegations.conference_id", "delegations.id"]
        ),
        UniqueConstraint("conference_id", "delegation_id", "id"),
    )

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    delegation_id: str | None = None
    name: str
    title: str | None = None
    capacity: str
    language: str | None = None
    booth: str | None = None
    working_languages: dict[str, list[str]] | None = Field(default=None, sa_type=Json, nullable=True)
    part: str | None = None
    email: str | None = None
    left_with: str | None = None
    erased_at: datetime | None = Field(default=None, sa_type=Moment)


class PodiumMemberRow(Administered, table=True):
    """Who may hold the floor outside the list. ``kind``: a ``HolderKind``; ``title``: what the hall may show,
    for a presiding officer ``chair`` or ``vice_chair``.
    """

    __tablename__ = "podium_members"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conference_id", "participant_id"], ["participants.conference_id", "participants.id"]
        ),
        UniqueConstraint("conference_id", "place"),
    )

    conference_id: str = Field(primary_key=True)
    participant_id: str = Field(primary_key=True)
    place: int
    kind: str
    title: str | dict[str, str] = Field(sa_type=Json)
