"""How long the water takes from station to station at a flow: slow when low, quickest before it leaves its bed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


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
