"""What grows without end is kept in pieces that neighbouring snapshots share."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from immutables import Map

from data.model.dispatch import Call, Outcome
from data.model.task import Task
from data.store.errors import StoreTrouble
from data.store.pieces import Pieces
from data.store.store import Store
from tests import township
from tests.data.store.test_store import grown, rows


def calls(*days: int) -> Map[str, Call]:
    made = [Call(f"c{n}", "S001", township.NOON + timedelta(days=day), Outcome.ANSWERED) for n, day in enumerate(days)]
    return Map({call.id: call for call in made})


def test_a_part_is_cut_by_day_and_joined_again():
    held = calls(0, 0, 1, 5)
    fresh: dict[str, bytes] = {}
    digests = Pieces().cut("calls", held, fresh)
    assert len(digests) == len(fresh) == 3
    joined = Pieces().join("calls", digests, lambda wanted: {digest: fresh[digest] for digest in wanted}, newest=True)
    assert joined == held


def test_only_the_pieces_that_changed_are_written_again():
    pieces, held = Pieces(), calls(0, 0, 1, 5)
    first: dict[str, bytes] = {}
    before = pieces.cut("calls", held, first)
    held = held.set("c9", replace(held["c3"], id="c9"))
    second: dict[str, bytes] = {}
    after = pieces.cut("calls", held, second)
    assert list(second) == [after[2]]
    assert after[:2] == before[:2]


def test_pieces_that_were_read_need_not_be_written_nor_read_again():
    first: dict[str, bytes] = {}
    digests = Pieces().cut("calls", calls(0, 1), first)
    asked: list[str] = []

    def fetch(wanted) -> dict[str, bytes]:
        asked.extend(wanted)
        return {digest: first[digest] for digest in digests if digest in asked}

    pieces = Pieces()
    held = pieces.join("calls", digests, fetch, newest=True)
    assert len(pieces.join("calls", digests[:1], fetch, newest=False)) == 1
    assert asked == list(digests)
    fresh: dict[str, bytes] = {}
    assert (pieces.cut("calls", held, fresh), fresh) == (digests, {})


def test_what_is_remembered_stays_within_bounds(monkeypatch):
    from data.store import pieces as module

    monkeypatch.setattr(module, "_REMEMBERED", 2)
    pieces, fresh = Pieces(), dict[str, bytes]()
    digests = Pieces().cut("calls", calls(0, 1, 2, 3), fresh)
    pieces.join("calls", digests, lambda wanted: {d: fresh[d] for d in wanted}, newest=False)
    assert len(pieces._met) == 4  # never less than the situation that was asked for
    pieces.join("calls", digests[:1], lambda wanted: {d: fresh[d] for d in wanted}, newest=False)
    assert len(pieces._met) <= 2
    assert digests[0] in pieces._met


@pytest.mark.parametrize("harm", ["DELETE FROM piece", "UPDATE piece SET body = substr(body, 1, 20)"])
def test_a_snapshot_whose_piece_is_missing_or_damaged_is_passed_over(tmp_path: Path, harm):
    path = tmp_path / "live.db"
    taken = grown(count=60)
    with Store.open(path) as store:
        store.append(taken)
        store.snapshot(taken[-1][1])
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(harm)
    with Store.open(path) as store:
        assert store.load() == taken[-1][1]


def test_pieces_whose_transaction_failed_are_written_with_the_next_snapshot(tmp_path, monkeypatch):
    path = tmp_path / "live.db"
    taken = grown(count=60)
    now = taken[-1][1]
    task = Task("odd", "上坝", "R06", township.NOON, 0.0)
    with Store.open(path) as store:
        store.append(taken)
        keep = store._history.keep

        def fail(connection, situation) -> int:
            keep(connection, situation)
            raise StoreTrouble("disk_full")

        monkeypatch.setattr(store._history, "keep", fail)
        with pytest.raises(StoreTrouble):
            store.snapshot(replace(now, tasks=now.tasks.set("odd", task)))
        assert rows(path, "SELECT count(*) FROM piece") == [(0,)]
        monkeypatch.setattr(store._history, "keep", keep)
        assert store.snapshot(now)
    with Store.open(path) as store:
        assert store.load() == now
        assert store.steps_since_snapshot == 0
        assert store.verify().ok
