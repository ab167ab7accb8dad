"""Water without a model: wet from the stated flow on, and never more said than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.inundation import Probes
from data.model.nature import Origin
from data.model.places import MapLine
from data.model.register import Register
from data.model.river import HUAYUANKOU, Forecast, Outlook, OutlookPoint
from data.rules.coming import standing_outlook
from data.rules.exposure import exposure
from data.rules.geometry import centre
from data.rules.stepped import Course, SteppedGround, SteppedInundation, banded, course_of, course_to, stepped_span
from tests import township
from tests.data.rules import clock_world
from tests.data.rules.clock_world import HOUR, LANE
from tests.township import NOON

SETTINGS = clock_world.tables().settings
BENCH = MapLine(
    "M-ER", "bench", "北二滩", ((113.69, 34.90), (113.72, 34.90), (113.72, 34.92), (113.69, 34.92)), closed=True
)
GROUND = SteppedGround(clock_world.township(more=[BENCH]), SETTINGS)
RISING: Course = ((NOON, 4000.0), (NOON + 10 * HOUR, 9000.0))


def water(course: Course = RISING) -> SteppedInundation:
    return SteppedInundation(GROUND, course, SETTINGS, NOON)


def test_a_plot_is_wet_from_the_moment_the_flow_reaches_its_figure() -> None:
    found = water().at(LANE + 0.0002, 34.9102)
    assert found is not None
    assert found.arrival == NOON + 4 * HOUR
    assert found.depth_m == pytest.approx(3 * SETTINGS.stepped_rise_m)
    assert found.duration_h == pytest.approx(6)
    assert (found.speed_m_s, found.hazard, found.stage_m) == (None, None, None)


def test_land_between_plots_follows_the_lowest_plot_of_its_bench_and_land_behind_the_levee_stays_dry() -> None:
    between, behind = water().at(113.71, 34.905), water().at(LANE, 34.895)
    assert between is not None
    assert between.arrival == NOON + 4 * HOUR
    assert behind is not None
    assert not behind.wet


def test_the_crest_of_the_levee_stays_dry_and_its_toe_does_not() -> None:
    crest, toe = water().at(113.71, 34.9000), water().at(113.71, 34.9003)
    assert crest is not None
    assert not crest.wet
    assert toe is not None
    assert toe.wet


def test_it_says_that_it_is_an_assumption_and_of_what() -> None:
    nature = water().nature
    assert (nature.origin, nature.official, nature.made_at) == (Origin.ASSUMED, False, NOON)
    assert nature.provenance == water().nature.provenance != water(((NOON, 1.0),)).nature.provenance


def test_water_that_falls_and_comes_back_comes_first_the_first_time() -> None:
    twice: Course = ((NOON, 5000.0), (NOON + 1 * HOUR, 6500.0), (NOON + 2 * HOUR, 5000.0), (NOON + 4 * HOUR, 9000.0))
    found = water(twice).at(LANE + 0.0002, 34.9102)
    assert found is not None
    assert found.arrival is not None
    assert abs(found.arrival - (NOON + 40 * timedelta(minutes=1))) < timedelta(seconds=1)
    probes = Probes(np.array([LANE + 0.0002]), np.array([34.9102]))
    reached = water(twice).many(probes, (0.4,)).deeper_s[0, 0]  # 1,000 m³/s more, not before the second rise
    assert reached == pytest.approx((NOON + 3 * HOUR).timestamp(), abs=1)


def test_along_a_path_and_over_a_ring_the_same_is_said_as_at_points() -> None:
    path = ((LANE, 34.895), (LANE, 34.9102))
    found = water().along(path, 100.0)
    assert len(found) >= 17
    assert found[0] == water().at(*path[0])
    assert found[-1] == water().at(*path[-1])
    over = water().over(clock_world.ring(LANE, 34.91))
    assert over is not None
    assert over.arrival == NOON + 4 * HOUR
    assert water().over(()) is None


def test_a_course_without_points_or_with_time_turned_back_is_refused() -> None:
    for course in ((), ((NOON, 1.0), (NOON, 2.0))):
        with pytest.raises(ValueError, match="moments"):
            water(course)


@given(st.floats(0, 20_000), st.floats(0, 20_000), st.floats(34.89, 34.92))
def test_more_flow_is_never_less_water(a: float, b: float, lat: float) -> None:
    probes = Probes(np.array([LANE]), np.array([lat]))
    little, much = (water(((NOON, 1000.0), (NOON + 9 * HOUR, q))).many(probes, (0.3,)) for q in sorted((a, b)))
    assert little.depth_m[0] <= much.depth_m[0]
    assert little.arrival_s[0] >= much.arrival_s[0]
    assert little.deeper_s[0, 0] >= much.deeper_s[0, 0] >= much.arrival_s[0]


def test_it_agrees_with_what_is_exposed_at_a_flow() -> None:
    now = township.situation()
    apart = tuple(
        replace(plot, ring=clock_world.ring(113.70 + n / 100, 34.9)) for n, plot in enumerate(now.registers.plots)
    )
    now = replace(now, registers=now.registers.having(Register("plots", apart, digest="apart")))
    ground = SteppedGround(now.registers, SETTINGS)
    for flow in (3499.9, 3500.0, 6499.0, 6500.0):
        here = SteppedInundation(ground, ((NOON, flow),), SETTINGS, NOON)
        middles = {plot.id: centre(plot.ring) for plot in apart}
        wet = {plot for plot, at in middles.items() if at and (found := here.at(*at)) and found.wet}
        assert wet == exposure(now, flow).plots


def test_the_course_is_what_was_observed_and_what_is_forecast_with_a_band_only_ahead() -> None:
    now = township.at_flow(township.situation(), 4200)
    ahead = Forecast(HUAYUANKOU, 8000.0, now.at + 12 * HOUR, now.at, "黄委")
    now = replace(now, forecasts=now.forecasts.set(HUAYUANKOU, ahead))
    course = course_of(now, 12.0)
    assert [flow for _, flow in course] == [4200, 8000]
    band = banded(course, now.at, SETTINGS)
    assert [flow for _, flow in band.low] == [4200, pytest.approx(7200)]
    assert [flow for _, flow in band.high] == [4200, pytest.approx(8800)]
    assert [flow for _, flow in course_to(now, 22000, SETTINGS)] == [4200, 22000]
    assert stepped_span(GROUND, course, now.at, SETTINGS).high.nature.origin is Origin.ASSUMED
    assert course_of(township.situation(), 12.0) == ()


def test_without_an_official_forecast_the_own_outlook_is_the_course_with_the_band_of_its_own() -> None:
    now = township.at_flow(township.situation(), 4200)
    points = tuple(
        OutlookPoint(now.at + lead * HOUR, flow, flow - 500, flow + 700) for lead, flow in ((0, 4200.0), (24, 5200.0))
    )
    now = replace(now, outlooks=now.outlooks.set(HUAYUANKOU, Outlook(HUAYUANKOU, now.at, points, "combined")))
    course = course_of(now, 12.0)
    assert [flow for _, flow in course] == [4200, 5200]
    band = banded(course, now.at, SETTINGS, standing_outlook(now))
    assert [flow for _, flow in band.low] == [4200, 4700]
    assert [flow for _, flow in band.high] == [4200, 5900]
    official = Forecast(HUAYUANKOU, 8000.0, now.at + 12 * HOUR, now.at, "黄委")
    told = replace(now, forecasts=now.forecasts.set(HUAYUANKOU, official))
    assert [flow for _, flow in course_of(told, 12.0)] == [4200, 8000]


def test_a_reading_of_the_morning_and_a_peak_of_tomorrow_do_not_make_the_river_rise_since_the_morning() -> None:
    now = township.at_flow(township.situation(), 1970)
    peak = now.at + 30 * HOUR
    now = replace(now, forecasts=now.forecasts.set(HUAYUANKOU, Forecast(HUAYUANKOU, 8000.0, peak, now.at, "黄委")))
    assert course_of(now, 12.0) == ((now.at, 1970), (peak - 12 * HOUR, 1970), (peak, 8000))
