"""A task's card tells the whole chain from river to evidence and offers only the moves that the rules allow."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from data.model.dispatch import Call, Outcome
from data.model.steps import CallLogged, TasksMoved
from data.model.task import Evidence, Move, TaskState
from data.rules import tasks as rules
from data.rules.signoff import preview
from tests.township import after
from tests.views.people_sample import flood, look, shown
from views.card_text import href, target
from views.pane import Selection
from views.task_move import NEEDS_NOTE
from views.tasks import TaskPanel

MEET = "1/MEET"


@pytest.fixture
def panel(qtbot):
    made = TaskPanel(look())
    made.seat = shown(qtbot, made, flood(), height=700)
    made._open_row(("task", MEET))
    return made


def words_of(panel):
    return re.sub(r"<[^>]+>", " ", panel.card.view.text())


def test_the_card_leads_from_the_river_to_the_clause_and_to_the_person(panel):
    panel.seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    rich = panel.card.view.text()
    assert "4,700 m³/s" in rich
    assert href("plan", "MEET") in rich
    assert href("staff", "S001") in rich
    assert "138000000" not in rich
    assert "138******01" in rich
    assert "会商纪要" in rich


def test_the_chain_fills_up_with_times_and_names_as_the_task_goes_on(panel):
    before = panel.card.view.text().count("●")
    panel.seat.take(
        TasksMoved((MEET,), Move.ISSUE, assignee="S001"),
        CallLogged(Call("c1", "S001", panel.seat.now.at, Outcome.ANSWERED, about=MEET)),
        TasksMoved((MEET,), Move.ACKNOWLEDGE),
        TasksMoved((MEET,), Move.ARRIVE),
    )
    assert panel.card.view.text().count("●") == before + 4
    assert "指挥长丙" in words_of(panel)
    assert "收到" in words_of(panel)


def test_a_link_selects_its_object_and_a_clause_opens_the_plan(panel):
    opened = []
    panel.workspace_requested.connect(opened.append)
    panel.card._follow(Selection("plan", "MEET"))
    panel.card._follow(Selection("grids", "Z01"))
    assert opened == ["plan"]
    assert panel.seat.selections == [Selection("plan", "MEET"), Selection("grids", "Z01")]


def test_any_id_survives_its_way_through_an_address():
    for row_id in ("1/HYK-T2:3", "a&b<c>", "网格 12", "%41"):
        assert target(href("task", row_id)) == Selection("task", row_id)


def test_words_from_outside_are_never_taken_for_markup(panel):
    panel.seat.take(TasksMoved((MEET,), Move.WITHDRAW, "<b>重复</b>"))
    assert "<b>重复</b>" not in panel.card.view.text()
    assert "&lt;b&gt;重复" in panel.card.view.text()


def test_the_first_button_is_the_next_move_of_the_task(panel):
    seat, card = panel.seat, panel.card
    assert card.next.text() == "下达…(&N)"
    seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    for word, state in (("签收(&N)", TaskState.ACKNOWLEDGED), ("到位(&N)", TaskState.ON_SITE)):
        assert card.next.text() == word
        card.next.click()
        assert seat.now.tasks[MEET].state is state
    assert card.next.text() == "完成…(&N)"


def test_only_allowed_moves_are_offered_in_every_state(panel):
    seat, card = panel.seat, panel.card
    steps = (
        TasksMoved((MEET,), Move.ISSUE, assignee="S001"),
        TasksMoved((MEET,), Move.FINISH, evidence=(Evidence("text", seat.now.at, "U1", "纪要 3 号"),)),
        TasksMoved((MEET,), Move.VERIFY),
    )
    for body in steps:
        seat.take(body)
        task = seat.now.tasks[MEET]
        offered = {move for move, button in card.others.items() if button.isVisible()}
        offered |= {move for move, action in card.listed.items() if action.isVisible() and task.state.open}
        assert all(task.state in rules.ALLOWED[move] for move in offered)
    assert card.foot.isHidden()


def test_moves_that_the_rules_refuse_without_a_reason_are_those_the_sheet_asks_for():
    assert NEEDS_NOTE == rules._NEEDS_NOTE


def test_finishing_asks_for_the_proof_the_plan_wants(panel):
    panel.seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    panel._ask_move((MEET,), Move.FINISH)
    sheet = panel.sheet
    assert "会商纪要" in sheet.evidence.wanted.text()
    assert not sheet.go.isEnabled()
    sheet.evidence.words.setText("纪要 3 号")
    sheet.evidence.count.setText("2")
    assert sheet.go.isEnabled()
    sheet.go.click()
    task = panel.seat.now.tasks[MEET]
    assert task.state is TaskState.DONE
    assert [(item.kind, item.text, item.count) for item in task.evidence] == [
        ("text", "纪要 3 号", None),
        ("count", "", 2),
    ]
    assert panel.pages.currentWidget() is panel.card


def test_a_photo_is_handed_to_the_desk_and_counts_once_it_is_stored(panel, qtbot):
    asked = []
    panel.evidence_file_requested.connect(lambda path, stored: asked.append((path, stored)))
    panel.seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    panel._ask_move((MEET,), Move.FINISH)
    panel.sheet.evidence.add_file("/tmp/a.jpg")
    ((path, stored),) = asked
    assert path == "/tmp/a.jpg"
    assert not panel.sheet.go.isEnabled()
    stored(Evidence("file", panel.seat.now.at, "U1", digest="ab12", filename="a.jpg"))
    assert "a.jpg" in panel.sheet.evidence.given.text()
    panel.sheet.go.click()
    assert panel.seat.now.tasks[MEET].evidence[0].digest == "ab12"
    panel._ask_move((MEET,), Move.SEND_BACK)
    stored(Evidence("file", panel.seat.now.at, "U1", digest="cd34", filename="b.jpg"))  # too late for the last sheet
    panel._ask_move((MEET,), Move.PROGRESS)


def test_reassigning_offers_the_deputy_first(panel):
    panel.seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    panel._ask_move((MEET,), Move.REASSIGN)
    picker = panel.sheet.picker
    assert picker.list.lines()[0].tag == "副"
    assert picker.person() == "S002"
    panel.sheet.go.click()
    assert panel.seat.now.tasks[MEET].assignee == "S002"


def test_somebody_is_found_by_name_role_and_phone(panel):
    panel._ask_move((MEET,), Move.ISSUE)
    picker = panel.sheet.picker
    for text in ("测试5", "R09", "13800000005"):
        picker._fill(text)
        assert [line.id for line in picker.list.lines()] == ["S005"]


def test_a_sheet_leaves_by_itself_when_its_move_is_no_longer_possible(panel):
    panel._ask_move((MEET,), Move.ISSUE)
    panel.seat.take(TasksMoved((MEET,), Move.WITHDRAW, "上级取消"))
    assert panel.pages.currentWidget() is panel.card


def test_in_a_whatif_the_card_of_an_instruction_says_that_nobody_has_it_yet(panel):
    panel.show_preview(preview(panel.seat.now, 22000.0))
    panel._open_row(("instruction", "DYKE"))
    assert panel.card.state.text() == "推演 · 新"
    assert "22,000 m³/s" in words_of(panel)
    assert panel.card.foot.isHidden()
    panel.show_preview(None)
    assert panel.pages.currentWidget() is panel._list_page


def test_what_an_instruction_replaces_is_a_link_to_the_live_task(panel):
    now = after(panel.seat.now, TasksMoved(("1/PATROL-2H",), Move.ISSUE, assignee="S004"))
    panel.seat.now = now
    panel.seat.take()
    from data.model.situation import Touched

    panel.show_situation(now, Touched.TASKS)
    panel.show_preview(preview(now, 22000.0))
    panel._open_row(("instruction", "PATROL-30M"))
    assert href("task", "1/PATROL-2H") in panel.card.view.text()


def test_a_low_card_keeps_its_next_move_and_has_the_others_in_a_menu(panel):
    panel.seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    panel.resize(300, 230)
    assert panel.card.next.isVisible()
    assert not any(button.isVisible() for button in panel.card.others.values())
    assert panel.card.listed[Move.FINISH].isVisible()


def test_escape_leads_from_the_card_back_to_the_list(panel, qtbot):
    qtbot.keyClick(panel.card, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is panel._list_page


def test_the_person_of_a_task_is_called_from_its_card(panel):
    panel.seat.take(TasksMoved((MEET,), Move.ISSUE, assignee="S001"))
    called = []
    panel.call_requested.connect(called.append)
    panel.card.call.click()
    assert called == [("S001",)]
