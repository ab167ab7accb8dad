"""Benchmark: an SL 323 base of 5 years × 50 stations × every 2 hours, first and incremental read against pandas.

python benchmarks/sl323.py [--years N] [--stations N] [--rounds N] [--only sqlite|postgresql]

`pandas.read_sql` brings over the same columns of the same rows in the same run, in turns, and leaves times as they come
(text on SQLite, and numbers as the driver gives them): a floor, for ours gives numbers, moments, units, datums, keys
settled and sentinels taken out. The goal is 1.5 at most.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pandas as pd
from sqlalchemy import create_engine, text

from data.feeds.sl323.base import Base
from data.feeds.sl323.times import BEIJING
from data.feeds.sl323.watermark import TableMark, Watermark
from tests import postgres

START = datetime(2019, 1, 1)  # noqa: DTZ001 - Beijing time, as the base has it
COLUMNS = "STCD, TM, Z, Q, XSAVV"
TABLES = """
CREATE TABLE ST_STBPRP_B (STCD CHAR(8) PRIMARY KEY, STNM VARCHAR(30), RVNM VARCHAR(30), LGTD NUMERIC(10,6),
    LTTD NUMERIC(10,6), DTMNM VARCHAR(16), STTP CHAR(2));
CREATE TABLE ST_RIVER_R (STCD CHAR(8) NOT NULL, TM {time} NOT NULL, Z NUMERIC(7,3), Q NUMERIC(9,3), XSA NUMERIC(9,3),
    XSAVV NUMERIC(5,3), FLWCHRCD CHAR(1), WPTN CHAR(1), PRIMARY KEY (STCD, TM));
"""
GOAL = 1.5


def stations(count: int) -> list[tuple[str, ...]]:
    return [(f"401{n:05d}", f"站{n}", "黄河", "113.65", "34.91", "大沽", "ZQ") for n in range(count)]


def rows(count: int, moments: list[str]) -> Iterator[tuple[object, ...]]:
    for n in range(count):
        for at, moment in enumerate(moments):
            speed = None if at % 12 else 1.2 + (at % 50) / 100
            yield f"401{n:05d}", moment, 90 + (at * 7 + n) % 977 / 100, 500.5 + (at + n * 31) % 3000, speed, "5"


def fill_sqlite(path: Path, count: int, moments: list[str]) -> str:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(TABLES.format(time="DATETIME"))
        raw.executemany("INSERT INTO ST_STBPRP_B VALUES (?, ?, ?, ?, ?, ?, ?)", stations(count))
        raw.executemany(
            "INSERT INTO ST_RIVER_R (STCD, TM, Z, Q, XSAVV, WPTN) VALUES (?, ?, ?, ?, ?, ?)", rows(count, moments)
        )
    return f"sqlite:///{path}"


def fill_postgres(address: str, count: int, moments: list[str]) -> None:
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql(TABLES.format(time="TIMESTAMP"))
        cursor = connection.connection.cursor()
        for table, wanted, listed in (
            ("ST_STBPRP_B", "STCD, STNM, RVNM, LGTD, LTTD, DTMNM, STTP", stations(count)),
            ("ST_RIVER_R", "STCD, TM, Z, Q, XSAVV, WPTN", rows(count, moments)),
        ):
            with cursor.copy(f"COPY {table} ({wanted}) FROM STDIN") as copy:
                for row in listed:
                    copy.write_row(row)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")
    engine.dispose()


def timed(work: Callable[[], int]) -> tuple[float, int]:
    start = time.perf_counter()
    count = work()
    return time.perf_counter() - start, count


def compared(name: str, theirs: Callable[[], int], ours: Callable[[], int], rounds: int) -> bool:
    pandas_s, ours_s, count, made = [], [], 0, 0
    for _ in range(rounds):
        taken, count = timed(theirs)
        pandas_s.append(taken)
        taken, made = timed(ours)
        ours_s.append(taken)
    ratio = statistics.median(o / p for o, p in zip(ours_s, pandas_s, strict=True))
    print(
        f"  {name:34s} pandas {statistics.median(pandas_s):8.3f} s ({count:,} rows)   "
        f"ours {statistics.median(ours_s):8.3f} s ({made:,} observations)   ratio {ratio:.2f}"
    )
    return ratio <= GOAL


def measured(address: str, count: int, newest: datetime, rounds: int) -> bool:
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    now = newest.replace(tzinfo=UTC)
    overlap = timedelta(hours=6)
    good = True

    def whole() -> int:
        with engine.connect() as connection:
            return len(pd.read_sql(text(f"SELECT {COLUMNS} FROM ST_RIVER_R"), connection))

    def first() -> int:
        with Base(address, "省办") as base:
            return len(base.observations(now=now).block)

    good &= compared("first read", whole, first, rounds)
    for hours in (2, 24 * 7):
        since = newest - timedelta(hours=hours)

        def part(since: datetime = since) -> int:
            bound = {"since": (since - overlap).strftime("%Y-%m-%d %H:%M:%S")}
            query = f"SELECT {COLUMNS} FROM ST_RIVER_R WHERE TM >= :since"
            if engine.dialect.name == "postgresql":
                query = query.replace(":since", "CAST(:since AS timestamp)")
            with engine.connect() as connection:
                return len(pd.read_sql(text(query), connection, params=bound))

        at_s = int(since.replace(tzinfo=BEIJING).timestamp())
        known = {f"401{n:05d}": at_s for n in range(count)}
        mark = Watermark(MappingProxyType({"ST_RIVER_R": TableMark(at_s, MappingProxyType(known))}))
        with Base(address, "省办") as base:

            def more(base: Base = base, mark: Watermark = mark) -> int:
                return len(base.observations(mark, now=now, overlap=overlap).block)

            good &= compared(f"incremental, the last {hours} h", part, more, max(rounds, 7))
    engine.dispose()
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--stations", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    wanted = parser.parse_args()
    moments = [f"{START + timedelta(hours=2 * n):%Y-%m-%d %H:%M:%S}" for n in range(wanted.years * 365 * 12)]
    newest = START + timedelta(hours=2 * (len(moments) - 1))
    print(f"{wanted.stations} stations × {len(moments):,} times = {wanted.stations * len(moments):,} rows")
    good = True
    if wanted.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            print("SQLite")
            good &= measured(
                fill_sqlite(Path(folder) / "base.db", wanted.stations, moments), wanted.stations, newest, wanted.rounds
            )
    if wanted.only != "sqlite":
        if not postgres.SERVERS:
            print("PostgreSQL: no server installed")
        else:
            with postgres.a_server() as address:
                print("PostgreSQL")
                fill_postgres(address, wanted.stations, moments)
                good &= measured(address, wanted.stations, newest, wanted.rounds)
    print("all ratios within the goal" if good else f"a ratio is above the goal of {GOAL}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
