"""A drill as its own desk plays it: the scene follows the desk's clock, injects happen, exercise control leads."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

import resources
from data.feeds.scenario_faults import ScenarioRefused
from data.gateway.courier import EXERCISE
from data.model.drill import CONTROL, Scenario
from data.model.drill_steps import DrillEnded, DrillPaced
from data.model.field import Attachment
from data.model.office import Medium
from data.model.scores import Answered, Outward, Verdict
from data.model.steps import Realm, Step, TasksMoved
from data.model.task import Move
from data.rules.drill.cast import Cast, cast_of
from data.rules.drill.course import readings
from data.rules.drill.due import due
from data.rules.drill.effects import SCRIPT, steps_of, withheld
from data.rules.drill.front_line import front
from data.rules.drill.players import moves
from data.rules.drill.pushing import answers
from data.rules.drill.scene import cut_roads, lost_stations
from data.rules.drill.speaking import speak_as
from data.rules.performance.expected import answered
from data.rules.performance.sends import outward
from data.rules.performance.story import Line
from desktop.drill_home import note_end
from desktop.drill_outward import MOST
from desktop.drill_past import lines_of, scenario_of, why
from desktop.drill_seed import keep_pictures, read_rules
from desktop.drill_window import SIZE, ControlWindow
from desktop.newest import Newest
from desktop.seat_desk import layout_file
from views.drill_control import DrillControl
from views.drill_rows import english

if TYPE_CHECKING:
    from data.store.store import Store
    from desktop.app import Anlan


class Played(StrEnum):
    """Whom the script plays: nobody, the front line, or everybody."""

    NOBODY = "nobody"
    FRONT = "front"
    ALL = "all"


SUB = timedelta(seconds=30)
"""The scene goes on in pieces of this length, so that what follows from an inject happens in its time."""
ROUND = timedelta(minutes=1)
"""How often scripted players look round."""
SLICE_S, HELD_SLICE_S, JUMP_SLICE_S = 0.02, 0.05, 0.12
"""So long a piece of work may keep the window; the rest follows when it has drawn."""
HELD = timedelta(seconds=60)
"""A scene that lags behind its clock by more holds the clock: players are not judged by the machine's delay."""
JUDGE_MS, COUNT_MS = 1500, 5000


