"""Other offices' bases are read as the field has them: what is missing or wrong is said, the rest is taken."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql

from data.feeds.sl323 import fetching
from data.feeds.sl323.base import Base
from data.feeds.sl323.catalogue import RIVER
from data.feeds.sl323.connection import BaseTrouble, Bounds
from data.feeds.sl323.findings import FindingCode
from data.feeds.sl323.layout import find_layout
from data.feeds.sl323.times import BEIJING, form_of
from data.feeds.sl323.watermark import TableMark, Watermark
from data.model.telemetry import Doubt, Observation, Variable

NOW = datetime(2020, 8, 21, 4, tzinfo=UTC)
"""Noon in Beijing."""

PROPER = """
CREATE TABLE ST_STBPRP_B (STCD CHAR(8) PRIMARY KEY, STNM VARCHAR(30), RVNM VARCHAR(30), LGTD NUMERIC(10,6),
    LTTD NUMERIC(10,6), DTMNM VARCHAR(16), STTP CHAR(2));
CREATE TABLE ST_RIVER_R (STCD CHAR(8), TM DATETIME, Z NUMERIC(7,3), Q NUMERIC(9,3), XSAVV NUMERIC(5,3),
    PRIMARY KEY (STCD, TM));
CREATE TABLE ST_RSVR_R (STCD CHAR(8), TM DATETIME, RZ NUMERIC(7,3), INQ NUMERIC(9,3), W NUMERIC(9,3),
    OTQ NUMERIC(9,3), PRIMARY KEY (STCD, TM));
CREATE TABLE ST_PPTN_R (STCD CHAR(8), TM DATETIME, DRP NUMERIC(5,1), INTV NUMERIC(5,2), DYP NUMERIC(5,1));
CREATE TABLE ST_SED_R (STCD CHAR(8), TM DATETIME, S NUMERIC(9,3));
CREATE TABLE ST_FORECAST_F (STCD CHAR(8), UNITNAME VARCHAR(30), PLCD CHAR(10), FYMDH DATETIME, IYMDH DATETIME,
    YMDH DATETIME, Z NUMERIC(7,3), Q NUMERIC(9,3));
CREATE TABLE ST_ZQRL_B (STCD CHAR(8), LNNM VARCHAR(30), BGTM DATETIME, PTNO INTEGER, Z NUMERIC(7,3), Q NUMERIC(9,3));
CREATE TABLE ST_RVFCCH_B (STCD CHAR(8), LDKEL NUMERIC, RDKEL NUMERIC, WRZ NUMERIC,
    WRQ NUMERIC, GRZ NUMERIC, GRQ NUMERIC,
    FLPQ NUMERIC, OBHTZ NUMERIC, OBHTZTM DATETIME, OBMXQ NUMERIC, OBMXQTM DATETIME, TAZ NUMERIC, TAQ NUMERIC);
CREATE TABLE ST_FSDR_B (UPSTCD CHAR(8), DWSTCD CHAR(8), QMGN NUMERIC, RCHLEN NUMERIC, SFTQ NUMERIC, MNTRTM NUMERIC,
    MXTRTM NUMERIC, AVTRTM NUMERIC);
INSERT INTO ST_STBPRP_B VALUES ('40105150', '花园口', '黄河', 113.65, 34.91, '大沽', 'ZQ'),
    ('40104360', '小浪底', '黄河', 112.37, 34.92, '黄海', 'RR');
INSERT INTO ST_RIVER_R VALUES ('40105150', '2020-08-21 08:00:00', 92.5, 4520, 1.8),
    ('40105150', '2020-08-21 10:00:00', 92.61, 4700, NULL);
INSERT INTO ST_RSVR_R VALUES ('40104360', '2020-08-21 08:00:00', 248.1, 3100, 6120.5, 4480);
INSERT INTO ST_PPTN_R VALUES ('40105150', '2020-08-21 08:00:00', 12.5, 1.3, 33),
    ('40105150', '2020-08-20 08:00:00', NULL, NULL, 8);
INSERT INTO ST_SED_R VALUES ('40105150', '2020-08-21 08:00:00', 31.2);
INSERT INTO ST_FORECAST_F VALUES
    ('40105150', '省水情中心', 'P1', '2020-08-21 09:00', '2020-08-21 08:00', '2020-08-22 08:00', 92.9, 5200),
    ('40105150', '省水情中心', 'P1', '2020-08-21 09:00', '2020-08-21 08:00', '2020-08-21 20:00', NULL, 4900),
    ('40105150', '省水情中心', 'P1', '2020-08-01 09:00', '2020-08-01 08:00', '2020-08-02 08:00', NULL, 900);
