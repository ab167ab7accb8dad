"""the office and drills."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

utc_time = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "briefing",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("called_at", utc_time, nullable=False),
        sa.Column("called_by", sa.Text(), nullable=False),
        sa.Column("frozen_seq", sa.Integer(), nullable=False),
        sa.Column("frozen_at", utc_time, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("flow_m3s", sa.Float(), nullable=True),
        sa.Column("motion", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", utc_time, nullable=True),
        sa.Column("signatures", sa.Text(), nullable=False),
        sa.Column("closed_at", utc_time, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing")),
    )
    op.create_table(
        "drill",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.Column("began_at", utc_time, nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("constructed", sa.Boolean(), nullable=False),
        sa.Column("ended_at", utc_time, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drill")),
    )
    op.create_table(
        "duty_message",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("inward", sa.Boolean(), nullable=False),
        sa.Column("due", utc_time, nullable=True),
        sa.Column("noted_at", utc_time, nullable=True),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", utc_time, nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_message")),
    )
    op.create_index(op.f("ix_duty_message_at"), "duty_message", ["at"], unique=False)
    op.create_table(
        "handover",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("leaving", sa.Text(), nullable=False),
        sa.Column("coming", sa.Text(), nullable=False),
        sa.Column("since_seq", sa.Integer(), nullable=False),
        sa.Column("since_at", utc_time, nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("left_at", utc_time, nullable=True),
        sa.Column("came_at", utc_time, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_table(
        "lesson",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
    )
    op.create_table(
        "paper",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("pdf", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("issued_at", utc_time, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
    )
    op.create_index(op.f("ix_paper_kind_issued_at"), "paper", ["kind", "issued_at"], unique=False)
    op.create_table(
        "ballot",
        sa.Column("briefing", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("vote", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["briefing"], ["briefing.id"], name=op.f("fk_ballot_briefing_briefing")),
        sa.PrimaryKeyConstraint("briefing", "n", name=op.f("pk_ballot")),
    )
    op.create_table(
        "inject",
        sa.Column("drill", sa.Text(), nullable=False),
        sa.Column("inject", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["drill"], ["drill.id"], name=op.f("fk_inject_drill_drill")),
        sa.PrimaryKeyConstraint("drill", "inject", name=op.f("pk_inject")),
    )
