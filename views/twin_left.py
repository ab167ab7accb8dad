"""At the left of the 推演 page: the two scenarios, and what the machine does for them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.parts import boxed, column, rule, scrolled
from views.twin_choice import ScenarioChoice
from views.twin_machinery import Machinery
from views.twin_wanted import Slot
from widgets.theme import Theme


class TwinLeft(QWidget):
    """A column that scrolls when it must."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = {slot: ScenarioChoice(theme, slot) for slot in Slot}
        self.machinery = Machinery(theme)
        inside = QWidget()
        parts: list[QWidget] = []
        for part in (*self.choices.values(), self.machinery):
            parts += [boxed(theme, column(theme, part), (12, 8, 12, 8)), rule()]
        inside.setLayout(column(theme, *parts[:-1], None, gap=0))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(inside))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        for part in (*self.choices.values(), self.machinery):
            part.set_theme(theme)
        self.setMinimumWidth(theme.px(272))
