"""The relocation clock in the panels: rows in its order, counts at the head, nobody who has left called again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip

from data.model.countdown import ClockState
from data.model.people import Whereabouts
from data.model.steps import WhereaboutsSet
from tests.data.rules.clock_world import HOUR
from tests.township import NOON
from tests.views.clock_sample import cell, desk, picture, rising
from tests.views.people_sample import look, shown
from views.growers import GrowerPanel
from views.hand_guard import ranks
from views.key_people import KeyPeoplePanel
from views.people_table import BY_CLOCK
from views.relocation import RelocationWorkspace


def from_the_levee(_: float, lat: float) -> tuple[float, float]:
    """Water that comes the other way round, nearest to the levee first, and is nowhere too deep to pass."""
    return (0.15, 4.0 + (lat - 34.9) * 300) if lat > 34.9005 else (0.0, float("inf"))


def ids(rows):
    return [row.id for row in rows]


@pytest.fixture
def growers(qtbot):
    panel = GrowerPanel(look())
    panel.seat = shown(qtbot, panel, desk())
    return panel


@pytest.fixture
def key_people(qtbot):
    panel = KeyPeoplePanel(look())
    panel.seat = shown(qtbot, panel, desk(), width=300, height=480)
    return panel


@pytest.fixture
def page(qtbot):
    space = RelocationWorkspace(look())
    space.seat = shown(qtbot, space, desk(), width=1300, height=640)
    return space


def drawn(table):
    clocks = table.clocks()
    return None if clocks is None else clocks.reckoning


def hover(view, row: int) -> None:
    """The operator's hand comes to a row."""
    place = QPointF(view.visualRect(view.model().index(row, 0)).center())
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), moved)


def leave(view) -> None:
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))


# growers


def test_classes_say_how_long_the_first_of_them_has_left_and_who_must_go(growers):
    growers.show_reckoning(picture(rising()))
    lines = {line.title: line for line in growers.classes.lines()}
    assert (lines["嫩滩"].value, lines["二滩"].value) == ("最早 还有 4:26", "最早 还有 6:03")
    assert growers.summary.text() == "待撤 3"
    growers.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    lines = {line.title: line for line in growers.classes.lines()}
    assert (lines["嫩滩"].value, lines["二滩"].value) == ("派船 1", "立即 2")
    assert growers.summary.text() == "派船 1 · 需立即 2"
    assert growers.summary.role() == "state.urgent"


def test_without_a_picture_of_the_water_the_panel_goes_by_the_register(growers):
    growers.show_reckoning(picture(rising()))
    growers.show_reckoning(None)
    assert growers.summary.text() == "上水 1/3 户 · 未撤 1"


def test_the_list_stands_in_the_order_of_the_clock_and_who_left_stands_last(growers, qtbot):
    growers._choose_by(("kind",))
    growers._open_class("农户")
    growers.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: growers.people.list.lines()[0].value == "还有 6:03")
    assert ids(growers.people.list.lines()) == ["G2", "G1"]
    growers.seat.take(WhereaboutsSet("growers", ("G2",), Whereabouts.LEFT))
    growers.show_reckoning(picture(rising(), now=growers.seat.now))
    qtbot.waitUntil(lambda: ids(growers.people.list.lines()) == ["G1", "G2"])
    assert growers.people.list.lines()[1].detail == "已撤离"
    assert growers.summary.text() == "待撤 2 · 已撤离 1"


def test_time_alone_moves_the_clock_on(growers):
    growers.show_reckoning(picture(rising()))
    growers.show_time(NOON + timedelta(minutes=25))
    assert growers.classes.lines()[0].value == "最早 还有 4:01"


