"""A map for the water alone: land, works, the raster, points and one line; for pages that are not the grid e-map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from data.model.places import Path2D
from data.model.situation import Situation
from views.map_water import MapWater
from widgets.theme import Theme


class WaterMark(NamedTuple):
    """A point on the water map; the role names its colour."""

    id: str
    lon: float
    lat: float
    role: str
    words: str


class WaterMap(QWidget):
    """The web page is made when the map is first seen; what was shown before is kept for it.

    Signals:
        asked: lon, lat of any click, on a mark or beside it.
        picked: id of the mark that was clicked.
        line_drawn: the path ((lon, lat), …) drawn with the line tool.
        drawing_changed: whether the line tool is in hand.

    """

    asked = Signal(float, float)
    picked = Signal(str)
    line_drawn = Signal(object)
    drawing_changed = Signal(bool)

    def __init__(self, theme: Theme, page: Path, parent: QWidget | None = None, **tiles: object) -> None:
        """Take the page written by the base map builder (the same file as the grid e-map's)."""
        super().__init__(parent)
        self._theme, self._page_file, self._tiles = theme, page, tiles

    def show_theme(self, theme: Theme) -> None:
        """Change the theme."""
        self._theme = theme

    def show_base(self, now: Situation) -> None:
        """Show land and works; again only when the registers changed."""

    def show_water(self, water: MapWater | None) -> None:
        """Show water, or none. May be called at the pace of a slider: pictures in between are skipped."""

    def show_marks(self, marks: Sequence[WaterMark]) -> None:
        """Show points; plain tuples (id, lon, lat, role, words) will do."""

    def show_line(self, path: Path2D | None) -> None:
        """Show a line (a profile, a way), or none."""

    def set_opacity(self, opacity: float) -> None:
        """Let the land be seen through the water (0 to 1)."""

    def start_line(self) -> None:
        """Put the line tool in hand: clicks add points, a double click or Enter ends it, Esc gives it up."""

    def fit_land(self) -> None:
        """Show the whole township."""

    def fly_to(self, lon: float, lat: float) -> None:
        """Bring a place into view."""

    def grab_png(self, then: Callable[[QPixmap], None]) -> None:
        """Hand over a picture once all that was shown is on the screen."""
