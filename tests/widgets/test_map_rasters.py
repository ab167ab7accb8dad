"""Rasters on the real map page: the right cell in the right place, newest first, and back after the page died."""

from __future__ import annotations

import logging
import os
import signal
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from data.basemap import leaflet_folder, write_page
from widgets.map_rasters import RasterLayers
from widgets.raster_paint import packed_runs
from widgets.web_bridge import Bridge, words
from widgets.web_map import WebMap

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).resolve().parents[2] / "resources" / "map"
LON, LAT = CENTRE = (113.7, 34.9)
HALF = 0.02
CORNERS = [(LON - HALF, LAT + HALF), (LON + HALF, LAT + HALF), (LON + HALF, LAT - HALF), (LON - HALF, LAT - HALF)]
PALETTE = [(0, 0, 0, 0), (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255), (255, 255, 0, 255)]
QUARTERS = np.array([[1, 2], [3, 0]], np.uint8)
GROUND = {"map.background": "#102030", "one": "#ff00ff"}
SENDS = "window.sent = 0; const s = floodMap.raster.set; floodMap.raster.set = (...a) => { sent++; return s(...a); }; 1"
NW, NE, SW, SE = (270, 170), (330, 170), (270, 230), (330, 230)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(
        tmp_path_factory.mktemp("page"), leaflet=leaflet_folder(), page_assets=ASSETS, centre=CENTRE, zoom=13
    )


@pytest.fixture
def web_map(qtbot, page_file: Path) -> WebMap:
    made = WebMap(page_file)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.set_colours(GROUND, True)
    return made


def put(web_map: WebMap, cells: np.ndarray = QUARTERS, **more: float) -> None:
    web_map.rasters.set_palette("w", PALETTE)
    web_map.rasters.show("w", cells, CORNERS, **more)  # pyright: ignore[reportArgumentType]


