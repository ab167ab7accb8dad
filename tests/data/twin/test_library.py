"""A library made once on a small reach: what lies between its runs, how far off, what it says beyond its ends."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.nature import Origin
from data.twin.blending import BlendedFlood, arrival_interval
from data.twin.case import constant
from data.twin.courses import RunFlood, run_flood
from data.twin.flood import Field, How
from data.twin.identity import Stale, at_flow, identity, stale
from data.twin.library import open_library
from data.twin.library_files import entry_path
from data.twin.making_level import EntryMade, LevelDone, MakingStep, TornFound, Work, base_depth
from data.twin.simulate import simulate
from data.twin.standard import course, hydrograph
from data.twin.steady import STAIRS
from data.twin.trusting import measured, read_trusts
from tests.data.twin.small_library import PLACING, SHAPE, small_case, small_library

CELLS = np.array([205, 333, 600, 810, 1004, 1210, -1], np.intp)
flows = st.floats(300.0, 2_400.0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("libraries")


@pytest.fixture(scope="module")
def told(folder):
    return small_library(folder)


@pytest.fixture(scope="module")
def library(folder, told):
    library = open_library(folder, identity(small_case(), SHAPE), small_case().terrain.bed)
    assert library is not None
    return library


@pytest.fixture(scope="module")
def direct(library):
    """The run of a flow that the library does not hold."""
    case, flow = small_case(), 1_900.0
    run = replace(case.run, seconds=SHAPE.seconds, frames_every_s=SHAPE.frame_s)
    begun = replace(at_flow(case, hydrograph(flow, SHAPE)), run=run, initial_depth=base_depth(library.folder, case))
    result = simulate(begun)
    return run_flood(
        result, case.terrain, flow_m3s=flow, inflow=course(flow, SHAPE), made_at=library.courses[0].nature.made_at,
        provenance="direct",
    )  # fmt: skip


def test_making_tells_its_steps_each_run_and_its_end(told, library):
    made = [one.flow_m3s for one in told if isinstance(one, EntryMade)]
    assert tuple(sorted(made)) == library.flows_m3s
    assert set(PLACING.first_m3s) < set(made)
    assert {one.work for one in told if isinstance(one, MakingStep)} == set(Work)
    assert isinstance(told[-1], LevelDone)
    assert library.complete


def test_every_run_after_the_first_ones_was_compared_with_the_library_without_it(told, library):
    added = [one for one in told if isinstance(one, EntryMade) and one.flow_m3s not in PLACING.first_m3s]
    assert added
    assert [one.trust for one in added] == list(read_trusts(library.folder).placed)


def test_when_it_is_whole_each_run_is_left_out_once_more(library):
    assert [one.at_flow_m3s for one in library.trusts] == list(library.flows_m3s[1:-1])
    assert library.trust(1_210.0).at_flow_m3s == 1_200.0
    placed = {one.at_flow_m3s: one for one in read_trusts(library.folder).placed}
    assert all(one.depth_rmse_m <= placed.get(one.at_flow_m3s, one).depth_rmse_m + 1e-9 for one in library.trusts)


@settings(max_examples=30, deadline=None)
@given(st.tuples(flows, flows))
def test_more_flow_is_nowhere_less_water(library, pair):
    low, high = (library.at(flow).field(Field.DEPTH) for flow in sorted(pair))
    ground = np.isfinite(library.ground)
    assert (high >= low - 1e-3)[ground].all()  # runs are kept in whole millimetres


@settings(max_examples=30, deadline=None)
@given(flows)
def test_a_blend_lies_between_its_runs(library, flow):
    flood = library.at(flow)
    if isinstance(flood, BlendedFlood):
        below, depth, above = (library.at(one).field(Field.DEPTH) for one in (flood.between[0], flow, flood.between[1]))
        ground = np.isfinite(library.ground)
        assert (depth >= below - 1e-3)[ground].all()
        assert (depth <= above + 1e-3)[ground].all()
        early, likely, late = arrival_interval(flood, CELLS[:-1], 0.05)
        assert ((early <= likely) & (likely <= late)).all()


def test_at_the_flow_of_a_run_the_run_itself_is_shown(library):
    for flow in library.flows_m3s:
        flood = library.at(flow)
        assert isinstance(flood, RunFlood)
        assert flood.how is How.RUN
        depth = flood.field(Field.DEPTH)
        here = library.surfaces.at(flow).reshape(depth.shape)
        assert np.quantile(np.abs(here - depth)[np.isfinite(depth)], 0.99) < 1e-3
        assert not (here < depth - 1e-3).any()  # where a smaller flow stood higher, its surface is kept


def test_a_blend_close_to_a_run_is_close_to_it_in_everything(library):
    run = library.at(1_200.0)
    near = library.at(1_200.5)
    for which in Field:
        a, b = (np.nan_to_num(one.field(which)) for one in (run, near))
        assert np.median(np.abs(a - b)) < 0.02, which
    assert np.nanmax(np.abs(run.depths(CELLS) - near.depths(CELLS))) < 0.15
    assert np.nanmean(np.abs(run.frame(24) - near.frame(24))) < 0.02


def test_a_flow_left_out_is_met_within_what_was_asked(library, direct):
    trust = measured(library.at(direct.flow_m3s), direct)
    assert trust.depth_rmse_m <= 0.03
    assert trust.csi >= 0.95
    assert trust.arrival_median_min is not None
    assert trust.arrival_median_min <= 10.0


def test_a_blend_of_series_meets_the_arrivals_of_the_run_better_than_the_nearest_run(library, direct):
    wet = np.flatnonzero((direct.field(Field.ARRIVAL) > 0.5).ravel() & (direct.field(Field.DEPTH).ravel() > 0.2))
    blend = library.at(direct.flow_m3s)
    true = arrival_interval(direct, wet, 0.2)[1]
    off = [
        np.nanmedian(np.abs(arrival_interval(flood, wet, 0.2)[1] - true)[np.isfinite(true)])
        for flood in (blend, library.at(blend.between[1]))
    ]
    assert off[0] < 0.5 * off[1]


def test_a_series_peaks_at_the_greatest_depth_and_starts_at_the_base(library):
    blend = library.at(1_700.0)
    cells = np.flatnonzero(blend.field(Field.DEPTH).ravel() > 0.3)
    depths = blend.depths(cells)
    assert depths.shape == (len(blend.hours), len(cells))
    assert np.allclose(depths.max(axis=0), blend.field(Field.DEPTH).ravel()[cells], rtol=0.04, atol=0.02)
    assert np.allclose(depths[0], library.at(300.0).depths(cells)[0], atol=0.02)


def test_a_frame_shows_no_water_before_it_arrives(library):
    blend = library.at(1_700.0)
    assert np.nanmax(np.abs(blend.frame(0) - library.at(300.0).frame(0))) <= 0.011
    early = np.nan_to_num(blend.field(Field.ARRIVAL), nan=99.0) > blend.hours[20]
    assert np.nanmax(blend.frame(20)[early]) == 0
    assert not (blend.frame(40) > blend.field(Field.DEPTH) + 1e-6).any()


@pytest.mark.parametrize("flow", [1_200.0, 1_700.0])
def test_outside_the_raster_and_the_ground_nothing_is_known(library, flow: float):
    flood, outside = library.at(flow), np.array([-1, 3], np.intp)
    assert np.isnan(library.ground.ravel()[3])
    assert np.isnan(flood.depths(outside)).all()
    assert all(np.isnan(one).all() for one in arrival_interval(flood, outside, 0.05))
    for raster in (*(flood.field(which) for which in Field), flood.frame(30), library.steady(flow).field(Field.DEPTH)):
        assert np.isnan(raster.ravel()[3])


def test_beyond_its_ends_a_library_shows_its_ends(library):
    assert library.at(9_000.0).flow_m3s == 2_400.0
    assert library.at(100.0).flow_m3s == 300.0
    assert library.range.held(9_000.0) == 2_400.0


def test_a_steady_surface_holds_no_less_water_than_a_smaller_one(library):
    areas = [(library.steady(flow).field(Field.DEPTH) > 0.05).sum() for flow in (2_000.0, 2_200.0, 2_400.0)]
    assert areas == sorted(areas)
    assert library.steady(2_100.0).hours == ()
    assert library.steady(2_100.0).field(Field.ARRIVAL) is None


def test_all_of_it_says_that_the_ground_is_idealised(library):
    assert library.at(1_700.0).nature.origin is Origin.IDEALISED
    assert library.at(1_700.0).nature.provenance == library.identity.key()


def test_a_library_opened_again_keeps_what_it_has_read(library, folder):
    library.warm([CELLS])
    again = open_library(folder, library.identity, library.ground, library)
    assert again is not None
    assert again.memory is library.memory
    assert again.courses == library.courses


def test_another_ground_friction_or_shape_makes_it_stale(library, folder):
    case = small_case()
    now = identity(replace(case, terrain=case.terrain.with_manning(case.terrain.manning * np.float32(1.1))), SHAPE)
    assert stale(folder, now) == {library.identity.key(): frozenset({Stale.FRICTION})}
    now = identity(replace(case, edges=()), replace(SHAPE, peak_h=5.0))
    assert stale(folder, now) == {library.identity.key(): frozenset({Stale.WATER, Stale.HYDROGRAPH})}
    assert stale(folder, identity(at_flow(case, constant(9.0)), SHAPE)) == {}
    assert stale(folder / "none", now) == {}


def test_torn_files_count_as_not_there_and_are_made_again(library, folder, tmp_path):
    own = tmp_path / library.identity.key()
    own.mkdir()
    for path in library.folder.iterdir():
        (own / path.name).write_bytes(path.read_bytes())
    victim = entry_path(own, 1_200.0)
    victim.write_bytes(victim.read_bytes()[:-7])
    changed = bytearray(entry_path(own, 600.0).read_bytes())
    changed[-9] ^= 1
    entry_path(own, 600.0).write_bytes(changed)
    (own / STAIRS).write_bytes(b"")
    opened = open_library(tmp_path, library.identity, library.ground)
    assert opened is not None
    assert set(opened.torn) == {victim, entry_path(own, 600.0)}
    heard = small_library(tmp_path)
    assert {one.path for one in heard if isinstance(one, TornFound)} == {*opened.torn, own / STAIRS}
    assert [one.flow_m3s for one in heard if isinstance(one, EntryMade)] == [600.0, 1_200.0]
    again = open_library(tmp_path, library.identity, library.ground)
    assert np.array_equal(again.courses[4].peaks["depth"], library.courses[4].peaks["depth"])
    assert again.stairs is not None
    assert again.complete
