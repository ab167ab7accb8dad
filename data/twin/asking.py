"""A flood over a raster, laid on the clock, as the rules ask for it: an Inundation."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol, runtime_checkable
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats, Inundation, Probes, Span, Waters, Wetness
from data.model.nature import Nature
from data.model.places import Path2D
from data.rules.probing import Lay, along_points, gathered, over_points
from data.rules.stepped import Course
from data.twin.crossing import before_highest, first_above, hours_above
from data.twin.flood import OUTSIDE, Cells, Field, Flood, How, Lattice
from data.twin.terrain import Raster
from data.twin.timing import Timing, timing_of

WET_M = 0.05
"""Depth from which a place counts as under water; the runs' own value."""


@dataclass(frozen=True, slots=True, eq=False)
class Located:
    """The cells that probes lie in, each once, and which of them each probe has."""

    cells: Cells
    back: NDArray[np.intp]


class Places:
    """Remembers in which cells probes lie: a further flood on the same lattice needs no projecting."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: WeakKeyDictionary[Probes, dict[Lattice, Located]] = WeakKeyDictionary()

    def locate(self, lattice: Lattice, probes: Probes) -> Located:
        """Return the cells of probes on a lattice."""
        known = self._known.setdefault(probes, {})
        found = known.get(lattice)
        if found is None:
            cells, back = np.unique(lattice.cells(probes.lon, probes.lat), return_inverse=True)
            found = known[lattice] = Located(cells.astype(np.intp), back.reshape(-1).astype(np.intp))
        return found


class Crossing(Protocol):
    """How the water rises at some cells."""

    def crossing(self, depth_m: float) -> Floats:
        """Return the hour at which each passes a depth, inf for never."""
        ...


class Risen(Protocol):
    """The rise of a blend at some cells."""

    @property
    def likely(self) -> Crossing:
        """The blend's own."""
        ...


@runtime_checkable
class Rising(Protocol):
    """A flood that knows when depths are passed better than its frames tell: a blend of the library."""

    @property
    def bed(self) -> Raster | None:
        """The ground."""
        ...

    def rise(self, cells: Cells) -> Risen:
        """Return how the water rises at cells that lie on the ground."""
        ...


