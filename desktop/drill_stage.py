"""A drill as it is played without a window: one tick of the scene after another, each step taken and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from immutables import Map

from data.model.alarm_steps import AlarmsMoved
from data.model.drill import CONTROL, InjectKind, Scenario
from data.model.drill_steps import DrillEnded
from data.model.field import Attachment
from data.model.office_steps import PaperIssued
from data.model.scores import Verdict
from data.model.situation import Situation, Touched
from data.model.steps import Body, ReadingTaken, Realm, ReckoningKept, Step, StepRefused
from data.model.telemetry import Board, LinkHealth, Source, SourceKind
from data.rules.alarms.conditions import conditions
from data.rules.alarms.engine import EngineState, advance, restarted
from data.rules.alarms.extra import Extra, Memo
from data.rules.drill import course, effects
from data.rules.drill.cast import Cast, cast_of
from data.rules.drill.deeds import paper_file
from data.rules.drill.due import due
from data.rules.drill.players import moves
from data.rules.drill.scene import cut_roads, lost_stations
from data.rules.performance.expected import answered
from data.rules.performance.story import Line
from data.rules.reckoned import reckoned
from data.rules.reckoning import Reckoning, Township, later, reckon
from data.rules.rights import SYSTEM
from data.rules.stepped import course_of, stepped_span
from data.rules.take import take
from data.store.store import Store
from desktop.drill_outward import WayOut
from desktop.drill_seed import Rules

KEPT_TOGETHER = 250
"""So many steps at most wait for the store."""
ROUND = timedelta(minutes=1)
RECKONED_EACH = timedelta(minutes=10)
ASKED_EACH = timedelta(minutes=3)
_DONE = (Verdict.IN_TIME, Verdict.LATE)


@dataclass(slots=True)
class Stage:
    """What stands while a drill is played; `lines` are its steps with their numbers."""

    scenario: Scenario
    now: Situation
    store: Store
    rules: Rules
    seed: int
    pictures: Mapping[str, Attachment]
    at: datetime = field(init=False)
    cast: Cast = field(init=False)
    lines: list[Line] = field(default_factory=list[Line])
    refusals: Counter[str] = field(default_factory=Counter[str])
    _told: list[Line] = field(default_factory=list[Line])  # without readings and findings of the alarms
    _unkept: list[tuple[Step, Situation]] = field(default_factory=list[tuple[Step, Situation]])
    _played: set[str] = field(default_factory=set[str])
    _judged: dict[str, tuple[datetime, bool]] = field(default_factory=dict[str, tuple[datetime, bool]])
    _outbound: bool = True
    _alarms: EngineState = field(init=False)
    _memo: Memo = field(default_factory=Memo)
    _board: Board = field(default_factory=Board)
    _town: Township | None = None
    _reckoning: Reckoning | None = None
    _way_out: WayOut = field(init=False)

    def begin(self) -> None:
        """Say what the stations said last before the scene; that the drill has begun its store knows already."""
        self.at = self.scenario.starts_at
        self.cast = cast_of(self.scenario, self.seed, self.rules.incidents, self.rules.rungs)
        self._way_out = WayOut(self.store, lambda: self.now)
        self._alarms = restarted(self.rules.bounds, self.now, self.at)
        for trace in self.scenario.traces:
            reading = course.last_reading(self.scenario, trace, self.at)
            if reading is not None:
                self._do(ReadingTaken(reading), f"scene-{reading.station}-first", SYSTEM)
        self._look_around(self.at)

    def tick(self, at: datetime, *, inject: bool = True) -> None:
        """Let the scene go on to a moment."""
        before, self.at = self.at, at
        minute = int(at.timestamp() // ROUND.total_seconds())
        rounds = minute != int(before.timestamp() // ROUND.total_seconds())
        for n, reading in enumerate(course.readings(self.scenario, self.now, before, at)):
            self._do(ReadingTaken(reading), f"scene-{reading.station}-{at:%Y%m%d%H%M%S}-{n}", SYSTEM)
            self._reckoning = None
        for one in due(self.scenario, self.now, at, self._has_answered) if inject else ():
            for step in effects.steps_of(one, self.scenario, self.now, at, effects.SCRIPT, self.pictures):
                self._take(step)
        self._look_around(at)
        for step in moves(self.cast, self.now, at, self._played, rounds=rounds):
            self._played.add(step.key)
            if isinstance(step.body, PaperIssued):
                paper = step.body.paper
                self.store.put_file(paper_file(paper.id, paper.title), f"{paper.id}.txt")
            self._take(step)
        if self._outbound:
            self._carry(at)
        if len(self._unkept) >= KEPT_TOGETHER:
            self.keep()

    def end(self, reason: str) -> None:
        """Say that the drill is over, and keep everything."""
        self._do(DrillEnded(reason), "drill-ended", CONTROL)
        self.keep()
        self.store.snapshot(self.now)

    def keep(self) -> None:
        """Write what waits."""
        self.store.append(self._unkept)
        self._unkept.clear()

    @property
    def outward(self) -> WayOut:
        """The drill's courier."""
        return self._way_out

    def open_until(self) -> datetime | None:
        """Return when the last expectation that may still be answered is due; None when none is."""
        found = answered(self.scenario, self._told, self.at, self.now)
        return max((one.due_at for one in found if one.verdict is Verdict.OPEN), default=None)

    # ── inside ──

    def _do(self, body: Body, key: str, actor: str) -> None:
        self._take(Step(key, self.at, actor, Realm.DRILL, body))

    def _take(self, step: Step) -> None:
        try:
            self.now, touched = take(self.now, step)
        except StepRefused as refusal:
            self.refusals[f"{type(step.body).__name__} {refusal.code}"] += 1
            return
        line = (self.now.seq, step)
        self.lines.append(line)
        if not isinstance(step.body, ReadingTaken | AlarmsMoved | ReckoningKept):
            self._told.append(line)
        self._unkept.append((step, self.now))
        self._outbound |= bool(touched & Touched.DISPATCH)

    def _has_answered(self, inject: str) -> bool:
        """Whether all that an inject expects has been done; who waits for it is told within minutes."""
        asked_at, known = self._judged.get(inject, (None, False))
        if not known and (asked_at is None or self.at - asked_at >= ASKED_EACH):
            one = self.scenario.inject(inject)
            scene = replace(self.scenario, injects=() if one is None else (one,))
            found = answered(scene, self._told, self.at, self.now)
            known = all(each.verdict in _DONE for each in found)
            self._judged[inject] = (self.at, known)
        return known

    def _look_around(self, at: datetime) -> None:
        """Reckon the relocation clock and look for alarms, as the desk does."""
        self._reckon(at)
        board = self._links(at)
        extra = Extra(self.rules.bounds, self.rules.incidents)
        seen = conditions(self.now, board, at, extra, self._memo)
        self._alarms, found = advance(self._alarms, seen, self.now, at)
        if found:
            self._do(AlarmsMoved(found), f"alarms-{at:%Y%m%d%H%M%S}", SYSTEM)

    def _links(self, at: datetime) -> Board:
        """Return the board: every station of the scene speaks but those that an inject took away."""
        every = {trace.station: trace.every_min * 60 for trace in self.scenario.traces}
        named = {one.detail("station") for one in self.scenario.injects if one.kind is InjectKind.LINK}
        lost = lost_stations(self.scenario, self.now, at)
        links = dict(self._board.links)
        for station in sorted(every.keys() | named):
            if station not in lost:
                source = Source(SourceKind.SL651, station)
                links[station] = LinkHealth(station, source, self.scenario.starts_at, at, every_s=every.get(station))
        self._board = replace(self._board, at=at, links=Map(links))
        return self._board

    def _reckon(self, at: datetime) -> None:
        last, closed = self._reckoning, cut_roads(self.scenario, self.now, at)
        if self._town is None or self._town.closed != closed:
            self._town, last = Township(self.now.registers, self.rules.clock, closed), None
        if last is not None and at - last.at < RECKONED_EACH:
            return
        if last is None:
            settings = self.rules.clock.settings
            flows = course_of(self.now, settings.what_if_rise_h) or ((at, 0.0),)
            water = stepped_span(self._town.ground, flows, at, settings)
            peak = max(flow for _, flow in flows)
            found = reckon(self._town, water, self.now.whereabouts, at, flow_m3s=peak, whatif=False)
        else:
            found = later(self._town, last, self.now.whereabouts, at)
        self._reckoning = found
        kept = reckoned(self._town, found, self.now.reckoned)
        if not kept.same_as(self.now.reckoned):
            self._do(ReckoningKept(kept), f"reckoned-{at:%Y%m%d%H%M%S}", SYSTEM)

    def _carry(self, at: datetime) -> None:
        """Let the courier go round once something was pushed; the outbox is written with the steps."""
        self._outbound = False
        if not self.now.pushes:
            return
        self.keep()
        for n, body in enumerate(self._way_out.carry(at)):
            self._do(body, f"courier-{at:%Y%m%d%H%M%S}-{n}", SYSTEM)
