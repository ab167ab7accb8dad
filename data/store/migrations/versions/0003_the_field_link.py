"""the field link."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

utc_time = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_ADDED = {
    "incident": [
        ("state", sa.Text(), "graded"),
        ("structure", sa.Text(), ""),
        ("measures", sa.Text(), "[]"),
        ("suggested", sa.Integer(), "0"),
        ("casualties", sa.Text(), ""),
        ("taken_measures", sa.Text(), ""),
        ("needs", sa.Text(), ""),
        ("lon", sa.Float(), None),
        ("lat", sa.Float(), None),
        ("photos", sa.Text(), "[]"),
        ("history", sa.Text(), "[]"),
    ],
    "push": [
        ("waits_s", sa.Text(), "[]"),
        ("broadcast", sa.Text(), "[]"),
    ],
    "report": [
        ("observed_at", utc_time, None),
        ("accuracy_m", sa.Float(), None),
        ("position", sa.Text(), ""),
        ("device", sa.Text(), ""),
        ("photos", sa.Text(), "[]"),
        ("after_photos", sa.Text(), "[]"),
        ("merged_into", sa.Text(), ""),
        ("incident", sa.Text(), ""),
        ("case", sa.Text(), ""),
        ("amended", sa.Integer(), "0"),
    ],
}


def upgrade() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("enrolled_at", utc_time, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("revoked_at", utc_time, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    op.create_index(op.f("ix_device_person"), "device", ["person"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("received_at", utc_time, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device", "client", name=op.f("pk_inbox")),
        sa.UniqueConstraint("step", name=op.f("uq_inbox_step")),
    )
    op.create_table(
        "muster",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("called_at", utc_time, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("closed_at", utc_time, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_muster")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("push", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("realm", sa.Text(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("retracts", sa.Boolean(), nullable=False),
        sa.Column("made_at", utc_time, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", utc_time, nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_push"), "outbox", ["push"], unique=False)
    op.create_index(op.f("ix_outbox_state_next_at"), "outbox", ["state", "next_at"], unique=False)
    op.create_table(
        "patrol",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("started_at", utc_time, nullable=False),
        sa.Column("ended_at", utc_time, nullable=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("length_m", sa.Float(), nullable=False),
        sa.Column("covered", sa.Float(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patrol")),
    )
    op.create_index(op.f("ix_patrol_section"), "patrol", ["section"], unique=False)
    op.create_table(
        "position",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("accuracy_m", sa.Float(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("patrol", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", "at", name=op.f("pk_position")),
    )
    op.create_index(op.f("ix_position_at"), "position", ["at"], unique=False)
    op.create_index(op.f("ix_position_patrol_at"), "position", ["patrol", "at"], unique=False)
    op.create_table(
        "video_call",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("started_at", utc_time, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("from_field", sa.Boolean(), nullable=False),
        sa.Column("ended_at", utc_time, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recordings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_video_call")),
    )
    op.create_table(
        "watch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("interval_min", sa.Integer(), nullable=False),
        sa.Column("started_at", utc_time, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("last_at", utc_time, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("help_at", utc_time, nullable=True),
        sa.Column("ended_at", utc_time, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
    )
    # receipts point to pushes: SQLite makes a table anew to change it, and would not let go of one pointed to
    op.execute("CREATE TEMPORARY TABLE receipt_kept AS SELECT * FROM receipt")
    op.drop_table("receipt")
    for table, added in _ADDED.items():
        with op.batch_alter_table(table) as batch:
            for name, kind, before in added:
                batch.add_column(sa.Column(name, kind, nullable=before is None, server_default=before))
        with op.batch_alter_table(table) as batch:
            for name, kind, before in added:
                if before is not None:  # only the rows of before need it
                    batch.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)
    op.create_table(
        "receipt",
        sa.Column("push", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("at", utc_time, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tries", sa.Text(), nullable=False),
        sa.Column("since", utc_time, nullable=True),
        sa.ForeignKeyConstraint(["push"], ["push.id"], name=op.f("fk_receipt_push_push")),
        sa.PrimaryKeyConstraint("push", "person", name=op.f("pk_receipt")),
    )
    kept = "push, person, rung, outcome, at, note, tries"
    op.execute(f"INSERT INTO receipt ({kept}) SELECT {kept} FROM receipt_kept")
    op.execute("DROP TABLE receipt_kept")
