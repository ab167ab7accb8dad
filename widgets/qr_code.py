"""A QR code on the screen: black on white in any theme, whole pixels a module, its quiet zone always around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Theme

QUIET = 4
"""Modules of white around the code that readers need."""


class QrCode(QWidget):
    """Paints rows of 0 and 1, at the upper left; without rows it is empty. What it says is nowhere in words.

    It is `least` pixels long at any font scale (a camera reads pixels, not letters), and grows to `most`, which scales.
    """

    def __init__(self, theme: Theme, least: int, most: int, parent: QWidget | None = None) -> None:
        """Make it, empty."""
        super().__init__(parent)
        self._theme, self._least, self._most = theme, least, most
        self._modules: tuple[bytes, ...] = ()
        grows = QSizePolicy.Policy.Expanding if most > least else QSizePolicy.Policy.Fixed
        self.setSizePolicy(grows, grows)
        self.set_theme(theme)

    def show_code(self, modules: Sequence[bytes], words: str = "") -> None:
        """Show another code; `words` say to a screen reader what it is for."""
        self._modules = tuple(modules)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def modules(self) -> tuple[bytes, ...]:
        """The rows shown."""
        return self._modules

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        most = max(self._least, theme.px(self._most))
        self.setMaximumSize(most, most)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as whole pixels a module allow."""
        side = self._least
        if self._modules:
            count = len(self._modules) + 2 * QUIET
            side = count * max(1, side // count)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """A code that is cut cannot be read."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be no taller than wide: what cannot be code is left to others."""
        super().resizeEvent(event)
        tall = max(self._least, min(self.width(), self.maximumWidth()))
        if self.maximumHeight() != tall:
            self.setMaximumHeight(tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White ground, black modules."""
        if not self._modules:
            return
        painter = QPainter(self)
        count = len(self._modules) + 2 * QUIET
        module = max(1, min(self.width(), self.height()) // count)
        painter.fillRect(QRect(0, 0, module * count, module * count), Qt.GlobalColor.white)
        for row, line in enumerate(self._modules, start=QUIET):
            for column, dark in enumerate(line, start=QUIET):
                if dark:
                    painter.fillRect(column * module, row * module, module, module, Qt.GlobalColor.black)
        painter.end()
