"""The desk's own forecast as rows: by lead, time to each threshold with its chance, arrival downstream, and skill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import erf, sqrt

from PySide6.QtCore import QCoreApplication

from data.model.levels import Trigger
from data.model.river import HUAYUANKOU, Outlook, OutlookPoint
from data.model.situation import Situation
from views import phrases, step_words, words
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

LEADS_H = (6, 12, 24, 36, 48, 72)
_BAND_SIGMAS = 1.2816
"""Half the width of a band that holds 80 %, in standard deviations."""


@dataclass(frozen=True, slots=True)
class LeadRow:
    """What is expected so many hours after the forecast was made."""

    lead_h: int
    at: datetime
    flow_m3s: float
    low_m3s: float
    high_m3s: float
    level: str
    colour: str
    skill: float | None


@dataclass(frozen=True, slots=True)
class CrossingRow:
    """When a threshold is reached, and how likely that is within the forecast."""

    id: str
    numeral: str
    colour: str
    lower: float
    chance: float
    likely_at: datetime | None
    reached: bool


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """When the water of 花园口 is at a station below."""

    station: str
    name: str
    flow_m3s: float
    at: datetime
    basis: str


@dataclass(frozen=True, slots=True)
class SkillRow:
    """How a lead and class of flow did in the back-test; `flow_class` is "all" or ">2500"."""

    lead_h: int
    flow_class: str
    n: int
    rmse: float
    nse: float | None
    persistence_rmse: float
    hit_rate: float | None = None
    persistence_hit_rate: float | None = None
    regression_rmse: float | None = None

    @property
    def skill(self) -> float:
        """1 − RMSE / RMSE of persistence; below 0 is worse than saying that nothing changes."""
        return 1 - self.rmse / self.persistence_rmse if self.persistence_rmse else 0.0


def point_at(outlook: Outlook, at: datetime) -> OutlookPoint | None:
    """The forecast at a time, between two points in proportion."""
    points = outlook.points
    for before, after in pairwise(points):
        if before.at <= at <= after.at:
            share = (at - before.at) / (after.at - before.at) if after.at > before.at else 0.0

            def mixed(one: float, other: float, share: float = share) -> float:
                return one + (other - one) * share

            return OutlookPoint(
                at, mixed(before.flow_m3s, after.flow_m3s), mixed(before.low_m3s, after.low_m3s),
                mixed(before.high_m3s, after.high_m3s), after.skill if share > 0 else before.skill,
            )  # fmt: skip
    return points[0] if points and points[0].at == at else None


def lead_rows(now: Situation, outlook: Outlook) -> tuple[LeadRow, ...]:
    """The forecast by lead, as far as it reaches."""
    made: list[LeadRow] = []
    for lead in LEADS_H:
        at = outlook.made_at + timedelta(hours=lead)
        point = point_at(outlook, at)
        if point is None:
            continue
        level, colour = _level(now, outlook.station, point.flow_m3s)
        made.append(LeadRow(lead, at, point.flow_m3s, point.low_m3s, point.high_m3s, level, colour, point.skill))
    return tuple(made)


def _triggers(now: Situation, station: str) -> list[Trigger]:
    own = [one for one in now.registers.triggers if one.station == station and one.variable == "flow"]
    return sorted(own, key=lambda one: one.lower)


def _level(now: Situation, station: str, flow: float) -> tuple[str, str]:
    passed = [one for one in _triggers(now, station) if flow >= one.lower]
    return (words.level_numeral(passed[-1].level), passed[-1].level.colour) if passed else ("", "none")


def crossing_rows(now: Situation, outlook: Outlook) -> tuple[CrossingRow, ...]:
    """Each threshold: the greatest chance within the forecast, and when the likeliest curve passes it."""
    latest = now.latest(outlook.station)
    observed = None if latest is None else latest.flow_m3s
    made: list[CrossingRow] = []
    for one in _triggers(now, outlook.station):
        reached = observed is not None and observed >= one.lower
        chance = max((_chance(point, one.lower) for point in outlook.points), default=0.0)
        numeral = words.level_numeral(one.level)
        at = _passes(outlook, observed, one.lower)
        made.append(CrossingRow(one.id, numeral, one.level.colour, one.lower, chance, at, reached))
    return tuple(made)


def _chance(point: OutlookPoint, lower: float) -> float:
    """The chance that the flow is at least so great: the band taken as that of a bell curve for each side."""
    half = (point.high_m3s - point.flow_m3s) if lower > point.flow_m3s else (point.flow_m3s - point.low_m3s)
    sigma = max(half, 1.0) / _BAND_SIGMAS
    return 0.5 * (1 + erf((point.flow_m3s - lower) / (sigma * sqrt(2))))


def _passes(outlook: Outlook, observed: float | None, lower: float) -> datetime | None:
    before_at, before = outlook.made_at, observed
    for point in outlook.points:
        if point.flow_m3s >= lower:
            if before is None or before >= lower or point.flow_m3s <= before:
                return point.at
            return before_at + (point.at - before_at) * ((lower - before) / (point.flow_m3s - before))
        before_at, before = point.at, point.flow_m3s
    return None


def arrival_rows(now: Situation) -> tuple[ArrivalRow, ...]:
    """When the greatest flow at 花园口 that is known or expected comes to the stations below."""
    found = _greatest(now)
    if found is None:
        return ()
    flow, at, basis = found
    below = [(row, row.travel_h) for row in now.registers.stations if row.travel_h is not None and row.travel_h < 0]
    made: list[ArrivalRow] = []
    for row, travel in sorted(below, key=lambda pair: -pair[1]):
        own, name = now.outlooks.get(row.id), phrases.registered(row.name)
        peak = max(own.points, key=lambda point: point.flow_m3s, default=None) if own is not None else None
        if peak is not None:
            text = QCoreApplication.translate("HydrologyForecast", "本台对该站的预报")
            made.append(ArrivalRow(row.id, name, peak.flow_m3s, peak.at, text))
        else:
            made.append(ArrivalRow(row.id, name, flow, at + timedelta(hours=-travel), basis))
    return tuple(made)


def _greatest(now: Situation) -> tuple[float, datetime, str] | None:
    """The flow at 花园口 that is followed downstream: the official forecast wins over ours, ours over the newest."""
    t = QCoreApplication.translate
    official, outlook, latest = now.forecasts.get(HUAYUANKOU), now.outlooks.get(HUAYUANKOU), now.latest()
    if official is not None and official.valid_at > now.at:
        return official.flow_m3s, official.valid_at, t("HydrologyForecast", "官方预报 {0}").format(official.source)
    peak = None if outlook is None else max(outlook.points, key=lambda point: point.flow_m3s, default=None)
    if latest is None or latest.flow_m3s is None:
        return None if peak is None else (peak.flow_m3s, peak.at, t("HydrologyForecast", "本台预报洪峰"))
    if peak is not None and peak.flow_m3s > latest.flow_m3s:
        return peak.flow_m3s, peak.at, t("HydrologyForecast", "本台预报洪峰")
    return latest.flow_m3s, latest.at, t("HydrologyForecast", "花园口实测，未计坦化")


# words


def method_words(outlook: Outlook) -> str:
    """How it was made."""
    t = QCoreApplication.translate
    known = {
        "combined": t("HydrologyForecast", "多法组合"),
        "routed": t("HydrologyForecast", "马斯京根演算"),
        "regression": t("HydrologyForecast", "滞后回归"),
        "persistence": t("HydrologyForecast", "持平（无上游资料）"),
    }
    return known.get(outlook.method, outlook.method)


def driver_words(now: Situation, outlook: Outlook) -> str:
    """What it rests on most, in one line."""
    t = QCoreApplication.translate
    parts = [
        t("HydrologyForecast", "{0} {1:.0f} h 前 {2}").format(
            step_words.station(now, one.station), one.lag_h, words.flow(one.flow_m3s)
        )
        if one.lag_h >= 1
        else f"{step_words.station(now, one.station)} {words.flow(one.flow_m3s)}"
        for one in outlook.drivers
    ]
    text = t("HydrologyForecast", "主要依据：{0}").format(phrases.listed(parts)) if parts else ""
    if outlook.missing:
        names = phrases.listed(step_words.station(now, one) for one in outlook.missing)
        text = phrases.clauses(filter(None, (text, t("HydrologyForecast", "缺 {0} 报汛").format(names))))
    return text


def skill_words(skill: float | None) -> str:
    """Against persistence, in words."""
    t = QCoreApplication.translate
    if skill is None:
        return t("HydrologyForecast", "未检验")
    if skill < 0:
        return t("HydrologyForecast", "不如持平")
    return t("HydrologyForecast", "优于持平 {0:.0f} %").format(100 * skill)


def lead_columns() -> tuple[Column[LeadRow], ...]:
    """Columns of the forecast by lead."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    return (
        Column("lead", t("HydrologyForecast", "提前"), lambda r: f"+{r.lead_h} h", chars=6, sortable=False),
        Column("at", t("HydrologyForecast", "出现时间"), lambda r: words.date_clock(r.at), Align.RIGHT, chars=11),
        Column(
            "flow", t("HydrologyForecast", "最可能"), lambda r: words.flow(r.flow_m3s), Align.RIGHT, chars=8,
            sort_key=lambda r: r.flow_m3s,
        ),
        Column(
            "band", t("HydrologyForecast", "可能范围"),
            lambda r: f"{words.flow(r.low_m3s)}–{words.flow(r.high_m3s)}", Align.RIGHT, lambda _: "text.secondary",
            chars=14, stretch=1,
        ),
        Column(
            "level", t("HydrologyForecast", "等级"),
            lambda r: t("HydrologyForecast", "{0}级").format(r.level) if r.level else words.DASH,
            mark_getter=lambda r: Mark(Shape.SQUARE, f"warning.{r.colour}") if r.level else None, chars=7,
        ),
        Column(
            "skill", t("HydrologyForecast", "检验"), lambda r: skill_words(r.skill),
            role_getter=lambda r: "state.attention" if r.skill is not None and r.skill < 0 else quiet,
            chars=13, stretch=1,
        ),
    )  # fmt: skip


