"""Reports by telephone, the workspace with its tabs, and what the patrol needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

import resources
from data.feeds.report_kinds import read_report_kinds
from data.model.dispatch import Incident, ReportState
from data.model.situation import Touched
from data.model.steps import IncidentRaised, ReportReceived
from desktop import theme
from tests.township import NOON, after, situation
from tests.views.triage_sample import report, reported
from views.pane import Pane, Selection
from views.patrol import INCIDENTS, REPORTS, SECTIONS, PatrolWorkspace
from views.patrol_rows import PatrolGround, patrol_need
from views.report_sheet import ReportSheet

KINDS = read_report_kinds(resources.path("rules/report_kinds.csv"))

# the table of kinds


def test_the_shipped_kinds_have_the_four_limits_and_every_category():
    assert {(kind.urgency, kind.due_h) for kind in KINDS} == {("红", 2), ("橙", 24), ("黄", 72), ("蓝", 168)}
    assert {kind.category for kind in KINDS} == {f"E{n}" for n in range(1, 10)}
    assert all(kind.event for kind in KINDS if kind.category == "E1")
    assert len({(kind.category, kind.kind) for kind in KINDS}) == len(KINDS)


# the workspace


@pytest.fixture
def workspace(qtbot: QtBot) -> PatrolWorkspace:
    look = theme.load("dark").theme
    made = PatrolWorkspace(look, Pane(look))
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    return made


def test_the_tabs_count_what_waits_and_what_stands(workspace: PatrolWorkspace, qtbot: QtBot):
    late = report("r2", due=NOON - timedelta(minutes=5))
    now = after(reported(report("r1"), late), IncidentRaised(Incident("i1", NOON, "HYK", "90坝", "管涌", "", 2)))
    workspace.show_time(now.at)
    workspace.show_situation(now, Touched.everything())
    qtbot.waitUntil(lambda: workspace.tabs.tabText(REPORTS) == "接报处置 2（超时 1）")
    assert workspace.tabs.tabText(INCIDENTS) == "险情 1"
    assert workspace.tabs.tabText(SECTIONS) == "责任段"


def test_what_is_selected_elsewhere_brings_its_tab_to_the_front(workspace: PatrolWorkspace):
    now = reported()
    workspace.show_situation(now, Touched.everything())
    workspace.show_selection(Selection("sections", "D01"))
    assert workspace.tabs.currentIndex() == SECTIONS
    workspace.show_selection(Selection("incident", "i1"))
    assert workspace.tabs.currentIndex() == INCIDENTS
    workspace.show_selection(Selection("report", "r1"))
    assert workspace.tabs.currentIndex() == REPORTS
    workspace.show_selection(Selection("grids", "G001"))
    assert workspace.tabs.currentIndex() == REPORTS


def test_the_wishes_of_the_tabs_go_out_from_the_workspace(workspace: PatrolWorkspace, qtbot: QtBot):
    workspace.show_situation(reported(), Touched.everything())
    with qtbot.waitSignal(workspace.step_requested) as said:
        workspace.triage.acts.begin("verify")
    assert said.args[0].state is ReportState.VERIFIED
    with qtbot.waitSignal(workspace.incident_requested) as asked:
        workspace.triage.acts.to_incident.click()
    assert asked.args[0].id == "r1"


def test_what_the_patrol_needs_follows_the_tier():
    tiers = [replace(tier, patrol_interval_min=30.0, groups_per_km=2.0) for tier in situation().registers.tiers]
    need = patrol_need(PatrolGround(17, 16.9, 11, 32), tiers, 9000.0)
    assert (need.groups, need.missing, need.interval_min) == (34, 23, 30.0)
    assert patrol_need(PatrolGround(0, 0.0, 0, 0), (), 9000.0).tier is None


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
