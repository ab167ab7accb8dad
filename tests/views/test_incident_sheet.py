"""The incident form: what it asks for, what it suggests, and that exactly what a person decided is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from data.model.dispatch import IncidentMark
from data.model.situation import Touched
from data.model.steps import IncidentAmended, IncidentRaised, ReportReceived, TaskOrdered
from data.model.task import Task
from tests.township import NOON, after
from tests.views.incident_sample import HEAD, TABLES, incident, place, report
from tests.views.small_room import SmallRoom, look
from views.incident_sheet import IncidentSheet
from views.pane import Selection


@pytest.fixture
def sheet(qtbot):
    made = IncidentSheet(look(), TABLES)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def room(sheet, now=None) -> SmallRoom:
    return SmallRoom(now or after(place(), ReportReceived(report())), sheet)


def opened(sheet) -> SmallRoom:
    made = room(sheet)
    sheet.open_for(made.now.reports["R1"])
    return made


def choose(combo, key: str) -> None:
    combo.choose(key)
    combo.picked.emit(combo.key())


def write(sheet, name: str, text: str) -> None:
    editor = sheet.form.measures.editor(name)
    if hasattr(editor, "choose"):
        choose(editor, text)
    else:
        editor.setText(text)


def press(qtbot, sheet, field, key, modifier) -> None:
    """A shortcut is heard only where the keyboard is."""
    sheet.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, key, modifier)


def piping(sheet) -> None:
    choose(sheet.form.structure, "堤防")
    choose(sheet.form.kind, "管涌")
    sheet.form.place.place.setText("南裹头背河堤脚")


# what is shown


def test_a_report_fills_in_where_what_and_when_but_never_the_grade(sheet):
    opened(sheet)
    draft = sheet.draft()
    assert (draft.structure, draft.kind, draft.works, draft.spur) == ("险工", "根石坍塌", "MD", "MD-26")
    assert (draft.chainage_m, draft.place, draft.lon, draft.at) == (21300.0, "马渡 26坝", HEAD[0], NOON)
    assert (draft.grade, draft.measures, draft.text) == (0, (), "根石台下沉约一米")
    assert not sheet.send.isEnabled()
    assert "接报建议 一般" in sheet.form.lead.text()


def test_a_kind_asks_exactly_for_its_own_fields_and_those_of_every_kind(sheet):
    opened(sheet)
    assert [field.name for field in sheet.form.measures._fields] == [
        field.name for field in TABLES.fields("险工", "根石坍塌")
    ]
    choose(sheet.form.structure, "堤防")
    assert sheet.form.measures._fields == ()
    choose(sheet.form.kind, "渗水")
    assert [f.name for f in sheet.form.measures._fields][:4] == ["water", "sand", "area_m2", "flow_ls"]
    assert sheet.card.card().principle == "临河截渗、背河导渗"


def test_the_suggested_grade_appears_while_one_types_with_the_row_that_says_so(sheet):
    opened(sheet)
    assert (sheet.grade.figure.text(), sheet.grade.why.text()) == ("暂无", "还差：根石台墩蛰入水")
    write(sheet, "sink_m", "1.2")
    assert (sheet.grade.figure.text(), sheet.grade.why.text()) == ("较大", "根石台墩蛰入水 0.5–2 m")
    assert "需按河务局文件核对（可信度中）" in sheet.grade.source.text()
    write(sheet, "sink_m", "2")
    assert sheet.grade.figure.text() == "重大"
    assert sheet.grade.grade() == 0


def test_a_kind_that_the_table_does_not_grade_leaves_it_to_a_person(sheet):
    opened(sheet)
    choose(sheet.form.kind, "坝岸溃膛")
    assert "分级表没有列这类险情" in sheet.grade.why.text()
    assert not sheet.grade.adopt.isVisible()
    sheet.grade.grades[2].click()
    assert sheet.send.isEnabled()
    assert "没有这类险情的处置卡" in sheet.card._source.text()


def test_what_the_first_report_still_lacks_is_said_before_confirming(sheet):
    opened(sheet)
    write(sheet, "sink_m", "1.2")
    sheet.grade.adopt.click()
    assert sheet.note.text() == "可先确认后补。首报尚缺：河势、人员伤亡与影响、已采取措施、需求"


def test_the_limit_of_the_first_report_and_what_the_plan_asks_for_follow_the_grade(sheet):
    now = after(place(), ReportReceived(report()))
    room(sheet, replace(now, basis=replace(now.basis, flow_m3s=4600.0)))
    sheet.open_empty()
    piping(sheet)
    sheet.grade.grades[1].click()
    assert "15 分钟内首报" in sheet.limits.text()
    assert "可改，需按河务局文件核对（可信度低）" in sheet.limits.toolTip()
    assert "列入 1 条待签发指令" in sheet.follows.text()
    choose(sheet.form.kind, "裂缝")
    assert "没有随" in sheet.follows.text()


def test_a_point_of_the_map_near_a_spur_is_at_that_spur_and_elsewhere_on_the_levee(sheet):
    room(sheet)
    sheet.open_at(113.7002, 34.9103)
    assert (sheet.draft().spur, sheet.draft().structure, sheet.draft().lon) == ("MD-26", "险工", 113.7002)
    sheet.open_at(113.75, 34.95, "申庄")
    assert (sheet.draft().spur, sheet.draft().structure, sheet.draft().place) == ("", "堤防", "申庄")


def test_a_task_whose_words_name_a_spur_opens_the_form_there(sheet):
    task = Task("T1", "马渡 26坝 抛石", "R07", NOON, 4600.0, assignee="S003")
    here = room(sheet, after(place(), TaskOrdered(task)))
    sheet.open_for_task(here.now.tasks["T1"])
    assert (sheet.draft().spur, sheet.draft().place, sheet.draft().text) == ("MD-26", "马渡险工 26坝", "马渡 26坝 抛石")


def test_a_number_that_ends_like_another_is_not_taken_for_it(sheet):
    room(sheet)
    sheet.open_for(report(place="马渡 6坝", lon=None, lat=None))
    assert sheet.draft().spur == "MD-6"


# the place


def test_choosing_a_spur_fills_chainage_position_words_and_structure(sheet):
    room(sheet)
    sheet.open_empty()
    choose(sheet.form.place.works, "DDB")
    assert sheet.form.structure.key() == "控导"
    choose(sheet.form.place.spur, "DDB-6")
    draft = sheet.draft()
    assert (draft.chainage_m, draft.place) == (14500.0, "东大坝下延控导工程 6坝")
    assert draft.lon == pytest.approx(113.6202)
    sheet.form.place.place.setText("6坝 坝头")
    choose(sheet.form.place.works, "MD")
    choose(sheet.form.place.spur, "MD-26")
    assert sheet.draft().place == "6坝 坝头"  # typed words stay


def test_a_chainage_on_the_levee_gives_the_position_and_nonsense_is_told(sheet):
    room(sheet)
    sheet.open_empty()
    piping(sheet)
    QTest.keyClicks(sheet.form.place.chainage, "12+300")
    assert sheet.draft().chainage_m == 12300.0
    assert sheet.draft().lon is not None
    sheet.form.place.chainage.setText("十二公里")
    sheet.form.place.chainage.textEdited.emit("十二公里")
    assert sheet.note.text() == "桩号写成 21+300 的样子"
    assert sheet.form.place.chainage.property("wrong")


def test_what_is_selected_elsewhere_can_be_taken_as_the_place(sheet):
    room(sheet)
    sheet.open_empty()
    assert not sheet.form.place.take.isEnabled()
    sheet.show_selection(Selection("spurs", "MD-26"))
    sheet.form.place.take.click()
    assert (sheet.draft().spur, sheet.form.structure.key()) == ("MD-26", "险工")


# what is said


def test_choosing_a_kind_typing_measures_and_confirming_says_exactly_one_incident_with_everything(sheet, qtbot):
    here = opened(sheet)
    write(sheet, "sink_m", "1.2")
    write(sheet, "length_m", "15")
    write(sheet, "part", "坝头")
    write(sheet, "river", "大溜顶冲")
    sheet.form.casualties.setText("无人员伤亡")
    sheet.form.taken.setText("已警戒")
    sheet.form.needs.setText("铅丝笼 50 个")
    press(qtbot, sheet, sheet.form.needs, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(sheet.send.isEnabled)  # a button pressed by its shortcut is seen to go down first
    assert sheet.send.text() == "确认较大根石坍塌险情"
    with qtbot.waitSignals([sheet.closed, sheet.message_requested, sheet.selection_requested]):
        press(qtbot, sheet, sheet.form.needs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (body,) = here.bodies
    assert isinstance(body, IncidentRaised)
    made = body.incident
    assert (made.structure, made.kind, made.event, made.grade, made.suggested) == (
        "险工", "根石坍塌", "incident.root_stone", 2, 2,
    )  # fmt: skip
    assert dict(made.measures) == {
        "sink_m": "1.2", "length_m": "15", "part": "坝头", "river": "大溜顶冲", "spur": "MD-26", "chainage_m": "21300",
    }  # fmt: skip
    assert (made.works, made.place, made.lon, made.lat) == ("MD", "马渡 26坝", *HEAD)
    assert (made.casualties, made.taken_measures, made.needs) == ("无人员伤亡", "已警戒", "铅丝笼 50 个")
    assert (made.report, made.at, made.text) == ("R1", NOON, "根石台下沉约一米")
    assert here.now.reports["R1"].incident == made.id
    sheet.open_empty()
    assert (sheet.draft().place, sheet.draft().grade) == ("", 0)


def test_another_grade_than_the_suggested_one_wants_a_reason_which_goes_with_it(sheet, qtbot):
    here = opened(sheet)
    write(sheet, "sink_m", "1.2")
    sheet.grade.grades[1].click()
    assert sheet.grade.reason.isVisible()
    assert (sheet.send.isEnabled(), sheet.note.text()) == (False, "与建议等级不同，写明理由")
    sheet.grade.reason.setText("夜间加重")
    qtbot.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    made = here.bodies[0].incident
    assert (made.grade, made.suggested, dict(made.measures)["grade_reason"]) == (1, 2, "夜间加重")


def test_a_measure_out_of_bounds_stops_the_form_and_names_its_bounds(sheet):
    opened(sheet)
    write(sheet, "sink_m", "120")
    sheet.grade.grades[1].click()
    assert (sheet.send.isEnabled(), sheet.note.text()) == (False, "数值不对：根石台墩蛰入水（0–30 m）")
    assert sheet.form.measures.editor("sink_m").property("wrong")


def test_a_time_to_come_is_refused(sheet):
    opened(sheet)
    sheet.grade.grades[3].click()
    sheet.form.at.set_moment(NOON + timedelta(hours=3))
    assert (sheet.send.isEnabled(), sheet.note.text()) == (False, "发现时间晚于现在")


def test_an_empty_form_says_nothing_and_tells_what_it_waits_for(sheet, qtbot):
    room(sheet)
    sheet.open_empty()
    with qtbot.assertNotEmitted(sheet.step_requested):
        press(qtbot, sheet, sheet.form.needs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.note.text() == "先选险情种类"
    assert sheet.grade.why.text() == "选定险情种类、填入量测后，按分级表给出建议"
    assert not any(one.isEnabled() for one in sheet.grade.grades.values())


def test_escape_keeps_the_draft_and_another_report_keeps_it_too(sheet, qtbot):
    here = opened(sheet)
    write(sheet, "sink_m", "1.2")
    sheet.form.needs.setText("铅丝笼")
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet.form.needs, Qt.Key.Key_Escape)
    sheet.hide()
    other = report(id="R2", kind="管涌", place="申庄", lon=None, lat=None)
    sheet.open_for(other)
    assert (sheet.draft().kind, sheet.draft().needs) == ("管涌", "")
    sheet.open_for(here.now.reports["R1"])
    assert (sheet.draft().needs, dict(sheet.draft().measures)) == ("铅丝笼", {"sink_m": "1.2"})
    sheet.clear_form.click()
    assert (sheet.draft().needs, sheet.draft().place) == ("", "马渡 26坝")


def test_a_refused_step_loses_no_word(sheet):
    sheet.show_time(NOON)
    sheet.show_situation(after(place(), ReportReceived(report())), Touched.everything())
    sheet.open_for(report())
    sheet.grade.grades[3].click()
    sheet.send.click()
    sheet.show_refusal("未能办理")
    assert (sheet.refusal.isVisible(), sheet.draft().place) == (True, "马渡 26坝")


def test_amending_starts_from_all_that_is_known_and_wants_a_note(sheet):
    here = room(sheet, after(place(), IncidentRaised(incident())))
    sheet.open_amend("I1")
    assert sheet.panel.title() == "更正险情"
    assert (sheet.draft().grade, dict(sheet.draft().measures)) == (2, {"sink_m": "1.2", "river": "大溜顶冲"})
    write(sheet, "sink_m", "2.5")
    sheet.grade.adopt.click()
    assert (sheet.send.text(), sheet.send.isEnabled()) == ("保存更正：重大根石坍塌", False)
    sheet.amend_note.setText("复测入水 2.5 m，转重大")
    sheet.send.click()
    (body,) = here.bodies
    assert isinstance(body, IncidentAmended)
    known = here.now.incidents["I1"]
    assert (known.grade, known.suggested, known.at, known.taken_measures) == (1, 1, NOON, "已警戒")
    assert known.history[-1] == IncidentMark(here.now.at, "U1", known.state, "复测入水 2.5 m，转重大", 1)
    assert dict(known.measures)["spur"] == "MD-26"


def test_the_form_keeps_within_a_narrow_sheet_and_long_words_push_nothing_out(sheet):
    opened(sheet)
    write(sheet, "sink_m", "1.2")
    sheet.form.place.place.setText("非常长的部位名称" * 20)
    sheet.resize(900, 560)
    sheet.layout().activate()
    assert sheet.width() == 900
    for part in (sheet.send, sheet.grade.adopt, sheet.form.place.place):
        assert sheet.rect().contains(part.mapTo(sheet, part.rect().topRight()))
