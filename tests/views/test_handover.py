"""交接班: what is gathered is shown, two people sign, the record is locked and the desk changes hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.office import DutyMessage, Medium, PaperKind
from data.model.office_steps import HandoverPrepared, HandoverSigned, MessageLogged
from data.model.people import User
from tests import township
from tests.views.small_room import SmallRoom, look, township_with_squads
from views import handover_words
from views.handover import HandoverPage
from views.pane import Selection

NOON = township.NOON
MESSAGE = DutyMessage("M1", NOON, Medium.TELEPHONE, "河务局", "90 坝要石料")


def fits(user: User, pin: str) -> bool:
    return pin == f"pin-{user.id}"


class Stage:
    """A page in a room without a store; the beginning of the shift is handed in as a desk would."""

    def __init__(self, qtbot: Any, *, answer: bool = True) -> None:
        self.page = HandoverPage(look(), fits)
        qtbot.addWidget(self.page)
        before = township_with_squads()
        self.before = before
        self.asked: list[Any] = []
        self.page.before_requested.connect(self.asked.append)
        if answer:
            self.page.before_requested.connect(lambda _: self.page.show_before(before))
        self.page.resize(1290, 640)
        self.page.show()
        self.room = SmallRoom(township.after(before, MessageLogged(MESSAGE)), self.page)

    def lines(self, which: Any) -> list[str]:
        return [line.words() for line in which.lines()]

    def sign(self, who: str) -> None:
        box = self.page.sign
        proven, act = (box.leaver, box.leave) if who == box.leaver.who.key() else (box.comer, box.come)
        proven.who.choose(who)
        proven.pin.setText(f"pin-{who}")
        act.click()


@pytest.fixture
def stage(qtbot: Any) -> Stage:
    return Stage(qtbot)


def test_what_is_open_and_what_changed_is_gathered(stage: Stage) -> None:
    QAbstractItemModelTester(stage.page.open_list.model())
    assert any("河务局：90 坝要石料" in line for line in stage.lines(stage.page.open_list))
    assert any("来 1" in line for line in stage.lines(stage.page.changed_list))
    assert len(stage.asked) == 1
    stage.page.open_list.toggled.emit("message")
    assert not any("90 坝" in line for line in stage.lines(stage.page.open_list))


def test_two_signatures_lock_it_and_the_coming_user_has_the_desk(stage: Stage, qtbot: Any) -> None:
    page = stage.page
    page.sign.notes.setPlainText("盯 90 坝")
    leaving, coming = page.sign.persons()
    assert leaving == "U1"
    stage.sign(leaving)
    prepared, signed = stage.room.bodies
    assert isinstance(prepared, HandoverPrepared)
    assert signed == HandoverSigned(prepared.handover.id, leaving)
    assert prepared.handover.notes == "盯 90 坝"
    assert prepared.handover.items[0].id == "M1"
    assert not page.sign.notes.isVisible()
    with qtbot.waitSignal(page.message_requested):
        stage.sign(coming)
    assert stage.room.now.user == coming
    assert stage.room.refused == []
    assert page.state.text().startswith("只读")
    assert not page.sign.come.isVisible()
    with qtbot.waitSignal(page.paper_requested) as wanted:
        page.paper.click()
    assert wanted.args == [PaperKind.HANDOVER, prepared.handover.id]
    page.open_draft()
    page.show_selection(Selection("handover", prepared.handover.id))
    assert page.state.text().startswith("只读")
    page.open_draft()
    page.show_selection(Selection("handover", prepared.handover.id))  # once led there, not led back
    assert page.sign.notes.toPlainText() == ""
    assert page.sign.persons()[0] == coming


def test_a_wrong_pin_writes_nothing(stage: Stage) -> None:
    stage.page.sign.leaver.pin.setText("0000")
    stage.page.sign.leave.click()
    assert stage.room.bodies == []
    assert stage.page.sign.trouble.text() == "口令不符"
    assert stage.page.sign.leaver.pin.text() == ""


def test_before_the_beginning_of_the_shift_is_known_nobody_signs(qtbot: Any) -> None:
    stage = Stage(qtbot, answer=False)
    stage.sign("U1")
    assert stage.room.bodies == []
    assert "取回" in stage.page.sign.trouble.text()


def test_esc_keeps_the_notes_and_they_outlive_the_page(stage: Stage, qtbot: Any) -> None:
    told: list[dict[str, str]] = []
    stage.page.drafts_changed.connect(told.append)
    qtbot.keyClicks(stage.page.sign.notes, "abc")
    qtbot.keyClick(stage.page.sign.notes, Qt.Key.Key_Escape)
    assert stage.page.sign.notes.toPlainText() == "abc"
    later = Stage(qtbot)
    later.page.show_drafts(told[-1])
    assert later.page.sign.notes.toPlainText() == "abc"


def test_the_locked_record_keeps_what_was_urgent_and_says_that_no_handover_went_before(stage: Stage) -> None:
    page = stage.page
    late = replace(MESSAGE, id="M2", due=NOON)
    stage.room.do(MessageLogged(late))
    stage.room.bodies.clear()
    page.show_time(NOON + timedelta(hours=3))
    leaving, coming = page.sign.persons()
    assert page.state.text().startswith("没有上一次交接班")
    stage.sign(leaving)
    stage.sign(coming)
    written = next(iter(stage.room.now.handovers.values()))
    urgent = [one for one in written.items if one.text.startswith("▲")]
    assert [one.id for one in urgent] == ["M2"]
    assert any(line.value == "▲ 1" for line in page.open_list.lines() if line.heading)
    assert handover_words.kept_matter("alarm") == "报警"  # acknowledged, shelved and others alike
    assert not any(line.words().startswith("▲") for line in page.open_list.lines())
