"""Who is there, online and in the room."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlmodel import Field

from hemicycle.storage.columns import Moment
from hemicycle.storage.tables.rows import Row


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
