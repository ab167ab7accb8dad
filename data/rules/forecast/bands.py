"""How far off the forecast has been: quantiles of its errors by flow and by whether the river was being changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.rules.forecast.banded import shares
from data.rules.forecast.days import Bools, Floats
from data.rules.forecast.features import NAMES, Seen

LEVELS = (0.1, 0.5, 0.9)
COVERAGE = 0.8
"""The band runs from the first of the levels to the last."""
BOUNDS_M3S = (1200.0, 2500.0)
"""[设定] Flow classes of errors; 2,500 m³/s is the class the forecast is judged by."""
_CENTRES = (700.0, 1750.0, 3300.0)
STIRRED = 0.1
"""[设定] A change or imbalance above this share of the scale: the river is not at rest."""
_ENOUGH = 30


@dataclass(frozen=True, slots=True)
class Bands:
    """Errors as a share of the scale: `quantiles[class, at rest / stirred, level]`; skill against persistence.

    `count` is of days in each class; skill is NaN where there were too few of them.
    """

    quantiles: Floats
    skill: Floats
    count: Floats

    def around(self, seen: Seen, flow: Floats) -> tuple[Floats, Floats]:
        """Return low and high of the band around a forecast; it always holds the forecast itself."""
        gates = shares(np.fmax(seen.flow, seen.upstream), _CENTRES)
        stirred = is_stirred(seen).astype(np.int64)
        low, high = (np.einsum("nc,nc->n", gates, self.quantiles[:, stirred, level].T) for level in (0, -1))
        below, above = np.minimum(low, 0.0) * seen.scale, np.maximum(high, 0.0) * seen.scale
        return np.maximum(flow + below, 0.0), flow + above

    def skill_at(self, seen: Seen) -> Floats:
        """Return the skill of the class each day is in."""
        return self.skill[classes(seen)]


def classes(seen: Seen) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Flow class of each day, at issue: the greater of what is here and what is on its way."""
    return np.digitize(np.nan_to_num(np.fmax(seen.flow, seen.upstream)), BOUNDS_M3S)


def is_stirred(seen: Seen) -> Bools:
    """Whether the river is being changed, or a change is on its way."""
    parts = np.abs(seen.columns[:, [NAMES.index(name) for name in ("imb", "dX1", "dH1", "dB")]])
    return np.asarray((parts > STIRRED).any(axis=1), dtype=np.bool_)


def measure(seen: Seen, rows: Bools, error: Floats, change: Floats) -> Bands:
    """Make bands of errors (observed minus forecast, m³/s) of forecasts that had not seen the truth."""
    which, stirred = classes(seen), is_stirred(seen)
    share = error / seen.scale
    quantiles = np.zeros((3, 2, len(LEVELS)))
    skill, count = np.full(3, np.nan), np.zeros(3)
    for flow_class in range(3):
        mine = rows & (which == flow_class)
        count[flow_class] = mine.sum()
        if mine.sum() >= _ENOUGH:
            base = float(np.sqrt(np.mean(change[mine] ** 2)))
            skill[flow_class] = 1 - float(np.sqrt(np.mean(error[mine] ** 2))) / base if base else np.nan
        for at, kind in enumerate((~stirred, stirred)):
            both = mine & kind
            pool = both if both.sum() >= _ENOUGH else mine if mine.sum() >= _ENOUGH else rows
            quantiles[flow_class, at] = np.quantile(share[pool], LEVELS) if pool.any() else (-0.3, 0.0, 0.3)
    return Bands(quantiles, skill, count)
