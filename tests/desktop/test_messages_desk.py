"""Messages at a desk: one from elsewhere is noticed until somebody has noted it, and never takes the keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.office import DutyMessage, Medium
from data.model.office_steps import MessageLogged, MessageNoted
from desktop.background import Background
from desktop.messages_desk import DRAFTS, MessagesDesk
from desktop.room import Room
from tests import township
from tests.views.small_room import look, township_with_squads
from views.office import OfficeWorkspace

NOON = township.NOON
MESSAGE = DutyMessage("M1", NOON, Medium.TELEPHONE, "区防指", "请报底数")


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.open_workspace = self.opened.append
        self.column = QVBoxLayout(self)
        self.add_foot = self.column.addWidget


class Place(QObject):
    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home, self.theme, self.window = home, look(), Window()
        self.background = Background()
        self.room = Room(township_with_squads(), lambda *_: None, lambda: NOON)
        self.desk = MessagesDesk(self)  # type: ignore[arg-type]
        self.office = OfficeWorkspace(self.theme)
        self.headquarters = SimpleNamespace(office=self.office)
        self.desk.wire()
        self.page = self.desk.make_page()
        self.office.add_tab("messages", "来文来电", self.page)
        self.window.column.addWidget(self.office)


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Any:
    made = Place(tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.desk.close()
    made.background.close()


def test_a_message_from_elsewhere_is_led_to_until_it_is_noted(place: Place) -> None:
    line = place.desk.line
    place.room.do(MessageLogged(replace(MESSAGE, id="M0")))  # typed at this desk: no news
    assert line.isHidden()
    place.room.do(MessageLogged(MESSAGE), "script")
    assert line.isVisible()
    assert "区防指" in line.said.text()
    assert not line.isAncestorOf(place.window.focusWidget() or place.office)
    line.look.click()
    assert place.window.opened == ["office"]
    assert place.page._chosen == "M1"
    place.room.do(MessageNoted("M1"))
    assert line.isHidden()


def test_a_line_that_was_put_away_comes_again_with_the_next_message(place: Place) -> None:
    place.room.do(MessageLogged(MESSAGE), "script")
    place.desk.line.away.click()
    assert place.desk.line.isHidden()
    place.room.do(MessageLogged(replace(MESSAGE, id="M2", text="再报")), "script")
    assert "再报" in place.desk.line.said.text()


def test_drafts_are_written_when_the_desk_ends(place: Place) -> None:
    place.page.entry.other.setText("河务局")
    place.desk.close()
    assert "河务局" in (place.home / DRAFTS).read_text("utf-8")
