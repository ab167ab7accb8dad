"""The key of the water on the wall's map: its classes as one strip of colour, each with its bounds beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.map_water import MapWater
from views.wall_reading import SMALLEST_FIGURE
from views.water_overlay import OPACITY
from widgets.raster_paint import palette
from widgets.theme import Size, Theme, blend

_STRIP_PX, _LINE = 16, 1.1


class WaterKey(QWidget):
    """Title and classes, painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = ""
        self._ramp = ""
        self._rows: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_water(self, water: MapWater | None) -> None:
        """Show the classes of this water."""
        rows = () if water is None else tuple((one.number, one.words) for one in water.legend)
        given = ("", "", ()) if water is None else (water.title, str(water.ramp), rows)
        if given != (self._title, self._ramp, self._rows):
            self._title, self._ramp, self._rows = given
            self.setAccessibleName("\n".join((self._title, *(words for _, words in self._rows))))
            self.updateGeometry()
            self.update()

    def sizes(self) -> tuple[Size, Size]:
        """Text sizes of title and classes."""
        return Size.TINY, SMALLEST_FIGURE

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = [self._advance(Size.TINY, [self._title]), self._left() + self._advance(SMALLEST_FIGURE, self._words())]
        return QSize(max(wide), self._head() + self._each() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.role("text.primary"))
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0, 0, self.width(), self._head()), middle, self._title)
        painter.setFont(theme.font(SMALLEST_FIGURE))
        land = theme.role("map.land")
        colours = (
            palette(theme, f"raster.{self._ramp}", max((n for n, _ in self._rows), default=0)) if self._ramp else ()
        )
        top = float(self._head())
        for number, words in self._rows:
            strip = QRectF(0, top, theme.px(_STRIP_PX), self._each())
            painter.fillRect(strip, blend(land, QColor(*colours[number]), OPACITY))
            painter.drawText(QRectF(self._left(), top, self.width(), self._each()), middle, words)
            top += self._each()
        painter.end()

    def _words(self) -> Sequence[str]:
        return [words for _, words in self._rows]

    def _advance(self, size: Size, texts: Sequence[str]) -> int:
        advance = QFontMetrics(self._theme.font(size)).horizontalAdvance
        return max((advance(text) for text in texts), default=0) + 2

    def _left(self) -> int:
        return self._theme.px(_STRIP_PX + 3)

    def _head(self) -> int:
        return self._theme.px(Size.TINY.value * 1.4)

    def _each(self) -> int:
        return self._theme.px(SMALLEST_FIGURE.value * _LINE)
