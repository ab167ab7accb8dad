"""From new depths to the picture on the map: our raster path against folium's ImageOverlay, in turns, in one engine.

    python benchmarks/twin_overlay.py [ROUNDS] [--cells 280000]

One tick of ours = classes of new depths are made, packed, taken by the page and drawn (one pixel is read back, which
makes the canvas finish); the same until the page says that its frame was shown; and the pace of a drag, when new
depths come as fast as the page asks for them. One tick of theirs is what users of folium do: ImageOverlay writes the
coloured array as a PNG into a page, and the page is loaded anew. "theirs, live" is the best that Leaflet itself
allows: the same PNG handed to an ImageOverlay that stays (setUrl). Ends 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in {"win32", "darwin"}):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QTimer, QUrl  # noqa: E402
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from data.basemap import leaflet_folder, write_page  # noqa: E402
from widgets.raster_paint import classify  # noqa: E402
from widgets.web_map import WebMap  # noqa: E402

GOAL_MS, GOAL_RATIO = 100.0, 4.0
CENTRE = (113.70, 34.90)
WIDE, HIGH = 0.077, 0.036
CORNERS = [
    (CENTRE[0] - WIDE, CENTRE[1] + HIGH),
    (CENTRE[0] + WIDE, CENTRE[1] + HIGH + 0.001),
    (CENTRE[0] + WIDE, CENTRE[1] - HIGH),
    (CENTRE[0] - WIDE, CENTRE[1] - HIGH - 0.001),
]
BOUNDS = [[CENTRE[1] - HIGH, CENTRE[0] - WIDE], [CENTRE[1] + HIGH, CENTRE[0] + WIDE]]
BREAKS = (0.05, 0.5, 1.0, 2.0, 3.0)
PALETTE = [(0, 0, 0, 0), (177, 215, 242, 255), (121, 180, 232, 255), (71, 143, 222, 255), (44, 105, 195, 255),
           (26, 66, 168, 255)]  # fmt: skip
SIZE = (1100, 700)
SETTLE_MS = 60

OURS = """
window.bench = {drawn: 0};
(() => {
  const {raster} = floodMap, draw = raster.draw;
  raster.draw = (ctx, view) => {
    draw(ctx, view);
    ctx.getImageData(0, 0, 1, 1);
    document.title = String(++bench.drawn);
  };
})(); 1
"""

THEIRS_LIVE = """
window.overlay = L.imageOverlay('data:image/png;base64,%s', %s, {opacity: 0.85}).addTo(map_base);
window.turns = 0;
window.lay = (url) => {
  overlay.getElement().onload = async () => {
    await overlay.getElement().decode();
    requestAnimationFrame(() => requestAnimationFrame(() => { document.title = String(++turns); }));
  };
  overlay.setUrl(url);
}; 1
"""


def floods(cells: int) -> list[np.ndarray]:
    """Depths of a floodplain as the flow goes up and down: smooth ground, a rising level."""
    from scipy import ndimage

    rows = round((cells / 1.75) ** 0.5)
    cols = round(cells / rows)
    dice = np.random.default_rng(5)
    ground = ndimage.gaussian_filter(dice.normal(size=(rows, cols)), 9) * 25
    ground += np.abs(np.arange(rows)[:, None] - rows / 2 - 40 * np.sin(np.arange(cols) / 60)) / 60
    return [(level - ground).astype(np.float32) for level in np.linspace(0.6, 4.0, 40)]


def until(loop: QEventLoop) -> None:
    QTimer.singleShot(15_000, loop.quit)
    loop.exec()


def rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def ask(page, script: str) -> object:
    loop, answers = QEventLoop(), []
    page.runJavaScript(script, 0, lambda answer: (answers.append(answer), loop.quit()))
    until(loop)
    return answers[0]


def timed_until(signal, do) -> float:
    loop = QEventLoop()
    connection = signal.connect(lambda *_: loop.quit())
    start = time.perf_counter()
    do()
    until(loop)
    took = (time.perf_counter() - start) * 1000
    signal.disconnect(connection)
    return took


class Ours:
    """Our map with one raster."""

    def __init__(self, page: Path) -> None:
        self.map = WebMap(page)
        self.map.resize(*SIZE)
        self.map.show()
        self.map.rasters.set_palette("w", PALETTE)
        loop = QEventLoop()
        self.map.when_shown(loop.quit)
        until(loop)
        ask(self.map._page, OURS)

    def show(self, depth: np.ndarray) -> None:
        self.map.rasters.show("w", classify(depth, BREAKS), CORNERS, z=1)

    def tick(self, depth: np.ndarray) -> float:
        return timed_until(self.map._page.titleChanged, lambda: self.show(depth))

    def tick_to_screen(self, depth: np.ndarray) -> float:
        return timed_until(self.map.painted, lambda: self.show(depth))

    def drag(self, depths: list[np.ndarray], seconds: float) -> tuple[int, int, list[float]]:
        """New depths every 8 ms; how many were told, how many were drawn, and the waits between pictures."""
        drawn: list[float] = []
        connection = self.map._page.titleChanged.connect(lambda *_: drawn.append(time.perf_counter()))
        told = 0
        end = time.perf_counter() + seconds
        loop = QEventLoop()
        pulse = QTimer()
        pulse.setInterval(8)

        def next_one() -> None:
            nonlocal told
            if time.perf_counter() > end:
                loop.quit()
                return
            self.show(depths[told % len(depths)])
            told += 1

        pulse.timeout.connect(next_one)
        pulse.start()
        until(loop)
        pulse.stop()
        self.map._page.titleChanged.disconnect(connection)
        return told, len(drawn), [(b - a) * 1000 for a, b in pairwise(drawn)]


def coloured(depth: np.ndarray) -> np.ndarray:
    return np.array(PALETTE, np.uint8)[classify(depth, BREAKS)]


def png_url(depth: np.ndarray) -> str:
    """The picture as folium itself writes it."""
    from folium.utilities import image_to_url

    return image_to_url(coloured(depth))


class Theirs:
    """A folium page with an ImageOverlay; its scripts lie beside it, as ours do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.view = QWebEngineView()
        self.view.resize(*SIZE)
        self.view.show()

    def tick(self, depth: np.ndarray) -> float:
        def whole() -> None:
            import folium

            local = {"default_js": [("js", "leaflet.js")], "default_css": [("css", "leaflet.css")]}
            made = type("Local", (folium.Map,), local)(location=CENTRE[::-1], zoom_start=12.5, tiles=None)
            folium.raster_layers.ImageOverlay(coloured(depth), BOUNDS, opacity=0.85).add_to(made)
            page = self.folder / "folium.html"
            shown = """<script>window.addEventListener('load', async () => {
              await document.querySelector('.leaflet-image-layer').decode();
              requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'shown' + Date.now(); }));
            });</script>"""
            page.write_text(made.get_root().render().replace("</html>", shown + "</html>"), "utf-8")
            self.view.load(QUrl.fromLocalFile(str(page)))

        loop = QEventLoop()
        connection = self.view.page().titleChanged.connect(lambda title: title.startswith("shown") and loop.quit())
        start = time.perf_counter()
        whole()
        until(loop)
        took = (time.perf_counter() - start) * 1000
        self.view.page().titleChanged.disconnect(connection)
        return took


