"""A household tag is scanned or typed at the desk: checked, chosen, its state set with one key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data.gateway.tags import household_tag
from data.model.people import Household, Whereabouts
from data.model.register import Register
from data.model.steps import WhereaboutsSet
from data.rules.signoff import preview
from tests.views.people_sample import flood, look, shown
from views.pane import Selection
from views.relocation import RelocationWorkspace
from views.relocation_tag import written

KEY = b"k" * 32
HOMES = (Household("H1", "测庚", "申庄村", "G001", 4, contact="S005"), Household("H2", "测辛", "马渡村", "G001", 3))
TAG = household_tag(KEY, "H1")


@pytest.fixture
def page(qtbot: QtBot) -> Any:
    now = flood()
    space = RelocationWorkspace(look())
    registers = now.registers.having(Register("households", HOMES, "h"))
    space.seat = shown(qtbot, space, replace(now, registers=registers), width=1200, height=620)
    space.set_tag_key(lambda: KEY)
    return space


def scan(page: RelocationWorkspace, text: str) -> str:
    page.tag.field.setFocus()
    page.tag.field.setText(text)
    QTest.keyClick(page.tag.field, Qt.Key.Key_Return)
    return page.tag_bar.said.text()


def test_a_scanned_tag_chooses_its_household_and_one_key_sets_the_state(page: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.selection_requested) as chosen:
        said = scan(page, TAG)
    assert chosen.args == [Selection("households", "H1")]
    assert "H1  测**  申庄村  4 人" in said
    assert "未通知" in said
    assert page.tag.field.text() == ""
    QTest.keyClick(page.tag_bar, Qt.Key.Key_4)
    assert page.seat.bodies == [WhereaboutsSet("households", ("H1",), Whereabouts.LEFT)]
    assert "现为“已撤离”" in page.tag_bar.said.text()
    assert not page.tag_bar.buttons["4"].isEnabled()


def test_what_stands_under_the_code_may_be_typed_in_any_case(page: Any) -> None:
    check = TAG.rpartition("/")[2]
    assert written(f"Ｈ1　{check.lower()}") == f"anlan:h/H1/{check.lower()}"
    assert "测**" in scan(page, f" H1 {check.lower()} ")
    assert "测**" in scan(page, TAG.replace("anlan", "ANLAN"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("anlan:h/H1/AAAA", "校验码不对"),
        ("anlan:h/H2/" + TAG.rpartition("/")[2], "校验码不对"),
        ("H1", "不是户牌"),
        ("https://example.org/", "不是户牌"),
        (household_tag(KEY, "H9"), "没有这一户"),
    ],
)
def test_a_forged_or_foreign_tag_is_refused_in_words_and_chooses_nobody(page: Any, text: str, words: str) -> None:
    scan(page, TAG)
    assert words in scan(page, text)
    QTest.keyClick(page.tag_bar, Qt.Key.Key_4)
    assert page.seat.bodies == []
    assert page.tag.field.selectedText() == page.tag.field.text() == text


def test_without_its_key_no_tag_is_believed(page: Any) -> None:
    def unreadable() -> bytes:
        raise PermissionError

    page.set_tag_key(unreadable)
    assert "密钥读不出" in scan(page, TAG)


def test_the_scanner_goes_on_with_the_next_tag_without_the_mouse(page: Any) -> None:
    scan(page, TAG)
    QTest.keyClicks(page.tag_bar, "a")
    assert page.tag.field.text() == "a"
    assert page.tag.field.hasFocus()
    QTest.keyClicks(page.tag.field, household_tag(KEY, "H2")[1:])
    QTest.keyClick(page.tag.field, Qt.Key.Key_Return)
    assert page.tag_bar.household == "H2"


def test_a_refusal_is_explained_before_it_is_set(page: Any) -> None:
    scan(page, TAG)
    QTest.keyClick(page.tag_bar, Qt.Key.Key_5)
    assert page.seat.bodies == []
    page.card.bar.note.setText("等儿子回来")
    page.card.bar.go.click()
    assert page.seat.bodies == [WhereaboutsSet("households", ("H1",), Whereabouts.REFUSED, "等儿子回来")]


def test_in_a_what_if_nothing_is_set(page: Any) -> None:
    scan(page, TAG)
    page.show_preview(preview(page.seat.now, 8000.0))
    assert "推演中不登记" in page.tag_bar.said.text()
    QTest.keyClick(page.tag_bar, Qt.Key.Key_4)
    assert page.seat.bodies == []
