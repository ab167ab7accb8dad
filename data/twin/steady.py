"""Surfaces that flows take when they are held for half a day: what the live mirror shows. Blended as the peaks are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.model.inundation import Floats
from data.model.nature import Nature
from data.twin.courses import Course, spread, stages
from data.twin.flood import Cells, Field, How, Lattice, Trust
from data.twin.ghosts import Surfaces, surfaces, with_ghosts
from data.twin.library_files import Torn, read_course
from data.twin.terrain import Raster

STAIRS = "stairs.steady"


@dataclass(frozen=True, slots=True, eq=False)
class SteadyFlood:
    """A surface that does not change: no frames, no arrival."""

    flow_m3s: float
    depth: Raster
    ground: Raster
    lattice: Lattice
    nature: Nature
    how: How

    @property
    def bed(self) -> Raster | None:
        """The ground."""
        return self.ground

    @property
    def trust(self) -> Trust | None:
        """Not measured of steady surfaces."""
        return None

    @property
    def hours(self) -> tuple[float, ...]:
        """No frames."""
        return ()

    @property
    def inflow(self) -> tuple[tuple[float, float], ...]:
        """The flow, held."""
        return ((0.0, self.flow_m3s),)

    def field(self, which: Field) -> Raster | None:
        """Return depth or stage; None of the others."""
        if which is Field.DEPTH:
            return np.where(np.isfinite(self.ground), self.depth, np.float32(np.nan))
        return stages(self.depth, self.ground) if which is Field.STAGE else None

    def frame(self, number: int) -> Raster:
        """There are none."""
        raise IndexError(number)

    def depths(self, cells: Cells) -> Floats:
        """Return no frame."""
        return spread(cells, self.ground, lambda known: np.zeros((0, len(known))), 0)


@dataclass(frozen=True, slots=True, eq=False)
class Stairs:
    """The steady surfaces of a library's staircase, ready for blending."""

    course: Course
    ground: Raster
    surfaces: Surfaces

    def at(self, flow_m3s: float) -> SteadyFlood:
        """Return the surface of a flow; beyond the ends that of the end."""
        flows = self.surfaces.flows_m3s
        flow = min(max(flow_m3s, flows[0]), flows[-1])
        depth = self.surfaces.at(flow).reshape(self.ground.shape)
        how = How.RUN if flow in flows else How.BLENDED
        return SteadyFlood(flow, depth, self.ground, self.course.lattice, self.course.nature, how)


def stairs_of(course: Course, ground: Raster) -> Stairs:
    """Make the surfaces of a staircase ready; the course has one frame for each hold, its inflow the flows."""
    flows = [flow for _, flow in course.inflow]
    depths = [course.frames.one(k).astype(np.float32) / np.float32(100.0) for k in range(len(flows))]
    return Stairs(course, ground, surfaces(flows, np.stack([with_ghosts(depth, ground).ravel() for depth in depths])))


def read_stairs(path: Path, ground: Raster) -> Stairs | None:
    """Read a staircase; None when there is none yet, or what is there is not whole."""
    try:
        return stairs_of(read_course(path), ground)
    except (FileNotFoundError, Torn):
        return None
