"""Flows of the stations a day apart, as a table: what the forecast is learned from and made of.

A missing value stays missing here; `filled` says how far an old value may stand in for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from data.model.river import HUAYUANKOU

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

XIAOLANGDI, HEISHIGUAN, WUZHI, JIAHETAN = "HYK-XLD", "40104950", "HYK-WZ", "HYK-JHT"
GAOCUN = "HYK-GC"
STATIONS = (XIAOLANGDI, HEISHIGUAN, WUZHI, HUAYUANKOU, JIAHETAN)
"""Columns of the table, in this order; codes as in resources/rules/station_names.csv."""
X, B, W, H, J = range(5)
DAY = timedelta(days=1)

CARRIED_DAYS = {X: 3, B: 10, W: 60, H: 3, J: 3}
"""[设定] How many days an old value stands in for a missing one; the small tributaries are often not reported."""
USUAL_M3S = {B: 50.0, W: 5.0}
"""Ordinary flow of the tributaries where nothing newer is known (medians of 2006–2020 are 34 and 4 m³/s)."""
MATCH = timedelta(hours=3)
"""[设定] A reading this near stands for the hour that is asked."""
GAP = timedelta(hours=30)
"""[设定] Between two readings no further apart the value at an hour is drawn in proportion."""


@dataclass(frozen=True, slots=True)
class Days:
    """`flows[i, j]`: station j, i days after `first`, NaN where missing. The hour of day is the same in all rows."""

    first: date
    flows: Floats

    def __len__(self) -> int:
        """Count of days."""
        return len(self.flows)

    def index(self, day: date) -> int:
        """Row of a day; may lie outside."""
        return (day - self.first).days

    def day(self, index: int) -> date:
        """Day of a row."""
        return self.first + index * DAY

    def until(self, day: date) -> Days:
        """Return the days up to that one, included: what was known on it."""
        return Days(self.first, self.flows[: max(0, self.index(day) + 1)])

    @property
    def year_angle(self) -> Floats:
        """Season as an angle, one turn a year."""
        start = self.first.timetuple().tm_yday
        days = np.array([(self.first + i * DAY).timetuple().tm_yday for i in range(len(self))] or [start])
        return days[: len(self)] * (2 * np.pi / 365.25)

    @property
    def repeated(self) -> Bools:
        """Rows in which every station that reports tells the day before again: the bulletin was not renewed."""
        now, before = self.flows[1:], self.flows[:-1]
        both = np.isfinite(now) & np.isfinite(before)
        same = (np.where(both, now == before, True)).all(axis=1) & (both.sum(axis=1) >= 4)
        return np.concatenate([[False], same])[: len(self)]


def filled(days: Days) -> tuple[Floats, Bools]:
    """Return the flows with gaps bridged, and where a stand-in stands. X, H without one stay NaN."""
    made, stand_in = days.flows.copy(), ~np.isfinite(days.flows)
    for column, limit in CARRIED_DAYS.items():
        made[:, column] = _carried(made[:, column], limit)
        if column in USUAL_M3S:
            made[~np.isfinite(made[:, column]), column] = USUAL_M3S[column]
    gap = ~np.isfinite(made[:, J])
    made[gap, J] = made[gap, H]
    return made, stand_in


def _carried(values: Floats, limit: int) -> Floats:
    rows = np.arange(len(values))
    last = np.maximum.accumulate(np.where(np.isfinite(values), rows, -1)) if len(values) else rows
    good = (last >= 0) & (rows - last <= limit)
    return np.where(good, values[np.maximum(last, 0)], np.nan)


def from_series(
    history: Mapping[str, Sequence[tuple[datetime, float]]], at: datetime, back_days: int = 20
) -> tuple[Days, datetime] | None:
    """Lay irregular readings on days that end at the newest of 花园口 not after `at`; nothing later is looked at.

    None where 花园口 has no reading in the last three days.
    """
    known = {
        station: sorted((when, flow) for when, flow in history.get(station, ()) if when <= at) for station in STATIONS
    }
    own = known[HUAYUANKOU]
    if not own or at - own[-1][0] > CARRIED_DAYS[H] * DAY:
        return None
    base = own[-1][0]
    flows = np.full((back_days, len(STATIONS)), np.nan)
    for column, station in enumerate(STATIONS):
        times = [when for when, _ in known[station]]
        for row in range(back_days):
            value = _value_at(times, known[station], base - (back_days - 1 - row) * DAY)
            flows[row, column] = np.nan if value is None else value
    first = base.date() - (back_days - 1) * DAY
    return Days(first, flows), base


def _value_at(times: Sequence[datetime], points: Sequence[tuple[datetime, float]], when: datetime) -> float | None:
    after = bisect_left(times, when)
    before = bisect_right(times, when) - 1
    if before >= 0 and times[before] == when:
        return points[before][1]
    if before >= 0 and after < len(times) and times[after] - times[before] <= GAP:
        share = (when - times[before]) / (times[after] - times[before])
        return points[before][1] + share * (points[after][1] - points[before][1])
    near = [i for i in (before, after) if 0 <= i < len(times) and abs(times[i] - when) <= MATCH]
    return points[min(near, key=lambda i: abs(times[i] - when))][1] if near else None
