"""The reach of the township as a ground to run on, and a run on it described by its hydrograph alone.

`site_terrain` makes the idealised reach from the registers (示意地形·非实测); a surveyed ground comes from
`terrain_file`. Both know where the river enters and how it leaves, so `site_case` needs no more than a hydrograph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.model.register import Registers
from data.rules.rating import Rating
from data.twin.case import Breach, Case, Edge, Inflow, Line, Probe, Running, Series, Side, Way, constant
from data.twin.faults import TwinCode, TwinFault
from data.twin.site_crests import CrestFacts, levee_crest, road_crests, spur_crests
from data.twin.site_ground import Frame, SiteFacts, Stand, bed_of, channel_manning, frame_of, stand_of
from data.twin.site_levels import Levels, first_levels, fitted_section
from data.twin.site_lines import CRS, SiteLines, site_lines
from data.twin.terrain import CrestLine, Nature, Point, Raster, Terrain

INLET_M = 200.0
BEHIND_FALL = 0.0003


def site_terrain(
    registers: Registers, rating: Rating, cell_m: float, levels: Levels | None = None, facts: SiteFacts | None = None
) -> Terrain:
    """Make the idealised reach of the township from its registers and the rating of one year.

    `levels` are the levels over the plain as the model found them (`resources/demo/site_levels.csv`); without them, or
    with those of another reach, the rating alone decides, and places get wet at flows some way off the register's.
    """
    facts = facts or SiteFacts()
    lines = site_lines(registers, rating.station)
    section = fitted_section(rating, lines, facts.fall)
    frame = frame_of(lines, facts, cell_m)
    stand = stand_of(registers, lines, facts, frame)
    if levels is None or levels.reach != lines.mark():
        levels = first_levels(section, lines, np.array([1000.0, 1500.0, *np.arange(2000.0, 26_000.0, 500.0)]))
    else:
        rise = facts.coarse_rise * max(cell_m - facts.laid_for_m, 0.0)
        levels = replace(levels, deeper_m=levels.deeper_m + rise)
    bed = bed_of(stand, section, lines, facts, levels).reshape(frame.shape).astype(np.float32)
    rough = np.where(stand.channel, channel_manning(section, lines, facts, stand.river_m), facts.plain_manning)
    manning = rough.reshape(frame.shape).astype(np.float32)
    terrain = Terrain(
        bed, manning, cell_m, frame.west, frame.north, CRS, rating.datum, Nature.IDEALISED,
        source=f"据台账与 {rating.year} 年花园口水位流量关系概化", inlet=_inlet(stand, frame), fall=facts.fall,
    )  # fmt: skip
    return terrain.with_crests(_crests(registers, lines, facts, terrain))


def _crests(registers: Registers, lines: SiteLines, facts: SiteFacts, terrain: Terrain) -> tuple[CrestLine, ...]:
    heights = CrestFacts()
    levee = lines.levee.drawn_out(lines.right, 2.0 * facts.beyond_m)
    return (
        levee_crest(lines, levee, heights, facts.fall),
        *spur_crests(registers, lines, heights, facts.fall, terrain),
        *road_crests(registers, lines, heights, terrain),
    )


def _inlet(stand: Stand, frame: Frame) -> tuple[Point, ...]:
    """A zigzag over the channel's upstream end: the line along which a flow is given to all of its width."""
    channel, west, north, cell_m = stand.channel.reshape(frame.shape), frame.west, frame.north, frame.cell_m
    points: list[Point] = []
    for col in range(max(1, int(INLET_M / cell_m))):
        rows = np.flatnonzero(channel[:, col])
        if len(rows):
            ends = [(west + (col + 0.5) * cell_m, north - (row + 0.5) * cell_m) for row in (rows[0], rows[-1])]
            points += [(float(x), float(y)) for x, y in (ends if col % 2 == 0 else reversed(ends))]
    return tuple(points)


def site_inflow(terrain: Terrain) -> Line:
    """Return the line over the whole channel along which the river enters; a ground without one is no reach."""
    if not terrain.inlet:
        raise TwinFault(TwinCode.KEY_MISSING, key="inlet")
    return Line(terrain.inlet)


def site_edges(terrain: Terrain) -> tuple[Edge, ...]:
    """Return how water leaves: at normal depth in the east over channel and plain, in the south behind the levee."""
    if terrain.fall is None:
        raise TwinFault(TwinCode.KEY_MISSING, key="fall")
    _, ys = terrain.centres()
    ground = np.isfinite(terrain.bed)
    if not ground.any():
        raise TwinFault(TwinCode.EMPTY_TERRAIN, key="outlet")
    outermost = np.where(ground.any(axis=1), terrain.shape[1] - np.argmax(ground[:, ::-1], axis=1), 0)
    rows = np.flatnonzero(outermost >= outermost.max() - 2)
    between = (float(ys[rows[-1]]) - 1.0, float(ys[rows[0]]) + 1.0)
    return (
        Edge(Side.RIGHT, Way.SLOPE, constant(terrain.fall), between),
        Edge(Side.BOTTOM, Way.SLOPE, constant(BEHIND_FALL)),
    )


def site_case(
    terrain: Terrain,
    hydrograph: Series,
    running: Running,
    *,
    breaches: Sequence[Breach] = (),
    probes: Sequence[Probe] = (),
    initial_depth: Raster | None = None,
    name: str = "",
) -> Case:
    """Describe a run on the reach: a hydrograph (seconds, m³/s) enters over the channel, and leaves at normal depth."""
    return Case(
        terrain, running, (Inflow(site_inflow(terrain), hydrograph),), site_edges(terrain), tuple(breaches),
        probes=tuple(probes), initial_depth=initial_depth, name=name,
    )  # fmt: skip
