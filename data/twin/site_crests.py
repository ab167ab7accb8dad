"""Crest lines of the idealised reach: the main levee, the spurs a little lower, the roads half a metre over the ground.

Only the levee at the works that state a crest has figures; all else is an assumption, like the ground it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

from data.model.places import Path2D
from data.model.register import Registers
from data.twin.plane import to_metres
from data.twin.site_lines import CRS, Floats, SiteLines, Track, track_of
from data.twin.terrain import CrestKind, CrestLine, Terrain


@dataclass(frozen=True, slots=True)
class CrestFacts:
    """Assumed heights."""

    spur_below_m: float = 1.0
    """How far the top of a spur lies under the levee's crest."""
    dam_over_m: float = 1.0
    """How far the top of a dam out in the plain (控导) lies over the ground at its root."""
    near_levee_m: float = 150.0
    """A spur whose root is farther from the levee belongs to such a dam."""
    road_over_m: float = 0.5
    spacing_m: float = 40.0


def levee_crest(lines: SiteLines, levee: Track, facts: CrestFacts, fall: float) -> CrestLine:
    """The main levee, drawn out to the raster's rims."""
    step = max(1, int(facts.spacing_m / 10.0))
    points = levee.points[::step]
    crests = lines.crest_m(lines.levee.nearest(points)[1], fall)
    return CrestLine(CrestKind.LEVEE, _points(points), tuple(float(m) for m in crests), "levee")


def spur_crests(
    registers: Registers, lines: SiteLines, facts: CrestFacts, fall: float, terrain: Terrain
) -> tuple[CrestLine, ...]:
    """坝 and 垛; a 护岸 lies along the bank and holds nothing back."""
    found: list[CrestLine] = []
    for row in registers.spurs:
        if row.kind == "护岸" or len(set(row.path)) < 2:
            continue
        points = to_metres(row.path, CRS)
        away, along = lines.levee.nearest(np.array(points[:1]))
        crest = float(lines.crest_m(along, fall)[0]) - facts.spur_below_m
        if away[0] > facts.near_levee_m:
            ground = _ground(terrain, np.array(points))
            if not np.isfinite(ground).any():
                continue
            crest = float(np.nanmax(ground)) + facts.dam_over_m
        found.append(CrestLine(CrestKind.SPUR, points, (crest,) * len(points), row.id))
    return tuple(found)


def road_crests(registers: Registers, lines: SiteLines, facts: CrestFacts, terrain: Terrain) -> tuple[CrestLine, ...]:
    """Roads over the land, in pieces where they leave it: a bridge over the channel dams nothing."""
    found: list[CrestLine] = []
    for row in registers.maplines:
        if row.kind == "road" and len(set(row.path)) > 1:
            found += _road(row.id, row.path, lines, facts, terrain)
    return tuple(found)


def _road(name: str, path: Path2D, lines: SiteLines, facts: CrestFacts, terrain: Terrain) -> Iterator[CrestLine]:
    points = track_of(np.array(to_metres(path, CRS))).points[:: max(1, int(facts.spacing_m / 10.0))]
    ground = _ground(terrain, points)
    channel = lines.right.foot(points).left & ~lines.left.foot(points).left
    on_land = np.isfinite(ground) & ~channel
    for number, (begin, end) in enumerate(_stretches(on_land)):
        if end - begin > 1:
            crests = tuple(float(m) + facts.road_over_m for m in ground[begin:end])
            yield CrestLine(CrestKind.ROAD, _points(points[begin:end]), crests, f"{name}/{number}" if number else name)


def _stretches(held: Sequence[bool] | np.ndarray) -> Iterator[tuple[int, int]]:
    turns = np.flatnonzero(np.diff(np.concatenate([[False], held, [False]]).astype(np.int8)))
    yield from ((int(a), int(b)) for a, b in list(pairwise(turns))[::2])


def _ground(terrain: Terrain, points: Floats) -> Floats:
    """The highest ground at and beside places: a crest line runs along the faces of cells, not over their middles."""
    rows, cols = terrain.shape
    col = np.floor((points[:, 0] - terrain.west) / terrain.cell_m).astype(np.intp)
    row = np.floor((terrain.north - points[:, 1]) / terrain.cell_m).astype(np.intp)
    inside = (row >= 0) & (row < rows) & (col >= 0) & (col < cols)
    padded = np.pad(terrain.bed, 1, constant_values=np.nan)
    row, col = row[inside] + 1, col[inside] + 1
    highest = np.full(len(row), -np.inf)
    for down, right in product((-1, 0, 1), repeat=2):
        highest = np.fmax(highest, padded[row + down, col + right])
    heights = np.full(len(points), np.nan)
    heights[inside] = np.where(np.isfinite(padded[row, col]), highest, np.nan)
    return heights


def _points(points: Floats) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in points)
