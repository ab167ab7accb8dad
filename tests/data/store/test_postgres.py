"""The same store on a database server: same tables, same chain, several seats. Skipped where no server is installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.dialects.postgresql.base import PGDialect

from data.feeds.sl323.base import Base
from data.feeds.sl323.connection import BaseTrouble, Bounds
from data.feeds.sl323.findings import FindingCode
from data.model.river import Reading
from data.store import projected, schema
from data.store.engine import Database
from data.store.errors import StoreTrouble
from data.store.store import Store
from tests import postgres, township
from tests.data.store import office_views
from tests.data.store.test_store import grown, note

pytestmark = [
    pytest.mark.skipif(not postgres.SERVERS, reason="no PostgreSQL server installed"),
    pytest.mark.timeout(120),
]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.a_server() as address:
        yield address


@pytest.fixture
def url(server) -> str:
    database = Database(server)
    with database.writing() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    database.close()
    return server


def test_a_store_on_a_server_keeps_and_knows_the_same(url, tmp_path):
    taken = grown(count=150)
    with Store.open(url, files=tmp_path) as store:
        store.append(taken[:80])
        store.snapshot(taken[79][1])
        store.append(taken[80:])
        assert store.append(taken[:3]) == (1, 2, 3)
    with Store.open(url, files=tmp_path) as store:
        assert store.load() == store.refolded() == taken[-1][1]
        assert store.situation_at(100) == taken[99][1]
        assert store.situation_at(taken[99][1].at).seq >= 100
        assert (store.verify().ok, store.verify().rows) == (True, len(taken))
        assert store.search("STAFF.csv")[-1].seq == next(n for n, (s, _) in enumerate(taken, 1) if "staff" in s.key)
        store.add_series([Reading("XLD", township.NOON, 900.0), Reading("XLD", township.NOON, 901.0)])
        assert store.series("XLD").flow_m3s.tolist() == [901.0]
        assert store.series_span()["XLD"] == (township.NOON, township.NOON, 1)


def test_the_migrations_make_the_same_tables_on_a_server(url):
    database = Database(url)
    with database.writing() as connection:
        schema.upgrade(connection, schema.MIGRATIONS, "head")
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, projected.metadata) == []
    database.close()


def test_a_seat_that_is_behind_is_told_so_and_catches_up(url, tmp_path):
    taken = grown(count=20)
    with Store.open(url, files=tmp_path) as first, Store.open(url, files=tmp_path) as second:
        first.append(taken)
        now = second.load()
        assert now == taken[-1][1]
        one, two = note(now, "一席", "one"), note(now, "二席", "two")
        first.append([one])
        with pytest.raises(StoreTrouble) as caught:
            second.append([two])
        assert caught.value.code == "behind"
        now = second.load()
        second.append([note(now, "二席", "two")])
        assert [line.step.key for line in second.steps(len(taken))] == ["one", "two"]
        assert first.verify().ok


def test_a_server_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(StoreTrouble) as caught:
        Store.open(f"postgresql://anlan@/postgres?host={tmp_path}")
    assert (caught.value.code, caught.value.passing) == ("unreachable", True)


def test_other_offices_read_the_store_on_a_server_by_the_standards_names(url, tmp_path):
    with Store.open(url, files=tmp_path) as store:
        office_views.check(store._database, store.telemetry, store.add_series, url)
        sources = store._database.engine
        with sources.connect() as connection:
            kinds = connection.execute(text("SELECT pg_typeof(TM)::text, TM::text FROM ST_RIVER_R ORDER BY TM")).first()
        assert kinds == ("timestamp without time zone", "2020-08-20 08:00:00")


FOREIGN = """
DROP SCHEMA IF EXISTS swdb CASCADE;
CREATE SCHEMA swdb;
CREATE TABLE swdb.st_stbprp_b (stcd CHAR(10) PRIMARY KEY, stnm VARCHAR(30), dtmnm CHAR(16));
CREATE TABLE swdb."ST_RIVER_R" ("STCD" CHAR(10), "TM" TIMESTAMP, "Z" NUMERIC(7,3), "Q" VARCHAR(12),
    "MODITIME" TIMESTAMPTZ);
