"""A flood between two runs of a library. Depths come from water surfaces, moments from how the water rises.

Depth, the one raster the slider needs, is made at once; the others when they are asked for. A cell counts as flooded
when its depth reaches the depth that counts as wet: arrival and duration are known there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.model.inundation import Floats
from data.model.nature import Nature
from data.twin.courses import Course, on_ground, spread, stages
from data.twin.crossing import first_above
from data.twin.flood import Cells, Field, Flood, How, Lattice, Trust
from data.twin.ghosts import along
from data.twin.rising import SHRINKING, Blend, Rise, between, blended_rise, series
from data.twin.terrain import Raster

RisesAt = Callable[[float, Cells], Rise]
"""Reads how one run of the library, named by its flow, rises at some cells; remembers what it has read."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The runs around a flow: two below, two above, the outer ones None where the library ends."""

    courses: tuple[Course | None, Course, Course, Course | None]

    @property
    def below(self) -> Course:
        """The run below."""
        return self.courses[1]

    @property
    def above(self) -> Course:
        """The run above."""
        return self.courses[2]

    @property
    def flows_m3s(self) -> tuple[float, ...]:
        """Their flows; 0 and infinite beyond the ends."""
        low, high = self.courses[0], self.courses[3]
        outer = (0.0 if low is None else low.flow_m3s, float("inf") if high is None else high.flow_m3s)
        return outer[0], self.below.flow_m3s, self.above.flow_m3s, outer[1]


