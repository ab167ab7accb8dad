"""Exposed area and people against the flow: two step curves over one axis of flow, with thresholds and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.levels import Tier
from views import words
from views.compare_rows import Curve
from views.parts import Words, amount
from widgets.plot_axes import ValueAxis
from widgets.steady_plot import SteadyPlot
from widgets.theme import Size, Theme

MOST_M3S = 25_000.0


class ExposureChart(QWidget):
    """Two plots above each other that share the flow; the pointer reads both."""

    flow_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curve = Curve((0.0,), (0.0,), (0,))
        self._tiers: tuple[Tier, ...] = ()
        self._marked: tuple[tuple[float, str], ...] = ()
        self._said = Words(theme, size=Size.SMALL, tone="secondary")
        self._plots: list[Any] = []
        self._axes: list[tuple[ValueAxis, ValueAxis]] = []
        self._lines: list[Any] = []
        self._pointers: list[Any] = []
        self._whatif: list[Any] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(6), theme.px(12), theme.px(4))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._said)
        for _ in range(2):
            axes = (ValueAxis("left"), ValueAxis("bottom"))
            plot: Any = SteadyPlot({"left": axes[0], "bottom": axes[1]})
            plot.setMouseEnabled(x=False, y=False)
            plot.setRange(xRange=(0, MOST_M3S), padding=0)
            plot.setMinimumHeight(theme.px(70))
            plot.hovered.connect(self._read)
            plot.cursor_stepped.connect(self._step)
            for kept in (self._pointers, self._whatif):
                line = pg.InfiniteLine(angle=90, movable=False)
                line.hide()
                line.setZValue(5)
                plot.addItem(line)
                kept.append(line)
            self._plots.append(plot)
            self._axes.append(axes)
            layout.addWidget(plot, 1)
        self._plots[0].setAccessibleName(self.tr("上水面积随流量变化"))
        self._plots[1].setAccessibleName(self.tr("受影响人数随流量变化"))
        self._at: float | None = None
        self.set_theme(theme)

    def show_curve(self, curve: Curve, tiers: Sequence[Tier]) -> None:
        """Show how exposure grows."""
        self._curve, self._tiers = curve, tuple(tiers)
        self._draw()

    def show_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Mark flows: (flow, role of colour)."""
        if tuple(marks) != self._marked:
            self._marked = tuple(marks)
            self._draw()

    def show_whatif(self, flow_m3s: float | None) -> None:
        """Mark the flow of the preview; this runs on each tick of the slider."""
        for line in self._whatif:
            line.setVisible(flow_m3s is not None)
            if flow_m3s is not None:
                line.setPos(flow_m3s)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for left, bottom in self._axes:
            left.set_theme(theme, 52)
            bottom.setStyle(tickFont=theme.font(Size.TINY))
            bottom.setTextPen(pg.mkPen(theme.role("text.muted")))
            bottom.setPen(pg.mkPen(theme.role("line.button")))
            bottom.setTickPen(pg.mkPen(theme.role("line.button")))
            bottom.setHeight(theme.px(20))
        for pointer in self._pointers:
            pointer.setPen(pg.mkPen(theme.role("text.secondary"), width=1, style=Qt.PenStyle.DotLine))
        for line in self._whatif:
            line.setPen(pg.mkPen(theme.role("curve.whatif"), width=theme.px(2), style=Qt.PenStyle.DashLine))
        self._draw()

    def _draw(self) -> None:
        for line, plot in self._lines:
            plot.removeItem(line)
        self._lines = []
        flows = [*self._curve.flows, MOST_M3S]
        for plot, values in zip(self._plots, (self._curve.area_mu, self._curve.people), strict=True):
            for tier in self._tiers[1:]:
                role = words.level_role(tier.level)
                colour = self._theme.role(role if role != "text.muted" else "line.control")
                self._add(plot, pg.InfiniteLine(tier.lower_m3s, angle=90, pen=pg.mkPen(colour, width=1)))
            steps = pg.PlotCurveItem(
                flows, list(values), stepMode="center", fillLevel=0, brush=self._theme.tint("text.secondary", 0.16),
                pen=pg.mkPen(self._theme.role("curve.observed"), width=self._theme.px(2)),
            )  # fmt: skip
            self._add(plot, steps)
            for flow, role in self._marked:
                pen = pg.mkPen(self._theme.role(role), width=self._theme.px(2), style=Qt.PenStyle.DashLine)
                self._add(plot, pg.InfiniteLine(flow, angle=90, pen=pen))
            plot.setRange(yRange=(0, max(1.0, float(max(values))) * 1.08), padding=0)
        self._tell()

    def _add(self, plot: Any, item: Any) -> None:
        plot.addItem(item)
        self._lines.append((item, plot))

    def _read(self, flow: float | None) -> None:
        self._at = None if flow is None else min(MOST_M3S, max(0.0, flow))
        for pointer in self._pointers:
            pointer.setVisible(self._at is not None)
            if self._at is not None:
                pointer.setPos(self._at)
        self._tell()

    def _step(self, way: int) -> None:
        self._read((self._at or 0.0) + way * 100.0)

    def _tell(self) -> None:
        if self._at is None:
            text = self.tr("上：上水面积（亩）　下：受影响人数　横轴：花园口流量 m³/s，竖线为流量级")
        else:
            area, people = self._curve.at(self._at)
            text = self.tr("{0} m³/s：{1} 亩，{2} 人").format(words.flow(self._at), amount(round(area)), amount(people))
        self._said.say(text)
