"""Small painted marks: a state is told by shape and fill first and by colour second."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

if TYPE_CHECKING:
    from widgets.theme import Theme


class Shape(Enum):
    """What a mark looks like without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "triangle_down"
    DIAMOND = "diamond"
    PENTAGON = "pentagon"
    HEXAGON = "hexagon"
    BAR = "bar"
    CROSS = "cross"
    CHECK = "check"


class Fill(Enum):
    """How full a mark is: hollow for stale or unproven, half for under way, solid for known."""

    SOLID = "solid"
    HALF = "half"
    HOLLOW = "hollow"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: shape, colour role, fill."""

    shape: Shape
    role: str
    fill: Fill = Fill.SOLID


def _polygon(centre: QPointF, radius: float, corners: int, start: float) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(
                centre.x() + radius * cos(start + 2 * pi * i / corners),
                centre.y() + radius * sin(start + 2 * pi * i / corners),
            )
            for i in range(corners)
        ]
    )


def _triangle(box: QRectF, *, up: bool) -> QPolygonF:
    tip, base = (box.top(), box.bottom()) if up else (box.bottom(), box.top())
    return QPolygonF([QPointF(box.center().x(), tip), QPointF(box.right(), base), QPointF(box.left(), base)])


def shape_path(shape: Shape, box: QRectF) -> QPainterPath:
    """The closed outline of a shape inside a box (open strokes for cross and check)."""
    path = QPainterPath()
    centre, radius = box.center(), box.width() / 2
    if shape is Shape.CIRCLE:
        path.addEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif shape is Shape.SQUARE:
        path.addRect(box.adjusted(1, 1, -1, -1))
    elif shape is Shape.BAR:
        path.addRect(QRectF(box.left(), centre.y() - box.height() * 0.2, box.width(), box.height() * 0.4))
    elif shape is Shape.CROSS:
        inner = box.adjusted(1, 1, -1, -1)
        path.moveTo(inner.topLeft())
        path.lineTo(inner.bottomRight())
        path.moveTo(inner.topRight())
        path.lineTo(inner.bottomLeft())
    elif shape is Shape.CHECK:
        path.moveTo(box.left(), centre.y())
        path.lineTo(box.left() + box.width() * 0.38, box.bottom() - box.height() * 0.14)
        path.lineTo(box.right(), box.top() + box.height() * 0.16)
    elif shape in (Shape.TRIANGLE, Shape.TRIANGLE_DOWN):
        path.addPolygon(_triangle(box, up=shape is Shape.TRIANGLE))
        path.closeSubpath()
    else:
        corners, start = {Shape.DIAMOND: (4, -pi / 2), Shape.PENTAGON: (5, -pi / 2), Shape.HEXAGON: (6, 0.0)}[shape]
        path.addPolygon(_polygon(centre, radius, corners, start))
        path.closeSubpath()
    return path


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, theme: Theme) -> None:
    """Paint a mark centred in a box; the edge role keeps pale fills visible on paper."""
    side = min(box.width(), box.height())
    square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    fill, edge = theme.role(mark.role), theme.edge(mark.role)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.4, side * 0.15)
    if mark.shape in (Shape.CROSS, Shape.CHECK):
        painter.setPen(QPen(edge, width * 1.15, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape_path(mark.shape, square.adjusted(1, 1, -1, -1)))
        painter.restore()
        return
    inset = width / 2
    path = shape_path(mark.shape, square.adjusted(inset, inset, -inset, -inset))
    painter.setPen(QPen(edge, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.fill is Fill.SOLID:
        painter.setBrush(fill)
    elif mark.fill is Fill.FAINT:
        faint = QColor(fill)
        faint.setAlphaF(0.35)
        painter.setBrush(faint)
    elif mark.fill is Fill.HALF:
        painter.save()
        painter.setClipRect(QRectF(square.left(), square.top(), side / 2, side))
        painter.fillPath(path, fill)
        painter.restore()
    painter.drawPath(path)
    painter.restore()
