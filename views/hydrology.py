"""水情 workspace: stations, curves of several of them, readings, rating of the year, the superior's bulletin page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from data.model.river import HUAYUANKOU
from data.model.situation import Situation, Touched
from data.rules.rating import Rating
from data.rules.signoff import Preview
from views import phrases, river_curves, river_facts, river_stations, step_words
from views.hydrology_import import ImportLine
from views.hydrology_rating import RatingPage
from views.hydrology_rows import ReadingRow, reading_columns, reading_rows
from views.pane import Pane, Selection
from views.river_curves import Curves, Floats
from views.river_stations import StationRow
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.empty_state import EmptyState
from widgets.hydrograph import Hydrograph
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Theme, retheme

if TYPE_CHECKING:
    from widgets.safe_web_view import SafeWebView

_SETTLE_MS = 90
_CHART_TOP_M3S = 60_000.0
_SHARES = (11, 10)
"""The table of stations wants its columns whole; a curve reads as well a little narrower."""
_OTHER_STYLES = ("solid", "dashed", "dotted")


class HydrologyWorkspace(Pane):
    """The river in full. Signals: series_requested(station) for a longer series, import_requested(path, options),
    settings_requested() when the bulletin's address is not configured.
    """

    series_requested = Signal(str)
    import_requested = Signal(str, object)
    settings_requested = Signal()

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the workspace; the web page is made when its tab is first opened."""
        super().__init__(theme, parent)
        self._series: dict[str, Curves] = {}
        self._asked: set[str] = set()
        self._drawn: set[str] = set()
        self._station = HUAYUANKOU
        self._address = ""
        self._narrow = False
        self.web: SafeWebView | None = None
        self.station_model: RowsModel[StationRow] = RowsModel(river_stations.wide_columns(), lambda row: row.id, self)
        self.stations = DataTable(theme, self.station_model)
        self.stations.set_empty_words(self.tr("没有登记测站：在“系统”页导入测站台账"))
        self.reading_model: RowsModel[ReadingRow] = RowsModel(reading_columns(), lambda row: row.id, self)
        self.readings = DataTable(theme, self.reading_model)
        self.readings.set_empty_words(self.tr("该站尚无报汛"))
        self.hydrograph = Hydrograph(theme, river_curves.hydrograph_words())
        self.chips = Chips(theme, exclusive=False)
        self.rating = RatingPage(theme)
        self.import_line = ImportLine(theme)
        self.web_place = QStackedWidget()
        self.web_empty = EmptyState(
            theme,
            self.tr("未配置上级平台或水情公报的网址"),
            icon="link-broken",
            act=self.tr("去系统设置填写"),
            detail=self.tr("填写后在这里显示；该页面没有任何权限，也不能离开所填的站点。"),
        )
        self.web_place.addWidget(self.web_empty)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        self.station_panel = Panel(theme, self.tr("测站"), detachable=False)
        self.station_panel.set_body(self.stations)
        self.reading_panel = Panel(theme, self.tr("报汛记录"), detachable=False)
        self.reading_panel.set_body(self.readings)
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.station_panel)
        left.addWidget(self.reading_panel)
        left.setStretchFactor(0, 3)
        left.setStretchFactor(1, 2)
        chart = QWidget()
        self._chart_column = QVBoxLayout(chart)
        self._chart_column.setContentsMargins(0, 0, 0, 0)
        self._chip_row = QHBoxLayout()
        self._chip_row.addWidget(self.chips)
        self._chart_column.addLayout(self._chip_row)
        self._chart_column.addWidget(self.hydrograph, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(chart, self.tr("过程线"))
        self.tabs.addTab(self.rating, self.tr("水位流量关系"))
        self.tabs.addTab(self.web_place, self.tr("上级平台"))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        ground = QFrame()
        ground.setProperty("panel", True)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.tabs)
        self.split.addWidget(ground)
        for side, share in enumerate(_SHARES):
            self.split.setStretchFactor(side, share)
        self.split.setSizes([share * 100 for share in _SHARES])
        ground.setMinimumWidth(theme.px(360))
        self.split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split, 1)
        column.addWidget(self.import_line)

    def _wire(self) -> None:
        self.stations.chosen.connect(self._chose)
        self._later.timeout.connect(self._draw_whatif)
        self.chips.chosen.connect(lambda _: self._draw_curves())
        self.import_line.requested.connect(self.import_requested)
        self.web_empty.acted.connect(self.settings_requested)
        self.tabs.currentChanged.connect(lambda _: self._open_web())

    # what the owner says

    def show_series(
        self, station: str, times: Sequence[datetime] | Floats, flows: Floats, stages: Floats | None = None
    ) -> None:
        """Show the longer series of a station that was asked for."""
        self._series[station] = river_curves.given(times, flows, stages)
        self._draw_curves()

    def show_rating(self, rating: Rating | None) -> None:
        """Show the stage-flow relation of the year, or that there is none."""
        self.rating.show_rating(rating)

    def show_address(self, address: str) -> None:
        """Take the address of the superior's page; nothing means that none is configured."""
        self._address = address.strip()
        if self.web is not None:
            self.web.set_address(self._address)
        self._open_web()

    def show_import(self, text: str) -> None:
        """Say what came of an import."""
        self.import_line.say(text)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what was touched."""
        if touched & Touched.REGISTERS:
            self.hydrograph.set_bands(river_facts.bands(now.registers.tiers, _CHART_TOP_M3S))
        self._draw_chips(now)
        self.draw_time(self.time or now.at)
        self._draw_readings(now)
        self._draw_curves()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - the curve needs no more
        """Set the what-if into the curves when the hand rests."""
        self._later.start()

    def draw_time(self, time: datetime) -> None:
        """Bring ages up to date."""
        if self.now is None:
            return
        rows = river_stations.station_rows(self.now, time, neighbours_only=False)
        self.stations.set_rows(rows)
        stale = sum(row.stale for row in rows)
        if stale:
            self.station_panel.set_summary(self.tr("{0} 站超时效").format(stale), "state.attention")
        else:
            self.station_panel.set_summary(self.tr("{0} 站").format(len(rows)))
        self.hydrograph.set_now(time.timestamp())

    def draw_selection(self, selection: Selection | None) -> None:
        """Show the station selected elsewhere."""
        if selection is not None and selection.kind == "stations" and selection.id != self._station:
            self.stations.choose([selection.id])
            self._turn_to(selection.id)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.split, theme)
        retheme(self.import_line, theme)
        self._chip_row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns away that say again what others say, where they would not fit."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(1500)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.stations.set_hidden_columns(("river", "aged") if narrow else ())

    # inside

    def _draw_whatif(self) -> None:
        if HUAYUANKOU in self._drawn:
            flow = None if self.preview is None else self.preview.flow_m3s
            river_curves.draw_whatif(self.hydrograph, self._curves(HUAYUANKOU), flow)

    def _draw_chips(self, now: Situation) -> None:
        known = [s for s in now.registers.stations if now.readings.get(s.id) or s.id in self._series]
        before = self.chips.chosen_keys()
        self.chips.set_chips([Chip(s.id, phrases.registered(s.name)) for s in known])
        if not before and any(s.id == self._station for s in known):
            self.chips.choose([self._station])

    def _draw_readings(self, now: Situation) -> None:
        readings = now.readings.get(self._station, ())
        self.readings.set_rows(reading_rows(readings))
        name = step_words.station(now, self._station)
        self.reading_panel.set_title(self.tr("报汛记录 · {0}").format(name))
        self.reading_panel.set_summary(self.tr("最近 {0} 次").format(len(readings)))

    def _curves(self, station: str) -> Curves:
        readings = () if self.now is None else self.now.readings.get(station, ())
        return river_curves.carried_on(self._series.get(station, river_curves.empty()), readings)

    def _draw_curves(self) -> None:
        now = self.now
        if now is None:
            return
        chosen = self.chips.chosen_keys() or (self._station,)
        for station in self._drawn - set(chosen):
            self.hydrograph.remove_series(station)
        if HUAYUANKOU not in chosen:
            for name in ("forecast", "whatif"):
                self.hydrograph.remove_series(name)
        alone = len(chosen) == 1
        others = 0
        for station in chosen:
            curves = self._curves(station)
            main = station == HUAYUANKOU or alone
            role, style = ("curve.observed", "solid") if main else ("curve.other", _OTHER_STYLES[others % 3])
            others += not main
            label = step_words.station(now, station)
            self.hydrograph.set_series(station, curves.times_s, curves.flows, role=role, style=style, label=label)
            if station == HUAYUANKOU:
                river_curves.draw_forecast(self.hydrograph, now, station, curves)
                flow = None if self.preview is None else self.preview.flow_m3s
                river_curves.draw_whatif(self.hydrograph, curves, flow)
            self._ask_for(station)
        self._draw_stage(self._curves(chosen[0]) if alone else None)
        self._drawn = set(chosen)
        facts = river_facts.facts(now)
        self.hydrograph.set_note(river_facts.coming_words(now, facts.flow_m3s, facts.rate_m3s_h))

    def _draw_stage(self, curves: Curves | None) -> None:
        """Stages of one station only: two stations may stand on two datums."""
        if curves is None or not curves.any_stage:
            self.hydrograph.remove_series("stage")
            return
        self.hydrograph.set_cursor_words(river_curves.hydrograph_words(curves.datum))
        label = self.tr("水位")
        self.hydrograph.set_series(
            "stage", curves.times_s, curves.stages, role="curve.stage", style="dotted", axis="stage", label=label
        )

    def _ask_for(self, station: str) -> None:
        if station not in self._asked:
            self._asked.add(station)
            self.series_requested.emit(station)

    def _chose(self, ids: tuple[str, ...]) -> None:
        if ids and ids[0] != self._station:
            self._turn_to(ids[0])
            self.selection_requested.emit(Selection("stations", ids[0]))

    def _turn_to(self, station: str) -> None:
        self._station = station
        if self.now is not None:
            self._draw_readings(self.now)
            self.chips.choose(dict.fromkeys((*self.chips.chosen_keys(), station)))
            self._draw_curves()

    def _open_web(self) -> None:
        """Make the web page when its tab is open and there is an address: it is heavy and often not wanted."""
        if not self._address:
            self.web_place.setCurrentWidget(self.web_empty)
            return
        if self.web is None and self.tabs.currentWidget() is self.web_place:
            from widgets.safe_web_view import SafeWebView

            self.web = SafeWebView()
            self.web.address_refused.connect(
                lambda url: self.message_requested.emit(self.tr("已拒绝离开所填站点：{0}").format(url))
            )
            self.web_place.addWidget(self.web)
            self.web.set_address(self._address)
        if self.web is not None:
            self.web_place.setCurrentWidget(self.web)
