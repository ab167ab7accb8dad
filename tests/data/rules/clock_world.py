"""A township of one levee and one lane, and a water that is told place by place, for tests of the relocation clock.

The levee runs west to east at 34.90° N, the lane from it 1,112 m north over the floodplain; a track leaves the lane
half way and reaches the levee further east.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from data.feeds.clock_tables import read_clock_tables
from data.model.clock_tables import ClockTables
from data.model.inundation import DRY, Probes, Span, Waters, Wetness
from data.model.nature import Nature, Origin
from data.model.people import Grower, Household, KeyPerson
from data.model.places import Bench, MapLine, Path2D, Plot, Route, Shelter
from data.model.register import Register, Registers
from data.rules.relocation import Countdown, soak
from data.rules.ways_out import WaysOut
from tests.township import NOON

ROOT = Path(__file__).resolve().parents[3]
LEVEE_LAT, FIELD_LAT, FORK_LAT = 34.90, 34.91, 34.905
LANE = 113.70
HOUR = timedelta(hours=1)

Says = Callable[[float, float], tuple[float, float] | None]
"""(lon, lat) → (greatest depth in m, hours after noon at which water comes, inf never); None unknown."""


def tables(**changed: float) -> ClockTables:
    read = read_clock_tables(ROOT / "resources" / "rules")
    return replace(read, settings=replace(read.settings, **changed))


def ring(lon: float, lat: float, size: float = 0.0004) -> Path2D:
    return ((lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat + size), (lon, lat))


def rows(**kinds: Sequence[Any]) -> Registers:
    made = Registers()
    for kind, content in kinds.items():
        made = made.having(Register(kind, tuple(content), digest=f"{kind}{len(content)}"))
    return made


def township(*, track: bool = False, more: Sequence[Any] = ()) -> Registers:
    """One grower at the end of the lane, one household behind the levee, one key person without a place."""
    lines = [
        MapLine("LEVEE", "levee", "大堤", ((113.69, LEVEE_LAT), (113.72, LEVEE_LAT)), chainage_from_m=1000.0),
        MapLine("RIVER", "river", "中泓", ((113.69, 34.93), (113.72, 34.93))),
        MapLine("BACK", "road", "背河路", ((LANE, 34.89), (LANE, LEVEE_LAT))),
        *more,
    ]
    if track:
        lines.append(MapLine("TRACK", "road", "生产路", ((LANE, FORK_LAT), (113.71, FORK_LAT), (113.71, LEVEE_LAT))))
    return rows(
        maplines=lines,
        routes=[Route("L1", "北线", "迁安", ((LANE, FIELD_LAT), (LANE, FORK_LAT), (LANE, LEVEE_LAT)), "A1")],
        shelters=[Shelter("A1", "小学", "学校", 10, LANE, 34.89)],
        growers=[Grower("G1", "测甲", "农户", "甲村", on_floodplain=2, livestock="鸡500;羊40", route="L1")],
        plots=[Plot("P1", "G1", "Z1", Bench.ER, "玉米", 10.0, 6000.0, ring(LANE, FIELD_LAT))],
        households=[Household("H1", "测乙", "甲村", "G001", 4, lon=LANE, lat=34.895, shelter="A1")],
        keypeople=[KeyPerson("K1", "测丙", "残疾人", "G001", "看护房", people=1, bench="二滩")],
    )


class Told:
    """Water as a test tells it; at once as deep as it gets, unless it rises for some hours."""

    def __init__(self, says: Says, rise_h: float = 0.0, datum: str = "", stage_m: float = np.nan) -> None:
        self.says, self.rise_h, self.stage_m = says, rise_h, stage_m
        self.nature = Nature(Origin.MODEL, NOON, "told", datum)

    def at(self, lon: float, lat: float) -> Wetness | None:
        told = self.says(lon, lat)
        if told is None or told[1] == np.inf:
            return None if told is None else DRY
        return Wetness(told[0], NOON + told[1] * HOUR, 5.0)

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        return tuple(self.at(*point) for point in path)

    def over(self, ring: Path2D) -> Wetness | None:
        return self.at(*ring[0])

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        told = [self.says(float(lon), float(lat)) for lon, lat in zip(probes.lon, probes.lat, strict=True)]
        depth = np.array([np.nan if one is None else one[0] if one[1] < np.inf else 0.0 for one in told])
        hours = np.array([np.nan if one is None else one[1] for one in told])
        arrival = np.where(np.isfinite(hours), NOON.timestamp() + 3600 * hours, hours)
        with np.errstate(invalid="ignore", divide="ignore"):
            deeper = [
                np.where(np.isnan(depth) | (depth > d), arrival + np.nan_to_num(3600 * self.rise_h * d / depth), np.inf)
                for d in deeper_m
            ]
        stage = np.where(np.isfinite(arrival), self.stage_m, np.nan)
        nothing = np.full(len(probes), np.nan)
        return Waters(
            depth,
            arrival,
            np.full(len(probes), 5.0),
            nothing,
            stage,
            np.array(deeper).reshape(len(deeper_m), len(probes)),
        )


def dry(lon: float, lat: float) -> tuple[float, float]:
    return 0.0, np.inf


def north_of(lat: float, hours: float, depth: float = 1.0) -> Says:
    """Water everywhere north of a latitude, from some hours after noon on."""
    return lambda _, there: (depth, hours) if there > lat else (0.0, np.inf)


def clock(
    ways: WaysOut, says: Says, at: datetime = NOON, where: dict[str, Any] | None = None, high: Says | None = None
) -> Countdown:
    likely = Told(says)
    return Countdown(ways, soak(ways, Span(likely, likely, Told(high) if high else likely)), where or {}, at)
