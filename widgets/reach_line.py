"""A course drawn as a line: places in order with their values, side arms that join it, and the time between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.marks import Fill, Mark, Shape, paint_mark
from widgets.theme import Size

if TYPE_CHECKING:
    from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the course. `lane` 0 is the course itself, −1 an arm joining from above, 1 from below.

    `hours` is the time of the water from here to the place in the middle (hours 0), negative beyond it.
    """

    id: str
    name: str
    hours: float
    value: str = ""
    lane: int = 0
    mark: Mark | None = None
    muted: bool = False
    tip: str = ""


class ReachLine(QWidget):
    """Places in order along the line; a click or the arrow keys choose one.

    Signals:
        chosen: id of a place.

    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stops: tuple[Stop, ...] = ()
        self._chosen = ""
        self._empty = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    # what the owner says and asks

    def set_stops(self, stops: Sequence[Stop]) -> None:
        """Show these places; they are put in order of time."""
        ordered = tuple(sorted(stops, key=lambda stop: -stop.hours))
        if ordered != self._stops:
            self._stops = ordered
            self.setAccessibleDescription("; ".join(f"{stop.name} {stop.value}" for stop in ordered))
            self.update()

    def set_empty_words(self, text: str) -> None:
        """The sentence where there is no place."""
        self._empty = text
        self.update()

    def choose(self, identity: str) -> None:
        """Mark a place without a signal."""
        if identity != self._chosen:
            self._chosen = identity
            self.update()

    def stops(self) -> tuple[Stop, ...]:
        """The places in order."""
        return self._stops

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(116))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.sizeHint().height())

    def place_of(self, identity: str) -> QPointF:
        """Where a place is drawn."""
        return self._places().get(identity, QPointF())

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self.choose(found.id)
            self.chosen.emit(found.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not way or not self._stops:
            super().keyPressEvent(event)
            return
        ids = [stop.id for stop in self._stops]
        at = ids.index(self._chosen) + way if self._chosen in ids else 0
        self.choose(ids[min(max(at, 0), len(ids) - 1)])
        self.chosen.emit(self._chosen)

    def event(self, event: QEvent) -> bool:
        """Say all about the place under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if found is None else found.tip, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._stops:
            painter.setFont(self._theme.font(Size.SMALL))
            painter.setPen(self._theme.role("text.muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        places = self._places()
        self._paint_course(painter, places)
        for at, stop in enumerate(self._stops):
            self._paint_stop(painter, places[stop.id], stop, self._room(at, places))
        painter.end()

    # inside

    def _middle(self) -> float:
        return self.height() * 0.5

    def _places(self) -> dict[str, QPointF]:
        """Places stand evenly: their order and the words between them say more than a scale would."""
        count, edge = len(self._stops), self._theme.px(46)
        step = (self.width() - 2 * edge) / max(1, count - 1)
        arm = self._theme.px(30)
        return {
            stop.id: QPointF(edge + at * step, self._middle() + stop.lane * arm) for at, stop in enumerate(self._stops)
        }

    def _room(self, at: int, places: dict[str, QPointF]) -> float:
        """How wide the words of a place may be: up to the neighbours on the same side of the line."""
        here = self._stops[at]
        beside = [
            abs(places[other.id].x() - places[here.id].x())
            for other in self._stops
            if other.id != here.id and other.lane == here.lane
        ]
        edge = 2 * min(places[here.id].x(), self.width() - places[here.id].x())
        return min((*beside, self._theme.px(190), edge)) - self._theme.px(4)

    def _paint_course(self, painter: QPainter, places: dict[str, QPointF]) -> None:
        theme = self._theme
        pen = QPen(theme.role("line.control"), theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(theme.px(10), self._middle()), QPointF(self.width() - theme.px(16), self._middle()))
        tip = QPointF(self.width() - theme.px(10), self._middle())
        for lift in (-4, 4):
            painter.drawLine(tip, QPointF(tip.x() - theme.px(6), tip.y() + theme.px(lift)))
        for stop in self._stops:
            if stop.lane:
                start = places[stop.id]
                path = QPainterPath(QPointF(start.x() - theme.px(16), start.y()))
                path.lineTo(start)
                reach = theme.px(24)
                path.cubicTo(
                    QPointF(start.x() + reach * 0.7, start.y()), QPointF(start.x() + reach * 0.4, self._middle()),
                    QPointF(start.x() + reach, self._middle()),
                )  # fmt: skip
                painter.drawPath(path)

    def _paint_stop(self, painter: QPainter, at: QPointF, stop: Stop, room: float) -> None:
        theme, px = self._theme, self._theme.px
        side = px(10)
        mark = stop.mark or Mark(Shape.CIRCLE, "text.secondary", Fill.HOLLOW if stop.muted else Fill.SOLID)
        box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.role("surface.panel"))
        painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
        paint_mark(painter, box, mark, theme)
        if stop.id == self._chosen:
            ring = theme.role("line.focus" if self.hasFocus() else "selection")
            painter.setPen(QPen(ring, px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-px(4), -px(4), px(4), px(4)))
        value = stop.value or "—"
        quiet = "text.muted" if stop.muted else "text.secondary"
        if stop.lane:
            top = at.y() - px(8) - px(16) if stop.lane < 0 else at.y() + px(8)
            lines = [(f"{stop.name}  {value}", quiet if stop.muted else "text.primary", False)]
        else:
            top = at.y() + px(10)
            lines = [(stop.name, "text.primary", stop.id == self._chosen), (value, quiet, False)]
        for number, (text, role, bold) in enumerate(lines):
            painter.setFont(theme.font(Size.SMALL, bold=bold))
            painter.setPen(theme.role(role))
            line = QRectF(at.x() - room / 2, top + number * px(16), room, px(16))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, cut)

    def _at(self, point: QPointF) -> Stop | None:
        near = self._theme.px(34)
        places = self._places()
        found = min(self._stops, key=lambda stop: _distance(places[stop.id], point), default=None)
        return found if found is not None and _distance(places[found.id], point) <= near else None


def _distance(one: QPointF, other: QPointF) -> float:
    return ((one.x() - other.x()) ** 2 + (one.y() - other.y()) ** 2) ** 0.5
