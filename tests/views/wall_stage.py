"""A wall without a browser: a stand-in for the surface of its map, and a window at a size."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import theme as look
from views.wall import WallWindow
from views.wall_reading import Viewing
from views.water_map import WaterMap
from widgets.theme import Theme

KINDS = frozenset({"管涌", "根石坍塌"})


class MapPage(QWidget):
    """Stands for the web page: writes down what it is told."""

    painted, gave_up, renderer_died = Signal(), Signal(), Signal(int)
    view_changed = Signal(float, float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[tuple[str, Any]] = []
        self.back, self.coming = True, False

    def is_painted(self) -> bool:
        """Whether it is back, as the test says."""
        return self.back

    is_ready = is_painted

    def is_loading(self) -> bool:
        """Whether it is on its way, as the test says."""
        return self.coming

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("set_", "restyle", "fit", "select", "reload", "discard", "when_shown")):
            return lambda *a, **_: self.told.append((name, a))
        raise AttributeError(name)


class Surface(QWidget):
    """Stands for the water map."""

    def __init__(self) -> None:
        super().__init__()
        self.map = MapPage(self)
        self.waters: list[object] = []
        self.views: list[tuple[float, float, float]] = []

    def keep_hidden(self, _rest_ms: int) -> None:
        """Nothing is given back."""

    def show_theme(self, _theme: Theme) -> None:
        """Colours are the page's matter."""

    def show_water(self, water: object) -> None:
        self.waters.append(water)

    def show_view(self, *view: float) -> None:
        self.views.append(cast("tuple[float, float, float]", view))


def surface(_theme: Theme) -> WaterMap:
    """Make one where a water map is wanted."""
    return cast("WaterMap", Surface())


def wall(width: int = 1920, height: int = 1080, distance_m: float = 6.0, theme: str = "dark") -> WallWindow:
    """Make a wall as large as a 65-inch screen, seen from a distance."""
    made = WallWindow(look.load(theme).theme, surface, Viewing(1430, width, distance_m), KINDS)
    made.resize(width, height)
    return made
