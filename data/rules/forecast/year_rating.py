"""The rating of the current year from its own readings, with its uncertainty; a stage only inside what was observed.

The bed of the lower river changes within a flood season, so readings of other years, and of other datums, stay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.model.river import Reading
from data.rules.rating import Rating

CLASSES_M3S = (
    0.0,
    300.0,
    600.0,
    1000.0,
    1500.0,
    2000.0,
    2500.0,
    3000.0,
    3500.0,
    4000.0,
    5000.0,
    6000.0,
    8000.0,
    60_000.0,
)
"""[设定] A point of the rating is the middle of the readings between two of these flows."""
LEAST_READINGS = 10
_IN_A_CLASS = 3


@dataclass(frozen=True, slots=True)
class YearRating:
    """A rating, and the band around it that holds nine of ten readings of its year, metres below and above."""

    rating: Rating
    low_m: float
    high_m: float


def year_rating(
    readings: Iterable[Reading], station: str, year: int, datum: str, source: str = ""
) -> YearRating | None:
    """Make the rating of one year, station and datum; None without enough readings of both flow and stage."""
    own = [
        (one.flow_m3s, one.stage_m)
        for one in readings
        if one.usable and one.station == station and one.at.year == year and one.datum == datum
        and one.flow_m3s is not None and one.stage_m is not None and one.flow_m3s > 0
    ]  # fmt: skip
    points = _points(own)
    if len(own) < LEAST_READINGS or len(points) < 2:
        return None
    rating = Rating(year, station, datum, points, source, len(own))
    off = sorted(stage - known for flow, stage in own if (known := rating.stage_at(flow)) is not None)
    if not off:
        return None
    return YearRating(rating, min(_quantile(off, 0.05), 0.0), max(_quantile(off, 0.95), 0.0))


def _points(pairs: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Middle flow and stage of each class, stages made never to fall; the ends are the least and greatest reading."""
    if not pairs:
        return ()
    made: list[tuple[float, float, int]] = []
    for low, high in pairwise(CLASSES_M3S):
        some = [pair for pair in pairs if low <= pair[0] < high]
        if len(some) >= _IN_A_CLASS:
            flow, stage = (_quantile(sorted(column), 0.5) for column in zip(*some, strict=True))
            made.append((flow, stage, len(some)))
    for end in (min(pairs), max(pairs)):
        if all(abs(end[0] - flow) > 1 for flow, _, _ in made):
            made.append((*end, 1))
    made.sort()
    pooled: list[list[float]] = []  # flow, stage, weight: neighbours that fall share their mean (isotonic regression)
    for _, stage, count in made:
        pooled.append([stage, float(count), 1])
        while len(pooled) > 1 and pooled[-2][0] > pooled[-1][0]:
            last, before = pooled.pop(), pooled.pop()
            weight = last[1] + before[1]
            pooled.append([(last[0] * last[1] + before[0] * before[1]) / weight, weight, last[2] + before[2]])
    level = [stage for stage, _, width in pooled for _ in range(int(width))]
    return tuple((flow, stage) for (flow, _, _), stage in zip(made, level, strict=True))


def _quantile(ordered: Sequence[float], share: float) -> float:
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
