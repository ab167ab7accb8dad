"""A hydrograph: flow and stage over time, threshold bands with their words, now, and a cursor that reads the values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from widgets.empty_state import EmptyState
from widgets.plot_axes import TimeAxis, TimeWords, ValueAxis
from widgets.plot_bands import BandsItem
from widgets.plot_ranges import RangeDrawn, make_range
from widgets.plot_series import Series, Side, Style, flow_range, make_series, stage_range, time_range
from widgets.plot_strip import PEN_STYLES, PlotStrip, StripEntry
from widgets.steady_plot import SteadyPlot
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from widgets.bands import Band

_ROOM_PER_POINT = 14


@dataclass(frozen=True, slots=True)
class HydrographWords:
    """Words and patterns handed in by the owner. `stage_title` names the datum."""

    flow_title: str
    stage_title: str
    now: str
    empty: str
    flow_reading: str = "{value:,.0f} m³/s"
    stage_reading: str = "{value:.2f} m"
    time: TimeWords = field(default_factory=TimeWords)


@dataclass(slots=True)
class _Drawn:
    series: Series
    curve: pg.PlotDataItem
    points: pg.ScatterPlotItem


class Hydrograph(QWidget):
    """Curves by name; the range follows the data until somebody takes the plot in hand."""

    pointed = Signal(object)

    def __init__(self, theme: Theme, words: HydrographWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._drawn: dict[str, _Drawn] = {}
        self._ranges: dict[str, RangeDrawn] = {}
        self._bands: tuple[Band, ...] = ()
        self._now: float | None = None
        self._in_hand, self._lean = False, False
        self._cursor_at: float | None = None
        self._times, self._flows, self._stages = TimeAxis(words.time), ValueAxis("left"), ValueAxis("right")
        self._strip = PlotStrip(theme, self)
        self._plot = SteadyPlot({"bottom": self._times, "left": self._flows, "right": self._stages})
        self._stage_view = pg.ViewBox(enableMenu=False)
        self._bands_item, self._band_words = BandsItem(theme), BandsItem(theme, words=True)
        self._now_line = pg.InfiniteLine(angle=90, label="", labelOpts={"position": 0.96, "anchors": [(0, 0), (1, 0)]})
        self._cursor = pg.InfiniteLine(angle=90)
        self._spots = pg.ScatterPlotItem()
        self._empty = EmptyState(theme, words.empty)
        self._assemble()
        self._wire()
        self.set_cursor_words(words)
        self.set_theme(theme)
        self._refresh()

    def _assemble(self) -> None:
        self._stage_view.setMouseEnabled(x=False, y=False)
        self._stage_view.setZValue(1)  # its own default lies below the bands of the other view
        item: Any = self._plot.plotItem
        item.showAxis("right")
        item.scene().addItem(self._stage_view)
        self._stages.linkToView(self._stage_view)
        self._stage_view.setXLink(item.vb)
        for thing in (self._bands_item, self._band_words, self._now_line, self._cursor, self._spots):
            item.addItem(thing, ignoreBounds=True)
        self._now_line.hide()
        self._cursor.hide()
        stack = QWidget(self)
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self._plot)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(stack, 1)

    def _wire(self) -> None:
        self._plot.getViewBox().sigResized.connect(self._align_stage)
        self._plot.reset_wished.connect(self.show_all)
        self._plot.taken_in_hand.connect(self._take_in_hand)
        self._plot.hovered.connect(self.set_cursor)
        self._plot.cursor_stepped.connect(self._step_cursor)

    # what the owner says

    def set_series(
        self,
        name: str,
        times_s: NDArray[np.float64],
        values: NDArray[np.float64],
        *,
        role: str,
        style: Style = "solid",
        axis: Side = "flow",
        label: str = "",
        hollow: NDArray[np.bool_] | None = None,
    ) -> None:
        """Show or replace a curve. Points marked hollow are stale or doubtful and are drawn as rings."""
        series = make_series(name, times_s, values, hollow, label or name, (role, style, axis))
        before = self._drawn.get(name)
        if before is not None and before.series.side != axis:
            self._take_away(before)
            before = None
        if before is None:
            before = self._drawn[name] = self._put(series)
        before.series = series
        before.curve.setData(series.times_s, series.values, connect="finite")
        self._dress(before)
        self._refresh()

    def remove_series(self, name: str) -> None:
        """Take a curve away; a name that is not there is none."""
        drawn = self._drawn.pop(name, None)
        if drawn is not None:
            self._take_away(drawn)
            self._refresh()

    def set_range(
        self, name: str, times_s: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64], role: str
    ) -> None:
        """Show or replace the room between two flows."""
        self.remove_range(name)
        drawn = self._ranges[name] = make_range(name, times_s, low, high, role)
        drawn.set_theme(self._theme)
        self._view("flow").addItem(drawn.item, ignoreBounds=True)
        self._follow()

    def remove_range(self, name: str) -> None:
        """Take a range away; a name that is not there is none."""
        drawn = self._ranges.pop(name, None)
        if drawn is not None:
            self._view("flow").removeItem(drawn.item)
            self._follow()

    def clear(self) -> None:
        """Take all curves away and follow the data again."""
        for name in tuple(self._ranges):
            self.remove_range(name)
        for drawn in self._drawn.values():
            self._take_away(drawn)
        self._drawn.clear()
        self._in_hand = False
        self._refresh()

    def set_bands(self, bands: Sequence[Band]) -> None:
        """Threshold bands on the flow axis."""
        self._bands = tuple(bands)
        self._bands_item.set_bands(self._bands)
        self._band_words.set_bands(self._bands)
        self._follow()

    def set_now(self, at: float | None) -> None:
        """The now line."""
        self._now = at
        self._now_line.setVisible(at is not None)
        if at is not None:
            self._now_line.setValue(at)
        self._follow()

    def set_note(self, text: str, role: str = "text.secondary") -> None:
        """A short text at the top right: rate of rise, next threshold."""
        self._strip.set_note(text, role)

    def set_lean(self, lean: bool) -> None:
        """Where height is dear: one line above the plot, and no note."""
        self._strip.set_lean(lean)
        self._lean = lean
        self.updateGeometry()

    def set_cursor_words(self, words: HydrographWords) -> None:
        """Words in the language of the screen."""
        self._words = words
        self._times.set_words(words.time)
        self._now_line.label.setFormat(words.now)
        self._empty.show_words(words.empty)
        self._refresh()

    def set_cursor(self, at: float | None) -> None:
        """Read the curves at an instant; None puts the cursor away."""
        changed = at != self._cursor_at
        self._cursor_at = at
        self._cursor.setVisible(at is not None)
        if at is None:
            self._strip.set_reading("", ())
            self._spots.clear()
        else:
            self._read(at)
        if changed:
            self.pointed.emit(at)

    def reading_text(self) -> str:
        """What the cursor reads, as one line."""
        return self._strip.reading_text()

    def show_all(self) -> None:
        """Follow the data again."""
        self._in_hand = False
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._strip.set_theme(theme)
        self._empty.set_theme(theme)
        self._bands_item.set_theme(theme)
        self._band_words.set_theme(theme)
        self._times.set_theme(theme)
        self._flows.set_theme(theme, 46)
        self._now_line.setPen(pg.mkPen(theme.role("curve.now"), width=1, style=Qt.PenStyle.DashLine))
        self._now_line.label.setColor(theme.role("curve.now"))
        self._now_line.label.setFont(theme.font(Size.TINY))
        self._cursor.setPen(pg.mkPen(theme.role("selection"), width=1))
        for drawn in self._drawn.values():
            self._dress(drawn)
        for wash in self._ranges.values():
            wash.set_theme(theme)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for drawn in self._drawn.values():
            self._dress(drawn)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(92 if self._lean else 110))

    # inside

    def _view(self, side: Side) -> pg.ViewBox:
        return self._plot.getViewBox() if side == "flow" else self._stage_view

    def _put(self, series: Series) -> _Drawn:
        curve = pg.PlotDataItem()
        curve.setDownsampling(auto=True, method="peak")
        curve.setClipToView(True)
        points = pg.ScatterPlotItem(pxMode=True)
        self._view(series.side).addItem(curve, ignoreBounds=True)
        self._view(series.side).addItem(points, ignoreBounds=True)
        return _Drawn(series, curve, points)

    def _take_away(self, drawn: _Drawn) -> None:
        view = self._view(drawn.series.side)
        view.removeItem(drawn.curve)
        view.removeItem(drawn.points)

    def _dress(self, drawn: _Drawn) -> None:
        series, theme = drawn.series, self._theme
        colour = theme.role(series.role)
        drawn.curve.setPen(pg.mkPen(colour, width=max(1.5, 1.6 * theme.scale), style=PEN_STYLES[series.style]))
        drawn.curve.opts["antialias"] = series.times_s.size <= 20_000
        known = np.isfinite(series.values)
        room = max(1, self.width() // theme.px(_ROOM_PER_POINT))
        few = known & ~series.hollow if np.count_nonzero(known) <= room else np.zeros_like(known)
        shown = (few if series.style == "solid" and series.side == "flow" else np.zeros_like(known)) | (
            series.hollow & known
        )
        ground, solid = pg.mkBrush(theme.role("surface.panel")), pg.mkBrush(colour)
        drawn.points.setData(
            x=series.times_s[shown],
            y=series.values[shown],
            size=[theme.px(7 if doubtful else 4) for doubtful in series.hollow[shown]],
            pen=pg.mkPen(colour, width=1.4),
            brush=[ground if doubtful else solid for doubtful in series.hollow[shown]],
            antialias=True,
        )

    def _all(self, side: Side | None = None) -> list[Series]:
        return [drawn.series for drawn in self._drawn.values() if side is None or drawn.series.side == side]

    def _refresh(self) -> None:
        stages = bool(self._all("stage"))
        self._stages.set_theme(self._theme, 46 if stages else 10)
        self._stages.setStyle(showValues=stages)
        self._strip.set_titles(self._words.flow_title, self._words.stage_title if stages else "")
        self._strip.set_legend([StripEntry(one.label, one.role, one.style) for one in self._all()])
        self._stack.setCurrentWidget(self._plot if any(one.times_s.size for one in self._all()) else self._empty)
        self._follow()
        if self._cursor_at is not None:
            self._read(self._cursor_at)

    def _follow(self) -> None:
        edges = [edge for wash in self._ranges.values() for edge in (wash.low, wash.high)]
        span = time_range([*self._all(), *edges], self._now)
        if span is None:
            return
        self._plot.setLimits(xMin=span[0] - (span[1] - span[0]), xMax=span[1] + (span[1] - span[0]))
        if not self._in_hand:
            self._plot.getViewBox().setXRange(span[0], span[1], padding=0)
        low, high = flow_range([*self._all("flow"), *edges], self._bands)
        self._plot.getViewBox().setYRange(low, high, padding=0)
        if self._all("stage"):
            low, high = stage_range(self._all("stage"))
            self._stage_view.setYRange(low, high, padding=0)

    def _align_stage(self) -> None:
        main = self._plot.getViewBox()
        self._stage_view.setGeometry(main.sceneBoundingRect())
        self._stage_view.linkedViewChanged(main, pg.ViewBox.XAxis)

    def _take_in_hand(self) -> None:
        self._in_hand = True

    def _read(self, at: float) -> None:
        self._cursor.setValue(at)
        (left, right), _ = self._plot.getViewBox().viewRange()
        reach = (right - left) * 0.01
        entries: list[StripEntry] = []
        spots: list[dict[str, object]] = []
        for series in self._all():
            value = series.reading(at, reach)
            if value is None:
                continue
            pattern = self._words.flow_reading if series.side == "flow" else self._words.stage_reading
            entries.append(StripEntry(pattern.format(value=value), series.role, series.style))
            if series.side == "flow":
                pen = pg.mkPen(self._theme.role(series.role), width=2)
                spots.append({"pos": (at, value), "pen": pen, "brush": None, "size": self._theme.px(8)})
        self._spots.setData(spots)
        self._strip.set_reading(self._words.time.say(self._words.time.moment, at), entries)

    def _step_cursor(self, way: int) -> None:
        flows = self._all("flow") or self._all()
        if not flows or not flows[0].times_s.size:
            return
        times = flows[0].times_s
        at = self._cursor_at if self._cursor_at is not None else float(times[-1]) + 0.5
        place = int(np.searchsorted(times, at)) - 1 if way < 0 else int(np.searchsorted(times, at, side="right"))
        self.set_cursor(float(times[min(max(place, 0), times.size - 1)]))
