"""Making a fresh store, and bringing an older one up to date; Alembic is imported only when there is work for it."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from data.store import tables
from data.store.engine import Database
from data.store.errors import StoreTrouble

MIGRATIONS = Path(__file__).parent / "migrations"
_log = logging.getLogger("store")


def bring_up_to_date(database: Database, migrations: Path = MIGRATIONS, head: str = tables.HEAD) -> Path | None:
    """Make the tables of a fresh store, or migrate an older one; return the copy made before a migration.

    StoreTrouble newer_schema when a newer program made the store, not_ours when another program did.
    """
    with database.reading() as connection:
        found = _revision(connection)
    if found == head:
        return None
    if found is None:
        with database.writing() as connection:
            if _revision(connection) is None:  # another seat may have been quicker
                _make(connection, head)
        return None
    if found not in known_revisions(migrations):
        raise StoreTrouble("newer_schema", found=found, known=head)
    return _migrate(database, found, migrations, head)


def known_revisions(migrations: Path = MIGRATIONS) -> frozenset[str]:
    """Return the revisions that this program can start from, by the names of the files."""
    return frozenset(path.name.partition("_")[0] for path in (migrations / "versions").glob("[0-9]*.py"))


def upgrade(connection: Connection, migrations: Path, head: str) -> None:
    """Run the migrations on an open connection; views, which follow from the tables, are made anew."""
    from alembic import command
    from alembic.config import Config

    from data.store import sl323_views

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    sl323_views.drop(connection)
    command.upgrade(config, head)
    if (_revision(connection) or "") >= sl323_views.SINCE:
        sl323_views.create(connection)


def _revision(connection: Connection) -> str | None:
    """Return the store's revision, None when it is empty."""
    names = inspect(connection).get_table_names()
    if "alembic_version" in names:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if names:
        raise StoreTrouble("not_ours", tables=", ".join(sorted(names)[:5]))
    return None


def _make(connection: Connection, head: str) -> None:
    from data.store import projected, sl323_views

    projected.metadata.create_all(connection)
    sl323_views.create(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version "
            "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head})


def _migrate(database: Database, found: str, migrations: Path, head: str) -> Path | None:
    copy: Path | None = None
    if database.path is not None:
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        copy = database.path.with_name(f"{database.path.stem}.before-{head}.{now}{database.path.suffix}")
        database.copy_to(copy)
    _log.info("store migrates from %s to %s, copy at %s", found, head, copy)
    with database.writing() as connection:
        upgrade(connection, migrations, head)
    return copy
