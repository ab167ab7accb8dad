"""The works against the water: toe depth along the levee, what nobody knows, freeboard, sections two groups walk."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.inundation import Wetness
from data.model.situation import Touched
from data.rules.embankment import Freeboard, NoFreeboard, PatrolRule, Toe
from tests.township import NOON
from tests.views.clock_sample import desk, picture
from tests.views.people_sample import look
from views import water_words
from views.levee_water import stretches
from views.works import WorksWorkspace

WEST = 113.70
"""Half way along the levee, between the two sections."""


def at_the_toe(depth: float, *, only_west: bool = False, unknown_east: bool = False):
    def says(lon: float, lat: float):
        if lat < 34.9 or (only_west and lon > WEST):
            return 0.0, float("inf")
        return None if unknown_east and lon > WEST else (depth, 2.0)

    return says


@pytest.fixture
def pane(qtbot):
    made = WorksWorkspace(look())
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show_time(NOON)
    made.show_situation(desk(), Touched.everything())
    made.show()
    return made


def toe(chainage: float, depth: float | None) -> Toe:
    return Toe(chainage, None if depth is None else Wetness(depth, NOON if depth else None))


def test_what_is_not_known_reaches_to_the_known_toes_on_both_sides():
    found = stretches([toe(0, 1.0), toe(100, None), toe(200, None), toe(300, 0.5), toe(400, 0.0)])
    assert [(part.known, part.points[0][0], part.points[-1][0]) for part in found] == [
        (True, 0, 0),
        (False, 0, 300),
        (True, 300, 400),
    ]
    assert stretches([]) == ()


@given(st.lists(st.one_of(st.none(), st.floats(0.0, 9.0)), min_size=1, max_size=30))
def test_stretches_cover_the_levee_once_without_a_gap(depths):
    found = stretches([toe(100.0 * n, depth) for n, depth in enumerate(depths)])
    assert all(before.points[-1][0] == after.points[0][0] or after.known for before, after in pairwise(found))
    assert found[0].points[0][0] == 0.0
    assert found[-1].points[-1][0] == 100.0 * (len(depths) - 1)
    assert all(a.known is not b.known for a, b in pairwise(found))
    known = [point for part in found if part.known for point in part.points]
    assert [depth for _, depth in known] == [depth for depth in depths if depth is not None]


def test_the_strip_appears_with_the_water_and_says_how_deep_and_where(pane):
    assert pane._water.isHidden()
    pane.show_reckoning(picture(at_the_toe(0.8, only_west=True)))
    assert pane._water.isVisible()
    assert pane._water.said().startswith("偎堤 ")
    assert "最深 0.8 m" in pane._water.said()
    assert "两组同查 1 段" in pane._water.said()
    pane.show_reckoning(None)
    assert pane._water.isHidden()


def test_a_dry_levee_is_said_to_be_dry_and_an_unknown_one_not(pane):
    pane.show_reckoning(picture(at_the_toe(0.0)))
    pane.show_reckoning(picture(lambda *_: (0.0, float("inf"))))
    assert pane._water.said() == "偎堤：堤脚不上水"
    pane.show_reckoning(picture(lambda *_: None))
    assert pane._water.said() == "偎堤：水情不明 · 不明 2 段"


def test_sections_are_marked_by_the_rule_they_are_walked_by(pane, qtbot):
    pane.show_reckoning(picture(at_the_toe(0.8, only_west=True)))
    model = pane._sections.model()
    qtbot.waitUntil(lambda: model.row(0).water is not None)
    assert [row.water.rule for row in model.rows()] == [PatrolRule.TWO_GROUPS, PatrolRule.DRY]
    qtbot.waitUntil(lambda: "两组同查" in pane._tabs.tabText(3))
    pane.show_reckoning(picture(at_the_toe(0.3)))
    qtbot.waitUntil(lambda: {row.water.rule for row in model.rows()} == {PatrolRule.ONE_GROUP})
    assert pane._tabs.tabText(3) == "责任段 2"


def test_freeboard_is_told_only_between_heights_of_one_datum(pane, qtbot):
    pane.show_reckoning(picture(at_the_toe(2.0), stage_m=94.5, datum="85高程"))
    model = pane._spurs.model()
    qtbot.waitUntil(lambda: model.row(0).freeboard is not None)
    said = {row.id: water_words.freeboard(row.freeboard) for row in model.rows()}
    assert said == {"W1-1": "1.50", "W2-1": "坝顶未注明基面"}
    pane.show_reckoning(picture(at_the_toe(2.0), stage_m=96.3, datum="85高程"))
    qtbot.waitUntil(lambda: water_words.freeboard(model.row(0).freeboard) == "漫顶 0.30")
    assert water_words.freeboard_role(model.row(0).freeboard) == "state.urgent"


def test_the_spur_s_card_says_the_water_and_the_freeboard(pane, qtbot):
    pane._pick_spur("W1-1")
    pane.show_reckoning(picture(at_the_toe(2.0), stage_m=94.5, datum="85高程"))

    def said():
        return " ".join(value.text() for _, value in pane._facts._lines if not value.isHidden())

    qtbot.waitUntil(lambda: "水深 2.0 m · 14:00 到水" in said())
    assert "1.50" in said()


def test_freeboards_nobody_can_tell_stand_last():
    known = Freeboard("a", 0.5, None)
    unknown = Freeboard("b", None, NoFreeboard.NO_CREST)
    assert sorted((unknown, known), key=water_words.freeboard_order) == [known, unknown]
    for why in NoFreeboard:
        untold = Freeboard("c", None, why)
        assert len(water_words.freeboard_cell(untold)) < len(water_words.freeboard(untold)) or why is why.NO_STAGE


def test_a_click_on_the_lane_of_sections_opens_the_section(pane, qtbot):
    pane.show_reckoning(picture(at_the_toe(0.8)))
    x = int(pane._water._x(11_500.0))
    assert "堤脚水深 0.8 m" in pane._water.tip_at(x)
    assert "责任段02" in pane._water.tip_at(x)
    qtbot.mouseClick(pane._water, Qt.MouseButton.LeftButton, pos=QPoint(x, 85))
    assert pane._tabs.currentWidget() is pane._sections
    assert pane._sections.chosen_ids() == ("D02",)


def test_the_models_hold_while_the_water_rises(pane, qtbot):
    strict = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table.model(), strict) for table in (pane._spurs, pane._sections)]
    for depth in (0.2, 0.8, 0.0):
        pane.show_reckoning(picture(at_the_toe(depth)))
        pane._draw_water()
    pane.show_situation(desk(), Touched.everything())
    for tester in testers:
        tester.deleteLater()


def test_it_is_painted_in_both_looks(qtbot):
    for name in ("dark", "light"):
        made = WorksWorkspace(look(name))
        qtbot.addWidget(made)
        made.show_situation(desk(), Touched.everything())
        made.show_reckoning(picture(at_the_toe(0.8, unknown_east=True)))
        made.show()
        assert not made.grab().isNull()
