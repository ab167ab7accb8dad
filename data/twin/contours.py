"""Lines of equal arrival (到达时间等时线), drawn by contourpy and thinned for the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.model.places import Path2D
from data.twin.flood import Field, Flood, Lattice
from data.twin.terrain import Raster

_SHORTEST_CELLS = 4.0


@dataclass(frozen=True, slots=True)
class Isochrone:
    """Where the water is after so many hours: lines in degrees."""

    hour: float
    paths: tuple[Path2D, ...]


def isochrones(flood: Flood, hours: Sequence[float]) -> tuple[Isochrone, ...]:
    """Return the lines at which the water first stands at some hours; none of a source without arrival."""
    arrival = flood.field(Field.ARRIVAL)
    if arrival is None:
        return ()
    found = lines_of(arrival, flood.lattice, hours)
    return tuple(Isochrone(hour, paths) for hour, paths in zip(hours, found, strict=True) if paths)


def lines_of(raster: Raster, lattice: Lattice, levels: Sequence[float]) -> tuple[tuple[Path2D, ...], ...]:
    """Return lines of equal value for each level, in degrees; what is shorter than a few cells is left out."""
    import contourpy
    from shapely import LineString

    if min(raster.shape) < 2:
        return tuple(() for _ in levels)
    x = lattice.west + (np.arange(lattice.cols) + 0.5) * lattice.cell_m
    y = lattice.north - (np.arange(lattice.rows) + 0.5) * lattice.cell_m
    known = np.ma.masked_invalid(raster.astype(np.float64))
    made: Any = contourpy.contour_generator(x, y, known, corner_mask=True)
    answer: list[tuple[Path2D, ...]] = []
    for level in levels:
        lines: list[Any] = []
        for points in made.lines(float(level)):
            line: Any = LineString(points) if len(points) > 1 else None
            if line is not None and line.length >= _SHORTEST_CELLS * lattice.cell_m:
                lines.append(np.asarray(line.simplify(0.4 * lattice.cell_m).coords))
        answer.append(_in_degrees(lines, lattice))
    return tuple(answer)


def _in_degrees(lines: Sequence[Any], lattice: Lattice) -> tuple[Path2D, ...]:
    """Bring all lines to degrees in one go."""
    if not lines:
        return ()
    every = np.concatenate(lines)
    lon, lat = lattice.to_degrees(every[:, 0].tolist(), every[:, 1].tolist())
    points = list(zip(lon.tolist(), lat.tolist(), strict=True))
    ends = np.cumsum([len(line) for line in lines]).tolist()
    return tuple(tuple(points[start:end]) for start, end in zip([0, *ends[:-1]], ends, strict=True))
