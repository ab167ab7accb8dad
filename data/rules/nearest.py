"""Who is nearest to a place, who answers for it, and what a squad lacks against its template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.model.people import Squad, Staff
from data.model.places import Path2D
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.rules.contacts import Point, members_of
from data.rules.geometry import centre, distance_m
from data.rules.places import at_chainage
from data.rules.ways import Roads

ASSUMED_SPEED_KMH = 25.0
"""Speed of a team on the levee road with its gear (setting of ours, 设定; the desk may change it)."""
_LOOKED_AT = 3
"""So many times the number wanted are asked for their way: who is far as the crow flies is not near by road."""

PLACES = ("专业技术", "骨干", "群防队员")
"""Places in a squad, in the order of the figures of its template."""


@dataclass(frozen=True, slots=True)
class Strength:
    """A squad against its template: members on duty who fill a place, places, and what is missing by place.

    A surplus in one place fills no other; `away` members are in the register but not on duty.
    """

    present: int
    wanted: int
    missing: tuple[tuple[str, int], ...] = ()
    away: int = 0

    @property
    def complete(self) -> bool:
        """Whether every place is filled."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Near:
    """A squad or member of staff with its distance; None where its place or the question's is unknown."""

    kind: str  # squads | staff
    id: str
    metres: float | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody and the way to a place: metres and minutes at the assumed speed; None where no road leads there."""

    kind: str  # squads | staff
    id: str
    metres: float | None = None
    minutes: float | None = None
    path: Path2D = ()


def template_of(squad: Squad) -> tuple[int, ...]:
    """Read "1-3-4"; a template that cannot be read asks for nobody."""
    parts = squad.template.split("-")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()


def place_in_squad(member: Staff) -> str:
    """Return a member's place in the squad: the first item of the skills."""
    return member.skills.split(";", 1)[0].strip()


def strength(squad: Squad, members: Iterable[Staff]) -> Strength:
    """Compare a squad with its template."""
    here = list(members)
    on_duty = [place_in_squad(member) for member in here if member.on_duty]
    wanted = template_of(squad)
    present, missing = 0, list[tuple[str, int]]()
    for place, count in zip(PLACES, wanted, strict=False):
        filled = min(count, on_duty.count(place))
        present += filled
        if filled < count:
            missing.append((place, count - filled))
    return Strength(present, sum(wanted), tuple(missing), len(here) - len(on_duty))


def squad_strength(now: Situation, squad_id: str) -> Strength:
    """Compare a squad of the register with its template."""
    squad = now.registers.squads.get(squad_id)
    return Strength(0, 0) if squad is None else strength(squad, members_of(now, squad_id))


def nearest(now: Situation, point: Point, kinds: Iterable[str] = ("squads", "staff"), limit: int = 8) -> list[Near]:
    """Return the nearest of each kind asked for, squads before staff; rows without a place and those off duty last."""
    found: list[Near] = []
    if "squads" in kinds:
        rows = ((row.id, _distance(point, row.lon, row.lat), True) for row in now.registers.squads)
        found += _first("squads", rows, limit)
    if "staff" in kinds:
        staff = ((row.id, _distance(point, row.lon, row.lat), row.on_duty) for row in now.registers.staff)
        found += _first("staff", staff, limit)
    return found


def nearest_straight(
    now: Situation,
    point: Point,
    kinds: Iterable[str] = ("squads", "staff"),
    limit: int = 8,
    *,
    places: Mapping[str, Point] | None = None,
) -> list[Reach]:
    """Return who on duty is nearest in a straight line, all kinds together.

    `places` are positions that people share now; they count before the posts of the register.
    """
    found: list[tuple[float, str, str]] = []
    shared = places or {}
    for kind in kinds:
        for row in now.registers.squads if kind == "squads" else now.registers.staff:
            where = shared.get(row.id) or (None if row.lon is None or row.lat is None else (row.lon, row.lat))
            if where is not None and getattr(row, "on_duty", True):
                found.append((distance_m(point, where), kind, row.id))
    return [Reach(kind, row_id, metres) for metres, kind, row_id in sorted(found)[:limit]]


def nearest_by_road(
    now: Situation,
    roads: Roads,
    point: Point,
    kinds: Iterable[str] = ("squads", "staff"),
    limit: int = 8,
    *,
    speed_kmh: float = ASSUMED_SPEED_KMH,
    places: Mapping[str, Point] | None = None,
) -> list[Reach]:
    """Return who on duty is nearest along the roads, with the minutes it takes; those no road leads from come last."""
    near = nearest_straight(now, point, kinds, limit * _LOOKED_AT, places=places)
    shared = places or {}
    starts = [shared.get(one.id) or point_of(now, one.kind, one.id) or point for one in near]
    found = [
        Reach(one.kind, one.id)
        if way is None
        else Reach(one.kind, one.id, way.metres, minutes_at(way.metres, speed_kmh), way.path)
        for one, way in zip(near, roads.ways(point, starts), strict=True)
    ]
    return sorted(found, key=lambda one: (one.metres is None, one.metres or 0.0))[:limit]


