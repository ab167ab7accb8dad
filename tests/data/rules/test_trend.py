"""Rate of rise, the next threshold and the time to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.registers import KINDS, read_register
from data.model.river import Quality, Reading
from data.rules.trend import NextThreshold, next_threshold, rate_of_rise, thresholds_of
from resources import path as resource

START = datetime(2020, 6, 28, tzinfo=UTC)
THRESHOLDS = (2600.0, 4000.0, 6000.0, 8000.0)


def at(hours: float, flow: float | None, quality: Quality = Quality.GOOD) -> Reading:
    return Reading("40105150", START + timedelta(hours=hours), flow, quality=quality)


def test_two_daily_readings_give_a_rate() -> None:
    assert rate_of_rise([at(0, 5050), at(24, 5520)]) == pytest.approx(470 / 24)


@pytest.mark.parametrize(
    "readings",
    [[], [at(0, 5000)], [at(0, None), at(24, 5000)], [at(0, 5000), at(24.1, 5500)], [at(0, 5000), at(0, 5100)]],
)
def test_without_two_usable_readings_in_the_window_there_is_no_rate(readings: list[Reading]) -> None:
    assert rate_of_rise(readings) is None


def test_a_value_carried_over_does_not_read_as_a_standstill() -> None:
    readings = [at(0, 4000), at(12, 5000), at(24, 5000, Quality.REPEATED)]
    assert rate_of_rise(readings) == pytest.approx(1000 / 12)


def test_one_bad_value_among_several_does_not_tilt_the_rate() -> None:
    readings = [at(hour, 4000 + 50 * hour) for hour in range(10)]
    readings[5] = at(5, 400)
    assert rate_of_rise(readings) == pytest.approx(50)


def test_a_sudden_rise_after_quiet_hours_is_told_at_once() -> None:
    quiet = [at(hour / 2, 4650 + hour) for hour in range(20)]
    rate = rate_of_rise([*quiet, at(13, 6100)])
    assert rate is not None
    assert rate > 250


def test_only_the_newest_window_counts() -> None:
    readings = [at(0, 9000), at(30, 4000), at(36, 4300)]
    assert rate_of_rise(readings) == pytest.approx(50)
    assert rate_of_rise(readings, timedelta(hours=48)) == pytest.approx((50 - 4700 / 36) / 2)


def test_a_rising_flow_looks_up_and_the_threshold_it_stands_on_is_reached() -> None:
    assert next_threshold(3900, THRESHOLDS, 50) == NextThreshold(4000, 2 * 3600, rising=True)
    assert next_threshold(4000, THRESHOLDS, 50) == NextThreshold(6000, 40 * 3600, rising=True)


def test_a_falling_flow_looks_down_to_the_threshold_it_will_fall_below() -> None:
    assert next_threshold(4100, THRESHOLDS, -50) == NextThreshold(4000, 2 * 3600, rising=False)
    assert next_threshold(4000, THRESHOLDS, -50) == NextThreshold(4000, 0, rising=False)
    assert next_threshold(1000, THRESHOLDS, -50) is None


@pytest.mark.parametrize("rate", [0.0, None])
def test_a_flow_that_stands_still_has_a_next_threshold_but_no_time_to_it(rate: float | None) -> None:
    assert next_threshold(3900, THRESHOLDS, rate) == NextThreshold(4000, None, rising=True)


def test_above_the_highest_threshold_nothing_comes_next() -> None:
    assert next_threshold(9000, THRESHOLDS, 50) is None


def test_the_thresholds_are_those_of_the_shipped_tiers() -> None:
    tiers = read_register(resource("rules/tiers.csv"), KINDS["tiers"])
    assert thresholds_of(tiers) == (2600, 4000, 6000, 8000, 10000, 15000, 22000)


@given(st.floats(0, 30_000), st.floats(-5000, 5000))
def test_at_its_rate_the_flow_is_at_the_threshold_when_the_time_is_up(flow: float, rate: float) -> None:
    found = next_threshold(flow, THRESHOLDS, rate)
    if found is None or found.eta_s is None:
        return
    assert found.eta_s >= 0
    if abs(rate) > 1e-3:
        assert flow + rate * found.eta_s / 3600 == pytest.approx(found.flow_m3s, abs=1e-3)
