"""Cells that draw: a small curve of the last values, and a bar of a value against its thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from widgets.cell_delegate import PAD, CellDelegate
from widgets.rows_model import CellRole
from widgets.theme import Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from widgets.theme import Theme

_LEAST_SPAN = 0.06
"""A curve that hardly moves is drawn as one that hardly moves: the range is at least this share of the value."""


@dataclass(frozen=True, slots=True)
class Spark:
    """Values at places 0 … 1 of the time shown, and whether the newest is too old to rely on."""

    points: tuple[tuple[float, float], ...] = ()
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A threshold: value, words (a numeral) and colour role."""

    value: float
    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Gauged:
    """A value against its thresholds; without a value only the ticks are drawn."""

    value: float | None
    ticks: tuple[Tick, ...] = ()
    stale: bool = False


class SparkDelegate(CellDelegate):
    """Paints the curve of a row."""

    def __init__(self, theme: Theme, spark_of: Callable[[Any], Spark], parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._spark_of = spark_of

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        px = self._theme.px
        box = QRectF(option.rect).adjusted(px(PAD), px(6), -px(PAD) - px(3), -px(7))
        paint_spark(painter, box, self._spark_of(index.data(CellRole.ROW)), self._theme)
        painter.restore()


class BarDelegate(CellDelegate):
    """Paints the bar of a row; its colours mark the thresholds alone."""

    def __init__(self, theme: Theme, gauged_of: Callable[[Any], Gauged | None], parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._gauged_of = gauged_of

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        gauged = self._gauged_of(index.data(CellRole.ROW))
        if gauged is None or not gauged.ticks:
            super().paint(painter, option, index)
            return
        painter.save()
        self._paint_ground(painter, option, index)
        px = self._theme.px
        paint_bar(painter, QRectF(option.rect).adjusted(px(PAD), px(3), -px(PAD), -px(4)), gauged, self._theme)
        painter.restore()


def paint_spark(painter: QPainter, box: QRectF, spark: Spark, theme: Theme) -> None:
    """Paint a curve that ends in a dot: solid for a fresh value, a ring for an old one."""
    if not spark.points:
        return
    values = [value for _, value in spark.points]
    low, high = min(values), max(values)
    room = max(high - low, abs(high) * _LEAST_SPAN, 1e-9)
    foot = (low + high) / 2 - room / 2

    def place(x: float, value: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.bottom() - (value - foot) / room * box.height())

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.role("text.muted" if spark.stale else "text.secondary")
    painter.setPen(QPen(colour, max(1.2, 1.3 * theme.scale), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([place(x, value) for x, value in spark.points]))
    painter.setBrush(theme.role("surface.panel") if spark.stale else colour)
    painter.drawEllipse(place(*spark.points[-1]), theme.px(2), theme.px(2))


def paint_bar(painter: QPainter, box: QRectF, gauged: Gauged, theme: Theme) -> None:
    """Paint a value from zero, and each threshold as a tick in its colour with its numeral above.

    The ticks stand evenly: thresholds of very different size are all readable, and what counts is which are passed.
    """
    ticks = gauged.ticks
    bounds = (0.0, *(tick.value for tick in ticks))
    track = QRectF(box.left(), box.bottom() - theme.px(7), box.width(), theme.px(4))
    step = box.width() / (len(ticks) + 0.6)
    painter.fillRect(track, theme.role("line.separator"))
    if gauged.value is not None and gauged.value > 0:
        full = QRectF(track.left(), track.top(), _along(gauged.value, bounds, step, box.width()), track.height())
        painter.fillRect(full, theme.role("text.muted" if gauged.stale else "text.primary"))
    painter.setFont(theme.font(Size.TINY))
    for at, tick in enumerate(ticks, 1):
        x = round(track.left() + at * step)
        passed = gauged.value is not None and gauged.value >= tick.value
        painter.fillRect(QRectF(x - 1, track.top() - theme.px(3), theme.px(2), theme.px(9)), theme.role(tick.role))
        painter.setPen(theme.role("text.primary" if passed else "text.muted"))
        word = QRectF(x - step / 2, box.top() - theme.px(1), step, track.top() - theme.px(2) - box.top())
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, tick.words)


def _along(value: float, bounds: tuple[float, ...], step: float, most: float) -> float:
    for at in range(len(bounds) - 1):
        if value < bounds[at + 1]:
            return step * (at + (value - bounds[at]) / (bounds[at + 1] - bounds[at]))
    over = (value - bounds[-1]) / max(bounds[-1], 1e-9)
    return min(most, step * (len(bounds) - 1 + min(0.6, over)))
