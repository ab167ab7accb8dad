"""时间线: newest first, readings folded, every line leads to its object."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from data.model.dispatch import Call, Outcome
from data.model.levels import Level
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Touched
from data.model.steps import Body, CallLogged, NoteWritten, ReadingTaken, Realm, SignedOff, Step, TasksMoved
from data.model.task import Move
from tests import township
from tests.views.small_room import SmallRoom, look, township_with_squads
from views.pane import Selection
from views.timeline import MOST, TimelinePanel
from views.timeline_rows import OLDER


@pytest.fixture
def panel(qtbot):
    made = TimelinePanel(look())
    qtbot.addWidget(made)
    made.resize(560, 240)
    made.show()
    SmallRoom(township_with_squads(), made)
    made.show_time(township.NOON)
    return made


def steps(*bodies: Body, start: int = 0) -> list[Step]:
    """One a minute before noon, newest first, as the journal hands them over."""
    count = len(bodies)
    return [
        Step(f"t{start + n}", township.NOON - timedelta(minutes=count - n), "U1", Realm.LIVE, body)
        for n, body in enumerate(bodies)
    ][::-1]


def readings(count: int) -> list[Body]:
    return [ReadingTaken(Reading(HUAYUANKOU, township.NOON, 4000.0 + n)) for n in range(count)]


def texts(panel: TimelinePanel) -> list[str]:
    return [row.text for row in panel.model.rows() if row.id != OLDER]


def click(qtbot, panel: TimelinePanel, place: int) -> None:
    at = panel.table.visualRect(panel.model.index(place, 1)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def settled(qtbot, panel: TimelinePanel) -> None:
    qtbot.waitUntil(lambda: not panel._later.isActive() and not panel._fresh)


def test_before_the_journal_is_read_it_says_so_and_afterwards_that_there_is_nothing(panel) -> None:
    assert "读取" in panel.table._empty_words
    panel.show_steps([])
    panel._renew()
    assert panel.table._empty_words == "还没有记录"


def test_the_newest_stands_at_the_top_and_a_new_step_above_it(panel, qtbot) -> None:
    panel.show_steps(steps(NoteWritten("甲"), NoteWritten("乙")))
    panel.add_step(Step("new", township.NOON, "U2", Realm.LIVE, NoteWritten("丙")))
    settled(qtbot, panel)
    assert texts(panel) == ["丙", "乙", "甲"]
    assert (panel.model.row(0).time, panel.model.row(0).who) == ("12:00", "带班乙")


def test_a_run_of_readings_is_one_line_that_opens_on_a_click(panel, qtbot) -> None:
    panel.show_steps(steps(NoteWritten("前"), *readings(6), NoteWritten("后")))
    settled(qtbot, panel)
    assert texts(panel) == ["后", "▸ 水情 6 条 · 最新 花园口 流量 4,005 m³/s", "前"]
    click(qtbot, panel, 1)
    assert len(texts(panel)) == 9
    assert texts(panel)[1].startswith("▾")
    click(qtbot, panel, 1)
    assert len(texts(panel)) == 3


def test_an_opened_run_stays_open_when_another_reading_arrives(panel, qtbot) -> None:
    panel.show_steps(steps(*readings(3)))
    settled(qtbot, panel)
    click(qtbot, panel, 0)
    panel.add_step(Step("more", township.NOON, "system", Realm.LIVE, *readings(1)))
    settled(qtbot, panel)
    assert len(texts(panel)) == 5


def test_a_single_reading_is_not_folded(panel, qtbot) -> None:
    panel.show_steps(steps(*readings(1)))
    settled(qtbot, panel)
    assert texts(panel) == ["花园口 流量 4,000 m³/s"]


def test_groups_and_words_narrow_the_lines(panel, qtbot) -> None:
    panel.show_steps(
        steps(NoteWritten("会商纪要"), *readings(2), CallLogged(Call("C", "S001", township.NOON, Outcome.ANSWERED)))
    )
    settled(qtbot, panel)
    panel.filter.choose(["dispatch", "log"])
    panel.filter.chosen.emit(("dispatch", "log"))
    assert texts(panel) == ["电话 测试1：收到", "会商纪要"]
    panel.search.setText("会商")
    panel.search.asked.emit("会商")
    assert texts(panel) == ["会商纪要"]
    panel.search.setText("没有的")
    panel.search.asked.emit("没有的")
    assert texts(panel) == []
    assert "复盘" in panel.table._empty_words


def test_lines_of_earlier_days_stand_under_their_date(panel, qtbot) -> None:
    old = Step("old", township.NOON - timedelta(days=1), "U1", Realm.LIVE, NoteWritten("昨天"))
    panel.show_steps([*steps(NoteWritten("今天")), old])
    settled(qtbot, panel)
    assert texts(panel) == ["今天", "06-23", "昨天"]


def test_signatures_and_failed_calls_stand_out_and_others_do_not(panel, qtbot) -> None:
    panel.show_steps(
        steps(
            SignedOff(Level.III, 6100.0, "会商决定", ""),
            CallLogged(Call("C", "S001", township.NOON, Outcome.NO_ANSWER)),
            NoteWritten("平常"),
        )
    )
    settled(qtbot, panel)
    marks = [row.mark.role if row.mark else "" for row in panel.model.rows()[:3]]
    assert marks == ["", "state.urgent", "warning.yellow"]


def test_a_line_leads_to_its_object(panel, qtbot) -> None:
    panel.show_steps(steps(TasksMoved(("1/MEET",), Move.ACKNOWLEDGE)))
    settled(qtbot, panel)
    with qtbot.waitSignal(panel.selection_requested) as asked:
        click(qtbot, panel, 0)
    assert asked.args == [Selection("task", "1/MEET")]


def test_the_last_line_leads_to_the_record(panel, qtbot) -> None:
    panel.show_steps(steps(NoteWritten("甲")))
    settled(qtbot, panel)
    with qtbot.waitSignal(panel.workspace_requested) as asked:
        click(qtbot, panel, 1)
    assert asked.args == ["record"]


def test_it_holds_two_thousand_lines_and_no_more(panel, qtbot) -> None:
    panel.show_steps(steps(*(NoteWritten(f"{n}") for n in range(MOST + 50))))
    settled(qtbot, panel)
    assert len(panel.entries()) == MOST
    assert panel.model.row(0).text == f"{MOST + 49}"
    began = time.perf_counter()
    panel.add_step(Step("late", township.NOON, "U1", Realm.LIVE, NoteWritten("新")))
    panel._renew()
    assert time.perf_counter() - began < 0.1
    assert len(panel.entries()) == MOST


def test_many_steps_at_once_are_drawn_once(panel, qtbot) -> None:
    panel.show_steps([])
    settled(qtbot, panel)
    drawn: list[int] = []
    panel.model.rowsInserted.connect(lambda *_: drawn.append(1))
    panel.model.modelReset.connect(lambda: drawn.append(1))
    for step in reversed(steps(*(NoteWritten(f"{n}") for n in range(40)))):
        panel.add_step(step)
    settled(qtbot, panel)
    assert len(drawn) <= 2
    assert len(texts(panel)) == 40


def test_a_hidden_panel_gathers_and_shows_when_it_is_seen(qtbot) -> None:
    made = TimelinePanel(look())
    qtbot.addWidget(made)
    made.show_situation(township_with_squads(), Touched.everything())
    made.show_steps([])
    for step in reversed(steps(NoteWritten("甲"), NoteWritten("乙"))):
        made.add_step(step)
    made.show()
    settled(qtbot, made)
    assert texts(made) == ["乙", "甲"]


def test_coming_back_to_the_page_shows_what_was_done_elsewhere(panel, qtbot) -> None:
    panel.show_steps(steps(NoteWritten("甲")))
    settled(qtbot, panel)
    panel.hide()
    panel.add_step(Step("away", township.NOON, "U1", Realm.LIVE, NoteWritten("乙")))
    panel.show()
    settled(qtbot, panel)
    assert texts(panel) == ["乙", "甲"]


def test_a_low_panel_keeps_its_room_for_lines_and_offers_the_filter_in_the_header(panel) -> None:
    panel.resize(430, 130)
    assert not panel._chip_line.isVisible()
    panel._show_filter.trigger()
    assert panel._chip_line.isVisible()


def test_the_lines_keep_to_the_rules_of_item_models(panel, qtbot) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    panel.show_steps(steps(*readings(4), NoteWritten("甲"), *readings(2)))
    settled(qtbot, panel)
    click(qtbot, panel, 0)
    panel.add_step(Step("x", township.NOON, "U1", Realm.LIVE, NoteWritten("乙")))
    settled(qtbot, panel)
    panel.filter.choose(["river"])
    panel.filter.chosen.emit(("river",))
    assert tester is not None


def test_steps_that_come_one_by_one_are_all_shown_though_the_lines_are_drawn_seldom(panel, qtbot, monkeypatch) -> None:
    panel.show_steps([])
    settled(qtbot, panel)
    drawn: list[int] = []
    renew = panel.model.set_rows
    monkeypatch.setattr(panel.model, "set_rows", lambda rows: (drawn.append(len(rows)), renew(rows)))
    for n in range(50):
        panel.add_step(Step(f"f{n}", township.NOON, "U2", Realm.LIVE, NoteWritten(f"第{n}条")))
        QCoreApplication.processEvents()
    settled(qtbot, panel)
    assert len(texts(panel)) == 50
    assert len(drawn) < 10


def test_over_the_past_live_steps_wait_and_played_ones_are_put_at_the_top(panel, qtbot) -> None:
    panel.show_situation(replace(panel.now, realm=Realm.REPLAY), Touched.LOG)
    panel.show_steps(steps(NoteWritten("甲")))
    panel.add_step(Step("live", township.NOON, "U2", Realm.LIVE, NoteWritten("实况")))
    panel.go_on([Step("then", township.NOON, "U2", Realm.LIVE, NoteWritten("当时"))])
    settled(qtbot, panel)
    assert texts(panel) == ["当时", "甲"]


def test_a_line_offers_to_look_back_from_its_step(panel, qtbot) -> None:
    said: list[str] = []
    panel.replay_requested.connect(said.append)
    panel.show_steps(steps(NoteWritten("甲")))
    settled(qtbot, panel)
    panel._offer(panel.table.visualRect(panel.model.index(0, 1)).center())
    menu = panel.findChild(QMenu)
    next(act for act in menu.actions() if act.text() == "从这一步回放").trigger()
    menu.close()
    assert said == ["t0"]
