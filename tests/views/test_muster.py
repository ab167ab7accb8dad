"""点名: whoever is called is counted once, silence is loud only when the clock has run out, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from data.model.field import Answer, Muster, MusterLine
from data.model.field_steps import MusterAnswered, MusterCalled, MusterClosed
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.signoff import preview
from tests import township
from tests.views.small_room import SmallRoom, look, township_with_squads
from views.muster import MusterSheet
from widgets.marks import Shape

PEOPLE = tuple(f"S{n:03d}" for n in range(1, 7))


@pytest.fixture
def sheet(qtbot):
    made = MusterSheet(look())
    qtbot.addWidget(made)
    made.resize(1100, 640)
    return made


def called(minutes: int = 10) -> Situation:
    now = township_with_squads()
    muster = Muster("M1", "夜巡到位", now.at, "U1", minutes, tuple(MusterLine(person) for person in PEOPLE))
    return township.after(
        now,
        MusterCalled(muster),
        MusterAnswered("M1", ("S001", "S002"), Answer.PRESENT),
        MusterAnswered("M1", ("S003",), Answer.AWAY, "外出"),
        MusterAnswered("M1", ("S004",), Answer.HELP, "缺照明"),
    )


def chips(sheet: MusterSheet) -> dict[str, tuple[int | None, int]]:
    return {one.chip.key: (one.chip.count, one.chip.urgent) for one in sheet.filter._buttons.values()}


def test_a_roll_call_needs_people_and_a_title_and_then_shows_its_board(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["Q1"])
    assert sheet.call.text() == "开始点名 5 人"
    assert not sheet.call.isEnabled()
    assert sheet.why_not.text() == "写明点什么名"
    sheet.title.setText("夜巡到位")
    sheet.minutes.setValue(15)
    sheet.call.click()
    (body,) = room.bodies
    assert isinstance(body, MusterCalled)
    assert (body.muster.title, body.muster.minutes, len(body.muster.lines)) == ("夜巡到位", 15, 5)
    assert sheet.pick.key() == body.muster.id
    assert len(sheet.model.rows()) == 5
    assert sheet.title.text() == ""
    assert sheet.left.text() == "剩 15 分钟"


def test_a_refused_roll_call_keeps_what_was_typed(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.step_requested.disconnect(room.do)
    sheet.open_for(["Q1"])
    sheet.title.setText("夜巡到位")
    sheet.call.click()
    sheet.show_refusal("未能办理")
    assert sheet.title.text() == "夜巡到位"
    assert sheet.refusal.text() == "未能办理"
    assert sheet.audience.outreach.people


def test_opened_without_people_it_shows_the_roll_call_that_runs_the_pressing_first(sheet) -> None:
    SmallRoom(called(), sheet)
    sheet.open_for()
    assert sheet.pick.key() == "M1"
    assert [row.id for row in sheet.model.rows()][:3] == ["S004", "S005", "S006"]
    assert chips(sheet) == {"": (6, 0), "none": (2, 0), "help": (1, 1), "away": (1, 0), "present": (2, 0)}
    assert sheet.model.columns[0].mark_getter(sheet.model.row(0)).shape is Shape.TRIANGLE


def test_silence_is_loud_only_when_the_clock_has_run_out(sheet) -> None:
    room = SmallRoom(called(), sheet)
    sheet.open_for()
    assert sheet.left.text().startswith("剩")
    assert not any(row.late for row in sheet.model.rows())
    sheet.show_time(room.now.at + timedelta(minutes=30))
    assert sheet.left.text().startswith("超时")
    assert sheet.left.property("tone") == "urgent"
    assert {row.id for row in sheet.model.rows() if row.late} == {"S005", "S006"}
    assert chips(sheet)["none"] == (2, 2)


def test_answers_are_marked_by_hand_for_all_chosen_and_can_be_taken_back(sheet) -> None:
    room = SmallRoom(called(), sheet)
    sheet.open_for()
    sheet.table.choose(["S005", "S006"], tell=True)
    assert sheet.marks[Answer.PRESENT].text() == "到 2 人"
    sheet.note.setText("电台应答")
    sheet.marks[Answer.PRESENT].click()
    sheet.table.choose(["S006"], tell=True)
    sheet.marks[Answer.NONE].click()
    assert room.bodies[0] == MusterAnswered("M1", ("S005", "S006"), Answer.PRESENT, "电台应答")
    assert room.bodies[1] == MusterAnswered("M1", ("S006",), Answer.NONE)
    assert sheet.note.text() == ""
    assert {line.person: line.answer for line in room.now.musters["M1"].lines}["S006"] is Answer.NONE


def test_one_click_calls_only_those_who_have_not_answered(sheet, qtbot) -> None:
    SmallRoom(called(), sheet)
    sheet.open_for()
    assert sheet.phone.text() == "电话叫未应答 2 人"
    with qtbot.waitSignal(sheet.call_requested) as asked:
        sheet.phone.click()
    assert asked.args == [["S005", "S006"], "M1"]


def test_a_closed_roll_call_stays_in_the_list_with_how_long_it_took(sheet) -> None:
    room = SmallRoom(called(), sheet)
    sheet.open_for()
    sheet.reason.setText("2 人外出")
    sheet.close_call.click()
    assert room.bodies == [MusterClosed("M1", "2 人外出")]
    assert sheet.left.text().startswith("历时")
    assert "2 人外出" in sheet.head.text()
    assert not sheet.close_call.isVisible()
    assert not sheet.phone.isVisible()
    sheet.open_for()
    assert sheet.pick.key() == ""
    assert sheet.pick.itemText(1).endswith("已结束")


def test_in_a_what_if_nobody_is_called_and_in_a_drill_they_are(sheet) -> None:
    now = township_with_squads()
    SmallRoom(now, sheet)
    sheet.open_for(["Q1"])
    sheet.title.setText("夜巡到位")
    sheet.show_preview(preview(now, 22_000.0))
    assert not sheet.call.isEnabled()
    assert "推演中不点名" in sheet.why_not.text()
    sheet.show_preview(None)
    assert sheet.call.isEnabled()
    SmallRoom(replace(now, realm=Realm.DRILL), sheet)
    assert sheet.call.isEnabled()


def test_the_board_keeps_to_the_rules_of_item_models(sheet) -> None:
    tester = QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet)
    room = SmallRoom(called(), sheet)
    sheet.open_for()
    room.do(MusterAnswered("M1", ("S006",), Answer.HELP))
    sheet.filter.choose(["none"])
    sheet.filter.chosen.emit(("none",))
    sheet.show_time(room.now.at + timedelta(hours=1))
    assert [row.id for row in sheet.model.rows()] == ["S005"]
    assert tester is not None
