"""Stored files, and statement texts with a file for each language."""

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlmodel import Field

from hemicycle.storage.tables.rows import Administered

_OF_DELEGATION = ["delegations.conference_id", "delegations.id"]


class DocumentRow(Administered, table=True):
    """A stored file. Its bytes lie apart, under their ``sha256``; ``name``: as uploaded, for people only.
    ``withdrawn_because``: an officer's reason to let bytes, name and ``sha256`` go.
    """

    __tablename__ = "documents"

    id: str = Field(primary_key=True)
    conference_id: str = Field(foreign_key="conferences.id", index=True)
    kind: str
    name: str
    media_type: str
    size: int
    sha256: str
    withdrawn_because: str | None = Field(default=None, sa_type=Text)


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
