"""The what-if comparison: several flows side by side, honestly summed up, and the difference of two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from data.model.situation import Situation, Touched
from data.rules.exposure import exposure
from data.rules.signoff import preview
from desktop import theme
from tests.township import at_flow, situation
from views.compare import CompareWorkspace
from views.compare_rows import DEFAULT_FLOWS, FlowRow, curve, difference
from views.pane import Selection

SMALL = situation()


@pytest.fixture
def pane(qtbot: QtBot) -> CompareWorkspace:
    made = CompareWorkspace(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    return made


def show(pane: CompareWorkspace, qtbot: QtBot, now: Situation) -> None:
    pane.show_situation(now, Touched.everything())
    qtbot.waitUntil(lambda: len(rows(pane)) > 0 and not pane._later.isActive())


def rows(pane: CompareWorkspace) -> tuple[FlowRow, ...]:
    return pane._table.model().rows()


@given(st.floats(0, 25_000))
def test_the_curve_agrees_with_the_exposure_of_each_flow(flow: float):
    area, people = curve(SMALL.registers).at(flow)
    exposed = exposure(SMALL, flow)
    assert (area, people) == (pytest.approx(exposed.area_mu), exposed.people)


def test_the_live_flow_stands_first_and_the_thresholds_follow(pane: CompareWorkspace, qtbot: QtBot):
    QAbstractItemModelTester(pane._table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    show(pane, qtbot, at_flow(situation(), 4200.0))
    assert [row.flow_m3s for row in rows(pane)] == [4200.0, *DEFAULT_FLOWS]
    assert rows(pane)[0].id == "live"


def test_sums_come_from_the_preview_of_each_flow(pane: CompareWorkspace, qtbot: QtBot):
    now = at_flow(situation(), 4200.0)
    show(pane, qtbot, now)
    row = next(row for row in rows(pane) if row.flow_m3s == 8000.0)
    shown = preview(now, 8000.0)
    assert (row.in_force, row.people, row.area_mu) == (len(shown.entries), shown.exposed.people, 52.0)


def test_an_own_flow_is_added_and_taken_away_again(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, situation())
    pane._flow.setValue(12_345)
    pane._add.click()
    assert 12_345.0 in [row.flow_m3s for row in rows(pane)]
    assert pane._remove.isEnabled() or pane._table.chosen_ids() == ("12345",)
    pane._remove_flow()
    assert 12_345.0 not in [row.flow_m3s for row in rows(pane)]


def test_thresholds_cannot_be_taken_away(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, situation())
    pane._table.choose(["4000"])
    pane._chosen(pane._table.chosen_ids())
    assert not pane._remove.isEnabled()


def test_a_row_opened_asks_for_its_flow_on_the_whole_desk(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, situation())
    with qtbot.waitSignal(pane.flow_requested) as said:
        pane._table.opened.emit("15000")
    assert said.args == [15_000.0]


def test_two_flows_are_told_apart_by_what_the_higher_adds_and_drops():
    found = difference(SMALL, 8000.0, 4000.0)
    assert (found.first, found.second, found.plots, found.growers) == (4000.0, 8000.0, ("P2",), ("GR2",))
    assert set(found.added) == {"PATROL-30M", "CLEAR-ER", "STOCK"}
    assert set(found.dropped) == {"PATROL-2H"}


def test_two_chosen_rows_list_their_difference(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, situation())
    pane._table.choose(["4000", "8000"])
    pane._chosen(pane._table.chosen_ids())
    tasks, plots, _ = (table.model().rowCount() for table in pane._lists._tables)
    assert (tasks, plots) == (4, 1)
    assert "4,000 → 8,000" in pane._diff_panel._summary.text()


def test_a_line_of_the_difference_leads_to_its_object(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, situation())
    with qtbot.waitSignal(pane.selection_requested) as said:
        pane._lists._tables[1].opened.emit("plots/P2")
    assert said.args == [Selection("plots", "P2")]


def test_an_empty_township_still_compares(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, Situation())
    assert all(row.people == 0 and row.in_force == 0 for row in rows(pane))


def test_at_first_sight_the_live_flow_stands_against_the_next_one_above(pane: CompareWorkspace, qtbot: QtBot):
    show(pane, qtbot, at_flow(situation(), 4200.0))
    assert pane._pinned == (4200.0, 6000.0)
    assert set(pane._table.chosen_ids()) == {"live", "6000"}
