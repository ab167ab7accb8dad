"""A line of time to scrub along: calendar ticks, marks in shapes of their own, and where the head stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.marks import Mark, paint_mark
from widgets.plot_axes import TimeWords, tick_texts, time_ticks
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL_S, LARGE_S = 60.0, 3600.0
"""What an arrow and a page key go."""
_REACH = 7.0


@dataclass(frozen=True, slots=True)
class TrackMark:
    """A mark at a moment (seconds since 1970) in one of the lanes, with the words that tell what it is."""

    at: float
    mark: Mark
    lane: int
    words: str


class ScrubTrack(QWidget):
    """Takes clicks, drags and keys; the wheel never moves it. Marks are painted once for a width, not with each move.

    Signals:
        moment_wished: seconds since 1970.
        play_wished: the space bar.

    """

    moment_wished = Signal(float)
    play_wished = Signal()

    def __init__(self, theme: Theme, words: TimeWords, lanes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._lanes = theme, words, lanes
        self._span: tuple[float, float] | None = None
        self._marks: tuple[TrackMark, ...] = ()
        self._times: list[float] = []
        self._at = 0.0
        self._ground: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # what the owner says

    def set_span(self, first: float, last: float) -> None:
        """From when to when the line goes."""
        if self._span != (first, last):
            self._span = (first, max(last, first + 1.0))
            self._paint_anew()

    def set_marks(self, marks: Sequence[TrackMark]) -> None:
        """What is marked on it, in any order."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.at))
        self._times = [mark.at for mark in self._marks]
        self._paint_anew()

    def set_moment(self, seconds: float) -> None:
        """Where the head stands."""
        if seconds != self._at:
            self._at = seconds
            self.update()

    def set_words(self, words: TimeWords) -> None:
        self._words = words
        self._paint_anew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self._paint_anew()

    def marks(self) -> tuple[TrackMark, ...]:
        """What is marked, in the order of time."""
        return self._marks

    def mark_near(self, x: float) -> TrackMark | None:
        """The mark nearest to a place across, if one is within reach."""
        if self._span is None or not self._marks:
            return None
        at = bisect_left(self._times, self._moment_at(x))
        near = self._marks[max(0, at - 1) : at + 1]
        found = min(near, key=lambda mark: abs(self.x_of(mark.at) - x))
        return found if abs(self.x_of(found.at) - x) <= self._theme.px(_REACH) else None

    # geometry

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(10 * self._lanes + 26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def _box(self) -> QRectF:
        px = self._theme.px
        return QRectF(self.rect()).adjusted(px(8), px(4), -px(8), -px(17))

    def x_of(self, seconds: float) -> float:
        """Where a moment lies across."""
        box, (first, last) = self._box(), self._span or (0.0, 1.0)
        return box.left() + box.width() * (seconds - first) / (last - first)

    def _moment_at(self, x: float) -> float:
        box, (first, last) = self._box(), self._span or (0.0, 1.0)
        return min(max(first + (last - first) * (x - box.left()) / max(box.width(), 1.0), first), last)

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._span is not None:
            mark = self.mark_near(event.position().x())
            self.moment_wished.emit(self._moment_at(event.position().x()) if mark is None else mark.at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._span is not None:
            self.moment_wished.emit(self._moment_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._span is None:
            super().keyPressEvent(event)
            return
        first, last = self._span
        go = {
            Qt.Key.Key_Left: self._at - SMALL_S,
            Qt.Key.Key_Right: self._at + SMALL_S,
            Qt.Key.Key_PageUp: self._at - LARGE_S,
            Qt.Key.Key_PageDown: self._at + LARGE_S,
            Qt.Key.Key_Home: first,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self.play_wished.emit()
        elif go is not None:
            self.moment_wished.emit(min(max(go, first), last))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a mark is under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_near(event.pos().x())
            if mark is not None:
                QToolTip.showText(event.globalPos(), mark.words, self)
            else:
                QToolTip.showText(event.globalPos(), self.toolTip(), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint_anew()

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ground is None:
            self._ground = self._painted()
        theme, box = self._theme, self._box()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        if self._span is not None:
            x = self.x_of(self._at)
            painter.fillRect(QRectF(box.left(), box.top(), x - box.left(), box.height()), theme.tint("selection", 0.14))
            painter.setPen(QPen(theme.role("selection"), max(1.6, theme.px(2))))
            painter.drawLine(round(x), round(box.top()), round(x), round(box.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.role("selection"))
            half = theme.px(4)
            painter.drawRoundedRect(QRectF(x - half, box.top() - theme.px(3), 2 * half, theme.px(7)), 2, 2)
        painter.setPen(QPen(theme.role("line.focus" if self.hasFocus() else "line.button"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_anew(self) -> None:
        self._ground = None
        self.update()

    def _painted(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        made = QPixmap(self.size() * scale)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        painter.fillRect(box, self._theme.role("surface.field"))
        if self._span is not None:
            self._paint_ticks(painter, box, *self._span)
            side, lane = self._theme.px(9), box.height() / self._lanes
            for mark in self._marks:
                top = box.top() + lane * (mark.lane + 0.5) - side / 2
                paint_mark(painter, QRectF(self.x_of(mark.at) - side / 2, top, side, side), mark.mark, self._theme)
        painter.end()
        return made

    def _paint_ticks(self, painter: QPainter, box: QRectF, first: float, last: float) -> None:
        theme, px = self._theme, self._theme.px
        spacing, ticks = time_ticks(first, last, max(2, int(box.width() // px(64))), self._words.zone)
        painter.setFont(theme.font(Size.TINY))
        room = px(64)
        for tick, text in zip(ticks, tick_texts(ticks, spacing, self._words), strict=True):
            x = round(self.x_of(tick)) + 0.5
            painter.setPen(QPen(theme.role("line.grid"), 1))
            painter.drawLine(round(x), round(box.top()) + 1, round(x), round(box.bottom()) - 1)
            painter.setPen(theme.role("text.muted"))
            left = min(max(x - room / 2, 0.0), self.width() - room)
            painter.drawText(QRectF(left, box.bottom() + 1, room, px(16)), int(Qt.AlignmentFlag.AlignHCenter), text)