class BlendedFlood:
    """A flood at a flow between two runs; made by a library."""

    def __init__(  # noqa: PLR0917 - a value's parts
        self, flow_m3s: float, depth: Raster, ground: Raster, around: Neighbours, nature: Nature, trust: Trust | None,
        inflow: tuple[tuple[float, float], ...], rises: RisesAt,
    ) -> None:  # fmt: skip
        """Hold the greatest depths and where the rest is made from."""
        self._flow, self._ground, self._around, self._nature, self._trust = flow_m3s, ground, around, nature, trust
        self._inflow, self._rises = inflow, rises
        self._depth = depth
        self._ends: tuple[Raster, Raster] | None = None
        self._made: dict[Field, Raster] = {}

    @property
    def lattice(self) -> Lattice:
        """Where its rasters lie."""
        return self._around.below.lattice

    @property
    def bed(self) -> Raster | None:
        """The ground."""
        return self._ground

    @property
    def nature(self) -> Nature:
        """That of the library."""
        return self._nature

    @property
    def flow_m3s(self) -> float:
        """Greatest inflow."""
        return self._flow

    @property
    def how(self) -> How:
        """Blended."""
        return How.BLENDED

    @property
    def trust(self) -> Trust | None:
        """The measured error."""
        return self._trust

    @property
    def hours(self) -> tuple[float, ...]:
        """Moments of the frames."""
        return self._around.below.hours

    @property
    def inflow(self) -> tuple[tuple[float, float], ...]:
        """Hours and m³/s."""
        return self._inflow

    @property
    def ground(self) -> Raster:
        """The ground, which every library has."""
        return self._ground

    @property
    def between(self) -> tuple[float, float]:
        """Flows of the two runs."""
        return self._around.below.flow_m3s, self._around.above.flow_m3s

    def field(self, which: Field) -> Raster | None:
        """Return a raster of the whole course."""
        if which not in self._made:
            raster = self._field(which)
            self._made[which] = np.where(np.isfinite(self._ground), raster, np.float32(np.nan))
        return self._made[which]

    def frame(self, number: int) -> Raster:
        """Return the depths at a moment: nothing before a cell's arrival, never more than its greatest."""
        below, above = (course.frames.one(number) for course in (self._around.below, self._around.above))
        low, high = below.astype(np.float32) / np.float32(100.0), above.astype(np.float32) / np.float32(100.0)
        greatest, weight = self._depth, np.float32(self._weight())
        lower, upper = self._greatest()
        reached = lower >= self._around.below.wet_depth_m
        newly = np.maximum(high - (upper - greatest), np.float32(0.0))
        depth = np.where(reached, low + weight * (high - low), newly)
        arrival = self.field(Field.ARRIVAL)
        # what stands in water from the start is noted as reached a few steps later
        early = arrival is not None and arrival > self.hours[max(number, 1)]
        depth = np.where(early, np.minimum(depth, np.float32(0.0)), np.minimum(depth, greatest))
        return np.where(np.isfinite(self._ground), depth, np.float32(np.nan))

    def depths(self, cells: Cells) -> Floats:
        """Return the depths of some cells at every frame."""
        return spread(cells, self._ground, self._read, len(self.hours))

    def rise(self, cells: Cells) -> Blend:
        """Return how the water rises at cells that lie on the ground."""
        rises = [None if one is None else self._rises(one.flow_m3s, cells) for one in self._around.courses]
        peak = self._depth.ravel()[cells].astype(np.float64)
        return blended_rise(self._flow, self._around.flows_m3s, rises, peak, self._around.above.wet_depth_m)

    def _read(self, cells: Cells) -> Floats:
        return series(self.rise(cells).likely, self.hours)

    def _greatest(self) -> tuple[Raster, Raster]:
        """Greatest depths of the two runs."""
        if self._ends is None:
            self._ends = self._around.below.measure("depth"), self._around.above.measure("depth")
        return self._ends

    def _weight(self) -> float:
        low, high = along(self._around.below.flow_m3s), along(self._around.above.flow_m3s)
        return (along(self._flow) - low) / (high - low)

    def _field(self, which: Field) -> Raster:
        depth = self._depth
        match which:
            case Field.DEPTH:
                return depth
            case Field.STAGE:
                return stages(depth, self._ground)
            case Field.SPEED | Field.HAZARD:
                low, high = (one.measure(which.value) for one in (self._around.below, self._around.above))
                return np.where(depth > 0, low + np.float32(self._weight()) * (high - low), np.float32(0.0))
            case Field.ARRIVAL:
                return self._arrival(depth)
            case Field.DURATION:
                return self._duration(depth)

    def _arrival(self, depth: Raster) -> Raster:
        around = self._around
        told: list[Any] = [None if one is None else one.moment("arrival").astype(np.float64) for one in around.courses]
        below, above = around.below, around.above
        both = self._greatest()[0] >= below.wet_depth_m
        peaked = np.maximum(above.moment("peaked"), told[2])
        height = self._height(depth)
        new = peaked - (peaked - told[2]) * height**SHRINKING
        hours = np.where(both & np.isfinite(told[1]), between(self._flow, around.flows_m3s, told), new)
        return np.where(depth >= above.wet_depth_m, hours, np.nan).astype(np.float32)

    def _duration(self, depth: Raster) -> Raster:
        below, above = self._around.below, self._around.above
        low, high = np.nan_to_num(below.moment("duration")), np.nan_to_num(above.moment("duration"))
        both = self._greatest()[0] >= below.wet_depth_m
        mixed = np.where(both, low + np.float32(self._weight()) * (high - low), high * self._height(depth))
        return np.where(depth >= above.wet_depth_m, mixed, np.float32(0.0)).astype(np.float32)

    def _height(self, depth: Raster) -> Any:
        """How far a newly wet cell's peak has come from wet to the upper run's: 0 … 1."""
        wet_m, high = self._around.above.wet_depth_m, self._greatest()[1]
        return np.clip((depth - wet_m) / np.maximum(high - wet_m, np.float32(1e-6)), 0.0, 1.0)


def arrival_interval(flood: Flood, cells: Cells, depth_m: float) -> tuple[Floats, Floats, Floats]:
    """Return earliest, likely and latest hour at which cells pass a depth: inf never, NaN outside the ground.

    Of a blend the runs around it bound the moment; a run, or somebody's map, has one moment.
    """
    if not isinstance(flood, BlendedFlood):
        depths = flood.depths(cells)
        told = first_above(depths, flood.hours, (depth_m,))[0]
        told = np.where(np.isnan(depths).any(axis=0), np.nan, told)
        return told, told, told
    known = on_ground(cells, flood.ground)
    early, likely, late = np.full((3, len(cells)), np.nan)
    early[known], likely[known], late[known] = flood.rise(cells[known]).interval(depth_m)
    return early, likely, late
