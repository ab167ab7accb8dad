"""A map for the water alone: land, works, the raster, points and one line; for pages that are not the grid e-map."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.documents import features, layers
from data.documents.features import Feature
from data.model.places import Path2D
from data.model.situation import Situation
from views.map_outlines import cased
from views.map_water import MapWater
from views.water_overlay import WaterOverlay
from widgets.theme import Theme
from widgets.web_map import WebMap

CLOSE_UP = 15.0
REST_MS = 120_000
"""A hidden page is given back after this time."""
_SAME_VIEW = 1e-4
_MARKS, _LINE = "water-marks", "water-line"
_BASE = ("base", "plots", "works")
_WATER_Z = 10.0
"""Land and plots lie below the water, works, the line and the marks above it."""
_ABOVE = {"works": 11.0, _LINE: 12.0, _MARKS: 13.0}


class WaterMark(NamedTuple):
    """A point on the water map; the role names its colour."""

    id: str
    lon: float
    lat: float
    role: str
    words: str


class WaterMap(QWidget):
    """A web page of its own, with fewer layers than the grid e-map and no state but what was shown.

    Signals:
        asked: lon, lat of any click, on a mark or beside it.
        picked: id of the mark that was clicked.
        line_drawn: the path ((lon, lat), …) drawn with the line tool.
        drawing_changed: whether the line tool is in hand.
        view_changed: lon, lat of the middle and zoom, for a map beside this one.
        painted: everything that was shown is on the screen.

    """

    asked = Signal(float, float)
    picked = Signal(str)
    line_drawn = Signal(object)
    drawing_changed = Signal(bool)
    view_changed = Signal(float, float, float)
    painted = Signal()

    def __init__(self, theme: Theme, page: Path, parent: QWidget | None = None, **tiles: object) -> None:
        """Show the page written by the base map builder (the same file as the grid e-map's)."""
        super().__init__(parent)
        self.map = WebMap(page, self, **tiles)  # pyright: ignore[reportArgumentType]
        self.overlay = WaterOverlay(self.map, theme, _WATER_Z, self)
        self._bounds: tuple[float, float, float, float] | None = None
        self._registers: object = None
        self._view: tuple[float, float, float] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.map)
        self.setFocusProxy(self.map)
        self.map.setAccessibleName(self.tr("淹没图"))
        self.map.pointed.connect(self.asked)
        self.map.painted.connect(self.painted)
        self.map.feature_clicked.connect(self._on_clicked)
        self.map.line_drawn.connect(lambda path: self.line_drawn.emit(tuple(path)))
        self.map.mode_changed.connect(lambda mode: self.drawing_changed.emit(mode == "line"))
        self.map.view_changed.connect(self._on_view)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.map.discard)
        self.show_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the page."""
        super().showEvent(event)
        self._rest.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the page back unless the map is wanted again soon."""
        super().hideEvent(event)
        self._rest.start()

    def keep_hidden(self, rest_ms: int) -> None:
        """Give a hidden page back after another time than usual."""
        self._rest.setInterval(rest_ms)

    def show_theme(self, theme: Theme) -> None:
        """Change the theme."""
        colours = {name: colour.name() for name, colour in theme.roles.items() if colour.alpha() == 255}
        self.map.set_colours(colours, theme.dark)
        self.overlay.set_theme(theme)

    def show_base(self, now: Situation) -> None:
        """Show land and works; nothing is done while the registers are the same."""
        if self._registers is now.registers:
            return
        first, self._registers = self._registers is None, now.registers
        for z, name in enumerate(_BASE):
            made = layers.LAYERS[name][0](now)
            self._set(name, cased(made) if name == "works" else made, _ABOVE.get(name, z), interactive=False)
        points = [point for row in now.registers.maplines if row.kind == "township" for point in row.path]
        if points:
            lons, lats = zip(*points, strict=True)
            self._bounds = (min(lons), min(lats), max(lons), max(lats))
        if first:
            self.fit_land()

    def show_water(self, water: MapWater | None) -> None:
        """Show water, or none. May be called at the pace of a slider: pictures in between are skipped."""
        self.overlay.show(water)

    def show_marks(self, marks: Iterable[WaterMark | tuple[str, float, float, str, str]]) -> None:
        """Show points; plain tuples (id, lon, lat, role, words) will do."""
        points = [
            features.point(mark_id, lon, lat, role=role, size=6, ring=True, label=words, tip=words, priority=8)
            for mark_id, lon, lat, role, words in marks
        ]
        self._set(_MARKS, points, _ABOVE[_MARKS])

    def show_line(self, path: Path2D | None) -> None:
        """Show a line (a profile, a way), or none."""
        lines = [features.line("line", path, role="selection", weight=2.2, casing=1.6)] if path else []
        self._set(_LINE, lines, _ABOVE[_LINE], interactive=False)

    def set_opacity(self, opacity: float) -> None:
        """Let the land be seen through the water (0 to 1)."""
        self.overlay.set_opacity(opacity)

    def start_line(self) -> None:
        """Put the line tool in hand: clicks add points, a double click or Enter ends it, Esc gives it up."""
        self.map.set_mode("line")
        self.map.setFocus()

    def stop_line(self) -> None:
        """Put the line tool away."""
        self.map.set_mode("pan")

    def fit_land(self) -> None:
        """Show the whole township."""
        if self._bounds is not None:
            self.map.fit(self._bounds)

    def fly_to(self, lon: float, lat: float) -> None:
        """Bring a place into view."""
        self.map.fly_to(lon, lat, CLOSE_UP)

    def show_view(self, lon: float, lat: float, zoom: float) -> None:
        """Show what a map beside this one shows; a view that is shown already is not set again."""
        if self._view is None or math.dist(self._view, (lon, lat, zoom)) > _SAME_VIEW:
            self.map.fly_to(lon, lat, zoom, animate=False)

    def grab_png(self, then: Callable[[QPixmap], None]) -> None:
        """Hand over a picture with the key and its notes, once all that was shown is there; the map must be visible."""
        self.map.grab_when_ready(then)

    def _set(self, name: str, made: Sequence[Feature], z: float, **style: object) -> None:
        self.map.set_layer(name, features.encode(made), style={"z": z, **style})

    def _on_view(self, lon: float, lat: float, zoom: float) -> None:
        self._view = (lon, lat, zoom)
        self.view_changed.emit(lon, lat, zoom)

    def _on_clicked(self, layer: str, feature: str) -> None:
        if layer == _MARKS:
            self.picked.emit(feature)
