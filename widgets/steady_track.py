"""The painted part of the steady slider: tiers, groove, handle, the live mark that is always there, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.bands import Band, TierAxis, band_of, tick_words
from widgets.theme import Size, Theme, blend, readable_on

_QUIET_SHARE = 0.42


class SteadyTrack(QWidget):
    """A track that tells what was wished; it holds no opinion on what follows."""

    moved = Signal(float)
    settled = Signal()

    def __init__(self, theme: Theme, axis: TierAxis, bands: tuple[Band, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._axis = axis
        self._bands = bands
        self._value = axis.values[0]
        self._live: float | None = None
        self._live_words = ""
        self._live_stale = False
        self._steps = (10.0, 100.0, 1000.0)
        self._pending = False
        self._drag_offset: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # what is shown

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_axis(self, axis: TierAxis, bands: tuple[Band, ...]) -> None:
        self._axis, self._bands = axis, bands
        self.update()

    def set_steps(self, fine: float, step: float, big: float) -> None:
        self._steps = (fine, step, big)

    def set_value(self, value: float) -> None:
        self._value = value
        self.update()

    def set_live(self, value: float | None, words: str, *, stale: bool) -> None:
        self._live, self._live_words, self._live_stale = value, words, stale
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(68))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(68))

    # geometry

    def _margin(self) -> float:
        return self._theme.px(9)

    def _x(self, value: float) -> float:
        return self._margin() + self._axis.place(value) * (self.width() - 2 * self._margin())

    def _value_at(self, x: float) -> float:
        raw = self._axis.value((x - self._margin()) / max(1.0, self.width() - 2 * self._margin()))
        step = self._steps[0]
        low, high = self._axis.values[0], self._axis.values[-1]
        return min(high, max(low, round(raw / step) * step))

    def _rows(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Tag, groove, tiers, ticks."""
        px, left, width = self._theme.px, self._margin(), self.width() - 2 * self._margin()
        tag = QRectF(0, 0, self.width(), px(16))
        groove = QRectF(left, tag.bottom() + px(2), width, px(16))
        tiers = QRectF(left, groove.bottom() + px(1), width, px(16))
        ticks = QRectF(0, tiers.bottom() + px(2), self.width(), px(14))
        return tag, groove, tiers, ticks

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tag, groove, tiers, ticks = self._rows()
        self._paint_tiers(painter, tiers)
        self._paint_ticks(painter, ticks, tiers)
        self._paint_groove(painter, groove)
        self._paint_live(painter, tag, tiers)
        self._paint_handle(painter, groove)
        painter.end()

    def _paint_tiers(self, painter: QPainter, row: QRectF) -> None:
        here = band_of(self._bands, self._value)
        panel = self._theme.role("surface.panel")
        painter.setFont(self._theme.font(Size.TINY, bold=True))
        metrics = QFontMetricsF(painter.font())
        for band in self._bands:
            left, right = round(self._x(band.lower)), round(self._x(band.upper))
            box = QRectF(left, row.top(), max(1, right - left - 1), row.height())
            full = self._theme.role(band.colour_role)
            ground = full if band is here else blend(panel, full, _QUIET_SHARE)
            painter.fillRect(box, ground)
            if band is not here:
                painter.fillRect(
                    QRectF(box.left(), box.bottom() - self._theme.px(2), box.width(), self._theme.px(2)), full
                )
            room = box.width() - self._theme.px(4)
            words = next(
                (text for text in (band.label, band.short) if text and metrics.horizontalAdvance(text) <= room), ""
            )
            if words:
                painter.setPen(readable_on(ground))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ticks(self, painter: QPainter, row: QRectF, tiers: QRectF) -> None:
        painter.setFont(self._theme.font(Size.TINY))
        metrics = QFontMetricsF(painter.font())
        gap = self._theme.px(3)
        painter.setPen(self._theme.role("text.muted"))
        for words, left, wide in tick_words(self._axis.values, self._x, metrics.horizontalAdvance, self.width(), gap):
            painter.drawText(QRectF(left - 1, row.top(), wide + 2, row.height()), Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(self._theme.role("line.control"), 1))
        for value in self._axis.values:
            x = round(self._x(value)) - 0.5
            painter.drawLine(QPointF(x, tiers.bottom()), QPointF(x, tiers.bottom() + self._theme.px(2)))

    def _paint_groove(self, painter: QPainter, row: QRectF) -> None:
        height = self._theme.px(4)
        groove = QRectF(row.left(), round(row.center().y() - height / 2), row.width(), height)
        painter.fillRect(groove, self._theme.role("surface.field"))
        painter.setPen(QPen(self._theme.role("line.button"), 1))
        painter.drawRect(groove.adjusted(0.5, 0.5, -0.5, -0.5))
        here = self._x(self._value)
        if self._live is not None and self._live != self._value:
            there = self._x(self._live)
            reach = QRectF(min(here, there), groove.top(), abs(here - there), height)
            painter.fillRect(reach, self._theme.role("realm.whatif"))

    def _paint_live(self, painter: QPainter, tag: QRectF, tiers: QRectF) -> None:
        if self._live is None:
            return
        x = round(self._x(self._live)) + 0.5
        style = Qt.PenStyle.DashLine if self._live_stale else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.role("surface.panel"), self._theme.px(4)))
        foot = tiers.top() + self._theme.px(3)  # a notch in the tier, short of its words
        painter.drawLine(QPointF(x, tag.bottom()), QPointF(x, foot))
        painter.setPen(QPen(self._theme.role("text.primary"), self._theme.px(2), style))
        painter.drawLine(QPointF(x, tag.bottom()), QPointF(x, foot))
        painter.setFont(self._theme.font(Size.TINY, bold=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._live_words) + self._theme.px(10)
        left = min(max(0.0, x - width / 2), self.width() - width)
        box = QRectF(round(left), tag.top() + 0.5, round(width), tag.height() - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._live_stale else self._theme.role("surface.pressed"))
        painter.setPen(QPen(self._theme.role("line.control"), 1, style))
        painter.drawRect(box)
        painter.setPen(self._theme.role("text.primary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._live_words)

    def _paint_handle(self, painter: QPainter, row: QRectF) -> None:
        half, x = self._theme.px(5.5), self._x(self._value)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            ring = QRectF(x - half - 3, row.top() - 2, 2 * half + 6, row.height() + 4)
            painter.setPen(QPen(self._theme.role("line.focus"), self._theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, 3, 3)
        body = QRectF(x - half, row.top() + 1, 2 * half, row.height() * 0.62)
        shape = QPolygonF(
            [body.topLeft(), body.topRight(), body.bottomRight(), QPointF(x, row.bottom()), body.bottomLeft()]
        )
        away = self._live is not None and self._live != self._value
        fill = QColor(self._theme.role("realm.whatif" if away else "text.primary"))
        painter.setPen(QPen(self._theme.role("surface.panel"), 1.5))
        painter.setBrush(fill if self.isEnabled() else self._theme.role("line.control"))
        painter.drawPolygon(shape)

    # hand and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x, here = event.position().x(), self._x(self._value)
        grabbed = abs(x - here) <= self._theme.px(8)
        self._drag_offset = here - x if grabbed else 0.0
        if not grabbed:
            self._wish(self._value_at(x))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_offset is not None:
            self._wish(self._value_at(event.position().x() + self._drag_offset))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._drag_offset is not None:
            self._drag_offset = None
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel belongs to whatever scrolls around this slider, never to the value."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wished = self._key_target(event)
        if wished is not None:
            self._wish(wished)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pending = True
            self._settle()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._pending and not event.isAutoRepeat() and self._drag_offset is None:
            self._settle()
            return
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self.update()

    def drop_gesture(self) -> None:
        """Forget a half-done drag or key press."""
        self._drag_offset, self._pending = None, False

    def _key_target(self, event: QKeyEvent) -> float | None:
        fine, step, big = self._steps
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step, big = fine, step
        low, high = self._axis.values[0], self._axis.values[-1]
        ends = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                target = self._value - step
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                target = self._value + step
            case Qt.Key.Key_PageDown:
                target = self._value - big
            case Qt.Key.Key_PageUp:
                target = self._value + big
            case Qt.Key.Key_Home:
                target = low if ends else max((edge for edge in self._axis.values if edge < self._value), default=low)
            case Qt.Key.Key_End:
                target = high if ends else min((edge for edge in self._axis.values if edge > self._value), default=high)
            case _:
                return None
        return min(high, max(low, target))

    def _wish(self, value: float) -> None:
        self._pending = True
        if value != self._value:
            self.moved.emit(value)

    def _settle(self) -> None:
        if self._pending:
            self._pending = False
            self.settled.emit()
