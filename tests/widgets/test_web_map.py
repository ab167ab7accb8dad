"""The map in a real page: layers in, ids out, and back again after its process died."""

from __future__ import annotations

import json
import logging
import os
import signal
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage

from data.basemap import leaflet_folder, write_page
from widgets.web_map import WebMap

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).resolve().parents[2] / "resources" / "map"
CENTRE = (113.7, 34.9)


def feature(kind: str, coordinates: list, **properties) -> dict:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def collection(*features: dict) -> dict:
    return {"type": "FeatureCollection", "features": list(features)}


def square(half: float, **properties) -> dict:
    x, y = CENTRE
    ring = [
        [x - half, y - half],
        [x + half, y - half],
        [x + half, y + half],
        [x - half, y + half],
        [x - half, y - half],
    ]
    return feature("Polygon", [ring], **properties)


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
    return made


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


def colour_at(picture: QPixmap, x: int, y: int) -> str:
    return picture.toImage().pixelColor(x, y).name()


def pointer(web_map: WebMap):
    return web_map._view.focusProxy()


def test_layers_set_before_the_page_is_there_are_on_the_first_picture(qtbot, web_map: WebMap):
    web_map.set_layer("a", collection(square(0.01, id="1", role="one", fill=1)))
    web_map.set_colours({"one": "#ff0000", "map.background": "#102030"}, True)
    picture = shown(qtbot, web_map)
    assert colour_at(picture, 300, 200) == "#ff0000"
    assert colour_at(picture, 10, 10) == "#102030"


def test_a_theme_recolours_what_is_there_and_a_role_falls_back_to_its_parent(qtbot, web_map: WebMap):
    web_map.set_layer("a", collection(square(0.01, id="1", role="one.two.three", fill=1)))
    web_map.set_colours({"one": "#ff0000"}, True)
    shown(qtbot, web_map)
    web_map.set_colours({"one": "#ff0000", "one.two": "#00ff00"}, False)
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#00ff00"


def test_a_colour_that_is_not_a_colour_is_our_fault(web_map: WebMap):
    with pytest.raises(ValueError, match="evil"):
        web_map.set_colours({"evil": "url(x)"}, True)


def test_a_restyled_feature_changes_without_its_shape_being_sent(qtbot, web_map: WebMap):
    web_map.set_colours({"one": "#ff0000", "two": "#0000ff"}, True)
    web_map.set_layer("a", collection(square(0.01, id="1", role="one", fill=1)))
    shown(qtbot, web_map)
    web_map.restyle("a", {"1": {"role": "two"}, "unknown": {"role": "one"}})
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#0000ff"


def test_the_higher_layer_lies_over_the_lower_and_a_hidden_one_is_gone(qtbot, web_map: WebMap):
    web_map.set_colours({"one": "#ff0000", "two": "#0000ff", "map.background": "#000000"}, True)
    web_map.set_layer("high", collection(square(0.01, id="1", role="one", fill=1)), style={"z": 5})
    web_map.set_layer("low", collection(square(0.01, id="2", role="two", fill=1)), style={"z": 1})
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#ff0000"
    web_map.set_visible("high", False)
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#0000ff"
    web_map.remove_layer("low")
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#000000"


def test_text_that_is_not_geojson_harms_no_other_layer(qtbot, web_map: WebMap, caplog):
    web_map.set_colours({"one": "#ff0000"}, True)
    web_map.set_layer("bad", "{this is not json")
    web_map.set_layer("good", json.dumps(collection(square(0.01, id="1", role="one", fill=1))))
    with caplog.at_level(logging.ERROR, "map"):
        assert colour_at(shown(qtbot, web_map), 300, 200) == "#ff0000"
    assert "not understood" in caplog.text


