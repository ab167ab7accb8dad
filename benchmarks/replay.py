"""Replay: seek, step back, play and jump in a journal of a million steps, while more is written to it.

python benchmarks/replay.py [STEPS] [--keep FILE]

The journal is that of benchmarks/journal.py (its --keep FILE can be given here). A writer goes on with 20 steps a
second on a thread of its own, as at a desk that lives. At the end panes are led through 200 moments and compared with
fresh ones.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.journal import fill
from data.model.replay import MarkKind
from data.model.situation import Touched
from data.model.steps import NoteWritten, Realm, Step
from data.rules.take import take
from data.store.reel import Frame, Reel
from data.store.store import Store

SEEK_GOAL_S = 0.5
MOMENTS = 200


Spent = tuple[float, float]
"""Seconds on the clock, and of them those in which this thread had a core: the rest went to other programs."""


def timed(call: Callable[[], object]) -> Spent:
    begun, worked = time.perf_counter(), time.thread_time()
    call()
    return time.perf_counter() - begun, time.thread_time() - worked


def told(name: str, spent: list[Spent], goal_s: float | None = None) -> None:
    for what, column in ((name, 0), ("  of it worked", 1)):
        held = sorted(one[column] for one in spent)
        p50, p95, worst = held[len(held) // 2], held[int(len(held) * 0.95)], held[-1]
        goal = "" if goal_s is None else f"; goal {goal_s:g} s {'met' if worst <= goal_s else 'missed'}"
        print(f"{what:<16}{p50 * 1000:>9.1f} ms p50, {p95 * 1000:.1f} ms p95, {worst * 1000:.1f} ms worst{goal}")


class Writer(threading.Thread):
    """Goes on writing, and knows the longest time that one transaction took."""

    def __init__(self, store: Store) -> None:
        super().__init__(name="writer")
        self._store, self._ends = store, threading.Event()
        self.spent: list[Spent] = []

    def run(self) -> None:
        now = self._store.load()
        while not self._ends.wait(0.05):
            step = Step(f"live{now.seq}-{time.time_ns()}", now.at, "leader", Realm.LIVE, NoteWritten("照常"))
            now, _ = take(now, step)
            self.spent.append(timed(lambda pair=(step, now): self._store.append([pair])))

    def end(self) -> None:
        self._ends.set()
        self.join()


def seeks(reel: Reel, total: int) -> None:
    random, shown, anew, near = Random(1), None, list[Spent](), list[Spent]()
    span = reel.span()
    assert span is not None
    begun = time.perf_counter()
    shown = reel.at(total // 2)
    print(f"first seek      {(time.perf_counter() - begun) * 1000:>9.1f} ms, registers and plan are read")

    def go(target: object) -> None:
        nonlocal shown
        shown = reel.at(target, shown)

    for n in range(MOMENTS):
        target = random.randrange(100, total) if n % 2 else span.first + (span.last - span.first) * random.random()
        anew.append(timed(lambda where=target: go(where)))
        near.append(timed(lambda: go(max(1, shown.seq - random.randrange(1, 40)))))
    told("seek", anew, SEEK_GOAL_S)
    told("a little back", near)
    go(total // 3)
    ticks = [timed(lambda: go(shown.at + timedelta(seconds=60))) for _ in range(600)]
    told("play at 600×", ticks, 0.1)


def marks(reel: Reel, total: int) -> None:
    span = reel.span()
    assert span is not None
    found: list[object] = []
    spent, _ = timed(lambda: found.extend(reel.marks.found(MarkKind, span.first, span.last)))
    print(f"marks           {spent * 1000:>9.1f} ms for {len(found)} marks of {span.seq:,} steps")
    random = Random(2)
    told("next mark", [timed(lambda: reel.marks.next(MarkKind, random.randrange(total))) for _ in range(100)])


def panes(moments: int) -> None:
    """Lead panes through a random journal; each must show what a fresh one shows."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    from tests.data import steps_strategy
    from tests.desktop.test_replay_desk import PANES, away, seen, unseen
    from views.timeline import TimelinePanel

    start = steps_strategy.founding()
    journal = start + steps_strategy.walk(Random(1958), start[-1][1], 4_000)
    random, compared, unlike = Random(3), 0, list[str]()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "live.db") as store:
        for first in range(0, len(journal), 100):
            part = journal[first : first + 100]
            store.append(part)
            store.snapshot(part[-1][1])
        reel, led = Reel.over(store), [unseen(kind) for kind in PANES]
        shown: Frame | None = None
        for _ in range(moments):
            shown = reel.at(random.randrange(30, len(journal) + 1), shown)
            now = replace(shown.situation, realm=Realm.REPLAY)
            if shown.situation != journal[shown.seq - 1][1]:
                raise SystemExit(f"step {shown.seq}: the situation is not the fold of the steps")
            newest = [step for step, _ in reversed(journal[max(0, shown.seq - 40) : shown.seq])]
            for pane, kind in zip(led, PANES, strict=True):
                fresh = unseen(kind)
                for one, touched in ((pane, shown.touched), (fresh, Touched.everything())):
                    one.show_time(shown.at)
                    one.show_situation(now, touched)
                    if isinstance(one, TimelinePanel):
                        one.show_steps(newest)
                        one._renew()
                compared += 1
                if seen(pane) != seen(fresh):
                    unlike.append(f"{kind.__name__} after step {shown.seq}")
                away(fresh)
            app.processEvents()
        for pane in led:
            away(pane)
        reel.close()
    print(f"panes           {compared - len(unlike)} of {compared} show at {moments} moments what fresh ones show")
    for one in unlike[:10]:
        print(f"  unlike: {one}")


def main(total: int, keep: Path | None) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        path = keep or Path(scratch) / "live.db"
        fresh = not path.exists()
        with Store.open(path) as store:
            if fresh:
                fill(store, total)
            total = store.load().seq
            print(f"journal         {total:>9,} steps, {path.stat().st_size / 1e6:,.0f} MB")
            writer, reel = Writer(store), Reel.over(store)
            writer.start()
            try:
                seeks(reel, total)
                marks(reel, total)
            finally:
                writer.end()
                reel.close()
            told("live writes", writer.spent)
    panes(MOMENTS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("steps", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--keep", type=Path, help="a store of benchmarks/journal.py, or where to keep a new one")
    given = parser.parse_args()
    main(given.steps, given.keep)
