"""The track of a time bar: frames along a line of time, a course of values as its ground, and where the head stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.plot_axes import TimeWords, tick_texts, time_ticks
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

HOUR_S = 3600.0


class TimeTrack(QWidget):
    """Takes clicks, drags and keys; the wheel never moves it.

    Signals:
        frame_wished: number of a frame.
        play_wished: the space bar.

    """

    frame_wished = Signal(int)
    play_wished = Signal()

    def __init__(self, theme: Theme, words: TimeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._times: tuple[float, ...] = ()
        self._course: tuple[tuple[float, float], ...] = ()
        self._at = 0
        self._outline: list[QPointF] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    # what the owner says

    def set_frames(self, times_s: Sequence[float], course: Sequence[tuple[float, float]]) -> None:
        """Moments of the frames (rising, seconds since 1970), and a course of values (moment, value) as the ground."""
        self._times, self._course = tuple(times_s), tuple(course)
        self._at = min(self._at, max(0, len(self._times) - 1))
        self._trace()
        self.setEnabled(bool(self._times))
        self.update()

    def set_frame(self, number: int) -> None:
        """Where the head stands."""
        self._at = number
        self.update()

    def set_words(self, words: TimeWords) -> None:
        self._words = words
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._trace()
        self.updateGeometry()
        self.update()

    def nearest(self, seconds: float) -> int:
        """The frame nearest to a moment."""
        right = bisect_left(self._times, seconds)
        if right in (0, len(self._times)):
            return max(0, min(right, len(self._times) - 1))
        return right if self._times[right] - seconds <= seconds - self._times[right - 1] else right - 1

    # geometry

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(44))

    def _box(self) -> QRectF:
        px = self._theme.px
        return QRectF(self.rect()).adjusted(px(8), px(5), -px(8), -px(17))

    def x_of(self, seconds: float) -> float:
        """Where a moment lies across."""
        box, (start, end) = self._box(), (self._times[0], self._times[-1])
        return box.left() + box.width() * (seconds - start) / max(end - start, 1.0)

    def _moment_at(self, x: float) -> float:
        box, (start, end) = self._box(), (self._times[0], self._times[-1])
        return start + (end - start) * (x - box.left()) / max(box.width(), 1.0)

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._wish_at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._wish_at(event)

    def _wish_at(self, event: QMouseEvent) -> None:
        if self._times:
            self._wish(self.nearest(self._moment_at(event.position().x())))

    def _wish(self, number: int) -> None:
        number = min(max(number, 0), len(self._times) - 1)
        if number != self._at:
            self.frame_wished.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._times:
            super().keyPressEvent(event)
            return
        hour = self._times[self._at]
        match event.key():
            case Qt.Key.Key_Space:
                self.play_wished.emit()
            case Qt.Key.Key_Left:
                self._wish(self._at - 1)
            case Qt.Key.Key_Right:
                self._wish(self._at + 1)
            case Qt.Key.Key_PageUp:
                self._wish(self.nearest(hour - HOUR_S))
            case Qt.Key.Key_PageDown:
                self._wish(self.nearest(hour + HOUR_S))
            case Qt.Key.Key_Home:
                self._wish(0)
            case Qt.Key.Key_End:
                self._wish(len(self._times) - 1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, box = self._theme, self._box()
        painter = QPainter(self)
        painter.fillRect(box, theme.role("surface.field"))
        if self._times:
            self._paint_course(painter, box)
            self._paint_ticks(painter, box)
        painter.setPen(QPen(theme.role("line.focus" if self.hasFocus() else "line.button"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._times:
            self._paint_head(painter, box)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._trace()

    def _trace(self) -> None:
        """Lay the course into the box once, for it is painted far more often than it changes."""
        self._outline = []
        if len(self._course) < 2 or not self._times:
            return
        box, most = self._box(), max(value for _, value in self._course)
        height = (box.height() - self._theme.px(4)) / max(most, 1e-9)
        start, scale = self._times[0], box.width() / max(self._times[-1] - self._times[0], 1.0)
        self._outline = [
            QPointF(box.left() + (at - start) * scale, box.bottom() - max(0.0, v) * height) for at, v in self._course
        ]

    def _paint_course(self, painter: QPainter, box: QRectF) -> None:
        line = self._outline
        if not line:
            return
        theme = self._theme
        first, last = line[0], line[-1]
        area = QPolygonF([QPointF(first.x(), box.bottom()), *line, QPointF(last.x(), box.bottom())])
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        head = self.x_of(self._times[self._at])
        for left, right, strength in ((box.left(), head, 0.42), (head, box.right(), 0.16)):
            painter.setClipRect(QRectF(left, box.top(), right - left, box.height()))
            painter.setBrush(theme.tint("curve.forecast", strength))
            painter.drawPolygon(area)
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.role("curve.forecast"), max(1.2, theme.px(1.4))))
        painter.drawPolyline(QPolygonF(line))
        painter.restore()

    def _paint_ticks(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        spacing, ticks = time_ticks(
            self._times[0], self._times[-1], max(2, int(box.width() // px(64))), self._words.zone
        )
        painter.setFont(theme.font(Size.TINY))
        room = px(64)
        for tick, text in zip(ticks, tick_texts(ticks, spacing, self._words), strict=True):
            x = round(self.x_of(tick)) + 0.5
            painter.setPen(QPen(theme.role("line.grid"), 1))
            painter.drawLine(QPointF(x, box.top() + 1), QPointF(x, box.bottom() - 1))
            painter.setPen(theme.role("text.muted"))
            left = min(max(x - room / 2, 0.0), self.width() - room)
            align = Qt.AlignmentFlag.AlignHCenter
            if left > x - room / 2:
                align = Qt.AlignmentFlag.AlignLeft
            elif left < x - room / 2:
                align = Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(left, box.bottom() + 1, room, px(16)), int(align), text)

    def _paint_head(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        x = self.x_of(self._times[self._at])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.role("selection"), max(1.6, px(2))))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.role("selection"))
        half = px(5)
        painter.drawPolygon(
            QPolygonF([QPointF(x - half, box.top() - px(4)), QPointF(x + half, box.top() - px(4)),
                       QPointF(x, box.top() + half)])
        )  # fmt: skip
