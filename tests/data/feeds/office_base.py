"""An SL 323 base as the standard has it, in SQLite, and how it is filled and looked at."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from data.feeds.sl323.findings import FindingCode
from data.feeds.sl323.times import BEIJING
from data.model.telemetry import Observation

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
        raw.executescript(f"PRAGMA synchronous = OFF; BEGIN; {script}; COMMIT;")
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
