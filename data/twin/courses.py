"""The course of one run as a library keeps it: peaks and frames in whole numbers, and the Flood that is read from them.

Depths of the peaks are in mm, of the frames in cm, speeds in mm/s, hazard in 0.01 m²/s, times in tens of seconds; all
uint16. A time that never comes is NEVER.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.model.nature import Nature, Origin
from data.twin.flood import OUTSIDE, Cells, Field, How, Lattice, Trust, lattice_of
from data.twin.result import Result
from data.twin.terrain import Nature as Ground
from data.twin.terrain import Raster, Terrain

Whole = NDArray[np.uint16]
NEVER = 65_535
TICK_S = 10.0
HOUR_S = 3_600.0
_MOST = 65_534
_PER_UNIT = {"depth": 1_000.0, "speed": 1_000.0, "hazard": 100.0}
KINDS = ("depth", "speed", "hazard", "arrival", "duration", "peaked")


class Frames(Protocol):
    """The depths of a course at its moments, in cm; held in memory or read from a file when asked for."""

    def one(self, number: int) -> Whole:
        """Return one moment: (rows, cols)."""
        ...

    def at(self, cells: NDArray[np.intp]) -> Whole:
        """Return some cells at every moment: (moments, cells)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class HeldFrames:
    """Frames in memory: (moments, rows, cols)."""

    depth_cm: Whole

    def one(self, number: int) -> Whole:
        """Return one moment."""
        return self.depth_cm[number]

    def at(self, cells: NDArray[np.intp]) -> Whole:
        """Return some cells at every moment."""
        return self.depth_cm.reshape(len(self.depth_cm), -1)[:, cells]


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What is kept of a run. `peaks` by name (KINDS): greatest values, first water, time under water, peak's time."""

    flow_m3s: float
    hours: tuple[float, ...]
    inflow: tuple[tuple[float, float], ...]
    lattice: Lattice
    nature: Nature
    solver: str
    wet_depth_m: float
    mass_error: float
    fastest_froude: float
    peaks: Mapping[str, Whole] = field(repr=False)
    frames: Frames = field(repr=False)

    def measure(self, kind: str) -> Raster:
        """Return greatest depth (m), speed (m/s) or hazard (m²/s)."""
        return (self.peaks[kind].astype(np.float32) / np.float32(_PER_UNIT[kind])).reshape(self._shape)

    def moment(self, kind: str) -> Raster:
        """Return arrival, duration or time of the peak in hours; NaN for never."""
        ticks = self.peaks[kind]
        hours = ticks.astype(np.float32) * np.float32(TICK_S / HOUR_S)
        return np.where(ticks == NEVER, np.float32(np.nan), hours).reshape(self._shape)

    @property
    def _shape(self) -> tuple[int, int]:
        return self.lattice.rows, self.lattice.cols


def course_of(
    result: Result, terrain: Terrain, *, flow_m3s: float, inflow: tuple[tuple[float, float], ...], made_at: datetime,
    provenance: str,
) -> Course:  # fmt: skip
    """Take from a result what a library keeps; `inflow` in hours and m³/s."""
    peaks, summary = result.peaks, result.summary
    depth_cm = np.stack([frame.depth_cm for frame in result.frames])
    wet = depth_cm.max(axis=0) > 0
    at_peak = np.array([frame.time_s for frame in result.frames])[depth_cm.argmax(axis=0)]
    origin = Origin.IDEALISED if terrain.nature is Ground.IDEALISED else Origin.MODEL
    return Course(
        flow_m3s, tuple(frame.time_s / HOUR_S for frame in result.frames), inflow, lattice_of(terrain),
        Nature(origin, made_at, provenance, terrain.datum or "", terrain.source), summary.engine, summary.wet_depth_m,
        summary.mass_error, summary.fastest_froude,
        {
            "depth": _whole(peaks.depth_m, _PER_UNIT["depth"]), "speed": _whole(peaks.speed_m_s, _PER_UNIT["speed"]),
            "hazard": _whole(peaks.hazard_m2_s, _PER_UNIT["hazard"]), "arrival": _ticks(peaks.arrival_s),
            "duration": _ticks(peaks.duration_s), "peaked": _ticks(np.where(wet, at_peak, np.inf)),
        },
        HeldFrames(depth_cm),
    )  # fmt: skip


