"""The reach of the township as a ground to run on, and a run on it described by its hydrograph alone.

`site_terrain` makes the idealised reach from the registers (示意地形·非实测); a surveyed ground comes from
`terrain_file`. Both know where the river enters and how it leaves, so `site_case` needs no more than a hydrograph.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.model.register import Registers
from data.rules.rating import Rating
from data.twin.case import Breach, Case, Edge, Inflow, Line, Probe, Running, Series, Side, Way, constant
from data.twin.faults import TwinCode, TwinFault
from data.twin.plane import to_metres
from data.twin.reach import Bench, ReachFacts, channel_cells, make_reach
from data.twin.terrain import Raster, Terrain

CRS = "EPSG:4547"
"""CGCS2000, 3-degree zone of 114° E, in metres."""


def site_terrain(registers: Registers, rating: Rating, cell_m: float) -> Terrain:
    """Make the idealised reach of the township from its registers and the rating of one year."""
    from dataclasses import replace

    lines = {row.id: row.path for row in registers.maplines}
    facts = ReachFacts(
        to_metres(lines["M-BANK-L"], CRS), to_metres(lines["M-BANK-R"], CRS), to_metres(lines["M-LEVEE"], CRS), CRS, rating.datum,
        rating.points, to_metres([(113.6655, 34.9051)], CRS)[0][0],
        (Bench("嫩滩", 0.27, 4500.0), Bench("二滩", 0.40, 6500.0), Bench("高滩", 0.33, 9000.0)), 97.2, year=rating.year,
    )  # fmt: skip
    terrain = make_reach(facts, cell_m)
    return replace(terrain, inlet=channel_cells(facts, terrain, within_m=200.0), fall=1 / 5000)


def site_inflow(terrain: Terrain) -> Line:
    """Return the line over the whole channel along which the river enters; a ground without one is no reach."""
    if not terrain.inlet:
        raise TwinFault(TwinCode.KEY_MISSING, key="inlet")
    return Line(terrain.inlet)


def site_edges(terrain: Terrain) -> tuple[Edge, ...]:
    """Return how water leaves: at normal depth over channel, plain and the land behind the levee."""
    if terrain.fall is None:
        raise TwinFault(TwinCode.KEY_MISSING, key="fall")
    return (Edge(Side.RIGHT, Way.SLOPE, constant(terrain.fall)),)


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
