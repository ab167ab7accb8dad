"""The world's troubles come as codes: a second process, a full disk, a busy or read-only file, damage."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from data.store import engine
from data.store.errors import StoreTrouble, trouble_of_file
from data.store.store import Store
from data.store.trouble import told_in_words
from tests.conftest import ROOT
from tests.data.store.test_store import grown, note

SECOND = """
import sys
from pathlib import Path
from data.store.errors import StoreTrouble
from data.store.store import Store
try:
    Store.open(Path(sys.argv[1])).close()
except StoreTrouble as trouble:
    print(trouble.code, trouble.params["pid"])
else:
    print("opened")
"""


def second_process(path: Path) -> str:
    command = [sys.executable, "-c", SECOND, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_a_second_process_on_the_same_store_is_refused_and_told_who_has_it(tmp_path):
    path = tmp_path / "live.db"
    with Store.open(path):
        assert second_process(path) == f"locked_by_other {os.getpid()}"
        with pytest.raises(StoreTrouble, match="locked_by_other"):
            Store.open(path)
    assert second_process(path) == "opened"


def test_a_store_that_could_not_be_opened_lets_go_of_its_lock(tmp_path):
    path = tmp_path / "live.db"
    path.write_bytes(b"a letter" * 200)
    for _ in range(2):
        with pytest.raises(StoreTrouble, match="unreadable"):
            Store.open(path)


def test_a_store_in_a_place_that_is_no_folder_is_refused_in_words(tmp_path):
    (tmp_path / "letter").write_text("x")
    with pytest.raises(StoreTrouble, match="unreadable"):
        Store.open(tmp_path / "letter" / "live.db")


def test_no_more_room_is_told_and_nothing_half_is_kept(tmp_path):
    path = tmp_path / "live.db"
    taken = grown(count=40)
    with Store.open(path) as store:
        store.append(taken[:20])
        with closing(sqlite3.connect(path)) as raw:
            pages = raw.execute("PRAGMA page_count").fetchone()[0]
        with store._database.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # this connection goes back to the pool
        big = note(taken[-1][1], "水" * 200_000, "big")
        with pytest.raises(StoreTrouble) as caught:
            store.append([*taken[20:], big])
        assert (caught.value.code, caught.value.passing) == ("disk_full", True)
        assert store.load() == taken[19][1]
        with store._database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        store.append([*taken[20:], big])
        assert store.load() == big[1]
        assert store.verify().ok


def test_a_file_that_may_not_grow_is_told_and_recovers(tmp_path):
    """The limit of the operating system: writes fail in the middle of the write-ahead log."""
    path = tmp_path / "live.db"
    taken = grown(count=200)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Store.open(path) as store:
        store.append(taken[:20])
        wal = path.with_name("live.db-wal").stat().st_size
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (wal + 20_000, hard))
            with pytest.raises(StoreTrouble) as caught:
                store.append(taken[20:])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, handler)
        assert caught.value.passing
        assert store.load() == taken[19][1]
        store.append(taken[20:])
        assert store.load() == taken[-1][1]
        assert store.verify().ok


def test_another_program_that_writes_makes_the_store_busy(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    path = tmp_path / "live.db"
    taken = grown(count=5)
    with Store.open(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreTrouble, match="busy"):
            store.append(taken)
        other.execute("ROLLBACK")
        assert store.append(taken)[-1] == len(taken)


def test_a_damaged_payload_is_named_by_its_step_on_load(tmp_path):
    path = tmp_path / "live.db"
    with Store.open(path) as store:
        store.append(grown(count=30))
    for harm in ("payload = '{'", "at = 'yesterday'", "kind = 'Teleported'", "realm = 'dream'"):
        with closing(sqlite3.connect(path)) as raw, raw:
            before = raw.execute("SELECT payload, at, kind, realm FROM step WHERE seq = 20").fetchone()
            raw.execute(f"UPDATE step SET {harm} WHERE seq = 20")
        with Store.open(path) as store, pytest.raises(StoreTrouble) as caught:
            store.load()
        assert caught.value.params["seq"] == 20
        assert caught.value.code == ("newer_step" if "Teleported" in harm else "corrupt")
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("UPDATE step SET payload = ?, at = ?, kind = ?, realm = ? WHERE seq = 20", before)


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EROFS, "read_only"), (errno.EIO, "io_error")],
)
def test_errors_of_the_file_system_have_codes(number, code):
    assert trouble_of_file(OSError(number, "told")).code == code


class FromPostgres(Exception):
    """An error as the driver of PostgreSQL raises it."""

    __module__ = "psycopg.errors"

    def __init__(self, state: str | None) -> None:
        super().__init__("told")
        self.sqlstate = state


@pytest.mark.parametrize(
    ("state", "code"),
    [(None, "unreachable"), ("08006", "unreachable"), ("57P01", "unreachable"), ("53100", "disk_full"),
     ("55P03", "busy"), ("28P01", "login_refused"), ("3D000", "unreadable"), ("25006", "read_only")],
)  # fmt: skip
def test_errors_of_a_database_server_have_codes(state, code):
    with pytest.raises(StoreTrouble) as caught, told_in_words():
        raise OperationalError("INSERT", {}, FromPostgres(state))
    assert caught.value.code == code


def test_faults_of_the_program_are_not_dressed_up_as_troubles():
    with pytest.raises(IntegrityError), told_in_words():
        raise IntegrityError("INSERT", {}, FromPostgres("23505"))
    with pytest.raises(OperationalError), told_in_words():
        raise OperationalError("INSERT", {}, FromPostgres("42P01"))
