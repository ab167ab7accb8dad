"""The water over a map page: raster, isolines, and the key with its notes; shared by all pages that show water."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from data.documents import features
from views.map_water import MapWater
from widgets.raster_paint import palette
from widgets.theme import blend

if TYPE_CHECKING:
    from widgets.theme import Theme
    from widgets.web_map import WebMap

WATER = "water"
ISOLINES = "isolines"
CLEAREST, STRONGEST = 0.2, 1.0
OPACITY = 0.85
_EDGE_OF_PREVIEW = "realm.whatif"
_ISOLINE: Mapping[str, object] = MappingProxyType({"interactive": False, "role": "map.label", "weight": 1.2})


class WaterOverlay(QObject):
    """Draws the water that is shown while it is switched on; nature and date are there as long as the water is.

    Signals:
        on_changed: whether water can be seen on the map.

    """

    on_changed = Signal(bool)

    def __init__(self, page: WebMap, theme: Theme, z: float, parent: QObject | None = None) -> None:
        """Draw on a page, above the layers that are below z."""
        super().__init__(parent)
        self._page, self._theme, self._z = page, theme, z
        self._water: MapWater | None = None
        self._switched_on = True
        self._drawn: MapWater | None = None
        self.set_opacity(OPACITY)

    @property
    def water(self) -> MapWater | None:
        """What was shown last, seen or not."""
        return self._water

    @property
    def on(self) -> bool:
        """Whether water can be seen."""
        return self._drawn is not None

    def show(self, water: MapWater | None) -> None:
        """Show water, or none."""
        self._water = water
        self._draw()

    def switch(self, on: bool) -> None:
        """Let the water be seen, or hide it with all its words."""
        self._switched_on = on
        self._draw()

    def set_opacity(self, opacity: float) -> None:
        """Let the land be seen through the water; the key shows the colours as they then are."""
        self._opacity = min(STRONGEST, max(CLEAREST, opacity))
        self._page.rasters.set_opacity(WATER, self._opacity)
        if self._drawn is not None:
            self._colour(self._drawn)

    def set_theme(self, theme: Theme) -> None:
        """Colour anew; cells are not sent again."""
        self._theme = theme
        if self._drawn is not None:
            self._colour(self._drawn)

    def _draw(self) -> None:
        water = self._water if self._switched_on else None
        before, self._drawn = self._drawn, water
        if water is None:
            if before is not None:
                self._page.rasters.remove(WATER)
                self._page.rasters.set_key("")
                self._page.remove_layer(ISOLINES)
        else:
            self._colour(water)
            if before is None or before.pixels is not water.pixels or before.corners != water.corners:
                self._page.rasters.show(WATER, water.pixels, water.corners, z=self._z, smooth=water.smooth)
            if water.isolines != (() if before is None else before.isolines):
                self._draw_isolines(water)
        if (before is None) != (water is None):
            self.on_changed.emit(water is not None)

    def _colour(self, water: MapWater) -> None:
        colours = palette(self._theme, f"raster.{water.ramp}", max(row.number for row in water.legend))
        self._page.rasters.set_palette(WATER, colours)
        land = self._theme.role("map.land")
        rows = [(blend(land, QColor(*colours[row.number]), self._opacity).name(), row.words) for row in water.legend]
        edge = _EDGE_OF_PREVIEW if water.preview else ""
        self._page.rasters.set_key(water.title, rows, water.notes, edge)

    def _draw_isolines(self, water: MapWater) -> None:
        lines = [
            features.line(str(number), line.path, label=line.words, label_along=True, priority=5)
            for number, line in enumerate(water.isolines)
        ]
        self._page.set_layer(ISOLINES, features.encode(lines), style={"z": self._z + 0.1, **_ISOLINE})
