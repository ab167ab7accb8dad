"""Time to each threshold with its chance, read from the band of an outlook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import NormalDist

from data.model.river import Outlook, OutlookPoint


@dataclass(frozen=True, slots=True)
class Crossing:
    """A threshold in m³/s: the chance that it is reached at one of the outlook's times, and when.

    `earliest` is when the top of the band reaches it, `likely` the likeliest course, `latest` its bottom; None: not
    within the outlook. The chance is the greatest of the single times: a lower bound of that of ever.
    """

    threshold_m3s: float
    earliest: datetime | None
    likely: datetime | None
    latest: datetime | None
    probability: float


def chance_of(point: OutlookPoint, threshold_m3s: float, coverage: float) -> float:
    """Return the chance that the flow is at least the threshold: half a bell curve on each side of the likeliest."""
    above = threshold_m3s > point.flow_m3s
    half = point.high_m3s - point.flow_m3s if above else point.flow_m3s - point.low_m3s
    sigma = max(half, 1.0) / NormalDist().inv_cdf(0.5 + coverage / 2)
    return NormalDist().cdf((point.flow_m3s - threshold_m3s) / sigma)


def crossings(outlook: Outlook, thresholds: Iterable[float], observed_m3s: float) -> tuple[Crossing, ...]:
    """Return each threshold above what flows now, the lowest first; those that are reached already are left out."""
    start = OutlookPoint(outlook.made_at, observed_m3s, observed_m3s, observed_m3s)
    course = (start, *outlook.points)
    made: list[Crossing] = []
    for threshold in sorted(one for one in thresholds if one > observed_m3s):
        chances = [chance_of(point, threshold, outlook.coverage) for point in outlook.points]
        made.append(
            Crossing(
                threshold,
                _reached(course, threshold, lambda point: point.high_m3s),
                _reached(course, threshold, lambda point: point.flow_m3s),
                _reached(course, threshold, lambda point: point.low_m3s),
                max(chances, default=0.0),
            )
        )
    return tuple(made)


def _reached(
    course: Sequence[OutlookPoint], threshold: float, value: Callable[[OutlookPoint], float]
) -> datetime | None:
    for before, after in pairwise(course):
        low, high = value(before), value(after)
        if low < threshold <= high:
            return before.at + (after.at - before.at) * ((threshold - low) / (high - low))
    return None
