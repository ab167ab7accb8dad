"""Triage: reports of one thing, one after another, their pictures and places."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data.model.dispatch import ReportState
from data.model.field import Attachment
from data.model.situation import Situation, Touched
from data.model.steps import (
    ReportAmended,
    ReportMoved,
    ReportReceived,
    ReportsMerged,
)
from desktop import theme
from tests.conftest import ROOT
from tests.township import NOON, after
from tests.views.triage_sample import choose, ids, key, report, reported, shot, show
from views.pane import Selection
from views.triage import TriagePanel

CLIP = ROOT / "tests" / "widgets" / "clips" / "drawn.webm"


@pytest.fixture
def pane(qtbot: QtBot) -> TriagePanel:
    shown = TriagePanel(theme.load("dark").theme)
    qtbot.addWidget(shown)
    shown.resize(1300, 640)
    shown.show()
    return shown


@pytest.fixture
def said(pane: TriagePanel) -> list[Any]:
    heard: list[Any] = []
    pane.step_requested.connect(lambda body, _actor: heard.append(body))
    return heard


# reports of the same thing


def alike(count: int = 3) -> Situation:
    return reported(*(report(f"r{n}", at=NOON + timedelta(minutes=n), lon=113.7 + n / 5000) for n in range(count)))


def test_reports_near_in_place_time_and_kind_are_proposed_and_merged_into_one(pane: TriagePanel, said: list[Any]):
    show(pane, alike())
    assert pane.detail.alike_bar.isVisible()
    assert "与 2 件相近" in pane.detail.alike.text()
    choose(pane, "r2")
    key(pane, "M")
    form = pane.acts.merge
    assert "r1" in form.send.text() or "管涌" in form.send.text()
    assert form._kept == "r2"
    form.list.choose(["r0", "r1"], tell=True)
    assert form.send.text() == "把 2 件并入“管涌 12+300”"
    form.send.click()
    assert isinstance(said[0], ReportsMerged)
    assert (said[0].into, set(said[0].reports)) == ("r2", {"r0", "r1"})


def test_the_two_that_are_compared_can_change_places(pane: TriagePanel, said: list[Any]):
    show(pane, alike(2))
    choose(pane, "r0")
    pane.acts.begin("merge")
    pane.acts.merge.swap()
    pane.acts.merge.send.click()
    assert said == [ReportsMerged("r1", ("r0",))]


def test_chosen_reports_are_merged_into_the_gravest_though_nothing_proposes_it(pane: TriagePanel, said: list[Any]):
    far = report("far", lon=113.8, grade=1, place="20+000")
    show(pane, reported(report("r1"), far))
    choose(pane, "r1", "far")
    pane.acts.begin("merge")
    pane.acts.merge.send.click()
    assert said == [ReportsMerged("far", ("r1",))]


def test_a_wrong_merge_is_taken_apart_by_a_further_act(pane: TriagePanel, said: list[Any]):
    now = after(alike(2), ReportsMerged("r0", ("r1",)))
    show(pane, now)
    pane.show_selection(Selection("report", "r1"))
    assert pane.detail.split.isVisible()
    pane.detail.split.click()
    assert said == [ReportMoved(("r1",), ReportState.UNVERIFIED)]
    again = after(now, said[0]).reports["r1"]
    assert (again.state, again.merged_into) == (ReportState.UNVERIFIED, "")


def test_a_form_under_way_stays_while_reports_arrive(pane: TriagePanel):
    now = reported()
    show(pane, now)
    pane.acts.begin("reject")
    pane.acts.reject.note.setText("半句")
    show(pane, after(now, ReportReceived(report("r2"))), Touched.REPORTS)
    assert pane.acts.under_way() == "reject"
    assert pane.acts.reject.note.text() == "半句"


def test_a_form_goes_when_somebody_else_has_closed_the_report(pane: TriagePanel):
    now = reported()
    show(pane, now)
    pane.acts.begin("amend")
    show(pane, after(now, ReportMoved(("r1",), ReportState.REJECTED, "误报")), Touched.REPORTS)
    assert pane.acts.under_way() == ""


# one after another, pictures, places


def test_j_and_k_go_down_and_up_and_a_report_that_leaves_gives_place_to_the_next(pane: TriagePanel, qtbot: QtBot):
    now = reported(report("r1", grade=1), report("r2"), report("r3", grade=3))
    show(pane, now)
    assert pane._chosen == ("r1",)
    key(pane, "J")
    assert pane._chosen == ("r2",)
    now = after(now, ReportMoved(("r2",), ReportState.REJECTED, "误报"))
    show(pane, now, Touched.REPORTS)
    qtbot.waitUntil(lambda: ids(pane) == ["r1", "r3"])
    show(pane, after(now, ReportAmended("r1", text="再看")), Touched.REPORTS)
    assert pane._chosen == ("r3",)
    key(pane, "K")
    assert pane._chosen == ("r1",)


def test_a_report_selected_elsewhere_is_shown_though_the_filters_hide_it(pane: TriagePanel):
    now = after(reported(report("r1"), report("r2")), ReportMoved(("r2",), ReportState.REJECTED, "误报"))
    show(pane, now)
    pane.show_selection(Selection("report", "r2"))
    assert pane.queue.table.chosen_ids() == ("r2",)
    assert "管涌" in pane.detail.title.text()


def test_enter_goes_to_the_map_and_a_report_without_a_place_says_so(pane: TriagePanel, qtbot: QtBot):
    show(pane, reported(report("r1"), report("r2", lon=None, lat=None, grade=3)))
    with qtbot.waitSignals([pane.place_requested, pane.workspace_requested]):
        pane.queue.table.opened.emit("r1")
    choose(pane, "r2")
    with qtbot.waitSignal(pane.message_requested):
        key(pane, "G")
    assert not pane.detail.near.isVisible()


def test_pictures_open_before_against_after_and_escape_puts_them_away(pane: TriagePanel, qtbot: QtBot):
    show(pane, reported(report("r1", photos=(shot("a", lon=113.71, lat=34.9),), after_photos=(shot("b"),))))
    key(pane, "P")
    viewer = pane.viewer
    assert viewer.isVisible()
    assert viewer.view.mode.value == "sweep"
    QTest.keyClick(viewer, Qt.Key.Key_S)
    assert viewer.view.mode.value == "beside"
    QTest.keyClick(viewer, Qt.Key.Key_S)
    assert "距事件地点 912 米" in viewer._facts.text()
    with qtbot.waitSignal(pane.place_requested) as flown:
        QTest.keyClick(viewer, Qt.Key.Key_G)
    assert flown.args == [113.71, 34.9]
    assert not viewer.isVisible()


@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "PulseAudioService", "No RHI backend", extend=True)
def test_a_voice_note_that_has_not_come_is_said_and_a_clip_that_has_plays_in_the_viewer(
    pane: TriagePanel, qtbot: QtBot
):
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    voice = Attachment("c" * 64, "audio/mp4", 40_000, seconds=14)
    clip = Attachment("d" * 64, "video/webm", 10_999, seconds=1)
    pane.set_photos(lambda digest: CLIP if digest == clip.digest else None)
    show(pane, reported(report("r1", photos=(voice, clip))))
    key(pane, "P")
    viewer = pane.viewer
    assert "语音" in viewer._file.text()
    assert "还没有传到" in viewer._file.text()
    assert not viewer._system.isEnabled()
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: viewer.player.stage.frame is not None, timeout=5000)
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    qtbot.waitUntil(viewer.player.playing, timeout=5000)
    assert viewer._system.isEnabled(), "another program stays one click away"
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.player.playing()


def test_all_of_many_are_summed_up(pane: TriagePanel):
    show(pane, reported(*(report(f"r{n}") for n in range(5))))
    choose(pane, *(f"r{n}" for n in range(5)))
    assert "5 件" in pane.detail.title.text()
    assert not pane.acts.buttons["amend"].isEnabled()


def test_a_new_theme_reaches_everything(pane: TriagePanel):
    show(pane, reported(report("r1", photos=(shot(),))))
    light = theme.load("light").theme
    pane.show_theme(light)
    assert pane.queue.table._theme is light
