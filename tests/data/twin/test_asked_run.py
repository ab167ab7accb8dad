"""From a small real run to what the rules ask, what is drawn of it, and what leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from data.documents.flood_rasters import write_geotiff
from data.documents.flood_sheet import FloodSheet, LeaveRefused
from data.model.inundation import Probes
from data.model.nature import Origin
from data.twin.asking import FloodInundation
from data.twin.bands import bands_of
from data.twin.case import Case, Edge, Inflow, Line, Running, Series, Side, Way, constant
from data.twin.comparing import sums
from data.twin.contours import isochrones
from data.twin.courses import RunFlood, run_flood
from data.twin.curves import curve_at, cut_along, surface_along
from data.twin.flood import Field
from data.twin.imported import Declared, take_map
from data.twin.imported_place import Box
from data.twin.simulate import simulate
from data.twin.terrain import Nature
from data.twin.timing import timing_from, timing_of
from tests.data.twin.flood_sample import NORTH, WEST
from tests.data.twin.grounds import ground

NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
CELL_M, ROWS, COLS = 50.0, 20, 60
INFLOW = ((0.0, 100.0), (1.0, 900.0), (4.0, 100.0))


@pytest.fixture(scope="module")
def flood() -> RunFlood:
    """A shallow valley of 3 km by 1 km that falls to the east; the wave comes in from the west for four hours."""
    across, along = np.abs(np.arange(ROWS) - (ROWS - 1) / 2)[:, None], np.arange(COLS)[None, :]
    bed = 90.0 + 0.15 * across - 0.03 * along
    bed[:2, :2] = np.nan
    terrain = replace(ground(bed, CELL_M, 0.035), west=WEST, north=NORTH, datum="大沽(待核)", nature=Nature.IDEALISED)
    west = Line(((WEST + 25.0, NORTH - 400.0), (WEST + 25.0, NORTH - 600.0)))
    wave = Series(tuple(hour * 3600 for hour, _ in INFLOW), tuple(flow for _, flow in INFLOW))
    rim = Edge(Side.RIGHT, Way.SLOPE, constant(0.0006))
    case = Case(terrain, Running(4 * 3600.0, frames_every_s=600.0), (Inflow(west, wave),), (rim,))
    return run_flood(
        simulate(case), terrain, flow_m3s=900.0, inflow=INFLOW, made_at=NOW, provenance=terrain.digest()
    )  # fmt: skip


def place(flood: RunFlood, row: int, col: int) -> tuple[float, float]:
    lon, lat = flood.lattice.to_degrees([WEST + (col + 0.5) * CELL_M], [NORTH - (row + 0.5) * CELL_M])
    return float(lon[0]), float(lat[0])


def test_the_wave_arrives_later_downstream_and_passes_greater_depths_later(flood):
    course = ((NOW, 100.0), (NOW + timedelta(hours=1), 900.0))
    water = FloodInundation(flood, timing_of(flood.inflow, course, NOW), NOW)
    near, far = (water.at(*place(flood, 9, col)) for col in (5, 55))
    assert near is not None
    assert far is not None
    assert NOW < near.arrival < far.arrival < NOW + timedelta(hours=3)
    for one in (near, far):
        assert one.arrival <= one.deeper_than(0.3) <= one.deeper_than(0.6)
        assert one.rise[-1][0] <= one.depth_m + 0.01
        assert 0 < one.hazard < 20
        assert one.stage_m > 88
    assert water.at(*place(flood, 0, 0)) is None  # a hole in the ground
    assert water.nature.origin is Origin.IDEALISED


def test_no_depth_is_passed_before_the_water_comes_and_none_that_is_not_reached(flood):
    lon, lat = flood.lattice.to_degrees(
        np.repeat(WEST + (np.arange(COLS) + 0.5) * CELL_M, ROWS).tolist(),
        np.tile(NORTH - (np.arange(ROWS) + 0.5) * CELL_M, COLS).tolist(),
    )
    told = FloodInundation(flood, timing_of(flood.inflow, (), NOW), NOW).many(Probes(lon, lat), (0.1, 0.5))
    wet = told.depth_m > 0
    assert 200 < wet.sum() < ROWS * COLS
    assert (told.deeper_s[:, wet] >= told.arrival_s[wet]).all()
    assert np.isinf(told.deeper_s[1, wet & (told.depth_m <= 0.5)]).all()
    assert np.isfinite(told.deeper_s[1, wet & (told.depth_m > 0.5)]).all()


def test_curve_cut_lines_and_sums_agree_with_the_run(flood):
    curve = curve_at(flood, *place(flood, 9, 30))
    assert curve is not None
    assert max(curve.depth_m) == pytest.approx(curve.greatest_m, abs=0.02)
    cut = cut_along(flood.lattice, (place(flood, 9, 2), place(flood, 9, 57)))
    surface = surface_along(flood, cut)
    assert np.isfinite(surface).all()
    assert surface[0] > surface[-1]
    lines = isochrones(flood, (0.5, 1.0, 1.5))
    assert [one.hour for one in lines] == [0.5, 1.0, 1.5]
    assert 0.1 < sums(flood).area_km2 < 3.0


def test_it_leaves_marked_and_a_neighbour_can_take_it_in(flood, tmp_path):
    sheet = FloodSheet("小流域", flood.nature, flood.lattice, bands_of(flood), 900.0, flood.how.value)
    path = write_geotiff(sheet, tmp_path / "run.tif")
    assert "示意地形·非实测" in path.name
    with pytest.raises(LeaveRefused):
        replace(sheet, official=True)
    taken = take_map(
        path, Declared("邻镇", NOW, datum="大沽(待核)"), Box(113.6, 34.8, 113.8, 34.95), tmp_path / "kept", NOW
    )
    assert taken.field(Field.DEPTH) == pytest.approx(flood.field(Field.DEPTH), abs=1e-4, nan_ok=True)
    here = place(flood, 9, 30)
    ours, theirs = (FloodInundation(one, timing_from(NOW), NOW).at(*here) for one in (flood, taken))
    assert theirs.stage_m == pytest.approx(ours.stage_m, abs=1e-3)
    assert abs(theirs.arrival - ours.arrival) < timedelta(minutes=1)
    wet = flood.field(Field.DEPTH) > 0.05
    assert taken.field(Field.ARRIVAL)[wet] == pytest.approx(flood.field(Field.ARRIVAL)[wet], abs=1e-4, nan_ok=True)
    assert taken.about.fields == (Field.DEPTH, Field.STAGE, Field.SPEED, Field.ARRIVAL, Field.DURATION)
