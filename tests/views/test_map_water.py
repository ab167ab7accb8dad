"""The map panel with water: raster, key and notes come and go together; what the water hides and asks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QMenu

from data.model.situation import Situation, Touched
from data.model.steps import TasksMoved
from data.model.task import Move
from desktop import theme as look
from desktop.first_run import demo_situation
from tests import township
from tests.views.map_page import Page
from views import map as module
from views.map import MapPanel
from views.map_water import MapWater, Ramp, water
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


def flood(**more: Any) -> MapWater:
    depth = np.array([[0.0, 0.1], [0.7, 4.0]], np.float32)
    corners = ((113.6, 35.0), (113.8, 35.0), (113.8, 34.8), (113.6, 34.8))
    return water(Ramp.DEPTH, depth, corners, ["模型成果·示意地形·非实测", "2026-11-22 10:20"], **more)


def test_water_comes_with_its_key_nature_and_date_and_all_go_together(panel: MapPanel, page, demo: Situation) -> None:
    panel.show_situation(demo, Touched.everything())
    page.told.clear()
    panel.show_water(flood())
    told = dict(page.told)
    assert told["raster.show"][1].tolist() == [[0, 1], [2, 5]]
    title, rows, notes, edge = told["raster.set_key"]
    assert "m" in title
    assert len(rows) == 5
    assert notes == ("模型成果·示意地形·非实测", "2026-11-22 10:20")
    assert edge == ""
    page.told.clear()
    panel.show_water(None)
    assert page.heard("raster.remove", "raster.set_key") == [("water",), ("",)]


def test_water_of_a_what_if_wears_its_edge(panel: MapPanel, page) -> None:
    page.told.clear()
    panel.show_water(flood(preview=True))
    assert page.heard("raster.set_key")[0][3] == "realm.whatif"


def test_plots_are_hatched_by_their_stated_flow_only_without_water(panel: MapPanel, page, demo: Situation) -> None:
    now = township.at_flow(demo, 6500)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    panel.show_water(flood())
    [(_, looks)] = [a for a in page.heard("restyle") if a[0] == "plots"]
    assert not any(look["hatch"] for look in looks.values())
    panel._layer_actions["water"].setChecked(False)
    [(_, back)] = [a for a in page.heard("restyle") if a[0] == "plots"]
    assert back.keys() == looks.keys()
    assert all(look["hatch"] for look in back.values())


def test_a_click_asks_the_water_only_while_it_is_seen_and_selects_as_ever(
    panel: MapPanel, page, demo: Situation, said
) -> None:
    panel.show_situation(demo, Touched.everything())
    asked: list[tuple[float, float]] = []
    panel.water_asked.connect(lambda lon, lat: asked.append((lon, lat)))
    page.pointed.emit(113.7, 34.9)
    assert asked == []
    panel.show_water(flood())
    page.feature_clicked.emit("grids", "G001")
    page.pointed.emit(113.7, 34.9)
    assert asked == [(113.7, 34.9)]
    assert said == [Selection("grids", "G001")]
    panel._layer_actions["water"].setChecked(False)
    page.pointed.emit(113.7, 34.9)
    assert len(asked) == 1


def test_a_grid_in_need_keeps_its_outline_over_the_water(panel: MapPanel, page) -> None:
    now = township.at_flow(township.situation(), 4200)
    now = township.after(now, TasksMoved(("1/CLEAR-NEN",), Move.ISSUE, assignee="S001"))
    panel.show_situation(now, Touched.everything())
    panel.show_time(now.at + timedelta(hours=3))
    page.told.clear()
    panel.show_water(flood())
    [(_, outlines)] = [a for a in page.heard("set_layer") if a[0] == "outlines"]
    assert [f["properties"]["id"] for f in json.loads(outlines)["features"]] == ["Z01"]
    panel.show_water(None)
    [(_, outlines)] = [a for a in page.heard("set_layer") if a[0] == "outlines"]
    assert json.loads(outlines)["features"] == []


def test_another_theme_or_strength_recolours_the_water_without_sending_it_again(panel: MapPanel, page) -> None:
    panel.show_water(flood())
    page.told.clear()
    panel.show_theme(look.load("light").theme)
    panel._overlay.set_opacity(0.4)
    told = [name for name, _ in page.told]
    assert {"raster.set_palette", "raster.set_opacity", "raster.set_key"} <= set(told)
    assert "raster.show" not in told


def test_the_menu_offers_strengths_of_which_one_holds_and_none_without_water(panel: MapPanel, page) -> None:
    [strengths] = [action.menu() for action in panel._layer_menu.actions() if action.menu() is not None]
    assert isinstance(strengths, QMenu)
    actions = strengths.actions()
    assert [action.text() for action in actions if action.isChecked()] == ["85%"]
    page.told.clear()
    actions[0].trigger()
    assert page.heard("raster.set_opacity") == [("water", 0.4)]
    assert [action.text() for action in actions if action.isChecked()] == ["40%"]
    panel._layer_actions["water"].setChecked(False)
    assert not strengths.isEnabled()


def test_the_same_cells_with_other_words_are_not_sent_again(panel: MapPanel, page) -> None:
    first = flood()
    panel.show_water(first)
    page.told.clear()
    panel.show_water(replace(first, notes=("2026-11-22 10:30",)))
    assert page.heard("raster.show", "raster.set_key")[0][2] == ("2026-11-22 10:30",)
    panel.show_water(flood())
    assert page.heard("raster.show")
