"""Draws table cells in the house style: a mark, then words in the colour of their role, cut where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from widgets.marks import Mark, paint_mark
from widgets.rows_model import CellRole
from widgets.theme import Size

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from widgets.theme import Theme

PAD = 8


class CellDelegate(QStyledItemDelegate):
    """Paints by roles; shows the whole text as a tooltip where it was cut."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font: QFont = theme.font(Size.BASE)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._font = theme.font(Size.BASE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        box = QRectF(option.rect).adjusted(self._theme.px(PAD), 0, -self._theme.px(PAD), -1)
        mark = index.data(CellRole.MARK)
        if isinstance(mark, Mark):
            side = self._theme.px(10)
            paint_mark(painter, QRectF(box.left(), round(box.center().y() - side / 2), side, side), mark, self._theme)
            box.setLeft(box.left() + side + self._theme.px(6))
        painter.setFont(self._font)
        painter.setPen(self._ink(index))
        words = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""), Qt.TextElideMode.ElideRight, max(0, int(box.width()))
        )
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * self._theme.px(PAD), self._theme.row_height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if index.isValid() and not index.data(Qt.ItemDataRole.ToolTipRole):
            words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            marked = self._theme.px(16) if isinstance(index.data(CellRole.MARK), Mark) else 0
            room = option.rect.width() - 2 * self._theme.px(PAD) - marked
            cut = view.fontMetrics().horizontalAdvance(words) > room
            QToolTip.showText(event.globalPos(), words if cut else "", view)
            return True
        return super().helpEvent(event, view, option, index)

    def _ink(self, index: QModelIndex | QPersistentModelIndex) -> QColor:
        role = index.data(CellRole.TEXT_ROLE)
        return self._theme.ink(role) if isinstance(role, str) else self._theme.role("text.primary")

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._theme.role("surface.selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self._theme.role("surface.hover"))
        painter.setPen(QPen(self._theme.role("line.separator"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        view = option.widget
        if option.state & QStyle.StateFlag.State_HasFocus and isinstance(view, QAbstractItemView) and view.hasFocus():
            painter.setPen(QPen(self._theme.role("line.focus"), self._theme.px(2)))
            painter.drawLine(box.topLeft(), box.bottomLeft()) if index.column() == 0 else None
