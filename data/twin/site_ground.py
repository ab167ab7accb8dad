"""The bed of the idealised reach: a channel that carries the rating, benches that rise from it as they are said to wet.

Every place of the plain has a flow at which water is said to reach it: by the registered plots of its bench, from the
bench's river edge to its levee edge. The ground lies a few centimetres under the level of that flow. Where no bench is
drawn (upstream, downstream, the far side) the share of the way from bank to levee decides as it does where one is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.model.places import Bench
from data.model.register import Registers
from data.twin.plane import to_metres
from data.twin.site_levels import Levels, Section
from data.twin.site_lines import CRS, Floats, SiteLines, Track, track_of

Mask = NDArray[np.bool_]
BENCHES = (Bench.NEN, Bench.ER, Bench.GAO)


def _said() -> Mapping[Bench, tuple[float, float]]:
    return MappingProxyType({Bench.NEN: (2900.0, 4400.0), Bench.ER: (5500.0, 8000.0), Bench.GAO: (7500.0, 12000.0)})


def _shares() -> Mapping[Bench, float]:
    return MappingProxyType({Bench.NEN: 0.27, Bench.ER: 0.40, Bench.GAO: 0.33})


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the idealised reach is made of where the registers are silent; assumptions, all of them."""

    fall: float = 1.0 / 5000.0
    """Of the river, by its length; 花园口 to 夹河滩 falls about so."""
    wide_share: float = 0.65
    """Share of the friction that keeps wide stretches as deep as the station's; bends, spurs and banks do the rest."""
    plain_manning: float = 0.035
    far_side_m: float = 1800.0
    """Width of the plain beyond the left bank, up to high ground."""
    behind_m: float = 2100.0
    """Width of the land behind the levee."""
    behind_drop_m: float = 3.0
    """How far it lies below the river at full banks: the river is a suspended one."""
    full_banks_m3s: float = 5500.0
    beyond_m: float = 700.0
    """How far the ground goes on up- and downstream of the township's levee."""
    wetted_m: float = 0.05
    """Depth of the water at a place when the flow that is said to reach it runs."""
    laid_for_m: float = 40.0
    """Cells on which the levels over the plain were found."""
    coarse_rise: float = 0.0025
    """How much higher the river stands for every metre that cells are wider; the bed is laid deeper by it."""
    toe_hollow_m: float = 1.0
    """Depth of the old borrow pits (堤河) along the levee's toe, where the plain is wide."""
    toe_width_m: float = 110.0
    floods: Mapping[Bench, tuple[float, float]] = field(default_factory=_said)
    """Flows at a bench's river edge and levee edge where no plot tells of it."""
    shares: Mapping[Bench, float] = field(default_factory=_shares)
    """Widths of the benches where none is drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Cells of the raster as places: flat, row by row from the north."""

    west: float
    north: float
    cell_m: float
    shape: tuple[int, int]
    places: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """Where cells lie: `river_m` down the river, in which part of the ground, and the flow that is said to wet them."""

    river_m: Floats
    channel: Mask
    right_plain: Mask
    left_plain: Mask
    behind: Mask
    to_levee_m: Floats
    floods_m3s: Floats


def frame_of(lines: SiteLines, facts: SiteFacts, cell_m: float) -> Frame:
    """Lay the raster over the reach."""
    west, east = lines.levee.points[0, 0] - facts.beyond_m, lines.levee.points[-1, 0] + facts.beyond_m

    def held(track: Track) -> Floats:
        return track.points[(track.points[:, 0] >= west) & (track.points[:, 0] <= east), 1]

    north = float(held(lines.left).max()) + facts.far_side_m
    south = float(min(lines.levee.points[:, 1].min(), held(lines.right).min())) - facts.behind_m
    west, north = float(np.floor(west / cell_m) * cell_m), float(np.ceil(north / cell_m) * cell_m)
    rows, cols = int((north - south) / cell_m), int((east - west) / cell_m)
    xs, ys = west + (np.arange(cols) + 0.5) * cell_m, north - (np.arange(rows) + 0.5) * cell_m
    places = np.column_stack([np.tile(xs, rows), np.repeat(ys, cols)]).astype(np.float64)
    return Frame(west, north, cell_m, (rows, cols), places)


