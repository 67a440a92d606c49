"""The whole procedure: texts of statements, booths and interpreters' languages, members."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "texts",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("delegation_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id", "delegation_id"],
            ["delegations.conference_id", "delegations.id"],
            name=op.f("fk_texts_conference_id_delegation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
    )
    op.create_index(
        op.f("ix_texts_conference_id_delegation_id"),
        "texts",
        ["conference_id", "delegation_id"],
        unique=False,
    )

    op.create_table(
        "text_files",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_text_files_document_id")),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name=op.f("fk_text_files_text_id")),
        sa.PrimaryKeyConstraint("text_id", "language", name=op.f("pk_text_files")),
    )

    op.create_table(
        "booths",
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("conference_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("outgoing", JSON, nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_booths_conference_id")),
        sa.PrimaryKeyConstraint("conference_id", "id", name=op.f("pk_booths")),
    )
    op.add_column("participants", sa.Column("working_languages", JSON, nullable=True))
    op.add_column("delegations", sa.Column("members", JSON, nullable=True))
    op.add_column("groups", sa.Column("members", JSON, nullable=True))
