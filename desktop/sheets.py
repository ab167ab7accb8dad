"""Sheets: large forms laid over the workspace, never windows of their own, so that nothing steals focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

GAP = 24


class Sheets(QObject):
    """Lays one sheet at a time over a host and follows its size."""

    def __init__(self, host: QWidget) -> None:
        """Lay sheets over this widget."""
        super().__init__(host)
        self._host = host
        self._most: dict[QWidget, tuple[int, int]] = {}
        host.installEventFilter(self)

    def adopt(self, sheet: QWidget, most: tuple[int, int] = (1280, 900)) -> None:
        """Take a sheet in, hidden; `most` is the greatest size it is given."""
        sheet.setParent(self._host)
        sheet.setAutoFillBackground(True)
        sheet.setProperty("sheet", True)
        sheet.hide()
        sheet.installEventFilter(self)
        self._most[sheet] = most

    def put_away_all(self, but: QWidget | None = None) -> bool:
        """Hide every sheet (drafts stay in them); whether one was open."""
        opened = [sheet for sheet in self._most if sheet is not but and sheet.isVisible()]
        for sheet in opened:
            sheet.hide()
        return bool(opened)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep sheets in place when the host changes its size, and one open at a time."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            for sheet in self._most:
                self._lay(sheet)
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched in self._most:
            self.put_away_all(but=watched)
            self._lay(watched)
            watched.raise_()
        return super().eventFilter(watched, event)

    def _lay(self, sheet: QWidget) -> None:
        room = self._host.rect().adjusted(GAP, GAP, -GAP, -GAP)
        width, height = (min(a, b) for a, b in zip(self._most[sheet], (room.width(), room.height()), strict=True))
        place = QRect(0, 0, width, height)
        place.moveCenter(room.center())
        sheet.setGeometry(place)
