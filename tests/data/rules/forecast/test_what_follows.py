"""What is read from an outlook: time and chance of thresholds, arrival below, skill as truth comes, stages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from data.feeds.travel_times import read_travel_times
from data.model.river import HUAYUANKOU, Outlook, OutlookPoint, Reading
from data.rules.forecast.crossing import chance_of, crossings
from data.rules.forecast.days import GAOCUN, JIAHETAN, XIAOLANGDI
from data.rules.forecast.skill import scores
from data.rules.forecast.travel import travel_time
from data.rules.forecast.year_rating import year_rating

AT = datetime(2020, 6, 28, tzinfo=UTC)
HOUR = timedelta(hours=1)


def rising() -> Outlook:
    points = tuple(
        OutlookPoint(AT + lead * HOUR, 3000 + 20 * lead, 3000 + 10 * lead, 3000 + 40 * lead)
        for lead in (12, 24, 48, 72)
    )
    return Outlook(HUAYUANKOU, AT, points, "combined")


def test_a_threshold_is_reached_early_likely_and_late_in_that_order() -> None:
    four, five = crossings(rising(), (5000.0, 4000.0, 2500.0), 3000.0)
    assert four.threshold_m3s == 4000
    assert four.earliest == AT + 25 * HOUR
    assert four.likely == AT + 50 * HOUR
    assert four.latest is None
    assert five.likely is None
    assert five.earliest == AT + 50 * HOUR
    assert 1 > four.probability > 0.5 > five.probability > 0


@given(st.floats(0, 6000), st.floats(0, 2000), st.floats(0, 2000), st.lists(st.floats(0, 10_000), min_size=2))
def test_a_higher_threshold_is_never_likelier(flow: float, below: float, above: float, asked: list[float]) -> None:
    point = OutlookPoint(AT, flow, max(flow - below, 0), flow + above)
    chances = [chance_of(point, one, 0.8) for one in sorted(asked)]
    assert chances == sorted(chances, reverse=True)
    assert all(0 <= one <= 1 for one in chances)


def test_the_edge_of_the_band_is_passed_one_time_in_ten() -> None:
    assert chance_of(OutlookPoint(AT, 3000, 2800, 3400), 3400, 0.8) == pytest.approx(0.1)
    assert chance_of(OutlookPoint(AT, 3000, 2800, 3400), 2800, 0.8) == pytest.approx(0.9)


def test_the_water_comes_to_the_stations_below_after_its_travel_time() -> None:
    rows = read_travel_times(resources.path("rules/travel_times.csv"))
    near, far = (travel_time(rows, HUAYUANKOU, below, 5000.0) for below in (JIAHETAN, GAOCUN))
    assert near is not None
    assert far is not None
    assert near.low <= near.likely <= near.high < far.likely
    assert far.likely == pytest.approx(29, abs=1)
    assert travel_time(rows, GAOCUN, XIAOLANGDI, 1000) is None


@given(st.floats(1, 20_000))
def test_travel_times_stay_between_their_bounds(flow: float) -> None:
    rows = read_travel_times(resources.path("rules/travel_times.csv"))
    hours = travel_time(rows, XIAOLANGDI, HUAYUANKOU, flow)
    assert hours is not None
    assert 0 < hours.low <= hours.likely <= hours.high


def test_skill_comes_with_truth_and_says_when_persistence_was_better() -> None:
    truth = [Reading(HUAYUANKOU, AT + day * 24 * HOUR, 3000.0) for day in range(4)]
    made = {(one.lead_h, one.flow_class): one for one in scores([rising()], truth)}
    assert set(made) == {(lead, name) for lead in (24, 48, 72) for name in ("all", ">2500")}
    day = made[24, "all"]
    assert (day.n, day.rmse, day.persistence_rmse) == (1, 480, 0)
    assert (day.hit_rate, day.persistence_hit_rate, day.inside_band) == (1, 1, 0)
    changed = [*truth[:1], *(Reading(HUAYUANKOU, one.at, 3400.0) for one in truth[1:])]
    assert scores([rising()], changed)[0].skill == pytest.approx(1 - 80 / 400)
    assert scores([rising()], truth[:1]) == ()


def test_the_rating_of_a_year_takes_its_own_readings_and_gives_no_stage_beyond_them() -> None:
    own = [
        Reading(HUAYUANKOU, datetime(2020, 6, 1, tzinfo=UTC) + n * HOUR, 500.0 + 100 * n, 88.0 + 0.07 * n, "大沽")
        for n in range(40)
    ]
    other = [Reading(HUAYUANKOU, datetime(2019, 6, 1, tzinfo=UTC), 6000.0, 95.0, "大沽")]
    made = year_rating([*own, *other], HUAYUANKOU, 2020, "大沽")
    assert made is not None
    assert made.rating.flow_range_m3s == (500, 4400)
    assert made.low_m <= 0 <= made.high_m
    stage = made.rating.stage_at(3000)
    assert stage == pytest.approx(88 + 0.07 * 25, abs=0.05)
    assert made.rating.stage_at(4500) is None
    assert year_rating(own, HUAYUANKOU, 2020, "1985") is None
