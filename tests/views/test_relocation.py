"""The relocation workspace: full tables, the ledger that adds up, shelters, entry from paper tags."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from data.model.people import Household, Whereabouts
from data.model.places import Shelter
from data.model.register import Register
from data.model.steps import WhereaboutsSet
from data.rules.signoff import preview
from tests.views.people_sample import flood, look, shown
from views.batch_entry import read_numbers
from views.pane import Selection
from views.relocation import RelocationWorkspace

HOMES = (
    Household("H1", "测庚", "申庄村", "G001", 4, special="孕妇1", shelter="A1", contact="S005"),
    Household("H2", "测辛", "马渡村", "G001", 3, shelter="A1"),
)


@pytest.fixture
def page(qtbot):
    now = flood()
    shelters = (Shelter("A1", "中心小学", "学校", 5, 113.7, 34.9, "S001"),)
    made = now.registers.having(Register("households", HOMES, "h")).having(Register("shelters", shelters, "a"))
    space = RelocationWorkspace(look())
    space.seat = shown(qtbot, space, replace(now, registers=made), width=1100, height=620)
    return space


def test_the_head_says_what_the_water_reaches_at_this_flow(page):
    assert page.flow.text() == "实况 4,700 m³/s"
    assert "上水 1 户 12 亩" in page.facts.text()
    page.show_preview(preview(page.seat.now, 8000.0))
    assert page.flow.text() == "推演 8,000 m³/s"
    assert "上水 2 户 52 亩" in page.facts.text()


def test_the_tables_are_filled_when_they_come_into_sight(page):
    assert [row.id for row in page.tables["growers"].model.rows()] == ["GR1", "GR2"]
    assert page.tables["households"].model.rowCount() == 0
    page.tabs.setCurrentWidget(page.tables["households"])
    assert [row.id for row in page.tables["households"].model.rows()] == ["H1", "H2"]


def test_rows_are_narrowed_by_state_village_and_words(page):
    table = page.tables["growers"]
    table.chips._buttons["danger"].click()
    assert [row.id for row in table.model.rows()] == ["GR1"]
    table.chips._buttons["all"].click()
    table.village.setCurrentIndex(table.village.findData("马渡村"))
    table.village.activated.emit(table.village.currentIndex())
    assert [row.id for row in table.model.rows()] == ["GR2"]
    table.village.setCurrentIndex(0)
    table.village.activated.emit(0)
    table.search.setText("玉米")
    table.search.returnPressed.emit()
    assert [row.id for row in table.model.rows()] == ["GR2"]


def test_the_ledger_adds_up_by_bench_and_by_village(page):
    page.seat.take(WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT))
    page.tabs.setCurrentWidget(page.ledger)
    rows = {row.key: row for row in page.ledger.model.rows()}
    total = rows["all"]
    assert total.total == 5
    assert sum(total.states) == 5
    assert total.of(Whereabouts.LEFT) == 1
    villages = [row for key, row in rows.items() if key.startswith("village/")]
    assert sum(row.total for row in villages) == 5
    assert rows["bench/嫩滩"].total == 2


def test_a_shelter_with_more_people_than_places_is_loud(page):
    page.tabs.setCurrentWidget(page.ledger)
    (row,) = page.ledger.shelter_model.rows()
    assert (row.households, row.people, row.free) == (2, 7, -2)
    free = next(column for column in page.ledger.shelter_model.columns if column.key == "free")
    assert free.role_getter(row) == "state.urgent"


def test_typed_numbers_are_read_however_they_are_written(page):
    known, unknown = read_numbers(page.seat.now, "gr1，ＧＲ２ h1\nK1、GR1; X9")
    assert known == {"growers": ("GR1", "GR2"), "households": ("H1",), "keypeople": ("K1",)}
    assert unknown == ("X9",)


def test_paper_tags_set_one_state_for_all_and_leave_what_cannot_be_read(page):
    page.tabs.setCurrentWidget(page.batch)
    batch = page.batch
    batch.numbers.setPlainText("GR1 H1 X9")
    assert batch.go.text() == "登记 2 个为已撤离"
    assert "X9" in batch.wrong.text()
    batch.go.click()
    assert page.seat.now.where("growers", "GR1") is Whereabouts.LEFT
    assert page.seat.now.where("households", "H1") is Whereabouts.LEFT
    assert batch.numbers.toPlainText() == "X9"
    assert not batch.go.isEnabled()


def test_a_whatif_locks_the_entry_of_tags_and_of_states(page):
    page.tabs.setCurrentWidget(page.batch)
    page.batch.numbers.setPlainText("GR1")
    page.show_preview(preview(page.seat.now, 8000.0))
    page._draw_page()
    assert not page.batch.go.isEnabled()
    page.tabs.setCurrentIndex(0)
    page.tables["growers"].table.selectAll()
    assert page.tables["growers"].bar.isHidden()


def test_several_chosen_rows_are_set_at_once(page):
    table = page.tables["growers"]
    table.table.selectAll()
    assert table.bar.tell.text() == "记已通知 2 户"
    table.bar.tell.click()
    assert page.seat.now.where("growers", "GR2") is Whereabouts.TOLD


def test_one_chosen_row_opens_its_card_and_is_the_selection_everywhere(page):
    page.tables["growers"].table.choose(["GR2"], tell=True)
    assert page.card.isVisible()
    assert page.card.who == Selection("growers", "GR2")
    assert page.seat.selections == [Selection("growers", "GR2")]
    page.show_selection(Selection("households", "H2"))
    assert page.tabs.currentWidget() is page.tables["households"]


def test_the_shown_list_leaves_with_headings_and_masked_names(page):
    lists = []
    page.export_requested.connect(lambda name, headings, rows: lists.append((name, headings, rows)))
    page.tables["growers"].export.click()
    ((name, headings, rows),) = lists
    assert name == "滩区种植户"
    assert len(rows) == 2
    assert all(len(row) == len(headings) for row in rows)
    assert rows[0][headings.index("姓名")] == "测**"


def test_the_models_keep_their_promises(page):
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (page.tables["growers"].model, page.ledger.model, page.ledger.shelter_model)
    ]
    page.seat.take(WhereaboutsSet("growers", ("GR2",), Whereabouts.UNKNOWN, "找不到"))
    page.tabs.setCurrentWidget(page.ledger)
    page.show_preview(preview(page.seat.now, 22000.0))
    page._draw_page()
    for tester in testers:
        tester.deleteLater()


def test_several_numbers_from_paper_never_turn_back_who_has_left(page):
    page.seat.take(WhereaboutsSet("households", ("H1",), Whereabouts.LEFT))
    page.tabs.setCurrentWidget(page.batch)
    page.batch.state.setCurrentIndex(list(Whereabouts).index(Whereabouts.TOLD))
    page.batch.numbers.setPlainText("H1 H2")
    assert "1 个已在其后，不改" in page.batch.read.text()
    page.batch.go.click()
    assert page.seat.now.where("households", "H1") is Whereabouts.LEFT
    assert page.seat.now.where("households", "H2") is Whereabouts.TOLD