def minutes_at(metres: float, speed_kmh: float) -> float | None:
    """Return how long a way takes at a speed; None when nobody moves."""
    return metres / 1000 / speed_kmh * 60 if speed_kmh > 0 else None


def _first(kind: str, rows: Iterable[tuple[str, float | None, bool]], limit: int) -> list[Near]:
    ordered = sorted(rows, key=lambda row: (not row[2], row[1] is None, row[1] or 0.0))
    return [Near(kind, row_id, metres) for row_id, metres, _ in ordered[:limit]]


def _distance(point: Point, lon: float | None, lat: float | None) -> float | None:
    return None if lon is None or lat is None else distance_m(point, (lon, lat))


def point_of(now: Situation, kind: str, row_id: str) -> Point | None:  # noqa: PLR0911 - one case a kind
    """Return where a selected thing lies, or None when it has no place."""
    registers = now.registers
    match kind:
        case "spurs":
            spur = registers.spurs.get(row_id)
            return None if spur is None else centre(spur.path)
        case "grids" | "plots":
            row = registers.of(kind).get(row_id)
            return None if row is None else centre(row.ring)
        case "growers":
            plot = next((plot for plot in registers.plots if plot.grower == row_id), None)
            return None if plot is None else centre(plot.ring)
        case "works":
            works = registers.works.get(row_id)
            if works is None or works.chainage_from_m is None or works.chainage_to_m is None:
                return None
            return at_chainage(now, (works.chainage_from_m + works.chainage_to_m) / 2)
        case "stock":
            item = next((item for item in registers.stock if row_id in (item.depot, item.id)), None)
            return None if item is None or item.lon is None or item.lat is None else (item.lon, item.lat)
        case "report":
            report = now.reports.get(row_id)
            return None if report is None or report.lon is None or report.lat is None else (report.lon, report.lat)
        case "incident":
            incident = now.incidents.get(row_id)
            return None if incident is None else point_of(now, *_incident_place(incident.report, incident.works))
        case "task":
            task = now.tasks.get(row_id)
            return None if task is None or not task.grids else point_of(now, "grids", task.grids[0])
        case "staff" | "squads" | "stones" | "keypeople" | "households" | "shelters" | "cameras":
            row = registers.of(kind).get(row_id)
            return None if row is None or row.lon is None or row.lat is None else (row.lon, row.lat)
        case "stations":
            station = registers.stations.get(row_id or HUAYUANKOU)
            return None if station is None or station.lon is None or station.lat is None else (station.lon, station.lat)
        case _:
            return None


def responsible(now: Situation, kind: str, row_id: str) -> tuple[str, ...]:
    """Return the staff and squads that the registers and the task list name for a thing, each once."""
    known = now.registers.staff.by_id.keys() | now.registers.squads.by_id.keys()
    return tuple(dict.fromkeys(person for person in _named(now, kind, row_id) if person in known))


def _named(now: Situation, kind: str, row_id: str) -> Iterable[str]:  # noqa: C901, PLR0911 - one case a kind
    registers = now.registers
    match kind:
        case "spurs":
            spur = registers.spurs.get(row_id)
            return () if spur is None else (spur.patrol, spur.technical, spur.administrative)
        case "stones":
            stone = registers.stones.get(row_id)
            return () if stone is None else _named(now, "spurs", stone.spur)
        case "works":
            spurs = [spur for spur in registers.spurs if spur.works == row_id]
            return [person for spur in spurs for person in (spur.administrative, spur.technical)]
        case "grids":
            grid = registers.grids.get(row_id)
            leader = () if grid is None else (grid.leader,)
            return (*leader, *(row.id for row in registers.staff if row.grid == row_id))
        case "plots":
            plot = registers.plots.get(row_id)
            return () if plot is None else (*_named(now, "growers", plot.grower), *_named(now, "grids", plot.grid))
        case "growers" | "keypeople" | "households":
            row = registers.of(kind).get(row_id)
            return () if row is None else (row.contact,)
        case "shelters" | "stock":
            rows = [row for row in registers.of(kind) if row_id in (row.id, getattr(row, "depot", ""))]
            return [row.keeper for row in rows]
        case "task":
            return _of_task(now, row_id)
        case "report":
            report = now.reports.get(row_id)
            return () if report is None else (report.owner, report.by)
        case "incident":
            incident = now.incidents.get(row_id)
            return () if incident is None else _named(now, *_incident_place(incident.report, incident.works))
        case "staff":
            member = registers.staff.get(row_id)
            return () if member is None else (row_id, member.deputy)
        case "squads":
            squad = registers.squads.get(row_id)
            members = members_of(now, row_id)
            return () if squad is None else (row_id, squad.leader, *(member.id for member in members))
        case _:
            return ()


def _of_task(now: Situation, task_id: str) -> tuple[str, ...]:
    """Who has the task, else who holds its post in its grids, else who holds its post."""
    task = now.tasks.get(task_id)
    if task is None:
        return ()
    if task.assignee:
        return (task.assignee,)
    holders = [row for row in now.registers.staff if row.role == task.role]
    near = [row.id for row in holders if row.grid in task.grids]
    return tuple(near or [row.id for row in holders])


def _incident_place(report: str, works: str) -> tuple[str, str]:
    return ("report", report) if report else ("works", works)
