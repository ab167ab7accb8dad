"""The rolling back-test: learn from what lay before, forecast the months that follow, go on; then count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from data.rules.forecast.bands import Bands, measure
from data.rules.forecast.baselines import lagged
from data.rules.forecast.days import DAY, Bools, Days, Floats
from data.rules.forecast.features import Seen, see
from data.rules.forecast.learning import LEADS, LEAST_PAIRS, LeadModel, Learned, learn, newest_before, pairs

HIGH_M3S = 2500.0
"""The class of large flows, judged by the flow observed at the time the forecast is valid for."""


RENEWED_IN = (6, 9)
"""[设定] Months on whose first day the learning is renewed; each quarter or each month was no better."""


@dataclass(frozen=True, slots=True)
class Row:
    """How one lead did in one class of flow: `all`, `>2500` by what was observed, `>2500@issue` by what flowed then."""

    lead_days: int
    flow_class: str
    n: int
    rmse: float
    nse: float
    persistence_rmse: float
    regression_rmse: float
    coverage: float
    width_m3s: float
    bias_m3s: float

    @property
    def skill(self) -> float:
        """Return 1 - RMSE / RMSE of persistence."""
        return 1 - self.rmse / self.persistence_rmse if self.persistence_rmse else 0.0


@dataclass(frozen=True, slots=True)
class Trial:
    """Forecasts of one lead beside what came: arrays over the days of issue, NaN where none was made."""

    lead: int
    issued: Bools
    observed: Floats
    flow: Floats  # at issue: what persistence says
    forecast: Floats
    low: Floats
    high: Floats
    regression: Floats


def backtest(
    days: Days,
    start: date,
    end: date,
    *,
    priors: Sequence[Learned] = (),
    leads: tuple[int, ...] = LEADS,
    tell: Callable[[date], None] | None = None,
) -> tuple[Trial, ...]:
    """Forecast every day that is valid from `start` to `end`. At each issue only what was known then is looked at.

    Learning is renewed before and within the flood season, from all earlier days; where they are few, the newest of
    `priors` serves that had seen no later day. Days for which nothing could be learned yet are forecast by persistence.
    """
    seen = see(days)
    table = lagged(days)
    size = len(days)
    shape = (len(leads), size)
    forecast, low, high, plain = (np.full(shape, np.nan) for _ in range(4))
    bands: tuple[Bands, ...] | None = None
    banded_in = 0
    for first, last in _seasons(max(start - max(leads) * DAY, days.first), end, priors):
        rows = np.arange(max(0, days.index(first)), min(size, days.index(last) + 1))
        if not len(rows):
            continue
        if tell is not None:
            tell(first)
        past = days.until(first - DAY)
        if bands is not None and banded_in != first.year:
            bands = None  # the errors are measured anew each year
        known, banded_in = _model(past, first - DAY, priors, leads, bands), first.year
        bands = (
            None if known is None or any(known is one for one in priors) else tuple(one.bands for one in known.leads)
        )
        asked = np.zeros(size, dtype=bool)
        asked[rows] = seen.ready[rows]
        for at, lead in enumerate(leads):
            _ask(known, lead, seen, asked, (forecast[at], low[at], high[at]))
            model = _at(known, lead)
            plain[at, asked] = seen.flow[asked] if model is None else table[asked] @ model.regression
    window = np.zeros(size, dtype=bool)
    made: list[Trial] = []
    for at, lead in enumerate(leads):
        window[:] = False
        window[max(0, days.index(start) - lead) : max(0, days.index(end) - lead + 1)] = True
        judged, change = pairs(days, seen, lead) if size > lead else (window & False, seen.flow)
        judged &= window
        made.append(
            Trial(lead, judged, seen.flow + change, seen.flow, forecast[at], low[at], high[at], plain[at])
        )  # fmt: skip
    return tuple(made)


def within(trials: tuple[Trial, ...], days: Days, start: date, end: date) -> tuple[Trial, ...]:
    """Return the forecasts that are valid on days from `start` to `end`."""
    made: list[Trial] = []
    for trial in trials:
        valid = np.arange(len(days)) + trial.lead
        made.append(replace(trial, issued=trial.issued & (valid >= days.index(start)) & (valid <= days.index(end))))
    return tuple(made)


def table_of(trials: tuple[Trial, ...]) -> tuple[Row, ...]:
    """Count the rows of the table."""
    made: list[Row] = []
    for trial in trials:
        classes = {
            "all": trial.issued,
            ">2500": trial.issued & (np.nan_to_num(trial.observed) > HIGH_M3S),
            ">2500@issue": trial.issued & (np.nan_to_num(trial.flow) > HIGH_M3S),
        }
        made.extend(_row(trial, name, rows) for name, rows in classes.items())
    return tuple(made)


def errors_of(trials: tuple[Trial, ...], seen: Seen) -> tuple[Bands, ...]:
    """Make bands of what the back-test missed by."""
    made: list[Bands] = []
    for trial in trials:
        rows = trial.issued & np.isfinite(trial.forecast)
        made.append(measure(seen, rows, trial.observed - trial.forecast, trial.observed - trial.flow))
    return tuple(made)


def _row(trial: Trial, name: str, rows: Bools) -> Row:
    if not rows.any():
        return Row(trial.lead, name, 0, *([float("nan")] * 7))
    truth = trial.observed[rows]
    error = trial.forecast[rows] - truth
    spread = float(np.sum((truth - truth.mean()) ** 2))
    inside = (trial.low[rows] <= truth) & (truth <= trial.high[rows])
    return Row(
        trial.lead, name, int(rows.sum()), _rms(error),
        1 - float(np.sum(error**2)) / spread if spread else float("nan"),
        _rms(trial.flow[rows] - truth), _rms(trial.regression[rows] - truth),
        float(inside.mean()), float((trial.high[rows] - trial.low[rows]).mean()), float(error.mean()),
    )  # fmt: skip


def _rms(values: Floats) -> float:
    return float(np.sqrt(np.mean(values**2)))


def _seasons(start: date, end: date, priors: Sequence[Learned]) -> Iterator[tuple[date, date]]:
    """Cut the time at the days the learning is renewed."""
    first = start
    while first <= end:
        turns = [date(year, month, 1) for year in (first.year, first.year + 1) for month in RENEWED_IN]
        turns += [one.trained_to + DAY for one in priors]
        following = min(turn for turn in turns if turn > first)
        yield first, min(following - DAY, end)
        first = following


def _model(
    past: Days, last: date, priors: Sequence[Learned], leads: tuple[int, ...], bands: tuple[Bands, ...] | None
) -> Learned | None:
    """The shipped forecast serves while the series itself teaches clearly less than it knows."""
    usable = newest_before(priors, last)
    own = int(pairs(past, see(past), 1)[0].sum()) if len(past) > 1 else 0
    if usable is not None and 0.9 * usable.pairs > own:
        return usable
    return learn(past, leads, bands=bands) if own >= LEAST_PAIRS else usable


def _at(known: Learned | None, lead: int) -> LeadModel | None:
    return None if known is None else next(one for one in known.leads if one.lead == lead)


def _ask(known: Learned | None, lead: int, seen: Seen, asked: Bools, into: tuple[Floats, Floats, Floats]) -> None:
    forecast, low, high = into
    model = _at(known, lead)
    part = seen.rows(asked)
    if model is None:
        forecast[asked] = part.flow
        low[asked], high[asked] = part.flow * 0.7, part.flow * 1.3
        return
    forecast[asked] = np.maximum(part.flow + model.change(part), 0.0)
    low[asked], high[asked] = model.bands.around(part, forecast[asked])