def crossing_columns() -> tuple[Column[CrossingRow], ...]:
    """Columns of the thresholds."""
    t = QCoreApplication.translate
    return (
        Column(
            "level", t("HydrologyForecast", "阈值"),
            lambda r: t("HydrologyForecast", "{0}级 {1}").format(r.numeral, words.flow(r.lower)),
            mark_getter=lambda r: Mark(Shape.SQUARE, f"warning.{r.colour}"), chars=12, stretch=1,
            sort_key=lambda r: r.lower,
        ),
        Column(
            "chance", t("HydrologyForecast", "预报期内达到"), chance_words, Align.RIGHT, chars=12,
            sort_key=lambda r: r.chance,
        ),
        Column(
            "at", t("HydrologyForecast", "最可能何时"),
            passing_words, Align.RIGHT,
            lambda r: "text.primary" if r.likely_at or r.reached else "text.muted", chars=12, stretch=1,
        ),
    )  # fmt: skip


def chance_words(row: CrossingRow) -> str:
    """A chance as such a forecast deserves it: no figure nearer to certainty than 1 in 100."""
    if row.reached:
        return words.DASH
    if row.chance < 0.01:
        return "< 1 %"
    return "> 99 %" if row.chance > 0.99 else f"{row.chance:.0%}".replace("%", " %")


