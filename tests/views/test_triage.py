"""Triage: what is offered, what is said; what arrives moves nothing under the reader's eye."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from data.model.dispatch import Incident, ReportState
from data.model.people import Squad
from data.model.register import Register
from data.model.situation import Touched
from data.model.steps import (
    IncidentRaised,
    Realm,
    ReportAmended,
    ReportMoved,
    ReportReceived,
    ReportsFiled,
    Step,
    StepRefused,
)
from data.rules import reports as report_rules
from data.rules.find import make_index
from desktop import theme
from tests.township import NOON, after, situation
from tests.views.triage_sample import choose, ids, key, report, reported, shot, show
from views.patrol_rows import MAY_MOVE
from views.triage import TriagePanel
from views.triage_rows import Wanted, fits, made, report_rows


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


# what the rules allow


@pytest.mark.parametrize("state", list(ReportState))
@pytest.mark.parametrize("move", list(MAY_MOVE))
def test_the_buttons_offer_what_the_rules_allow(state: ReportState, move: ReportState):
    now = situation()
    now = replace(now, reports=now.reports.set("r1", report(state=state)))
    try:
        report_rules.move(now, ReportMoved(("r1",), move))
        taken = True
    except StepRefused:
        taken = False
    assert taken == (state in MAY_MOVE[move])


# the queue


def test_overdue_reports_stand_first_and_closed_ones_last():
    now = reported(report("r1"), report("r2", due=NOON), report("r3"))
    now = after(now, ReportMoved(("r3",), ReportState.VERIFIED), ReportMoved(("r3",), ReportState.CLOSED, "已填"))
    assert [row.id for row in report_rows(now, NOON + timedelta(minutes=30))] == ["r2", "r1", "r3"]


def test_the_list_opens_on_what_is_not_closed(pane: TriagePanel):
    QAbstractItemModelTester(pane.queue.table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    now = after(reported(report("r1"), report("r2")), ReportMoved(("r2",), ReportState.REJECTED, "误报"))
    show(pane, now)
    assert ids(pane) == ["r1"]
    pane.queue.chips.choose([""])
    pane.queue.chips.chosen.emit(("",))
    assert len(ids(pane)) == 2


def test_words_find_a_report_by_kind_place_text_and_case():
    row = made(situation(), report(case="四乱2020-7"), NOON)
    for words in (("管涌",), ("12+300",), ("冒水", "12"), ("2020-7",)):
        assert fits(row, Wanted("", "", words))
    assert not fits(row, Wanted("", "", ("裂缝",)))
    assert not fits(row, Wanted("", "E4"))


def test_no_reports_says_how_to_enter_one(pane: TriagePanel, qtbot: QtBot):
    show(pane, situation())
    assert "Ctrl+R" in pane.queue.table._empty_words
    with qtbot.waitSignal(pane.entry_requested):
        pane.queue.entry.click()


def test_reports_that_arrive_while_one_reads_wait_behind_a_button(pane: TriagePanel, qtbot: QtBot):
    now = reported(report("r1"), report("r2", grade=3))
    show(pane, now)
    choose(pane, "r2")
    pane.queue.search.setFocus()
    now = after(now, ReportReceived(report("r3", grade=1)), ReportReceived(report("r4")))
    show(pane, now, Touched.REPORTS)
    qtbot.waitUntil(pane.queue.fresh.isVisible)
    assert ids(pane) == ["r1", "r2"]
    assert pane._chosen == ("r2",)
    assert pane.queue.search.hasFocus()
    assert "2 件新到，1 件重大" in pane.queue.fresh.text()
    key(pane, "N")
    assert ids(pane)[0] == "r3"
    assert len(ids(pane)) == 4
    assert pane.queue.table.chosen_ids() == ("r2",)
    assert not pane.queue.fresh.isVisible()


def test_what_came_while_nobody_saw_the_list_is_in_it_when_it_is_seen_again(pane: TriagePanel):
    now = reported(report("r1"))
    show(pane, now)
    pane.hide()
    show(pane, after(now, ReportReceived(report("r2"))), Touched.REPORTS)
    pane.show()
    assert set(ids(pane)) == {"r1", "r2"}


def test_many_arrivals_are_drawn_together_and_the_last_is_not_lost(pane: TriagePanel, qtbot: QtBot):
    now = reported(report("r1"))
    show(pane, now)
    for n in range(30):
        now = after(now, ReportReceived(report(f"n{n}")))
        show(pane, now, Touched.REPORTS)
    qtbot.waitUntil(lambda: "30 件新到" in pane.queue.fresh.text())


def test_a_report_that_changes_changes_in_its_place(pane: TriagePanel, qtbot: QtBot):
    now = reported(report("r1"), report("r2"))
    show(pane, now)
    show(pane, after(now, ReportAmended("r2", text="口径六厘米")), Touched.REPORTS)
    qtbot.waitUntil(lambda: any(row.report.text == "口径六厘米" for row in pane.queue.table.model().rows()))
    assert pane._chosen == (ids(pane)[0],)


def test_time_makes_a_report_late_though_nothing_else_happens(pane: TriagePanel):
    show(pane, reported(report("r1", grade=3), report("r2", grade=1, due=None)))
    assert ids(pane) == ["r2", "r1"]
    pane.show_time(NOON + timedelta(hours=3))
    assert ids(pane) == ["r1", "r2"]
    assert "超时" in pane.queue.table.model().index(0, 5).data()


# acts


def test_verifying_names_how_many_and_says_so(pane: TriagePanel, said: list[Any]):
    show(pane, reported(report("r1"), report("r2")))
    choose(pane, "r1", "r2")
    assert pane.acts.buttons["verify"].text() == "核实 2 件 V"
    key(pane, "V")
    assert said == [ReportMoved(("r1", "r2"), ReportState.VERIFIED)]


def test_letters_typed_into_a_field_do_nothing_else(pane: TriagePanel, said: list[Any]):
    show(pane, reported())
    pane.queue.search.setFocus()
    QTest.keyClicks(pane.queue.search, "vax")
    assert said == []
    assert pane.acts.under_way() == ""


def test_rejecting_needs_a_note_and_escape_keeps_it(pane: TriagePanel, said: list[Any]):
    show(pane, reported())
    key(pane, "X")
    form = pane.acts.reject
    assert form.note.hasFocus()
    assert not form.send.isEnabled()
    form.note.setText("现场查看无水")
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    assert pane.acts.under_way() == ""
    key(pane, "X")
    assert form.note.text() == "现场查看无水"
    QTest.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == [ReportMoved(("r1",), ReportState.REJECTED, "现场查看无水")]
    assert form.note.text() == ""


def test_closing_waits_for_pictures_that_are_being_kept(pane: TriagePanel, said: list[Any]):
    show(pane, after(reported(), ReportMoved(("r1",), ReportState.VERIFIED)))
    kept: list[Any] = []
    pane.file_requested.connect(lambda path, then: kept.append((path, then)))
    key(pane, "C")
    form = pane.acts.close_form
    form.note.setText("已填筑，李工复核")
    form.add_file("/tmp/after.jpg")
    assert not form.send.isEnabled()
    [(path, then)] = kept
    assert path == "/tmp/after.jpg"
    then(shot("b"))
    form.send.click()
    assert said == [ReportMoved(("r1",), ReportState.CLOSED, "已填筑，李工复核", photos=(shot("b"),))]


def test_a_picture_that_could_not_be_kept_or_comes_too_late_is_not_attached(pane: TriagePanel, said: list[Any]):
    show(pane, after(reported(), ReportMoved(("r1",), ReportState.VERIFIED)))
    kept: list[Any] = []
    pane.file_requested.connect(lambda _path, then: kept.append(then))
    pane.acts.begin("close")
    form = pane.acts.close_form
    form.note.setText("好")
    form.add_file("a.txt")
    kept[0](None)
    form.send.click()
    assert said[-1].photos == ()
    kept[0](shot())
    assert form._shots == ()


def test_handing_over_finds_people_by_pinyin_and_names_the_owner(pane: TriagePanel, said: list[Any]):
    now = reported()
    staff = tuple(replace(row, name="赵铁柱") if row.id == "S004" else row for row in now.registers.staff)
    now = replace(now, registers=now.registers.having(Register("staff", staff, digest="named")))
    asked: list[Any] = []
    pane.index_requested.connect(asked.append)
    show(pane, now)
    pane.show_index(make_index(asked[0]))
    key(pane, "A")
    form = pane.acts.owner
    assert not form.send.isEnabled()
    form.search.setText("ztz")
    form.search._ask()
    assert [line.id for line in form.list.lines()] == ["S004"]
    form.list.choose(["S004"])
    form.ready()
    assert form.send.text() == "交给 赵铁柱"
    form.send.click()
    assert said == [ReportMoved(("r1",), ReportState.HANDLING, "", "S004")]


def test_who_is_nearest_is_offered_first_called_and_sent(pane: TriagePanel, said: list[Any], qtbot: QtBot):
    now = reported()
    squads = (Squad("Q1", "一队", "巡防", lon=113.701, lat=34.9), Squad("Q2", "二队", "巡防", lon=113.8, lat=34.9))
    now = replace(now, registers=now.registers.having(Register("squads", squads, digest="q")))
    show(pane, now)
    near = pane.detail.near
    assert [line.id for line in near.list.lines()] == ["Q1", "Q2"]
    near.list.choose(["Q1"])
    near._ready()
    with qtbot.waitSignal(pane.call_requested) as called:
        near.call.click()
    assert called.args == [["Q1"], "report/r1"]
    assert not near.video.isVisible(), "nobody of it has a phone enrolled"
    near.send.click()
    assert pane.acts.owner.owner() == "Q1"
    pane.acts.owner.send.click()
    assert said == [ReportMoved(("r1",), ReportState.HANDLING, "", "Q1")]


def test_filing_goes_to_an_incident_or_to_a_case_never_to_both(pane: TriagePanel, said: list[Any]):
    now = after(reported(report("r1"), report("r2")), IncidentRaised(Incident("i1", NOON, "H", "90坝", "管涌", "", 1)))
    show(pane, now)
    choose(pane, "r1", "r2")
    pane.acts.begin("file")
    form = pane.acts.file
    form.case.setText("四乱2020-7")
    form.incident.choose("i1")
    form._incident_picked("i1")
    assert form.case.text() == ""
    assert form.send.text() == "归入险情 2 件"
    form.send.click()
    assert said == [ReportsFiled(("r1", "r2"), "i1")]
    pane.acts.begin("file")
    form.case.setText("四乱2020-7")
    form.send.click()
    assert said[-1] == ReportsFiled(("r1", "r2"), case="四乱2020-7")


def test_amending_says_only_what_changed_and_why(pane: TriagePanel, said: list[Any]):
    show(pane, reported())
    key(pane, "E")
    form = pane.acts.amend
    form.note.setText("电话核对")
    assert not form.send.isEnabled()
    form.text.setPlainText("口径六厘米，带沙")
    form.grade.choose("1")
    form.ready()
    form.send.click()
    assert said == [ReportAmended("r1", text="口径六厘米，带沙", grade=1, note="电话核对")]


def test_the_first_wording_stays_in_the_history(pane: TriagePanel, qtbot: QtBot):
    now = reported()
    with qtbot.waitSignal(pane.history_requested) as asked:
        show(pane, now)
    assert asked.args == ["r1"]
    steps = [
        Step("a", NOON, "S002", Realm.LIVE, ReportReceived(report())),
        Step("b", NOON + timedelta(minutes=9), "U1", Realm.LIVE, ReportAmended("r1", text="六厘米", note="电话核对")),
    ]
    pane.show_history("r1", steps)
    said = pane.detail.steps.text().splitlines()
    assert "“六厘米”" in said[0]
    assert "电话核对" in said[0]
    assert "上报原话：“坑塘冒水”" in said[1]
    pane.show_history("r9", steps)
    assert pane.detail.steps.text() == ""
