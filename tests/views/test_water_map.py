"""The water map: what it is shown is on the page, what is clicked or drawn is said; and water made from numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

import resources
from data.basemap import leaflet_folder, write_page
from desktop import theme as look
from desktop.first_run import demo_situation
from tests import township
from views.map_water import BREAKS, Isoline, Ramp, heading, legend, water
from views.water_map import WaterMap, WaterMark
from widgets.theme import blend

LON, LAT = 113.705, 34.902
CORNERS = ((LON - 0.05, LAT + 0.03), (LON + 0.05, LAT + 0.03), (LON + 0.05, LAT - 0.03), (LON - 0.05, LAT - 0.03))
NOTES = ("模型成果·示意地形·非实测", "2026-11-22 10:20", "")


def made(depth: float = 4.0, **more):
    return water(Ramp.DEPTH, np.full((30, 50), depth, np.float32), CORNERS, NOTES, **more)


# ── the value ──


@pytest.mark.parametrize("ramp", list(Ramp))
def test_every_class_of_every_ramp_has_words_and_an_unit_stands_above(ramp: Ramp):
    rows = legend(ramp)
    assert [row.number for row in rows] == list(range(1, len(BREAKS[ramp]) + 1))
    assert len({row.words for row in rows}) == len(rows)
    assert heading(ramp)


def test_bounds_are_said_as_they_hold():
    assert [row.words for row in legend(Ramp.DEPTH)] == ["0.05 – 0.5", "0.5 – 1", "1 – 2", "2 – 3", "≥ 3"]
    assert [row.words for row in legend(Ramp.DIFFERENCE)] == [
        "< −1",
        "−1 … −0.3",
        "−0.3 … −0.05",
        "± 0.05",
        "0.05 – 0.3",
        "0.3 – 1",
        "≥ 1",
    ]


def test_what_is_unknown_or_too_shallow_is_not_drawn_and_empty_notes_are_left_out():
    given = water(Ramp.DEPTH, np.array([[np.nan, 0.04, 0.05]], np.float32), CORNERS, NOTES)
    assert given.pixels.tolist() == [[0, 0, 1]]
    assert given.notes == NOTES[:2]


# ── the map ──

pages = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(
        tmp_path_factory.mktemp("page"),
        leaflet=leaflet_folder(),
        page_assets=resources.path("map"),
        centre=(LON, LAT),
        zoom=12,
    )


@pytest.fixture
def shown_map(qtbot, page_file: Path) -> WaterMap:
    one = WaterMap(look.load("dark").theme, page_file)
    qtbot.addWidget(one)
    one.resize(600, 400)
    one.show()
    return one


def picture(qtbot, one: WaterMap) -> QPixmap:
    pictures: list[QPixmap] = []
    one.grab_png(pictures.append)
    qtbot.waitUntil(lambda: bool(pictures), timeout=20_000)
    return pictures[0]


def middle(pixmap: QPixmap) -> tuple[int, int, int]:
    colour = pixmap.toImage().pixelColor(300, 200)
    return colour.red(), colour.green(), colour.blue()


@pages
def test_water_is_seen_over_the_land_and_a_new_theme_colours_it_anew(qtbot, shown_map: WaterMap):
    shown_map.show_water(made())
    for name in ("dark", "light"):
        theme = look.load(name).theme
        shown_map.show_theme(theme)
        expected = blend(theme.role("map.background"), theme.role("raster.depth.5"), 0.85)
        assert middle(picture(qtbot, shown_map)) == pytest.approx(
            (expected.red(), expected.green(), expected.blue()), abs=2
        )


@pages
def test_no_water_leaves_neither_colour_nor_key(qtbot, shown_map: WaterMap):
    shown_map.show_water(made(isolines=[Isoline("6 h", ((LON - 0.02, LAT), (LON + 0.02, LAT)))]))
    picture(qtbot, shown_map)
    shown_map.show_water(None)
    ground = look.load("dark").theme.role("map.background")
    assert middle(picture(qtbot, shown_map)) == (ground.red(), ground.green(), ground.blue())
    assert not shown_map.overlay.on


@pages
def test_the_township_is_drawn_once_and_brought_into_view(qtbot, shown_map: WaterMap, monkeypatch):
    now = demo_situation()
    shown_map.show_base(now)
    picture(qtbot, shown_map)
    sent: list[str] = []
    monkeypatch.setattr(shown_map.map, "set_layer", lambda name, *_, **__: sent.append(name))
    shown_map.show_base(township.at_flow(now, 6500))
    assert sent == []


@pages
def test_a_click_asks_the_place_and_on_a_mark_says_which(qtbot, shown_map: WaterMap):
    shown_map.show_water(made())
    shown_map.show_marks([WaterMark("A", LON, LAT, "selection", "A 点"), ("B", LON + 0.03, LAT, "selection", "B 点")])
    shown_map.show_line(((LON - 0.01, LAT), (LON + 0.01, LAT)))
    picture(qtbot, shown_map)
    view = shown_map.map._view.focusProxy()
    picked: list[str] = []
    shown_map.picked.connect(picked.append)
    with qtbot.waitSignal(shown_map.asked, timeout=10_000):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert picked == ["A"]
    with qtbot.waitSignal(shown_map.asked, timeout=10_000) as asked, qtbot.assertNotEmitted(shown_map.picked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 260))
    assert asked.args is not None
    assert asked.args[1] < LAT


@pages
def test_a_line_is_drawn_with_the_tool_and_the_tool_is_put_away(qtbot, shown_map: WaterMap):
    picture(qtbot, shown_map)
    with qtbot.waitSignal(shown_map.drawing_changed, timeout=10_000) as held:
        shown_map.start_line()
    assert held.args == [True]
    view = shown_map.map._view.focusProxy()
    paths: list[tuple[tuple[float, float], ...]] = []
    shown_map.line_drawn.connect(paths.append)
    with qtbot.waitSignal(shown_map.drawing_changed, timeout=10_000) as put_away:
        for x in (200, 400):
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, 200))
        QTest.keyClick(view, Qt.Key.Key_Return)
    (path,) = paths
    assert len(path) == 2
    assert path[0][0] < LON < path[1][0]
    assert put_away.args == [False]


@pages
def test_a_map_hidden_for_long_gives_its_page_back_and_returns_as_it_was(qtbot, shown_map: WaterMap, caplog):
    shown_map.show_water(made())
    with qtbot.waitSignal(shown_map.map.view_changed, timeout=10_000):
        shown_map.map.fly_to(LON + 0.01, LAT, 14, animate=False)
    before = middle(picture(qtbot, shown_map))
    process = shown_map.map.renderer_pid()
    shown_map._rest.timeout.emit()
    assert shown_map.map.is_ready(), "a map that is looked at keeps its page"
    shown_map.hide()
    assert shown_map._rest.isActive()
    with qtbot.assertNotEmitted(shown_map.map.renderer_died):
        shown_map._rest.timeout.emit()
        qtbot.waitUntil(lambda: shown_map.map.renderer_pid() != process, timeout=10_000)
        shown_map.show_water(made(0.1))
        shown_map.show_water(made())
        with qtbot.waitSignal(shown_map.map.view_changed, timeout=20_000) as view:
            shown_map.show()
    assert view.args == pytest.approx([LON + 0.01, LAT, 14], abs=1e-4)
    assert middle(picture(qtbot, shown_map)) == before
    assert caplog.text == ""


@pages
def test_two_maps_that_follow_each_other_come_to_rest(qtbot, shown_map: WaterMap, page_file: Path):
    beside = WaterMap(look.load("dark").theme, page_file)
    qtbot.addWidget(beside)
    beside.resize(600, 400)
    beside.show()
    picture(qtbot, beside)
    picture(qtbot, shown_map)
    shown_map.view_changed.connect(beside.show_view)
    beside.view_changed.connect(shown_map.show_view)
    views: list[tuple[float, float, float]] = []
    beside.view_changed.connect(lambda *view: views.append(view))
    shown_map.map.fly_to(LON + 0.02, LAT, 13, animate=False)
    qtbot.waitUntil(lambda: bool(views), timeout=10_000)
    assert views[0] == pytest.approx((LON + 0.02, LAT, 13), abs=1e-4)
    picture(qtbot, shown_map)
    picture(qtbot, beside)
    assert len(views) == 1
