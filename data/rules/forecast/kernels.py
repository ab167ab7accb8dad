"""Kernel regression on a few hundred centres: what followed on days like this one, drawn to a straight line between.

Six of them, each seeing other features, are averaged. Surprises of the training years (a gate opened at noon) are cut
to a bound and learned again, so that one of them does not bend the surface.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.rules.forecast.days import Bools, Floats
from data.rules.forecast.features import Seen

_CORE = ("ls", "imb", "imb1", "imb11", "dX1", "dH1", "dB", "c1", "run")
SETS = (
    (*_CORE, "s1"),
    (*_CORE, "g15"),
    (*_CORE, "s1", "Xm"),
    (*_CORE, "s1", "rise10", "JHn"),
    ("ls", "imb", "imb11", "dX1", "dB", "c1", "run", "g15"),
    (*_CORE, "s1", "dX2", "g7"),
)
CENTRES = 200
LENGTH, NOISE, LINE, POWER = 3.0, 4.0, 0.2, 1.5
"""[设定] Chosen by rolling back-test on 2010–2018: reach, noise, part of the line, weight of large flows."""
SURPRISE = 0.2
"""Share of the scale beyond which a day's change counts as a surprise, at one day; grows with the root of the lead."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """Centres and weights of one regression on the features `names`; gives the change as a share of the scale."""

    names: tuple[str, ...]
    mean: Floats
    spread: Floats
    centres: Floats
    weights: Floats  # of the kernels
    line: Floats  # of the features themselves
    offset: float

    def change(self, seen: Seen) -> Floats:
        """Return the change of flow expected, m³/s."""
        z = (seen.of(*self.names) - self.mean) / self.spread
        return (_near(z, self.centres) @ self.weights + z @ self.line + self.offset) * seen.scale


def learn_kernels(seen: Seen, rows: Bools, change: Floats, lead: int, *, light: bool = False) -> tuple[Kernel, ...]:
    """Learn all of them (two, if it shall be light) from the rows whose change is known."""
    scale = seen.scale[rows]
    share, weight = change[rows] / scale, scale**POWER
    weight = weight / np.median(weight)
    return tuple(
        _learn(seen, rows, share, weight, names, SURPRISE * lead**0.5) for names in SETS[: 2 if light else None]
    )


def _learn(seen: Seen, rows: Bools, share: Floats, weight: Floats, names: tuple[str, ...], surprise: float) -> Kernel:
    table = seen.of(*names)[rows]
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    z = (table - mean) / spread
    centres = _centres(z, weight)
    grid = _near(centres, centres) + 1e-6 * np.eye(len(centres))
    root = np.linalg.inv(np.linalg.cholesky(grid))
    near, slope = _near(z, centres) @ root.T, np.sqrt(LINE / len(names))
    basis = np.concatenate([near, z * slope], axis=1)
    weighted = basis.T * weight
    normal = weighted @ basis + NOISE * np.eye(basis.shape[1])
    offset, size = float(np.average(share, weights=weight)), float(share.std()) or 1.0
    target, solved = share, np.zeros(basis.shape[1])
    for _ in range(3):
        solved = np.linalg.solve(normal, weighted @ ((target - offset) / size))
        found = basis @ solved * size + offset
        target = found + np.clip(share - found, -surprise, surprise)
    count = len(centres)
    return Kernel(
        names, mean, spread, centres, root.T @ solved[:count] * size, solved[count:] * slope * size, offset
    )  # fmt: skip


def _near(points: Floats, centres: Floats) -> Floats:
    apart = (points**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1)[None] - 2 * points @ centres.T
    return np.exp(-np.maximum(apart, 0.0) / (2 * LENGTH**2 * points.shape[1] / 9))


def _centres(z: Floats, weight: Floats) -> Floats:
    """Means of groups of like days (three rounds of k-means), more of them where the flow is large."""
    chance = np.random.default_rng(0)
    count = min(CENTRES, len(z) // 2)
    centres = z[chance.choice(len(z), count, replace=False, p=weight / weight.sum())]
    for _ in range(3):
        apart = (centres**2).sum(axis=1)[None] - 2 * z @ centres.T
        group = apart.argmin(axis=1)
        size = np.bincount(group, weights=weight, minlength=count)
        sums = np.stack([np.bincount(group, weights=weight * column, minlength=count) for column in z.T], axis=1)
        centres = np.where(size[:, None] > 0, sums / np.maximum(size, 1e-12)[:, None], centres)
    return centres.astype(np.float32).astype(np.float64)  # as it is kept
