"""The window of exercise control, and where it opens: beside the players' window, never over its badge."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.drill_control import DrillControl

SIZE = QSize(1180, 760)


class ControlWindow(QWidget):
    """The window of exercise control: on another screen, hidden by its close button and brought back from 演练."""

    def __init__(self, control: DrillControl) -> None:
        """Make it around the control."""
        super().__init__()
        self.setWindowTitle(self.tr("安澜 · 导调台【演练】"))
        self.setMinimumSize(900, 600)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(control)

    def open_beside(self, players: QWidget) -> None:
        """Open without taking the focus from the players' window, away from where that says what it is."""
        screens = [one.availableGeometry() for one in QGuiApplication.screens()]
        own = players.screen().availableGeometry()
        frame, others = self.frameGeometry(), [one for one in screens if one != own]
        if not any(one.contains(frame.center()) for one in others):  # else it stands where it was left
            self.setGeometry(beside(own, others, frame.size()))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=True)
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only hide: the drill goes on."""
        event.ignore()
        self.hide()


def beside(own: QRect, others: list[QRect], size: QSize) -> QRect:
    """Return the place of a window: on another screen if there is one, else at the bottom right of the players'."""
    there = others[0] if others else own
    fits = size.boundedTo(there.size())
    if others:
        place = QRect(QPoint(0, 0), fits)
        place.moveCenter(there.center())
        return place
    return QRect(there.bottomRight() - QPoint(fits.width() - 1, fits.height() - 1), fits)
