"""A flood over a raster: what any picture of one can be asked, be it a run, a blend between runs, or somebody's map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.model.nature import Nature
from data.twin.terrain import Raster, Terrain

Cells = NDArray[np.intp]
OUTSIDE = -1
DEGREES = "EPSG:4326"


class Field(StrEnum):
    """A raster of a flood. Hours count from its start; arrival is NaN where water never comes."""

    DEPTH = "depth"  # greatest, m
    STAGE = "stage"  # greatest, m above the lattice's datum
    SPEED = "speed"  # greatest, m/s
    HAZARD = "hazard"  # depth × speed, greatest, m²/s
    ARRIVAL = "arrival"  # first water, h
    DURATION = "duration"  # under water, h


class How(StrEnum):
    """How a picture came about; it stands beside every result."""

    RUN = "run"
    BLENDED = "blended"  # between runs of the library
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a blend may be off, measured against a direct run left out of the library, nearest in flow."""

    at_flow_m3s: float
    depth_rmse_m: float
    csi: float
    arrival_median_min: float | None = None
    arrival_p95_min: float | None = None


@dataclass(frozen=True, slots=True)
class Lattice:
    """Where a raster lies: square cells, first row in the north, `west` and `north` the outer corner, in `crs`."""

    rows: int
    cols: int
    cell_m: float
    west: float
    north: float
    crs: str
    datum: str

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return lon, lat of the outer corners: north-west, north-east, south-east, south-west."""
        east, south = self.west + self.cols * self.cell_m, self.north - self.rows * self.cell_m
        lon, lat = self.to_degrees([self.west, east, east, self.west], [self.north, self.north, south, south])
        return tuple(zip(lon.tolist(), lat.tolist(), strict=True))

    def cells(self, lon: Floats, lat: Floats) -> Cells:
        """Return the flat number of the cell of each place, OUTSIDE where there is none."""
        if not len(lon):
            return np.zeros(0, np.intp)
        x, y = self.to_metres(lon, lat)
        col, row = np.floor((x - self.west) / self.cell_m), np.floor((self.north - y) / self.cell_m)
        inside = (row >= 0) & (row < self.rows) & (col >= 0) & (col < self.cols)
        return np.where(inside, row * self.cols + col, OUTSIDE).astype(np.intp)

    def to_metres(self, lon: Sequence[float] | Floats, lat: Sequence[float] | Floats) -> tuple[Floats, Floats]:
        """Return x and y in the lattice's own metres of places in degrees."""
        return _transformed(DEGREES, self.crs, lon, lat)

    def to_degrees(self, x: Sequence[float], y: Sequence[float]) -> tuple[Floats, Floats]:
        """Return lon and lat (WGS 84) of places in the lattice's own metres."""
        return _transformed(self.crs, DEGREES, x, y)


def _transformed(
    source: str, target: str, x: Sequence[float] | Floats, y: Sequence[float] | Floats
) -> tuple[Floats, Floats]:
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]

    transform: Any = rasterio.warp.transform  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    moved = transform(source, target, list(x), list(y))
    return np.asarray(moved[0], np.float64), np.asarray(moved[1], np.float64)


def lattice_of(terrain: Terrain) -> Lattice:
    """Return where a terrain lies; ValueError without a CRS, for then nothing of it lies on the map."""
    if terrain.crs is None:
        raise ValueError("a terrain on the map has a coordinate system")
    rows, cols = terrain.shape
    return Lattice(rows, cols, terrain.cell_m, terrain.west, terrain.north, terrain.crs, terrain.datum or "")


class Flood(Protocol):
    """One course of water over a lattice. Depths and stages in m; NaN where nothing is known (outside the ground)."""

    @property
    def lattice(self) -> Lattice:
        """Where its rasters lie."""
        ...

    @property
    def bed(self) -> Raster | None:
        """The ground; None where a map of somebody else came without one."""
        ...

    @property
    def nature(self) -> Nature:
        """Origin, time of making, hash of what it was made from."""
        ...

    @property
    def flow_m3s(self) -> float:
        """Greatest inflow."""
        ...

    @property
    def how(self) -> How:
        """How it came about."""
        ...

    @property
    def trust(self) -> Trust | None:
        """The measured error, of a blend."""
        ...

    @property
    def hours(self) -> tuple[float, ...]:
        """Moments of the frames since the start of the inflow, rising; none of a map that knows only its greatest."""
        ...

    @property
    def inflow(self) -> tuple[tuple[float, float], ...]:
        """The inflow: hours since the start, m³/s."""
        ...

    def field(self, which: Field) -> Raster | None:
        """Return a raster of the whole course; None where the source does not know it."""
        ...

    def frame(self, number: int) -> Raster:
        """Return the depths at a moment."""
        ...

    def depths(self, cells: Cells) -> Floats:
        """Return the depths of some cells at every frame: (frames, cells), NaN for OUTSIDE."""
        ...
