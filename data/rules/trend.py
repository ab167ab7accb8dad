"""Where the river is going: rate of rise, next threshold and the time to it at the present rate."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from data.model.levels import Tier
from data.model.river import Reading

WINDOW = timedelta(hours=24)
"""Readings this far back from the newest count for the trend, both ends included: one step of the daily bulletin."""

QUICK = timedelta(hours=6)
"""[设定] A station that reports often is judged by these hours."""


@dataclass(frozen=True, slots=True)
class NextThreshold:
    """The threshold the flow moves towards; `eta_s` is None while it stands still or its rate is unknown.

    `rising` False: the flow falls, and `flow_m3s` is the threshold it will next fall below.
    """

    flow_m3s: float
    eta_s: float | None
    rising: bool


def rate_of_rise(readings: Iterable[Reading], window: timedelta = WINDOW) -> float | None:
    """Return the change of flow in m³/s per hour, None without two usable readings in the window.

    The median of the slopes from the earlier values to the newest: one bad value among several does not tilt it, and
    what the river does now is not lost among the hours before. Where the last six hours have three readings they
    alone count. Flagged readings (a value carried over from the day before would read as a standstill) do not.
    """
    usable = {reading.at: reading.flow_m3s for reading in readings if reading.usable and reading.flow_m3s is not None}
    if len(usable) < 2:
        return None
    newest = max(usable)
    points = [(at, flow) for at, flow in usable.items() if newest - at <= window]
    quick = [(at, flow) for at, flow in points if newest - at <= QUICK]
    earlier = [point for point in (quick if len(quick) >= 3 else points) if point[0] != newest]
    slopes = [(usable[newest] - flow) / ((newest - at).total_seconds() / 3600) for at, flow in earlier]
    return median(slopes) if slopes else None


def thresholds_of(tiers: Iterable[Tier]) -> tuple[float, ...]:
    """Return the flows at which a tier begins, lowest first; the dry bed is none."""
    return tuple(sorted({tier.lower_m3s for tier in tiers if tier.lower_m3s > 0}))


def next_threshold(flow_m3s: float, thresholds: Sequence[float], rate_m3s_h: float | None) -> NextThreshold | None:
    """Return what comes next: a falling flow looks down, any other looks up; None where nothing lies that way.

    A tier holds while `lower <= flow`, so a flow that equals a threshold has reached it already.
    """
    ordered = sorted(thresholds)
    if rate_m3s_h is not None and rate_m3s_h < 0:
        at = bisect_right(ordered, flow_m3s) - 1
        if at < 0:
            return None
        return NextThreshold(ordered[at], (flow_m3s - ordered[at]) / -rate_m3s_h * 3600, rising=False)
    at = bisect_right(ordered, flow_m3s)
    if at == len(ordered):
        return None
    eta_s = (ordered[at] - flow_m3s) / rate_m3s_h * 3600 if rate_m3s_h else None
    return NextThreshold(ordered[at], eta_s, rising=True)
