"""The township's idealised reach: made from its registers, it answers as rating and plots say, and is always marked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import resources
from data.model.places import Bench
from data.model.register import Register
from data.twin.breaching import breach_at, breach_place, levee_place
from data.twin.case import Running, Series, constant
from data.twin.checks import check_terrain, official
from data.twin.faults import FindingCode, TwinCode, TwinFault
from data.twin.flood import lattice_of
from data.twin.plane import to_metres
from data.twin.simulate import simulate
from data.twin.site import site_case, site_edges, site_inflow, site_terrain
from data.twin.site_levels import fitted_section, levels_text, read_levels
from data.twin.site_lines import CRS, site_lines, track_of
from data.twin.terrain import CrestKind, Nature
from tests.data.twin.grounds import ground, rough
from tests.data.twin.sites import COARSE_M, rating, registers, terrain

HOUR = 3600.0


def cell_of(lon: float, lat: float) -> tuple[int, int]:
    found = terrain().cell_at(*to_metres([(lon, lat)], CRS)[0])
    assert found is not None
    return found


def wet_share(depth: np.ndarray, bench: Bench) -> float:
    plots = [row for row in registers().plots if row.bench == bench]
    return float(np.mean([depth[cell_of(*np.mean(row.ring, axis=0))] > 0.05 for row in plots]))


@pytest.fixture(scope="module")
def steps() -> dict[int, np.ndarray]:
    """Depths of steady flows, one after the other."""
    flows, ends = (3000, 5200, 22_000), (5 * HOUR, 8 * HOUR, 11 * HOUR)
    times = tuple(t for begin, end in zip((-1.0, *ends), ends, strict=False) for t in (begin + 1.0, end))
    hydrograph = Series(times, tuple(float(flow) for flow in flows for _ in range(2)))
    result = simulate(site_case(terrain(), hydrograph, Running(ends[-1], frames_every_s=HOUR)))
    assert abs(result.summary.mass_error) < 1e-9
    frames = {round(frame.time_s / HOUR): frame.depth_cm / 100.0 for frame in result.frames}
    return {flow: frames[round(end / HOUR)] for flow, end in zip(flows, ends, strict=True)}


def test_the_reach_is_made_the_same_every_time_and_is_marked():
    made = site_terrain(registers(), rating(), COARSE_M, read_levels(resources.path("demo/site_levels.csv")))
    assert made.digest() == terrain().digest()
    assert made.nature is Nature.IDEALISED
    assert {finding.code for finding in check_terrain(made)} == {FindingCode.IDEALISED}
    assert not official(made)
    assert made.datum == rating().datum
    assert {line.kind for line in made.crests} == {CrestKind.LEVEE, CrestKind.SPUR, CrestKind.ROAD}


def test_all_of_the_township_lies_on_it():
    lattice = lattice_of(terrain())
    town = next(row for row in registers().maplines if row.kind == "township")
    lon, lat = np.array(town.path).T
    assert (lattice.cells(lon, lat) >= 0).all()
    beds = [terrain().bed[cell_of(*np.mean(row.ring, axis=0))] for row in (*registers().plots, *registers().grids)]
    assert np.isfinite(beds).all()


def test_the_levee_has_the_crest_that_the_works_state():
    levee = next(line for line in terrain().crests if line.kind is CrestKind.LEVEE)
    points = np.array(levee.points)
    for chainage, crest in ((6_663.0, 98.75), (16_738.0, 95.1)):
        place = np.array(to_metres([levee_place(registers(), chainage)], CRS)[0])
        nearest = int(np.hypot(*(points - place).T).argmin())
        assert levee.crest_m[nearest] == pytest.approx(crest, abs=0.05)


def test_within_its_banks_the_river_stands_as_the_rating_says(steps: dict[int, np.ndarray]):
    lines = site_lines(registers(), rating().station)
    x, y = lines.river.at(lines.station_m)[0]
    cell = terrain().cell_at(float(x), float(y))
    assert cell is not None
    for flow in (3000, 5200):
        stage = terrain().bed[cell] + steps[flow][cell]
        assert stage == pytest.approx(rating().stage_at(flow), abs=0.25)  # 0.1 on the cells it was laid for


def test_benches_get_wet_at_about_the_flows_that_their_plots_state(steps: dict[int, np.ndarray]):
    assert wet_share(steps[3000], Bench.NEN) < 0.5  # a coarse channel stands a little higher
    assert wet_share(steps[3000], Bench.ER) == 0.0
    assert wet_share(steps[5200], Bench.NEN) > 0.9
    assert wet_share(steps[5200], Bench.ER) < 0.3
    assert wet_share(steps[5200], Bench.GAO) == 0.0
    assert wet_share(steps[22_000], Bench.GAO) == 1.0


def test_twenty_two_thousand_stands_deep_at_the_levee_and_does_not_top_it(steps: dict[int, np.ndarray]):
    behind = cell_of(113.7059, 34.8920)
    assert steps[22_000][behind] == 0.0
    place = to_metres([levee_place(registers(), 14_000.0)], CRS)[0]
    toe = terrain().cell_at(place[0], place[1] + 1.5 * COARSE_M)
    assert toe is not None
    assert 1.0 < steps[22_000][toe] < 4.0


def test_a_breach_of_the_levee_floods_the_land_behind_it(steps: dict[int, np.ndarray]):
    place = levee_place(registers(), 14_000.0)
    breach = breach_at(terrain(), place, start_s=0.0, width_m=200.0, growth_s=600.0)
    lon, lat = breach_place(terrain(), breach)
    assert (lon, lat) == pytest.approx(place, abs=2e-3)
    start = steps[22_000].astype(np.float32)
    case = site_case(terrain(), constant(22_000.0), Running(HOUR), breaches=[breach], initial_depth=start)
    deep = simulate(case).depth_m
    at = to_metres([place], CRS)[0]
    behind = terrain().cell_at(at[0], at[1] - 300.0)
    assert behind is not None
    assert deep[behind] > 0.3


def test_a_breach_that_cannot_be_is_told_with_its_key():
    levee = levee_place(registers(), 12_000.0)
    for place, figures, code, key in (
        ((113.70, 34.93), {}, TwinCode.NOT_ON_CREST, "at"),
        (levee, {"width_m": 0.0}, TwinCode.VALUE_OUT_OF_RANGE, "width_m"),
        (levee, {"growth_s": -1.0}, TwinCode.VALUE_OUT_OF_RANGE, "growth_s"),
        (levee, {"sill_m": 120.0}, TwinCode.VALUE_OUT_OF_RANGE, "sill_m"),
    ):
        with pytest.raises(TwinFault) as told:
            breach_at(terrain(), place, **{"start_s": 0.0, "width_m": 100.0, "growth_s": 600.0} | figures)
        assert (told.value.code, told.value.key) == (code, key)
    with pytest.raises(TwinFault) as told:
        levee_place(registers(), 99_000.0)
    assert told.value.key == "chainage_m"


def test_a_ground_that_is_no_reach_has_neither_inlet_nor_outlet():
    bare = ground(rough(5, 5))
    for ask in (site_inflow, site_edges):
        with pytest.raises(TwinFault) as told:
            ask(bare)
        assert told.value.code is TwinCode.KEY_MISSING


@pytest.mark.parametrize(("kind", "key"), [("bank", "maplines.bank"), ("levee", "maplines.levee")])
def test_a_line_that_is_not_in_the_registers_is_named(kind: str, key: str):
    rows = tuple(row for row in registers().maplines if row.kind != kind)
    with pytest.raises(TwinFault) as told:
        site_terrain(replace(registers(), maplines=Register("maplines", rows)), rating(), COARSE_M)
    assert told.value.key == key


def test_without_measured_levels_the_rating_alone_lays_the_ground():
    made = site_terrain(registers(), rating(), 160.0)
    assert np.isfinite(made.bed).any()
    section = fitted_section(rating(), site_lines(registers(), rating().station), 1 / 5000)
    assert section.misfit_m < 0.15
    assert 0.005 < section.manning < 0.02


def test_a_table_of_levels_comes_back_as_it_was_written(tmp_path):
    levels = read_levels(resources.path("demo/site_levels.csv"))
    path = tmp_path / "levels.csv"
    path.write_text(levels_text(levels, "test"), "utf-8-sig")
    back = read_levels(path)
    assert np.array_equal(back.level_m, levels.level_m)
    assert np.array_equal(back.deeper_m, levels.deeper_m)
    assert (np.diff(levels.level_m, axis=0) >= 0).all()


def test_a_place_beside_a_line_knows_its_side_and_its_foot():
    track = track_of(np.array([[0.0, 0.0], [1000.0, 0.0]]))
    foot = track.foot(np.array([[300.0, 40.0], [700.0, -20.0]]))
    assert foot.away_m.tolist() == pytest.approx([40.0, 20.0])
    assert foot.along_m.tolist() == [300.0, 700.0]
    assert foot.left.tolist() == [True, False]
    drawn = track.drawn_out(track_of(np.array([[-500.0, 9.0], [1500.0, 9.0]])), 100.0)
    assert drawn.points[0, 0] == pytest.approx(-90.0)
    assert drawn.points[-1, 0] == pytest.approx(1090.0)
