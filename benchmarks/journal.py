"""Benchmark c: the journal in a million steps: append, fold, seek, verify, start.

python benchmarks/journal.py [STEPS] [--keep FILE]

The steps are those of a busy headquarters on the demonstration township: 20 % readings at six stations through flood
after flood, 30 % receipts, 20 % whereabouts, 10 % moves of tasks, 8 % calls, 10 % notes, 2 % pushes and sign-offs.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from data.model import steps
from data.model.dispatch import Call, Outcome, Push, PushState
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import Body, Realm, Step, StepRefused
from data.model.task import Evidence, Move, TaskState
from data.rules import signoff
from data.rules.dispatch import LADDER
from data.rules.take import take
from data.store import codec, journal
from data.store.store import Store
from desktop.first_run import first_steps, taken

ROOT = Path(__file__).resolve().parent.parent
BATCH = 500
SEEK_GOAL_S = 0.5
STATIONS = (HUAYUANKOU, "40104360", "40104705", "40105525", "40105650", "41600210")
NEXT_MOVE = {
    TaskState.PENDING: Move.EXEMPT,
    TaskState.ISSUED: Move.ACKNOWLEDGE,
    TaskState.ACKNOWLEDGED: Move.ARRIVE,
    TaskState.ON_SITE: Move.PROGRESS,
    TaskState.IN_PROGRESS: Move.FINISH,
    TaskState.DONE: Move.VERIFY,
}


class Season:
    """Makes one body after another, as the situation allows."""

    def __init__(self, now: Situation, total: int) -> None:
        self.random = Random(2020)
        self.staff = [row.id for row in now.registers.staff]
        self.growers = [row.id for row in now.registers.growers]
        self.period = max(2_000, total // 6)  # six floods, whatever the length
        self.count = 0
        self.push = ""
        self.open: list[str] = []

    def body(self, now: Situation, at: datetime) -> Body:
        self.count += 1
        name = f"b{self.count}"
        chance = self.random.random()
        if self.count % self.period == self.period // 2:
            shown = signoff.preview(now, max(now.flow_m3s or 0.0, 4500.0))
            return signoff.sign_off(shown, shown.level, "会商一致", "水文")
        if self.count % self.period == 0:
            shown = signoff.preview(now, 800.0)
            return signoff.sign_off(shown, shown.level, "退水, 解除响应", "水文")
        if chance < 0.20:
            return self._reading(at)
        if chance < 0.50:
            return self._receipt(now, at, name)
        if chance < 0.70:
            where = self.random.choice(tuple(Whereabouts))
            return steps.WhereaboutsSet("growers", tuple(self.random.sample(self.growers, 2)), where, "电话核实")
        if chance < 0.80:
            return self._move(now, at)
        if chance < 0.88:
            outcome = self.random.choice((Outcome.ANSWERED, Outcome.NO_ANSWER))
            return steps.CallLogged(Call(name, self.random.choice(self.staff), at, outcome, note="已通知到岗"))
        return steps.NoteWritten(f"{name} 26 坝水位平稳, 无异常")

    def _reading(self, at: datetime) -> Body:
        wave = math.sin(math.pi * (self.count % self.period) / self.period) ** 4
        flow = round(800 + 7500 * wave + self.random.uniform(-30, 30), 1)
        stage = round(88.0 + 4.5 * wave, 2)
        return steps.ReadingTaken(Reading(self.random.choice(STATIONS), at, flow, stage, "大沽", "水情电报"))

    def _receipt(self, now: Situation, at: datetime, name: str) -> Body:
        push = now.pushes.get(self.push)
        if push is None or (push.state is PushState.SENT and len(push.receipts[0].tries) >= 6):
            self.push = name
            people = tuple(self.random.sample(self.staff, 30))
            return steps.PushDrafted(Push(name, "上岗", "请立即上岗", "解除上岗", "leader", at, people, LADDER))
        if push.state is PushState.DRAFT:
            return steps.PushApproved(push.id, "commander")
        outcome = self.random.choice((Outcome.DELIVERED, Outcome.ANSWERED, Outcome.NO_ANSWER))
        return steps.ReceiptNoted(push.id, (self.random.choice(push.recipients),), LADDER[0], outcome)

    def _move(self, now: Situation, at: datetime) -> Body:
        if not self.open or self.count % 2_000 == 0:
            self.open = [key for key, task in now.tasks.items() if task.state in NEXT_MOVE]
        task = now.tasks.get(self.random.choice(self.open)) if self.open else None
        if task is None or task.state not in NEXT_MOVE:
            return steps.NoteWritten("无待办")
        proof = (Evidence("text", at, "P001", "已完成"),)
        return steps.TasksMoved((task.id,), NEXT_MOVE[task.state], "说明", evidence=proof)


def season(now: Situation, total: int) -> Iterator[tuple[Step, Situation]]:
    made = Season(now, total)
    while now.seq < total:
        at = now.at + timedelta(seconds=20)
        step = Step(f"s{now.seq}", at, "leader", Realm.LIVE, made.body(now, at))
        try:
            now, _ = take(now, step)
        except StepRefused:
            continue
        yield step, now


def fill(store: Store, total: int) -> tuple[float, float, Situation]:
    """Append everything in batches; return the seconds in append, in snapshots, and the last situation."""
    pairs = taken(store.load(), first_steps())
    store.append(pairs)
    store.snapshot(pairs[-1][1])
    appending = keeping = 0.0
    batch: list[tuple[Step, Situation]] = []
    begun = time.perf_counter()
    now = pairs[-1][1]
    for pair in season(now, total):
        batch.append(pair)
        if len(batch) < BATCH and pair[1].seq < total:
            continue
        before = time.perf_counter()
        store.append(batch)
        between = time.perf_counter()
        now = pair[1]
        if store.snapshot_due():
            store.snapshot(now)
        appending += between - before
        keeping += time.perf_counter() - between
        batch = []
        if now.seq % 100_000 < BATCH:
            sys.stderr.write(f"  {now.seq:>9,} steps after {time.perf_counter() - begun:.0f} s\n")
    return appending, keeping, now


def floor(path: Path, folder: Path) -> float:
    """Seconds that SQLite alone takes for the same rows, indexes, batches and pragmas, made ready beforehand."""
    spent = 0.0
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(folder / "floor.db")) as new:
        new.isolation_level = None
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            new.execute(f"PRAGMA {pragma}").close()
        wanted = "SELECT sql FROM sqlite_master WHERE tbl_name = 'step' AND sql IS NOT NULL ORDER BY type DESC"
        for (sql,) in old.execute(wanted).fetchall():
            new.execute(sql)
        rows = old.execute("SELECT * FROM step ORDER BY seq")
        while portion := rows.fetchmany(BATCH):
            before = time.perf_counter()
            new.execute("BEGIN IMMEDIATE")
            new.executemany("INSERT INTO step VALUES (?,?,?,?,?,?,?,?,?,?,?)", portion)
            new.execute("COMMIT")
            spent += time.perf_counter() - before
    return spent


def decoding(store: Store) -> tuple[int, float]:
    count, begun = 0, time.perf_counter()
    with store._database.reading() as connection:
        for _, key, at, _, actor, realm, kind, version, payload in journal.later(connection, 0, 200_000):
            codec.decode_step((key, at, actor, realm), kind, version, payload)
            count += 1
    return count, time.perf_counter() - begun


def seeking(store: Store, total: int, rounds: int = 60) -> list[float]:
    random = Random(1)
    spent: list[float] = []
    for n in range(rounds):
        seq = random.randrange(100, total)
        moment = store.steps(seq - 1, limit=1)[0].step.at if n % 2 else seq
        begun = time.perf_counter()
        found = store.situation_at(moment)
        spent.append(time.perf_counter() - begun)
        if found.seq != seq:
            raise SystemExit(f"sought {seq}, found {found.seq}")
    return sorted(spent)


START = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
from data.store.store import Store
imported = time.perf_counter()
with Store.open(Path(sys.argv[1])) as store:
    opened = time.perf_counter()
    store.load()
    loaded = time.perf_counter()
print(imported - begun, opened - imported, loaded - opened)
"""


