"""Degrees to the metres of a coordinate system and back, for whole paths at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from data.twin.terrain import Point

DEGREES = "EPSG:4326"


def to_metres(path: Sequence[Point], crs: str) -> tuple[Point, ...]:
    """Return (lon, lat) as (x, y) of a coordinate system."""
    return _moved(path, DEGREES, crs)


def to_degrees(path: Sequence[Point], crs: str) -> tuple[Point, ...]:
    """Return (x, y) of a coordinate system as (lon, lat)."""
    return _moved(path, crs, DEGREES)


def _moved(path: Sequence[Point], source: str, target: str) -> tuple[Point, ...]:
    import rasterio.warp  # pyright: ignore[reportMissingTypeStubs]

    if not path:
        return ()
    transform = cast("Any", rasterio.warp).transform
    x, y = transform(source, target, [p[0] for p in path], [p[1] for p in path])
    return tuple((float(a), float(b)) for a, b in zip(x, y, strict=True))
