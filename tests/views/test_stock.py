"""The stock workspace: what lies where, what is short at a flow, and what a touch says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from data.model.places import StockItem
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.rules.signoff import preview
from desktop import theme
from tests.township import at_flow, situation
from views.pane import Selection
from views.stock import StockWorkspace
from views.stock_rows import NeedRow, Store, store_of


def items() -> tuple[StockItem, ...]:
    return (
        StockItem(
            id="W2",
            depot="申庄仓库",
            item="铅丝",
            unit="kg",
            quantity=900,
            reserve=1000,
            floor=500,
            lon=113.7,
            lat=34.9,
        ),
        StockItem(
            id="W3",
            depot="申庄仓库",
            item="编织袋",
            unit="条",
            quantity=5000,
            reserve=1000,
            floor=500,
            lon=113.7,
            lat=34.9,
        ),
        StockItem(id="W1", depot="花园口仓库", item="编织袋", unit="条", quantity=400, reserve=1000, floor=500),
    )


def stocked(now: Situation, rows: tuple[StockItem, ...]) -> Situation:
    return replace(now, registers=now.registers.having(Register("stock", rows, digest="more")))


@pytest.fixture
def pane(qtbot: QtBot) -> StockWorkspace:
    made = StockWorkspace(theme.load("light").theme)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    return made


def show(pane: StockWorkspace, now: Situation) -> None:
    pane.show_situation(now, Touched.everything())


def ids(pane: StockWorkspace) -> list[str]:
    model = pane._table.model()
    return [model.id_at(place) for place in range(model.rowCount())]


def needs(pane: StockWorkspace) -> dict[str, NeedRow]:
    return {row.id: row for row in pane._needs.model().rows()}


def test_a_line_is_judged_by_its_floor_first_then_by_its_reserve():
    line = items()[0]
    assert [store_of(replace(line, quantity=q)) for q in (499, 500, 999, 1000)] == [
        Store.BELOW_FLOOR, Store.BELOW_RESERVE, Store.BELOW_RESERVE, Store.ENOUGH,
    ]  # fmt: skip


def test_what_is_below_its_floor_stands_first(pane: StockWorkspace):
    for table in (pane._table, pane._depots, pane._needs):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    show(pane, stocked(situation(), items()))
    assert ids(pane) == ["W1", "W2", "W3"]
    assert "低于下限 1 项" in pane._depot_panel._summary.text()


def test_a_state_chip_and_words_narrow_the_lines(pane: StockWorkspace):
    show(pane, stocked(situation(), items()))
    pane._states.choose(["ENOUGH"])
    pane._narrow()
    assert ids(pane) == ["W3"]
    pane._states.choose([""])
    pane._search.setText("铅丝")
    pane._narrow()
    assert ids(pane) == ["W2"]


def test_what_a_flow_takes_is_set_against_all_depots(pane: StockWorkspace):
    now = situation()
    show(pane, now)
    assert needs(pane) == {}
    pane.show_preview(preview(now, 7000.0))
    assert needs(pane)["编织袋"].missing == 600
    assert "推演 7,000" in pane._need_panel.title()
    pane.show_preview(None)
    assert needs(pane) == {}


def test_the_live_flow_takes_stock_too(pane: StockWorkspace):
    show(pane, at_flow(situation(), 7000.0))
    assert needs(pane)["编织袋"].need == 1000
    assert "实况 7,000" in pane._need_panel.title()


def test_a_depot_chosen_narrows_the_lines_and_is_selected_everywhere(pane: StockWorkspace, qtbot: QtBot):
    show(pane, stocked(situation(), items()))
    with qtbot.waitSignal(pane.selection_requested) as said:
        pane._depots.choose(["申庄仓库"], tell=True)
        pane._depots.chosen.emit(pane._depots.chosen_ids())
    assert said.args == [Selection("stock", "申庄仓库")]
    assert ids(pane) == ["W2", "W3"]


def test_a_depot_opened_is_brought_into_view_on_the_map(pane: StockWorkspace, qtbot: QtBot):
    show(pane, stocked(situation(), items()))
    with qtbot.waitSignals([pane.place_requested, pane.workspace_requested]):
        pane._depots.opened.emit("申庄仓库")


def test_a_need_opened_leads_to_the_instruction_that_takes_most(pane: StockWorkspace, qtbot: QtBot):
    show(pane, at_flow(situation(), 7000.0))
    with qtbot.waitSignal(pane.selection_requested) as said:
        pane._needs.opened.emit("编织袋")
    assert said.args == [Selection("plan", "STOCK")]


def test_without_stock_the_tables_say_what_to_do(pane: StockWorkspace):
    show(pane, Situation())
    assert ids(pane) == []
    assert "导入" in pane._depots._empty_words
