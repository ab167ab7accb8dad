"""How the outlooks that were kept have done, as truth arrives: by lead and class of flow, against saying no change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import nan, sqrt

from data.model.river import Outlook, Reading

NEAR = timedelta(hours=1)
"""[设定] A reading this near the time a forecast was valid for is its truth."""
GAP = timedelta(hours=3)
"""[设定] Between two readings no further apart the truth is drawn in proportion; daily values do not tell +6 h."""
HIGH_M3S = 2500.0
HIT = 0.2
"""A forecast hits when it is within 20 % of the truth: 许可误差 of flood peaks in GB/T 22482 水文情报预报规范."""


@dataclass(frozen=True, slots=True)
class Score:
    """One lead and class (`all`, `>2500` by the observed flow): errors of ours and of persistence, m³/s."""

    lead_h: float
    flow_class: str
    n: int
    rmse: float
    nse: float
    hit_rate: float
    persistence_rmse: float
    persistence_hit_rate: float
    inside_band: float

    @property
    def skill(self) -> float:
        """Return 1 - RMSE / RMSE of persistence; below 0 is worse than persistence and is shown as such."""
        return 1 - self.rmse / self.persistence_rmse if self.persistence_rmse else nan


@dataclass(frozen=True, slots=True)
class _Pair:
    lead_h: float
    forecast: float
    persistence: float
    truth: float
    inside: bool


def scores(outlooks: Iterable[Outlook], readings: Iterable[Reading]) -> tuple[Score, ...]:
    """Score every outlook whose truth has come; leads and classes without any have no row."""
    known: dict[str, list[tuple[datetime, float]]] = {}
    for reading in readings:
        if reading.usable and reading.flow_m3s is not None:
            known.setdefault(reading.station, []).append((reading.at, reading.flow_m3s))
    pairs: list[_Pair] = []
    for outlook in outlooks:
        series = sorted(known.get(outlook.station, ()))
        start = _newest(series, outlook.made_at)
        if start is not None:
            pairs.extend(_pairs(outlook, start, series))
    made: list[Score] = []
    for lead in sorted({pair.lead_h for pair in pairs}):
        own = [pair for pair in pairs if pair.lead_h == lead]
        high = [pair for pair in own if pair.truth > HIGH_M3S]
        made.extend(_score(lead, name, some) for name, some in (("all", own), (">2500", high)) if some)
    return tuple(made)


def _pairs(outlook: Outlook, start: float, series: Sequence[tuple[datetime, float]]) -> Iterable[_Pair]:
    for point in outlook.points:
        truth = _truth(series, point.at)
        if truth is not None:
            lead = round((point.at - outlook.made_at).total_seconds() / 3600, 1)
            inside = point.low_m3s <= truth <= point.high_m3s
            yield _Pair(lead, point.flow_m3s, start, truth, inside)


def _newest(series: Sequence[tuple[datetime, float]], at: datetime) -> float | None:
    before = [flow for when, flow in series if at - timedelta(hours=30) <= when <= at]
    return before[-1] if before else None


def _truth(series: Sequence[tuple[datetime, float]], at: datetime) -> float | None:
    near = min(series, key=lambda pair: abs(pair[0] - at), default=None)
    if near is not None and abs(near[0] - at) <= NEAR:
        return near[1]
    for (before, low), (after, high) in pairwise(series):
        if before <= at <= after and after - before <= GAP:
            return low + (high - low) * ((at - before) / (after - before))
    return None


def _score(lead: float, name: str, pairs: Sequence[_Pair]) -> Score:
    mean = sum(pair.truth for pair in pairs) / len(pairs)
    spread = sum((pair.truth - mean) ** 2 for pair in pairs)
    missed = sum((pair.forecast - pair.truth) ** 2 for pair in pairs)
    return Score(
        lead, name, len(pairs), sqrt(missed / len(pairs)), 1 - missed / spread if spread else nan,
        _share(abs(pair.forecast - pair.truth) <= HIT * pair.truth for pair in pairs),
        sqrt(sum((pair.persistence - pair.truth) ** 2 for pair in pairs) / len(pairs)),
        _share(abs(pair.persistence - pair.truth) <= HIT * pair.truth for pair in pairs),
        _share(pair.inside for pair in pairs),
    )  # fmt: skip


def _share(held: Iterable[bool]) -> float:
    found = list(held)
    return sum(found) / len(found)
