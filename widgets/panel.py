"""A titled panel: name at left, summary at right, actions after it, one thin line, then the content."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.icons import IconSet
from widgets.theme import Size, Theme


class Panel(QFrame):
    """The frame around every part of the desk. It asks to be detached; it does not detach itself."""

    detach_requested = Signal()

    def __init__(
        self, theme: Theme, title: str, *, detachable: bool = True, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._theme, self._icon_name = theme, icon
        self._actions: list[tuple[QToolButton, str]] = []
        self._header = QWidget(self)
        self._icon = QLabel(self._header)
        self._title = QLabel(self._header)
        self._summary = QLabel(self._header)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self._header)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._title)
        self._row.addWidget(self._summary, 1)
        self._line = QFrame(self)
        self._line.setProperty("rule", True)
        self._line.setFixedHeight(1)
        self._body: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._header)
        self._outer.addWidget(self._line)
        self._detach: QToolButton | None = None
        if detachable:
            self._detach = self._add_button("detach", "")
            self._detach.clicked.connect(self.detach_requested)
        self.set_title(title)
        self.set_theme(theme)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def title(self) -> str:
        return self._title.text()

    def set_summary(self, text: str, role: str = "text.muted") -> None:
        """A few words at the right of the header; a role colours them when they need someone."""
        self._summary.setText(text)
        self._summary.setToolTip(text)
        self._summary.setStyleSheet("" if role == "text.muted" else f"color: {self._theme.ink(role).name()};")

    def set_detach_words(self, tooltip: str) -> None:
        """The tooltip of the detach button in the language of the screen."""
        if self._detach is not None:
            self._detach.setToolTip(tooltip)
            self._detach.setAccessibleName(tooltip)

    def set_body(self, body: QWidget, *, padded: bool = False) -> None:
        """The content; padded when it does not bring its own margins."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.setParent(None)
        self._body = body
        pad = self._theme.px(12) if padded else 0
        body.setContentsMargins(pad, pad * 2 // 3, pad, pad * 2 // 3)
        self._outer.addWidget(body, 1)

    def body(self) -> QWidget | None:
        return self._body

    def add_action(self, icon: str, action: QAction) -> QToolButton:
        """A small tool button in the header for an action."""
        button = self._add_button(icon, action.text())
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._dress_button(button, icon)
        return button

    def add_header_widget(self, widget: QWidget) -> None:
        """Any small widget in the header, before the detach button."""
        at = self._row.count() - (1 if self._detach is not None else 0)
        self._row.insertWidget(at, widget)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._header.setFixedHeight(theme.px(32))
        self._row.setContentsMargins(theme.px(12), 0, theme.px(6), 0)
        self._row.setSpacing(theme.px(6))
        self._title.setFont(theme.font(Size.BASE, bold=True))
        self._summary.setFont(theme.font(Size.SMALL))
        self._summary.setProperty("tone", "muted")
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            self._icon.setPixmap(IconSet(theme).pixmap(self._icon_name, theme.px(16), "icon", self.devicePixelRatioF()))
        for button, icon in self._actions:
            self._dress_button(button, icon)

    def _add_button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self._header)
        button.setProperty("kind", "quiet")
        button.setToolTip(words)
        button.setAutoRaise(True)
        at = self._row.count() - (1 if self._detach is not None else 0)
        self._row.insertWidget(at, button)
        self._actions.append((button, icon))
        self._dress_button(button, icon)
        return button

    def _dress_button(self, button: QToolButton, icon: str) -> None:
        button.setIcon(IconSet(self._theme).icon(icon, "icon.muted"))
        button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        button.setFixedSize(self._theme.px(24), self._theme.px(24))
