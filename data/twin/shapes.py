"""Lines and polygons on a raster: cells inside, cells passed, and the faces a line cuts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data.twin.terrain import CrestLine, Point, Terrain


@dataclass(frozen=True, slots=True)
class CutFace:
    """A face between two cells that a crest line cuts.

    `along_x`: the face lies west of the cell, else north of it. `share`: length of the line over that of the stair of
    faces that stands for it. `chainage_m`: where on the line.
    """

    along_x: bool
    row: int
    col: int
    crest_m: float
    share: float
    chainage_m: float


def inside(terrain: Terrain, ring: Sequence[Point]) -> NDArray[np.bool_]:
    """Cells whose middle lies in a ring (even-odd rule)."""
    xs, ys = terrain.centres()
    hit = np.zeros(terrain.shape, np.bool_)
    top, bottom = max(y for _, y in ring), min(y for _, y in ring)
    for row in np.flatnonzero((ys >= bottom) & (ys <= top)):
        y = float(ys[row])
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (ay > y) != (by > y):
                hit[row] ^= xs > (bx - ax) * (y - ay) / (by - ay) + ax
    return hit


def disc_cells(terrain: Terrain, x: float, y: float, radius_m: float) -> list[tuple[int, int]]:
    """Cells whose middle lies within a radius, else the cell of the centre; none when all of it is off the raster."""
    xs, ys = terrain.centres()
    near = (xs[None, :] - x) ** 2 + (ys[:, None] - y) ** 2 <= radius_m**2
    cells = [(int(r), int(c)) for r, c in zip(*np.nonzero(near), strict=True)]
    if cells:
        return cells
    home = terrain.cell_at(x, y)
    return [] if home is None else [home]


def line_cells(terrain: Terrain, points: Sequence[Point]) -> list[tuple[int, int]]:
    """Cells that a line passes through, in its order, each once."""
    seen: dict[tuple[int, int], None] = {}
    for a, b in pairwise(points):
        steps = max(1, math.ceil(math.dist(a, b) / (0.25 * terrain.cell_m)))
        for k in range(steps + 1):
            cell = terrain.cell_at(a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps)
            if cell is not None:
                seen.setdefault(cell)
    return list(seen)


def cut_faces(terrain: Terrain, line: CrestLine) -> Iterator[CutFace]:
    """Faces whose two cells the line parts; two cells on its two sides are never left joined."""
    size = terrain.cell_m
    places = [((x - terrain.west) / size - 0.5, (terrain.north - y) / size - 0.5) for x, y in line.points]
    begun = 0.0
    for (a, b), (low, high) in zip(pairwise(places), pairwise(line.crest_m), strict=True):
        length = math.dist(a, b)
        if length == 0:
            continue
        share = length / (abs(b[0] - a[0]) + abs(b[1] - a[1]))
        for part, col in _crossings(a[1], b[1], a[0], b[0]):
            yield from _face(terrain, True, part, col, low + (high - low) * part[1], share, begun + length * part[1])
        for part, row in _crossings(a[0], b[0], a[1], b[1]):
            yield from _face(terrain, False, part, row, low + (high - low) * part[1], share, begun + length * part[1])
        begun += length


def _crossings(a: float, b: float, other_a: float, other_b: float) -> Iterator[tuple[tuple[int, float], int]]:
    """Whole numbers passed between a and b (the lower end counts), how far on, and the face hit on the other axis."""
    for whole in range(math.ceil(min(a, b)), math.ceil(max(a, b))):
        part = (whole - a) / (b - a)
        yield (whole, part), math.floor(other_a + (other_b - other_a) * part) + 1


def _face(
    terrain: Terrain, along_x: bool, part: tuple[int, float], hit: int, crest: float, share: float, begun: float
) -> Iterator[CutFace]:
    rows, cols = terrain.shape
    row, col = (part[0], hit) if along_x else (hit, part[0])
    within = (0 <= row < rows and 1 <= col < cols) if along_x else (1 <= row < rows and 0 <= col < cols)
    if within:
        yield CutFace(along_x, row, col, crest, share, begun * terrain.cell_m)