def test_a_click_says_the_layer_and_the_id(qtbot, web_map: WebMap):
    web_map.set_layer("a", collection(square(0.01, id="格-1"), feature("Point", [*CENTRE], id="mark", size=8)))
    shown(qtbot, web_map)
    with qtbot.waitSignal(web_map.feature_clicked, timeout=10_000) as heard:
        QTest.mouseClick(pointer(web_map), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert heard.args == ["a", "mark"]
    with qtbot.waitSignal(web_map.feature_clicked, timeout=10_000) as heard:
        QTest.mouseClick(pointer(web_map), Qt.MouseButton.LeftButton, pos=QPoint(330, 170))
    assert heard.args == ["a", "格-1"]


def test_a_click_beside_every_feature_says_the_place(qtbot, web_map: WebMap):
    web_map.set_layer("a", collection(square(0.001, id="1")))
    shown(qtbot, web_map)
    with qtbot.waitSignal(web_map.place_clicked, timeout=10_000) as heard:
        QTest.mouseClick(pointer(web_map), Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    assert heard.args is not None
    assert heard.args == pytest.approx([CENTRE[0] + 200 * 360 / (256 * 2**13), CENTRE[1]], abs=2e-4)


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "clicked", "layer": "a", "id": "stranger", "lon": 113.0, "lat": 34.0},
        {"kind": "clicked", "layer": "stranger", "id": "1", "lon": 113.0, "lat": 34.0},
        {"kind": "clicked", "layer": ["a"], "id": "1"},
        {"kind": "selected", "ids": [["a", "stranger"]]},
    ],
)
def test_an_id_the_map_was_never_given_is_ignored(qtbot, web_map: WebMap, message: dict, caplog):
    web_map.set_layer("a", collection(square(0.01, id="1")))
    said: list[object] = []
    web_map.feature_clicked.connect(lambda *args: said.append(args))
    web_map.features_selected.connect(said.extend)
    web_map._bridge.desk.said(json.dumps(message))
    assert said == []


def test_a_box_chooses_what_lies_in_it(qtbot, web_map: WebMap):
    x, y = CENTRE
    web_map.set_layer("a", collection(feature("Point", [x, y], id="in"), feature("Point", [x + 0.03, y], id="out")))
    web_map.set_points("crowd", ["p", "q"], [x + 0.001, x + 0.03], [y, y])
    web_map.set_mode("box")
    shown(qtbot, web_map)
    with qtbot.waitSignal(web_map.features_selected, timeout=10_000) as heard:
        drag(web_map, QPoint(250, 150), QPoint(350, 250))
    assert heard.args == [["a/in", "crowd/p"]]


def drag(web_map: WebMap, start: QPoint, end: QPoint) -> None:
    view = pointer(web_map)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * step / 5)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_escape_leaves_a_tool_and_says_so(qtbot, web_map: WebMap):
    web_map.set_mode("measure")
    shown(qtbot, web_map)
    with qtbot.waitSignal(web_map.mode_changed, timeout=10_000) as heard:
        QTest.keyClick(pointer(web_map), Qt.Key.Key_Escape)
    assert heard.args == ["pan"]


def test_points_are_drawn_where_they_are_and_can_be_clicked(qtbot, web_map: WebMap):
    web_map.set_colours({"hot": "#ff0000", "mark": "#00ff00"}, True)
    web_map.set_points(
        "crowd",
        ["a", "b"],
        [CENTRE[0], CENTRE[0] + 0.01],
        [CENTRE[1]] * 2,
        roles=["mark", "hot"],
        kinds=[1, 0],
        style={"size": 6},
    )
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#ff0000"
    with qtbot.waitSignal(web_map.feature_clicked, timeout=10_000) as heard:
        QTest.mouseClick(pointer(web_map), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert heard.args == ["crowd", "a"]
    web_map.set_points("crowd", ["a", "b"], [CENTRE[0] + 0.02, CENTRE[0]], [CENTRE[1]] * 2, style={"size": 6})
    assert colour_at(shown(qtbot, web_map), 300, 200) == "#00ff00"


def test_the_chainage_under_the_pointer_is_that_of_the_nearest_point_of_the_line(qtbot, web_map: WebMap):
    web_map.set_chainage([[113.6, 34.9, 12_000.0], [113.8, 34.9, 30_240.0]])
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, "floodMap.furniture.chainage(113.7, 34.91).text") == "21+120"
    assert ask(qtbot, web_map, "floodMap.furniture.chainage(113.7, 34.95) === null") is True
    web_map.set_chainage([[113.6, 34.9, -1172.0], [113.8, 34.9, 0.0]])
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, "floodMap.furniture.chainage(113.6, 34.9).text") == "-1+172"


def test_flying_says_the_new_view(qtbot, web_map: WebMap):
    shown(qtbot, web_map)
    with qtbot.waitSignal(web_map.view_changed, timeout=10_000) as heard:
        web_map.fly_to(113.8, 34.85, 14, animate=False)
    assert heard.args == pytest.approx([113.8, 34.85, 14.0], abs=1e-3)
    with qtbot.waitSignal(web_map.view_changed, timeout=10_000) as heard:
        web_map.fit((113.6, 34.8, 113.7, 34.9))
    assert heard.args is not None
    assert heard.args[:2] == pytest.approx([113.65, 34.85], abs=1e-2)


