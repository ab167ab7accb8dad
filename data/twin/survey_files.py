"""Surveyed lines and areas that go with an elevation model: crests, land use, buildings, as GeoJSON or CSV.

GeoJSON is WGS 84 unless it names another CRS. CSV rows are `name,kind,x,y,crest_m` (one point a row, points of a line
in its order); x, y in the declared CRS, or degrees when they look like it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from data.twin.faults import TwinCode, TwinFault
from data.twin.ground import number_of, read_rows
from data.twin.plane import DEGREES, reprojected
from data.twin.terrain import CrestKind, CrestLine, Point

_USES = (
    ("水域 河道 water 嫩滩 裸地 bare", 0.025),
    ("主槽 channel", 0.015),
    ("耕地 crop 草地 grass", 0.035),
    ("林地 wood", 0.065),
    ("果园 orchard", 0.055),
    ("村庄 village 建筑 building", 0.07),
    ("道路 road", 0.02),
)
FRICTION: Mapping[str, float] = MappingProxyType({word: value for words, value in _USES for word in words.split()})
"""Manning's n by land use: assumptions within the usual ranges of hydraulic handbooks; a file's own n goes first."""
_NAMES = (
    ("大堤 堤防 levee", CrestKind.LEVEE),
    ("生产堤 dyke", CrestKind.DYKE),
    ("坝 垛 控导 spur", CrestKind.SPUR),
    ("道路 road", CrestKind.ROAD),
)
_KINDS: Mapping[str, CrestKind] = MappingProxyType({word: kind for words, kind in _NAMES for word in words.split()})


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon and the value that holds in it: Manning's n, or a height in m."""

    ring: tuple[Point, ...]
    value: float


@dataclass(frozen=True, slots=True)
class _Feature:
    number: int
    shape: str
    points: list[list[float]]
    told: Mapping[str, Any]


def survey_crests(path: Path, crs: str, target: str) -> tuple[CrestLine, ...]:
    """Read crest lines; every point has its elevation, in the terrain's datum."""
    lines = _crests_of_csv(path, crs) if path.suffix.lower() in (".csv", ".txt") else _crests_of_geojson(path)
    found: list[CrestLine] = []
    for number, (name, kind, points, crests, own) in enumerate(lines, start=1):
        if len(set(points)) < 2:
            raise TwinFault(TwinCode.NO_LENGTH, str(path), f"{number} {name}".strip())
        found.append(CrestLine(kind, reprojected(points, own, target), crests, name))
    return tuple(found)


def survey_friction(path: Path, target: str) -> tuple[Area, ...]:
    """Read polygons with `n`, or a land use that has one."""
    areas: list[Area] = []
    for feature, own in _features(path, "Polygon"):
        value = feature.told.get("n", feature.told.get("manning"))
        if value is None:
            use = str(
                next((feature.told[key] for key in ("landuse", "地类", "class", "类别") if key in feature.told), "")
            )
            value = FRICTION.get(use)
            if value is None:
                raise _wrong(path, feature.number, "landuse", use)
        areas.append(Area(_ring(path, feature, own, target), _bounded(path, feature.number, "n", value, 0.005, 1.0)))
    return tuple(areas)


def survey_blocks(path: Path, target: str, height_m: float) -> tuple[Area, ...]:
    """Read footprints of buildings; `height_m` where the file names none."""
    return tuple(
        Area(
            _ring(path, feature, own, target),
            _bounded(path, feature.number, "height_m", feature.told.get("height_m", height_m), 0.0, 300.0),
        )
        for feature, own in _features(path, "Polygon")
    )


def _crests_of_csv(path: Path, crs: str) -> Iterator[tuple[str, CrestKind, tuple[Point, ...], tuple[float, ...], str]]:
    lines: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
    for row, cells in read_rows(path, "crests", 5):
        x, y, crest = (number_of(path, "crests", row, cells[place]) for place in (2, 3, 4))
        if cells[1] not in _KINDS:
            raise _wrong(path, row, "kind", cells[1])
        lines.setdefault((cells[0], cells[1]), []).append((x, y, crest))
    for (name, kind), points in lines.items():
        degrees = all(abs(x) <= 180 and abs(y) <= 90 for x, y, _ in points)
        place = tuple((x, y) for x, y, _ in points)
        yield name, _KINDS[kind], place, tuple(crest for _, _, crest in points), DEGREES if degrees else crs


def _crests_of_geojson(path: Path) -> Iterator[tuple[str, CrestKind, tuple[Point, ...], tuple[float, ...], str]]:
    for feature, own in _features(path, "LineString"):
        kind = _KINDS.get(str(feature.told.get("kind", feature.told.get("类别", ""))))
        if kind is None:
            raise _wrong(path, feature.number, "kind", str(feature.told.get("kind", "")))
        stated = feature.told.get("crest_m")
        crests: list[float] = []
        for point in feature.points:
            value = stated if stated is not None else (point[2] if len(point) > 2 else None)
            crests.append(_bounded(path, feature.number, "crest_m", value, -500.0, 9000.0))
        places = tuple((point[0], point[1]) for point in feature.points)
        yield str(feature.told.get("name", "")), kind, places, tuple(crests), own


def _features(path: Path, wanted: str) -> Iterator[tuple[_Feature, str]]:
    """Yield simple features of one shape; parts of a Multi… one by one."""
    try:
        document: Any = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as fault:
        raise TwinFault(TwinCode.FILE_MISSING, str(path)) from fault
    except (OSError, ValueError, RecursionError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": str(fault)}) from fault
    listed: Any = cast("dict[str, Any]", document).get("features") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), params={"reason": "no GeoJSON FeatureCollection"})
    own = _named_crs(cast("dict[str, Any]", document))
    for number, one in enumerate(cast("list[Any]", listed), start=1):
        try:
            shape, coordinates = str(one["geometry"]["type"]), one["geometry"]["coordinates"]
            told = cast("dict[str, Any]", one.get("properties") or {})
            parts: list[Any] = {wanted: [coordinates], f"Multi{wanted}": coordinates}[shape]
            for part in parts:
                points = part[0] if wanted == "Polygon" else part
                yield _Feature(number, wanted, [[float(n) for n in point] for point in points], told), own
        except (AttributeError, KeyError, TypeError, ValueError, IndexError) as fault:
            raise _wrong(path, number, "geometry", str(fault)) from fault


def _named_crs(document: Mapping[str, Any]) -> str:
    named = document.get("crs")
    try:
        return str(named["properties"]["name"]) if named else DEGREES
    except (KeyError, TypeError):
        return DEGREES


def _ring(path: Path, feature: _Feature, own: str, target: str) -> tuple[Point, ...]:
    corners = tuple((point[0], point[1]) for point in feature.points if len(point) > 1)
    if len(set(corners)) < 3:
        raise TwinFault(TwinCode.NO_RING, str(path), str(feature.number), {"corners": len(set(corners))})
    return reprojected(corners, own, target)


def _bounded(path: Path, number: int, key: str, value: object, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise _wrong(path, number, key, str(value))
    figure = number_of(path, key, number, str(value))
    if not low <= figure <= high:
        params: dict[str, str | float] = {"value": figure, "low": low, "high": high}
        raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, str(path), f"{number} {key}", params)
    return figure


def _wrong(path: Path, number: int, key: str, value: str) -> TwinFault:
    return TwinFault(TwinCode.BAD_ROW, str(path), key, {"row": number, "value": value})
