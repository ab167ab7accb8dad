"""Ctrl+K: type, see, Enter; nothing blocks, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from data.rules.find import Index, make_index
from tests.views.small_room import SmallRoom, look, township_with_squads
from views.finder import Finder
from views.pane import Selection


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    return made


@pytest.fixture
def finder(host):
    made = Finder(look(), host)
    made.index_requested.connect(lambda registers: made.show_index(make_index(registers)))
    SmallRoom(township_with_squads(), made)
    made.open()
    return made


def test_it_opens_over_the_upper_middle_and_closes_with_esc_keeping_the_words(finder, qtbot, host) -> None:
    qtbot.keyClicks(finder.field, "cs")
    assert finder.isVisible()
    assert abs(finder.geometry().center().x() - host.rect().center().x()) <= 1
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    finder.open()
    assert finder.field.text() == "cs"
    assert finder.field.selectedText() == "cs"


def test_typing_initials_finds_people_and_squads(finder, qtbot) -> None:
    qtbot.keyClicks(finder.field, "xfyd")
    assert [row.name for row in finder.model.rows()] == ["巡防一队"]
    assert finder.model.row(0).about.startswith("5/5")


def test_the_phone_is_masked_and_the_deputy_is_named(finder, qtbot) -> None:
    qtbot.keyClicks(finder.field, "S001")
    row = finder.model.row(0)
    assert (row.name, row.phone, row.deputy) == ("测试1", "138******01", "副职 测试2")


def test_growers_are_found_by_name_and_shown_masked(finder) -> None:
    finder.field.setText("测甲")
    finder._search("测甲")
    assert finder.model.row(0).name == "测**"


def test_enter_selects_the_row_that_the_arrows_lead_to(finder, qtbot) -> None:
    qtbot.keyClicks(finder.field, "R0")
    second = finder.model.row(1).hit
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(finder.selection_requested) as asked:
        qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert asked.args == [Selection(second.kind, second.id)]
    assert not finder.isVisible()


def test_ctrl_enter_calls_the_one_found(finder, qtbot) -> None:
    qtbot.keyClicks(finder.field, "S003")
    with qtbot.waitSignal(finder.call_requested) as asked:
        qtbot.keyClick(finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [["S003"], ""]


def test_a_grid_cannot_be_called(finder, qtbot) -> None:
    qtbot.keyClicks(finder.field, "G001")
    with qtbot.assertNotEmitted(finder.call_requested):
        qtbot.keyClick(finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finder.isVisible()


def test_nothing_found_says_what_can_be_typed(finder, qtbot) -> None:
    qtbot.keyClicks(finder.field, "qqqq")
    assert finder.model.rows() == ()
    assert "没有找到“qqqq”" in finder.hint.text()


def test_before_the_pinyin_index_is_there_names_are_found_without_it(host, qtbot) -> None:
    finder = Finder(look(), host)
    asked: list[object] = []
    finder.index_requested.connect(asked.append)
    room = SmallRoom(township_with_squads(), finder)
    finder.open()
    finder._search("测试3")
    assert [row.name for row in finder.model.rows()] == ["测试3"]
    assert len(asked) == 1
    finder.show_index(Index(digests=("old",), spelled=True))
    finder._search("cs3")
    assert finder.model.rows() == ()
    finder.show_index(make_index(room.now.registers))
    finder._search("xfyd")
    assert len(finder.model.rows()) == 1


def test_the_results_keep_to_the_rules_of_item_models(finder, qtbot) -> None:
    tester = QAbstractItemModelTester(finder.model, QAbstractItemModelTester.FailureReportingMode.Fatal, finder)
    for text in ("R0", "S003", "", "xf", "R"):
        finder._search(text)
    assert tester is not None


def test_esc_closes_it_before_the_window_takes_esc_for_the_way_back_to_live(finder, qtbot, host) -> None:
    from PySide6.QtGui import QKeySequence, QShortcut

    returned: list[int] = []
    QShortcut(QKeySequence("Esc"), host, lambda: returned.append(1))
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    finder.open()
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert returned == []
    qtbot.keyClick(host, Qt.Key.Key_Escape)
    assert returned == [1]
