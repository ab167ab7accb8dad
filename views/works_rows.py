"""Works as rows: works, spurs with their three responsible persons, smart stones with their neighbours, sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from data.model.people import Squad
from data.model.places import Route, Spur, Stone, StoneState, Works
from data.model.situation import Situation
from data.rules.embankment import Freeboard, SectionWater
from data.rules.geometry import centre, distance_m
from views import phrases

SEVERITY = (StoneState.LOST, StoneState.MOVED, StoneState.SHAKING, StoneState.OFFLINE, StoneState.OK)
"""States of a stone, worst first."""
_RANGE = re.compile(r"(\d+)\+(\d{3})\D+(\d+)\+(\d{3})")


@dataclass(frozen=True, slots=True)
class StoneRow:
    """One stone: where it is, how it stands, and how many near it are not well."""

    stone: Stone
    state: StoneState
    spur: Spur | None
    works: str
    near_same: int  # not well on the same spur
    near_next: int  # not well on the neighbouring spurs

    @property
    def id(self) -> str:
        """Id of the stone."""
        return self.stone.id

    @property
    def chainage_m(self) -> float:
        """Chainage of its spur."""
        return self.spur.chainage_m if self.spur is not None else -1.0


@dataclass(frozen=True, slots=True)
class SpurRow:
    """One 坝, 垛 or 护岸; `worst` is the worst state of its stones, `unwell` how many are not well.

    `freeboard` is that of the picture of the water shown, None while there is none.
    """

    spur: Spur
    works: str
    persons: tuple[str, str, str]  # administrative, technical, patrol: names
    stones: int
    unwell: int
    worst: StoneState | None
    freeboard: Freeboard | None = None

    @property
    def id(self) -> str:
        """Id of the spur."""
        return self.spur.id


@dataclass(frozen=True, slots=True)
class WorksRow:
    """One of the works in sum."""

    works: Works
    counts: tuple[int, int, int]  # 坝, 垛, 护岸
    stones: int
    unwell: int

    @property
    def id(self) -> str:
        """Id of the works."""
        return self.works.id


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One patrol section (责任段) and the squad nearest to it, as no register ties them together."""

    route: Route
    start_m: float | None
    end_m: float | None
    squad: str
    squad_name: str
    members: int
    wanted: int
    water: SectionWater | None = None  # in the picture of the water shown

    @property
    def id(self) -> str:
        """Id of the section."""
        return self.route.id

    @property
    def complete(self) -> bool:
        """Whether its squad has as many members as its template asks for."""
        return self.wanted > 0 and self.members >= self.wanted


def unwell(state: StoneState) -> bool:
    """Whether somebody must look at the stone; offline is not known to be well."""
    return state is not StoneState.OK


def state_of(now: Situation, stone: Stone) -> StoneState:
    """State as told by steps, else as the register has it."""
    return now.stones.get(stone.id, stone.state)


def spurs_in_order(now: Situation) -> tuple[Spur, ...]:
    """All spurs downstream by chainage."""
    return tuple(sorted(now.registers.spurs, key=lambda spur: (spur.chainage_m, spur.id)))


def stone_rows(now: Situation) -> tuple[StoneRow, ...]:
    """All stones, those that are not well first."""
    ordered = spurs_in_order(now)
    bad: dict[str, int] = {}
    for stone in now.registers.stones:
        if state_of(now, stone) in SEVERITY[:3]:
            bad[stone.spur] = bad.get(stone.spur, 0) + 1
    beside: dict[str, int] = {}
    for at, spur in enumerate(ordered):
        around = (*ordered[max(0, at - 1) : at], *ordered[at + 1 : at + 2])
        beside[spur.id] = sum(bad.get(other.id, 0) for other in around if other.works == spur.works)
    names = {works.id: phrases.registered(works.name) for works in now.registers.works}
    rows = []
    for stone in now.registers.stones:
        state, spur = state_of(now, stone), now.registers.spurs.get(stone.spur)
        own = bad.get(stone.spur, 0) - (state in SEVERITY[:3])
        works = names.get(spur.works, "") if spur is not None else ""
        rows.append(StoneRow(stone, state, spur, works, own, beside.get(stone.spur, 0)))
    return tuple(sorted(rows, key=lambda row: (SEVERITY.index(row.state), row.chainage_m, row.id)))


