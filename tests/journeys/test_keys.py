"""Keys in the real window: workspaces open from anywhere, the same keys never mean two things, F1 lists them all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop import keys
from desktop.app import Anlan
from tests.journeys.conftest import opened as opened_desk
from widgets.shortcuts import SEND

pytestmark = pytest.mark.browser

CTRL = Qt.KeyboardModifier.ControlModifier
ROW = "1234567890-="
"""The upper row of a keyboard: its twelve keys are those of the workspaces."""


@pytest.fixture(scope="module")
def anlan(request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anlan]:
    """One desk for all tests here: they only look and open, all its workspaces are there, its window is in front."""
    with opened_desk(tmp_path_factory.mktemp("keys")) as made:
        made.window.activateWindow()
        for name in made.window.workspace_names:
            made.window.open_workspace(name)
        review = made.headquarters.review
        review.open_tab("review")  # what is worked out when it is first seen is no concern of a single test
        QtBot(request).waitUntil(lambda: review.page is not None and review.page._score is not None, timeout=20_000)
        yield made


@pytest.fixture
def opened(anlan: Anlan, qtbot: QtBot) -> Iterator[list[str]]:
    """The workspaces that are opened by key."""
    heard: list[str] = []
    anlan.sheets.put_away_all()
    qtbot.waitUntil(anlan.window.isActiveWindow)
    anlan.window.workspace_opened.connect(heard.append)
    yield heard
    anlan.window.workspace_opened.disconnect(heard.append)


def press(at: QWidget | None, number: int) -> None:
    """Press Ctrl and a key of the upper row where the keyboard is."""
    assert at is not None
    QTest.keyClick(at, Qt.Key(ord(ROW[number - 1])), CTRL)


def all_open(anlan: Anlan, opened: list[str]) -> list[str]:
    """What each of the twelve keys opened, pressed where the keyboard is."""
    opened.clear()
    for number in range(1, len(ROW) + 1):
        press(QApplication.focusWidget(), number)
    return opened


def test_every_workspace_opens_by_its_key_from_every_other(anlan: Anlan, opened: list[str]) -> None:
    names = anlan.window.workspace_names
    assert len(names) == len(ROW)
    anlan.window.open_workspace(names[0])
    opened.clear()
    for start in range(1, len(ROW) + 1):
        others = range(start + 1, len(ROW) + 1)
        way = [start, *(number for other in others for number in (other, start))]  # there and back
        for number in way:
            press(QApplication.focusWidget(), number)
        assert opened == [names[number - 1] for number in way]
        opened.clear()


def test_workspaces_open_by_key_while_the_map_has_the_keyboard(anlan: Anlan, opened: list[str], qtbot: QtBot) -> None:
    for number, name in enumerate(anlan.window.workspace_names, start=1):
        anlan.window.open_workspace("desk")
        view = anlan.map.map
        view.setFocus()
        qtbot.waitUntil(lambda view=view: view.isAncestorOf(QApplication.focusWidget()) or view.hasFocus())
        opened.clear()
        press(QApplication.focusWidget(), number)
        assert opened == [name]


def test_workspaces_open_by_key_from_every_sheet_and_every_tab(anlan: Anlan, opened: list[str]) -> None:
    names = list(anlan.window.workspace_names)
    for sheet in anlan._all_sheets():
        sheet.show()
        sheet.setFocus()
        assert all_open(anlan, opened) == names, type(sheet).__name__
    anlan.sheets.put_away_all()
    numbers = cycle(range(1, len(ROW) + 1))  # the first key pressed leaves the tab: from each another one
    for tabs in anlan.window.findChildren(QTabWidget):
        for at, number in zip(range(tabs.count()), numbers, strict=False):
            anlan.window.open_workspace("system")
            tabs.setCurrentIndex(at)
            tabs.tabBar().setFocus()
            opened.clear()
            press(QApplication.focusWidget(), number)
            assert opened == [names[number - 1]], tabs.tabText(at)


def shortcuts(window: QWidget) -> list[tuple[str, QObject | None, bool]]:
    """Every key of the window: as Qt writes it, where it acts, and whether it is a letter underlined on a button."""
    found: list[tuple[str, QObject | None, bool]] = []
    for one in window.findChildren(QShortcut):
        found += [(key.toString(), one.parent(), False) for key in QShortcut.keys(one)]
    for one in window.findChildren(QAction):
        found += [(key.toString(), one.parent(), False) for key in one.shortcuts()]
    for one in window.findChildren(QAbstractButton):
        if not (key := one.shortcut()).isEmpty():
            found.append((key.toString(), one, key == QKeySequence.mnemonic(one.text())))
    return found


def listed() -> set[str]:
    """The keys that F1 shows, ranges spelt out."""
    found: set[str] = set()
    for line in (line for group in keys.shown() for line in group.lines):
        if ends := re.fullmatch(rf"(.*?)([{ROW}]) … \1([{ROW}])", line.keys):
            before, first, last = ends.groups()
            found |= {f"{before}{key}" for key in ROW[ROW.index(first) : ROW.index(last) + 1]}
        else:
            found |= {way.strip() for way in line.keys.split(" / ")}
    return {QKeySequence(one).toString() for one in found}


def test_f1_lists_every_key_of_the_program(anlan: Anlan) -> None:
    known = listed()
    there = {key for key, _, mnemonic in shortcuts(anlan.window) if not mnemonic}
    missing = there - known - {"Ctrl+Enter"}  # the other of the two keys that send
    assert missing == set()
    call = anlan.field_panes.call_window
    assert {key for key, _, _ in shortcuts(call)} - known == set()


def test_no_two_keys_of_the_whole_window_are_the_same(anlan: Anlan) -> None:
    for name in anlan.window.workspace_names:
        anlan.window.open_workspace(name)
        acting = Counter(
            key.toString()
            for one in anlan.window.findChildren(QShortcut)
            if one.context() is Qt.ShortcutContext.WindowShortcut and one.isEnabled()
            if isinstance(where := one.parent(), QWidget) and where.isVisible()
            for key in QShortcut.keys(one)
        )
        assert [key for key, times in acting.items() if times > 1] == [], name
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    sending = [one for one in anlan.window.findChildren(QShortcut) if one.key() in [QKeySequence(way) for way in SEND]]
    assert [type(one.parent()).__name__ for one in sending if one.context() is not inside] == []
