"""快捷调度: the people in question for what is selected, and one click to call, order or push."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.dispatch import Call, Outcome
from data.model.situation import Touched
from data.model.steps import CallLogged, TaskOrdered
from tests import township
from tests.views.small_room import SmallRoom, look, pushed, township_with_squads
from views.dispatch import DispatchPanel
from views.pane import Selection


@pytest.fixture
def panel(qtbot):
    made = DispatchPanel(look())
    qtbot.addWidget(made)
    made.resize(1240, 215)
    made.show()
    return made


def names(panel: DispatchPanel) -> list[str]:
    return [row.name for row in panel.model.rows()]


def click(qtbot, panel: DispatchPanel, table, place: int, key: str) -> None:
    column = [c.key for c in table.model().columns].index(key)
    at = table.visualRect(table.model().index(place, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_with_nothing_selected_all_squads_are_shown_with_their_gaps(panel) -> None:
    SmallRoom(township_with_squads(), panel)
    assert names(panel) == ["巡防一队", "巡防二队"]
    about = next(c for c in panel.model.columns if c.key == "about")
    assert about.getter(panel.model.row(0)).startswith("5/5")
    assert "缺专业技术 1、骨干 3、群防队员 4" in about.getter(panel.model.row(1))
    assert "缺编 1 支" in panel.panel._summary.text()


def test_a_selected_grid_shows_its_people_first_and_then_the_nearest_squads(panel) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.show_selection(Selection("grids", "Z01"))
    assert names(panel)[:6] == ["测试1", "测试2", "测试3", "测试4", "测试5", "测试6"]
    assert names(panel)[6:] == ["巡防一队", "巡防二队"]
    assert all(row.answers for row in panel.model.rows()[:6])
    assert not panel.model.rows()[6].answers
    assert "嫩滩专属网格" in panel.panel._summary.text()


def test_distances_are_shown_only_when_there_is_a_place_to_measure_from(panel) -> None:
    SmallRoom(township_with_squads(), panel)
    assert "metres" in panel.table.hidden_columns()
    panel.show_selection(Selection("grids", "Z01"))
    assert "metres" not in panel.table.hidden_columns()
    assert panel.model.rows()[6].metres < panel.model.rows()[7].metres


def test_people_gathered_on_the_map_replace_the_list_until_something_is_selected(panel) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.show_gathered(["S003", "Q1"])
    assert names(panel) == ["测试3", "巡防一队"]
    assert panel.group_call.text() == "群呼 2"
    panel.show_selection(Selection("grids", "G001"))
    assert "测试3" not in names(panel)[:1]


def test_growers_are_masked_and_staff_are_not(panel) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.show_gathered(["GR1", "S001"])
    assert names(panel) == ["测**", "测试1"]
    assert panel.model.row(1).phone == "138******01"


def test_the_last_contact_is_told_by_outcome_and_age(panel) -> None:
    now = township_with_squads()
    now = township.after(now, CallLogged(Call("C1", "S003", now.at, Outcome.NO_ANSWER)))
    SmallRoom(now, panel)
    panel.show_gathered(["S003"])
    assert panel.model.row(0).heard_words.startswith("未叫应")
    panel.show_time(now.at + timedelta(minutes=12))
    assert panel.model.row(0).heard_words == "未叫应 12 分钟前"


def test_clicking_call_in_a_row_asks_for_a_call_to_that_person(panel, qtbot) -> None:
    SmallRoom(township_with_squads(), panel)
    with qtbot.waitSignal(panel.call_requested) as asked:
        click(qtbot, panel, panel.table, 0, "call")
    assert asked.args == [["Q1"], ""]


def test_choosing_a_row_selects_it_everywhere_and_keeps_the_list(panel, qtbot) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.show_selection(Selection("grids", "Z01"))
    before = names(panel)
    with qtbot.waitSignal(panel.selection_requested) as asked:
        click(qtbot, panel, panel.table, 6, "name")
    assert asked.args == [Selection("squads", "Q1")]
    panel.show_selection(asked.args[0])
    assert names(panel) == before


def test_a_group_call_names_everyone_in_the_list_or_the_rows_chosen(panel, qtbot) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.show_selection(Selection("grids", "Z01"))
    panel.table.choose(["S002", "S003"], tell=True)
    assert panel.group_call.text() == "群呼 2"
    with qtbot.waitSignal(panel.call_requested) as asked:
        panel.group_call.click()
    assert asked.args[0] == ["S002", "S003"]


def test_an_order_is_typed_in_one_line_and_given_to_the_squad(panel, qtbot) -> None:
    room = SmallRoom(township_with_squads(), panel)
    click(qtbot, panel, panel.table, 0, "order")
    assert panel.order.isVisible()
    assert not panel.order.give.isEnabled()
    qtbot.keyClicks(panel.order.title, "check the root stones")
    assert panel.order.give.text() == "下令给巡防一队"
    qtbot.keyClick(panel.order.title, Qt.Key.Key_Return)
    (body,) = room.bodies
    assert isinstance(body, TaskOrdered)
    assert (body.task.assignee, body.task.title, body.task.deadline_min) == ("Q1", "check the root stones", 60)
    assert not panel.order.isVisible()
    assert panel.order.title.text() == ""


def test_esc_puts_the_order_away_and_keeps_its_words(panel, qtbot) -> None:
    SmallRoom(township_with_squads(), panel)
    click(qtbot, panel, panel.table, 0, "order")
    qtbot.keyClicks(panel.order.title, "half an order")
    qtbot.keyClick(panel.order.title, Qt.Key.Key_Escape)
    assert not panel.order.isVisible()
    click(qtbot, panel, panel.table, 1, "order")
    assert panel.order.title.text() == "half an order"


def test_a_grower_cannot_be_given_an_order_and_the_desk_says_so(panel, qtbot) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.show_gathered(["GR1"])
    with qtbot.waitSignal(panel.message_requested):
        click(qtbot, panel, panel.table, 0, "order")
    assert not panel.order.isVisible()


def test_a_push_shows_live_counts_and_one_click_chases_only_the_unanswered(panel, qtbot) -> None:
    SmallRoom(pushed(township_with_squads()), panel)
    row = panel.push_model.row(0)
    assert (row.reach.delivered, row.reach.answered, row.reach.unreached) == (3, 2, 2)
    chase = panel.push_model.columns[-1]
    assert chase.getter(row) == "只追未叫应 2 人"
    with qtbot.waitSignal(panel.call_requested) as asked:
        click(qtbot, panel, panel.pushes, 0, "chase")
    assert asked.args == [["S004", "S005"], "P1"]


def test_the_push_button_hands_over_who_is_picked_out(panel, qtbot) -> None:
    SmallRoom(township_with_squads(), panel)
    with qtbot.waitSignal(panel.push_requested) as asked:
        panel.push.click()
    assert asked.args == [[]]
    panel.show_gathered(["S001", "Q1"])
    with qtbot.waitSignal(panel.push_requested) as asked:
        panel.push.click()
    assert asked.args == [["S001", "Q1"]]


def test_a_narrow_panel_drops_phone_and_then_last_contact_but_never_the_buttons(panel) -> None:
    SmallRoom(township_with_squads(), panel)
    panel.resize(820, 140)
    assert {"phone", "heard"} <= set(panel.table.hidden_columns())
    assert not {"call", "order", "name", "about"} & set(panel.table.hidden_columns())


def test_the_models_keep_to_the_rules_of_item_models(panel, qtbot) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
        for model in (panel.model, panel.push_model)
    ]
    room = SmallRoom(township_with_squads(), panel)
    panel.show_selection(Selection("grids", "Z01"))
    room.show(pushed(room.now))
    panel.show_gathered(["S001"])
    panel.show_gathered([])
    assert len(testers) == 2


def test_a_tick_of_the_what_if_slider_costs_this_panel_nothing(panel) -> None:
    from data.rules.signoff import preview

    now = township_with_squads()
    SmallRoom(now, panel)
    seen = preview(now, 22_000.0)
    begun = time.perf_counter()
    for _ in range(100):
        panel.show_preview(seen)
    assert (time.perf_counter() - begun) / 100 < 0.0005


def test_reports_move_the_list_only_where_it_stands_around_one_of_them(panel, monkeypatch) -> None:
    room = SmallRoom(township_with_squads(), panel)
    filled: list[int] = []
    fill = panel._fill
    monkeypatch.setattr(panel, "_fill", lambda now: (filled.append(1), fill(now)))
    panel.show_situation(room.now, Touched.REPORTS | Touched.LOG)
    assert filled == []
    panel.show_selection(Selection("report", "r1"))
    filled.clear()
    panel.show_situation(room.now, Touched.REPORTS | Touched.LOG)
    assert filled == [1]
