"""Bodies, sessions, rooms and booths, and what meets for which session."""

from datetime import date

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from hemicycle.storage.columns import Json
from hemicycle.storage.tables.rows import Administered

_OF_DELEGATION = ["delegations.conference_id", "delegations.id"]


class BodyRow(Administered, table=True):
    """An organ that meets."""

    __tablename__ = "bodies"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    names: dict[str, str] = Field(sa_type=Json)


class SessionRow(Administered, table=True):
    """The whole run of a body."""

    __tablename__ = "sessions"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "body_id"], ["bodies.conference_id", "bodies.id"]),
    )

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    body_id: str
    titles: dict[str, str] = Field(sa_type=Json)
    starts_on: date
    ends_on: date


class RoomRow(Administered, table=True):
    """Where a meeting sits. ``places``: for delegates."""

    __tablename__ = "rooms"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    name: str
    places: int | None = None


class BoothRow(Administered, table=True):
    """A booth of the conference's meetings. ``outgoing``: its channels, two of a two-way booth.

    A language in which somebody interprets has a booth of its own, also without a row.
    """

    __tablename__ = "booths"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    id: str = Field(primary_key=True)
    place: int
    outgoing: list[str] = Field(sa_type=Json)
    remote: bool = False


class MeetingSessionRow(Administered, table=True):
    """A meeting serves a session; a joint meeting serves several."""

    __tablename__ = "meeting_sessions"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "meeting_id"], ["meetings.conference_id", "meetings.id"]),
        ForeignKeyConstraint(["conference_id", "session_id"], ["sessions.conference_id", "sessions.id"]),
    )

    conference_id: str = Field(primary_key=True)
    meeting_id: str = Field(primary_key=True)
    session_id: str = Field(primary_key=True)


class AgendaItemSessionRow(Administered, table=True):
    """The item is on the agenda of this session. One without any row is on that of all."""

    __tablename__ = "agenda_item_sessions"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "item_id"], ["agenda_items.conference_id", "agenda_items.id"]),
        ForeignKeyConstraint(["conference_id", "session_id"], ["sessions.conference_id", "sessions.id"]),
    )

    conference_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    session_id: str = Field(primary_key=True)


class DelegationSessionRow(Administered, table=True):
    """A delegation attends this session. One without any row attends all."""

    __tablename__ = "delegation_sessions"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "delegation_id"], _OF_DELEGATION),
        ForeignKeyConstraint(["conference_id", "session_id"], ["sessions.conference_id", "sessions.id"]),
    )

    conference_id: str = Field(primary_key=True)
    delegation_id: str = Field(primary_key=True)
    session_id: str = Field(primary_key=True)
