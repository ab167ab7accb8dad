"""The wall: what each page says, that nothing on it tells of a person, the tour, and that it can do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.model.alarms import Alarm, AlarmClass, AlarmKind, Priority
from data.model.dispatch import (
    Channel,
    Incident,
    IncidentState,
    Outcome,
    Push,
    PushState,
    Receipt,
    Report,
    SuperiorOrder,
)
from data.model.levels import Confidence, Level
from data.model.people import Whereabouts
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation, Standing, Touched
from data.model.steps import (
    Body,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    NoteWritten,
    OrderReceived,
    PushApproved,
    ReadingTaken,
    Realm,
    ReportReceived,
    SignedOff,
    Step,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Move, TaskState
from data.rules import signoff
from data.rules.alarms.engine import EngineState
from data.rules.alarms.lines import lines
from desktop.first_run import demo_situation
from tests import township
from tests.views.wall_stage import KINDS, Surface, wall
from views import wall_words
from views.wall import WallWindow
from views.wall_reading import Viewing
from views.wall_table import WallTable
from views.wall_tour import after
from widgets.badge import Badge
from widgets.ink_label import InkLabel

SECRET = "机密"
"""Stands in every name, telephone, and everything typed."""


@pytest.fixture(scope="module")
def demo() -> Situation:
    return township.at_flow(township.at_flow(demo_situation(), 4100), 4650)


@pytest.fixture
def window(qtbot: QtBot, demo: Situation) -> WallWindow:
    made = wall()
    qtbot.addWidget(made)
    show(made, demo)
    made.show()
    return made


def show(made: WallWindow, now: Situation) -> None:
    made.face.show_time(now.at)
    made.face.show_situation(now, Touched.everything())


def surface(made: WallWindow) -> Surface:
    found: Any = made.face.map_page.surface
    return found


def said(made: QWidget) -> list[str]:
    """All words of a widget and what is in it, shown or not, and its tips and names."""
    found: list[str] = []
    for part in (made, *made.findChildren(QWidget)):
        found += [part.toolTip(), part.accessibleName(), part.windowTitle()]
        if isinstance(part, InkLabel | Badge):
            found.append(part.text())
        if isinstance(part, WallTable):
            found += [row.name for row in part._rows] + [text for row in part._rows for text, _ in row.cells]
    return [one for one in found if one]


def text(made: WallWindow, page: str) -> str:
    """All that a page says once it has been drawn."""
    made.face.show_page(page)
    return "\n".join(said(made.face.pages[page]))


# ── what it says ──


def test_the_overview_says_flow_level_and_what_wants_somebody(window: WallWindow) -> None:
    words = text(window, "overview")
    assert "4,650" in words
    assert "建议，未签发" in words
    assert "蓝色预警" in words
    assert {"任务超时", "未叫应", "未撤离户", "险情"} <= set(words.splitlines())


def test_the_river_says_trend_next_threshold_and_marks_a_value_that_is_too_old(window: WallWindow, demo) -> None:
    words = text(window, "river")
    assert "↗ 涨" in words
    assert "距Ⅲ级 6,000" in words
    block = window.face.pages["river"].block
    assert block.mark.isHidden()
    window.face.show_time(demo.at + timedelta(days=3))
    assert block.mark.isVisible()
    assert "已过时" in block.age.text()


def test_a_standing_level_is_filled_with_its_colour_cause_time_and_rule(window: WallWindow, demo: Situation) -> None:
    standing = Standing(Level.IV, demo.at - timedelta(hours=5), "U3", SECRET, SECRET)
    show(window, replace(demo, standing=standing))
    page = window.face.pages["level"]
    words = text(window, "level")
    assert page.plate._in_force
    assert "Ⅳ" in words
    assert "4,650 ≥ 4,000" in words
    assert "5 小时" in words
    assert "依据" in words


def test_tasks_are_counted_by_role_with_those_late_and_those_who_did_not_answer(window: WallWindow, demo) -> None:
    ids = tuple(task.id for task in demo.tasks.values() if task.state is TaskState.PENDING)[:5]
    moved = {
        one: replace(demo.tasks[one], state=TaskState.ISSUED, deadline=demo.at - timedelta(hours=1)) for one in ids
    }
    receipts = (Receipt("S1", outcome=Outcome.NO_ANSWER), Receipt("S2", outcome=Outcome.ANSWERED))
    push = Push("P", SECRET, SECRET, SECRET, "U1", demo.at, ("S1", "S2"), (Channel.SMS,))
    push = replace(push, state=PushState.SENT, receipts=receipts)
    show(window, replace(demo, tasks=demo.tasks.update(moved), pushes=demo.pushes.set("P", push)))
    window.face.show_page("tasks")
    page = window.face.pages["tasks"]
    last = page.table.shown_rows()[-1]
    assert [cell for cell, _ in last.cells] == ["5", "0", "0", "0", "5"]
    assert page.unanswered.figure.text() == "1"
    assert page.waiting.figure.text() == "1"


def test_people_are_counted_by_state_and_shelters_by_who_has_come(window: WallWindow, demo: Situation) -> None:
    house = next(row for row in demo.registers.households.rows if row.shelter)
    reached = sorted(plot.grower for plot in demo.registers.plots if plot.floods_at_m3s <= 4650)
    where = {f"growers/{reached[0]}": Whereabouts.REFUSED, f"households/{house.id}": Whereabouts.LEFT}
    show(window, replace(demo, whereabouts=demo.whereabouts.update(where)))
    window.face.show_page("people")
    counts = window.face.pages["people"].counts
    assert counts["refused"].figure.text() == "1"
    assert counts["refused"].mark.isVisible()
    assert counts["taken"].figure.text() == str(house.people)


def test_a_what_if_is_followed_with_its_frame_and_word_or_left_out(window: WallWindow, demo: Situation) -> None:
    window.face.show_preview(signoff.preview(demo, 22_000))
    assert window.face.realm is Realm.WHATIF
    assert window.face.head.realm.text() == "推演"
    assert "22,000" in text(window, "river")
    assert "实况 4,650" in text(window, "river")
    window.set_following(False)
    assert window.face.realm is Realm.LIVE
    window.face.show_page("overview")
    window.face.pages["river"]._draw_now()
    assert "22,000" not in text(window, "river")


@pytest.mark.parametrize(("realm", "word"), [(Realm.DRILL, "演练"), (Realm.REPLAY, "回放")])
def test_a_drill_and_a_replay_have_their_own_word(window: WallWindow, demo: Situation, realm: Realm, word: str) -> None:
    show(window, replace(demo, realm=realm))
    assert window.face.head.realm.text() == word


def test_the_map_is_told_land_grids_works_and_events_and_which_plots_are_reached(window: WallWindow) -> None:
    window.face.show_page("map")
    told = surface(window).map.told
    assert [a[0] for name, a in told if name == "set_layer"] == ["base", "plots", "grids", "works", "events"]
    assert ("set_bare", (True,)) in told
    [looks] = [a[1] for name, a in told if name == "restyle" and a[0] == "plots"]
    assert {look["role"] for look in looks.values()} == {"state.urgent"}


# ── nothing of a person ──


def marked(demo: Situation) -> Situation:
    """A situation in which every name, telephone and typed word is secret."""
    registers = demo.registers
    for kind in ("staff", "keypeople", "growers", "households", "users"):
        rows = [replace(row, name=f"{SECRET}{n}") for n, row in enumerate(registers.of(kind).rows)]
        if kind != "users":
            rows = [replace(row, phone=f"{SECRET}1380000{n:04d}") for n, row in enumerate(rows)]
        registers = registers.having(Register(kind, tuple(rows), digest=SECRET))
    incident = Incident("I1", demo.at, "HYK-90", SECRET, SECRET, "incident.piping", 1, SECRET, lon=113.7, lat=34.9)
    report = Report("R1", demo.at, "E1", SECRET, SECRET, SECRET, 113.71, 34.9, SECRET, 1, owner=SECRET, note=SECRET)
    push = Push("P", SECRET, SECRET, SECRET, SECRET, demo.at, (SECRET,), (Channel.SMS,), state=PushState.SENT)
    tasks = {key: replace(task, text=SECRET, assignee=SECRET) for key, task in demo.tasks.items()}
    return replace(
        demo, registers=registers, user=SECRET, tasks=demo.tasks.update(tasks),
        incidents=demo.incidents.set("I1", incident), reports=demo.reports.set("R1", report),
        pushes=demo.pushes.set("P", push), standing=Standing(Level.IV, demo.at, SECRET, SECRET, SECRET),
    )  # fmt: skip


def typed(now: Situation) -> Iterator[Body]:
    """Bodies of steps with everything in them that a person may type."""
    incident = now.incidents["I1"]
    yield IncidentRaised(incident)
    yield IncidentMoved("I1", IncidentState.FIGHTING, SECRET)
    yield IncidentClosed("I1", SECRET)
    yield OrderReceived(SuperiorOrder("O", now.at, SECRET, SECRET, SECRET, 2))
    yield SignedOff(Level.III, 6000, SECRET, SECRET)
    yield PushApproved("P", SECRET)
    yield TasksMoved(tuple(now.tasks)[:1], Move.ISSUE, SECRET, SECRET)
    yield WhereaboutsSet("growers", (SECRET,), Whereabouts.LEFT, SECRET)
    yield ReportReceived(now.reports["R1"])
    yield NoteWritten(SECRET)
    yield ReadingTaken(Reading(HUAYUANKOU, now.at, 4000, source=SECRET))


def test_no_page_tells_of_a_person_or_says_what_somebody_typed(window: WallWindow, demo: Situation) -> None:
    now = marked(demo)
    show(window, now)
    for n, body in enumerate(typed(now)):
        window.face.show_step(Step(f"k{n}", now.at, SECRET, Realm.LIVE, body))
    everything = [word for page in window.face.pages for word in text(window, page).splitlines()] + said(window)
    everything += [str(a) for _, a in surface(window).map.told]
    everything += [line.text for line in window.face.foot.lines()]
    assert len(window.face.foot.lines()) > 6
    assert [word for word in everything if SECRET in word] == []
    first_letters = {row.name[:1] + "**" for row in demo.registers.staff.rows}
    assert not any(mask in word for mask in first_letters for word in everything)


def test_a_kind_of_incident_that_is_in_no_table_is_only_an_incident(demo: Situation) -> None:
    incident = Incident("I", demo.at, "", "某处", "某人家中", "incident.other", 2)
    assert wall_words.incident_title(demo, incident, KINDS) == "险情"
    assert wall_words.incident_title(demo, replace(incident, kind="管涌"), KINDS) == "管涌"


# ── tour, keys, room ──


def test_the_tour_leaves_out_pages_with_nothing_to_say() -> None:
    order = ("a", "b", "c", "d")
    assert after(order, "a", lambda name: name in "ad") == "d"
    assert after(order, "d", lambda name: name in "ad") == "a"
    assert after(order, "a", lambda name: name in "ad", -1) == "d"
    assert after(order, "b", lambda _: False) == "b"


def test_the_tour_runs_only_without_the_desk_and_can_be_held(window: WallWindow) -> None:
    assert not window.tour.running
    window.set_following(False)
    assert window.tour.running
    window.toggle_hold()
    assert not window.tour.running
    window.tour.go_on()
    assert window.face.page == "river"


def test_an_empty_desk_has_pages_to_skip_and_pages_to_show(qtbot: QtBot) -> None:
    made = wall()
    qtbot.addWidget(made)
    show(made, Situation())
    made.show()
    assert [name for name in made.face.pages if made.face.filled(name)] == ["overview"]
    assert "尚无花园口报汛" not in text(made, "overview")


def test_esc_does_nothing_and_arrows_turn_the_pages(window: WallWindow) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F9):
        QTest.keyClick(window, key)
    assert window.isVisible()
    assert window.face.page == "overview"
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.face.page == "river"
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert window.face.page == "overview"


def test_pointer_and_buttons_are_away_until_the_pointer_moves(window: WallWindow) -> None:
    assert window.controls.isHidden()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    window._wake()
    assert window.controls.isVisible()
    assert window.cursor().shape() is not Qt.CursorShape.BlankCursor
    window._rest.timeout.emit()
    assert window.controls.isHidden()


def test_from_farther_away_less_is_shown_and_nothing_grows_smaller(window: WallWindow, qtbot: QtBot) -> None:
    window.face.show_page("overview")
    before, shown = window.face.type, window.face.pages["overview"].row.left_out
    window.set_viewing(Viewing(1430, 1920, 11.0))
    window.face.pages["overview"]._draw_now()
    assert window.face.type.scale > before.scale
    assert window.face.type.smallest >= 16
    qtbot.waitUntil(lambda: window.face.pages["overview"].row.left_out > shown, timeout=2000)


def test_what_no_longer_fits_at_all_is_said(window: WallWindow) -> None:
    assert window.face.cramped() == []
    window.set_viewing(Viewing(700, 1920, 20.0))
    assert "总览" in window.face.cramped()


def test_a_page_that_nobody_sees_costs_nothing_and_is_right_when_it_comes(window: WallWindow, demo: Situation) -> None:
    window.face.show_page("overview")
    page = window.face.pages["tasks"]
    drawn: list[object] = []
    page.draw_facts = lambda *given: drawn.append(given)  # type: ignore[method-assign]
    show(window, replace(demo, seq=demo.seq + 1))
    assert drawn == []
    window.face.show_page("tasks")
    assert len(drawn) >= 1


def alarm_kind(row_id: str, name: str, of: AlarmClass = AlarmClass.DIAGNOSTIC) -> AlarmKind:
    words = ("x",) * 3
    return AlarmKind(row_id, name, of, Priority.HIGH, *words, 10.0, *words, Confidence.HIGH)


def test_lost_links_are_a_notice_of_their_own_and_a_replay_shows_no_alarms_of_today(window: WallWindow, demo) -> None:
    link, level = alarm_kind("link.lost", "测站失联"), alarm_kind("river.level", "达到级别", AlarmClass.ALARM)
    alarms = [Alarm(f"{kind.id}/{SECRET}", kind.id, SECRET, SECRET, kind.priority, demo.at) for kind in (link, level)]
    kinds = Register("alarmkinds", (link, level), digest="k")
    now = replace(demo, registers=demo.registers.having(kinds), alarms=demo.alarms.update({a.tag: a for a in alarms}))
    bounds = read_alarm_bounds(resources.path("rules"))
    listed = lines(now, demo.at + timedelta(minutes=5), EngineState(bounds))
    show(window, now)
    window.face.show_alarms(listed)
    assert window.face.head.link.text() == "测站失联"
    assert window.face.head.link_mark.isVisible()
    window.face.show_page("alarms")
    page = window.face.pages["alarms"]
    page._draw_now()
    assert page.unacked.figure.text() == "1"
    assert page.oldest.text() == "达到级别"
    assert SECRET not in "".join(said(window))
    show(window, replace(now, realm=Realm.REPLAY))
    page._draw_now()
    assert page.unacked.figure.text() == "—"
    assert window.face.head.link.text() == ""
