"""Whom only a boat reaches, with the nearest boats; and what the water reaches in sum, by 滩别 and grid."""

from __future__ import annotations

import pytest

from data.model.people import Whereabouts
from data.model.steps import WhereaboutsSet
from data.rules.signoff import preview
from tests.data.rules.clock_world import HOUR
from tests.township import NOON
from tests.views.clock_sample import cell, desk, picture, rising
from tests.views.people_sample import look, shown
from views.pane import Selection
from views.relocation import RelocationWorkspace


@pytest.fixture
def page(qtbot):
    space = RelocationWorkspace(look())
    space.seat = shown(qtbot, space, desk(), width=1300, height=640)
    return space


def test_who_must_be_fetched_stands_in_a_list_with_the_nearest_boats(page, qtbot):
    page.tabs.setCurrentWidget(page.boats)
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    qtbot.waitUntil(lambda: page.boats.model.rowCount() == 2)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "派船接应 2"
    first, second = page.boats.model.rows()
    assert (first.key, second.key) == ("growers/G3", "keypeople/K1")
    assert (first.squad, first.place, first.people) == ("Q2", "P3 嫩滩", 4)
    assert page.boats.sums.text() == "派船接应 2 户（处）5 人"
    called = []
    page.call_requested.connect(called.append)
    page.boats.team.click()
    page.boats.cadres.click()
    assert called == [("Q2",), ("S2", "S1")]


def test_who_has_been_fetched_is_not_on_the_list_of_boats_any_more(page, qtbot):
    page.tabs.setCurrentWidget(page.boats)
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    qtbot.waitUntil(lambda: page.boats.model.rowCount() == 2)
    page.seat.take(WhereaboutsSet("growers", ("G3",), Whereabouts.LEFT))
    assert [row.key for row in page.boats.model.rows()] == ["keypeople/K1"]


def test_the_boat_task_brings_up_the_list_with_the_one_it_names(page, qtbot):
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    page.open_boats(Selection("keypeople", "K1"))
    assert page.tabs.currentWidget() is page.boats
    qtbot.waitUntil(lambda: page.boats.table.chosen_ids() == ("keypeople/K1",))
    assert page.seat.selections == [Selection("keypeople", "K1")]


def test_one_to_be_fetched_is_chosen_everywhere_and_found_on_the_map(page, qtbot):
    page.tabs.setCurrentWidget(page.boats)
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    qtbot.waitUntil(lambda: page.boats.model.rowCount() == 2)
    page.boats.table.choose(["keypeople/K1"], tell=True)
    assert page.seat.selections == [Selection("keypeople", "K1")]
    assert page.card.isVisible()
    with qtbot.waitSignal(page.place_requested) as found:
        page.boats.place.click()
    assert found.args == [113.70, 34.9088]


def test_in_a_whatif_no_boats_are_called(page, qtbot):
    page.tabs.setCurrentWidget(page.boats)
    page.show_preview(preview(page.seat.now, 8000.0))
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR, whatif=True))
    qtbot.waitUntil(lambda: page.boats.model.rowCount() == 2)
    assert page.clock.role() == "realm.whatif"
    assert not page.boats.team.isEnabled()
    assert not page.boats.cadres.isEnabled()


def test_while_all_roads_are_open_the_list_of_boats_says_so(page, qtbot):
    page.tabs.setCurrentWidget(page.boats)
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: "公路都还通" in page.boats.table._empty_words)
    assert page.boats.model.rowCount() == 0


def test_sums_stand_by_bench_and_grid_and_name_the_loss(page, qtbot):
    grids = []
    page.selection_requested.connect(grids.append)
    page.tabs.setCurrentWidget(page.sums)
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: page.sums.model.rowCount() == 4)
    rows = {row.key: row for row in page.sums.model.rows()}
    assert list(rows) == ["all", "bench/嫩滩", "bench/二滩", "grid/Z1"]
    assert cell(page.sums, "all", "area") == "60"
    assert cell(page.sums, "all", "loss") == "9"
    assert cell(page.sums, "bench/二滩", "livestock") == "羊 40"
    page.sums.table.choose(["grid/Z1"], tell=True)
    assert grids == [Selection("grids", "Z1")]
