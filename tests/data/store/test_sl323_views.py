"""Other offices read the store by the standard's names, and our own reader gets the values back."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from data.model.telemetry import Doubt
from data.rules.observing.checks import KEEP_OUT
from data.store import sl323_views
from data.store.store import Store
from tests.data.store import office_views
from tests.data.store.test_schema import migrated


def test_what_the_store_holds_is_read_back_through_the_standards_views(tmp_path):
    path = tmp_path / "live.db"
    with Store.open(path) as store:
        office_views.check(store._database, store.telemetry, store.add_series, f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as raw:  # without a word of ours, as anybody would
        rows = raw.execute("SELECT TM, Z, Q FROM ST_RIVER_R WHERE STCD = '40105150' ORDER BY TM").fetchall()
    assert rows == [
        ("2020-08-20 08:00:00", 92.0, 4000.0),
        ("2020-08-21 08:00:00", 92.5, 4520.0),
        ("2020-08-21 09:00:00", None, 4510.0),
        ("2020-08-21 10:00:00", None, 4600.0),
        ("2020-08-21 11:00:00", None, 4700.0),
    ]


def test_what_the_rules_keep_out_other_offices_do_not_see():
    sound = {frozenset(word for word in text.split(",") if word) for text in sl323_views.SOUND}
    allowed = {doubt.value for doubt in Doubt if doubt not in KEEP_OUT}
    assert sound == {frozenset(), *(frozenset({word}) for word in allowed), frozenset(allowed)}
    assert len(allowed) == 2


def test_a_store_from_before_the_views_has_them_once_it_was_opened(tmp_path):
    path = tmp_path / "live.db"
    migrated(path, "0004")
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE type = 'view'").fetchone() == (0,)
    with Store.open(path):
        pass
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM ST_RIVER_R").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE type = 'view'").fetchone() == (8,)
