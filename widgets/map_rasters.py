"""Rasters on the map page: numbered cells under a palette, and the key that says what the colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.raster_paint import packed_runs
from widgets.web_bridge import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from widgets.raster_paint import Rgba
    from widgets.web_bridge import Bridge


class RasterLayers:
    """Hands rasters to the page. A hidden map is told when it is seen again.

    Pictures that come faster than the page draws them are skipped, the last is always shown; cells are packed only
    when they are sent.
    """

    def __init__(self, bridge: Bridge, is_visible: Callable[[], bool]) -> None:
        """Speak over a bridge."""
        self._bridge, self._is_visible = bridge, is_visible
        self._unseen: dict[str, Callable[[], str]] = {}

    def show(
        self,
        name: str,
        cells: NDArray[np.uint8],
        corners: Sequence[tuple[float, float]],
        *,
        z: float = 0.0,
        smooth: bool = False,
    ) -> None:
        """Show numbered cells (rows, cols) between four corners: lon, lat of NW, NE, SE, SW. The cells must not change.

        Layers below z lie under it, the others and all marks over it. Cells are drawn as the squares they are unless
        they are smaller than a pixel or `smooth` is asked for.
        """
        if cells.ndim != 2 or not cells.size or cells.dtype != "uint8" or len(corners) != 4:
            message = f"not a raster: {cells.dtype} {cells.shape}, {len(corners)} corners"
            raise ValueError(message)
        look = {"rows": cells.shape[0], "cols": cells.shape[1], "corners": list(corners), "z": z, "smooth": smooth}
        self._unseen[name] = lambda: words("raster", name, look, packed_runs(cells))
        if self._is_visible():
            self.tell()

    def tell(self) -> None:
        """Tell the page what came while nobody looked."""
        unseen, self._unseen = self._unseen, {}
        for name, text in unseen.items():
            self._bridge.take_back(f"unraster/{name}")
            self._bridge.keep(f"raster/{name}", text)

    def set_palette(self, name: str, palette: Sequence[Rgba]) -> None:
        """Give every class number its colour; the cells are not sent again."""
        self._bridge.keep_if_new(f"palette/{name}", words("palette", name, palette))

    def set_opacity(self, name: str, opacity: float) -> None:
        """Let what lies below be seen through."""
        self._bridge.keep_if_new(f"fade/{name}", words("fade", name, opacity))

    def remove(self, name: str) -> None:
        """Take a raster off the map; palette and opacity stay for the next of this name."""
        self._unseen.pop(name, None)
        self._bridge.forget(f"raster/{name}")
        self._bridge.once(f"unraster/{name}", words("unraster", name))

    def set_key(
        self, title: str, rows: Sequence[tuple[str, str]] = (), notes: Sequence[str] = (), edge: str = ""
    ) -> None:
        """Say on the map what the colours mean and what must be known beside them; without a title it goes.

        Rows are a colour (#rrggbb) and its words; `edge` is the colour role of the left edge, "" for none.
        """
        given = {
            "title": title,
            "rows": [{"colour": colour, "text": text} for colour, text in rows],
            "notes": list(notes),
            "edge": edge,
        }
        self._bridge.keep_if_new("key", words("key", given if title else None))