class TheirsLive:
    """Leaflet's ImageOverlay kept on the page, its address replaced."""

    def __init__(self, page: Path, depth: np.ndarray) -> None:
        self.map = WebMap(page)
        self.map.resize(*SIZE)
        self.map.show()
        loop = QEventLoop()
        self.map.when_shown(loop.quit)
        until(loop)
        ask(self.map._page, THEIRS_LIVE % (png_url(depth).partition(",")[2], json.dumps(BOUNDS)))

    def tick(self, depth: np.ndarray) -> float:
        return timed_until(
            self.map._page.titleChanged,
            lambda: self.map._page.runJavaScript(f"lay({json.dumps(png_url(depth))})"),
        )


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):10.1f}{ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]:10.1f}"


def main() -> int:
    given = argparse.ArgumentParser()
    given.add_argument("rounds", nargs="?", type=int, default=30)
    given.add_argument("--cells", type=int, default=280_000)
    asked = given.parse_args()
    app = QApplication(sys.argv[:1])
    folder = Path(tempfile.mkdtemp(prefix="anlan-bench-"))
    page = write_page(
        folder, leaflet=leaflet_folder(), page_assets=ROOT / "resources" / "map", centre=CENTRE, zoom=12.5
    )
    depths = floods(asked.cells)
    ours, theirs, live = Ours(page), Theirs(folder), TheirsLive(page, depths[0])
    for side in (ours, theirs, live):
        side.tick(depths[1])
    drawn: list[float] = []
    seen: list[float] = []
    loaded: list[float] = []
    laid: list[float] = []
    for n in range(asked.rounds):
        depth = depths[n * 7 % len(depths)]
        for times, tick in ((drawn, ours.tick), (seen, ours.tick_to_screen), (laid, live.tick), (loaded, theirs.tick)):
            rest()
            times.append(tick(depth))
            depth = depth + np.float32(0.013)
    rest()
    told, pictures, waits = ours.drag(depths, 4.0)
    print(f"{depths[0].size} cells, {asked.rounds} rounds, ms{'':20}{'median':>10}{'p95':>10}")
    print(f"{'ours, depths to drawn':48}{spread(drawn)}")
    print(f"{'ours, depths to the frame shown':48}{spread(seen)}")
    print(f"{'theirs, live: PNG into a kept ImageOverlay':48}{spread(laid)}")
    print(f"{'theirs: folium page with ImageOverlay, loaded':48}{spread(loaded)}")
    print(f"drag: {told} told, {pictures} drawn in 4 s, wait between pictures{spread(waits)}")
    ratio = statistics.median(loaded) / statistics.median(seen)
    p95 = sorted(seen)[min(len(seen) - 1, round(0.95 * len(seen)))]
    print(f"ratio {ratio:.1f} (goal {GOAL_RATIO:.0f}), p95 {p95:.0f} ms (goal {GOAL_MS:.0f})")
    for widget in (ours.map, live.map, theirs.view):
        widget.close()
        widget.deleteLater()
    for _ in range(2):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0 if ratio >= GOAL_RATIO and p95 <= GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
