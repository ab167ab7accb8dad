"""A plot surface that scrolling cannot disturb: it zooms only with Ctrl in focus, double click shows all again."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget


class SteadyPlot(pg.PlotWidget):
    """pyqtgraph's plot with the desk's manners."""

    reset_wished = Signal()
    taken_in_hand = Signal()
    hovered = Signal(object)
    cursor_stepped = Signal(int)

    def __init__(self, axes: dict[str, pg.AxisItem], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, background="transparent", axisItems=axes)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=True, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        item: Any = self.plotItem  # pyqtgraph adds what it needs to Qt's own classes at run time
        item.layout.setContentsMargins(0, 0, 0, 0)
        item.scene().sigMouseMoved.connect(self._moved)
        self.getViewBox().sigRangeChangedManually.connect(self._taken)

    def wheelEvent(self, ev: QWheelEvent) -> None:
        if self.hasFocus() and ev.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(ev)
            return
        ev.ignore()

    def mouseDoubleClickEvent(self, ev: QMouseEvent) -> None:
        self.reset_wished.emit()
        ev.accept()

    def leaveEvent(self, ev: QEvent) -> None:
        super().leaveEvent(ev)
        self.hovered.emit(None)

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        match ev.key():
            case Qt.Key.Key_Left:
                self.cursor_stepped.emit(-1)
            case Qt.Key.Key_Right:
                self.cursor_stepped.emit(1)
            case Qt.Key.Key_Home:
                self.reset_wished.emit()
            case _:
                super().keyPressEvent(ev)

    def _taken(self, *_axes: Any) -> None:
        self.taken_in_hand.emit()

    def _moved(self, at: Any) -> None:
        view = self.getViewBox()
        inside = view.sceneBoundingRect().contains(at)
        self.hovered.emit(view.mapSceneToView(at).x() if inside else None)
