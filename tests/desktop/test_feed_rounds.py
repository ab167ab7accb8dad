"""Folders, bases and addresses are asked at intervals; what one does wrong is told and the next time comes anyway."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.gateway.secrets_box import Place
from data.model.telemetry import FeedHealth, Observation, Source, SourceKind, Variable
from data.store.errors import StoreTrouble
from desktop.feed_rounds import Asked, FeedTrouble, KeepNow, Rounds
from desktop.feed_setup import HIDDEN, FeedSetup, pairs
from desktop.feed_sources import OfficeWord
from desktop.settings import Settings

NOON = datetime(2020, 6, 26, 4, 0, tzinfo=UTC)


class Box:
    """A box of secrets in memory."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.place = Place.FILE

    def get(self, name: str) -> str | None:
        return self.held.get(name)

    def put(self, name: str, secret: str) -> None:
        self.held[name] = secret

    def forget(self, name: str) -> None:
        self.held.pop(name, None)

    def names(self) -> tuple[str, ...]:
        return tuple(self.held)


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def setup(home: Path, box: Box) -> FeedSetup:
    return FeedSetup(home, lambda: NOON, lambda _: box)


def only(sources: Sequence[Asked]) -> Asked:
    assert len(sources) == 1
    return sources[0]


def test_a_folder_is_read_once_its_files_are_whole_and_not_again_after_a_restart(
    setup: FeedSetup, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "报汛"
    folder.mkdir()
    (folder / "0626.csv").write_text("站名,时间,水位,流量\n花园口,2020-06-26 08:00,90.61,4650\n", "utf-8")
    settings = Settings(watched_folders=f"日报={folder}")
    kept: list[Observation] = []
    watched = only(setup.sources(settings))
    clock = [0.0]
    monkeypatch.setattr("desktop.feed_sources.time.monotonic", lambda: clock[0])
    assert watched.ask(kept.extend) == 0  # somebody may still be writing it
    clock[0] = 60.0
    assert watched.ask(kept.extend) == 2
    assert {(one.variable, one.value) for one in kept} == {(Variable.FLOW, 4650.0), (Variable.STAGE, 90.61)}
    assert {one.source for one in kept} == {Source(SourceKind.FILE, "日报")}
    again = only(setup.sources(settings))
    clock[0] = 120.0
    assert (again.ask(kept.extend), again.ask(kept.extend)) == (0, 0)
    gone = only(setup.sources(Settings(watched_folders=f"共享={folder / 'gone'}")))
    with pytest.raises(FeedTrouble, match="no_folder"):
        gone.ask(kept.extend)


def test_a_file_that_gives_nothing_is_told_with_its_row_and_the_reason(
    setup: FeedSetup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "报汛"
    folder.mkdir()
    (folder / "坏.csv").write_text("站名,时间,水位,流量\n花园口,昨晚,90.61,4650\n", "utf-8")
    (folder / "无表头.csv").write_text("今日无报汛\n", "utf-8")
    watched = only(setup.sources(Settings(watched_folders=f"日报={folder}")))
    clock = [0.0]
    monkeypatch.setattr("desktop.feed_sources.time.monotonic", lambda: clock[0])
    watched.ask(lambda _: None)
    clock[0] = 60.0
    with pytest.raises(FeedTrouble) as told:
        watched.ask(lambda _: None)
    params = told.value.params
    assert (told.value.code, params["file"], params["reason"], params["row"]) == ("refused", "坏.csv", "bad_time", "2")
    assert params["files"] == "2"
    clock[0] = 70.0
    with pytest.raises(FeedTrouble, match="refused"):  # still there: whoever looks later is told as well
        watched.ask(lambda _: None)
    (folder / "坏.csv").unlink()
    (folder / "无表头.csv").write_text("站名,时间,水位,流量\n花园口,2020-06-26 08:00,90.61,4650\n", "utf-8")
    clock[0] = 80.0
    assert watched.ask(lambda _: None) == 0
    clock[0] = 90.0
    assert watched.ask(lambda _: None) == 2


def test_a_base_is_read_on_from_where_it_stood_also_after_a_restart(setup: FeedSetup, tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE ST_RIVER_R (STCD CHAR(8), TM DATETIME, Z NUMERIC, Q NUMERIC)")
        base.execute("INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-06-26 08:00:00', 90.61, 4650)")
    base.close()
    settings = Settings(bases=f"省防办=sqlite:///{path}")
    kept: list[Observation] = []
    asked = only(setup.sources(settings))
    assert asked.ask(kept.extend) == 2
    assert asked.ask(kept.extend) == 0
    asked.close()
    with sqlite3.connect(path) as base:
        base.execute("INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-06-26 10:00:00', 90.63, 4700)")
    base.close()
    kept.clear()
    again = only(setup.sources(settings))
    again.ask(kept.extend)
    again.close()
    assert 4700.0 in {one.value for one in kept}
    assert {one.source.key for one in kept} == {"sl323:省防办"}


def test_an_office_tells_what_it_warns_by_and_what_it_expects(setup: FeedSetup, tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with sqlite3.connect(path) as base:
        base.executescript(
            """CREATE TABLE ST_STBPRP_B (STCD CHAR(8), STNM VARCHAR(30), DTMNM VARCHAR(16));
            INSERT INTO ST_STBPRP_B VALUES ('40105150', '花园口', '大沽');
            CREATE TABLE ST_RIVER_R (STCD CHAR(8), TM DATETIME, Z NUMERIC, Q NUMERIC);
            CREATE TABLE ST_RVFCCH_B (STCD CHAR(8), WRZ NUMERIC, GRZ NUMERIC);
            INSERT INTO ST_RVFCCH_B VALUES ('40105150', 93.85, 95.03);
            CREATE TABLE ST_FORECAST_F (STCD CHAR(8), UNITNAME VARCHAR(30), PLCD VARCHAR(16), FYMDH DATETIME,
                IYMDH DATETIME, YMDH DATETIME, Z NUMERIC, Q NUMERIC);
            INSERT INTO ST_FORECAST_F VALUES ('40105150', '水文局', 'P1', '2020-06-26 09:00', '2020-06-26 08:00',
                '2020-06-27 08:00', NULL, 5200);"""
        )
    base.close()
    said: list[OfficeWord] = []
    asked = only(setup.sources(Settings(bases=f"省防办=sqlite:///{path}"), said.append))
    asked.ask(lambda _: None)
    asked.ask(lambda _: None)
    asked.close()
    assert len(said) == 1  # not every minute
    assert [(one.station, one.warning_stage_m, one.datum) for one in said[0].indices] == [("40105150", 93.85, "大沽")]
    assert [(one.flow_m3s, one.valid_at.hour) for one in said[0].forecasts] == [(5200.0, 0)]


def test_passwords_of_bases_lie_in_the_box_and_nowhere_else(setup: FeedSetup, box: Box) -> None:
    written = setup.hide("bases", "省防办=postgresql://reader:p%40ss@10.0.0.5/rwdb; 市防办=sqlite:///x.db")
    assert written == f"省防办=postgresql://reader:{HIDDEN}@10.0.0.5/rwdb;市防办=sqlite:///x.db"
    assert list(box.held) == ["base/省防办"]
    assert setup.hide("bases", written) == written
    assert setup.hide("theme", "dark") == "dark"
    box.held.clear()
    lost = setup.sources(Settings(bases=f"省防办=postgresql://reader:{HIDDEN}@127.0.0.1/rwdb"))
    with pytest.raises(FeedTrouble, match="no_secret"):
        only(lost).ask(lambda _: None)


def test_pairs_are_read_from_a_setting_and_a_bad_file_of_templates_is_told(setup: FeedSetup, tmp_path: Path) -> None:
    assert pairs(" 甲 = /a=b ;乙=/c;;丙") == {"甲": "/a=b", "乙": "/c"}
    assert setup.sources(Settings(pulls_file=str(tmp_path / "none.toml"))) == []
    assert "none.toml" in setup.fault


class Moody:
    """A source that does what it is told, one after another, and then ends the round."""

    source, every_s = Source(SourceKind.HTTP, "moody"), 0.0

    def __init__(self, moods: list[Exception | int], done: threading.Event) -> None:
        self._moods, self._done = moods, done
        self.closed = False

    def ask(self, keep: KeepNow) -> int:
        del keep
        mood = self._moods.pop(0)
        if not self._moods:
            self._done.set()
            self.every_s = 60.0
        if isinstance(mood, Exception):
            raise mood
        return mood

    def close(self) -> None:
        self.closed = True


def test_each_kind_of_trouble_is_told_and_a_fault_of_ours_loudly() -> None:
    told: list[FeedHealth] = []
    faults: list[BaseException] = []
    done = threading.Event()
    ours = ZeroDivisionError("ours")
    moody = Moody([3, FeedTrouble("unreachable", host="a"), StoreTrouble("disk_full"), ours, 5], done)
    rounds = Rounds(lambda _: None, told.append, lambda: NOON, faults.append)
    rounds.start([moody])
    assert done.wait(5)
    rounds.close()
    assert [(one.ok, one.trouble, one.rows) for one in told] == [
        (True, "", 3), (False, "unreachable", 0), (False, "keep_failed", 0), (False, "fault", 0), (True, "", 5),
    ]  # fmt: skip
    assert faults == [ours]
    assert moody.closed
