"""Pages of a panel that never ask for more room than the panel has: opening a card must not push the desk about."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class LowStack(QStackedWidget):
    """A stack whose least size does not depend on its pages."""

    def __init__(self, least: QSize, parent: QWidget | None = None) -> None:
        """Keep at least this size."""
        super().__init__(parent)
        self._least = least

    def minimumSizeHint(self) -> QSize:
        return self._least


def scrolled(page: QWidget) -> QScrollArea:
    """Put a page where it scrolls when the panel is lower than the page needs."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.setFocusProxy(page)
    return area
