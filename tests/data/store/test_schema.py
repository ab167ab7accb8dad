"""Migrations make what the code says; an older store is copied and brought up, a newer one refused in words."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from data.store import projected, schema, tables
from data.store.engine import Database
from data.store.errors import StoreTrouble
from data.store.store import Store
from tests.conftest import ROOT
from tests.data.store.test_store import grown, rows

TALLER = '''
"""One more column."""
import sqlalchemy as sa
from alembic import op

revision = "0099"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("meta", sa.Column("note", sa.Text(), nullable=True))
'''


def made(path: Path) -> dict[str, list[str]]:
    """Every table and index by the parts of its definition; in which order they stand is a matter of taste."""
    listed = rows(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sorted(re.split(r",\s*|\s*[()]\s*", sql.strip().replace('"', ""))) for name, sql in listed}


def migrated(path: Path, to: str, migrations: Path = schema.MIGRATIONS) -> None:
    database = Database(path)
    with database.writing() as connection:
        schema.upgrade(connection, migrations, to)
    database.close()


def test_the_head_in_the_code_is_the_last_migration():
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [tables.HEAD]
    assert max(schema.known_revisions()) == tables.HEAD


def test_the_migrations_make_exactly_the_tables_of_the_code(tmp_path):
    path = tmp_path / "migrated.db"
    migrated(path, "head")
    database = Database(path)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, projected.metadata) == []
    database.close()


def test_a_fresh_store_is_the_same_whether_made_at_once_or_by_migrations(tmp_path):
    migrated(tmp_path / "migrated.db", "head")
    with Store.open(tmp_path / "fresh.db"):
        pass
    assert made(tmp_path / "fresh.db") == made(tmp_path / "migrated.db")
    revision = "SELECT * FROM alembic_version"
    assert rows(tmp_path / "fresh.db", revision) == rows(tmp_path / "migrated.db", revision)


def aged(path: Path, revision: str, young: Path) -> None:
    """A store as that revision would have left it, with what a store of today holds."""
    migrated(path, revision)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("ATTACH ? AS young", (str(young),))
        for (name,) in raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            if name != "alembic_version":
                known = ", ".join(f'"{row[1]}"' for row in raw.execute(f'PRAGMA main.table_info("{name}")'))
                raw.execute(f'INSERT INTO main."{name}" ({known}) SELECT {known} FROM young."{name}"')


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_a_store_of_an_earlier_revision_comes_up_with_its_steps(tmp_path, revision):
    path = tmp_path / "live.db"
    taken = grown(count=60)
    with Store.open(tmp_path / "young.db") as store:
        store.append(taken)
    aged(path, revision, tmp_path / "young.db")
    reports = rows(path, "SELECT count(*) FROM report")
    with Store.open(path) as store:
        assert store.load() == taken[-1][1]
        assert store.verify().ok
        assert {row[0] for row in rows(path, "SELECT photos FROM report")} <= {"[]"}
        store.append(grown(count=61)[-1:])
    (copy,) = tmp_path.glob("live.before-*.db")
    assert rows(copy, "SELECT version_num FROM alembic_version") == [(revision,)]
    assert rows(copy, "SELECT count(*) FROM step") == [(len(taken),)]
    assert rows(copy, "SELECT count(*) FROM report") == reports


def test_a_migration_to_come_runs_on_a_store_with_data(tmp_path):
    migrations = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "0099_taller.py").write_text(TALLER.format(head=tables.HEAD), encoding="utf-8")
    path = tmp_path / "live.db"
    taken = grown(count=30)
    with Store.open(path) as store:
        store.append(taken)
    database = Database(path)
    copy = schema.bring_up_to_date(database, migrations, "0099")
    assert schema.bring_up_to_date(database, migrations, "0099") is None
    database.close()
    assert copy is not None
    assert copy.is_file()
    assert rows(path, "SELECT count(*), count(note) FROM step, meta WHERE meta.key = 'realm'") == [(len(taken), 0)]
    with pytest.raises(StoreTrouble) as caught:
        Store.open(path)
    assert caught.value.code == "newer_schema"
    assert caught.value.params == {"found": "0099", "known": tables.HEAD}


def test_a_database_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "notes.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE notes (text)")
    with pytest.raises(StoreTrouble) as caught:
        Store.open(path)
    assert caught.value.code == "not_ours"
    assert rows(path, "SELECT name FROM sqlite_master") == [("notes",)]


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path):
    path = tmp_path / "live.db"
    path.write_bytes(b"not a database at all, but a letter" * 100)
    with pytest.raises(StoreTrouble) as caught:
        Store.open(path)
    assert caught.value.code == "unreadable"


def test_opening_a_store_that_is_up_to_date_does_not_import_alembic(tmp_path):
    path = tmp_path / "live.db"
    with Store.open(path) as store:
        store.append(grown(count=10))
    program = (
        "import sys; from pathlib import Path; from data.store.store import Store\n"
        f"with Store.open(Path({str(path)!r})) as store: store.load()\n"
        "print(*sorted({'alembic', 'sqlalchemy.orm', 'pydantic', 'numpy', 'psycopg', 'data.store.projected'}"
        " & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
