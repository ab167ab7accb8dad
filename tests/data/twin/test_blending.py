"""Ghosts, cubics and rises: the parts that a blend is made of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from data.twin.ghosts import along, surfaces, with_ghosts
from data.twin.rising import Rise, between, blended_rise, rise_of, series
from data.twin.standard import STANDARD, Staircase, course, flow_at, hydrograph, staircase

HOURS = np.arange(0, 24.01, 1 / 6)
heights = arrays(np.float32, (5, 8, 8), elements=st.floats(0, 4, width=32))


def risen(start_h: float, peak_m: float, cells: int = 3) -> Rise:
    """A rise in six hours to a peak, and a fall by half to the end."""
    depth = np.interp(HOURS, [0, start_h, start_h + 6, 24], [0, 0, peak_m, 0.5 * peak_m])
    depths = np.tile(depth[:, None], (1, cells))
    arrival = np.full(cells, start_h + 6 * 0.05 / peak_m if peak_m > 0.05 else np.inf)
    return rise_of(depths, HOURS.tolist(), arrival, np.full(cells, peak_m), 0.05)


def test_a_ghost_is_the_nearest_surface_and_never_above_the_ground():
    ground = np.array([[0.0, 1.0, 2.0, 0.2, np.nan]], np.float32)
    depth = np.array([[1.5, 0.0, 0.0, 0.0, 0.0]], np.float32)
    assert with_ghosts(depth, ground).tolist() == [[1.5, 0.0, -0.5, 0.0, 0.0]]


def test_without_any_water_there_are_no_ghosts():
    assert not with_ghosts(np.zeros((3, 3), np.float32), np.ones((3, 3), np.float32)).any()


@settings(max_examples=60, deadline=None)
@given(heights, st.lists(st.floats(2_000, 25_000), min_size=2, max_size=6))
def test_surfaces_rise_with_the_flow_whatever_the_runs_say(levels, flows):
    ground = np.linspace(0, 2, 64, dtype=np.float32).reshape(8, 8)
    signed = np.stack([with_ghosts(np.maximum(level - ground, 0), ground).ravel() for level in levels])
    ready = surfaces((2_000.0, 4_000.0, 5_000.0, 12_000.0, 25_000.0), signed)
    depths = [ready.at(flow) for flow in sorted(flows)]
    assert all((b >= a - 1e-5).all() for a, b in pairwise(depths))
    assert all((depth >= 0).all() for depth in depths)


def test_the_cubic_is_the_one_of_the_library_that_everybody_knows():
    from scipy.interpolate import PchipInterpolator

    flows = (2_000.0, 2_600.0, 4_000.0, 9_000.0, 25_000.0)
    values = np.cumsum(np.random.default_rng(5).random((5, 40)), axis=0).astype(np.float32)
    ready = surfaces(flows, values)
    known = PchipInterpolator([along(flow) for flow in flows], values, axis=0)
    for flow in (2_100.0, 3_999.0, 7_000.0, 20_000.0):
        assert np.allclose(ready.at(flow), known(along(flow)), atol=1e-5)


def test_a_rise_gives_back_the_series_it_was_read_from():
    rise = risen(5.0, 1.2)
    assert np.allclose(rise.crossing(0.05), 5.25, atol=0.02)
    assert np.allclose(rise.crossing(0.6), 8.0, atol=0.05)
    assert np.isinf(rise.crossing(1.3)).all()
    back = series(rise, HOURS.tolist())[:, 0]
    assert np.abs(back - np.interp(HOURS, [0, 5, 11, 24], [0, 0, 1.2, 0.6])).max() < 0.06


def test_a_front_that_comes_at_another_time_is_moved_not_faded():
    late, early = risen(12.0, 1.0), risen(6.0, 2.0)
    blend = blended_rise(6_000.0, (0.0, 5_000.0, 7_500.0, np.inf), (None, late, early, None), np.full(3, 1.5), 0.05)
    assert np.allclose(blend.likely.crossing(0.05), 9.0 + 0.2, atol=0.3)  # halfway in 1/Q
    depths = series(blend.likely, HOURS.tolist())[:, 0]
    assert depths[HOURS < 8.5].max() < 0.02
    assert abs(depths.max() - 1.5) < 0.03


def test_where_the_lower_run_is_dry_the_arrival_moves_to_the_peak_as_the_depth_sinks():
    dry, wet = risen(6.0, 0.0), risen(6.0, 1.0)
    told = [
        blended_rise(flow, (0.0, 5_000.0, 7_500.0, np.inf), (None, dry, wet, None), np.full(3, peak), 0.05)
        for flow, peak in ((5_100.0, 0.051), (6_000.0, 0.4), (7_490.0, 0.999))
    ]
    arrivals = [float(one.likely.crossing(0.05)[0]) for one in told]
    assert arrivals[0] > 11.8
    assert arrivals[0] > arrivals[1] > arrivals[2]
    assert abs(arrivals[2] - 6.3) < 0.1
    early, likely, late = told[1].interval(0.05)
    assert early[0] < likely[0] < late[0] == np.float32(12.0)


def test_a_cell_that_stays_dry_never_has_an_arrival():
    dry, wet = risen(6.0, 0.0), risen(6.0, 1.0)
    blend = blended_rise(5_100.0, (0.0, 5_000.0, 7_500.0, np.inf), (None, dry, wet, None), np.full(3, 0.01), 0.05)
    assert all(np.isinf(one).all() for one in blend.interval(0.05)[1:])
    assert not series(blend.likely, HOURS.tolist()).any()


@given(st.lists(st.floats(0, 24), min_size=4, max_size=4), st.floats(5_000, 7_000))
def test_moments_between_runs_stay_between_them(hours, flow):
    told = [np.array([hour]) for hour in sorted(hours, reverse=True)]
    at = between(flow, (4_000.0, 5_000.0, 7_000.0, 9_000.0), told)
    assert told[2] - 1e-9 <= at <= told[1] + 1e-9


def test_the_standard_flood_begins_at_its_base_and_peaks_at_its_peak():
    assert flow_at(0.0, 22_000.0) == 2_000.0
    assert flow_at(9.0, 22_000.0) == 22_000.0
    assert hydrograph(8_000.0).greatest() == 8_000.0
    assert hydrograph(1_200.0).value == (1_200.0, 1_200.0)
    volume = np.trapezoid([flow for _, flow in course(22_000.0)], [hour * 3_600 for hour, _ in course(22_000.0)])
    assert abs(volume / 1e6 - 986) < 2
    assert course(8_000.0)[-1][0] == STANDARD.hours


def test_a_staircase_holds_each_flow():
    stairs = Staircase((100.0, 200.0, 400.0), 2.0)
    told = staircase(stairs)
    flows = [
        float(np.interp((number + stairs.first_frame) * stairs.hold_s - 1.0, told.at, told.value))
        for number in range(3)
    ]
    assert flows == [100.0, 200.0, 400.0]
    assert stairs.seconds == (2 + stairs.first_frame) * stairs.hold_s
