"""What the disk says is what the screen says: journal, snapshots, ordinary tables, series, files."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from data.model.register import ROW_TYPES
from data.model.river import HUAYUANKOU, Quality, Reading
from data.model.situation import Situation
from data.model.steps import NoteWritten, PushApproved, Realm, Step
from data.store.errors import StoreTrouble
from data.store.store import Store
from tests import township
from tests.data import steps_strategy
from tests.data.steps_strategy import Taken


def grown(seed: int = 7, count: int = 120) -> Taken:
    """The founding registers and a random run."""
    start = steps_strategy.founding()
    return start + steps_strategy.walk(Random(seed), start[-1][1], count)


def rows(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def note(now: Situation, text: str, key: str) -> tuple[Step, Situation]:
    from data.rules.take import take

    step = Step(key, now.at, "U1", now.realm, NoteWritten(text))
    return step, take(now, step)[0]


@settings(max_examples=20)
@given(steps_strategy.runs(0, 50))
def test_a_store_opened_again_knows_what_the_desk_knew(taken):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "live.db"
        middle = len(taken) // 2
        with Store.open(path) as store:
            assert store.append(taken[:middle]) == tuple(range(1, middle + 1))
            store.snapshot(taken[middle - 1][1])
            assert store.append(taken[middle:])[-1] == len(taken)
        with Store.open(path) as store:
            assert store.load() == store.refolded() == taken[-1][1]
            assert store.verify().ok
            for seq in (1, middle, middle + 1, len(taken)):
                assert store.situation_at(seq) == taken[seq - 1][1]
            assert store.situation_at(0) == Situation()


def test_a_moment_is_shown_as_the_desk_knew_it_then(tmp_path):
    taken = grown()
    with Store.open(tmp_path / "live.db") as store:
        store.append(taken[:60])
        store.snapshot(taken[59][1])
        store.append(taken[60:])
        clocks = [after.at for _, after in taken]
        for place in (20, 59, 60, 100):
            moment = clocks[place]
            known = max(n for n, clock in enumerate(clocks) if clock <= moment)
            assert store.situation_at(moment) == taken[known][1]
        assert store.situation_at(datetime(1999, 1, 1, tzinfo=UTC)) == Situation()
        assert store.situation_at(clocks[-1] + timedelta(days=1)) == taken[-1][1]


def test_a_damaged_snapshot_is_passed_over(tmp_path):
    taken = grown(count=30)
    path = tmp_path / "live.db"
    with Store.open(path) as store:
        store.append(taken)
        store.snapshot(taken[-1][1])
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE snapshot SET body = substr(body, 1, 40)")
    with Store.open(path) as store:
        assert store.load() == taken[-1][1]
        assert store.verify().why == "snapshot"


def test_a_snapshot_of_an_older_form_is_passed_over(tmp_path):
    taken = grown(count=30)
    path = tmp_path / "live.db"
    with Store.open(path) as store:
        store.append(taken)
        store.snapshot(taken[-1][1])
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE snapshot SET format = 0, body = x'00'")
    with Store.open(path) as store:
        assert store.load() == taken[-1][1]


def test_a_step_written_twice_is_kept_once_under_its_old_number(tmp_path):
    taken = grown(count=20)
    with Store.open(tmp_path / "live.db") as store:
        numbers = store.append(taken)
        assert store.append(taken[5:8]) == numbers[5:8]
        assert store.append([taken[3], *([note(taken[-1][1], "再记", "again")] * 2)]) == (
            4,
            len(taken) + 1,
            len(taken) + 1,
        )
        assert store.verify().rows == len(taken) + 1
        assert store.known([taken[0][0].key, "nobody"]) == {taken[0][0].key: 1}


def test_a_step_that_todays_rules_refuse_stays_without_effect(tmp_path, caplog):
    taken = grown(count=10)
    now = taken[-1][1]
    from dataclasses import replace

    refused = Step("odd", now.at, "U2", Realm.LIVE, PushApproved("no such push", "U2"))
    after = note(replace(now, seq=now.seq + 1), "之后", "later")
    with Store.open(tmp_path / "live.db") as store:
        store.append([*taken, (refused, replace(now, seq=now.seq + 1)), after])
        assert store.load() == after[1]
    assert "has no effect under today's rules" in caplog.text


# ── the ordinary tables ──


@pytest.mark.parametrize("batch", [1, 7, 1000])
def test_the_tables_say_what_the_situation_says(tmp_path, batch):
    taken = grown(seed=11, count=250)
    path = tmp_path / "live.db"
    with Store.open(path) as store:
        for start in range(0, len(taken), batch):
            store.append(taken[start : start + batch])
    now = taken[-1][1]
    assert dict(rows(path, "SELECT id, state FROM task")) == {t.id: t.state.value for t in now.tasks.values()}
    for task_id, history in rows(path, "SELECT id, history FROM task"):
        assert len(json.loads(history)) == len(now.tasks[task_id].history)
    assert dict(rows(path, "SELECT id, state FROM report")) == {r.id: r.state.value for r in now.reports.values()}
    assert dict(rows(path, "SELECT id, state FROM push")) == {p.id: p.state.value for p in now.pushes.values()}
    assert set(rows(path, "SELECT push, person, rung, outcome FROM receipt")) == {
        (p.id, r.person, r.rung, r.outcome.value) for p in now.pushes.values() for r in p.receipts
    }
    assert {row[0] for row in rows(path, "SELECT id FROM call")} == set(now.calls)
    assert dict(rows(path, "SELECT id, closed_at IS NULL FROM incident")) == {
        i.id: int(i.closed_at is None) for i in now.incidents.values()
    }
    assert dict(rows(path, "SELECT id, ended_at IS NULL FROM superior_order")) == {
        o.id: int(o.ended_at is None) for o in now.orders.values()
    }
    assert {f"{kind}/{row}": state for kind, row, state in rows(path, "SELECT * FROM whereabouts")} == {
        key: state.value for key, state in now.whereabouts.items()
    }
    assert dict(rows(path, "SELECT * FROM stone_state")) == {key: s.value for key, s in now.stones.items()}
    assert rows(path, "SELECT level FROM standing_level ORDER BY seq DESC LIMIT 1") == [(int(now.standing.level),)]


def test_the_registers_stand_as_tables_and_say_where_they_come_from(tmp_path):
    path = tmp_path / "live.db"
    taken = grown(seed=3, count=150)
    with Store.open(path) as store:
        store.append(taken)
    now = taken[-1][1]
    for kind in ROW_TYPES:
        held = [row[0] for row in rows(path, f"SELECT id FROM register_{kind} ORDER BY position")]
        assert held == [row.id for row in now.registers.of(kind)]
    assert dict(rows(path, "SELECT kind, digest FROM register")) == {
        kind: now.registers.of(kind).digest for kind in ROW_TYPES if now.registers.of(kind).digest
    }
    assert rows(path, "SELECT bench, area_mu, harvestable FROM register_plots") == [
        ("嫩滩", 12.0, 0),
        ("二滩", 40.0, 0),
    ]


# ── lists ──


def test_lines_are_listed_in_pages_from_either_end(tmp_path):
    taken = grown(count=60)
    with Store.open(tmp_path / "live.db") as store:
        store.append(taken)
        assert [line.seq for line in store.steps(limit=4)] == [1, 2, 3, 4]
        assert [line.seq for line in store.steps(4, limit=2)] == [5, 6]
        newest = store.steps(before_seq=50, newest_first=True, limit=3)
        assert [line.seq for line in newest] == [49, 48, 47]
        assert [line.step for line in newest] == [taken[n - 1][0] for n in (49, 48, 47)]
        assert store.steps(limit=1)[0].count == len(taken[0][0].body.register)


def test_search_finds_what_values_say_but_not_the_names_of_fields(tmp_path):
    taken = grown(count=10)
    noted = []
    now = taken[-1][1]
    for n, text in enumerate(("马渡 26 坝渗水", '他说"水"', "100%_", "ABC abc")):
        noted.append(note(now, text, f"n{n}"))
        now = noted[-1][1]
    with Store.open(tmp_path / "live.db") as store:
        store.append(taken + noted)

        def found(text: str, kinds: tuple[str, ...] = ("NoteWritten",)) -> set[str]:
            return {line.step.key for line in store.search(text, kinds)} & {"n0", "n1", "n2", "n3"}

        assert found("26 坝") == {"n0"}
        assert found('"水"') == {"n1"}
        assert found("%_") == {"n2"}
        assert found("aBc") == {"n3"}
        assert found("text") == set()
        assert found("26 坝", ("ReadingTaken",)) == set()
        assert len(store.search("u1", limit=2)) == 2


# ── series ──


def test_thirty_thousand_readings_are_added_and_read_within_a_second(tmp_path):
    start = datetime(2020, 6, 1, tzinfo=UTC)
    readings = [Reading("TG", start + timedelta(minutes=5 * n), 900.0 + n, None, "大沽") for n in range(30_000)]
    with Store.open(tmp_path / "live.db") as store:
        begun = time.process_time()
        store.add_series(readings)
        added = time.process_time()
        series = store.series("TG")
        read = time.process_time()
    assert len(series) == 30_000
    assert (series.at[0], series.flow_m3s[-1]) == (start.timestamp(), 30_899.0)
    assert added - begun < 2.0  # below one on a quiet machine
    assert read - added < 1.0


def test_a_later_value_of_the_same_time_takes_the_place_of_the_earlier(tmp_path):
    at = township.NOON
    with Store.open(tmp_path / "live.db") as store:
        store.add_series([Reading("TG", at, 900.0), Reading("TG", at + timedelta(hours=1), 950.0)])
        store.add_series([Reading("TG", at, 905.0, 1.5, "大沽"), Reading("TG", at, 906.0)])
        assert store.series("TG").flow_m3s.tolist() == [906.0, 950.0]
        assert store.series_span() == {"TG": (at, at + timedelta(hours=1), 2)}


def test_a_span_of_a_series_is_half_open_and_values_out_of_use_are_left_out(tmp_path):
    hours = [township.NOON + timedelta(hours=n) for n in range(4)]
    with Store.open(tmp_path / "live.db") as store:
        store.add_series([Reading(HUAYUANKOU, at, 1.0, 90.0 + n, "大沽") for n, at in enumerate(hours)])
        store.add_series([Reading(HUAYUANKOU, hours[2], 1e9, None, "85", quality=Quality.IMPOSSIBLE)])
        part = store.series(HUAYUANKOU, hours[1], hours[3])
        assert part.stage_m.tolist() == [91.0]
        whole = store.series(HUAYUANKOU, usable_only=False)
        assert whole.quality[2] is Quality.IMPOSSIBLE
        assert whole.datum == ("大沽", "大沽", "85", "大沽")


# ── files ──


def test_a_file_lies_under_its_hash_whole_or_not_at_all(tmp_path):
    photo = tmp_path / "坝 26.JPG"
    photo.write_bytes(b"light" * 1000)
    with Store.open(tmp_path / "home" / "live.db") as store:
        digest = store.put_file(photo, photo.name)
        assert store.put_file(b"light" * 1000, "other.jpg") == digest
        kept = store.file_path(digest)
        assert kept is not None
        assert (kept.suffix, kept.read_bytes()) == (".jpg", photo.read_bytes())
        assert [path.name for path in (tmp_path / "home" / "files").rglob("*") if path.is_file()] == [kept.name]
        store.check_file(digest)
        kept.write_bytes(b"dark")
        with pytest.raises(StoreTrouble, match="corrupt"):
            store.check_file(digest)
        assert store.file_path("../../etc/passwd") is None
        assert store.file_path("0" * 64) is None
        with pytest.raises(StoreTrouble, match="no_such_file"):
            store.check_file("0" * 64)
        with pytest.raises(StoreTrouble, match="io_error"):
            store.put_file(tmp_path / "missing.jpg", "missing.jpg")


# ── who may open ──


def test_each_realm_has_its_own_store(tmp_path):
    path = tmp_path / "drill.db"
    with Store.open(path, realm=Realm.DRILL) as store:
        assert store.load() == Situation(realm=Realm.DRILL)
    with pytest.raises(StoreTrouble) as caught:
        Store.open(path)
    assert (caught.value.code, caught.value.params["found"]) == ("other_realm", "drill")
    with Store.open(path, realm=None) as store:
        assert store.realm is Realm.DRILL
    with Store.open(tmp_path / "new.db", realm=None) as store:
        assert store.realm is Realm.LIVE


def test_the_store_is_readable_for_its_user_only(tmp_path):
    path = tmp_path / "home" / "live.db"
    with Store.open(path):
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0


def test_reports_that_come_in_and_those_that_change_stand_in_their_table(tmp_path):
    from data.model.dispatch import Report, ReportState
    from data.model.steps import ReportMoved, ReportReceived
    from data.rules.take import take

    path, taken = tmp_path / "live.db", grown(count=0)
    with Store.open(path) as store:
        store.append(taken)
        now = taken[-1][1]

        def after(key: str, body) -> tuple[Step, Situation]:
            nonlocal now
            step = Step(key, now.at, "U1", now.realm, body)
            now = take(now, step)[0]
            return step, now

        told = [after(f"r{n}", ReportReceived(Report(f"R{n}", now.at, "E1", "渗水", "渗水", "U1"))) for n in range(3)]
        store.append(told)
        store.append([
            after("m", ReportMoved(("R1",), ReportState.VERIFIED)),
            after("r3", ReportReceived(Report("R3", now.at, "E1", "渗水", "渗水", "U1"))),
        ])  # fmt: skip
    states = dict(rows(path, "SELECT id, state FROM report"))
    assert states == {"R0": "unverified", "R1": "verified", "R2": "unverified", "R3": "unverified"}
