"""Water over the land at any place: the one seam between whatever says where water goes and the rules that ask it.

Depth in metres above the ground, moments aware. Water that nobody knows about (outside the model) is never dry: a
single answer is None, an entry in columns is NaN.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from math import isfinite
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from data.model.nature import Nature
from data.model.places import Path2D

Floats = NDArray[np.float64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wetness:
    """Water at one place over the whole course: greatest depth, first water, hours wet, greatest speed and hazard.

    `arrival` None: never. `rise` are moments at which the depth first reached a value, both rising; `hazard` is
    depth × speed; None where the source does not know, 0 hours where it does not know how long. `stage_m` is the
    greatest stage above the nature's datum.
    """

    depth_m: float = 0.0
    arrival: datetime | None = None
    duration_h: float = 0.0
    speed_m_s: float | None = None
    hazard: float | None = None
    stage_m: float | None = None
    rise: tuple[tuple[float, datetime], ...] = ()

    @property
    def wet(self) -> bool:
        """Whether water comes at all."""
        return self.arrival is not None

    def deeper_than(self, depth_m: float) -> datetime | None:
        """Return when the water passes a depth, None when it never does; without a known rise, its arrival."""
        if self.arrival is None or self.depth_m <= depth_m:
            return None
        last = (0.0, self.arrival)
        for low, high in pairwise((last, *self.rise)):
            if high[0] > depth_m:
                share = (depth_m - low[0]) / (high[0] - low[0])
                return low[1] + (high[1] - low[1]) * min(1.0, max(0.0, share))
            last = high
        return last[1]


DRY = Wetness()


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """One thing at the low, the likely and the high flow of the band; more flow is never less water."""

    low: T
    likely: T
    high: T


@dataclass(frozen=True, eq=False)
class Probes:
    """Places asked about in one go, again and again: made once, so that a source may remember by it where they lie."""

    lon: Floats
    lat: Floats

    def __len__(self) -> int:
        """Count the places."""
        return len(self.lon)


@dataclass(frozen=True, slots=True, eq=False)
class Waters:
    """Water at all probes, in columns. Moments are seconds since 1970 UTC: inf never, NaN not known.

    `deeper_s` has one row for each depth asked for: when the water first passes it.
    """

    depth_m: Floats
    arrival_s: Floats
    duration_h: Floats
    speed_m_s: Floats
    stage_m: Floats
    deeper_s: Floats


class Inundation(Protocol):
    """Where the water goes in one course of the river. `many` is what the clock uses; the others answer one question.

    A source that can say only when water first comes gives the arrival for every depth in `deeper_s`: that errs on
    the safe side.
    """

    @property
    def nature(self) -> Nature:
        """What it is and where it comes from."""
        ...

    def at(self, lon: float, lat: float) -> Wetness | None:
        """Return the water at a point; None where nothing is known."""
        ...

    def along(self, path: Path2D, step_m: float) -> tuple[Wetness | None, ...]:
        """Return the water at the start of a path, at most every `step_m` and at its end."""
        ...

    def over(self, ring: Path2D) -> Wetness | None:
        """Return the deepest, earliest and longest water in a ring; None where nothing of it is known."""
        ...

    def many(self, probes: Probes, deeper_m: Sequence[float]) -> Waters:
        """Return the water at all probes, and when it passes each of the depths."""
        ...


def moment(seconds: float) -> datetime | None:
    """Return the moment of a column's entry; None for never and for not known."""
    return datetime.fromtimestamp(seconds, UTC) if isfinite(seconds) else None


def seconds(time: datetime | None) -> float:
    """Return a moment as the columns write it; inf for None."""
    return np.inf if time is None else time.timestamp()
