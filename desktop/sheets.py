"""Sheets: large forms laid over the workspace, never windows of their own, so that nothing steals focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from views.pane import Pane

GAP = 24

MOST = (1280, 900)
"""The greatest size of a sheet that names none of its own."""

SHADE = 16
"""How far the shade of a sheet reaches, in pixels."""


class Shade(QWidget):
    """The shade around a sheet: it tells the sheet from panels of the same ground, and takes no click."""

    def __init__(self, parent: QWidget) -> None:
        """Make it, hidden."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Frames of falling darkness, from the sheet outwards."""
        painter = QPainter(self)
        for step in range(SHADE):
            painter.setPen(QColor(0, 0, 0, round(110 * (1 - step / SHADE) ** 2)))
            inset = SHADE - 1 - step
            painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.end()


class Sheets(QObject):
    """Lays one sheet at a time over a host and follows its size."""

    def __init__(self, host: QWidget) -> None:
        """Lay sheets over this widget."""
        super().__init__(host)
        self._host = host
        self._most: dict[Pane, tuple[int, int]] = {}
        self.barred: Callable[[Pane], bool] = lambda _: False
        self._shade = Shade(host)
        host.installEventFilter(self)

    def adopt(self, sheet: Pane) -> None:
        """Take a sheet in, hidden; its `MOST`, at 100 %, is the greatest size it is given."""
        sheet.setParent(self._host)
        sheet.setAutoFillBackground(True)
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # else the edge of the style sheet is not drawn
        sheet.setProperty("sheet", True)
        sheet.hide()
        sheet.installEventFilter(self)
        self._most[sheet] = getattr(sheet, "MOST", MOST)

    def put_away_all(self, but: Pane | None = None) -> bool:
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
        elif event.type() == QEvent.Type.Show and isinstance(watched, Pane) and self.barred(watched):
            QTimer.singleShot(0, watched, watched.hide)  # not within the showing of it
        elif event.type() == QEvent.Type.Show and isinstance(watched, Pane) and watched in self._most:
            self.put_away_all(but=watched)
            self._lay(watched)
            self._shade.show()
            self._shade.raise_()
            watched.raise_()
        elif event.type() == QEvent.Type.Hide and watched in self._most and not self._any_open():
            self._shade.hide()
        return super().eventFilter(watched, event)

    def _lay(self, sheet: Pane) -> None:
        room = self._host.rect().adjusted(GAP, GAP, -GAP, -GAP)
        most = [sheet.theme.px(side) for side in self._most[sheet]]
        width, height = (min(a, b) for a, b in zip(most, (room.width(), room.height()), strict=True))
        place = QRect(0, 0, width, height)
        place.moveCenter(room.center())
        sheet.setGeometry(place)
        if sheet.isVisible():
            self._shade.setGeometry(place.adjusted(-SHADE, -SHADE, SHADE, SHADE))

    def _any_open(self) -> bool:
        return any(sheet.isVisible() for sheet in self._most)
