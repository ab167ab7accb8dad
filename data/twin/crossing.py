"""When a series of depths passes a value, and how long it stays above: straight between the frames."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats


def first_above(series: Floats, hours: Sequence[float], depths_m: Sequence[float]) -> Floats:
    """Return for each depth (rows) and place (columns) the hour at which the water first passes it; inf for never.

    `series` is (frames, places). A place that begins deeper is there at the first frame.
    """
    frames, places = len(series), int(series.shape[1])
    if not frames:
        return np.full((len(depths_m), places), np.inf)
    counted = np.zeros((len(depths_m), places), np.uint16)
    dry = np.empty((len(depths_m), places), np.bool_)
    highest = np.full(places, -np.inf)
    bounds = np.asarray(depths_m, np.float64)[:, None]
    for frame in series:  # in place: three times as fast as one expression over all frames
        np.fmax(highest, frame, out=highest)
        np.less_equal(highest, bounds, out=dry)
        np.add(counted, dry.view(np.uint8), out=counted)
    below = counted.astype(np.intp)
    at: NDArray[np.intp] = np.arange(places, dtype=np.intp)
    never = below >= frames
    after = np.minimum(below, frames - 1)
    before = np.maximum(after - 1, 0)
    low, high = series[before, at], series[after, at]
    moments = np.asarray(hours, np.float64)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        share = np.where(after > before, np.clip((bounds - low) / (high - low), 0.0, 1.0), 1.0)
    passed = moments[before] + np.where(np.isfinite(share), share, 0.0) * (moments[after] - moments[before])
    return np.where(never, np.inf, passed)


def hours_above(series: Floats, hours: Sequence[float], depth_m: float) -> Floats:
    """Return how long each place lies deeper than a value, within the frames."""
    total: Floats = np.zeros(int(series.shape[1]))
    frames: list[Floats] = list(series)
    for n in range(len(hours) - 1):
        low, high = np.fmin(frames[n], frames[n + 1]), np.fmax(frames[n], frames[n + 1])
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            share = np.clip((high - depth_m) / (high - low), 0.0, 1.0)
        wet: Floats = np.where(high > low, share, high > depth_m).astype(np.float64)
        total = total + wet * (hours[n + 1] - hours[n])
    return total


def before_highest(series: Floats, hours: Sequence[float]) -> Floats:
    """Return the hour of the frame before each place's highest one: no peak between two frames comes earlier."""
    at = np.argmax(np.where(np.isnan(series), -np.inf, series), axis=0)
    return np.asarray(hours, np.float64)[np.maximum(at - 1, 0)]
