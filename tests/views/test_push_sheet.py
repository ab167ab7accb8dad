"""一键推送: the text is whole, the reach is known, and a second person stands behind it before anything leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.documents.push_text import BLANK
from data.feeds.ladder import Rung
from data.gateway.dry_run import dry_run
from data.model.dispatch import Channel, PushState
from data.model.people import User
from data.model.steps import PushApproved, PushDrafted, Realm
from data.rules.audience import Part
from data.rules.channels import Port
from data.rules.dispatch import LADDER
from data.rules.signoff import preview
from tests import township
from tests.views.small_room import SmallRoom, look, pushed, township_with_squads
from views.push_sheet import PushSheet


def pin_fits(user: User, pin: str) -> bool:
    return pin == f"pin-{user.id}"


@pytest.fixture
def sheet(qtbot):
    made = PushSheet(look(), pin_fits, "0371-1")
    qtbot.addWidget(made)
    made.resize(1100, 700)
    return made


def in_flood():
    return township.at_flow(township_with_squads(), 4500)


def filled(sheet: PushSheet) -> None:
    sheet.open_for(["S001", "Q1"])
    sheet.fields["group"].setText("各户")
    sheet.fields["deadline"].setText("20时")


def test_the_template_is_filled_from_the_situation_and_names_what_is_missing(sheet) -> None:
    SmallRoom(in_flood(), sheet)
    sheet.open_for()
    text = sheet.text.toPlainText()
    assert "流量4500" in text
    assert "0371-1" in text
    assert BLANK in text
    assert "{" not in text
    assert sheet.missing.text() == "尚缺：称呼、时限"
    assert "作废" in sheet.retract.toPlainText()


def test_a_text_with_blanks_cannot_be_sent(sheet) -> None:
    SmallRoom(in_flood(), sheet)
    sheet.open_for(["S001"])
    assert not sheet.send.isEnabled()
    assert not sheet.draft.isEnabled()
    assert "没填的空" in sheet.why_not.text()


def test_the_button_says_how_many_people_it_reaches_and_nobody_twice(sheet) -> None:
    SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.audience.add_part(Part("role", "R06"))
    assert sheet.send.text() == "发送给 6 人"
    assert "重复 1 人次已去除" in sheet.audience.warning.text()
    assert "有电话 6 人" in sheet.audience.sum.text()


def test_a_part_can_be_taken_away_again(sheet, qtbot) -> None:
    SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.audience.add_part(Part("growers", "农户"))
    assert sheet.send.text() == "发送给 7 人"
    sheet.audience.table.choose([Part("growers", "农户")])
    qtbot.keyClick(sheet.audience, Qt.Key.Key_Delete)
    assert sheet.send.text() == "发送给 6 人"


def test_somebody_is_added_by_typing_a_name(sheet, qtbot) -> None:
    SmallRoom(in_flood(), sheet)
    sheet.open_for()
    sheet.audience.who.setText("测试3")
    qtbot.keyClick(sheet.audience.who, Qt.Key.Key_Return)
    assert sheet.audience.outreach.people == ("S003",)
    sheet.audience.who.setText("查无此人")
    qtbot.keyClick(sheet.audience.who, Qt.Key.Key_Return)
    assert "没有找到" in sheet.audience.warning.text()


def test_without_people_given_the_sheet_begins_with_nobody(sheet) -> None:
    SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.closed.emit()
    sheet.open_for()
    assert sheet.audience.parts() == ()
    assert sheet.brought.text() == ""
    assert not sheet.send.isEnabled()
    assert sheet.why_not.text() in ("正文里还有没填的空", "还没有接收人")


def test_people_brought_along_are_named_until_they_are_taken_away(sheet) -> None:
    SmallRoom(in_flood(), sheet)
    sheet.open_for(["S001", "Q1"])
    assert "带入 2 人/队：测试1、巡防一队" in sheet.brought.text()
    sheet.audience.add_part(Part("growers", "农户"))
    sheet.audience.drop_part(Part("people", "S001;Q1"))
    assert sheet.brought.text() == ""


def test_the_author_cannot_be_the_second_person(sheet) -> None:
    SmallRoom(replace(in_flood(), user="U2"), sheet)
    sheet.open_for()
    offered = [sheet.approver.who.itemData(i) for i in range(sheet.approver.who.count())]
    assert offered == ["U3"]


def test_without_the_second_persons_pin_nothing_is_sent(sheet) -> None:
    room = SmallRoom(in_flood(), sheet)
    filled(sheet)
    assert not sheet.send.isEnabled()
    sheet.approver.pin.setText("wrong")
    assert sheet.send.isEnabled()
    sheet.send.click()
    assert room.bodies == []
    assert sheet.why_not.text() == "口令不对，未发出"
    assert sheet.approver.pin.text() == ""


def test_with_the_second_persons_pin_it_is_drafted_and_approved_and_the_sheet_empties(sheet, qtbot) -> None:
    room = SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.approver.who.choose("U3")
    sheet.approver.pin.setText("pin-U3")
    with qtbot.waitSignals([sheet.closed, sheet.sent]):
        sheet.send.click()
    draft, approval = room.bodies
    assert isinstance(draft, PushDrafted)
    assert approval == PushApproved(draft.push.id, "U3")
    push = room.now.pushes[draft.push.id]
    assert (push.state, push.author, push.approver) == (PushState.SENT, "U1", "U3")
    assert push.recipients == ("S001", "S002", "S003", "S004", "S005", "S006")
    assert push.ladder == LADDER
    assert push.waits_s == (0,) * len(LADDER)
    assert push.retract_text.startswith("前于")
    assert sheet.audience.parts() == ()
    assert sheet.fields["deadline"].text() == ""


def test_a_draft_waits_for_the_second_person(sheet) -> None:
    room = SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.draft.click()
    (push,) = room.now.pushes.values()
    assert push.state is PushState.DRAFT


def test_in_a_what_if_nothing_can_be_sent_and_the_text_says_why(sheet) -> None:
    now = in_flood()
    room = SmallRoom(now, sheet)
    filled(sheet)
    sheet.approver.pin.setText("pin-U2")
    sheet.show_preview(preview(now, 22_000.0))
    assert not sheet.send.isEnabled()
    assert "推演中不外发" in sheet.why_not.text()
    assert "【推演】" in sheet.text_words.text()
    sheet.show_preview(None)
    assert sheet.send.isEnabled()
    assert room.bodies == []


def test_in_a_drill_the_text_goes_out_marked(sheet) -> None:
    room = SmallRoom(replace(in_flood(), realm=Realm.DRILL), sheet)
    filled(sheet)
    sheet.draft.click()
    (push,) = room.now.pushes.values()
    assert push.text.startswith("【演练】")
    assert push.retract_text.endswith("【演练】")


def test_words_typed_by_hand_are_not_overwritten_by_a_new_reading_or_template(sheet) -> None:
    room = SmallRoom(in_flood(), sheet)
    sheet.open_for()
    sheet.text.setPlainText("手写正文")
    room.show(township.at_flow(room.now, 6200))
    assert sheet.text.toPlainText() == "手写正文"
    sheet.apply.click()
    assert "6200" in sheet.text.toPlainText()


def test_what_a_second_person_is_about_to_sign_stands_still(sheet) -> None:
    room = SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.approver.pin.setText("pin")
    before = sheet.text.toPlainText()
    room.show(township.at_flow(room.now, 6200))
    assert sheet.text.toPlainText() == before


def test_a_refused_draft_keeps_everything_typed(sheet, monkeypatch) -> None:
    from data.model.steps import StepRefused

    def refuse(*_args: object) -> None:
        raise StepRefused("push_incomplete")

    SmallRoom(in_flood(), sheet)
    filled(sheet)
    monkeypatch.setattr("tests.views.small_room.take", refuse)
    sheet.draft.click()
    assert sheet.audience.parts() != ()
    assert sheet.fields["group"].text() == "各户"


def test_the_list_of_parts_keeps_to_the_rules_of_item_models(sheet) -> None:
    model = sheet.audience.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet)
    SmallRoom(in_flood(), sheet)
    filled(sheet)
    sheet.audience.add_part(Part("bench", "嫩滩"))
    sheet.audience.drop_part(Part("bench", "嫩滩"))
    sheet.audience.clear()
    assert tester is not None


RUNGS = (Rung(Channel.PHONE_PAGE, 180, "设定"), Rung(Channel.SMS, 90, "设定"), Rung(Channel.DOOR, 0, "设定"))


def test_each_rung_waits_as_the_table_says_until_a_person_changes_it(sheet) -> None:
    room = SmallRoom(in_flood(), sheet)
    sheet.show_ladder(RUNGS)
    filled(sheet)
    assert sheet.ladder.waits_s() == (180, 90, 0)
    assert not sheet.ladder.waits[Channel.DOOR].isEnabled()
    sheet.ladder.waits[Channel.PHONE_PAGE].setValue(5)
    sheet.ladder.boxes[Channel.SMS].setChecked(False)
    sheet.draft.click()
    (push,) = room.now.pushes.values()
    assert (push.ladder, push.waits_s) == ((Channel.PHONE_PAGE, Channel.DOOR), (300, 0))


def test_without_a_rung_nothing_can_be_sent(sheet) -> None:
    SmallRoom(in_flood(), sheet)
    sheet.show_ladder(RUNGS)
    filled(sheet)
    for box in sheet.ladder.boxes.values():
        box.setChecked(False)
    assert sheet.why_not.text() == "至少选一级叫应"


def test_what_tells_everybody_is_offered_by_name_and_chosen_anew_for_each_push(sheet) -> None:
    room = SmallRoom(in_flood(), sheet)
    assert not sheet.broadcasts.isVisible()
    sheet.show_carriers([("cap", "CAP 发布"), ("sms", "短信平台")], ["cap"])
    filled(sheet)
    assert [box.text() for box in sheet.broadcasts.boxes.values()] == ["CAP 发布"]
    sheet.broadcasts.boxes["cap"].setChecked(True)
    sheet.draft.click()
    (push,) = room.now.pushes.values()
    assert push.broadcast == ("cap",)
    assert sheet.broadcasts.chosen() == ()


def test_a_dry_run_asks_what_would_go_out_and_sends_nothing(sheet, qtbot) -> None:
    room = SmallRoom(in_flood(), sheet)
    sheet.show_ladder(RUNGS)
    filled(sheet)
    with qtbot.waitSignal(sheet.dry_run_requested) as asked:
        sheet.dry_run.click()
    (push,) = asked.args
    assert push.recipients == sheet.audience.outreach.people
    sheet.show_goings(dry_run(Port(), push, room.now))
    said = {row.channel: row.trouble for row in sheet.going.model.rows()}
    assert said == {Channel.PHONE_PAGE: "no_phone", Channel.SMS: "no_carrier", Channel.DOOR: ""}
    assert sheet.going.text.toPlainText().endswith(push.text)
    assert room.bodies == []
    sheet.audience.clear()
    assert sheet.going.model.rows() == ()


def test_households_villages_and_the_silent_of_another_push_can_be_written_to(sheet) -> None:
    room = SmallRoom(pushed(in_flood()), sheet)
    sheet.open_for()
    sheet.audience.kind.choose("silent")
    sheet.audience.kind.picked.emit("silent")
    assert sheet.audience.key.key() == "P1"
    sheet.audience.add.click()
    assert sheet.audience.outreach.people == ("S003", "S004", "S005", "S006")
    sheet.audience.kind.choose("absent")
    sheet.audience.kind.picked.emit("absent")
    assert not sheet.audience.add.isEnabled()
    assert room.bodies == []
