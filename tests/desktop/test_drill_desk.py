"""A drill as its desk plays it: what an inject takes away is gone, and its control goes with the desk's window."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

import resources
from data.feeds.scenario import read_scenario
from data.model.drill import Drill, Inject, InjectKind
from data.model.river import Reading
from data.model.situation import Situation
from data.model.steps import Realm
from desktop import theme as look
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.drill_desk import DrillDesk, Played
from desktop.room import Room
from views.pane import Pane

SMALL = read_scenario(Path(__file__).parent / "small_drill.toml", resources.path("demo"))
OWN = "40105150"
LOST = Inject("L1", InjectKind.LINK, "断链", "断了", at_min=15, details=(("station", OWN), ("state", "lost")))
BACK = Inject("L2", InjectKind.LINK, "恢复", "好了", at_min=45, details=(("station", OWN), ("state", "back")))
SCENARIO = replace(SMALL, injects=(LOST, BACK))
BEGAN = SCENARIO.starts_at


class Window(QObject):
    """The main window, as far as it closes."""

    closing = Signal()


class Place(QObject):
    """What a drill needs of its desk; what it says to stations and roads is noted."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home, self.theme, self.window = home, look.load("dark").theme, Window()
        self.background, self.clock = Background(), DeskClock(BEGAN, 0)
        drill = Drill("d", SCENARIO.title, "", BEGAN, 1, constructed=True)
        now = Situation(realm=Realm.DRILL, at=BEGAN, drill=drill)
        self.room = Room(now, lambda *_: None, self.clock.now)
        self.heard: list[Reading] = []
        self.silenced: list[tuple[str, ...]] = []
        self.river_desk = SimpleNamespace(silence=self._silence)
        self.reckoning = SimpleNamespace(shut=lambda _: None)

    def _silence(self, stations: Collection[str]) -> None:
        self.silenced.append(tuple(stations))

    def hear(self, reading: Reading) -> None:
        self.heard.append(reading)

    def add_pane(self, pane: Pane) -> None:
        pane.show_time(self.clock.now())

    def on_fault(self, error: BaseException) -> None:
        raise error


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.clock.stop()
    made.background.close()


def at(minutes: float) -> datetime:
    return BEGAN + timedelta(minutes=minutes)


def test_a_station_whose_link_is_lost_falls_silent_until_it_is_back(place: Place) -> None:
    desk = DrillDesk(place)  # type: ignore[arg-type]
    desk.scenario, desk._played = SCENARIO, Played.NOBODY
    for minutes in range(0, 60, 5):
        desk._pass(at(minutes), at(minutes + 5))
    assert [one.at for one in place.heard] == [at(10), at(50), at(60)]
    assert [bool(one) for one in place.silenced] == [False] * 2 + [True] * 6 + [False] * 4
    desk._judging.close()


def test_control_hides_by_its_own_button_and_with_the_window_of_the_desk(place: Place, qtbot: QtBot) -> None:
    desk = DrillDesk(place)  # type: ignore[arg-type]
    desk._make_control(SCENARIO)
    window = desk.window
    assert window is not None
    desk.bring_up()
    window.close()
    assert not window.isVisible()
    desk.bring_up()
    assert window.isVisible()
    place.window.closing.emit()
    assert not window.isVisible(), "else the program waits for its last window"
    desk.close()
    assert desk.window is None
