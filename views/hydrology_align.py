"""Curves moved along the time axis: upstream ones to their arrival at 花园口, past floods onto the present one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import QCoreApplication

from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.rules.forecast.travel import TravelRow, travel_time
from views import phrases, step_words, words
from views.river_curves import Curves, Floats

Travel = Callable[[Situation, str, float | None], float | None]
"""Hours from a station to 花园口 at a flow of that station; None where nobody knows."""
HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Shift:
    """By how many hours a station's curve was moved: least and most, as its flow changed."""

    station: str
    least_h: float
    most_h: float


def registered_travel(now: Situation, station: str, flow_m3s: float | None) -> float | None:  # noqa: ARG001
    """The travel time of the register, which does not know the flow."""
    row = now.registers.stations.get(station)
    return None if row is None else row.travel_h


def of_table(rows: Sequence[TravelRow]) -> Travel:
    """Travel times of the table, which knows the flow; else those of the register."""

    def hours(now: Situation, station: str, flow_m3s: float | None) -> float | None:
        registered = registered_travel(now, station, flow_m3s)
        if flow_m3s is None:
            return registered
        above = travel_time(rows, station, HUAYUANKOU, flow_m3s)
        if above is not None:
            return above.likely
        below = travel_time(rows, HUAYUANKOU, station, flow_m3s)
        return registered if below is None else -below.likely

    return hours


def to_arrival(now: Situation, station: str, curves: Curves, travel: Travel) -> tuple[Curves, Shift | None]:
    """Move a curve to when its water is at 花园口; unmoved, and no shift, where no travel time is known.

    A greater flow travels faster and would overtake a smaller one sent before it: arrivals are kept in order.
    """
    if not curves.times_s.size:
        return curves, None
    known: dict[float, float | None] = {}
    hours = np.empty(curves.times_s.shape)
    last = None
    for at, flow in enumerate(curves.flows):
        key = round(float(flow), -2) if np.isfinite(flow) else float("nan")
        if key == key:  # noqa: PLR0124 - the one value unlike itself is NaN
            if key not in known:
                known[key] = travel(now, station, key)
            last = known[key]
        hours[at] = np.nan if last is None else last
    if not np.isfinite(hours).any():
        return curves, None
    hours = np.where(np.isfinite(hours), hours, np.nanmean(hours))
    times = np.maximum.accumulate(curves.times_s + hours * HOUR_S)
    least, most = float(hours.min()), float(hours.max())
    return replace(curves, times_s=times), Shift(station, least, most)


def shift_words(now: Situation, shifts: list[Shift], missing: list[str]) -> str:
    """Which curves were moved by how much, and which could not be."""
    t = QCoreApplication.translate
    parts = [
        f"{step_words.station(now, one.station)} {hours_words(one)}" for one in shifts if one.most_h or one.least_h
    ]
    text = t("HydrologyAlign", "已平移：{0}").format(phrases.listed(parts)) if parts else ""
    if missing:
        names = phrases.listed(step_words.station(now, one) for one in missing)
        text = phrases.clauses([*([text] if text else []), t("HydrologyAlign", "{0} 无传播时间，未平移").format(names)])
    return text


def hours_words(shift: Shift) -> str:
    """Signed hours: one figure, or two where it changed with the flow."""
    if round(shift.most_h) == round(shift.least_h):
        return f"{_signed(shift.most_h)} h"
    return f"{_signed(shift.least_h)}…{_signed(shift.most_h)} h"


def _signed(hours: float) -> str:
    return f"{hours:+.0f}".replace("-", "\N{MINUS SIGN}")


# past floods


def years_of(curves: Curves) -> tuple[int, ...]:
    """Years of which a series has at least a month of values, the newest first."""
    if not curves.times_s.size:
        return ()
    known = curves.times_s[np.isfinite(curves.flows)]
    years = (known + 8 * HOUR_S).astype("datetime64[s]").astype("datetime64[Y]").astype(int) + 1970
    found, counts = np.unique(years, return_counts=True)
    return tuple(int(year) for year, count in zip(found[::-1], counts[::-1], strict=True) if count >= 20)


def of_year(curves: Curves, year: int) -> Curves:
    """The part of a series that lies in a year."""
    start, end = (datetime(one, 1, 1, tzinfo=words.BEIJING).timestamp() for one in (year, year + 1))
    return between(curves, start, end)


def between(curves: Curves, start_s: float, end_s: float) -> Curves:
    """The part of a series that lies between two instants."""
    kept = (curves.times_s >= start_s) & (curves.times_s <= end_s)
    return replace(curves, times_s=curves.times_s[kept], flows=curves.flows[kept], stages=curves.stages[kept])


def by_date(year: int, this_year: int) -> float:
    """Seconds that bring a past year onto this one, day onto day."""
    middle = [datetime(one, 7, 1, tzinfo=UTC) for one in (year, this_year)]
    return (middle[1] - middle[0]).total_seconds()


def by_peak(past: Curves, present: Curves) -> float | None:
    """Seconds that bring the peak of a past flood onto that of the present one."""
    peaks = [_peak(one) for one in (past, present)]
    return None if peaks[0] is None or peaks[1] is None else peaks[1] - peaks[0]


def _peak(curves: Curves) -> float | None:
    if not np.isfinite(curves.flows).any():
        return None
    return float(curves.times_s[int(np.nanargmax(curves.flows))])


def moved(curves: Curves, seconds: float) -> tuple[Floats, Floats]:
    """Times and flows of a curve moved in time."""
    return curves.times_s + seconds, curves.flows
