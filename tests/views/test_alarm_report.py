"""The record of the alarms themselves, the philosophy and its check, the chip and the panel, what is spoken."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.model.alarm_steps import AlarmsAcknowledged, AlarmsMoved
from data.model.alarms import AlarmChange, AlarmMove, Priority
from data.model.register import Register
from data.model.situation import Touched
from data.model.steps import Realm, Step
from data.rules.alarms.announcing import Announced, announce
from data.rules.alarms.performance import by_day, report
from tests.views import alarm_sample as sample
from tests.views.alarm_sample import AT, CROSSING, HELP, LATER, STALE
from tests.views.small_room import look
from views import alarm_words, step_words
from views.alarm_chip import AlarmChip, Counts
from views.alarm_compact import AlarmPanel
from views.alarm_list import AlarmSheet
from views.alarm_philosophy import AlarmPhilosophy
from views.alarm_report import AlarmReport
from views.top_bar import TopBar


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.resize(1100, 600)
        widget.show()
        return widget

    return show


def steps() -> list[Step]:
    def move(one, change, at):
        priority = Priority.HIGH
        return AlarmsMoved((AlarmMove(one.tag, change, at, one.kind, one.ref, "", priority, params=one.params),))

    bodies = [
        (AT, move(CROSSING, AlarmChange.RAISED, AT)),
        (AT + timedelta(minutes=3), move(HELP, AlarmChange.RAISED, AT + timedelta(minutes=3))),
        (AT + timedelta(minutes=5), AlarmsAcknowledged((CROSSING.tag,))),
    ]
    return [Step(f"s{n}", at, "U1", Realm.LIVE, body) for n, (at, body) in enumerate(bodies)]


def test_the_report_lists_the_whole_and_each_day_and_can_be_written_to_a_file(shown) -> None:
    made = shown(AlarmReport(look()))
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    now, bounds = sample.situation(), read_alarm_bounds(resources.path("rules"))
    asked, written = [], []
    made.report_requested.connect(lambda *span: asked.append(span))
    made.export_requested.connect(lambda *given: written.append(given))
    made.show_situation(now, LATER)
    made.ask()
    assert asked == [(LATER - timedelta(days=7), LATER + timedelta(seconds=1))]
    span = (now.registers.alarmkinds, bounds, LATER - timedelta(days=2), LATER)
    made.show_report(report(steps(), *span), by_day(steps(), *span))
    rows = [[column.getter(row) for column in made.model.columns] for row in made.model.rows()]
    assert [row[0] for row in rows] == ["全部", "06-24", "06-23", "06-22"]
    assert rows[0][1:3] == ["2", "0"]
    assert (rows[0][7], rows[0][8]) == ("1", "5 分钟")
    told = {caption.text(): value.text() for caption, value in made.facts._lines if not caption.isHidden()}
    assert told["没人确认"] == "前方人员求助：W1"
    made.out.click()
    ((name, headings, table),) = written
    assert (name, len(headings), len(table)) == ("报警绩效", 11, 4)


def test_the_sheet_asks_for_the_report_only_when_it_is_looked_at(shown) -> None:
    made = shown(AlarmSheet(look()))
    asked = []
    made.report.report_requested.connect(lambda *span: asked.append(span))
    made.show_time(LATER)
    made.show_situation(sample.situation(), Touched.everything())
    assert asked == []
    made.open_report()
    assert asked


def test_the_philosophy_names_what_is_to_be_mended(shown) -> None:
    made = shown(AlarmPhilosophy(look()))
    now = sample.situation()
    rows = [
        replace(one, cause="", quiet_in="normal") if one.id == "flow.level" else one for one in now.registers.alarmkinds
    ]
    kept = Register("alarmkinds", tuple(one for one in rows if one.id != "patrol.gap"), digest="changed")
    made.show_situation(replace(now, registers=now.registers.having(kept)))
    assert made._found["flow.level"] == ("缺“原因”，不能算报警", "必达报警又设了抑制工况")
    assert "patrol.gap 有判据却没有定义" in made.of_table.text()
    made.chips.choose(["found"])
    made._fill()
    assert "flow.level" in [one.id for one in made.model.rows()]
    assert not made.take_in.isEnabled() or made.take_in.toolTip()


def test_the_chip_counts_by_shape_and_the_bar_opens_the_list(qtbot, shown) -> None:
    bar = shown(TopBar(look()))
    now = sample.every_state()
    bar.show_time(LATER)
    bar.show_situation(now, Touched.everything())
    bar.show_alarms(sample.listed(now))
    assert bar.alarms.counts() == Counts((0, 0, 2), 4, 1)
    assert bar.alarms.text_shown() == "未确认报警：高 2、中 0、低 0 · 诊断 1"
    with qtbot.waitSignal(bar.alarms_requested):
        bar.alarms.click()
    bar.show_sound(on=True, muted_until=LATER)
    assert "静音至 12:10" in bar.alarms.text_shown()
    bar.show_alarms(sample.listed(sample.situation()))
    assert bar.alarms.counts() == Counts()
    assert not bar.alarms.flasher.beating


def test_a_calm_chip_says_how_many_are_known(shown) -> None:
    made = shown(AlarmChip(look()))
    assert made.text_shown() == "未确认报警：未启动"
    made.show_counts(Counts())
    assert made.text_shown() == "未确认报警：无"
    made.show_counts(Counts(standing=3))
    assert made.text_shown() == "未确认报警：3 条已确认"


def test_the_panel_on_the_desk_acknowledges_what_is_chosen_and_leads_to_the_sheet(shown) -> None:
    made = shown(AlarmPanel(look()))
    now = sample.every_state()
    made.show_situation(now, Touched.everything())
    made.show_alarms(sample.listed(now), LATER)
    bodies, asked = [], []
    made.step_requested.connect(lambda body, _: bodies.append(body))
    made.list_requested.connect(asked.append)
    first = made.lines.lines()[0]
    assert first.title == "花园口流量 6,210 m³/s，达到Ⅲ级 6,000"
    assert made.about.text() == "诊断 1 · 搁置 1 · 停用 1"
    assert not made.acknowledge.isVisible()
    made.lines.choose([first.id], tell=True)
    made.acknowledge.click()
    made.lines.opened.emit(first.id)
    assert bodies == [AlarmsAcknowledged((CROSSING.tag,))]
    assert asked == [first.id]


def test_a_low_panel_gives_its_room_to_the_lines(shown) -> None:
    made = shown(AlarmPanel(look()))
    now = sample.every_state()
    made.show_situation(now, Touched.everything())
    made.show_alarms(sample.listed(now), LATER)
    made.resize(330, 100)
    assert made.lines.lines()[0].value == "剩 20 分钟"
    assert not made._foot.isVisible()


def test_what_is_spoken_has_its_words_filled_in_and_a_drill_says_so() -> None:
    now = sample.raised(sample.situation(), CROSSING, STALE)
    _, wanted = announce(Announced(), sample.listed(now), LATER, 600.0)
    assert alarm_words.spoken(now, wanted[0]) == "花园口流量达到三级响应阈值，请会商定级"
    drill = replace(now, realm=Realm.DRILL)
    assert alarm_words.spoken(drill, wanted[0]).startswith("演练，")


def test_the_timeline_says_what_came_with_its_value_and_what_went_by_name() -> None:
    now = sample.every_state()
    step = steps()[0]
    (move,) = step.body.moves
    told = replace(move, value=6210.0, limit=6000.0)
    assert step_words.line(replace(step, body=AlarmsMoved((told,))), now).text == (
        "报警：花园口流量 6,210 m³/s，达到Ⅲ级 6,000（高）"
    )
    gone = replace(told, change=AlarmChange.RETURNED)
    assert step_words.line(replace(step, body=AlarmsMoved((gone,))), now).text == (
        "恢复正常：花园口流量达到响应阈值·花园口"
    )
