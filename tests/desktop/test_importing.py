"""A file becomes a step and a report, the same for the screen and the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from data.feeds.coordinates import Frame
from data.feeds.registers import KINDS
from data.feeds.report import FeedRefused, Reason
from data.model.river import HUAYUANKOU, Quality
from desktop import importing
from desktop.first_run import shipped_register

SHELTERS = (
    "安置点编号,名称,类型,容量_人,经度,纬度\nA1,花园口小学,学校,300,113.66,34.88\nA2,村部,村部,很多,113.67,34.89\n"
)


@pytest.fixture
def shelters(tmp_path: Path) -> Path:
    path = tmp_path / "安置点.csv"
    path.write_text(SHELTERS, "utf-8")
    return path


def test_every_register_and_the_gauge_can_be_imported() -> None:
    assert set(importing.kinds()) == {*KINDS, "gauge"}


def test_good_rows_become_a_register_and_bad_ones_are_counted(shelters: Path) -> None:
    done = importing.read_kind("shelters", shelters)
    assert (done.report.taken, done.report.refused) == (1, 1)
    assert done.body is not None
    assert [row.id for row in done.body.register] == ["A1"]
    assert (done.body.source, done.body.refused) == ("安置点.csv", 1)
    assert not done.body.register.demo


def test_strict_takes_nothing_when_a_row_is_bad_and_all_when_none_is(shelters: Path) -> None:
    assert importing.read_kind("shelters", shelters, strict=True).body is None
    shelters.write_text(SHELTERS.replace("很多", "80"), "utf-8")
    done = importing.read_kind("shelters", shelters, strict=True)
    assert done.body is not None
    assert len(done.body.register) == 2


def test_a_file_without_a_good_row_gives_no_step(shelters: Path) -> None:
    shelters.write_text(SHELTERS.replace("300", "无数"), "utf-8")
    done = importing.read_kind("shelters", shelters)
    assert (done.body, done.report.taken, done.report.refused) == (None, 0, 2)


def test_coordinates_of_another_frame_are_brought_to_ours(shelters: Path) -> None:
    plain = importing.read_kind("shelters", shelters).body
    moved = importing.read_kind("shelters", shelters, frame=Frame.GCJ02).body
    assert plain is not None
    assert moved is not None
    away = abs(plain.register.rows[0].lon - moved.register.rows[0].lon)
    assert 0.003 < away < 0.01


def test_a_missing_file_is_refused_as_a_whole(tmp_path: Path) -> None:
    for read in (
        lambda: importing.read_kind("staff", tmp_path / "no.csv"),
        lambda: importing.read_series(tmp_path / "no.csv"),
    ):
        with pytest.raises(FeedRefused) as refused:
            read()
        assert refused.value.reason is Reason.NO_FILE


def test_a_shipped_register_imported_again_is_the_same_but_for_its_mark() -> None:
    done = importing.read_kind("stock", resources.path("demo/stock.csv"))
    assert done.body is not None
    assert done.body.register == shipped_register("stock")
    assert not done.body.register.demo


def test_a_series_keeps_what_is_doubtful_beside_the_rules(tmp_path: Path) -> None:
    path = tmp_path / "series.csv"
    path.write_text(
        "站名,时间,流量,水位\n花园口,2020-06-29 08:00,5520,90.88\n花园口,2020-06-30 08:00,-5,90.1\n"
        "花园口,not a time,1,1\n花园口,2020-07-01 08:00,5000,90.5\n",
        "utf-8",
    )
    done = importing.read_series(path)
    assert done.body is None
    assert {reading.station for reading in done.readings} == {HUAYUANKOU}
    report = done.report
    assert report.considered == report.taken + report.refused + report.skipped == 4
    assert next(r.flow_m3s for r in done.readings if r.quality is Quality.GOOD) == 5520.0
