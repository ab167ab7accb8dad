"""The map of keys shows what it is handed, and narrows to what is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop import theme
from views.keys import KeyGroup, KeyLine, KeysSheet

GROUPS = (
    KeyGroup("全席位", (KeyLine("Ctrl+K", "找人、找地点"), KeyLine("F1", "键盘一览"))),
    KeyGroup("水情", (KeyLine("Esc", "回到实况"),)),
)


@pytest.fixture
def sheet(qtbot: QtBot) -> KeysSheet:
    made = KeysSheet(theme.load("light").theme)
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show_keys(GROUPS)
    made.bring_up_keys()
    return made


def test_all_keys_are_shown(sheet: KeysSheet):
    assert [line.keys for line in sheet.shown_lines()] == ["Ctrl+K", "F1", "Esc"]
    assert not sheet.grab().isNull()


def test_typing_narrows_to_keys_words_and_groups(sheet: KeysSheet, qtbot: QtBot):
    with qtbot.waitSignal(sheet._search.asked):
        sheet._search.setText("水情")
    assert [line.what for line in sheet.shown_lines()] == ["回到实况"]
    with qtbot.waitSignal(sheet._search.asked):
        sheet._search.setText("没有的键")
    assert sheet._none.isVisible()


def test_escape_puts_the_sheet_away(sheet: KeysSheet, qtbot: QtBot):
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
