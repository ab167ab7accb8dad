"""A template is filled from the situation; what is missing is named and never goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.documents.push_text import BLANK, PLACEHOLDERS, asked_for, fill, known_values, marked, trend, unfinished
from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.situation import Standing
from data.model.steps import ForecastEntered, ForecastWithdrawn, ReadingTaken, Realm
from desktop.first_run import demo_situation
from tests import township

ALL = {name: f"<{name}>" for name in PLACEHOLDERS}


def test_a_template_with_all_values_is_filled_and_finished() -> None:
    filled = fill("{level}级·{colour}色 {time} {flow} {trend} 请{group}于{deadline}前{task}。{tel}", ALL)
    assert filled.missing == ()
    assert not unfinished(filled.text)
    assert "<group>" in filled.text


def test_a_missing_value_is_named_and_leaves_a_blank_but_no_placeholder() -> None:
    filled = fill("请{group}于{deadline}前到岗，{group}", {"deadline": " "})
    assert filled.missing == ("group", "deadline")
    assert "{" not in filled.text
    assert filled.text.count(BLANK) == 3
    assert unfinished(filled.text)


def test_a_placeholder_that_nobody_knows_is_named_too() -> None:
    assert fill("致{组名}", ALL).missing == ("组名",)


@given(st.text(alphabet="{}ab中 ", max_size=40), st.dictionaries(st.sampled_from(("a", "b", "中")), st.text("值x")))
def test_no_pair_of_braces_is_ever_left_in_a_text(text: str, values: dict[str, str]) -> None:
    filled = fill(text, values)
    assert asked_for(filled.text) == ()
    assert set(filled.missing) <= set(asked_for(text))


def test_the_shipped_templates_ask_only_for_what_is_known() -> None:
    templates = demo_situation().registers.templates
    assert len(templates) >= 10
    for row in templates:
        assert set(asked_for(row.text)) | set(asked_for(row.retract)) <= set(PLACEHOLDERS)
        assert row.retract.strip()


def test_the_situation_gives_flow_time_trend_and_the_standing_level() -> None:
    now = township.situation()
    readings = [Reading(HUAYUANKOU, now.at + timedelta(hours=hour), 4000.0 + 120 * hour) for hour in (1, 2)]
    now = township.after(now, *(ReadingTaken(reading) for reading in readings))
    now = replace(now, standing=Standing(Level.IV))
    assert known_values(now) == {
        "level": "Ⅳ",
        "colour": "蓝",
        "flow": "4240",
        "time": "6月24日14:00",
        "trend": "水势上涨，每小时约涨120立方米每秒",
    }


@pytest.mark.parametrize(("forecast", "said"), [(8000.0, "2010（预报8000）"), (2010.0, "2010"), (1500.0, "2010")])
def test_a_forecast_above_the_observed_flow_is_said_with_it(forecast: float, said: str) -> None:
    now = township.at_flow(township.situation(), 2010)
    entered = ForecastEntered(Forecast(HUAYUANKOU, forecast, now.at + timedelta(hours=12), now.at, "水文局"))
    now = township.after(now, entered)
    assert known_values(now)["flow"] == said
    assert known_values(township.after(now, ForecastWithdrawn(HUAYUANKOU, "更正")))["flow"] == "2010"


def test_a_forecast_for_another_station_is_not_taken_for_this_one() -> None:
    now = township.at_flow(township.situation(), 2010)
    entered = ForecastEntered(Forecast("TG", 8000.0, now.at + timedelta(hours=12), now.at, "水文局"))
    assert known_values(township.after(now, entered))["flow"] == "2010"


def test_without_a_level_or_a_reading_nothing_is_made_up() -> None:
    assert known_values(township.situation()) == {}


@pytest.mark.parametrize(
    ("rate", "words"), [(9.9, "平稳"), (-9.9, "平稳"), (10.0, "上涨"), (-10.0, "回落"), (250.0, "上涨")]
)
def test_the_trend_is_steady_below_ten_an_hour(rate: float, words: str) -> None:
    assert words in trend(rate)


def test_a_text_outside_live_is_marked_once() -> None:
    assert marked("请撤离", Realm.LIVE) == "请撤离"
    once = marked("请撤离", Realm.DRILL)
    assert once == "【演练】请撤离【演练】"
    assert marked(once, Realm.DRILL) == once
    assert marked("请撤离", Realm.WHATIF).startswith("【推演】")
