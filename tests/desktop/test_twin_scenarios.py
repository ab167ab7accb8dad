"""Scenarios: from every source to a flood on the clock, with the notes a reader must have; and why there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from data.documents.flood_rasters import write_geotiff
from data.documents.flood_sheet import FloodSheet
from data.model.nature import Origin
from data.twin.asking import Places
from data.twin.axis import Axis, middle_line
from data.twin.faults import TwinFault
from data.twin.flood import Field, How
from data.twin.imported import Declared, take_map
from data.twin.imported_faults import MapRefused
from data.twin.imported_place import township_box
from desktop.scenarios import Made, Means, NoScenario, mirror_shown, scenario, shown, with_notes
from tests.data.rules.clock_world import tables
from tests.data.twin.flood_sample import sample_flood, sample_lattice
from tests.desktop.twin_world import SampleLibrary, at, flowing, land
from tests.township import NOON
from views.twin_shown import Note, NoteCode
from views.twin_wanted import Breaching, Slot, Source, Wanted

NOW = NOON + timedelta(minutes=30)


def means(library: object = None, now: object = None, imported: Path = Path("nowhere")) -> Means:
    axis = Axis(sample_lattice(), middle_line(land().registers))
    return Means(library, now or flowing(), NOW, tables().settings, imported, axis)  # type: ignore[arg-type]


def codes(notes: tuple[Note, ...]) -> list[NoteCode]:
    return [note.code for note in notes]


def taken(folder: Path) -> str:
    """Keep the sample as somebody else's map; return its digest."""
    flood = sample_flood(how=How.RUN)
    sheet = FloodSheet(
        "别处的成果", replace(flood.nature, origin=Origin.IMPORTED), flood.lattice,
        {"depth": flood.fields[Field.DEPTH]}, 8000.0, "run",
    )  # fmt: skip
    path = write_geotiff(sheet, folder / "theirs.tif")
    near = township_box(land().registers)
    assert near is not None
    return take_map(path, Declared("别处", NOON), near, folder / "imported", NOON).about.digest


def test_a_flow_is_laid_on_the_course_to_it():
    library = SampleLibrary()
    one = scenario(Wanted(Source.FLOW, 8000.0), means(library))
    assert library.asked == [8000.0]
    assert one.timing.moment(9.0) == flowing().at + timedelta(hours=tables().settings.what_if_rise_h)
    assert codes(one.notes) == [NoteCode.ARRIVAL_INTERVAL]
    assert one.moment_count() == 25


@pytest.mark.parametrize(("flow", "code", "used"), [
    (30_000.0, NoteCode.ABOVE_LIBRARY, 25_000.0), (1200.0, NoteCode.BELOW_LIBRARY, 2000.0),
])  # fmt: skip
def test_a_flow_beyond_the_library_is_held_and_says_so(flow: float, code: NoteCode, used: float):
    one = scenario(Wanted(Source.FLOW, flow), means(SampleLibrary()))
    assert one.notes[0] == Note(code, (flow, used))


@pytest.mark.parametrize(("wanted", "now", "library", "code"), [
    (Wanted(Source.FLOW, 8000.0), None, None, "no_library"),
    (Wanted(Source.LIVE), None, None, "no_library"),
    (Wanted(Source.FLOW), None, SampleLibrary(), "no_flow"),
    (Wanted(Source.LIVE), land(), SampleLibrary(), "no_flow"),
])  # fmt: skip
def test_why_there_is_no_scenario_is_told_by_a_code(wanted: Wanted, now: object, library: object, code: str):
    with pytest.raises(NoScenario) as why:
        scenario(wanted, means(library, now))
    assert why.value.code == code


