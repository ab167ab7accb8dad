"""A drill as its desk plays it: what an inject takes away is gone, and its control goes with the desk's window."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import resources
from data.feeds.scenario import read_scenario
from data.model.drill import Drill, Inject, InjectKind
from data.model.drill_steps import DrillEnded, DrillPaced
from data.model.river import Reading
from data.model.situation import Situation
from data.model.steps import NoteWritten, Realm, Step
from desktop import drill_home
from desktop import theme as look
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.drill_desk import DrillDesk, Played
from desktop.drill_window import SIZE, beside
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
        self.slow_s = 0.0
        self.river_desk = SimpleNamespace(silence=self._silence)
        self.reckoning = SimpleNamespace(shut=lambda _: None)

    def _silence(self, stations: Collection[str]) -> None:
        time.sleep(self.slow_s)
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


def test_a_scene_that_lags_holds_the_clock_so_that_marks_messages_and_deeds_agree(place: Place, qtbot: QtBot) -> None:
    told = Inject("M1", InjectKind.MESSAGE, "来电", "请报人数", at_min=2, details=(("medium", "telephone"),))
    desk = DrillDesk(place)  # type: ignore[arg-type]
    desk.scenario, desk._played = replace(SMALL, injects=(told,)), Played.NOBODY
    desk._reached = desk._goal = BEGAN
    place.slow_s = 0.03
    place.clock.ticked.connect(desk._on_tick)
    place.clock.set_time(at(4))
    assert place.clock.now() == desk._reached == at(0.5), "the clock waits for the scene"
    place.room.do(NoteWritten("先记一笔"), "U1")
    qtbot.waitUntil(lambda: desk._reached == at(4) == place.clock.now())
    now = place.room.situation
    assert now.drill is not None
    (mark,), (message,) = now.drill.marks, now.messages.values()
    assert mark.at == message.at == at(2)
    desk._judging.close()


def test_what_control_says_is_never_told_before_what_has_happened(place: Place) -> None:
    desk = DrillDesk(place)  # type: ignore[arg-type]
    desk.scenario = SMALL
    place.room.take(Step("later", at(9), "U1", Realm.DRILL, DrillPaced(60)))
    done: list[Step] = []
    place.room.stepped.connect(done.append)
    place.room.do(NoteWritten("钟已拨回"), "U1")
    assert [step.at for step in done] == [at(9)]
    desk._happen("m1", desk._moment(), "control")
    desk._happen("m1", desk._moment(at(20)), "control")
    now = place.room.situation
    assert now.drill is not None
    assert [mark.at for mark in now.drill.marks] == [at(9)]
    assert [message.at for message in now.messages.values()] == [at(9)]
    desk._judging.close()


def test_control_opens_on_another_screen_or_at_the_bottom_right_and_leaves_the_focus(
    place: Place, qtbot: QtBot
) -> None:
    own, other = QRect(0, 0, 1600, 900), QRect(1600, 0, 1024, 700)
    assert other.contains(beside(own, [other], SIZE))
    assert beside(own, [], SIZE) == QRect(420, 140, 1180, 760)
    desk = DrillDesk(place)  # type: ignore[arg-type]
    desk._make_control(SCENARIO)
    assert desk.window is not None
    players = QWidget()
    qtbot.addWidget(players)
    with qtbot.waitActive(players):
        players.show()
        players.activateWindow()
    desk.window.open_beside(players)
    assert desk.window.isVisible()
    assert players.isActiveWindow()
    desk.close()


def test_a_drill_that_ends_is_noted_beside_its_store(place: Place) -> None:
    head = drill_home.DrillHead("d", "小演练", "mini", 1, "2026-11-23T05:00:00+00:00")
    (place.home / "drills" / "d").mkdir(parents=True)
    drill_home._write(place.home / "drills" / "d", head)
    live, place.home = place.home, place.home / "drills" / "d"
    desk = DrillDesk(place)  # type: ignore[arg-type]
    desk._on_step(Step("k", at(60), "control", Realm.DRILL, DrillPaced(0)))
    assert drill_home.listed(live)[0].head == head
    desk._on_step(Step("end", at(60), "control", Realm.DRILL, DrillEnded("完")))
    assert drill_home.listed(live)[0].head == replace(head, ended_at=at(60).isoformat())
    desk._judging.close()
