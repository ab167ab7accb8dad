"""A surveyed terrain for the township: an elevation file brought to the working metres and cells, with its lines.

The file is read through a window and at the cells of the model, so that a file larger than the memory is no matter.
The vertical datum must be declared: a level without one can be compared with nothing. What a survey adds (crests, land
use, buildings) is burned in; where the river enters and how it leaves comes from the registers' lines and the ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np

from data.model.register import Registers
from data.model.river import HUAYUANKOU
from data.twin.dem import Window, read_window
from data.twin.faults import TwinCode, TwinFault
from data.twin.site_lines import CRS, Floats, SiteLines, site_lines
from data.twin.survey_files import Area, survey_blocks, survey_crests, survey_friction
from data.twin.terrain import Nature, Point, Raster, Terrain, flat_friction

MARGIN_M = 2500.0
"""Ground taken in beyond the lines of the registers."""
LEAST_COVER = 0.25
"""Share of the river's points that must lie on the ground, or it is not that of the township."""
INLET_M = 200.0
MOST_CELLS = 4_000_000
FALL = (1e-5, 1e-2)


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of a survey and what is declared of them."""

    file: Path
    datum: str
    crs: str = ""
    """Used where the elevation file names none."""
    crests: Path | None = None
    landuse: Path | None = None
    blocks: Path | None = None
    block_height_m: float = 3.0
    manning: float = 0.035


def import_terrain(survey: Survey, registers: Registers, cell_m: float) -> Terrain:
    """Make the terrain of the township from a survey; TwinFault tells what is wrong with it."""
    if not survey.datum.strip():
        raise TwinFault(TwinCode.NO_DATUM, str(survey.file), "datum")
    if not 1.0 <= cell_m <= 500.0:
        raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, key="cell", params={"value": cell_m, "low": 1.0, "high": 500.0})
    lines = site_lines(registers, HUAYUANKOU)
    window = _window(lines, cell_m)
    bed = read_window(survey.file, window, survey.crs or None)
    _near(survey, lines, window, bed)
    terrain = _trimmed(
        Terrain(
            bed, flat_friction(bed, survey.manning), cell_m, window.west, window.north, CRS, survey.datum.strip(),
            Nature.MEASURED, source=survey.file.name,
        )
    )  # fmt: skip
    if survey.landuse is not None:
        terrain = terrain.with_manning(_burned(terrain, terrain.manning, survey_friction(survey.landuse, CRS)))
    if survey.blocks is not None:
        areas = survey_blocks(survey.blocks, CRS, survey.block_height_m)
        raised = _burned(terrain, np.zeros(terrain.shape, np.float32), areas)
        terrain = terrain.with_bed((terrain.bed + raised).astype(np.float32))
    if survey.crests is not None:
        terrain = terrain.with_crests(survey_crests(survey.crests, survey.crs or CRS, CRS))
    return replace(terrain, inlet=inlet_of(terrain, lines), fall=fall_of(terrain, lines))


def inlet_of(terrain: Terrain, lines: SiteLines) -> tuple[Point, ...]:
    """Return a zigzag between the banks where the river comes onto the ground; none when it never does."""
    held = np.isfinite(_heights(terrain, lines.river.points))
    if not held.any():
        return ()
    start = float(lines.river.along_m[int(np.argmax(held))])
    places = lines.river.at(np.arange(start, start + INLET_M, terrain.cell_m))
    points: list[Point] = []
    for number, place in enumerate(places):
        ends = [_nearest(track.points, place) for track in (lines.left, lines.right)]
        points += ends if number % 2 == 0 else ends[::-1]
    return tuple(points)


def fall_of(terrain: Terrain, lines: SiteLines) -> float:
    """Return the river's fall by its length: a line through the lowest ground at its middle."""
    heights = _heights(terrain, lines.river.points)
    known = np.isfinite(heights)
    if known.sum() < 20:
        return 2e-4
    slope = float(np.polyfit(lines.river.along_m[known], heights[known], 1)[0])
    return float(np.clip(-slope, *FALL))


def _window(lines: SiteLines, cell_m: float) -> Window:
    points = np.concatenate([track.points for track in (lines.left, lines.right, lines.levee)])
    low, high = points.min(axis=0) - MARGIN_M, points.max(axis=0) + MARGIN_M
    west, north = float(np.floor(low[0] / cell_m) * cell_m), float(np.ceil(high[1] / cell_m) * cell_m)
    rows, cols = int(np.ceil((north - low[1]) / cell_m)), int(np.ceil((high[0] - west) / cell_m))
    if rows * cols > MOST_CELLS:
        params: dict[str, str | float] = {"cells": rows * cols, "most": MOST_CELLS}
        raise TwinFault(TwinCode.TOO_LARGE, key="cell", params=params)
    return Window(CRS, west, north, cell_m, rows, cols)


def _near(survey: Survey, lines: SiteLines, window: Window, bed: Raster) -> None:
    """Refuse ground that is elsewhere: a wrong CRS, swapped axes, another township."""
    bare = Terrain(bed, bed, window.cell_m, window.west, window.north, CRS, survey.datum, Nature.MEASURED)
    share = float(np.isfinite(_heights(bare, lines.river.points)).mean())
    if share < LEAST_COVER:
        raise TwinFault(TwinCode.NOT_NEAR, str(survey.file), "crs", {"share": round(100.0 * share)})


def _heights(terrain: Terrain, points: Floats) -> Floats:
    rows, cols = terrain.shape
    col = np.floor((points[:, 0] - terrain.west) / terrain.cell_m).astype(np.intp)
    row = np.floor((terrain.north - points[:, 1]) / terrain.cell_m).astype(np.intp)
    inside = (row >= 0) & (row < rows) & (col >= 0) & (col < cols)
    heights = np.full(len(points), np.nan)
    heights[inside] = terrain.bed[row[inside], col[inside]]
    return heights


def _nearest(points: Floats, place: Floats) -> Point:
    x, y = points[int(np.argmin(((points - place) ** 2).sum(axis=1)))]
    return float(x), float(y)


def _trimmed(terrain: Terrain) -> Terrain:
    """Return the ground without empty rows and columns around it."""
    known = np.isfinite(terrain.bed)
    rows, cols = np.flatnonzero(known.any(axis=1)), np.flatnonzero(known.any(axis=0))
    top, left = int(rows[0]), int(cols[0])
    part = (slice(top, int(rows[-1]) + 1), slice(left, int(cols[-1]) + 1))
    return replace(
        terrain, bed=np.ascontiguousarray(terrain.bed[part]), manning=np.ascontiguousarray(terrain.manning[part]),
        west=terrain.west + left * terrain.cell_m, north=terrain.north - top * terrain.cell_m,
    )  # fmt: skip


def _burned(terrain: Terrain, raster: Raster, areas: Iterable[Area]) -> Raster:
    """Return a raster with the values of areas on the cells whose middle they hold; the later holds."""
    import rasterio.features  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    affine, features = cast("Any", Affine), cast("Any", rasterio.features)
    shapes = [({"type": "Polygon", "coordinates": [[*area.ring, area.ring[0]]]}, area.value) for area in areas]
    if not shapes:
        return raster
    place = affine(terrain.cell_m, 0.0, terrain.west, 0.0, -terrain.cell_m, terrain.north)
    burned: Any = features.rasterize(shapes, out=raster.astype(np.float32).copy(), transform=place)
    return burned
