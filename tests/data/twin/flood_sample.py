"""A tiny flood made by hand beside 花园口: the river runs along the north, the land rises to the south.

The stage rises linearly from 90 m at hour 0 to its peak at hour 9 and falls to 91 m at hour 24; the bed is 90 m in the
first row and rises by `step_m` a row. So the depth at every cell and hour can be reckoned by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.model.nature import Nature, Origin
from data.twin.flood import OUTSIDE, Cells, Field, How, Lattice, Trust
from data.twin.terrain import Raster

WEST, NORTH = 469_000.0, 3_864_600.0  # EPSG:4547; 花园口 lies at about 469,429, 3,864,116
MADE_AT = datetime(2026, 8, 1, 0, 0, tzinfo=UTC)
START_M, PEAK_HOUR, END_HOUR, END_M = 90.0, 9.0, 24.0, 91.0
WET_M = 0.05


@dataclass(frozen=True, eq=False)
class SampleFlood:
    """What data.twin.flood.Flood asks for, from arrays."""

    lattice: Lattice
    bed: Raster | None
    nature: Nature
    flow_m3s: float
    how: How
    trust: Trust | None
    hours: tuple[float, ...]
    inflow: tuple[tuple[float, float], ...]
    fields: dict[Field, Raster]
    frames: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 1, 1), np.float32))

    def field(self, which: Field) -> Raster | None:
        return self.fields.get(which)

    def frame(self, number: int) -> Raster:
        return self.frames[number]

    def depths(self, cells: Cells) -> Floats:
        flat = self.frames.reshape(len(self.hours), -1)
        return np.where(cells == OUTSIDE, np.nan, flat[:, np.maximum(cells, 0)]).astype(np.float64)


def sample_lattice(rows: int = 12, cols: int = 16, cell_m: float = 100.0) -> Lattice:
    return Lattice(rows, cols, cell_m, WEST, NORTH, "EPSG:4547", "大沽(待核)")


def stage_at(hour: float, peak_m: float) -> float:
    return float(np.interp(hour, (0.0, PEAK_HOUR, END_HOUR), (START_M, peak_m, END_M)))


def sample_flood(
    *,
    flow_m3s: float = 8000.0,
    peak_m: float = 94.0,
    step_m: float = 0.5,
    rows: int = 12,
    cols: int = 16,
    cell_m: float = 100.0,
    frame_h: float | None = 1.0,
    origin: Origin = Origin.IDEALISED,
    how: How = How.RUN,
    fields: tuple[Field, ...] = tuple(Field),
) -> SampleFlood:
    """Make one; `frame_h` None: without frames. The two cells of the south-east corner are outside the ground."""
    lattice = sample_lattice(rows, cols, cell_m)
    bed = np.repeat((START_M + step_m * np.arange(rows, dtype=np.float64))[:, None], cols, axis=1)
    bed[-1, -2:] = np.nan
    fine = np.arange(0.0, END_HOUR + 1e-9, 0.01)
    stages = np.interp(fine, (0.0, PEAK_HOUR, END_HOUR), (START_M, peak_m, END_M))
    depth = np.maximum(0.0, peak_m - bed)
    over = bed + WET_M
    rising = (over - START_M) / (peak_m - START_M) * PEAK_HOUR
    arrival = np.where(depth > WET_M, np.maximum(0.0, rising), np.nan)
    falling = PEAK_HOUR + (peak_m - over) / (peak_m - END_M) * (END_HOUR - PEAK_HOUR)
    duration = np.where(depth > WET_M, np.minimum(falling, END_HOUR) - np.maximum(rising, 0.0), 0.0)
    duration[np.isnan(bed)] = np.nan
    rasters = {
        Field.DEPTH: depth,
        Field.STAGE: np.where(depth > 0, bed + depth, np.nan),
        Field.SPEED: 0.2 * depth,
        Field.HAZARD: 0.2 * depth**2,
        Field.ARRIVAL: arrival,
        Field.DURATION: duration,
    }
    hours: tuple[float, ...] = ()
    frames = np.zeros((0, rows, cols), np.float32)
    if frame_h is not None:
        hours = tuple(np.arange(0.0, END_HOUR + 1e-9, frame_h).tolist())
        frames = np.stack([np.maximum(0.0, stage_at(hour, peak_m) - bed) for hour in hours]).astype(np.float32)
    inflow = tuple(
        (float(hour), float(2000.0 + (flow_m3s - 2000.0) * (stage - START_M) / (peak_m - START_M)))
        for hour, stage in zip(fine[::50], stages[::50], strict=True)
    )
    trust = Trust(flow_m3s, 0.02, 0.98, 8.0, 20.0) if how is How.BLENDED else None
    return SampleFlood(
        lattice, bed.astype(np.float32), Nature(origin, MADE_AT, "sample", lattice.datum, "手工样本"), flow_m3s, how,
        trust, hours, inflow, {which: rasters[which].astype(np.float32) for which in fields}, frames,
    )  # fmt: skip


def place_of(flood: SampleFlood, row: int, col: int) -> tuple[float, float]:
    """Return lon, lat of the middle of a cell."""
    lattice = flood.lattice
    x, y = lattice.west + (col + 0.5) * lattice.cell_m, lattice.north - (row + 0.5) * lattice.cell_m
    lon, lat = lattice.to_degrees([x], [y])
    return float(lon[0]), float(lat[0])
