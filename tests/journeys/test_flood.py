"""A flood rises and recedes; a what-if goes to 22,000 and back; a sign-off makes exactly the preview live."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.model.levels import Level
from data.model.situation import Course
from data.model.steps import Realm
from data.model.task import TaskState
from data.rules import signoff
from data.rules.plan import Change
from desktop.app import Anlan

pytestmark = pytest.mark.browser

RISEN = datetime(2020, 6, 26, 2, 0, tzinfo=UTC)
PEAK = datetime(2020, 6, 29, 1, 0, tzinfo=UTC)
FALLEN = datetime(2020, 7, 8, 1, 0, tzinfo=UTC)


def sign(anlan: Anlan, qtbot: QtBot, reason: str) -> None:
    """Sign as the commander would: open the sheet, write the reason, choose the signer, type the PIN, press."""
    sheet = anlan.sign_off
    anlan.warning.sign_off_requested.emit(None)
    assert sheet.isVisible()
    form = sheet.form
    form.reason.setPlainText(reason)
    form.signer.setCurrentIndex(form.signer.findData("commander"))
    qtbot.keyClicks(form.pin, "2580")
    with qtbot.waitSignal(sheet.closed, timeout=5000):
        qtbot.mouseClick(form.sign, Qt.MouseButton.LeftButton)


def test_a_real_flood_rises_is_signed_peaks_and_recedes(anlan: Anlan, qtbot: QtBot) -> None:
    room = anlan.room
    anlan.play_to(RISEN)
    assert room.situation.flow_m3s == 4650
    assert room.situation.suggestion.level is Level.IV
    assert room.situation.standing.level is Level.NONE
    assert all(task.state is TaskState.PENDING for task in room.situation.tasks.values() if task.state.open)
    sign(anlan, qtbot, "编号洪水")
    assert room.situation.standing.level is Level.IV
    assert room.situation.standing.by == "commander"
    out = [task for task in room.situation.tasks.values() if task.state is TaskState.ISSUED]
    assert len(out) > 40
    anlan.play_to(PEAK)
    reading = room.situation.latest()
    assert reading is not None
    assert (reading.flow_m3s, reading.stage_m) == (5520, 90.88)
    anlan.play_to(FALLEN)
    assert room.situation.suggestion.level is Level.NONE
    assert room.situation.standing.level is Level.IV, "nothing falls without a person"
    sign(anlan, qtbot, "流量落至4000以下，会商降级")
    assert room.situation.standing.level is Level.NONE
    assert room.situation.basis.course is Course.RECEDING
    assert any(task.instruction.split("-")[2] == "P4" and task.state.open for task in room.situation.tasks.values())


def test_a_what_if_to_22000_and_back_leaves_live_untouched(anlan: Anlan, qtbot: QtBot) -> None:
    anlan.play_to(RISEN)
    before = anlan.room.situation
    seq = anlan.keeping.store.last_seq
    anlan.river.flow_previewed.emit(9000.0)
    anlan.river.flow_decided.emit(22_000.0)
    assert anlan.room.realm is Realm.WHATIF
    preview = anlan.room.preview
    assert preview is not None
    assert preview.level is Level.I
    assert len(preview.exposed.plots) > len(preview.exposed_live.plots)
    qtbot.keyClick(anlan.window, Qt.Key.Key_Escape)
    assert anlan.room.preview is None
    assert anlan.room.situation is before
    assert anlan.keeping.flush()
    assert anlan.keeping.store.last_seq >= seq
    assert anlan.room.realm is Realm.LIVE


def test_signing_a_what_if_makes_exactly_what_was_shown_live(anlan: Anlan, qtbot: QtBot) -> None:
    anlan.play_to(RISEN)
    sign(anlan, qtbot, "编号洪水")
    anlan.room.show_whatif(8200.0)
    shown = anlan.room.preview
    assert shown is not None
    assert shown.count(Change.CHANGED)
    sign(anlan, qtbot, "预报上涨，提前布防")
    situation = anlan.room.situation
    assert situation.standing.level is Level.II
    issued = {task.instruction for task in situation.tasks.values() if task.state is TaskState.ISSUED}
    assert {entry.instruction.id for entry in shown.entries} <= issued
    assert all(situation.tasks[task.id].state is TaskState.WITHDRAWN for task, _ in shown.withdrawn)
    assert not signoff.preview(situation, 8200.0).withdrawn
