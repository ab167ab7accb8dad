"""From hours of a flood to moments: its rising limb is laid on the course that the river is expected to take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np

from data.model.inundation import Floats
from data.rules.stepped import Course

Inflow = Sequence[tuple[float, float]]
_HOUR_S = 3600.0
_LEAST_HOURS = 1e-6
_LEAST_SECONDS = 1e-3


@dataclass(frozen=True, slots=True)
class Timing:
    """Hours of a flood and the moments (seconds since 1970) they fall on: both rise; straight between, shifted beyond.

    A moment before now says that the water is there already.
    """

    hours: tuple[float, ...]
    moments_s: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse what turns back: water would arrive in the wrong order."""
        if not self.hours or len(self.hours) != len(self.moments_s):
            raise ValueError("a timing has hours, and a moment for each")
        for told in (self.hours, self.moments_s):
            if any(not b > a for a, b in pairwise(told)):
                raise ValueError("hours and moments of a timing rise")

    def seconds(self, hours: Floats) -> Floats:
        """Return the moments of some hours; never (inf) stays never, unknown (NaN) unknown."""
        laid = np.interp(hours, self.hours, self.moments_s)
        return laid + _HOUR_S * (np.maximum(hours - self.hours[-1], 0.0) + np.minimum(hours - self.hours[0], 0.0))

    def moment(self, hour: float) -> datetime:
        """Return the moment of an hour."""
        return datetime.fromtimestamp(float(self.seconds(np.array([hour]))[0]), UTC)

    def hour(self, at: datetime) -> float:
        """Return the hour of the flood at a moment."""
        told, (first, last) = at.timestamp(), (self.moments_s[0], self.moments_s[-1])
        laid = float(np.interp(told, self.moments_s, self.hours))
        return laid + (max(told - last, 0.0) + min(told - first, 0.0)) / _HOUR_S


def timing_from(start: datetime) -> Timing:
    """Return the timing of a flood that has its own start: an event run."""
    return Timing((0.0,), (start.timestamp(),))


def timing_of(inflow: Inflow, course: Course, now: datetime) -> Timing:
    """Lay a flood's rising limb on the course of the river: it passes each flow when the course does, peaks with it.

    Without an inflow hour 0 falls on the beginning of the course; without a course the rise begins now. A course that
    goes beyond the flood's greatest flow finds its peak where it passes that flow: early is the safe side.
    """
    limb = _rising(inflow)
    if not limb:
        return timing_from(course[0][0] if course else now)
    (foot_hour, foot), (peak_hour, peak) = limb[0], limb[-1]
    if not course:
        return Timing((foot_hour,), (now.timestamp(),))
    rise = _rising([(at.timestamp(), flow) for at, flow in course], last_of_level=False)
    hours, flows = [hour for hour, _ in limb], [flow for _, flow in limb]
    knots = [(foot_hour, _passed(rise, foot))] if rise[0][1] < foot < peak else []
    knots += [(float(np.interp(flow, flows, hours)), at) for at, flow in rise[:-1] if foot <= flow < peak]
    knots.append((peak_hour, _passed(rise, peak)))
    kept = [knots[-1]]
    for hour, at in reversed(knots[:-1]):
        if hour < kept[-1][0] - _LEAST_HOURS and at < kept[-1][1] - _LEAST_SECONDS:
            kept.append((hour, at))
    kept.reverse()
    return Timing(tuple(hour for hour, _ in kept), tuple(at for _, at in kept))


def _rising(points: Inflow, *, last_of_level: bool = True) -> list[tuple[float, float]]:
    """Return the points of a rise up to its first peak, flow rising at each; of a level its last moment, or its first.

    What dips on the way is passed over: water that was there stays counted.
    """
    kept: list[tuple[float, float]] = []
    for at, flow in points:
        if not kept or flow > kept[-1][1]:
            kept.append((at, flow))
        elif last_of_level and flow == kept[-1][1] and flow < max(q for _, q in points):
            kept[-1] = (at, flow)
    return kept


def _passed(rise: Inflow, flow: float) -> float:
    """Return the moment at which a rise passes a flow: that of its peak when it stays below."""
    for (at0, q0), (at1, q1) in pairwise(rise):
        if q0 < flow <= q1:
            return at0 + (flow - q0) / (q1 - q0) * (at1 - at0)
    return rise[0][0] if rise[0][1] >= flow else rise[-1][0]