def ask(qtbot, web_map: WebMap, script: str) -> object:
    answers: list[object] = []
    web_map._page.runJavaScript(script, 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def shown(qtbot, web_map: WebMap) -> QPixmap:
    pictures: list[QPixmap] = []
    web_map.grab_when_ready(pictures.append)
    qtbot.waitUntil(lambda: bool(pictures), timeout=20_000)
    return pictures[0]


def colours(picture: QPixmap, *places: tuple[int, int]) -> list[str]:
    return [picture.toImage().pixelColor(*place).name() for place in places]


def square(half: float, **properties) -> dict:
    ring = [[LON + i * half, LAT + j * half] for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": properties}


def test_every_cell_is_drawn_where_it_lies_and_class_nought_is_nothing(qtbot, web_map: WebMap):
    put(web_map)
    assert colours(shown(qtbot, web_map), NW, NE, SW, SE) == ["#ff0000", "#00ff00", "#0000ff", "#102030"]


def test_a_raster_lies_over_the_layers_below_it_and_under_the_others(qtbot, web_map: WebMap):
    put(web_map, z=1)
    web_map.set_layer("land", square(HALF, id="1", role="one", fill=1), style={"z": 0})
    assert colours(shown(qtbot, web_map), NW, SE) == ["#ff0000", "#ff00ff"]
    web_map.set_layer("lid", square(HALF / 2, id="1", role="one", fill=1), style={"z": 1})
    assert colours(shown(qtbot, web_map), NW) == ["#ff00ff"]
    web_map.set_visible("lid", False)
    assert colours(shown(qtbot, web_map), NW) == ["#ff0000"]


def test_another_palette_recolours_the_cells_and_opacity_lets_the_ground_through(qtbot, web_map: WebMap):
    put(web_map)
    shown(qtbot, web_map)
    ask(
        qtbot,
        web_map,
        SENDS,
    )
    web_map.rasters.set_palette("w", [*PALETTE[:1], (255, 255, 255, 255), *PALETTE[2:]])
    assert colours(shown(qtbot, web_map), NW) == ["#ffffff"]
    web_map.rasters.set_opacity("w", 0.5)
    (half,) = colours(shown(qtbot, web_map), NW)
    assert half in {"#879097", "#889098", "#878f97"}
    assert ask(qtbot, web_map, "sent") == 0


def test_taking_a_raster_off_and_showing_the_next_in_one_turn_shows_the_next(qtbot, web_map: WebMap):
    put(web_map)
    shown(qtbot, web_map)
    web_map.rasters.remove("w")
    assert colours(shown(qtbot, web_map), NW) == ["#102030"]
    put(web_map)
    web_map.rasters.remove("w")
    put(web_map, np.full((2, 2), 2, np.uint8))
    assert colours(shown(qtbot, web_map), NW) == ["#00ff00"]


def test_of_many_pictures_in_a_drag_the_last_is_on_the_screen(qtbot, web_map: WebMap):
    shown(qtbot, web_map)
    for step in range(200):
        put(web_map, np.full((20, 20), 1 + step % 4, np.uint8))
    assert colours(shown(qtbot, web_map), NW) == ["#ffff00"]


def test_cells_keep_sharp_edges_close_up_unless_asked_to_be_smooth(qtbot, web_map: WebMap):
    put(web_map)
    web_map.fly_to(LON, LAT + HALF / 2, 16, animate=False)
    beside = [(296, 200), (304, 200)]
    assert colours(shown(qtbot, web_map), *beside) == ["#ff0000", "#00ff00"]
    put(web_map, smooth=True)
    assert colours(shown(qtbot, web_map), *beside) != ["#ff0000", "#00ff00"]


def test_a_hidden_map_is_sent_no_cells_and_shows_the_last_when_it_is_seen_again(qtbot, web_map: WebMap, monkeypatch):
    shown(qtbot, web_map)
    web_map.hide()
    packed: list[str] = []
    keep = web_map._bridge.keep
    monkeypatch.setattr(web_map._bridge, "keep", lambda key, text: (packed.append(key), keep(key, text)))
    put(web_map)
    put(web_map, np.full((2, 2), 2, np.uint8))
    assert "raster/w" not in packed
    web_map.show()
    assert colours(shown(qtbot, web_map), NW) == ["#00ff00"]
    assert packed.count("raster/w") == 1


def test_after_its_process_was_killed_the_raster_its_look_and_its_key_are_back(qtbot, web_map: WebMap, caplog):
    put(web_map)
    web_map.rasters.set_key("水深", [("#ff0000", "深")], ["示意地形·非实测"])
    shown(qtbot, web_map)
    with caplog.at_level(logging.CRITICAL, "map"):
        with qtbot.waitSignals([web_map.renderer_died, web_map.ready], timeout=20_000):
            os.kill(web_map.renderer_pid(), signal.SIGKILL)
        assert colours(shown(qtbot, web_map), NW, NE) == ["#ff0000", "#00ff00"]
    assert ask(qtbot, web_map, "document.querySelector('.fm-key').textContent") == "水深示意地形·非实测深"


def test_the_key_takes_words_as_words(qtbot, web_map: WebMap):
    web_map.rasters.set_key("<img src=x>", [("#ff0000", "<b>深</b>")], ["<script>1</script>"])
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, "document.querySelectorAll('.fm-key img, .fm-key b b, .fm-key script').length") == 0
    web_map.rasters.set_key("")
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, "document.querySelector('.fm-key').hidden") is True


def test_cells_that_do_not_fill_their_frame_harm_nothing_else(qtbot, web_map: WebMap, caplog):
    look = {"rows": 3, "cols": 3, "corners": CORNERS}
    web_map._bridge.keep("raster/bad", words("raster", "bad", look, packed_runs(QUARTERS)))
    put(web_map)
    with caplog.at_level(logging.ERROR, "map"):
        assert colours(shown(qtbot, web_map), NW) == ["#ff0000"]
    assert "not understood" in caplog.text


