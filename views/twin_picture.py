"""What the map shows: which of the two scenarios, and what of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views import twin_words
from views.twin_shown import ScenarioShown
from views.twin_wanted import Drawn, Picture, Sides
from widgets.chips import Chip, Chips
from widgets.theme import Theme


class PictureBar(QWidget):
    """Two groups of chips. What the scenarios cannot show is not offered; what was chosen stays while it can.

    Signals:
        picture_requested: a Picture.

    """

    picture_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture()
        self._scenarios: tuple[ScenarioShown | None, ScenarioShown | None] = (None, None)
        self._offered: list[Drawn] = []
        self.sides, self.drawn = Chips(theme), Chips(theme)
        self.sides.set_chips([Chip(side.value, twin_words.sides(side)) for side in Sides])
        self.sides.setAccessibleName(self.tr("图上显示哪个方案"))
        self.drawn.setAccessibleName(self.tr("图上画什么"))
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.sides)
        self._layout.addWidget(self.drawn, 1)
        self.sides.chosen.connect(self._on_chips)
        self.drawn.chosen.connect(self._on_chips)
        self.set_theme(theme)
        self.show_scenarios(None, None)

    def set_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        self._layout.setSpacing(theme.px(16))
        self.sides.set_theme(theme)
        self.drawn.set_theme(theme)

    def picture(self) -> Picture:
        """What is asked for."""
        return self._picture

    def show_scenarios(self, a: ScenarioShown | None, b: ScenarioShown | None) -> None:
        """Offer what these can show; asks anew when what was shown is gone."""
        self._scenarios = (a, b)
        both = a is not None and b is not None
        self.sides.setVisible(both)
        self.set_picture(self._picture if both else Picture(self._picture.drawn))

    def set_picture(self, wish: Picture) -> None:
        """Choose as if by hand, as far as it is offered."""
        a, b = self._scenarios
        offered = [Drawn.DEPTH]
        if wish.sides is not Sides.DIFFERENCE:
            seen = {Sides.A: (a,), Sides.B: (b,)}.get(wish.sides, (a, b))
            offered = [drawn for drawn in Drawn if all(_can(drawn, one) for one in seen)]
        if offered != self._offered:  # chips lay themselves out anew, and with them the whole page
            self._offered = offered
            self.drawn.set_chips([Chip(drawn.value, twin_words.drawn(drawn)) for drawn in offered])
        self.drawn.setVisible(a is not None or b is not None)
        wish = Picture(wish.drawn if wish.drawn in offered else Drawn.DEPTH, wish.sides)
        self.sides.choose([wish.sides.value])
        self.drawn.choose([wish.drawn.value])
        if wish != self._picture:
            self._picture = wish
            self.picture_requested.emit(wish)

    def _on_chips(self, _keys: tuple[str, ...]) -> None:
        drawn, sides = self.drawn.chosen_keys(), self.sides.chosen_keys()
        self.set_picture(Picture(Drawn(drawn[0]) if drawn else Drawn.DEPTH, Sides(sides[0]) if sides else Sides.A))


def _can(drawn: Drawn, shown: ScenarioShown | None) -> bool:
    if shown is None:
        return True
    return drawn.field in shown.fields and (drawn is not Drawn.FRAME or bool(shown.hours))
