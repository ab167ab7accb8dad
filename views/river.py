"""水情监测: gauge, hydrograph, flow slider, upstream stations, forecast and typed readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.river_steps import ReadingProposed
from data.model.situation import Situation, Touched
from data.model.steps import ForecastEntered, ForecastWithdrawn, Realm
from data.rules.coming import lapsed_forecast, standing_forecast
from data.rules.rating import Rating
from data.rules.signoff import Preview
from views import phrases, river_curves, river_facts, river_stations, words
from views.pane import Pane, Selection
from views.river_curves import Floats
from views.river_entry import EntryForm, ReadingForm, WithdrawForm, at_desk, step_for
from views.river_facts import Facts
from views.river_forecast_form import ForecastForm
from views.river_gauge import Gauge
from views.river_stations import StationRow
from widgets.data_table import DataTable
from widgets.hydrograph import Hydrograph
from widgets.ink_label import InkLabel
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.steady_slider import SliderWords, SteadySlider
from widgets.theme import Size, Theme, retheme

SNAPS_M3S = (4000.0, 6000.0, 8000.0, 10000.0, 15000.0)
SNAPS_WHERE_NARROW_M3S = (6000.0, 8000.0, 15000.0)
SNAPS_WHERE_LOW_M3S: tuple[float, ...] = ()
"""A low panel has one line for the jumps; the keys still go from threshold to threshold."""
LEVEE_M3S = 22_000.0
"""Design flow of the levee (大堤设防流量); the button of that name goes there."""
_SHOWN_DAYS = 5
_SETTLE_MS = 90
_ROOMY = 390
"""Height in px at scale 1 from which the upstream stations have a place; they are one key away in 水情."""
_TINY = 300
"""Height below which the slider stays whole and the curve gives way: large letters on a small screen."""


class RiverPanel(Pane):
    """The river at the top left. Signals: flow_previewed(float) while moving, flow_decided(float) when let go,
    returned(), series_requested(station) once per station whose longer series would be shown.
    """

    flow_previewed = Signal(float)
    flow_decided = Signal(float)
    returned = Signal()
    series_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the panel."""
        super().__init__(theme, parent)
        self._facts, self._base, self._curves = Facts(), river_curves.empty(), river_curves.empty()
        self._rating: Rating | None = None
        self._asked, self._wide, self._low, self._tiny = False, True, False, False
        self._of_past = False
        self.panel = Panel(theme, self.tr("水情监测"))
        self.panel.set_detach_words(self.tr("移到另一块屏幕"))
        self.gauge = Gauge(theme)
        self.hydrograph = Hydrograph(theme, river_curves.hydrograph_words())
        self.hydrograph.set_lean(True)
        self.slider = SteadySlider(theme, self._slider_words(), (0.0, river_facts.SLIDER_TOP_M3S))
        self.model: RowsModel[StationRow] = RowsModel(river_stations.compact_columns(), lambda row: row.id)
        self.stations = DataTable(theme, self.model)
        self.stations.set_empty_words(self.tr("没有登记上游测站"))
        self.forecast = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self.lapsed = InkLabel(theme, self.tr("已过时"), role="state.attention", size=Size.SMALL, hug=True)
        self.lapsed.setToolTip(self.tr("所报时间已过，不再参与等级判断"))
        self.withdraw = QPushButton(self.tr("撤回…"))
        self.withdraw.setProperty("kind", "quiet")
        self.withdraw.setToolTip(self.tr("撤回现有预报，须写理由"))
        self.forecast_form, self.reading_form = ForecastForm(theme), ReadingForm(theme)
        self.withdraw_form = WithdrawForm(theme)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._arrange()
        self._wire()
        self.draw_theme(theme)

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._forecast_line = QWidget()
        self._forecast_row = QHBoxLayout(self._forecast_line)
        self._forecast_row.addWidget(self.lapsed)
        self._forecast_row.addWidget(self.forecast, 1)
        self._forecast_row.addWidget(self.withdraw)
        self._slider_box = QWidget()
        self._slider_row = QVBoxLayout(self._slider_box)
        self._slider_row.addWidget(self.slider)
        self.pages = QStackedWidget()
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for page in (self.stations, self.forecast_form, self.reading_form, self.withdraw_form):
            self.pages.addWidget(page)
        column.addWidget(self.gauge)
        column.addWidget(self.hydrograph, 3)
        column.addWidget(self._slider_box)
        column.addWidget(self._forecast_line)
        column.addWidget(self.pages, 2)
        self.stations.setMinimumHeight(self.theme.px(26 + 28))
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self._actions = [
            self._action("plus", self.tr("录入预报（F7）"), "F7", lambda: self._open(self.forecast_form)),
            self._action("phone", self.tr("人工报汛（F8）"), "F8", lambda: self._open(self.reading_form)),
        ]
        for snap in (QShortcut(QKeySequence("Ctrl+L"), self),):
            snap.activated.connect(self.slider.setFocus)
        self.slider.setToolTip(self.tr("推演流量：拖动预览，松手定下，Esc 回到实况（Ctrl+L 到此）"))
        self.slider.previewed.connect(self.flow_previewed)
        self.slider.decided.connect(self.flow_decided)
        self.slider.returned.connect(self.returned)
        self.stations.chosen.connect(self._chose)
        self.stations.opened.connect(lambda _: self.workspace_requested.emit("hydrology"))
        self.withdraw.clicked.connect(self._start_withdrawal)
        self._later.timeout.connect(self._draw_whatif)
        self.forecast_form.entered.connect(self._enter_forecast)
        self.reading_form.entered.connect(self._enter_reading)
        self.withdraw_form.entered.connect(self._withdraw)
        for form in self._forms():
            form.closed.connect(self._close_form)

    def _action(self, icon: str, words_: str, key: str, act: object) -> QAction:
        action = QAction(words_, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        self.panel.add_action(icon, action)
        return action

    def _slider_words(self) -> SliderWords:
        live = self.tr("当时") if self._of_past else self.tr("实况")
        return SliderWords(self.tr("花园口推演流量"), "m³/s", live, self.tr("回实况"))

    def _forms(self) -> tuple[EntryForm, ...]:
        return (self.forecast_form, self.reading_form, self.withdraw_form)

    # what the owner says

    def show_series(
        self, station: str, times: Sequence[datetime] | Floats, flows: Floats, stages: Floats | None = None
    ) -> None:
        """Show the longer series that was asked for."""
        if station == HUAYUANKOU:
            self._base = river_curves.given(times, flows, stages)
            if self.now is not None:
                self._draw_curves(self.now)

    def show_rating(self, rating: Rating | None) -> None:
        """Take the stage-flow relation of the year, or none."""
        self._rating = rating
        if self.now is not None:
            self.draw_preview(self.now, self.preview)

    def focus_slider(self) -> None:
        """Bring the keyboard to the slider."""
        self.slider.setFocus()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what was touched."""
        time = self.time or now.at
        if self._of_past is not (now.realm is Realm.REPLAY):
            self._of_past = now.realm is Realm.REPLAY
            self.slider.set_words(self._slider_words())
        if touched & Touched.REGISTERS:
            bands = river_facts.bands(now.registers.tiers)
            self.slider.set_bands(bands)
            self.hydrograph.set_bands(bands)
            station = now.registers.stations.get(HUAYUANKOU)
            self.panel.set_summary(f"{phrases.registered(station.name)} {station.id}" if station is not None else "")
        for form in self._forms():
            form.show_situation(now)
            if not self._of_past:
                form.renew_time(time)
        self._facts = river_facts.facts(now)
        self.gauge.show_facts(now, self._facts)
        self._draw_curves(now)
        self.draw_time(time)
        if not self._asked:
            self._asked = True
            self.series_requested.emit(HUAYUANKOU)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        """Follow a what-if that was set elsewhere; the curve follows when the hand rests."""
        if preview is None:
            if self.slider.is_away():
                self.slider.set_value(self._facts.flow_m3s or 0.0)
            self.gauge.show_live_words(now)
        else:
            if self.slider.value() != preview.flow_m3s and not self.slider.isAncestorOf(self.focusWidget() or self):
                self.slider.set_value(preview.flow_m3s)
            self.gauge.show_whatif_stage(preview.flow_m3s, self._rating)
        self._later.start()

    def draw_time(self, time: datetime) -> None:
        """Bring ages up to date."""
        if self.now is None:
            return
        for form in self._forms():
            form.show_time(time)
        self._draw_forecast(self.now, max(self.now.at, time))
        self.gauge.show_age(time)
        self.slider.set_live(self._facts.flow_m3s, stale=self._facts.stale(time))
        self.stations.set_rows(river_stations.station_rows(self.now, time, neighbours_only=True))

    def draw_selection(self, selection: Selection | None) -> None:
        """Mark the station selected elsewhere."""
        chosen = [selection.id] if selection is not None and selection.kind == "stations" else []
        if list(self.stations.chosen_ids()) != chosen:
            self.stations.choose(chosen)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)
        px = theme.px
        self._slider_row.setContentsMargins(px(8), px(2), px(8), px(6))
        self._forecast_row.setContentsMargins(px(12), 0, px(6), 0)
        self.slider.set_snaps(self._snaps())
        for form in self._forms():
            form.set_theme(theme)

    def _snaps(self) -> list[tuple[str, float]]:
        steps = [("\N{MINUS SIGN}500", -500.0), ("+500", 500.0)]
        wide = SNAPS_M3S if self._wide else SNAPS_WHERE_NARROW_M3S
        flows = SNAPS_WHERE_LOW_M3S if self._low else wide
        jumps = [*((f"{q:.0f}", q) for q in flows), (self.tr("设防"), LEVEE_M3S)]
        return steps if self._tiny else [*steps, *jumps]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer fewer jumps where they would take a third line; where it is low, the stations give way."""
        super().resizeEvent(event)
        wide, low = self.width() >= self.theme.px(330), self.height() < self.theme.px(_ROOMY)
        tiny = self.height() < self.theme.px(_TINY)
        if (wide, low, tiny) != (self._wide, self._low, self._tiny):
            self._wide, self._low, self._tiny = wide, low, tiny
            self.slider.set_snaps(self._snaps())
        self._make_room()

    def _make_room(self) -> None:
        at_rest = self.pages.currentWidget() is self.stations
        self.pages.setHidden(self._low and at_rest)
        self._slider_box.setVisible(at_rest)
        self.hydrograph.setVisible(at_rest and not self._tiny)
        self.gauge.set_terse(self._tiny)

    def _draw_forecast(self, now: Situation, at: datetime) -> None:
        """One that counts no more is struck through, and is gone a day later."""
        lapsed = lapsed_forecast(now, at)
        forecast = lapsed or standing_forecast(replace(now, at=at))
        self._forecast_line.setVisible(forecast is not None)
        if forecast is None:
            return
        self.forecast.set_text(self._forecast_words(forecast), "text.muted" if lapsed else "text.secondary")
        self.forecast.set_struck(lapsed is not None)
        self.lapsed.setVisible(lapsed is not None)
        self.withdraw.setVisible(lapsed is None)

    def _forecast_words(self, forecast: Forecast) -> str:
        return self.tr("预报 {0} m³/s · {1} · {2}（{3} 录入）").format(
            words.flow(forecast.flow_m3s),
            words.date_clock(forecast.valid_at),
            forecast.source,
            words.date_clock(forecast.issued_at),
        )

    def _draw_curves(self, now: Situation) -> None:
        readings = now.readings.get(HUAYUANKOU, ())
        since = readings[-1].at - timedelta(days=_SHOWN_DAYS) if readings else None
        self._curves = river_curves.carried_on(self._base, readings, since)
        self.hydrograph.set_cursor_words(river_curves.hydrograph_words(self._curves.datum))
        river_curves.draw_station(self.hydrograph, self._curves)
        river_curves.draw_forecast(self.hydrograph, now, HUAYUANKOU, self._curves)
        if self.preview is not None:
            self._draw_whatif()

    def _draw_whatif(self) -> None:
        flow = None if self.preview is None else self.preview.flow_m3s
        river_curves.draw_whatif(self.hydrograph, self._curves, flow)

    # what was asked

    def _chose(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.selection_requested.emit(Selection("stations", ids[0]))

    def _open(self, form: EntryForm) -> None:
        self._turn_to(form)
        time = self.time or (self.now.at if self.now is not None else None)
        if time is not None and isinstance(form, (ForecastForm, ReadingForm)):
            form.start(time)

    def _start_withdrawal(self) -> None:
        self._turn_to(self.withdraw_form)
        self.withdraw_form.start(self.forecast.text())

    def _turn_to(self, page: QWidget) -> None:
        """Show the stations or a form; a form takes the room of curve and slider."""
        self.pages.setCurrentWidget(page)
        self._make_room()

    def _close_form(self) -> None:
        self._turn_to(self.stations)
        self.stations.setFocus()

    def _enter_forecast(self, forecast: Forecast) -> None:
        self._close_form()
        self.step_requested.emit(ForecastEntered(forecast), "")

    def _enter_reading(self, reading: Reading) -> None:
        self._close_form()
        if self.now is None:
            return
        step = step_for(self.now, reading, at_desk(self.now, self.time))
        if isinstance(step, ReadingProposed):
            told = self.tr("{0} 将跨越触发值：待第二人在“水情·录入与复核”采用，采用前不参与等级判断")
            self.message_requested.emit(told.format(words.flow(reading.flow_m3s)))
        self.step_requested.emit(step, "")

    def _withdraw(self, reason: str) -> None:
        self._close_form()
        self.step_requested.emit(ForecastWithdrawn(HUAYUANKOU, reason), "")
