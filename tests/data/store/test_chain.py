"""One byte changed anywhere in a step is found, and the step is named."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from data.store.chain import GENESIS, line_hash
from data.store.store import Store
from tests.data.store.test_store import grown

COLUMNS = ("key", "at", "recorded_at", "actor", "realm", "kind", "payload", "prev_hash", "hash")


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("chain") / "live.db"
    with Store.open(path) as store:
        store.append(grown(count=60))
    return path


def tampered(kept: Path, tmp_path: Path, *commands: str) -> Path:
    path = tmp_path / "live.db"
    path.write_bytes(kept.read_bytes())
    with closing(sqlite3.connect(path)) as raw, raw:
        for command in commands:
            raw.execute(command)
    return path


def verdict(path: Path) -> tuple[int | None, str]:
    with Store.open(path) as store:
        result = store.verify()
    assert result.ok is (not result.why)
    return result.first_bad_seq, result.why


def flipped(column: str, place: int) -> str:
    """SQL that replaces one byte; bytes that are no UTF-8 any more are the worst case."""
    return (
        f"UPDATE step SET {column} = CAST(substr(CAST({column} AS BLOB), 1, {place}) || x'%s'"
        f" || substr(CAST({column} AS BLOB), {place + 2}) AS TEXT) WHERE seq = 40"
    )


@pytest.mark.parametrize("byte", ["21", "ff"])
@pytest.mark.parametrize("column", COLUMNS)
def test_one_byte_changed_in_any_column_is_found_and_the_step_named(kept, tmp_path, column, byte):
    assert verdict(tampered(kept, tmp_path, flipped(column, 1) % byte))[0] == 40


def test_a_changed_version_or_number_is_found(kept, tmp_path):
    assert verdict(tampered(kept, tmp_path, "UPDATE step SET version = 9 WHERE seq = 40")) == (40, "altered")
    assert verdict(tampered(kept, tmp_path, "UPDATE step SET seq = 4000 WHERE seq = 40")) == (40, "gap")


def test_a_step_taken_out_and_an_end_cut_off_are_found(kept, tmp_path):
    assert verdict(kept) == (None, "")
    assert verdict(tampered(kept, tmp_path, "DELETE FROM step WHERE seq = 40")) == (40, "gap")
    with closing(sqlite3.connect(kept)) as raw:
        last = raw.execute("SELECT max(seq) FROM step").fetchone()[0]
    assert verdict(tampered(kept, tmp_path, f"DELETE FROM step WHERE seq > {last - 2}")) == (last - 1, "cut_off")


def test_a_step_hashed_anew_breaks_the_link_to_the_next(kept, tmp_path):
    path = tampered(kept, tmp_path)
    with closing(sqlite3.connect(path)) as raw, raw:
        line = list(raw.execute("SELECT * FROM step WHERE seq = 40").fetchone())
        line[4] = "somebody else"
        raw.execute("UPDATE step SET actor = ?, hash = ? WHERE seq = 40", (line[4], line_hash(tuple(line[:-1]))))
    assert verdict(path) == (41, "broken_link")


def test_altered_rows_of_a_register_are_found_at_the_step_that_brought_them(kept, tmp_path):
    with closing(sqlite3.connect(kept)) as raw:
        seq, digest = raw.execute(
            "SELECT seq, json_extract(payload, '$.digest') FROM step WHERE kind = 'RegisterReplaced' ORDER BY seq"
        ).fetchone()
    cut = f"UPDATE attachment SET body = substr(body, 1, 30) WHERE digest = '{digest}'"
    assert verdict(tampered(kept, tmp_path, cut)) == (seq, "attachment")
    gone = f"DELETE FROM attachment WHERE digest = '{digest}'"
    assert verdict(tampered(kept, tmp_path, gone)) == (seq, "attachment")


def test_the_chain_can_be_checked_from_its_description_alone(kept):
    """As docs/journal-format.md says, with nothing of the program."""
    link = GENESIS
    with closing(sqlite3.connect(kept)) as raw:
        for *fields, digest in raw.execute(
            "SELECT seq, key, at, recorded_at, actor, realm, kind, version, payload, prev_hash, hash"
            " FROM step ORDER BY seq"
        ):
            assert fields[-1] == link
            told = b"".join(b"%d:%s," % (len(part), part) for part in (str(f).encode() for f in fields))
            assert hashlib.sha256(told).hexdigest() == digest
            link = digest
        assert raw.execute("SELECT value FROM meta WHERE key = 'head'").fetchone()[0] == f"{fields[0]}:{link}"


def test_ten_thousand_steps_are_verified_within_a_second(tmp_path):
    taken = grown(count=400)
    with Store.open(tmp_path / "live.db") as store:
        from dataclasses import replace

        last = taken[-1][1]
        for lap in range(25):
            store.append([(replace(step, key=f"{lap}/{step.key}"), last) for step, _ in taken[-400:]])
        start = time.process_time()
        result = store.verify()
        assert time.process_time() - start < 1.0
    assert (result.ok, result.rows) == (True, 10_000)
