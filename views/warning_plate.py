"""The plate of the warning card: official colour filled when in force, pale while only suggested, grey when calm."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from data.model.levels import Level
from views import words
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme


class WarningPlate(QWidget):
    """Numeral, colour word and cause on the official colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._level, self._in_force, self._whatif = theme, Level.NONE, True, False
        self.title = InkLabel(theme, size=Size.FIGURE, bold=True)
        self.tier = InkLabel(theme, size=Size.BASE, hug=True)
        self.cause = InkLabel(theme, size=Size.BASE, lines=2)
        self._first = QHBoxLayout()
        self._first.addWidget(self.title, 1)
        self._first.addWidget(self.tier, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._first)
        self._column.addWidget(self.cause)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for label in (self.title, self.tier, self.cause):
            label.set_exact_role(True)
        self.set_theme(theme)

    def show_level(self, level: Level, words_: tuple[str, str, str], *, in_force: bool, whatif: bool) -> None:
        """Show a level with its title, tier name and cause."""
        changed = (level, in_force, whatif) != (self._level, self._in_force, self._whatif)
        self._level, self._in_force, self._whatif = level, in_force, whatif
        for label, text in zip((self.title, self.tier, self.cause), words_, strict=True):
            label.set_text(text, self._ink_role())
        if changed:
            self.update()
        self.setAccessibleName(f"{words_[0]} {words_[2]}")

    def level(self) -> Level:
        """The level shown."""
        return self._level

    def in_force(self) -> bool:
        """Whether the plate is filled."""
        return self._in_force

    def ground(self) -> QColor:
        """The colour below the words."""
        if self._level is Level.NONE:
            return self._theme.role("surface.raised")
        colour = words.level_role(self._level)
        return self._theme.role(colour if self._in_force else f"{colour}.soft")

    def ink(self) -> QColor:
        """The colour of the words."""
        return self._theme.role(self._ink_role())

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(10))
        self._column.setSpacing(theme.px(2))
        self._first.setSpacing(theme.px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, an edge at the left, and a dashed frame in a what-if."""
        painter = QPainter(self)
        px = self._theme.px
        painter.fillRect(self.rect(), self.ground())
        if self._level is not Level.NONE and not self._in_force:
            painter.fillRect(QRectF(0, 0, px(5), self.height()), self._theme.role(words.level_role(self._level)))
        if self._whatif:
            painter.setPen(QPen(self._theme.role("realm.whatif"), px(2), Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _ink_role(self) -> str:
        if self._level is Level.NONE:
            return "text.primary"
        colour = words.level_role(self._level)
        return f"{colour}.text" if self._in_force else "text.primary"
