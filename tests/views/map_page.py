"""A stand-in for the page of the map: writes down what it is told, and a panel upon it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Rasters:
    """Stands for the rasters of the page."""

    def __init__(self, told: list[tuple[str, Any]]) -> None:
        self._told = told

    def __getattr__(self, name: str) -> Any:
        return lambda *a, **_: self._told.append((f"raster.{name}", a))


class Page(QWidget):
    """Stands for the web map: writes down what it is told, says what the test wants."""

    ready = Signal()
    painted = Signal()
    feature_clicked = Signal(str, str)
    features_selected = Signal(list)
    place_clicked = Signal(float, float)
    pointed = Signal(float, float)
    mode_changed = Signal(str)
    gave_up = Signal()

    def __init__(self, _page: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: list[tuple[str, Any]] = []
        self.rasters = Rasters(self.told)

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("set_", "patch", "re", "fly", "fit", "select")):
            return lambda *a, **_: self.told.append((name, a))
        raise AttributeError(name)

    def heard(self, *names: str) -> list[Any]:
        """What it was told by these names, and forget everything."""
        told = self.told.copy()
        self.told.clear()
        return [arguments for name, arguments in told if name in names]