CREATE TABLE swdb.st_pptn_r (stcd TEXT, tm TIMESTAMPTZ, drp NUMERIC(5,1), intv NUMERIC(5,2));
CREATE TABLE swdb.st_sed_r (stcd TEXT, tm TEXT, s DOUBLE PRECISION);
INSERT INTO swdb.st_stbprp_b VALUES ('40105150', '花园口', '大沽');
INSERT INTO swdb."ST_RIVER_R" VALUES ('40105150', '2020-08-21 08:00', 92.5, ' 4520 ', '2020-08-21 08:10+08'),
    ('40105150', 'infinity', 92.5, '4520', NULL), ('40105150', '2020-08-21 09:00', 'NaN', '', '2020-08-21 09:10+08');
INSERT INTO swdb.st_pptn_r VALUES ('40105150', '2020-08-21 00:00+00', 12.5, 1.00);
INSERT INTO swdb.st_sed_r VALUES ('40105150', '2020-08-21 08:00:00', 31.5);
"""


def test_a_server_that_is_like_postgresql_under_another_name_is_read(url, monkeypatch):
    def unknown(dialect, connection):
        raise AssertionError("Could not determine version from string 'KingbaseES V008R006C008B0014'")

    database = Database(url)
    with database.writing() as connection:
        connection.exec_driver_sql(FOREIGN)
    database.close()
    monkeypatch.setattr(PGDialect, "_get_server_version_info", unknown)
    with Base(url, "省办", schema="SWDB") as base:
        assert len(base.observations(now=office_views.EIGHT.replace(hour=4)).block) == 4


def test_a_foreign_base_on_a_server_is_found_in_its_schema_and_read_anew(url):
    database = Database(url)
    with database.writing() as connection:
        connection.exec_driver_sql(FOREIGN)
    with Base(url, "省办") as base:
        first = base.observations(now=office_views.EIGHT.replace(hour=4))
        assert {(o.variable.value, o.value, o.at, o.datum) for o in first.block} == {
            ("stage", 92.5, office_views.EIGHT, "大沽"),
            ("flow", 4520.0, office_views.EIGHT, ""),
            ("rain", 12.5, office_views.EIGHT, ""),
            ("sediment", 31.5, office_views.EIGHT, ""),
        }
        found = {finding.code for finding in base.layout().findings + first.findings}
        assert found >= {FindingCode.SCHEMA_CHOSEN, FindingCode.BAD_TIME}
        with database.writing() as connection:
            connection.exec_driver_sql(
                """UPDATE swdb."ST_RIVER_R" SET "Z" = 92.6, "MODITIME" = '2020-08-21 11:00+08' WHERE "Z" = 92.5;
                INSERT INTO swdb.st_sed_r VALUES ('40105150', '2020-08-21 10:00:00', 32)"""
            )
        second = base.observations(first.mark, now=office_views.EIGHT.replace(hour=4))
        assert {o.value for o in second.block} == {92.6, 32.0}
        with database.writing() as connection:
            connection.exec_driver_sql(
                "DROP TABLE swdb.st_sed_r; CREATE VIEW swdb.st_sed_r AS SELECT '1' stcd, 1/0 s, 'x' tm"
            )
        third = base.observations(second.mark, now=office_views.EIGHT.replace(hour=4))
        assert {finding.table for finding in third.findings if finding.code is FindingCode.UNREADABLE} == {"ST_SED_R"}
        with pytest.raises(BaseTrouble) as caught, base._open() as (connection, _):
            connection.exec_driver_sql("DELETE FROM swdb.st_pptn_r")
        assert "read-only" in caught.value.params["detail"]
    with Base(url, "省办", bounds=Bounds(statement_s=1)) as base:
        with pytest.raises(BaseTrouble) as caught, base._open() as (connection, _):
            connection.exec_driver_sql("SELECT pg_sleep(5)")
        assert (caught.value.code, caught.value.passing) == ("timeout", True)
    database.close()
