"""Reports by telephone, their triage, incidents, and what the patrol needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import resources
from data.feeds.report_kinds import read_report_kinds
from data.model.dispatch import Incident, Report, ReportState
from data.model.situation import Situation, Touched
from data.model.steps import IncidentClosed, IncidentRaised, ReportMoved, ReportReceived, StepRefused
from data.rules import reports as report_rules
from desktop import theme
from tests.township import NOON, after, situation
from views.pane import Selection
from views.patrol import PatrolWorkspace
from views.patrol_rows import MAY_MOVE, PatrolGround, patrol_need, report_rows
from views.report_sheet import ReportSheet

KINDS = read_report_kinds(resources.path("rules/report_kinds.csv"))


def report(row_id: str = "r1", **more: object) -> Report:
    made = Report(
        row_id, NOON, "E1", "管涌", "坑塘冒水", "巡查员", 113.7, 34.9, "12+300", 2, due=NOON + timedelta(hours=2)
    )
    return replace(made, **more)


def reported(*reports: Report) -> Situation:
    return after(situation(), *(ReportReceived(one) for one in reports or (report(),)))


@pytest.fixture
def pane(qtbot: QtBot) -> PatrolWorkspace:
    made = PatrolWorkspace(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    return made


def show(pane: PatrolWorkspace, now: Situation) -> None:
    pane.show_time(now.at)
    pane.show_situation(now, Touched.everything())


def choose(pane: PatrolWorkspace, *ids: str) -> None:
    pane._table.choose(ids)
    pane._pick(ids)


# the table of kinds


def test_the_shipped_kinds_have_the_four_limits_and_every_category():
    assert {(kind.urgency, kind.due_h) for kind in KINDS} == {("红", 2), ("橙", 24), ("黄", 72), ("蓝", 168)}
    assert {kind.category for kind in KINDS} == {f"E{n}" for n in range(1, 10)}
    assert all(kind.event for kind in KINDS if kind.category == "E1")
    assert len({(kind.category, kind.kind) for kind in KINDS}) == len(KINDS)


# triage


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


def test_overdue_reports_stand_first_and_closed_ones_last():
    now = reported(report("r1"), report("r2", due=NOON), report("r3"))
    now = after(now, ReportMoved(("r3",), ReportState.VERIFIED), ReportMoved(("r3",), ReportState.CLOSED, "已填"))
    assert [row.id for row in report_rows(now, NOON + timedelta(minutes=30))] == ["r2", "r1", "r3"]


def test_the_list_opens_on_what_is_not_closed(pane: PatrolWorkspace):
    QAbstractItemModelTester(pane._table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    now = after(reported(report("r1"), report("r2")), ReportMoved(("r2",), ReportState.REJECTED, "误报"))
    show(pane, now)
    assert [row.id for row in pane._table.model().rows()] == ["r1"]
    pane._states.choose([""])
    pane._narrow()
    assert len(pane._table.model().rows()) == 2


def test_verifying_names_how_many_and_says_so(pane: PatrolWorkspace, qtbot: QtBot):
    show(pane, reported(report("r1"), report("r2")))
    choose(pane, "r1", "r2")
    assert pane._verify.text() == "核实 2 件"
    with qtbot.waitSignal(pane.step_requested) as said:
        pane._verify.click()
    assert said.args == [ReportMoved(("r1", "r2"), ReportState.VERIFIED), ""]


def test_closing_and_rejecting_need_a_note(pane: PatrolWorkspace, qtbot: QtBot):
    show(pane, reported())
    choose(pane, "r1")
    assert not pane._reject.isEnabled()
    pane._note.setText("现场查看无水")
    assert pane._reject.isEnabled()
    assert not pane._close_report.isEnabled()  # not verified yet
    with qtbot.waitSignal(pane.step_requested) as said:
        pane._reject.click()
    assert said.args[0] == ReportMoved(("r1",), ReportState.REJECTED, "现场查看无水")
    assert pane._note.text() == ""


def test_handing_over_needs_somebody_who_exists(pane: PatrolWorkspace, qtbot: QtBot):
    show(pane, reported())
    choose(pane, "r1")
    pane._owner.setText("无此人")
    assert not pane._hand.isEnabled()
    pane._owner.setText("测试4 成员 R06")
    with qtbot.waitSignal(pane.step_requested) as said:
        pane._hand.click()
    assert said.args[0] == ReportMoved(("r1",), ReportState.HANDLING, "", "S004")


def test_a_report_selected_elsewhere_is_shown_and_one_opened_goes_to_the_map(pane: PatrolWorkspace, qtbot: QtBot):
    show(pane, reported())
    pane.show_selection(Selection("report", "r1"))
    assert "管涌" in pane._title.text()
    with qtbot.waitSignals([pane.place_requested, pane.workspace_requested]):
        pane._table.opened.emit("r1")


def test_an_incident_is_closed_with_a_note(pane: PatrolWorkspace, qtbot: QtBot):
    now = after(reported(), IncidentRaised(Incident("i1", NOON, "HYK", "90坝", "管涌", "incident.piping", 2)))
    show(pane, now)
    assert pane._tabs.tabText(1) == "险情 1"
    pane._incidents.choose(["i1"])
    assert not pane._end.isEnabled()
    pane._end_note.setText("围井压住，4小时无变化，李工复核")
    with qtbot.waitSignal(pane.step_requested) as said:
        pane._end.click()
    assert said.args[0] == IncidentClosed("i1", "围井压住，4小时无变化，李工复核")


def test_what_the_patrol_needs_follows_the_tier():
    tiers = [replace(tier, patrol_interval_min=30.0, groups_per_km=2.0) for tier in situation().registers.tiers]
    need = patrol_need(PatrolGround(17, 16.9, 11, 32), tiers, 9000.0)
    assert (need.groups, need.missing, need.interval_min) == (34, 23, 30.0)
    assert patrol_need(PatrolGround(0, 0.0, 0, 0), (), 9000.0).tier is None


def test_no_reports_says_how_to_enter_one(pane: PatrolWorkspace, qtbot: QtBot):
    show(pane, situation())
    assert "Ctrl+R" in pane._table._empty_words
    with qtbot.waitSignal(pane.entry_requested):
        pane._entry.click()


# entry by telephone


@pytest.fixture
def sheet(qtbot: QtBot) -> ReportSheet:
    made = ReportSheet(theme.load("dark").theme, KINDS)
    qtbot.addWidget(made)
    made.show()
    now = situation()
    made.show_time(now.at)
    made.show_situation(now, Touched.everything())
    return made


def pick(sheet: ReportSheet, category: str, kind: str) -> None:
    sheet._category.choose(category)
    sheet._offer_kinds()
    sheet._kind.choose(kind)
    sheet._suggest_due()


def test_the_kind_sets_the_limit_and_the_report_carries_it(sheet: ReportSheet, qtbot: QtBot):
    pick(sheet, "E2", "水沟浪窝")
    sheet._text.setPlainText("堤坡水沟一条")
    sheet._place.text.setText("113.70,34.90")
    sheet._place._look("113.70,34.90")
    with qtbot.waitSignal(sheet.closed), qtbot.waitSignal(sheet.step_requested) as said:
        sheet._send.click()
    body = said.args[0]
    assert isinstance(body, ReportReceived)
    made = body.report
    assert (made.category, made.kind, made.due) == ("E2", "水沟浪窝", NOON + timedelta(days=3))
    assert (made.lon, made.lat, made.state) == (113.70, 34.90, ReportState.UNVERIFIED)
    assert sheet._text.toPlainText() == ""


def test_a_danger_lists_the_elements_that_are_still_missing(sheet: ReportSheet):
    pick(sheet, "E1", "管涌")
    sheet._text.setPlainText("坑塘冒水")
    sheet._elements[0].setText("直径4厘米")
    assert "水位、流量、河势" in sheet._note.text()
    assert "类型与尺寸" not in sheet._note.text()
    assert sheet._words() == "坑塘冒水；类型与尺寸：直径4厘米；待补：地点、水位、流量、河势、伤亡与影响、措施与需求"
    assert sheet._danger.isVisible()


def test_an_empty_report_is_not_sent_and_escape_keeps_the_draft(sheet: ReportSheet, qtbot: QtBot):
    pick(sheet, "E4", "野泳")
    assert not sheet._send.isEnabled()
    sheet._text.setPlainText("三人下水")
    with qtbot.waitSignal(sheet.closed):
        sheet._put_away.trigger()
    assert sheet._text.toPlainText() == "三人下水"


def test_the_selection_gives_the_place(sheet: ReportSheet):
    sheet.show_selection(Selection("grids", "Z01"))
    sheet._place._take.click()
    label, lon, lat = sheet._place.value()
    assert label == "嫩滩专属网格"
    assert lon == pytest.approx(113.705)
    assert lat == pytest.approx(34.905)


def test_people_on_duty_may_change_while_a_report_is_being_handed_over(pane: PatrolWorkspace):
    show(pane, reported())
    choose(pane, "r1")
    pane._owner.setText("测试4 成员 R06")
    pane.show_situation(reported(), Touched.everything())
    assert pane._hand.isEnabled()
