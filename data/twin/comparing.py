"""Two floods against each other, and one in sums: areas, volumes, classes."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.twin.flood import Field, Flood, Lattice
from data.twin.terrain import Raster

_WET_M = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """B against A on A's cells: depth b − a (dry is 0, NaN: one knows nothing), arrival b − a where both are wet."""

    lattice: Lattice
    depth_m: Raster
    arrival_h: Raster | None
    sums: DifferenceSums

    def drawn(self) -> Raster:
        """Return the depths to draw: NaN where nothing changed because both are dry."""
        return np.where(self.depth_m == 0, np.float32(np.nan), self.depth_m)


@dataclass(frozen=True, slots=True)
class DifferenceSums:
    """Area that B adds and takes, how much deeper it is where either is wet, how much earlier where both are.

    `deepest` is lon, lat of the greatest difference, None when there is none.
    """

    gained_km2: float
    lost_km2: float
    deeper_mean_m: float
    deeper_most_m: float
    earlier_median_min: float | None
    deepest: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What is under water at the greatest."""

    area_km2: float
    volume_m3: float
    mean_m: float
    deepest_m: float


def difference(a: Flood, b: Flood, frames: tuple[int, int] | None = None) -> Difference:
    """Compare two floods at their greatest, or at a frame of each; B is brought onto A's cells when they differ."""
    first = a.field(Field.DEPTH) if frames is None else a.frame(frames[0])
    second = b.field(Field.DEPTH) if frames is None else b.frame(frames[1])
    if first is None or second is None:
        raise ValueError("a difference needs depths of both")
    second = on_lattice(second, b.lattice, a.lattice)
    depth = (np.where(second > _WET_M, second, 0.0) - np.where(first > _WET_M, first, 0.0)).astype(np.float32)
    depth[np.isnan(first) | np.isnan(second)] = np.nan
    arrival = _earlier(a, b) if frames is None else None
    cell_km2 = (a.lattice.cell_m / 1000) ** 2
    known = np.isfinite(depth)
    was, now = (first > _WET_M) & known, (second > _WET_M) & known
    either = was | now
    off = np.abs(np.where(known, depth, 0.0))
    at = int(off.argmax())
    both = None if arrival is None else arrival[np.isfinite(arrival)]
    return Difference(
        a.lattice, depth, arrival,
        DifferenceSums(
            float((now & ~was).sum() * cell_km2), float((was & ~now).sum() * cell_km2),
            float(depth[either].mean(dtype=np.float64)) if either.any() else 0.0,
            float(depth.reshape(-1)[at]) if off.reshape(-1)[at] > 0 else 0.0,
            None if both is None or not both.size else float(np.median(both)) * -60.0,
            _middle(a.lattice, at) if off.reshape(-1)[at] > 0 else None,
        ),
    )  # fmt: skip


def sums(flood: Flood, number: int | None = None) -> Sums:
    """Add up what is under water at the greatest, or at a frame."""
    depth = flood.field(Field.DEPTH) if number is None else flood.frame(number)
    if depth is None:
        raise ValueError("sums need depths")
    wet, cell_m2 = depth > _WET_M, flood.lattice.cell_m**2
    count, total = int(wet.sum()), float(depth[wet].sum(dtype=np.float64))
    return Sums(
        count * cell_m2 / 1e6, total * cell_m2, total / count if count else 0.0,
        float(depth[wet].max()) if count else 0.0,
    )  # fmt: skip


def classed(raster: Raster, breaks: Sequence[float]) -> NDArray[np.uint8]:
    """Number cells by how many of the rising bounds they reach; 0 is below all, or unknown."""
    classes = np.zeros(raster.shape, np.uint8)
    for bound in breaks:
        classes += (raster >= np.float32(bound)).view(np.uint8)
    return classes


def class_areas_km2(flood: Flood, breaks: Sequence[float]) -> tuple[float, ...]:
    """Return the area of each class of greatest depth, from the one that begins at the first bound."""
    depth = flood.field(Field.DEPTH)
    if depth is None:
        raise ValueError("classes need depths")
    counted = np.bincount(classed(depth, breaks).reshape(-1), minlength=len(breaks) + 1)
    return tuple((counted[1:] * (flood.lattice.cell_m / 1000) ** 2).tolist())


def on_lattice(raster: Raster, source: Lattice, target: Lattice) -> Raster:
    """Return a raster on another lattice: the value of the cell under each middle; NaN where there is none."""
    if source == target:
        return raster
    if source.crs != target.crs:
        return _warped(raster, source, target)
    x = target.west + (np.arange(target.cols) + 0.5) * target.cell_m
    y = target.north - (np.arange(target.rows) + 0.5) * target.cell_m
    col = np.floor((x - source.west) / source.cell_m).astype(np.intp)
    row = np.floor((source.north - y) / source.cell_m).astype(np.intp)
    inside = ((row >= 0) & (row < source.rows))[:, None] & ((col >= 0) & (col < source.cols))[None, :]
    picked = raster[np.clip(row, 0, source.rows - 1)[:, None], np.clip(col, 0, source.cols - 1)[None, :]]
    return np.where(inside, picked, np.float32(np.nan))


def _warped(raster: Raster, source: Lattice, target: Lattice) -> Raster:
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    warp, affine = cast("Any", rasterio.warp), cast("Any", Affine)
    moved = np.full((target.rows, target.cols), np.nan, np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)  # rasterio's use of affine
        warp.reproject(
            np.ascontiguousarray(raster, np.float32), moved,
            src_transform=affine(source.cell_m, 0.0, source.west, 0.0, -source.cell_m, source.north),
            src_crs=source.crs, src_nodata=math.nan,
            dst_transform=affine(target.cell_m, 0.0, target.west, 0.0, -target.cell_m, target.north),
            dst_crs=target.crs, dst_nodata=math.nan, resampling=warp.Resampling.nearest,
        )  # fmt: skip
    return moved


def _earlier(a: Flood, b: Flood) -> Raster | None:
    first, second = a.field(Field.ARRIVAL), b.field(Field.ARRIVAL)
    if first is None or second is None:
        return None
    return (on_lattice(second, b.lattice, a.lattice) - first).astype(np.float32)


def _middle(lattice: Lattice, cell: int) -> tuple[float, float]:
    row, col = divmod(cell, lattice.cols)
    lon, lat = lattice.to_degrees(
        [lattice.west + (col + 0.5) * lattice.cell_m], [lattice.north - (row + 0.5) * lattice.cell_m]
    )
    return float(lon[0]), float(lat[0])
