"""The wall's owner: its screen goes and comes back, it remembers, follows, and loads its page anew; no browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from data.model.situation import Situation
from desktop import theme as look
from desktop.app import Anlan
from desktop.room import Room
from desktop.seat_desk import layout_file
from desktop.settings import Settings, changed
from desktop.showing import Showing
from desktop.wall_desk import WallDesk
from desktop.wall_screens import Screen, second
from desktop.wall_watch import LOOKS, MapWatch
from tests import township
from tests.views.wall_stage import MapPage, surface
from views.pane import Selection

DESK = Screen("desk", QRect(0, 0, 1920, 1080), 530, primary=True)
WALL = Screen("wall", QRect(1920, 0, 1920, 1080), 1430)
OTHER = Screen("other", QRect(3840, 0, 3840, 2160), 1200)


class FakeScreens(QObject):
    """Screens that a test plugs in and out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.there = [DESK, WALL]

    def all(self) -> list[Screen]:
        return self.there

    def close(self) -> None:
        """Nothing is listened to."""

    def plug(self, *screens: Screen) -> None:
        """These are there from now on."""
        self.there = list(screens)
        self.changed.emit()


class Window(QMainWindow):
    closing, workspace_opened = Signal(), Signal(str)

    def screen(self) -> Any:
        return SimpleNamespace(name=lambda: "desk")


class FakeDesk(QObject):
    """As much of a desk as the wall hears."""

    wet, lines_changed = Signal(object), Signal(object)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home, self.settings, self.theme = home, Settings(), look.load("dark").theme
        self.window = Window()
        self.room = Room(township.situation(), lambda *_: None, lambda: township.NOON, self)
        self.showing = Showing(self.room, self.theme, township.NOON, self)
        self.map = SimpleNamespace(map=MapPage(self.window))
        self.twin = SimpleNamespace(wet=self.wet)
        self.river_desk = SimpleNamespace(alarms=SimpleNamespace(lines_changed=self.lines_changed))
        self.keeping = SimpleNamespace(ask=lambda *_: None)
        self.seat = SimpleNamespace(own_session=True, change_setting=self.change_setting)
        self.water_map, self.on_fault = surface, None
        self.screens = FakeScreens()
        self.wall = WallDesk(cast("Anlan", self), cast("Any", self.screens))
        self.wall.wire()

    def change_setting(self, name: str, value: object) -> None:
        self.settings = changed(self.settings, name, value)
        self.wall.change_manner()

    def kept(self, name: str) -> object:
        return layout_file(self.home).value(f"wall/{name}")


@pytest.fixture
def desk(home: Path, qtbot: QtBot) -> Iterator[FakeDesk]:
    made = FakeDesk(home)
    qtbot.addWidget(made.window)
    yield made
    made.wall.close()
    made.deleteLater()


def test_the_wall_takes_the_screen_it_had_else_one_that_the_desk_is_not_on() -> None:
    assert second([DESK], "wall", "desk") is None
    assert second([DESK, WALL, OTHER], "", "desk") == WALL
    assert second([DESK, WALL, OTHER], "other", "desk") == OTHER
    assert second([DESK, WALL], "other", "wall") == DESK


def test_it_moves_when_its_screen_goes_and_comes_back_with_it(desk: FakeDesk) -> None:
    window = desk.wall.open()
    assert window.geometry() == WALL.rect
    assert window.isFullScreen()
    desk.screens.plug(DESK)
    assert window.isVisible()
    assert not window.isFullScreen()
    desk.screens.plug(DESK, OTHER)
    assert window.geometry() == OTHER.rect
    desk.screens.plug(DESK, OTHER, WALL)
    assert window.geometry() == WALL.rect
    assert window.isFullScreen()


def test_each_screen_has_its_own_type(desk: FakeDesk) -> None:
    window = desk.wall.open()
    before = window.face.type
    desk.screens.plug(DESK, OTHER)
    assert window.face.type.viewing.width_mm == 1200
    assert window.face.type.scale > before.scale
    desk.change_setting("wall_distance_m", 12.0)
    assert window.face.type.smallest >= 16
    assert window.face.type.viewing.distance_m == 12.0


