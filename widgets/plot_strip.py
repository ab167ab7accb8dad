"""The two lines above a plot: a note or what the cursor reads, then what the curves and the axes are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

PEN_STYLES = {"solid": Qt.PenStyle.SolidLine, "dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


@dataclass(frozen=True, slots=True)
class StripEntry:
    """One curve: its line and its words (or its reading)."""

    words: str
    role: str
    style: str


class PlotStrip(QWidget):
    """Two lines of fixed height (lean: one, without a note), so that nothing jumps while the cursor comes and goes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._legend: tuple[StripEntry, ...] = ()
        self._reading: tuple[str, tuple[StripEntry, ...]] | None = None
        self._note, self._note_role = "", "text.secondary"
        self._titles = ("", "")
        self._lean = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_legend(self, entries: Sequence[StripEntry]) -> None:
        self._legend = tuple(entries)
        self.update()

    def set_reading(self, moment: str, entries: Sequence[StripEntry]) -> None:
        """What the cursor reads; an empty moment brings the legend back."""
        self._reading = (moment, tuple(entries)) if moment else None
        self.update()

    def reading_text(self) -> str:
        """The reading as one line, for tests and for assistive tools."""
        if self._reading is None:
            return ""
        return "  ".join((self._reading[0], *(entry.words for entry in self._reading[1])))

    def set_note(self, text: str, role: str = "text.secondary") -> None:
        self._note, self._note_role = text, role
        self.setToolTip(text)
        self.update()

    def set_titles(self, left: str, right: str) -> None:
        self._titles = (left, right)
        self.update()

    def set_lean(self, lean: bool) -> None:
        """One line only: the reading then takes the place of titles and legend, and there is no note."""
        self._lean = lean
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(18 if self._lean else 34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._theme.px
        first = QRectF(px(8), 0, self.width() - 2 * px(8), px(18))
        second = QRectF(first.left(), 0 if self._lean else first.bottom(), first.width(), px(16))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font(Size.SMALL))
        metrics = QFontMetricsF(painter.font())
        if self._reading is not None:
            painter.setPen(self._theme.role("text.primary"))
            painter.drawText(first, int(Qt.AlignmentFlag.AlignLeft | middle), self._reading[0])
            first.setLeft(first.left() + metrics.horizontalAdvance(self._reading[0]) + px(10))
            self._paint_entries(painter, first, self._reading[1], metrics)
            if self._lean:
                painter.end()
                return
        elif not self._lean:
            words = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, first.width())
            painter.setPen(self._theme.ink(self._note_role))
            painter.drawText(first, int(Qt.AlignmentFlag.AlignLeft | middle), words)
        painter.setFont(self._theme.font(Size.TINY))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(self._theme.role("text.muted"))
        painter.drawText(second, int(Qt.AlignmentFlag.AlignLeft | middle), self._titles[0])
        painter.drawText(second, int(Qt.AlignmentFlag.AlignRight | middle), self._titles[1])
        left = second.left() + metrics.horizontalAdvance(self._titles[0]) + px(12)
        right = second.right() - metrics.horizontalAdvance(self._titles[1]) - px(6)
        self._paint_entries(painter, QRectF(left, second.top(), right - left, second.height()), self._legend, metrics)
        painter.end()

    def _paint_entries(
        self, painter: QPainter, box: QRectF, entries: Sequence[StripEntry], metrics: QFontMetricsF
    ) -> None:
        px, x = self._theme.px, box.left()
        for entry in entries:
            wide = metrics.horizontalAdvance(entry.words)
            if x + px(20) + wide > box.right() + 1:
                return
            y = round(box.center().y()) + 0.5
            painter.setPen(QPen(self._theme.role(entry.role), max(1.6, px(2)), PEN_STYLES[entry.style]))
            painter.drawLine(QPointF(x, y), QPointF(x + px(16), y))
            painter.setPen(self._theme.role("text.primary"))
            words_box = QRectF(x + px(20), box.top(), wide + 2, box.height())
            painter.drawText(words_box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), entry.words)
            x += px(20) + wide + px(9)
