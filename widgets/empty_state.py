"""What is shown where there is nothing yet: a quiet line icon, one sentence, and at most one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.icons import IconSet
from widgets.theme import Size, Theme


class EmptyState(QWidget):
    """Centred in its place; narrow places keep the sentence and lose the icon."""

    acted = Signal()

    def __init__(
        self, theme: Theme, words: str, icon: str = "", act: str = "", detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._picture = QLabel(self)
        self._words = QLabel(self)
        self._detail = QLabel(self)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for widget in (self._picture, self._words, self._detail):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget)
        self._words.setWordWrap(True)
        self._detail.setWordWrap(True)
        self._detail.setProperty("tone", "muted")
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.show_words(words, act, detail)
        self.set_theme(theme)

    def show_words(self, words: str, act: str = "", detail: str = "") -> None:
        """Another sentence, another thing to do."""
        self._words.setText(words)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        self._picture.setVisible(bool(self._icon_name))
        if self._icon_name:
            self._picture.setPixmap(
                IconSet(theme).pixmap(self._icon_name, theme.px(28), "icon.muted", self.devicePixelRatioF())
            )
        self._words.setFont(theme.font(Size.BASE))
        self._detail.setFont(theme.font(Size.SMALL))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(8))
