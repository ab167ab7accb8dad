"""推送台账: every recipient on their rung, the unanswered first, and a way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from data.model.dispatch import Channel, Outcome, Push, PushState
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.people import User
from data.model.steps import PushApproved, PushDrafted, PushRefused, PushRetracted, Realm, ReceiptNoted
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


LONG = (Channel.PHONE_PAGE, Channel.SMS, Channel.TELEPHONE, Channel.DOOR)


def climbing():
    """A push with waits: two have no phone and stand on SMS, one answered through his deputy, the rest wait."""
    now = township_with_squads()
    people = tuple(f"S{n:03d}" for n in range(1, 7))
    push = Push("P1", "清滩", "请离滩", "作废", "U1", now.at, people, LONG, waits_s=(180, 300, 300, 0))
    return township.after(
        now,
        PushDrafted(push),
        PushApproved("P1", "U2"),
        ReceiptNoted("P1", ("S001", "S002"), Channel.PHONE_PAGE, Outcome.FAILED, "no_phone"),
        ReceiptNoted("P1", ("S003",), Channel.TELEPHONE, Outcome.NO_ANSWER),
        ReceiptNoted("P1", ("S003",), Channel.DEPUTY, Outcome.ANSWERED),
    )


def dead(person: str, channel: Channel, error: str, *, carrier: str = "") -> OutLine:
    made = Outgoing(f"P1/{person}/{channel}", "P1", person, channel, Realm.LIVE, township.NOON, carrier)
    return OutLine(made, OutState.DEAD, 1, township.NOON, error)


def test_the_unanswered_are_counted_on_their_rungs_with_the_time_until_the_first_climbs(board) -> None:
    room = SmallRoom(climbing(), board)
    board.open_for("P1")
    sent = room.now.pushes["P1"].sent_at
    board.show_time(sent + timedelta(seconds=60))
    chips = [button.chip for button in board.rungs._buttons.values()]
    assert [(chip.key, chip.count) for chip in chips] == [("phone_page", 3), ("sms", 2)]
    assert chips[0].text == "手机页面 剩 2 分钟"
    board.rungs.choose(["sms"])
    board.rungs.chosen.emit(("sms",))
    assert [row.id for row in board.model.rows()] == ["S001", "S002"]


def test_an_answer_through_the_deputy_is_told_as_the_way_it_came(board) -> None:
    SmallRoom(climbing(), board)
    board.open_for("P1")
    rows = {row.id: row for row in board.model.rows()}
    assert rows["S003"].path == "电话×  副职 收到"
    assert rows["S001"].path == "手机页面×"
    assert rows["S001"].note == "没有登记的手机"
    assert rows["S003"].ends is None
    assert "上门" not in rows["S003"].path


def test_the_chosen_climb_at_once_each_from_his_own_rung_and_never_past_the_last(board) -> None:
    room = SmallRoom(climbing(), board)
    board.open_for("P1")
    board.table.choose(["S001", "S004"], tell=True)
    assert board.climb.text() == "2 人转下一级"
    board.climb.click()
    assert sorted(room.bodies, key=lambda body: body.people) == [
        ReceiptNoted("P1", ("S001",), Channel.SMS, Outcome.NO_ANSWER),
        ReceiptNoted("P1", ("S004",), Channel.PHONE_PAGE, Outcome.NO_ANSWER),
    ]
    for _ in range(9):
        board.table.choose(["S001"], tell=True)
        board.climb.click()
    receipt = room.now.pushes["P1"].receipts[0]
    assert receipt.rung == len(LONG) - 1
    assert len(room.bodies) == 3
    assert not board.climb.isVisible()


def test_what_did_not_go_out_stands_in_words_by_way_and_reason_and_is_sent_again(board, qtbot) -> None:
    SmallRoom(climbing(), board)
    board.show_carriers([("platform", "短信平台"), ("cap", "CAP 发布")])
    with qtbot.waitSignal(board.outbox_requested) as asked:
        board.open_for("P1")
    assert asked.args == ["P1"]
    lines = [
        dead("S001", Channel.PHONE_PAGE, "no_phone"),
        dead("S002", Channel.PHONE_PAGE, "no_phone"),
        dead("S003", Channel.SMS, "timeout", carrier="platform"),
        dead("", Channel.BROADCAST, "exercise", carrier="cap"),
    ]
    board.show_outbox("P1", lines)
    chip = board.filter._buttons["dead"].chip
    assert (chip.count, chip.urgent) == (4, 1)
    board.filter.choose(["dead"])
    board.filter.chosen.emit(("dead",))
    said = [[column.getter(row) for column in board.dead_model.columns] for row in board.dead_model.rows()]
    assert said[0][:4] == ["手机页面", "—", "没有登记的手机", "2"]
    assert said[1][:3] == ["短信", "短信平台", "超时无回音"]
    assert said[2][:3] == ["公开发布", "CAP 发布", "演练：未向外发送"]
    assert said[2][-1] == ""
    assert board.again.text() == "重发 3 条"
    with qtbot.waitSignal(board.send_again_requested) as again:
        board.again.click()
    assert again.args == [[line.outgoing.id for line in lines[:3]]]
    index = board.dead_model.index(1, len(board.dead_model.columns) - 1)
    with qtbot.waitSignal(board.send_again_requested) as again:
        board.dead.clicked.emit(index)
    assert again.args == [[lines[2].outgoing.id]]


def test_the_board_asks_anew_only_when_the_lines_of_its_own_push_have_changed(board, qtbot) -> None:
    SmallRoom(climbing(), board)
    board.open_for("P1")
    with qtbot.assertNotEmitted(board.outbox_requested):
        board.on_outbox_changed(("P9",))
    with qtbot.waitSignal(board.outbox_requested):
        board.on_outbox_changed(("P9", "P1"))


def test_the_dead_letters_keep_to_the_rules_of_item_models(board) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(board.dead_model, mode, board)
    SmallRoom(climbing(), board)
    board.open_for("P1")
    board.show_outbox("P1", [dead("S001", Channel.SMS, "timeout"), dead("S002", Channel.SMS, "refused")])
    board.show_outbox("P1", [dead("S002", Channel.SMS, "refused")])
    board.show_outbox("P1", [])
    assert board.dead_model.rows() == ()
    assert tester is not None
