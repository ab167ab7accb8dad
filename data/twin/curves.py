"""What a flood tells at a place over time and along a cut: curves, profiles, crests that the cut meets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from data.model.inundation import Floats
from data.model.places import Path2D
from data.twin.axis import Axis
from data.twin.flood import OUTSIDE, Cells, Field, Flood, Lattice
from data.twin.terrain import CrestLine, Raster

_WET_M = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Water at a place over time. `stage_m` NaN while it is dry, empty without a ground; `greatest_m` may lie between.

    `bed_m` None: the source has no ground there.
    """

    hours: tuple[float, ...]
    depth_m: tuple[float, ...]
    stage_m: tuple[float, ...]
    bed_m: float | None
    greatest_m: float
    arrival_h: float | None
    datum: str


def curve_at(flood: Flood, lon: float, lat: float) -> Curve | None:
    """Return the curve of a place; None where nothing is known."""
    cell = flood.lattice.cells(np.array([lon]), np.array([lat]))
    greatest = _one(flood.field(Field.DEPTH), cell)
    if cell[0] == OUTSIDE or np.isnan(greatest):
        return None
    bed, arrival = _one(flood.bed, cell), _one(flood.field(Field.ARRIVAL), cell)
    depths = flood.depths(cell)[:, 0] if flood.hours else np.zeros(0)
    stages = np.where(depths > _WET_M, bed + depths, np.nan) if flood.bed is not None else np.zeros(0)
    return Curve(
        flood.hours, tuple(depths.tolist()), tuple(stages.tolist()), None if np.isnan(bed) else bed, greatest,
        None if np.isnan(arrival) else arrival, flood.nature.datum or flood.lattice.datum,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Points along a line on a lattice, evenly laid; `cells` OUTSIDE where the line leaves it."""

    lattice: Lattice
    along_m: Floats
    x: Floats
    y: Floats
    cells: Cells

    def path(self) -> Path2D:
        """Return the line in degrees."""
        lon, lat = self.lattice.to_degrees(self.x.tolist(), self.y.tolist())
        return tuple(zip(lon.tolist(), lat.tolist(), strict=True))


def cut_along(lattice: Lattice, path: Path2D, most: int = 2000) -> Cut:
    """Lay points along a path, half a cell apart, `most` of them at most."""
    if len(path) < 2:
        raise ValueError("a cut has two points")
    x, y = lattice.to_metres([p[0] for p in path], [p[1] for p in path])
    whole = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    length = float(whole[-1])
    if not length > 0:
        raise ValueError("a cut has a length")
    count = int(min(most, max(2, np.ceil(length / (0.5 * lattice.cell_m)) + 1)))
    along: Floats = np.linspace(0.0, length, count)
    px, py = np.interp(along, whole, x), np.interp(along, whole, y)
    col, row = np.floor((px - lattice.west) / lattice.cell_m), np.floor((lattice.north - py) / lattice.cell_m)
    inside = (row >= 0) & (row < lattice.rows) & (col >= 0) & (col < lattice.cols)
    cells = np.where(inside, row * lattice.cols + col, OUTSIDE).astype(np.intp)
    return Cut(lattice, along, px.astype(np.float64), py.astype(np.float64), cells)


def across(axis: Axis, lon: float, lat: float, half_m: float) -> Path2D:
    """Return a line across the river through a place: square to the middle line beside it, from left bank to right."""
    x, y = axis.lattice.to_metres([lon], [lat])
    near = int(np.hypot(axis.x - x[0], axis.y - y[0]).argmin())
    low, high = max(0, near - 8), min(len(axis.x) - 1, near + 8)
    dx, dy = float(axis.x[high] - axis.x[low]), float(axis.y[high] - axis.y[low])
    length = float(np.hypot(dx, dy))
    ux, uy = -dy / length, dx / length  # to the left of the way the line runs
    ends_x, ends_y = [x[0] + ux * half_m, x[0] - ux * half_m], [y[0] + uy * half_m, y[0] - uy * half_m]
    told = axis.lattice.to_degrees(ends_x, ends_y)
    return tuple(zip(told[0].tolist(), told[1].tolist(), strict=True))


def bed_along(flood: Flood, cut: Cut) -> Floats:
    """Return the ground along a cut, NaN where there is none."""
    return _picked(flood.bed, cut.cells)


def surface_along(flood: Flood, cut: Cut, number: int | None = None) -> Floats:
    """Return the water surface along a cut at a frame, or the greatest; NaN where it is dry or without a ground."""
    depth = flood.field(Field.DEPTH) if number is None else flood.frame(number)
    stage = flood.field(Field.STAGE) if number is None and flood.bed is None else None
    depths = _picked(depth, cut.cells)
    surface = _picked(stage, cut.cells) if flood.bed is None else _picked(flood.bed, cut.cells) + depths
    return np.where(depths > _WET_M, surface, np.nan)


def crests_along(crests: Sequence[CrestLine], cut: Cut) -> Floats:
    """Return the crest elevation where a cut meets levees, dykes, spurs or roads, NaN elsewhere; the highest holds."""
    from shapely import LineString

    told = np.full(len(cut.along_m), np.nan)
    line: Any = LineString(np.column_stack([cut.x, cut.y]))
    for crest in crests:
        course: Any = LineString(crest.points)
        met: Any = line.intersection(course)
        if met.is_empty:
            continue
        at: list[float] = [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(crest.points))]
        parts: Any = getattr(met, "geoms", (met,))
        for part in parts:
            point: Any = part.representative_point()
            height = float(np.interp(float(course.project(point)), at, crest.crest_m))
            here = int(np.abs(cut.along_m - line.project(point)).argmin())
            told[here] = np.fmax(told[here], height)
    return told


def _picked(raster: Raster | None, cells: Cells) -> Floats:
    if raster is None:
        return np.full(len(cells), np.nan)
    return np.where(cells == OUTSIDE, np.nan, raster.reshape(-1)[np.maximum(cells, 0)].astype(np.float64))


def _one(raster: Raster | None, cell: Cells) -> float:
    return float(_picked(raster, cell)[0])
