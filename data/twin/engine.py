"""The small interface that every flood engine is driven through, and the values that cross it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from data.twin.case import Case
from data.twin.terrain import Raster

Arrays = dict[str, NDArray[np.generic]]
"""A state by the names of its arrays, as a checkpoint keeps it."""


class Stage(StrEnum):
    """Where a run is."""

    PREPARING = "preparing"
    """The solver is loaded; on a machine's first run it is compiled, which takes some ten seconds."""
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; `left_s` is the wall time still to go, None while it cannot be told."""

    stage: Stage
    time_s: float
    until_s: float
    steps: int
    wall_s: float
    left_s: float | None


@dataclass(frozen=True, slots=True)
class Volumes:
    """Volumes so far (m³): at the start, now, given by sources and rain, in and out over the rim and by sinks."""

    start_m3: float
    now_m3: float
    sources_m3: float
    rain_m3: float
    rim_in_m3: float
    out_m3: float

    @property
    def error(self) -> float:
        """Water made (positive) or lost, over all that came in, or over the water at the start when none came."""
        came = self.sources_m3 + self.rain_m3 + self.rim_in_m3
        scale = came or self.start_m3
        return (self.now_m3 - self.start_m3 - came + self.out_m3) / scale if scale else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class PeakRasters:
    """What each cell has seen. Arrival is infinite where the water never reached the wet depth."""

    depth_m: Raster
    speed_m_s: Raster
    hazard_m2_s: Raster
    arrival_s: Raster
    duration_s: Raster


class March(Protocol):
    """A run on its way."""

    @property
    def time_s(self) -> float:
        """Simulated time."""
        ...

    @property
    def steps(self) -> int:
        """Steps taken."""
        ...

    @property
    def active_updates(self) -> float:
        """Cell updates really done, those skipped as dry left out."""
        ...

    def advance(self, until_s: float, most_steps: int) -> None:
        """March to a time, or as many steps as allowed."""
        ...

    def depth(self) -> Raster:
        """Depths now (m)."""
        ...

    def bed(self) -> Raster:
        """The bed now: a breach may have lowered it (m, terrain's datum; NaN outside)."""
        ...

    def peaks(self) -> PeakRasters:
        """What each cell has seen up to now."""
        ...

    def volumes(self) -> Volumes:
        """The book of water."""
        ...

    def state(self) -> Arrays:
        """Everything needed to go on later, copied."""
        ...

    def restore(self, state: Arrays) -> None:
        """Go on from a state of the same case."""
        ...


class Engine(Protocol):
    """Something that can run a case."""

    @property
    def name(self) -> str:
        """Name and version, part of every result."""
        ...

    def begin(self, case: Case) -> March:
        """Lay out a case, ready to march; may compile."""
        ...