def test_a_row_says_when_water_comes_and_the_tooltip_the_rest(growers, qtbot):
    growers._open_class("嫩滩")
    growers.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: growers.people.list.lines()[0].detail == "未通知 · 18:12 到水")
    view = growers.people.list
    at = view.visualRect(view.model().index(0, 0)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "动身" in QToolTip.text()
    QToolTip.hideText()


def test_a_hidden_panel_draws_nothing_until_it_is_seen(growers):
    growers.hide()
    growers.show_reckoning(picture(rising()))
    assert growers.summary.text() == "上水 1/3 户 · 未撤 1"
    growers.show()
    assert growers.summary.text() == "待撤 3"


# key people


def test_key_people_stand_by_the_clock_and_their_counts_at_the_head(key_people, qtbot):
    key_people.show_reckoning(picture(rising(), at=NOON + 7.1 * HOUR))
    assert ids(key_people.people.list.lines()) == ["K1", "K2"]
    assert key_people.summary.text() == "派船 1 · 待撤 1"
    key_people.show_reckoning(picture(from_the_levee))
    qtbot.waitUntil(lambda: ids(key_people.people.list.lines()) == ["K2", "K1"])


def test_calling_several_leaves_out_who_has_left(key_people):
    key_people.seat.take(WhereaboutsSet("keypeople", ("K2",), Whereabouts.LEFT))
    called = []
    key_people.call_requested.connect(called.append)
    key_people.people.list.selectAll()
    assert key_people.people.bar.call.text() == "呼叫 1 人"
    key_people.people.bar.call.click()
    assert called == [("S1",)]
    key_people.people.list.choose(["K2"], tell=True)
    assert not key_people.people.bar.call.isEnabled()


# the hand on a list


def test_a_key_holds_the_order_as_the_pointer_does(growers, qtbot):
    growers._open_class("二滩")
    assert not growers.people.hand.busy
    qtbot.keyClick(growers.people.list, Qt.Key.Key_Down)
    assert growers.people.hand.busy


def test_held_rows_keep_their_places_and_newcomers_come_after_them():
    old, new = {"a": 0, "b": 1}, {"c": 0, "b": 1, "a": 2}
    held = ranks(new, old, held=True)
    assert sorted(held, key=held.__getitem__) == ["a", "b", "c"]
    assert ranks(new, old, held=False) is new


def test_rows_do_not_move_under_the_hand_and_move_when_it_has_gone(page, qtbot):
    table = page.tables["growers"]
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G3", "G2", "G1"])
    hover(table.table, 0)
    page.show_reckoning(picture(from_the_levee))
    qtbot.waitUntil(lambda: table.model.rows()[0].clock.arrival > NOON + 6.5 * HOUR)
    assert ids(table.model.rows()) == ["G3", "G2", "G1"]
    leave(table.table)
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G1", "G2", "G3"])


def test_a_forecast_that_moves_keeps_the_selection(page, qtbot):
    table = page.tables["growers"]
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G3", "G2", "G1"])
    table.table.choose(["G2", "G3"])
    page.show_reckoning(picture(from_the_levee))
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G1", "G2", "G3"])
    assert set(table.table.chosen_ids()) == {"G2", "G3"}
    assert page.seat.bodies == []


def test_who_has_left_is_last_at_once_without_waiting_for_another_reckoning(page, qtbot):
    table = page.tables["growers"]
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G3", "G2", "G1"])
    page.seat.take(WhereaboutsSet("growers", ("G3",), Whereabouts.LEFT))
    assert ids(table.model.rows()) == ["G2", "G1", "G3"]
    assert cell(table, "G3", "clock") == "已撤离"
    page.seat.take(WhereaboutsSet("growers", ("G3",), Whereabouts.UNKNOWN, "又回来了"))
    page.show_reckoning(picture(rising(), now=page.seat.now))
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G3", "G2", "G1"])


def test_who_answers_for_several_is_called_in_the_order_of_the_clock(page, qtbot):
    table = page.tables["growers"]
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G3", "G2", "G1"])
    page.seat.take(WhereaboutsSet("growers", ("G2",), Whereabouts.LEFT))
    called = []
    page.call_requested.connect(called.append)
    table.table.selectAll()
    assert table.bar.call.text() == "呼叫 2 户"
    table.bar.call.click()
    assert called == [("S2", "S1")]


def test_the_models_keep_their_promises_while_clocks_run(page, qtbot):
    strict = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, strict) for model in (page.tables["growers"].model, page.boats.model)]
    for says, hours in ((rising(), 0.0), (from_the_levee, 1.0), (rising(), 8.0)):
        reckoning = picture(says, at=NOON + hours * HOUR)
        page.show_reckoning(reckoning)
        qtbot.waitUntil(lambda made=reckoning: drawn(page.tables["growers"]) is made)
    page.tabs.setCurrentWidget(page.boats)
    page.show_reckoning(None)
    for tester in testers:
        tester.deleteLater()


