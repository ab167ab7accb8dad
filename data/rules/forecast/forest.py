"""A forest of random trees, learned by scikit-learn and kept as plain arrays: asking it needs numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.rules.forecast.days import Bools, Floats
from data.rules.forecast.features import Seen

TREES, LEAVES, SMALLEST, TRIED = 80, 200, 3, 0.5
"""[设定] Chosen by rolling back-test on 2010–2018: trees, leaves a tree, days a leaf, features tried."""


IN_FLOW = (
    "imb", "imb1", "imb11", "imb2", "dX1", "dH1", "dX2", "dH2", "dX3", "dH3", "B", "W", "dB", "dW", "dB2", "JH", "JHn",
    "dJ", "sdX", "sdH", "Xm",
)  # fmt: skip
"""Features it sees in m³/s: it is the one learner that knows a flow by its size, and it never goes beyond the past."""
SEASON = ("s1", "c1", "s2", "c2")


@dataclass(frozen=True, slots=True)
class Forest:
    """Nodes of all trees one after the other; the left child follows its parent, `right` 0 marks a leaf."""

    roots: NDArray[np.int32]
    feature: NDArray[np.int8]
    threshold: NDArray[np.float32]
    right: NDArray[np.int32]  # absolute; 0 for a leaf
    value: NDArray[np.float32]

    def change(self, seen: Seen) -> Floats:
        """Return the change of flow expected, m³/s."""
        table = _table(seen)
        total = np.zeros(len(table))
        rows = np.arange(len(table))
        for root in self.roots:
            at = np.full(len(table), root, dtype=np.int64)
            while True:
                branch = self.right[at]
                inner = branch > 0
                if not inner.any():
                    break
                left = table[rows, self.feature[at]] <= self.threshold[at]
                at = np.where(inner, np.where(left, at + 1, branch), at)
            total += self.value[at]
        return total / max(len(self.roots), 1)


def learn_forest(seen: Seen, rows: Bools, change: Floats, *, trees: int = TREES, leaves: int = LEAVES) -> Forest:
    """Learn from the rows whose change is known."""
    from sklearn.ensemble import ExtraTreesRegressor  # pyright: ignore[reportMissingTypeStubs]

    model: Any = ExtraTreesRegressor(
        trees, min_samples_leaf=SMALLEST, max_features=TRIED, max_leaf_nodes=leaves, random_state=1
    )
    model.fit(_table(seen)[rows], change[rows])
    return _flattened([one.tree_ for one in model.estimators_])


def _table(seen: Seen) -> NDArray[np.float32]:
    flows = [seen.of(*IN_FLOW) * seen.scale[:, None], seen.flow[:, None], seen.upstream[:, None], seen.of(*SEASON)]
    return np.nan_to_num(np.concatenate(flows, axis=1)).astype(np.float32)


def _flattened(trees: list[Any]) -> Forest:
    roots: list[int] = []
    feature: list[int] = []
    threshold: list[float] = []
    right: list[int] = []
    value: list[float] = []
    for tree in trees:
        roots.append(len(feature))
        waiting: list[tuple[int, int]] = [(0, -1)]  # node, and the parent whose right child it is
        children = tree.children_left, tree.children_right
        while waiting:
            node, parent = waiting.pop()
            here = len(feature)
            if parent >= 0:
                right[parent] = here
            leaf = children[0][node] < 0
            feature.append(0 if leaf else int(tree.feature[node]))
            threshold.append(0.0 if leaf else float(tree.threshold[node]))
            right.append(0)
            value.append(float(tree.value[node, 0, 0]))
            if not leaf:
                waiting.append((int(children[1][node]), here))
                waiting.append((int(children[0][node]), -1))
    return Forest(
        np.array(roots, np.int32), np.array(feature, np.int8), np.array(threshold, np.float32),
        np.array(right, np.int32), np.array(value, np.float32),
    )  # fmt: skip
