"""Learn the shipped forecast from the daily bulletin, test it by rolling back-test, and write it down.

The bulletin itself is not shipped: what is written holds coefficients, means of groups of days and thresholds of trees.
    python tools/fit_forecast.py ../shared/data/hydrology/lower_yellow_river_0800_2006_2020.csv
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "resources" / "rules"
TABLE = "forecast_backtest.csv"
SMALL_TREES, SMALL_LEAVES = 40, 100
FIRST_TEST = date(2010, 1, 1)
BEFORE_2020 = date(2019, 12, 31)
"""The demonstration plays the flood of 2020: it is forecast by what was learned before."""
SPANS = ((FIRST_TEST, date(2018, 12, 31)), (date(2019, 1, 1), date(2020, 12, 31)))
"""The design was chosen on the first; the second was looked at when it was fixed."""


def main() -> None:
    """Make the file."""
    sys.path.insert(0, str(ROOT))
    from data.feeds.bulletin_days import read_days
    from data.feeds.forecast_backtest import write_backtest
    from data.rules.forecast.backtest import backtest, errors_of, table_of, within
    from data.rules.forecast.features import see
    from data.rules.forecast.kept import packed
    from data.rules.forecast.learning import learn

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("series", type=Path)
    parser.add_argument("--out", type=Path, default=OUT, help="folder")
    parser.add_argument("--only-table", action="store_true", help="test only, learn nothing anew")
    given = parser.parse_args()
    days = read_days(given.series)
    last = days.day(len(days) - 1)
    trials = backtest(days, FIRST_TEST, last)
    for first, end in (*SPANS, (FIRST_TEST, last)):
        sys.stdout.write(f"{first} … {end}\n")
        for row in table_of(within(trials, days, first, end)):
            sys.stdout.write(f"{row.lead_days} d {row.flow_class:<12} {row.skill:+.1%} {row}\n")
    write_backtest(given.out / TABLE, table_of(within(trials, days, FIRST_TEST, last)))
    if given.only_table:
        return
    for name, end in (("forecast_2019.npz", BEFORE_2020), ("forecast.npz", last)):
        past = days.until(end)
        bands = errors_of(within(trials, days, FIRST_TEST, end), see(days))
        learned = learn(past, bands=bands, trees=SMALL_TREES, leaves=SMALL_LEAVES)
        if learned is None:
            raise SystemExit("too few days")
        data = packed(learned, small=True)
        (given.out / name).write_bytes(data)
        sys.stdout.write(f"{name}: {len(data)} bytes, {learned.pairs} pairs to {learned.trained_to}\n")


if __name__ == "__main__":
    main()
