"""Water surfaces of a library's runs made ready for blending: where a run is dry, a ghost of its surface goes on.

All is in signed depth: the surface above the cell's ground, and where a run left the cell dry the nearest surface of
that run less the ground, never above it. The greatest over all smaller flows is taken, so that more flow is never less
water. Slopes are those of a monotone cubic (Fritsch–Carlson, harmonic means) in Q^0.6, the power by which a wide
river's depth follows its flow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.twin.terrain import Raster

POWER = 0.6
WET_M = 0.01
"""Depth from which a cell carries a surface that may go on as a ghost."""


@dataclass(frozen=True, slots=True, eq=False)
class Surfaces:
    """Signed depths by rising flow, with their slopes in Q^0.6; flat arrays (flows, cells)."""

    flows_m3s: tuple[float, ...]
    signed: NDArray[np.float32]
    slope: NDArray[np.float32]

    def at(self, flow_m3s: float) -> Raster:
        """Return the depths at a flow within the range, flat; equal to a run's own at its flow."""
        number = bracket(self.flows_m3s, flow_m3s)
        here = self.flows_m3s[number]
        if flow_m3s == here:
            return np.maximum(self.signed[number], np.float32(0.0))
        low, high = along(here), along(self.flows_m3s[number + 1])
        width = high - low
        s = (along(flow_m3s) - low) / width
        below, above = self.signed[number], self.signed[number + 1]
        # Hermite: below + rise·(3s² − 2s³) + width·(slopes weighted), kept between the two runs against rounding
        depth = above - below
        depth *= np.float32(s * s * (3.0 - 2.0 * s))
        depth += below
        depth += np.float32(width * s * (1.0 - s) ** 2) * self.slope[number]
        depth -= np.float32(width * s * s * (1.0 - s)) * self.slope[number + 1]
        np.maximum(depth, below, out=depth)
        np.minimum(depth, above, out=depth)
        return np.maximum(depth, np.float32(0.0), out=depth)


def along(flow_m3s: float) -> float:
    """Return where a flow lies on the axis of the blend."""
    return flow_m3s**POWER


def bracket(flows_m3s: Sequence[float], flow_m3s: float) -> int:
    """Return the number of the run at or below a flow within the range."""
    if not flows_m3s[0] <= flow_m3s <= flows_m3s[-1]:
        raise ValueError("the flow lies outside the library")
    return max(number for number, flow in enumerate(flows_m3s) if flow <= flow_m3s)


def surfaces(flows_m3s: Sequence[float], signed: NDArray[np.float32]) -> Surfaces:
    """Make runs ready for blending: rising flows, and for each its depths `with_ghosts`, flat."""
    rising = np.maximum.accumulate(signed, axis=0)
    return Surfaces(tuple(flows_m3s), rising, slopes([along(flow) for flow in flows_m3s], rising))


def with_ghosts(depth: Raster, ground: Raster) -> Raster:
    """Return signed depths: where it is dry, the nearest water's surface less the ground, never above it."""
    wet = (depth > WET_M) & np.isfinite(ground)
    dry = np.zeros_like(depth)
    if not wet.any():
        return dry
    import scipy.ndimage  # pyright: ignore[reportMissingTypeStubs]

    spread: Any = scipy.ndimage.distance_transform_edt  # pyright: ignore
    nearest = spread(~wet, return_distances=False, return_indices=True)
    surface = (ground + depth)[tuple(cast("NDArray[np.intp]", nearest))]
    ghost = np.where(np.isfinite(ground), np.minimum(surface - ground, 0.0), 0.0)
    return np.where((depth > 0) & np.isfinite(ground), depth, ghost).astype(np.float32)


def slopes(at: Sequence[float], values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return slopes at rising points for a cubic that stays between its points; values rise along the first axis."""
    steps = np.diff(np.asarray(at, np.float64))
    slope = np.zeros_like(values)
    if len(steps) == 0:
        return slope
    rise = np.diff(values, axis=0) / steps[:, None].astype(np.float32)
    if len(steps) == 1:
        slope[:] = rise[0]
        return slope
    for k in range(1, len(steps)):
        slope[k] = _middle(rise[k - 1], rise[k], float(steps[k - 1]), float(steps[k]))
    slope[0] = _end(rise[0], rise[1], float(steps[0]), float(steps[1]))
    slope[-1] = _end(rise[-1], rise[-2], float(steps[-1]), float(steps[-2]))
    return slope


def _middle(before: Any, after: Any, left: float, right: float) -> Any:
    """The weighted harmonic mean of two secants; 0 where either is."""
    one, two = 2 * right + left, right + 2 * left
    both = (before > 0) & (after > 0)
    below = np.where(both, one * after + two * before, 1.0)
    return np.where(both, (one + two) * before * after / below, 0.0)


def _end(near: Any, far: Any, first: float, second: float) -> Any:
    """A one-sided slope of three points, kept from overshooting: between 0 and three times the near secant."""
    return np.clip(((2 * first + second) * near - first * far) / (first + second), 0.0, 3.0 * near)
