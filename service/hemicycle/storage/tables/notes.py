"""Notes verbales and the nominations in them."""

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables.rows import Administered

_OF_DELEGATION = ["delegations.conference_id", "delegations.id"]


class NoteVerbaleRow(Administered, table=True):
    """The note that names a delegation. ``state``: draft, confirmed or superseded; one confirmed a
    delegation. ``exception``: the officer's reason to confirm it although it names too many.
    """

    __tablename__ = "notes_verbales"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "delegation_id"], _OF_DELEGATION),
        UniqueConstraint("conference_id", "delegation_id", "revision"),
        UniqueConstraint("conference_id", "delegation_id", "id"),
        Index(
            "uq_notes_verbales_confirmed",
            "conference_id",
            "delegation_id",
            unique=True,
            sqlite_where=text("state = 'confirmed'"),
            postgresql_where=text("state = 'confirmed'"),
        ),
    )

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id")
    delegation_id: str
    reference: str
    dated: date
    received_at: datetime = Field(sa_type=Moment)
    revision: int
    state: str
    document_id: str | None = Field(default=None, foreign_key="documents.id")
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_by: str | None = None
    exception: str | None = Field(default=None, sa_type=Text)


class NominationRow(Administered, table=True):
    """One named person in a note. ``sessions`` empty: all that the delegation attends."""

    __tablename__ = "nominations"
    __table_args__ = (
        UniqueConstraint("note_id", "place"),
        Index(
            "uq_nominations_email",
            "note_id",
            "email",
            unique=True,
            sqlite_where=text("email IS NOT NULL"),
            postgresql_where=text("email IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    note_id: str = Field(foreign_key="notes_verbales.id", index=True)
    place: int
    name: str
    title: str | None = None
    email: str | None = None
    modality: str
    role: str
    sessions: list[str] = Field(default_factory=list, sa_type=Json)
