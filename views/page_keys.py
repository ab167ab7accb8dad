"""Esc within a page that can be left: the page takes the key before the window does, and only while it has focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def takes_escape(event: QEvent) -> bool:
    """Claim Esc when Qt asks whether somebody wants it before it becomes a shortcut of the window."""
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and is_escape(event):
        event.accept()
        return True
    return False


def is_escape(event: QKeyEvent) -> bool:
    """Whether the key is Esc alone."""
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier


def is_send(event: QKeyEvent) -> bool:
    """Whether the keys are Ctrl+Enter."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
