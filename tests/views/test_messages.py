"""来文来电: what of the book is shown, and what is said when somebody enters, notes or answers a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.office import DutyMessage, Medium
from data.model.office_steps import MessageAnswered, MessageLogged, MessageNoted
from data.rules import messages as rules
from tests import township
from tests.views.small_room import SmallRoom, look, township_with_squads
from views import messages_rows, words
from views.message_line import MessageLine
from views.messages import MessagesPage
from views.pane import Selection

NOON = township.NOON
IN = DutyMessage("M1", NOON, Medium.TELEPHONE, "河务局 严主任", "90 坝要石料", due=NOON + timedelta(minutes=30))
NEWS = DutyMessage("M2", NOON + timedelta(minutes=5), Medium.BULLETIN, "气象台", "无雨")
OUT = DutyMessage("M3", NOON + timedelta(minutes=9), Medium.FAX, "区防指", "报到岗情况", inward=False)


class Stage:
    """A page in a room without a store."""

    def __init__(self, qtbot: Any, *messages: DutyMessage) -> None:
        self.page = MessagesPage(look())
        qtbot.addWidget(self.page)
        self.page.resize(1290, 640)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        now = township.after(township_with_squads(), *(MessageLogged(one) for one in messages))
        self.room = SmallRoom(now, self.page)

    def ids(self) -> list[str]:
        return [one.id for one in self.page._found(self.room.now)]


@pytest.fixture
def stage(qtbot: Any) -> Stage:
    return Stage(qtbot, IN, NEWS, OUT)


def test_the_book_shows_the_newest_first_and_its_parts(stage: Stage) -> None:
    page = stage.page
    QAbstractItemModelTester(page.table.model())
    assert stage.ids() == ["M3", "M2", "M1"]
    for part, left in (("unread", ["M2", "M1"]), ("unanswered", ["M1"]), ("out", ["M3"])):
        page.parts.choose([part])
        page.parts.chosen.emit((part,))
        assert stage.ids() == left
    page.open_message("M2")  # a filter that would hide it is taken off
    assert "M2" in stage.ids()
    assert page.detail.text.text() == "无雨"
    page.search.setText("石料 严")
    page.search.asked.emit("石料 严")
    assert stage.ids() == ["M1"]


def test_a_message_is_entered_from_the_keyboard_and_only_then_the_fields_are_empty(stage: Stage, qtbot: Any) -> None:
    entry = stage.page.entry
    entry.other.setText("南月堤村")
    entry.due.setText("25")
    entry.text.setFocus()
    qtbot.keyClick(entry.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.room.bodies == []
    assert entry.trouble.text() == "请写内容"
    entry.text.setPlainText("路面积水")
    qtbot.keyClick(entry.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (body,) = stage.room.bodies
    message = body.message
    at = stage.page.time
    assert at is not None
    assert (message.medium, message.other, message.inward) == (Medium.TELEPHONE, "南月堤村", True)
    assert message.due == message.at + timedelta(minutes=25)
    assert entry.other.text() == ""
    assert "南月堤村" in rules.others(stage.room.now)


def test_esc_keeps_every_word_and_drafts_outlive_the_page(stage: Stage, qtbot: Any) -> None:
    told: list[dict[str, str]] = []
    stage.page.drafts_changed.connect(told.append)
    qtbot.keyClicks(stage.page.entry.other, "abc")
    qtbot.keyClick(stage.page.entry.other, Qt.Key.Key_Escape)
    assert stage.page.entry.other.text() == "abc"
    stage.page.open_message("M1")
    stage.page.detail.answer.setPlainText("马上办")
    stage.page.open_message("M2")
    assert stage.page.detail.answer.toPlainText() == ""
    stage.page.open_message("M1")
    assert stage.page.detail.answer.toPlainText() == "马上办"
    later = Stage(qtbot, IN)
    later.page.show_drafts(told[-1])
    later.page.open_message("M1")
    assert (later.page.entry.other.text(), later.page.detail.answer.toPlainText()) == ("abc", "马上办")


def test_a_message_is_noted_and_answered_and_its_draft_is_then_forgotten(stage: Stage) -> None:
    page = stage.page
    page.open_message("M1")
    page.detail.note.click()
    assert stage.room.bodies == [MessageNoted("M1")]
    assert not page.detail.note.isVisible()
    page.detail.reply.click()
    assert page.detail.trouble.text()
    page.detail.answer.setPlainText("13 时到")
    page.detail.reply.click()
    assert stage.room.bodies[-1] == MessageAnswered("M1", "13 时到")
    assert page.detail.drafts() == {}
    assert not page.detail.acts.isVisible()
    assert "13 时到" in page.detail.answered.text()


def test_what_waits_is_counted_and_what_is_late_is_said(stage: Stage) -> None:
    late = NOON + timedelta(minutes=40)
    assert rules.waiting(stage.room.now, NOON) == (2, 1, 0)
    assert rules.waiting(stage.room.now, late) == (2, 1, 1)
    stage.page.show_time(late)
    model = stage.page.table.model()
    assert model.index(2, 4).data() == "待复 超时 10 分钟"


def test_a_refused_entry_keeps_its_words(stage: Stage) -> None:
    stage.page.entry.text.setFocus()
    stage.page.show_refusal("场景不同")
    assert stage.page.entry.trouble.text() == "场景不同"


def test_a_selected_message_is_shown(stage: Stage) -> None:
    stage.page.show_selection(Selection("message", "M2"))
    assert stage.page.detail.shown == "M2"


@pytest.mark.parametrize(
    ("typed", "minutes"), [("30", 30), ("12:45", 45), ("1145", 23 * 60 + 45), ("soon", None), ("0", None)]
)
def test_a_time_wanted_is_the_next_such_time(typed: str, minutes: int | None) -> None:
    noon = NOON.astimezone(words.BEIJING).replace(hour=12, minute=0)
    found = rules.due_at(typed, noon, words.BEIJING)
    assert found == (None if minutes is None else noon + timedelta(minutes=minutes))


def test_the_line_leads_to_the_newest_of_several(qtbot: Any) -> None:
    line = MessageLine(look())
    qtbot.addWidget(line)
    line.show_messages([NEWS, IN])
    assert "另有 1 条" in line.said.text()
    with qtbot.waitSignal(line.opened) as led:
        line.look.click()
    assert led.args == ["M2"]
    line.show_messages([])
    assert line.isHidden()


def test_what_exercise_control_says_carries_the_mark_of_a_drill_in_the_line_and_in_the_book(qtbot: Any) -> None:
    told = replace(NEWS, id="inject-m1-message")
    stage = Stage(qtbot, IN, told)
    page = stage.page
    (text,) = (column for column in messages_rows.columns() if column.key == "text")
    shown = [text.getter(messages_rows.row(one, NOON)) for one in (told, IN)]
    assert shown == ["【演练】无雨", "90 坝要石料"]
    page.open_message(told.id)
    assert page.detail.text.text() == "【演练】无雨"
    line = MessageLine(look())
    qtbot.addWidget(line)
    line.show_messages([told])
    assert "【演练】无雨" in line.said.text()
