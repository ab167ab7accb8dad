"""Incidents in the patrol workspace: list, page, closed loop, time limits, report, and the acts they ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from data.model.dispatch import IncidentState
from data.model.field import Device, PhoneRole
from data.model.field_steps import DeviceEnrolled
from data.model.people import Squad
from data.model.register import Register
from data.model.situation import Touched
from data.model.steps import IncidentAmended, IncidentClosed, IncidentMoved, IncidentRaised, ReportReceived
from tests.township import NOON, after
from tests.views.incident_sample import HEAD, TABLES, incident, place, report
from tests.views.small_room import SmallRoom, look
from views.incident_panel import IncidentPanel
from views.pane import Selection
from widgets.step_line import StepState

GRAVE = incident(id="I2", place="南裹头", kind="管涌", structure="堤防", works="", grade=1, suggested=0, lon=None)
DONE = incident(id="I3", place="申庄")


@pytest.fixture
def panel(qtbot):
    made = IncidentPanel(look(), TABLES)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    return made


def standing(*more):
    now = after(place(), ReportReceived(report()), IncidentRaised(incident(report="R1")), IncidentRaised(GRAVE))
    return after(now, IncidentRaised(DONE), IncidentClosed("I3", "误报"), *more)


def at_work(panel, *more) -> SmallRoom:
    made = SmallRoom(standing(*more), panel)
    panel.show_selection(Selection("incident", "I1"))
    return made


def near_teams(panel, *more):
    """Two squads about, of which the leader of the nearer one has a phone."""
    now = standing(*more)
    squads = (
        Squad("Q1", "抢险一队", "抢险", leader="S001", lon=HEAD[0] + 0.001, lat=HEAD[1]),
        Squad("Q2", "抢险二队", "抢险", leader="S002", lon=HEAD[0] + 0.1, lat=HEAD[1]),
    )
    now = replace(now, registers=now.registers.having(Register("squads", squads, digest="q")))
    phone = Device("d1", "S001", PhoneRole.SQUAD_LEADER, "手机", "0" * 64, NOON)
    room = SmallRoom(after(now, DeviceEnrolled(phone)), panel)
    panel.show_selection(Selection("incident", "I1"))
    return room


# who is near


def test_who_is_near_an_incident_is_called_and_called_by_video_where_he_has_a_phone(panel, qtbot):
    near_teams(panel)
    near = panel.page.near
    assert [line.id for line in near.list.lines()] == ["Q1", "Q2"]
    near.list.choose(["Q1"])
    near._ready()
    with qtbot.waitSignal(panel.call_requested) as called:
        near.call.click()
    assert near.video.isVisibleTo(near)
    with qtbot.waitSignal(panel.video_requested) as seen:
        near.video.click()
    assert called.args == seen.args == [["Q1"], "incident/I1"]
    near.list.choose(["Q2"])
    near._ready()
    assert not near.video.isVisibleTo(near), "its leader has no phone enrolled"


def test_a_team_is_sent_to_an_incident_by_an_order_that_names_it(panel):
    room = near_teams(panel)
    near, order = panel.page.near, panel.page.order
    near.list.choose(["Q1"])
    near._ready()
    near.send.click()
    assert "马渡险工 26坝 上跨角" in order.title.text()
    assert "抢险一队" in order.give.text()
    order.give.click()
    (task,) = (one for one in room.now.tasks.values() if one.id.startswith("order/"))
    assert (task.assignee, task.title) == ("Q1", "到 马渡险工 26坝 上跨角 参加根石坍塌抢护")
    assert not order.isVisibleTo(panel.page)
    assert order.title.text() == ""


def test_nobody_is_near_to_an_incident_without_a_place_or_closed(panel):
    near_teams(panel, IncidentClosed("I1", "误报"))
    assert not panel.page.near.isVisibleTo(panel.page)
    panel.show_selection(Selection("incident", "I2"))
    assert not panel.page.near.isVisibleTo(panel.page)


# what is shown


def test_open_incidents_come_late_ones_first_and_closed_ones_are_counted_apart(panel):
    at_work(panel)
    panel.show_time(NOON + timedelta(minutes=20))
    rows = panel.table.model().rows()
    assert [(row.id, row.limit) for row in rows] == [("I2", "首报 超时 5 分钟"), ("I1", "首报 剩 10 分钟")]
    chips = panel.chips
    assert [(button.chip.count, button.chip.urgent) for button in chips._buttons.values()] == [(2, 1), (1, 0), (3, 0)]
    chips._clicked("closed")
    assert {row.id for row in panel.table.model().rows()} == {"I3", "I1"}  # what is looked at stays


def test_the_line_of_steps_shows_where_it_stands_what_was_passed_and_what_was_left_out(panel):
    at_work(panel, IncidentMoved("I1", IncidentState.GUARDED), IncidentMoved("I1", IncidentState.FIGHTING, "先抢后批"))
    steps = panel.page.loop.steps()
    how = [one.state for one in steps]
    done, left, ahead = StepState.DONE, StepState.LEFT_OUT, StepState.AHEAD
    assert how == [done, done, done, left, left, StepState.NOW, ahead, ahead, ahead, ahead]
    assert steps[3].tip == "方案审批（跳过）"
    assert steps[5].detail == "12:08"


def test_going_back_takes_away_the_times_of_what_lies_ahead_again(panel):
    at_work(panel, IncidentMoved("I1", IncidentState.FIGHTING, "x"), IncidentMoved("I1", IncidentState.GUARDED, "退"))
    steps = panel.page.loop.steps()
    assert (steps[2].state, steps[5].state, steps[5].detail) == (StepState.NOW, StepState.AHEAD, "")


def test_limits_are_said_as_running_late_and_kept(panel):
    here = at_work(panel)
    panel.show_time(NOON + timedelta(minutes=20))
    assert panel.page.limits.text() == "首报 12:30 前，剩 10 分钟"
    panel.show_time(NOON + timedelta(minutes=45))
    assert (panel.page.limits.text(), panel.page.limits.property("tone")) == ("首报 12:30 前，超时 15 分钟", "urgent")
    here.do(IncidentAmended(here.now.incidents["I1"], "【首报】区防指"))
    panel.show_time(here.now.at)
    assert panel.page.limits.text().startswith("首报 已报 12:07　续报 13:07 前")


def test_facts_name_what_is_still_owed_and_lead_to_the_report(panel, qtbot):
    at_work(panel)
    shown = {caption.text(): value.text() for caption, value in panel.page.facts._lines if not caption.isHidden()}
    assert (shown["根石台墩蛰入水"], shown["需求"], shown["伤亡与影响"]) == ("1.2 m", "＿＿", "＿＿")
    assert shown["位置"].startswith("马渡险工　21+300")
    with qtbot.waitSignal(panel.selection_requested) as said:
        panel.page.facts.followed.emit("R1")
    assert said.args == [Selection("report", "R1")]


def test_a_grade_other_than_the_suggested_one_shows_both_with_the_reason(panel):
    changed = incident(id="I4", grade=1, measures=(("grade_reason", "夜间加重"),))
    at_work(panel, IncidentRaised(changed))
    panel.show_selection(Selection("incident", "I4"))
    lines = [(caption.text(), value.text()) for caption, value in panel.page.facts._lines]
    assert lines[:2] == [("等级", "重大（建议 较大）"), ("定级理由", "夜间加重")]


def test_the_history_has_who_and_when_and_the_newest_first(panel):
    at_work(panel, IncidentMoved("I1", IncidentState.GUARDED, "警戒线 5 米"))
    rows = panel.page.history.model().rows()
    assert [(row.at, row.what, row.note) for row in rows] == [
        ("06-24 12:07", "现场警戒", "警戒线 5 米"),
        ("06-24 12:03", "定级 · 定为较大", "根石台下沉"),
    ]
    assert "指挥长丙" in rows[0].who


def test_the_report_names_what_it_lacks_and_is_copied_whole(panel, qtbot):
    at_work(panel)
    page = panel.page.report
    assert page.missing.text().startswith("缺 人员伤亡与影响、需求")
    assert page.text.toPlainText().startswith("根石坍塌（较大险情）首报\n1. 时间：2020年6月24日12时00分发现")
    with qtbot.waitSignal(panel.message_requested) as said:
        page.copy.click()
    assert QGuiApplication.clipboard().text() == page.text.toPlainText()
    assert said.args == ["已复制：根石坍塌（较大险情）首报"]


def test_without_incidents_the_panel_says_what_to_do(panel, qtbot):
    SmallRoom(place(), panel)
    assert panel._right.currentIndex() == 0
    with qtbot.waitSignal(panel.raise_requested):
        panel.raise_new.click()


def test_an_old_incident_without_structure_or_measures_is_shown_all_the_same(panel):
    plain = incident(id="I9", structure="", kind="管涌", measures=(), works="", suggested=0, lon=None, text="")
    at_work(panel, IncidentRaised(plain))
    panel.show_selection(Selection("incident", "I9"))
    assert panel.page.title.text() == "较大险情 · 管涌"
    assert "没有这类险情的处置卡" in panel.page.card._source.text()


@pytest.mark.parametrize(("width", "way"), [(1180, Qt.Orientation.Horizontal), (420, Qt.Orientation.Vertical)])
def test_list_and_page_stand_beside_each_other_only_where_there_is_room(panel, width, way):
    at_work(panel, IncidentRaised(replace(GRAVE, id="I5", place="很长的地名" * 30)))
    panel.resize(width, 640)
    assert panel._sides.orientation() is way
    assert panel.width() == width
    assert panel.page.loop.roomy() is (width > 1000)
    for part in (panel.page.acts.next, panel.page.acts.end, panel.page.acts.note):
        assert panel.rect().contains(part.mapTo(panel, part.rect().topRight()))


def test_the_lists_keep_to_the_rules_of_item_models(panel):
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(one.model(), fatal, panel) for one in (panel.table, panel.page.history)]
    here = at_work(panel)
    here.do(IncidentMoved("I1", IncidentState.FIGHTING, "先抢后批"))
    here.do(IncidentClosed("I2", "并入他处"))
    panel.show_situation(place(), Touched.everything())
    assert testers


# what is said


def test_the_usual_step_is_one_key_away_and_takes_its_note_along(panel):
    here = at_work(panel)
    acts = panel.page.acts
    assert acts.next.text() == "转入 现场警戒"
    acts.note.setFocus()
    QTest.keyClicks(acts.note, "done")
    QTest.keyClick(acts.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here.bodies == [IncidentMoved("I1", IncidentState.GUARDED, "done")]
    assert (acts.note.text(), acts.next.text()) == ("", "转入 方案审批")


def test_leaving_out_steps_and_going_back_wait_for_a_note(panel):
    here = at_work(panel)
    acts = panel.page.acts
    acts.others.choose(IncidentState.FIGHTING.value)
    acts.others.picked.emit("fighting")
    assert (acts.go.isEnabled(), acts.go.toolTip()) == (False, "先写说明")
    acts.note.setText("先抢护后补批")
    acts.go.click()
    assert here.bodies == [IncidentMoved("I1", IncidentState.FIGHTING, "先抢护后补批")]


def test_closing_out_of_course_wants_a_note_and_filing_follows_the_review(panel):
    here = at_work(panel)
    acts = panel.page.acts
    assert not acts.end.isEnabled()
    acts.note.setText("误报")
    acts.end.click()
    assert here.bodies == [IncidentClosed("I1", "误报")]
    assert (acts.next.isVisible(), acts.end.isVisible(), acts.amend.isEnabled()) == (False, False, False)
    reviewed = standing(IncidentMoved("I1", IncidentState.REVIEWED, "险情解除"))
    here.show(reviewed)
    assert (acts.next.text(), acts.next.isEnabled(), acts.end.isVisible()) == ("转入 销号归档", False, False)
    acts.note.setText("复核通过")
    acts.next.click()
    assert here.now.incidents["I1"].closed_at is not None


def test_a_note_stays_with_the_incident_it_was_begun_for(panel):
    at_work(panel)
    panel.page.acts.note.setText("抛石 20 方")
    panel.table.choose(["I2"], tell=True)
    assert panel.page.acts.note.text() == ""
    panel.table.choose(["I1"], tell=True)
    assert panel.page.acts.note.text() == "抛石 20 方"


def test_a_step_from_elsewhere_does_not_take_the_note_being_written(panel):
    here = at_work(panel)
    panel.page.acts.note.setText("抛石 20 方")
    here.show(after(here.now, IncidentMoved("I1", IncidentState.GUARDED)))
    assert panel.page.acts.note.text() == "抛石 20 方"


def test_a_report_that_went_up_is_noted_and_the_next_one_is_a_later_one(panel):
    here = at_work(panel)
    page = panel.page.report
    assert (page.done.text(), page.to.text()) == ("记为已首报", "区防指、惠金河务局")
    page.done.click()
    (body,) = here.bodies
    assert (body.note, body.incident.id) == ("【首报】区防指、惠金河务局", "I1")
    assert page.done.text() == "记为已续报"
    assert "续报（第 1 次）" in page.text.toPlainText()
    assert panel.page.tabs.tabText(1) == "续报"


def test_amending_pictures_and_the_map_are_asked_for(panel, qtbot):
    at_work(panel)
    with qtbot.waitSignal(panel.amend_requested) as amended:
        panel.page.acts.amend.click()
    with qtbot.waitSignal(panel.pictures_requested) as pictures:
        panel.page.facts.followed.emit("pictures")
    with qtbot.waitSignal(panel.place_requested) as where:
        panel.table.opened.emit("I1")
    assert (amended.args, pictures.args, where.args) == (["I1"], ["I1"], list(HEAD))
    with qtbot.waitSignal(panel.message_requested) as told:
        panel.table.opened.emit("I2")
    assert "没有坐标" in told.args[0]


def test_a_chosen_row_is_selected_everywhere_and_a_shown_selection_is_not_said_again(panel, qtbot):
    at_work(panel)
    with qtbot.assertNotEmitted(panel.selection_requested):
        panel.show_selection(Selection("incident", "I2"))
    with qtbot.waitSignal(panel.selection_requested) as said:
        panel.table.choose(["I1"], tell=True)
    assert said.args == [Selection("incident", "I1")]
