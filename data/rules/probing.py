"""Lay points along ways and over areas, ask for the water at all of them in one go, and gather the answers again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import DRY, Floats, Inundation, Probes, Waters, Wetness, moment
from data.model.places import Path2D
from data.rules.geometry import centre, distance_m, inside

Point = tuple[float, float]
METRES_A_DEGREE = 111_195.0
_MOST_INSIDE = 400
"""Points laid in one ring at most; a larger ring is asked more coarsely."""


def along_points(path: Path2D, step_m: float) -> list[Point]:
    """Return the corners of a path and points between them, no two further apart than the step."""
    points = list(path[:1])
    for a, b in pairwise(path):
        count = max(1, math.ceil(distance_m(a, b) / step_m))
        points += [(a[0] + (b[0] - a[0]) * n / count, a[1] + (b[1] - a[1]) * n / count) for n in range(1, count + 1)]
    return points


def over_points(ring: Path2D, step_m: float) -> list[Point]:
    """Return points on the border of a ring, its centre, and a lattice inside."""
    border = along_points((*ring, ring[0]) if ring and ring[0] != ring[-1] else ring, step_m)
    middle = centre(ring)
    if middle is None:
        return border
    lat_step = step_m / METRES_A_DEGREE
    lon_step = lat_step / max(0.1, math.cos(math.radians(middle[1])))
    west, east = min(p[0] for p in ring), max(p[0] for p in ring)
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    coarser = math.sqrt(max(1.0, (east - west) / lon_step * (north - south) / lat_step / _MOST_INSIDE))
    columns = np.arange(west, east, lon_step * coarser).tolist()
    rows = np.arange(south, north, lat_step * coarser).tolist()
    return [*border, middle, *(p for x in columns for y in rows if inside(p := (x, y), ring))]


def inner_points(ring: Path2D, share: float = 0.5) -> list[Point]:
    """Return the middle of an area and points half way from it to every corner and the middle of every side.

    A model's cells are as wide as a field: what touches the border of one may be the cell of the river beside it.
    """
    middle = centre(ring)
    if middle is None:
        return []
    corners = list(ring[:-1]) if ring[0] == ring[-1] else list(ring)
    sides = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]
    around = ((middle[0] + (x - middle[0]) * share, middle[1] + (y - middle[1]) * share) for x, y in (*corners, *sides))
    return [middle, *around]


@dataclass(frozen=True, slots=True, eq=False)
class Sampling:
    """Groups of probes: the points of group n begin at `starts[n]`; no group is empty."""

    probes: Probes
    starts: NDArray[np.intp]

    def __len__(self) -> int:
        """Count the groups."""
        return len(self.starts)

    def least(self, column: Floats) -> Floats:
        """Return the least known value of every group, NaN where none is known."""
        return np.fmin.reduceat(column, self.starts, axis=-1) if len(self.starts) else column

    def most(self, column: Floats) -> Floats:
        """Return the greatest known value of every group, NaN where none is known."""
        return np.fmax.reduceat(column, self.starts, axis=-1) if len(self.starts) else column

    def unknown(self, column: Floats) -> NDArray[np.bool_]:
        """Return whether any value of a group is not known."""
        return np.logical_or.reduceat(np.isnan(column), self.starts) if len(self.starts) else np.isnan(column)


class Lay:
    """Collects groups of points."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lon: list[float] = []
        self._lat: list[float] = []
        self._starts: list[int] = []

    def add(self, points: Sequence[Point]) -> int:
        """Add a group and return its number."""
        if not points:
            raise ValueError("a group of no points cannot be asked")
        self._starts.append(len(self._lon))
        self._lon += [p[0] for p in points]
        self._lat += [p[1] for p in points]
        return len(self._starts) - 1

    def __len__(self) -> int:
        """Count the groups."""
        return len(self._starts)

    def done(self) -> Sampling:
        """Return what was collected."""
        return Sampling(Probes(np.array(self._lon), np.array(self._lat)), np.array(self._starts, np.intp))


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Water by group, in columns (as Waters): deepest, earliest, longest, fastest of the known points."""

    depth_m: Floats
    arrival_s: Floats
    duration_h: Floats
    speed_m_s: Floats
    hazard: Floats
    stage_m: Floats

    def wetness(self, n: int) -> Wetness | None:
        """Return one group's water; None where nothing is known."""
        if np.isnan(self.depth_m[n]):
            return None
        arrival = moment(float(self.arrival_s[n]))
        if arrival is None:
            return DRY
        return Wetness(
            float(self.depth_m[n]), arrival, _known(self.duration_h[n]) or 0.0, _known(self.speed_m_s[n]),
            _known(self.hazard[n]), _known(self.stage_m[n]),
        )  # fmt: skip


def gather(sampling: Sampling, inundation: Inundation) -> Gathered:
    """Ask about every group."""
    return gathered(sampling, inundation.many(sampling.probes, ()))


def gathered(sampling: Sampling, waters: Waters) -> Gathered:
    """Gather answers by group; the hazard is the greatest depth × speed of one point (both taken at their peak)."""
    return Gathered(
        sampling.most(waters.depth_m),
        sampling.least(waters.arrival_s),
        sampling.most(waters.duration_h),
        sampling.most(waters.speed_m_s),
        sampling.most(waters.depth_m * waters.speed_m_s),
        sampling.most(waters.stage_m),
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
