"""The map of the scenarios, or two of them side by side; until there is water, words that say what is being done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from data.model.places import Path2D
from data.model.situation import Situation
from views.map_water import MapWater
from views.parts import Words
from views.twin_lines import SlotLine
from views.twin_wanted import Sides, Slot
from views.water_map import WaterMap, WaterMark
from widgets.empty_state import EmptyState
from widgets.theme import Theme

MapMaker = Callable[[Theme], WaterMap]


class TwinMaps(QWidget):
    """Maps are made when they are first needed: a page of the web engine costs memory.

    Signals:
        asked: lon, lat of a click.
        picked: id of a mark.
        line_drawn: a path drawn by hand.

    """

    asked = Signal(float, float)
    picked = Signal(str)
    line_drawn = Signal(object)

    def __init__(self, theme: Theme, make: MapMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._make = theme, make
        self._now: Situation | None = None
        self._sides = Sides.A
        self._water: dict[Slot, MapWater | None] = {Slot.A: None, Slot.B: None}
        self._marks: tuple[WaterMark, ...] = ()
        self._line: Path2D | None = None
        self._maps: dict[Slot, WaterMap] = {}
        self._view: tuple[float, float, float] | None = None
        self._captions = {slot: Words(theme, bold=True, wrap=False) for slot in Slot}
        self._heads = {slot: QWidget() for slot in Slot}
        self._frames = {slot: self._frame(theme, slot) for slot in Slot}
        self._empty = EmptyState(theme, "", "twin")
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(1)
        for frame in self._frames.values():
            beside.addWidget(frame, 1)
        self._frames[Slot.B].hide()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(both)

    def _frame(self, theme: Theme, slot: Slot) -> QWidget:
        frame = QWidget()
        head = self._heads[slot]
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        line.setSpacing(theme.px(8))
        line.addWidget(SlotLine(theme, slot))
        line.addWidget(self._captions[slot], 1)
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        head.hide()
        return frame

    # in

    def show_base(self, now: Situation) -> None:
        """Show land and works."""
        self._now = now
        for made in self._maps.values():
            made.show_base(now)

    def show_water(self, slot: Slot, water: MapWater | None) -> None:
        """Show water on the map of a slot."""
        self._water[slot] = water
        if slot in self._maps:
            self._maps[slot].show_water(water)

    def show_empty(self, text: str, detail: str = "") -> None:
        """Say why there is no map yet; nothing to say brings the map."""
        if text:
            self._empty.show_words(text, "", detail)
            self._stack.setCurrentIndex(0)
            return
        self._need(Slot.A)
        self._stack.setCurrentIndex(1)

    def show_sides(self, sides: Sides, titles: Sequence[str]) -> None:
        """Show one map or two; `titles` stand over two."""
        self._sides = sides
        both = sides is Sides.BOTH
        if both:
            beside = self._need(Slot.B)
            if self._view is not None and self._frames[Slot.B].isHidden():
                beside.show_view(*self._view)
        for slot, title in zip(Slot, titles, strict=True):
            self._captions[slot].say(title)
            self._heads[slot].setVisible(both)
        self._frames[Slot.B].setVisible(both)

    def show_marks(self, marks: Sequence[WaterMark]) -> None:
        """Show points on every map."""
        self._marks = tuple(marks)
        for made in self._maps.values():
            made.show_marks(self._marks)

    def show_line(self, path: Path2D | None) -> None:
        """Show the cut on every map."""
        self._line = path
        for made in self._maps.values():
            made.show_line(path)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._empty.set_theme(theme)
        for caption in self._captions.values():
            caption.set_theme(theme)
        for made in self._maps.values():
            made.show_theme(theme)

    def start_line(self) -> None:
        """Put the line tool in hand."""
        self._need(Slot.A).start_line()

    def fly_to(self, lon: float, lat: float) -> None:
        """Bring a place into view on the maps that are seen."""
        for slot, made in self._maps.items():
            if slot is Slot.A or self._sides is Sides.BOTH:
                made.fly_to(lon, lat)

    def fit_land(self) -> None:
        """Show the whole township."""
        for made in self._maps.values():
            made.fit_land()

    def grab_png(self, slot: Slot, then: Callable[[QPixmap], None]) -> None:
        """Hand over a picture of a map, once all that was shown is on it."""
        self._need(slot).grab_png(then)

    def is_empty(self) -> bool:
        """Whether words stand in place of the map."""
        return self._stack.currentIndex() == 0

    def empty_text(self) -> str:
        """The words in place of the map."""
        return self._empty.accessibleName()

    def made(self) -> tuple[Slot, ...]:
        """For which slots a map has been made."""
        return tuple(self._maps)

    def _need(self, slot: Slot) -> WaterMap:
        made = self._maps.get(slot)
        if made is None:
            made = self._maps[slot] = self._make(self._theme)
            made.asked.connect(self.asked)
            made.picked.connect(self.picked)
            made.line_drawn.connect(self.line_drawn)
            made.view_changed.connect(lambda *view: self._follow(slot, *view))
            box = self._frames[slot].layout()
            if isinstance(box, QVBoxLayout):
                box.addWidget(made, 1)
            if self._now is not None:
                made.show_base(self._now)
            made.show_water(self._water[slot])
            made.show_marks(self._marks)
            made.show_line(self._line)
            if self._view is not None:
                made.show_view(*self._view)
        return made

    def _follow(self, slot: Slot, lon: float, lat: float, zoom: float) -> None:
        """Let the other map show what this one shows: the one that a hand is on leads."""
        made = self._maps[slot]
        leads = made.underMouse() or made.hasFocus()
        if slot is Slot.A or leads:
            self._view = (lon, lat, zoom)
        for other, beside in self._maps.items():
            if leads and other is not slot and self._sides is Sides.BOTH:
                beside.show_view(lon, lat, zoom)
