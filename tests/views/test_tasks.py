"""The task panel shows what must be done now, or what a signature would change, and asks for moves it may ask for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.levels import Level
from data.model.situation import Situation
from data.model.steps import TaskOrdered, TasksMoved
from data.model.task import Move, TaskState
from data.rules.signoff import preview, sign_off
from tests.township import after, at_flow, situation
from tests.views.people_sample import flood, look, shown
from views import task_rows
from views.pane import Selection
from views.preview_rows import same_list
from views.task_rows import Filters
from views.tasks import TaskPanel


@pytest.fixture
def panel(qtbot):
    made = TaskPanel(look())
    made.seat = shown(qtbot, made, flood())
    return made


def signed(now: Situation, flow_m3s: float = 4700.0) -> Situation:
    return after(now, sign_off(preview(now, flow_m3s), Level.IV, "实测", "水文"))


def titles(panel):
    return [line.title for line in panel.list.lines()]


def ids(panel):
    return [line.id for line in panel.list.lines()]


# what is seen


def test_tasks_that_wait_for_a_signature_are_listed_with_role_and_limit(panel):
    assert {"指令WATCH", "指令PATROL-2H", "指令MEET", "指令CLEAR-NEN"} <= set(titles(panel))
    line = next(line for line in panel.list.lines() if line.title == "指令MEET")
    assert line.value == "待签发"
    assert "30 分钟" in line.detail
    assert "待签发 4" in panel.summary.text()


def test_pending_comes_before_overdue_and_overdue_before_what_has_time(panel):
    now = signed(flood())
    meet = "1/MEET"
    again = at_flow(now, 6100.0)
    late = again.at + timedelta(minutes=45)
    listing = task_rows.live(again, late, Filters())
    states = [(again.tasks[line.id[1]].state, again.tasks[line.id[1]].overdue(late)) for line in listing.lines]
    order = [0 if state is TaskState.PENDING else 1 if overdue else 2 for state, overdue in states]
    assert order == sorted(order)
    assert again.tasks[meet].overdue(late)
    assert set(order) == {0, 1, 2}


def test_an_overdue_task_says_by_how_much_and_the_header_counts_it(panel):
    seat = panel.seat
    seat.now = signed(seat.now)
    panel.show_time(seat.now.at + timedelta(minutes=40))
    seat.take()
    panel.show_situation(seat.now, task_rows_touched())
    line = next(line for line in panel.list.lines() if line.title == "指令MEET")
    assert line.detail == "超时 10 分钟"
    assert line.detail_role == "state.urgent"
    assert "超时 1" in panel.summary.text()


def task_rows_touched():
    from data.model.situation import Touched

    return Touched.TASKS


def test_a_task_that_nobody_on_duty_can_take_is_loud(panel):
    now = at_flow(flood(), 23000.0)  # DYKE is for R07, which nobody holds
    listing = task_rows.live(now, now.at, Filters())
    dyke = next(line for line in listing.lines if line.title == "指令DYKE")
    assert (dyke.value, dyke.value_role) == ("无人承办", "state.urgent")
    assert listing.states["unstaffed"] == 1


def test_roles_become_headings_that_fold(panel):
    panel.filters.by_role.click()
    assert panel.filters.want.by_role
    headings = [line for line in panel.list.lines() if line.heading]
    assert [line.id[1] for line in headings] == ["R01", "R04", "R06", "R09"]
    before = len(panel.list.lines())
    panel.list.toggled.emit(("heading", "R06"))
    assert len(panel.list.lines()) == before - 1
    assert next(line for line in panel.list.lines() if line.id == ("heading", "R06")).open is False


def test_a_selected_grid_offers_a_filter_that_follows_the_selection(panel):
    panel.show_selection(Selection("grids", "Z01"))
    assert panel.filters.grid.isVisible()
    panel.filters.grid.click()
    assert titles(panel) == ["指令CLEAR-NEN"]
    panel.show_selection(Selection("grids", "G001"))
    assert titles(panel) == []
    panel.show_selection(None)
    assert len(titles(panel)) == 4


def test_a_whatif_lists_what_is_new_and_what_changes_and_what_is_withdrawn(panel, qtbot):
    seat = panel.seat
    seat.now = signed(seat.now)
    panel.show_situation(seat.now, task_rows_touched())
    shown_whatif = preview(seat.now, 22000.0)
    panel.show_preview(shown_whatif)
    by_tag = {line.id[1]: line.tag for line in panel.list.lines() if not line.heading}
    assert by_tag["DYKE"] == "新"
    assert by_tag["PATROL-30M"] == "变"
    assert "WATCH" not in by_tag
    assert panel.summary.text() == "新增 3 · 变更 1 · 撤销 1"
    assert panel.summary.role() == "realm.whatif"
    rest = panel.list.lines()[-1]
    assert rest.title == "其余 3 条沿用"
    panel.list.toggled.emit(rest.id)
    assert {line.tag for line in panel.list.lines() if not line.heading} == {"续"}
    panel.filters.set_state("withdrawn")
    assert [line.tag for line in panel.list.lines() if not line.heading] == ["撤"]


def test_leaving_the_whatif_brings_the_live_list_back(panel):
    before = ids(panel)
    panel.show_preview(preview(panel.seat.now, 22000.0))
    assert ids(panel) != before
    panel.show_preview(None)
    assert ids(panel) == before


def test_ticks_within_a_tier_list_the_same_and_another_tier_follows_when_the_hand_rests(panel, qtbot):
    now = panel.seat.now
    assert same_list(preview(now, 22000.0), preview(now, 22050.0))
    panel.show_preview(preview(now, 22000.0))
    panel.show_preview(preview(now, 6100.0))
    assert ("instruction", "DYKE") in ids(panel)
    qtbot.waitUntil(lambda: ("instruction", "DYKE") not in ids(panel))


def test_withdrawn_tasks_do_not_vanish_they_stand_among_the_ended_with_their_reason(panel):
    now = signed(signed(flood()), 6100.0)
    listing = task_rows.live(now, now.at, Filters(state="ended"))
    assert [line.title for line in listing.lines] == ["指令PATROL-2H"]


def test_the_list_model_keeps_its_promises_through_live_whatif_and_back(panel):
    tester = QAbstractItemModelTester(panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    now = signed(panel.seat.now)
    for flow in (22000.0, 6100.0, 900.0):
        panel.show_preview(preview(now, flow))
        panel._fill()
    panel.show_preview(None)
    tester.deleteLater()


def test_an_empty_desk_says_that_there_is_nothing_to_do(qtbot):
    panel = TaskPanel(look("light"))
    shown(qtbot, panel, situation())
    assert panel.list.lines() == ()
    assert panel.list._empty_words == "没有待办任务"


def test_a_low_panel_never_asks_for_more_room_than_it_has(panel):
    panel._open_row(("task", "1/MEET"))
    low = panel.minimumSizeHint().height()
    panel._ask_move(("1/MEET",), Move.ISSUE)
    panel.open_order()
    assert panel.minimumSizeHint().height() == low < 200


# what is said


def test_a_click_selects_the_task_everywhere_and_opens_its_card(panel, qtbot):
    place = ids(panel).index(("task", "1/MEET"))
    at = panel.list.visualRect(panel.list.model().index(place, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.seat.selections == [Selection("task", "1/MEET")]
    assert panel.pages.currentWidget() is panel.card
    assert panel.card.title.text() == "指令MEET"


def test_a_task_selected_elsewhere_opens_here_without_being_asked_for_again(panel):
    panel.show_selection(Selection("task", "1/WATCH"))
    assert panel.card.task_id == "1/WATCH"
    assert panel.seat.selections == []


def test_many_tasks_are_issued_each_to_who_holds_its_role(panel, qtbot):
    panel.list.selectAll()
    assert panel.bulk.go.text() == "下达 4 项任务"
    panel.bulk.go.click()
    assert panel.sheet.go.text().startswith("下达 4 项任务")
    panel.sheet.go.click()
    assert all(task.state is TaskState.ISSUED for task in panel.seat.now.tasks.values())
    assert panel.seat.now.tasks["1/MEET"].assignee == "S001"
    assert panel.seat.now.tasks["1/PATROL-2H"].assignee == "S004"
    assert panel.pages.currentWidget() is panel._list_page


def test_a_bulk_move_is_offered_only_when_all_chosen_tasks_allow_it(panel):
    seat = panel.seat
    seat.take(TasksMoved(("1/MEET",), Move.ISSUE, assignee="S001"))
    panel.list.choose([("task", "1/MEET"), ("task", "1/WATCH")], tell=True)
    offered = {move for move, action in panel.bulk.actions_of.items() if action.isVisible()}
    assert panel.bulk.go.isHidden()
    assert offered == {Move.REASSIGN, Move.ESCALATE, Move.WITHDRAW, Move.EXEMPT}


def test_in_a_whatif_nothing_live_can_be_moved_from_the_list(panel):
    panel.show_preview(preview(panel.seat.now, 22000.0))
    panel.list.selectAll()
    assert panel.bulk.isHidden()


def test_a_refused_move_keeps_the_sheet_and_what_was_typed(panel):
    panel._ask_move(("1/MEET",), Move.WITHDRAW)
    panel.sheet.note.setPlainText("重复")
    panel.step_requested.disconnect()
    panel.sheet.go.click()
    assert panel.pages.currentWidget() is panel._sheet_page
    assert panel.sheet.note.toPlainText() == "重复"


def test_escape_leaves_a_sheet_and_its_words_are_found_again(panel, qtbot):
    panel._ask_move(("1/MEET",), Move.WITHDRAW)
    panel.sheet.note.setPlainText("改由区里")
    qtbot.keyClick(panel.sheet.note, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is not panel._sheet_page
    panel._ask_move(("1/WATCH",), Move.EXEMPT)
    assert panel.sheet.note.toPlainText() == ""
    panel._ask_move(("1/MEET",), Move.WITHDRAW)
    assert panel.sheet.note.toPlainText() == "改由区里"


def test_an_order_of_the_desk_is_given_to_a_person_with_a_limit(panel):
    panel.show_selection(Selection("grids", "G001"))
    panel.open_order()
    assert not panel.order.go.isEnabled()
    panel.order.title.setText("加固马渡 26 坝")
    panel.order.picker.search.setText("测试4")
    panel.order.picker._fill("测试4")
    panel.order.picker.list.choose(["S004"], tell=True)
    assert panel.order.go.text() == "下令给测试4(&G)"
    panel.order.limit.setValue(90)
    panel.order.go.click()
    (body,) = panel.seat.bodies
    assert isinstance(body, TaskOrdered)
    assert (body.task.assignee, body.task.deadline_min, body.task.grids) == ("S004", 90, ("G001",))
    assert panel.seat.now.tasks[body.task.id].state is TaskState.ISSUED
    assert panel.order.title.text() == ""


def test_the_counts_of_the_top_bar_lead_to_their_tasks(panel):
    panel.seat.take(TasksMoved(("1/MEET",), Move.ISSUE, assignee="S001"))
    panel.show_tasks("pending")
    assert "指令MEET" not in titles(panel)
    assert len(titles(panel)) == 3