def test_the_live_picture_is_bent_to_the_stage_of_the_moment_and_tells_how_far_it_was_off():
    model = scenario(Wanted(Source.LIVE), means(SampleLibrary()))
    depth = model.flood.field(Field.DEPTH)
    assert depth is not None
    assert model.disagreement is not None
    assert model.disagreement.used == ()
    stage_m = 90.0 + float(depth[0, 4])  # what the model has at the station
    bent = scenario(Wanted(Source.LIVE), means(SampleLibrary(), flowing(4200.0, stage_m + 0.4)))
    off = bent.disagreement
    assert off is not None
    assert off.bias_m == pytest.approx(0.4, abs=0.02)
    lifted = bent.flood.field(Field.DEPTH)
    assert lifted is not None
    assert lifted[0, 4] - depth[0, 4] == pytest.approx(0.4, abs=0.05)
    told = mirror_shown(off)
    assert [mark.residual_m for mark in told.marks] == [pytest.approx(0.4, abs=0.02)]
    assert told.bias_m == off.bias_m


def test_before_the_steady_surfaces_are_made_the_live_picture_is_the_flood_at_its_greatest():
    one = scenario(Wanted(Source.LIVE), means(SampleLibrary(held=False)))
    depth = one.flood.field(Field.DEPTH)
    assert depth is not None
    assert np.nanmax(depth) == pytest.approx(91.0 + 4200 / 3000 - 90.0, abs=0.01)


@pytest.mark.parametrize("source", [Source.EVENT, Source.BREACH])
def test_what_was_run_stands_at_its_own_start(source: Source):
    wanted = Wanted(source, 8000.0, breach=Breaching(*at(10, 4), 8000.0, 3.0, 100.0, 1.0))
    made = Made(sample_flood(), NOW, wanted, (Note(NoteCode.EXACT),))
    one = scenario(wanted, means(None), made)
    assert one.timing.moment(2.0) == NOW + timedelta(hours=2)
    assert codes(one.notes) == [NoteCode.EXACT]
    assert shown(Slot.A, one).breach == wanted.breach


def test_a_map_of_others_is_shown_under_its_own_id_with_what_it_lacks(tmp_path: Path):
    digest = taken(tmp_path)
    one = scenario(Wanted(Source.IMPORTED, id=digest), means(None, imported=tmp_path / "imported"))
    told = shown(Slot.B, one)
    assert (told.id, told.name, told.how) == (digest, "theirs", How.IMPORTED)
    assert told.nature.source == "别处"
    assert codes(told.notes) == [NoteCode.GREATEST_ONLY, NoteCode.NO_GROUND]
    assert told.fields == {Field.DEPTH}
    assert told.hours == ()
    with pytest.raises(MapRefused):
        scenario(Wanted(Source.IMPORTED, id="0" * 64), means(None, imported=tmp_path / "imported"))


def test_what_is_told_lies_on_the_clock_and_adds_up():
    one = scenario(Wanted(Source.FLOW, 8000.0), means(SampleLibrary()))
    told = shown(Slot.A, one)
    assert told.start == one.timing.moment(0.0)
    assert told.moment(told.hours[9]) == one.timing.moment(9.0)
    assert told.moment(told.inflow[-1][0]) == one.timing.moment(24.0)
    depth = one.flood.field(Field.DEPTH)
    assert depth is not None
    assert told.wet_km2 == pytest.approx((depth > 0.05).sum() * 0.01)
    assert told.volume_m3 == pytest.approx(np.nansum(np.where(depth > 0.05, depth, 0)) * 10_000, rel=1e-6)
    assert with_notes(one, [Note(NoteCode.STALE)]).notes[-1].code is NoteCode.STALE


def test_a_scenario_answers_the_rules_on_its_own_clock():
    one = scenario(Wanted(Source.FLOW, 8000.0), means(SampleLibrary()))
    water = one.inundation(Places())
    assert water.low is water.likely is water.high
    wet = water.likely.at(*at(5, 4))  # dry at 4,200 m³/s
    assert wet is not None
    assert isinstance(wet.arrival, datetime)
    assert wet.arrival > flowing().at


def test_faults_of_the_twin_are_no_lack_of_a_scenario():
    assert not issubclass(NoScenario, TwinFault)
