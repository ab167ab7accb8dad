"""The 推演 page: what it is shown is seen, what is touched is said, and nature and limits always stand beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data.model.inundation import Span
from data.model.situation import Touched
from data.rules.reckoning import Reckoning, Township, reckon
from desktop import theme as look
from tests import township as small
from tests.data.rules.clock_world import Told, north_of, tables, township
from tests.township import NOON
from tests.views import twin_sample as sample
from views.pane import Selection
from views.twin import TwinWorkspace
from views.twin_progress import ImportedShown, LibraryShown, RunKind, RunState
from views.twin_wanted import Breaching, Drawn, Export, Picture, ProfileKind, Sides, Slot, Source, Wanted

TOWN = Township(township(), tables())


def reckoning(lat: float = 34.9095, hours: float = 6.0) -> Reckoning:
    water = Told(north_of(lat, hours))
    return reckon(TOWN, Span(water, water, water), {}, NOON, flow_m3s=8000.0, whatif=True)


@pytest.fixture
def page(qtbot: QtBot) -> TwinWorkspace:
    made = TwinWorkspace(look.load("dark").theme, sample.RememberingMap)
    qtbot.addWidget(made)
    made.resize(1300, 690)
    now = small.situation()
    made.show_situation(_with(now), Touched.everything())
    made.show_time(NOON)
    made.show()
    return made


def _with(now: Any) -> Any:
    from dataclasses import replace

    return replace(now, registers=township(), at=NOON)


def heard(signal: Any) -> list[tuple[Any, ...]]:
    said: list[tuple[Any, ...]] = []
    signal.connect(lambda *given: said.append(given))
    return said


def the_map(page: TwinWorkspace, slot: Slot = Slot.A) -> sample.RememberingMap:
    return page.body.maps._maps[slot]


# ── shown ──


def test_before_any_water_the_making_of_the_library_is_told_in_place_of_the_map(page: TwinWorkspace):
    page.show_runs((sample.run(kind=RunKind.LIBRARY, number=3, total=12, cell_m=80.0, left_s=62.0),))
    assert page.body.maps.is_empty()
    assert page.body.maps.empty_text() == "正在计算首批方案 3/12，约 1 分钟"
    assert page.body.maps.made() == ()  # no page of the web engine before it is needed
    page.show_scenario(Slot.A, sample.scenario())
    assert not page.body.maps.is_empty()


def test_nature_and_limits_stand_beside_every_result(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    text = page.body.nature.text()
    for words in (
        "示意地形·非实测",
        "方案库内插",
        "11-22 10:20 成图",
        "40 m 网格",
        "内插误差 ±2 cm",
        "Fr<0.5",
        "非溃坝激波模型",
        "定床",
    ):
        assert words in text
    assert page.body.nature._limits.isVisible()


def test_two_natures_are_told_apart(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_scenario(Slot.B, sample.greatest_only())
    page.body.picture.set_picture(Picture(Drawn.DEPTH, Sides.BOTH))
    text = page.body.nature.text()
    assert "方案A：模型成果·示意地形" in text
    assert "方案B：外来成果（黄委）" in text
    assert "以来源说明为准" in text


def test_the_second_map_is_made_only_for_side_by_side(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_scenario(Slot.B, sample.scenario(12_000.0))
    page.show_water(Slot.B, "water of B")
    assert page.body.maps.made() == (Slot.A,)
    page.body.picture.set_picture(Picture(Drawn.DEPTH, Sides.BOTH))
    assert page.body.maps.made() == (Slot.A, Slot.B)
    assert the_map(page, Slot.B).shown["water"] == "water of B"


def test_the_list_stands_in_the_order_of_the_clock_with_names_masked(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_reckoned(Slot.A, reckoning())
    page.body.side.work_out()
    rows = page.body.side.exposed.rows()
    assert [row.key for row in rows if row.kind in ("growers", "plots")] == ["growers/G1", "plots/P1"]
    assert rows[0].name == "测**"
    limits = [row.deadline.likely for row in rows if row.deadline is not None and row.deadline.likely is not None]
    assert limits == sorted(limits)
    assert page.body.side.tabText(0) == f"对象 {len(rows)}"


def test_an_arrival_between_two_runs_is_an_interval(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    arrives = (NOON + timedelta(hours=5, minutes=40), NOON + timedelta(hours=6, minutes=30))
    page.show_reckoned(Slot.A, reckoning(), {"plots/P1": arrives})
    page.body.side.work_out()
    model = page.body.side.exposed.table.model()
    told = {model.data(model.index(row, 4)): model.data(model.index(row, 2)) for row in range(model.rowCount())}
    assert (told["地块"], told["种植户"]) == ("17:40–18:30", "18:00")


def test_what_b_adds_is_listed_as_new(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario(6000.0))
    page.show_scenario(Slot.B, sample.scenario(8000.0))
    page.show_reckoned(Slot.A, reckoning(lat=35.5))
    page.show_reckoned(Slot.B, reckoning())
    page.show_difference(sample.difference())
    page.body.side.setCurrentWidget(page.body.side.difference)
    page.body.side.work_out()
    assert "plots/P1" in {row.key for row in page.body.side.difference.list.rows()}


def test_sums_show_what_b_adds(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario(6000.0))
    page.show_scenario(Slot.B, sample.scenario(8000.0))
    page.show_reckoned(Slot.A, reckoning(lat=35.5))
    page.show_reckoned(Slot.B, reckoning())
    page.body.side.setCurrentWidget(page.body.side.sums)
    page.body.side.work_out()
    model = page.body.side.sums.model()
    words = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert words[:3] == ["合计", "·", "0 +2"]


def test_the_time_bar_has_the_frames_and_the_inflow(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    assert page.body.bar.frames() == len(sample.HOURS)
    page.show_scenario(Slot.A, sample.greatest_only())
    assert (page.body.bar.frames(), page.body.bar.reading_text()) == (0, "只有最大值，没有过程")


def test_places_asked_about_are_numbered_on_the_map(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_curves((sample.curve(1), sample.curve(2, 113.71)))
    assert [mark.words for mark in the_map(page).shown["marks"]] == ["1", "2"]
    assert "4.6 h 到水（4.4–4.9），最深 1.80 m" in page.body.plots.curves.said()
    page.show_curves((sample.outside(),))
    assert page.body.plots.curves.said() == "这一点在模型范围以外"


def test_a_cut_lies_on_the_map_and_in_the_plot(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_profile(sample.profile(both=True))
    assert the_map(page).shown["line"] == sample.profile().path
    assert page.body.plots.profile.kind() is ProfileKind.ACROSS
    page.show_profile(None)
    assert the_map(page).shown["line"] is None


def test_marks_that_disagree_are_never_hidden(page: TwinWorkspace):
    page.show_mirror(sample.mirror())
    view = page.body.side.mirror
    assert "模型平均偏低 0.12 m，离散 0.16 m；最大差在 马渡险工26坝水尺（+0.34 m）" in view._said.text()
    model = view.table.model()
    told = [model.data(model.index(row, 4)) for row in range(model.rowCount())]
    assert told == ["+0.06", "+0.34", "-0.04", "基面不同", "过时"]


def test_every_part_takes_the_other_theme(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_curves((sample.curve(),))
    page.show_profile(sample.profile())
    page.show_theme(look.load("light").theme)
    assert the_map(page).theme.name == "light"
    assert not page.grab().isNull()


def test_a_hidden_page_makes_no_rows_and_catches_up_when_seen(page: TwinWorkspace, qtbot: QtBot):
    page.hide()
    page.show_scenario(Slot.A, sample.scenario())
    page.show_reckoned(Slot.A, reckoning())
    page.body.side.work_out()
    assert page.body.side.exposed.rows() == ()
    page.show()
    qtbot.waitUntil(lambda: page.body.side.exposed.rows() != ())


# ── said ──


def test_the_live_picture_is_asked_for_once_the_library_can_show_it(page: TwinWorkspace):
    said = heard(page.scenario_requested)
    page.show_library(LibraryShown())
    assert said == []
    page.show_library(sample.library())
    page.show_library(sample.library())
    assert said == [(Slot.A, Wanted(Source.LIVE))]


def test_a_hidden_page_asks_for_nothing(page: TwinWorkspace):
    page.hide()
    said = heard(page.scenario_requested)
    page.show_library(sample.library())
    assert said == []
    page.show()
    assert said == [(Slot.A, Wanted(Source.LIVE))]


def test_moving_in_time_turns_the_map_to_depths_of_the_hour(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    pictures, moments = heard(page.picture_requested), heard(page.moment_requested)
    QTest.keyClick(page.body.bar._track, Qt.Key.Key_PageDown)
    assert (pictures, moments) == ([(Picture(Drawn.FRAME, Sides.A),)], [(6,)])


def test_a_click_asks_about_the_place_and_a_click_beside_it_shows_it_again(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    said = heard(page.point_asked)
    the_map(page).asked.emit(113.70, 34.905)
    page.show_curves((sample.curve(1), sample.curve(2, 113.72)))
    the_map(page).asked.emit(113.7001, 34.905)
    assert said == [(113.70, 34.905)]
    current = page.body.plots.curves.current()
    assert current is not None
    assert current.id == "point/1"


def test_a_place_picked_for_a_breach_is_no_question(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    asked, breaches = heard(page.point_asked), heard(page.breach_requested)
    choice = page.body.left.choices[Slot.B]
    choice.source.choose(Source.BREACH.value)
    choice._pick(Source.BREACH.value)
    choice.breach.pick.click()
    the_map(page).asked.emit(113.70, 34.90)
    assert asked == []
    assert [mark.words for mark in the_map(page).shown["marks"]] == ["溃口"]
    choice.breach.run.click()
    assert breaches == [(Slot.B, Breaching(113.70, 34.90, 8000.0, 6.0, 100.0, 2.0, None))]
    the_map(page).asked.emit(113.71, 34.91)
    assert asked == [(113.71, 34.91)]


def test_cuts_are_asked_for_along_the_river_across_it_and_along_a_line(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    said, told = heard(page.profile_asked), heard(page.message_requested)
    page.body.plots.setCurrentWidget(page.body.plots.profile)
    page._ask_profile(ProfileKind.ACROSS)
    the_map(page).asked.emit(113.70, 34.90)
    page._ask_profile(ProfileKind.ACROSS)
    page._ask_profile(ProfileKind.LINE)
    assert the_map(page).shown["drawing"]
    the_map(page).line_drawn.emit(((113.6, 34.9), (113.7, 34.9)))
    assert said == [
        (ProfileKind.RIVER, ()),
        (ProfileKind.ACROSS, ((113.70, 34.90),)),
        (ProfileKind.LINE, ((113.6, 34.9), (113.7, 34.9))),
    ]
    assert "先点地图一处" in told[0][0]


def test_a_row_leads_to_its_object_and_its_place(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_reckoned(Slot.A, reckoning())
    page.body.side.work_out()
    said = heard(page.selection_requested)
    page.body.side.exposed.table.opened.emit("plots/P1")
    assert said == [(Selection("plots", "P1"),)]
    assert the_map(page).places == [pytest.approx((113.70, 34.91))]
    page.body.side.exposed.table.opened.emit("roads/BACK")  # dry: not in the list
    assert len(said) == 1


def test_runs_can_be_stopped_and_taken_up_again(page: TwinWorkspace):
    stopped, resumed = heard(page.run_stop_requested), heard(page.run_resume_requested)
    page.show_runs((sample.run(), sample.run(RunState.STOPPED, id="run/2")))
    for line in page.body.left.machinery._lines.values():
        line._act.click()
    assert (stopped, resumed) == ([("run/1",)], [("run/2",)])


def test_every_kind_of_file_can_be_asked_for(page: TwinWorkspace):
    said = heard(page.export_requested)
    menu = page.body.export.menu()
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    assert said == [(kind,) for kind in Export]


def test_imported_maps_are_offered_and_taken_away(page: TwinWorkspace):
    wanted, dropped, asked = heard(page.scenario_requested), heard(page.import_dropped), heard(page.import_requested)
    page.show_imported((ImportedShown("map/1", "风险图", "黄委"),))
    choice = page.body.left.choices[Slot.B]
    choice.source.choose(Source.IMPORTED.value)
    choice._pick(Source.IMPORTED.value)
    choice._drop.click()
    choice._import.click()
    assert wanted == [(Slot.B, Wanted(Source.IMPORTED, id="map/1"))]
    assert (dropped, asked) == ([("map/1",)], [()])


def test_the_comparison_of_flows_is_still_there(page: TwinWorkspace):
    said = heard(page.flow_requested)
    page.tabs.setCurrentWidget(page.compare)
    page.compare.flow_requested.emit(6000.0)
    assert said == [(6000.0,)]


def test_countdowns_follow_the_clock(page: TwinWorkspace):
    page.show_scenario(Slot.A, sample.scenario())
    page.show_reckoned(Slot.A, reckoning())
    page.body.side.work_out()
    model = page.body.side.exposed.table.model()
    before = model.data(model.index(0, 1))
    page.show_time(NOON + timedelta(hours=1))
    assert model.data(model.index(0, 1)) != before
