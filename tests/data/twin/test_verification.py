"""The gates of docs/twin-verification.md on small runs of the same checks."""

from __future__ import annotations

import numpy as np
import pytest

from data.twin.case import Case, Running
from data.twin.inertial import InertialEngine
from tests.data.twin.grounds import ground, spring
from tools.twin_checks import agency, exact, outside, reach, steady, waves
from tools.twin_checks.found import Gate, Section


def all_met(section: Section) -> None:
    assert section.gates
    assert [gate.name for gate in section.gates if not gate.met] == []


def test_a_figure_that_is_no_number_meets_no_gate():
    assert not Gate("", float("nan"), 1.0).met
    assert not Gate("", float("nan"), 1.0, at_least=True).met


def test_a_lake_with_islands_walls_and_a_closed_dyke_stays_at_rest_to_two_micrometres():
    all_met(exact.lake(1800.0))


def test_no_water_is_made_or_lost_in_a_box_an_event_and_a_through_flow():
    all_met(exact.mass(hours=12.0, cell_m=160.0, through_h=6.0))


def test_depth_speed_and_arrival_of_all_eight_turns_of_a_ground_are_the_same_bits():
    assert exact.turned_differences() == 0.0


def test_threads_and_masking_leave_no_trace_on_the_winding_reach():
    assert exact.way_differences(160.0, 1800.0) == 0.0


def test_a_film_too_thin_to_flow_does_not_flow_into_a_chunk_beside_a_pond_when_its_own_chunk_is_skipped():
    """A film of the depth up to which nothing flows stands on high ground: a rounding once let it, and made water."""
    chance = np.random.default_rng(5)
    bed = np.zeros((60, 190))
    bed[:, :63] = 2.0 + chance.random((60, 63)) * 10
    bed[:, 100:] = -1.0
    depth = np.zeros((60, 190), np.float32)
    depth[:, :63], depth[:, 150:] = 1e-4, 0.5
    marches = []
    for masked in (True, False):
        case = Case(ground(bed, 10.0, 0.02), Running(600.0, masked=masked), initial_depth=depth)
        march = InertialEngine().begin(case)
        march.advance(600.0, 10**9)
        marches.append(march)
    assert np.array_equal(marches[0].depth(), marches[1].depth())
    assert abs(marches[0].volumes().error) <= 1e-13
    assert marches[0].active_updates < 0.9 * marches[1].active_updates


def test_the_compiled_scheme_is_the_readable_one_to_a_millimetre_on_the_winding_reach():
    error, deepest = exact.against_reference(160.0, 1800.0)
    assert error <= 1e-3
    assert deepest > 2.0


def test_right_beside_an_inflow_the_depth_is_already_normal():
    assert exact.inlet_error(50.0) <= 1e-3


@pytest.mark.parametrize("way", steady.WAYS)
def test_uniform_flow_is_at_normal_depth_in_every_cell_whatever_the_outlet(way: str):
    assert steady.normal_error(way) <= 1e-3


def test_a_bed_built_from_the_schemes_equations_gives_its_profile_within_three_thousandths():
    assert steady.varied(50.0, advection=False)[0] <= 3e-3


def test_a_bed_built_from_the_full_equations_gives_its_profile_within_a_hundredth():
    assert steady.varied(50.0, advection=True, swing_m=0.4)[0] <= 1e-2


@pytest.mark.parametrize(
    ("manning", "cell", "worst"), [(0.03, 50, 0.015), (0.03, 25, 0.015), (0.01, 50, 0.05), (0.01, 25, 0.05)]
)
def test_a_planar_wave_is_hunters(manning: float, cell: float, worst: float):
    error, front, *_ = waves.planar(manning, cell)
    assert error <= worst
    assert abs(front) <= 150.0


@pytest.mark.parametrize(("manning", "worst"), [(0.03, 0.025), (0.01, 0.05)])
def test_a_wave_climbs_a_slope_as_hunters(manning: float, worst: float):
    assert waves.beach(manning, 25.0)[0] <= worst


def test_water_sloshes_in_a_bowl_as_thackers_and_comes_to_rest_level():
    errors = [waves.bowl(cell, 1.25, 0.1)[0] for cell in (100.0, 50.0, 25.0)]
    assert errors == sorted(errors, reverse=True)
    assert errors[-1] <= 0.03
    uneven, mass = waves.bowl_at_rest(100.0)
    assert uneven <= 1e-3
    assert mass <= 1e-8


def test_half_the_courant_limit_keeps_the_winding_channel_smooth_and_seven_tenths_do_not():
    assert reach.channel_noise_mm(0.5, seconds=900.0, length_m=3_500.0) <= 1.0
    assert reach.channel_noise_mm(0.7, seconds=900.0, length_m=3_500.0) > 1.0


def test_a_chequered_ripple_grows_beyond_the_courant_number_that_theory_tells():
    assert reach.grid_wave_growth(0.62, 200) <= 1.0
    assert reach.grid_wave_growth(0.65, 200) > 10.0


def test_hollows_fill_in_order_lie_flat_and_hold_what_was_given():
    all_met(agency.filling_of_hollows(40.0, 48.0))


def test_a_flood_spreads_over_a_plain_in_circles():
    all_met(agency.spreading_over_a_plain(20.0, 3.0))


def test_what_the_scheme_is_not_for_loses_no_water_and_is_told():
    for section in (waves.dam_break(), outside.over_a_bump(), outside.broken_dam()):
        all_met(section)
        assert "outside" in section.title


def test_fast_water_passes_through_a_cell_without_being_held_by_what_a_cell_may_give():
    """At three quarters of the critical speed the bound of a quarter of a cell's water in a step would bind."""
    slope, manning, cell, unit = 2e-3, 0.02, 10.0, 10.0
    bed = np.tile(-slope * cell * np.arange(80), (3, 1))
    normal = (unit * manning / slope**0.5) ** 0.6
    from tests.data.twin.grounds import slope_rim

    place = spring(5.0, 15.0, unit * 30.0, 14.0)
    march = InertialEngine().begin(Case(ground(bed, cell, manning), Running(1800.0), (place,), (slope_rim(slope),)))
    march.advance(1800.0, 10**9)
    assert unit / normal / np.sqrt(9.80665 * normal) > 0.7
    assert np.abs(march.depth()[:, 20:] - normal).max() <= 1e-3
