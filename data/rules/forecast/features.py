"""What the learners see of a day: imbalance between water upstream and at the station, and how both have changed.

All flows are divided by the scale of the moment, so that a relation learned at 3,000 m³/s holds at 5,000 and a flood
larger than any in the past is met with proportion, not with a leaf of a tree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.rules.forecast.days import B, Bools, Days, Floats, H, J, W, X, filled

NAMES = (
    "ls", "lH", "lU", "imb", "imb1", "imb11", "imb2", "dX1", "dH1", "dX2", "dH2", "dX3", "dH3", "B", "W", "dB", "dW",
    "dB2", "JH", "JHn", "dJ", "s1", "c1", "s2", "c2", "sdX", "sdH", "Xm", "Xm10", "run", "g7", "g15", "rise10",
)  # fmt: skip
LEAST_SCALE_M3S = 200.0
STIRRED = 0.12
"""A release that changed by more of the scale than this in a day was changed on purpose."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Features of each day, scale in m³/s, and where 花园口 and 小浪底 are known so that a forecast can be made."""

    columns: Floats
    scale: Floats
    flow: Floats  # at 花园口
    upstream: Floats  # 小浪底 + 黑石关 + 武陟
    ready: Bools
    stand_in: Bools  # values that an older one stands in for, by station

    def rows(self, which: Bools) -> Seen:
        """Return some of the days."""
        return Seen(
            self.columns[which], self.scale[which], self.flow[which], self.upstream[which], self.ready[which],
            self.stand_in[which],
        )  # fmt: skip

    def of(self, *names: str) -> Floats:
        """Return some columns."""
        return self.columns[:, [NAMES.index(name) for name in names]]


def see(days: Days) -> Seen:
    """Make the features of all days; each row knows its own day and those before, none after."""
    flows, stand_in = filled(days)
    x, b, w, h, j = (flows[:, column] for column in (X, B, W, H, J))
    u = x + b + w
    ready = np.isfinite(x) & np.isfinite(h)
    top = np.fmax(np.fmax(u, h), LEAST_SCALE_M3S)
    s = np.fmax(np.fmax(top, _raw_lag(top, 1)), _raw_lag(top, 2))
    x1, x2, x3 = _lags(x, 3)
    h1, h2, h3 = _lags(h, 3)
    u1, u2 = _lags(u, 2)
    b1, b2 = _lags(b, 2)
    (w1,), (j1,) = _lags(w, 1), _lags(j, 1)
    gain = (h - 0.5 * (u + u1)) / s
    angle = days.year_angle
    columns = {
        "ls": np.log(s), "lH": np.log(np.fmax(h, 20.0)), "lU": np.log(np.fmax(u, 50.0)),
        "imb": (u - h) / s, "imb1": (u1 - h) / s, "imb11": (u1 - h1) / s, "imb2": (u2 - h1) / s,
        "dX1": (x - x1) / s, "dH1": (h - h1) / s, "dX2": (x1 - x2) / s, "dH2": (h1 - h2) / s,
        "dX3": (x2 - x3) / s, "dH3": (h2 - h3) / s,
        "B": b / s, "W": w / s, "dB": (b - b1) / s, "dW": (w - w1) / s, "dB2": (b1 - b2) / s,
        "JH": (j - h1) / s, "JHn": (j - h) / s, "dJ": (j - j1) / s,
        "s1": np.sin(angle), "c1": np.cos(angle), "s2": np.sin(2 * angle), "c2": np.cos(2 * angle),
        "sdX": _spread(x, 7) / s, "sdH": _spread(h, 7) / s,
        "Xm": (_mean(x, 3) - x) / s, "Xm10": (_mean(x, 10) - x) / s, "run": _calm(np.abs(x - x1) / s),
        "g7": _mean(gain, 7), "g15": _mean(gain, 15), "rise10": (x - _least(x, 10)) / s,
    }  # fmt: skip
    table = np.stack([columns[name] for name in NAMES], axis=1) if len(days) else np.empty((0, len(NAMES)))
    return Seen(np.nan_to_num(table), s, h, u, ready, stand_in)


def _raw_lag(values: Floats, by: int) -> Floats:
    return np.concatenate([np.full(min(by, len(values)), np.nan), values[:-by]])[: len(values)]


def _lags(values: Floats, count: int) -> tuple[Floats, ...]:
    """Values one, two, … days before; where there is none the later one stands in, so that no change is seen."""
    made: list[Floats] = []
    last = values
    for by in range(1, count + 1):
        lag = _raw_lag(values, by)
        last = np.where(np.isfinite(lag), lag, last)
        made.append(last)
    return tuple(made)


def _window(values: Floats, width: int) -> Floats:
    if not len(values):
        return np.empty((0, width))
    padded = np.concatenate([np.full(width - 1, np.nan), values])
    return np.lib.stride_tricks.sliding_window_view(padded, width)


def _mean(values: Floats, width: int) -> Floats:
    window = _window(values, width)
    good = np.isfinite(window)
    return np.where(good, window, 0.0).sum(axis=1) / np.maximum(good.sum(axis=1), 1)


def _spread(values: Floats, width: int) -> Floats:
    mean = _mean(values, width)
    return np.sqrt(np.maximum(_mean(values**2, width) - mean**2, 0.0))


def _least(values: Floats, width: int) -> Floats:
    return np.fmin.reduce(_window(values, width), axis=1)


def _calm(change: Floats) -> Floats:
    """Logarithm of the days since the release was last changed on purpose, ten at most."""
    made, run = np.zeros(len(change)), 0
    for i, one in enumerate(change):
        run = 0 if one > STIRRED else min(run + 1, 10)
        made[i] = np.log1p(run)
    return made