def run_flood(
    result: Result, terrain: Terrain, *, flow_m3s: float, inflow: tuple[tuple[float, float], ...], made_at: datetime,
    provenance: str,
) -> RunFlood:  # fmt: skip
    """Make the Flood of a run that kept frames."""
    course = course_of(
        result, terrain, flow_m3s=flow_m3s, inflow=inflow, made_at=made_at, provenance=provenance
    )  # fmt: skip
    return RunFlood(course, terrain.bed)


@dataclass(frozen=True, slots=True, eq=False)
class RunFlood:
    """A direct run, asked as any Flood is; `series` reads cells from a library's memory, None from the frames."""

    course: Course
    ground: Raster = field(repr=False)
    series: Callable[[Course, Cells], Floats] | None = field(default=None, repr=False)
    _made: dict[Field, Raster] = field(default_factory=lambda: cast("dict[Field, Raster]", {}), init=False, repr=False)

    @property
    def lattice(self) -> Lattice:
        """Where its rasters lie."""
        return self.course.lattice

    @property
    def bed(self) -> Raster | None:
        """The ground."""
        return self.ground

    @property
    def nature(self) -> Nature:
        """Origin and making."""
        return self.course.nature

    @property
    def flow_m3s(self) -> float:
        """Greatest inflow."""
        return self.course.flow_m3s

    @property
    def how(self) -> How:
        """A run."""
        return How.RUN

    @property
    def trust(self) -> Trust | None:
        """A run is no blend."""
        return None

    @property
    def hours(self) -> tuple[float, ...]:
        """Moments of the frames."""
        return self.course.hours

    @property
    def inflow(self) -> tuple[tuple[float, float], ...]:
        """Hours and m³/s."""
        return self.course.inflow

    def field(self, which: Field) -> Raster | None:
        """Return a raster of the whole course; NaN outside the ground."""
        if which not in self._made:
            self._made[which] = _outside_unknown(self._field(which), self.ground)
        return self._made[which]

    def frame(self, number: int) -> Raster:
        """Return the depths at a moment."""
        return _outside_unknown(self.course.frames.one(number).astype(np.float32) / np.float32(100.0), self.ground)

    def depths(self, cells: Cells) -> Floats:
        """Return the depths of some cells at every frame."""
        return spread(cells, self.ground, self._read, len(self.hours))

    def _read(self, cells: Cells) -> Floats:
        return self.course.frames.at(cells) / 100.0 if self.series is None else self.series(self.course, cells)

    def _field(self, which: Field) -> Raster:
        match which:
            case Field.DEPTH | Field.SPEED | Field.HAZARD:
                return self.course.measure(which.value)
            case Field.STAGE:
                return stages(self.course.measure("depth"), self.ground)
            case Field.ARRIVAL | Field.DURATION:
                return self.course.moment(which.value)


def stages(depth: Raster, ground: Raster) -> Raster:
    """Return the water surface; NaN where it is dry."""
    return np.where(depth > 1e-3, ground + depth, np.float32(np.nan))


def spread(cells: Cells, ground: Raster, read: Callable[[Cells], Floats], moments: int) -> Floats:
    """Return what `read` says of the cells that lie on ground, NaN for the others: (moments, cells)."""
    on = on_ground(cells, ground)
    told = np.full((moments, len(cells)), np.nan)
    if on.any():
        told[:, on] = read(cells[on])
    return told


def on_ground(cells: Cells, ground: Raster) -> NDArray[np.bool_]:
    """Say which cells lie within the raster and on ground."""
    return (cells != OUTSIDE) & np.isfinite(ground.ravel()[np.maximum(cells, 0)])


def _outside_unknown(raster: Raster, ground: Raster) -> Raster:
    return np.where(np.isfinite(ground), raster, np.float32(np.nan))


def _whole(raster: Raster, per_unit: float) -> Whole:
    return np.clip(np.rint(np.nan_to_num(raster) * per_unit), 0, _MOST).astype(np.uint16)


def _ticks(seconds: NDArray[Any]) -> Whole:
    known = np.isfinite(seconds)
    ticks = np.clip(np.rint(np.where(known, seconds, 0.0) / TICK_S), 0, _MOST)
    return np.where(known, ticks, NEVER).astype(np.uint16)
