"""A line of steps: what has been gone through, where it stands, what is ahead. Calm, and readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.theme import Size, Theme


class StepState(Enum):
    """How a step stands."""

    DONE = "done"
    LEFT_OUT = "left_out"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class StepDot:
    """One step: words, how it stands, a short detail under the words (such as when it was reached), a tooltip."""

    text: str
    state: StepState
    detail: str = ""
    tip: str = ""


class StepLine(QWidget):
    """Dots on a line. Where the words of all do not fit, only the present step keeps its words, and its number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[StepDot, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[StepDot]) -> None:
        """Show these steps."""
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self.setAccessibleName(self._present())
            self.update()

    def steps(self) -> tuple[StepDot, ...]:
        """The steps shown."""
        return self._steps

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words, detail = (QFontMetrics(self._theme.font(size)).height() for size in (Size.SMALL, Size.TINY))
        return QSize(px(240), px(16) + px(4) + words + detail + px(2))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def roomy(self) -> bool:
        """Whether there is room for the words of every step."""
        metrics = QFontMetrics(self._theme.font(Size.SMALL, bold=True))
        widest = max((metrics.horizontalAdvance(one.text) for one in self._steps), default=0)
        return self._slot() >= widest + self._theme.px(10)

    def event(self, event: QEvent) -> bool:
        """A tooltip for each step."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._steps:
            at = min(len(self._steps) - 1, max(0, int(event.pos().x() / self._slot())))
            one = self._steps[at]
            QToolTip.showText(event.globalPos(), one.tip or one.text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middles = [QPointF((at + 0.5) * self._slot(), self._theme.px(8)) for at in range(len(self._steps))]
        self._paint_line(painter, middles)
        for middle, one in zip(middles, self._steps, strict=True):
            self._paint_dot(painter, middle, one.state)
        if self.roomy():
            for middle, one in zip(middles, self._steps, strict=True):
                self._paint_words(painter, middle, one, one.text)
        else:
            self._paint_present(painter, middles)
        painter.end()

    def _slot(self) -> float:
        return self.width() / max(1, len(self._steps))

    def _at(self) -> int:
        return next((at for at, one in enumerate(self._steps) if one.state is StepState.NOW), -1)

    def _present(self) -> str:
        at = self._at()
        return f"{self._steps[at].text} {at + 1}/{len(self._steps)}" if at >= 0 else ""

    def _paint_line(self, painter: QPainter, middles: list[QPointF]) -> None:
        reached = self._at()
        for at in range(len(middles) - 1):
            role = "text.muted" if at < reached else "line.button"
            painter.setPen(QPen(self._theme.role(role), self._theme.px(1.5)))
            painter.drawLine(middles[at], middles[at + 1])

    def _paint_dot(self, painter: QPainter, middle: QPointF, state: StepState) -> None:
        theme, px = self._theme, self._theme.px
        role = {
            StepState.DONE: "text.muted",
            StepState.LEFT_OUT: "text.muted",
            StepState.NOW: "selection",
            StepState.AHEAD: "line.control",
        }[state]
        filled = state in (StepState.DONE, StepState.NOW)
        painter.setPen(QPen(theme.role(role), px(1.5)))
        painter.setBrush(theme.role(role if filled else "surface.panel"))
        radius = px(6) if state is StepState.NOW else px(4)
        painter.drawEllipse(middle, radius, radius)
        if state is StepState.NOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.role("surface.panel"))
            painter.drawEllipse(middle, px(2.5), px(2.5))

    def _paint_words(self, painter: QPainter, middle: QPointF, one: StepDot, text: str) -> None:
        theme, px, slot = self._theme, self._theme.px, self._slot()
        now = one.state is StepState.NOW
        font = theme.font(Size.SMALL, bold=now)
        high = QFontMetrics(font).height()
        role = {StepState.NOW: "text.primary", StepState.DONE: "text.secondary"}.get(one.state, "text.muted")
        box = QRectF(middle.x() - slot / 2, px(20), slot, high)
        painter.setFont(font)
        painter.setPen(theme.role(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if one.detail:
            painter.setFont(theme.font(Size.TINY))
            painter.setPen(theme.role("text.muted"))
            painter.drawText(box.translated(0, high), Qt.AlignmentFlag.AlignCenter, one.detail)

    def _paint_present(self, painter: QPainter, middles: list[QPointF]) -> None:
        at = self._at()
        if at < 0:
            return
        theme, px = self._theme, self._theme.px
        font = theme.font(Size.SMALL, bold=True)
        metrics = QFontMetrics(font)
        text = self._present()
        wide = metrics.horizontalAdvance(text) + 2
        left = min(max(0.0, middles[at].x() - wide / 2), max(0.0, self.width() - wide))
        painter.setFont(font)
        painter.setPen(theme.role("text.primary"))
        box = QRectF(left, px(20), wide, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if self._steps[at].detail:
            painter.setFont(theme.font(Size.TINY))
            painter.setPen(theme.role("text.muted"))
            left_aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.translated(0, metrics.height()), left_aligned, self._steps[at].detail)