INSERT INTO ST_ZQRL_B VALUES
    ('40105150', '2020年线', '2020-01-01 00:00:00', 1, 91.0, 1000),
    ('40105150', '2020年线', '2020-01-01 00:00:00', 2, 92.5, 4500),
    ('40105150', '反曲', '2019-01-01 00:00:00', 1, 92.0, 1000),
    ('40105150', '反曲', '2019-01-01 00:00:00', 2, 91.0, 2000);
INSERT INTO ST_RVFCCH_B VALUES
    ('40105150', 99.1, 98.7, 93.85, 8000, 95.03, 22000, 7200, 94.73,
      '1996-08-05 14:00:00', 22300, '1958-07-17 22:00:00', NULL, 9999);
INSERT INTO ST_FSDR_B VALUES ('40104360', '40105150', 4000, 128, 9999, 14.5, 24, 18);
"""


def based(path: Path, script: str) -> str:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(script)
    return f"sqlite:///{path}"


def added(address: str, script: str) -> None:
    based(Path(address.removeprefix("sqlite:///")), script)


def plain(block: object) -> set[tuple[str, str, str, float]]:
    """Station, variable, Beijing time, value."""
    assert hasattr(block, "__iter__")
    return {
        (o.station, o.variable.value, f"{o.at.astimezone(BEIJING):%m-%d %H:%M}", o.value)
        for o in block
        if isinstance(o, Observation)
    }


def codes(found) -> dict[FindingCode, int]:
    return {f.code: f.count for f in found.findings}


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


FIELD = """
CREATE TABLE "dbo.t_st_stbprp_b" (stcd TEXT, stnm TEXT, lgtd1 TEXT, lttd1 TEXT, dtmnm TEXT);
CREATE TABLE raw_rows (stcd, tm, z, q);
CREATE VIEW st_river_r AS SELECT * FROM raw_rows;
INSERT INTO "dbo.t_st_stbprp_b" VALUES ('40105150  ', ' 花园口 ', '34.91', '113.65', ' 大沽 '),
    ('61500100', '外海', '200', '10', NULL),
    ('', '无码', NULL, NULL, NULL), ('hyk1', CAST(X'BBA8D4B0BFDA' AS TEXT), NULL, NULL, NULL);
INSERT INTO raw_rows VALUES
    ('40105150', '2020-08-21 08:00:00', '92.5', '4520'),
    ('40105150  ', '2020-08-21 08:00:00', '92.5', '4530'),
    (' 40105150', '2020-08-21 09:00', '-9999', '99999'),
    (40105150, '2020/8/21 10:00', '９２.６', '4,700'),
    ('40105150', '2020-08-21', NULL, 4400),
    ('40105150', '昨天', 92, 4400),
    ('40105150', '2020-08-21T11:00:00+08:00', '仪器故障', ''),
    (NULL, '2020-08-21 08:00:00', 92, 4000),
    ('HYK1', '2020-08-21 08:00:00', 12.5, 1e999),
    ('hyk1', '2020-08-21 08:00:00', 12.5, NULL);
