"""GCJ-02 and BD-09 to WGS-84 by formula."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.coordinates import Frame, to_bd09, to_gcj02, to_wgs84, to_wgs84_arrays

HUAYUANKOU = (113.665, 34.915)
IN_CHINA = (st.floats(75.0, 134.0), st.floats(5.0, 53.0))


def metres_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    east = (a[0] - b[0]) * 111_320 * math.cos(math.radians(a[1]))
    return math.hypot(east, (a[1] - b[1]) * 110_950)


def test_the_shift_at_huayuankou_is_some_hundreds_of_metres():
    assert 400 < metres_between(to_gcj02(*HUAYUANKOU), HUAYUANKOU) < 800


def test_a_known_pair_in_beijing_is_met_within_a_metre():
    assert metres_between(to_gcj02(116.404, 39.915), (116.41024449916938, 39.91640428150164)) < 1.0
    from_baidu = to_gcj02(*to_wgs84(116.404, 39.915, Frame.BD09))
    assert metres_between(from_baidu, (116.39762729119315, 39.90865673957631)) < 1.0
    to_baidu = to_bd09(*to_wgs84(116.404, 39.915, Frame.GCJ02))
    assert metres_between(to_baidu, (116.41036949371029, 39.92133699351021)) < 1.0


@given(*IN_CHINA)
def test_gcj02_there_and_back_is_below_a_millimetre(lon: float, lat: float):
    assert metres_between(to_wgs84(*to_gcj02(lon, lat), Frame.GCJ02), (lon, lat)) < 0.001


@given(*IN_CHINA)
def test_bd09_there_and_back_is_below_a_centimetre(lon: float, lat: float):
    assert metres_between(to_wgs84(*to_bd09(lon, lat), Frame.BD09), (lon, lat)) < 0.01


@pytest.mark.parametrize("frame", [Frame.WGS84, Frame.CGCS2000])
def test_wgs84_and_cgcs2000_are_kept_as_they_are(frame: Frame):
    assert to_wgs84(*HUAYUANKOU, frame) == HUAYUANKOU
    xs, ys = to_wgs84_arrays([HUAYUANKOU[0]], [HUAYUANKOU[1]], frame)
    assert (xs[0], ys[0]) == HUAYUANKOU


def test_outside_china_nothing_is_shifted():
    assert to_wgs84(2.35, 48.85, Frame.GCJ02) == (2.35, 48.85)
    assert to_gcj02(2.35, 48.85) == (2.35, 48.85)


@pytest.mark.parametrize("frame", list(Frame))
def test_a_column_gives_what_each_of_its_pairs_gives(frame: Frame):
    lons = np.array([113.6, 113.7, 2.35, 120.1])
    lats = np.array([34.9, 34.88, 48.85, 30.2])
    xs, ys = to_wgs84_arrays(lons, lats, frame)
    for i, pair in enumerate(zip(lons, lats, strict=True)):
        assert (xs[i], ys[i]) == pytest.approx(to_wgs84(*pair, frame), abs=1e-11)


def test_a_blank_in_a_column_stays_blank_and_harms_no_other():
    xs, ys = to_wgs84_arrays([113.6, math.nan], [34.9, 34.9], Frame.GCJ02)
    assert math.isnan(xs[1])
    assert (xs[0], ys[0]) == pytest.approx(to_wgs84(113.6, 34.9, Frame.GCJ02))
