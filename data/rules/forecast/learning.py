"""The forecast as learned from the past of one series: three kinds of learner, averaged, and how far off they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.rules.forecast.banded import Banded, learn_banded
from data.rules.forecast.bands import Bands, measure
from data.rules.forecast.baselines import lagged, learn_regression
from data.rules.forecast.days import Bools, Days, Floats, H
from data.rules.forecast.features import Seen, see
from data.rules.forecast.forest import LEAVES, TREES, Forest, learn_forest
from data.rules.forecast.kernels import Kernel, learn_kernels

LEADS = (1, 2, 3)
DESIGN = "4"
"""Changes whenever a learner does, so that nothing kept by an older one is taken for ours."""
LEAST_PAIRS = 400
"""[设定] Fewer pairs of days than this (a year and a bit) teach nothing worth asking."""
SIDE_FLOOD = (0.2, 0.4)
"""[设定] Share of 黑石关 and 武陟 in the flow from where on the trees count less, and from where on not at all."""
_FOLDS = 4
_LIGHT = (30, 100)


@dataclass(frozen=True, slots=True)
class LeadModel:
    """What was learned for one lead, in days."""

    lead: int
    banded: tuple[Banded, ...]
    kernels: tuple[Kernel, ...]
    forest: Forest
    bands: Bands
    regression: Floats  # of the plain regression that it is compared with

    def change(self, seen: Seen) -> Floats:
        """Return the change of flow over the lead, m³/s: the mean of the three kinds."""
        return blend(self.banded, self.kernels, self.forest, seen, self.lead)


@dataclass(frozen=True, slots=True)
class Learned:
    """All leads, the last day whose value was learned from, and the count of pairs of days at one day's lead."""

    leads: tuple[LeadModel, ...]
    trained_to: date
    pairs: int


def newest_before(known: Iterable[Learned], day: date) -> Learned | None:
    """Return what was learned last without having seen anything after that day."""
    return max((one for one in known if one.trained_to <= day), key=lambda one: one.trained_to, default=None)


def blend(banded: tuple[Banded, ...], kernels: tuple[Kernel, ...], forest: Forest, seen: Seen, lead: int) -> Floats:
    """Average the three kinds: half the regressions, a quarter the kernels, a quarter the trees.

    A day ahead of a flood of the tributaries the kernels take the part of the trees, which have seen too few; at two
    and three days that was no better.
    """
    straight = sum((one.change(seen) for one in banded), np.zeros(len(seen.scale))) / len(banded)
    smooth = sum((one.change(seen) for one in kernels), np.zeros(len(seen.scale))) / len(kernels)
    side = np.clip((seen.of("B", "W").sum(axis=1) - SIDE_FLOOD[0]) / (SIDE_FLOOD[1] - SIDE_FLOOD[0]), 0.0, 1.0)
    trees = 0.25 * (1 - side) if lead == 1 else np.full(len(seen.scale), 0.25)
    return 0.5 * straight + (0.5 - trees) * smooth + trees * forest.change(seen)


def pairs(days: Days, seen: Seen, lead: int) -> tuple[Bools, Floats]:
    """Rows a forecast can be learned from or judged on, and the change of flow that followed."""
    own = days.flows[:, H]
    later = np.full(len(own), np.nan)
    later[:-lead] = np.where(days.repeated, np.nan, own)[lead:]
    change = later - own
    return seen.ready & np.isfinite(change), change


def learn(
    days: Days,
    leads: tuple[int, ...] = LEADS,
    *,
    bands: tuple[Bands, ...] | None = None,
    trees: int = TREES,
    leaves: int = LEAVES,
) -> Learned | None:
    """Learn from all of the days given; None where they are too few. Nothing but them is looked at."""
    from threadpoolctl import threadpool_limits  # pyright: ignore[reportMissingTypeStubs]

    with threadpool_limits(1):  # small tables: threads of the algebra library would wait for each other
        return _learn(days, leads, bands, trees, leaves)


def _learn(
    days: Days, leads: tuple[int, ...], bands: tuple[Bands, ...] | None, trees: int, leaves: int
) -> Learned | None:
    seen, table = see(days), lagged(days)
    made: list[LeadModel] = []
    count = 0
    for at, lead in enumerate(leads):
        rows, change = pairs(days, seen, lead) if len(days) > lead else (np.zeros(len(days), bool), seen.flow)
        if rows.sum() < LEAST_PAIRS:
            return None
        count = count or int(rows.sum())
        around = cross_validated(days, seen, rows, change, lead) if bands is None else bands[at]
        made.append(
            LeadModel(
                lead, learn_banded(seen, rows, change), learn_kernels(seen, rows, change, lead),
                learn_forest(seen, rows, change, trees=trees, leaves=leaves), around,
                learn_regression(table, rows, change, seen),
            )
        )  # fmt: skip
    return Learned(tuple(made), days.day(len(days) - 1), count)


def cross_validated(days: Days, seen: Seen, rows: Bools, change: Floats, lead: int) -> Bands:
    """Measure errors in years that were left out, with a lighter blend: the last of the past judges the rest."""
    year = np.array([days.day(i).year for i in range(len(days))])
    groups = np.unique(year[rows])
    fold = np.searchsorted(groups, year) % min(_FOLDS, max(2, len(groups)))
    error, judged = np.zeros(len(days)), np.zeros(len(days), dtype=bool)
    for one in range(int(fold.max()) + 1):
        taught, asked = rows & (fold != one), rows & (fold == one)
        if taught.sum() < LEAST_PAIRS // 2 or not asked.any():
            continue
        banded = learn_banded(seen, taught, change)
        kernels = learn_kernels(seen, taught, change, lead, light=True)
        forest = learn_forest(seen, taught, change, trees=_LIGHT[0], leaves=_LIGHT[1])
        error[asked] = change[asked] - blend(banded, kernels, forest, seen.rows(asked), lead)
        judged |= asked
    return measure(seen, judged, error, change)
