"""A drill in its own whole desk: injects come by the clock, by jump and by hand; a restart goes on where it stood."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import resources
from data.feeds.scenario import read_scenario
from data.model.drill import Fired
from data.model.office_steps import MessageAnswered
from data.model.scores import Verdict
from data.model.steps import Realm
from desktop import drill_home
from desktop.app import Anlan
from desktop.first_run import demo_situation
from desktop.launch import desk
from desktop.settings import Settings
from tests.desktop.test_drill_home import FILE

pytestmark = pytest.mark.browser


def test_a_drill_is_led_from_its_control_and_goes_on_after_a_restart(tmp_path: Path, qtbot: QtBot) -> None:
    scenario = read_scenario(FILE, resources.path("demo"))
    folder = drill_home.make_home(tmp_path, demo_situation(), Settings(), scenario, FILE.read_bytes(), 7)
    with desk(folder, realm=Realm.DRILL) as (_, anlan):
        anlan.show((1600, 900))
        anlan.headquarters.open_drill()
        drill = anlan.headquarters.drill
        assert drill.control is not None
        assert anlan.window.windowTitle().startswith("【演练】")
        assert marks(anlan) == {}
        drill.control.jump_requested.emit(6.0)
        qtbot.waitUntil(lambda: marks(anlan) == {"a1": Fired.FIRED})
        report = anlan.room.situation.reports["inject-a1-report"]
        assert report.photos
        assert anlan.keeping.store.file_path(report.photos[0].digest) is not None
        drill.control.fire_requested.emit("m1")
        assert marks(anlan) == {"a1": Fired.FIRED, "m1": Fired.FIRED}
        anlan.room.do(MessageAnswered("inject-m1-message", "上堤 120 人"), "duty")
        qtbot.waitUntil(lambda: [one.verdict for one in drill.answers if one.inject == "m1"] == [Verdict.IN_TIME])
        drill.control.jump_requested.emit(20.0)
        qtbot.waitUntil(lambda: [one.verdict for one in drill.answers if one.inject == "a1"] == [Verdict.MISSED])
        assert anlan.room.situation.flow_m3s == 4500.0
    with desk(folder, realm=Realm.DRILL) as (_, anlan):
        anlan.show((1600, 900))
        anlan.headquarters.open_drill()
        drill = anlan.headquarters.drill
        assert marks(anlan) == {"a1": Fired.FIRED, "m1": Fired.FIRED}
        assert drill.control is not None
        drill.control.jump_requested.emit(10.0)
        qtbot.waitUntil(lambda: len(drill.answers) == 2)
        assert len(anlan.room.situation.reports) == 1
        drill.control.end_requested.emit("演练到此为止")
        assert anlan.room.situation.drill is not None
        assert anlan.room.situation.drill.reason == "演练到此为止"
        drill.control.jump_requested.emit(60.0)
        assert anlan.room.situation.drill.marks[-1].inject == "m1"


def marks(anlan: Anlan) -> dict[str, Fired]:
    drill = anlan.room.situation.drill
    assert drill is not None
    return {mark.inject: mark.how for mark in drill.marks}
