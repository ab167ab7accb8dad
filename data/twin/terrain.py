"""The ground of a run: bed, friction and crests on one raster, with its frame, its datum and where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Raster = NDArray[np.float32]
Point = tuple[float, float]


class Nature(StrEnum):
    """Surveyed ground, or made from facts: official exports are refused on the latter (示意地形·非实测)."""

    MEASURED = "measured"
    IDEALISED = "idealised"


class CrestKind(StrEnum):
    """What a crest line is the top of."""

    LEVEE = "levee"
    DYKE = "dyke"
    SPUR = "spur"
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class CrestLine:
    """A surveyed line that water must overtop: its points and the crest elevation at each (m, terrain's datum)."""

    kind: CrestKind
    points: tuple[Point, ...]
    crest_m: tuple[float, ...]
    name: str = ""

    def __post_init__(self) -> None:
        """A line has a length, and a crest at every point."""
        if len(self.points) < 2 or len(set(self.points)) < 2:
            raise ValueError(f"the crest line {self.name!r} has no length")
        if len(self.crest_m) != len(self.points):
            raise ValueError(
                f"the crest line {self.name!r} has {len(self.points)} points and {len(self.crest_m)} crests"
            )


@dataclass(frozen=True, slots=True, eq=False)
class Terrain:
    """Square cells, first row in the north; `bed` is NaN outside the ground, `west`, `north` are the outer corner.

    `inlet` is the line along which the river enters, `fall` the slope at which it leaves; a ground that is no reach has
    none.
    """

    bed: Raster
    manning: Raster
    cell_m: float
    west: float
    north: float
    crs: str | None
    datum: str | None
    nature: Nature
    crests: tuple[CrestLine, ...] = ()
    source: str = ""
    inlet: tuple[Point, ...] = ()
    fall: float | None = None

    def __post_init__(self) -> None:
        """Rasters of one shape, cells of a size."""
        if self.bed.ndim != 2 or self.bed.shape != self.manning.shape or min(self.bed.shape) < 1:
            raise ValueError("bed and friction are rasters of one shape")
        if not self.cell_m > 0:
            raise ValueError("a cell has a size")

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return int(self.bed.shape[0]), int(self.bed.shape[1])

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a place, None outside the raster."""
        row, col = int(np.floor((self.north - y) / self.cell_m)), int(np.floor((x - self.west) / self.cell_m))
        rows, cols = self.shape
        return (row, col) if 0 <= row < rows and 0 <= col < cols else None

    def centres(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Middle lines: x of the columns, y of the rows."""
        rows, cols = self.shape
        return (
            self.west + (np.arange(cols, dtype=np.float64) + 0.5) * self.cell_m,
            self.north - (np.arange(rows, dtype=np.float64) + 0.5) * self.cell_m,
        )

    def with_manning(self, manning: Raster) -> Terrain:
        """Return the same ground with another friction."""
        return replace(self, manning=manning)

    def with_bed(self, bed: Raster) -> Terrain:
        """Return the same place with another bed."""
        return replace(self, bed=bed)

    def with_crests(self, crests: tuple[CrestLine, ...]) -> Terrain:
        """Return the same ground with further crest lines."""
        return replace(self, crests=(*self.crests, *crests))

    def digest(self) -> str:
        """A hash of everything that changes where water goes; libraries of scenarios are keyed by it."""
        told = hashlib.sha256()
        told.update(np.ascontiguousarray(self.bed, np.float32).tobytes())
        told.update(np.ascontiguousarray(self.manning, np.float32).tobytes())
        told.update(repr((self.shape, self.cell_m, self.west, self.north, self.crs, self.datum)).encode())
        told.update(repr([(line.kind, line.points, line.crest_m) for line in self.crests]).encode())
        told.update(repr((self.inlet, self.fall)).encode())
        return told.hexdigest()


def flat_friction(bed: Raster, manning: float) -> Raster:
    """One friction value for all of a bed."""
    return np.full(bed.shape, manning, np.float32)


def coarser(terrain: Terrain, factor: int) -> Terrain:
    """The same ground on cells `factor` times as wide, by block means; crest lines keep what the means lose."""
    if factor == 1:
        return terrain
    rows, cols = (n // factor * factor for n in terrain.shape)

    def means(raster: Raster) -> Raster:
        blocks: Any = raster[:rows, :cols].reshape(rows // factor, factor, cols // factor, factor)
        known = np.isfinite(blocks).sum(axis=(1, 3))
        total = np.nansum(blocks, axis=(1, 3), dtype=np.float64)
        return np.where(known * 2 >= factor * factor, total / np.maximum(known, 1), np.nan).astype(np.float32)

    return replace(terrain, bed=means(terrain.bed), manning=means(terrain.manning), cell_m=terrain.cell_m * factor)
