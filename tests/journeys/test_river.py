"""The river speaks: frames over TCP become level, tasks and alarm; a typed value waits for a second person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.feeds.sl651.rtu import RtuLine
from data.feeds.sl651.rtu_reports import Habits, Point, reports
from data.model.alarms import AlarmState
from data.model.levels import Level
from data.model.river import HUAYUANKOU, Quality, Reading
from data.model.river_steps import ReadingProposed
from data.model.task import TaskState
from data.model.telemetry import SourceKind, Variable
from desktop.app import Anlan
from tests.journeys.conftest import opened

pytestmark = pytest.mark.browser

FLOW_ALARM = "flow.level"


def send(anlan: Anlan, flow: float, stage: float) -> None:
    """Let the station 花园口 report over TCP, as it would."""
    line = RtuLine("127.0.0.1", anlan.river_desk.stations.port, "0040105150", clock=anlan.clock.now)
    at = anlan.clock.now().replace(second=0, microsecond=0)
    try:
        for report in reports([Point(at, stage, flow)], Habits()):
            assert line.post(report.groups, report.function).result(10)
    finally:
        line.close()


def flow_alarms(anlan: Anlan) -> list[AlarmState]:
    return [one.state for one in anlan.room.situation.alarms.values() if one.kind == FLOW_ALARM]


def typed_by_one_confirmed_by_another(anlan: Anlan, qtbot: QtBot) -> None:
    """Type a value that crosses a threshold; nothing follows from it until a second person confirms it."""
    room = anlan.room
    anlan.window.open_workspace("hydrology")
    assert anlan.pages.river is not None
    page = anlan.pages.river.page
    page.open_tab("entry")
    typed = Reading(HUAYUANKOU, anlan.clock.now(), 6300.0, None, "", "值班电话", Quality.TYPED)
    with qtbot.waitSignal(page.step_requested) as asked:
        page.entry.form.entered.emit(typed)
    assert isinstance(asked.args[0], ReadingProposed)
    assert (room.situation.flow_m3s, room.situation.suggestion.level) == (4820.0, Level.IV)
    assert len(room.situation.proposals) == 1
    form = page.entry.proposals
    form.approver.who.choose("commander")
    qtbot.keyClicks(form.approver.pin, "2580")
    qtbot.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    assert (room.situation.flow_m3s, room.situation.suggestion.level) == (6300.0, Level.III)
    board = anlan.river_desk.telemetry
    qtbot.waitUntil(
        lambda: SourceKind.HAND in {one.source.kind for one in board.board.newest[HUAYUANKOU, Variable.FLOW]}
    )


def test_frames_become_level_tasks_and_alarm_an_acknowledgement_outlives_a_restart_and_typed_values_wait(
    lived_in: Path, qapp: object, qtbot: QtBot
) -> None:
    with opened(lived_in) as anlan:
        anlan.clock.set_time(anlan.clock.now() + timedelta(hours=9))
        anlan.open_telemetry()
        send(anlan, 4820.0, 90.6)
        room = anlan.room
        qtbot.waitUntil(lambda: room.situation.flow_m3s == 4820.0)
        reading = room.situation.latest()
        assert reading is not None
        assert reading.source == "sl651:0040105150"
        assert reading.stage_m == 90.6
        assert room.situation.suggestion.level is Level.IV
        assert any(task.state is TaskState.PENDING for task in room.situation.tasks.values())
        board = anlan.top_bar.board
        assert board is not None
        assert {one.source.kind for one in board.newest[HUAYUANKOU, Variable.FLOW]} >= {SourceKind.SL651}
        qtbot.waitUntil(lambda: flow_alarms(anlan) == [AlarmState.UNACKED])
        qtbot.waitUntil(lambda: anlan.top_bar.alarms.counts().waiting > 0)
        anlan.top_bar.alarms.click()
        sheet = anlan.alarm_panes.sheet
        qtbot.waitUntil(sheet.isVisible)
        tag = next(tag for tag, one in room.situation.alarms.items() if one.kind == FLOW_ALARM)
        sheet.standing.choose(tag)
        qtbot.mouseClick(sheet.standing.acts.acknowledge, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: flow_alarms(anlan) == [AlarmState.ACKED])
    with opened(lived_in) as again:
        again.open_telemetry()
        qtbot.waitUntil(lambda: not again.river_desk.alarms.busy and again.river_desk.alarms.view is not None)
        assert flow_alarms(again) == [AlarmState.ACKED]
        assert again.room.situation.flow_m3s == 4820.0
        typed_by_one_confirmed_by_another(again, qtbot)
