"""Conditions of the river: thresholds observed, upstream, in reservoirs and ahead; stages; the rate of rise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from data.model.alarms import Priority
from data.model.levels import Level, Trigger
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.rules.alarms.condition import Condition
from data.rules.alarms.extra import Extra, Memo
from data.rules.coming import coming, standing_outlook
from data.rules.freshness import is_stale
from data.rules.trend import rate_of_rise

FLOW_LEVEL, STAGE_WARNING, FLOW_RATE = "flow.level", "stage.warning", "flow.rate"
UPSTREAM, RESERVOIR, FORECAST = "upstream.level", "reservoir.level", "forecast.level"
FLOW, STAGE, INCIDENT = "flow", "stage", "incident"
_BEIJING = ZoneInfo("Asia/Shanghai")


def conditions(now: Situation, at: datetime, extra: Extra, memo: Memo) -> Iterator[Condition]:
    """Say what holds of the river."""
    triggers = memo.of("triggers", (now.registers.triggers,), lambda: _distinct(now.registers.triggers))
    season = in_flood_season(at, extra)
    for trigger in triggers:
        yield from _threshold(now, trigger, season=season)
    yield from _ahead(now, [one for one in triggers if one.station == HUAYUANKOU and one.variable == FLOW], at)
    yield from _stages(now, extra)
    yield from _rate(now, at, extra, memo)


def in_flood_season(at: datetime, extra: Extra) -> bool:
    """Whether the limits of the flood season are in force, by the date in Beijing."""
    local = at.astimezone(_BEIJING)
    return extra.bounds.flood_season_from <= local.month * 100 + local.day <= extra.bounds.flood_season_to


def stale(now: Situation, at: datetime, station: str = HUAYUANKOU) -> tuple[float | None, float] | None:
    """Return age and limit in seconds of a station's newest reading once it is too old; None while it is not.

    The higher of standing and suggested level counts, as on the desk.
    """
    level = max(now.standing.level, now.suggestion.level)
    if not any(Level.parse(rule.id) is level for rule in now.registers.reporting):
        return None
    fresh = is_stale(now.latest(station), at, level, now.registers.reporting)
    return (fresh.age_s, fresh.limit_s) if fresh.stale else None


def _distinct(triggers: Register[Trigger]) -> tuple[Trigger, ...]:
    """Leave out what two sources say of the same value: one crossing is one alarm, of the more severe level."""
    found: dict[tuple[str, str, float], Trigger] = {}
    for one in triggers:
        key = (one.station, one.variable, one.lower)
        if one.station != INCIDENT and (key not in found or one.level > found[key].level):
            found[key] = one
    return tuple(found.values())


def _threshold(now: Situation, trigger: Trigger, *, season: bool) -> Iterator[Condition]:
    reading = now.latest(trigger.station)
    if reading is None or _is_downstream(now, trigger.station):
        return
    value = reading.flow_m3s if trigger.variable == FLOW else reading.stage_m
    if value is None or value < trigger.lower - trigger.hysteresis:
        return
    if trigger.station == HUAYUANKOU:
        if trigger.variable == FLOW:
            yield _passed(FLOW_LEVEL, trigger, value)
    elif trigger.variable == FLOW:
        yield _passed(UPSTREAM, trigger, value)
    elif season or trigger.level > Level.IV:  # level IV of a reservoir is the limit that holds in the flood season
        yield _passed(RESERVOIR, trigger, value)


def _is_downstream(now: Situation, station: str) -> bool:
    row = now.registers.stations.get(station)
    return row is not None and row.travel_h is not None and row.travel_h < 0


def _passed(kind: str, trigger: Trigger, value: float, *more: tuple[str, str]) -> Condition:
    params = (("level", trigger.level.name), ("station", trigger.station), *more)
    return Condition(kind, trigger.id, value, trigger.lower, params, deadband=trigger.hysteresis)


def _ahead(now: Situation, triggers: Iterable[Trigger], at: datetime) -> Iterator[Condition]:
    """What is expected, where it is more than what is observed; an outlook that is worse than none does not count."""
    ahead = coming(now)
    if ahead is None or ahead.at <= at:
        return
    outlook = standing_outlook(now) if ahead.own else None
    if outlook is not None:
        skill = next((point.skill for point in outlook.points if point.at == ahead.at), None)
        if skill is not None and skill < 0:
            return
    flow = now.flow_m3s or 0.0
    for trigger in triggers:
        observed = flow >= trigger.lower or trigger.id in now.suggestion.latched
        if not observed and ahead.flow_m3s >= trigger.lower - trigger.hysteresis:
            by = "own" if ahead.own else "official"
            yield _passed(FORECAST, trigger, ahead.flow_m3s, ("by", by), ("at", ahead.at.isoformat()))


def _stages(now: Situation, extra: Extra) -> Iterator[Condition]:
    mark, reading = extra.marks.get(HUAYUANKOU), now.latest()
    if mark is None or reading is None or reading.stage_m is None or not same_datum(now, reading, mark.datum):
        return
    for ref, limit, priority in (
        ("warning", mark.warning_m, None), ("guaranteed", mark.guaranteed_m, Priority.HIGH),
    ):  # fmt: skip
        if limit is not None:
            params = (("level", ref), ("station", HUAYUANKOU), ("datum", mark.datum))
            yield Condition(STAGE_WARNING, f"{HUAYUANKOU}/{ref}", reading.stage_m, limit, params, priority)


def same_datum(now: Situation, reading: Reading, datum: str) -> bool:
    """Whether a stage may be set against a limit: both name the same datum, the reading's own going first."""
    station = now.registers.stations.get(reading.station)
    own = reading.datum or ("" if station is None else station.datum)
    return bool(own) and own == datum


def _rate(now: Situation, at: datetime, extra: Extra, memo: Memo) -> Iterator[Condition]:
    readings = now.readings.get(HUAYUANKOU, ())
    rate = memo.of("rate", (readings,), lambda: rate_of_rise(readings))
    if rate is None or rate <= 0 or stale(now, at) is not None:
        return
    params = (("station", HUAYUANKOU), ("flow", f"{now.flow_m3s or 0.0:.0f}"))
    yield Condition(FLOW_RATE, HUAYUANKOU, rate, extra.bounds.rate_m3s_h, params)
