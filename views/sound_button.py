"""The sound of alarms in one button: whether it is on, muted until when, and what it can do on this machine."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from views import words
from widgets.icons import IconSet
from widgets.theme import Size, Theme

SPANS_MIN = (5, 15, 30)


class SoundButton(QToolButton):
    """Signals: mute_requested(int): minutes, 0 to sound again. settings_requested: the page of settings."""

    mute_requested = Signal(int)
    settings_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it for a sound that is on."""
        super().__init__(parent)
        self._theme, self._on, self._until, self._trouble = theme, True, None, ""
        self.setProperty("kind", "quiet")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._spans = []
        for minutes in SPANS_MIN:
            action = self._menu.addAction(self.tr("静音 {0} 分钟").format(minutes))
            action.triggered.connect(lambda _=False, m=minutes: self.mute_requested.emit(m))
            self._spans.append(action)
        self._again = self._menu.addAction(self.tr("恢复声音"))
        self._again.triggered.connect(lambda: self.mute_requested.emit(0))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("声音与播报设置…")).triggered.connect(self.settings_requested)
        self.setMenu(self._menu)
        self.set_theme(theme)

    def show_sound(self, *, on: bool, muted_until: datetime | None, trouble: str = "") -> None:
        """Show whether it sounds; `trouble` says in words why nothing can be heard here."""
        self._on, self._until, self._trouble = on, muted_until, trouble
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.setFont(theme.font(Size.SMALL))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._look()

    def _look(self) -> None:
        silent = not self._on or self._until is not None or bool(self._trouble)
        self.setIcon(IconSet(self._theme).icon("sound-off" if silent else "sound", "icon"))
        if not self._on:
            said = self.tr("声音已关")
        elif self._until is not None:
            said = self.tr("静音至 {0}").format(words.clock(self._until))
        elif self._trouble:
            said = self.tr("无声")
        else:
            said = ""
        self.setText(said)
        beside = self.toolButtonStyle().ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if said else self.toolButtonStyle().ToolButtonIconOnly)
        tip = self._trouble or self.tr("报警声音：静音有时限，必达报警仍会响")
        self.setToolTip(tip)
        self.setAccessibleName(said or self.tr("报警声音"))
        for action in self._spans:
            action.setVisible(self._on)
        self._again.setVisible(self._on and self._until is not None)
