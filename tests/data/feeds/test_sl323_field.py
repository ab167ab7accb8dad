"""Bases as the field has them: what is missing or wrong is said, the rest is read; what cannot be opened is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql

from data.feeds.sl323 import fetching
from data.feeds.sl323.base import Base
from data.feeds.sl323.catalogue import RIVER
from data.feeds.sl323.connection import BaseTrouble, Bounds
from data.feeds.sl323.findings import FindingCode
from data.feeds.sl323.layout import find_layout
from data.feeds.sl323.times import BEIJING, form_of
from data.feeds.sl323.watermark import TableMark
from data.model.telemetry import Doubt
from tests.data.feeds.office_base import NOW, PROPER, added, based, codes, plain


@pytest.fixture
def proper(tmp_path) -> str:
    return based(tmp_path / "proper.db", PROPER)


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
