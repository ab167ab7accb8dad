"""The scheme against what is known in closed form: rest, normal depth, varied flow, a planar wave, weirs."""

from __future__ import annotations

import numpy as np
import pytest

from data.twin.case import Case, Edge, Running, Series, Side, Way, constant
from data.twin.inertial import InertialEngine
from data.twin.kernel import VILLEMONTE, WEIR_COEFFICIENT
from data.twin.simulate import simulate
from data.twin.terrain import CrestKind, CrestLine
from tests.data.twin.grounds import flume, ground, rough, slope_rim, spring, stage_rim

G = 9.80665


def test_a_lake_over_a_rough_bed_with_islands_and_a_dyke_stays_at_rest():
    dyke = CrestLine(CrestKind.DYKE, ((300.0, 0.0), (420.0, 600.0)), (90.9, 92.0))
    terrain = ground(rough(60, 100, relief_m=2.0) + 90.0, crests=(dyke,))
    result = simulate(Case(terrain, Running(3600.0), initial_level_m=91.3))
    wet = terrain.bed < 91.3
    assert np.abs((terrain.bed + result.depth_m)[wet] - 91.3).max() <= 2e-6 * 8  # eight digits of 91 m in float32
    assert result.peaks.speed_m_s.max() <= 1e-5
    assert np.all(result.depth_m[~wet] == 0)
    assert abs(result.summary.mass_error) <= 1e-12


@pytest.mark.parametrize("way", ["slope", "stage", "free", "rating"])
def test_uniform_flow_settles_at_normal_depth_whatever_the_outlet(way: str):
    slope, manning, unit, cell = 2e-4, 0.015, 16.0, 50.0
    bed = -slope * cell * np.arange(160)
    normal = (unit * manning / slope**0.5) ** 0.6
    rims = {
        "slope": slope_rim(slope),
        "stage": stage_rim(float(bed[-1] - slope * cell + normal)),
        "free": Edge(Side.RIGHT, Way.FREE),
        "rating": Edge(
            Side.RIGHT, Way.RATING, Series((float(bed[-1]), float(bed[-1]) + 2 * normal), (0.0, 2 * unit * 5 * cell))
        ),
    }
    result = flume(bed, unit, rims[way], 6 * 3600.0, cell, manning)
    assert np.abs(result.depth_m[:, 8:] - normal).max() <= 1e-3
    assert abs(result.summary.mass_error) <= 1e-11


def varied_bed(cell: float, length: float, unit: float, manning: float, *, advection: bool):
    """A bed built backwards from a wanted steady depth, with or without the momentum's advection (MacDonald)."""
    fine = np.linspace(0.0, length, 20_001)
    depth = 4.0 + 0.6 * np.sin(2 * np.pi * fine / 2500.0)
    friction = manning**2 * unit**2 / depth ** (10 / 3)
    froude2 = unit**2 / (G * depth**3) if advection else 0.0
    slope = (1.0 - froude2) * np.gradient(depth, fine) + friction
    bed = np.concatenate([[0.0], -np.cumsum(0.5 * (slope[1:] + slope[:-1]) * np.diff(fine))])
    middle = (np.arange(int(length / cell)) + 0.5) * cell
    return np.interp(middle, fine, bed), np.interp(middle, fine, depth)


def varied_error(cell: float, *, advection: bool) -> float:
    bed, wanted = varied_bed(cell, 5000.0, 8.0, 0.03, advection=advection)
    end = float(bed[-1] + wanted[-1] + (bed[-1] - bed[-2]) + (wanted[-1] - wanted[-2]))
    result = flume(bed, 8.0, stage_rim(end), 4 * 3600.0, cell, 0.03)
    part = slice(int(400 / cell), None)
    return float(np.sqrt(np.mean((result.depth_m[2, part] / wanted[part] - 1.0) ** 2)))


def test_steady_varied_flow_converges_to_the_profile_the_bed_was_built_for():
    coarse, fine = varied_error(50.0, advection=False), varied_error(25.0, advection=False)
    assert coarse <= 5e-3
    assert fine <= 0.7 * coarse


def test_leaving_out_advection_costs_about_a_hundredth_at_a_froude_number_of_two_fifths():
    """The error does not vanish with the cells: it is what the scheme leaves out."""
    assert 5e-3 <= varied_error(25.0, advection=True) <= 1.5e-2


@pytest.mark.parametrize(("manning", "worst"), [(0.03, 0.015), (0.01, 0.05)])
def test_a_wave_runs_over_a_flat_bed_as_hunter_found(manning: float, worst: float):
    """Hunter et al. 2005: a front that moves at u over a flat dry bed, h = (7/3 n² u² (u t − x))^(3/7).

    The fast front over a smooth bed is late: the scheme leaves out advection, and finer cells do not mend that.
    """
    u, cell, seconds = 1.0, 50.0, 3600.0
    times = np.linspace(0.0, seconds, 400)

    def wanted(x, t):
        return (7.0 / 3.0 * manning**2 * u**2 * np.maximum(u * t - x, 0.0)) ** (3.0 / 7.0)

    stage = Edge(Side.LEFT, Way.STAGE, Series(tuple(times), tuple(wanted(-0.5 * cell, times))))
    terrain = ground(np.zeros((3, 100)), cell, manning)
    result = simulate(Case(terrain, Running(seconds), edges=(stage,)))
    x = (np.arange(100) + 0.5) * cell
    deep = wanted(x, seconds)
    part = x < u * seconds - 200.0
    assert np.sqrt(np.mean((result.depth_m[1, part] - deep[part]) ** 2)) / deep.max() <= worst
    front = x[result.depth_m[1] > 0.01].max()
    assert abs(front - u * seconds) <= 200.0


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
