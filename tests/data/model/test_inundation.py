"""Water at one place: when it passes a depth, and that nothing is made up where nothing is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.inundation import DRY, Wetness, moment, seconds
from data.model.nature import Nature, Origin

NOON = datetime(2026, 7, 20, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
RISING = Wetness(2.0, NOON, 10.0, rise=((1.0, NOON + 2 * HOUR), (2.0, NOON + 3 * HOUR)))


def test_between_two_known_depths_the_moment_lies_between_theirs() -> None:
    assert RISING.deeper_than(0.5) == NOON + HOUR
    assert RISING.deeper_than(1.5) == NOON + 2.5 * HOUR
    assert RISING.deeper_than(2.0) is None


def test_without_a_known_rise_the_first_water_counts_to_be_safe() -> None:
    assert Wetness(2.0, NOON, 1.0).deeper_than(0.5) == NOON
    assert Wetness(0.3, NOON, 1.0).deeper_than(0.3) is None
    assert DRY.deeper_than(0.0) is None


@given(st.floats(0, 2.5), st.floats(0, 2.5))
def test_a_greater_depth_is_never_passed_sooner(a: float, b: float) -> None:
    low, high = RISING.deeper_than(min(a, b)), RISING.deeper_than(max(a, b))
    assert high is None or (low is not None and low <= high)


@pytest.mark.parametrize("origin", [Origin.IDEALISED, Origin.ASSUMED])
def test_what_rests_on_no_survey_is_no_official_result(origin: Origin) -> None:
    assert not Nature(origin, NOON, "x").official
    assert Nature(Origin.MODEL, NOON, "x").official


def test_moments_go_into_columns_and_come_back() -> None:
    assert moment(seconds(NOON)) == NOON
    assert seconds(None) == np.inf
    assert moment(np.inf) is moment(np.nan) is None
