"""Stage at a flow by the rating of one year; outside the data there is no stage.

The bed of the lower river has sunk by more than a metre since 2006, so a rating holds for its year alone, and stages of
two datums are never compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Rating:
    """Points (flow in m³/s, stage in m above `datum`) of one station in one year, flow rising, stage not falling."""

    year: int
    station: str
    datum: str
    points: tuple[tuple[float, float], ...]
    source: str = ""
    readings: int = 0

    def __post_init__(self) -> None:
        """A rating that turns back is an error of the table."""
        for (flow, stage), (next_flow, next_stage) in pairwise(self.points):
            if next_flow <= flow or next_stage < stage:
                raise ValueError(f"the rating of {self.station} {self.year} turns back at {next_flow} m³/s")

    @property
    def flow_range_m3s(self) -> tuple[float, float] | None:
        """Least and greatest flow the rating was made from, both included; None without two points."""
        return (self.points[0][0], self.points[-1][0]) if len(self.points) > 1 else None

    def stage_at(self, flow_m3s: float) -> float | None:
        """Return the stage at a flow within the range of the data, None outside of it."""
        bounds = self.flow_range_m3s
        if bounds is None or not bounds[0] <= flow_m3s <= bounds[1]:
            return None
        flows = [flow for flow, _ in self.points]
        at = min(bisect_right(flows, flow_m3s) - 1, len(flows) - 2)
        slopes = _slopes(self.points)
        (x0, y0), (x1, y1) = self.points[at], self.points[at + 1]
        width = x1 - x0
        t = (flow_m3s - x0) / width
        return (
            y0 * (1 + 2 * t) * (1 - t) ** 2
            + width * slopes[at] * t * (1 - t) ** 2
            + y1 * t * t * (3 - 2 * t)
            + width * slopes[at + 1] * t * t * (t - 1)
        )


def rating_for(ratings: Iterable[Rating], station: str, year: int) -> Rating | None:
    """Return the rating of that station and that very year, if there is one."""
    return next((rating for rating in ratings if rating.station == station and rating.year == year), None)


def _slopes(points: Sequence[tuple[float, float]]) -> list[float]:
    """Slopes by which a cubic through the points neither overshoots nor turns back (Fritsch–Carlson, harmonic mean)."""
    widths = [x1 - x0 for (x0, _), (x1, _) in pairwise(points)]
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if len(secants) == 1:
        return [secants[0], secants[0]]
    inner: list[float] = []
    for (before, after), (width, next_width) in zip(pairwise(secants), pairwise(widths), strict=True):
        if before * after <= 0:
            inner.append(0.0)
            continue
        weight_before, weight_after = 2 * next_width + width, next_width + 2 * width
        inner.append((weight_before + weight_after) / (weight_before / before + weight_after / after))
    return [_end(widths[0], widths[1], secants[0], secants[1]), *inner, _end(*widths[:-3:-1], *secants[:-3:-1])]


def _end(width: float, next_width: float, secant: float, next_secant: float) -> float:
    slope = ((2 * width + next_width) * secant - width * next_secant) / (width + next_width)
    if slope * secant <= 0:
        return 0.0
    return 3 * secant if secant * next_secant <= 0 and abs(slope) > 3 * abs(secant) else min(slope, 3 * secant)