def stand_of(registers: Registers, lines: SiteLines, facts: SiteFacts, frame: Frame) -> Stand:
    """Tell where the cells lie; those far from all lines are asked nothing."""
    near = _near(lines, facts, frame)
    stand = _stand(registers, lines, facts, frame.places[near])

    def spread(part: NDArray[Any], outside: float) -> NDArray[Any]:
        whole = np.full(len(near), outside, part.dtype)
        whole[near] = part
        return whole

    return Stand(
        spread(stand.river_m, 0.0), spread(stand.channel, False), spread(stand.right_plain, False),
        spread(stand.left_plain, False), spread(stand.behind, False), spread(stand.to_levee_m, np.inf),
        spread(stand.floods_m3s, np.inf),
    )  # fmt: skip


def _near(lines: SiteLines, facts: SiteFacts, frame: Frame) -> Mask:
    """Blocks of cells that any line may reach into."""
    rows, cols = frame.shape
    size = max(1, int(160.0 / frame.cell_m))
    down, right = np.arange(-(-rows // size)), np.arange(-(-cols // size))
    half = 0.5 * size * frame.cell_m
    x, y = frame.west + half * (2 * right + 1), frame.north - half * (2 * down + 1)
    middles = np.column_stack([np.tile(x, len(y)), np.repeat(y, len(x))]).astype(np.float64)
    tracks = (lines.left, lines.right, lines.levee.drawn_out(lines.right, 2.0 * facts.beyond_m))
    away = np.min([track.nearest(middles)[0] for track in tracks], axis=0)
    blocks = (away < max(facts.far_side_m, facts.behind_m) + 1.5 * half).reshape(len(y), len(x))
    return np.repeat(np.repeat(blocks, size, axis=0), size, axis=1)[:rows, :cols].ravel()


def _stand(registers: Registers, lines: SiteLines, facts: SiteFacts, places: Floats) -> Stand:
    dyke = lines.levee.drawn_out(lines.right, 2.0 * facts.beyond_m)
    levee = dyke.foot(places)
    left, right = lines.left.foot(places), lines.right.foot(places)
    channel = right.left & ~left.left
    right_plain = ~right.left & levee.left
    left_plain = left.left & (left.away_m <= facts.far_side_m)
    behind = ~levee.left & (levee.away_m <= facts.behind_m) & ~channel
    ratio = lines.river.along_m[-1] / lines.valley.along_m[-1]
    river_m = lines.valley.nearest(places)[1] * ratio
    river_m[channel] = lines.river.nearest(places[channel])[1]
    # behind the levee the nearest river jumps from bend to bend; the levee leads down the valley evenly
    river_m[behind] = np.interp(levee.along_m[behind], dyke.along_m, _down_the_valley(lines, dyke) * ratio)
    between = right.away_m / np.maximum(right.away_m + levee.away_m, 1.0)
    share = np.where(right_plain, between, left.away_m / facts.far_side_m)
    floods = _floods_by_share(facts, np.clip(share, 0.0, 1.0))
    told = _floods_by_bench(registers, lines, facts, places, right_plain)
    floods = np.where(np.isfinite(told), told, floods)
    return Stand(river_m, channel, right_plain, left_plain, behind, levee.away_m, floods)


def _down_the_valley(lines: SiteLines, dyke: Track) -> Floats:
    """How far down the valley the levee's points lie, evenly and never backwards."""
    beside = np.maximum.accumulate(lines.valley.nearest(dyke.points)[1])
    kernel = np.hanning(203)[1:-1]
    padded = np.concatenate([np.full(100, beside[0]), beside, np.full(100, beside[-1])])
    return np.convolve(padded, kernel / kernel.sum(), "valid").astype(np.float64)


def channel_bed(section: Section, lines: SiteLines, facts: SiteFacts, levels: Levels, river_m: Floats) -> Floats:
    """Bed of the channel: it falls with the river, and lies deeper where that is narrower than at the station."""
    full = float(section.level_m(facts.full_banks_m3s))
    narrow = np.minimum(_width(lines, river_m) / section.width_m, 1.0)
    deeper = np.interp(river_m, levels.along_m, levels.deeper_m)
    return full - facts.fall * (river_m - lines.station_m) - (full - section.bed_m) / narrow**0.6 - deeper


def channel_manning(section: Section, lines: SiteLines, facts: SiteFacts, river_m: Floats) -> Floats:
    """Friction of the channel: as at the station, more where it is wider, so that low flows run about as deep there.

    Bars and side arms of the wide stretches stand behind it.
    """
    return section.manning * np.maximum(facts.wide_share * _width(lines, river_m) / section.width_m, 1.0)


def _width(lines: SiteLines, river_m: Floats) -> Floats:
    return np.asarray(np.interp(river_m, lines.river.along_m, lines.width_m()), np.float64)


def bed_of(stand: Stand, section: Section, lines: SiteLines, facts: SiteFacts, levels: Levels) -> Floats:
    """Lay the ground; NaN outside of it."""
    bed = np.full(len(stand.river_m), np.nan)
    at = stand.channel
    bed[at] = channel_bed(section, lines, facts, levels, stand.river_m[at])
    at = stand.right_plain | stand.left_plain
    bed[at] = levels.at(stand.floods_m3s[at], stand.river_m[at]) - facts.wetted_m
    near = np.clip(1.0 - stand.to_levee_m / facts.toe_width_m, 0.0, 1.0)
    bed -= np.where(stand.right_plain & (stand.floods_m3s > facts.full_banks_m3s), facts.toe_hollow_m * near, 0.0)
    at = stand.behind
    full = levels.at(np.full(int(at.sum()), facts.full_banks_m3s), stand.river_m[at])
    bed[at] = full - facts.behind_drop_m - 0.0003 * stand.to_levee_m[at]
    return bed


def _floods_by_share(facts: SiteFacts, share: Floats) -> Floats:
    ends = np.cumsum([0.0, *(facts.shares[bench] for bench in BENCHES)])
    floods = np.full(share.shape, facts.floods[BENCHES[-1]][1])
    for bench, (begin, end) in reversed(list(zip(BENCHES, pairwise(ends), strict=True))):
        low, high = facts.floods[bench]
        within = np.clip((share - begin) / max(end - begin, 1e-9), 0.0, 1.0)
        floods = np.where(share <= end, low + (high - low) * within, floods)
    return floods


def _floods_by_bench(registers: Registers, lines: SiteLines, facts: SiteFacts, places: Floats, plain: Mask) -> Floats:
    """The flow that wets a cell of a drawn bench, from what the bench's plots state; NaN elsewhere."""
    rings = {
        bench: [np.array(to_metres((*row.path, row.path[0]), CRS)) for row in registers.maplines
                if row.kind == "bench" and bench in row.name and len(row.path) > 2]
        for bench in BENCHES
    }  # fmt: skip
    drawn = [bench for bench in BENCHES if rings[bench]]
    floods = np.full(len(places), np.nan)
    edges = [lines.right, *(_outlines(rings[bench]) for bench in drawn), lines.levee]
    for number, bench in enumerate(drawn):
        lower, upper = edges[number], edges[number + 2]
        at = plain & _inside(rings[bench], places)
        low, high = _stated(registers, bench, facts, lower, upper)
        floods[at] = low + (high - low) * _between(places[at], lower, upper)
    return floods


def _stated(registers: Registers, bench: Bench, facts: SiteFacts, lower: Track, upper: Track) -> tuple[float, float]:
    """Flows at the two edges of a bench by a line through what its plots state."""
    plots = [(row.ring, row.floods_at_m3s) for row in registers.plots if row.bench == bench and len(row.ring) > 2]
    if len(plots) < 5:
        return facts.floods[bench]
    middles = np.array([np.mean(to_metres(ring, CRS), axis=0) for ring, _ in plots])
    slope, low = np.polyfit(_between(middles, lower, upper), [flow for _, flow in plots], 1)
    return float(low), float(low + max(slope, 0.0))


def _between(places: Floats, lower: Track, upper: Track) -> Floats:
    down, up = lower.nearest(places)[0], upper.nearest(places)[0]
    return down / np.maximum(down + up, 1e-9)


def _outlines(rings: list[Floats]) -> Track:
    points = np.concatenate([track_of(ring).points for ring in rings])
    return Track(points, np.zeros(len(points)))


def _inside(rings: list[Floats], places: Floats) -> Mask:
    import shapely

    x, y = places.T
    held: Any = np.zeros(len(places), np.bool_)
    for ring in rings:
        area = shapely.Polygon(ring)
        shapely.prepare(area)
        held |= np.asarray(shapely.contains_xy(area, x, y), np.bool_)
    return held
