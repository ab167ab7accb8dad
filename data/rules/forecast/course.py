"""The desk's outlook: daily forecasts of the learners, drawn to a course of hours that follows the water on its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from data.model.river import HUAYUANKOU, Driver, Outlook, OutlookPoint
from data.rules.forecast.bands import COVERAGE
from data.rules.forecast.days import STATIONS, XIAOLANGDI, B, Days, H, J, W, X, from_series
from data.rules.forecast.features import Seen, see
from data.rules.forecast.learning import Learned
from data.rules.forecast.travel import TravelRow, travel_time

LEADS_H = (6, 12, 24, 36, 48, 60, 72)
_TESTED_BY = timedelta(hours=6)
"""[设定] A time so near to one of the daily leads that were tested carries that one's skill."""
_WIDE = 0.3
"""[设定] Half the band of persistence after a day, as a share of the flow; it was not tested."""


def outlook(
    history: Mapping[str, Sequence[tuple[datetime, float]]],
    at: datetime,
    learned: Learned | None,
    travel: Sequence[TravelRow] = (),
) -> Outlook | None:
    """Forecast 花园口 from the flows known at `at` (station → (time, m³/s)); later ones are not looked at.

    `learned` None or from days after `at`, or 小浪底 unknown for three days: persistence with a wide band, and it says
    so. None where 花园口 itself has not been heard of for three days. Daily forecasts go by the newest reading of
    花园口; if that is older than `at`, the last hours of the three days are not forecast. `travel` shapes the hours of
    the first day.
    """
    laid = from_series(history, at)
    if laid is None:
        return None
    days, base = laid
    seen = see(days)
    last = np.zeros(len(days), dtype=bool)
    last[-1] = True
    now = seen.rows(last)
    flow = float(now.flow[0])
    missing = tuple(STATIONS[i] for i in (X, B, W, J) if now.stand_in[0, i])
    if learned is None or learned.trained_to > at.date() or not now.ready[0]:
        points = tuple(_held(flow, base, at + timedelta(hours=lead)) for lead in LEADS_H)
        return Outlook(
            HUAYUANKOU,
            at,
            points,
            "persistence",
            (Driver(HUAYUANKOU, _age_h(at, base), flow),),
            COVERAGE,
            None,
            missing,
        )
    knots = [_Knot(base, flow, flow, flow, None), *(_knot(one.lead, base, now, learned) for one in learned.leads)]
    shape = _within_first_day(days, now, travel)
    reach = [at + timedelta(hours=lead) for lead in LEADS_H if at + timedelta(hours=lead) <= knots[-1].at]
    return Outlook(
        HUAYUANKOU, at, tuple(_between(knots, when, shape) for when in reach), "combined",
        _drivers(days, base, at, now), COVERAGE,
        datetime.combine(learned.trained_to, datetime.min.time(), at.tzinfo), missing,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Knot:
    at: datetime
    flow: float
    low: float
    high: float
    skill: float | None


def _knot(lead: int, base: datetime, now: Seen, learned: Learned) -> _Knot:
    model = next(one for one in learned.leads if one.lead == lead)
    flow = np.maximum(now.flow + model.change(now), 0.0)
    low, high = model.bands.around(now, flow)
    skill = float(model.bands.skill_at(now)[0])
    when = base + timedelta(days=lead)
    return _Knot(when, float(flow[0]), float(low[0]), float(high[0]), None if np.isnan(skill) else skill)


def _within_first_day(days: Days, now: Seen, travel: Sequence[TravelRow]) -> tuple[float, ...]:
    """Share of the first day's change that is done after each hour 0 … 24.

    Half a straight line, half what the water under way says: the release of yesterday and today, drawn in
    proportion, arrives after its travel time. The bulletin has one value a day, so this shape was never tested.
    """
    flows = days.flows[-2:, X]
    hours = travel_time(travel, XIAOLANGDI, HUAYUANKOU, float(max(now.upstream[0], now.flow[0])))
    straight = np.arange(25) / 24
    if hours is None or not np.isfinite(flows).all() or flows[0] == flows[1]:
        return tuple(straight)
    passed = np.interp(np.arange(25) - hours.likely, (-24.0, 0.0), flows)
    moved = passed[-1] - passed[0]
    if moved == 0:
        return tuple(straight)
    return tuple(0.5 * straight + 0.5 * (passed - passed[0]) / moved)


def _between(knots: Sequence[_Knot], when: datetime, shape: Sequence[float]) -> OutlookPoint:
    at = max((i for i, knot in enumerate(knots[:-1]) if knot.at < when), default=0)
    before, after = knots[at], knots[at + 1]
    hours = _age_h(when, before.at)
    part = float(np.interp(hours, np.arange(25), shape)) if at == 0 else hours / 24
    # At issue the band is closed; it opens with the root of time, not in proportion.
    opened = (hours / 24) ** 0.5 if at == 0 else part
    flow = before.flow + (after.flow - before.flow) * part
    below, above = before.flow - before.low, before.high - before.flow
    below += (after.flow - after.low - below) * opened
    above += (after.high - after.flow - above) * opened
    near = min(knots[1:], key=lambda knot: abs(knot.at - when))
    skill = near.skill if abs(near.at - when) <= _TESTED_BY else None
    return OutlookPoint(when, flow, max(flow - below, 0.0), flow + above, skill)


def _held(flow: float, base: datetime, when: datetime) -> OutlookPoint:
    share = _WIDE * (_age_h(when, base) / 24) ** 0.5
    return OutlookPoint(when, flow, flow * max(1 - share, 0.0), flow * (1 + share), 0.0)


def _age_h(at: datetime, base: datetime) -> float:
    return (at - base).total_seconds() / 3600


def _drivers(days: Days, base: datetime, at: datetime, now: Seen) -> tuple[Driver, ...]:
    """The flows that the forecast rests on, by how much water they bring or change; 花园口 itself always."""
    age = _age_h(at, base)
    weights: list[tuple[float, Driver]] = []
    for column in (X, B, W):
        own = days.flows[:, column]
        if not np.isfinite(own[-1]):
            continue
        before = own[-2] if len(own) > 1 and np.isfinite(own[-2]) else own[-1]
        weight = max(abs(own[-1] - before), 0.25 * own[-1]) / now.scale[0]
        weights.append((float(weight), Driver(STATIONS[column], age, float(own[-1]))))
        if abs(own[-1] - before) > 0.1 * now.scale[0]:
            weights.append((float(weight) * 0.9, Driver(STATIONS[column], age + 24, float(before))))
    weights = [pair for pair in weights if pair[0] >= 0.05]
    weights.sort(key=lambda pair: -pair[0])
    return (*(driver for _, driver in weights[:3]), Driver(STATIONS[H], age, float(now.flow[0])))
