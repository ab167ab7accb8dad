"""The tables that hold the truth: steps, what they carry, snapshots of the situation, series of readings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from data.store.wire import moment, stamp

HEAD = "0006"
"""The Alembic revision that this program writes."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """An aware time: text in UTC at fixed width on SQLite, a real time with zone elsewhere."""

    impl = String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose by the database."""
        kind: TypeEngine[Any] = String(27) if dialect.name == "sqlite" else DateTime(timezone=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Write."""
        if value is None or dialect.name != "sqlite":
            return value
        return stamp(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read."""
        if value is None:
            return None
        return moment(value) if dialect.name == "sqlite" else value.astimezone(UTC)


step = Table(
    "step",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("realm", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "kind", "seq"),
)
"""The journal. Only ever added to; `hash` chains each line to the one before (docs/journal-format.md)."""

attachment = Table(
    "attachment",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""What steps carry beside their payload, compressed, under the SHA-256 of the uncompressed bytes."""

snapshot = Table(
    "snapshot",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Situations after a step; derived, may be deleted."""

piece = Table(
    "piece",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""What neighbouring snapshots share, compressed, under the SHA-256 of the uncompressed bytes; derived."""

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts of the store itself: realm, head of the chain, when it was made."""

reading = Table(
    "reading",
    metadata,
    Column("station", Text, primary_key=True),
    Column("at", UtcTime, primary_key=True),
    Column("flow_m3s", Float),
    Column("stage_m", Float),
    Column("datum", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("quality", Text, nullable=False),
)
"""Series beside the journal: every value of every station, also those that no rule may rely on."""

observation = Table(
    "observation",
    metadata,
    Column("station", Text, primary_key=True),
    Column("variable", Text, primary_key=True),
    Column("at", UtcTime, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("value", Float),
    Column("unit", Text, nullable=False),
    Column("datum", Text, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("span_s", Float),
    Column("doubts", Text, nullable=False),
    Column("manner", Text, nullable=False),
    Index(None, "at"),
)
"""Series beside the journal: every value of every variable, doubtful ones too; no source overwrites another's."""

station_picture = Table(
    "station_picture",
    metadata,
    Column("station", Text, primary_key=True),
    Column("at", UtcTime, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("received_at", UtcTime, nullable=False),
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),
)
"""Pictures that stations sent; the bytes lie among the files under their digest."""

inbox = Table(
    "inbox",
    metadata,
    Column("device", Text, primary_key=True),
    Column("client", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("body", Text, nullable=False),
    Column("step", Text, nullable=False, unique=True),
)
"""Messages of phones as they came; `step` is the key of the step that each becomes. Answered only when it is here."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Text, primary_key=True),
    Column("push", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("realm", Text, nullable=False),
    Column("carrier", Text, nullable=False),
    Column("retracts", Boolean, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", UtcTime, nullable=False),
    Column("error", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("via", Text, nullable=False),
    Index(None, "state", "next_at"),
    Index(None, "push"),
)
"""What is to leave the desk, written with the step that wants it; kept until a carrier took it."""

position = Table(
    "position",
    metadata,
    Column("person", Text, primary_key=True),
    Column("at", UtcTime, primary_key=True),
    Column("lon", Float, nullable=False),
    Column("lat", Float, nullable=False),
    Column("accuracy_m", Float, nullable=False),
    Column("device", Text, nullable=False),
    Column("patrol", Text, nullable=False),
    Index(None, "patrol", "at"),
    Index(None, "at"),
)
"""Series beside the journal: where people who share it were, and the tracks of patrols."""
