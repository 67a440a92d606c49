"""Accreditation: calendar, notes verbales, registrations, limits, mail, exports, audit."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_subject", "audit", ["conference_id", "subject"], unique=False)

    op.create_table(
        "bodies",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("names", JSON, nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_bodies_conference_id")),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_bodies")),
    )
    op.create_table(
        "documents",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("withdrawn_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_documents_conference_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_conference_id"), "documents", ["conference_id"], unique=False)

    op.create_table(
        "exports",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lines", JSON, nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_exports_conference_id")),
        sa.PrimaryKeyConstraint("conference_id", "kind", "number", name=op.f("pk_exports")),
    )
    op.create_table(
        "mail",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("next_try_at", MOMENT, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_mail_conference_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_mail_conference_id_key")),
    )
    op.create_index(
        "ix_mail_unsent",
        "mail",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("sent_at IS NULL"),
        postgresql_where=sa.text("sent_at IS NULL"),
    )

    op.create_table(
        "policies",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("holds_from", MOMENT, nullable=False),
        sa.Column("applied_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_policies_conference_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "version", name=op.f("pk_policies")),
    )
    op.create_table(
        "pool_units",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.Column("kept", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_pool_units_conference_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "pool_id", "number", name=op.f("pk_pool_units")),
    )
    op.create_table(
        "rooms",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_rooms_conference_id")),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_rooms")),
    )
    op.create_table(
        "invitations",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=True),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_invitations_conference_id_delegation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_invitations_conference_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
    )
    op.create_index(op.f("ix_invitations_conference_id"), "invitations", ["conference_id"], unique=False)

    op.create_table(
        "limits",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("nominated", sa.Integer(), nullable=False),
        sa.Column("at_once", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "nominated >= at_once AND at_once >= 0", name=op.f("ck_limits_no_more_at_once_than_nominated")
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "version"],
            ["policies.conference_id", "policies.version"],
            name=op.f("fk_limits_conference_id_version"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id", "version", "category", "modality", "role", "scope", name=op.f("pk_limits")
        ),
    )
    op.create_table(
        "notes_verbales",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=True),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("exception", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_notes_verbales_conference_id_delegation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_notes_verbales_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_notes_verbales_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes_verbales")),
        sa.UniqueConstraint(
            "conference_id",
            "delegation_id",
            "id",
            name=op.f("uq_notes_verbales_conference_id_delegation_id_id"),
        ),
        sa.UniqueConstraint(
            "conference_id",
            "delegation_id",
            "revision",
            name=op.f("uq_notes_verbales_conference_id_delegation_id_revision"),
        ),
    )
    op.create_index(
        "uq_notes_verbales_confirmed",
        "notes_verbales",
        ["conference_id", "delegation_id"],
        unique=True,
        sqlite_where=sa.text("state = 'confirmed'"),
        postgresql_where=sa.text("state = 'confirmed'"),
    )

    op.create_table(
        "place_units",
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
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_place_units_conference_id_delegation_id"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id",
            "delegation_id",
            "modality",
            "role",
            "scope",
            "number",
            name=op.f("pk_place_units"),
        ),
    )
    op.create_table(
        "pools",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("categories", JSON, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "version"],
            ["policies.conference_id", "policies.version"],
            name=op.f("fk_pools_conference_id_version"),
        ),
        sa.PrimaryKeyConstraint("conference_id", "version", "id", name=op.f("pk_pools")),
    )
    op.create_table(
        "sessions",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("titles", JSON, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "body_id"],
            ["bodies.conference_id", "bodies.id"],
            name=op.f("fk_sessions_conference_id_body_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_sessions_conference_id")
        ),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_sessions")),
    )
    op.create_table(
        "agenda_item_sessions",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "item_id"],
            ["agenda_items.conference_id", "agenda_items.id"],
            name=op.f("fk_agenda_item_sessions_conference_id_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "session_id"],
            ["sessions.conference_id", "sessions.id"],
            name=op.f("fk_agenda_item_sessions_conference_id_session_id"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id", "item_id", "session_id", name=op.f("pk_agenda_item_sessions")
        ),
    )
    op.create_table(
        "delegation_sessions",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_delegation_sessions_conference_id_delegation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "session_id"],
            ["sessions.conference_id", "sessions.id"],
            name=op.f("fk_delegation_sessions_conference_id_session_id"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id", "delegation_id", "session_id", name=op.f("pk_delegation_sessions")
        ),
    )
    op.create_table(
        "meeting_sessions",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "meeting_id"],
            ["meetings.conference_id", "meetings.id"],
            name=op.f("fk_meeting_sessions_conference_id_meeting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "session_id"],
            ["sessions.conference_id", "sessions.id"],
            name=op.f("fk_meeting_sessions_conference_id_session_id"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id", "meeting_id", "session_id", name=op.f("pk_meeting_sessions")
        ),
    )
    op.create_table(
        "nominations",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("sessions", JSON, nullable=False),
        sa.ForeignKeyConstraint(["note_id"], ["notes_verbales.id"], name=op.f("fk_nominations_note_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nominations")),
        sa.UniqueConstraint("note_id", "place", name=op.f("uq_nominations_note_id_place")),
    )
    op.create_index(op.f("ix_nominations_note_id"), "nominations", ["note_id"], unique=False)
    op.create_index(
        "uq_nominations_email",
        "nominations",
        ["note_id", "email"],
        unique=True,
        sqlite_where=sa.text("email IS NOT NULL"),
        postgresql_where=sa.text("email IS NOT NULL"),
    )

    op.create_table(
        "registrations",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=True),
        sa.Column("participant_id", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("sessions", JSON, nullable=False),
        sa.Column("gender", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("submitted_at", MOMENT, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_form", sa.String(), nullable=True),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("nomination_id", sa.String(), nullable=True),
        sa.Column("match", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("exception", sa.Text(), nullable=True),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.Column("corrected_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_registrations_conference_id_delegation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "participant_id"],
            ["participants.conference_id", "participants.id"],
            name=op.f("fk_registrations_conference_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_registrations_conference_id")
        ),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nominations.id"], name=op.f("fk_registrations_nomination_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
        sa.UniqueConstraint("conference_id", "id", name=op.f("uq_registrations_conference_id_id")),
    )
    op.create_index(op.f("ix_registrations_conference_id"), "registrations", ["conference_id"], unique=False)
    op.create_index(
        "ix_registrations_source",
        "registrations",
        ["conference_id", "source", "source_form", "source_id"],
        unique=False,
    )
    op.create_index(
        "uq_registrations_email",
        "registrations",
        ["conference_id", "delegation_id", "email"],
        unique=True,
        sqlite_where=sa.text("state IN ('pending', 'approved')"),
        postgresql_where=sa.text("state IN ('pending', 'approved')"),
    )
    op.create_index(
        "uq_registrations_approved",
        "registrations",
        ["conference_id", "email"],
        unique=True,
        sqlite_where=sa.text("state = 'approved'"),
        postgresql_where=sa.text("state = 'approved'"),
    )

    op.create_table(
        "imports",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_form", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("counts", JSON, nullable=False),
        sa.Column("lines", JSON, nullable=False),
        sa.Column("problem", JSON, nullable=False),
        sa.Column("applied_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_imports_conference_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_conference_id"), "imports", ["conference_id"], unique=False)

    op.create_table(
        "places",
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
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id", "modality", "role", "scope", "number"],
            [
                "place_units.conference_id",
                "place_units.delegation_id",
                "place_units.modality",
                "place_units.role",
                "place_units.scope",
                "place_units.number",
            ],
            name=op.f("fk_places_conference_id_delegation_id_modality_role_scope_number"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id", "participant_id"],
            ["participants.conference_id", "participants.delegation_id", "participants.id"],
            name=op.f("fk_places_conference_id_delegation_id_participant_id"),
        ),
        sa.PrimaryKeyConstraint(
            "conference_id", "delegation_id", "modality", "role", "scope", "number", name=op.f("pk_places")
        ),
        sa.UniqueConstraint(
            "conference_id",
            "participant_id",
            "scope",
            name=op.f("uq_places_conference_id_participant_id_scope"),
        ),
    )
    op.create_table(
        "pool_places",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("pool_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "pool_id", "number"],
            ["pool_units.conference_id", "pool_units.pool_id", "pool_units.number"],
            name=op.f("fk_pool_places_conference_id_pool_id_number"),
        ),
        sa.ForeignKeyConstraint(
            ["conference_id", "participant_id"],
            ["participants.conference_id", "participants.id"],
            name=op.f("fk_pool_places_conference_id_participant_id"),
        ),
        sa.PrimaryKeyConstraint("conference_id", "pool_id", "number", name=op.f("pk_pool_places")),
        sa.UniqueConstraint(
            "conference_id",
            "pool_id",
            "participant_id",
            name=op.f("uq_pool_places_conference_id_pool_id_participant_id"),
        ),
    )
    op.add_column("agenda_items", sa.Column("parent_id", sa.String(), nullable=True))

    op.add_column("conferences", sa.Column("registration_closes_at", MOMENT, nullable=True))

    op.add_column("meetings", sa.Column("room_id", sa.String(), nullable=True))

    op.add_column("participants", sa.Column("email", sa.String(), nullable=True))
    op.add_column("participants", sa.Column("left_with", sa.String(), nullable=True))
    op.add_column("participants", sa.Column("erased_at", MOMENT, nullable=True))
