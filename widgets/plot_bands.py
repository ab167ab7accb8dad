"""Threshold bands behind a plot: a quiet ground, a thin line at the lower bound, the words at the left edge.

The newest values and the now line stand at the right: words there would lie over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.bands import Band


class BandsItem(pg.GraphicsObject):
    """Paints bands across the whole view; takes no part in the view's bounds."""

    def __init__(self, theme: Theme, *, words: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._words_layer = words
        self._bands: tuple[Band, ...] = ()
        self.setZValue(100 if words else -100)

    def set_bands(self, bands: Sequence[Band]) -> None:
        self._bands = tuple(bands)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def boundingRect(self) -> QRectF:
        rect = self.viewRect()
        return QRectF(rect) if rect is not None else QRectF()

    def viewRangeChanged(self, *_args: Any) -> None:
        self.prepareGeometryChange()
        self.update()

    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()  # forgets the old view: else a plot first drawn unseen keeps it
        self.prepareGeometryChange()
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:  # noqa: ARG002
        view = self.boundingRect()
        low, high = view.top(), view.bottom()
        to_screen = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setFont(self._theme.font(Size.TINY))
        metrics = QFontMetricsF(painter.font())
        for band in self._bands:
            if band.upper <= low or band.lower >= high:
                continue
            top = to_screen.map(QPointF(view.left(), min(band.upper, high)))
            base = to_screen.map(QPointF(view.right(), max(band.lower, low)))
            box = QRectF(top, base).normalized()
            if self._words_layer:
                # Words name the line they stand on; a band without its line in view is told only when it is alone.
                if band.lower > low or band.upper >= high:
                    self._paint_words(painter, box, band, metrics)
            else:
                self._paint_ground(painter, box, band, lined=band.lower > low)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, band: Band, *, lined: bool) -> None:
        painter.fillRect(box, self._ground(band))
        if lined:
            painter.setPen(QPen(self._line(band), 1))
            y = round(box.bottom()) - 0.5
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_words(self, painter: QPainter, box: QRectF, band: Band, metrics: QFontMetricsF) -> None:
        gap = self._theme.px(4)
        if box.height() < metrics.height() + 1:
            return
        room = box.width() * 0.45
        words = next(
            (text for text in (band.label, band.short) if text and metrics.horizontalAdvance(text) <= room), ""
        )
        wide = metrics.horizontalAdvance(words)
        where = QRectF(box.left() + gap, box.bottom() - metrics.height() - 1, wide + 1, metrics.height())
        painter.fillRect(where.adjusted(-2, 1, 2, 0), self._theme.tint("surface.panel", 0.7))
        inked = f"{band.colour_role}.ink"
        painter.setPen(self._theme.role(inked if self._theme.has(inked) else "text.muted"))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _ground(self, band: Band) -> QColor:
        soft = f"{band.colour_role}.soft"
        return self._theme.tint(soft, 0.6) if self._theme.has(soft) else self._theme.tint(band.colour_role, 0.12)

    def _line(self, band: Band) -> QColor:
        colour = self._theme.edge(band.colour_role)
        colour.setAlphaF(0.75)
        return colour
