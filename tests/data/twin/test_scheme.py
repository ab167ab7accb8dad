"""What must hold on any ground: mass, no negative depth, symmetry to the last bit, threads that leave no trace."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.twin import inertial
from data.twin.advance import advance_together
from data.twin.case import Breach, Case, Edge, Running, Side, Way, constant
from data.twin.inertial import InertialEngine
from data.twin.reference import ReferenceMarch
from data.twin.simulate import simulate
from data.twin.terrain import CrestKind, CrestLine
from tests.data.twin.grounds import ground, poured, pulse, released, rough, slope_rim, spring


@pytest.fixture(scope="module")
def bed():
    return rough(70, 70)


@pytest.fixture(scope="module")
def plain(bed):
    return released(bed, poured(70, 70))


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_turned_or_mirrored_ground_gives_the_same_bits(bed, plain, turns: int, mirrored: bool):
    def turn(raster):
        return np.rot90(raster.T if mirrored else raster, turns)

    result = released(turn(bed), turn(poured(70, 70)))
    assert np.array_equal(result.depth_m, turn(plain.depth_m))
    assert np.array_equal(result.peaks.arrival_s, turn(plain.peaks.arrival_s))


@pytest.mark.parametrize("run", [{"threads": 2}, {"threads": 3}, {"masked": False}])
def test_threads_and_masking_change_no_bit(bed, plain, run: dict, monkeypatch):
    shared = []

    def counted(*given):
        shared.append(given[3])
        return advance_together(*given)

    monkeypatch.setattr(inertial, "WORTH_SHARING", 0)
    monkeypatch.setattr(inertial, "advance_together", counted)
    result = released(bed, poured(70, 70), **run)
    assert np.array_equal(result.depth_m, plain.depth_m)
    assert np.array_equal(result.peaks.speed_m_s, plain.peaks.speed_m_s)
    assert result.summary.steps == plain.summary.steps
    assert (sum(shared) > 0) == ("threads" in run)


def test_a_small_ground_is_left_to_one_thread(bed, plain, monkeypatch):
    def shared(_model, _blocks, _until, most_steps, _pace):
        assert most_steps == 0

    monkeypatch.setattr(inertial, "advance_together", shared)
    assert np.array_equal(released(bed, poured(70, 70), threads=2).depth_m, plain.depth_m)


def test_a_spring_on_flat_ground_spreads_evenly_to_all_sides():
    result = simulate(Case(ground(np.zeros((61, 61))), Running(300.0), (spring(305.0, 305.0, 20.0),)))
    assert result.depth_m[0].max() == 0
    for turns in (1, 2, 3):
        assert np.array_equal(result.depth_m, np.rot90(result.depth_m, turns))
    assert np.array_equal(result.depth_m, result.depth_m.T)


def test_the_compiled_scheme_agrees_with_the_readable_one():
    bed = np.tile(-0.002 * 10.0 * np.arange(60), (40, 1)) + rough(40, 60, relief_m=0.4)
    case = Case(ground(bed, 10.0, 0.04), Running(900.0), (spring(45.0, 200.0, 12.0, 15.0),), (slope_rim(0.002),))
    march = ReferenceMarch(case)
    march.advance(900.0, 10**9)
    result = simulate(case)
    assert np.sqrt(np.mean((march.depths() - result.depth_m) ** 2)) <= 1e-3
    assert result.depth_m.max() > 0.3


@settings(max_examples=30)
@given(
    st.integers(0, 2**32 - 1), st.integers(1, 30), st.integers(1, 80), st.floats(0.0, 6.0),
    st.sampled_from((Way.CLOSED, Way.FREE, Way.SLOPE, Way.STAGE)), st.booleans(),
)  # fmt: skip
def test_no_ground_makes_or_loses_water_and_none_is_negative(seed, rows, cols, relief, way, walled):
    chance = np.random.default_rng(seed)
    bed = chance.random((rows, cols)) * relief
    if walled:
        bed[chance.random((rows, cols)) < 0.1] = np.nan
    row, col = (int(n) for n in chance.integers(0, (rows, cols)))
    bed[row, col] = 0.5
    dyke = CrestLine(CrestKind.DYKE, ((3.0, -1.0), (cols * 10.0, rows * 10.0)), (0.8, 2.0))
    value = {Way.SLOPE: 0.01, Way.STAGE: 1.0}.get(way, 0.0)
    edges = tuple(Edge(side, way, constant(value)) for side in (Side.RIGHT, Side.TOP))
    depth = np.where(chance.random((rows, cols)) < 0.3, chance.random((rows, cols)) * 2.0, 0.0).astype(np.float32)
    terrain = ground(bed, 10.0, float(chance.choice([0.01, 0.03, 0.1])), (dyke,))
    place = (col * 10.0 + 5.0, terrain.north - row * 10.0 - 5.0)
    result = simulate(Case(terrain, Running(120.0), (pulse(*place, 5.0, 60.0),), edges, initial_depth=depth))
    assert result.depth_m.min() >= 0.0
    assert np.isfinite(result.depth_m).all()
    book = result.summary.volumes
    came = book.start_m3 + book.sources_m3 + book.rim_in_m3
    assert abs(book.now_m3 - came + book.out_m3) <= 1e-9 * came
    assert book.sources_m3 == pytest.approx(5.0 * 60.5, rel=1e-9)


def test_water_wets_and_leaves_a_bank_again():
    """A tide at one end of a slope: the bank is wet at the flood, dry at the ebb, and none of the water is missing."""
    from data.twin.case import Series

    bed = np.tile(np.linspace(0.0, 2.0, 60), (4, 1))
    tide = Edge(Side.LEFT, Way.STAGE, Series((0.0, 7200.0, 14_400.0, 28_800.0), (0.5, 1.8, 0.5, 0.5)))
    result = simulate(
        Case(ground(bed, 20.0, 0.03), Running(28_800.0, frames_every_s=2400.0), edges=(tide,), initial_level_m=0.5)
    )
    high = result.frames[3].depth_cm[1]
    assert high[45] > 5
    assert result.depth_m[1, 40] < 0.05
    assert result.depth_m.min() >= 0
    assert abs(result.summary.mass_error) < 1e-10
    arrival = result.peaks.arrival_s[1]
    assert np.all(np.diff(arrival[20:45]) >= 0)
    assert np.all(result.peaks.duration_s[1, 30:45] < 14_400.0)


def test_a_breach_opens_in_time_and_lets_the_water_through():
    levee = CrestLine(CrestKind.LEVEE, ((205.0, -10.0), (205.0, 410.0)), (5.0, 5.0), "levee")
    depth = np.zeros((40, 40), np.float32)
    depth[:, :20] = 3.0
    whole = Case(ground(np.zeros((40, 40)), 10.0, 0.03, (levee,)), Running(500.0), initial_depth=depth)
    assert simulate(whole).depth_m[:, 21:].max() == 0.0
    breach = Breach(205.0, 200.0, 100.0, 60.0, 200.0, 0.5)
    result = simulate(Case(whole.terrain, whole.run, breaches=(breach,), initial_depth=depth))
    arrival = result.peaks.arrival_s
    assert 100.0 < arrival[20, 21] < 250.0
    assert arrival[20, 21] < arrival[5, 21]
    assert result.depth_m[:, 21:].mean() > 0.05
    assert result.depth_m[:, :20].min() > 0.5
    assert abs(result.summary.mass_error) < 1e-12


def test_a_breach_of_a_levee_that_the_ground_itself_shows_is_washed_away():
    bed = np.zeros((30, 30))
    bed[:, 15] = 4.0
    depth = np.zeros((30, 30), np.float32)
    depth[:, :15] = 2.0
    case = Case(
        ground(bed), Running(200.0), breaches=(Breach(155.0, 150.0, 0.0, 40.0, 50.0, 0.2),), initial_depth=depth
    )
    march = InertialEngine().begin(case)
    march.advance(200.0, 10**9)
    assert march.bed()[15, 15] == pytest.approx(0.2, abs=1e-5)
    assert march.bed()[2, 15] == pytest.approx(4.0, abs=1e-5)
    assert march.depth()[15, 20] > 0.05