class DrillDesk(QObject):
    """Plays the drill of this store.

    Signals:
        opened: Scenario, when the drill of this store has been opened.

    """

    opened = Signal(object)

    def __init__(self, anlan: Anlan) -> None:
        """Play nothing yet; `open` begins."""
        super().__init__(anlan)
        self._desk = anlan
        self.scenario: Scenario | None = None
        self.window: ControlWindow | None = None
        self.control: DrillControl | None = None
        self._reached: datetime | None = None
        self._goal: datetime | None = None
        self._lines: list[Line] = []
        self._answers: tuple[Answered, ...] = ()
        self._pictures: Mapping[str, Attachment] = {}
        self._judged_seq = -1
        self._working = QTimer(self, singleShot=True, interval=0)
        self._working.timeout.connect(self._work)
        self._judging: Newest[tuple[Answered, ...]] = Newest(anlan.background, "judging", anlan.on_fault)
        self._judge = QTimer(self, interval=JUDGE_MS)
        self._judge.timeout.connect(self._look)
        self._count = QTimer(self, interval=COUNT_MS)
        self._count.timeout.connect(self._count_outbox)
        self._jumping_to: datetime | None = None
        self._held = False
        self._speed = -1
        self._outward = Outward()
        self._played = Played.FRONT
        self._cast: Cast | None = None
        self._keys: set[str] = set()
        self._asked = datetime.min.replace(tzinfo=UTC)

    def open(self) -> None:
        """Open the drill of this store; nothing happens in a store without one."""
        desk = self._desk
        now = desk.room.situation
        if now.realm is not Realm.DRILL or now.drill is None:
            return
        try:
            scenario = scenario_of(desk.home)
        except (OSError, ScenarioRefused) as fault:
            desk.window.show_message(self.tr("想定读不出，演练不能进行：{0}").format(why(fault)))
            return
        self.scenario = scenario
        rules = read_rules()
        self._cast = cast_of(scenario, now.drill.seed, rules.incidents, rules.rungs)
        self._pictures = keep_pictures(desk.keeping.store, scenario, [resources.path("demo/photos")])
        self._reached = self._goal = max(now.at, now.drill.began_at)
        self._make_control(scenario)
        self._speed = desk.clock.speed
        desk.room.stepped.connect(self._on_step)
        desk.keeping.ask(lines_of, self._on_lines, desk.on_fault)
        desk.clock.ticked.connect(self._on_tick)
        desk.clock.speed_changed.connect(self._on_speed)
        self._judge.start()
        self._count.start()
        self.opened.emit(scenario)

    def close(self) -> None:
        """Stop playing."""
        for timer in (self._working, self._judge, self._count):
            timer.stop()
        self._judging.close()
        if self.window is not None:
            layout_file(self._desk.home).setValue("control", self.window.saveGeometry())
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def stand_by(self) -> None:
        """Show exercise control beside the players' window when the drill opens."""
        if self.window is not None:
            self.window.open_beside(self._desk.window)

    def bring_up(self) -> None:
        """Show exercise control."""
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    @property
    def answers(self) -> tuple[Answered, ...]:
        """What became of the expectations so far."""
        return self._answers

    @property
    def busy(self) -> bool:
        """Whether the scene is on its way to a later moment, or is being judged."""
        return self._jumping_to is not None or self._judging.busy

    @property
    def outward(self) -> Outward:
        """What wanted to leave the desk so far."""
        return self._outward

    # ── the scene ──

    def _on_tick(self, moment: datetime) -> None:
        if self._jumping_to is None:
            self._goal = moment if self._goal is None else max(self._goal, moment)
            if not self._working.isActive():
                self._work()

    def _work(self) -> None:
        """Let the scene come nearer to the clock, for a slice of time; in a jump the clock follows the scene.

        So it does when the scene can not keep up: what people do meanwhile is done at the scene's time.
        """
        held = HELD_SLICE_S if self._held else SLICE_S
        ends = time.monotonic() + (held if self._jumping_to is None else JUMP_SLICE_S)
        behind = False
        with self._desk.room.together():
            while self._reached is not None and self._goal is not None and self._reached < self._goal:
                until = min(self._goal, self._reached + SUB)
                self._pass(self._reached, until)
                self._reached = until
                if time.monotonic() >= ends and self._reached < self._goal:
                    self._working.start()
                    behind = True
                    break
        self._hold(behind=behind)
        if self._jumping_to is not None and self._reached is not None:
            done = self._reached >= self._jumping_to
            if done:
                self._jumping_to = None
            self._desk.clock.set_time(self._reached)

    def _hold(self, *, behind: bool) -> None:
        """Set the clock back to a scene that lags, until the scene has come to where the clock was."""
        if self._jumping_to is not None or self._reached is None:
            return
        held, clock = self._held, self._desk.clock
        self._held = behind and (held or clock.now() - self._reached > HELD)
        if held or self._held:
            clock.set_time(self._reached)

    def _pass(self, after: datetime, until: datetime) -> None:
        scenario, room = self.scenario, self._desk.room
        drill = room.situation.drill
        if scenario is None or drill is None or drill.ended_at is not None:
            return
        for reading in readings(scenario, room.situation, after, until):
            self._desk.hear(reading)
        for inject in due(scenario, room.situation, until, self._is_answered):
            self._happen(inject.id, self._moment(until), SCRIPT)
        if self._played is not Played.NOBODY and until - self._asked >= ROUND:
            self._asked = until
            self._play(self._moment(until))
        self._desk.river_desk.silence(lost_stations(scenario, room.situation, until))
        self._desk.reckoning.shut(cut_roads(scenario, room.situation, until))

    def _play(self, at: datetime) -> None:
        """Let the scripted players do what they do at a moment."""
        cast, room = self._cast, self._desk.room
        if cast is None:
            return
        now = room.situation
        if self._played is Played.ALL:
            steps: Iterable[Step] = moves(cast, now, at, self._keys)
        else:
            steps = (step for step in (*front(cast, now, at), *answers(cast, now, at)) if not _verifies(step))
        with room.together():
            for step in steps:
                self._keys.add(step.key)
                room.attempt(step)  # the rules may refuse a player as they refuse anybody

    def _happen(self, inject_id: str, at: datetime, by: str) -> None:
        scenario, room = self.scenario, self._desk.room
        inject = None if scenario is None else scenario.inject(inject_id)
        if scenario is None or inject is None:
            return
        mark, *rest = steps_of(inject, scenario, room.situation, at, by, self._pictures, english=english())
        with room.together():
            if room.take(mark):  # the rules may refuse control what has gone out meanwhile
                for step in rest:
                    room.take(step)

    def _moment(self, moment: datetime | None = None) -> datetime:
        """Return a moment, by default the clock's, but none before what has happened: marks and messages agree."""
        return max(moment or self._desk.clock.now(), self._desk.room.situation.at)

    def _is_answered(self, inject: str) -> bool:
        """Whether all that an inject expects has been done, as far as it was judged last."""
        found = [one.verdict for one in self._answers if one.inject == inject]
        return bool(found) and all(one in (Verdict.IN_TIME, Verdict.LATE) for one in found)

    # ── what exercise control asks ──

    def _make_control(self, scenario: Scenario) -> None:
        desk = self._desk
        control = self.control = DrillControl(desk.theme)
        control.pace_requested.connect(desk.clock.set_speed)
        control.jump_requested.connect(self.jump)
        control.fire_requested.connect(lambda inject: self._happen(inject, self._moment(), CONTROL))
        control.withhold_requested.connect(self._withhold)
        control.spoke.connect(self._speak)
        control.end_requested.connect(self._end)
        control.played_requested.connect(self.play_by)
        self.window = ControlWindow(control)
        desk.window.closing.connect(self.window.hide)  # else the program would wait for its last window
        left = layout_file(desk.home).value("control")
        if left is not None:
            self.window.restoreGeometry(left)
        else:
            self.window.resize(SIZE)
        desk.add_pane(control)
        control.show_scenario(scenario)
        control.show_pace(desk.clock.speed)
        control.show_played(self._played)
        control.show_answers((), self._outward)

    def play_by(self, whom: str) -> None:
        """Let the script play nobody, the front line or everybody ("nobody", "front", "all")."""
        self._played = Played(whom)
        if self.control is not None:
            self.control.show_played(whom)

    def jump(self, minutes: float) -> None:
        """Let the scene go on by so many minutes as fast as it can; what lies between happens in its time."""
        clock = self._desk.clock
        self._desk.room.do(DrillPaced(clock.speed, f"+{minutes:g} min"), CONTROL)
        self._jumping_to = self._goal = (self._reached or clock.now()) + timedelta(minutes=minutes)
        if not self._working.isActive():
            self._work()

    def _withhold(self, inject_id: str, reason: str) -> None:
        inject = None if self.scenario is None else self.scenario.inject(inject_id)
        if inject is not None:
            self._desk.room.take(withheld(inject, self._moment(), reason))

    def _speak(self, medium: Medium, who: str, text: str) -> None:
        room = self._desk.room
        room.take(speak_as(room.situation, self._moment(), who, text, medium))

    def _end(self, reason: str) -> None:
        if self._desk.room.do(DrillEnded(reason), CONTROL):
            self._desk.clock.set_speed(0)

    def _on_speed(self, speed: int) -> None:
        if speed == self._speed:
            return
        self._speed = speed
        if not speed and self._jumping_to is None:
            self._goal, self._held = self._reached, False  # a pause stops the scene where it is
        drill = self._desk.room.situation.drill
        if self.control is not None:
            self.control.show_pace(speed)
        if drill is not None and drill.ended_at is None:
            self._desk.room.do(DrillPaced(speed), CONTROL)

    # ── how it goes ──

    def _on_lines(self, lines: list[Line]) -> None:
        """Lines of the journal up to now; what was taken since they were asked for comes after them."""
        known = {step.key for _, step in lines}
        later = [step for _, step in self._lines if step.key not in known]
        last = lines[-1][0] if lines else 0
        self._lines = [*lines, *((last + n, step) for n, step in enumerate(later, start=1))]
        self._look()

    def _on_step(self, step: Step) -> None:
        self._lines.append((self._lines[-1][0] + 1 if self._lines else 0, step))
        if isinstance(step.body, DrillEnded):
            try:
                note_end(self._desk.home, step.at)
            except OSError as fault:
                self._desk.window.show_message(why(fault))

    def _look(self) -> None:
        scenario, now, until = self.scenario, self._desk.room.situation, self._desk.clock.now()
        if scenario is None or not self._lines or self._judging.busy:
            return
        self._judged_seq = now.seq
        lines = tuple(self._lines)
        self._judging.ask(lambda: answered(scenario, lines, until, now), self._on_answers)

    def _on_answers(self, answers: tuple[Answered, ...]) -> None:
        if answers != self._answers:
            self._answers = answers
            self._show_answers()

    def _count_outbox(self) -> None:
        carriers = self._desk.field.channels.channels
        real = {name for name, _ in carriers.names() if _reaches(carriers.carrier(name))}
        self._desk.keeping.ask(lambda store: _outward(store, real), self._on_outward, self._desk.on_fault)

    def _on_outward(self, outward: Outward) -> None:
        if outward != self._outward:
            self._outward = outward
            self._show_answers()

    def _show_answers(self) -> None:
        if self.control is not None:
            self.control.show_answers(self._answers, self._outward)


def _verifies(step: Step) -> bool:
    """Whether a step is the verification of a task: that is for the people at the desk."""
    return isinstance(step.body, TasksMoved) and step.body.move is Move.VERIFY


def _reaches(carrier: object) -> bool:
    return bool(getattr(carrier, "outbound", False)) and not getattr(carrier, "exercise", False)


def _outward(store: Store, real: set[str]) -> Outward:
    """Count what wanted to leave, by what became of it."""
    return outward(store.field.lines(limit=MOST), real, EXERCISE)
