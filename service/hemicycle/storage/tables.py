"""Every table. Administration carries who and when; the log, its heads and receipts carry the command.

Ids that people read (conferences, meetings, delegations, participants) are slugs from the conference's
file. All moments are in UTC. The database itself keeps the limits of a delegation: a seat is one unit of
``seat_units``, held once, by a participant of that delegation, who holds no other of the same scope.
"""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from hemicycle.storage.columns import METADATA, Json, Moment


class Row(SQLModel):
    """What every table shares."""

    metadata: ClassVar[MetaData] = METADATA


class Administered(Row):
    """A row that people change: when and by whom (a login's id, or the name of a command of the house)."""

    created_at: datetime = Field(sa_type=Moment)
    created_by: str
    updated_at: datetime = Field(sa_type=Moment)
    updated_by: str


# ------------------------------------------------------------------------------------------------ conferences


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
    delegation.
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


# ------------------------------------------------------------------------------------------------------ seats


class SeatUnitRow(Administered, table=True):
    """One unit of what a delegation may have present at once. ``scope``: ``*`` for the whole conference, else
    the id of a session or of a meeting. ``over``: the policy in force no longer has it; it goes when it is
    freed. ``kept``: an officer's reason to let it stay until then.
    """

    __tablename__ = "seat_units"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conference_id", "delegation_id"], ["delegations.conference_id", "delegations.id"]
        ),
        CheckConstraint("number >= 1", name="counted_from_one"),
    )

    conference_id: str = Field(primary_key=True)
    delegation_id: str = Field(primary_key=True)
    modality: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    over: bool = False
    kept: str | None = Field(default=None, sa_type=Text)


class SeatRow(Administered, table=True):
    """A unit that is held. A free unit has no row. ``id``: ``pan.online.speaker.1``, or with a scope of its
    own ``pan.online.speaker.1.plenary``.
    """

    __tablename__ = "seats"
    __table_args__ = (
        UniqueConstraint(
            "conference_id", "delegation_id", "modality", "role", "scope", "number", name="uq_seats_unit"
        ),
        UniqueConstraint("conference_id", "participant_id", "scope"),
        ForeignKeyConstraint(
            ["conference_id", "delegation_id", "modality", "role", "scope", "number"],
            [
                "seat_units.conference_id",
                "seat_units.delegation_id",
                "seat_units.modality",
                "seat_units.role",
                "seat_units.scope",
                "seat_units.number",
            ],
            name="fk_seats_unit",
        ),
        ForeignKeyConstraint(
            ["conference_id", "delegation_id", "participant_id"],
            ["participants.conference_id", "participants.delegation_id", "participants.id"],
        ),
        CheckConstraint(
            "id = delegation_id || '.' || modality || '.' || role || '.' || number"
            " || CASE WHEN scope = '*' THEN '' ELSE '.' || scope END",
            name="id_names_the_unit",
        ),
    )

    conference_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    delegation_id: str
    modality: str
    role: str
    scope: str = "*"
    number: int
    participant_id: str


# -------------------------------------------------------------------------------------------------------- log


class HeadRow(Row, table=True):
    """Where a meeting's log stands. Its writers meet at this row. ``epoch``: the generation."""

    __tablename__ = "heads"

    meeting_id: str = Field(primary_key=True, foreign_key="meetings.id")
    seq: int
    epoch: str


class LogRow(Row, table=True):
    """One event. Triggers refuse its change and its removal."""

    __tablename__ = "log"

    meeting_id: str = Field(primary_key=True, foreign_key="heads.meeting_id")
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)
    command_id: str
    actor: dict[str, Any] = Field(sa_type=Json)
    event: dict[str, Any] = Field(sa_type=Json)


class ReceiptRow(Row, table=True):
    """The remembered answer to a command, refusals included. ``outcome``: ``{"seq"}`` or ``{"problem"}``."""

    __tablename__ = "receipts"

    meeting_id: str = Field(primary_key=True, foreign_key="meetings.id")
    command_id: str = Field(primary_key=True)
    login: str | None = None
    payload_hash: str
    outcome: dict[str, Any] = Field(sa_type=Json)
    at: datetime = Field(sa_type=Moment)


class ReasonRow(Row, table=True):
    """Free text given with a command: apart from the log, so that it can be erased. ``id``: the command's."""

    __tablename__ = "reasons"

    meeting_id: str = Field(primary_key=True, foreign_key="meetings.id")
    id: str = Field(primary_key=True)
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)


# --------------------------------------------------------------------------------------------------- logins


class LoginRow(Administered, table=True):
    """Who may enter, as what. Of code and token (256 random bits each) only the sha256 is kept."""

    __tablename__ = "logins"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "meeting_id"], ["meetings.conference_id", "meetings.id"]),
        ForeignKeyConstraint(
            ["conference_id", "delegation_id"], ["delegations.conference_id", "delegations.id"]
        ),
        ForeignKeyConstraint(
            ["conference_id", "participant_id"], ["participants.conference_id", "participants.id"]
        ),
        ForeignKeyConstraint(
            ["conference_id", "delegation_id", "participant_id"],
            ["participants.conference_id", "participants.delegation_id", "participants.id"],
            name="of_the_delegation",
        ),
    )

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id", index=True)
    meeting_id: str | None = None
    participant_id: str | None = None
    delegation_id: str | None = None
    capacity: str
    label: str
    bearer: bool
    code_hash: str | None = None
    code_expires_at: datetime | None = Field(default=None, sa_type=Moment)
    code_used_at: datetime | None = Field(default=None, sa_type=Moment)
    token_hash: str | None = None
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


# -------------------------------------------------------------------------------------------------- presence


class ConnectionRow(Row, table=True):
    """The span of one connection, as a lease: whoever is not seen any more was there until ``seen_at``."""

    __tablename__ = "connections"
    __table_args__ = (
        ForeignKeyConstraint(["login"], ["logins.id"]),
        Index(
            "ix_connections_open",
            "node",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    meeting_id: str = Field(foreign_key="meetings.id", index=True)
    login: str
    participant_id: str | None = None
    delegation_id: str | None = None
    modality: str | None = None
    node: str
    opened_at: datetime = Field(sa_type=Moment)
    seen_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class RoomPresenceRow(Row, table=True):
    """The desk saw a delegation in the room, from ``since`` to ``until``; one open row a delegation."""

    __tablename__ = "room_presence"
    __table_args__ = (
        Index(
            "uq_room_presence_open",
            "meeting_id",
            "delegation_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: str = Field(foreign_key="meetings.id")
    delegation_id: str
    since: datetime = Field(sa_type=Moment)
    since_by: str
    until: datetime | None = Field(default=None, sa_type=Moment)
    until_by: str | None = None
