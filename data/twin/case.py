"""What is asked of the twin: terrain, water in and out, breaches, rain, probes, and how to run it. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from data.twin.terrain import Point, Raster, Terrain


class Side(StrEnum):
    """Sides of the raster; right is east, top is north."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


class Way(StrEnum):
    """How water may cross an edge."""

    CLOSED = "closed"
    FREE = "free"
    SLOPE = "slope"
    STAGE = "stage"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Series:
    """Values at rising points (seconds, or metres of stage for a rating); linear between, constant beyond."""

    at: tuple[float, ...]
    value: tuple[float, ...]

    def __post_init__(self) -> None:
        """Points rise, and there is a value at each."""
        if not self.at or len(self.at) != len(self.value):
            raise ValueError("a series has points, and a value at each")
        if any(b <= a for a, b in zip(self.at, self.at[1:], strict=False)):
            raise ValueError("the points of a series rise")

    def greatest(self) -> float:
        """The largest value."""
        return max(self.value)


def constant(value: float) -> Series:
    """A value that never changes."""
    return Series((0.0,), (value,))


@dataclass(frozen=True, slots=True)
class Disc:
    """Cells whose middle lies within a radius; at least the cell of the centre."""

    x: float
    y: float
    radius_m: float


@dataclass(frozen=True, slots=True)
class Line:
    """Cells that a line passes through."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Inflow:
    """A flow (m³/s) given evenly to the cells of a place; negative values take water away as long as there is some."""

    place: Disc | Line
    flow_m3s: Series


@dataclass(frozen=True, slots=True)
class Edge:
    """A side of the raster, or the part of it between two coordinates along it, and how water crosses it.

    `value`: slope for SLOPE; stage over time (m, terrain's datum) for STAGE; flow (m³/s) by stage (m) for RATING.
    """

    side: Side
    way: Way
    value: Series | None = None
    between: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """A gap in a crest line near a place: it opens at `start_s` and reaches its width and sill after `growth_s`."""

    x: float
    y: float
    start_s: float
    width_m: float
    growth_s: float
    sill_m: float


@dataclass(frozen=True, slots=True)
class Probe:
    """A named place at which stage and depth are told."""

    id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Running:
    """How a case is run."""

    seconds: float
    threads: int = 1
    courant: float = 0.5
    """Above 0.5 smooth channels show grid noise; 0.7 is for the test that proves it."""
    theta: float = 0.8
    """Weight of a face's own discharge against its two neighbours' in line."""
    longest_step_s: float = 10.0
    wet_depth_m: float = 0.05
    """Depth from which a cell counts as under water (arrival, duration, speed)."""
    sample_every_s: float | None = None
    """Spacing of the probes' series; None: at the end alone."""
    frames_every_s: float | None = None
    """Spacing of depth rasters kept; None: none."""
    masked: bool = True
    """Skip what is dry; it changes no bit of the result."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One run, described whole. `initial_level_m` or `initial_depth` is the water at the start."""

    terrain: Terrain
    run: Running
    inflows: tuple[Inflow, ...] = ()
    edges: tuple[Edge, ...] = ()
    breaches: tuple[Breach, ...] = ()
    rain_mm_h: Series | None = None
    probes: tuple[Probe, ...] = ()
    initial_level_m: float | None = None
    initial_depth: Raster | None = None
    name: str = ""
    notes: tuple[str, ...] = field(default=())