def starting(path: Path) -> tuple[float, ...]:
    """Import, open and load in a process of its own; the best of three, the first of which warms the files up."""
    runs = []
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(4):
        command = [sys.executable, "-c", START, str(path)]
        done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=True)
        runs.append(tuple(float(part) for part in done.stdout.split()))
    return min(runs, key=sum)


def main(total: int, keep: Path | None) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep.parent if keep else Path(scratch)
        path = keep or folder / "live.db"
        small = folder / "small.db"
        with Store.open(small) as store:
            pairs = taken(store.load(), first_steps())
            store.append(pairs)
            store.snapshot(pairs[-1][1])
        if not path.exists():
            with Store.open(path) as store:
                appending, keeping, last = fill(store, total)
                print(f"append          {total / appending:>12,.0f} steps/s, {BATCH} in a transaction")
                print(f"snapshots       {keeping:>12.1f} s in all")
                if store.load() != last:
                    raise SystemExit("the loaded situation is not the one in memory")
            gc.collect()
            spent = floor(path, Path(scratch))
            print(f"SQLite alone    {total / spent:>12,.0f} steps/s, the same rows; ratio {appending / spent:.2f}")
        with closing(sqlite3.connect(path)) as raw:
            count = raw.execute("SELECT count(*) FROM snapshot").fetchone()[0]
            size = sum(
                raw.execute(f"SELECT coalesce(sum(length(body)), 0) FROM {name}").fetchone()[0]
                for name in ("snapshot", "piece")
            )
        print(f"store           {path.stat().st_size / 1e6:>12,.0f} MB, of it {count} snapshots {size / 1e6:,.0f} MB")
        with Store.open(path) as store:
            store.load()
            count, spent = decoding(store)
            print(f"read and decode {count / spent:>12,.0f} steps/s")
            part = min(total, 20_000)
            with store._database.reading() as connection:
                begun = time.perf_counter()
                store._history._fold(connection, Situation(), part, None)
                print(f"fold            {part / (time.perf_counter() - begun):>12,.0f} steps/s, the rules included")
            spent = seeking(store, total)
            p50, p95 = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
            word = "met" if p95 <= SEEK_GOAL_S else "missed"
            print(f"seek            {p50:>12.3f} s p50, {p95:.3f} s p95, {spent[-1]:.3f} s worst; goal 0.5 s {word}")
            begun = time.perf_counter()
            result = store.verify()
            print(f"verify          {result.rows / (time.perf_counter() - begun):>12,.0f} steps/s, ok {result.ok}")
        for name, which in (("start small", small), ("start large", path)):
            imported, opened, loaded = starting(which)
            whole = imported + opened + loaded
            print(f"{name}     {whole:>12.3f} s: import {imported:.3f}, open {opened:.3f}, load {loaded:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("steps", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--keep", type=Path, help="keep the store here; when it is there already, measure it again")
    given = parser.parse_args()
    main(given.steps, given.keep)
