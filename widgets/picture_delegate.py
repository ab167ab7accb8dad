"""Cells of tall rows: one with a small picture and the number of further ones, one with two lines of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from widgets.cell_delegate import PAD, CellDelegate
from widgets.marks import Mark, paint_mark
from widgets.rows_model import CellRole
from widgets.theme import Size

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from widgets.pictures import Pictures
    from widgets.theme import Theme

SMALL = 160
"""Longest side of a small picture, in pixels: one size for all lists, decoded once."""


class PictureDelegate(CellDelegate):
    """Paints the first picture of a row; `keys_of` names all of them."""

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        keys_of: Callable[[Any], tuple[str, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._pictures, self._keys_of = pictures, keys_of

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        keys = self._keys_of(index.data(CellRole.ROW))
        if keys:
            box = option.rect.adjusted(self._theme.px(6), self._theme.px(2), -self._theme.px(2), -self._theme.px(3))
            paint_picture(painter, box, self._pictures.get(keys[0], SMALL), self._theme, len(keys))
        painter.restore()


class TwoLines(CellDelegate):
    """Paints the words of a cell and, muted, a second line below them that begins under the first."""

    def __init__(self, theme: Theme, second: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._second = second

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        theme = self._theme
        box = QRectF(option.rect).adjusted(theme.px(PAD), theme.px(3), -theme.px(PAD), -theme.px(4))
        half = box.height() / 2
        mark = index.data(CellRole.MARK)
        if isinstance(mark, Mark):
            side = theme.px(11)
            paint_mark(painter, QRectF(box.left(), box.top() + (half - side) / 2, side, side), mark, theme)
            box.setLeft(box.left() + side + theme.px(7))
        lines = (
            (str(index.data(Qt.ItemDataRole.DisplayRole) or ""), theme.font(Size.BASE), self._ink(index)),
            (self._second(index.data(CellRole.ROW)), theme.font(Size.SMALL), theme.role("text.muted")),
        )
        for at, (text, font, ink) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(ink)
            line = QRectF(box.left(), box.top() + at * half, box.width(), half)
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()


def paint_picture(painter: QPainter, box: QRect, picture: QPixmap | None, theme: Theme, count: int = 1) -> None:
    """Paint a picture cut to a box, an empty frame when there is none, and the count when there are several."""
    if picture is None:
        painter.setPen(QPen(theme.role("line.button"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(box), picture, cut_to(picture, box))
    if count > 1:
        painter.setFont(theme.font(Size.TINY))
        text = f"{count}"
        side = painter.fontMetrics().horizontalAdvance(text) + theme.px(6)
        tag = QRect(box.right() - side + 1, box.bottom() - theme.px(14) + 1, side, theme.px(14))
        painter.fillRect(tag, theme.role("surface.overlay"))
        painter.setPen(theme.role("text.primary"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def cut_to(picture: QPixmap, box: QRect) -> QRectF:
    """Return the middle part of a picture that has the shape of a box."""
    wide, high = picture.width(), picture.height()
    shape = box.width() / max(1, box.height())
    if wide > high * shape:
        part = high * shape
        return QRectF((wide - part) / 2, 0, part, high)
    part = wide / shape
    return QRectF(0, (high - part) / 2, wide, part)
