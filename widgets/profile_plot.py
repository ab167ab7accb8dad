"""A cut through the ground: the bed as a solid, surfaces of water above it, crests, spots, and a cursor that reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from widgets.empty_state import EmptyState
from widgets.plot_axes import ValueAxis, dress_axis
from widgets.plot_strip import PEN_STYLES, PlotStrip, StripEntry
from widgets.steady_plot import SteadyPlot
from widgets.theme import Size, Theme

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A line above the ground; NaN where there is none. `fill` washes the room between it and the ground."""

    label: str
    values: tuple[float, ...]
    role: str
    style: str = "solid"
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Something along the cut: a point when it has a value, hollow when that is old, else a mark at the foot."""

    along_m: float
    words: str
    value: float | None = None
    hollow: bool = False
    role: str = "text.primary"


@dataclass(frozen=True, slots=True)
class ProfileWords:
    """Words handed in by the owner; `along` takes km, `reading` a label and a value."""

    value_title: str
    along_title: str
    ground: str
    empty: str
    along: str = "{0:.2f} km"
    reading: str = "{0} {1:.2f}"


class ProfilePlot(QWidget):
    """Everything follows the data; the pointer reads all lines at once.

    Signals:
        pointed: metres along the cut under the cursor, or None.

    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, words: ProfileWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._along: Floats = np.empty(0)
        self._ground: Floats = np.empty(0)
        self._lines: tuple[ProfileLine, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._items: list[Any] = []
        self._at: float | None = None
        self._strip = PlotStrip(theme, self)
        self._strip.set_lean(True)
        self._bottom, self._left = ValueAxis("bottom"), ValueAxis("left")
        self._plot = SteadyPlot({"bottom": self._bottom, "left": self._left})
        self._plot.setMouseEnabled(x=False, y=False)
        self._cursor = pg.InfiniteLine(angle=90)
        self._cursor.setZValue(9)
        self._cursor.hide()
        self._plot.addItem(self._cursor)
        self._empty = EmptyState(theme, words.empty)
        self._plot.hovered.connect(self._hover)
        self._plot.cursor_stepped.connect(self._step)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        stack = QWidget(self)
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._plot)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(stack, 1)

    # what the owner says and asks

    def set_profile(
        self,
        along_m: Sequence[float],
        ground: Sequence[float],
        lines: Sequence[ProfileLine] = (),
        spots: Sequence[Spot] = (),
    ) -> None:
        """Show a cut; no places, nothing to show."""
        self._along, self._ground = np.asarray(along_m, np.float64), np.asarray(ground, np.float64)
        self._lines, self._spots = tuple(lines), tuple(spots)
        if any(len(line.values) != len(self._along) for line in self._lines) or len(self._ground) != len(self._along):
            msg = "a profile has one value for each place"
            raise ValueError(msg)
        if self._at is not None and (not len(self._along) or not self._along[0] <= self._at <= self._along[-1]):
            self._at = None
        self._draw()

    def set_words(self, words: ProfileWords) -> None:
        """Words in the language of the screen."""
        self._words = words
        self._empty.show_words(words.empty)
        self._tell()

    def set_cursor(self, along_m: float | None) -> None:
        """Read at a place along the cut."""
        self._at = along_m
        self._tell()
        self.pointed.emit(along_m)

    def reading_text(self) -> str:
        """What the cursor reads, as one line."""
        return self._strip.reading_text()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._strip.set_theme(theme)
        self._empty.set_theme(theme)
        self._left.set_theme(theme, 46)
        dress_axis(self._bottom, theme)
        self._bottom.setHeight(theme.px(23))
        self._cursor.setPen(pg.mkPen(theme.role("selection"), width=1))
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(110))

    # inside

    def _draw(self) -> None:
        for item in self._items:
            self._plot.removeItem(item)
        self._items = []
        self._stack.setCurrentWidget(self._plot if len(self._along) > 1 else self._empty)
        if len(self._along) > 1:
            km = self._along / 1000
            low, high = self._range()
            box: Any = self._plot.getViewBox()
            box.setRange(xRange=(float(km[0]), float(km[-1])), yRange=(low, high), padding=0)
            for line in self._lines:
                if line.fill:
                    self._add_wash(km, line)
            self._add_ground(km, low)
            for line in self._lines:
                pen = pg.mkPen(self._theme.role(line.role), width=self._theme.px(2), style=PEN_STYLES[line.style])
                self._add(pg.PlotCurveItem(km, np.asarray(line.values), pen=pen, connect="finite", antialias=True), 3)
            self._add_spots(low)
        self._tell()

    def _range(self) -> tuple[float, float]:
        points = np.array([spot.value for spot in self._spots if spot.value is not None], np.float64)
        values = np.concatenate([self._ground, points, *(np.asarray(line.values, np.float64) for line in self._lines)])
        known = values[np.isfinite(values)]
        low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        margin = max(0.06 * (high - low), 0.2)
        return low - margin, high + margin

    def _add(self, item: Any, z: float) -> None:
        item.setZValue(z)
        self._plot.addItem(item)
        self._items.append(item)

    def _add_ground(self, km: Floats, low: float) -> None:
        pen = pg.mkPen(self._theme.role("text.muted"), width=max(1.2, self._theme.px(1.4)))
        ground = pg.PlotCurveItem(
            km, self._ground, fillLevel=low, brush=self._theme.tint("text.muted", 0.20), pen=pen, connect="finite",
            antialias=True,
        )  # fmt: skip
        self._add(ground, 2)

    def _add_wash(self, km: Floats, line: ProfileLine) -> None:
        surface = np.asarray(line.values, np.float64)
        wet = np.isfinite(surface) & np.isfinite(self._ground)
        top = pg.PlotCurveItem(km, np.where(wet, surface, self._ground), pen=None)
        foot = pg.PlotCurveItem(km, self._ground, pen=None)
        self._add(pg.FillBetweenItem(top, foot, brush=pg.mkBrush(self._theme.tint(line.role, 0.30))), 1)

    def _add_spots(self, low: float) -> None:
        theme = self._theme
        for spot in self._spots:
            colour, x = theme.role(spot.role), spot.along_m / 1000
            if spot.value is None:
                self._add(pg.InfiniteLine(x, angle=90, pen=pg.mkPen(theme.role("line.button"), width=1)), 0)
            else:
                ground = pg.mkBrush(theme.role("surface.panel") if spot.hollow else colour)
                self._add(
                    pg.ScatterPlotItem(
                        [x], [spot.value], size=theme.px(9), pen=pg.mkPen(colour, width=1.6), brush=ground
                    ), 5,
                )  # fmt: skip
            text = pg.TextItem(spot.words, color=theme.role("text.secondary"), anchor=(0.5, 1.0))
            text.setFont(theme.font(Size.TINY))
            text.setPos(x, low if spot.value is None else spot.value)
            self._add(text, 6)

    def _hover(self, km: float | None) -> None:
        self.set_cursor(None if km is None or not len(self._along) else km * 1000)

    def _step(self, way: int) -> None:
        if len(self._along) > 1:
            at = self._at if self._at is not None else float(self._along[len(self._along) // 2])
            step = (self._along[-1] - self._along[0]) / 100
            self.set_cursor(float(np.clip(at + way * step, self._along[0], self._along[-1])))

    def _tell(self) -> None:
        words = self._words
        self._strip.set_titles(words.value_title, words.along_title)
        entries = [StripEntry(words.ground, "text.muted", "solid")]
        entries += [StripEntry(line.label, line.role, line.style) for line in self._lines]
        self._strip.set_legend(entries if len(self._along) > 1 else [])
        at = self._at
        self._cursor.setVisible(at is not None and len(self._along) > 1)
        if at is None or len(self._along) < 2:
            self._strip.set_reading("", ())
            return
        self._cursor.setValue(at / 1000)
        known = [(words.ground, self._ground, "text.muted", "solid")]
        known += [(line.label, np.asarray(line.values, np.float64), line.role, line.style) for line in self._lines]
        reading = [
            StripEntry(words.reading.format(label, value), role, style)
            for label, values, role, style in known
            if np.isfinite(value := _at(self._along, values, at))
        ]
        self._strip.set_reading(words.along.format(at / 1000), reading)


def _at(along: Floats, values: Floats, at: float) -> float:
    """The value at a place, of the nearest point, for a line may begin and end anywhere."""
    return float(values[int(np.abs(along - at).argmin())])
