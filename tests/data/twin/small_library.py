"""A small library for tests: a short winding reach with benches and a dyke with gaps, floods of ten hours."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from data.twin.case import Case, Edge, Inflow, Line, Running, Side, Way, constant
from data.twin.making_level import make_level
from data.twin.placing import Bound, Placing
from data.twin.standard import Shape
from data.twin.terrain import Nature, Terrain

SLOPE = 1 / 4_000
SHAPE = Shape(base_m3s=300.0, peak_h=4.0, hours=10.0)
PLACING = Placing(
    first_m3s=(300.0, 600.0, 1_200.0, 2_400.0),
    bounds=(Bound(0.0, 0.03, 0.95),),
    stairs_m3s=(300.0, 800.0, 1_500.0, 2_400.0),
    most_runs=7,
    narrowest_m3s=100.0,
)


def small_case(cell: float = 100.0) -> Case:
    cols, rows = int(5_000 / cell), int(3_000 / cell)
    x, y = np.meshgrid((np.arange(cols) + 0.5) * cell, 3_000 - (np.arange(rows) + 0.5) * cell)
    away = np.abs(y - 1_700 - 250 * np.sin(2 * np.pi * x / 4_000))
    bank = 20 - SLOPE * x
    bed = bank - 2.0 * (away < 200) - np.maximum(away - 200, 0) / 1_500
    bed += np.where(away > 200, 0.2 * np.sin(x / 210) * np.cos(y / 170), 0)
    bed = np.where((np.abs(away - 500) < 0.6 * cell) & (np.abs(x - 2_500) > 200), bank + 0.8, bed)
    bed = np.where((y < 300) | (y > 2_800), bank + 8, bed)
    bed = np.where(y > 2_900, np.nan, bed)
    manning = np.where(away < 200, 0.02, 0.035).astype(np.float32)
    terrain = Terrain(bed.astype(np.float32), manning, cell, 0.0, 3_000.0, "EPSG:4547", "test", Nature.IDEALISED)
    line = Line(((0.5 * cell, 1_550.0), (0.5 * cell, 1_900.0)))
    rim = Edge(Side.RIGHT, Way.SLOPE, constant(SLOPE))
    return Case(terrain, Running(SHAPE.seconds), (Inflow(line, constant(SHAPE.base_m3s)),), (rim,))


def small_library(folder: Path, told=None, cancelled=None) -> list:
    """Make it; return what was told."""
    heard: list = []
    make_level(small_case(), folder, told or heard.append, cancelled or (lambda: False), shape=SHAPE, placing=PLACING)
    return heard