def passing_words(row: CrossingRow) -> str:
    """When the likeliest curve passes a threshold."""
    if row.reached:
        return QCoreApplication.translate("HydrologyForecast", "已达到")
    below = QCoreApplication.translate("HydrologyForecast", "预报线不达")
    return words.date_clock(row.likely_at) if row.likely_at is not None else below


def arrival_columns() -> tuple[Column[ArrivalRow], ...]:
    """Columns of the stations below."""
    t = QCoreApplication.translate
    return (
        Column("station", t("HydrologyForecast", "下游站"), lambda r: r.name, chars=9),
        Column("at", t("HydrologyForecast", "约何时到"), lambda r: words.date_clock(r.at), Align.RIGHT, chars=11),
        Column("flow", t("HydrologyForecast", "流量 m³/s"), lambda r: words.flow(r.flow_m3s), Align.RIGHT, chars=9),
        Column(
            "basis", t("HydrologyForecast", "依据"), lambda r: r.basis, role_getter=lambda _: "text.muted",
            chars=12, stretch=1,
        ),
    )  # fmt: skip


def skill_columns() -> tuple[Column[SkillRow], ...]:
    """Columns of the back-test; persistence stands beside each figure of ours."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    return (
        Column(
            "lead", t("HydrologyForecast", "提前"), lambda r: f"+{r.lead_h} h", sort_key=lambda r: r.lead_h, chars=6
        ),
        Column(
            "class", t("HydrologyForecast", "流量级"),
            lambda r: t("HydrologyForecast", "全部") if r.flow_class == "all" else f"{r.flow_class} m³/s", chars=12,
        ),
        Column("n", t("HydrologyForecast", "次数"), lambda r: f"{r.n:,}", Align.RIGHT, lambda _: quiet, chars=7),
        Column("rmse", "RMSE", lambda r: words.flow(r.rmse), Align.RIGHT, sort_key=lambda r: r.rmse, chars=7),
        Column(
            "persistence", t("HydrologyForecast", "持平 RMSE"), lambda r: words.flow(r.persistence_rmse), Align.RIGHT,
            lambda _: quiet, sort_key=lambda r: r.persistence_rmse, chars=10,
        ),
        Column(
            "nse", "NSE", lambda r: words.DASH if r.nse is None else f"{r.nse:.2f}".replace("-", "\N{MINUS SIGN}"),
            Align.RIGHT, chars=6,
        ),
        Column(
            "hit", t("HydrologyForecast", "合格率"), lambda r: _share(r.hit_rate, r.persistence_hit_rate), Align.RIGHT,
            tooltip=lambda _: t("HydrologyForecast", "误差在实测值 20 % 以内的比例；括号内为持平"), chars=14,
        ),
        Column(
            "skill", t("HydrologyForecast", "与持平相比"), lambda r: skill_words(r.skill),
            role_getter=lambda r: "state.attention" if r.skill < 0 else "text.secondary",
            sort_key=lambda r: r.skill, chars=13, stretch=1,
        ),
    )  # fmt: skip


def _share(ours: float | None, persistence: float | None) -> str:
    if ours is None:
        return words.DASH
    text = f"{ours:.0%}".replace("%", " %")
    return text if persistence is None else phrases.noted(text, f"{persistence:.0%}".replace("%", " %"))
