"""Small grounds and cases for the twin's tests."""

from __future__ import annotations

import numpy as np

from data.twin.case import Case, Disc, Edge, Inflow, Running, Series, Side, Way, constant
from data.twin.result import Result
from data.twin.simulate import simulate
from data.twin.terrain import CrestLine, Nature, Terrain, flat_friction


def ground(bed, cell_m: float = 10.0, manning: float = 0.03, crests: tuple[CrestLine, ...] = ()) -> Terrain:
    bed = np.ascontiguousarray(bed, np.float32)
    return Terrain(
        bed, flat_friction(bed, manning), cell_m, 0.0, bed.shape[0] * cell_m, "EPSG:4547", "test", Nature.MEASURED,
        crests,
    )  # fmt: skip


def rough(rows: int, cols: int, seed: int = 2, relief_m: float = 1.0):
    return np.random.default_rng(seed).random((rows, cols)) * relief_m


def poured(rows: int, cols: int, depth_m: float = 2.0):
    """Water standing in a corner of the ground."""
    depth = np.zeros((rows, cols), np.float32)
    depth[rows // 7 : rows // 2, rows // 5 : cols // 2] = depth_m
    return depth


def released(bed, depth, seconds: float = 200.0, **run) -> Result:
    """Standing water let go on a closed ground."""
    return simulate(Case(ground(bed), Running(seconds, **run), initial_depth=np.ascontiguousarray(depth)))


def slope_rim(slope: float) -> Edge:
    return Edge(Side.RIGHT, Way.SLOPE, constant(slope))


def stage_rim(stage_m: float) -> Edge:
    return Edge(Side.RIGHT, Way.STAGE, constant(stage_m))


def spring(x: float, y: float, flow_m3s: float, radius_m: float = 0.0) -> Inflow:
    return Inflow(Disc(x, y, radius_m), constant(flow_m3s))


def pulse(x: float, y: float, flow_m3s: float, seconds: float) -> Inflow:
    return Inflow(Disc(x, y, 0.0), Series((0.0, seconds, seconds + 1.0), (flow_m3s, flow_m3s, 0.0)))
