"""observations alarms outlooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

utc_time = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "alarm_move",
        sa.Column("seq", big, autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("limit", sa.Float(), nullable=True),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", "n", name=op.f("pk_alarm_move")),
    )
    op.create_index(op.f("ix_alarm_move_tag"), "alarm_move", ["tag"], unique=False)
    op.create_table(
        "observation",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("variable", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("datum", sa.Text(), nullable=False),
        sa.Column("received_at", utc_time, nullable=False),
        sa.Column("span_s", sa.Float(), nullable=True),
        sa.Column("doubts", sa.Text(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("station", "variable", "at", "source", name=op.f("pk_observation")),
    )
    op.create_index(op.f("ix_observation_at"), "observation", ["at"], unique=False)
    op.create_table(
        "outlook",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("made_at", utc_time, nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("drivers", sa.Text(), nullable=False),
        sa.Column("coverage", sa.Float(), nullable=False),
        sa.Column("trained_to", utc_time, nullable=True),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("station", "made_at", name=op.f("pk_outlook")),
    )
    op.create_table(
        "register_alarmkinds",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("alarm_class", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("available_min", sa.Float(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("must_pass", sa.Boolean(), nullable=False),
        sa.Column("on_delay_s", sa.Float(), nullable=False),
        sa.Column("off_delay_s", sa.Float(), nullable=False),
        sa.Column("deadband", sa.Float(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("closing", sa.Text(), nullable=False),
        sa.Column("quiet_in", sa.Text(), nullable=False),
        sa.Column("spoken", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_register_alarmkinds")),
    )
    op.create_index(op.f("ix_register_alarmkinds_id"), "register_alarmkinds", ["id"], unique=False)
    op.create_table(
        "station_picture",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("received_at", utc_time, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("station", "at", "source", name=op.f("pk_station_picture")),
    )
