"""Without a survey: an idealised reach made from facts, the same every time, and never to be taken for the ground.

The channel's bed and roughness are fitted to one year's rating (a wide channel at normal depth of the valley's tilt:
stage = bed + (Q n / (B √S))^0.6); the lip of each bench is the level at which the reach carries the flow that is said
to top it, channel and lower benches together. Benches fall away from their lips, the levee is a crest line, the land
behind it lies lower. All of it is 示意地形·非实测: `Nature.IDEALISED`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data.twin.faults import TwinCode, TwinFault
from data.twin.terrain import CrestKind, CrestLine, Nature, Point, Raster, Terrain

Field = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bench:
    """A bench between channel and levee (嫩滩, 二滩, 高滩): its share of that width, and the flow that tops its lip."""

    name: str
    share: float
    topped_at_m3s: float


@dataclass(frozen=True, slots=True)
class ReachFacts:
    """What is known of a reach that runs from west to east; lines in metres of `crs`, x rising.

    `rating`: (flow m³/s, stage m above `datum`) of one year at `station_x`. `levee_crest_m`: crest there; it falls with
    the valley. `far_side_m`: width of the plain beyond the left bank, up to high ground.
    """

    left_bank: tuple[Point, ...]
    right_bank: tuple[Point, ...]
    levee: tuple[Point, ...]
    crs: str | None
    datum: str
    rating: tuple[tuple[float, float], ...]
    station_x: float
    benches: tuple[Bench, ...]
    levee_crest_m: float
    tilt: float = 1.0 / 3950.0
    """Regional fall from west to east."""
    far_side_m: float = 1500.0
    behind_m: float = 1500.0
    """Width of the land behind the levee."""
    behind_drop_m: float = 3.0
    """How much lower it lies than the highest bench: the river is a suspended one."""
    bench_fall: float = 1.0 / 3000.0
    plain_manning: float = 0.035
    dykes: tuple[CrestLine, ...] = ()
    year: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The fitted section at the station: what a person may check against the rating."""

    bed_m: float
    manning: float
    width_m: float
    lips_m: tuple[float, ...]
    misfit_m: float


def fitted_section(facts: ReachFacts) -> Section:
    """Fit the section at the station to the year's rating."""
    flows = np.array([flow for flow, _ in facts.rating], np.float64)
    stages = np.array([stage for _, stage in facts.rating], np.float64)
    if len(flows) < 2 or flows.min() <= 0 or np.ptp(flows) <= 0:
        raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, key="rating", params={"value": float(len(flows))})
    width = float(_lateral(facts.left_bank, facts.station_x) - _lateral(facts.right_bank, facts.station_x))
    powers = flows**0.6
    growth = float(np.cov(powers, stages, bias=True)[0, 1] / np.var(powers))
    bed = float(stages.mean() - growth * powers.mean())
    if width <= 0 or growth <= 0:
        raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, key="rating", params={"value": growth})
    manning = float(growth ** (5.0 / 3.0) * width * np.sqrt(facts.tilt))
    misfit = float(np.abs(bed + growth * powers - stages).max())
    lips: list[float] = []
    for bench in facts.benches:
        lips.append(_level_at(bench.topped_at_m3s, bed, manning, width, lips, facts))
    return Section(bed, manning, width, tuple(lips), misfit)


