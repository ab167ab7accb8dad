"""A person's card is masked until a user with the right says why, and only as long as it is open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from data.model.field import Device, PhoneRole
from data.model.people import Household, KeyPerson, Whereabouts
from data.model.register import Register
from data.model.situation import Touched
from data.model.steps import PersonUnmasked, UserChanged, WhereaboutsSet
from tests.views.people_sample import flood, look, shown
from views.pane import Selection
from views.person_card import PersonCard

WHO = Selection("keypeople", "K1")


def populated():
    now = flood()
    rows = (
        KeyPerson("K1", "测丙丁", "在滩过夜", "Z01", "看护房", "13800004321", 2, "首撤", "S005", "嫩滩", note="哮喘"),
    )
    homes = (Household("H1", "测戊", "申庄村", "G001", 4, "13800001111", "孕妇1", contact="S005"),)
    registers = now.registers.having(Register("keypeople", rows, "k")).having(Register("households", homes, "h"))
    return replace(now, registers=registers)


def opened(qtbot, who=WHO, user="U2"):
    card = PersonCard(look())
    card.seat = shown(qtbot, card, replace(populated(), user=user), actor=user)
    card.show_person(who)
    return card


def test_name_phone_and_note_are_masked_at_first(qtbot):
    card = opened(qtbot)
    text = card.name.text() + card.view.text()
    for secret in ("测丙丁", "13800004321", "哮喘"):
        assert secret not in text
    assert "138******21" in text
    assert "首撤" in text


def test_unmasking_asks_for_a_reason_is_journaled_first_and_then_shows(qtbot):
    card = opened(qtbot)
    card.unmask.click()
    assert card.reason.isVisible()
    assert not card.confirm.isEnabled()
    card.reason.setText("电话核实")
    card.confirm.click()
    assert card.seat.bodies == [PersonUnmasked("keypeople", "K1", "电话核实")]
    assert "测丙丁" in card.name.text()
    assert "13800004321" in card.view.text()
    assert "哮喘" in card.view.text()


def test_what_the_journal_refuses_stays_masked(qtbot):
    card = opened(qtbot)
    card.seat.actor = "U1"  # no right
    card.unmask.click()
    card.reason.setText("好奇")
    card.confirm.click()
    assert card.seat.refused == ["right_missing"]
    assert "测丙丁" not in card.name.text()
    assert card.reason.text() == "好奇"


def test_users_without_the_right_see_no_button(qtbot):
    assert opened(qtbot, user="U1").unmask.isHidden()
    assert opened(qtbot, user="U3").unmask.isVisible()


@pytest.mark.parametrize("leave", ["hide", "other person", "other user"])
def test_the_card_is_masked_again_when_it_is_left(qtbot, leave):
    card = opened(qtbot)
    card.reason.setText("核实")
    card._unmask()
    assert card.is_open()
    if leave == "hide":
        card.hide()
        card.show()
    elif leave == "other person":
        card.show_person(Selection("households", "H1"))
        card.show_person(WHO)
    else:
        card.seat.take(UserChanged("U3"))
    assert not card.is_open()
    assert "测丙丁" not in card.name.text()


def test_every_kind_of_person_has_a_card(qtbot):
    card = opened(qtbot)
    for who, words in (
        (Selection("growers", "GR2"), "40.0 亩"),
        (Selection("households", "H1"), "孕妇1"),
        (Selection("staff", "S001"), "指挥长" if card.now.registers.roles.get("R01") else "R01"),
    ):
        card.show_person(who)
        assert words in card.view.text()


def test_whereabouts_are_set_from_the_card_and_shown(qtbot):
    card = opened(qtbot)
    card.bar.left.click()
    assert card.seat.bodies == [WhereaboutsSet("keypeople", ("K1",), Whereabouts.LEFT)]
    assert card.state.text() == "已撤离"


def test_a_key_person_is_reached_through_the_contact_cadre_and_staff_directly(qtbot):
    card = opened(qtbot)
    called = []
    card.call_requested.connect(called.append)
    card.call.click()
    card.show_person(Selection("staff", "S001"))
    card.call.click()
    assert called == [("S005",), ("S001",)]
    assert card.bar.isHidden()


def test_escape_closes_the_card(qtbot):
    card = opened(qtbot)
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card, Qt.Key.Key_Escape)


def with_phone(now, person="S005"):
    phone = Device("d1", person, PhoneRole.CONTACT_PERSON, "手机", "0" * 64, now.at)
    return replace(now, devices=now.devices.set("d1", phone))


def test_whoever_answers_for_a_person_is_called_by_video_only_with_an_enrolled_phone(qtbot):
    card = opened(qtbot)
    assert not card.video.isVisible()
    now = with_phone(replace(populated(), user="U2"))
    card.show_situation(now, Touched.FIELD)
    assert card.video.isVisible()
    with qtbot.waitSignal(card.video_requested) as asked:
        card.video.click()
    assert asked.args == [["S005"], "keypeople/K1"]
    card.show_person(Selection("staff", "S001"))
    assert not card.video.isVisible()
    card.show_situation(with_phone(now, "S001"), Touched.FIELD)
    with qtbot.waitSignal(card.video_requested) as asked:
        card.video.click()
    assert asked.args == [["S001"], "staff/S001"]
