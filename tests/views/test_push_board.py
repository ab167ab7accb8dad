"""推送台账: every recipient on their rung, the unanswered first, and a way back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from data.model.dispatch import Channel, Outcome, Push, PushState
from data.model.people import User
from data.model.steps import PushApproved, PushDrafted, PushRefused, PushRetracted, ReceiptNoted
from tests import township
from tests.views.small_room import LADDER, SmallRoom, look, pushed, township_with_squads
from views.push_board import PushBoard


def pin_fits(user: User, pin: str) -> bool:
    return pin == f"pin-{user.id}"


@pytest.fixture
def board(qtbot):
    made = PushBoard(look(), pin_fits)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


def drafted():
    now = township_with_squads()
    return township.after(
        now, PushDrafted(Push("P2", "集结", "请集结", "作废", "U2", now.at, ("S001", "S002"), LADDER))
    )


def test_those_who_could_not_be_reached_come_first_with_their_next_rung(board) -> None:
    SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    rows = board.model.rows()
    assert [row.id for row in rows[:2]] == ["S004", "S005"]
    assert {row.next for row in rows[:2]} == {Channel.DEPUTY}
    assert {row.id: row.next for row in rows}["S001"] is None
    assert rows[0].tries == 1


def test_the_filter_counts_and_narrows(board) -> None:
    SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    board.filter.choose(["unreached"])
    board.filter.chosen.emit(("unreached",))
    assert [row.id for row in board.model.rows()] == ["S004", "S005"]


def test_one_click_calls_only_those_who_have_not_answered(board, qtbot) -> None:
    SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    assert board.chase.text() == "电话追叫 2 人"
    with qtbot.waitSignal(board.call_requested) as asked:
        board.chase.click()
    assert asked.args == [["S004", "S005"], "P1"]


def test_outcomes_are_noted_for_all_chosen_each_on_their_own_rung(board) -> None:
    room = SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    board.table.choose(["S004", "S006"], tell=True)
    assert board.outcomes[Outcome.ANSWERED].text() == "收到 2 人"
    board.note.setText("村喇叭喊到")
    board.outcomes[Outcome.ANSWERED].click()
    assert room.bodies == [
        ReceiptNoted("P1", ("S004",), Channel.DEPUTY, Outcome.ANSWERED, "村喇叭喊到"),
        ReceiptNoted("P1", ("S006",), Channel.TELEPHONE, Outcome.ANSWERED, "村喇叭喊到"),
    ]
    assert room.refused == []


def test_a_channel_named_by_the_operator_counts_for_all(board) -> None:
    room = SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    board.table.choose(["S004", "S006"], tell=True)
    board.channel.choose(Channel.DOOR.value)
    board.outcomes[Outcome.NO_ANSWER].click()
    assert room.bodies == [ReceiptNoted("P1", ("S004", "S006"), Channel.DOOR, Outcome.NO_ANSWER)]


def test_taking_back_needs_a_reason_and_uses_the_text_written_beforehand(board) -> None:
    room = SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    assert board.retract_text.text() == "撤回正文：前次作废"
    assert not board.retract.isEnabled()
    board.reason.setText("时限写错")
    assert board.retract.text() == "撤回“撤滩通知”"
    board.retract.click()
    assert room.bodies == [PushRetracted("P1", "时限写错")]
    assert room.now.pushes["P1"].state is PushState.RETRACTED
    assert not board.retract.isVisible()


def test_a_draft_is_approved_by_another_person_with_their_pin(board) -> None:
    room = SmallRoom(drafted(), board)
    board.open_for("P2")
    assert board.approve.text() == "发送给 2 人"
    assert not board.approve.isEnabled()
    board.approver.pin.setText("pin-U3")
    board.approve.click()
    assert room.bodies == [PushApproved("P2", "U3")]
    assert room.now.pushes["P2"].state is PushState.SENT
    assert not board.approver.isVisible()


def test_a_wrong_pin_sends_nothing(board) -> None:
    room = SmallRoom(drafted(), board)
    board.open_for("P2")
    board.approver.pin.setText("pin-U2")
    board.approve.click()
    assert room.bodies == []
    assert "口令不对" in board.why_not.text()


def test_a_draft_is_refused_with_a_reason(board) -> None:
    room = SmallRoom(drafted(), board)
    board.open_for("P2")
    assert not board.refuse.isEnabled()
    board.reason.setText("范围太大")
    board.refuse.click()
    assert room.bodies == [PushRefused("P2", "范围太大")]


def test_in_a_what_if_a_draft_cannot_be_sent(board) -> None:
    from data.rules.signoff import preview

    now = drafted()
    SmallRoom(now, board)
    board.open_for("P2")
    board.approver.pin.setText("pin-U3")
    board.show_preview(preview(now, 22_000.0))
    assert not board.approve.isEnabled()
    assert "推演" in board.why_not.text()


def test_without_pushes_the_board_says_so(board) -> None:
    SmallRoom(township_with_squads(), board)
    board.open_for()
    assert board.model.rows() == ()
    assert not board.retract.isVisible()


def test_the_receipts_keep_to_the_rules_of_item_models(board) -> None:
    tester = QAbstractItemModelTester(board.model, QAbstractItemModelTester.FailureReportingMode.Fatal, board)
    room = SmallRoom(pushed(township_with_squads()), board)
    board.open_for("P1")
    room.do(ReceiptNoted("P1", ("S004", "S006"), Channel.TELEPHONE, Outcome.ANSWERED))
    board.filter.choose(["answered"])
    board.filter.chosen.emit(("answered",))
    assert tester is not None
