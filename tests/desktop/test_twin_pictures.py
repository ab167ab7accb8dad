"""Pictures, curves and cuts of scenarios, alone, side by side, and against each other on other cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from data.model.nature import Origin
from data.twin.flood import Field, How
from data.twin.terrain import CrestKind, CrestLine
from data.twin.timing import Timing, timing_from
from desktop.scenario_pictures import Spot, curves, pictures, profile
from desktop.scenarios import Scenario
from tests.data.twin.flood_sample import SampleFlood, sample_flood
from tests.desktop.twin_world import at, land
from tests.township import NOON
from views.map_water import Ramp
from views.twin_wanted import Drawn, Picture, ProfileKind, Sides, Slot, Source, Wanted


def laid(flood: SampleFlood | None = None, **more) -> Scenario:
    return Scenario(Wanted(Source.FLOW, 8000.0), flood or sample_flood(**more), timing_from(NOON))


def both(a: Scenario | None, b: Scenario | None = None) -> dict[Slot, Scenario | None]:
    return {Slot.A: a, Slot.B: b}


def test_each_field_is_drawn_by_its_own_ramp_with_its_nature():
    for what in Drawn:
        water = pictures(both(laid()), Picture(what), 9)[0][Slot.A]
        assert water is not None
        assert water.ramp is (Ramp.DEPTH if what is Drawn.FRAME else Ramp(what.value))
        assert water.pixels.shape == (12, 16)
        assert any("示意地形" in note for note in water.notes)
        assert water.preview


def test_a_frame_beyond_the_last_is_the_last_and_a_map_without_frames_has_none():
    last, beyond = (pictures(both(laid()), Picture(Drawn.FRAME), n)[0][Slot.A] for n in (24, 99))
    assert last is not None
    assert beyond is not None
    assert (last.pixels == beyond.pixels).all()
    assert pictures(both(laid(frame_h=None)), Picture(Drawn.FRAME), 0)[0][Slot.A] is None


def test_what_a_map_does_not_know_is_not_drawn():
    one = laid(how=How.IMPORTED, origin=Origin.IMPORTED, frame_h=None, fields=(Field.DEPTH,))
    shown = pictures(both(one), Picture(Drawn.ARRIVAL), 0)[0]
    assert shown == {Slot.A: None, Slot.B: None}


def test_arrival_has_lines_of_equal_hours():
    water = pictures(both(laid()), Picture(Drawn.ARRIVAL), 0)[0][Slot.A]
    assert water is not None
    assert {line.words for line in water.isolines} >= {"2 h", "4 h"}


def test_sides_choose_which_scenario_is_on_which_map():
    a, b = laid(peak_m=94.0), laid(peak_m=92.0)

    def wet(sides: Sides) -> list[int | None]:
        shown = pictures(both(a, b), Picture(Drawn.DEPTH, sides), 0)[0]
        return [None if one is None else int((one.pixels > 0).sum()) for one in shown.values()]

    alone_a, alone_b = wet(Sides.A), wet(Sides.B)
    assert alone_a[1] is None
    assert alone_b[1] is None
    assert alone_a[0] > alone_b[0]
    assert wet(Sides.BOTH) == [alone_a[0], alone_b[0]]


def test_a_difference_is_drawn_and_told_and_needs_both():
    a, b = laid(peak_m=92.0), laid(peak_m=94.0)
    shown, told = pictures(both(a, b), Picture(Drawn.DEPTH, Sides.DIFFERENCE), 0)
    assert shown[Slot.A] is not None
    assert shown[Slot.A].ramp is Ramp.DIFFERENCE
    assert shown[Slot.B] is None
    assert told is not None
    assert told.gained_km2 > 0
    assert told.deeper_most_m == pytest.approx(2.0)
    assert pictures(both(a), Picture(Drawn.DEPTH, Sides.DIFFERENCE), 0) == ({Slot.A: None, Slot.B: None}, None)


def test_scenarios_on_other_cells_are_compared_on_the_first_ones():
    fine = laid(rows=24, cols=32, cell_m=50.0, step_m=0.25)
    coarse = laid(peak_m=95.0)
    shown, told = pictures(both(coarse, fine), Picture(Drawn.DEPTH, Sides.DIFFERENCE), 0)
    assert shown[Slot.A] is not None
    assert shown[Slot.A].pixels.shape == (12, 16)
    assert told is not None
    assert told.deeper_mean_m == pytest.approx(-1.0, abs=0.3)  # rows of half the height lie half a step apart


# ── curves ──


def test_a_curve_tells_the_depths_of_both_on_the_clock_of_each():
    spot = Spot("s", *at(2, 3))
    late = replace(laid(peak_m=92.0), timing=timing_from(NOON + timedelta(hours=3)))
    (curve,) = curves(both(laid(), late), [spot])
    assert [line.slot for line in curve.lines] == [Slot.A, Slot.B]
    assert [line.start for line in curve.lines] == [NOON, NOON + timedelta(hours=3)]
    assert max(curve.lines[0].depths) == pytest.approx(3.0)
    assert curve.lines[0].hours[9] == pytest.approx(9.0)
    assert (curve.bed_m, curve.datum) == (91.0, "大沽(待核)")
    interval = curve.lines[0].arrival_h
    assert interval is not None
    assert interval[0] == pytest.approx(interval[1]) == pytest.approx(interval[2])  # a run knows its hour


def test_hours_of_arrival_are_counted_on_the_clock_where_the_rise_is_slower_than_the_model_s():
    spot = Spot("s", *at(2, 3))
    slow = replace(laid(), timing=Timing((0.0, 12.0), (NOON.timestamp(), NOON.timestamp() + 24 * 3600.0)))
    (quick_curve,), (slow_curve,) = curves(both(laid()), [spot]), curves(both(slow), [spot])
    quick, late = quick_curve.lines[0].arrival_h, slow_curve.lines[0].arrival_h
    assert quick is not None
    assert late == pytest.approx(tuple(2 * hour for hour in quick))
    assert slow_curve.lines[0].hours[6] == pytest.approx(12.0)


def test_a_map_of_greatest_depths_is_a_level_line_and_beside_the_ground_nothing_is_known():
    imported = laid(how=How.IMPORTED, frame_h=None, fields=(Field.DEPTH,))
    known, outside = curves(both(imported), [Spot("s", *at(2, 3)), Spot("far", 113.0, 34.0)])
    assert set(known.lines[0].depths) == {3.0}
    assert known.lines[0].arrival_h is None
    assert (outside.known, outside.lines) == (False, ())


# ── cuts ──


def cut(kind: ProfileKind, path, *, a=None, b=None, picture=None, frame=0, crests=()):
    return profile(
        both(a or laid(), b), land(), kind, path, picture=picture or Picture(), frame=frame, crests=crests
    )  # fmt: skip


def test_a_cut_across_the_river_shows_bed_and_water_of_both():
    shown = cut(ProfileKind.ACROSS, (at(3, 6),), b=laid(peak_m=92.0))
    assert shown is not None
    assert shown.datum == "大沽(待核)"
    water = {surface.slot: np.array(surface.stage_m) for surface in shown.surfaces}
    assert np.nanmax(water[Slot.A]) == pytest.approx(94.0)
    assert np.nanmax(water[Slot.B]) == pytest.approx(92.0)
    assert np.nanmin(np.array(shown.bed_m)) == pytest.approx(90.0, abs=0.3)
    assert all(surface.hour is None for surface in shown.surfaces)
    assert len(shown.path) > 2


def test_a_cut_along_the_river_needs_no_place_and_one_by_hand_its_line():
    river = cut(ProfileKind.RIVER, ())
    assert river is not None
    assert river.along_m[-1] == pytest.approx(1500, rel=0.02)
    assert cut(ProfileKind.LINE, (at(1, 1),)) is None
    line = cut(ProfileKind.LINE, (at(1, 1), at(8, 1)))
    assert line is not None
    assert line.along_m[-1] == pytest.approx(700, rel=0.02)


def test_a_cut_at_a_moment_says_which_and_crests_stand_where_they_are():
    x, y = sample_flood().lattice.to_metres(*zip(at(5, 0), at(5, 13), strict=True))
    levee = CrestLine(CrestKind.LEVEE, tuple(zip(x.tolist(), y.tolist(), strict=True)), (97.0, 97.0), "大堤")
    shown = cut(
        ProfileKind.LINE, (at(1, 6), at(9, 6)), picture=Picture(Drawn.FRAME), frame=3, crests=(levee,)
    )  # fmt: skip
    assert shown is not None
    assert [surface.hour for surface in shown.surfaces] == [3.0]
    assert np.nanmax(np.array(shown.crest_m)) == pytest.approx(97.0)


def test_on_other_cells_a_surface_is_laid_on_the_first_scenarios_cut():
    fine = laid(rows=24, cols=32, cell_m=50.0, step_m=0.25)
    shown = cut(ProfileKind.LINE, (at(1, 1), at(8, 1)), b=fine)
    assert shown is not None
    assert {len(surface.stage_m) for surface in shown.surfaces} == {len(shown.along_m)}


def test_without_a_scenario_there_is_no_cut_and_a_map_without_ground_has_no_surface():
    assert profile(both(None), land(), ProfileKind.RIVER, (), picture=Picture(), frame=0) is None
    bare = replace(laid(), flood=replace(sample_flood(), bed=None))
    shown = cut(ProfileKind.LINE, (at(1, 1), at(8, 1)), a=laid(), b=bare)
    assert shown is not None
    assert [surface.slot for surface in shown.surfaces] == [Slot.A]


def test_beside_a_map_without_ground_the_other_scenario_gives_it():
    bare = replace(laid(), flood=replace(sample_flood(), bed=None))
    shown = cut(ProfileKind.LINE, (at(1, 1), at(8, 1)), a=bare, b=laid())
    assert shown is not None
    assert np.nanmin(np.array(shown.bed_m)) == pytest.approx(90.5, abs=0.3)
