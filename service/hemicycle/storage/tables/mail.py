"""Messages, exports that were taken, and the audit: who saw or changed what."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables.rows import Administered, Row


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
