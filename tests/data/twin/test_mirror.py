"""The live mirror: bent to the marks of one datum, honest about the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.places import MapLine
from data.model.register import Register, Registers
from data.model.river import Reading, Station
from data.model.situation import Situation
from data.twin.asking import FloodInundation
from data.twin.axis import Axis, middle_line, river_axis
from data.twin.flood import Field, Flood
from data.twin.mirror import Mark, MirrorSettings, Unused, mirrored, station_marks
from data.twin.timing import timing_from
from tests.data.twin.flood_sample import place_of, sample_flood

NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
DATUM = "大沽(待核)"
FLOOD = sample_flood(frame_h=None, fields=(Field.DEPTH, Field.STAGE), cols=200)
AXIS = Axis(FLOOD.lattice, (place_of(FLOOD, 0, 0), place_of(FLOOD, 0, 199)), from_m=6000.0)


def mark(col: int, stage_m: float, *, row: int = 0, datum: str = DATUM, age_h: float = 0.5, name: str = "") -> Mark:
    lon, lat = place_of(FLOOD, row, col)
    return Mark(name or f"M{col}", lon, lat, stage_m, datum, NOW - timedelta(hours=age_h))


def depth_at(flood: Flood, row: int, col: int) -> float:
    return float(flood.field(Field.DEPTH)[row, col])


def test_without_marks_the_picture_stays_and_nothing_is_said_of_its_bias():
    flood, told = mirrored(FLOOD, (), AXIS, NOW)
    assert flood.field(Field.DEPTH) == pytest.approx(FLOOD.field(Field.DEPTH), nan_ok=True)
    assert (told.bias_m, told.spread_m, told.worst) == (None, None, None)


def test_the_surface_takes_the_stage_of_the_marks_and_runs_straight_between_them():
    flood, told = mirrored(FLOOD, (mark(40, 94.4), mark(140, 93.8)), AXIS, NOW)
    assert depth_at(flood, 0, 40) == pytest.approx(4.4, abs=0.01)
    assert depth_at(flood, 0, 140) == pytest.approx(3.8, abs=0.01)
    assert depth_at(flood, 0, 90) == pytest.approx(4.1, abs=0.01)
    assert told.bias_m == pytest.approx(0.1)
    assert told.spread_m == pytest.approx(0.3)
    assert told.worst.mark.id == "M40"
    assert [round(one.chainage_m, -2) for one in told.marks] == [10_000.0, 20_000.0]


def test_beyond_the_last_mark_the_correction_dies_away():
    flood, _ = mirrored(FLOOD, (mark(100, 94.6),), AXIS, NOW, MirrorSettings(decay_m=2000.0))
    off = [depth_at(flood, 0, col) - 4.0 for col in (100, 120, 140, 180)]
    assert off[0] == pytest.approx(0.6, abs=0.01)
    assert off[1] == pytest.approx(0.6 / np.e, abs=0.01)
    assert off[0] > off[1] > off[2] > off[3] > 0


def test_marks_of_another_datum_or_of_none_are_listed_and_never_subtracted():
    flood, told = mirrored(FLOOD, (mark(40, 94.4, datum="1985"), mark(60, 94.4, datum="")), AXIS, NOW)
    assert [one.unused for one in told.marks] == [Unused.OTHER_DATUM] * 2
    assert [one.residual_m for one in told.marks] == [None, None]
    assert told.bias_m is None
    assert flood.field(Field.DEPTH) == pytest.approx(FLOOD.field(Field.DEPTH), nan_ok=True)


def test_stale_marks_and_those_of_the_future_are_listed_with_their_difference_and_bend_nothing():
    _, told = mirrored(FLOOD, (mark(40, 94.4, age_h=5.0), mark(60, 94.4, age_h=-1.0)), AXIS, NOW)
    assert [one.unused for one in told.marks] == [Unused.STALE] * 2
    assert told.marks[0].residual_m == pytest.approx(0.4)
    assert told.marks[0].age == timedelta(hours=5)
    assert not told.used


def test_a_mark_without_water_near_it_is_outside():
    far = replace(mark(40, 94.0), lon=114.5)
    _, told = mirrored(FLOOD, (far, mark(40, 97.0, row=11)), AXIS, NOW, MirrorSettings(search_m=200.0))
    assert [one.unused for one in told.marks] == [Unused.OUTSIDE] * 2


def test_a_mark_on_the_bank_is_held_against_the_nearest_water():
    _, told = mirrored(FLOOD, (mark(40, 94.1, row=9),), AXIS, NOW)
    assert told.marks[0].model_m == 94.0


def test_a_slip_of_the_pen_bends_nothing_and_a_large_difference_is_bounded():
    _, slip = mirrored(FLOOD, (mark(40, 914.4),), AXIS, NOW)
    assert slip.marks[0].unused is Unused.IMPLAUSIBLE
    flood, told = mirrored(FLOOD, (mark(40, 96.0),), AXIS, NOW)
    assert told.bias_m == pytest.approx(2.0)
    assert depth_at(flood, 0, 40) == pytest.approx(5.0, abs=0.01)


def test_what_is_dry_stays_dry_unless_a_higher_flow_wets_it():
    raised = (mark(100, 94.8),)
    kept, _ = mirrored(FLOOD, raised, AXIS, NOW)
    assert depth_at(kept, 8, 100) == 0.0
    allowed = np.zeros((12, 200), bool)
    allowed[8, :150] = True
    grown, _ = mirrored(FLOOD, raised, AXIS, NOW, may_wet=allowed)
    assert depth_at(grown, 8, 100) == pytest.approx(0.8, abs=0.01)
    assert depth_at(grown, 9, 100) == 0.0
    assert depth_at(grown, 8, 160) == 0.0


def test_water_behind_a_bank_stays_away_though_it_lies_lower():
    bed = FLOOD.bed.copy()
    bed[8, :], bed[9:, :] = 99.0, 92.0
    depth = FLOOD.field(Field.DEPTH).copy()
    depth[8:, :] = 0.0
    walled = replace(FLOOD, bed=bed, fields={Field.DEPTH: depth})
    flood, _ = mirrored(walled, (mark(100, 94.8),), AXIS, NOW, may_wet=np.ones((12, 200), bool))
    assert (flood.field(Field.DEPTH)[8:, :] == 0).all()


def test_a_lowered_surface_dries_the_shallows_and_is_never_below_the_ground():
    flood, _ = mirrored(FLOOD, (mark(100, 93.2),), AXIS, NOW)
    assert depth_at(flood, 7, 100) == 0.0
    assert np.isnan(flood.field(Field.STAGE)[7, 100])
    assert np.nanmin(flood.field(Field.DEPTH)) == 0.0


def test_the_mirror_is_asked_as_any_flood_and_carries_its_marks_in_its_hash():
    flood, _ = mirrored(FLOOD, (mark(40, 94.4),), AXIS, NOW)
    other, _ = mirrored(FLOOD, (mark(40, 94.3),), AXIS, NOW)
    asked: Flood = flood
    water = FloodInundation(asked, timing_from(NOW), NOW).at(*place_of(FLOOD, 2, 40))
    assert water is not None
    assert water.depth_m == pytest.approx(3.4, abs=0.01)
    assert water.arrival == NOW
    assert water.stage_m == pytest.approx(94.4, abs=0.01)
    assert flood.nature.provenance != other.nature.provenance
    assert flood.nature.made_at == NOW


def test_stations_on_the_terrain_give_their_newest_stage():
    lon, lat = place_of(FLOOD, 1, 30)
    stations = (
        Station(id="A", name="花园口", lon=lon, lat=lat, datum="大沽"),
        Station(id="B", name="远处", lon=112.0, lat=34.9),
        Station(id="C", name="无位置"),
    )
    readings = {
        key: (Reading(key, NOW - timedelta(hours=2), stage_m=93.0), Reading(key, NOW, stage_m=93.4, datum=datum))
        for key, datum in (("A", DATUM), ("B", ""), ("C", ""))
    }
    now = Situation(registers=Registers(stations=Register("stations", stations)))
    now = replace(now, readings=now.readings.update(readings))
    (only,) = station_marks(now, FLOOD.lattice)
    assert (only.id, only.stage_m, only.datum, only.source) == ("A", 93.4, DATUM, "花园口")


def test_the_middle_line_is_the_longest_open_line_of_the_river():
    rows = (
        MapLine("R", "river", "主槽", ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)), closed=True),
        MapLine("S", "river", "短", ((0.0, 0.0), (1.0, 0.0))),
        MapLine("C", "river", "中泓", ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0))),
    )
    assert middle_line(Registers(maplines=Register("maplines", rows))) == rows[2].path
    assert middle_line(Registers()) == ()


def test_the_axis_of_the_registers_keeps_their_chainage():
    ends = (place_of(FLOOD, 0, 0), place_of(FLOOD, 0, 199))
    line = MapLine("C", "river", "中泓", ends, chainage_from_m=6000.0)
    axis = river_axis(FLOOD.lattice, Registers(maplines=Register("maplines", (line,))))
    assert axis is not None
    assert (axis.along_m == AXIS.along_m).all()
    assert river_axis(FLOOD.lattice, Registers()) is None


@given(st.lists(st.tuples(st.integers(0, 199), st.floats(91.0, 98.0)), min_size=1, max_size=6))
def test_a_correction_is_bounded_and_no_depth_negative(given_marks):
    marks = [mark(col, stage, name=str(n)) for n, (col, stage) in enumerate(given_marks)]
    flood, told = mirrored(FLOOD, marks, AXIS, NOW)
    off = flood.field(Field.DEPTH) - FLOOD.field(Field.DEPTH)
    assert np.nanmax(np.abs(off)) <= 1.0 + 1e-5
    assert np.nanmin(flood.field(Field.DEPTH)) >= 0.0
    assert len(told.marks) == len(marks)
    residuals = [one.residual_m for one in told.used]
    if residuals:
        assert min(residuals) - 1e-9 <= told.bias_m <= max(residuals) + 1e-9
