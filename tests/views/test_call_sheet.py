"""电话叫应: each outcome is logged, nobody is called twice, and the deputy is offered when nobody answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.dispatch import Call, Outcome, PushState
from data.model.steps import CallLogged, PersonUnmasked
from tests import township
from tests.views.small_room import SmallRoom, look, pushed, township_with_squads
from views.call_sheet import CallSheet


@pytest.fixture
def sheet(qtbot):
    made = CallSheet(look())
    qtbot.addWidget(made)
    made.resize(980, 620)
    return made


def calls(room: SmallRoom) -> list[Call]:
    return [body.call for body in room.bodies if isinstance(body, CallLogged)]


def test_a_list_is_worked_through_one_by_one(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001", "S003", "S005"])
    assert sheet.name.text() == "测试1"
    for _ in range(3):
        sheet.outcomes[Outcome.ANSWERED].click()
    assert [call.person for call in calls(room)] == ["S001", "S003", "S005"]
    assert sheet.name.text() == "名单已打完"
    assert sheet.panel._summary.text() == "3 / 3 人"


def test_a_squad_is_called_through_its_leader(sheet) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["Q1"])
    assert sheet.name.text() == "测试2"


def test_the_note_goes_with_the_call_and_the_next_begins_empty(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001", "S003"])
    sheet.note.setText("缺照明车一台")
    sheet.outcomes[Outcome.NEEDS_HELP].click()
    (call,) = calls(room)
    assert (call.outcome, call.note) == (Outcome.NEEDS_HELP, "缺照明车一台")
    assert sheet.note.text() == ""


def test_no_answer_offers_the_deputy_and_one_click_goes_on_in_their_place(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001", "S003"])
    sheet.outcomes[Outcome.NO_ANSWER].click()
    assert sheet.offer.isVisible()
    assert sheet.call_deputy.text() == "改叫副职 测试2"
    sheet.call_deputy.click()
    assert sheet.name.text() == "测试2（代 测试1）"
    sheet.outcomes[Outcome.ANSWERED].click()
    assert [(call.person, call.deputy_of) for call in calls(room)] == [("S001", ""), ("S002", "S001")]
    assert sheet.name.text() == "测试3"


def test_the_deputy_may_be_passed_over(sheet) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001", "S003"])
    sheet.outcomes[Outcome.NO_ANSWER].click()
    sheet.next_person.click()
    assert sheet.name.text() == "测试3"
    assert not sheet.offer.isVisible()


def test_a_deputy_who_does_not_answer_either_is_not_followed_by_a_further_deputy(sheet) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001"])
    sheet.outcomes[Outcome.NO_ANSWER].click()
    sheet.call_deputy.click()
    sheet.outcomes[Outcome.NO_ANSWER].click()
    assert not sheet.offer.isVisible()


def test_a_wrong_number_is_logged_as_failed_and_says_so(sheet) -> None:
    room = SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001"])
    sheet.outcomes[Outcome.FAILED].click()
    (call,) = calls(room)
    assert (call.outcome, call.note) == (Outcome.FAILED, "号码错误")


def test_a_call_about_a_push_moves_that_persons_receipt(sheet) -> None:
    room = SmallRoom(pushed(township_with_squads()), sheet)
    sheet.open_for(["S004", "S005"], "P1")
    sheet.outcomes[Outcome.ANSWERED].click()
    push = room.now.pushes["P1"]
    assert push.state is PushState.SENT
    assert {r.person: r.outcome for r in push.receipts}["S004"] is Outcome.ANSWERED
    assert sheet.name.text() == "测试5"


def test_the_number_is_masked_and_whoever_may_not_see_it_cannot_unmask(sheet) -> None:
    SmallRoom(township_with_squads("U1"), sheet)
    sheet.open_for(["S001"])
    assert sheet.phone.text() == "138******01"
    assert not sheet.show_number.isEnabled()
    assert "权限" in sheet.show_number.toolTip()


def test_unmasking_is_journaled_and_ends_when_the_sheet_is_opened_again(sheet) -> None:
    room = SmallRoom(pushed(township_with_squads("U2")), sheet)
    sheet.open_for(["S001"], "P1")
    sheet.show_number.click()
    assert sheet.phone.text() == "13800000001"
    (body,) = room.bodies
    assert isinstance(body, PersonUnmasked)
    assert (body.register, body.id) == ("staff", "S001")
    assert "撤滩通知" in body.reason
    sheet.open_for(["S001"], "P1")
    assert sheet.phone.text() == "138******01"


def test_another_user_at_the_desk_sees_the_number_masked_again(sheet) -> None:
    from data.model.steps import UserChanged

    room = SmallRoom(township_with_squads("U2"), sheet)
    sheet.open_for(["S001"])
    sheet.show_number.click()
    room.do(UserChanged("U1"))
    assert sheet.phone.text() == "138******01"


def test_a_grower_is_shown_by_family_name_with_the_cadre_in_charge(sheet) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["GR1"])
    assert sheet.name.text() == "测**"


def test_esc_asks_to_put_the_sheet_away_and_keeps_the_note(sheet, qtbot) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001"])
    sheet.note.setText("正在说")
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.note, Qt.Key.Key_Escape)
    sheet.open_for(["S001"])
    assert sheet.note.text() == "正在说"


def test_reopening_the_same_list_goes_on_where_it_stood(sheet) -> None:
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001", "S003"])
    sheet.outcomes[Outcome.ANSWERED].click()
    sheet.open_for(["S001", "S003"])
    assert sheet.name.text() == "测试3"


def test_the_log_is_newest_first_and_narrowed_by_words_and_outcome(sheet) -> None:
    now = township_with_squads()
    now = township.after(now, CallLogged(Call("C1", "S001", now.at, Outcome.ANSWERED, note="到岗")))
    now = township.after(now, CallLogged(Call("C2", "S002", now.at, Outcome.NO_ANSWER, deputy_of="S001")))
    SmallRoom(now, sheet)
    sheet.open_for(["S003"])
    assert [row.name for row in sheet.log_model.rows()] == ["测试2（代 测试1）", "测试1"]
    sheet.log_search.setText("到岗")
    sheet.log_search.asked.emit("到岗")
    assert [row.id for row in sheet.log_model.rows()] == ["C1"]
    sheet.log_search.clear()
    sheet.log_filter.choose(["no_answer"])
    sheet.log_filter.chosen.emit(("no_answer",))
    assert [row.id for row in sheet.log_model.rows()] == ["C2"]


def test_a_refused_call_keeps_the_note_and_the_person(sheet, monkeypatch) -> None:
    from data.model.steps import StepRefused

    def refuse(*_args: object) -> None:
        raise StepRefused("call_exists")

    room = SmallRoom(township_with_squads(), sheet)
    monkeypatch.setattr("tests.views.small_room.take", refuse)
    sheet.open_for(["S001", "S003"])
    sheet.note.setText("说了")
    sheet.outcomes[Outcome.ANSWERED].click()
    assert room.refused == ["call_exists"]
    assert (sheet.name.text(), sheet.note.text()) == ("测试1", "说了")


def test_its_models_keep_to_the_rules_of_item_models(sheet) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet)
        for model in (sheet.queue_model, sheet.log_model)
    ]
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001", "S003"])
    sheet.outcomes[Outcome.NO_ANSWER].click()
    sheet.call_deputy.click()
    sheet.outcomes[Outcome.ANSWERED].click()
    assert len(testers) == 2


def test_esc_in_a_sheet_is_not_taken_for_the_way_back_to_live(qtbot) -> None:
    from PySide6.QtGui import QKeySequence, QShortcut
    from PySide6.QtWidgets import QWidget

    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 640)
    sheet = CallSheet(look(), host)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    returned: list[int] = []
    QShortcut(QKeySequence("Esc"), host, lambda: returned.append(1))
    SmallRoom(township_with_squads(), sheet)
    sheet.open_for(["S001"])
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.note, Qt.Key.Key_Escape)
    assert returned == []