def test_a_drawing_that_fails_stops_nothing_that_follows(qtbot, web_map: WebMap, caplog):
    put(web_map)
    shown(qtbot, web_map)
    ask(qtbot, web_map, "window.draw = floodMap.raster.draw; floodMap.raster.draw = () => { throw Error('torn'); }; 1")
    with caplog.at_level(logging.ERROR, "map"):
        put(web_map, np.full((2, 2), 2, np.uint8))
        shown(qtbot, web_map)
    assert "torn" in caplog.text
    ask(qtbot, web_map, "floodMap.raster.draw = window.draw; 1")
    put(web_map, np.full((2, 2), 3, np.uint8))
    assert colours(shown(qtbot, web_map), NW) == ["#0000ff"]


def test_what_is_no_raster_is_our_fault():
    bridge = Bridge(None)  # pyright: ignore[reportArgumentType]
    for cells in (np.zeros(4, np.uint8), np.zeros((2, 2)), np.zeros((0, 2), np.uint8)):
        with pytest.raises(ValueError, match="not a raster"):
            RasterLayers(bridge, lambda: True).show("w", cells, CORNERS)


def test_the_straight_grid_lies_within_a_quarter_of_a_cell_of_a_projected_one(qtbot, web_map: WebMap):
    from rasterio import warp

    rows, cols, cell, west, north = 400, 700, 20.0, 466_000.0, 3_868_000.0
    shown(qtbot, web_map)

    def degrees(x: list[float], y: list[float]) -> list[list[float]]:
        return [list(at) for at in zip(*warp.transform("EPSG:4547", "EPSG:4326", x, y)[:2], strict=True)]

    east, south = west + cols * cell, north - rows * cell
    corners = degrees([west, east, east, west], [north, north, south, south])
    empty = np.zeros((rows, cols), np.uint8)
    web_map.rasters.show("w", empty, [(lon, lat) for lon, lat in corners])
    shown(qtbot, web_map)
    where = [(0, 0), (cols, 0), (cols, rows), (0, rows), (cols / 2, 0), (cols / 2, rows / 2), (cols / 4, rows)]
    for (col, row), true in zip(
        where, degrees([west + c * cell for c, _ in where], [north - r * cell for _, r in where]), strict=True
    ):
        off = ask(
            qtbot,
            web_map,
            f"""(() => {{
              const {{across, down, start}} = floodMap.raster.get("w").grid;
              const [x, y] = [0, 1].map((i) => start[i] + across[i] * {col} + down[i] * {row});
              const {{lonOf, latOf}} = floodMap.layers;
              return map_base.distance([latOf(y), lonOf(x)], [{true[1]}, {true[0]}]);
            }})()""",
        )
        assert off < cell / 4


def test_a_click_on_or_beside_a_feature_says_the_place(qtbot, web_map: WebMap):
    web_map.set_layer("a", square(0.002, id="1"))
    shown(qtbot, web_map)
    per_pixel = 360 / (256 * 2**13)
    for x in (300, 500):
        with qtbot.waitSignal(web_map.pointed, timeout=10_000) as heard:
            QTest.mouseClick(web_map._view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(x, 200))
        assert heard.args == pytest.approx([LON + (x - 300) * per_pixel, LAT], abs=2e-4)


def test_a_line_is_drawn_by_clicks_ended_by_enter_and_two_clicks_on_one_spot_are_one_point(qtbot, web_map: WebMap):
    web_map.set_mode("line")
    shown(qtbot, web_map)
    view = web_map._view.focusProxy()
    said: list[object] = []
    web_map.place_clicked.connect(lambda *at: said.append(at))
    with qtbot.waitSignal(web_map.line_drawn, timeout=10_000) as heard:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(401, 200))
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args is not None
    (path,) = heard.args
    assert len(path) == 3
    assert path[1] == pytest.approx((LON, LAT + 100 * 360 / (256 * 2**13) * 0.82), abs=5e-4)
    assert said == []
