"""Which readings become steps: what says something new. All the others are in the series anyway."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from data.model.levels import Trigger
from data.model.observing_tables import Limits, ObservingTables
from data.model.river import Quality, Reading
from data.model.situation import Situation
from data.model.telemetry import Variable


def worth_a_step(now: Situation, reading: Reading, tables: ObservingTables, last: Reading | None = None) -> bool:
    """Whether a reading is to become a step: a new time and, since the last, enough time or change or a threshold.

    `last` is the last reading of the station that became one, also when it was doubted and so is not in the situation.
    """
    known = now.readings.get(reading.station, ())
    if any(held.at == reading.at and _same(held, reading) for held in known):
        return False
    if any(held.at == reading.at and held.quality is Quality.CONFIRMED for held in known):
        return False
    before = known[-1] if known else None
    if last is not None and (before is None or last.at > before.at):
        before = last
    if before is None:
        return True
    if reading.at < before.at:
        return not known or reading.at > known[0].at  # a gap is filled; what is older than all that is kept is not
    if reading.usable != before.usable or _moved(before, reading, tables):
        return True
    if _crossed(now.registers.triggers, before, reading):
        return True
    limits = tables.limits(reading.station, Variable.FLOW)
    return reading.at - before.at >= timedelta(minutes=limits.step_min)


def _same(a: Reading, b: Reading) -> bool:
    return (a.flow_m3s, a.stage_m, a.datum) == (b.flow_m3s, b.stage_m, b.datum)


def _moved(before: Reading, reading: Reading, tables: ObservingTables) -> bool:
    flow, stage = tables.limits(reading.station, Variable.FLOW), tables.limits(reading.station, Variable.STAGE)
    return _by(before.flow_m3s, reading.flow_m3s, flow) or _by(before.stage_m, reading.stage_m, stage)


def _by(before: float | None, after: float | None, limits: Limits) -> bool:
    if before is None or after is None:
        return before is not after
    change = abs(after - before)
    bounds = [bound for bound in (limits.step_change, limits.step_share * abs(before)) if bound > 0]
    return bool(bounds) and change >= min(bounds)


def _crossed(triggers: Iterable[Trigger], before: Reading, reading: Reading) -> bool:
    """Whether a threshold, or its bound for letting go, lies between two readings."""
    for trigger in triggers:
        if trigger.station != reading.station:
            continue
        old = before.flow_m3s if trigger.variable == "flow" else before.stage_m
        new = reading.flow_m3s if trigger.variable == "flow" else reading.stage_m
        if old is None or new is None:
            continue
        for bound in (trigger.lower, trigger.lower - trigger.hysteresis):
            if (old >= bound) != (new >= bound):
                return True
    return False
