"""The tab of the wall: it asks, it shows what is set without asking, and says what cannot be read from the seats."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop import theme as look
from desktop.settings import Settings, as_mapping, changed
from views.wall_reading import Viewing, choose
from views.wall_tab import WallTab


@pytest.fixture
def tab(qtbot: QtBot) -> WallTab:
    made = WallTab(look.load("dark").theme)
    qtbot.addWidget(made)
    return made


def test_what_is_set_is_shown_without_asking_for_it_and_asked_for_by_the_hand(tab: WallTab, qtbot: QtBot) -> None:
    heard: list[tuple[str, object]] = []
    tab.setting_requested.connect(lambda name, value: heard.append((name, value)))
    tab.show_settings(as_mapping(changed(Settings(), "wall_distance_m", 9.5)))
    assert tab._distance.value() == 9.5
    assert heard == []
    tab._distance.setValue(8.0)
    tab._seconds.setValue(30)
    assert heard == [("wall_distance_m", 8.0), ("wall_page_s", 30)]
    with qtbot.waitSignal(tab.open_requested):
        tab._open.click()


def test_it_says_how_large_the_type_is_and_which_pages_hold_too_little(tab: WallTab) -> None:
    type_ = choose(Viewing(1430, 1920, 10.0))
    tab.show_wall(type_, ["任务"])
    assert "10.0 m" in tab.state.text()
    assert f"{type_.smallest:.1f}′" in tab.state.text()
    assert "任务" in tab.cramped.text()
    tab.show_wall(type_, [])
    assert tab.cramped.text() == ""
    tab.show_wall(None, [])
    assert "未打开" in tab.state.text()
