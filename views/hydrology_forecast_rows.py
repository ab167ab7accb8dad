"""The desk's own forecast as rows: by lead, time to each threshold with its chance, arrival downstream, and skill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from data.model.levels import Trigger
from data.model.river import HUAYUANKOU, Outlook, OutlookPoint
from data.model.situation import Situation
from data.rules.forecast.crossing import crossings
from data.rules.forecast.travel import Hours, TravelRow, travel_time
from data.rules.rating import Rating
from views import phrases, step_words, words
from views.hydrology_skill_rows import skill_words
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

LEADS_H = (6, 12, 24, 36, 48, 72)


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
    stage_m: float | None = None
    datum: str = ""
    stage_band_m: tuple[float, float] | None = None  # below and above: what nine of ten readings of the year did


@dataclass(frozen=True, slots=True)
class CrossingRow:
    """When a threshold is reached, and how likely that is within the forecast."""

    id: str
    numeral: str
    colour: str
    lower: float
    chance: float
    earliest: datetime | None
    likely_at: datetime | None
    latest: datetime | None
    reached: bool


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """When the water of 花园口 is at a station below."""

    station: str
    name: str
    flow_m3s: float
    earliest: datetime
    at: datetime
    latest: datetime
    basis: str


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


def lead_rows(
    now: Situation, outlook: Outlook, rating: Rating | None = None, band_m: tuple[float, float] | None = None
) -> tuple[LeadRow, ...]:
    """The forecast by lead, as far as it reaches; a stage only inside what the rating of the year has seen."""
    known = rating if rating is not None and rating.station == outlook.station else None
    made: list[LeadRow] = []
    for lead in LEADS_H:
        at = outlook.made_at + timedelta(hours=lead)
        point = point_at(outlook, at)
        if point is None:
            continue
        level, colour = _level(now, outlook.station, point.flow_m3s)
        stage = None if known is None else known.stage_at(point.flow_m3s)
        made.append(
            LeadRow(
                lead, at, point.flow_m3s, point.low_m3s, point.high_m3s, level, colour, point.skill, stage,
                "" if known is None else known.datum, band_m,
            )
        )  # fmt: skip
    return tuple(made)


def _triggers(now: Situation, station: str) -> list[Trigger]:
    own = [one for one in now.registers.triggers if one.station == station and one.variable == "flow"]
    return sorted(own, key=lambda one: one.lower)


def _level(now: Situation, station: str, flow: float) -> tuple[str, str]:
    passed = [one for one in _triggers(now, station) if flow >= one.lower]
    return (words.level_numeral(passed[-1].level), passed[-1].level.colour) if passed else ("", "none")


def crossing_rows(now: Situation, outlook: Outlook) -> tuple[CrossingRow, ...]:
    """Each threshold: the chance that it is reached within the forecast, and when the likeliest curve passes it."""
    latest = now.latest(outlook.station)
    observed = 0.0 if latest is None or latest.flow_m3s is None else latest.flow_m3s
    own = _triggers(now, outlook.station)
    ahead = {one.threshold_m3s: one for one in crossings(outlook, [one.lower for one in own], observed)}
    made: list[CrossingRow] = []
    for one in own:
        found = ahead.get(one.lower)
        numeral = words.level_numeral(one.level)
        chance = 1.0 if found is None else found.probability
        when = (None, None, None) if found is None else (found.earliest, found.likely, found.latest)
        made.append(CrossingRow(one.id, numeral, one.level.colour, one.lower, chance, *when, found is None))
    return tuple(made)


def arrival_rows(now: Situation, travel: Sequence[TravelRow] = ()) -> tuple[ArrivalRow, ...]:
    """When the greatest flow at 花园口 that is known or expected comes to the stations below."""
    found = _greatest(now)
    if found is None:
        return ()
    flow, at, basis = found
    below = [(row, row.travel_h) for row in now.registers.stations if row.travel_h is not None and row.travel_h < 0]
    made: list[ArrivalRow] = []
    for row, hours in sorted(below, key=lambda pair: -pair[1]):
        known = travel_time(travel, HUAYUANKOU, row.id, flow) or Hours(-hours, -hours, -hours)
        early, likely, late = (at + timedelta(hours=one) for one in (known.low, known.likely, known.high))
        made.append(ArrivalRow(row.id, phrases.registered(row.name), flow, early, likely, late, basis))
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


def beyond_words(now: Situation, outlook: Outlook | None) -> str:
    """Say that the newest flow has left the band of our own forecast, "" while it is inside or not to be compared."""
    t = QCoreApplication.translate
    seen = None if outlook is None else now.latest(outlook.station)
    if outlook is None or seen is None or seen.flow_m3s is None or seen.at <= outlook.made_at:
        return ""
    band = _band_at(now, outlook, seen.at)
    if band is None or band[0] <= seen.flow_m3s <= band[1]:
        return ""
    form = t("HydrologyForecast", "实况 {0}（{1}）已超出本台范围 {2}–{3}，本台预报待重作")
    if seen.flow_m3s < band[0]:
        form = t("HydrologyForecast", "实况 {0}（{1}）已低于本台范围 {2}–{3}，本台预报待重作")
    return form.format(words.flow(seen.flow_m3s), words.date_clock(seen.at), *(words.flow(one) for one in band))


def _band_at(now: Situation, outlook: Outlook, at: datetime) -> tuple[float, float] | None:
    """Lowest and highest flow that ours allows at a time; before its first point anything between start and point."""
    point = point_at(outlook, at)
    if point is not None:
        return point.low_m3s, point.high_m3s
    readings = [one for one in now.readings.get(outlook.station, ()) if one.at <= outlook.made_at]
    start = next((one.flow_m3s for one in reversed(readings) if one.flow_m3s is not None), None)
    if start is None or not outlook.points or at > outlook.points[0].at:
        return None
    first = outlook.points[0]
    return min(start, first.low_m3s), max(start, first.high_m3s)


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
            chars=12, stretch=1,
        ),
        Column(
            "stage", t("HydrologyForecast", "水位 m"), lambda r: words.stage(r.stage_m), Align.RIGHT,
            lambda _: "text.secondary", tooltip=_stage_tip, chars=7,
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


def _stage_tip(row: LeadRow) -> str:
    t = QCoreApplication.translate
    if row.stage_m is None:
        return t("HydrologyForecast", "当年水位流量关系没有覆盖这个流量，不推水位")
    said = t("HydrologyForecast", "按当年水位流量关系；基面 {0}").format(phrases.registered(row.datum))
    if row.stage_band_m is None:
        return said
    low, high = row.stage_band_m
    band = t("HydrologyForecast", "当年实测九成在 {0:+.2f} 至 {1:+.2f} m 之内").format(low, high)
    return phrases.clauses([said, band])


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
    """When the likeliest curve passes a threshold, else when the top of the band does."""
    t = QCoreApplication.translate
    if row.reached:
        return t("HydrologyForecast", "已达到")
    if row.likely_at is not None:
        return _about(row.likely_at)
    if row.earliest is not None:
        return t("HydrologyForecast", "最早 {0}").format(_about(row.earliest))
    return t("HydrologyForecast", "预报期内不达")


def _crossing_tip(row: CrossingRow) -> str:
    t = QCoreApplication.translate
    if row.reached:
        return t("HydrologyForecast", "现流量已在此值以上")
    named = ((t("HydrologyForecast", "最早"), row.earliest), (t("HydrologyForecast", "最可能"), row.likely_at),
             (t("HydrologyForecast", "最晚"), row.latest))  # fmt: skip
    never = t("HydrologyForecast", "预报期内不达")
    return phrases.listed(f"{name} {never if at is None else _about(at)}" for name, at in named)


def arrival_columns() -> tuple[Column[ArrivalRow], ...]:
    """Columns of the stations below."""
    t = QCoreApplication.translate
    return (
        Column("station", t("HydrologyForecast", "下游站"), lambda r: r.name, chars=9),
        Column(
            "at", t("HydrologyForecast", "约何时到"), lambda r: _about(r.at), Align.RIGHT,
            tooltip=_between, chars=11,
        ),
        Column(
            "span", t("HydrologyForecast", "早…晚"), _span, Align.RIGHT, lambda _: "text.secondary",
            tooltip=_between, chars=10,
        ),
        Column("flow", t("HydrologyForecast", "流量 m³/s"), lambda r: words.flow(r.flow_m3s), Align.RIGHT, chars=9),
        Column(
            "basis", t("HydrologyForecast", "依据"), lambda r: r.basis, role_getter=lambda _: "text.muted",
            chars=12, stretch=1,
        ),
    )  # fmt: skip


def _span(row: ArrivalRow) -> str:
    """How much earlier or later it may be."""
    early, late = ((one - row.at).total_seconds() / 3600 for one in (row.earliest, row.latest))
    if not early and not late:
        return words.DASH
    return f"{early:+.0f}…{late:+.0f} h".replace("-", "\N{MINUS SIGN}")


def _about(at: datetime) -> str:
    """A time to the hour: no such forecast knows it better."""
    return words.date_clock((at + timedelta(minutes=30)).replace(minute=0))


def _between(row: ArrivalRow) -> str:
    t = QCoreApplication.translate
    early, late = _about(row.earliest), _about(row.latest)
    return t("HydrologyForecast", "最早 {0}，最晚 {1}；{2}").format(early, late, row.basis)
