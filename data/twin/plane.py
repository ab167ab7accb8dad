"""Degrees to the metres of a coordinate system and back, for whole paths at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from data.twin.terrain import Point

DEGREES = "EPSG:4326"


def to_metres(path: Sequence[Point], crs: str) -> tuple[Point, ...]:
    """Return (lon, lat) as (x, y) of a coordinate system."""
    return reprojected(path, DEGREES, crs)


def to_degrees(path: Sequence[Point], crs: str) -> tuple[Point, ...]:
    """Return (x, y) of a coordinate system as (lon, lat)."""
    return reprojected(path, crs, DEGREES)


def reprojected(path: Sequence[Point], source: str, target: str) -> tuple[Point, ...]:
    """Return a path in another coordinate system; in degrees x is the longitude."""
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]

    if not path or source == target:
        return tuple(path)
    transform = cast("Any", rasterio.warp).transform
    x, y = transform(source, target, [p[0] for p in path], [p[1] for p in path])
    return tuple((float(a), float(b)) for a, b in zip(x, y, strict=True))
