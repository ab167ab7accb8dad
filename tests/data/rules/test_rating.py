"""A rating gives a stage between its data and none outside of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.rules.rating import Rating, rating_for

POINTS = ((500.0, 88.6), (1000.0, 89.1), (2000.0, 89.8), (4000.0, 90.4), (5520.0, 90.88))


def rating(points: tuple[tuple[float, float], ...] = POINTS) -> Rating:
    return Rating(2020, "40105150", "大沽(待核)", points)


@pytest.mark.parametrize(("flow", "stage"), POINTS)
def test_it_passes_through_its_points_ends_included(flow: float, stage: float) -> None:
    assert rating().stage_at(flow) == pytest.approx(stage)


@pytest.mark.parametrize("flow", [499.9, 5520.1, 22000.0, -1.0, float("nan")])
def test_outside_the_data_there_is_no_stage(flow: float) -> None:
    assert rating().stage_at(flow) is None


def test_a_single_point_is_no_rating() -> None:
    assert rating(POINTS[:1]).stage_at(500) is None
    assert rating(()).flow_range_m3s is None


def test_two_points_make_a_straight_line() -> None:
    assert rating(((0.0, 88.0), (100.0, 89.0))).stage_at(25) == pytest.approx(88.25)


def test_a_rating_that_turns_back_is_refused() -> None:
    with pytest.raises(ValueError, match="turns back"):
        rating(((500.0, 89.0), (1000.0, 88.0)))


def test_a_rating_belongs_to_its_station_and_year() -> None:
    assert rating_for([rating()], "40105150", 2020) is not None
    assert rating_for([rating()], "40105150", 2019) is None
    assert rating_for([rating()], "HYK-GC", 2020) is None


@st.composite
def curves(draw: st.DrawFn) -> tuple[tuple[float, float], ...]:
    steps = draw(st.lists(st.tuples(st.floats(1, 2000), st.floats(0, 3)), min_size=2, max_size=10))
    points, flow, stage = [(100.0, 88.0)], 100.0, 88.0
    for width, height in steps:
        flow, stage = flow + width, stage + height
        points.append((flow, stage))
    return tuple(points)


@given(curves(), st.floats(0, 1), st.floats(0, 1))
def test_more_flow_never_gives_less_stage(points: tuple[tuple[float, float], ...], a: float, b: float) -> None:
    curve = rating(points)
    low, high = points[0][0], points[-1][0]
    flows = sorted(min(high, low + part * (high - low)) for part in (a, b))
    stages = [curve.stage_at(flow) for flow in flows]
    assert stages[0] is not None
    assert stages[1] is not None
    assert stages[0] <= stages[1] + 1e-9
    assert points[0][1] - 1e-9 <= stages[0] <= points[-1][1] + 1e-9


@given(curves(), st.floats(0, 1))
def test_it_agrees_with_the_library_of_science(points: tuple[tuple[float, float], ...], part: float) -> None:
    interpolate = pytest.importorskip("scipy.interpolate")
    flow = min(points[-1][0], points[0][0] + part * (points[-1][0] - points[0][0]))
    expected = float(interpolate.PchipInterpolator(*zip(*points, strict=True))(flow))
    assert rating(points).stage_at(flow) == pytest.approx(expected, abs=1e-6)
