"""The front of the start-up: the store opens on a thread and the map's processes start while the rest is imported."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

import resources
from data.basemap import leaflet_folder, write_page
from data.model.steps import Realm
from desktop import theme as look
from desktop import tiles
from desktop.settings import Settings
from views.map import MapPanel
from views.water_map import WaterMap
from widgets.theme import Theme

if TYPE_CHECKING:
    from data.model.situation import Situation
    from data.store.store import Store

MAP_CENTRE, MAP_ZOOM = (113.705, 34.902), 12.5


class Front:
    """Look, map and opening store: everything that takes time by itself, begun before the panels are imported."""

    def __init__(self, app: QApplication, home: Path, settings: Settings, realm: Realm = Realm.LIVE) -> None:
        """Begin."""
        self._opening = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        self._opened: Future[tuple[Store, Situation, bool]] = self._opening.submit(
            _open, home, settings.store_url, realm
        )
        self.bundle = look.load(settings.theme, settings.font_scale)
        look.apply(app, self.bundle)
        self.tiles = tiles.open_tiles(settings)
        page = write_page(
            home / "map",
            leaflet=leaflet_folder(),
            page_assets=resources.path("map"),
            centre=MAP_CENTRE,
            zoom=MAP_ZOOM,
            tile_origins=self.tiles.origins,
        )
        self._page = page
        self.map = MapPanel(
            self.bundle.theme, page, tile_origins=self.tiles.origins, tile=self.tiles.tile if self.tiles.files else None
        )
        app.processEvents()

    def water_map(self, theme: Theme) -> WaterMap:
        """Make a further map, for the water alone."""
        return WaterMap(theme, self._page, tile_origins=self.tiles.origins)

    def opened(self) -> tuple[Store, Situation, bool]:
        """Wait for the store; StoreTrouble when it cannot be opened, and then nothing is left behind."""
        try:
            return self._opened.result()
        except BaseException:
            self.map.deleteLater()
            self.tiles.close()
            raise
        finally:
            self._opening.shutdown()


def _open(home: Path, url: str, realm: Realm) -> tuple[Store, Situation, bool]:
    """Open the store; its imports (SQLAlchemy) happen here, beside those of the panels."""
    from desktop.keeping import open_store

    return open_store(home, url, realm)
