"""What the screen says of the river: newest values with their time, rate of rise, next threshold, freshness, season."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from data.model.levels import Level, Tier
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.rules.freshness import limit_of
from data.rules.plan import tier_of
from data.rules.trend import NextThreshold, next_threshold, rate_of_rise, thresholds_of
from views import phrases, words
from widgets.bands import Band

SLIDER_TOP_M3S = 25_000.0


@dataclass(frozen=True, slots=True)
class Facts:
    """Newest values of one station. The stage may be of another time than the flow, and says so."""

    flow_m3s: float | None = None
    at: datetime | None = None
    stage_m: float | None = None
    stage_at: datetime | None = None
    datum: str = ""
    rate_m3s_h: float | None = None
    source: str = ""
    limit_h: float | None = None

    def stale(self, time: datetime | None) -> bool:
        """Whether the flow is older than the reporting rule of the level allows."""
        return too_old(self.at, self.limit_h, time)


class Season(Enum):
    """Part of the flood year on the lower river (domain.md: 1 July – 31 October; 16 July – 15 August)."""

    NONE = "none"
    FLOOD = "flood"
    KEY = "key"


def facts(now: Situation, station: str = HUAYUANKOU) -> Facts:
    """Gather what is known of a station."""
    readings = now.readings.get(station, ())
    flow = next((r for r in reversed(readings) if r.flow_m3s is not None), None)
    stage = next((r for r in reversed(readings) if r.stage_m is not None), None)
    newest = flow or stage
    return Facts(
        flow.flow_m3s if flow else None,
        newest.at if newest else None,
        stage.stage_m if stage else None,
        stage.at if stage else None,
        _datum(now, stage),
        rate_of_rise(readings),
        newest.source if newest else "",
        limit_h(now),
    )


def limit_h(now: Situation) -> float | None:
    """How old a reading may be now; the higher of standing and suggested level counts. None without a rule."""
    level = max(now.standing.level, now.suggestion.level)
    known = any(Level.parse(rule.id) is level for rule in now.registers.reporting)
    return limit_of(level, now.registers.reporting) if known else None


def too_old(at: datetime | None, limit: float | None, time: datetime | None) -> bool:
    """Whether a reading is older than its limit in hours."""
    if at is None or limit is None or time is None:
        return False
    return time - at > timedelta(hours=limit)


def _datum(now: Situation, stage: Reading | None) -> str:
    if stage is None:
        return ""
    row = now.registers.stations.get(stage.station)
    return stage.datum or (row.datum if row is not None else "")


def coming(now: Situation, flow: float | None, rate_m3s_h: float | None) -> NextThreshold | None:
    """Find the threshold the flow moves towards; a change within the scatter of a gauge is none."""
    if flow is None:
        return None
    rate = None if rate_m3s_h is None or steady(flow, rate_m3s_h) else rate_m3s_h
    return next_threshold(flow, thresholds_of(now.registers.tiers), rate)


def steady(flow: float, rate_m3s_h: float) -> bool:
    """Whether the change is within what a gauge scatters (0.2 % of the flow an hour, at least 5 m³/s)."""
    return abs(rate_m3s_h) < max(5.0, 0.002 * flow)


def arrow(flow: float | None, rate_m3s_h: float | None) -> str:
    """Trend as an arrow; nothing when it is not known."""
    if flow is None or rate_m3s_h is None:
        return ""
    if steady(flow, rate_m3s_h):
        return "→"
    return "↗" if rate_m3s_h > 0 else "↘"


def rate_words(flow: float | None, rate_m3s_h: float | None) -> str:
    """Arrow and signed rate: "↗ +180/h"."""
    sign = arrow(flow, rate_m3s_h)
    return "" if rate_m3s_h is None or not sign else f"{sign} {signed(rate_m3s_h)}/h"


def signed(value: float) -> str:
    """A whole figure with a real minus sign."""
    rounded = round(value)
    return "0" if rounded == 0 else f"{rounded:+,d}".replace("-", "\N{MINUS SIGN}")


def reached(now: Situation, station: str) -> Level:
    """The highest level whose trigger holds at a station, hysteresis included."""
    held = now.suggestion.latched
    return max((t.level for t in now.registers.triggers if t.station == station and t.id in held), default=Level.NONE)


def bands(tiers: Iterable[Tier], top: float = SLIDER_TOP_M3S) -> tuple[Band, ...]:
    """Tiers as bands of the slider and the hydrograph: numeral and name."""
    made: list[Band] = []
    for tier in sorted(tiers, key=lambda row: row.lower_m3s):
        if tier.lower_m3s >= top:
            continue
        numeral = words.level_numeral(tier.level)
        label = (
            phrases.registered(tier.name) if tier.level is Level.NONE else f"{numeral} {phrases.registered(tier.name)}"
        )
        short = numeral if tier.level is not Level.NONE else tier.id if phrases.english() else tier.name[:2]
        made.append(Band(tier.lower_m3s, min(tier.upper_m3s, top), f"tier.{tier.number}", label, short))
    return tuple(made)


def coming_words(now: Situation, flow: float | None, rate_m3s_h: float | None) -> str:
    """The next threshold, how far it is, and when at the present rate."""
    t = QCoreApplication.translate
    if flow is None:
        return ""
    nearest = coming(now, flow, rate_m3s_h)
    if nearest is None:
        return t("RiverFacts", "已在最高一级") if rate_m3s_h is None or rate_m3s_h >= 0 else ""
    bound, away = words.flow(nearest.flow_m3s), words.flow(abs(nearest.flow_m3s - flow))
    if nearest.rising:
        tier = tier_of(nearest.flow_m3s, now.registers.tiers)
        name = "" if tier is None else phrases.registered(tier.name)
        if tier is not None and tier.level is not Level.NONE:
            name = t("RiverFacts", "{0}级").format(words.level_numeral(tier.level))
        text = t("RiverFacts", "距{0} {1} 差 {2}").format(name, bound, away)
    else:
        text = t("RiverFacts", "高于 {0} 尚有 {1}").format(bound, away)
    if nearest.eta_s is None:
        return text
    return t("RiverFacts", "{0} · 约 {1}").format(text, rough(timedelta(seconds=nearest.eta_s)))


def rough(length: timedelta) -> str:
    """A length of time as an estimate deserves it: whole hours, or ten minutes below three hours."""
    hours = length.total_seconds() / 3600
    t = QCoreApplication.translate
    if hours >= 72:
        return t("RiverFacts", "{0:.0f} 天").format(hours / 24)
    if hours >= 3:
        return t("RiverFacts", "{0:.0f} 小时").format(hours)
    return t("RiverFacts", "{0} 分钟").format(max(10, round(hours * 6) * 10))


def season(day: date) -> Season:
    """Which part of the flood year a day falls in."""
    key = (day.month, day.day)
    if (7, 16) <= key <= (8, 15):
        return Season.KEY
    return Season.FLOOD if (7, 1) <= key <= (10, 31) else Season.NONE
