"""Which response level is suggested, and why (domain.md §1.1–1.5).

A trigger holds from value >= lower and, once held, until value < lower - hysteresis. The suggestion is the highest
level of all reasons. Only a person changes the standing level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.model.levels import Level, Trigger
from data.model.river import HUAYUANKOU
from data.model.situation import Cause, Reason, Situation, Suggestion
from data.rules.coming import coming, standing_forecast


def suggest(now: Situation) -> Suggestion:
    """Work out the suggestion for a situation from its readings, forecasts, orders and incidents."""
    reasons: list[Reason] = []
    latched: set[str] = set()
    for trigger in now.registers.triggers:
        value = _observed(now, trigger)
        if value is not None and _held(trigger, value, trigger.id in now.suggestion.latched):
            latched.add(trigger.id)
            cause = Cause.OBSERVED if trigger.station == HUAYUANKOU else Cause.UPSTREAM
            reasons.append(Reason(cause, trigger.level, trigger.station, value, trigger.lower))
        forecast = standing_forecast(now, trigger.station)
        if trigger.variable == "flow" and forecast is not None and forecast.flow_m3s >= trigger.lower:
            reasons.append(Reason(Cause.FORECAST, trigger.level, trigger.station, forecast.flow_m3s, trigger.lower))
        ahead = _own(now, trigger)
        if ahead is not None and _held(trigger, ahead, _own_id(trigger) in now.suggestion.latched):
            latched.add(_own_id(trigger))
            reasons.append(Reason(Cause.OUTLOOK, trigger.level, trigger.station, ahead, trigger.lower))
    reasons += _orders(now)
    reasons += _incidents(now)
    kept = _strongest(reasons)
    level = max((reason.level for reason in kept), default=Level.NONE)
    since = now.suggestion.since if level == now.suggestion.level else now.at
    return Suggestion(level, kept, frozenset(latched), since)


def at_flow(triggers: Iterable[Trigger], flow_m3s: float) -> Level:
    """Return the level that this flow at 花园口 alone suggests."""
    return max(
        (t.level for t in triggers if t.station == HUAYUANKOU and t.variable == "flow" and flow_m3s >= t.lower),
        default=Level.NONE,
    )


def may_fall(now: Situation) -> bool:
    """Whether the standing level is above every reason, so that a person may lower it."""
    return now.standing.level > now.suggestion.level


def _observed(now: Situation, trigger: Trigger) -> float | None:
    reading = now.latest(trigger.station)
    if reading is None:
        return None
    return reading.flow_m3s if trigger.variable == "flow" else reading.stage_m


def _own(now: Situation, trigger: Trigger) -> float | None:
    """Return the greatest flow of the desk's own outlook; none where an official forecast stands."""
    if trigger.variable != "flow" or standing_forecast(now, trigger.station) is not None:
        return None
    ahead = coming(now, trigger.station)
    return None if ahead is None else ahead.flow_m3s


def _own_id(trigger: Trigger) -> str:
    return f"{trigger.id}~own"


def _held(trigger: Trigger, value: float, was_held: bool) -> bool:
    return value >= trigger.lower or (was_held and value >= trigger.lower - trigger.hysteresis)


def _orders(now: Situation) -> list[Reason]:
    return [
        Reason(Cause.ORDER, Level(order.level), order.id)
        for order in now.orders.values()
        if order.ended_at is None and order.level > 0
    ]


def _incidents(now: Situation) -> list[Reason]:
    levels = {t.variable: t.level for t in now.registers.triggers if t.station == "incident"}
    return [
        Reason(Cause.INCIDENT, levels[_grade_event(incident.grade)], incident.id)
        for incident in now.incidents.values()
        if incident.closed_at is None and _grade_event(incident.grade) in levels
    ]


def _grade_event(grade: int) -> str:
    return {1: "incident.major", 2: "incident.large"}.get(grade, "incident.general")


def _strongest(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Keep the highest reason of each cause and source, most severe first."""
    best: dict[tuple[Cause, str], Reason] = {}
    for reason in reasons:
        key = (reason.cause, reason.ref)
        if key not in best or reason.level > best[key].level:
            best[key] = reason
    return tuple(sorted(best.values(), key=lambda reason: (-reason.level, reason.cause, reason.ref)))


def with_suggestion(now: Situation) -> Situation:
    """Return the situation with its suggestion brought up to date."""
    fresh = suggest(now)
    return now if fresh == now.suggestion else replace(now, suggestion=fresh)
