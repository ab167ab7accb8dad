"""The clock of a flood: its rising limb on the course of the river."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.twin.timing import Timing, timing_from, timing_of

NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
LIMB = ((0.0, 2000.0), (3.0, 4000.0), (9.0, 8000.0), (24.0, 3000.0))


def after(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


def test_the_rising_limb_passes_the_present_flow_now_and_peaks_with_the_course():
    timing = timing_of(LIMB, ((NOW, 4000.0), (after(12), 8000.0)), NOW)
    assert timing.moment(3.0) == NOW
    assert timing.moment(9.0) == after(12)
    assert timing.moment(6.0) == after(6)


def test_before_now_and_after_the_peak_hours_are_only_shifted():
    timing = timing_of(LIMB, ((NOW, 4000.0), (after(12), 8000.0)), NOW)
    assert timing.moment(0.0) == after(-3)
    assert timing.moment(10.0) == after(13)


def test_a_course_with_points_on_the_way_is_followed():
    timing = timing_of(LIMB, ((NOW, 2000.0), (after(1), 4000.0), (after(12), 8000.0)), NOW)
    assert timing.moment(3.0) == after(1)


def test_a_falling_course_finds_the_peak_here_already():
    timing = timing_of(LIMB, ((NOW, 8000.0), (after(12), 4000.0)), NOW)
    assert timing.moment(9.0) == NOW
    assert timing.moment(3.0) == after(-6)


def test_a_course_beyond_the_greatest_flow_reaches_the_peak_where_it_passes_it():
    timing = timing_of(LIMB, ((NOW, 6000.0), (after(10), 10000.0)), NOW)
    assert timing.moment(9.0) == after(5)


def test_a_flow_below_the_foot_of_the_limb_begins_where_the_course_passes_the_foot():
    timing = timing_of(LIMB, ((NOW, 1000.0), (after(7), 8000.0)), NOW)
    assert timing.moment(0.0) == after(1)
    assert timing.moment(9.0) == after(7)


def test_a_limb_that_stays_level_first_rises_from_the_end_of_the_level():
    timing = timing_of(((0.0, 2000.0), (2.0, 2000.0), (9.0, 8000.0)), ((NOW, 2000.0), (after(7), 8000.0)), NOW)
    assert timing.moment(2.0) == NOW


def test_without_an_inflow_the_flood_begins_with_the_course():
    assert timing_of((), ((after(2), 4000.0),), NOW) == timing_from(after(2))
    assert timing_of((), (), NOW) == timing_from(NOW)
    assert timing_of(LIMB, (), NOW).moment(0.0) == NOW


def test_never_stays_never_and_unknown_unknown():
    told = timing_from(NOW).seconds(np.array([np.inf, np.nan, 1.0]))
    assert np.isinf(told[0])
    assert np.isnan(told[1])
    assert told[2] == after(1).timestamp()


def test_a_timing_that_turns_back_is_refused():
    for hours, moments in (((), ()), ((0.0, 1.0), (5.0,)), ((1.0, 0.0), (5.0, 6.0)), ((0.0, 1.0), (6.0, 6.0))):
        with pytest.raises(ValueError, match="timing"):
            Timing(hours, moments)


flows = st.floats(100.0, 26_000.0)
courses = st.lists(st.tuples(st.floats(0.0, 96.0), flows), min_size=1, max_size=6).map(
    lambda points: tuple((after(at), q) for at, q in sorted(dict(points).items()))
)
limbs = st.lists(st.tuples(st.floats(0.0, 48.0), flows), min_size=1, max_size=8).map(
    lambda points: tuple(sorted(dict(points).items()))
)


@given(limbs, courses)
def test_of_two_hours_the_later_never_comes_earlier(limb, course):
    timing = timing_of(limb, course, NOW)
    hours = np.linspace(-30.0, 80.0, 400)
    assert (np.diff(timing.seconds(hours)) > 0).all()


@given(limbs, courses, st.floats(-20.0, 60.0))
def test_there_and_back_is_the_same_hour(limb, course, hour):
    timing = timing_of(limb, course, NOW)
    slope = np.diff(timing.moments_s) / np.diff(timing.hours)
    close = 1e-5 + 1e-3 / min([3600.0, *slope])  # a datetime keeps microseconds
    assert timing.hour(timing.moment(hour)) == pytest.approx(hour, abs=close)


@given(limbs, courses)
def test_the_peak_is_never_laid_after_that_of_the_course(limb, course):
    timing = timing_of(limb, course, NOW)
    peak_hour = max(limb, key=lambda point: point[1])[0]
    peak_at = max(course, key=lambda point: point[1])[0]
    assert timing.seconds(np.array([peak_hour]))[0] <= peak_at.timestamp() + 1e-3
