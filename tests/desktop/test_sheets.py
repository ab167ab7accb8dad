"""Sheets over the workspace: one at a time, of their own size, with an edge and a shade that takes no click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.sheets import GAP, Shade, Sheets
from views.keys import KeysSheet
from views.push_board import PushBoard


def laid(qtbot: QtBot, width: int, height: int) -> tuple[QWidget, KeysSheet, PushBoard]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(width, height)
    look = theme.load("dark").theme
    keys, board = KeysSheet(look), PushBoard(look, lambda _user, _pin: True)
    sheets = Sheets(host)
    sheets.adopt(keys)
    sheets.adopt(board)
    host.show()
    return host, keys, board


def test_a_sheet_takes_no_more_room_than_its_content_wants(qtbot: QtBot):
    _host, keys, _board = laid(qtbot, 1860, 1000)
    keys.show()
    assert (keys.width(), keys.height()) == KeysSheet.MOST


def test_a_sheet_never_grows_beyond_its_host(qtbot: QtBot):
    host, keys, _board = laid(qtbot, 800, 500)
    keys.show()
    assert host.rect().adjusted(GAP, GAP, -GAP, -GAP) == keys.geometry()


def test_opening_a_sheet_puts_the_other_away_and_the_shade_follows(qtbot: QtBot):
    host, keys, board = laid(qtbot, 1860, 1000)
    shade = host.findChild(Shade)
    assert shade is not None
    assert not shade.isVisible()
    keys.show()
    board.show()
    assert not keys.isVisible()
    assert shade.isVisible()
    assert shade.geometry().contains(board.geometry())
    board.hide()
    assert not shade.isVisible()


def test_the_shade_takes_no_click_and_the_sheet_draws_its_edge(qtbot: QtBot):
    host, keys, _board = laid(qtbot, 1860, 1000)
    shade = host.findChild(Shade)
    assert shade is not None
    assert shade.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert keys.testAttribute(Qt.WidgetAttribute.WA_StyledBackground)
