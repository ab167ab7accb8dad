"""Choosing scenarios and breaches: what is asked for, what is told about it, and what is refused before it is run."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import theme as look
from tests.views import twin_sample as sample
from views.twin_breach import BreachForm
from views.twin_choice import ScenarioChoice
from views.twin_machinery import Machinery
from views.twin_picture import PictureBar
from views.twin_progress import RunState, StaleCode
from views.twin_shown import Note, NoteCode
from views.twin_wanted import Breaching, Drawn, Picture, Sides, Slot, Source, Wanted

THEME = look.load("dark").theme


def heard(signal: Any) -> list[Any]:
    said: list[Any] = []
    signal.connect(lambda *given: said.append(given[0] if given else None))
    return said


@pytest.fixture
def choice(qtbot: QtBot) -> ScenarioChoice:
    made = ScenarioChoice(THEME, Slot.B)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def form(qtbot: QtBot) -> BreachForm:
    made = BreachForm(THEME)
    qtbot.addWidget(made)
    made.show()
    return made


def pick(choice: ScenarioChoice, source: Source) -> None:
    choice.source.choose(source.value)
    choice.source.picked.emit(source.value)


def test_b_begins_as_no_comparison_and_may_go_back_to_it(choice: ScenarioChoice):
    said = heard(choice.wanted)
    assert choice.chosen() is None
    pick(choice, Source.FLOW)
    choice.source.choose("none")
    choice.source.picked.emit("none")
    assert said == [Wanted(Source.FLOW, 8000.0), None]


def test_the_slider_asks_for_flows_and_the_last_one_is_never_lost(choice: ScenarioChoice, qtbot: QtBot):
    pick(choice, Source.FLOW)
    said = heard(choice.wanted)
    for step in (81, 90, 100, 120):
        choice.slider.setValue(step)
    qtbot.waitUntil(lambda: bool(said) and said[-1] == Wanted(Source.FLOW, 12_000.0))
    assert len(said) < 4
    assert choice.flow.value() == 12_000.0


def test_a_typed_flow_is_asked_for_once_and_moves_the_slider(choice: ScenarioChoice):
    pick(choice, Source.FLOW)
    said = heard(choice.wanted)
    choice.flow.setValue(9340.0)
    assert said == [Wanted(Source.FLOW, 9340.0)]
    assert choice.slider.value() == 93


def test_flows_outside_the_library_cannot_be_asked_for(choice: ScenarioChoice):
    choice.flow.setValue(99_000.0)
    assert choice.flow.value() == 25_000.0
    choice.flow.setValue(10.0)
    assert choice.flow.value() == 2600.0


def test_what_is_on_the_screen_is_told_without_asking_again(choice: ScenarioChoice):
    said = heard(choice.wanted)
    choice.show_scenario(sample.scenario(6400.0))
    assert said == []
    assert (choice.flow.value(), choice.chosen()) == (6400.0, Source.FLOW)
    assert choice._title.text() == "6,400 m³/s"
    assert choice._trust.text() == "内插误差 ±2 cm，到达 ±8 分"
    assert "留出 7,000 m³/s 不入库、直接模拟比对" in choice._trust.toolTip()


def test_notes_that_call_for_care_stand_apart(choice: ScenarioChoice):
    notes = (Note(NoteCode.ABOVE_LIBRARY, (30_000.0, 25_000.0)), Note(NoteCode.EXACT))
    choice.show_scenario(sample.scenario(25_000.0, notes=notes))
    assert choice._loud.text() == "超出方案库上限，按 25,000 m³/s 显示（要求 30,000）"
    assert choice._notes.text().endswith("已由直接模拟替换")


@pytest.mark.parametrize("code", list(NoteCode))
def test_every_note_has_words(choice: ScenarioChoice, code: NoteCode):
    choice.show_scenario(sample.scenario(notes=(Note(code, (0.12, 0.3)),)))
    text = choice._loud.text() + choice._notes.text()
    assert text
    assert "{" not in text


def test_a_breach_being_prepared_is_not_taken_away_by_water_that_comes_meanwhile(choice: ScenarioChoice):
    choice.show_scenario(sample.scenario(6000.0))
    pick(choice, Source.BREACH)
    choice.breach.wide.setValue(250)
    choice.show_scenario(sample.scenario(6000.0))
    assert choice.chosen() is Source.BREACH
    assert choice.breach.isVisible()
    assert choice._title.text() == "图上仍是 6,000 m³/s"
    breach = Breaching(113.7, 34.9, 8000.0, 6.0, 250.0, 2.0)
    choice.show_scenario(sample.scenario(source=Source.BREACH, breach=breach, name="花园口险工 12+300"))
    assert choice._title.text() == "溃口 花园口险工 12+300 · 8,000 m³/s"
    assert choice.breach.wide.value() == 250


def test_the_forecast_is_run_only_when_asked(choice: ScenarioChoice):
    said, run = heard(choice.wanted), heard(choice.event_wanted)
    pick(choice, Source.EVENT)
    assert (said, run) == ([], [])
    choice._event.click()
    assert run == [None]


# ── the form of a breach ──


def test_a_breach_without_place_is_refused_in_words(form: BreachForm):
    said = heard(form.breach_requested)
    form.run.click()
    assert (said, form.fault_text()) == ([], "先在图上点一处堤防")


def test_faults_are_marked_and_go_away_as_they_are_mended(form: BreachForm):
    form.set_place((113.70, 34.90))
    form.wide.setValue(0)
    form.start.setValue(30)
    form.run.click()
    assert form.fault_text().splitlines() == ["开始时刻在 24 h 过程之后，看不到溃水", "口门宽应在 1–1,500 m"]
    assert form.wide.property("wrong")
    form.wide.setValue(80)
    assert form.fault_text() == "开始时刻在 24 h 过程之后，看不到溃水"
    assert not form.wide.property("wrong")
    form.start.setValue(3)
    assert form.fault_text() == ""


def test_a_sill_is_asked_for_only_where_it_is_given(form: BreachForm):
    said = heard(form.breach_requested)
    form.set_place((113.70, 34.90))
    assert not form.sill.isVisible()
    form.run.click()
    form.sill_kind.choose("level")
    form.sill_kind.picked.emit("level")
    assert form.sill.isVisible()
    form.sill.setValue(20.0)
    form.run.click()
    assert form.fault_text() == "底高程应在 80–105 m"
    form.sill.setValue(92.5)
    form.run.click()
    assert [one.sill_m for one in said] == [None, 92.5]


def test_what_the_desk_finds_wrong_stands_in_the_form(form: BreachForm):
    form.set_place((113.70, 34.90), "花园口险工 12+300")
    form.show_fault("这一点不在堤线上")
    assert (form.fault_text(), form._where.text()) == ("这一点不在堤线上", "花园口险工 12+300")


def test_a_breach_on_the_screen_can_be_filled_in_again(form: BreachForm):
    said = heard(form.breach_requested)
    breach = Breaching(113.7, 34.9, 12_000.0, 4.0, 150.0, 1.5, 91.25)
    form.show_breach(breach)
    form.run.click()
    assert said == [breach]


def test_the_form_can_be_walked_by_keyboard(form: BreachForm):
    form.pick.setFocus()
    QTest.keyClick(form.pick, Qt.Key.Key_Space)
    assert form.pick.isChecked()


# ── what is drawn ──


def test_only_what_the_scenarios_know_is_offered(qtbot: QtBot):
    bar = PictureBar(THEME)
    qtbot.addWidget(bar)
    bar.show_scenarios(sample.greatest_only(), None)
    assert list(bar.drawn._buttons) == ["depth"]
    bar.show_scenarios(sample.scenario(), None)
    assert list(bar.drawn._buttons) == [drawn.value for drawn in Drawn]
    assert not bar.sides.isVisibleTo(bar)


def test_a_difference_is_one_of_depths_and_ends_when_b_goes(qtbot: QtBot):
    bar = PictureBar(THEME)
    qtbot.addWidget(bar)
    said = heard(bar.picture_requested)
    bar.show_scenarios(sample.scenario(), sample.scenario(12_000.0))
    bar.set_picture(Picture(Drawn.ARRIVAL, Sides.A))
    bar.set_picture(Picture(Drawn.ARRIVAL, Sides.DIFFERENCE))
    bar.show_scenarios(sample.scenario(), None)
    assert said == [
        Picture(Drawn.ARRIVAL, Sides.A),
        Picture(Drawn.DEPTH, Sides.DIFFERENCE),
        Picture(Drawn.DEPTH, Sides.A),
    ]


# ── the machine ──


def test_a_library_that_is_stale_says_what_has_changed(qtbot: QtBot):
    view = Machinery(THEME)
    qtbot.addWidget(view)
    view.show_library(sample.library(stale=(StaleCode.TERRAIN, StaleCode.FRICTION)))
    assert view._stale.text() == "方案库已过时：地形、糙率已改"
    said = heard(view.remake_requested)
    view._remake.click()
    assert len(said) == 1


def test_runs_keep_their_lines_while_they_go_on(qtbot: QtBot):
    view = Machinery(THEME)
    qtbot.addWidget(view)
    view.show_runs((sample.run(),))
    line = view._lines["run/1"]
    view.show_runs((sample.run(share=0.8), sample.run(RunState.FAILED, id="run/2", fault="磁盘已满")))
    assert view._lines["run/1"] is line
    assert view._lines["run/2"]._state.text() == "磁盘已满"
    view.show_runs(())
    assert view._lines == {}
