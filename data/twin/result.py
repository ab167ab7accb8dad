"""What a run gives back: rasters of the peaks, the last depth, probes, frames, and how the run went."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.twin.case import Probe
from data.twin.engine import PeakRasters, Volumes
from data.twin.terrain import Nature, Raster


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run went. `cell_updates` counts all cells of the ground at every step, `active_updates` those done."""

    engine: str
    name: str
    cells: int
    steps: int
    simulated_s: float
    wall_s: float
    compile_s: float
    threads: int
    cell_updates: float
    active_updates: float
    cell_m: float
    courant: float
    wet_depth_m: float
    volumes: Volumes
    nature: Nature
    datum: str | None
    terrain_digest: str
    complete: bool
    fastest_froude: float

    @property
    def mass_error(self) -> float:
        """Water made (positive) or lost by the scheme, over all that came in."""
        return self.volumes.error

    @property
    def cell_updates_per_s(self) -> float:
        """Cell updates a second of wall time."""
        return self.cell_updates / self.wall_s if self.wall_s > 0 else 0.0


@dataclass(frozen=True, slots=True)
class ProbeReading:
    """A probe at one moment; the stage of a dry place is None."""

    time_s: float
    depth_m: float
    stage_m: float | None


@dataclass(frozen=True, slots=True)
class ProbeRecord:
    """A probe's story: where it was really read (`moved_m` off, when its cell is a block), end, greatest, series."""

    probe: Probe
    moved_m: float
    end: ProbeReading
    max_depth_m: float
    max_stage_m: float | None
    arrival_s: float | None
    series: tuple[ProbeReading, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Depths at a moment in whole centimetres; below half a centimetre is 0."""

    time_s: float
    depth_cm: NDArray[np.uint16]


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """The outcome of a case, on the raster of its terrain."""

    summary: Summary
    peaks: PeakRasters
    depth_m: Raster
    probes: tuple[ProbeRecord, ...]
    frames: tuple[Frame, ...]
