"""The way by road is never shorter than the straight line; nobody is reached along roads that are not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.rules.geometry import distance_m, path_length_m
from data.rules.ways import Roads

EAST = ((113.70, 34.90), (113.72, 34.90))
NORTH = ((113.71, 34.89), (113.71, 34.92))
ROADS = Roads([EAST, NORTH])


def test_roads_that_cross_are_joined_where_they_cross() -> None:
    way = ROADS.way((113.70, 34.90), (113.71, 34.92))
    assert way is not None
    assert (113.71, 34.90) in way.path
    assert way.metres == pytest.approx(path_length_m(way.path), rel=1e-6)


def test_nobody_is_reached_along_roads_that_are_not_there() -> None:
    assert Roads([]).way((113.7, 34.9), (113.71, 34.9)) is None
    assert ROADS.way((114.5, 34.9), (113.71, 34.9)) is None
    island = Roads([EAST, ((113.70, 34.95), (113.72, 34.95))])
    assert island.way((113.70, 34.95), (113.70, 34.90)) is None


@given(*(st.floats(113.70, 113.72), st.floats(34.893, 34.908)) * 2)
def test_the_way_is_never_shorter_than_the_straight_line(a: float, b: float, c: float, d: float) -> None:
    way = ROADS.way((a, b), (c, d))
    assert way is not None
    assert way.metres >= distance_m((a, b), (c, d)) - 1.0
    assert (way.path[0], way.path[-1]) == ((a, b), (c, d))
