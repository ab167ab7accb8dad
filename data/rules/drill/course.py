"""Plays the courses of the stations: readings at their interval and at each point given, linear between points."""

from __future__ import annotations

import math
from bisect import bisect_right
from datetime import datetime

from data.model.drill import Scenario, Trace
from data.model.river import Reading
from data.model.situation import Situation
from data.rules.drill.scene import lost_stations, minutes, moment_at

INTERPOLATED = "（插值）"
CONSTRUCTED = "情景构造"


def readings(scenario: Scenario, now: Situation, after: datetime, until: datetime) -> tuple[Reading, ...]:
    """Return what stations report with `after < at <= until`, oldest first; a lost link's values never arrive."""
    taken = [
        reading
        for trace in scenario.traces
        for reading in _reported(scenario, trace, minutes(scenario, after), minutes(scenario, until))
    ]
    return tuple(
        one
        for one in sorted(taken, key=lambda one: (one.at, one.station))
        if one.station not in lost_stations(scenario, now, one.at)
    )


def value_at(trace: Trace, after_min: float) -> tuple[float, float | None] | None:
    """Return flow and stage of a trace at a minute of the scene; None before its first and after its last point."""
    times = [point[0] for point in trace.points]
    if not times or not times[0] <= after_min <= times[-1]:
        return None
    place = min(bisect_right(times, after_min) - 1, len(times) - 1)
    at, flow, stage = trace.points[place]
    if at != after_min:
        next_at, next_flow, next_stage = trace.points[place + 1]
        share = (after_min - at) / (next_at - at)
        flow += share * (next_flow - flow)
        stage = None if stage is None or next_stage is None else stage + share * (next_stage - stage)
    return flow * trace.scale, stage if trace.scale == 1 else None


def last_reading(scenario: Scenario, trace: Trace, moment: datetime) -> Reading | None:
    """Return the newest value of a trace that was due at or before a moment, for the beginning of a scene."""
    until = minutes(scenario, moment)
    found = list(_reported(scenario, trace, until - 2 * max(trace.every_min, 1.0), until))
    return found[-1] if found else None


def _reported(scenario: Scenario, trace: Trace, after: float, until: float) -> list[Reading]:
    if not trace.points:
        return []
    first, last = trace.points[0][0], trace.points[-1][0]
    given = {point[0] for point in trace.points}
    low, high = max(math.floor((after - first) / trace.every_min), 0), (min(until, last) - first) / trace.every_min
    ticks: set[float] = set()
    if high >= 0:
        ticks = {first + number * trace.every_min for number in range(low, math.floor(high) + 1)}
    source = _source(trace)
    told: list[Reading] = []
    for at in sorted(one for one in ticks | given if after < one <= until):
        value = value_at(trace, at)
        if value is None:
            continue
        flow, stage = value
        as_given = at in given and trace.scale == 1
        told.append(
            Reading(
                trace.station,
                moment_at(scenario, at),
                flow if as_given else _rounded(flow),
                None if stage is None else round(stage, 2),
                trace.datum,
                source if at in given else source + INTERPOLATED,
            )
        )
    return told


def _rounded(flow: float) -> float:
    """A flow that nobody gave is told to ten m³/s from 1,000 up, below to three figures, as bulletins are."""
    return float(round(flow, -1)) if flow >= 1000 else float(f"{flow:.3g}")


def _source(trace: Trace) -> str:
    if trace.constructed and CONSTRUCTED not in trace.source:
        return f"{CONSTRUCTED}：{trace.source}"
    return trace.source
