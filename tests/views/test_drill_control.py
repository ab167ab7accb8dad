"""导调台: what exercise control sees of a drill, and what it asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import resources
from data.feeds.scenario import read_scenario
from data.model.drill import Drill, Fired, InjectMark
from data.model.office import Medium
from data.model.scores import Answered, Outward, Verdict
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from desktop import theme as look
from views.drill_control import DrillControl

SCENARIO = read_scenario(Path(__file__).parents[1] / "desktop" / "small_drill.toml", resources.path("demo"))
BEGAN = SCENARIO.starts_at
NOW = Situation(realm=Realm.DRILL, at=BEGAN, drill=Drill("d", SCENARIO.title, "", BEGAN, 1, constructed=True))


@pytest.fixture
def control(qtbot: QtBot) -> DrillControl:
    made = DrillControl(look.load("dark", 1.0).theme)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    made.show_time(BEGAN)
    made.show_situation(NOW, Touched.everything())
    made.show_scenario(SCENARIO)
    return made


def rows(control: DrillControl) -> list[tuple[str, str, str]]:
    return [(row.id, row.when, row.state) for row in control.model.rows()]


def marked(inject: str) -> Situation:
    assert NOW.drill is not None
    mark = InjectMark(inject, "", BEGAN + timedelta(minutes=5), Fired.FIRED, "script")
    return replace(NOW, drill=replace(NOW.drill, marks=(mark,)))


def test_what_waits_is_listed_by_its_time_and_what_was_fired_leaves_the_list(control: DrillControl) -> None:
    assert rows(control) == [("a1", "08:05", "waiting"), ("m1", "08:08", "waiting")]
    control.show_situation(marked("a1"), Touched.DRILL)
    assert rows(control) == [("m1", "08:08", "waiting")]
    control.filter.choose(["fired"])
    control.filter.chosen.emit(("fired",))
    assert [row[0] for row in rows(control)] == ["a1"]


def test_an_inject_is_fired_by_hand_or_withheld_with_a_reason_only(control: DrillControl, qtbot: QtBot) -> None:
    control.table.choose(["m1"], tell=True)
    with qtbot.waitSignal(control.fire_requested) as fired:
        control.fire.click()
    assert fired.args == ["m1"]
    assert not control.withhold.isEnabled()
    control.reason.setText("改由电话口述")
    with qtbot.waitSignal(control.withhold_requested) as held:
        control.withhold.click()
    assert held.args == ["m1", "改由电话口述"]


def test_control_speaks_as_anybody_and_only_with_a_name_and_words(control: DrillControl, qtbot: QtBot) -> None:
    control.who.setText("惠济区防指")
    assert not control.speak.isEnabled()
    control.words.setPlainText("请报上堤人数")
    with qtbot.waitSignal(control.spoke) as said:
        control.speak.click()
    assert said.args == [Medium.TELEPHONE, "惠济区防指", "请报上堤人数"]
    assert control.words.toPlainText() == ""


def test_the_clock_is_started_at_the_pace_chosen_and_jumps_to_the_next_inject(
    control: DrillControl, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(control.pace_requested) as pace:
        control.play.click()
    assert pace.args == [60]
    control.show_pace(60)
    with qtbot.waitSignal(control.pace_requested) as paused:
        control.play.click()
    assert paused.args == [0]
    with qtbot.waitSignal(control.jump_requested) as jumped:
        control.forward[2].click()
    assert jumped.args == [5.0]


def test_what_is_late_and_what_wanted_to_leave_is_said(control: DrillControl) -> None:
    due = BEGAN + timedelta(minutes=20)
    one = SCENARIO.injects[0].expects[0]
    answer = Answered("a1", one.id, one.act, one.role, "", BEGAN, due, None, None, Verdict.MISSED)
    control.show_situation(marked("a1"), Touched.DRILL)
    control.show_answers((answer,), Outward(3, 3, 0))
    values = [value.text() for _, value in control.score._lines]
    assert values == ["按时 0 · 超时完成 0 · 未做 1 · 在时限内 0", "拦下 3 条，实际对外 0 条"]


def test_the_end_wants_a_reason_and_then_nothing_can_be_fired(control: DrillControl, qtbot: QtBot) -> None:
    assert not control.end.isEnabled()
    control.why.setText("时间到")
    with qtbot.waitSignal(control.end_requested) as ended:
        control.end.click()
    assert ended.args == ["时间到"]
    assert NOW.drill is not None
    over = replace(NOW, drill=replace(NOW.drill, ended_at=BEGAN, reason="时间到"))
    control.show_situation(over, Touched.DRILL)
    control.table.choose(["m1"], tell=True)
    assert not control.fire.isEnabled()
    assert not control.play.isEnabled()


def test_what_was_chosen_stays_chosen_when_it_goes_out_by_itself_and_no_other_is_fired(control: DrillControl) -> None:
    control.table.choose(["a1"], tell=True)
    control.reason.setText("改由电话")
    asked: list[str] = []
    control.fire_requested.connect(asked.append)
    control.show_situation(marked("a1"), Touched.DRILL)
    assert rows(control) == [("m1", "08:08", "waiting")]
    assert control.name.text() == SCENARIO.injects[0].title
    assert (control.fire.isEnabled(), control.withhold.isEnabled()) == (False, False)
    assert "已于 08:05 下发" in control.barred.text()
    assert control.reason.text() == "改由电话", "nothing typed is lost"
    control.fire.click()
    assert asked == []


def test_what_was_withheld_is_said_so_listed_by_itself_and_may_still_be_fired(
    control: DrillControl, qtbot: QtBot
) -> None:
    assert NOW.drill is not None
    mark = InjectMark("m1", "", BEGAN + timedelta(minutes=5), Fired.WITHHELD, "control", "时间不够")
    control.show_situation(replace(NOW, drill=replace(NOW.drill, marks=(mark,))), Touched.DRILL)
    control.filter.choose(["withheld"])
    control.filter.chosen.emit(("withheld",))
    (row,) = control.model.rows()
    assert (row.id, row.state_words) == ("m1", "已扣发")
    assert not control.withhold.isEnabled()
    with qtbot.waitSignal(control.fire_requested) as fired:
        control.fire.click()
    assert fired.args == ["m1"]


def test_after_a_word_was_sent_the_next_goes_to_the_same_place_and_enter_in_the_reason_ends_nothing(
    control: DrillControl, qtbot: QtBot
) -> None:
    ended: list[str] = []
    control.end_requested.connect(ended.append)
    control.activateWindow()
    control.who.setText("惠济区防指")
    control.words.setPlainText("请报上堤人数")
    control.speak.setFocus()
    qtbot.keyClick(control.speak, Qt.Key.Key_Space)
    assert control.focusWidget() is control.words
    assert (control.words.toPlainText(), control.why.text(), control.end.isEnabled()) == ("", "", False)
    control.why.setText("时间到")
    qtbot.keyClick(control.why, Qt.Key.Key_Return)
    assert ended == []
