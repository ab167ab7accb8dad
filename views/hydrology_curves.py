"""Hydrographs of several stations: side by side or moved to their arrival at 花园口, and against a past flood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from data.model.river import HUAYUANKOU
from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views import hydrology_align, phrases, river_curves, river_facts, step_words, words
from views.hydrology_align import Shift, Travel
from views.pane import Pane
from views.parts import Choice
from views.river_curves import Curves, Floats
from widgets.chips import Chip, Chips
from widgets.hydrograph import Hydrograph
from widgets.ink_label import InkLabel
from widgets.plot_series import Style
from widgets.theme import Size, Theme, retheme

_SETTLE_MS = 90
_CHART_TOP_M3S = 60_000.0
_OTHER_STYLES: tuple[Style, ...] = ("solid", "dashed", "dotted")
_SPANS = {"3": 3.0, "10": 10.0, "30": 30.0, "all": float("inf")}
_PAST_YEARS = range(2006, 2021)
_AHEAD_DAYS = 5.0
_NONE, _DATE, _PEAK = "", "date", "peak"


class CurvesPage(Pane):
    """Curves of the chosen stations.

    Signals:
        series_requested: station whose longer series would be shown.
        past_requested: year and station whose past flood is not at hand.

    """

    series_requested = Signal(str)
    past_requested = Signal(int, str)

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page without curves."""
        super().__init__(theme, parent)
        self.series: dict[str, Curves] = {}
        self._asked: set[str] = set()
        self._past: dict[tuple[int, str], Curves] = {}
        self.drawn: set[str] = set()
        self._station = HUAYUANKOU
        self._travel: Travel = hydrology_align.registered_travel
        self.hydrograph = Hydrograph(theme, river_curves.hydrograph_words())
        self.chips = Chips(theme, exclusive=False)
        self.spans = Chips(theme)
        days = self.tr("{0} 天")
        self.spans.set_chips([Chip(key, self.tr("全部") if key == "all" else days.format(key)) for key in _SPANS])
        self.spans.choose(["10"])
        self.aligned = QCheckBox(self.tr("按传播时间对齐(&T)"))
        self.aligned.setToolTip(self.tr("把上游过程线移到到达花园口的时间（Alt+T）"))
        self.year = Choice(self.tr("对比历史洪水"))
        self.manner = Choice(self.tr("对比方式"))
        self.manner.set_choices([(_DATE, self.tr("按日期")), (_PEAK, self.tr("按洪峰"))])
        self.said = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._arrange()
        self._later.timeout.connect(self._draw_whatif)
        for chips in (self.chips, self.spans):
            chips.chosen.connect(lambda _: self.draw_curves())
        self.aligned.toggled.connect(lambda _: self.draw_curves())
        self.year.picked.connect(lambda _: self.draw_curves())
        self.manner.picked.connect(lambda _: self.draw_curves())
        self._offer_years()
        self.draw_theme(theme)

    def _arrange(self) -> None:
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.spans)
        self._tools.addWidget(self.aligned)
        self._tools.addStretch(1)
        self._tools.addWidget(self.year)
        self._tools.addWidget(self.manner)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.chips)
        self._head.addLayout(self._tools)
        self._head.addWidget(self.said)
        self._column.addLayout(self._head)
        self._column.addWidget(self.hydrograph, 1)
        self.said.hide()

    # what the owner says

    def show_series(
        self, station: str, times: Sequence[datetime] | Floats, flows: Floats, stages: Floats | None = None
    ) -> None:
        """Show the longer series of a station that was asked for."""
        self.series[station] = river_curves.given(times, flows, stages)
        self._offer_years()
        self.draw_curves()

    def show_past(self, year: int, station: str, times: Sequence[datetime] | Floats, flows: Floats) -> None:
        """Show a past year of a station; no values means that there is none."""
        self._past[year, station] = river_curves.given(times, flows, None)
        self.draw_curves()

    def set_travel(self, travel: Travel) -> None:
        """Take travel times that know the flow."""
        self._travel = travel
        self.draw_curves()

    def turn_to(self, station: str) -> None:
        """Add a station to the curves."""
        self._station = station
        if self.now is not None:
            self._draw_chips(self.now)
            self.chips.choose(dict.fromkeys((*self.chips.chosen_keys(), station)))
            self.draw_curves()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what was touched."""
        if touched & Touched.REGISTERS:
            self.hydrograph.set_bands(river_facts.bands(now.registers.tiers, _CHART_TOP_M3S))
        self._draw_chips(now)
        self.draw_time(self.time or now.at)
        self.draw_curves()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - the curve needs no more
        """Set the what-if into the curves when the hand rests."""
        self._later.start()

    def draw_time(self, time: datetime) -> None:
        """Move the line of now."""
        self.hydrograph.set_now(time.timestamp())

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.hydrograph, theme)
        for part in (self.chips, self.spans, self.said):
            part.set_theme(theme)
        self._tools.setSpacing(theme.px(8))
        self._head.setSpacing(theme.px(4))
        self._head.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(2))

    def curves(self, station: str) -> Curves:
        """The whole curve of a station: its long series and what came since."""
        readings = () if self.now is None else self.now.readings.get(station, ())
        return river_curves.carried_on(self.series.get(station, river_curves.empty()), readings)

    # inside

    def _draw_whatif(self) -> None:
        if HUAYUANKOU in self.drawn:
            flow = None if self.preview is None else self.preview.flow_m3s
            river_curves.draw_whatif(self.hydrograph, self._window(self.curves(HUAYUANKOU)), flow)

    def _draw_chips(self, now: Situation) -> None:
        known = [s for s in now.registers.stations if now.readings.get(s.id) or s.id in self.series]
        before = self.chips.chosen_keys()
        self.chips.set_chips([Chip(s.id, phrases.registered(s.name)) for s in known])
        if not before and any(s.id == self._station for s in known):
            self.chips.choose([self._station])

    def draw_curves(self) -> None:
        """Draw the chosen stations."""
        now = self.now
        if now is None:
            return
        chosen = self.chips.chosen_keys() or (self._station,)
        for station in self.drawn - set(chosen):
            self.hydrograph.remove_series(station)
        if HUAYUANKOU not in chosen:
            for name in ("forecast", "whatif"):
                self.hydrograph.remove_series(name)
        shifts: list[Shift] = []
        missing: list[str] = []
        others = 0
        for station in chosen:
            main = station == HUAYUANKOU or len(chosen) == 1
            style: Style = "solid" if main else _OTHER_STYLES[others % 3]
            others += not main
            self._draw_station(now, station, main=main, style=style, told=(shifts, missing))
            self._ask_for(station)
        self.drawn = set(chosen)
        self._draw_stage(self._window(self.curves(chosen[0])) if len(chosen) == 1 else None)
        past = self._draw_past(now, HUAYUANKOU if HUAYUANKOU in chosen else chosen[0])
        told = [hydrology_align.shift_words(now, shifts, missing) if self.aligned.isChecked() else "", past]
        self.said.set_text(phrases.clauses(text for text in told if text))
        self.said.setVisible(any(told))
        facts = river_facts.facts(now)
        self.hydrograph.set_note(river_facts.coming_words(now, facts.flow_m3s, facts.rate_m3s_h))

    def _draw_station(
        self, now: Situation, station: str, *, main: bool, style: Style, told: tuple[list[Shift], list[str]]
    ) -> None:
        curves = self._window(self.curves(station))
        label = step_words.station(now, station)
        if self.aligned.isChecked() and station != HUAYUANKOU:
            curves, shift = hydrology_align.to_arrival(now, station, curves, self._travel)
            if shift is None:
                told[1].append(station)
            else:
                told[0].append(shift)
                label = f"{label} {hydrology_align.hours_words(shift)}"
        role = "curve.observed" if main else "curve.other"
        self.hydrograph.set_series(station, curves.times_s, curves.flows, role=role, style=style, label=label)
        if station == HUAYUANKOU:
            river_curves.draw_forecast(self.hydrograph, now, station, curves)
            flow = None if self.preview is None else self.preview.flow_m3s
            river_curves.draw_whatif(self.hydrograph, curves, flow)

    def _window(self, curves: Curves) -> Curves:
        """The last days of a curve, as many as are wanted, before the newest value of all."""
        days = _SPANS[self.spans.chosen_keys()[0]]
        if not curves.times_s.size or not np.isfinite(days):
            return curves
        newest = max((self.time or self.now.at).timestamp() if self.now is not None else 0.0, 0.0)
        newest = min(newest, float(curves.times_s[-1])) if newest else float(curves.times_s[-1])
        return hydrology_align.between(curves, newest - days * 86_400.0, float("inf"))

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

    # past floods

    def _offer_years(self) -> None:
        held = {year for curves in self.series.values() for year in hydrology_align.years_of(curves)}
        years = sorted({*_PAST_YEARS, *held}, reverse=True)
        self.year.set_choices(
            [(_NONE, self.tr("不对比")), *((str(one), self.tr("{0} 年").format(one)) for one in years)]
        )

    def _draw_past(self, now: Situation, station: str) -> str:
        """Lay the chosen year over the present; return what is to be said about it."""
        self.manner.setEnabled(bool(self.year.key()))
        if not self.year.key():
            self.hydrograph.remove_series("past")
            return ""
        year = int(self.year.key())
        whole = self.curves(station)
        past = self._past.get((year, station)) or hydrology_align.of_year(whole, year)
        if not np.isfinite(past.flows).any():
            self.hydrograph.remove_series("past")
            if (year, station) not in self._past:
                self.past_requested.emit(year, station)
            name = step_words.station(now, station)
            return self.tr("没有 {0} {1} 年的数据：在“录入与导入”页导入水情序列").format(name, year)
        present = self._window(whole)
        this_year = (self.time or now.at).year
        seconds = hydrology_align.by_date(year, this_year)
        if self.manner.key() == _PEAK:
            seconds = hydrology_align.by_peak(past, present) or seconds
        near = self._near(past, present, seconds)
        times, flows = hydrology_align.moved(near, seconds)
        label = self.tr("{0} 年").format(year)
        self.hydrograph.set_series("past", times, flows, role="curve.stage", style="dashed", label=label)
        return self._past_words(past, year, seconds - timedelta(days=365.25 * (this_year - year)).total_seconds())

    def _near(self, past: Curves, present: Curves, seconds: float) -> Curves:
        """The part of a past year that lies beside what is shown, and some days ahead of it."""
        if not present.times_s.size:
            return past
        start, end = float(present.times_s[0]) - seconds, float(present.times_s[-1]) - seconds
        return hydrology_align.between(past, start, end + _AHEAD_DAYS * 86_400.0)

    def _past_words(self, past: Curves, year: int, off_s: float) -> str:
        peak = int(np.nanargmax(past.flows))
        at = datetime.fromtimestamp(float(past.times_s[peak]), words.BEIJING)
        text = self.tr("{0} 年最大 {1:,.0f} m³/s（{2}）").format(year, float(past.flows[peak]), f"{at:%m-%d %H:%M}")
        days = round(off_s / 86_400.0)
        if self.manner.key() == _PEAK and days:
            way = self.tr("洪峰对齐，推后 {0} 天") if days > 0 else self.tr("洪峰对齐，提前 {0} 天")
            return phrases.clauses([text, way.format(abs(days))])
        return text

    def _ask_for(self, station: str) -> None:
        if station not in self._asked:
            self._asked.add(station)
            self.series_requested.emit(station)
