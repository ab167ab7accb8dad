"""The desk against bare pieces, in one call: slider tick, cold start, memory.

    python benchmarks/desk.py [--ticks 300] [--starts 5]

(a) a slider tick to all panels and layers told, on the UI thread, against rebuilding the same page with folium;
(b) process start to a drawn, usable desk, against a bare PySide6 window showing the same folium page;
(f) memory (PSS of the process tree) of the desk against that bare window.
Runs offscreen unless QT_QPA_PLATFORM is set. Goals: p95 <= 4 ms and >= 300x; <= 1.3x; <= 1.5x.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def folium_page(path: Path, *, by_layer: bool) -> float:
    """Build and save the page with all layers; return the seconds taken.

    `by_layer` hands folium one GeoJSON a layer, its quickest way; otherwise each feature is a folium object with its
    colour and tooltip, which is how folium draws features that differ.
    """
    import folium

    from data.basemap import leaflet_folder
    from data.documents import features, layers
    from desktop.first_run import demo_situation

    now = demo_situation()
    began = time.perf_counter()
    local = leaflet_folder()

    class Page(folium.Map):
        default_js = (("leaflet", (local / "leaflet.js").as_uri()),)
        default_css = (("leaflet_css", (local / "leaflet.css").as_uri()),)

    page = Page(location=(34.902, 113.705), zoom_start=13, tiles=None)
    for name, (build, _) in layers.LAYERS.items():
        made = build(now)
        if by_layer and made:
            folium.GeoJson(features.encode(made), name=name, marker=folium.CircleMarker(radius=3)).add_to(page)
        for feature in () if by_layer else made:
            shape, tip = feature["geometry"], feature["properties"].get("label", "")
            if shape["type"] == "Point":
                lon, lat = shape["coordinates"]
                folium.CircleMarker((lat, lon), radius=3, color="#888", tooltip=tip).add_to(page)
            elif shape["type"] == "LineString":
                folium.PolyLine([(lat, lon) for lon, lat in shape["coordinates"]], tooltip=tip).add_to(page)
            else:
                folium.Polygon([(lat, lon) for lon, lat in shape["coordinates"][0]], tooltip=tip).add_to(page)
    page.save(str(path))
    return time.perf_counter() - began


def tree_pss_mb(pid: int) -> float:
    """Sum the proportional set size of a process and its children, in MB."""
    total, todo = 0, [pid]
    while todo:
        one = todo.pop()
        try:
            todo += [int(child) for task in Path(f"/proc/{one}/task").iterdir()
                     for child in (task / "children").read_text().split()]  # fmt: skip
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024


def child_desk(home: Path) -> None:
    """Open the desk; say when it is drawn, wait for a line, leave."""
    from desktop.launch import desk
    from desktop.settings import Settings

    with desk(home, Settings(clock_speed=0)) as (app, anlan):
        anlan.show((1920, 1080))
        anlan.when_drawn(lambda: (say_drawn(), app.quit()))
        app.exec()


def child_bare(page: Path) -> None:
    """Open a bare window with the folium page; say when it is drawn."""
    from desktop.screen import prepare_engine

    prepare_engine()
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    view = QWebEngineView()
    view.resize(1920, 1080)

    look = QTimer()
    look.setInterval(10)

    def seen() -> None:
        picture = view.grab().toImage()
        row = {picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 7)}
        if len(row) > 3:  # the river, plots and lines are on the screen, not only the page's ground
            look.stop()
            say_drawn()
            app.quit()

    look.timeout.connect(seen)

    view.loadFinished.connect(lambda _: look.start())
    view.load(QUrl.fromLocalFile(str(page)))
    view.show()
    app.exec()
    view.deleteLater()


def say_drawn() -> None:
    """Tell the parent that the picture stands, and let it measure before going on."""
    sys.stdout.write("drawn\n")
    sys.stdout.flush()
    sys.stdin.readline()


def start(mode: str, where: Path) -> tuple[float, float]:
    """Start a child; return the seconds until it was drawn, and its memory in MB some moments later."""
    began = time.perf_counter()
    command = [sys.executable, __file__, "--child", mode, "--where", str(where)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        for line in child.stdout:
            if line.strip() == "drawn":
                break
        seconds = time.perf_counter() - began
        time.sleep(1.0)
        memory = tree_pss_mb(child.pid)
        child.stdin.write("\n")
        child.stdin.close()
        child.wait(30)
    return seconds, memory


def ticks(home: Path, count: int) -> list[float]:
    """Move the flow up and down; return the UI-thread milliseconds of each tick, map hand-over included."""
    from desktop.launch import desk
    from desktop.settings import Settings

    spans: list[float] = []
    with desk(home, Settings(clock_speed=0)) as (app, anlan):
        from PySide6.QtCore import QEventLoop

        from desktop.demonstration import rehearse
        from desktop.shot import LIVE_MOMENT

        rehearse(anlan, LIVE_MOMENT)
        anlan.show((1920, 1080))
        # A loop of our own: QApplication.quit would close the window, and hidden panels draw nothing.
        waiting = QEventLoop()
        anlan.when_drawn(waiting.quit)
        waiting.exec()
        assert anlan.river.isVisible()
        for number in range(count):
            flow = 2000 + (number * 397) % 23_000
            began = time.perf_counter()
            anlan.room.show_whatif(float(flow))
            spans.append((time.perf_counter() - began) * 1000)
            app.processEvents()
        anlan.room.return_to_live()
    return spans


def p95(values: list[float]) -> float:
    """95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]


def main() -> None:
    """Run all three and print one table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ticks", type=int, default=300)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--child")
    parser.add_argument("--where")
    given = parser.parse_args()
    if given.child:
        (child_desk if given.child == "desk" else child_bare)(Path(given.where))
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home, page = Path(folder) / "home", Path(folder) / "folium.html"
        home.mkdir()
        each = statistics.median(folium_page(page, by_layer=False) for _ in range(3)) * 1000
        rebuilt = statistics.median(folium_page(page, by_layer=True) for _ in range(3)) * 1000
        spans = ticks(home, given.ticks)
        middle = statistics.median(spans)
        print(f"(a) slider tick: median {middle:.2f} ms, p95 {p95(spans):.2f} ms, max {max(spans):.1f} ms")
        print(f"    folium, an object a feature: {each:.0f} ms, ratio to median {each / middle:.0f}x")
        print(f"    folium, one GeoJSON a layer: {rebuilt:.0f} ms, ratio to median {rebuilt / middle:.0f}x")
        pairs = [(start("bare", page), start("desk", home)) for _ in range(given.starts)]
        bare, desk = ([pair[i][0] for pair in pairs] for i in (0, 1))
        print(f"(b) cold start: bare {statistics.median(bare):.2f} s, desk {statistics.median(desk):.2f} s,"
              f" ratio {statistics.median(desk) / statistics.median(bare):.2f}")  # fmt: skip
        bare_mb, desk_mb = (statistics.median(pair[i][1] for pair in pairs) for i in (0, 1))
        print(f"(f) memory: bare {bare_mb:.0f} MB, desk {desk_mb:.0f} MB, ratio {desk_mb / bare_mb:.2f}")


if __name__ == "__main__":
    main()
