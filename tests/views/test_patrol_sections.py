"""Sections against the interval in force: what was walked, where it is not kept, who walks; never who walks little."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from data.model.field import Patrol, Position
from data.model.places import Route
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.model.steps import PatrolStarted
from data.rules.coverage import Coverage, joined
from data.rules.patrolling import Grounds, sections, trodden
from desktop import theme
from tests.township import NOON, after, situation
from views.patrol_sections import SectionsPanel
from views.section_cover import cover_rows, gap_said
from views.works_rows import section_rows

PATH = tuple((113.70 + n / 1000, 34.90) for n in range(12))


def having_section(interval_min: float = 60.0) -> Situation:
    now = situation()
    routes = (Route("D01", "责任段01（26+000–27+003）", "责任段", PATH),)
    tiers = tuple(replace(tier, patrol_interval_min=interval_min, groups_per_km=1.0) for tier in now.registers.tiers)
    registers = now.registers.having(Register("routes", routes, digest="r"))
    return replace(now, registers=registers.having(Register("tiers", tiers, digest="t")))


def walk(count: int, minutes_ago: float) -> list[Position]:
    return [
        Position("S002", NOON - timedelta(minutes=minutes_ago) + timedelta(seconds=20 * n), lon, lat, 5.0, "D", "P1")
        for n, (lon, lat) in enumerate(PATH[:count])
    ]


def covered(now: Situation, *walks: list[Position]) -> tuple[Coverage, ...]:
    grounds = Grounds(sections(now))
    cover = grounds.untrodden()
    for points in walks:
        cover = trodden(cover, grounds, joined(points))
    return tuple(cover.values())


@pytest.fixture
def pane(qtbot: QtBot) -> SectionsPanel:
    made = SectionsPanel(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.show_time(NOON)
    return made


def test_a_gap_is_named_by_chainage_and_how_long_nobody_was_there() -> None:
    now = having_section()
    cover = covered(now, walk(12, 107), walk(5, 20))
    [row] = cover_rows(now, section_rows(now), cover, {}, NOON, 60)
    assert row.gap_words.startswith("26+")
    assert "已 1 小时 4" in row.gap_words
    assert row.gap_words.endswith("未巡")
    assert 0.3 < row.share < 0.5
    assert row.aged == "18 分钟前"


def test_what_nobody_walked_at_all_is_told_apart_from_what_was_walked_too_long_ago() -> None:
    now = having_section()
    [row] = cover_rows(now, section_rows(now), covered(now, walk(6, 107)), {}, NOON, 60)
    assert [gap.since is None for gap in row.gaps] == [False, True]
    assert "无巡查记录" in gap_said(row.section, row.gaps[1], NOON)


def test_without_any_record_the_row_says_so_and_shows_no_share() -> None:
    now = having_section()
    [row] = cover_rows(now, section_rows(now), covered(now), {}, NOON, 60)
    assert (row.recorded, row.aged, row.gap_words) == (False, "", "24 小时内无手机巡查记录")


def test_a_section_without_chainage_names_gaps_from_its_beginning() -> None:
    now = having_section()
    [section] = section_rows(now)
    bare = replace(section, start_m=None)
    [row] = cover_rows(now, [bare], covered(now, walk(6, 107)), {}, NOON, 60)
    assert row.gap_words.startswith("距起点 ")


def test_who_walks_now_is_named_only_to_be_called(pane: SectionsPanel, qtbot: QtBot) -> None:
    now = after(having_section(), PatrolStarted(Patrol("P1", "S002", "D01", NOON)))
    now = replace(now, at=NOON)
    pane.show_situation(now, Touched.everything())
    track = walk(5, 3)
    pane.show_coverage(covered(now, track), track[-1:], {"P1": track})
    pane.table.choose(["D01"], tell=True)
    assert "测试2" in pane.call.text()
    assert "误差 ±5 米" in pane.told.text()
    with qtbot.waitSignal(pane.call_requested) as called:
        pane.call.click()
    assert called.args == [["S002"], "sections/D01"]


def test_a_gap_opened_is_seen_on_the_map(pane: SectionsPanel, qtbot: QtBot) -> None:
    now = having_section()
    pane.show_situation(now, Touched.everything())
    pane.show_coverage(covered(now, walk(12, 107), walk(5, 20)), (), {})
    pane.table.choose(["D01"], tell=True)
    flown: list[Any] = []
    pane.place_requested.connect(lambda lon, lat: flown.append((lon, lat)))
    with qtbot.waitSignal(pane.workspace_requested):
        pane.gaps.opened.emit(0)
    assert 113.705 < flown[0][0] < 113.711


def test_the_summary_counts_sections_and_names_nobody(pane: SectionsPanel) -> None:
    now = having_section()
    pane.show_situation(now, Touched.everything())
    pane.show_coverage(covered(now, walk(6, 107)), (), {})
    assert "1 段有漏巡" in pane.summary.text()
    assert "测试" not in pane.summary.text()
    pane.show_coverage(covered(now), (), {})
    assert "没有手机巡查记录" in pane.summary.text()
