"""The table and its model: what changed is told exactly, selection and place are kept."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from tests.widgets.looks import plain_theme
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.row_changes import plan_changes, runs
from widgets.rows_model import Align, CellRole, Column, RowsModel


@dataclass(frozen=True, slots=True)
class Row:
    key: int
    name: str = ""
    size: int = 0


COLUMNS = (
    Column[Row]("name", "Name", lambda row: row.name, stretch=2, mark_getter=lambda _: Mark(Shape.DIAMOND, "a")),
    Column[Row]("size", "Size", lambda row: f"{row.size:,}", align=Align.RIGHT, sort_key=lambda row: row.size),
)


def new_model() -> RowsModel[Row]:
    return RowsModel(COLUMNS, lambda row: row.key)


def signals_of(model: QAbstractItemModel) -> list[str]:
    said: list[str] = []
    for name in ("rowsInserted", "rowsRemoved", "dataChanged", "layoutChanged", "modelReset"):
        getattr(model, name).connect(lambda *_, told=name: said.append(told))
    return said


ROWS = st.lists(
    st.builds(Row, key=st.integers(0, 14), name=st.sampled_from("abc"), size=st.integers(0, 3)),
    max_size=12,
    unique_by=lambda row: row.key,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ROWS, st.sampled_from([None, -1, 0, 1])), max_size=6))
def test_any_sequence_of_rows_passes_the_model_tester_and_ends_as_given(qtbot, sequence):
    model = new_model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sort: int | None = None
    for rows, then_sort in sequence:
        model.set_rows(rows)
        if then_sort is not None:
            sort = then_sort
            model.sort(then_sort, Qt.SortOrder.DescendingOrder)
        assert set(model.rows()) == set(rows)
        if sort in (None, -1):
            assert model.rows() == tuple(rows)
        if sort == 1:
            assert [row.size for row in model.rows()] == sorted((row.size for row in rows), reverse=True)
        assert [model.place_of(row.key) for row in model.rows()] == list(range(len(rows)))
    assert tester.model() is model


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, ROWS)
def test_a_selected_row_stays_selected_while_it_is_there(qtbot, before, after):
    model = new_model()
    table = DataTable(plain_theme(), model)
    qtbot.addWidget(table)
    table.set_rows(before)
    chosen = {row.key for row in before[::2]}
    table.choose(chosen)
    table.set_rows(after)
    assert set(table.chosen_ids()) == chosen & {row.key for row in after}


def test_the_same_rows_tell_nothing(qtbot):
    model = new_model()
    model.set_rows([Row(1, "a"), Row(2, "b")])
    said = signals_of(model)
    model.set_rows([Row(1, "a"), Row(2, "b")])
    assert said == []


def test_a_changed_cell_tells_only_its_row(qtbot):
    model = new_model()
    model.set_rows([Row(key, "a") for key in range(9)])
    told: list[tuple[int, int]] = []
    said = signals_of(model)
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.set_rows([Row(key, "b" if key in (3, 4, 7) else "a") for key in range(9)])
    assert told == [(3, 4), (7, 7)]
    assert set(said) == {"dataChanged"}


def test_new_and_gone_rows_are_told_in_runs(qtbot):
    model = new_model()
    model.set_rows([Row(key) for key in range(6)])
    said = signals_of(model)
    model.set_rows([Row(key) for key in (0, 1, 4, 5, 6, 7)])
    assert said == ["rowsRemoved", "rowsInserted"]


def test_two_rows_of_one_id_are_refused(qtbot):
    with pytest.raises(ValueError, match="share the id 3"):
        new_model().set_rows([Row(3), Row(4), Row(3, "x")])


def test_a_wholesale_change_keeps_the_selection(qtbot):
    model = new_model()
    table = DataTable(plain_theme(), model)
    qtbot.addWidget(table)
    table.set_rows([Row(key) for key in range(0, 4000, 2)])
    table.choose([1000, 1001, 1500])
    said = signals_of(model)
    table.set_rows([Row(key) for key in range(0, 4000, 3)] + [Row(1000)])
    assert said == ["modelReset"]
    assert set(table.chosen_ids()) == {1000, 1500}


def test_rows_that_come_in_above_do_not_move_what_is_read(qtbot):
    model = new_model()
    table = DataTable(plain_theme(), model)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.set_rows([Row(key) for key in range(100, 300)])
    table.verticalScrollBar().setValue(table.verticalHeader().sectionPosition(50) + 5)
    top = model.id_at(table.rowAt(0))
    table.set_rows([Row(key) for key in range(90, 300)])
    assert model.id_at(table.rowAt(0)) == top


def test_columns_fill_the_width_and_keep_their_least(qtbot):
    table = DataTable(plain_theme(), new_model())
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show()
    table.set_rows([Row(key) for key in range(100)])
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    least = table.columnWidth(1)
    table.resize(60, 200)
    assert table.columnWidth(1) == least


def test_selected_rows_are_copied_as_tabs_and_lines_in_the_order_on_screen(qtbot):
    table = DataTable(plain_theme(), new_model())
    qtbot.addWidget(table)
    table.set_rows([Row(1, "a\tb", 1200), Row(2, "c", 3), Row(3, "d", 7)])
    table.choose([1, 3])
    table.horizontalHeader().moveSection(0, 1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1,200\ta b\n7\td"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text().startswith("Size\tName\n")


def test_the_column_menu_puts_columns_away_but_never_the_last(qtbot):
    table = DataTable(plain_theme(), new_model())
    qtbot.addWidget(table)
    for action in table.columns_menu().actions():
        action.setChecked(False)
    assert table.hidden_columns() == ("size",)
    table.set_hidden_columns(())
    assert table.hidden_columns() == ()


def test_enter_and_double_click_open_a_row(qtbot):
    table = DataTable(plain_theme(), new_model())
    qtbot.addWidget(table)
    table.set_rows([Row(7)])
    table.choose([7])
    opened: list[object] = []
    table.opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [7]


def test_choosing_by_code_is_silent_and_choosing_by_hand_is_told(qtbot):
    table = DataTable(plain_theme(), new_model())
    qtbot.addWidget(table)
    table.set_rows([Row(7), Row(8)])
    told: list[tuple] = []
    table.chosen.connect(told.append)
    table.choose([7])
    assert told == []
    second = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert told[-1] == (8,)


def test_a_row_chosen_out_of_sight_stands_in_the_middle(qtbot):
    model = new_model()
    table = DataTable(plain_theme(), model)
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    model.set_rows([Row(key) for key in range(200)])
    table.choose([100])
    middle = table.visualRect(model.index(100, 0)).center().y()
    assert abs(middle - table.viewport().height() / 2) <= table.rowHeight(0)


def test_an_empty_table_says_so(qtbot):
    table = DataTable(plain_theme(), new_model())
    qtbot.addWidget(table)
    table.resize(300, 200)
    blank = table.grab().toImage()
    table.set_empty_words("nothing here yet")
    assert table.grab().toImage() != blank


def test_marks_words_and_selection_are_painted(qtbot):
    table = DataTable(plain_theme(1.5), new_model())
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.set_rows([Row(key, "long " * 20) for key in range(5)])
    table.choose([2])
    assert not table.grab().isNull()
    mark = table.model().index(0, 0).data(CellRole.MARK)
    assert mark == Mark(Shape.DIAMOND, "a", Fill.SOLID)


def test_a_hundred_thousand_rows_are_shown_changed_and_sorted_quickly(qtbot):
    model = new_model()
    table = DataTable(plain_theme(), model)
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    rows = [Row(key, "a", key % 977) for key in range(100_000)]
    began = time.perf_counter()
    table.set_rows(rows)
    rows[500] = Row(500, "b", 1)
    table.set_rows(rows[:-10])
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert model.row(0).size == 976
    assert time.perf_counter() - began < 5


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_the_planned_changes_lead_from_the_old_order_to_the_new_one(old, new):
    plan = plan_changes(old, new)
    assert plan is not None
    now = list(old)
    for step in plan.removals:
        del now[step.first : step.last + 1]
    if plan.reordered:
        now.sort(key=new.index)
    for step in plan.insertions:
        now[step.first : step.first] = new[step.first : step.last + 1]
    assert now == new


def test_neighbours_make_one_run():
    assert list(runs([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(runs([])) == []
