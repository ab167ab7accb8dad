"""Whether a typed official forecast deserves a second look before it counts; it is never refused for that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast
from data.model.situation import Situation
from data.rules.alarms.river import FORECAST
from data.rules.warning import suggest

LEAST, MOST = 0.3, 10.0
"""[设定] A forecast outside these shares of the observed flow is more often a slip of the finger than a flood."""
FLOOR_M3S = 100.0
"""[设定] At 花园口 a forecast below this is a slip too: the river is kept above it."""


class Odd(StrEnum):
    """Why a forecast deserves a second look."""

    FAR = "far"
    LOW = "low"
    LOWERS = "lowers"
    CLEARS = "clears"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about a typed flow. `other`: the observed flow, the floor or the limit of an alarm, in m³/s."""

    kind: Odd
    other_m3s: float = 0.0
    before: Level = Level.NONE
    after: Level = Level.NONE


def doubts(now: Situation, forecast: Forecast, at: datetime) -> tuple[Doubt, ...]:
    """Return what speaks for asking once more before this forecast is taken at a moment."""
    found: list[Doubt] = []
    reading = now.latest(forecast.station)
    observed = None if reading is None else reading.flow_m3s
    if observed and not LEAST * observed <= forecast.flow_m3s <= MOST * observed:
        found.append(Doubt(Odd.FAR, observed))
    if forecast.station == HUAYUANKOU and forecast.flow_m3s < FLOOR_M3S:
        found.append(Doubt(Odd.LOW, FLOOR_M3S))
    here = replace(now, at=max(now.at, at))
    before = suggest(here).level
    after = suggest(replace(here, forecasts=here.forecasts.set(forecast.station, forecast))).level
    if after < before:
        found.append(Doubt(Odd.LOWERS, before=before, after=after))
    silenced = _silenced(now, forecast)
    if silenced is not None:
        found.append(Doubt(Odd.CLEARS, silenced))
    return tuple(found)


def _silenced(now: Situation, forecast: Forecast) -> float | None:
    """Return the greatest limit of an alarm about what is expected that would go back with this forecast."""
    if forecast.station != HUAYUANKOU:
        return None
    slack = {trigger.id: trigger.hysteresis for trigger in now.registers.triggers}
    limits = [
        alarm.limit
        for alarm in now.alarms.values()
        if alarm.kind == FORECAST and alarm.active and alarm.limit is not None
        and forecast.flow_m3s < alarm.limit - slack.get(alarm.ref, 0.0)
    ]  # fmt: skip
    return max(limits, default=None)
