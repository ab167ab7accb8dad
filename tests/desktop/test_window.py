"""The main window: a message lies over the foot, the keyboard does not begin in the rail."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme
from desktop.window import MainWindow, Workspace
from tests.views.people_sample import look


@pytest.fixture
def window(qtbot):
    top = QWidget()
    top.setFixedHeight(60)
    pages = [Workspace(name, name, icon, QLabel) for name, icon in (("desk", "bell"), ("works", "boat"))]
    made = MainWindow(look(), top, pages)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.open_workspace("desk")
    made.show()
    return made


def test_a_message_takes_no_room_from_the_workspace(window):
    before = window.host.geometry()
    window.show_message("重新启动后生效")
    window.grab()
    assert window.host.geometry() == before
    assert window._message.isVisible()
    assert window._frame.rect().contains(window._message.geometry())


def test_a_long_message_wraps_inside_the_window(window):
    window.show_message("底图瓦片地址用不了。" * 30)
    assert window._frame.rect().contains(window._message.geometry())
    assert window._message.height() > 2 * window._message.fontMetrics().height()


def test_a_message_goes_by_itself_and_an_empty_one_at_once(window):
    window.show_message("重新启动后生效")
    window._hush.timeout.emit()
    assert not window._message.isVisible()
    window.show_message("")
    assert not window._message.isVisible()


def test_no_button_of_the_rail_has_the_keyboard_when_the_window_opens(window):
    assert window.focusWidget() not in window._by_name.values()


@pytest.mark.parametrize(("scale", "tall"), [(1.0, 768), (1.5, 768), (1.5, 680), (0.9, 1440)])
def test_every_entry_of_the_rail_lies_on_the_screen_with_its_words(qtbot, scale: float, tall: int) -> None:
    names = [f"w{n}" for n in range(12)]
    entries = [Workspace(name, "演练", "record", QWidget) for name in names]
    window = MainWindow(theme.load("dark", scale).theme, QWidget(), entries)
    qtbot.addWidget(window)
    window.resize(1366, tall)
    window.show()
    assert window.height() == tall
    for name in names:
        button = window._by_name[name]
        assert button.mapTo(window, button.rect().bottomLeft()).y() < tall
        assert button.height() >= button.iconSize().height() + button.fontMetrics().height()