def make_reach(facts: ReachFacts, cell_m: float) -> Terrain:
    """Make the terrain of a reach on cells of a size."""
    section = fitted_section(facts)
    west = max(line[0][0] for line in (facts.left_bank, facts.right_bank, facts.levee))
    east = min(line[-1][0] for line in (facts.left_bank, facts.right_bank, facts.levee))
    north = max(y for _, y in facts.left_bank) + facts.far_side_m
    south = min(y for _, y in facts.levee) - facts.behind_m
    cols, rows = int((east - west) // cell_m), int((north - south) // cell_m)
    if cols < 3 or rows < 3:
        raise TwinFault(TwinCode.EMPTY_TERRAIN)
    xs = west + (np.arange(cols, dtype=np.float64) + 0.5) * cell_m
    ys = north - (np.arange(rows, dtype=np.float64) + 0.5) * cell_m
    bed, manning = _ground(facts, section, xs, ys)
    source = f"idealised reach, rating of {facts.year}" if facts.year else "idealised reach"
    levee = CrestLine(
        CrestKind.LEVEE, facts.levee,
        tuple(facts.levee_crest_m - facts.tilt * (x - facts.station_x) for x, _ in facts.levee), "levee",
    )  # fmt: skip
    return Terrain(
        bed, manning, cell_m, west, north, facts.crs, facts.datum, Nature.IDEALISED, (levee, *facts.dykes), source
    )


def channel_cells(facts: ReachFacts, terrain: Terrain, *, within_m: float) -> tuple[Point, ...]:
    """A zigzag over the channel's upstream end: the line along which a flow is given to all of its width."""
    xs, _ = terrain.centres()
    points: list[Point] = []
    for number, x in enumerate(xs[: max(1, int(within_m // terrain.cell_m))]):
        ends = (_lateral(facts.right_bank, float(x)), _lateral(facts.left_bank, float(x)))
        points += [(float(x), y) for y in (ends if number % 2 == 0 else reversed(ends))]
    return tuple(points)


def _lateral(line: Sequence[Point], x: float) -> float:
    return float(np.interp(x, [p[0] for p in line], [p[1] for p in line]))


def _level_at(flow: float, bed: float, manning: float, width: float, lips: Sequence[float], facts: ReachFacts) -> float:
    """Level at which channel and the benches below carry a flow together."""
    plain = _lateral(facts.right_bank, facts.station_x) - _lateral(facts.levee, facts.station_x) + facts.far_side_m
    low, high = bed, bed + 60.0
    root = np.sqrt(facts.tilt)
    for _ in range(60):
        level = 0.5 * (low + high)
        carried = width * (level - bed) ** (5 / 3) * root / manning
        for bench, lip in zip(facts.benches, lips, strict=False):
            carried += bench.share * plain * max(level - lip, 0.0) ** (5 / 3) * root / facts.plain_manning
        low, high = (level, high) if carried < flow else (low, level)
    return 0.5 * (low + high)


def _channel_bed(facts: ReachFacts, section: Section, xs: Field, right: Field, left: Field) -> Field:
    """Bed before the valley's fall: narrow and oblique stretches lie deeper, so that all carry the same to the lip."""
    slope = np.gradient(0.5 * (right + left), xs)
    along = 1.0 / np.hypot(1.0, slope)  # cosine of the channel's course to the valley's
    carrying = np.maximum(left - right, 1.0) * along**1.5
    at_station = float(np.interp(facts.station_x, xs, carrying))
    lip = section.lips_m[0] if section.lips_m else section.bed_m + 2.0
    return lip - (lip - section.bed_m) * (at_station / carrying) ** 0.6


def _ground(facts: ReachFacts, section: Section, xs: Field, ys: Field) -> tuple[Raster, Raster]:
    right, left, levee = (
        np.interp(xs, [p[0] for p in line], [p[1] for p in line])
        for line in (facts.right_bank, facts.left_bank, facts.levee)
    )
    valley = -facts.tilt * (xs - facts.station_x)
    y = ys[:, None]
    plain = np.maximum(right - levee, 1.0)
    south, north = np.maximum(right - y, 0.0), np.maximum(y - left, 0.0)
    in_channel = (y >= right) & (y <= left)
    # the same benches on both sides, by their share of the plain's width
    away = np.where(y < right, south, north)
    share = np.where(y < right, south / plain, north / facts.far_side_m)
    level = np.broadcast_to(_channel_bed(facts, section, xs, right, left), share.shape)
    ends = np.cumsum([0.0, *(bench.share for bench in facts.benches)])
    scale = np.where(y < right, plain, facts.far_side_m)
    for (begin, _), lip in zip(pairwise(ends), section.lips_m, strict=True):
        inner = np.maximum(away - begin * scale, 0.0)
        level = np.where(~in_channel & (share >= begin), lip - facts.bench_fall * inner, level)
    relief = 0.12 * np.sin(2 * np.pi * xs / 830.0) * np.cos(2 * np.pi * y / 610.0)
    bed = level + np.where(in_channel, 0.0, relief)
    highest = section.lips_m[-1] if section.lips_m else section.bed_m
    bed = np.where(y < levee, highest - facts.behind_drop_m + 0.5 * relief, bed)
    bed = np.where(north > facts.far_side_m * 0.96, facts.levee_crest_m + 3.0, bed)
    manning = np.where(in_channel, section.manning, facts.plain_manning)
    return (bed + valley).astype(np.float32), manning.astype(np.float32)