def test_it_comes_back_after_a_restart_where_it_was_and_only_for_a_person(home: Path, qtbot: QtBot) -> None:
    for own, back in ((True, True), (False, False)):
        first = FakeDesk(home)
        qtbot.addWidget(first.window)
        first.wall.open()
        first.window.closing.emit()
        assert not first.wall.opened
        assert first.kept("open") in (True, "true")
        assert first.kept("screen") == "wall"
        first.wall.close()
        again = FakeDesk(home)
        again.seat.own_session = own
        qtbot.addWidget(again.window)
        again.window.show()
        qtbot.waitUntil(lambda desk=again, there=back: desk.wall.opened is there, timeout=2000)
        again.wall.close()


def test_what_is_put_away_by_hand_stays_away(desk: FakeDesk) -> None:
    desk.wall.toggle()
    assert desk.wall.opened
    desk.wall.toggle()
    assert not desk.wall.opened
    assert desk.kept("open") in (False, "false")
    desk.wall.toggle()
    assert desk.wall.opened


def test_it_follows_workspace_selection_and_extent_but_no_person(desk: FakeDesk) -> None:
    window = desk.wall.open()
    desk.window.workspace_opened.emit("hydrology")
    assert window.face.page == "river"
    desk.showing.select(Selection("grids", "Z01"))
    assert window.face.page == "map"
    told = cast("Any", window.face.map_page.surface)
    assert ("select", (["grids/Z01"],)) in told.map.told
    desk.showing.select(Selection("growers", "GR1"))
    assert window.face.page == "map"
    assert told.map.told[-1] == ("select", ([],))
    desk.map.map.resize(800, 400)
    told.resize(1600, 800)
    desk.map.map.view_changed.emit(113.7, 34.9, 13.0)
    assert told.views == [(113.7, 34.9, 14.0)]


def test_left_to_itself_it_tours_and_follows_nothing(desk: FakeDesk) -> None:
    window = desk.wall.open()
    desk.change_setting("wall_follows", "tour")
    assert window.tour.running
    desk.window.workspace_opened.emit("hydrology")
    assert window.face.page == "overview"
    desk.room.show_whatif(9000.0)
    assert window.face.preview is None


def test_a_page_that_gave_up_is_loaded_again_the_later_the_more_often(desk: FakeDesk) -> None:
    page = cast("Any", desk.wall.open().face.map_page.surface).map
    timer = cast("MapWatch", desk.wall.watch).reloading
    page.gave_up.emit()
    first = timer.interval()
    timer.timeout.emit()
    assert page.told[-1][0] == "reload"
    page.gave_up.emit()
    assert timer.interval() == 2 * first
    page.painted.emit()
    page.gave_up.emit()
    assert timer.interval() == first


def test_a_page_that_does_not_come_back_after_its_process_ended_is_loaded_again(desk: FakeDesk) -> None:
    page = cast("Any", desk.wall.open().face.map_page.surface).map
    timer = cast("MapWatch", desk.wall.watch).looking
    page.told.clear()
    page.renderer_died.emit(9)
    timer.timeout.emit()
    assert page.told == []
    assert not timer.isActive()
    page.back, page.coming = False, True
    page.renderer_died.emit(9)
    for _ in range(LOOKS - 1):
        timer.timeout.emit()
    assert page.told == []  # it is on its way
    timer.timeout.emit()
    assert page.told == [("reload", ())]
    page.coming = False
    timer.timeout.emit()
    assert page.told == [("reload", ())] * 2
    page.back = True
    timer.timeout.emit()
    assert not timer.isActive()


def test_an_unopened_wall_is_not_there_at_all(desk: FakeDesk) -> None:
    desk.window.workspace_opened.emit("hydrology")
    desk.wet.emit(None)
    desk.room.changed.emit(Situation(), township.situation())
    assert desk.wall.window is None
