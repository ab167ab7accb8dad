"""The line above a plot: what the curves are, or, while the cursor is in the plot, what they read there."""

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
    """Two fixed lines, so that nothing jumps: curves or readings with a note, then the titles of the axes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._legend: tuple[StripEntry, ...] = ()
        self._reading: tuple[str, tuple[StripEntry, ...]] | None = None
        self._note, self._note_role = "", "text.secondary"
        self._titles = ("", "")
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

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._theme.px
        first = QRectF(px(8), 0, self.width() - 2 * px(8), px(18))
        second = QRectF(first.left(), first.bottom(), first.width(), px(16))
        painter.setFont(self._theme.font(Size.SMALL))
        metrics = QFontMetricsF(painter.font())
        note_width = 0.0
        if self._note and self._reading is None:
            note_width = min(first.width() * 0.6, metrics.horizontalAdvance(self._note) + 2)
            words = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, note_width)
            painter.setPen(self._theme.ink(self._note_role))
            painter.drawText(first, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        box = first.adjusted(0, 0, -note_width - (px(12) if note_width else 0), 0)
        if self._reading is not None:
            painter.setPen(self._theme.role("text.primary"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._reading[0])
            box.setLeft(box.left() + metrics.horizontalAdvance(self._reading[0]) + px(10))
        self._paint_entries(painter, box, self._reading[1] if self._reading else self._legend, metrics)
        painter.setFont(self._theme.font(Size.TINY))
        painter.setPen(self._theme.role("text.muted"))
        painter.drawText(second, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._titles[0])
        painter.drawText(second, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._titles[1])
        painter.end()

    def _paint_entries(
        self, painter: QPainter, box: QRectF, entries: Sequence[StripEntry], metrics: QFontMetricsF
    ) -> None:
        px, x = self._theme.px, box.left()
        for entry in entries:
            wide = metrics.horizontalAdvance(entry.words)
            if x + px(22) + wide > box.right() + 1:
                return
            y = round(box.center().y()) + 0.5
            painter.setPen(QPen(self._theme.role(entry.role), max(1.6, px(2)), PEN_STYLES[entry.style]))
            painter.drawLine(QPointF(x, y), QPointF(x + px(16), y))
            painter.setPen(self._theme.role("text.primary" if self._reading else "text.secondary"))
            words_box = QRectF(x + px(21), box.top(), wide + 2, box.height())
            painter.drawText(words_box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), entry.words)
            x += px(21) + wide + px(12)
