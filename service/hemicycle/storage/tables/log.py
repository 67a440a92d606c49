"""The log, its heads and receipts, which carry the command; free texts apart, as they can be erased."""

from datetime import datetime
from typing import Any

from sqlalchemy import Text
from sqlmodel import Field

from hemicycle.storage.columns import Json, Moment
from hemicycle.storage.tables.rows import Row


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
