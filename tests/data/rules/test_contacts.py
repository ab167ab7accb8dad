"""Whom to call: people and squads of every register, and the last attempt at each."""

from __future__ import annotations

from dataclasses import replace

from data.model.dispatch import Call, Channel, Outcome, Push
from data.model.people import Squad, Staff
from data.model.register import Register
from data.model.situation import Situation
from data.model.steps import CallLogged, PushApproved, PushDrafted, ReceiptNoted
from data.rules.contacts import contact, last_heard, leader_of, people_to_call, person_to_call
from data.rules.dispatch import LADDER
from tests import township


def with_squads() -> Situation:
    now = township.situation()
    made = now.registers.having(
        Register("squads", (Squad("Q1", "一队", "巡查防守", leader="S004"), Squad("Q2", "空队", "巡查防守")), "q")
    )
    staff = tuple(replace(row, squad="Q1") if row.id in ("S004", "S005") else row for row in made.staff)
    return replace(now, registers=made.having(Register("staff", staff, "s")))


def test_growers_and_key_persons_are_private_and_staff_are_not() -> None:
    now = with_squads()
    assert [found.private for row in ("S001", "GR1", "K1") if (found := contact(now, row))] == [False, True, True]
    assert contact(now, "nobody") is None


def test_a_squad_is_called_through_its_leader() -> None:
    now = with_squads()
    assert person_to_call(now, "Q1") == "S004"
    squad, leader = contact(now, "Q1"), contact(now, "S004")
    assert squad is not None
    assert leader is not None
    assert squad.phone == leader.phone


def test_a_squad_without_leader_or_members_cannot_be_called() -> None:
    now = with_squads()
    assert leader_of(now, "Q2") is None
    assert people_to_call(now, ("Q2", "nobody")) == ()


def test_a_squad_whose_leader_is_unknown_is_led_by_a_member_on_duty() -> None:
    now = with_squads()
    squads = Register("squads", (Squad("Q1", "一队", "巡查防守", leader="gone"),), "q2")
    staff = tuple(replace(row, on_duty=row.id != "S004") for row in now.registers.staff)
    now = replace(now, registers=now.registers.having(squads).having(Register("staff", staff, "s2")))
    leader = leader_of(now, "Q1")
    assert isinstance(leader, Staff)
    assert leader.id == "S005"


def test_everyone_is_called_once_and_in_the_order_asked_for() -> None:
    assert people_to_call(with_squads(), ("S005", "Q1", "S004", "S005")) == ("S005", "S004")


def test_the_last_attempt_counts_whether_it_was_a_call_or_a_receipt() -> None:
    now = township.situation()
    now = township.after(now, CallLogged(Call("C1", "S001", now.at, Outcome.NO_ANSWER)))
    assert last_heard(now)["S001"].outcome is Outcome.NO_ANSWER
    push = Push("P1", "题", "文", "撤", "U1", now.at, ("S001", "S002"), LADDER)
    now = township.after(
        now,
        PushDrafted(push),
        PushApproved("P1", "U2"),
        ReceiptNoted("P1", ("S001",), Channel.SCREEN, Outcome.ANSWERED),
    )
    heard = last_heard(now)
    assert heard["S001"].outcome is Outcome.ANSWERED
    assert heard["S001"].at == now.at
    assert "S002" not in heard
