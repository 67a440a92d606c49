"""Who may come in."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from hemicycle.storage.columns import Moment
from hemicycle.storage.tables.rows import Administered


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
