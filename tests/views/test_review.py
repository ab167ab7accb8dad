"""复盘 · 评估: how a span went, in sums that come out; lessons become tasks; roles are named and never persons."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from data.model.levels import Level
from data.model.office import Lesson, PaperKind
from data.model.office_steps import LessonNoted
from data.model.plan import Role
from data.model.register import Register
from data.model.scores import EventScore, Lead, LeadKind, Measure, Moved, Outward, Tally, TaskGaps, Thing, Timing, Took
from data.model.situation import Situation, Touched
from data.model.steps import Realm, TaskOrdered
from data.model.task import Task
from desktop import theme as look
from tests import township
from views import review_rows
from views.review import BEFORE, ReviewPane

NOW = township.situation()
AT = township.NOON
ROLE = NOW.registers.staff.rows[0].role
TASK = Task("1/X", "堤顶巡查加密", ROLE, AT, 4650.0, instruction="X", assignee=NOW.registers.staff.rows[0].id)
FLOOD = replace(NOW, tasks=NOW.tasks.set(TASK.id, TASK), basis=replace(NOW.basis, event=1))
TALLY = Tally("", expected=9, in_time=4, late=2, missed=1, open=2)
SCORE = EventScore(
    Realm.LIVE, AT - timedelta(days=2), AT, 1, 40, 40, peak_flow_m3s=4650.0, peak_at=AT, highest=Level.IV,
    timings=(
        Timing(Thing.TASK, Measure.ACKNOWLEDGE, Took(4, 3.0, 8.0, 12.0, 1), by_role=((ROLE, Took(4, 3.0, 8.0, 12.0)),)),
        Timing(Thing.REPORT, Measure.CLEAR, Took()),
    ),
    tasks=TaskGaps(TALLY, by_role=(replace(TALLY, key=ROLE),), late=(TASK.id,)),
    leads=(
        Lead(LeadKind.SIGNED_CROSSED, Level.IV, AT, AT - timedelta(minutes=180), -180.0),
        Lead(LeadKind.SUGGESTED_SIGNED, Level.III, AT, None, None),
    ),
    moved=(Moved("growers", 10, (("未通知", 4), ("已撤离", 6))),),
)  # fmt: skip


@pytest.fixture
def pane(qtbot: QtBot) -> ReviewPane:
    made = ReviewPane(look.load("dark", 1.0).theme)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    made.show_time(AT)
    made.show_situation(FLOOD, Touched.everything())
    return made


def seen(pane: ReviewPane) -> str:
    """Every word on the pane."""
    words = [one.text() for one in pane.findChildren(QLabel) if one.isVisibleTo(pane)]
    for model in (pane.times_model, pane.tallies_model):
        across = range(model.columnCount())
        words += [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in across]
    return "\n".join(words)


def test_the_sums_of_a_score_come_out_and_lead_times_are_said_without_a_sign(pane: ReviewPane) -> None:
    pane.show_score(SCORE)
    told = seen(pane)
    assert "应做 9：按时 4，超时 2，未完成 1，未到期 2；另有 0 项没有下达" in told
    assert "4,650 m³/s" in told
    assert "晚 180 分钟" in told
    assert "时段内没有" in told
    assert "已撤离 6" in told
    (row,) = pane.tallies_model.rows()
    assert row.tally.in_time + row.tally.late + row.tally.missed + row.tally.open == row.tally.expected
    assert [one.what for one in pane.times_model.rows()] == ["任务到签收"], "what nothing is known of is left out"


def test_times_and_tallies_are_shown_by_role_and_nobody_is_named(pane: ReviewPane) -> None:
    pane.show_score(SCORE)
    assert pane.times.isColumnHidden(1)
    pane.by.choose(["role"])
    pane.by.chosen.emit(("role",))
    assert not pane.times.isColumnHidden(1)
    assert [one.id for one in pane.tallies_model.rows()] == [ROLE]
    told = seen(pane)
    names = {one.name for register in ("staff", "growers", "keypeople") for one in NOW.registers.of(register)}
    assert names
    assert not [name for name in names if name in told]


def test_a_task_that_was_late_is_named_and_led_to(pane: ReviewPane, qtbot: QtBot) -> None:
    pane.show_score(SCORE)
    assert TASK.title in seen(pane)
    with qtbot.waitSignal(pane.selection_requested) as chosen:
        pane.gaps.followed.emit(TASK.id)
    assert (chosen.args[0].kind, chosen.args[0].id) == ("task", TASK.id)


def test_a_span_without_a_step_is_said_and_shows_no_noughts(pane: ReviewPane) -> None:
    pane.show_score(EventScore(Realm.LIVE, AT, AT, 0, 0, 0))
    assert pane.said.text() == "这个时段日志里没有记录"
    assert pane.tallies_model.rows() == ()
    assert "按时 0" not in seen(pane)
    pane.show_score(SCORE, more=True)
    assert "更早的未评" in pane.said.text()


def asked(pane: ReviewPane, key: str, qtbot: QtBot) -> tuple:
    pane.period.choose(key)
    with qtbot.waitSignal(pane.score_requested) as heard:
        pane.period.picked.emit(key)
    return tuple(heard.args)


def test_spans_end_just_after_now_and_a_flood_begins_a_day_before_its_first_task(
    pane: ReviewPane, qtbot: QtBot
) -> None:
    end = AT + timedelta(minutes=1)
    assert asked(pane, "day", qtbot) == (AT - timedelta(days=1), end)
    assert asked(pane, "week", qtbot) == (AT - timedelta(days=7), end)
    assert asked(pane, "flood", qtbot) == (TASK.raised_at - BEFORE, end)
    assert asked(pane, "all", qtbot)[0].year < 1980
    pane.show_situation(NOW, Touched.everything())
    assert pane.period.findData("flood") < 0, "there has been none"


def test_a_span_of_ones_own_is_asked_for_with_the_button_and_must_not_end_before_it_begins(
    pane: ReviewPane, qtbot: QtBot
) -> None:
    pane.period.choose("own")
    pane.period.picked.emit("own")
    assert pane.start.isVisible()
    pane.start.set_moment(AT)
    pane.end.set_moment(AT - timedelta(hours=3))
    with qtbot.assertNotEmitted(pane.score_requested):
        pane.work.click()
    assert "早于" in pane.said.text()
    pane.start.set_moment(AT - timedelta(hours=5))
    with qtbot.waitSignal(pane.score_requested) as heard:
        pane.work.click()
    assert heard.args == [AT - timedelta(hours=5), AT - timedelta(hours=3) + timedelta(minutes=1)]


def test_a_lesson_becomes_a_task_of_a_role_and_goes_from_the_field_when_it_is_in_the_journal(
    pane: ReviewPane, qtbot: QtBot
) -> None:
    assert not pane.as_task.isEnabled()
    roles = Register("roles", (Role(ROLE, "办公室", "Office"),))
    now = replace(FLOOD, registers=replace(FLOOD.registers, roles=roles))
    pane.show_situation(now, Touched.everything())
    pane.lesson.setText("备用卫星电话每月试一次")
    said: list = []
    pane.step_requested.connect(lambda body, actor: said.append((body, actor)))
    pane.as_task.click()
    (ordered, _), (noted, _) = said
    assert isinstance(ordered, TaskOrdered)
    assert isinstance(noted, LessonNoted)
    assert (ordered.task.role, ordered.task.deadline_min) == (ROLE, 30 * 24 * 60)
    assert noted.lesson.task == ordered.task.id
    assert pane.lesson.text(), "a lesson that was refused is still there to be sent again"
    pane.show_situation(replace(now, lessons=now.lessons.set(noted.lesson.id, noted.lesson)), Touched.OFFICE)
    assert pane.lesson.text() == ""
    assert noted.lesson.text in seen(pane)


def test_a_role_without_anybody_takes_no_task_and_what_was_typed_stays(pane: ReviewPane, qtbot: QtBot) -> None:
    roles = Register("roles", (Role("R99", "没有人的岗位", "Nobody"),))
    pane.show_situation(replace(FLOOD, registers=replace(FLOOD.registers, roles=roles)), Touched.everything())
    pane.lesson.setText("一条")
    with qtbot.assertNotEmitted(pane.step_requested), qtbot.waitSignal(pane.message_requested):
        pane.as_task.click()
    assert pane.lesson.text() == "一条"
    evening = AT + timedelta(hours=11)
    pane.show_time(evening)
    with qtbot.waitSignal(pane.step_requested) as noted:
        pane.only_note.click()
    assert isinstance(noted.args[0], LessonNoted)
    assert noted.args[0].lesson.task == ""
    assert noted.args[0].lesson.at == evening, "noted at the desk's time, not at that of the last step"


def test_the_paper_of_a_span_is_wished_for_and_in_a_drill_it_is_the_drills(pane: ReviewPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.paper_requested) as wished:
        pane.paper.click()
    assert wished.args[0] is PaperKind.REVIEW
    assert wished.args[2] == pane.span()


def test_what_wanted_to_leave_a_drill_is_told() -> None:
    score = replace(SCORE, drill="d", outward=Outward(3, 3, 0))
    assert review_rows.head_facts(score)[-1].value == "拦下 3，实际对外 0"
    assert review_rows.head_facts(replace(score, outward=Outward(3, 2, 1)))[-1].tone == "urgent"


def test_lessons_are_listed_newest_first(pane: ReviewPane) -> None:
    lessons = {str(n): Lesson(str(n), AT + timedelta(minutes=n), "U1", f"第{n}条") for n in (1, 2)}
    now: Situation = FLOOD
    for one in lessons.values():
        now = replace(now, lessons=now.lessons.set(one.id, one))
    pane.show_situation(now, Touched.OFFICE)
    assert [value.text() for _, value in pane.lessons._lines] == ["第2条", "第1条"]
