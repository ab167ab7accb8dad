"""Grounds and rims that the checks are made of."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.twin.case import Case, Edge, Inflow, Line, Running, Series, Side, Way, constant
from data.twin.inertial import InertialEngine, InertialMarch
from data.twin.terrain import CrestLine, Nature, Terrain, flat_friction

G = 9.80665


def ground(bed: Any, cell_m: float, manning: float = 0.03, crests: tuple[CrestLine, ...] = ()) -> Terrain:
    """A bed as a terrain with its south-west corner at the origin."""
    raster = np.ascontiguousarray(bed, np.float32)
    return Terrain(
        raster, flat_friction(raster, manning), cell_m, 0.0, raster.shape[0] * cell_m, None, "local", Nature.IDEALISED,
        crests,
    )  # fmt: skip


def slope_rim(slope: float, side: Side = Side.RIGHT) -> Edge:
    """Water leaves at the normal depth of a slope."""
    return Edge(side, Way.SLOPE, constant(slope))


def stage_rim(stage_m: float) -> Edge:
    """A level held beyond the east rim."""
    return Edge(Side.RIGHT, Way.STAGE, constant(stage_m))


def west_flow(terrain: Terrain, unit_flow: Series) -> Inflow:
    """A flow per metre of width given to the whole western column."""
    rows, cell = terrain.shape[0], terrain.cell_m
    whole = Series(unit_flow.at, tuple(value * rows * cell for value in unit_flow.value))
    return Inflow(Line(((0.5 * cell, 0.1 * cell), (0.5 * cell, (rows - 0.1) * cell))), whole)


def marched(case: Case, seconds: float) -> InertialMarch:
    """A case brought to a time."""
    march = InertialEngine().begin(case)
    march.advance(seconds, 10**9)
    return march


def flume(bed: Any, unit_flow: float, rim: Edge, hours: float, cell_m: float, manning: float) -> InertialMarch:
    """A channel of five rows with a flow over its whole west end, run for some hours."""
    terrain = ground(np.tile(np.asarray(bed, np.float64), (5, 1)), cell_m, manning)
    case = Case(terrain, Running(hours * 3600.0), (west_flow(terrain, constant(unit_flow)),), (rim,))
    return marched(case, hours * 3600.0)


def rms(values: Any) -> float:
    """Root of the mean square."""
    return float(np.sqrt(np.mean(np.square(np.asarray(values, np.float64)))))
