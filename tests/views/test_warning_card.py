"""The warning card: colour only where a level is in force or asked about, words always, and the way to the sheet."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast
from data.model.situation import Touched
from data.model.steps import ForecastEntered, Realm, SignedOff
from data.rules.signoff import preview
from data.rules.warning import with_suggestion
from tests.task_clock_sample import cleared
from tests.township import after
from tests.views.river_sample import EIGHT, calm, flood, look
from views.warning_card import WarningCard
from views.warning_plate import WarningPlate
from widgets.theme import contrast


@pytest.fixture
def card(qtbot):
    made = WarningCard(look())
    qtbot.addWidget(made)
    made.resize(340, 340)
    made.show()
    made.show_time(EIGHT + timedelta(minutes=6))
    return made


def signed(level: Level):
    return after(flood(), SignedOff(level, 5520.0, "预报仍涨", "水文、河务"))


def test_a_calm_river_shows_a_grey_card(card):
    card.show_situation(calm(), Touched.everything())
    assert card.plate.level() is Level.NONE
    assert card.plate.title.text() == "当前无响应"
    assert not card.difference.isVisible()


def test_a_suggested_level_is_pale_until_a_person_confirms_it(card):
    card.show_situation(flood(), Touched.everything())
    assert card.plate.title.text() == "建议 Ⅳ级 蓝色预警"
    assert not card.plate.in_force()
    assert "花园口实测 5,520 ≥ 4,000" in card.plate.cause.text()
    assert card.confirm.text() == "确认 Ⅳ级…"
    card.show_situation(signed(Level.IV), Touched.LEVEL)
    assert card.plate.in_force()
    assert not card.confirm.isVisible()
    assert "指挥长丙" in card.standing.text()


def test_whoever_waits_for_a_boat_is_told_and_nobody_else(card):
    card.show_situation(cleared(boats=()), Touched.everything())
    assert not card.boats.isVisible()
    card.show_situation(cleared(), Touched.RECKONED)
    assert card.boats.isVisible()
    assert card.boats.text() == "公路已断，派船 1 处 8 人"
    assert "示意地形·非实测" in card.boats.toolTip()


def test_a_level_above_the_suggestion_may_be_lowered(card):
    card.show_situation(signed(Level.II), Touched.everything())
    assert card.plate.level() is Level.II
    assert card.confirm.text() == "降为 Ⅳ级…"


def test_a_level_without_any_reason_may_be_ended(card):
    card.show_situation(after(calm(), SignedOff(Level.IV, 2100.0, "演练", "水文")), Touched.everything())
    assert card.confirm.text() == "终止响应…"


def test_a_whatif_at_the_design_flow_shows_the_red_card_and_the_difference_to_live(card):
    card.show_situation(signed(Level.IV), Touched.everything())
    card.show_preview(preview(card.now, 22000.0))
    assert card.plate.level() is Level.I
    assert card.plate.title.text() == "Ⅰ级 红色预警（推演）"
    assert card.plate.tier.text() == "超标准洪水"
    assert "22,000" in card.plate.cause.text()
    shown = card.preview
    assert card.lines["tasks"].text().endswith(f"撤销 {len(shown.withdrawn)}")
    assert f"{len(shown.exposed.growers)} 户" in card.lines["exposed"].text()
    assert "2 户 +1" in card.lines["exposed"].text()
    assert "编织袋 600条" in card.lines["stock"].text()
    assert card.lines["stock"].role() == "state.urgent"
    card.show_preview(None)
    assert card.plate.level() is Level.IV
    assert not card.difference.isVisible()


def test_the_card_says_what_the_tier_means_and_how_sure_that_is(card):
    card.show_situation(flood(), Touched.everything())
    assert card.picture.text().startswith("编号洪水：")
    assert card.source.text() == "可信度中 · 预案"
    assert card.next.text().startswith("距Ⅲ级 6,000 差 480")


@pytest.mark.parametrize("flow", [None, 7000.0, 22000.0])
def test_signing_opens_the_sheet_with_the_level_in_question(card, qtbot, flow):
    card.show_situation(signed(Level.IV), Touched.everything())
    if flow is not None:
        card.show_preview(preview(card.now, flow))
    expected = {None: Level.IV, 7000.0: Level.III, 22000.0: Level.I}[flow]
    with qtbot.waitSignal(card.sign_off_requested) as said:
        qtbot.mouseClick(card.sign, Qt.MouseButton.LeftButton)
    assert said.args == [expected]


def test_the_clauses_are_one_click_away(card, qtbot):
    card.show_situation(flood(), Touched.everything())
    with qtbot.waitSignal(card.workspace_requested) as said:
        qtbot.mouseClick(card.clauses, Qt.MouseButton.LeftButton)
    assert said.args == ["plan"]


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("in_force", [False, True])
@pytest.mark.parametrize("level", list(Level))
def test_words_on_the_official_colours_are_readable(qtbot, name, in_force, level):
    plate = WarningPlate(look(name))
    qtbot.addWidget(plate)
    plate.show_level(level, ("甲", "乙", "丙"), in_force=in_force, whatif=False)
    assert contrast(plate.ink(), plate.ground()) >= 4.5


def test_a_tick_of_the_slider_costs_the_card_little(card):
    card.show_situation(signed(Level.IV), Touched.everything())
    shown = [preview(card.now, flow) for flow in (7000.0, 9000.0)]
    started = time.perf_counter()
    for i in range(40):
        card.show_preview(shown[i % 2])
    assert (time.perf_counter() - started) / 40 < 0.002


def test_a_forecast_that_lapses_is_told_once_and_stands_on_the_card_for_a_day(card):
    ahead = Forecast(HUAYUANKOU, 8000.0, EIGHT + timedelta(hours=20), EIGHT, "黄委水文局")
    now = after(flood(), ForecastEntered(ahead))
    told: list[str] = []
    card.message_requested.connect(told.append)
    card.show_situation(now, Touched.everything())
    assert card.lapsed.isHidden()

    def later(hours: int):
        return with_suggestion(replace(now, at=EIGHT + timedelta(hours=hours)))

    card.show_situation(later(22), Touched.RIVER)
    assert (told, card.lapsed.isHidden()) == ([], True)
    card.show_situation(replace(later(24), realm=Realm.REPLAY), Touched.RIVER)
    assert told == [], "the past is not news"
    card.show_situation(later(24), Touched.RIVER)
    card.show_situation(later(25), Touched.RIVER)
    assert told == ["官方预报（8,000 m³/s，06-30 04:00）已过时，不再参与等级判断；现建议：Ⅳ级 蓝色"]
    assert card.lapsed.text() == "官方预报（8,000 m³/s，06-30 04:00）已过时，按实测"
    card.show_situation(later(48), Touched.RIVER)
    assert card.lapsed.isHidden()