class FloodInundation:
    """A flood by its timing; an Inundation.

    A map that does not say when water comes is taken to be there from the beginning of its timing, the earliest that
    can be: `timed` is False then. What is shallower than WET_M throughout is dry.
    """

    def __init__(self, flood: Flood, timing: Timing, made_at: datetime, places: Places | None = None) -> None:
        """Lay a flood on the clock; `places` is shared between floods, so that probes are projected once."""
        self.flood, self.timing = flood, timing
        self._places = Places() if places is None else places
        told = f"{flood.nature.provenance}|{flood.how}|{flood.flow_m3s!r}|{timing!r}"
        self._nature = replace(
            flood.nature, made_at=made_at, provenance=hashlib.sha256(told.encode()).hexdigest(),
            datum=flood.nature.datum or flood.lattice.datum,
        )  # fmt: skip

    @property
    def nature(self) -> Nature:
        """What the flood is, and when it was laid on this clock."""
        return self._nature

    @property
    def timed(self) -> bool:
        """Whether the source says when the water comes."""
        return bool(self.flood.hours) or self.flood.field(Field.ARRIVAL) is not None

    def at(self, lon: float, lat: float) -> Wetness | None:
        """Return the water at a point, with its rise where frames are known."""
        answer = self._one([(lon, lat)])
        if answer is None or not answer.wet:
            return answer
        cell = self.flood.lattice.cells(np.array([lon]), np.array([lat]))
        hazard = _known(_picked(self.flood.field(Field.HAZARD), cell))
        return replace(answer, rise=self._rise(cell), hazard=answer.hazard if hazard is None else hazard)

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        """Return the water along a path."""
        lay = Lay()
        for point in along_points(path, step_m):
            lay.add([point])
        if not len(lay):
            return ()
        sampling = lay.done()
        answer = gathered(sampling, self.many(sampling.probes, ()))
        return tuple(answer.wetness(n) for n in range(len(sampling)))

    def over(self, ring: Path2D) -> Wetness | None:
        """Return the deepest, earliest and longest water in a ring."""
        return self._one(over_points(ring, self.flood.lattice.cell_m)) if ring else None

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        """Return the water at all probes: greatest depths from the rasters, depths passed from the frames."""
        located = self._places.locate(self.flood.lattice, probes)
        return _spread(self._waters(located.cells, deeper_m), located.back)

    def _one(self, points: list[tuple[float, float]]) -> Wetness | None:
        lay = Lay()
        lay.add(points)
        sampling = lay.done()
        return gathered(sampling, self.many(sampling.probes, ())).wetness(0)

    def _waters(self, cells: Cells, deeper_m: Sequence[float]) -> Waters:
        flood, count = self.flood, len(cells)
        depth = _picked(flood.field(Field.DEPTH), cells)
        if np.isnan(depth).all() and flood.hours and flood.field(Field.DEPTH) is None:
            depth = np.fmax.reduce(flood.depths(cells), axis=0) if count else depth
        unknown = np.isnan(depth)
        wet = np.flatnonzero(depth > WET_M)
        passed = self._passed(cells, wet, depth[wet], (WET_M, *deeper_m)) if flood.hours else None

        came = self._arrival(cells[wet], None if passed is None else passed[0])
        arrival, deeper = np.full(count, np.inf), np.full((len(deeper_m), count), np.inf)
        duration, speed, stage = np.zeros(count), _picked(flood.field(Field.SPEED), cells), np.full(count, np.nan)
        arrival[wet] = self.timing.seconds(came)
        duration[wet] = self._duration(cells[wet], came)
        stage[wet] = self._stage(cells[wet], depth[wet])
        for row, metres in enumerate(deeper_m):
            hour = came if passed is None else passed[row + 1]
            deeper[row, wet] = np.where(depth[wet] > metres, self.timing.seconds(np.maximum(came, hour)), np.inf)
        dry = ~np.isfinite(arrival)
        for column in (arrival, duration, stage, speed):
            column[unknown] = np.nan
        deeper[:, unknown] = np.nan
        speed[dry & ~unknown] = 0.0
        return Waters(np.where(dry & ~unknown, 0.0, depth), arrival, duration, speed, stage, deeper)

    def _passed(self, cells: Cells, wet: Cells, depth: Floats, bounds: Sequence[float]) -> Floats:
        """Return the hours at which the wet ones of some cells pass depths; inf for what they stay below."""
        flood = self.flood
        if isinstance(flood, Rising):  # always of the same cells: it remembers them
            on = np.flatnonzero(np.isfinite(_picked(flood.bed, cells)))
            rise = flood.rise(cells[on]).likely
            told = np.full((len(bounds), len(cells)), np.inf)
            told[:, on] = [rise.crossing(metres) for metres in bounds]
            return told[:, wet]
        series = flood.depths(cells[wet])
        passed = first_above(series, flood.hours, bounds)
        between = ~np.isfinite(passed) & (depth > np.array(bounds)[:, None])
        some = between.any(axis=0)
        if some.any():  # a peak between two frames is in the raster alone
            passed[:, some] = np.where(between[:, some], before_highest(series[:, some], flood.hours), passed[:, some])
        return passed

    def _arrival(self, cells: Cells, passed: Floats | None) -> Floats:
        """Return the hours at which wet cells become so; of a blend by its frames, of anything else by its raster."""
        if passed is not None and self.flood.how is How.BLENDED:
            return np.where(np.isfinite(passed), passed, self.flood.hours[0])  # its peak is wet: early is safe
        told = _picked(self.flood.field(Field.ARRIVAL), cells)
        return np.where(np.isnan(told), self.timing.hours[0] if passed is None else passed, told)

    def _duration(self, cells: Cells, came: Floats) -> Floats:
        """Return hours under water as the clock counts them."""
        raster = self.flood.field(Field.DURATION)
        if raster is None and not self.flood.hours:
            return np.full(len(cells), np.nan)
        series = raster is None
        hours = hours_above(self.flood.depths(cells), self.flood.hours, WET_M) if series else _picked(raster, cells)
        return (self.timing.seconds(came + hours) - self.timing.seconds(came)) / 3600

    def _stage(self, cells: Cells, depth: Floats) -> Floats:
        if self.flood.bed is not None:
            return _picked(self.flood.bed, cells) + depth
        return _picked(self.flood.field(Field.STAGE), cells)

    def _rise(self, cell: Cells) -> tuple[tuple[float, datetime], ...]:
        """Return the depths at which the water was higher than ever before, and when."""
        if not self.flood.hours:
            return ()
        series, highest = self.flood.depths(cell)[:, 0], WET_M
        rise: list[tuple[float, datetime]] = []
        moments = self.timing.seconds(np.asarray(self.flood.hours))
        for depth, moment in zip(series.tolist(), moments.tolist(), strict=True):
            if depth > highest:
                highest = depth
                rise.append((depth, datetime.fromtimestamp(moment, UTC)))
        return tuple(rise)


class Floods(Protocol):
    """Gives a flood at a flow: a library of scenarios."""

    def at(self, flow_m3s: float) -> Flood:
        """Return the flood whose greatest inflow that is."""
        ...


def span_of(
    floods: Floods, courses: Span[Course], now: datetime, made_at: datetime, places: Places | None = None
) -> Span[Inundation]:
    """Return the water at the low, likely and high course of the river."""
    shared = Places() if places is None else places

    def one(course: Course) -> FloodInundation:
        flood = floods.at(max(flow for _, flow in course))
        return FloodInundation(flood, timing_of(flood.inflow, course, now), made_at, shared)

    likely = one(courses.likely)
    low, high = (likely if course is courses.likely else one(course) for course in (courses.low, courses.high))
    return Span(low, likely, high)


def same_water(inundation: Inundation) -> Span[Inundation]:
    """Return a span without a band: one event run, one map of somebody else."""
    return Span(inundation, inundation, inundation)


def _picked(raster: Raster | None, cells: Cells) -> Floats:
    """Return a raster's values at cells, NaN outside and where there is no raster."""
    if raster is None:
        return np.full(len(cells), np.nan)
    values = raster.reshape(-1)[np.maximum(cells, 0)].astype(np.float64)
    values[cells == OUTSIDE] = np.nan
    return values


def _spread(waters: Waters, back: NDArray[np.intp]) -> Waters:
    return Waters(
        waters.depth_m[back], waters.arrival_s[back], waters.duration_h[back], waters.speed_m_s[back],
        waters.stage_m[back], waters.deeper_s[:, back],
    )  # fmt: skip


def _known(values: Floats) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])
