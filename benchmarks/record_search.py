"""Benchmark: what the record page's search takes in a journal of 300,000 steps over six years.

python benchmarks/record_search.py [STEPS] [--keep FILE]

The floor, taken in the same call: SQLite's own `LIKE '%…%'` over the payloads of the same table, newest first, the
same number of lines, none of them decoded. The steps are those of benchmarks/journal.py, written without being taken.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from data.model import steps
from data.model.dispatch import Call, Outcome
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import Body, Realm, Step
from data.model.task import Move
from data.rules.dispatch import LADDER
from data.store import codec, journal
from data.store.journal import Wanted
from data.store.store import Store

FIRST = datetime(2020, 5, 1, tzinfo=UTC)
YEARS = 6
BATCH = 2_000
FOUND_LINES = 500
ROUNDS = 20
GOAL_S = 1.0
RARE = "王小河"
"""A name that three lines of the whole journal hold."""


def bodies(total: int) -> Iterator[tuple[datetime, Body]]:
    """Yield what happened, in the shares of a busy headquarters."""
    random = Random(2020)
    gap = timedelta(days=365.25 * YEARS) / total
    marked = {total // 5, total // 2, total - total // 7}
    for n in range(total):
        at, chance, who = FIRST + n * gap, random.random(), f"P{random.randrange(200):03}"
        if n in marked:
            body: Body = steps.NoteWritten(f"{RARE}电话报告: 26 坝前水位平稳")
        elif chance < 0.20:
            reading = Reading(HUAYUANKOU, at, round(random.uniform(800, 8000), 1), 91.2, "大沽", "水情电报")
            body = steps.ReadingTaken(reading)
        elif chance < 0.50:
            people = tuple(f"P{random.randrange(200):03}" for _ in range(3))
            body = steps.ReceiptNoted(f"push{n // 90}", people, LADDER[0], Outcome.ANSWERED)
        elif chance < 0.70:
            growers = (f"G{random.randrange(4000):04}", f"G{random.randrange(4000):04}")
            body = steps.WhereaboutsSet("growers", growers, random.choice(tuple(Whereabouts)), "电话核实")
        elif chance < 0.80:
            body = steps.TasksMoved((f"HYK-{n % 140:03}-{n // 5000}",), Move.ACKNOWLEDGE, "收到, 组织上堤")
        elif chance < 0.88:
            body = steps.CallLogged(Call(f"c{n}", who, at, Outcome.ANSWERED, note="已通知到岗"))
        else:
            body = steps.NoteWritten(f"b{n} 26 坝水位平稳, 无异常")
        yield at, body


def fill(store: Store, total: int) -> None:
    """Write the steps into an empty journal, chained as always."""
    batch: list[tuple[Step, tuple[int, str, codec.Attachments]]] = []
    for n, (at, body) in enumerate(bodies(total), start=1):
        step = Step(f"s{n}", at, "leader", Realm.LIVE, body)
        batch.append((step, codec.encode(step)))
        if len(batch) == BATCH or n == total:
            with store._database.writing() as connection:
                journal.write(connection, journal.head_of(connection), batch)
            batch = []


@dataclass(frozen=True, slots=True)
class Asked:
    """One search as the page asks for it."""

    name: str
    wanted: Wanted


def searches() -> list[Asked]:
    """Return what people look for, from the common to the rare."""
    month = FIRST + timedelta(days=365 * 2)

    def newest(**more: object) -> Wanted:
        return Wanted(newest_first=True, limit=FOUND_LINES, **more)  # pyright: ignore[reportArgumentType]

    return [
        Asked("nothing asked, newest first", newest()),
        Asked("a rare name, all years", newest(text=RARE)),
        Asked("a name that six ids bear, all years", newest(text="查无此人", ids=tuple(f"X{n}" for n in range(6)))),
        Asked("a name of nobody, all years", newest(text="查无此人")),
        Asked("a person's number, all years", newest(text="P131")),
        Asked("an English word, all years", newest(text="Watch")),
        Asked("calls in one month, four years ago", newest(
            kinds=("CallLogged",), start=month, end=month + timedelta(days=30))),
        Asked("sign-offs (none) in one month", newest(
            kinds=("SignedOff",), start=month, end=month + timedelta(days=30))),
        Asked("readings in the first month", newest(
            kinds=("ReadingTaken",), start=FIRST, end=FIRST + timedelta(days=30))),
        Asked("everything in one month", newest(start=month, end=month + timedelta(days=30))),
        Asked("a rare name in one month", newest(text=RARE, start=month, end=month + timedelta(days=30))),
        Asked("a rare name among notes", newest(text=RARE, kinds=("NoteWritten",))),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of the processor alone (another load of the machine does not show there)."""

    p50: float
    p95: float
    cpu: float
    found: int

    def told(self, name: str) -> str:
        """Return a line of the figures."""
        wall = f"p50 {self.p50 * 1e3:7.1f} ms  p95 {self.p95 * 1e3:7.1f} ms"
        return f"{name:36} {wall}  CPU {self.cpu * 1e3:7.1f} ms  {self.found:>4} found"


def timed(call: Callable[[], int], rounds: int) -> Took:
    """Make a call so many times."""
    walls: list[float] = []
    processor: list[float] = []
    found = 0
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        found = call()
        walls.append(time.perf_counter() - begun)
        processor.append(time.process_time() - worked)
    walls.sort()
    return Took(walls[rounds // 2], walls[min(rounds - 1, int(rounds * 0.95))], sorted(processor)[rounds // 2], found)


def like(raw: sqlite3.Connection, text: str) -> int:
    """Look for a text by SQLite alone."""
    asked = "SELECT seq FROM step WHERE payload LIKE ? ORDER BY seq DESC LIMIT ?"
    return len(raw.execute(asked, (f"%{text}%", FOUND_LINES)).fetchall())


def measure(path: Path, total: int, rounds: int) -> bool:
    """Fill the journal where it is empty, search it, print the figures; return whether all keep to the goal."""
    with Store.open(path) as store:
        if not store.steps(limit=1):
            begun = time.perf_counter()
            fill(store, total)
            print(f"{total:,} steps written in {time.perf_counter() - begun:.0f} s")
    well = True
    with Store.open(path) as store, closing(sqlite3.connect(path)) as raw:
        print(f"{path.stat().st_size / 1e6:,.0f} MB · rounds {rounds} · goal p95 {GOAL_S:g} s")
        print(timed(lambda: like(raw, "查无此人"), rounds).told("floor: LIKE scan, nothing decoded"))
        for one in searches():
            took = timed(lambda one=one: len(store.find(one.wanted)), rounds)
            well &= took.p95 <= GOAL_S
            print(took.told(one.name))
    return well


def main() -> int:
    """Run it; 1 when a search is slower than its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="?", type=int, default=300_000)
    parser.add_argument("--keep", type=Path, help="use (or make) the journal in this file")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "record.sqlite"
        return 0 if measure(path, given.steps, given.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
