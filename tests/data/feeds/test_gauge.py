"""Series become readings place by place: what is kept out of the rules is told, and the counts add up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.feeds.gauge import GaugeSeries, read_gauge
from data.feeds.gauge_checks import read_value
from data.feeds.report import FeedRefused, NoteCode, Reason
from data.model.river import HUAYUANKOU, Quality
from tests.data.feeds import sheets

naive = datetime  # the cells of a workbook carry no zone
SHARED = Path(__file__).resolve().parents[4] / "shared/data/hydrology/lower_yellow_river_0800_2006_2020.csv"
LONG = ("测站", "时间", "流量", "水位")


def read(path: Path, **wanted: object) -> GaugeSeries:
    return read_gauge(path, sheets.names(), sheets.limits(), **wanted)  # type: ignore[arg-type]


def series(tmp_path: Path, headings: Sequence[str], *rows: Sequence[object], **wanted: object) -> GaugeSeries:
    return read(sheets.text(tmp_path / "a.csv", [headings, *rows]), **wanted)


def told(result: GaugeSeries) -> list[tuple[int, Reason]]:
    return [(refusal.row, refusal.reason) for refusal in result.refusals]


def adds_up(result: GaugeSeries) -> bool:
    report = result.report()
    good = sum(reading.usable for reading in result.readings)
    return report.considered == report.taken + report.refused + report.skipped and good == report.taken


def daily(*values: tuple[object, object]) -> list[tuple[object, ...]]:
    return [("花园口", f"2020-06-{day:02d} 08:00", flow, stage) for day, (flow, stage) in enumerate(values, start=1)]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (("STCD", "TM", "Z", "Q"), ("40105150", "2020-06-29 08:00:00", "90.88", "5520")),
        (("测站", "时间", "水位(m)", "流量(m³/s)"), ("花园口", "2020年6月29日8时", "90.88", "5,520")),
        (("站名", "日期", "时刻", "水位", "流量"), ("花园口水文站", "2020-06-29", "8:00", "90.88", "5520")),
        (("date", "huayuankou_Z", "huayuankou_Q"), ("2020-06-29", "90.88", "5520")),
        (("日期", "花园口水位", "花园口流量（m³/s）"), ("2020-06-29", "90.88", "5520")),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_long_and_wide_series_give_the_same_reading(
    tmp_path: Path, headings: Sequence[str], row: Sequence[str], encoding: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        "\n".join(",".join(f'"{cell}"' for cell in line) for line in (headings, row)).replace("³", "3").encode(encoding)
    )
    (reading,) = read(path, datum="大沽(待核)").readings
    assert (reading.station, reading.at) == (HUAYUANKOU, datetime(2020, 6, 29, tzinfo=UTC))
    assert (reading.flow_m3s, reading.stage_m, reading.datum, reading.quality) == (
        5520,
        90.88,
        "大沽(待核)",
        Quality.GOOD,
    )


def test_a_workbook_with_titles_and_a_merged_station_is_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [["黄河水情日报"], ["测站", "时间", "水位", "流量"]]
    rows += [
        ["花园口", naive(2020, 6, 28, 20), 90.8, 5200],
        [None, naive(2020, 6, 29), 90.85, 5400],
        [None, naive(2020, 6, 29, 8), 90.88, 5520],
    ]
    result = read(sheets.workbook(tmp_path / "a.xlsx", rows, merged=["A1:D1", "A3:A5"]))
    assert [reading.at.hour for reading in result.readings] == [12, 16, 0]
    assert result.taken == 3


def test_a_series_without_a_station_needs_one_to_be_named(tmp_path: Path) -> None:
    rows = [("2020-06-29 08:00", "5520")]
    with pytest.raises(FeedRefused) as refused:
        series(tmp_path, ("时间", "流量"), *rows)
    assert refused.value.reason is Reason.NO_STATION
    assert series(tmp_path, ("时间", "流量"), *rows, station="huayuankou").readings[0].station == HUAYUANKOU


@pytest.mark.parametrize(
    ("headings", "reason"),
    [(("测站", "流量"), Reason.NO_TIME), (("时间", "雨量"), Reason.NO_VALUES), (("时间", "长江_Z"), Reason.NO_VALUES)],
)
def test_a_table_that_is_no_series_is_refused(tmp_path: Path, headings: Sequence[str], reason: Reason) -> None:
    with pytest.raises(FeedRefused) as refused:
        series(tmp_path, headings, ("2020-06-29", "1"))
    assert refused.value.reason is reason


def test_times_follow_the_zone_that_is_stated(tmp_path: Path) -> None:
    row = ("花园口", "2020-06-29 08:00", "5520", "90.88")
    assert series(tmp_path, LONG, row, timezone="UTC").readings[0].at.hour == 8
    assert series(tmp_path, LONG, row, timezone="+08:00").readings[0].at.hour == 0
    with pytest.raises(FeedRefused):
        series(tmp_path, LONG, row, timezone="Middle/Earth")


def test_a_run_equal_to_the_day_before_is_flagged_from_its_second_day(tmp_path: Path) -> None:
    result = series(tmp_path, LONG, *daily((1000, 89.0), (1000, 89.0), (1000, 89.0), (1000, 89.1), (1010, 89.1)))
    assert told(result) == [(3, Reason.REPEATED), (4, Reason.REPEATED)]
    assert [reading.quality for reading in result.readings].count(Quality.REPEATED) == 2
    assert adds_up(result)


def test_a_steady_river_read_every_hour_is_no_repetition(tmp_path: Path) -> None:
    rows = [("花园口", f"2020-06-01 {hour:02d}:00", "1000", "89.0") for hour in range(12)]
    assert told(series(tmp_path, LONG, *rows)) == []


@pytest.mark.parametrize("mark", ["-", "*", "停测", "缺测", "/", "(89.0)", "1000*", "…"])
def test_stale_marks_are_told_and_kept_out_of_the_rules(tmp_path: Path, mark: str) -> None:
    result = series(tmp_path, LONG, ("花园口", "2020-06-01 08:00", mark, ""))
    assert told(result) == [(2, Reason.STALE_MARK)]
    assert not any(reading.usable for reading in result.readings)
    assert adds_up(result)


@pytest.mark.parametrize(
    ("flow", "stage", "reason"),
    [
        ("-5", "", Reason.NEGATIVE), ("60001", "", Reason.ABOVE_LIMIT), ("", "190.88", Reason.OUTSIDE_RANGE),
        ("", "9.088", Reason.OUTSIDE_RANGE),
        ("nan", "inf", Reason.NOT_FINITE), ("许多", "", Reason.NOT_A_NUMBER), ("1e999", "", Reason.NOT_FINITE),
    ],
)  # fmt: skip
def test_impossible_values_are_told_and_kept_out_of_the_rules(
    tmp_path: Path, flow: str, stage: str, reason: Reason
) -> None:
    result = series(tmp_path, LONG, ("花园口", "2020-06-01 08:00", flow, stage))
    assert told(result) == [(2, reason)]
    assert not any(reading.usable for reading in result.readings)
    assert adds_up(result)


def test_a_good_flow_is_kept_when_the_stage_beside_it_is_bad(tmp_path: Path) -> None:
    result = series(tmp_path, LONG, ("花园口", "2020-06-01 08:00", "1000", "停测"))
    assert (result.readings[0].flow_m3s, result.readings[0].stage_m, result.readings[0].usable) == (1000, None, True)
    assert NoteCode.VALUE_DROPPED in {note.code for note in result.notes}


def test_a_stage_that_stands_out_alone_is_dropped_and_the_days_after_it_are_not(tmp_path: Path) -> None:
    result = series(tmp_path, LONG, *daily((500, 88.1), (506, 92.1), (510, 88.2), (520, 88.3)))
    assert [reading.stage_m for reading in result.readings] == [88.1, None, 88.2, 88.3]
    assert result.taken == 4


def test_a_stage_that_rises_with_its_flow_is_a_flood_and_stays(tmp_path: Path) -> None:
    result = series(tmp_path, LONG, *daily((500, 88.1), (9000, 92.1), (600, 88.2)))
    assert [reading.stage_m for reading in result.readings] == [88.1, 92.1, 88.2]


def test_a_flow_that_changes_faster_than_a_river_can_is_impossible(tmp_path: Path) -> None:
    rows = [
        ("花园口", "2020-06-01 08:00", "1000", ""),
        ("花园口", "2020-06-01 09:00", "10000", ""),
        ("花园口", "2020-06-01 10:00", "1010", ""),
    ]
    result = series(tmp_path, LONG, *rows)
    assert told(result) == [(3, Reason.JUMP)]
    assert adds_up(result)


def test_a_time_beyond_now_is_refused(tmp_path: Path) -> None:
    now = datetime(2020, 6, 2, tzinfo=UTC)
    result = series(tmp_path, LONG, *daily((1000, 89.0), (1001, 89.0), (1002, 89.0)), now=now)
    assert told(result) == [(4, Reason.FUTURE)]


def test_of_two_values_for_one_time_the_first_stands(tmp_path: Path) -> None:
    rows = [("花园口", "2020-06-01 08:00", flow, "89.0") for flow in ("1000", "1000", "1200")]
    result = series(tmp_path, LONG, *rows)
    assert told(result) == [(3, Reason.DUPLICATE_TIME), (4, Reason.CONFLICT)]
    assert [reading.flow_m3s for reading in result.readings] == [1000]
    assert adds_up(result)


def test_unreadable_times_and_unknown_stations_are_told_row_by_row(tmp_path: Path) -> None:
    rows = [
        ("花园口", "昨天", "1000", ""),
        ("潜江", "2020-06-01 08:00", "1000", ""),
        ("花园口", "2020-06-01 08:00", "", ""),
        ("花园口", "2020-06-02 08:00", "1000", ""),
    ]
    result = series(tmp_path, LONG, *rows)
    assert told(result) == [(2, Reason.BAD_TIME), (3, Reason.UNKNOWN_STATION)]
    assert (result.considered, result.taken, result.empty) == (4, 1, 1)


def test_rows_out_of_order_are_put_in_order_and_noted(tmp_path: Path) -> None:
    rows = daily((1000, 89.0), (1100, 89.1), (1200, 89.2))
    result = series(tmp_path, LONG, rows[2], rows[0], rows[1])
    assert [reading.flow_m3s for reading in result.readings] == [1000, 1100, 1200]
    assert NoteCode.UNSORTED in {note.code for note in result.notes}


def test_a_gap_is_noted_with_its_ends_and_length(tmp_path: Path) -> None:
    rows = daily(*((1000 + day, 89.0) for day in range(10)))
    result = series(tmp_path, LONG, *rows[:5], *rows[8:])
    gaps = [note for note in result.notes if note.code is NoteCode.GAP]
    assert [(gap.row, gap.detail) for gap in gaps] == [(7, "2020-06-05 08:00 – 2020-06-09 08:00: 3")]


def test_a_series_without_a_datum_says_so_and_a_column_of_datums_is_kept(tmp_path: Path) -> None:
    assert NoteCode.DATUM_UNSTATED in {note.code for note in series(tmp_path, LONG, *daily((1000, 89.0))).notes}
    result = series(tmp_path, (*LONG, "基面"), ("花园口", "2020-06-01 08:00", "1000", "89.0", "国家85"))
    assert result.readings[0].datum == "国家85"
    assert NoteCode.DATUM_UNSTATED not in {note.code for note in result.notes}


@pytest.mark.skipif(not SHARED.exists(), reason=f"the shared series is not at {SHARED}")
def test_the_series_of_fifteen_years_is_read_whole_and_adds_up() -> None:
    began = time.perf_counter()
    result = read(SHARED, datum="大沽(待核)")
    took = time.perf_counter() - began
    assert adds_up(result)
    assert result.considered == 5479 * 10
    assert (result.taken, result.refused, result.empty) == (48269, 5110, 1411)
    assert took < 10  # 0.6 s on a free core
    at = datetime(2020, 6, 29, tzinfo=UTC)
    (crest,) = [reading for reading in result.stations[HUAYUANKOU].readings("") if reading.at == at]
    assert (crest.flow_m3s, crest.stage_m) == (5520, 90.88)


WORDS = st.text(st.characters(exclude_categories=("C",)), max_size=6)
VALUES = st.one_of(
    st.just(""),
    WORDS,
    st.floats().map(str),
    st.integers(-10, 70_000).map(str),
    st.sampled_from(["-", "89.0", "1000", "(89.1)"]),
)
TIMES = st.one_of(WORDS, st.dates().map(str), st.integers(1, 9).map(lambda day: f"2020-06-0{day} 08:00"))


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["花园口", "高村", "别处", ""]), TIMES, VALUES, VALUES), max_size=14))
def test_whatever_stands_in_a_series_its_counts_add_up(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    result = series(tmp_path, LONG, *rows, now=datetime(2026, 1, 1, tzinfo=UTC))
    assert adds_up(result)
    for kept in result.stations.values():
        assert list(kept.at_s) == sorted(set(kept.at_s))


@given(st.text(max_size=12) | st.floats() | st.none() | st.booleans())
def test_no_cell_breaks_the_reading_of_values(cell: object) -> None:
    value, reason = read_value(cell)  # type: ignore[arg-type]
    assert reason is None or isinstance(reason, Reason)
    assert isinstance(value, float)
