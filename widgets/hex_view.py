"""Bytes as pairs of digits in lines of sixteen, one run of them highlighted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFontDatabase, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from widgets.theme import Theme

_LINE = 16
_CELL = 3
"""Characters a byte takes in the view: two digits and a space."""


class HexView(QTextEdit):
    """One run of bytes is highlighted; a click asks what lies there.

    Signals:
        picked: place of a byte.

    """

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self._size = 0
        self._run = (0, 0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours and measures."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.px(14))
        self.setFont(font)
        self._ground, self._ink = theme.role("surface.selected"), theme.role("selection")
        self.document().setDocumentMargin(theme.px(10))
        self.highlight(*self._run)

    def show_bytes(self, raw: bytes) -> None:
        """Show these."""
        self._size, self._run = len(raw), (0, 0)
        lines = [raw[at : at + _LINE].hex(" ").upper() for at in range(0, len(raw), _LINE)]
        self.setPlainText("\n".join(lines))
        self.setExtraSelections([])

    def highlight(self, start: int, size: int) -> None:
        """Mark a run of bytes and bring it into sight."""
        self._run = (start, size)
        made: list[QTextEdit.ExtraSelection] = []
        at, end = start, min(start + size, self._size)
        while at < end:
            stop = min(end, (at // _LINE + 1) * _LINE)
            made.append(self._mark(at, stop))
            at = stop
        self.setExtraSelections(made)
        if made:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._place(start))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _mark(self, start: int, stop: int) -> QTextEdit.ExtraSelection:
        mark: Any = QTextEdit.ExtraSelection()  # its fields are known at run time only
        look = QTextCharFormat()
        look.setBackground(QColor(self._ground))
        look.setForeground(QColor(self._ink))
        mark.format = look
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._place(start))
        cursor.setPosition(self._place(stop - 1) + 2, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        return mark

    def _place(self, at: int) -> int:
        """Where a byte stands in the text: each line ends in a newline where a space would be."""
        return at * _CELL

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.cursorForPosition(event.position().toPoint()).position() // _CELL
        if at < self._size:
            self.picked.emit(at)
