"""Filter chips with counts: what can be singled out, and how many there are of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.flow_layout import FlowLayout
from widgets.marks import Mark, paint_mark
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: key, words, count (None: no count), and how many of them need someone."""

    key: str
    text: str
    count: int | None = None
    urgent: int = 0
    mark: Mark | None = None


class ChipButton(QAbstractButton):
    """A painted chip. The count of what needs someone stands apart in the urgent colour with a mark of its own."""

    picked = Signal(str)

    def __init__(self, theme: Theme, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._chip = theme, chip
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pick)
        self.show_chip(chip)

    def _pick(self) -> None:
        self.picked.emit(self._chip.key)

    @property
    def chip(self) -> Chip:
        return self._chip

    def show_chip(self, chip: Chip) -> None:
        """Other counts on the same key."""
        self._chip = chip
        self.setAccessibleName(" ".join(part for part, _ in self._parts()))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _parts(self) -> list[tuple[str, str]]:
        parts = [(self._chip.text, "text.primary")]
        if self._chip.count is not None:
            parts.append((f"{self._chip.count:,}", "text.muted"))
        if self._chip.urgent:
            parts.append((f"▲{self._chip.urgent:,}", "state.urgent"))
        return parts

    def sizeHint(self) -> QSize:
        px, metrics = self._theme.px, QFontMetrics(self._theme.font(Size.SMALL))
        width = sum(metrics.horizontalAdvance(text) for text, _ in self._parts())
        width += px(5) * (len(self._parts()) - 1) + 2 * px(8) + (px(14) if self._chip.mark else 0)
        return QSize(width + 1, px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "surface.selected" if self.isChecked() else "surface.hover" if self.underMouse() else "surface.panel"
        edge = "line.focus" if self.hasFocus() or self.isChecked() else "line.button"
        painter.setPen(QPen(theme.role(edge), 1.0))
        painter.setBrush(theme.role(ground))
        painter.drawRoundedRect(box, 2, 2)
        x = box.left() + px(8)
        if self._chip.mark is not None:
            side = px(9)
            paint_mark(painter, QRectF(x, round(box.center().y() - side / 2), side, side), self._chip.mark, theme)
            x += px(14)
        painter.setFont(theme.font(Size.SMALL))
        for text, role in self._parts():
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(theme.role(role if self.isEnabled() else "text.disabled"))
            painter.drawText(QRectF(x, box.top(), wide + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += wide + px(5)
        painter.end()


class Chips(QWidget):
    """A group of chips; `exclusive` means exactly one is on, otherwise any number (none = no filter)."""

    chosen = Signal(tuple)

    def __init__(self, theme: Theme, *, exclusive: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._exclusive = theme, exclusive
        self._buttons: dict[str, ChipButton] = {}
        self._flow = FlowLayout(self, theme.px(4))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; the same keys keep their buttons, focus and state."""
        if [chip.key for chip in chips] != list(self._buttons):
            self._rebuild(chips)
        for chip in chips:
            self._buttons[chip.key].show_chip(chip)
        self._flow.invalidate()
        self.updateGeometry()

    def chosen_keys(self) -> tuple[str, ...]:
        """Keys of the chips that are on."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Switch chips on without a signal; an exclusive group takes the first known key."""
        wanted = [key for key in keys if key in self._buttons]
        if self._exclusive:
            wanted = wanted[:1] or list(self._buttons)[:1]
        for key, button in self._buttons.items():
            button.setChecked(key in wanted)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._flow.set_gap(theme.px(4))
        for button in self._buttons.values():
            button.set_theme(theme)

    def _rebuild(self, chips: Sequence[Chip]) -> None:
        before = self.chosen_keys()
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._buttons = {}
        for chip in chips:
            button = ChipButton(self._theme, chip, self)
            button.picked.connect(self._clicked)
            self._buttons[chip.key] = button
            self._flow.addWidget(button)
            button.show()
        self.choose(before)

    def _clicked(self, key: str) -> None:
        if self._exclusive:
            self.choose([key])
        self.chosen.emit(self.chosen_keys())
