"""Keys that act while the keyboard is inside one widget, and nowhere else in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

SEND = ("Ctrl+Return", "Ctrl+Enter")
"""What sends a form, with either of the two keys."""


def inside(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """Let keys act while the widget or one of its children has the keyboard.

    PySide drops the context that is named beside a callable (`QShortcut(keys, parent, act, context=…)`): such keys
    act in the whole window, and two that are seen at a time take each other's effect away.
    """
    made = QShortcut(QKeySequence(keys), widget, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(act)
    return made
