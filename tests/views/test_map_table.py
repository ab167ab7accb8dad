"""The table twin of the map: every layer as rows, the selection both ways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from data.documents import layers
from data.model.situation import Situation
from desktop import theme as look
from desktop.first_run import demo_situation
from views.map_table import MapTable
from views.pane import Selection


@pytest.fixture(scope="module")
def demo() -> Situation:
    return demo_situation()


@pytest.fixture
def table(qtbot, demo: Situation) -> MapTable:
    made = MapTable(look.load("dark").theme)
    qtbot.addWidget(made)
    assert isinstance(made.model, QAbstractItemModel)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(700, 300)
    made.show()
    made.show_situation(demo)
    return made


def pick(table: MapTable, name: str) -> None:
    table._pick.setCurrentIndex(table._pick.findData(name))


@pytest.mark.parametrize("name", [name for name in layers.LAYERS if name not in ("base", "reports")])
def test_every_feature_of_a_layer_is_a_row_with_its_place(table: MapTable, demo: Situation, name: str) -> None:
    pick(table, name)
    features = layers.LAYERS[name][0](demo)
    assert [row.id for row in table.model.rows()] == [feature["properties"]["id"] for feature in features]
    west, east = (109, 117) if name == "stations" else (113, 114.5)
    assert all(west < row.lon < east and 34 < row.lat < 36 for row in table.model.rows())
    assert str(len(features)) in table._count.text()


def test_an_empty_layer_says_so(table: MapTable) -> None:
    pick(table, "incidents")
    assert table.model.rowCount() == 0
    assert table._count.text().startswith("0")


@pytest.mark.parametrize(("name", "kind"), [("grids", "grids"), ("works", "spurs"), ("shelters", "shelters")])
def test_a_row_that_is_picked_is_selected_everywhere(table: MapTable, demo: Situation, name: str, kind: str) -> None:
    pick(table, name)
    heard: list[Selection] = []
    table.chosen.connect(heard.append)
    wanted = demo.registers.of(kind).rows[-1].id
    table._table.choose([wanted], tell=True)
    assert heard == [Selection(kind, wanted)]


def test_a_picked_plot_selects_its_grower_as_the_map_does(table: MapTable, demo: Situation) -> None:
    pick(table, "plots")
    heard: list[Selection] = []
    table.chosen.connect(heard.append)
    plot = demo.registers.plots.rows[3]
    table._table.choose([plot.id], tell=True)
    assert heard == [Selection("growers", plot.grower)]


def test_the_selection_made_elsewhere_is_marked_without_being_said_again(table: MapTable, demo: Situation) -> None:
    pick(table, "grids")
    heard: list[Selection] = []
    table.chosen.connect(heard.append)
    wanted = demo.registers.grids.rows[5].id
    table.show_selection(Selection("grids", wanted))
    assert table._table.chosen_ids() == (wanted,)
    assert heard == []
    table.show_selection(Selection("staff", "S1"))
    table.show_selection(None)
    assert heard == []


def test_all_plots_of_a_selected_grower_are_marked(table: MapTable, demo: Situation) -> None:
    pick(table, "plots")
    grower = demo.registers.plots.rows[0].grower
    table.show_selection(Selection("growers", grower))
    assert set(table._table.chosen_ids()) == {plot.id for plot in demo.registers.plots if plot.grower == grower}
    table.show_selection(None)
    assert table._table.chosen_ids() == ()


def test_a_selection_of_another_kind_leaves_the_layer_as_it_is(table: MapTable) -> None:
    pick(table, "grids")
    table.show_selection(Selection("growers", "nobody"))
    assert table._pick.currentData() == "grids"


def test_a_hidden_table_makes_no_rows(qtbot, demo: Situation) -> None:
    made = MapTable(look.load("light").theme)
    qtbot.addWidget(made)
    made.show_situation(demo)
    assert made.model.rowCount() == 0
    made.show()
    made.show_situation(demo)
    assert made.model.rowCount() > 0
