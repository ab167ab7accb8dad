"""The desk workspace: the map in the middle, panels around it in docks that detach and remember their place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from widgets.panel import Panel

_LEAST_HEIGHT, _LEAST_WIDTH = 768, 324
LAYOUT_VERSION = 2
"""Raised when docks come or go, so that an old layout is not restored half."""

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands when the desk is first opened.

    `share` is its part of the column or row, `least` the height at scale 1 below which it is not squeezed.
    """

    name: str
    title: str
    widget: QWidget
    area: str  # left | right | bottom
    share: int = 1
    least: int = 120


class Desk(QMainWindow):
    """An inner main window, because docks give detaching, second screens and memory of places for nothing."""

    def __init__(self, middle: QWidget, places: list[Place], parent: QWidget | None = None) -> None:
        """Put the panels in their places."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setCentralWidget(middle)
        self._places = places
        self.docks = {place.name: self._dock(place) for place in places}
        self.reset_layout()
        self._first_layout = self.saveState(LAYOUT_VERSION)

    def reset_layout(self) -> None:
        """Put all panels back where they stood first."""
        before: dict[str, QDockWidget] = {}
        for place in self._places:
            dock = self.docks[place.name]
            dock.setFloating(False)
            dock.show()
            self.addDockWidget(_AREAS[place.area], dock)
            if place.area in before:
                along = Qt.Orientation.Horizontal if place.area == "bottom" else Qt.Orientation.Vertical
                self.splitDockWidget(before[place.area], dock, along)
            before[place.area] = dock

    def fit(self, width: int, height: int, scale: float) -> None:
        """Give the columns their first sizes for a window of this size."""
        grown = min(scale, height / _LEAST_HEIGHT)  # larger letters never make the window larger than the screen
        for place in self._places:
            place.widget.setMinimumHeight(int(place.least * grown))
        side = {"left": 0.205, "right": 0.235}
        for area, part in side.items():
            docks = [self.docks[p.name] for p in self._places if p.area == area]
            shares = [p.share for p in self._places if p.area == area]
            wide = int(min(max(width * part, _LEAST_WIDTH * scale), 520 * scale))
            self.resizeDocks(docks, [wide] * len(docks), Qt.Orientation.Horizontal)
            self.resizeDocks(docks, [height * share // sum(shares) for share in shares], Qt.Orientation.Vertical)
        bottom = [p for p in self._places if p.area == "bottom"]
        docks = [self.docks[p.name] for p in bottom]
        self.resizeDocks(docks, [int(max(height * 0.2, 170 * scale))] * len(docks), Qt.Orientation.Vertical)
        total = sum(p.share for p in bottom)
        beside = width - int(min(max(width * side["right"], _LEAST_WIDTH * scale), 520 * scale))
        self.resizeDocks(docks, [beside * p.share // total for p in bottom], Qt.Orientation.Horizontal)

    def layout_state(self) -> QByteArray:
        """Return where everything stands."""
        return self.saveState(LAYOUT_VERSION)

    def restore_layout(self, state: QByteArray) -> bool:
        """Put everything where it stood; False when the state is of another version."""
        return self.restoreState(state, LAYOUT_VERSION)

    def _dock(self, place: Place) -> QDockWidget:
        dock = QDockWidget(place.title, self)
        dock.setObjectName(place.name)
        dock.setWidget(place.widget)
        place.widget.setMinimumHeight(place.least)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        bare = QWidget(dock)
        dock.setTitleBarWidget(bare)

        def on_floating(floating: bool) -> None:
            # A floating dock needs the frame of a window to be moved; a docked one has the panel's own header.
            dock.setTitleBarWidget(None if floating else QWidget(dock))  # pyright: ignore[reportArgumentType]

        dock.topLevelChanged.connect(on_floating)
        panel = place.widget if isinstance(place.widget, Panel) else place.widget.findChild(Panel)
        if isinstance(panel, Panel):
            panel.detach_requested.connect(lambda: dock.setFloating(not dock.isFloating()))
        return dock
