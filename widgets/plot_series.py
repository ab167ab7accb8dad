"""The curves of a hydrograph as values, and the pure questions asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from widgets.bands import Band

Style = Literal["solid", "dashed", "dotted"]
Side = Literal["flow", "stage"]


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One curve: rising times in seconds since 1970, values (NaN in a gap), and which points are doubtful."""

    name: str
    label: str
    times_s: NDArray[np.float64]
    values: NDArray[np.float64]
    hollow: NDArray[np.bool_]
    role: str
    style: Style
    side: Side

    def span(self) -> tuple[float, float] | None:
        """First and last instant."""
        return (float(self.times_s[0]), float(self.times_s[-1])) if self.times_s.size else None

    def extremes(self) -> tuple[float, float] | None:
        """Least and greatest value that is there."""
        known = self.values[np.isfinite(self.values)]
        return (float(known.min()), float(known.max())) if known.size else None

    def reading(self, at: float, reach: float) -> float | None:
        """The value at an instant, between two samples in proportion; none in a gap or beyond `reach` of one."""
        if not self.times_s.size:
            return None
        right = int(np.searchsorted(self.times_s, at))
        left = max(0, right - 1)
        right = min(right, self.times_s.size - 1)
        before, after = float(self.times_s[left]), float(self.times_s[right])
        if at < before - reach or at > after + reach:
            return None
        a, b = float(self.values[left]), float(self.values[right])
        share = 0.0 if after <= before else min(1.0, max(0.0, (at - before) / (after - before)))
        value = a + (b - a) * share if 0 < share < 1 else (a if share == 0 else b)
        return value if np.isfinite(value) else None


def make_series(
    name: str,
    times_s: NDArray[np.float64],
    values: NDArray[np.float64],
    hollow: NDArray[np.bool_] | None,
    label: str,
    look: tuple[str, Style, Side],
) -> Series:
    """A checked curve; unsorted times are put in order."""
    times, figures = np.asarray(times_s, dtype=np.float64), np.asarray(values, dtype=np.float64)
    doubtful = np.zeros(times.shape, dtype=np.bool_) if hollow is None else np.asarray(hollow, dtype=np.bool_)
    if times.ndim != 1 or times.shape != figures.shape or times.shape != doubtful.shape:
        msg = f"series {name}: times, values and hollow must be flat and of one length"
        raise ValueError(msg)
    if times.size > 1 and bool(np.any(np.diff(times) < 0)):
        order = np.argsort(times, kind="stable")
        times, figures, doubtful = times[order], figures[order], doubtful[order]
    role, style, side = look
    return Series(name, label, times, figures, doubtful, role, style, side)


def time_range(series: Sequence[Series], now: float | None) -> tuple[float, float] | None:
    """All curves, and now when it is near them."""
    spans = [span for one in series if (span := one.span()) is not None]
    if not spans:
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    length = max(end - start, 3600.0)
    if now is not None and start - length / 2 <= now <= end + length / 2:
        start, end = min(start, now), max(end, now)
    margin = max(end - start, 3600.0) * 0.02
    return start - margin, end + margin


def flow_range(series: Sequence[Series], bands: Sequence[Band]) -> tuple[float, float]:
    """From zero, or near the least value when all are high, up to the next threshold when it is within reach."""
    low, high = _extremes(series, (0.0, 1.0))
    bottom = 0.0 if low < 0.4 * high else max(0.0, low - 0.35 * (high - low) - 0.04 * high)
    top = high + max(0.08 * (high - bottom), 1e-6)
    following = min((band.lower for band in bands if band.lower > high), default=None)
    if following is not None and following - bottom <= 1.6 * (high - bottom):
        top = max(top, following + 0.07 * (following - bottom))
    return bottom, top


def stage_range(series: Sequence[Series]) -> tuple[float, float]:
    """A stage is told by its changes, not from zero."""
    low, high = _extremes(series, (0.0, 1.0))
    margin = max(0.15 * (high - low), 0.05)
    return low - margin, high + margin


def _extremes(series: Sequence[Series], otherwise: tuple[float, float]) -> tuple[float, float]:
    found = [pair for one in series if (pair := one.extremes()) is not None]
    return (min(pair[0] for pair in found), max(pair[1] for pair in found)) if found else otherwise
