"""The scheme against what is known in closed form: weirs, closed lines, short waves, stages, rain."""

from __future__ import annotations

import numpy as np
import pytest

from data.twin.case import Case, Running, constant
from data.twin.inertial import InertialEngine
from data.twin.kernel import VILLEMONTE, WEIR_COEFFICIENT
from data.twin.simulate import simulate
from data.twin.terrain import CrestKind, CrestLine
from tests.data.twin.grounds import ground, rough, spring, stage_rim

G = 9.80665


def weir_run(upper_share: float, crest_m: float, stage_m: float):
    """A steady flow over a dyke across a flume; the heads on its two sides and the discharge a metre."""
    dyke = CrestLine(CrestKind.DYKE, ((200.0, -10.0), (200.0, 60.0)), (crest_m, crest_m))
    terrain = ground(np.zeros((5, 40)), 10.0, 0.02, (dyke,))
    case = Case(
        terrain, Running(4000.0), (spring(25.0, 25.0, upper_share * 50.0, 25.0),), (stage_rim(stage_m),),
        initial_level_m=stage_m,
    )  # fmt: skip
    march = InertialEngine().begin(case)
    march.advance(4000.0, 10**9)
    depth = march.depth().mean(axis=0)
    return float(depth[19]), float(depth[20]), march.discharges()[0][:, 20].mean()


def test_water_over_a_dyke_obeys_the_broad_crested_weir():
    upper, lower, unit = weir_run(1.2, 2.0, 0.6)
    head = upper - 2.0
    assert lower < 2.0
    assert unit == pytest.approx(1.2, rel=1e-3)
    assert unit == pytest.approx(WEIR_COEFFICIENT * head**1.5, rel=1e-3)


def test_a_drowned_dyke_passes_less_as_villemonte_found():
    upper, lower, unit = weir_run(1.0, 2.0, 2.6)
    head, below = upper - 2.0, lower - 2.0
    assert 0.3 < below / head < 1.0
    free = WEIR_COEFFICIENT * head**1.5
    assert unit == pytest.approx(free * (1 - (below / head) ** 1.5) ** VILLEMONTE, rel=5e-3)


def test_a_sloping_dyke_passes_no_more_than_its_length_allows():
    """An oblique line stands on a stair of faces half as long again; the share of each face makes up for it."""
    oblique = CrestLine(CrestKind.DYKE, ((0.0, 0.0), (400.0, 400.0)), (2.0, 2.0))
    terrain = ground(np.zeros((40, 40)), 10.0, 0.02, (oblique,))
    march = InertialEngine().begin(Case(terrain, Running(1.0)))
    weirs = (march._model.weirs_x, march._model.weirs_y)
    assert sum(w.share.sum() for w in weirs) * 10.0 == pytest.approx(np.hypot(400, 400), rel=0.03)


def test_no_water_passes_a_line_that_closes_a_basin_while_it_stays_below_the_crest():
    ring = ((95.0, 120.0), (230.0, 60.0), (330.0, 210.0), (190.0, 330.0), (95.0, 120.0))
    dyke = CrestLine(CrestKind.DYKE, ring, (3.0,) * 5)
    terrain = ground(np.zeros((40, 40)), 10.0, 0.03, (dyke,))
    result = simulate(Case(terrain, Running(1800.0), (spring(200.0, 180.0, 20.0),)))
    outside = np.ones((40, 40), bool)
    outside[5:36, 8:35] = False
    assert result.depth_m.max() > 0.5
    assert result.depth_m[outside].max() == 0.0
    assert result.depth_m[0:4].max() == 0.0


def test_a_short_wave_in_deep_still_water_runs_at_the_speed_of_shallow_water():
    cells, cell = 400, 10.0
    x = (np.arange(cells) + 0.5) * cell
    hump = 10.0 + 0.01 * np.exp(-(((x - 2000.0) / 150.0) ** 2))
    terrain = ground(np.zeros((3, cells)), cell, 0.0005)
    case = Case(terrain, Running(100.0), initial_depth=np.tile(hump, (3, 1)).astype(np.float32))
    half = simulate(case).depth_m[1] - 10.0
    right = x[200:][np.argmax(half[200:])]
    assert right - 2000.0 == pytest.approx(100.0 * np.sqrt(G * 10.0), rel=0.02)
    assert half.max() == pytest.approx(0.005, rel=0.25)
    assert np.array_equal(half, half[::-1])


def test_edges_let_water_in_at_a_stage_and_hold_it_there():
    terrain = ground(np.zeros((6, 30)), 10.0, 0.1)
    result = simulate(Case(terrain, Running(3 * 3600.0), edges=(stage_rim(1.0),)))
    assert np.abs(result.depth_m - 1.0).max() < 2e-3
    assert result.summary.volumes.rim_in_m3 > 0
    assert abs(result.summary.mass_error) < 1e-11


def test_rain_fills_a_closed_basin_by_what_fell():
    result = simulate(Case(ground(rough(20, 30)), Running(3600.0), rain_mm_h=constant(36.0)))
    assert result.depth_m.mean() == pytest.approx(0.036, rel=1e-6)
    assert result.summary.volumes.rain_m3 == pytest.approx(0.036 * 600 * 100, rel=1e-9)
