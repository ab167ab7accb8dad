"""Finding a place by what an operator types: "马渡 26坝", "12+300", a grid, a village, a shelter, coordinates."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


def describe(now: Situation, lon: float, lat: float) -> str:
    """Return words for a point: the nearest spur, else the grid it lies in, else nothing."""
    best: tuple[float, str] | None = None
    works = now.registers.works
    for spur in now.registers.spurs:
        middle = centre(spur.path)
        if middle is not None and abs(middle[1] - lat) < 0.003 and abs(middle[0] - lon) < 0.003:
            distance = distance_m((lon, lat), middle)
            if distance <= NEAR_SPUR_M and (best is None or distance < best[0]):
                row = works.get(spur.works)
                best = (distance, f"{row.name if row else ''}{spur.number}{spur.name}")
    if best is not None:
        return best[1]
    grid = next((row for row in now.registers.grids if row.ring and inside((lon, lat), row.ring)), None)
    return "" if grid is None else grid.name


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
    depots = {item.depot: item for item in registers.stock}
    found += [Found("stock", d, d, i.lon, i.lat) for d, i in depots.items() if i.lon is not None and i.lat is not None]
    return found
