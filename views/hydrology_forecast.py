"""预报: the official one first, ours with its band beside it, chances of thresholds, arrival below, and skill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from data.model.river import HUAYUANKOU, Forecast, Outlook
from data.model.situation import Situation, Touched
from data.rules.coming import standing_forecast
from data.rules.forecast.travel import TravelRow
from data.rules.rating import Rating
from views import hydrology_forecast_rows, phrases, river_curves, river_facts, words
from views.hydrology_forecast_rows import ArrivalRow, CrossingRow, LeadRow
from views.hydrology_skill_rows import SkillRow, skill_columns
from views.pane import Pane
from views.parts import Words, boxed, column
from widgets.data_table import DataTable
from widgets.hydrograph import Hydrograph
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme, retheme

_SHOWN = timedelta(days=4)
_OLD = timedelta(hours=12)


class ForecastPage(Pane):
    """What comes next at 花园口.

    Signals:
        skill_requested: the figures of the back-test would be shown.

    """

    skill_requested = Signal()

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page without figures."""
        super().__init__(theme, parent)
        self._asked = False
        self._travel: tuple[TravelRow, ...] = ()
        self._rating: Rating | None = None
        self._band_m: tuple[float, float] | None = None
        self.headline = Words(theme, size=Size.LARGE, bold=True)
        self.beyond = Words(theme, bold=True, tone="attention")
        self.beyond.say("")
        self._past = False
        self.official = Words(theme, tone="secondary")
        self.ours = Words(theme, tone="secondary")
        self.drivers = Words(theme, size=Size.SMALL, tone="muted")
        self.hydrograph = Hydrograph(theme, river_curves.hydrograph_words())
        self.leads: RowsModel[LeadRow] = RowsModel(hydrology_forecast_rows.lead_columns(), lambda row: row.lead_h, self)
        self.crossings: RowsModel[CrossingRow] = RowsModel(
            hydrology_forecast_rows.crossing_columns(), lambda row: row.id, self
        )
        self.arrivals: RowsModel[ArrivalRow] = RowsModel(
            hydrology_forecast_rows.arrival_columns(), lambda row: row.station, self
        )
        self.skills: RowsModel[SkillRow] = RowsModel(skill_columns(), lambda row: (row.lead_h, row.flow_class), self)
        none = self.tr("还没有本台预报：需要花园口与上游站的连续报汛")
        self.lead_table = self._table(theme, self.leads, none)
        self.crossing_table = self._table(theme, self.crossings, none)
        self.arrival_table = self._table(theme, self.arrivals, self.tr("没有花园口流量，或下游站没有登记传播时间"))
        self.skill_table = self._table(theme, self.skills, self.tr("还没有可评定的预报：预报到期、实况到后逐次评定"))
        self._arrange(theme)
        self.draw_theme(theme)

    def _table(self, theme: Theme, model: RowsModel[Any], empty: str) -> DataTable:
        table = DataTable(theme, model)
        table.set_empty_words(empty)
        return table

    def _arrange(self, theme: Theme) -> None:
        head = column(theme, self.headline, self.beyond, self.official, self.ours, self.drivers, gap=4)
        curve = QWidget()
        box = QVBoxLayout(curve)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(boxed(theme, head, (12, 10, 12, 6)))
        box.addWidget(self.hydrograph, 1)
        self.curve_panel = Panel(theme, self.tr("花园口流量预报"), detachable=False)
        self.curve_panel.set_body(curve)
        self.skill_panel = Panel(theme, self.tr("预报检验"), detachable=False)
        self.skill_panel.set_body(self.skill_table)
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.curve_panel)
        left.addWidget(self.skill_panel)
        left.setSizes([560, 300])
        for title, table in (
            (self.tr("逐时效预报（本台）m³/s"), self.lead_table),
            (self.tr("到各级阈值（本台）"), self.crossing_table),
            (self.tr("下游到达"), self.arrival_table),
        ):
            panel = Panel(theme, title, detachable=False)
            panel.set_body(table)
            right.addWidget(panel)
        right.setSizes([250, 190, 170])
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setSizes([1000, 880])
        for part in (left, right, self.split):
            part.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)

    # what the owner says

    def show_skill(self, rows: Sequence[SkillRow], note: str = "") -> None:
        """Show the figures of the back-test, with what they were made from."""
        self.skill_table.set_rows(tuple(rows))
        worse = sum(row.skill < 0 for row in rows)
        told = [self.tr("{0} 项不如持平，不宜采用").format(worse)] if worse else []
        text = phrases.clauses([*told, *([note] if note else [])])
        self.skill_panel.set_summary(text, "state.attention" if worse else "text.muted")

    def show_rating(self, rating: Rating | None, band_m: tuple[float, float] | None = None) -> None:
        """Take the stage-flow relation of the year, and its band in metres: a stage is forecast only inside it."""
        self._rating, self._band_m = rating, band_m
        if self.now is not None and self.isVisible():
            self.draw(self.now, Touched.RIVER)

    def show_travel(self, rows: Sequence[TravelRow]) -> None:
        """Take travel times that know the flow."""
        self._travel = tuple(rows)
        if self.now is not None and self.isVisible():
            self.draw(self.now, Touched.RIVER)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw curve, words and tables."""
        if touched & Touched.REGISTERS:
            self.hydrograph.set_bands(river_facts.bands(now.registers.tiers))
        outlook, official = now.outlooks.get(HUAYUANKOU), now.forecasts.get(HUAYUANKOU)
        self._draw_words(now, outlook, official)
        self._draw_curves(now, outlook)
        self.lead_table.set_rows(
            () if outlook is None else hydrology_forecast_rows.lead_rows(now, outlook, self._rating, self._band_m)
        )
        self.crossing_table.set_rows(() if outlook is None else hydrology_forecast_rows.crossing_rows(now, outlook))
        self.arrival_table.set_rows(hydrology_forecast_rows.arrival_rows(now, self._travel))
        self.draw_time(self.time or now.at)
        if not self._asked:
            self._asked = True
            self.skill_requested.emit()

    def draw_time(self, time: datetime) -> None:
        """Move the line of now; an outlook made long ago says so."""
        self.hydrograph.set_now(time.timestamp())
        outlook = None if self.now is None else self.now.outlooks.get(HUAYUANKOU)
        if self.now is not None and self._past is not self._is_past(self.now):
            self._draw_words(self.now, outlook, self.now.forecasts.get(HUAYUANKOU))
        if outlook is None:
            self.curve_panel.set_summary("")
            return
        text = self.tr("{0} 制作 · {1}").format(words.date_clock(outlook.made_at), words.age(outlook.made_at, time))
        old = time - outlook.made_at > _OLD
        self.curve_panel.set_summary(text, "state.attention" if old else "text.muted")

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.split, theme)

    # inside

    def _is_past(self, now: Situation) -> bool:
        """Whether an official forecast is there whose time is past."""
        then = replace(now, at=max(self.time or now.at, now.at))
        return HUAYUANKOU in now.forecasts and standing_forecast(then) is None

    def _draw_words(self, now: Situation, outlook: Outlook | None, official: Forecast | None) -> None:
        self._past = self._is_past(now)
        self.beyond.say(hydrology_forecast_rows.beyond_words(now, outlook))
        if official is not None:
            when = words.date_clock(official.valid_at)
            past = self.tr("官方预报已过时（{0} 的值，该时刻已过）").format(when)
            self.headline.say(past if self._past else self.tr("以官方预报为准"), "attention" if self._past else "")
            self.official.say(
                self.tr("官方：{0} m³/s，{1}（{2}，{3} 录入）").format(
                    words.flow(official.flow_m3s),
                    words.date_clock(official.valid_at),
                    official.source,
                    words.date_clock(official.issued_at),
                )
            )
        else:
            self.headline.say(self.tr("没有官方预报") if outlook is not None else self.tr("没有预报"), "")
            self.official.say(self.tr("收到官方预报请在“水情监测”按 F7 录入；录入后以官方为准。"))
        if outlook is None:
            self.ours.say("")
            self.drivers.say("")
            return
        beside = self._beside(outlook, None if self._past else official)
        made = self.tr("本台：{0}；历次预报约 {1:.0%} 的实况落在带内；未经会商，仅供参考").format(
            hydrology_forecast_rows.method_words(outlook), outlook.coverage
        )
        self.ours.say(phrases.clauses(filter(None, (made.replace("%", " %"), beside))))
        trained = (
            self.tr("资料用到 {0}").format(f"{outlook.trained_to.astimezone(words.BEIJING):%Y-%m-%d}")
            if outlook.trained_to is not None
            else ""
        )
        told = (hydrology_forecast_rows.driver_words(now, outlook), trained)
        self.drivers.say(phrases.clauses(filter(None, told)))

    def _beside(self, outlook: Outlook, official: Forecast | None) -> str:
        """How ours stands to the official value at its time."""
        point = None if official is None else hydrology_forecast_rows.point_at(outlook, official.valid_at)
        if official is None or point is None:
            return ""
        if point.low_m3s <= official.flow_m3s <= point.high_m3s:
            return self.tr("官方值在本台范围之内")
        way = self.tr("官方值高于本台范围") if official.flow_m3s > point.high_m3s else self.tr("官方值低于本台范围")
        return self.tr("{0}（同时刻本台 {1}）").format(way, words.flow(point.flow_m3s))

    def _draw_curves(self, now: Situation, outlook: Outlook | None) -> None:
        readings = now.readings.get(HUAYUANKOU, ())
        since = readings[-1].at - _SHOWN if readings else None
        curves = river_curves.carried_on(river_curves.empty(), readings, since)
        river_curves.draw_station(self.hydrograph, curves, stages=False)
        if outlook is None or not outlook.points:
            self.hydrograph.remove_series("outlook")
            self.hydrograph.remove_range("band")
        else:
            points = [(one.at.timestamp(), one.flow_m3s, one.low_m3s, one.high_m3s) for one in outlook.points]
            known = np.flatnonzero(np.isfinite(curves.flows))
            if known.size and curves.times_s[known[-1]] < points[0][0]:
                last = float(curves.flows[known[-1]])
                points.insert(0, (float(curves.times_s[known[-1]]), last, last, last))
            times, flows, low, high = np.array(points, dtype=np.float64).T
            label = self.tr("本台预报（带：{0:.0%}）").format(outlook.coverage).replace("%", " %")
            self.hydrograph.set_series("outlook", times, flows, role="curve.stage", style="dashed", label=label)
            self.hydrograph.set_range("band", times, low, high, "curve.stage")
        river_curves.draw_forecast(self.hydrograph, now, HUAYUANKOU, curves)
        facts = river_facts.facts(now)
        self.hydrograph.set_note(river_facts.coming_words(now, facts.flow_m3s, facts.rate_m3s_h))
