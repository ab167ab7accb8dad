"""Key persons: who is in danger and has not answered stands first; classes say how many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model.people import KeyPerson, Whereabouts
from data.model.register import Register
from data.model.situation import Situation
from data.model.steps import WhereaboutsSet
from data.rules.signoff import preview
from tests.views.people_sample import flood, look, shown
from views.key_people import KeyPeoplePanel
from views.pane import Selection

PEOPLE = (
    KeyPerson("K1", "测丙", "在滩过夜人员", "Z01", "看护房", people=2, bench="嫩滩", contact="S005"),
    KeyPerson("K2", "测丁", "涉水经营", "Z01", "浮桥", people=9, bench="嫩滩", contact="S005"),
    KeyPerson("K3", "测戊", "残疾人", "G001", "村内", contact="S004"),
    KeyPerson("K4", "测己", "涉水经营", "Z01", "码头", bench="二滩", contact="S004"),
)


@pytest.fixture
def panel(qtbot):
    now = flood()
    now = replace(now, registers=now.registers.having(Register("keypeople", PEOPLE, "four")))
    made = KeyPeoplePanel(look())
    made.seat = shown(qtbot, made, now, width=300, height=480)
    return made


def ids(panel):
    return [line.id for line in panel.people.list.lines()]


def chips(panel):
    return {key: (button.chip.count, button.chip.urgent) for key, button in panel.chips._buttons.items()}


def test_who_stays_overnight_in_danger_stands_first(panel):
    assert ids(panel)[:2] == ["K1", "K2"]
    assert panel.summary.text() == "未撤 2 · 未叫应 2"
    assert panel.summary.role() == "state.urgent"


def test_a_flow_that_reaches_nobody_takes_the_alarm_out_of_the_summary(panel):
    panel.show_preview(preview(panel.now, 500.0))
    assert panel.summary.text() == "4 人均不受影响"
    assert panel.summary.role() == "text.muted"


def test_classes_say_how_many_there_are_and_how_many_have_not_answered(panel):
    assert chips(panel) == {"": (4, 0), "在滩过夜人员": (1, 1), "涉水经营": (2, 1), "残疾人": (1, 0)}
    panel.seat.take(WhereaboutsSet("keypeople", ("K1",), Whereabouts.TOLD))
    assert chips(panel)["在滩过夜人员"] == (1, 0)
    assert ids(panel)[0] == "K1"  # told, but still there overnight
    panel.seat.take(WhereaboutsSet("keypeople", ("K1",), Whereabouts.LEFT))
    assert ids(panel)[0] == "K2"


def test_a_class_can_be_singled_out_by_chip_or_in_a_low_panel_by_combo_box(panel):
    panel.chips._buttons["涉水经营"].click()
    assert ids(panel) == ["K2", "K4"]
    assert panel.combo.currentData() == "涉水经营"
    panel.resize(300, 180)
    assert panel.combo.isVisible()
    assert not panel.chips.isVisible()


def test_a_whatif_shows_who_would_be_reached(panel, qtbot):
    panel.show_preview(preview(panel.seat.now, 5000.0))
    panel.show_preview(preview(panel.seat.now, 8000.0))
    qtbot.waitUntil(lambda: panel.summary.text() == "未撤 3 · 未叫应 3")
    assert panel.summary.role() == "realm.whatif"
    panel.people.list.selectAll()
    assert panel.people.bar.isHidden()
    panel.show_preview(None)
    assert panel.summary.text() == "未撤 2 · 未叫应 2"


def test_without_a_register_the_panel_says_so(qtbot):
    panel = KeyPeoplePanel(look("light"))
    shown(qtbot, panel, Situation())
    assert ids(panel) == []
    assert "导入" in panel.people.list._empty_words


def test_calling_the_chosen_calls_their_contact_cadres_once_each(panel):
    called = []
    panel.call_requested.connect(called.append)
    panel.people.list.choose(["K1", "K2", "K3"], tell=True)
    assert panel.people.bar.call.text() == "呼叫 3 人"
    panel.people.bar.call.click()
    assert called == [("S005", "S004")]


def test_one_chosen_row_is_the_selection_everywhere_and_one_from_elsewhere_opens_its_card(panel):
    panel.people.list.choose(["K3"], tell=True)
    assert panel.seat.selections == [Selection("keypeople", "K3")]
    panel.show_selection(Selection("keypeople", "K3"))
    assert panel.pages.currentWidget() is panel._list_page
    panel.show_selection(Selection("keypeople", "K4"))
    assert panel.pages.currentWidget() is panel.card


def test_after_a_whatif_a_summary_of_nobody_affected_is_quiet_again(qtbot):
    now = flood(800.0)
    now = replace(now, registers=now.registers.having(Register("keypeople", PEOPLE, "four")))
    dry = KeyPeoplePanel(look())
    seat = shown(qtbot, dry, now, width=300, height=480)
    dry.show_preview(preview(seat.now, 8000.0))
    assert dry.summary.role() == "realm.whatif"
    dry.show_preview(None)
    assert dry.summary.text() == "4 人均不受影响"
    assert dry.summary.role() == "text.muted"
