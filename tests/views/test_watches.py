"""平安计时: who is out, how long until the next word, and silence that nobody can overlook."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from data.model.field import Watch
from data.model.field_steps import WatchAnswered, WatchEnded, WatchStarted
from data.rules.signoff import preview
from tests import township
from tests.views.small_room import SmallRoom, look, township_with_squads
from views.pane import Selection
from views.watches import WatchesSheet


@pytest.fixture
def sheet(qtbot):
    made = WatchesSheet(look())
    qtbot.addWidget(made)
    made.resize(1100, 640)
    return made


def out():
    now = township_with_squads()
    watches = (
        Watch("W1", "Q1", "冲锋舟搜救", 15, now.at, "U1", now.at, 5, "嫩滩", 113.7, 34.9),
        Watch("W2", "Q2", "根石探摸", 60, now.at, "U1", now.at),
    )
    return township.after(now, *(WatchStarted(watch) for watch in watches))


def test_a_timer_is_started_for_a_team_with_its_strength_and_place(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.open_for("Q1", "马渡险工 26 坝", (113.7, 34.9))
    assert sheet.people.value() == 5
    assert not sheet.start.isEnabled()
    assert sheet.why_not.text() == "写明在做什么"
    sheet.task.setText("根石探摸")
    sheet.interval.setValue(20)
    assert sheet.start.text() == "“巡防一队”开始计时"
    sheet.start.click()
    (body,) = room.bodies
    assert isinstance(body, WatchStarted)
    watch = body.watch
    assert (watch.team, watch.task, watch.interval_min, watch.people) == ("Q1", "根石探摸", 20, 5)
    assert (watch.place, watch.lon, watch.lat) == ("马渡险工 26 坝", 113.7, 34.9)
    assert [row.id for row in sheet.model.rows()] == [watch.id]
    assert (sheet.task.text(), sheet.place.text()) == ("", "")


def test_a_refused_timer_keeps_what_was_typed(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.step_requested.disconnect(room.do)
    sheet.open_for("Q1")
    sheet.task.setText("根石探摸")
    sheet.start.click()
    assert sheet.task.text() == "根石探摸"


def test_a_team_is_picked_from_the_list_or_by_typing_a_name(sheet) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for()
    sheet.team.picked.emit("S003")
    assert sheet.team_said.text() == "测试3"


def test_the_countdown_runs_and_an_overdue_team_is_loud_without_taking_the_keyboard(sheet) -> None:
    room = SmallRoom(out(), sheet)
    sheet.open_for()
    field = QLineEdit(sheet)
    field.show()
    field.setFocus()
    start = room.now.watches["W1"].last_at
    sheet.show_time(start + timedelta(minutes=5))
    assert sheet.model.row(0).state == "剩 10 分钟"
    assert sheet.loud.text() == ""
    sheet.show_time(start + timedelta(minutes=18))
    first = sheet.model.row(0)
    assert (first.state, first.overdue) == ("超时 3 分钟", True)
    assert sheet.loud.text() == "平安计时告警：巡防一队 5 人"
    assert sheet.focusWidget() is field


def test_word_by_radio_starts_the_clock_anew(sheet) -> None:
    room = SmallRoom(out(), sheet)
    sheet.open_for()
    sheet.show_time(room.now.at + timedelta(minutes=18))
    sheet.table.choose(["W1"], tell=True)
    assert sheet.well.text() == "已报平安 巡防一队"
    sheet.note.setText("对讲机：一切正常")
    sheet.well.click()
    assert room.bodies == [WatchAnswered("W1", True, "对讲机：一切正常")]
    assert room.now.watches["W1"].last_at == room.now.at
    assert sheet.note.text() == ""


def test_a_call_for_help_stands_first_until_the_team_is_well_again(sheet) -> None:
    room = SmallRoom(out(), sheet)
    sheet.open_for()
    sheet.table.choose(["W2"], tell=True)
    sheet.help.click()
    assert sheet.model.row(0).id == "W2"
    assert "巡防二队" in sheet.loud.text()
    sheet.table.choose(["W2"], tell=True)
    sheet.well.click()
    assert sheet.loud.text() == ""
    assert room.now.watches["W2"].help_at is None


def test_a_team_that_is_back_moves_to_the_others(sheet) -> None:
    room = SmallRoom(out(), sheet)
    sheet.open_for()
    sheet.table.choose(["W1"], tell=True)
    sheet.end.click()
    assert room.bodies == [WatchEnded("W1", "")]
    assert [row.id for row in sheet.model.rows()] == ["W2"]
    sheet.filter.choose(["ended"])
    sheet.filter.chosen.emit(("ended",))
    assert [row.id for row in sheet.model.rows()] == ["W1"]
    assert not sheet.well.isEnabled()


def test_a_team_is_called_and_shown_on_the_map(sheet, qtbot) -> None:
    SmallRoom(out(), sheet)
    sheet.open_watch("W1")
    with qtbot.waitSignal(sheet.call_requested) as asked:
        sheet.phone.click()
    assert asked.args == [["Q1"], "W1"]
    with qtbot.waitSignals([sheet.selection_requested, sheet.place_requested]):
        sheet.table.opened.emit("W1")
    with qtbot.waitSignal(sheet.selection_requested) as chosen:
        sheet.table.opened.emit("W1")
    assert chosen.args == [Selection("squads", "Q1")]


def test_in_a_what_if_nobody_goes_out(sheet) -> None:
    now = township_with_squads()
    SmallRoom(now, sheet)
    sheet.open_for("Q1")
    sheet.task.setText("根石探摸")
    assert sheet.start.isEnabled()
    sheet.show_preview(preview(now, 22_000.0))
    assert not sheet.start.isEnabled()
    assert "推演中不计时" in sheet.why_not.text()


def test_the_list_keeps_to_the_rules_of_item_models(sheet) -> None:
    tester = QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet)
    room = SmallRoom(out(), sheet)
    sheet.open_for()
    room.do(WatchAnswered("W2", well=False))
    for minutes in (1, 20, 70):
        sheet.show_time(room.now.at + timedelta(minutes=minutes))
    room.do(WatchEnded("W1"))
    assert tester is not None