def test_after_its_process_was_killed_the_page_is_back_with_layers_changes_and_view(qtbot, web_map: WebMap, caplog):
    web_map.set_colours({"one": "#ff0000", "two": "#00ff00"}, True)
    web_map.set_layer("a", collection(square(0.01, id="1", role="one", fill=1)))
    web_map.restyle("a", {"1": {"role": "two"}})
    shown(qtbot, web_map)
    with qtbot.waitSignal(web_map.view_changed, timeout=10_000):
        web_map.fly_to(CENTRE[0] + 0.004, CENTRE[1], 14, animate=False)
    first = web_map.renderer_pid()
    with caplog.at_level(logging.CRITICAL, "map"):
        with qtbot.waitSignals([web_map.renderer_died, web_map.ready], timeout=20_000):
            os.kill(first, signal.SIGKILL)
        assert colour_at(shown(qtbot, web_map), 300, 200) == "#00ff00"
    assert web_map.renderer_pid() not in {0, first}
    assert ask(qtbot, web_map, "map_base.getZoom()") == 14


def test_the_page_may_not_navigate_open_windows_or_ask_for_anything_remote(qtbot, web_map: WebMap, caplog):
    shown(qtbot, web_map)
    outside = "const i = new Image(); i.src = 'file:///usr/share/pixmaps/x.png'; 1"
    with caplog.at_level(logging.WARNING, "map"), qtbot.waitSignal(web_map._page.request_refused, timeout=10_000):
        ask(qtbot, web_map, outside)
    with caplog.at_level(logging.WARNING, "map"), qtbot.waitSignal(web_map._page.address_refused, timeout=10_000):
        ask(qtbot, web_map, "location.href = 'https://example.invalid/'; 1")
    assert web_map._page.url() == web_map._url
    assert ask(qtbot, web_map, "window.open('about:blank') === null") is True
    picture = "new Promise(r => {const i = new Image(); i.onerror = () => r('no'); i.src = 'http://127.0.0.1:9/x.png'})"
    ask(qtbot, web_map, f"window.answer = ''; {picture}.then(v => window.answer = v); 1")
    qtbot.waitUntil(lambda: ask(qtbot, web_map, "window.answer") == "no", timeout=10_000)
    assert ask(qtbot, web_map, "(() => {try {return eval('1')} catch (e) {return 'no'}})()") == "no"


def test_tiles_from_an_origin_the_map_was_not_opened_for_are_refused(web_map: WebMap):
    with pytest.raises(ValueError, match="origin"):
        web_map.set_tiles("https://tiles.example/{z}/{x}/{y}.png")


def test_no_permission_is_given(qtbot, web_map: WebMap):
    shown(qtbot, web_map)
    ask(qtbot, web_map, "window.asked = ''; Notification.requestPermission().then(v => window.asked = v); 1")
    qtbot.waitUntil(lambda: ask(qtbot, web_map, "window.asked") in {"denied", "default"}, timeout=10_000)


def test_setting_a_large_layer_costs_the_ui_thread_next_to_nothing(web_map: WebMap):
    text = json.dumps(collection(*(square(0.001, id=str(i), role="one") for i in range(2000))))
    costs = []
    for _ in range(20):
        start = time.perf_counter()
        web_map.set_layer("a", text)
        costs.append(time.perf_counter() - start)
    assert sorted(costs)[10] < 0.0015


def test_the_map_forgets_the_ground_colour_of_no_theme(web_map: WebMap):
    web_map.set_colours({}, False)
    assert web_map._page.backgroundColor() == QColor("#eceae4")


def test_only_files_beside_the_page_may_be_read(web_map: WebMap, page_file: Path):
    assert web_map._may_ask(QUrl.fromLocalFile(str(page_file.parent / "leaflet.js")))
    assert not web_map._may_ask(QUrl.fromLocalFile("/etc/passwd"))
    assert not web_map._may_ask(QUrl("ftp://127.0.0.1/x"))


def test_a_page_that_dies_again_and_again_is_left_alone_and_this_is_said(qtbot, web_map: WebMap, caplog, monkeypatch):
    monkeypatch.setattr(web_map, "reload", lambda: None)
    with caplog.at_level(logging.CRITICAL, "map"), qtbot.waitSignal(web_map.gave_up, timeout=1000):
        for _ in range(5):
            web_map._on_renderer_died(QWebEnginePage.RenderProcessTerminationStatus.CrashedTerminationStatus, 11)


