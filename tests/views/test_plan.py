"""The plan workspace: what is seen of the library, and what a touch says."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from data.model.situation import Situation, Touched
from data.model.steps import TasksMoved
from data.model.task import Move
from data.rules.signoff import preview, sign_off
from desktop import theme
from tests.township import after, at_flow, situation
from views import phrases
from views.pane import Selection
from views.plan import PlanWorkspace


@pytest.fixture
def pane(qtbot: QtBot) -> PlanWorkspace:
    made = PlanWorkspace(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    return made


def show(pane: PlanWorkspace, now: Situation) -> None:
    pane.show_time(now.at)
    pane.show_situation(now, Touched.everything())


def signed(flow: float = 4600.0) -> Situation:
    now = at_flow(situation(), flow)
    shown = preview(now, flow)
    return after(now, sign_off(shown, shown.level, "涨水", "会商"))


def ids(pane: PlanWorkspace) -> list[str]:
    model = pane._table.model()
    return [model.id_at(place) for place in range(model.rowCount())]


def test_every_instruction_is_listed_and_the_models_hold(pane: PlanWorkspace):
    for table in (pane._table, pane._cover, pane._undone, pane._findings):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    show(pane, situation())
    assert len(ids(pane)) == 13
    show(pane, signed())
    assert "13 / 13" in pane._count.text()


def test_a_tier_chip_narrows_to_what_applies_there(pane: PlanWorkspace):
    show(pane, situation())
    pane._tiers.choose(["1"])
    pane._narrow()
    assert ids(pane) == ["WATCH"]


def test_a_cell_of_the_coverage_narrows_to_its_tier_and_post(pane: PlanWorkspace):
    show(pane, situation())
    pane._cover.cell_chosen.emit(7, "R07")
    assert ids(pane) == ["DYKE"]


def test_only_what_is_in_force_follows_the_preview(pane: PlanWorkspace):
    now = situation()
    show(pane, now)
    pane._current.setChecked(True)
    assert ids(pane) == []
    pane.show_preview(preview(now, 7000.0))
    assert "PATROL-1H" in ids(pane)
    assert "PATROL-2H" not in ids(pane)
    pane.show_preview(None)
    assert ids(pane) == []


def test_the_detail_links_what_replaces_what(pane: PlanWorkspace):
    show(pane, situation())
    pane.open_instruction("PATROL-1H")
    said = " ".join(value.text() for _, value in pane._detail._facts._lines if not value.isHidden())
    assert "PATROL-2H" in said
    assert "PATROL-30M" in said
    pane._detail.followed.emit("PATROL-30M")
    assert pane._shown_id == "PATROL-30M"


def test_an_assumed_basis_is_never_shown_as_official(pane: PlanWorkspace):
    show(pane, situation())
    pane.open_instruction("MEET")
    badges = [badge.text() for badge in pane._detail._badges]
    assert "系统设定" in badges


def test_who_issued_a_task_and_when_is_told(pane: PlanWorkspace):
    show(pane, signed())
    pane.open_instruction("MEET")
    said = " ".join(value.text() for _, value in pane._detail._past._lines if not value.isHidden())
    assert "指挥长丙" in said
    assert "已下达" in said


def test_what_nobody_carried_out_shrinks_when_somebody_acknowledges(pane: PlanWorkspace):
    now = signed()
    show(pane, now)
    before = pane._undone.model().rowCount()
    task = next(task for task in now.tasks.values() if task.instruction == "MEET")
    show(pane, after(now, TasksMoved((task.id,), Move.ACKNOWLEDGE)))
    assert pane._undone.model().rowCount() == before - 1


def test_the_check_is_told_in_words_by_column(pane: PlanWorkspace):
    show(pane, situation())
    model = pane._findings.model()
    columns = {model.index(place, 2).data() for place in range(model.rowCount())}
    assert "触发条件" in columns  # "Q<4000" and "end" of the small library


def test_a_click_on_a_row_selects_it_everywhere(pane: PlanWorkspace, qtbot: QtBot):
    show(pane, situation())
    with qtbot.waitSignal(pane.selection_requested) as said:
        pane._table.choose(["MEET"], tell=True)
    assert said.args == [Selection("plan", "MEET")]


def test_a_task_selected_elsewhere_shows_its_clause(pane: PlanWorkspace):
    now = signed()
    show(pane, now)
    task = next(task for task in now.tasks.values() if task.instruction == "CLEAR-NEN")
    pane.show_selection(Selection("task", task.id))
    assert pane._shown_id == "CLEAR-NEN"


def test_an_empty_library_says_so(pane: PlanWorkspace):
    show(pane, Situation())
    assert ids(pane) == []
    assert pane._detail._empty.isVisible()


def test_the_text_of_an_instruction_is_shown_with_a_flow_never_with_a_brace():
    assert phrases.plan_text("流量{flow}立方米每秒", 4650.0) == "流量4650立方米每秒"
    assert phrases.plan_text("流量{flow}立方米每秒", None) == "流量____立方米每秒"
