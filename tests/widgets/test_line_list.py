"""A line list shows rows under headings that fold, tells clicks from choices, and keeps headings out of a choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.widgets.looks import plain_theme
from widgets.line_list import Line, LineList
from widgets.marks import Mark, Shape

LINES = (
    Line("h", "组", heading=True, open=True),
    Line("a", "甲", "说明", "值", "细", tag="新"),
    Line("b", "乙", mark=Mark(Shape.CIRCLE, "state.ok"), bar=(0.5, 0.2)),
)


@pytest.fixture
def made(qtbot):
    view = LineList(plain_theme())
    qtbot.addWidget(view)
    view.resize(320, 200)
    view.set_lines(LINES)
    view.show()
    return view


def click(qtbot, view, place, modifier=Qt.KeyboardModifier.NoModifier):
    at = view.visualRect(view.model().index(place, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_the_model_keeps_its_promises(made):
    tester = QAbstractItemModelTester(made.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_lines(LINES[:1])
    made.set_lines((*LINES, Line("c", "丙")))
    made.set_lines(tuple(reversed(LINES)))
    assert tester.model() is made.model()
    tester.deleteLater()


def test_choosing_everything_leaves_headings_out(made):
    made.selectAll()
    assert made.chosen_ids() == ("a", "b")


def test_a_plain_click_picks_a_row_and_a_click_with_control_only_chooses_it(made, qtbot):
    picked = []
    made.picked.connect(picked.append)
    click(qtbot, made, 1)
    click(qtbot, made, 2, Qt.KeyboardModifier.ControlModifier)
    assert picked == ["a"]
    assert made.chosen_ids() == ("a", "b")


def test_a_heading_is_folded_by_click_by_enter_and_by_the_arrow_that_fits(made, qtbot):
    toggled = []
    made.toggled.connect(toggled.append)
    click(qtbot, made, 0)
    made.setCurrentIndex(made.model().index(0, 0))
    qtbot.keyClick(made, Qt.Key.Key_Left)
    qtbot.keyClick(made, Qt.Key.Key_Right)  # already open
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert toggled == ["h", "h", "h"]


def test_enter_opens_the_row_under_the_keyboard(made, qtbot):
    made.setCurrentIndex(made.model().index(1, 0))
    with qtbot.waitSignal(made.opened) as opened:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_a_row_says_all_it_shows_when_copied_or_read_aloud(made):
    assert LINES[1].words() == "新\t甲\t说明\t值\t细"


def test_rows_of_one_line_are_lower(made):
    tall = made.rowHeight(1)
    made.set_lines(LINES, tall=False)
    assert made.rowHeight(1) < tall


def test_the_bar_is_drawn_in_its_role_as_far_as_it_is_filled(made):
    made.set_lines((Line("b", "乙", bar=(1.0, 0.5), bar_role="state.ok"),))
    colour = plain_theme().role("state.ok").rgb()
    picture = made.grab().toImage()
    y = next(y for y in range(picture.height()) if picture.pixel(20, y) == colour)
    assert picture.pixel(picture.width() - 20, y) != colour
