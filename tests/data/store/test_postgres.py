"""The same store on a database server: same tables, same chain, several seats. Skipped where no server is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from data.model.river import Reading
from data.store import projected, schema
from data.store.engine import Database
from data.store.errors import StoreTrouble
from data.store.store import Store
from tests import township
from tests.data.store.test_store import grown, note

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
pytestmark = [
    pytest.mark.skipif(not SERVERS, reason="no PostgreSQL server installed"),
    pytest.mark.timeout(120),
]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of this run, in a folder of its own, heard on a socket in that folder only."""
    tools = SERVERS[-1].parent
    place = Path(tempfile.mkdtemp(prefix="anlan-pg-"))
    owner = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if owner is not None:
        shutil.chown(place, owner)

    def run(*command: str) -> None:
        done = subprocess.run(
            command, cwd=place, user=owner, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
        assert done.returncode == 0, command

    run(str(tools / "initdb"), "-D", f"{place}/data", "-A", "trust", "-U", "anlan", "--no-sync", "-E", "UTF8")
    control = (str(tools / "pg_ctl"), "-D", f"{place}/data", "-w", "-l", f"{place}/log")
    run(*control, "start", "-o", f"-c listen_addresses='' -c unix_socket_directories={place} -c fsync=off")
    try:
        yield f"postgresql://anlan@/postgres?host={place}"
    finally:
        run(*control, "stop", "-m", "immediate")
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def url(server) -> str:
    database = Database(server)
    with database.writing() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    database.close()
    return server


def test_a_store_on_a_server_keeps_and_knows_the_same(url, tmp_path):
    taken = grown(count=150)
    with Store.open(url, files=tmp_path) as store:
        store.append(taken[:80])
        store.snapshot(taken[79][1])
        store.append(taken[80:])
        assert store.append(taken[:3]) == (1, 2, 3)
    with Store.open(url, files=tmp_path) as store:
        assert store.load() == store.refolded() == taken[-1][1]
        assert store.situation_at(100) == taken[99][1]
        assert store.situation_at(taken[99][1].at).seq >= 100
        assert (store.verify().ok, store.verify().rows) == (True, len(taken))
        assert store.search("STAFF.csv")[-1].seq == next(n for n, (s, _) in enumerate(taken, 1) if "staff" in s.key)
        store.add_series([Reading("XLD", township.NOON, 900.0), Reading("XLD", township.NOON, 901.0)])
        assert store.series("XLD").flow_m3s.tolist() == [901.0]
        assert store.series_span()["XLD"] == (township.NOON, township.NOON, 1)


def test_the_migrations_make_the_same_tables_on_a_server(url):
    database = Database(url)
    with database.writing() as connection:
        schema.upgrade(connection, schema.MIGRATIONS, "head")
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, projected.metadata) == []
    database.close()


def test_a_seat_that_is_behind_is_told_so_and_catches_up(url, tmp_path):
    taken = grown(count=20)
    with Store.open(url, files=tmp_path) as first, Store.open(url, files=tmp_path) as second:
        first.append(taken)
        now = second.load()
        assert now == taken[-1][1]
        one, two = note(now, "一席", "one"), note(now, "二席", "two")
        first.append([one])
        with pytest.raises(StoreTrouble) as caught:
            second.append([two])
        assert caught.value.code == "behind"
        now = second.load()
        second.append([note(now, "二席", "two")])
        assert [line.step.key for line in second.steps(len(taken))] == ["one", "two"]
        assert first.verify().ok


def test_a_server_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(StoreTrouble) as caught:
        Store.open(f"postgresql://anlan@/postgres?host={tmp_path}")
    assert (caught.value.code, caught.value.passing) == ("unreachable", True)
