"""Draws the rows of a LineList: box or mark, title over note at left, value over detail at right, a thin bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from widgets.cell_delegate import CellDelegate
from widgets.marks import paint_mark
from widgets.rows_model import CellRole
from widgets.theme import Size

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from widgets.line_list import Line
    from widgets.theme import Theme

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
SIDE = 12


class LineDelegate(CellDelegate):
    """Paints lines; fonts and their measures are kept until the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._fonts: dict[tuple[Size, bool], tuple[QFont, QFontMetricsF]] = {}

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._fonts = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(CellRole.ROW)
        painter.save()
        if line.heading and not option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.role("surface.alternate"))
        self._paint_ground(painter, option, index)
        px = self._theme.px
        box = QRectF(option.rect).adjusted(px(SIDE), 0, -px(SIDE), -1)
        if line.heading:
            self._heading(painter, box, line)
        else:
            self._row(painter, box, line)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, line: Line) -> None:
        px = self._theme.px
        if line.open is not None:
            self._arrow(painter, QPointF(box.left() + px(4), box.center().y()), down=line.open)
            box.setLeft(box.left() + px(14))
        taken = self._words(painter, box, line.value, line.value_role, Size.SMALL, right=True)
        box.setRight(box.right() - taken)
        used = self._words(painter, box, line.title, line.title_role, Size.SMALL, bold=True)
        box.setLeft(box.left() + used)
        self._words(painter, box, line.note, "text.muted", Size.SMALL)

    def _row(self, painter: QPainter, box: QRectF, line: Line) -> None:
        px = self._theme.px
        two = box.height() > px(36)
        if line.bar is not None:
            self._bar(painter, box, line)
            box.setBottom(box.bottom() - px(6))
        upper = QRectF(box.left(), box.top() + px(4), box.width(), px(18)) if two else QRectF(box)
        lead = 0
        if line.tag:
            side = px(17)
            self._tag(painter, QRectF(box.left(), round(upper.center().y() - side / 2), side, side), line)
            lead = side + px(7)
        elif line.mark is not None:
            side = px(10)
            at = QRectF(box.left(), round(upper.center().y() - side / 2), side, side)
            paint_mark(painter, at, line.mark, self._theme)
            lead = side + px(7)
        upper.setLeft(upper.left() + lead)
        lower = QRectF(upper.left(), upper.bottom(), upper.width(), px(15))
        taken = self._words(painter, upper, line.value, line.value_role, Size.SMALL, right=True)
        upper.setRight(upper.right() - taken)
        if not two:
            taken = self._words(painter, upper, line.fact, line.fact_role, Size.SMALL, right=True)
            upper.setRight(upper.right() - taken)
        self._words(painter, upper, line.title, line.title_role, Size.BASE, bold=line.bold)
        if two:
            taken = self._words(painter, lower, line.detail, line.detail_role, Size.SMALL, right=True)
            lower.setRight(lower.right() - taken)
            used = self._words(painter, lower, line.fact, line.fact_role, Size.SMALL)
            lower.setLeft(lower.left() + used)
            self._words(painter, lower, line.note, "text.muted", Size.SMALL)

    def _words(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        role: str,
        size: Size,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> float:
        """Paint words and return the room they took with a gap after them. Words at right take 0.6 of it at most."""
        if not words or box.width() <= 0:
            return 0.0
        font, metrics = self._font_of(size, bold)
        room = box.width() * 0.6 if right else box.width()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.ink(role))
        painter.drawText(box, _RIGHT if right else _LEFT, shown)
        return metrics.horizontalAdvance(shown) + self._theme.px(8)

    def _font_of(self, size: Size, bold: bool) -> tuple[QFont, QFontMetricsF]:
        known = self._fonts.get((size, bold))
        if known is None:
            font = self._theme.font(size, bold=bold)
            known = self._fonts[size, bold] = (font, QFontMetricsF(font))
        return known

    def _tag(self, painter: QPainter, box: QRectF, line: Line) -> None:
        style = Qt.PenStyle.DashLine if line.tag_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.edge(line.tag_role), 1, style))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(self._font_of(Size.TINY, bold=False)[0])
        painter.setPen(self._theme.ink(line.tag_role))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), line.tag)

    def _bar(self, painter: QPainter, box: QRectF, line: Line) -> None:
        if line.bar is None:
            return
        whole, filled = (max(0.0, min(1.0, part)) for part in line.bar)
        high = self._theme.px(3)
        track = QRectF(box.left(), box.bottom() - high - self._theme.px(2), box.width() * whole, high)
        painter.fillRect(track, self._theme.role("line.button"))
        track.setWidth(track.width() * filled)
        painter.fillRect(track, self._theme.role(line.bar_role))

    def _arrow(self, painter: QPainter, centre: QPointF, *, down: bool) -> None:
        r = self._theme.px(4)
        corners = [(-r, -r / 2), (r, -r / 2), (0, r / 2)] if down else [(-r / 2, -r), (r / 2, 0), (-r / 2, r)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.role("icon.muted"))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
