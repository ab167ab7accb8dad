"""演练: scenarios are read, changed and begun; what was typed is never lost; a drill shows goals and the way out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import resources
from data.feeds.scenario import read_scenario
from data.model.drill import Drill
from data.model.people import User
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from desktop import theme as look
from views import drill_outline, drill_rows
from views.drill_page import DrillPage
from views.drill_rows import PastRow, ScenarioRow

SCENARIO = read_scenario(Path(__file__).parents[1] / "desktop" / "small_drill.toml", resources.path("demo"))
LIVE = Situation(at=SCENARIO.starts_at)
TEXTS = {"one": "format = 1\n", "two": "format = 2\n"}
SCENARIOS = [
    ScenarioRow("one", "小演练", "2 h", 2, "情景构造", "随程序", 0),
    ScenarioRow("two", "改坏的", "", 0, "", "本台", 3),
]
PAST = [
    PastRow("d2", "小演练", "2026-11-23 13:02", "进行中（另一桌面）", True),
    PastRow("d1", "小演练", "2026-11-22 09:30", "已离开", False),
]


@pytest.fixture
def page(qtbot: QtBot) -> DrillPage:
    made = DrillPage(look.load("dark", 1.0).theme, lambda user, pin: pin == f"{user.id}!")
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.text_requested.connect(lambda name: made.show_text(name, TEXTS[name], f"/{name}.toml"))
    made.show()
    made.show_time(SCENARIO.starts_at)
    made.show_situation(LIVE, Touched.everything())
    made.show_scenarios(SCENARIOS)
    made.show_past(PAST)
    return made


def test_scenarios_are_listed_and_the_first_is_read_at_once(page: DrillPage, qtbot: QtBot) -> None:
    assert [row.id for row in page.model.rows()] == ["one", "two"]
    assert page.editor.toPlainText() == TEXTS["one"]
    assert page.begin.text() == "开始演练：小演练"
    with qtbot.waitSignal(page.begin_requested) as begun:
        page.begin.click()
    assert begun.args == ["one"]


def test_a_scenario_with_faults_is_not_begun(page: DrillPage) -> None:
    page.table.choose(["two"], tell=True)
    assert page.editor.toPlainText() == TEXTS["two"]
    assert not page.begin.isEnabled()


def test_a_changed_text_is_checked_after_a_pause_and_its_findings_are_counted(page: DrillPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.text_changed) as changed:
        page.editor.setPlainText("format = 3\n")
    assert changed.args == ["format = 3\n"]
    page.show_findings(["第 1 行 format：不认"])
    assert page.findings.toPlainText() == "第 1 行 format：不认"
    assert page.tabs.tabText(1) == "文本（待改 1）"
    page.show_findings([])
    assert page.findings.toPlainText() == "检查通过：没有要改的"
    assert page.tabs.tabText(1) == "文本"


def test_what_was_typed_is_kept_when_another_is_chosen_until_it_is_saved_or_given_up(
    page: DrillPage, qtbot: QtBot
) -> None:
    page.editor.setPlainText("mine")
    assert not page.begin.isEnabled(), "what would begin is not what stands here"
    page.table.choose(["two"], tell=True)
    assert page.editor.toPlainText() == "mine"
    assert page.table.chosen_ids() == ("one",)
    assert "没有存" in page.about.text()
    with qtbot.waitSignal(page.save_requested) as saved:
        page.save.click()
    assert saved.args == ["one", "mine"]
    page.show_saved("/home/scenarios/one.toml")
    assert page.begin.isEnabled()
    page.editor.setPlainText("worse")
    page.undo.click()
    assert page.editor.toPlainText() == "mine"
    page.table.choose(["two"], tell=True)
    assert page.editor.toPlainText() == TEXTS["two"]


def test_a_drill_that_runs_is_neither_opened_twice_nor_assessed_nor_deleted(page: DrillPage, qtbot: QtBot) -> None:
    acts = (page.goes_on, page.paper, page.throw)
    assert not any(one.isEnabled() for one in acts), "none is chosen"
    page.past.choose(["d2"], tell=True)
    assert not any(one.isEnabled() for one in acts)
    page.past.choose(["d1"], tell=True)
    for act, signal in zip(acts, (page.open_requested, page.paper_requested, page.throw_requested), strict=True):
        with qtbot.waitSignal(signal) as heard:
            act.click()
        assert heard.args == ["d1"]
    page.show_past([replace(PAST[1], running=True)])
    assert not any(one.isEnabled() for one in acts)


def test_the_outline_tells_what_the_text_says_as_long_as_it_can_be_read(page: DrillPage) -> None:
    page.show_outline(SCENARIO)
    assert page.outline.about.text() == SCENARIO.about
    goals = [value.text() for _, value in page.outline.goals._lines]
    assert goals == list(SCENARIO.goals)
    told = {fact.caption: fact.value for fact in drill_outline.inject_facts(SCENARIO)}
    assert told["情况 2 件"] == "现场报告 1 · 来文来电 1"
    assert told["下发"] == "到时 2，达条件 0，手动 0"
    assert drill_outline.facts(SCENARIO)[2].value == "9,000 m³/s"
    page.show_outline(None)
    assert page.outline.plot.isHidden()
    assert "改好后" in page.outline.about.text()
    page.show_outline(SCENARIO)
    assert not page.outline.plot.isHidden()


def test_in_a_drill_there_are_its_goals_and_the_way_out_and_no_scenario_with_its_injects(
    page: DrillPage, qtbot: QtBot
) -> None:
    drill = Drill("d", SCENARIO.title, "", SCENARIO.starts_at, 1, constructed=True)
    page.show_goals(drill_rows.scenario_goals(SCENARIO))
    page.show_situation(replace(LIVE, realm=Realm.DRILL, drill=drill), Touched.DRILL)
    assert page.name.text() == SCENARIO.title
    lines = [(caption.text(), value.text()) for caption, value in page.goals._lines]
    assert ("目标 1", SCENARIO.goals[0]) in lines
    assert ("性质", "情景构造") in lines
    assert not page.table.isVisible()
    assert not page.editor.isVisible()
    for act, signal in ((page.control, page.control_requested), (page.leave, page.leave_requested)):
        with qtbot.waitSignal(signal):
            act.click()


def test_control_opens_in_a_drill_for_those_who_may_sign_and_show_their_pin(page: DrillPage, qtbot: QtBot) -> None:
    begun = SCENARIO.starts_at
    drill = Drill("d", SCENARIO.title, "", begun, 1, constructed=True)
    users = Register("users", (User("U1", "甲", "值班员", "", "hash"), User("U2", "乙", "指挥长", "sign", "hash")))
    registers = replace(LIVE.registers, users=users)
    page.show_situation(replace(LIVE, realm=Realm.DRILL, drill=drill, registers=registers), Touched.everything())
    asked: list[bool] = []
    page.control_requested.connect(lambda: asked.append(True))
    assert page.proven.who.count() == 1, "only one of them may sign"
    page.control.click()
    page.proven.pin.setText("U1!")
    page.control.click()
    assert (asked, page.trouble.text()) == ([], "口令不对，导调台没有打开")
    page.proven.pin.setText("U2!")
    page.control.click()
    assert asked == [True]
    assert (page.proven.pin.text(), page.trouble.text()) == ("", "")
