"""Scenarios of the 推演 page: from what was wanted to a flood on the clock, and what is told of it. Any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from data.model.clock_tables import ClockSettings
from data.model.inundation import Inundation, Span, moment
from data.model.situation import Situation
from data.rules.stepped import Course, course_to
from data.twin import comparing
from data.twin.asking import WET_M, FloodInundation, Places, same_water
from data.twin.axis import Axis
from data.twin.blending import arrival_interval
from data.twin.flood import Field, Flood, How
from data.twin.mirror import Disagreement, mirrored, station_marks
from data.twin.mirror_marks import report_marks
from data.twin.present import OverPresent
from data.twin.timing import Timing, timing_from, timing_of
from views.twin_progress import MarkShown, MirrorShown, Unused
from views.twin_shown import Note, NoteCode, ScenarioShown
from views.twin_wanted import Slot, Source, Wanted

if TYPE_CHECKING:
    from data.rules.reckoning import Township
    from data.twin.library import Library

_SAME_M3S = 0.5
_MAY_WET = 1.3
"""Marks above the model may wet what so many times the flow would."""


class NoScenario(Exception):
    """What was wanted cannot be shown now; `code` says why."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A run's outcome and what it was run for."""

    flood: Flood
    start: datetime
    wanted: Wanted
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """A flood laid on the clock, as one side of the page shows it."""

    wanted: Wanted
    flood: Flood
    timing: Timing
    notes: tuple[Note, ...] = ()
    disagreement: Disagreement | None = None
    name: str = ""

    def inundation(self, places: Places) -> Span[Inundation]:
        """Return the water as the rules ask for it; a scenario has no band."""
        return same_water(FloodInundation(self.flood, self.timing, datetime.now(UTC), places))

    def moment_count(self) -> int:
        """Count the frames."""
        return len(self.flood.hours)


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """What scenarios are made from at a moment."""

    library: Library | None
    now: Situation
    at: datetime
    settings: ClockSettings
    imported: Path
    axis: Axis | None


def scenario(wanted: Wanted, means: Means, made: Made | None = None) -> Scenario:
    """Make a scenario; NoScenario when there is no library or no flow, MapRefused when a kept map cannot be read."""
    if made is not None:
        return Scenario(wanted, made.flood, timing_from(made.start), made.notes)
    if wanted.source is Source.IMPORTED:
        from data.twin.imported import read_map

        flood = read_map(means.imported, wanted.id)
        notes = [] if flood.field(Field.ARRIVAL) is not None else [Note(NoteCode.GREATEST_ONLY)]
        notes += [Note(NoteCode.NO_GROUND)] if flood.bed is None else []
        return Scenario(wanted, flood, timing_from(means.at), tuple(notes), name=flood.about.title)
    library = means.library
    if library is None:
        raise NoScenario("no_library")
    if wanted.source is Source.LIVE:
        return _live(wanted, library, means)
    if wanted.flow_m3s is None:
        raise NoScenario("no_flow")
    flood = library.at(wanted.flow_m3s)
    course = course_to(means.now, wanted.flow_m3s, means.settings)
    return Scenario(wanted, flood, timing_of(flood.inflow, course, means.at), _notes(wanted.flow_m3s, flood))


def _live(wanted: Wanted, library: Library, means: Means) -> Scenario:
    flow = means.now.flow_m3s
    if flow is None:
        raise NoScenario("no_flow")
    steady: Flood = library.steady(flow) or library.at(flow)
    notes = _notes(flow, steady)
    axis = means.axis
    if axis is None or axis.lattice != steady.lattice:
        return Scenario(wanted, steady, timing_from(means.at), notes)
    marks = (*station_marks(means.now, steady.lattice), *report_marks(means.now))
    higher = library.steady(flow * _MAY_WET)
    reach = None if higher is None else higher.depth > WET_M
    bent, off = mirrored(steady, marks, axis, means.at, may_wet=reach)
    if off.bias_m is not None and off.spread_m is not None:
        notes = (*notes, Note(NoteCode.UNEVEN, (off.bias_m, off.spread_m)))
    return Scenario(wanted, bent, timing_from(means.at), notes, off)


def _notes(asked_m3s: float, flood: Flood) -> tuple[Note, ...]:
    notes: list[Note] = []
    if flood.flow_m3s < asked_m3s - _SAME_M3S:
        notes.append(Note(NoteCode.ABOVE_LIBRARY, (asked_m3s, flood.flow_m3s)))
    elif flood.flow_m3s > asked_m3s + _SAME_M3S:
        notes.append(Note(NoteCode.BELOW_LIBRARY, (asked_m3s, flood.flow_m3s)))
    if flood.how is How.BLENDED:
        notes.append(Note(NoteCode.ARRIVAL_INTERVAL))
    return tuple(notes)


