"""One quantity over another: a line with the room it may be wrong by, measured points, and a cursor that reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.plot_axes import ValueAxis, dress_axis
from widgets.plot_strip import PlotStrip, StripEntry
from widgets.steady_plot import SteadyPlot
from widgets.theme import Theme

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class XyWords:
    """Words and patterns handed in by the owner; `reading` takes x and y."""

    y_title: str
    x_title: str
    line: str
    points: str
    range: str
    reading_x: str = "{0:,.0f}"
    reading_y: str = "{0:.2f}"


@dataclass(frozen=True, slots=True)
class XyShown:
    """A line, how far it may be off at each of its points (NaN where nobody knows), and what was measured."""

    x: tuple[float, ...] = ()
    y: tuple[float, ...] = ()
    off: tuple[float, ...] = ()
    measured: tuple[tuple[float, float], ...] = ()
    marked: tuple[tuple[float, float], ...] = ()


class XyPlot(QWidget):
    """Everything follows the data."""

    def __init__(self, theme: Theme, words: XyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._shown = theme, words, XyShown()
        self._items: list[Any] = []
        self._strip = PlotStrip(theme, self)
        self._strip.set_lean(True)
        self._bottom, self._left = ValueAxis("bottom"), ValueAxis("left")
        self._plot = SteadyPlot({"bottom": self._bottom, "left": self._left})
        self._plot.setMouseEnabled(x=False, y=False)
        self._cursor = pg.InfiniteLine(angle=90)
        self._cursor.hide()
        self._plot.addItem(self._cursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._plot, 1)
        self._plot.hovered.connect(self._read)
        self.set_theme(theme)

    def show_all(self, shown: XyShown) -> None:
        """Show these; the range follows."""
        self._shown = shown
        self._draw()

    def set_words(self, words: XyWords) -> None:
        """Words in the language of the screen."""
        self._words = words
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._strip.set_theme(theme)
        self._left.set_theme(theme, 46)
        dress_axis(self._bottom, theme)
        self._bottom.setHeight(theme.px(23))
        self._cursor.setPen(pg.mkPen(theme.role("selection"), width=1))
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(260))

    # inside

    def _draw(self) -> None:
        for item in self._items:
            self._plot.removeItem(item)
        self._items = []
        shown, theme, words = self._shown, self._theme, self._words
        x, y, off = (np.asarray(one, np.float64) for one in (shown.x, shown.y, shown.off))
        entries: list[StripEntry] = []
        if off.size and np.isfinite(off).any():
            for run in np.ma.clump_unmasked(np.ma.masked_invalid(off)):
                edges = [pg.PlotCurveItem(x[run], y[run] + side * off[run], pen=None) for side in (-1, 1)]
                self._add(pg.FillBetweenItem(edges[0], edges[1], brush=pg.mkBrush(theme.tint("curve.stage", 0.25))), 0)
            entries.append(StripEntry(words.range, "curve.stage", "dotted"))
        if shown.measured:
            self._add(self._dots(shown.measured, "text.muted", 4, filled=False), 1)
            entries.append(StripEntry(words.points, "text.muted", "dotted"))
        if x.size:
            pen = pg.mkPen(theme.role("curve.observed"), width=max(1.6, 1.8 * theme.scale))
            self._add(pg.PlotCurveItem(x, y, pen=pen, antialias=True), 2)
            entries.insert(0, StripEntry(words.line, "curve.observed", "solid"))
        if shown.marked:
            self._add(self._dots(shown.marked, "curve.forecast", 8, filled=True), 3)
        self._strip.set_titles(words.y_title, words.x_title)
        self._strip.set_legend(entries)
        self._fit(x, y)

    def _dots(self, points: Sequence[tuple[float, float]], role: str, size: int, *, filled: bool) -> pg.ScatterPlotItem:
        theme = self._theme
        brush = pg.mkBrush(theme.role(role)) if filled else pg.mkBrush(theme.tint(role, 0.35))
        places = np.asarray(points, np.float64)
        return pg.ScatterPlotItem(places[:, 0], places[:, 1], size=theme.px(size), pen=None, brush=brush)

    def _add(self, item: Any, z: float) -> None:
        item.setZValue(z)
        self._plot.addItem(item)
        self._items.append(item)

    def _fit(self, x: Floats, y: Floats) -> None:
        pairs = [*self._shown.measured, *self._shown.marked]
        xs = np.concatenate([x, np.array([one for one, _ in pairs], np.float64)])
        ys = np.concatenate([y, np.array([one for _, one in pairs], np.float64)])
        if not xs.size:
            return
        margin_x, margin_y = max(0.03 * float(np.ptp(xs)), 1.0), max(0.06 * float(np.ptp(ys)), 0.05)
        box: Any = self._plot.getViewBox()
        box.setRange(
            xRange=(float(xs.min()) - margin_x, float(xs.max()) + margin_x),
            yRange=(float(ys.min()) - margin_y, float(ys.max()) + margin_y),
            padding=0,
        )

    def _read(self, at: float | None) -> None:
        x, y = self._shown.x, self._shown.y
        inside = at is not None and len(x) > 1 and x[0] <= at <= x[-1]
        self._cursor.setVisible(inside)
        if at is None or not inside:
            self._strip.set_reading("", ())
            return
        self._cursor.setValue(at)
        value = float(np.interp(at, x, y))
        entry = StripEntry(self._words.reading_y.format(value), "curve.observed", "solid")
        self._strip.set_reading(self._words.reading_x.format(at), (entry,))
