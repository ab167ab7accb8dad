"""A breach for a what-if: a place on the map becomes a gap in the levee, or a word on why it cannot."""

from __future__ import annotations

import math
from itertools import pairwise

from data.model.register import Registers
from data.rules.geometry import along, path_length_m
from data.twin.case import Breach
from data.twin.faults import TwinCode, TwinFault
from data.twin.plane import to_degrees, to_metres
from data.twin.terrain import CrestKind, CrestLine, Point, Terrain

REACH_M = 300.0
"""A place farther than this from the line is not on it."""
WIDEST_M = 2000.0


def breach_at(
    terrain: Terrain,
    place: Point,
    *,
    start_s: float,
    width_m: float,
    growth_s: float,
    sill_m: float | None = None,
    kinds: tuple[CrestKind, ...] = (CrestKind.LEVEE, CrestKind.DYKE),
) -> Breach:
    """Return a breach in the nearest levee or dyke at (lon, lat).

    Without a sill the gap goes down to the lower ground beside it. TwinFault tells of a place on no line, or figures
    that no breach has.
    """
    for key, value, low, high in (
        ("width_m", width_m, 1.0, WIDEST_M), ("growth_s", growth_s, 0.0, 7 * 86_400.0), ("start_s", start_s, 0.0, 1e8),
    ):  # fmt: skip
        if not (math.isfinite(value) and low <= value <= high):
            raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, key=key, params={"value": value, "low": low, "high": high})
    lines = [line for line in terrain.crests if line.kind in kinds]
    spot = to_metres([place], terrain.crs)[0] if terrain.crs else place
    line, x, y, crest = _foot_of(lines, spot)
    lower = _lower_ground(terrain, line, x, y)
    sill = lower if sill_m is None else sill_m
    if not math.isfinite(sill) or sill >= crest:
        raise TwinFault(
            TwinCode.VALUE_OUT_OF_RANGE,
            key="sill_m",
            params={"value": sill, "low": round(lower, 2), "high": round(crest, 2)},
        )
    return Breach(x, y, start_s, width_m, growth_s, sill)


def breach_place(terrain: Terrain, breach: Breach) -> Point:
    """Return where a breach lies as lon, lat."""
    return to_degrees([(breach.x, breach.y)], terrain.crs)[0] if terrain.crs else (breach.x, breach.y)


def levee_place(registers: Registers, chainage_m: float) -> Point:
    """Return where a chainage of the main levee lies, as lon, lat; TwinFault when the levee has none such."""
    low, high = math.inf, -math.inf
    for row in registers.maplines:
        if row.kind == "levee" and row.chainage_from_m is not None and len(row.path) > 1:
            length = path_length_m(row.path)
            low, high = min(low, row.chainage_from_m), max(high, row.chainage_from_m + length)
            if row.chainage_from_m <= chainage_m <= row.chainage_from_m + length:
                found = along(row.path, chainage_m - row.chainage_from_m)
                return found if found is not None else row.path[-1]
    params: dict[str, str | float] = {"value": chainage_m, "low": round(low) if low < high else 0.0}
    raise TwinFault(
        TwinCode.VALUE_OUT_OF_RANGE, key="chainage_m", params=params | {"high": round(high) if low < high else 0.0}
    )


def _foot_of(lines: list[CrestLine], spot: Point) -> tuple[CrestLine, float, float, float]:
    best: tuple[float, CrestLine, float, float, float] | None = None
    for line in lines:
        for (a, b), (low, high) in zip(pairwise(line.points), pairwise(line.crest_m), strict=True):
            length = math.dist(a, b)
            if length == 0:
                continue
            part = ((spot[0] - a[0]) * (b[0] - a[0]) + (spot[1] - a[1]) * (b[1] - a[1])) / length**2
            part = min(1.0, max(0.0, part))
            x, y = a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
            away = math.dist(spot, (x, y))
            if best is None or away < best[0]:
                best = (away, line, x, y, low + (high - low) * part)
    if best is None or best[0] > REACH_M:
        away = -1.0 if best is None else round(best[0])
        raise TwinFault(TwinCode.NOT_ON_CREST, key="at", params={"away_m": away, "most_m": REACH_M})
    return best[1:]


def _lower_ground(terrain: Terrain, line: CrestLine, x: float, y: float) -> float:
    """Return the lowest ground a few cells to both sides of the line."""
    a, b = min(pairwise(line.points), key=lambda pair: _away(pair, x, y))
    length = math.dist(a, b) or 1.0
    across = (-(b[1] - a[1]) / length, (b[0] - a[0]) / length)
    found: list[float] = []
    for steps in (-2.0, -1.0, 1.0, 2.0):
        reach = steps * terrain.cell_m
        cell = terrain.cell_at(x + across[0] * reach, y + across[1] * reach)
        if cell is not None and math.isfinite(float(terrain.bed[cell])):
            found.append(float(terrain.bed[cell]))
    if not found:
        raise TwinFault(TwinCode.ON_NO_GROUND, key="at")
    return min(found)


def _away(pair: tuple[Point, Point], x: float, y: float) -> float:
    return math.dist(pair[0], (x, y)) + math.dist(pair[1], (x, y)) - math.dist(*pair)
