"""The wall's map has nobody who would load it anew: whatever ends its page, this brings it back."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from views.water_map import WaterMap

RELOAD_MS, MOST_MS = 100, 60_000
"""The page loads itself anew a few times; after that it is done here, the later the more often it fails at once."""
LOOK_MS = 1_000
"""After a process has ended, so often it is looked whether the page is back."""
LOOKS = 10
"""So many looks a page may take that is on its way: on a busy machine to load it anew would only take longer [设定]."""


class MapWatch(QObject):
    """Looks after one surface."""

    def __init__(self, surface: WaterMap, parent: QObject) -> None:
        """Begin."""
        super().__init__(parent)
        self._surface = surface
        self._reload_ms, self._looks = RELOAD_MS, 0
        self.reloading = QTimer(self, singleShot=True)
        self.reloading.timeout.connect(surface.map.reload)
        self.looking = QTimer(self, interval=LOOK_MS)
        self.looking.timeout.connect(self._look)
        surface.map.gave_up.connect(self._on_gave_up)
        surface.map.painted.connect(self._on_painted)
        surface.map.renderer_died.connect(lambda _: self._begin())

    def close(self) -> None:
        """Look no longer."""
        self.reloading.stop()
        self.looking.stop()

    def _on_gave_up(self) -> None:
        self.reloading.start(self._reload_ms)
        self._reload_ms = min(MOST_MS, self._reload_ms * 2)

    def _on_painted(self) -> None:
        self._reload_ms = RELOAD_MS

    def _begin(self) -> None:
        self._looks = 0
        self.looking.start()

    def _look(self) -> None:
        """A page that shows nothing and is not on its way, or too long, is loaded again."""
        page = self._surface.map
        if page.is_painted() if self._surface.isVisible() else page.is_ready():
            self.looking.stop()
            return
        self._looks += 1
        arrived = page.is_ready()  # then it is drawing
        if self._looks % LOOKS == 0 or not (page.is_loading() or arrived or self.reloading.isActive()):
            logging.getLogger("map").warning("the wall's map is not back; it is loaded again")
            page.reload()