def test_some_features_come_change_and_go_while_the_others_stay(qtbot, web_map: WebMap) -> None:
    def mark(name: str, lon: float, **more) -> dict:
        return feature("Point", [lon, CENTRE[1]], id=name, role="mark", **more)

    web_map.set_layer("reports", collection(mark("a", 113.69, priority=5), mark("b", CENTRE[0])))
    shown(qtbot, web_map)
    web_map.patch_layer("reports", [mark("a", 113.695, size=9, priority=1), mark("c", 113.71)], ["b"])
    shown(qtbot, web_map)
    script = "floodMap.layers.get('reports').features.map((f) => `${f.id}:${f.p.size}:${f.layer}`).join()"
    assert ask(qtbot, web_map, script) == "c:5:reports,a:9:reports"
    assert web_map._knows("reports", "a")
    assert web_map._knows("reports", "c")
    assert not web_map._knows("reports", "b")
    with qtbot.waitSignal(web_map.ready, timeout=20_000):
        web_map.reload()
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, script) == "c:5:reports,a:9:reports"
    web_map.set_layer("reports", collection(mark("b", CENTRE[0])))
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, "floodMap.layers.get('reports').features.map((f) => f.id).join()") == "b"
    assert not web_map._knows("reports", "c")


def test_a_half_full_mark_is_full_on_its_left_alone(qtbot, web_map: WebMap) -> None:
    web_map.set_colours({"mark": "#ff0000", "map.halo": "#000000"}, True)
    web_map.set_layer("a", collection(feature("Point", list(CENTRE), id="1", role="mark", size=14, half=True)))
    picture = shown(qtbot, web_map)
    assert colour_at(picture, 293, 200) == "#ff0000"
    assert colour_at(picture, 306, 200) != "#ff0000"


def test_changed_marks_draw_their_planes_and_leave_the_ground(qtbot, web_map: WebMap) -> None:
    def mark(name: str, **more) -> dict:
        return feature("Point", list(CENTRE), id=name, role="mark", **more)

    web_map.set_layer("reports", collection(mark("a", flash=True), mark("b")))
    shown(qtbot, web_map)

    def planes(items: list[dict], gone: list[str]) -> str:
        words = json.dumps(items)
        return str(
            ask(qtbot, web_map, f"floodMap.layers.patch('reports', {words}, {json.dumps(gone)}).planes.sort().join()")
        )

    assert planes([mark("b", size=9), mark("c")], []) == "top"
    assert planes([mark("a")], []) == "pulse,top"  # what flashed goes out at once
    line = feature("LineString", [list(CENTRE), [113.8, 34.9]], id="c", role="mark")
    assert planes([line], []) == "ground,top"
    assert planes([], ["c"]) == "ground,top"


def test_a_restyled_mark_gets_the_symbol_of_its_new_look(qtbot, web_map: WebMap) -> None:
    web_map.set_layer("reports", collection(feature("Point", list(CENTRE), id="a", role="mark", size=5)))
    shown(qtbot, web_map)
    side = "floodMap.style.sprite(floodMap.layers.get('reports').byId.get('a')[0].p, 1).canvas.width"
    before = ask(qtbot, web_map, side)
    web_map.restyle("reports", {"a": {"ring": True}})
    shown(qtbot, web_map)
    assert ask(qtbot, web_map, side) > before


def test_marks_drawn_again_by_their_neighbourhood_look_as_if_all_were_drawn(qtbot, web_map: WebMap) -> None:
    def mark(n: int, **more) -> dict:
        place = [CENTRE[0] + (n * 37 % 101 - 50) / 2500, CENTRE[1] + (n * 53 % 89 - 44) / 4000]
        return feature("Point", place, id=f"m{n}", role=f"report.e{n % 9 + 1}", **{"size": 8, "priority": n % 8} | more)

    web_map.set_layer(
        "reports", collection(*sorted(map(mark, range(300)), key=lambda one: one["properties"]["priority"]))
    )
    shown(qtbot, web_map)
    web_map.patch_layer("reports", [mark(7, size=4), mark(11, ring=True), mark(400, shape="triangle")], ["m20", "m21"])
    shown(qtbot, web_map)
    look = "floodMap.canvas.planes.marks.canvas.toDataURL()"
    mended = ask(qtbot, web_map, look)
    ask(qtbot, web_map, "floodMap.canvas.request('marks'), floodMap.canvas.draw(), 1")
    assert ask(qtbot, web_map, look) == mended
