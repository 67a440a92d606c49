"""The tables of accreditation: calendar, notes verbales, registrations, limits, mail, audit.

From a note verbale to a seat: a nomination names a person; a registration is that person's own request; the
secretariat approves it against the nomination; the approval claims a *place* (one unit of what may be
nominated)
and, if one is free, a *seat* (one unit of what may be present at once: ``tables.SeatRow``). Units are rows,
so the
database itself keeps every limit, whoever claims in parallel.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables import Administered, Row

_OF_DELEGATION = ["delegations.conference_id", "delegations.id"]

# --------------------------------------------------------------------------------------------------- calendar


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


# --------------------------------------------------------------------------------------------- notes verbales


class DocumentRow(Administered, table=True):
    """A stored file. Its bytes lie apart, under their ``sha256``; ``name``: as uploaded, for people only."""

    __tablename__ = "documents"

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id", index=True)
    kind: str
    name: str
    media_type: str
    size: int
    sha256: str


class TextRow(Administered, table=True):
    """The text of a statement, of a delegation on an item; logs know it by its ``id``."""

    __tablename__ = "texts"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "delegation_id"], _OF_DELEGATION),
        Index("ix_texts_conference_id_delegation_id", "conference_id", "delegation_id"),
    )

    id: str = Field(primary_key=True)
    conference_id: str
    delegation_id: str
    item_id: str


class TextFileRow(Administered, table=True):
    """A text in one language. ``created_by``: the login that handed it in."""

    __tablename__ = "text_files"

    text_id: str = Field(primary_key=True, foreign_key="texts.id")
    language: str = Field(primary_key=True)
    document_id: str = Field(foreign_key="documents.id")


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


# ---------------------------------------------------------------------------------------------- registrations


class InvitationRow(Administered, table=True):
    """A link to the registration form; ``delegation_id`` None: whoever registers says for whom."""

    __tablename__ = "invitations"
    __table_args__ = (ForeignKeyConstraint(["conference_id", "delegation_id"], _OF_DELEGATION),)

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id", index=True)
    delegation_id: str | None = None
    code_hash: str
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class RegistrationRow(Administered, table=True):
    """A person's request to take part. ``state``: pending, approved, rejected or withdrawn.

    ``match``: matched, doubtful, none or differs (modality or role are not the note's); ``score`` 0 to 100.
    ``reason``: of a decision made by hand. ``source``: form, desk, indico-csv, indico-xlsx or indico-api,
    with
    ``source_form`` and ``source_id`` there. ``gender``: self-declared, only ever shown in totals.
    ``late``: submitted after the deadline; ``exception``: the officer's reason to take it all the same.
    ``gone_at``: since when its source no longer has it; ``corrected_at``: when an officer last corrected it.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        ForeignKeyConstraint(["conference_id", "delegation_id"], _OF_DELEGATION),
        ForeignKeyConstraint(
            ["conference_id", "participant_id"], ["participants.conference_id", "participants.id"]
        ),
        UniqueConstraint("conference_id", "id"),
        Index(
            "uq_registrations_email",
            "conference_id",
            "delegation_id",
            "email",
            unique=True,
            sqlite_where=text("state IN ('pending', 'approved')"),
            postgresql_where=text("state IN ('pending', 'approved')"),
        ),
        Index(
            "uq_registrations_approved",
            "conference_id",
            "email",
            unique=True,
            sqlite_where=text("state = 'approved'"),
            postgresql_where=text("state = 'approved'"),
        ),
        Index("ix_registrations_source", "conference_id", "source", "source_form", "source_id"),
    )

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id", index=True)
    delegation_id: str | None = None
    participant_id: str | None = None
    state: str
    name: str
    title: str | None = None
    email: str
    modality: str
    role: str
    sessions: list[str] = Field(default_factory=list, sa_type=Json)
    gender: str | None = None
    language: str | None = None
    submitted_at: datetime = Field(sa_type=Moment)
    source: str
    source_form: str | None = None
    source_id: str | None = None
    nomination_id: str | None = Field(default=None, foreign_key="nominations.id")
    match: str = "none"
    score: int = 0
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    decided_by: str | None = None
    reason: str | None = Field(default=None, sa_type=Text)
    late: bool = False
    exception: str | None = Field(default=None, sa_type=Text)
    gone_at: datetime | None = Field(default=None, sa_type=Moment)
    corrected_at: datetime | None = Field(default=None, sa_type=Moment)


class ImportRow(Administered, table=True):
    """Registrations read from elsewhere, and what taking them over would do. ``state``: reading, proposed,
    applied or refused. ``done`` of ``total``: how far the reading is. ``basis``: what the registrations were
    when this was worked out. ``lines`` carry names and emails; they go when the import has been applied.
    """

    __tablename__ = "imports"

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id", index=True)
    source: str
    source_form: str
    state: str
    done: int = 0
    total: int = 0
    basis: str | None = None
    counts: dict[str, int] = Field(default_factory=dict, sa_type=Json)
    lines: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    problem: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    applied_at: datetime | None = Field(default=None, sa_type=Moment)


# ----------------------------------------------------------------------------------------------------- limits


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


# --------------------------------------------------------------------------------------- mail, exports, audit


class MailRow(Administered, table=True):
    """A message to send. ``key``: what it is about, so that nothing is sent twice; ``next_try_at``: not
    before, because somebody is sending it or it has failed. A login link is kept only until it has been sent.
    """

    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("conference_id", "key"),
        Index(
            "ix_mail_unsent",
            "due_at",
            sqlite_where=text("sent_at IS NULL"),
            postgresql_where=text("sent_at IS NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id")
    kind: str
    key: str
    address: str
    subject: str
    body: str = Field(sa_type=Text)
    due_at: datetime = Field(sa_type=Moment)
    next_try_at: datetime | None = Field(default=None, sa_type=Moment)
    tries: int = 0
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    error: str | None = Field(default=None, sa_type=Text)


class ExportRow(Administered, table=True):
    """What an export said when it was last made, so that the next can say what has changed."""

    __tablename__ = "exports"

    conference_id: str = Field(primary_key=True, foreign_key="conferences.id")
    kind: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    lines: list[dict[str, Any]] = Field(sa_type=Json)


class AuditRow(Row, table=True):
    """Who saw or changed what. ``subject``: kind and id, as ``registration:…``; no names in ``detail``."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "conference_id", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    conference_id: str
    at: datetime = Field(sa_type=Moment)
    by: str
    action: str
    subject: str
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
