"""偎堤: the depth of water at the levee's toe by chainage under the unrolled levee, and how each section is walked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from data.rules.embankment import PatrolRule, Toe
from data.rules.reckoning import Reckoning
from views import clock_words, water_words, words
from views.works_rows import SectionRow
from widgets.theme import Size, Theme


@dataclass(frozen=True, slots=True)
class Stretch:
    """Toes in a row that are all known or all unknown: chainage and depth."""

    known: bool
    points: tuple[tuple[float, float], ...]


def stretches(toes: Sequence[Toe]) -> tuple[Stretch, ...]:
    """Cut the toes where knowledge begins and ends; a gap reaches to the known toes on both sides."""
    found: list[Stretch] = []
    points: list[tuple[float, float]] = []
    ordered = sorted(toes, key=lambda toe: toe.chainage_m)
    for before, toe in pairwise((None, *ordered)):
        if toe is None:
            continue
        known = toe.water is not None
        if before is not None and known is not (before.water is not None):
            if not known:
                found.append(Stretch(known=True, points=tuple(points)))
                points = [(before.chainage_m, 0.0)]
            else:
                found.append(Stretch(known=False, points=(*points, (toe.chainage_m, 0.0))))
                points = []
        points.append((toe.chainage_m, 0.0 if toe.water is None else toe.water.depth_m))
    if points:
        found.append(Stretch(ordered[-1].water is not None, tuple(points)))
    return tuple(found)


class LeveeWater(QWidget):
    """Painted on the same scale as the unrolled levee above it.

    Signals:
        section_chosen: id of a patrol section.

    """

    section_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._theme = theme
        self._bounds = (0.0, 1.0)
        self._toes: tuple[Toe, ...] = ()
        self._stretches: tuple[Stretch, ...] = ()
        self._sections: tuple[SectionRow, ...] = ()
        self._top = 1.0
        self._said, self._nature = "", ""
        self._at: datetime | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("按桩号的偎堤水深"))

    def show_water(self, reckoning: Reckoning, sections: Sequence[SectionRow], bounds: tuple[float, float]) -> None:
        """Show the water at the toes and the sections between two chainages."""
        low, high = bounds
        self._bounds, self._sections, self._at = bounds, tuple(sections), reckoning.at
        self._toes = tuple(toe for toe in reckoning.against.toes if low <= toe.chainage_m <= high)
        self._stretches = stretches(self._toes)
        deepest = max((toe.water.depth_m for toe in self._toes if toe.water is not None), default=0.0)
        self._top = float(max(1, ceil(deepest)))
        self._said = water_words.toes_line(self._toes, sections)
        self._nature = clock_words.nature(reckoning.nature)
        self.setAccessibleDescription(f"{self._said} {self._nature}")
        self.update()

    def said(self) -> str:
        """The line over the strip."""
        return self._said

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        head = QRectF(px(8), px(2), self.width() - px(16), px(18))
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.role("text.muted"))
        wide = painter.fontMetrics().horizontalAdvance(self._nature)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._nature)
        head.setRight(head.right() - wide - px(12))
        painter.setPen(theme.role("text.secondary"))
        said = painter.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, int(head.width()))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)
        self._paint_depth(painter)
        for row in self._sections:
            self._paint_section(painter, row)
        painter.end()

    def _paint_depth(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        base, high = float(px(74)), float(px(50))
        painter.setPen(QPen(theme.role("line.grid"), 1))
        for share in (0.5, 1.0):
            y = round(base - high * share) + 0.5
            painter.drawLine(QPointF(px(8), y), QPointF(self.width() - px(8), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self._stretches:
            outline = [QPointF(self._x(at), base - high * depth / self._top) for at, depth in part.points]
            left, right = self._x(part.points[0][0]), self._x(part.points[-1][0])
            if not part.known:
                box = QRectF(left, base - px(14), max(1.0, right - left), px(14))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.role("text.disabled"))
                brush = painter.brush()
                brush.setStyle(Qt.BrushStyle.BDiagPattern)
                painter.fillRect(box, brush)
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint("inundation.shallow", 0.55))
            painter.drawPolygon(QPolygonF([QPointF(left, base), *outline, QPointF(right, base)]))
            painter.setPen(QPen(theme.role("text.secondary"), 1))
            painter.drawPolyline(QPolygonF(outline))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(0, base, self.width(), 1), theme.role("works.line"))
        painter.setFont(theme.font(Size.TINY))
        painter.setPen(theme.role("text.muted"))
        for share in (0.5, 1.0):
            box = QRectF(px(8), base - high * share, px(60), px(14))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), self.tr("{0:g} m").format(self._top * share))

    def _paint_section(self, painter: QPainter, row: SectionRow) -> None:
        """A lane under the toes: hollow for one group, filled for two, hatched where nobody knows."""
        if row.start_m is None or row.end_m is None or row.water is None or row.water.rule is PatrolRule.DRY:
            return
        theme, px = self._theme, self._theme.px
        left, right = self._x(row.start_m), self._x(row.end_m)
        box = QRectF(left + 1, px(79), right - left - 3, px(16))
        rule, ink = row.water.rule, theme.role("text.primary")
        if rule is PatrolRule.TWO_GROUPS:
            painter.fillRect(box, theme.tint("state.attention", 0.35))
            painter.setPen(QPen(theme.edge("state.attention"), 1))
        elif rule is PatrolRule.UNKNOWN:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.role("line.control"), 1, Qt.PenStyle.DashLine))
            ink = theme.role("text.muted")
        else:
            painter.setPen(QPen(theme.role("line.control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setFont(theme.font(Size.TINY, bold=rule is PatrolRule.TWO_GROUPS))
        painter.setPen(ink)
        said = water_words.rule_short(rule)
        if painter.fontMetrics().horizontalAdvance(said) <= box.width():
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._section_at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and row is not None:
            self.section_chosen.emit(row.id)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(float(event.pos().x())), self)
            return True
        return super().event(event)  # pyright: ignore[reportArgumentType]

    def tip_at(self, x: float) -> str:
        """What there is to say about the toe and the section at a place across the strip."""
        if not self._toes or self._at is None:
            return ""
        toe = min(self._toes, key=lambda one: abs(self._x(one.chainage_m) - x))
        parts = [f"{words.chainage(toe.chainage_m)}  {water_words.toe(toe, self._at)}"]
        row = self._section_at(x)
        if row is not None and row.water is not None:
            parts.append(f"{row.route.name.partition('（')[0]}  {water_words.rule(row.water.rule)}")
        return "\n".join(parts)

    def _section_at(self, x: float) -> SectionRow | None:
        return next(
            (
                row
                for row in self._sections
                if row.start_m is not None and row.end_m is not None and self._x(row.start_m) <= x <= self._x(row.end_m)
            ),
            None,
        )

    def _x(self, chainage_m: float) -> float:
        low, high = self._bounds
        pad = self._theme.px(8)
        return pad + (chainage_m - low) / (high - low) * (self.width() - 2 * pad)
