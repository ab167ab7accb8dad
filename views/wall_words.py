"""What may be said on a wall that all can see: only registers, codes, counts and times; never what a person typed."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Incident
from data.model.levels import Level
from data.model.places import StoneState
from data.model.situation import Cause, Reason, Situation, Suggestion
from data.model.steps import (
    ForecastEntered,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    OrderReceived,
    PushApproved,
    ReadingTaken,
    SignedOff,
    Step,
    StoneStateSet,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Move
from data.rules.plan import tier_of
from views import phrases, river_facts, step_words, words
from views.warning_words import role_name

__all__ = ["PublicLine", "cause", "incident_kind", "incident_place", "level_words", "public_line", "role_name", "rule"]

_ABNORMAL = (StoneState.SHAKING, StoneState.MOVED, StoneState.LOST)


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A line of what happened: its time and its words, and the role that colours it."""

    key: str
    time: str
    text: str
    role: str = "text.primary"


def public_line(step: Step, now: Situation, kinds: Set[str]) -> PublicLine | None:
    """Say a step where it concerns everybody; None for all others. `kinds` are the kinds of incident in the tables."""
    said = _said(step, now, kinds)
    return None if said is None else PublicLine(step.key, words.clock(step.at), *said)


def _said(step: Step, now: Situation, kinds: Set[str]) -> tuple[str, str] | None:  # noqa: C901, PLR0911 - a case a kind
    t = QCoreApplication.translate
    calm, loud = "text.primary", "state.attention"
    match step.body:
        case ReadingTaken(reading) if reading.flow_m3s is not None:
            text = t("Wall", "{0} 流量 {1} m³/s")
            return text.format(step_words.station(now, reading.station), words.flow(reading.flow_m3s)), calm
        case ForecastEntered(forecast):
            text = t("Wall", "{0} 预报 {1} m³/s，{2}")
            flow, when = words.flow(forecast.flow_m3s), words.date_clock(forecast.valid_at)
            return text.format(step_words.station(now, forecast.station), flow, when), calm
        case SignedOff(level):
            return t("Wall", "签发 {0}").format(words.level(level)), words.level_role(level)
        case OrderReceived(order):
            return t("Wall", "接上级命令：{0}").format(words.level(Level(order.level))), loud
        case IncidentRaised(incident):
            text = t("Wall", "险情：{0}（{1}）")
            return text.format(incident_title(now, incident, kinds), words.grade(incident.grade)), "state.urgent"
        case IncidentMoved(incident_id, state, _, _) if (found := now.incidents.get(incident_id)) is not None:
            return phrases.labelled(incident_title(now, found, kinds), words.incident_state(state)), calm
        case IncidentClosed(incident_id, _) if (found := now.incidents.get(incident_id)) is not None:
            return phrases.labelled(incident_title(now, found, kinds), t("Wall", "险情销号")), calm
        case PushApproved(push_id, _) if (push := now.pushes.get(push_id)) is not None:
            return t("Wall", "发出推送，{0} 人").format(f"{len(push.recipients):,}"), calm
        case TasksMoved(tasks, Move.ISSUE):
            return t("Wall", "下达任务 {0} 项").format(len(tasks)), calm
        case TasksMoved(tasks, Move.VERIFY):
            return t("Wall", "任务核验通过 {0} 项").format(len(tasks)), calm
        case WhereaboutsSet(_, ids, state, _):
            return phrases.labelled(words.whereabouts(state), t("Wall", "{0} 户").format(f"{len(ids):,}")), calm
        case StoneStateSet(stones, state, _) if state in _ABNORMAL:
            return t("Wall", "智能石头{0} {1} 处").format(words.stone_state(state), len(stones)), loud
        case _:
            return None


def incident_kind(incident: Incident, kinds: Set[str]) -> str:
    """Kind of an incident as the tables have it; one that somebody typed is only an incident."""
    known = incident.kind in kinds
    return phrases.registered(incident.kind) if known else QCoreApplication.translate("Wall", "险情")


def incident_place(now: Situation, incident: Incident) -> str:
    """Works and spur of an incident by the registers; nothing where it names none."""
    spur = now.registers.spurs.get(incident.works)
    row = now.registers.works.get(incident.works if spur is None else spur.works)
    name = "" if row is None else phrases.registered(row.name)
    return name if spur is None else f"{name} {spur.number}".strip()