def waters(one: Scenario, means: Means, places: Places) -> Span[Inundation]:
    """Return the water as the rules ask for it; a flow to come lies over what is wet now."""
    water = one.inundation(places)
    flow, library = means.now.flow_m3s, means.library
    if one.wanted.source is not Source.FLOW or flow is None or library is None:
        return water
    present = library.steady(flow) or library.at(flow)
    return same_water(OverPresent(water.likely, present, means.at, places))


def course_alone(one: Scenario, means: Means) -> Span[Course]:
    """Return the course that decides what is reached, and when at the earliest.

    Of an event its own, of a flow to come the desk's way up to it, else the greatest flow alone.
    """
    course: Course
    if one.wanted.source is Source.EVENT:
        course = tuple((one.timing.moment(hour), flow) for hour, flow in one.flood.inflow)
    elif one.wanted.source is Source.FLOW and one.wanted.flow_m3s is not None:
        course = course_to(means.now, one.wanted.flow_m3s, means.settings)
    else:
        course = ((one.timing.moment(0.0), one.wanted.flow_m3s or one.flood.flow_m3s),)
    return Span(course, course, course)


def intervals(one: Scenario, town: Township, places: Places) -> dict[str, tuple[datetime, datetime]]:
    """Return between which moments water comes to what it reaches, by "kind/id"; empty unless the flood is a blend."""
    flood, sampling = one.flood, town.assets.sampling
    if flood.how is not How.BLENDED or not flood.hours:
        return {}
    located = places.locate(flood.lattice, sampling.probes)
    bounds = arrival_interval(flood, located.cells, WET_M)
    early, late = (one.timing.seconds(sampling.least(bounds[n][located.back])) for n in (0, 2))
    found: dict[str, tuple[datetime, datetime]] = {}
    for (kind, row_id), groups in town.assets.groups.items():
        part = slice(groups.start, groups.stop)
        first, last = moment(float(np.fmin.reduce(early[part]))), moment(float(np.fmin.reduce(late[part])))
        if first is not None and last is not None:
            found[f"{kind}/{row_id}"] = (first, last)
    return found


def shown(slot: Slot, one: Scenario) -> ScenarioShown:
    """Return what the page tells about a scenario."""
    flood = one.flood
    known = frozenset(which for which in Field if which is Field.DEPTH or flood.field(which) is not None)
    total = comparing.sums(flood)
    imported = one.wanted.source is Source.IMPORTED
    return ScenarioShown(
        id=one.wanted.id if imported else f"{slot.value}-{flood.nature.provenance[:12]}-{flood.flow_m3s:.0f}",
        source=one.wanted.source,
        how=flood.how,
        nature=flood.nature,
        flow_m3s=flood.flow_m3s,
        start=one.timing.moment(0.0),
        hours=_laid(one),
        inflow=_laid_inflow(one),
        trust=flood.trust,
        name=one.name,
        cell_m=flood.lattice.cell_m,
        fields=known,
        notes=one.notes,
        wet_km2=total.area_km2,
        volume_m3=total.volume_m3,
        breach=one.wanted.breach,
    )


def _laid(one: Scenario) -> tuple[float, ...]:
    """Return the frames' hours on the clock, counted from the moment of hour zero."""
    start = one.timing.moment(0.0)
    return tuple((one.timing.moment(hour) - start).total_seconds() / 3600 for hour in one.flood.hours)


def _laid_inflow(one: Scenario) -> tuple[tuple[float, float], ...]:
    start = one.timing.moment(0.0)
    return tuple(((one.timing.moment(hour) - start).total_seconds() / 3600, flow) for hour, flow in one.flood.inflow)


def mirror_shown(off: Disagreement) -> MirrorShown:
    """Return how the live picture and the stages of the moment disagree."""
    names: dict[str, Unused] = {one.value: one for one in Unused}
    marks = tuple(
        MarkShown(
            one.mark.id, one.mark.source or one.mark.id, one.mark.at, one.mark.stage_m, one.mark.datum, one.chainage_m,
            one.model_m, one.residual_m, None if one.unused is None else names.get(one.unused.value, Unused.OUTSIDE),
            one.mark.lon, one.mark.lat,
        )
        for one in off.marks
    )  # fmt: skip
    return MirrorShown(off.at, marks, off.bias_m, off.spread_m, "" if off.worst is None else off.worst.mark.id)


def with_notes(one: Scenario, notes: Sequence[Note]) -> Scenario:
    """Return a scenario with further notes."""
    return replace(one, notes=(*one.notes, *notes))
