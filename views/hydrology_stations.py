"""Stations now: the reach as a line, the list, what each source says of the chosen one, its readings, its curves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from data.model.observing_tables import ObservingTables
from data.model.river import HUAYUANKOU, Reading
from data.model.river_steps import ReadingCorrected
from data.model.situation import Situation, Touched
from data.model.telemetry import Board, Observation, Variable
from views import hydrology_align, hydrology_board, hydrology_reach, hydrology_station_rows, phrases, step_words, words
from views.hydrology_align import Travel
from views.hydrology_correct import CorrectForm
from views.hydrology_curves import CurvesPage
from views.hydrology_rows import ReadingRow, reading_columns, reading_rows
from views.hydrology_station_rows import StationLine, StationLines
from views.pane import Pane, Selection
from views.parts import Fact, Facts, boxed, column, page, scrolled
from views.river_entry import at_desk, step_for
from widgets.cell_curves import BarDelegate, SparkDelegate
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.reach_line import ReachLine
from widgets.rows_model import RowsModel
from widgets.theme import Theme, retheme

_SHARES = (13, 10)
_HIDDEN = ((1150, ("river", "datum", "aged", "source", "trend")), (1700, ("river", "datum", "aged", "source")))
"""Columns that say again what others say, put away below a width."""


class StationsPage(Pane):
    """The stations and, at the right, their curves. Signal step_requested carries a ReadingCorrected."""

    series_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, curves: CurvesPage, parent: QWidget | None = None) -> None:
        """Make the page around the curves it turns to."""
        super().__init__(theme, parent)
        self._curves = curves
        self._station = HUAYUANKOU
        self._hidden: tuple[str, ...] = ()
        self._lines = StationLines()
        self._shown: tuple[StationLine, ...] = ()
        self._tables: ObservingTables | None = None
        self._travel: Travel = hydrology_align.registered_travel
        self.reach = ReachLine(theme)
        self.reach.setAccessibleName(self.tr("河段示意：点站名选站，左右键换站"))
        self.reach.set_empty_words(self.tr("测站没有登记传播时间，画不出河段"))
        self.station_model: RowsModel[StationLine] = RowsModel(
            hydrology_station_rows.columns(), lambda row: row.id, self
        )
        self.stations = DataTable(theme, self.station_model)
        self.stations.set_empty_words(self.tr("没有登记测站：在“系统”页导入测站台账"))
        self._spark = SparkDelegate(theme, lambda row: row.spark, self)
        self._bar = BarDelegate(theme, lambda row: row.gauged, self)
        for key, delegate in (("spark", self._spark), ("bar", self._bar)):
            self.stations.setItemDelegateForColumn(self._column(key), delegate)
        self.reading_model: RowsModel[ReadingRow] = RowsModel(reading_columns(), lambda row: row.id, self)
        self.readings = DataTable(theme, self.reading_model)
        self.readings.set_empty_words(self.tr("该站尚无报汛"))
        self.sources = Facts(theme)
        self.correct_form = CorrectForm(theme)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _column(self, key: str) -> int:
        return next(at for at, one in enumerate(self.station_model.columns) if one.key == key)

    def _arrange(self, theme: Theme) -> None:
        self.station_panel = Panel(theme, self.tr("测站"), detachable=False)
        listed = QWidget()
        box = QVBoxLayout(listed)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.reach)
        box.addWidget(self.stations, 1)
        self.station_panel.set_body(listed)
        self.reading_panel = Panel(theme, self.tr("报汛记录"), detachable=False)
        self._sources_box = boxed(theme, column(theme, self.sources), (12, 6, 12, 6))
        self.records = QStackedWidget()
        self.records.addWidget(self.readings)
        self._form_place = scrolled(self.correct_form)
        self.records.addWidget(self._form_place)
        self.records.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.records.setMinimumHeight(theme.px(26 + 2 * 28))
        under = QWidget()
        below = QVBoxLayout(under)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._sources_box)
        below.addWidget(self.records, 1)
        self.reading_panel.set_body(under)
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.station_panel)
        left.addWidget(self.reading_panel)
        left.setStretchFactor(0, 5)
        left.setStretchFactor(1, 2)
        left.setSizes([680, 230])
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(page(self._curves))
        for side, share in enumerate(_SHARES):
            self.split.setStretchFactor(side, share)
        self.split.setSizes([share * 100 for share in _SHARES])
        for part in (left, self.split):
            part.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)

    def _wire(self) -> None:
        self.correct_action = QAction(self.tr("更正选中的报汛（Ctrl+E）"), self)
        self.correct_action.setShortcut(QKeySequence("Ctrl+E"))
        self.correct_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.correct_action.triggered.connect(self.start_correction)
        self.addAction(self.correct_action)
        self.reading_panel.add_action("sign", self.correct_action)
        self.stations.chosen.connect(self._chose)
        self.reach.chosen.connect(lambda identity: self._chose((identity,)))
        self.readings.chosen.connect(lambda _: self._dress_correction())
        self.readings.opened.connect(lambda _: self.start_correction())
        self.correct_form.entered.connect(self._correct)
        self.correct_form.closed.connect(lambda: self.records.setCurrentWidget(self.readings))
        self._dress_correction()

    def show_tables(self, tables: ObservingTables) -> None:
        """Take the table by which values and sources are judged."""
        self._tables = tables
        if self.now is not None and self.isVisible():
            self.draw_board(self.now, self.board)

    def set_travel(self, travel: Travel) -> None:
        """Take travel times that know the flow."""
        self._travel, self._shown = travel, ()
        if self.now is not None and self.isVisible():
            self.draw_time(self.time or self.now.at)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - the list is drawn whole
        """Draw list, reach and readings."""
        self.draw_time(self.time or now.at)
        self._draw_readings(now)
        self._draw_sources(self.board)

    def draw_board(self, now: Situation, board: Board | None) -> None:
        """Bring in what feeds say."""
        self.draw_time(self.time or now.at)
        self._draw_sources(board)

    def draw_time(self, time: datetime) -> None:
        """Bring ages up to date."""
        if self.now is None:
            return
        lines = self._lines.lines(self.now, time, self.board, self._tables)
        if len(lines) == len(self._shown) and all(a is b for a, b in zip(lines, self._shown, strict=True)):
            return
        self._shown = lines
        self.stations.set_rows(lines)
        self.reach.set_stops(hydrology_reach.stops(lines, self._hours(self.now, lines)))
        if not self.stations.chosen_ids():
            self.stations.choose([self._station])
        self.reach.choose(self._station)
        stale, apart = sum(line.base.stale for line in lines), sum(bool(line.differing) for line in lines)
        told = [self.tr("{0} 站超时效").format(stale)] if stale else []
        told += [self.tr("{0} 站两源不一致").format(apart)] if apart else []
        text = phrases.listed(told) or self.tr("{0} 站").format(len(lines))
        self.station_panel.set_summary(text, "state.attention" if told else "text.muted")

    def draw_selection(self, selection: Selection | None) -> None:
        """Show the station selected elsewhere."""
        if selection is not None and selection.kind == "stations" and selection.id != self._station:
            self._turn_to(selection.id)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        self._shown = ()
        retheme(self.split, theme)
        self._spark.set_theme(theme)
        self._bar.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns away that say again what others say, where they would not fit."""
        super().resizeEvent(event)
        hidden = next((keys for width, keys in _HIDDEN if self.width() < self.theme.px(width)), ("river",))
        if hidden != self._hidden:
            self._hidden = hidden
            self.stations.set_hidden_columns(hidden)

    # inside

    def _hours(self, now: Situation, lines: Sequence[StationLine]) -> dict[str, float]:
        """The time to 花园口 at the flow that each station has now; below 花园口, at that of 花园口."""
        here = next((line.base.flow_m3s for line in lines if line.id == HUAYUANKOU), None)
        found: dict[str, float] = {}
        for line in lines:
            below = (line.base.travel_h or 0.0) < 0
            hours = self._travel(now, line.id, here if below else line.base.flow_m3s)
            if hours is not None:
                found[line.id] = hours
        return found

    def _draw_readings(self, now: Situation) -> None:
        readings = now.readings.get(self._station, ())
        self.readings.set_rows(reading_rows(readings))
        name = step_words.station(now, self._station)
        self.reading_panel.set_title(self.tr("报汛记录 · {0}").format(name))
        self.reading_panel.set_summary(self.tr("最近 {0} 次").format(len(readings)))
        self._dress_correction()

    def _draw_sources(self, board: Board | None) -> None:
        """What each source says of the chosen station, side by side, where there is more than one sound value."""
        facts: list[Fact] = []
        for variable in Variable:
            found = hydrology_board.offered(board, self._station, variable)
            doubtful = any(one.doubts for one in found)
            if not found or (len(found) == 1 and not doubtful and variable in {Variable.FLOW, Variable.STAGE}):
                continue
            tables = self._tables
            apart = tables is not None and hydrology_board.apart(board, self._station, variable, tables)
            said = [self._said(one) for one in found]
            if apart:
                said.append(self.tr("两源不一致"))
            doubtful = bool(apart) or doubtful
            facts.append(
                Fact(hydrology_board.variable(variable), "　".join(said), "attention" if doubtful else "secondary")
            )
        self.sources.show_facts(facts)
        self._sources_box.setVisible(bool(facts))

    def _said(self, one: Observation) -> str:
        note = "，".join(filter(None, (words.clock(one.at), hydrology_board.doubts(one))))
        return phrases.noted(f"{hydrology_board.source(one.source)} {hydrology_board.value(one)}", note)

    def _chose(self, ids: tuple[object, ...]) -> None:
        if ids and ids[0] != self._station:
            self._turn_to(str(ids[0]))
            self.selection_requested.emit(Selection("stations", str(ids[0])))

    def _turn_to(self, station: str) -> None:
        self._station = station
        self.stations.choose([station])
        self.reach.choose(station)
        self._curves.turn_to(station)
        if self.now is not None:
            self._draw_readings(self.now)
            self._draw_sources(self.board)

    # corrections

    def _chosen_reading(self) -> Reading | None:
        ids = self.readings.chosen_ids()
        held = () if self.now is None else self.now.readings.get(self._station, ())
        return next((one for one in held if ids and one.at.isoformat() == ids[0]), None)

    def _dress_correction(self) -> None:
        self.correct_action.setEnabled(self._chosen_reading() is not None)

    def start_correction(self) -> None:
        """Open the form on the chosen reading."""
        reading = self._chosen_reading()
        if reading is not None:
            self.records.setCurrentWidget(self._form_place)
            self.correct_form.start(reading)

    def _correct(self, body: ReadingCorrected) -> None:
        self.records.setCurrentWidget(self.readings)
        if self.now is not None:
            self.step_requested.emit(step_for(self.now, body, at_desk(self.now, self.time)), "")
