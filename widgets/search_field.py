"""A search field that waits for the hand to rest before it asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.icons import IconSet
from widgets.theme import Size, Theme

WAIT_MS = 180


class SearchField(QLineEdit):
    """Emits `asked` when typing rests or on Enter; Esc clears, a second Esc goes up; Down leads into the results."""

    asked = Signal(str)
    left_downwards = Signal()

    def __init__(self, theme: Theme, hint: str = "", shortcut_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._shortcut_hint = hint, shortcut_hint
        self._asked = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._ask)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self)
        self._clear.triggered.connect(self._empty)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._ask)
        self.set_hint(hint, shortcut_hint)
        self._clear.setVisible(False)
        self.set_theme(theme)

    def set_hint(self, hint: str, shortcut_hint: str = "") -> None:
        """What can be searched for, and the keys that lead here."""
        self._hint, self._shortcut_hint = hint, shortcut_hint
        self.setPlaceholderText(f"{hint}  {shortcut_hint}".strip())
        self.setAccessibleName(hint)

    def set_theme(self, theme: Theme) -> None:
        icons = IconSet(theme)
        self._glass.setIcon(icons.icon("search", "icon.muted"))
        self._clear.setIcon(icons.icon("close", "icon.muted"))
        self.setFont(theme.font(Size.BASE))
        self.setMinimumHeight(theme.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
        elif event.key() == Qt.Key.Key_Down:
            self._ask()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._wait.start()

    def _empty(self) -> None:
        self.clear()
        self._ask()

    def _ask(self) -> None:
        self._wait.stop()
        text = self.text().strip()
        if text != self._asked:
            self._asked = text
            self.asked.emit(text)
