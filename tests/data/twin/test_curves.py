"""Curves at a place, cuts through the water, lines of arrival, and two floods against each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.twin.axis import Axis
from data.twin.comparing import class_areas_km2, classed, difference, on_lattice, sums
from data.twin.contours import isochrones
from data.twin.curves import across, bed_along, crests_along, curve_at, cut_along, surface_along
from data.twin.flood import Field
from data.twin.terrain import CrestKind, CrestLine
from tests.data.twin.flood_sample import NORTH, WEST, place_of, sample_flood, sample_lattice


def test_a_curve_tells_depth_and_stage_over_time():
    flood = sample_flood()
    curve = curve_at(flood, *place_of(flood, 4, 3))
    assert curve is not None
    assert curve.hours == flood.hours
    assert (curve.depth_m[9], curve.stage_m[9], curve.bed_m) == (2.0, 94.0, 92.0)
    assert np.isnan(curve.stage_m[0])
    assert curve.arrival_h == pytest.approx(4.6125)
    assert (curve.greatest_m, curve.datum) == (2.0, "大沽(待核)")


def test_a_curve_of_a_map_without_frames_is_its_greatest_alone():
    flood = replace(sample_flood(frame_h=None, fields=(Field.DEPTH,)), bed=None)
    curve = curve_at(flood, *place_of(flood, 4, 3))
    assert curve is not None
    assert (curve.hours, curve.depth_m, curve.stage_m, curve.bed_m, curve.arrival_h) == ((), (), (), None, None)
    assert curve.greatest_m == 2.0


def test_nothing_is_told_of_a_place_outside():
    flood = sample_flood()
    assert curve_at(flood, 110.0, 34.0) is None
    assert curve_at(flood, *place_of(flood, 11, 15)) is None


def test_a_cut_shows_the_ground_and_the_surface():
    flood = sample_flood()
    cut = cut_along(flood.lattice, (place_of(flood, 0, 4), place_of(flood, 11, 4)))
    assert cut.along_m[-1] == pytest.approx(1100.0, abs=1.0)
    assert np.diff(cut.along_m).max() <= 51.0
    assert bed_along(flood, cut)[[0, -1]].tolist() == [90.0, 95.5]
    surface = surface_along(flood, cut)
    assert surface[0] == 94.0
    assert np.isnan(surface[-1])
    assert surface_along(flood, cut, 3)[0] == pytest.approx(90.0 + 4 / 3, abs=1e-5)
    assert cut.path()[0] == pytest.approx(place_of(flood, 0, 4), abs=1e-6)


def test_a_cut_may_leave_the_raster_and_is_never_endless():
    flood = sample_flood()
    cut = cut_along(flood.lattice, ((112.0, 34.9), (115.0, 34.9)))
    assert len(cut.along_m) == 2000
    assert np.isnan(bed_along(flood, cut)[0])
    for path in ((), ((113.6, 34.9),), ((113.6, 34.9), (113.6, 34.9))):
        with pytest.raises(ValueError, match="cut"):
            cut_along(flood.lattice, path)


def test_a_cut_across_the_river_is_square_to_it():
    flood = sample_flood()
    axis = Axis(flood.lattice, (place_of(flood, 1, 0), place_of(flood, 1, 15)))
    path = across(axis, *place_of(flood, 5, 8), half_m=400.0)
    x, y = flood.lattice.to_metres([p[0] for p in path], [p[1] for p in path])
    assert abs(x[1] - x[0]) < 1.0
    assert y[0] - y[1] == pytest.approx(800.0, abs=0.5)


def test_a_cut_meets_the_crest_of_the_levee_where_it_crosses_it():
    flood = sample_flood()
    levee = CrestLine(CrestKind.LEVEE, ((WEST, NORTH - 850.0), (WEST + 1600.0, NORTH - 850.0)), (96.0, 98.0))
    away = CrestLine(CrestKind.SPUR, ((WEST, NORTH), (WEST, NORTH - 100.0)), (99.0, 99.0))
    cut = cut_along(flood.lattice, (place_of(flood, 0, 4), place_of(flood, 11, 4)))
    crest = crests_along((levee, away), cut)
    assert np.isfinite(crest).sum() == 1
    assert np.nanmax(crest) == pytest.approx(96.0 + 2.0 * 450 / 1600, abs=1e-3)
    assert cut.along_m[np.isfinite(crest)][0] == pytest.approx(800.0, abs=30.0)


def test_lines_of_arrival_run_where_the_water_is_at_that_hour():
    flood = sample_flood(rows=60, cols=80, cell_m=20.0, step_m=0.1)
    two, eight = isochrones(flood, (2.0, 8.0, 30.0))
    assert (two.hour, eight.hour) == (2.0, 8.0)
    x, y = flood.lattice.to_metres([p[0] for p in eight.paths[0]], [p[1] for p in eight.paths[0]])
    row = (NORTH - y) / 20.0 - 0.5
    # wet at 90.05 + 0.1·row = 90 + 4/9·8
    assert row == pytest.approx((4 / 9 * 8 - 0.05) / 0.1, abs=0.05)
    assert x.max() - x.min() > 1400
    assert isochrones(sample_flood(fields=(Field.DEPTH,)), (2.0,)) == ()


def test_a_difference_tells_what_the_second_adds():
    a, b = sample_flood(peak_m=93.0), sample_flood(peak_m=94.0)
    told = difference(a, b)
    assert told.depth_m[0, 0] == 1.0
    assert told.depth_m[7, 0] == pytest.approx(0.5)
    assert np.isnan(told.depth_m[11, 15])
    assert np.isnan(told.drawn()[10, 0])
    assert told.sums.gained_km2 == pytest.approx(2 * 16 * 0.01)
    assert told.sums.lost_km2 == 0.0
    assert told.sums.deeper_most_m == 1.0
    assert told.sums.earlier_median_min > 0
    back = difference(b, a).sums
    assert back.lost_km2 == pytest.approx(2 * 16 * 0.01)
    assert back.deeper_most_m == -1.0
    assert difference(a, a).sums.deepest is None
    assert difference(a, b, (9, 9)).depth_m[0, 0] == pytest.approx(1.0)


def test_the_second_may_lie_on_other_cells():
    a, b = sample_flood(), sample_flood(rows=24, cols=32, cell_m=50.0, step_m=0.25)
    told = difference(a, b)
    assert told.depth_m.shape == (12, 16)
    assert np.nanmax(np.abs(told.depth_m)) <= 0.26
    elsewhere = replace(sample_lattice(), crs="EPSG:32649")
    assert np.isnan(on_lattice(b.field(Field.DEPTH), b.lattice, elsewhere)).all()


def test_sums_add_up_what_is_under_water():
    told = sums(sample_flood())
    assert told.area_km2 == pytest.approx(8 * 16 * 0.01)
    assert told.volume_m3 == pytest.approx(sum(4.0 - 0.5 * row for row in range(8)) * 16 * 1e4)
    assert told.deepest_m == 4.0
    assert told.mean_m == pytest.approx(2.25)
    assert sums(sample_flood(), 0).area_km2 == 0.0


def test_classes_count_by_their_lower_bound():
    classes = classed(np.array([[0.0, 0.05, 0.49, 3.0, np.nan]], np.float32), (0.05, 0.5, 3.0))
    assert classes.tolist() == [[0, 1, 1, 3, 0]]
    areas = class_areas_km2(sample_flood(), (0.05, 1.0, 3.0))
    assert areas == pytest.approx((0.16, 0.64, 0.48))


peaks = st.floats(91.1, 95.0)


@given(peaks, peaks)
def test_a_difference_turned_round_is_its_negative(first, second):
    a, b = (sample_flood(peak_m=peak, frame_h=None) for peak in (first, second))
    there, back = difference(a, b), difference(b, a)
    assert there.depth_m == pytest.approx(-back.depth_m, nan_ok=True)
    assert there.sums.gained_km2 == back.sums.lost_km2
    assert np.isclose(np.nansum(there.depth_m) * 1e4, sums(b).volume_m3 - sums(a).volume_m3, rtol=1e-4, atol=1.0)
