"""Superiors' orders: entered with issuer and content, listed while they stand, ended with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from data.model.dispatch import SuperiorOrder
from data.model.levels import Level
from data.model.situation import Cause, Touched
from data.model.steps import OrderEnded, OrderReceived, SignedOff
from tests.township import after
from tests.views.river_sample import EIGHT, calm, look
from tests.views.small_room import SmallRoom
from views.order_sheet import ISSUERS, OrderSheet
from views.warning_card import WarningCard

THREE = SuperiorOrder("O1", EIGHT - timedelta(hours=2), "惠济区防指", "惠防指〔演〕3 号", "启动Ⅲ级响应", 2)
NOTICE = SuperiorOrder("O2", EIGHT - timedelta(hours=1), "惠金河务局", "", "加强根石探摸", 0)
FOUR = SuperiorOrder("O3", EIGHT - timedelta(minutes=20), "郑州市防指", "郑防指〔演〕8 号", "启动Ⅳ级响应", 1)


@pytest.fixture
def sheet(qtbot):
    made = OrderSheet(look())
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show_time(EIGHT)
    made.show_situation(calm(), Touched.everything())
    made.open()
    return made


@pytest.fixture
def card(qtbot):
    made = WarningCard(look())
    qtbot.addWidget(made)
    made.resize(340, 340)
    made.show()
    return made


def fill(sheet: OrderSheet, level: str = "2", reference: str = "惠防指〔演〕3 号") -> None:
    sheet.issuer.setEditText("惠济区防指")
    sheet.reference.setText(reference)
    sheet.text.setPlainText("启动Ⅲ级响应，嫩滩人员 20 时前撤离")
    sheet.level.choose(level)
    sheet.level.picked.emit(level)


def standing(*orders: SuperiorOrder):
    return after(calm(), *(OrderReceived(order) for order in orders))


# what is shown


def test_the_usual_issuers_are_offered_and_then_whoever_has_given_an_order(sheet):
    other = SuperiorOrder("O9", EIGHT, "黄委", "", "通报", 0)
    sheet.issuer.setEditText("郑")
    sheet.show_situation(standing(other), Touched.LEVEL)
    offered = [sheet.issuer.itemText(i) for i in range(sheet.issuer.count())]
    assert offered == [*ISSUERS, "黄委"]
    assert sheet.issuer.currentText() == "郑"


def test_standing_orders_are_listed_with_their_age_and_the_highest_level_first(sheet):
    sheet.show_situation(standing(NOTICE, FOUR, THREE), Touched.LEVEL)
    rows = sheet.model.rows()
    assert [row.order.id for row in rows] == ["O1", "O3", "O2"]
    assert (rows[0].level, rows[0].age) == ("Ⅲ级 黄色", "2 小时 00 分前")
    sheet.show_time(EIGHT + timedelta(minutes=10))
    assert sheet.model.rows()[1].age == "30 分钟前"


def test_an_ended_order_leaves_the_list_and_is_counted(sheet):
    sheet.show_situation(after(standing(THREE, FOUR), OrderEnded("O1", "解除")), Touched.LEVEL)
    assert [row.order.id for row in sheet.model.rows()] == ["O3"]
    assert sheet.panel._summary.text() == "现行 1 · 已终止 1"


def test_the_time_received_is_the_desks_until_somebody_sets_it(sheet):
    assert sheet.at.moment() == EIGHT
    sheet.show_time(EIGHT + timedelta(minutes=7))
    assert sheet.at.moment() == EIGHT + timedelta(minutes=7)
    sheet.at.set_moment(EIGHT - timedelta(hours=1))
    sheet.show_time(EIGHT + timedelta(minutes=30))
    assert sheet.at.moment() == EIGHT - timedelta(hours=1)


def test_the_form_says_what_the_order_would_set_off(sheet):
    fill(sheet)
    assert "建议级别升为 Ⅲ级 黄色" in sheet.follows.text()
    sheet.show_situation(standing(THREE), Touched.LEVEL)
    fill(sheet, level="1", reference="惠防指〔演〕9 号")
    assert "建议级别不变（Ⅲ级 黄色）" in sheet.follows.text()
    assert "惠济区防指 惠防指〔演〕3 号 仍现行" in sheet.follows.text()


def test_without_orders_the_list_says_so_and_nothing_can_be_ended(sheet):
    assert sheet.table._empty_words == "没有现行的上级命令"
    assert not sheet.end.isVisible()


def test_the_list_keeps_to_the_rules_of_item_models(sheet):
    tester = QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal, sheet)
    sheet.show_situation(standing(THREE, FOUR), Touched.LEVEL)
    sheet.show_situation(after(standing(THREE, FOUR, NOTICE), OrderEnded("O3", "解除")), Touched.LEVEL)
    assert tester is not None


# what is said


def test_an_empty_form_is_refused_in_words(sheet, qtbot):
    with qtbot.assertNotEmitted(sheet.step_requested):
        QTest.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not sheet.send.isEnabled()
    assert sheet.note.text() == "填下令单位和要点即可记入"
    sheet.issuer.setEditText("惠济区防指")
    sheet.text.setPlainText("  ")
    assert not sheet.send.isEnabled()


def test_a_time_to_come_and_an_order_that_already_stands_are_refused(sheet):
    fill(sheet)
    sheet.at.set_moment(EIGHT + timedelta(hours=1))
    assert (sheet.send.isEnabled(), sheet.note.text()) == (False, "收到时间晚于现在")
    sheet.at.set_moment(EIGHT)
    assert sheet.send.isEnabled()
    sheet.show_situation(standing(THREE), Touched.LEVEL)
    assert (sheet.send.isEnabled(), sheet.note.text()) == (False, "这份命令已在右侧现行之列")


def test_an_order_is_sent_as_typed_and_its_draft_goes_when_it_is_taken(sheet, qtbot):
    fill(sheet)
    assert sheet.send.text() == "记入上级令（Ⅲ级 黄色）"
    with qtbot.waitSignal(sheet.step_requested) as said:
        qtbot.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    body, actor = said.args
    order = body.order
    assert (order.issuer, order.reference, order.level, order.at) == ("惠济区防指", "惠防指〔演〕3 号", 2, EIGHT)
    assert actor == ""
    assert sheet.text.toPlainText()
    with qtbot.waitSignals([sheet.closed, sheet.message_requested]):
        sheet.show_situation(after(calm(), body), Touched.LEVEL)
    assert (sheet.text.toPlainText(), sheet.issuer.currentText(), sheet.level.key()) == ("", "", "0")


def test_escape_puts_the_sheet_away_and_keeps_the_draft(sheet, qtbot):
    fill(sheet)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet.reference, Qt.Key.Key_Escape)
    sheet.hide()
    sheet.show_time(EIGHT + timedelta(hours=1))
    sheet.open()
    assert sheet.text.toPlainText().startswith("启动Ⅲ级响应")
    assert sheet.at.moment() == EIGHT


def test_an_order_is_ended_only_with_a_reason(sheet, qtbot):
    sheet.show_situation(standing(THREE, FOUR), Touched.LEVEL)
    sheet.table.choose(["O1"], tell=True)
    assert sheet.gist.text() == "启动Ⅲ级响应"
    assert sheet.end.text() == "终止 惠防指〔演〕3 号"
    assert not sheet.end.isEnabled()
    with qtbot.assertNotEmitted(sheet.step_requested):
        QTest.keyClick(sheet.reason, Qt.Key.Key_Return)
    assert sheet.why_not.text() == "请写明理由"
    sheet.reason.setText("惠防指〔演〕5 号解除")
    with qtbot.waitSignal(sheet.step_requested) as said:
        qtbot.mouseClick(sheet.end, Qt.MouseButton.LeftButton)
    assert said.args == [OrderEnded("O1", "惠防指〔演〕5 号解除"), ""]


def test_a_refused_step_is_told_and_loses_no_word(sheet):
    fill(sheet)
    sheet.send.click()
    sheet.show_refusal("未能办理")
    assert sheet.refusal.isVisible()
    assert sheet.text.toPlainText()


# with the card


def test_an_order_of_level_three_makes_the_card_suggest_level_three_because_of_it(sheet, card):
    room = SmallRoom(calm(), sheet, card)
    sheet.open()
    fill(sheet)
    sheet.send.click()
    assert isinstance(room.bodies[0], OrderReceived)
    assert card.plate.level() is Level.III
    assert card.plate.title.text() == "建议 Ⅲ级 黄色预警"
    assert card.plate.cause.text() == "上级命令：惠济区防指 惠防指〔演〕3 号"
    assert card.confirm.text() == "确认 Ⅲ级…"
    assert [why.cause for why in room.now.suggestion.reasons] == [Cause.ORDER]


def test_an_ended_order_no_longer_supports_a_level_but_the_standing_one_stays(sheet, card):
    room = SmallRoom(standing(THREE), sheet, card)
    room.show(after(room.now, SignedOff(Level.III, 2100.0, "落实区防指Ⅲ级", "区防办")))
    sheet.table.choose(["O1"], tell=True)
    sheet.reason.setText("区防指解除响应")
    sheet.end.click()
    assert room.now.suggestion.level is Level.NONE
    assert room.now.standing.level is Level.III
    assert card.confirm.text() == "终止响应…"


def test_the_card_leads_to_the_orders(card, qtbot):
    card.show_situation(calm(), Touched.everything())
    with qtbot.waitSignal(card.orders_requested):
        qtbot.mouseClick(card.orders, Qt.MouseButton.LeftButton)


def test_the_buttons_of_a_narrow_card_stay_inside_it(card):
    card.show_situation(standing(THREE), Touched.everything())
    card.resize(300, 260)
    for text in ("Confirm Level III…", "确认 Ⅲ级…"):
        card.confirm.setText(text)
        card.layout().activate()
        shown = [one for one in (card.sign, card.confirm, card.clauses, card.orders) if one.isVisible()]
        assert all(card.rect().contains(one.geometry()) and one.width() >= one.sizeHint().width() for one in shown)
        spots = [one.geometry() for one in shown]
        assert not any(a.intersects(b) for i, a in enumerate(spots) for b in spots[:i])
