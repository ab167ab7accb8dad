"""A table of the wall: a name and some figures a row, as many rows as there is room for; painted, never scrolled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.wall_reading import SMALLEST_FIGURE
from widgets.marks import Mark, paint_mark
from widgets.theme import Size, Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Span = tuple[float, float]
_NAME_PX = 75
"""Room that a name has at least at scale 1, before a column is left out for it."""


@dataclass(frozen=True, slots=True)
class WallRow:
    """A row: a name, its figures (or short words) with their roles, and a mark before the name."""

    name: str
    cells: tuple[tuple[str, str], ...]
    mark: Mark | None = None
    bold: bool = False


class WallTable(QWidget):
    """Paints headings and rows. The last row is always shown: it says what the others are a part of."""

    def __init__(
        self,
        theme: Theme,
        headings: Sequence[str],
        *,
        least: int = 1,
        weights: Sequence[int] = (),
        name_size: Size = Size.BASE,
        name_px: int = _NAME_PX,
    ) -> None:
        """Columns of figures with a weight are left out, the greatest first, where the name would find no room."""
        super().__init__()
        self._theme, self._headings, self._least, self._name_size = theme, tuple(headings), least, name_size
        self._name_px = name_px
        self._weights = tuple(weights) or (0,) * (len(self._headings) - 1)
        self._rows: tuple[WallRow, ...] = ()
        self._last: WallRow | None = None
        self._more = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[WallRow], last: WallRow | None = None, more: str = "") -> None:
        """Show rows, the most important first. `more` has room for the number of those left out: "另 {0}"."""
        if (tuple(rows), last, more) == (self._rows, self._last, self._more):
            return
        self._rows, self._last, self._more = tuple(rows), last, more
        self.setAccessibleName("\n".join(self.shown_text()))
        self.update()

    def shown_rows(self) -> tuple[WallRow, ...]:
        """Rows that find room, the last one among them."""
        room = self._capacity()
        rows = list(self._rows)
        if self._last is not None:
            room -= 1
        if len(rows) > room:
            rows = rows[: max(0, room - (1 if self._more else 0))]
            if self._more and room > 0:
                rows.append(WallRow(self._more.format(len(self._rows) - len(rows)), ()))
        return (*rows, self._last) if self._last is not None else tuple(rows)

    def shown_text(self) -> list[str]:
        """All words and figures that are painted."""
        return [
            *self._headings,
            *(text for row in self.shown_rows() for text in (row.name, *(c for c, _ in row.cells))),
        ]

    def sizes(self) -> tuple[Size, Size, Size]:
        """Text sizes of headings, names and figures."""
        return Size.SMALL, self._name_size, SMALLEST_FIGURE

    @property
    def cramped(self) -> bool:
        """Whether fewer rows find room than must be seen."""
        return self._capacity() < min(self._least, len(self._rows) + (self._last is not None))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), round(self._head() + self._each() * (len(self._rows) + 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setAccessibleName("\n".join(self.shown_text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        columns = self._columns()
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.role("text.muted"))
        for n, (left, wide) in columns.items():
            painter.drawText(QRectF(left, 0, wide, self._head()), int(_RIGHT if n else _LEFT), self._headings[n])
        top = self._head()
        for row in self.shown_rows():
            painter.setPen(QPen(theme.role("line.separator"), theme.px(0.4)))
            painter.drawLine(0, round(top), self.width(), round(top))
            self._paint_row(painter, row, top, columns)
            top += self._each()
        painter.end()

    def _paint_row(self, painter: QPainter, row: WallRow, top: float, columns: Mapping[int, _Span]) -> None:
        theme = self._theme
        left, wide = columns[0]
        if not row.cells:
            wide = float(self.width())
        if row.mark is not None:
            side = theme.px(SMALLEST_FIGURE.value * 0.7)
            box = QRectF(left, top + (self._each() - side) / 2, side, side)
            paint_mark(painter, box, row.mark, theme)
            left, wide = left + side + theme.px(3), wide - side - theme.px(3)
        size = SMALLEST_FIGURE if any(c in "0123456789" for c in row.name) else self._name_size
        painter.setFont(theme.font(size, bold=row.bold))
        painter.setPen(theme.role("text.primary" if row.cells else "text.muted"))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(QRectF(left, top, wide, self._each()), int(_LEFT), name)
        painter.setFont(theme.font(SMALLEST_FIGURE, bold=row.bold))
        for n, (text, role) in enumerate(row.cells, 1):
            if n in columns:
                painter.setPen(theme.ink(role))
                painter.drawText(QRectF(columns[n][0], top, columns[n][1], self._each()), int(_RIGHT), text)

    def _columns(self) -> dict[int, _Span]:
        """Left and width of the columns shown: figures as wide as they must be, the name has the rest."""
        theme = self._theme
        head = QFontMetricsF(theme.font(Size.SMALL)).horizontalAdvance
        cell = QFontMetricsF(theme.font(SMALLEST_FIGURE, bold=True)).horizontalAdvance
        rows = [*self._rows, *([] if self._last is None else [self._last])]
        wide = {
            n: max(head(text), max((cell(row.cells[n - 1][0]) for row in rows if len(row.cells) >= n), default=0.0))
            + theme.px(7)
            for n, text in enumerate(self._headings[1:], 1)
        }
        for n in sorted(wide, key=lambda n: -self._weights[n - 1]):
            if self._weights[n - 1] == 0 or self.width() - sum(wide.values()) >= theme.px(self._name_px):
                break
            del wide[n]
        first = max(0.0, self.width() - sum(wide.values()))
        columns, left = {0: (0.0, first)}, first
        for n, one in wide.items():
            columns[n] = (left, one)
            left += one
        return columns

    def _head(self) -> float:
        return float(self._theme.px(Size.SMALL.value * 1.45)) if any(self._headings) else 0.0

    def _each(self) -> float:
        return float(self._theme.px(SMALLEST_FIGURE.value * 1.42))

    def _capacity(self) -> int:
        return max(0, int((self.height() - self._head()) / self._each()))
