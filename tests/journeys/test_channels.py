"""In the whole desk: a channel kept in its home is in service, a push goes by it, and the tab says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data.gateway.channels.setup_file import FILE, write
from data.model.dispatch import Channel, Outcome, Push
from data.model.steps import PushApproved, PushDrafted
from tests.data.gateway.channels.every_kind import ENDPOINTS
from tests.journeys.conftest import opened

pytestmark = pytest.mark.browser


def test_a_push_leaves_the_whole_desk_by_mail_and_the_tab_counts_it(lived_in: Path, qtbot: QtBot, tmp_path: Path):
    with ENDPOINTS["mail"](tmp_path) as place:
        (lived_in / FILE).write_text(write([place.setup]), "utf-8")
        with opened(lived_in) as anlan:
            anlan.field.ports = (0, 0, 0)
            anlan.field.start()
            anlan.pages.open_system("channels")
            tab = anlan.pages._system.channels
            qtbot.waitUntil(lambda: [one.standing.ready for one in tab.model.rows()] == [True], timeout=10_000)
            room = anlan.room
            people = tuple(person.id for person in room.situation.registers.staff if person.phone)[:3]
            push = Push("P1", "清滩", "请回复", "作废", "duty", room.situation.at, people, (Channel.MESSENGER,))
            assert room.do(PushDrafted(push), "duty")
            assert room.do(PushApproved("P1", "leader"), "leader")
            qtbot.waitUntil(lambda: len(place.arrived()) == 1, timeout=10_000)
            outcomes = lambda: {one.outcome for one in room.situation.pushes["P1"].receipts}  # noqa: E731
            qtbot.waitUntil(lambda: outcomes() == {Outcome.DELIVERED}, timeout=10_000)
            qtbot.waitUntil(lambda: tab.model.rows()[0].standing.tally.sent == 3, timeout=10_000)
            assert "请回复" in place.arrived()[0]
