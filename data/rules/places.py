"""Finding a place by what an operator types: "马渡 26坝", "12+300", a grid, a village, a shelter, coordinates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

from data.model.places import Path2D
from data.model.register import Register
from data.model.situation import Situation
from data.rules.geometry import along, centre, distance_m, inside

_CHAINAGE = re.compile(r"^[kK]?(\d{1,3})\+(\d{1,3}(?:\.\d+)?)$")
_COORDINATES = re.compile(r"^(\d{2,3}\.\d+)[,，\s]+(\d{2}\.\d+)$")
MOST = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A place: kind and id as selections name them (kind "" for a bare point), words, lon, lat."""

    kind: str
    id: str
    label: str
    lon: float
    lat: float


def find_place(now: Situation, text: str) -> list[Found]:
    """Return places that match all words of the text, exact names first, at most 30."""
    text = text.strip()
    if not text:
        return []
    point = _typed_point(now, text)
    if point is not None:
        return [point]
    words = text.lower().split()
    hits = [found for found in _all(now) if all(word in found.label.lower() for word in words)]
    return sorted(hits, key=lambda found: (not _whole(found.label, words), len(found.label)))[:MOST]


def at_chainage(now: Situation, metres: float) -> tuple[float, float] | None:
    """Return the point of the levee at a chainage, or None where the drawn levee does not reach."""
    for row in now.registers.maplines:
        if row.kind == "levee" and row.chainage_from_m is not None:
            point = along(row.path, metres - row.chainage_from_m)
            if point is not None:
                return point
    return None


NEAR_SPUR_M = 150.0
"""A point this near to the middle of a spur is told by the spur's name (setting of ours)."""


_NEAR_DEG = 0.003
"""More than NEAR_SPUR_M in any direction here."""


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """What points are told by, made once for many of them: middles of spurs from south to north, rings of grids."""

    made_from: tuple[Register[Any], ...]
    lats: tuple[float, ...]
    spurs: tuple[tuple[float, float, str], ...]  # lon, lat, words, in the order of `lats`
    grids: tuple[tuple[tuple[float, float, float, float], Path2D, str], ...]  # west, south, east, north; ring; words

    def fit(self, now: Situation) -> bool:
        """Whether they are still made from the registers of a situation."""
        return all(old is new for old, new in zip(self.made_from, _named_by(now), strict=True))


def place_names(now: Situation) -> PlaceNames:
    """Make ready to tell many points by the registers as they are."""
    works = {row.id: row.name for row in now.registers.works}
    spurs = [
        (*middle, f"{works.get(spur.works, '')}{spur.number}{spur.name}")
        for spur in now.registers.spurs
        if (middle := centre(spur.path)) is not None
    ]
    spurs.sort(key=lambda one: one[1])
    grids = tuple((_box(row.ring), row.ring, row.name) for row in now.registers.grids if row.ring)
    return PlaceNames(_named_by(now), tuple(one[1] for one in spurs), tuple(spurs), grids)


def describe(names: PlaceNames, lon: float, lat: float) -> str:
    """Return words for a point: the nearest spur, else the grid it lies in, else nothing."""
    best: tuple[float, str] | None = None
    first, last = bisect_left(names.lats, lat - _NEAR_DEG), bisect_right(names.lats, lat + _NEAR_DEG)
    for spur_lon, spur_lat, words in names.spurs[first:last]:
        if abs(spur_lon - lon) < _NEAR_DEG:
            distance = distance_m((lon, lat), (spur_lon, spur_lat))
            if distance <= NEAR_SPUR_M and (best is None or distance < best[0]):
                best = (distance, words)
    if best is not None:
        return best[1]
    for (west, south, east, north), ring, words in names.grids:
        if west <= lon <= east and south <= lat <= north and inside((lon, lat), ring):
            return words
    return ""


def _named_by(now: Situation) -> tuple[Register[Any], ...]:
    return (now.registers.spurs, now.registers.works, now.registers.grids)


def _box(ring: Path2D) -> tuple[float, float, float, float]:
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    return (min(lons), min(lats), max(lons), max(lats))


def _whole(label: str, words: list[str]) -> bool:
    parts = label.lower().split()
    return all(any(word == part for part in parts) for word in words)


def _typed_point(now: Situation, text: str) -> Found | None:
    chainage = _CHAINAGE.match(text)
    if chainage is not None:
        metres = float(chainage[1]) * 1000 + float(chainage[2])
        point = at_chainage(now, metres)
        return None if point is None else Found("", "", text, *point)
    typed = _COORDINATES.match(text)
    return None if typed is None else Found("", "", text, float(typed[1]), float(typed[2]))


def _all(now: Situation) -> list[Found]:
    registers = now.registers
    works = {row.id: row.name for row in registers.works}
    found: list[Found] = []
    for spur in registers.spurs:
        middle = centre(spur.path)
        if middle is not None:
            found.append(
                Found("spurs", spur.id, f"{works.get(spur.works, '')} {spur.number} {spur.name}".strip(), *middle)
            )
    for grid in registers.grids:
        middle = centre(grid.ring)
        if middle is not None:
            found.append(Found("grids", grid.id, f"{grid.id} {grid.name}", *middle))
    for row in registers.maplines:
        middle = centre(row.path)
        if row.name and middle is not None and row.kind in ("village", "road", "bench"):
            found.append(Found("", row.id, row.name, *middle))
    found += [Found("shelters", row.id, row.name, row.lon, row.lat) for row in registers.shelters]
    found += [Found("cameras", row.id, row.name, row.lon, row.lat) for row in registers.cameras]
    found += [
        Found("squads", s.id, s.name, s.lon, s.lat) for s in registers.squads if s.lon is not None and s.lat is not None
    ]
    found += [
        Found("stations", s.id, s.name, s.lon, s.lat)
        for s in registers.stations
        if s.lon is not None and s.lat is not None
    ]
    depots = {item.depot: item for item in registers.stock}
    found += [Found("stock", d, d, i.lon, i.lat) for d, i in depots.items() if i.lon is not None and i.lat is not None]
    return found
