"""The story of the desk: build, wire, run, close. Composition happens here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

import resources
from data.feeds.clock_tables import read_clock_tables
from data.feeds.incident_tables import read_incident_tables
from data.feeds.ratings import read_flood, read_ratings
from data.feeds.report_kinds import read_report_kinds
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import ReadingTaken, Realm, Step
from data.rules.rating import Rating
from data.rules.rights import SYSTEM
from data.rules.signoff import Preview
from data.store.store import Store
from desktop import keys
from desktop import theme as look
from desktop.alarm_panes import AlarmPanes
from desktop.answers import Answers
from desktop.background import Background
from desktop.bulletin import Bulletin
from desktop.clock import DeskClock
from desktop.desk import Desk, Place
from desktop.field_desk import FieldDesk
from desktop.field_panes import FieldPanes
from desktop.front import Front
from desktop.headquarters import Headquarters
from desktop.keeping import Keeping
from desktop.pages import Pages
from desktop.phones import Phones
from desktop.pins import pin_fits
from desktop.reckoning_desk import ReckoningDesk
from desktop.river_desk import RiverDesk
from desktop.room import Room
from desktop.seat_desk import SeatDesk, resumed_time
from desktop.settings import Settings
from desktop.sheets import Sheets
from desktop.showing import Showing
from desktop.twin_desk import CELLS_M, TwinDesk
from desktop.window import MainWindow, Workspace
from views import phrases, step_words, store_words
from views.call_sheet import CallSheet
from views.dispatch import DispatchPanel
from views.finder import Finder
from views.growers import GrowerPanel
from views.incident_sheet import IncidentSheet
from views.key_people import KeyPeoplePanel
from views.keys import KeysSheet
from views.order_sheet import OrderSheet
from views.pane import Pane
from views.push_board import PushBoard
from views.push_sheet import PushSheet
from views.report_sheet import ReportSheet
from views.river import RiverPanel
from views.run_chip import RunChip
from views.sheet_pane import SheetPane
from views.sign_off import SignOffSheet
from views.tasks import TaskPanel
from views.timeline import TimelinePanel
from views.top_bar import TopBar
from views.warning_card import WarningCard


class Anlan(QObject):
    """The whole desk. Made once; `close` is the reverse of making it."""

    def __init__(self, app: QApplication, home: Path, settings: Settings, front: Front) -> None:
        """Build the desk behind its front; StoreTrouble when the store cannot be opened."""
        super().__init__(app)
        self.home, self.settings = home, settings
        self._app = app
        self._at_once = False
        self.map, self.tiles = front.map, front.tiles
        self.water_map = front.water_map
        store, situation, self.first_run = front.opened()
        self._build(store, situation, front.bundle)
        self._wire()
        self.room.tell_everything()
        self._begin()

    # ── build ──

    def _build(self, store: Store, situation: Situation, bundle: look.ThemeBundle) -> None:
        theme = bundle.theme
        self.theme = theme
        self.background = Background(self)
        self.keeping = Keeping(store, self.background, self)
        self.clock = DeskClock(resumed_time(self.home, situation.at), self.settings.clock_speed, self)
        self.room = Room(situation, self.keeping.keep, self.clock.now, self)
        self.showing = Showing(self.room, theme, self.clock.now(), self)
        tables = read_clock_tables(resources.path("rules"))
        self.reckoning = ReckoningDesk(self.room, self.background, self.clock, tables, self)
        recorded = read_flood(resources.path("demo/flood_2020.csv")) if situation.realm is Realm.LIVE else ()
        self.bulletin = Bulletin(recorded, self)
        self.ratings = {rating.year: rating for rating in read_ratings(resources.path("demo/ratings.csv"))}
        self.twin = TwinDesk(self.room, self.background, self.reckoning, self)
        desk_parts = (self.room, self.keeping, self.background, self.clock)
        self.river_desk = RiverDesk(*desk_parts, home=self.home, settings=lambda: self.settings, parent=self)
        self.top_bar = TopBar(theme)
        self.river = RiverPanel(theme)
        self.key_people = KeyPeoplePanel(theme)
        self.warning = WarningCard(theme)
        self.tasks = TaskPanel(theme)
        self.growers = GrowerPanel(theme)
        self.dispatch = DispatchPanel(theme)
        self.timeline = TimelinePanel(theme)
        self.alarm_panes = AlarmPanes(self)
        self.desk = Desk(
            self.map,
            [
                Place("river", self.tr("水情监测"), self.river, "left", 6, 330),
                Place("keypeople", self.tr("重点关注人员"), self.key_people, "left", 4, 150),
                Place("warning", self.tr("预警"), self.warning, "right", 4, 190),
                Place("alarms", self.tr("报警"), self.alarm_panes.frame, "right", 3, 110),
                Place("tasks", self.tr("待办任务"), self.tasks, "right", 6, 210),
                Place("growers", self.tr("滩区种植户"), self.growers, "right", 3, 150),
                Place("dispatch", self.tr("快捷调度"), self.dispatch, "bottom", 2, 130),
                Place("timeline", self.tr("时间线"), self.timeline, "bottom", 1, 110),
            ],
        )
        self.seat = SeatDesk(self, self._app)
        self.pages = Pages(self)
        self.answers = Answers(self)
        self.headquarters = Headquarters(self)
        self.window = MainWindow(theme, self.top_bar, self._workspaces())
        self.run_chip = RunChip(theme)
        self.finder = Finder(theme, self.window.host)
        self.sign_off = SignOffSheet(theme, pin_fits)
        self.call_sheet = CallSheet(theme)
        self.push_sheet = PushSheet(theme, pin_fits, self.settings.desk_tel)
        self.push_board = PushBoard(theme, pin_fits)
        kinds = read_report_kinds(resources.path("rules/report_kinds.csv"))
        self.field = FieldDesk(*desk_parts, kinds=kinds, home=self.home, settings=lambda: self.settings, parent=self)
        self.report_sheet = ReportSheet(theme, kinds)
        self.incident_sheet = IncidentSheet(theme, read_incident_tables(resources.path("rules")))
        self.order_sheet = OrderSheet(theme)
        self.field_panes = FieldPanes(self)
        self.keys_sheet = KeysSheet(theme)
        self.keys_sheet.show_keys(keys.shown())
        self.sheets = Sheets(self.window.host)
        for sheet in self._all_sheets():
            self.sheets.adopt(sheet)

    def _workspaces(self) -> list[Workspace]:
        pages = self.pages
        return [
            Workspace("desk", self.tr("指挥"), "desk", lambda: self.desk),
            Workspace("hydrology", self.tr("水情"), "river", pages.hydrology),
            Workspace("works", self.tr("工程"), "works", pages.works),
            Workspace("patrol", self.tr("巡查"), "patrol", pages.patrol),
            Workspace("relocation", self.tr("迁安"), "relocation", pages.relocation),
            Workspace("stock", self.tr("物资"), "stock", pages.stock),
            Workspace("plan", self.tr("预案"), "plan", pages.plan),
            Workspace("compare", self.tr("推演"), "twin", pages.compare),
            *self.headquarters.workspaces,
            Workspace("system", self.tr("系统"), "system", pages.system),
        ]

    # ── wire: the nervous system, on one screen ──

    def _wire(self) -> None:
        desk_panes = (self.river, self.key_people, self.map, self.warning, self.tasks, self.growers, self.dispatch)
        desk_panes = (*desk_panes, self.alarm_panes.panel)
        for pane in (self.top_bar, *desk_panes, self.timeline, self.finder, *self._all_sheets()):
            self.add_pane(pane)

        self.room.stepped.connect(self.timeline.add_step)
        self.room.refused.connect(self._on_refused)
        self.room.previewed.connect(self._on_previewed)
        self.clock.ticked.connect(self.showing.show_time)
        self.clock.ticked.connect(self.bulletin.advance)
        self.clock.speed_changed.connect(lambda speed: self.top_bar.show_clock(speed, self.clock.real))
        self.bulletin.arrived.connect(self.hear)
        self.river_desk.telemetry.board_changed.connect(self.showing.show_board)
        self.keeping.state_changed.connect(self._on_store_state)

        self.river.flow_previewed.connect(self.room.show_whatif)
        self.river.flow_decided.connect(self.room.show_whatif)
        self.river.returned.connect(self.room.return_to_live)
        self.river.series_requested.connect(self.answers.series)
        self.warning.sign_off_requested.connect(self.sign_off.open_for)
        self.warning.orders_requested.connect(self.order_sheet.open)
        self.reckoning.reckoned.connect(self.showing.show_reckoning)
        self.twin.wet.connect(self.map.show_water)
        self.twin.running.connect(self.run_chip.show_runs)
        self.run_chip.stop_requested.connect(self.twin.stop_run)
        self.run_chip.opened.connect(lambda: self.window.open_workspace("compare"))
        self.window.add_foot(self.run_chip)
        self.top_bar.user_requested.connect(self.pages.open_users)
        self.top_bar.tasks_requested.connect(self._on_tasks_requested)
        self.map.people_gathered.connect(self.dispatch.show_gathered)
        self.dispatch.call_requested.connect(self.call_sheet.open_for)
        self.dispatch.push_requested.connect(self.push_sheet.open_for)
        self.dispatch.board_requested.connect(self.push_board.open_for)
        self.finder.call_requested.connect(self.call_sheet.open_for)
        self.finder.index_requested.connect(self.answers.index)
        self.push_board.call_requested.connect(self.call_sheet.open_for)
        self.push_sheet.sent.connect(self.push_board.open_for)
        self.tasks.evidence_file_requested.connect(self.answers.evidence)
        self.tasks.boats_requested.connect(self.pages.open_boats)
        for pane in (self.tasks, self.growers, self.key_people):
            pane.call_requested.connect(self._on_call_requested)
        for sheet in self._all_sheets():
            sheet.closed.connect(sheet.hide)
        self.seat.wire()
        self.phones = Phones(self)
        self.field_panes.wire()
        self.alarm_panes.wire()
        self.river_desk.alarms.coverage = self.field_panes.patrolling.coverage
        self.headquarters.wire()

        QShortcut(QKeySequence("Esc"), self.window, self._on_escape)
        QShortcut(QKeySequence("Ctrl+K"), self.window, self.finder.open)
        QShortcut(QKeySequence("F1"), self.window, self.keys_sheet.bring_up_keys)
        QShortcut(QKeySequence("F10"), self.window, self.order_sheet.open)

    def _all_sheets(self) -> tuple[SheetPane | SignOffSheet, ...]:
        return (
            self.sign_off,
            self.call_sheet,
            self.push_sheet,
            self.push_board,
            self.report_sheet,
            self.incident_sheet,
            self.order_sheet,
            self.keys_sheet,
            self.alarm_panes.sheet,
            *self.field_panes.sheets,
            *self.headquarters.sheets,
        )

    def add_pane(self, pane: Pane) -> None:
        """Show a pane everything, and hear its wishes."""
        self.showing.add(pane)
        pane.place_requested.connect(self._on_place_requested)
        pane.workspace_requested.connect(self.window.open_workspace)
        pane.message_requested.connect(self.window.show_message)

    # ── run ──

    def _begin(self) -> None:
        if self.first_run:
            self.bulletin.advance(self.room.situation.at)  # the days before the start are known, as at any desk
        else:
            self.bulletin.start_after(self.room.situation.at)
        self.top_bar.show_clock(self.clock.speed, self.clock.real)
        self.top_bar.show_store_state(0, "")
        self.river.show_rating(self.rating())
        self.window.open_workspace("desk")
        self.window.show_realm(self.room.realm)
        self.answers.fill_timeline()
        self.answers.series(HUAYUANKOU)
        if self.tiles.template is not None:
            self.map.offer_tiles(self.tiles.template, self.tiles.attribution, self.tiles.subdomains, self.tiles.deepest)
        if self.tiles.refused:
            self.window.show_message(phrases.clauses(self.tiles.refused))

    def open_field(self) -> None:
        """Let phones in and messages out; pictures and tests of panels leave it."""
        self.field.start()
        self.field_panes.start()

    def open_telemetry(self) -> None:
        """Listen for stations and ask the feeds, and let the alarms begin; pictures and tests of panels leave it."""
        self.river_desk.start()
        self.river_desk.alarms.start()
        for fault in self.river_desk.faults:
            self.window.show_message(fault)

    def open_forecast(self) -> None:
        """Let the desk forecast 花园口 by itself, unless the seat has switched that off."""
        if self.settings.own_forecast:
            self.river_desk.forecast.start()

    def open_sound(self) -> None:
        """Let alarms be heard; tests and pictures leave it."""
        self.alarm_panes.start()

    def open_twin(self, folder: Path | None = None, *, cells_m: Sequence[float] = CELLS_M, make: bool = True) -> None:
        """Let the relocation clock run, and the flood library be opened and made; tests of panels leave it."""
        self.reckoning.start()
        rating = self.rating() or max(self.ratings.values(), key=lambda one: one.year, default=None)
        if rating is not None:
            self.twin.start(rating, folder or self.home / "twin", cells_m=cells_m, make=make)

    def show(self, size: tuple[int, int] | None = None) -> None:
        """Show the window: at a size, or as it was left, or as large as the screen."""
        self.seat.show(size)

    def close(self) -> None:
        """Close everything in the reverse order; what is queued is written first."""
        self.clock.stop()
        self.headquarters.close()
        self.field_panes.close()
        self.pages.close()
        self.twin.close()
        self.reckoning.close()
        self.background.close()
        self.phones.close()
        self.field.close()
        self.alarm_panes.close()
        self.river_desk.close()
        self.window.close()
        self.window.deleteLater()
        self.keeping.close()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete: the web pages must go before their profile
        self._app.processEvents()
        self.tiles.close()
        self.setParent(None)

    def play_to(self, moment: datetime) -> None:
        """Let the recorded readings up to a moment arrive at once (for pictures of the demonstration)."""
        self._at_once = True
        self.clock.set_time(moment)
        self.bulletin.advance(moment)
        self._at_once = False
        self.showing.show_time(moment)

    def rating(self) -> Rating | None:
        """Return the rating of the desk's year, if there is one."""
        return self.ratings.get(self.clock.now().year)

    def observe(self, flow_m3s: float) -> None:
        """Let a flow at 花园口 be observed now, marked as typed in."""
        self._on_reading(Reading(HUAYUANKOU, self.clock.now(), flow_m3s, None, "", "shot"))

    @property
    def working(self) -> bool:
        """Whether clocks, pictures of the water or the own forecast are being worked out."""
        page = self.pages.twin
        return (
            self.river_desk.forecast.busy
            or self.reckoning.busy
            or self.twin.busy
            or self.headquarters.busy
            or (page is not None and page.busy)
        )

    def when_drawn(self, then: Callable[[], None]) -> None:
        """Call back once the window and its map are on the screen."""
        self.map.map.when_shown(then)

    # ── answers ──

    def hear(self, reading: Reading) -> None:
        """A recorded reading comes as its station's frame where the desk listens, else by hand."""
        if self._at_once or not self.river_desk.play(reading):
            self._on_reading(reading)

    def _on_reading(self, reading: Reading) -> None:
        key = f"{reading.source}-{reading.station}-{reading.at.isoformat()}"
        self.room.take(Step(key, reading.at, SYSTEM, self.room.situation.realm, ReadingTaken(reading)))

    def _on_previewed(self, _preview: Preview | None) -> None:
        self.window.show_realm(self.room.realm)

    def _on_refused(self, code: str, params: Any) -> None:
        said = step_words.refusal(code, params)
        self.window.show_message(said)
        for sheet in self._all_sheets():
            if sheet.isVisible():
                sheet.show_refusal(said)

    def _on_escape(self) -> None:
        if not self.sheets.put_away_all():
            self.room.return_to_live()

    def _on_call_requested(self, ids: tuple[str, ...]) -> None:
        self.call_sheet.open_for(list(ids))

    def _on_store_state(self, unsaved: int, trouble: str) -> None:
        self.top_bar.show_store_state(unsaved, store_words.trouble(trouble) if trouble else "")

    def on_fault(self, error: BaseException) -> None:
        """An answer that failed through our own fault is raised where it is recorded."""
        raise error

    def _on_place_requested(self, lon: float, lat: float) -> None:
        self.window.open_workspace("desk")
        self.map.fly_to(lon, lat)

    def _on_tasks_requested(self, which: str) -> None:
        self.window.open_workspace("desk")
        self.tasks.show_tasks(which)

    def write_record(self, folder: Path) -> list[Path]:
        """Write the record of this store's days beside the pictures; return the files."""
        return self.pages.write_record(folder)
