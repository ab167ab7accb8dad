"""Lagged regression whose coefficients change with the flow: travel time and damping differ between low and high water.

Linear beyond the largest flow it has seen. Strongly shrunk, because a few floods a year decide its coefficients.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.rules.forecast.days import Bools, Floats
from data.rules.forecast.features import Seen

_CORE = ("imb", "imb1", "imb11", "dX1", "dH1", "dB", "dW")
SETS = (_CORE, (*_CORE, "g15", "Xm"))
CENTRES_M3S = (400.0, 900.0, 2000.0, 4000.0)
"""[设定] Flows at which a coefficient of its own is learned; in between they are blended, beyond them held."""
SHRINK = 1000.0
"""[设定] Chosen by rolling back-test; less of it was worse in 2019–2020."""


@dataclass(frozen=True, slots=True)
class Banded:
    """The learned coefficients of some features; they give the change of flow in m³/s."""

    names: tuple[str, ...]
    weights: Floats
    offset: float

    def change(self, seen: Seen) -> Floats:
        """Return the change of flow expected, m³/s."""
        return _table(seen, self.names) @ self.weights + self.offset


def learn_banded(seen: Seen, rows: Bools, change: Floats) -> tuple[Banded, ...]:
    """Learn both of them from the rows whose change is known."""
    return tuple(_learn(seen, rows, change, names) for names in SETS)


def _learn(seen: Seen, rows: Bools, change: Floats, names: tuple[str, ...]) -> Banded:
    table, y = _table(seen, names)[rows], change[rows]
    mean: Floats = np.mean(table, axis=0)
    spread: Floats = np.std(table, axis=0) + 1e-9
    z = (table - mean) / spread
    middle = float(y.mean())
    aim: Floats = z.T @ (y - middle)
    weights: Floats = np.linalg.solve(z.T @ z + SHRINK * np.eye(z.shape[1]), aim) / spread
    return Banded(names, weights, middle - float(mean @ weights))


def shares(flow: Floats, centres: tuple[float, ...] = CENTRES_M3S) -> Floats:
    """How much of each centre a flow has, by its logarithm; the shares of a flow add up to one."""
    at = np.log(np.clip(np.nan_to_num(flow, nan=centres[0]), centres[0], centres[-1]))
    knots, eye = np.log(np.array(centres)), np.eye(len(centres))
    made: list[Floats] = [np.interp(at, knots, eye[i]) for i in range(len(centres))]
    return np.stack(made, axis=1)


def _table(seen: Seen, names: tuple[str, ...]) -> Floats:
    parts = seen.of(*names) * seen.scale[:, None]
    gates = shares(np.fmax(seen.flow, seen.upstream))
    return np.nan_to_num(np.concatenate([parts * gates[:, [i]] for i in range(len(CENTRES_M3S))], axis=1))
