"""A made-up river: a release that is changed now and then, and a station a day below it."""

from __future__ import annotations

from datetime import date

import numpy as np

from data.rules.forecast.days import Days


def routed(years: int = 3, seed: int = 1, first: date = date(2015, 1, 1)) -> Days:
    """Flows of `years`; the station has three parts of today's release and seven of yesterday's, and small noise."""
    chance = np.random.default_rng(seed)
    size = 365 * years
    steps = chance.uniform(np.log(400), np.log(4000), size)
    changed = chance.random(size) < 0.25
    release = np.empty(size)
    level = 800.0
    for i in range(size):
        level = float(np.exp(steps[i])) if changed[i] else level
        release[i] = level
    brook = 40 + 20 * chance.random(size)
    before = np.concatenate([release[:1], release[:-1]])
    station = 0.3 * release + 0.7 * before + brook + chance.normal(0, 15, size)
    below = np.concatenate([station[:1], station[:-1]])
    return Days(first, np.stack([release, brook, np.full(size, 4.0), station, below], axis=1))
