"""The works against the water: depth at the levee's toe by chainage (偎堤), sections to patrol, freeboard of spurs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

import numpy as np

from data.model.clock_tables import ClockTables
from data.model.inundation import Inundation, Wetness
from data.model.places import MapLine, Path2D, Works
from data.model.register import Registers
from data.rules.geometry import along, distance_m, path_length_m
from data.rules.patrolling import SECTION
from data.rules.probing import METRES_A_DEGREE, Lay, Point, Sampling, along_points, gather

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNSURE = ("未", "待", "不明", "?", "？")


class PatrolRule(StrEnum):
    """How a section is walked (domain.md §2.1, rule 46)."""

    DRY = "dry"
    ONE_GROUP = "one_group"  # water at the toe: one group, there and back
    TWO_GROUPS = "two_groups"  # deeper: two groups at once, riverside and landside, in opposite order
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Toe:
    """Water at the levee's toe at a chainage; None where it is not known."""

    chainage_m: float
    water: Wetness | None


@dataclass(frozen=True, slots=True)
class SectionWater:
    """A patrol section (责任段) against the water: deepest and earliest at its toe, share wet, the rule it enters."""

    section: str
    rule: PatrolRule
    water: Wetness | None
    share_wet: float


class NoFreeboard(StrEnum):
    """Why a freeboard cannot be told."""

    NO_CREST = "no_crest"
    NO_DATUM = "no_datum"  # of the crest
    OTHER_DATUM = "other_datum"  # crest and water stand on two datums, which are never subtracted
    NO_STAGE = "no_stage"  # dry, or the source gives no stage


@dataclass(frozen=True, slots=True)
class Freeboard:
    """Height of a spur's crest above the highest water beside it, negative when overtopped; or why it is not told."""

    spur: str
    metres: float | None
    why: NoFreeboard | None
    datum: str = ""


class Embankment:
    """Levee toes, sections and spurs of a township; made once for a set of registers."""

    def __init__(self, registers: Registers, tables: ClockTables, every_m: float = 100.0) -> None:
        """Lay the toes. Without a river line nobody knows the river's side, and there are no toes."""
        from shapely import LineString, union_all

        self.settings = tables.settings
        self.registers = registers
        rivers = [row for row in registers.maplines if row.kind == "river" and len(row.path) > 1]
        self._river: Any = union_all([LineString(row.path) for row in rivers]) if rivers else None
        lay, toes = Lay(), list[float]()
        for row in registers.maplines:
            if row.kind == "levee" and row.chainage_from_m is not None:
                toes += self._lay_toes(lay, row, row.chainage_from_m, every_m)
        self._toes = toes
        self._sections: list[tuple[str, int, int]] = []
        for route in registers.routes:
            if route.kind == SECTION and len(route.path) > 1 and self._river is not None:
                start = end = len(lay)
                for a, b in pairwise(along_points(route.path, tables.settings.step_m)):
                    lay.add([self._riverside(a, b)])
                    end += 1
                self._sections.append((route.id, start, end))
        self._spurs = [(spur, lay.add(along_points(spur.path, 25.0))) for spur in registers.spurs if spur.path]
        self.sampling: Sampling = lay.done()

    def _lay_toes(self, lay: Lay, row: MapLine, chainage_m: float, every_m: float) -> list[float]:
        found: list[float] = []
        length = path_length_m(row.path)
        for n in range(math.floor(length / every_m) + 1 if self._river is not None else 0):
            a, b = _beside(row.path, n * every_m, length)
            lay.add([self._riverside(a, b)])
            found.append(chainage_m + n * every_m)
        return found

    def _riverside(self, a: Point, b: Point) -> Point:
        """Return the toe on the river's side of a short stretch of the levee."""
        from shapely import Point as Spot

        east = math.cos(math.radians(a[1]))
        dx, dy = (b[0] - a[0]) * east, b[1] - a[1]
        reach = self.settings.toe_offset_m / METRES_A_DEGREE / (math.hypot(dx, dy) or 1.0)
        x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        sides = [(x - dy * reach / east, y + dx * reach), (x + dy * reach / east, y - dx * reach)]
        river = self._river
        return sides[0] if river is None else min(sides, key=lambda side: float(river.distance(Spot(side))))

    def against(
        self, inundation: Inundation
    ) -> tuple[tuple[Toe, ...], tuple[SectionWater, ...], tuple[Freeboard, ...]]:
        """Return toes by chainage, sections and spurs against a picture of the water."""
        water = gather(self.sampling, inundation)
        toes = tuple(Toe(chainage, water.wetness(n)) for n, chainage in enumerate(self._toes))
        sections = tuple(self._section(one, [water.wetness(n) for n in range(a, b)]) for one, a, b in self._sections)
        works = self.registers.works
        freeboards = tuple(
            _freeboard(spur.id, works.get(spur.works), float(water.stage_m[n]), inundation.nature.datum)
            for spur, n in self._spurs
        )
        return toes, sections, freeboards

    def _section(self, section: str, toes: list[Wetness | None]) -> SectionWater:
        known = [toe for toe in toes if toe is not None]
        if not known:
            return SectionWater(section, PatrolRule.UNKNOWN, None, 0.0)
        deepest = max(known, key=lambda toe: toe.depth_m)
        settings = self.settings
        nothing = PatrolRule.DRY if len(known) == len(toes) else PatrolRule.UNKNOWN
        rule = nothing if deepest.depth_m < settings.toe_wet_m else PatrolRule.ONE_GROUP
        if deepest.depth_m >= settings.two_group_toe_m:
            rule = PatrolRule.TWO_GROUPS
        wet = sum(toe.depth_m >= settings.toe_wet_m for toe in known)
        arrivals = [toe.arrival for toe in known if toe.arrival is not None]
        water = Wetness(
            deepest.depth_m, min(arrivals, default=None), max(toe.duration_h for toe in known), deepest.speed_m_s,
            deepest.hazard, deepest.stage_m,
        )  # fmt: skip
        return SectionWater(section, rule, water, wet / len(toes))


def lowest_crest(works: Works) -> float | None:
    """Return the lowest figure of a works' crest: "95.1–98.75" is safe only to its lower end."""
    figures = [float(text) for text in _NUMBER.findall(works.crest_m)]
    return min(figures, default=None)


def _freeboard(spur: str, works: Works | None, stage_m: float, datum: str) -> Freeboard:
    crest = None if works is None else lowest_crest(works)
    if works is None or crest is None:
        return Freeboard(spur, None, NoFreeboard.NO_CREST)
    own = works.datum.strip()
    if not own or any(mark in own for mark in _UNSURE):
        return Freeboard(spur, None, NoFreeboard.NO_DATUM)
    if own != datum:
        return Freeboard(spur, None, NoFreeboard.OTHER_DATUM, own)
    if np.isnan(stage_m):
        return Freeboard(spur, None, NoFreeboard.NO_STAGE, own)
    return Freeboard(spur, crest - stage_m, None, own)


def _beside(path: Path2D, metres: float, length_m: float) -> tuple[Point, Point]:
    """Return two points of a path, 10 m to either side of a distance along it."""
    a, b = along(path, max(0.0, metres - 10)), along(path, min(length_m * (1 - 1e-9), metres + 10))
    if a is None or b is None or distance_m(a, b) == 0:
        return path[-2], path[-1]
    return a, b
