"""Seats: the database itself keeps the limits of a delegation.

A seat is one unit of ``seat_units``, held once, by a participant of that delegation, who holds no other of
the same scope.
"""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Text, UniqueConstraint
from sqlmodel import Field

from hemicycle.storage.tables.rows import Administered


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
