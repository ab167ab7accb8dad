"""Other offices' bases are read whole once and then by what is new, late or changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data.feeds.sl323.base import Base
from data.feeds.sl323.findings import FindingCode
from data.feeds.sl323.watermark import Watermark
from data.model.telemetry import Doubt, Variable
from tests.data.feeds.office_base import NOW, PROPER, added, based, codes, plain


@pytest.fixture
def proper(tmp_path) -> str:
    return based(tmp_path / "proper.db", PROPER)


def test_all_series_of_a_proper_base_become_observations_with_unit_datum_and_span(proper):
    with Base(proper, "省办") as base:
        observed = base.observations(now=NOW)
    assert plain(observed.block) == {
        ("40105150", "stage", "08-21 08:00", 92.5),
        ("40105150", "flow", "08-21 08:00", 4520),
        ("40105150", "velocity", "08-21 08:00", 1.8),
        ("40105150", "stage", "08-21 10:00", 92.61),
        ("40105150", "flow", "08-21 10:00", 4700),
        ("40104360", "stage", "08-21 08:00", 248.1),
        ("40104360", "flow", "08-21 08:00", 4480),
        ("40104360", "inflow", "08-21 08:00", 3100),
        ("40104360", "storage", "08-21 08:00", 6120.5),
        ("40105150", "rain", "08-21 08:00", 12.5),
        ("40105150", "rain", "08-20 08:00", 8),
        ("40105150", "sediment", "08-21 08:00", 31.2),
    }
    by_key = {(o.station, o.variable, o.value): o for o in observed.block}
    stage = by_key["40105150", Variable.STAGE, 92.5]
    assert (stage.datum, stage.unit, stage.source.key, stage.received_at) == ("大沽", "m", "sl323:省办", NOW)
    assert by_key["40104360", Variable.STAGE, 248.1].datum == "黄海"
    assert by_key["40105150", Variable.RAIN, 12.5].span_s == 90 * 60  # 1.3 is one hour and 30 minutes
    assert by_key["40105150", Variable.RAIN, 8].span_s == 24 * 3600
    assert observed.findings == ()


def test_registers_forecasts_ratings_and_travel_times_are_read(proper):
    with Base(proper, "省办", aliases={"40104360": "HYK-XLD"}) as base:
        stations = {row.id: row for row in base.stations().rows}
        assert (stations["40105150"].name, stations["40105150"].lon, stations["HYK-XLD"].datum) == (
            "花园口",
            113.65,
            "黄海",
        )
        assert base.kinds() == {"40105150": "ZQ", "HYK-XLD": "RR"}
        (indices,) = base.flood_indices().rows
        assert (indices.warning_stage_m, indices.guaranteed_flow_m3s, indices.alarm_flow_m3s) == (93.85, 22000, None)
        assert indices.record_flow_at == datetime(1958, 7, 17, 14, tzinfo=UTC)
        ratings = base.ratings()
        assert [(r.station, r.year, r.datum, r.points) for r in ratings.rows] == [
            ("40105150", 2020, "大沽", ((1000, 91), (4500, 92.5)))
        ]
        assert codes(ratings) == {FindingCode.RATING_TURNS: 1}
        (travel,) = base.travel_times().rows
        assert (travel.upstream, travel.downstream, travel.mean_h, travel.safe_flow_m3s) == (
            "HYK-XLD",
            "40105150",
            18,
            None,
        )
        (course,) = base.forecasts(issued_since=NOW - timedelta(days=2)).rows
        assert [(p.flow_m3s, p.stage_m) for p in course.points] == [(4900, None), (5200, 92.9)]
        assert [f.valid_at.hour for f in course.forecasts()] == [12, 0]
        assert len(base.forecasts().rows) == 2


def test_a_second_read_gives_only_what_is_new_late_or_changed(proper):
    with Base(proper, "省办") as base:
        first = base.observations(now=NOW)
        assert len(base.observations(first.mark, now=NOW).block) == 0
        added(
            proper,
            """INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-08-21 12:00:00', 92.7, 4800, NULL),
                ('40105150', '2020-08-21 09:00:00', 92.55, 4600, NULL),
                ('40104360', '2020-08-21 11:00:00', 134, 4500, NULL);
            UPDATE ST_RIVER_R SET Q = 4750 WHERE TM = '2020-08-21 10:00:00';
            UPDATE ST_RIVER_R SET Q = 1 WHERE TM = '2020-08-21 01:00:00';""",
        )
        second = base.observations(first.mark, now=NOW)
        assert plain(second.block) == {
            ("40105150", "stage", "08-21 12:00", 92.7),
            ("40105150", "flow", "08-21 12:00", 4800),
            ("40105150", "stage", "08-21 09:00", 92.55),
            ("40105150", "flow", "08-21 09:00", 4600),
            ("40105150", "flow", "08-21 10:00", 4750),
            ("40104360", "stage", "08-21 11:00", 134),
            ("40104360", "flow", "08-21 11:00", 4500),
        }
        assert len(base.observations(second.mark, now=NOW).block) == 0
        # after a restart what the overlap holds comes once more, and nothing else
        again = base.observations(Watermark.of(second.mark.text()), now=NOW)
        assert plain(again.block) >= plain(second.block)
        assert all(o.at >= NOW - timedelta(hours=6) or o.variable is not Variable.FLOW for o in again.block)
        added(proper, "UPDATE ST_RIVER_R SET Q = 4700 WHERE TM = '2020-08-21 10:00:00'")  # put back as it was
        assert plain(base.observations(second.mark, now=NOW).block) == {("40105150", "flow", "08-21 10:00", 4700)}


def test_a_station_that_lags_is_read_on_from_its_own_newest_row(proper):
    added(proper, "INSERT INTO ST_RIVER_R VALUES ('41600001', '2020-08-01 08:00:00', 12.5, 30, NULL)")
    with Base(proper, "省办") as base:
        first = base.observations(now=NOW)
        added(
            proper,
            """INSERT INTO ST_RIVER_R VALUES ('41600001', '2020-08-02 08:00:00', 12.6, 33, NULL),
            ('40105150', '2020-08-02 08:00:00', 91, 33, NULL)""",  # long past: not looked for
        )
        assert plain(base.observations(first.mark, now=NOW).block) == {
            ("41600001", "stage", "08-02 08:00", 12.6),
            ("41600001", "flow", "08-02 08:00", 33),
        }


def test_a_row_from_the_future_is_marked_and_does_not_hide_what_comes(proper):
    added(proper, "INSERT INTO ST_RIVER_R VALUES ('40105150', '2099-01-01 00:00:00', 92, 4000, NULL)")
    with Base(proper, "省办") as base:
        first = base.observations(now=NOW)
        assert {o.at.year for o in first.block if Doubt.FUTURE in o.doubts} == {2098}
        assert codes(first)[FindingCode.FUTURE] == 2
        added(proper, "INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-08-21 11:00:00', 92.6, 4710, NULL)")
        assert {o.value for o in base.observations(first.mark, now=NOW).block} == {92.6, 4710}


def test_a_change_of_an_old_row_is_found_where_rows_say_when_they_changed(tmp_path):
    address = based(
        tmp_path / "changed.db",
        """CREATE TABLE ST_RIVER_R (STCD TEXT, TM TEXT, Q REAL, MODITIME TEXT);
        INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-08-01 08:00:00', 900, '2020-08-01 08:10:00'),
        ('40105150', '2020-08-21 08:00:00', 4520, '2020-08-21 08:10:00');""",
    )
    with Base(address, "县办") as base:
        first = base.observations(now=NOW)
        added(address, "UPDATE ST_RIVER_R SET Q = 950, MODITIME = '2020-08-21 11:00:00' WHERE Q = 900")
        assert plain(base.observations(first.mark, now=NOW).block) == {("40105150", "flow", "08-01 08:00", 950)}


def test_the_reservoirs_value_stands_where_both_tables_have_one(proper):
    added(proper, "INSERT INTO ST_RIVER_R VALUES ('40104360', '2020-08-21 08:00:00', 133.9, 4470, NULL)")
    with Base(proper, "省办") as base:
        observed = base.observations(now=NOW)
    assert {o.value for o in observed.block if o.station == "40104360" and o.variable is Variable.STAGE} == {248.1}
    assert codes(observed)[FindingCode.TWO_TABLES] == 2


def test_what_is_too_much_for_one_read_comes_in_portions_from_the_oldest(proper):
    added(
        proper,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90) INSERT INTO ST_RIVER_R "
        "SELECT '41600002', datetime('2020-08-01', '+' || i || ' hours'), 10, 100 + i, NULL FROM n",
    )
    taken: set[tuple[str, str, str, float]] = set()
    with Base(proper, "省办") as base:
        observed = base.observations(now=NOW, most=40)
        assert codes(observed)[FindingCode.MORE] == 1
        taken |= plain(observed.block)
        while observed.more:
            observed = base.observations(observed.mark, now=NOW, most=40)
            taken |= plain(observed.block)
        assert taken == plain(base.observations(now=NOW).block)


def test_since_leaves_out_what_is_older(proper):
    with Base(proper, "省办") as base:
        observed = base.observations(now=NOW, since=datetime(2020, 8, 21, 2, tzinfo=UTC), tables=("ST_RIVER_R",))
    assert {o.value for o in observed.block} == {92.61, 4700}


def test_a_table_that_was_empty_at_first_is_read_once_it_has_rows(proper):
    added(proper, "DELETE FROM ST_RIVER_R")
    with Base(proper, "省办") as base:
        mark = base.observations(now=NOW, tables=("ST_RIVER_R",)).mark
        for hour in (8, 9):
            added(proper, f"INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-08-21 0{hour}:00:00', NULL, {hour}, NULL)")
            observed = base.observations(mark, now=NOW, tables=("ST_RIVER_R",))
            mark = observed.mark
            assert {o.value for o in observed.block} == {hour}


def test_a_table_that_has_nothing_since_then_is_not_read_from_its_beginning_later(proper):
    with Base(proper, "省办") as base:
        first = base.observations(now=NOW, since=datetime(2020, 8, 21, 2, tzinfo=UTC), overlap=timedelta(0))
        assert len(base.observations(first.mark, now=NOW, overlap=timedelta(0)).block) == 0