def incident_title(now: Situation, incident: Incident, kinds: Set[str]) -> str:
    """Place and kind of an incident."""
    return f"{incident_place(now, incident)} {incident_kind(incident, kinds)}".strip()


def level_words(level: Level) -> tuple[str, str]:
    """Numeral and word of a level: ("Ⅳ", "蓝色预警")."""
    t = QCoreApplication.translate
    return words.level_numeral(level), {
        Level.NONE: t("Wall", "无响应"),
        Level.IV: t("Wall", "蓝色预警"),
        Level.III: t("Wall", "黄色预警"),
        Level.II: t("Wall", "橙色预警"),
        Level.I: t("Wall", "红色预警"),
    }[level]


def cause(now: Situation, why: Reason) -> str:
    """One cause of a level, without anything a person typed: "花园口实测 4,210 ≥ 4,000"."""
    t = QCoreApplication.translate
    if why.cause is Cause.ORDER:
        return t("Wall", "上级命令")
    if why.cause is Cause.INCIDENT:
        incident = now.incidents.get(why.ref)
        return t("Wall", "险情") if incident is None else t("Wall", "{0}险情").format(words.grade(incident.grade))
    kind = {Cause.FORECAST: t("Wall", "预报"), Cause.OUTLOOK: t("Wall", "本台预报")}.get(why.cause, t("Wall", "实测"))
    text = f"{step_words.station(now, why.ref)} {kind} {_figure(why.value)}"
    return text if why.bound is None else f"{text} ≥ {_figure(why.bound)}"


def leading(suggestion: Suggestion, level: Level) -> Reason | None:
    """The first cause of a level."""
    return next((why for why in suggestion.reasons if why.level is level), None)


def rule(now: Situation, why: Reason | None) -> str:
    """The rule behind a cause: the trigger of the register and where it is written."""
    if why is None or why.bound is None:
        return ""
    for row in now.registers.triggers:
        if row.station == why.ref and row.level is why.level and row.lower == why.bound:
            return phrases.registered(row.source)
    return ""


def trend(flow_m3s: float | None, rate_m3s_h: float | None) -> str:
    """Arrow, word and rate: "↗ 涨 18/h"."""
    arrow = river_facts.arrow(flow_m3s, rate_m3s_h)
    if not arrow or rate_m3s_h is None:
        return ""
    t = QCoreApplication.translate
    if arrow == "→":
        return t("Wall", "→ 平稳")
    pattern = t("Wall", "↗ 涨 {0}/h") if rate_m3s_h > 0 else t("Wall", "↘ 落 {0}/h")
    return pattern.format(f"{abs(rate_m3s_h):,.0f}")


def coming(now: Situation, flow_m3s: float | None, rate_m3s_h: float | None) -> tuple[str, str]:
    """The threshold that comes next, and how far it is with the time to it: ("距Ⅲ级 6,000", "差 1,534 · 约 9 小时")."""
    t = QCoreApplication.translate
    nearest = river_facts.coming(now, flow_m3s, rate_m3s_h)
    if flow_m3s is None or nearest is None:
        return "", ""
    bound, away = words.flow(nearest.flow_m3s), words.flow(abs(nearest.flow_m3s - flow_m3s))
    tier = tier_of(nearest.flow_m3s, now.registers.tiers)
    if nearest.rising:
        name = "" if tier is None else phrases.registered(tier.name)
        here = tier_of(flow_m3s, now.registers.tiers)
        reached = max(now.standing.level, Level.NONE if here is None else here.level)
        if tier is not None and tier.level > reached:  # a level that is reached already is not far any more
            name = t("Wall", "{0}级").format(words.level_numeral(tier.level))
        first, second = t("Wall", "距{0} {1}").format(name, bound), t("Wall", "差 {0}").format(away)
    else:
        first, second = t("Wall", "下一界限 {0}").format(bound), t("Wall", "高 {0}").format(away)
    if nearest.eta_s is None:
        return first, second
    return first, t("Wall", "{0} · 约 {1}").format(second, river_facts.rough(timedelta(seconds=nearest.eta_s)))


def _figure(value: float | None) -> str:
    if value is None:
        return words.DASH
    return words.flow(value) if value >= 1000 or value == round(value) else f"{value:.2f}"
