"""Invitations, registrations and imports.

A registration is a person's own request; the secretariat approves it against the nomination of a
note verbale.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables.rows import Administered

_OF_DELEGATION = ["delegations.conference_id", "delegations.id"]


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
