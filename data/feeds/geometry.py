"""Rings and paths of (longitude, latitude): read from WKT, GeoJSON or "x,y;x,y", written as WKT or GeoJSON."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final, cast

from data.model.places import Path2D

_WKT: Final = re.compile(
    r"^\s*(?:SRID\s*=\s*\d+\s*;)?\s*(POINT|LINESTRING|POLYGON|MULTILINESTRING|MULTIPOLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$",
    re.IGNORECASE | re.DOTALL,
)
_DEEPEST: Final = 4


class Shape(Enum):
    """What a geometry was written as."""

    POINT = "POINT"
    LINE = "LINESTRING"
    AREA = "POLYGON"


class GeometryError(ValueError):
    """The text or mapping is no geometry that a register can hold."""


def parse(value: object) -> tuple[Shape, Path2D, int]:
    """Return the kind, the path or outer ring (open: first point not repeated), and how many holes were left out."""
    if isinstance(value, Mapping):
        return _from_geojson(cast("Mapping[str, object]", value))
    text = str(value).strip()
    if text.startswith("{"):
        try:
            document: object = json.loads(text)
        except (ValueError, RecursionError) as problem:
            raise GeometryError(str(problem)) from None
        if not isinstance(document, dict):
            raise GeometryError(text[:40])
        return _from_geojson(cast("dict[str, object]", document))
    found = _WKT.match(text)
    if found is None:
        return Shape.LINE, _pairs(text, between=";", inside=","), 0
    kind, body = found[1].upper(), found[2]
    if kind == "POLYGON" and body.count("(") == 2 and body.count(")") == 2 and body[:2] == "((" and body[-2:] == "))":
        return Shape.AREA, _opened(_pairs(body[2:-2], between=",", inside=None)), 0
    if kind == "LINESTRING" and body.count("(") == 1 and body.count(",") > 0:
        return Shape.LINE, _pairs(body[1:-1], between=",", inside=None), 0
    return _shape(kind, _nested(body))


def ring_wkt(ring: Path2D) -> str:
    """Write an open ring as a POLYGON; no ring gives no text."""
    return f"POLYGON (({_joined((*ring, ring[0]))}))" if ring else ""


def path_wkt(path: Path2D) -> str:
    """Write a path as a LINESTRING; no path gives no text."""
    return f"LINESTRING ({_joined(path)})" if path else ""


def ring_geojson(ring: Path2D) -> dict[str, object]:
    """Give an open ring as a GeoJSON polygon."""
    return {"type": "Polygon", "coordinates": [[list(point) for point in (*ring, *ring[:1])]]}


def path_geojson(path: Path2D) -> dict[str, object]:
    """Give a path as a GeoJSON line."""
    return {"type": "LineString", "coordinates": [list(point) for point in path]}


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return ", ".join(f"{x!r} {y!r}" for x, y in points)


def _from_geojson(document: Mapping[str, object]) -> tuple[Shape, Path2D, int]:
    if document.get("type") == "Feature" and isinstance(document.get("geometry"), Mapping):
        document = cast("Mapping[str, object]", document["geometry"])
    return _shape(str(document.get("type")).upper(), document.get("coordinates"))


def _shape(kind: str, coordinates: object) -> tuple[Shape, Path2D, int]:
    if kind.startswith("MULTI"):
        parts = _list(coordinates)
        if len(parts) != 1:
            raise GeometryError(f"{len(parts)} parts")
        return _shape(kind.removeprefix("MULTI"), parts[0])
    if kind == "POINT":
        pair = _list(coordinates)
        single = _list(cast("object", pair[0])) if pair and isinstance(pair[0], list) else pair
        return Shape.POINT, (_point(single),), 0
    if kind == "LINESTRING":
        path = _points(coordinates)
        if len(path) < 2:
            raise GeometryError("fewer than two points")
        return Shape.LINE, path, 0
    if kind == "POLYGON":
        rings = _list(coordinates)
        if not rings:
            raise GeometryError("empty")
        return Shape.AREA, _opened(_points(rings[0])), len(rings) - 1
    raise GeometryError(kind[:40])


def _opened(ring: Path2D) -> Path2D:
    opened = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    if len(set(opened)) < 3:
        raise GeometryError("fewer than three points")
    return opened


def _points(coordinates: object) -> Path2D:
    return tuple(_point(_list(pair)) for pair in _list(coordinates))


def _point(pair: Sequence[object]) -> tuple[float, float]:
    if len(pair) < 2:
        raise GeometryError("a point of one number")
    return _number(pair[0]), _number(pair[1])


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise GeometryError("not a number")
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise GeometryError(str(value)[:40]) from None
    if not math.isfinite(number):
        raise GeometryError("not finite")
    return number


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise GeometryError("not a list")
    return cast("list[object]", value)


def _nested(text: str) -> list[object]:
    """Turn "((1 2, 3 4))" into nested lists of points."""
    stack: list[list[object]] = [[]]
    for piece in re.findall(r"[()]|[^()]+", text):
        if piece == "(":
            stack.append([])
            if len(stack) > _DEEPEST + 1:
                raise GeometryError("too deep")
        elif piece == ")":
            if len(stack) < 2:
                raise GeometryError("brackets")
            inner = stack.pop()
            stack[-1].append(inner)
        elif piece.strip(" ,\t\r\n"):
            stack[-1].extend([list(point) for point in _pairs(piece, between=",", inside=None)])
    if len(stack) != 1 or len(stack[0]) != 1:
        raise GeometryError("brackets")
    return _list(stack[0][0])


def _pairs(text: str, *, between: str, inside: str | None) -> Path2D:
    points: list[tuple[float, float]] = []
    for pair in text.split(between):
        parts = pair.split(inside)
        if len(parts) >= 2:
            points.append((_coordinate(parts[0]), _coordinate(parts[1])))
        elif pair.strip():
            raise GeometryError(pair[:40])
    if not points or (inside is not None and len(points) < 2):
        raise GeometryError("no points")
    return tuple(points)


def _coordinate(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise GeometryError(text[:40]) from None
    if number - number != 0.0:  # infinite or not a number
        raise GeometryError("not finite")
    return number
