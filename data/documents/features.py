"""GeoJSON features of the map: areas, lines and points with an id and properties for the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from data.model.places import Path2D

Feature = dict[str, Any]


def area(row_id: str, ring: Path2D, **properties: Any) -> Feature:
    """A polygon feature."""
    closed = ring if ring[:1] == ring[-1:] else (*ring, *ring[:1])
    return _feature(row_id, {"type": "Polygon", "coordinates": [closed]}, properties)


def line(row_id: str, path: Path2D, **properties: Any) -> Feature:
    """A line feature."""
    return _feature(row_id, {"type": "LineString", "coordinates": path}, properties)


def point(row_id: str, lon: float, lat: float, **properties: Any) -> Feature:
    """A point feature."""
    return _feature(row_id, {"type": "Point", "coordinates": [round(lon, 6), round(lat, 6)]}, properties)


def _feature(row_id: str, geometry: Mapping[str, Any], properties: Mapping[str, Any]) -> Feature:
    return {"type": "Feature", "geometry": geometry, "properties": {"id": row_id, **properties}}


def encode(features: Iterable[Feature]) -> str:
    """Write features as GeoJSON text."""
    return json.dumps(
        {"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False, separators=(",", ":")
    )
