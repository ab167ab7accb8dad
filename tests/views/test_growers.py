"""Growers by class: how many the water reaches at this flow, who has not left, and their state set in one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.steps import WhereaboutsSet
from data.rules.exposure import exposure
from data.rules.signoff import preview
from tests.township import situation
from tests.views.people_sample import flood, look, shown
from views.grower_classes import BY, at, classes
from views.growers import GrowerPanel
from views.pane import Selection
from views.people_rows import GROWERS, everyone


@pytest.fixture
def panel(qtbot):
    made = GrowerPanel(look())
    made.seat = shown(qtbot, made, flood())
    return made


def test_each_bench_says_its_households_its_land_and_who_has_not_left(panel):
    lines = {line.title: line for line in panel.classes.lines()}
    assert list(lines) == ["嫩滩", "二滩"]
    assert lines["嫩滩"].note == "1 户 · 12 亩"
    assert lines["嫩滩"].value == "1 户未撤"
    assert lines["嫩滩"].value_role == "state.urgent"
    assert lines["二滩"].value == ""
    assert panel.summary.text() == "上水 1/2 户 · 未撤 1"


def test_who_has_heard_but_not_left_is_marked_less_loudly_and_who_left_no_more(panel):
    panel.seat.take(WhereaboutsSet(GROWERS, ("GR1",), Whereabouts.TOLD))
    assert panel.classes.lines()[0].value_role == "state.attention"
    panel.seat.take(WhereaboutsSet(GROWERS, ("GR1",), Whereabouts.LEFT))
    assert panel.classes.lines()[0].value == "已全部撤离"
    assert panel.summary.text() == "上水 1/2 户 · 未撤 0"


def test_a_whatif_fills_the_bars_as_far_as_its_water_reaches(panel):
    panel.show_preview(preview(panel.seat.now, 8000.0))
    assert [line.bar[1] for line in panel.classes.lines()] == [1.0, 1.0]
    assert panel.summary.role() == "realm.whatif"
    panel.show_preview(None)
    assert [line.bar[1] for line in panel.classes.lines()] == [1.0, 0.0]


def test_after_a_whatif_a_summary_of_nobody_reached_is_quiet_again(qtbot):
    dry = GrowerPanel(look())
    seat = shown(qtbot, dry, flood(800.0))
    dry.show_preview(preview(seat.now, 8000.0))
    assert dry.summary.role() == "realm.whatif"
    dry.show_preview(None)
    assert dry.summary.text() == "2 户 · 均不上水"
    assert dry.summary.role() == "text.muted"


@pytest.mark.parametrize(
    ("by", "titles"),
    [("crop", ["玉米", "小麦"]), ("kind", ["合作社", "农户"]), ("where", ["未通知"])],
)
def test_growers_can_be_put_into_other_classes(panel, by, titles):
    panel._choose_by((by,))
    assert [line.title for line in panel.classes.lines()] == titles


@given(flow=st.floats(0.0, 25000.0))
def test_classes_by_bench_add_up_to_what_the_rules_say_is_exposed(flow):
    now = situation()
    exposed = exposure(now, flow)
    made = classes(now, "bench")
    assert sum(one.exposed_mu(flow) for one in made) == pytest.approx(exposed.area_mu)
    assert sum(at(one.reached, flow) for one in made) == len(exposed.growers)


def test_every_way_of_classing_counts_all_land_once():
    now = situation()
    for by in BY:
        assert sum(one.area_mu for one in classes(now, by)) == pytest.approx(52.0)


def test_a_low_panel_has_its_classes_in_one_line_each(qtbot):
    panel = GrowerPanel(look())
    shown(qtbot, panel, flood(), height=150)
    assert panel.classes.lines()[0].title == "嫩滩  1 户 · 12 亩"
    assert panel.minimumSizeHint().height() <= 150


def test_without_a_register_the_panel_says_where_to_get_one(qtbot):
    panel = GrowerPanel(look())
    shown(qtbot, panel, Situation())
    assert panel.classes.lines() == ()
    assert "导入" in panel.classes._empty_words


def test_who_is_in_danger_stands_first_and_names_are_masked():
    now = flood(7000.0)
    rows = everyone(now, GROWERS, exposure(now, 4700.0))
    assert [(row.id, row.in_danger) for row in rows] == [("GR1", True), ("GR2", False)]
    assert [row.name for row in rows] == ["测**", "测**"]


def test_a_class_opens_its_list_and_escape_leads_back(panel, qtbot):
    at_first = panel.classes.visualRect(panel.classes.model().index(0, 0)).center()
    qtbot.mouseClick(panel.classes.viewport(), Qt.MouseButton.LeftButton, pos=at_first)
    assert panel.where.text() == "嫩滩  1 户"
    assert [line.id for line in panel.people.list.lines()] == ["GR1"]
    qtbot.keyClick(panel.people.list, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is panel._class_page


def test_many_are_set_to_told_at_once(panel):
    panel._choose_by(("where",))
    panel._open_class("未通知")
    panel.people.list.selectAll()
    assert panel.people.bar.tell.text() == "记已通知 2 户"
    panel.people.bar.tell.click()
    (body,) = panel.seat.bodies
    assert (body.register, set(body.ids), body.state) == (GROWERS, {"GR1", "GR2"}, Whereabouts.TOLD)


def test_a_refusal_is_noted_only_with_a_word_about_it(panel, qtbot):
    panel._open_class("嫩滩")
    panel.people.list.selectAll()
    bar = panel.people.bar
    bar.set_state(Whereabouts.REFUSED)
    assert panel.seat.bodies == []
    qtbot.keyClick(bar.note, Qt.Key.Key_Return)
    assert panel.seat.bodies == []
    bar.note.setText("要等抢收")
    bar.go.click()
    assert panel.seat.bodies == [WhereaboutsSet(GROWERS, ("GR1",), Whereabouts.REFUSED, "要等抢收")]


def test_in_a_whatif_nobody_is_set_to_anything(panel):
    panel._open_class("嫩滩")
    panel.people.list.selectAll()
    panel.show_preview(preview(panel.seat.now, 8000.0))
    assert panel.people.bar.isHidden()


def test_a_list_in_a_whatif_follows_when_the_hand_rests(panel, qtbot):
    panel._open_class("二滩")
    assert panel.people.list.lines()[0].detail == "6,500 上水"
    panel.show_preview(preview(panel.seat.now, 5000.0))
    panel.show_preview(preview(panel.seat.now, 8000.0))
    qtbot.waitUntil(lambda: panel.people.list.lines()[0].detail == "上水")


def test_a_grower_or_a_plot_selected_on_the_map_opens_the_card(panel):
    panel.show_selection(Selection("plots", "P2"))
    assert panel.card.who == Selection(GROWERS, "GR2")
    panel.show_selection(Selection(GROWERS, "GR1"))
    assert panel.card.who == Selection(GROWERS, "GR1")
    assert panel.pages.currentWidget() is panel.card
    assert panel.seat.selections == []


def test_the_card_brings_the_land_into_view_on_the_map(panel):
    places = []
    panel.place_requested.connect(lambda lon, lat: places.append((round(lon, 3), round(lat, 3))))
    panel._open_card("GR1")
    panel.card.place.click()
    assert places == [(113.705, 34.905)]
    assert panel.seat.selections == [Selection(GROWERS, "GR1")]
