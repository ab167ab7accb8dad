"""Replay at the desk: the whole screen at a past moment, scrubbed or played, while live goes on behind it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from data.model.alarms import Priority
from data.model.replay import MarkKind
from data.model.river import HUAYUANKOU
from data.model.steps import Step
from data.rules.reckoning import Reckoning
from data.store.errors import StoreTrouble
from data.store.reel import Frame, Reel
from desktop.newest import Newest
from desktop.patrolling import Walked
from desktop.replay_past import Around, Seeker, Sought, Way, Where, around, of_mark, of_step, way, within
from views import store_words
from views.pane import Pane
from views.replay_bar import ReplayBar

if TYPE_CHECKING:
    from desktop.app import Anlan

TICK_MS = 100
REST_MS, PLAYED_MS = 200, 1500
"""What is slow follows when the hand rests, and while it plays so often."""
MARKS_S = 10.0
BARRED = ("compare", "system")
"""Workspaces that act, or work on live: they wait until the screen is live again."""


class ReplayDesk(QObject):
    """Opens and closes the past. The room goes on taking steps; only what panes are shown is another.

    Signals:
        turned: True when the past has come on the screen, False when live is back.
        shown: Frame that has come on the screen.
        filled: what is slow has come too: board, walks, clocks.

    """

    turned = Signal(bool)
    shown = Signal(object)
    filled = Signal()

    def __init__(self, anlan: Anlan) -> None:
        """Make it, closed; `wire` connects it."""
        super().__init__(anlan)
        self._desk = anlan
        self.bar = ReplayBar(anlan.theme)
        background = anlan.background
        self._hand = Newest[Sought | None](background, "reel", self._on_fault)
        self._beside = Newest[Around](background, "past", self._on_fault)
        self._clocks = Newest[Reckoning](background, "past-clock", self._on_fault)
        self._ways = Newest[Way | None](background, "way", self._on_fault)
        self._reel: Reel | None = None
        self._seeker: Seeker | None = None
        self._session = self._leaps = self._fresh = 0
        self._open = False
        self._workspace = ""
        self._way: Way | None = None
        self._reach: timedelta | None = None
        self._told_way = -MARKS_S
        self._speed = 60
        self._from: tuple[datetime, float] | None = None  # moment and wall clock from which it plays
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._fill)
        self._play = QTimer(self, interval=TICK_MS)
        self._play.timeout.connect(self._tick)

    def wire(self) -> None:
        """Connect wishes and answers."""
        desk, bar = self._desk, self.bar
        desk.add_pane(bar)
        desk.window.add_line(bar)
        bar.moment_wished.connect(self.seek)
        bar.mark_wished.connect(self.jump)
        bar.play_wished.connect(self.toggle)
        bar.speed_wished.connect(self.set_speed)
        bar.reach_wished.connect(self.look_at)
        bar.left.connect(self.close)
        desk.timeline.replay_requested.connect(self.open_step)
        desk.room.live_wanted.connect(self.close)
        desk.room.stepped.connect(self._on_live_step)
        desk.clock.ticked.connect(self._tell_live)
        desk.window.workspace_opened.connect(self._on_workspace)
        desk.sheets.barred = self._bars
        self._barred = (
            desk.sign_off, desk.call_sheet, desk.push_sheet, desk.order_sheet, desk.report_sheet, desk.incident_sheet,
        )  # fmt: skip
        QShortcut(QKeySequence("F12"), desk.window, self.turn)

    def end(self) -> None:
        """End what is worked out; before the store is closed."""
        self._open = False
        self._rest.stop()
        self._play.stop()
        self._desk.showing.close()
        for hand in (self._hand, self._beside, self._clocks, self._ways):
            hand.close()
        if self._reel is not None:
            self._reel.close()

    # ── open and close ──

    @property
    def is_open(self) -> bool:
        """Whether the screen shows the past, or is about to."""
        return self._open

    @property
    def frame(self) -> Frame | None:
        """The frame on the screen."""
        return self._desk.showing.held

    @property
    def busy(self) -> bool:
        """Whether something of the past is on its way."""
        return self._rest.isActive() or any(
            hand.busy for hand in (self._hand, self._beside, self._clocks, self._ways)
        )  # fmt: skip

    def turn(self) -> None:
        """Open, or go back to live: one key."""
        if self._open:
            self.close()
        else:
            self.open()

    def open(self, at: datetime | None = None) -> None:
        """Show a past moment; without one, that of the newest step."""
        self._begin()
        self.seek(self._desk.room.situation.at if at is None else at)

    def open_at(self, seq: int) -> None:
        """Show what was known after the step of that number."""
        self._begin()
        self._go(lambda _reel, _shown: seq)

    def open_step(self, key: str) -> None:
        """Show what was known after the step of that key."""
        self._begin()
        self._go(of_step(key))

    def _begin(self) -> None:
        if self._open:
            return
        desk = self._desk
        if self._reel is None:
            self._reel = Reel.over(desk.keeping.store)
            self._seeker = Seeker(self._reel, desk.river_desk.alarms.bounds)
        desk.room.return_to_live()
        self._open = desk.room.replaying = True
        self._session += 1
        self._fresh = 0
        self._told_way = -MARKS_S
        for sheet in self._barred:
            sheet.hide()
        if self._workspace in BARRED:
            desk.window.open_workspace("desk")
        desk.window.show_realm(desk.room.realm)
        self._tell_live()
        self.bar.show()
        self.turned.emit(True)

    def close(self) -> None:
        """Show live again, all of it, at once."""
        if not self._open:
            return
        desk = self._desk
        self.pause()
        self._rest.stop()
        self._open = desk.room.replaying = False
        was_held = desk.showing.held is not None
        desk.showing.release()
        desk.window.show_realm(desk.room.realm)
        self.bar.hide()
        if was_held:
            desk.alarm_panes.show_past(None)
            desk.field_panes.patrolling.show_past(None)
            desk.answers.fill_timeline()
            desk.answers.series(HUAYUANKOU)
            self._renew_pages()
        self.turned.emit(False)

    # ── ways through it ──

    def seek(self, at: datetime) -> None:
        """Go to a moment; of many wishes only the newest is heeded."""
        if self._open:
            first = at if self._way is None else self._way.span.first
            moment = within(at, first, self._last()).astimezone(UTC)
            if self._from is not None:
                self._from = (moment, monotonic())
            self._go(lambda _reel, _shown: moment)

    def jump(self, kinds: tuple[MarkKind, ...], forward: bool) -> None:
        """Go to the next mark of these kinds, or to the one before."""
        if self._open:
            self.pause()
            self._go(of_mark(kinds, forward=forward))

    def play(self, speed: int | None = None) -> None:
        """Let it run on, so many seconds a second."""
        frame = self.frame
        if not self._open or frame is None:
            return
        self._speed = speed or self._speed
        self._from = (frame.at, monotonic())
        self._play.start()
        self.bar.show_speed(self._speed)
        self.bar.show_playing(playing=True)

    def pause(self) -> None:
        """Stand still."""
        if self._from is not None:
            self._from = None
            self._play.stop()
            self.bar.show_playing(playing=False)

    def toggle(self) -> None:
        """Play or pause."""
        if self._from is None:
            self.play()
        else:
            self.pause()

    def set_speed(self, speed: int) -> None:
        """Play faster or slower from now on."""
        self._speed = speed
        if self._from is not None:
            self.play(speed)

    def _tick(self) -> None:
        if self._from is None or self._hand.busy:
            return
        began, since = self._from
        moment = began + timedelta(seconds=(monotonic() - since) * self._speed)
        last = self._last()
        if moment >= last:
            self.pause()
        moment = min(moment, last)
        self._go(lambda _reel, _shown: moment)

    def _last(self) -> datetime:
        return self._desk.room.situation.at

    def _go(self, where: Where) -> None:
        seeker, session, known = self._seeker, self._session, self._desk.room.situation
        if seeker is not None:
            self._hand.ask(lambda: seeker.seek(session, known, where), self._on_sought)

    # ── what comes back ──

    def _on_sought(self, found: Sought | None) -> None:
        desk = self._desk
        if not self._open:
            return
        if found is None:
            desk.window.show_message(self.tr("这个方向没有标记了"))
            return
        if found.session != self._session:
            return
        frame, before = found.frame, self.frame
        leap = frame.follows is None
        if leap:
            self._leaps += 1
            if found.series is not None:
                series = found.series
                desk.river.show_series(HUAYUANKOU, series.at, series.flow_m3s, series.stage_m)
        desk.showing.hold(frame)
        desk.alarm_panes.show_past(found.alarms)
        if leap:
            desk.timeline.show_steps(found.recent)
            self._cut(before)
        elif frame.steps:
            desk.timeline.go_on(frame.steps)
        self.bar.show_moment(frame.at, frame.seq)
        if not self._rest.isActive():
            self._rest.start(REST_MS if self._from is None else PLAYED_MS)
        if monotonic() - self._told_way > MARKS_S or self._beyond(frame.at):
            self._ask_way(frame)
        self.shown.emit(frame)

    def _cut(self, before: Frame | None) -> None:
        """Of what is slow to come, show nothing that was not known yet."""
        desk, frame = self._desk, self.frame
        if frame is not None and (before is None or frame.at < before.at):
            desk.showing.show_past_board(None)
            desk.field_panes.patrolling.show_past(Walked())
        if frame is not None and desk.pages.river is not None:
            desk.pages.river.cut(frame.at)

    def _fill(self) -> None:
        """Ask for what is slow: what stations and people had sent by then, whom the water would reach."""
        frame, reel, leaps = self.frame, self._reel, self._leaps
        if not self._open or frame is None or reel is None:
            return
        desk = self._desk

        def heard(found: Around) -> None:
            if self._open and leaps == self._leaps:
                desk.showing.show_past_board(found.board)
                desk.field_panes.patrolling.show_past(found.walked)
                self._tell_filled()

        def reckoned(found: Reckoning) -> None:
            if self._open and leaps == self._leaps:
                desk.showing.show_past_reckoning(found)
                self._tell_filled()

        self._beside.ask(lambda: around(reel, frame), heard)
        self._clocks.ask(lambda: desk.reckoning.past(frame.situation, frame.at), reckoned)
        if self._from is None:
            self._renew_pages()

    def _tell_filled(self) -> None:
        if not self.busy:
            self.filled.emit()

    def _renew_pages(self) -> None:
        pages = self._desk.pages
        if pages.river is not None:
            pages.river.renew()
        if pages.record_page is not None:
            pages.record_page.ask_again()

    def look_at(self, hours: float) -> None:
        """Look at so much of the way around the moment; 0 for all of it."""
        self.bar.show_reach(hours)
        self._reach = timedelta(hours=hours) if hours else None
        if self.frame is not None:
            self._ask_way(self.frame)

    def _beyond(self, at: datetime) -> bool:
        way = self._way
        return way is not None and not way.first <= at <= way.last

    def _ask_way(self, frame: Frame) -> None:
        reel, reach = self._reel, self._reach
        self._told_way = monotonic()

        def found(made: Way | None) -> None:
            if made is not None and self._open:
                self._way = made
                self.bar.show_way(made.first, made.last, made.marks)

        if reel is not None:
            self._ways.ask(lambda: way(reel, frame, reach), found)

    # ── live behind it ──

    def _on_live_step(self, _step: Step) -> None:
        self._fresh += 1

    def _tell_live(self, _time: object = None) -> None:
        if not self._open:
            return
        view = self._desk.river_desk.alarms.view
        waiting = 0 if view is None else sum(view.listed.unacked(one) for one in Priority)
        self.bar.show_live(self._desk.clock.now(), self._fresh, waiting)

    def _bars(self, pane: Pane) -> bool:
        if self._open and pane in self._barred:
            self._desk.room.refused.emit("replaying", {})
            return True
        return False

    def _on_workspace(self, name: str) -> None:
        self._workspace = name
        if self._open and name in BARRED:
            self._desk.window.open_workspace("desk")
            self._desk.window.show_message(self.tr("“推演”和“系统”只对实况，按 F12 或 Esc 回到实况"))

    def _on_fault(self, error: BaseException) -> None:
        if not isinstance(error, StoreTrouble):
            raise error
        self._desk.window.show_message(store_words.trouble(error.code, error.params))