"""


def test_the_dialects_of_the_field_are_read_and_told(tmp_path):
    with Base(based(tmp_path / "field.db", FIELD), "乡办") as base:
        stations = base.stations()
        found = {row.id: row for row in stations.rows}
        assert (found["40105150"].lon, found["40105150"].name, found["40105150"].datum) == (113.65, "花园口", "大沽")
        assert found["HYK1"].name == "花园口"  # GBK where UTF-8 was promised
        assert found["61500100"].lon is None
        observed = base.observations(now=NOW)
        assert len(base.observations(observed.mark, now=NOW).block) == 0
        old = base.observations(observed.mark, now=NOW, overlap=timedelta(0))
        assert len(base.observations(old.mark, now=NOW, overlap=timedelta(0)).block) == 0
    told = codes(stations)
    assert {
        told[c] for c in (FindingCode.SWAPPED, FindingCode.POSITION, FindingCode.NO_CODE, FindingCode.TABLE_NAMED)
    } == {1}
    assert plain(observed.block) == {
        ("40105150", "stage", "08-21 08:00", 92.5),
        ("40105150", "flow", "08-21 08:00", 4400),  # the day without a clock is the last of three at 8 o'clock
        ("40105150", "stage", "08-21 10:00", 92.6),
        ("40105150", "flow", "08-21 10:00", 4700),
        ("HYK1", "stage", "08-21 08:00", 12.5),
    }
    told = codes(observed)
    assert told[FindingCode.CONFLICT] == 2
    assert told[FindingCode.DUPLICATE] == 2  # of the stages
    assert told[FindingCode.NUMERIC_CODE] == told[FindingCode.BAD_TIME] == told[FindingCode.NO_CODE] == 1
    assert told[FindingCode.ASSUMED_HOUR] == told[FindingCode.BAD_NUMBER] == told[FindingCode.UNSORTABLE_TIME] == 1
    assert told[FindingCode.NO_DATUM] == 1
    assert sum(f.count for f in observed.findings if f.code is FindingCode.SENTINEL) == 3
    assert {f.table for f in observed.findings if f.code is FindingCode.NO_TABLE} == {
        "ST_RSVR_R",
        "ST_PPTN_R",
        "ST_SED_R",
    }
    doubtful = {o.station for o in observed.block if Doubt.DATUM in o.doubts}
    assert doubtful == {"HYK1"}


@pytest.mark.parametrize(
    "form", ["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M", "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S+08:00"]
)
@pytest.mark.parametrize("digits", [False, True])
def test_text_times_of_one_form_are_compared_by_the_base_itself(form, digits):
    if digits and form != "%Y%m%d%H%M%S":
        return
    moments = [NOW.astimezone(BEIJING) + timedelta(hours=n) for n in range(5)]
    written = [int(m.strftime(form)) if digits else m.strftime(form) for m in moments]
    bound = form_of(written).bound(int(moments[2].timestamp()))
    assert bound is not None
    assert [w >= bound for w in written] == [False, False, True, True, True]


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


def test_nothing_can_be_written_and_nothing_is_made(proper, tmp_path):
    with Base(proper, "省办") as base:
        with pytest.raises(BaseTrouble), base._open() as (connection, _):
            connection.exec_driver_sql("DELETE FROM ST_RIVER_R")
        assert len(base.observations(now=NOW).block) == 12
    with Base(f"sqlite:///{tmp_path}/none.db", "省办") as base, pytest.raises(BaseTrouble) as caught:
        base.stations()
    assert (caught.value.code, list(tmp_path.glob("none*"))) == ("no_file", [])


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("not an address", "url"),
        ("sqlite://", "url"),
        ("nonsense://host/base", "no_dialect"),
        ("mssql+pyodbc://u:p@127.0.0.1/base", "no_driver"),
        ("oracle://u:p@127.0.0.1/base", "no_driver"),
        ("mysql://u:p@127.0.0.1/base", "no_driver"),
    ],
)
def test_an_address_that_cannot_be_opened_is_told_with_the_driver_that_lacks(address, code):
    with pytest.raises(BaseTrouble) as caught:
        Base(address, "省办")
    assert caught.value.code == code
    if code == "no_driver":
        assert caught.value.params["driver"] in {"pyodbc", "oracledb", "pymysql"}


def test_a_server_that_is_not_there_is_told_without_the_password():
    with Base("postgresql://u:geheim@127.0.0.1:9/base", "省办") as base, pytest.raises(BaseTrouble) as caught:
        base.observations()
    assert (caught.value.code, caught.value.passing) == ("unreachable", True)
    assert "geheim" not in str(caught.value.params)


def test_a_file_that_is_no_base_and_a_read_that_takes_too_long_are_told(tmp_path, proper):
    (tmp_path / "letter.db").write_bytes(b"Dear colleagues, the base follows by post. " * 100)
    with Base(f"sqlite:///{tmp_path}/letter.db", "省办") as base, pytest.raises(BaseTrouble) as caught:
        base.stations()
    assert caught.value.code == "not_a_database"
    endless = (
        "CREATE VIEW ST_SED_R AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT 'A' STCD, i TM, 1 S FROM n"
    )
    added(proper, f"DROP TABLE ST_SED_R; {endless}")
    with Base(proper, "省办", bounds=Bounds(statement_s=0.2)) as base, pytest.raises(BaseTrouble) as caught:
        base.observations()
    assert (caught.value.code, caught.value.passing) == ("timeout", True)


@pytest.mark.parametrize("dialect", [mssql.dialect(), oracle.dialect(), mysql.dialect(), postgresql.dialect()])
def test_every_database_gets_selects_in_its_own_words(dialect, proper):
    with Base(proper, "省办") as base, base._open() as (connection, _):
        found = find_layout(connection).tables[RIVER.name]
    assert found.form is not None
    mark = TableMark(int(NOW.timestamp()), {"40105150": int(NOW.timestamp()), "OLD": 0}, 0)
    conditions = fetching._conditions(found, fetching.Portion(mark=mark), found.form)
    assert len(conditions) == 2
    for condition in conditions:
        query = fetching.select(*found.columns.values()).where(condition).order_by(found.columns["TM"]).limit(10)
        said = str(query.compile(dialect=dialect))
        assert said.startswith("SELECT")
        assert "ST_RIVER_R" in said
