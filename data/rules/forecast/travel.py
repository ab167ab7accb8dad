"""How long the water takes from station to station at a flow: slow when low, quickest before it leaves its bed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from data.model.river import Outlook, OutlookPoint


@dataclass(frozen=True, slots=True)
class TravelRow:
    """Hours from one station to another at a flow in m³/s, with the hours it may as well be, and who says so."""

    above: str
    below: str
    flow_m3s: float
    hours: float
    low_h: float
    high_h: float
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Hours:
    """A travel time and its bounds, hours."""

    likely: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a flow of 花园口 comes to a station below, m³/s as it leaves 花园口; what flattens it is not reckoned."""

    station: str
    flow_m3s: float
    earliest: datetime
    likely: datetime
    latest: datetime


def travel_time(rows: Iterable[TravelRow], above: str, below: str, flow_m3s: float) -> Hours | None:
    """Return the time at a flow, drawn between the table's flows and held beyond them; None where there is no row."""
    own = sorted((row for row in rows if (row.above, row.below) == (above, below)), key=lambda row: row.flow_m3s)
    if not own:
        return None
    at = bisect_right([row.flow_m3s for row in own], flow_m3s)
    if at in {0, len(own)}:
        row = own[0 if at == 0 else -1]
        return Hours(row.hours, row.low_h, row.high_h)
    before, after = own[at - 1], own[at]
    share = (flow_m3s - before.flow_m3s) / (after.flow_m3s - before.flow_m3s)

    def mixed(one: float, other: float) -> float:
        return one + (other - one) * share

    return Hours(
        mixed(before.hours, after.hours), mixed(before.low_h, after.low_h), mixed(before.high_h, after.high_h)
    )  # fmt: skip


def peak_arrivals(outlook: Outlook, rows: Sequence[TravelRow], stations: Iterable[str]) -> tuple[Arrival, ...]:
    """When the greatest flow of an outlook comes to the stations below."""
    if not outlook.points:
        return ()
    peak = max(outlook.points, key=lambda point: point.flow_m3s)
    return tuple(
        made for one in stations if (made := _arrival(outlook.station, one, rows, peak.flow_m3s, peak.at)) is not None
    )  # fmt: skip


def threshold_arrivals(
    outlook: Outlook, observed_m3s: float, rows: Sequence[TravelRow], station: str, thresholds: Iterable[float]
) -> tuple[Arrival, ...]:
    """When thresholds that the likeliest course of 花园口 rises through are reached at a station below."""
    course = (OutlookPoint(outlook.made_at, observed_m3s, observed_m3s, observed_m3s), *outlook.points)
    made: list[Arrival] = []
    for threshold in sorted(thresholds):
        when = rises_through(course, threshold)
        arrival = None if when is None else _arrival(outlook.station, station, rows, threshold, when)
        if arrival is not None:
            made.append(arrival)
    return tuple(made)


def rises_through(course: Sequence[OutlookPoint], threshold_m3s: float) -> datetime | None:
    """Return when the course first rises to a threshold; None where it never does or begins above."""
    for before, after in pairwise(course):
        if before.flow_m3s < threshold_m3s <= after.flow_m3s:
            share = (threshold_m3s - before.flow_m3s) / (after.flow_m3s - before.flow_m3s)
            return before.at + (after.at - before.at) * share
    return None


def _arrival(above: str, below: str, rows: Sequence[TravelRow], flow: float, at: datetime) -> Arrival | None:
    hours = travel_time(rows, above, below, flow)
    if hours is None:
        return None
    early, likely, late = (at + timedelta(hours=one) for one in (hours.low, hours.likely, hours.high))
    return Arrival(below, flow, early, likely, late)
