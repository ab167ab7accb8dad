"""How water rises and falls at single cells, and what a blend of two runs makes of it: moments are blended, not depths.

A front that comes later is not a front half as deep at the same hour. So each run's rise at a cell is kept as the
moments at which it has done certain shares of its way from first water to peak; a blend takes those moments between
the runs (a monotone cubic through up to four runs, in 1/Q, along which a travel time is nearly straight) and its own
peak. Where the lower run stays dry the rise shrinks into one moment, the upper run's peak, as its peak sinks to the
depth that counts as wet; the way there is a power of how high it still comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats

SHARES: NDArray[np.float64] = (np.arange(16) / 15.0) ** 1.5
"""Shares of the way from first water to peak; dense at the beginning, where thresholds of the clock lie."""
FALLS: NDArray[np.float64] = np.linspace(0.0, 1.0, 10)
"""Shares of the time from the peak to the end of the course."""
SHRINKING = 0.75
"""Power by which a rise shrinks where the lower run is dry; fitted to runs left out of a library of the test reach."""
LEAD_H = 1.0 / 6.0
"""How long before first water the depth leaves 0: a frame."""


Narrow = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Rise:
    """One run at some cells. Hours of SHARES (inf: dry) and depths at FALLS, (…, cells); first depth counted, peak."""

    hours: Narrow
    fall_m: Narrow
    first_m: Narrow
    peak_m: Narrow

    def packed(self) -> Rise:
        """Return it in half the memory, as what is remembered of thousands of cells and every run."""
        narrow = [one.astype(np.float32) for one in (self.hours, self.fall_m, self.first_m, self.peak_m)]
        return Rise(*narrow)

    def crossing(self, depth_m: float) -> Floats:
        """Return the hour at which each cell passes a depth; inf where it never does, 0 where it always was."""
        return _crossing(self.hours, self.first_m, self.peak_m, depth_m)


def rise_of(depths: Floats, at_h: Sequence[float], arrival_h: Floats, peak_m: Floats, wet_m: float) -> Rise:
    """Read the rise off a series: depths (moments, cells) at hours, with first water and peak known more exactly."""
    moments = np.asarray(at_h, np.float64)
    topped = np.maximum.accumulate(depths, axis=0)
    first = np.maximum(wet_m, depths[0])
    peak = np.maximum(peak_m, first)
    hours = np.full((len(SHARES), depths.shape[1]), np.inf)
    every = _every(depths)
    for number, share in enumerate(SHARES):
        level = np.minimum(first + share * (topped[-1] - first), topped[-1])
        after = np.clip((topped < level).sum(axis=0), 0, len(moments) - 1)
        before = np.maximum(after - 1, 0)
        low, high = topped[before, every], topped[after, every]
        way = np.clip((level - low) / np.maximum(high - low, 1e-9), 0.0, 1.0)
        hours[number] = moments[before] + np.where(after > 0, way, 0.0) * (moments[after] - moments[before])
    hours[0] = np.where(depths[0] >= wet_m, 0.0, arrival_h)
    hours = np.maximum.accumulate(hours, axis=0)
    hours[:, ~np.isfinite(arrival_h)] = np.inf
    return Rise(hours, _falls(depths, moments, hours[-1]), first, peak).packed()


def _every(depths: Floats) -> NDArray[np.intp]:
    return np.arange(depths.shape[1], dtype=np.intp)


def _between(number: Any, last: int) -> NDArray[np.intp]:
    return np.clip(number, 1, last)


def _falls(depths: Floats, moments: Floats, peaked: Floats) -> Floats:
    """Depths at shares of the time between peak and end, none where the cell stays dry."""
    every, last = _every(depths), float(moments[-1])
    start = np.where(np.isfinite(peaked), peaked, last)
    told = np.zeros((len(FALLS), depths.shape[1]))
    for number, share in enumerate(FALLS):
        when = start + share * (last - start)
        after = _between(np.searchsorted(moments, when), len(moments) - 1)
        before = after - 1
        way = (when - moments[before]) / (moments[after] - moments[before])
        told[number] = (1.0 - way) * depths[before, every] + way * depths[after, every]
    return told


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """The rise of a blend at some cells, and of the runs that it lies between."""

    likely: Rise
    lower: Rise
    upper: Rise

    def interval(self, depth_m: float) -> tuple[Floats, Floats, Floats]:
        """Return the earliest, the likely and the latest hour at which each cell passes a depth.

        Where the lower run never passes it, it comes at the latest at the upper run's peak, if at all.
        """
        likely, early, late = (one.crossing(depth_m) for one in (self.likely, self.upper, self.lower))
        late = np.where(np.isfinite(late), late, self.upper.hours[-1])
        comes = np.isfinite(likely)
        return (
            np.minimum(early, likely), likely, np.where(comes, np.maximum(late, likely), np.inf)
        )  # fmt: skip


def blended_rise(
    flow_m3s: float, flows_m3s: Sequence[float], rises: Sequence[Rise | None], peak_m: Floats, wet_m: float
) -> Blend:
    """Blend up to four neighbouring runs: two below, two above, the outer ones None at the ends; `peak_m` is known."""
    _, below, above, _ = rises
    if below is None or above is None:
        raise ValueError("a blend lies between two runs")
    first = np.minimum(above.first_m, below.first_m)
    comes = np.isfinite(above.hours[0]) & (peak_m >= wet_m)
    both = np.isfinite(below.hours[0])
    hours = between(flow_m3s, flows_m3s, [None if one is None else one.hours for one in rises])
    # newly wet: from the upper run's rise towards its peak
    height = np.clip((peak_m - first) / np.maximum(above.peak_m - first, 1e-6), 0.0, 1.0)
    with np.errstate(invalid="ignore"):
        new = above.hours[-1] - (above.hours[-1] - above.hours) * height**SHRINKING
        hours = np.where(both, hours, new)
        hours = np.where(comes, np.maximum.accumulate(hours, axis=0), np.inf)
    weight = np.clip((flow_m3s - flows_m3s[1]) / (flows_m3s[2] - flows_m3s[1]), 0.0, 1.0)
    mixed = (1.0 - weight) * below.fall_m / np.maximum(below.peak_m, 1e-6)
    mixed += weight * above.fall_m / np.maximum(above.peak_m, 1e-6)
    fall = np.where(both, mixed * peak_m, np.maximum(above.fall_m - (above.peak_m - peak_m), 0.0))
    fall = np.where(comes, np.minimum(fall, peak_m), 0.0)
    return Blend(Rise(hours, fall, first, peak_m), below, above)


def between(flow_m3s: float, flows_m3s: Sequence[float], told: Sequence[Narrow | None]) -> Narrow:
    """Return moments at a flow from those of up to four runs around it: a monotone cubic in 1/Q, cell by cell.

    Where an outer run is missing or dry the slope there is one-sided. Nonsense (inf, NaN) where the lower run is dry.
    """
    outer_low, low, high, outer_high = told
    if low is None or high is None:
        raise ValueError("a blend lies between two runs")
    x = [-1.0 / flow if flow > 0 else -np.inf for flow in flows_m3s]
    width, at = x[2] - x[1], -1.0 / flow_m3s
    s = (at - x[1]) / width
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        rise = (high - low) / width
        left = _slope(rise, None if outer_low is None else (low - outer_low) / (x[1] - x[0]), width, x[1] - x[0])
        right = _slope(rise, None if outer_high is None else (outer_high - high) / (x[3] - x[2]), width, x[3] - x[2])
        return (
            low + (high - low) * (s * s * (3 - 2 * s))
            + width * s * (1 - s) * ((1 - s) * left - s * right)
        )  # fmt: skip


def _slope(inner: Narrow, outer: Narrow | None, inner_width: float, outer_width: float) -> Narrow:
    """A slope at a run from the secants on both sides: their harmonic mean, 0 when they differ in sign."""
    if outer is None:
        return inner
    one, two = 2 * inner_width + outer_width, inner_width + 2 * outer_width
    same = inner * outer > 0
    mean = np.where(same, (one + two) * inner * outer / (one * inner + two * outer), 0.0)
    return np.where(np.isfinite(outer), mean, inner)


def series(rise: Rise, at_h: Sequence[float]) -> Floats:
    """Return the depths that a rise tells of at hours: (moments, cells)."""
    moments = np.asarray(at_h, np.float64)
    count, end = rise.hours.shape[1], float(moments[-1])
    comes = np.flatnonzero(np.isfinite(rise.hours[0]))
    told = np.zeros((len(moments), count))
    if not len(comes):
        return told
    hours, first, peak = rise.hours[:, comes], rise.first_m[comes], rise.peak_m[comes]
    peaked = np.minimum(hours[-1], end)
    stood = hours[0] <= 0.0
    knots = np.concatenate([
        np.full((1, len(comes)), -2.0 * LEAD_H), hours[:1] - LEAD_H, hours,
        peaked + (end - peaked) * FALLS[1:, None],
    ])  # fmt: skip
    depth = np.concatenate([
        np.where(stood, first, 0.0)[None], np.where(stood, first, 0.0)[None],
        first + SHARES[:, None] * np.maximum(peak - first, 0.0), rise.fall_m[1:, comes],
    ])  # fmt: skip
    # all cells in one interpolation: each on a stretch of the axis of its own
    span = 2.0 * (end + 1.0)
    offset = np.arange(len(comes)) * span
    knots = np.maximum.accumulate(np.clip(knots, -2.0 * LEAD_H, end + 0.5), axis=0) + offset
    asked = moments[:, None] + offset
    told[:, comes] = np.interp(asked.T.ravel(), knots.T.ravel(), depth.T.ravel()).reshape(len(comes), -1).T
    return told


def _crossing(hours: Narrow, first: Narrow, peak: Narrow, depth_m: float) -> Floats:
    """The hour at which the rise passes a depth."""
    share = (depth_m - first) / np.maximum(peak - first, 1e-9)
    after = _between(np.searchsorted(SHARES, np.clip(share, 0.0, 1.0)), len(SHARES) - 1)
    before, every = after - 1, np.arange(len(share))
    way = np.clip((share - SHARES[before]) / (SHARES[after] - SHARES[before]), 0.0, 1.0)
    low, high = hours[before, every], hours[after, every]
    with np.errstate(invalid="ignore"):
        told = low + way * (high - low)
        told = np.where(share <= 0, hours[0], told)
    return np.where(np.isfinite(hours[0]) & (peak >= depth_m), told, np.inf)
