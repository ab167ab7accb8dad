"""The levee unrolled by chainage: works, patrol sections, every spur and stone; what is not well stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from data.model.places import StoneState
from views import phrases, words
from views.works_columns import stone_mark
from views.works_rows import SectionRow, SpurRow, WorksRow
from widgets.marks import paint_mark
from widgets.theme import Size, Theme

_TALL = {"坝": 34, "垛": 22, "护岸": 12}


@dataclass(frozen=True, slots=True)
class _Tick:
    row: SpurRow
    x: float


class ChainageStrip(QWidget):
    """Painted from left (upstream) to right; a click or the arrow keys choose a spur."""

    spur_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._works: tuple[WorksRow, ...] = ()
        self._spurs: tuple[SpurRow, ...] = ()
        self._sections: tuple[SectionRow, ...] = ()
        self._ticks: list[_Tick] = []
        self._bounds = (0.0, 1.0)
        self._chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("按桩号展开的堤线"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, works: Sequence[WorksRow], spurs: Sequence[SpurRow], sections: Sequence[SectionRow]) -> None:
        """Show the levee; places are worked out here, not while painting."""
        self._works, self._spurs, self._sections = tuple(works), tuple(spurs), tuple(sections)
        marks = [row.spur.chainage_m for row in spurs]
        marks += [m for row in sections for m in (row.start_m, row.end_m) if m is not None]
        if marks:
            self._bounds = (min(marks) - 150.0, max(marks) + 150.0)
        self._place()
        self.update()

    @property
    def bounds(self) -> tuple[float, float]:
        """The chainages at its two ends."""
        return self._bounds

    def choose(self, spur_id: str) -> None:
        """Mark a spur without telling."""
        if spur_id != self._chosen:
            self._chosen = spur_id
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(166))

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        base = float(px(106))
        if not self._ticks:
            painter.setFont(theme.font(Size.BASE))
            painter.setPen(theme.role("text.muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("没有坝岸台账，请在 系统·数据 导入"))
            painter.end()
            return
        self._paint_works(painter, base)
        self._paint_sections(painter, base)
        painter.fillRect(QRectF(0, base, self.width(), px(2)), theme.role("works.line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = [tick for tick in self._ticks if tick.row.worst not in (None, StoneState.OK, StoneState.OFFLINE)]
        for tick in self._ticks:
            chosen = tick.row.id == self._chosen
            role = "selection" if chosen else "spur.line" if tick not in loud else "state.attention"
            painter.setPen(QPen(theme.role(role), px(3) if chosen else px(1.6)))
            tall = px(_TALL.get(tick.row.spur.kind, 12))
            painter.drawLine(QPointF(tick.x, base), QPointF(tick.x, base - tall))
            if tick.row.worst is StoneState.OFFLINE:
                self._mark(painter, tick, base + px(8), px(7))
        self._paint_loud(painter, loud, base)
        if self.hasFocus():
            painter.setPen(QPen(theme.role("line.focus"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_loud(self, painter: QPainter, loud: Sequence[_Tick], base: float) -> None:
        """What is not well has a lane of its own: mark and number above the spurs, numbers never over each other."""
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(Size.SMALL, bold=True))
        taken = -1e9
        for tick in loud:
            tall = px(_TALL.get(tick.row.spur.kind, 12))
            painter.setPen(QPen(theme.ink("state.attention"), 1))
            painter.drawLine(QPointF(tick.x, base - tall), QPointF(tick.x, base - px(42)))
            self._mark(painter, tick, base - px(48), px(14))
            wide = painter.fontMetrics().horizontalAdvance(tick.row.spur.number) + px(4)
            if tick.x - wide / 2 < taken:
                continue
            taken = tick.x + wide / 2
            painter.setPen(theme.role("text.primary"))
            box = QRectF(tick.x - wide / 2, base - px(72), wide, px(16))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.row.spur.number)

    def _mark(self, painter: QPainter, tick: _Tick, y: float, side: int) -> None:
        mark = stone_mark(tick.row.worst)
        if mark is not None:
            paint_mark(painter, QRectF(tick.x - side / 2, y - side / 2, side, side), mark, self._theme)

    def _paint_works(self, painter: QPainter, base: float) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(Size.SMALL))
        lanes = [-1e9, -1e9]
        for row in self._works:
            start, end = row.works.chainage_from_m, row.works.chainage_to_m
            if start is None or end is None:
                continue
            left, right = self._x(start), self._x(end)
            text = (
                phrases.registered(row.works.name)
                if row.works.counts_confirmed
                else self.tr("{0}（数量待核）").format(phrases.registered(row.works.name))
            )
            text += f"  {words.chainage(start)}–{words.chainage(end)}"
            wide = painter.fontMetrics().horizontalAdvance(text) + px(8)
            words_at = max(px(8), min(left, self.width() - wide))
            lane = 0 if words_at > lanes[0] else 1
            top = px(4) + lane * px(16)
            lanes[lane] = words_at + wide
            painter.fillRect(QRectF(left, base - px(2), max(2.0, right - left), px(6)), theme.tint("works.line", 0.35))
            painter.setPen(theme.role("text.secondary" if row.works.counts_confirmed else "text.muted"))
            painter.drawText(QRectF(words_at, top, wide, px(16)), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_sections(self, painter: QPainter, base: float) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(Size.TINY))
        for at, row in enumerate(self._sections):
            if row.start_m is None or row.end_m is None:
                continue
            left, right = self._x(row.start_m), self._x(row.end_m)
            box = QRectF(left, base + px(18), right - left - 1, px(16))
            painter.fillRect(box, theme.role("surface.raised" if at % 2 else "surface.hover"))
            painter.setPen(theme.role("text.secondary"))
            name = row.route.name.partition("（")[0].removeprefix("责任段")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(theme.role("text.muted"))
            if right - left > px(52):
                painter.drawText(
                    QRectF(left, base + px(36), right - left, px(16)),
                    Qt.AlignmentFlag.AlignLeft,
                    words.chainage(row.start_m),
                )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        tick = self._nearest(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and tick is not None:
            self._tell(tick.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._ticks:
            super().keyPressEvent(event)
            return
        at = next((i for i, tick in enumerate(self._ticks) if tick.row.id == self._chosen), -1 if step > 0 else 0)
        self._tell(self._ticks[(at + step) % len(self._ticks)].row.id)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            tick = self._nearest(float(event.pos().x()))
            QToolTip.showText(event.globalPos(), _tip(tick.row) if tick else "", self)
            return True
        return super().event(event)  # pyright: ignore[reportArgumentType]

    def _tell(self, spur_id: str) -> None:
        self.choose(spur_id)
        self.spur_chosen.emit(spur_id)

    def _nearest(self, x: float) -> _Tick | None:
        """What is not well is easier to hit."""
        if not self._ticks:
            return None
        bonus = self._theme.px(6)
        return min(self._ticks, key=lambda tick: abs(tick.x - x) - (bonus if tick.row.unwell else 0))

    def _x(self, chainage_m: float) -> float:
        low, high = self._bounds
        pad = self._theme.px(8)
        return pad + (chainage_m - low) / (high - low) * (self.width() - 2 * pad)

    def _place(self) -> None:
        self._ticks = [_Tick(row, self._x(row.spur.chainage_m)) for row in self._spurs]


def _tip(row: SpurRow) -> str:
    name = f"{row.works} {row.spur.number} {row.spur.name}".strip()
    parts = [name, words.chainage(row.spur.chainage_m)]
    if row.worst is not None:
        parts.append(f"{words.stone_state(row.worst)} {row.unwell}/{row.stones}")
    return "  ".join(parts)
