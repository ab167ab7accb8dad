"""Closing a desk on which something counts is asked about once; a desk on which nothing does just closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.leaving import Held, Leaving
from desktop.window import MainWindow, Workspace
from tests.views.people_sample import look


@pytest.fixture
def guarded(qtbot: QtBot) -> Callable[[Held], tuple[MainWindow, Leaving]]:
    def make(held: Held) -> tuple[MainWindow, Leaving]:
        window = MainWindow(look(), QWidget(), [Workspace("desk", "desk", "bell", QLabel)])
        qtbot.addWidget(window, before_close_func=lambda one: setattr(one, "may_close", None))
        window.show()
        return window, Leaving(window, lambda: held)

    return make


def press(leaving: Leaving, words: str) -> None:
    box = leaving.box
    assert isinstance(box, QMessageBox)
    next(one for one in box.buttons() if one.text() == words).click()


def test_unacknowledged_alarms_keep_the_desk_open_until_the_person_says_so(guarded, qtbot: QtBot) -> None:
    window, leaving = guarded(Held(alarms=7, phones=True))
    with qtbot.assertNotEmitted(window.closing):
        assert not window.close()
    assert window.isVisible()
    assert "有 7 条报警未确认" in leaving.box.text()
    assert "外场手机正在接入" in leaving.box.text()
    first = leaving.box
    window.close()
    assert leaving.box is first, "asked once"
    press(leaving, "不关")
    assert window.isVisible()
    window.close()
    with qtbot.waitSignal(window.closing):
        press(leaving, "关闭指挥台")
    assert not window.isVisible()


def test_a_drill_desk_is_left_on_purpose(guarded, qtbot: QtBot) -> None:
    window, leaving = guarded(Held(drill=True))
    assert not window.close()
    assert "演练还没有结束" in leaving.box.text()
    assert "导调台一并关闭" in leaving.box.informativeText()
    with qtbot.waitSignal(window.closing):
        press(leaving, "关闭演练桌面")


def test_nothing_is_asked_where_nothing_counts_on_the_desk_or_nobody_works_at_it(guarded) -> None:
    calm, _ = guarded(Held())
    assert calm.close()
    window, leaving = guarded(Held(alarms=1))
    leaving.end()
    assert window.close()
