"""Small plane geometry on lon/lat paths of a township (error below 0.1 % over 20 km)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from data.model.places import Path2D

EARTH_RADIUS_M = 6_371_008.8
"""Mean Earth radius (IUGG)."""


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (lon, lat) points in metres."""
    lon1, lat1, lon2, lat2 = (math.radians(v) for v in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, h)))


def path_length_m(path: Sequence[tuple[float, float]]) -> float:
    """Length of a path in metres."""
    return sum(distance_m(a, b) for a, b in pairwise(path))


def along(path: Path2D, metres: float) -> tuple[float, float] | None:
    """Return the point `metres` along the path, or None outside it."""
    if metres < 0 or len(path) < 2:
        return None
    for a, b in pairwise(path):
        span = distance_m(a, b)
        if metres <= span and span > 0:
            share = metres / span
            return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        metres -= span
    return None


def centre(ring: Path2D) -> tuple[float, float] | None:
    """Area centroid of a ring (mean of points for a degenerate one); None when empty."""
    if not ring:
        return None
    x0, y0 = ring[0]
    doubled = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        doubled += cross
        x += (ax + bx - 2 * x0) * cross
        y += (ay + by - 2 * y0) * cross
    if abs(doubled) < 1e-14:
        return (sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))
    return (x0 + x / (3 * doubled), y0 + y / (3 * doubled))


def inside(point: tuple[float, float], ring: Path2D) -> bool:
    """Whether a point lies in a ring (even-odd rule)."""
    x, y = point
    hit = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]) if ring else (), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
    return hit