def spur_rows(now: Situation) -> tuple[SpurRow, ...]:
    """All spurs downstream by chainage."""
    states: dict[str, list[StoneState]] = {}
    for stone in now.registers.stones:
        states.setdefault(stone.spur, []).append(state_of(now, stone))
    staff = now.registers.staff.by_id
    names = {works.id: phrases.registered(works.name) for works in now.registers.works}

    def named(person: str) -> str:
        return staff[person].name if person in staff else person

    rows = []
    for spur in spurs_in_order(now):
        own = sorted(states.get(spur.id, ()), key=SEVERITY.index)
        people = (named(spur.administrative), named(spur.technical), named(spur.patrol))
        rows.append(
            SpurRow(
                spur,
                names.get(spur.works, spur.works),
                people,
                len(own),
                sum(map(unwell, own)),
                own[0] if own else None,
            )
        )
    return tuple(rows)


def works_rows(now: Situation) -> tuple[WorksRow, ...]:
    """All works upstream first."""
    of: dict[str, str] = {}
    kinds: dict[str, dict[str, int]] = {}
    for spur in now.registers.spurs:
        of[spur.id] = spur.works
        count = kinds.setdefault(spur.works, {})
        count[spur.kind] = count.get(spur.kind, 0) + 1
    stones: dict[str, list[StoneState]] = {}
    for stone in now.registers.stones:
        stones.setdefault(of.get(stone.spur, ""), []).append(state_of(now, stone))
    rows = []
    for works in sorted(now.registers.works, key=lambda row: row.chainage_from_m or 0.0):
        count, own = kinds.get(works.id, {}), stones.get(works.id, [])
        counts = (count.get("坝", 0), count.get("垛", 0), count.get("护岸", 0))
        rows.append(WorksRow(works, counts, len(own), sum(map(unwell, own))))
    return tuple(rows)


def complete_squads(now: Situation) -> tuple[int, int]:
    """Count the patrol squads that have all the members of their template on duty, and all patrol squads."""
    members = _members(now)
    patrol = [squad for squad in now.registers.squads if "巡" in squad.kind]
    return sum(members.get(squad.id, 0) >= _wanted(squad.template) > 0 for squad in patrol), len(patrol)


def _members(now: Situation) -> dict[str, int]:
    members: dict[str, int] = {}
    for person in now.registers.staff:
        if person.squad and person.on_duty:
            members[person.squad] = members.get(person.squad, 0) + 1
    return members


def section_rows(now: Situation) -> tuple[SectionRow, ...]:
    """Patrol sections upstream first, each with the nearest patrol squad that no section before it has taken."""
    free = [
        squad
        for squad in now.registers.squads
        if "巡" in squad.kind and squad.lon is not None and squad.lat is not None
    ]
    members = _members(now)
    rows = []
    for route in now.registers.routes:
        if route.kind != "责任段":
            continue
        found = _RANGE.search(route.name)
        figures = [float(part) for part in found.groups()] if found else []
        start, end = (figures[0] * 1000 + figures[1], figures[2] * 1000 + figures[3]) if figures else (None, None)
        middle = centre(route.path)
        nearest = None
        if middle is not None and free:
            nearest = min(free, key=partial(_distance, point=middle))
            free.remove(nearest)
        rows.append(
            SectionRow(
                route, start, end,
                nearest.id if nearest else "",
                nearest.name if nearest else "",
                members.get(nearest.id, 0) if nearest else 0,
                _wanted(nearest.template) if nearest else 0,
            )
        )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: row.start_m or 0.0))


def _distance(squad: Squad, point: tuple[float, float]) -> float:
    return distance_m(point, (squad.lon or 0.0, squad.lat or 0.0))


def _wanted(template: str) -> int:
    return sum(int(part) for part in template.split("-") if part.isdigit())
