"""The screens of this machine as values: which there are, where, how wide; and when that changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

SETTLE_MS = 250
"""A cable that is plugged in makes several changes at once."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its name, its place among the others, and the width it says it has (0 where it says none)."""

    name: str
    rect: QRect
    width_mm: float = 0.0
    primary: bool = False


class Screens(QObject):
    """What the window system says of its screens. A test puts another in its place.

    Signals:
        changed: a screen came, went, or has another size.

    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen."""
        super().__init__(parent)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self._on_added)
        application.screenRemoved.connect(self._settle.start)
        application.primaryScreenChanged.connect(self._settle.start)
        for screen in application.screens():
            screen.geometryChanged.connect(self._settle.start)

    def all(self) -> list[Screen]:
        """Return the screens, the primary one first."""
        primary = QGuiApplication.primaryScreen()
        found = [
            Screen(one.name(), one.geometry(), one.physicalSize().width(), one is primary)
            for one in QGuiApplication.screens()
        ]
        return sorted(found, key=lambda one: not one.primary)

    def close(self) -> None:
        """Listen no longer."""
        self._settle.stop()

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle.start)
        self._settle.start()


def second(screens: list[Screen], named: str, desk: str) -> Screen | None:
    """Return the screen for the wall: the one it stood on, else one that the desk is not on; None with one screen."""
    others = [one for one in screens if one.name != desk]
    if len(screens) < 2 or not others:
        return None
    return next((one for one in others if one.name == named), min(others, key=lambda one: one.primary))
