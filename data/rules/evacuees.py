"""Who has to come away, from which places, by which mode, and to which ends: read from the registers."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.clock_tables import Class, ClockTables
from data.model.countdown import End, Goal
from data.model.people import Grower
from data.model.places import Bench, Path2D, Plot
from data.model.register import Registers
from data.rules.geometry import centre
from data.rules.probing import METRES_A_DEGREE, Point, inner_points

RELOCATION = "迁安"
SPECIAL = "特殊"
"""Category of a household with people who need help, in the table of classes."""
_DRIVEN = (RELOCATION, "运料")
_NODES_APART = 100.0 / METRES_A_DEGREE
"""Nodes of a road are no further apart than 100 m (setting of ours)."""
_ON_THE_LEVEE = 30.0 / METRES_A_DEGREE
"""A road that comes as near as 30 m to the levee's line goes up it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place somebody has to come away from: where the way begins, and the points whose water counts."""

    id: str
    point: Point
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Evacuee:
    """Somebody with a clock. `prefers` is the id of the end that the register names, or ""."""

    kind: str
    id: str
    people: int
    category: Class
    goal: Goal
    prefers: str
    places: tuple[Place, ...]


def evacuees(registers: Registers, tables: ClockTables) -> tuple[Evacuee, ...]:
    """Return growers, key persons and households in the order of their registers."""
    plots: dict[str, list[Plot]] = {}
    for plot in registers.plots:
        plots.setdefault(plot.grower, []).append(plot)
    found = [_grower(row, plots.get(row.id, []), tables) for row in registers.growers]
    for row in registers.keypeople:
        goal = Goal.SHELTER if row.bench == Bench.BEHIND else Goal.LEVEE
        category = tables.class_of("keypeople", row.category)
        found.append(Evacuee("keypeople", row.id, row.people, category, goal, "", _point(row.lon, row.lat)))
    for row in registers.households:
        category = tables.class_of("households", SPECIAL if row.special else "")
        at = _point(row.lon, row.lat)
        found.append(Evacuee("households", row.id, row.people, category, Goal.SHELTER, row.shelter, at))
    return tuple(found)


def _grower(row: Grower, plots: list[Plot], tables: ClockTables) -> Evacuee:
    places = tuple(
        Place(plot.id, middle, tuple(inner_points(plot.ring)))
        for plot in plots
        if (middle := centre(plot.ring)) is not None
    )
    category = tables.class_of("growers", row.kind)
    return Evacuee("growers", row.id, row.on_floodplain, category, Goal.LEVEE, row.route, places)


def _point(lon: float | None, lat: float | None) -> tuple[Place, ...]:
    return () if lon is None or lat is None else (Place("", (lon, lat), ((lon, lat),)),)


def lines(registers: Registers, closed: frozenset[str] = frozenset()) -> list[Path2D]:
    """Return what can be driven or walked: levee, roads, relocation and stock routes, but what is closed.

    What lies over the river is left out: a floating bridge is no way out of a flood. Long stretches are cut, so that
    whoever lives beside a road finds a node of it near.
    """
    from shapely import LineString, Polygon, get_coordinates, get_parts, segmentize, union_all

    maplines = registers.maplines
    river = union_all([Polygon(row.path) for row in maplines if row.kind == "river" and row.closed])
    found = [row.path for row in maplines if row.kind == "levee" and row.id not in closed]
    roads = [row.path for row in maplines if row.kind == "road" and row.id not in closed]
    roads += [row.path for row in registers.routes if row.kind in _DRIVEN and row.id not in closed]
    for path in roads:
        kept = segmentize(LineString(path).difference(river) if len(path) > 1 else LineString(), _NODES_APART)
        found += [tuple((x, y) for x, y in get_coordinates(part).tolist()) for part in get_parts(kept)]
    return found


def ends(registers: Registers, closed: frozenset[str] = frozenset()) -> tuple[End, ...]:
    """Return where routes and roads go up the levee , and the shelters."""
    from shapely import LineString, union_all
    from shapely.ops import nearest_points

    levees = [LineString(row.path) for row in registers.maplines if row.kind == "levee" and len(row.path) > 1]
    ways = [("routes", row.id, row.path) for row in registers.routes if row.kind == RELOCATION]
    ways += [("maplines", row.id, row.path) for row in registers.maplines if row.kind == "road"]
    found: list[End] = []
    levee = union_all(levees)
    for register, row_id, path in ways:
        line = LineString(path) if len(path) > 1 else None
        if levees and line is not None and row_id not in closed and levee.distance(line) <= _ON_THE_LEVEE:
            on_it = nearest_points(line, levee)[0]
            found.append(End(Goal.LEVEE, register, row_id, on_it.x, on_it.y))
    found += [End(Goal.SHELTER, "shelters", row.id, row.lon, row.lat) for row in registers.shelters]
    return tuple(found)
