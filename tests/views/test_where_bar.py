"""The bar of whereabouts: several are never turned back, and a note is recorded only for whom it was begun."""

from __future__ import annotations

import pytest

from data.model.people import Whereabouts
from data.model.steps import WhereaboutsSet
from tests.views.people_sample import look
from views.where_bar import WhereBar, not_beyond

WHERE = {"A": Whereabouts.UNTOLD, "B": Whereabouts.LEFT, "C": Whereabouts.REFUSED}


@pytest.fixture
def bar(qtbot):
    made = WhereBar(look())
    qtbot.addWidget(made)
    made.steps = []
    made.step_requested.connect(made.steps.append)
    return made


def test_telling_several_leaves_those_who_have_left_as_they_are_and_says_so(bar):
    bar.show_people("growers", ("A", "B", "C"), WHERE)
    assert bar.tell.text() == "记已通知 2 户"
    bar.tell.click()
    assert bar.steps == [WhereaboutsSet("growers", ("A", "C"), Whereabouts.TOLD)]
    bar.show_people("growers", ("A", "B", "C"), WHERE)
    assert not bar.skipped.isHidden()
    assert bar.skipped.text() == "记已通知 2 户，另有 1 户 已在其后，未改"
    bar.show_people("growers", ("A",), WHERE)
    assert bar.skipped.isHidden()


def test_when_all_chosen_are_further_on_nothing_is_recorded(bar):
    bar.show_people("growers", ("B", "D"), {**WHERE, "D": Whereabouts.LEAVING})
    assert not bar.tell.isEnabled()
    bar.set_state(Whereabouts.UNTOLD)
    assert bar.steps == []
    assert not bar.skipped.isHidden()


def test_one_alone_may_be_set_back_deliberately(bar):
    bar.show_people("growers", ("B",), WHERE)
    bar.tell.click()
    assert bar.steps == [WhereaboutsSet("growers", ("B",), Whereabouts.TOLD)]


@pytest.mark.parametrize("state", list(Whereabouts))
def test_who_refused_or_is_lost_may_be_set_to_any_state(state):
    where = {"A": Whereabouts.REFUSED, "B": Whereabouts.UNKNOWN}
    assert not_beyond(where, where, state) == ("A", "B")


def test_a_refusal_begun_for_one_is_never_recorded_for_another(bar):
    bar.show_people("growers", ("A",), WHERE)
    bar.set_state(Whereabouts.REFUSED)
    bar.note.setText("要等抢收")
    assert bar.go.text() == "记拒绝撤离 A"
    bar.show_people("growers", ("C",), WHERE)
    assert bar._note_row.isHidden()
    assert bar.note.text() == ""
    bar.go.click()
    bar.note.returnPressed.emit()
    assert bar.steps == []
    bar.show_people("growers", ("A",), WHERE)
    assert not bar._note_row.isHidden()
    bar.go.click()
    assert bar.steps == [WhereaboutsSet("growers", ("A",), Whereabouts.REFUSED, "要等抢收")]


def test_new_facts_about_the_same_people_leave_the_form_open(bar):
    bar.show_people("growers", ("A", "C"), WHERE)
    bar.set_state(Whereabouts.UNKNOWN)
    bar.note.setText("电话不通")
    bar.show_people("growers", ("C", "A"), WHERE)
    assert not bar._note_row.isHidden()
    assert bar.note.text() == "电话不通"
    assert bar.go.text() == "记下落不明 2 户"