# the relocation page


def test_the_tables_say_arrival_depth_cut_and_the_way_out(page, qtbot):
    table = page.tables["growers"]
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: cell(table, "G1", "clock") == "还有 6:58")
    assert cell(table, "G1", "arrival") == "20:00"
    assert cell(table, "G1", "depth") == "1.0"
    assert cell(table, "G1", "cut") == "20:00"
    assert cell(table, "G1", "travel").endswith(" + 60")
    assert cell(table, "G1", "way") == "北线"
    page.tabs.setCurrentWidget(page.tables["households"])
    assert cell(page.tables["households"], "H1", "clock") == "不淹"
    assert cell(page.tables["households"], "H1", "way") == "—"


def test_the_columns_of_the_clock_are_there_while_there_is_one_and_not_put_away(page, qtbot):
    table = page.tables["growers"]
    clock = {"clock", "arrival", "depth", "cut", "travel", "way"}
    assert set(table.table.hidden_columns()) == clock
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: table.table.hidden_columns() == ())
    table.table.set_hidden_columns({"depth", "village"})
    page.show_reckoning(None)
    qtbot.waitUntil(lambda: set(table.table.hidden_columns()) == {*clock, "village"})
    page.show_reckoning(picture(rising()))
    qtbot.waitUntil(lambda: set(table.table.hidden_columns()) == {"depth", "village"})


def test_the_head_counts_by_state_and_says_what_the_picture_is(page):
    assert page._clock_row.isHidden()
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    assert page.clock.text() == "派船 2 户 · 需立即 2 户 · 待撤 1 户"
    assert page.basis.text() == "模型成果 · 8,000 m³/s · 19:00 推算"
    page.show_reckoning(None)
    assert page._clock_row.isHidden()


def test_rows_are_narrowed_to_who_must_go_now(page, qtbot):
    table = page.tables["growers"]
    page.show_reckoning(picture(rising(), at=NOON + 7 * HOUR))
    qtbot.waitUntil(lambda: set(BY_CLOCK) <= set(table.chips._buttons))
    table.chips._buttons[ClockState.LEAVE_NOW.value].click()
    assert ids(table.model.rows()) == ["G2", "G1"]
    page.show_reckoning(None)
    qtbot.waitUntil(lambda: ids(table.model.rows()) == ["G3", "G1", "G2"])


def test_who_is_dry_though_the_register_floods_them_is_not_quietly_dropped(key_people, qtbot):
    key_people.show_situation(desk(8000.0), key_people.heeds)
    key_people.show_reckoning(picture(lambda *_: (0.0, float("inf"))))
    assert [line.detail for line in key_people.people.list.lines()] == ["未通知 · 台账会上水"] * 2
    assert key_people.summary.text() == "台账不符 2"
    assert key_people.summary.role() == "state.attention"


def test_growers_whom_only_the_register_floods_are_counted_at_the_head(growers):
    growers.show_reckoning(picture(lambda *_: (0.0, float("inf"))))
    assert growers.summary.text() == "台账不符 1"
    growers.show_situation(desk(800.0), growers.heeds)
    assert growers.summary.text() == "3 户 · 均不上水"
