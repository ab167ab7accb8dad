"""Distances, points along a path, centres and insides, as a township needs them."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rules.geometry import EARTH_RADIUS_M, along, centre, distance_m, inside, path_length_m

SQUARE = ((113.70, 34.90), (113.71, 34.90), (113.71, 34.91), (113.70, 34.91))
POINTS = st.tuples(st.floats(113.5, 113.9), st.floats(34.8, 35.0))
DEGREE_M = math.pi * EARTH_RADIUS_M / 180


def test_a_degree_of_latitude_is_a_three_hundred_and_sixtieth_of_the_earth() -> None:
    assert distance_m((113.7, 34.0), (113.7, 35.0)) == pytest.approx(DEGREE_M, rel=1e-9)
    assert distance_m((113.0, 0.0), (114.0, 0.0)) == pytest.approx(DEGREE_M, rel=1e-9)


@settings(max_examples=50)
@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways_and_nothing_to_itself(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance_m(a, b) == pytest.approx(distance_m(b, a))
    assert distance_m(a, a) == 0.0


@settings(max_examples=50)
@given(st.lists(POINTS, min_size=2, max_size=6, unique=True), st.floats(0, 1))
def test_a_point_along_a_path_lies_as_far_along_it_as_asked(path: list[tuple[float, float]], share: float) -> None:
    length = path_length_m(path)
    point = along(tuple(path), length * share * 0.999999)
    assert point is not None
    walked = 0.0
    nearest = math.inf
    for a, b in pairwise(path):
        span = distance_m(a, b)
        here = walked + distance_m(a, point)
        if abs(distance_m(a, point) + distance_m(point, b) - span) < 0.05:
            nearest = min(nearest, abs(here - length * share))
        walked += span
    assert nearest < 0.1 + length * 3e-4


def test_before_the_beginning_and_after_the_end_there_is_no_point() -> None:
    path = ((113.70, 34.90), (113.71, 34.90))
    length = path_length_m(path)
    assert along(path, -1.0) is None
    assert along(path, length + 1.0) is None
    assert along(path, 0.0) == path[0]
    assert along(path, length) == pytest.approx(path[1])
    assert along(path[:1], 0.0) is None
    assert along((), 0.0) is None


def test_a_doubled_point_of_a_path_is_stepped_over() -> None:
    path = ((113.70, 34.90), (113.70, 34.90), (113.71, 34.90))
    assert along(path, 10.0) is not None


def test_the_centre_of_a_square_is_its_middle_also_when_the_ring_is_closed() -> None:
    assert centre(SQUARE) == pytest.approx((113.705, 34.905))
    assert centre((*SQUARE, SQUARE[0])) == pytest.approx((113.705, 34.905))
    assert centre(tuple(reversed(SQUARE))) == pytest.approx((113.705, 34.905))


def test_the_centre_of_a_line_and_of_a_point_is_the_mean_and_of_nothing_is_none() -> None:
    assert centre(((113.70, 34.90), (113.72, 34.90))) == pytest.approx((113.71, 34.90))
    assert centre(((113.70, 34.90),)) == pytest.approx((113.70, 34.90))
    assert centre(()) is None


def test_inside_follows_the_even_odd_rule() -> None:
    assert inside((113.705, 34.905), SQUARE)
    assert not inside((113.715, 34.905), SQUARE)
    assert not inside((113.705, 34.905), ())
    notched = ((0, 0), (4, 0), (4, 4), (2, 1), (0, 4))
    assert inside((0.5, 1), notched)
    assert not inside((2, 3), notched)


@settings(max_examples=50)
@given(st.floats(113.701, 113.709), st.floats(34.901, 34.909))
def test_every_point_of_a_square_is_inside_it_however_the_ring_turns(lon: float, lat: float) -> None:
    assert inside((lon, lat), SQUARE)
    assert inside((lon, lat), tuple(reversed(SQUARE)))
