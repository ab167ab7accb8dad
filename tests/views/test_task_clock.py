"""Tasks of the relocation, shelter and boat teams say how many have still to go, by when, and on what that rests."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.reckoned import BenchCount
from data.model.situation import Touched
from data.model.steps import WhereaboutsSet
from tests.task_clock_sample import BENCHES, BOAT, CLEAR_NEN, WATCH, cleared, reckoned
from tests.township import NOON
from tests.views.people_sample import look, shown
from views.card_text import href
from views.pane import Selection
from views.tasks import TaskPanel


@pytest.fixture
def panel(qtbot):
    made = TaskPanel(look())
    made.seat = shown(qtbot, made, cleared(), height=900)
    return made


def line_of(panel, task_id):
    return next(line for line in panel.list.lines() if line.id == ("task", task_id))


def words_of(panel):
    return re.sub(r"<[^>]+>", " ", panel.card.view.text())


def test_the_row_of_a_clearing_says_who_has_still_to_go_and_by_when(panel):
    line = line_of(panel, CLEAR_NEN)
    assert (line.fact, line.fact_role) == ("未撤 4/77 · 最早 14:00", "text.secondary")
    assert "模型成果·示意地形·非实测" in line.tooltip
    assert line_of(panel, WATCH).fact == ""


@pytest.mark.parametrize(
    ("count", "said", "role"),
    [
        (BenchCount(Bench.NEN, 9, 9, leave_now=2), "未撤 9/9 · 须立即 2", "state.urgent"),
        (BenchCount(Bench.NEN, 9, 9, leave_now=2, cut_off=1), "未撤 9/9 · 路断 1", "state.urgent"),
        (BenchCount(Bench.NEN, 9, 9, first=NOON - timedelta(minutes=5)), "未撤 9/9 · 最早 11:55 已过", "state.urgent"),
        (BenchCount(Bench.NEN, 9, 9, left=9), "已撤完 9", "text.secondary"),
        (BenchCount(Bench.ER, 9, 9), "", "text.secondary"),
    ],
)
def test_a_row_is_red_only_when_somebody_is_late_or_cut_off(panel, count, said, role):
    panel.seat.take(reckoned((count,), ()))
    line = line_of(panel, CLEAR_NEN)
    assert (line.fact, line.fact_role) == (said, role)


def test_the_boat_task_says_how_many_and_calls_for_the_eye(panel):
    line = line_of(panel, BOAT)
    assert (line.fact, line.fact_role) == ("派船 1 处 8 人", "state.urgent")


def test_numbers_follow_the_clock_and_nothing_else_is_needed(panel):
    now = cleared((), ())
    panel.show_situation(now, Touched.RECKONED)
    assert line_of(panel, CLEAR_NEN).fact == ""


def test_rows_of_one_line_keep_the_number_alone(panel):
    panel.filters.by_role.setChecked(True)
    assert line_of(panel, CLEAR_NEN).fact == "未撤 4/77"


def test_the_card_says_the_whole_line_with_its_nature_and_time(panel):
    panel._open_row(("task", CLEAR_NEN))
    said = words_of(panel)
    assert "嫩滩未撤 4/77 最早 06-24 14:00 前动身" in said
    assert "模型成果·示意地形·非实测 · 6,400 m³/s · 06-24 12:00 推算" in said
    assert panel.card.boats.isHidden()


def test_the_card_of_a_bench_out_of_danger_says_so(panel):
    panel._open_row(("task", CLEAR_NEN))
    panel.seat.take(reckoned(BENCHES[1:], ()))
    assert "这一水情下无人受威胁" in words_of(panel)


def test_the_boat_card_names_who_is_cut_off_masked_and_leads_to_the_list(panel):
    panel._open_row(("task", BOAT))
    said = words_of(panel)
    assert "公路已断，派船 1 处 8 人" in said
    assert said.index("公路已断") < said.index("完成BOAT")
    assert "测**" in said
    assert "测乙" not in panel.card.view.text()
    assert href("growers", "GR2") in panel.card.view.text()
    assert "8 人 P2 二滩" in " ".join(said.split())
    asked = []
    panel.boats_requested.connect(asked.append)
    panel.card.boats.click()
    assert asked == [Selection("growers", "GR2")]


def test_who_was_fetched_is_named_no_more(panel):
    panel._open_row(("task", BOAT))
    panel.seat.take(WhereaboutsSet("growers", ("GR2",), Whereabouts.LEFT))
    assert "现在没有公路已断的人" in words_of(panel)
    assert panel.card.boats.isHidden()
