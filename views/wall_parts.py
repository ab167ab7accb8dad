"""Parts of the wall's pages: words, figures, marks and swatches in the wall's sizes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.wall_reading import SMALLEST_FIGURE
from widgets.ink_label import InkLabel
from widgets.marks import Mark, Shape, paint_mark
from widgets.theme import Size, Theme

GAP, PAD = 3, 5
"""Measures at scale 1; the theme of the wall makes them as much larger as its type."""


def words_label(theme: Theme, role: str = "text.muted", *, size: Size = Size.SMALL, hug: bool = True) -> InkLabel:
    """A label for words without figures."""
    made = LineLabel(theme, role=role, size=size, hug=hug)
    made.set_align(Qt.AlignmentFlag.AlignLeft)
    return made


def line_label(
    theme: Theme, role: str = "text.primary", *, bold: bool = False, hug: bool = False, lines: int = 1
) -> InkLabel:
    """A label for a line (or some) that may hold figures."""
    kind = LineLabel if lines == 1 else InkLabel
    made = kind(theme, role=role, size=SMALLEST_FIGURE, bold=bold, hug=hug, lines=lines)
    made.set_align(Qt.AlignmentFlag.AlignLeft)
    return made


class LineLabel(InkLabel):
    """A line; those of a wall stand closer than those of a page that is read."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self.hasHeightForWidth() else QSize(hint.width(), round(hint.height() * 0.86))

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Where the words stand across; they stand on the foot of the label, so that no tail of a letter is cut."""
        super().set_align((align & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignBottom)


class FigureLabel(InkLabel):
    """One figure, with room for the tail of a comma."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), round(hint.height() * 1.14))


def figure_label(theme: Theme, role: str = "text.primary", *, size: Size = Size.FIGURE) -> InkLabel:
    """A label for one figure."""
    return FigureLabel(theme, role=role, size=size, bold=True, hug=True)


class MarkLabel(QWidget):
    """One mark, as large as the words beside it; nothing to show takes no room."""

    def __init__(self, theme: Theme, *, size: Size = SMALLEST_FIGURE) -> None:
        super().__init__()
        self._theme, self._size, self._mark = theme, size, Mark(Shape.CIRCLE, "text.muted")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_mark(self, mark: Mark | None) -> None:
        """Show a mark, or none."""
        self.setHidden(mark is None)
        if mark is not None and mark != self._mark:
            self._mark = mark
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size.value * 0.8)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._mark, self._theme)
        painter.end()


class Count(QWidget):
    """A caption above a figure; the mark tells by its shape what is abnormal."""

    def __init__(self, theme: Theme, caption: str, *, size: Size = Size.FIGURE) -> None:
        super().__init__()
        self._theme = theme
        self.caption = words_label(theme, size=Size.TINY)
        self.caption.set_text(caption)
        self.mark = MarkLabel(theme)
        self.figure = figure_label(theme, size=size)
        self._row = QHBoxLayout()
        self._row.addWidget(self.mark)
        self._row.addWidget(self.figure)
        self._row.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.caption)
        self._box.addLayout(self._row)
        self._box.addStretch(1)
        self.set_theme(theme)

    def show_count(self, value: int | None, mark: Mark | None = None) -> None:
        """Show a number; a mark is shown with any but zero and colours it. None: not known."""
        loud = bool(value) and mark is not None
        self.mark.show_mark(mark if loud else None)
        role = mark.role if loud and mark is not None else "text.primary" if value else "text.muted"
        self.show_text("—" if value is None else f"{value:,}", role)

    def show_text(self, text: str, role: str = "text.primary") -> None:
        """Show a figure in words of its own."""
        self.figure.set_text(text, role)
        self.setAccessibleName(f"{self.caption.text()} {text}")

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._box.setContentsMargins(theme.px(PAD), theme.px(GAP), theme.px(PAD), theme.px(GAP))
        self._box.setSpacing(theme.px(1))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(GAP))

    def minimumSizeHint(self) -> QSize:
        """Half a figure is a wrong figure, and half a caption a wrong one."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line at the left keeps neighbours apart."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.role("line.separator"), self._theme.px(0.4)))
        inset = self._theme.px(GAP)
        painter.drawLine(0, inset, 0, self.height() - inset)
        painter.end()


class Swatch(QWidget):
    """A piece of the map's look beside its words: an area (hatched or not), a line, or a mark."""

    def __init__(self, theme: Theme, kind: str, role: str, mark: Mark | None = None) -> None:
        super().__init__()
        self._theme, self._kind, self._role, self._mark = theme, kind, role, mark
        self._colour: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_colour(self, colour: QColor) -> None:
        """Show a colour that is no role by itself: one laid over the land."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(16), self._theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, colour = self.rect(), self._theme.role(self._role or "text.muted")
        if self._mark is not None:
            side = box.height()
            paint_mark(painter, QRectF((box.width() - side) / 2, 0, side, side), self._mark, self._theme)
        elif self._kind == "line":
            painter.fillRect(QRect(0, box.height() * 2 // 5, box.width(), max(2, box.height() // 5)), colour)
        elif self._kind == "hatch":
            painter.setPen(QPen(colour, self._theme.px(0.8)))
            for x in range(-box.height(), box.width(), self._theme.px(3)):
                painter.drawLine(x, box.height(), x + box.height(), 0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        else:
            painter.fillRect(box, colour if self._colour is None else self._colour)
            painter.setPen(QPen(self._theme.role("grid.line"), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()
