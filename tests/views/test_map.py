"""The map panel: what it tells the page, what it makes of what the page says; once with the real page."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import resources
from data.basemap import leaflet_folder, write_page
from data.documents import layers
from data.model.dispatch import Incident
from data.model.situation import Situation, Touched
from data.model.steps import IncidentRaised, TasksMoved
from data.model.task import Move
from data.rules import signoff
from desktop import theme as look
from desktop.first_run import demo_situation
from tests import township
from tests.views.map_page import Page
from views import map as module
from views.map import CLOSE_UP, HIDDEN_AT_FIRST, MapPanel
from views.pane import Selection


@pytest.fixture(scope="module")
def demo() -> Situation:
    return demo_situation()


@pytest.fixture
def panel(qtbot, monkeypatch: pytest.MonkeyPatch) -> MapPanel:
    monkeypatch.setattr(module, "WebMap", Page)
    made = MapPanel(look.load("dark").theme, Path("page.html"))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def page(panel: MapPanel) -> Any:
    return panel.map


@pytest.fixture
def said(panel: MapPanel) -> list[Selection | None]:
    heard: list[Selection | None] = []
    panel.selection_requested.connect(heard.append)
    return heard


def test_the_first_showing_sends_every_layer_the_legend_and_the_chainage(
    panel: MapPanel, page, demo: Situation
) -> None:
    panel.show_situation(demo, Touched.everything())
    told = list(page.told)
    assert [a[0] for name, a in told if name == "set_layer"] == list(layers.LAYERS)
    assert all(json.loads(a[1])["type"] == "FeatureCollection" for name, a in told if name == "set_layer")
    assert {"set_legend", "set_chainage", "fit"} <= {name for name, _ in told}
    assert {a[0] for name, a in told if name == "set_visible"} == HIDDEN_AT_FIRST


def test_a_reading_sends_no_shapes_again_only_what_it_reaches(panel: MapPanel, page, demo: Situation) -> None:
    panel.show_situation(demo, Touched.everything())
    page.told.clear()
    now = township.at_flow(demo, 6500)
    panel.show_situation(now, Touched.RIVER | Touched.LEVEL)
    told = [(name, a) for name, a in page.told if a[0] != "stations"]  # sixteen marks that say their values
    assert {name for name, _ in told} == {"restyle"}
    reached = {plot.id for plot in now.registers.plots if plot.floods_at_m3s <= 6500}
    [(layer, looks)] = [a for name, a in told if a[0] == "plots"]
    assert layer == "plots"
    assert looks.keys() == reached
    panel.show_situation(now, Touched.RIVER)
    assert [a for name, a in page.told[len(told) + 1 :] if a[0] == "plots"] == []


def test_a_what_if_is_hatched_apart_and_taken_away_again(panel: MapPanel, page, demo: Situation) -> None:
    now = township.at_flow(demo, 4500)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    shown = signoff.preview(now, 22_000)
    panel.show_preview(shown)
    [(_, looks)] = page.heard("restyle")
    assert {look["hatch_role"] for look in looks.values()} == {"realm.whatif"}
    assert looks.keys() == shown.exposed.plots - shown.exposed_live.plots
    panel.show_preview(None)
    [(_, back)] = page.heard("restyle")
    assert back.keys() == looks.keys()
    assert not any(look["hatch"] for look in back.values())


def test_a_river_that_rises_during_a_what_if_leaves_nothing_violet_after_it(
    panel: MapPanel, page, demo: Situation
) -> None:
    panel.show_situation(demo, Touched.everything())
    panel.show_preview(signoff.preview(demo, 22_000))
    now = township.at_flow(demo, 6500)
    panel.show_situation(now, Touched.RIVER)
    panel.show_preview(None)
    looks: dict[str, dict] = {}
    for name, arguments in page.told:
        if name == "restyle" and arguments[0] == "plots":
            for plot, look in arguments[1].items():
                looks[plot] = looks.get(plot, {}) | look
    reached = {plot.id for plot in now.registers.plots if plot.floods_at_m3s <= 6500}
    assert {plot for plot, look in looks.items() if look["hatch"]} == reached
    assert {looks[plot]["hatch_role"] for plot in reached} == {"state.urgent"}


def test_a_grid_turns_urgent_when_a_deadline_passes_though_nothing_else_happens(panel: MapPanel, page) -> None:
    now = township.at_flow(township.situation(), 4200)
    now = township.after(now, TasksMoved(("1/CLEAR-NEN",), Move.ISSUE, assignee="S001"))
    panel.show_situation(now, Touched.everything())
    panel.show_time(now.at)
    page.told.clear()
    panel.show_time(now.at + timedelta(hours=3))
    assert page.heard("restyle") == [("grids", {"Z01": {"role": "grid.urgent", "fill": 0.55}})]
    panel.show_time(now.at + timedelta(hours=3, seconds=20))
    assert page.told == []


def test_what_is_clicked_is_selected_by_the_kind_of_its_register(panel: MapPanel, page, demo: Situation, said) -> None:
    panel.show_situation(demo, Touched.everything())
    plot = demo.registers.plots.rows[0]
    for layer, feature in (
        ("grids", "G001"),
        ("works", "HYK-90"),
        ("plots", plot.id),
        ("base", "B1"),
        ("stones", "S1"),
    ):
        page.feature_clicked.emit(layer, feature)
    assert said == [
        Selection("grids", "G001"),
        Selection("spurs", "HYK-90"),
        Selection("growers", plot.grower),
        Selection("stones", "S1"),
    ]


def test_an_incident_and_a_report_are_told_apart(panel: MapPanel, page, said) -> None:
    now = township.situation()
    now = township.after(now, IncidentRaised(Incident("I1", now.at, "W", "90坝", "管涌", "incident.piping", 1)))
    panel.show_situation(now, Touched.everything())
    page.feature_clicked.emit("reports", "I1")
    page.feature_clicked.emit("reports", "R1")
    assert said == [Selection("incident", "I1"), Selection("report", "R1")]


@pytest.mark.parametrize(
    ("selection", "marks"),
    [
        (Selection("grids", "G001"), ["grids/G001"]),
        (Selection("spurs", "X"), ["works/X"]),
        (Selection("incident", "I1"), ["reports/I1"]),
        (Selection("growers", "GR1"), ["plots/P1"]),
        (Selection("task", "1/CLEAR-NEN"), ["grids/Z01"]),
        (Selection("task", "gone"), []),
        (None, []),
    ],
)
def test_what_is_selected_elsewhere_is_marked(
    panel: MapPanel, page, selection: Selection | None, marks: list[str]
) -> None:
    panel.show_situation(township.at_flow(township.situation(), 4200), Touched.everything())
    page.told.clear()
    panel.show_selection(selection)
    assert page.heard("select") == [(marks,)]


def test_people_inside_a_lasso_are_handed_on_and_nothing_else(panel: MapPanel, page, demo: Situation) -> None:
    panel.show_situation(demo, Touched.everything())
    gathered: list[list[str]] = []
    words: list[str] = []
    panel.people_gathered.connect(gathered.append)
    panel.message_requested.connect(words.append)
    page.features_selected.emit(["staff/S1", "grids/G001", "squads/Q1", "stones/S9"])
    assert gathered == [["S1", "Q1"]]
    assert "2" in words[0]


def test_a_place_that_is_searched_is_flown_to_and_selected(panel: MapPanel, page, demo: Situation, said) -> None:
    panel.show_situation(demo, Touched.everything())
    panel._search.typed.emit("马渡 26坝")
    page.told.clear()
    panel._search._completer.popup().hide()
    panel._search._take_first()
    [(lon, _, zoom)] = page.heard("fly_to")
    assert zoom == CLOSE_UP
    assert 113.5 < lon < 114
    assert said[0] is not None
    assert said[0].kind == "spurs"
    panel._search.typed.emit("12+300")
    panel._search._completer.popup().hide()
    panel._search._take_first()
    flown, marked = page.heard("fly_to", "set_layer")
    assert marked[0] == "found"
    assert "12+300" in marked[1], "a bare point is marked, or nobody sees where it is"
    assert flown[:2] == pytest.approx(json.loads(marked[1])["features"][0]["geometry"]["coordinates"], abs=1e-5)
    assert len(said) == 1, "a bare point is no object to select"


def test_the_layer_menu_hides_and_shows(panel: MapPanel, page) -> None:
    page.told.clear()
    panel._layer_actions["stones"].setChecked(False)
    panel._layer_actions["routes"].setChecked(True)
    assert page.heard("set_visible") == [("stones", False), ("routes", True)]


def test_tiles_are_seen_through_our_own_ground_until_the_menu_takes_them_away(
    panel: MapPanel, page, demo: Situation
) -> None:
    assert "tiles" not in panel._layer_actions, "no tiles, no entry in the menu"
    panel.show_situation(demo, Touched.everything())
    page.told.clear()
    panel.offer_tiles("anlan-tiles://files/{z}/{x}/{y}", "测绘院", "abc", 16)
    told = list(page.told)
    assert told[0] == ("set_tiles", ("anlan-tiles://files/{z}/{x}/{y}", "测绘院", "abc", 16))
    assert [name for name, _ in told[1:]] == ["set_layer", "restyle"]
    assert told[2][1][1]["M-TOWN"] == {"fill": 0.0}
    page.told.clear()
    panel._layer_actions["tiles"].setChecked(False)
    assert [(name, a[0]) for name, a in page.told] == [("set_tiles", None), ("set_layer", "base")]


def test_a_tool_is_on_until_the_page_leaves_it(panel: MapPanel, page) -> None:
    buttons = {button.property("mode"): button for button, _ in panel._buttons if button.property("mode")}
    page.told.clear()
    buttons["lasso"].click()
    page.mode_changed.emit("lasso")
    buttons["box"].click()
    page.mode_changed.emit("box")
    assert page.heard("set_mode") == [("lasso",), ("box",)]
    assert [mode for mode, button in buttons.items() if button.isChecked()] == ["box"]
    page.mode_changed.emit("pan")
    assert not any(button.isChecked() for button in buttons.values())


def test_the_table_twin_opens_with_rows_and_says_what_is_picked(panel: MapPanel, demo: Situation, said) -> None:
    panel.show_situation(demo, Touched.everything())
    panel._twin.click()
    assert panel._table.isVisible()
    assert panel._table.model.rowCount() > 0
    panel._table._table.choose([panel._table.model.rows()[0].id], tell=True)
    assert len(said) == 1
    panel._twin.click()
    assert not panel._table.isVisible()


def test_a_map_that_gave_up_says_where_to_look_instead(panel: MapPanel, page) -> None:
    words: list[str] = []
    panel.message_requested.connect(words.append)
    page.gave_up.emit()
    assert "Ctrl+T" in words[0]


def test_every_tool_has_a_name_and_says_its_key(panel: MapPanel) -> None:
    for button, _ in panel._buttons:
        assert button.accessibleName()
        assert button.accessibleName() in button.toolTip()
        assert button.shortcut().toString() in button.toolTip()


def test_a_new_theme_gives_the_page_its_colours(panel: MapPanel, page, demo: Situation) -> None:
    panel.show_situation(demo, Touched.everything())
    page.told.clear()
    light = look.load("light").theme
    panel.show_theme(light)
    [(colours, dark)] = page.heard("set_colours")
    assert not dark
    assert colours["grid.urgent"] == light.role("grid.urgent").name()


# ── the real page ──


@pytest.mark.browser
def test_the_real_page_paints_the_township_and_says_what_is_clicked(qtbot, tmp_path: Path, demo: Situation) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    folder = write_page(
        tmp_path, leaflet=leaflet_folder(), page_assets=resources.path("map"), centre=(113.705, 34.902), zoom=12.5
    )
    theme = look.load("dark").theme
    panel = MapPanel(theme, folder)
    qtbot.addWidget(panel)
    panel.resize(900, 640)
    panel.show()
    panel.show_situation(township.at_flow(demo, 4500), Touched.everything())
    grid = demo.registers.grids.rows[10]
    lon = sum(p[0] for p in grid.ring) / len(grid.ring)
    lat = sum(p[1] for p in grid.ring) / len(grid.ring)
    panel.map.fly_to(lon, lat, 16, animate=False)
    for name in panel._layer_actions:
        panel.map.set_visible(name, name in ("base", "grids"))
    drawn: list[bool] = []
    panel.map.when_shown(lambda: drawn.append(True))
    qtbot.waitUntil(lambda: bool(drawn), timeout=30_000)
    picture = panel.map.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 40) for y in range(0, picture.height(), 40)
    }
    assert len(seen) > 1, "the map is blank"
    said: list[Selection] = []
    panel.selection_requested.connect(said.append)
    view = panel.map.focusProxy().focusProxy() or panel.map._view.focusProxy()
    middle = QPoint(panel.map.width() // 2, panel.map.height() // 2)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said[0] == Selection("grids", grid.id)
