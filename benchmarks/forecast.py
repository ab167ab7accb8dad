"""The whole back-test of the forecast, printed: by lead and class, design years and the years after them apart.

    python benchmarks/forecast.py ../shared/data/hydrology/lower_yellow_river_0800_2006_2020.csv [--peers]

`--peers` adds the plain average of three off-the-shelf learners on the same features, learned anew each year.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.feeds.bulletin_days import read_days
from data.rules.forecast.backtest import Row, backtest, table_of, within
from data.rules.forecast.days import Days
from data.rules.forecast.features import see
from data.rules.forecast.learning import pairs

SPANS = (
    (date(2010, 1, 1), date(2018, 12, 31)),
    (date(2019, 1, 1), date(2020, 12, 31)),
    (date(2010, 1, 1), date(2020, 12, 31)),
)


def line(row: Row) -> str:
    plain = 1 - row.regression_rmse / row.persistence_rmse
    return (
        f"{row.lead_days} d  {row.flow_class:<12} n {row.n:>5}  ours {row.rmse:6.1f}  "
        f"persistence {row.persistence_rmse:6.1f} ({row.skill:+6.1%})  "
        f"regression {row.regression_rmse:6.1f} ({plain:+6.1%})"
        f"  nse {row.nse:6.3f}  80 % band holds {row.coverage:.1%}, {row.width_m3s:.0f} m³/s wide"
    )


def peers(days: Days) -> None:
    """One day ahead: ridge, random forest and boosted trees, as they come, averaged."""
    from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestRegressor
    from sklearn.linear_model import RidgeCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    seen = see(days)
    rows, change = pairs(days, seen, 1)
    table = np.column_stack([seen.columns * seen.scale[:, None], seen.flow, seen.upstream])
    table = np.nan_to_num(table)
    year = np.array([days.day(i).year for i in range(len(days))])
    said = np.full(len(days), np.nan)
    for one in range(2010, 2021):
        past, now = rows & (year < one), rows & (year == one)
        made = (
            make_pipeline(StandardScaler(), RidgeCV(np.logspace(-1, 4, 11))),
            RandomForestRegressor(200, min_samples_leaf=3, random_state=0),
            HistGradientBoostingRegressor(random_state=0),
        )
        said[now] = np.mean([m.fit(table[past], change[past]).predict(table[now]) for m in made], axis=0)
    for first, last in SPANS:
        span = np.isfinite(said) & (year >= first.year) & (year <= last.year)
        for name, some in (("all", span), (">2500", span & (seen.flow + change > 2500))):
            skill = 1 - np.sqrt(np.mean((said - change)[some] ** 2) / np.mean(change[some] ** 2))
            print(f"three off the shelf, averaged  {first.year}–{last.year}  1 d {name:<6} {skill:+.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("series", type=Path)
    parser.add_argument("--peers", action="store_true")
    given = parser.parse_args()
    days = read_days(given.series)
    begun = time.perf_counter()
    trials = backtest(days, SPANS[-1][0], SPANS[-1][1])
    print(f"back-test 2010–2020, three leads: {time.perf_counter() - begun:.0f} s")
    for first, last in SPANS:
        print(f"{first} … {last}")
        for row in table_of(within(trials, days, first, last)):
            print(line(row))
    for year in range(2010, 2021):
        rows = table_of(within(trials[:1], days, date(year, 1, 1), date(year, 12, 31)))
        print(year, "  ".join(f"{row.flow_class} n {row.n} {row.skill:+.1%}" for row in rows if row.n))
    if given.peers:
        peers(days)


if __name__ == "__main__":
    main()
