"""The database behind a store: SQLite in a file, or PostgreSQL by URL; one code path above this module."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite

from data.store.trouble import told_in_words

BUSY_MS = 5_000
_APPEND_LOCK = 0x616E6C616E  # "anlan": appends of several seats go one after another
_WRITES = "anlan_writes"
Where = Callable[[Any], Any]
"""Makes a condition from the row that would be written."""

_AT_ONCE = 2_000
"""Rows in one call to the driver: other threads get their turn in between."""


class Database:
    """Connections and transactions, with the world's troubles told as StoreTrouble."""

    def __init__(self, where: Path | str) -> None:
        """Prepare; the first connection is made when it is needed."""
        self.url = _url(where)
        self.path = Path(self.url.database) if self.url.get_backend_name() == "sqlite" and self.url.database else None
        if self.path is None:
            self._engine = create_engine(self.url)
        else:
            self._engine = create_engine(self.url, connect_args={"timeout": BUSY_MS / 1000})
            _tune_sqlite(self._engine)

    @property
    def engine(self) -> Engine:
        """The engine itself, for migrations."""
        return self._engine

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Read in one transaction: a steady view of the store."""
        with told_in_words(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Write in one transaction; all or nothing."""
        with told_in_words(), self._engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                if self.path is None:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _APPEND_LOCK})
                yield connection

    def copy_to(self, target: Path) -> None:
        """Write a whole copy of an SQLite store, including what is still in its write-ahead log."""
        with told_in_words():
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("VACUUM INTO ?", (str(target),))
            finally:
                raw.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows whose key is not there yet; leave the others alone."""
    if rows:
        command = _insert(connection.dialect.name, table).on_conflict_do_nothing()
        connection.execute(command, [dict(row) for row in rows])


def upsert(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], where: Where | None = None) -> None:
    """Insert rows, or bring those up to date whose primary key is there; `where(new row)` may spare some."""
    in_portions(connection, _upsert(connection.dialect.name, table, where), rows)


def insert_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that must not be there yet."""
    in_portions(connection, table.insert(), rows)


def in_portions(connection: Connection, command: Any, rows: Iterable[Mapping[str, Any]]) -> None:
    """Run a command for many rows, some thousands at a time."""
    portion: list[dict[str, Any]] = []
    for row in rows:
        portion.append(dict(row))
        if len(portion) == _AT_ONCE:
            connection.execute(command, portion)
            portion = []
    if portion:
        connection.execute(command, portion)


def _insert(dialect: str, table: Table) -> Any:
    maker: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return maker(table)


@cache
def _upsert(dialect: str, table: Table, where: Where | None) -> Any:
    keys = [column.name for column in table.primary_key]
    command = _insert(dialect, table)
    fresh = {column.name: command.excluded[column.name] for column in table.columns if column.name not in keys}
    allowed = None if where is None else where(command.excluded)
    return command.on_conflict_do_update(index_elements=keys, set_=fresh, where=allowed)


def _url(where: Path | str) -> URL:
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    url = make_url(where)
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def _tune_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def tune(raw: sqlite3.Connection, record: object) -> None:  # noqa: ARG001  # pyright: ignore[reportUnusedFunction]
        raw.isolation_level = None  # BEGIN is ours, below: the driver's own comes too late for reads
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            f"busy_timeout = {BUSY_MS}",
        ):
            raw.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction]
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
