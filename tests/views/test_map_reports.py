"""The map panel: reports one by one, who shares a position, walks, stretches beyond the interval."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from data.model.dispatch import Incident, ReportState
from data.model.field import Position
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.model.steps import IncidentClosed, IncidentRaised, ReportMoved, ReportsMerged
from desktop import theme as look
from tests import township
from tests.views.map_page import Page
from tests.views.test_patrol_sections import covered, having_section, walk
from tests.views.triage_sample import report
from views import map as module
from views import map_words
from views.map import MapPanel
from views.pane import Selection


@pytest.fixture
def panel(qtbot, monkeypatch: pytest.MonkeyPatch) -> MapPanel:
    monkeypatch.setattr(module, "WebMap", Page)
    made = MapPanel(look.load("dark").theme, Path("page.html"))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def page(panel: MapPanel) -> Any:
    return panel.map


@pytest.fixture
def said(panel: MapPanel) -> list[Selection | None]:
    heard: list[Selection | None] = []
    panel.selection_requested.connect(heard.append)
    return heard


# ── reports and the field ──


def having_reports(count: int) -> Situation:
    now = township.situation()
    made = {f"r{n}": report(f"r{n}", lon=113.70 + n / 10_000) for n in range(count)}
    return replace(now, reports=now.reports.update(made))


def test_one_report_that_changes_sends_itself_alone(panel: MapPanel, page) -> None:
    now = having_reports(50)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    after = township.after(now, ReportMoved(("r7",), ReportState.VERIFIED))
    panel.show_situation(after, Touched.REPORTS)
    assert [name for name, _ in page.told] == ["patch_layer"]
    [(layer, fresh, gone)] = page.heard("patch_layer")
    assert layer == "reports"
    assert [one["properties"]["id"] for one in fresh] == ["r7"]
    assert gone == []


def test_reports_by_the_hundred_are_sent_a_few_times_a_second_and_none_is_lost(panel: MapPanel, page, qtbot) -> None:
    now = having_reports(1)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    for n in range(1, 60):
        now = replace(now, reports=now.reports.set(f"n{n}", report(f"n{n}")))
        panel.show_situation(now, Touched.REPORTS)
    sent: dict[str, Any] = {}

    def all_sent() -> bool:
        for _, fresh, _ in page.heard("patch_layer"):
            sent.update({one["properties"]["id"]: one for one in fresh})
        return len(sent) == 59

    qtbot.waitUntil(all_sent, timeout=2000)


def test_a_merged_report_leaves_the_map_and_one_that_is_late_gets_its_ring(panel: MapPanel, page) -> None:
    now = having_reports(2)
    panel.show_time(now.at)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    now = township.after(now, ReportsMerged("r0", ("r1",)))
    panel.show_situation(now, Touched.REPORTS)
    [(_, fresh, gone)] = page.heard("patch_layer")
    assert [one["properties"]["id"] for one in fresh] == ["r0"]
    assert gone == ["r1"]
    panel.show_time(now.at + timedelta(hours=3))
    assert ("reports", {"r0": {"ring": True}}) in page.heard("restyle")


def test_an_incident_comes_and_goes_without_the_reports(panel: MapPanel, page, qtbot) -> None:
    now = having_reports(3)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    raised = Incident("I1", now.at, "W", "90坝", "管涌", "incident.piping", 1, lon=113.7, lat=34.9)
    now = township.after(now, IncidentRaised(raised))
    panel.show_situation(now, Touched.INCIDENTS)
    [(_, fresh, _)] = page.heard("patch_layer")
    assert fresh[0]["properties"]["core"]
    panel.show_situation(township.after(now, IncidentClosed("I1", "好")), Touched.INCIDENTS)
    qtbot.waitUntil(lambda: any(a[2] == ["I1"] for name, a in page.told if name == "patch_layer"))


def test_who_shares_a_position_is_a_small_mark_hollow_when_old_and_gone_when_off_duty(panel: MapPanel, page) -> None:
    now = township.situation()
    staff = tuple(replace(row, on_duty=row.id != "S003") for row in now.registers.staff)
    now = replace(now, registers=now.registers.having(Register("staff", staff, digest="s")))
    panel.show_time(now.at)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    points = [
        Position(person, now.at - timedelta(minutes=minutes), 113.7, 34.9, 8.0)
        for person, minutes in (("S001", 1), ("S002", 30), ("S003", 1), ("S004", 500))
    ]
    panel.show_field(points, (), {})
    [(layer, text)] = page.heard("set_layer")
    marks = {one["properties"]["id"]: one["properties"] for one in json.loads(text)["features"]}
    assert layer == "positions"
    assert {person: mark["hollow"] for person, mark in marks.items()} == {"S001": False, "S002": True}
    assert "测** " in marks["S002"]["tip"]
    assert "30 分钟前" in marks["S002"]["tip"]
    assert "测试" not in text
    panel.show_field(points, (), {})
    assert page.told == [], "nothing new, nothing sent"


def test_stretches_beyond_the_interval_are_drawn_with_the_interval_in_force(panel: MapPanel, page, said) -> None:
    now = having_section(60)
    panel.show_time(now.at)
    panel.show_situation(now, Touched.everything())
    page.told.clear()
    track = walk(6, 107)
    panel.show_field(track[-1:], covered(now, track), {"P1": track})
    told = {layer: json.loads(text)["features"] for layer, text in page.heard("set_layer")}
    assert list(told) == ["gaps", "tracks", "positions"]
    late, never = told["gaps"]
    assert (late["properties"]["dash"], never["properties"]["dash"]) == ([], [5, 5])
    assert "现行间隔 1 小时" in late["properties"]["tip"]
    assert "未巡" in late["properties"]["tip"]
    assert len(told["tracks"][0]["geometry"]["coordinates"]) == 6
    page.feature_clicked.emit("gaps", late["properties"]["id"])
    page.feature_clicked.emit("positions", "S001")
    page.feature_clicked.emit("tracks", "P1")
    assert said == [Selection("sections", "D01"), Selection("staff", "S001")]


def test_on_ordinary_days_a_section_without_a_record_is_not_marked(panel: MapPanel, page) -> None:
    now = having_section(1440)
    panel.show_situation(now, Touched.everything())
    panel.show_field((), covered(now), {})
    assert all(a[0] != "gaps" for a in page.heard("set_layer"))


def test_the_legend_names_every_category_shape_and_fill() -> None:
    told = [(row.get("role"), row.get("shape"), row.get("text")) for row in map_words.legend()]
    assert {f"report.e{n}" for n in range(1, 10)} <= {role for role, _, _ in told}
    assert {"triangle", "diamond", "circle"} <= {shape for role, shape, _ in told if role == "report.e1"}


def test_the_table_twin_of_reports_has_the_columns_of_the_queue(panel: MapPanel) -> None:
    panel.show_situation(having_reports(3), Touched.everything())
    panel._twin.click()
    table = panel._table
    table._pick.setCurrentIndex(table._pick.findData("reports"))
    titles = [column.title for column in table.reports.model().columns]
    assert titles == ["事件", "等级", "状态", "地点", "内容", "接报", "时限", "承办"]
    assert table.reports.model().rowCount() == 3
