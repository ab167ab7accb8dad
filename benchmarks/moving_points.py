"""20,000 moving points: our map against Leaflet circleMarkers (canvas, setLatLng each), in the same engine, in turns.

    python benchmarks/moving_points.py [POINTS] [ROUNDS]

One tick = new places for all points are handed over in Python, taken by the page, drawn and rasterised (one pixel is
read back, which makes the canvas finish). Both sides run in the same page size, one page each, alternating.
Ends 1 when the ratio falls below the goal of 10.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in {"win32", "darwin"}):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from data.basemap import leaflet_folder, write_page  # noqa: E402
from widgets.web_map import WebMap  # noqa: E402

GOAL = 10.0
CENTRE = (113.70, 34.90)
SETTLE_MS = 60  # one side's frame is on the screen before the other's tick begins

OURS = """
window.bench = {times: []};
(() => {
  const {canvas, swarm} = floodMap;
  const set = swarm.set, draw = swarm.draw;
  let spent = 0;
  swarm.set = (...a) => { const t = performance.now(); set(...a); spent = performance.now() - t; };
  swarm.draw = (ctx, view) => {
    const t = performance.now();
    draw(ctx, view);
    ctx.getImageData(0, 0, 1, 1);
    bench.times.push(spent + performance.now() - t);
    document.title = String(bench.times.length);
  };
})(); 1
"""

THEIRS = """
window.bench = {times: [], markers: [], renderer: L.canvas({padding: 0.14}).addTo(map_base)};
bench.fill = (n, lat, lon) => {
  for (let i = 0; i < n; i++)
    bench.markers.push(L.circleMarker([lat, lon], {radius: 3, weight: 1, color: '#12171b', fillColor: '#e3e9ee',
      fillOpacity: 1, renderer: bench.renderer}).addTo(map_base));
  return bench.markers.length;
};
bench.move = (places) => {
  const t = performance.now();
  for (let i = 0; i < bench.markers.length; i++) bench.markers[i].setLatLng([places[2 * i + 1], places[2 * i]]);
  const spent = performance.now() - t;
  const redraw = bench.renderer._redraw;
  bench.renderer._redraw = function () {
    bench.renderer._redraw = redraw;
    const t = performance.now();
    redraw.call(this);
    this._ctx.getImageData(0, 0, 1, 1);
    bench.times.push(spent + performance.now() - t);
    document.title = String(bench.times.length);
  };
  L.Util.cancelAnimFrame(bench.renderer._redrawRequest);
  bench.renderer._redrawRequest = L.Util.requestAnimFrame(bench.renderer._redraw, bench.renderer);
};
1
"""


class Side:
    """One map and how its ticks went."""

    def __init__(self, page: Path) -> None:
        self.map = WebMap(page)
        self.map.resize(1100, 700)
        self.map.show()
        self.handed: list[float] = []
        self.whole: list[float] = []

    def ask(self, script: str) -> object:
        loop, answers = QEventLoop(), []
        self.map._page.runJavaScript(script, 0, lambda answer: (answers.append(answer), loop.quit()))
        QTimer.singleShot(60_000, loop.quit)
        loop.exec()
        if not answers:
            raise TimeoutError(script[:60])
        return answers[0]

    def times(self) -> list[float]:
        return json.loads(str(self.ask("JSON.stringify(bench.times)")))

    def tick(self, hand_over) -> None:
        loop = QEventLoop()
        drawn = self.map._page.titleChanged.connect(lambda _title: loop.quit())
        QTimer.singleShot(60_000, loop.quit)
        start = time.perf_counter()
        hand_over()
        self.handed.append((time.perf_counter() - start) * 1000)
        loop.exec()
        self.whole.append((time.perf_counter() - start) * 1000)
        self.map._page.titleChanged.disconnect(drawn)
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()


def wait_for(side: Side) -> None:
    loop = QEventLoop()
    side.map.when_shown(loop.quit)
    loop.exec()


def main() -> int:
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    app = QApplication(sys.argv[:1])
    page = write_page(
        Path(tempfile.mkdtemp(prefix="anlan-bench-")),
        leaflet=leaflet_folder(),
        page_assets=ROOT / "resources" / "map",
        centre=CENTRE,
        zoom=12.5,
    )
    dice = np.random.default_rng(7)
    ours, theirs = Side(page), Side(page)
    wait_for(ours)
    wait_for(theirs)
    ids = [f"p{i}" for i in range(points)]
    lons = CENTRE[0] + dice.uniform(-0.12, 0.12, points)
    lats = CENTRE[1] + dice.uniform(-0.06, 0.06, points)
    ours.ask(OURS)
    theirs.ask(THEIRS)
    theirs.ask(f"bench.fill({points}, {CENTRE[1]}, {CENTRE[0]})")

    def tell_ours() -> None:
        ours.map.set_points("bench", ids, lons, lats, roles=["person"])

    def tell_theirs() -> None:
        places = np.round(np.column_stack((lons, lats)), 7).ravel().tolist()
        theirs.map._page.runJavaScript(f"bench.move({json.dumps(places)})")

    for _ in range(rounds + 2):
        lons = lons + dice.normal(0, 0.0004, points)
        lats = lats + dice.normal(0, 0.0004, points)
        ours.tick(tell_ours)
        theirs.tick(tell_theirs)
    rows = []
    for name, ours_ms, theirs_ms in (
        ("UI thread, hand over", ours.handed, theirs.handed),
        ("page, take + draw + raster", ours.times(), theirs.times()),
        ("whole tick, Python to drawn", ours.whole, theirs.whole),
    ):
        a, b = statistics.median(ours_ms[2:]), statistics.median(theirs_ms[2:])
        rows.append((name, a, b, b / a))
    print(f"{points} moving points, median of {rounds} ticks, ms")
    print(f"{'':30}{'ours':>10}{'Leaflet':>12}{'ratio':>9}")
    for name, a, b, ratio in rows:
        print(f"{name:30}{a:10.1f}{b:12.1f}{ratio:8.1f}x")
    for side in (ours, theirs):
        side.map.close()
        side.map.deleteLater()
    for _ in range(2):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0 if rows[-1][3] >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
