"""What a simulated station reports: observations as elements, a series as timed, extra and hourly reports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from data.feeds.sl651.encode import Group
from data.model.telemetry import Observation, Variable

TIMED, EXTRA, HOURLY = 0x32, 0x33, 0x34
VOLTS: Final = 12.6
_FIVE: Final = timedelta(minutes=5)
_HOUR: Final = timedelta(hours=1)
_IDS: Final = MappingProxyType(
    {
        Variable.STAGE: "39", Variable.FLOW: "27", Variable.RAIN_TOTAL: "26", Variable.SEDIMENT: "44",
        Variable.VELOCITY: "36", Variable.VOLTAGE: "38", Variable.WATER_TEMPERATURE: "03",
    }
)  # fmt: skip
_RAIN_IDS: Final = MappingProxyType(
    {60.0: "21", 300.0: "22", 600.0: "23", 1800.0: "24", 3600.0: "1A", 7200.0: "1B", 10800.0: "1C", 21600.0: "1D",
     43200.0: "1E", 86400.0: "1F"}
)  # fmt: skip
_RESERVOIR: Final = MappingProxyType({Variable.STAGE: "3B", Variable.FLOW: "30"})


def groups_of(observations: Iterable[Observation], kind: str = "H") -> list[Group]:
    """Gather observations by their time, the voltage last (6.6.4.5); ValueError for what a station cannot say."""
    by_time: dict[datetime, list[tuple[str, float | None]]] = {}
    for one in sorted(observations, key=lambda each: (each.at, each.variable is Variable.VOLTAGE)):
        by_time.setdefault(one.at, []).append((_id_of(one, kind), one.value))
    return [Group(at, tuple(values)) for at, values in by_time.items()]


def _id_of(one: Observation, kind: str) -> str:
    found = _RESERVOIR.get(one.variable) if kind == "K" else None
    found = found or _IDS.get(one.variable)
    if one.variable is Variable.RAIN and one.span_s is not None:
        found = _RAIN_IDS.get(one.span_s)
    if found is None:
        raise ValueError(f"no element of table C.1 says {one.variable} over {one.span_s} s")
    return found


@dataclass(frozen=True, slots=True)
class Point:
    """Stage and flow of a station at one moment."""

    at: datetime
    stage_m: float | None = None
    flow_m3s: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report to be sent at `at`."""

    at: datetime
    function: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """When a station reports. Without `every` it speaks at the moments of its series only."""

    every: timedelta | None = None
    stage_step_m: float = 0.10  # an extra report when stage moved so far since the last report (D.4, 40H)
    flow_step: float = 0.10  # … or flow by this share
    base_m: float | None = None  # relative levels of hourly reports are counted from here
    kind: str = "H"


def reports(points: Sequence[Point], habits: Habits) -> Iterator[Report]:
    """Yield the reports of a series in the order of time.

    With `every`, values between the moments of the series are drawn straight between them, as a gauge would have read
    them: timed reports at that pace, an extra one after a step, and at full hours the hour in twelve relative levels.
    """
    if habits.every is None:
        for point in points:
            yield Report(point.at, TIMED, (_group(point, habits.kind),))
        return
    if not points:
        return
    track = _Track(points)
    told = points[0]
    at, last = points[0].at, points[-1].at
    due = at
    while at <= last:
        point = track.at(at)
        if at >= due:
            yield Report(at, TIMED, (_group(point, habits.kind),))
            told, due = point, due + habits.every
        elif _moved(told, point, habits):
            yield Report(at, EXTRA, (_group(point, habits.kind),))
            told = point
        if habits.base_m is not None and at.timestamp() % 3600 == 0 and at - _HOUR >= points[0].at:
            yield Report(at, HOURLY, _hour(track, at, habits))
        at = min(at + _FIVE, due) if habits.every < _FIVE else at + _FIVE


class _Track:
    """A series read at any moment."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._points = points
        self._times = [point.at for point in points]

    def at(self, at: datetime) -> Point:
        """Read straight between the neighbours; a value that one of them lacks is lacking."""
        right = bisect_right(self._times, at)
        before = self._points[max(0, right - 1)]
        after = self._points[min(right, len(self._points) - 1)]
        span = (after.at - before.at).total_seconds()
        share = (at - before.at).total_seconds() / span if span else 0.0
        return Point(
            at, _between(before.stage_m, after.stage_m, share, 3), _between(before.flow_m3s, after.flow_m3s, share, 1)
        )


def _between(before: float | None, after: float | None, share: float, digits: int) -> float | None:
    if before is None or after is None:
        return before if share == 0 else None
    return round(before + (after - before) * share, digits)


def _moved(told: Point, now: Point, habits: Habits) -> bool:
    if told.stage_m is not None and now.stage_m is not None and abs(now.stage_m - told.stage_m) >= habits.stage_step_m:
        return True
    if told.flow_m3s is None or now.flow_m3s is None:
        return False
    return abs(now.flow_m3s - told.flow_m3s) >= habits.flow_step * max(told.flow_m3s, 1.0)


def _group(point: Point, kind: str) -> Group:
    stage, flow = ("3B", "30") if kind == "K" else ("39", "27")
    values: list[tuple[str, float | None]] = []
    if point.stage_m is not None:
        values.append((stage, point.stage_m))
    if point.flow_m3s is not None:
        values.append((flow, point.flow_m3s))
    return Group(point.at, (*values, ("38", VOLTS)))


def _hour(track: _Track, at: datetime, habits: Habits) -> tuple[Group, ...]:
    """Twelve levels of the hour that ends at `at`, then what holds at its end (6.6.4.7)."""
    base = habits.base_m or 0.0
    first = at - _HOUR + _FIVE
    levels = [track.at(first + n * _FIVE).stage_m for n in range(12)]
    relative = [None if level is None or level < base else round(level - base, 2) for level in levels]
    return Group(first, (("F5", relative),)), _group(track.at(at), habits.kind)
