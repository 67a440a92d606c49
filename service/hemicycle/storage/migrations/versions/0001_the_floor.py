"""The floor, end to end: conferences, seats, log, logins, presence."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "conferences",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", JSON, nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("procedure_id", sa.String(), nullable=False),
        sa.Column("procedure", JSON, nullable=False),
        sa.Column("languages", JSON, nullable=False),
        sa.Column("assumptions", JSON, nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conferences")),
    )
    op.create_table(
        "agenda_items",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("titles", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_agenda_items_conference_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_agenda_items")),
        sa.UniqueConstraint("conference_id", "place", name=op.f("uq_agenda_items_conference_id_place")),
    )
    op.create_table(
        "delegations",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("names", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_delegations_conference_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_delegations")),
        sa.UniqueConstraint("conference_id", "code", name=op.f("uq_delegations_conference_id_code")),
    )
    op.create_table(
        "groups",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("names", JSON, nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_groups_conference_id")),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_groups")),
    )
    op.create_table(
        "meetings",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", JSON, nullable=False),
        sa.Column("scheduled_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("items", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_meetings_conference_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("conference_id", "id", name=op.f("uq_meetings_conference_id_id")),
        sa.UniqueConstraint("conference_id", "number", name=op.f("uq_meetings_conference_id_number")),
    )
    op.create_table(
        "heads",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_heads_meeting_id")),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_heads")),
    )
    op.create_table(
        "participants",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("booth", sa.String(), nullable=True),
        sa.Column("part", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_participants_conference_id_delegation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_participants_conference_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_participants")),
        sa.UniqueConstraint(
            "conference_id",
            "delegation_id",
            "id",
            name=op.f("uq_participants_conference_id_delegation_id_id"),
        ),
    )
    op.create_table(
        "reasons",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_reasons_meeting_id")),
        sa.PrimaryKeyConstraint("meeting_id", "id", name=op.f("pk_reasons")),
    )
    op.create_table(
        "receipts",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("command_id", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=True),
        sa.Column("payload_hash", sa.String(), nullable=False),
        sa.Column("outcome", JSON, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_receipts_meeting_id")),
        sa.PrimaryKeyConstraint("meeting_id", "command_id", name=op.f("pk_receipts")),
    )
    op.create_table(
        "room_presence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("since_by", sa.String(), nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.Column("until_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_room_presence_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_presence")),
    )
    op.create_index(
        "uq_room_presence_open",
        "room_presence",
        ["meeting_id", "delegation_id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "log",
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("command_id", sa.String(), nullable=False),
        sa.Column("actor", JSON, nullable=False),
        sa.Column("event", JSON, nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["heads.meeting_id"], name=op.f("fk_log_meeting_id")),
        sa.PrimaryKeyConstraint("meeting_id", "seq", name=op.f("pk_log")),
    )
    op.create_table(
        "logins",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("participant_id", sa.String(), nullable=True),
        sa.Column("delegation_id", sa.String(), nullable=True),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("bearer", sa.Boolean(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=True),
        sa.Column("code_expires_at", MOMENT, nullable=True),
        sa.Column("code_used_at", MOMENT, nullable=True),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id", "participant_id"],
            ["participants.conference_id", "participants.delegation_id", "participants.id"],
            name="of_the_delegation",
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_logins_conference_id_delegation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "meeting_id"],
            ["meetings.conference_id", "meetings.id"],
            name=op.f("fk_logins_conference_id_meeting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "participant_id"],
            ["participants.conference_id", "participants.id"],
            name=op.f("fk_logins_conference_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_logins_conference_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logins")),
    )
    op.create_index(op.f("ix_logins_conference_id"), "logins", ["conference_id"], unique=False)
    op.create_table(
        "podium_members",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "participant_id"],
            ["participants.conference_id", "participants.id"],
            name=op.f("fk_podium_members_conference_id_participant_id"),
        ),
        sa.PrimaryKeyConstraint("conference_id", "participant_id", name=op.f("pk_podium_members")),
        sa.UniqueConstraint("conference_id", "place", name=op.f("uq_podium_members_conference_id_place")),
    )
    op.create_table(
        "seat_units",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.Column("kept", sa.Text(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_seat_units_counted_from_one")),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_seat_units_conference_id_delegation_id"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id",
            "delegation_id",
            "modality",
            "role",
            "scope",
            "number",
            name=op.f("pk_seat_units"),
        ),
    )
    op.create_table(
        "seats",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.CheckConstraint(
            "id = delegation_id || '.' || modality || '.' || role || '.' || number"
            " || CASE WHEN scope = '*' THEN '' ELSE '.' || scope END",
            name=op.f("ck_seats_id_names_the_unit"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id", "participant_id"],
            ["participants.conference_id", "participants.delegation_id", "participants.id"],
            name=op.f("fk_seats_conference_id_delegation_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
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
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_seats")),
        sa.UniqueConstraint(
            "conference_id",
            "delegation_id",
            "modality",
            "role",
            "scope",
            "number",
            name="uq_seats_unit",
        ),
        sa.UniqueConstraint(
            "conference_id",
            "participant_id",
            "scope",
            name=op.f("uq_seats_conference_id_participant_id_scope"),
        ),
    )
    op.create_table(
        "connections",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=True),
        sa.Column("delegation_id", sa.String(), nullable=True),
        sa.Column("modality", sa.String(), nullable=True),
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["login"], ["logins.id"], name=op.f("fk_connections_login")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_connections_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_connections")),
    )
    op.create_index(op.f("ix_connections_meeting_id"), "connections", ["meeting_id"], unique=False)
    op.create_index(
        "ix_connections_open",
        "connections",
        ["node"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
