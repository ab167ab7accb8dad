"""By which line a scenario is told in curves, cuts and captions: colour and style together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel

from views.twin_wanted import Slot
from widgets.plot_series import Style
from widgets.theme import Theme


class SlotLine(QLabel):
    """The line by which curves of this scenario are drawn: solid for A, dashed for B."""

    def __init__(self, theme: Theme, slot: Slot) -> None:
        super().__init__()
        self._slot = slot
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        ratio, wide, high = self.devicePixelRatioF(), theme.px(20), theme.px(10)
        picture = QPixmap(round(wide * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(QPen(theme.role(slot_role(self._slot)), theme.px(3), slot_pen(self._slot)))
        painter.drawLine(0, high // 2, wide, high // 2)
        painter.end()
        self.setPixmap(picture)


def slot_role(slot: Slot) -> str:
    """Colour role of a scenario's curves."""
    return "curve.forecast" if slot is Slot.A else "curve.whatif"


def slot_style(slot: Slot) -> Style:
    """Style of a scenario's curves, so that colour alone tells nothing."""
    return "solid" if slot is Slot.A else "dashed"


def slot_pen(slot: Slot) -> Qt.PenStyle:
    """The same as a pen's style."""
    return Qt.PenStyle.SolidLine if slot is Slot.A else Qt.PenStyle.DashLine
