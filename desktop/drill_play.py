"""Plays a drill without a window: a clock of the scene, scripted players, and a score at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from data.model.drill import Scenario
from data.model.field import Attachment
from data.model.scores import EventScore
from data.model.situation import Situation
from data.rules.performance.event import event_score
from data.rules.performance.expected import answered
from data.rules.performance.story import Line
from data.store.store import Store
from desktop.drill_seed import Rules
from desktop.drill_stage import Stage

TICK = timedelta(seconds=30)
"""The clock of the scene goes on in steps of so much."""
GRACE = timedelta(hours=6)
"""After its last minute a scene goes on without injects until what was asked is done or due, at most so long."""
TOLD_EACH_S = 5.0
ENDED = "情景结束"


@dataclass(frozen=True, slots=True)
class Run:
    """How a drill is to be played: `speed` seconds of the scene a second, 0 = as fast as it can."""

    seed: int = 1
    speed: float = 0.0
    pictures: Mapping[str, Attachment] = field(default_factory=dict[str, Attachment])


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the scene's time, its share, seconds of the scene a second, and the steps so far."""

    at: datetime
    share: float
    pace: float
    now: Situation
    steps: int


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a run. `refusals` are steps that the rules refused, by kind and code; `took_s` by the machine."""

    scenario: Scenario
    score: EventScore
    now: Situation
    lines: tuple[Line, ...]
    refusals: tuple[tuple[str, int], ...]
    scene_s: float
    took_s: float

    @property
    def pace(self) -> float:
        """Seconds of the scene a second."""
        return self.scene_s / self.took_s if self.took_s else float("inf")


def play(
    scenario: Scenario,
    situation: Situation,
    store: Store,
    rules: Rules,
    run: Run,
    tell: Callable[[Progress], None] | None = None,
) -> Played:
    """Play a scenario from its first minute to its last in a store of its own, and score it.

    `situation` is what the store holds: registers, and the drill's beginning, in the realm of a drill. The result does
    not depend on the speed; a run that cannot hold its pace is late and loses nothing.
    """
    pace = _Pace(run.speed)
    stage = Stage(scenario, situation, store, rules, run.seed, run.pictures)
    stage.begin()
    begins = scenario.starts_at
    ends = begins + timedelta(minutes=scenario.length_min)
    at, told_s = begins, 0.0
    while at < ends:
        at += TICK
        stage.tick(at)
        pace.keep((at - begins).total_seconds())
        if tell is not None and (pace.spent - told_s >= TOLD_EACH_S or at >= ends):
            told_s = pace.spent
            share = (at - begins) / (ends - begins)
            tell(Progress(at, share, pace.reached((at - begins).total_seconds()), stage.now, len(stage.lines)))
    at = _settle(stage, at, pace)
    stage.end(ENDED)
    over = at + TICK
    answers = answered(scenario, stage.lines, over, stage.now)
    score = event_score(
        stage.lines, stage.now, (begins, over), answers=answers, outward=stage.outward.told(), bounds=rules.bounds
    )
    refusals = tuple(sorted(stage.refusals.items()))
    return Played(scenario, score, stage.now, tuple(stage.lines), refusals, (at - begins).total_seconds(), pace.spent)


def _settle(stage: Stage, at: datetime, pace: _Pace) -> datetime:
    """Go on until nothing more is asked of anybody: each inject is answered, or counted as missed."""
    last, begins = at + GRACE, stage.scenario.starts_at
    until = stage.open_until()
    while until is not None and at <= min(until, last):
        at += TICK
        stage.tick(at, inject=False)
        pace.keep((at - begins).total_seconds())
        if at > until:
            until = stage.open_until()
    return at


class _Pace:
    """Keeps the scene no faster than was asked for."""

    def __init__(self, speed: float) -> None:
        self._speed, self._began = speed, time.perf_counter()

    @property
    def spent(self) -> float:
        """Seconds by the machine's clock."""
        return time.perf_counter() - self._began

    def keep(self, scene_s: float) -> None:
        """Wait until so many seconds of the scene may have passed."""
        ahead = scene_s / self._speed - self.spent if self._speed else 0.0
        if ahead > 0:
            time.sleep(ahead)

    def reached(self, scene_s: float) -> float:
        """Return the pace so far."""
        return scene_s / self.spent if self.spent else 0.0
