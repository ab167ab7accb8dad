"""What the forecast must beat: nothing changes, and a plain regression on the flows of today and yesterday."""

from __future__ import annotations

import numpy as np

from data.rules.forecast.days import B, Bools, Days, Floats, H, W, X, filled
from data.rules.forecast.features import Seen


def lagged(days: Days) -> Floats:
    """Flows of 小浪底, 黑石关, 武陟 and 花园口, today and the day before."""
    flows, _ = filled(days)
    own = flows[:, [X, B, W, H]]
    before = np.concatenate([own[:1], own[:-1]])
    before = np.where(np.isfinite(before), before, own)
    return np.nan_to_num(np.concatenate([np.ones((len(own), 1)), own, before], axis=1))


def learn_regression(table: Floats, rows: Bools, change: Floats, seen: Seen) -> Floats:
    """Ordinary least squares of the flow itself; returns the coefficients."""
    found = np.linalg.lstsq(table[rows], change[rows] + seen.flow[rows], rcond=None)
    return np.asarray(found[0], dtype=np.float64)
