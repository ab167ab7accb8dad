"""Benchmark of the alarm engine on the demonstration township.

python benchmarks/alarms.py [cost|storm] [--seconds N]

cost: what a look takes at 22,000 m³/s with every task issued, people cut off, 250 stones, 2,000 stations on the board:
conditions, engine, lines and announcements apart in processor time, and the whole look on the wall. storm: 60 stations
chatter, 20 lines drop, 10 stones move and, in the middle of it, the flow passes 6,000 m³/s: how long from the reading
to the line and to the announcement, how many lines there are, and what stands on top.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Any

from immutables import Map

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.feeds.incident_tables import read_incident_tables
from data.model.alarm_steps import AlarmsMoved
from data.model.nature import Origin
from data.model.places import Bench, StoneState
from data.model.reckoned import BenchCount, Reckoned
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import Body, ReadingTaken, Realm, ReckoningKept, Step, StoneStateSet, TasksMoved
from data.model.task import Move, TaskState
from data.model.telemetry import Board, Doubt, LinkHealth, Observation, Source, SourceKind, Variable
from data.rules.alarms.announcing import Announced, announce
from data.rules.alarms.conditions import conditions
from data.rules.alarms.engine import advance, restarted
from data.rules.alarms.extra import Extra, Memo
from data.rules.alarms.lines import AlarmList, lines
from data.rules.rights import SYSTEM
from data.rules.take import take
from desktop.first_run import demo_situation

SECOND = timedelta(seconds=1)
STATIONS, CHATTERING, DROPPED, MOVED = 2000, 60, 20, 10
PARTS = ("conditions", "engine", "lines", "said")
SOURCE = Source(SourceKind.SL651, "sim")


@dataclass
class Looks:
    """A desk without a window: a situation, a board, and a look at a time."""

    flow: float
    times: dict[str, list[float]] = field(
        default_factory=lambda: {"conditions": [], "engine": [], "lines": [], "said": []}
    )

    def __post_init__(self) -> None:
        rules = resources.path("rules")
        self.bounds = read_alarm_bounds(rules)
        self.extra = Extra(self.bounds, read_incident_tables(rules))
        self.now = demo_situation()
        self.at: datetime = self.now.at + timedelta(hours=1)
        self.count = 0
        self.do(ReadingTaken(Reading(HUAYUANKOU, self.at, self.flow)))
        self.links = {f"S{n}": LinkHealth(f"S{n}", SOURCE, last_at=self.at, every_s=300.0) for n in range(STATIONS)}
        self.values = {
            (f"S{n}", variable): (Observation(f"S{n}", variable, 1.0, "m", self.at, self.at, SOURCE),)
            for n in range(STATIONS)
            for variable in (Variable.STAGE, Variable.FLOW)
        }
        self.board = Board(self.at, Map(self.values), Map(self.links))
        self.memo, self.state, self.heard = Memo(), restarted(self.bounds, self.now, self.at), Announced()
        self.wanted: tuple[str, ...] = ()
        self.wall: list[float] = []
        self.shown: AlarmList = lines(self.now, self.at, self.state)

    def do(self, body: Body) -> None:
        self.count += 1
        self.now, _ = take(self.now, Step(f"a{self.count}", self.at, SYSTEM, Realm.LIVE, body))

    def look(self) -> None:
        """Look once, as the desk does each second."""
        start = perf_counter()
        began = thread_time()
        seen = conditions(self.now, self.board, self.at, self.extra, self.memo)
        known = thread_time()
        self.state, moves = advance(self.state, seen, self.now, self.at)
        advanced = thread_time()
        if moves:
            self.do(AlarmsMoved(moves))
        taken = thread_time()
        self.shown = lines(self.now, self.at, self.state)
        listed = thread_time()
        self.heard, wanted = announce(self.heard, self.shown, self.at, self.bounds.renew_s)
        self.wanted = tuple(one.tags[0] for one in wanted)
        spans = (known - began, advanced - known, listed - taken, thread_time() - listed)
        for name, spent in zip(PARTS, spans, strict=True):
            self.times[name].append(spent * 1000)
        self.wall.append((perf_counter() - start) * 1000)


def cost(seconds: int) -> dict[str, Any]:
    """Measure a look at the worst hour; every fifth second a tenth of the stations has sent something."""
    desk = Looks(22_000.0)
    pending = tuple(task.id for task in desk.now.tasks.values() if task.state is TaskState.PENDING)
    desk.do(TasksMoved(pending, Move.ISSUE, assignee="P001"))
    counts = (BenchCount(Bench.NEN, 500, 900, 100, 300, 40), BenchCount(Bench.ER, 800, 2000, 0, 500, 30))
    desk.do(ReckoningKept(Reckoned(desk.at, 22_000.0, Origin.MODEL, "", counts, ("growers/GR001",))))
    board = desk.board
    for second in range(seconds):
        desk.at += SECOND
        if second % 5 == 0:
            fresh = {name: board.links[name] for name in (f"S{n}" for n in range(second % 10, STATIONS, 10))}
            board = desk.board = Board(desk.at, board.newest.update(desk.values), board.links.update(fresh))
        desk.look()
    spent = {name: _spread(times) for name, times in desk.times.items()}
    whole = _spread([sum(one) for one in zip(*desk.times.values(), strict=True)])
    return {
        "looks": seconds,
        "tasks": len(desk.now.tasks),
        "alarms": len(desk.now.alarms),
        **spent,
        "whole": whole,
        "on_the_wall": _spread(desk.wall),
    }


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"median_ms": round(median(ordered), 3), "p99_ms": round(ordered[len(ordered) * 99 // 100], 3)}


def storm(seconds: int) -> dict[str, Any]:
    """Let the storm go on for a while, then let the flow pass a threshold."""
    desk = Looks(5_500.0)
    stones = tuple(stone.id for stone in list(desk.now.registers.stones)[:: 250 // MOVED][:MOVED])
    most, waits = 0, list[float]()
    began = desk.at
    for second in range(seconds):
        desk.at += SECOND
        bad = {
            (f"S{n}", Variable.STAGE): (
                Observation(
                    f"S{n}", Variable.STAGE, 1.0, "m", desk.at, desk.at, SOURCE,
                    doubts=frozenset({Doubt.RANGE}) if (second // 5 + n) % 2 else frozenset[Doubt](),
                ),
            )
            for n in range(CHATTERING)
        }  # fmt: skip
        dropped = {f"S{n}": LinkHealth(f"S{n}", SOURCE, last_at=began - timedelta(hours=1), every_s=300.0)
                   for n in range(100, 100 + DROPPED)}  # fmt: skip
        desk.board = Board(desk.at, Map({**desk.values, **bad}), Map({**desk.links, **dropped}))
        if second == seconds // 3:
            desk.do(StoneStateSet(stones, StoneState.MOVED))
        if second == seconds // 2:
            crossed = perf_counter()
            desk.do(ReadingTaken(Reading(HUAYUANKOU, desk.at, 6_100.0)))
            desk.look()
            waits.append((perf_counter() - crossed) * 1000)
            assert desk.shown.alarms[0].tags[0] == "flow.level/HYK-III", desk.shown.alarms[0].tags
            assert desk.wanted[0] == "flow.level/HYK-III"
        else:
            desk.look()
        most = max(most, len(desk.shown.all))
    return {
        "seconds": seconds,
        "most_lines": most,
        "lines": [f"{line.kind.id} ×{line.count}" for line in desk.shown.all],
        "standing": len(desk.now.alarms),
        "chattering": desk.shown.chattering,
        "reading_to_line_ms": round(waits[0], 2),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one of the two and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("cost", "storm"), default="cost")
    parser.add_argument("--seconds", type=int, default=900)
    given = parser.parse_args(arguments)
    found = cost(given.seconds) if given.what == "cost" else storm(given.seconds)
    print(json.dumps(found, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
