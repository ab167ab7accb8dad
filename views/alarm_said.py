"""The sentence of each kind of alarm: what, where, how much against which limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.model.incident_tables import LimitKind
from data.model.situation import Situation
from data.model.telemetry import Doubt, Variable
from data.rules.alarms.lines import LADDERS
from views import hydrology_board, incident_words, phrases, store_words, words
from views.alarm_subjects import About, bound, number, said_params
from views.hydrology_feed_words import trouble_words

Say = Callable[[About, dict[str, str]], str]


def said(now: Situation, one: About) -> str:
    """Return the sentence of one alarm; "" for a kind that has none of its own, or a line of several.

    Of a ladder the line is about its highest rung.
    """
    say = _SAYS.get(one.kind)
    several = one.count > 1 and one.kind not in LADDERS
    return "" if say is None or several else say(one, said_params(now, one))


def _passed(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0}流量 {1} m³/s，达到{2} {3}").format(
        p["station"], words.flow(one.value), p.get("level", ""), bound(one.limit)
    )


def _ahead(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    official = dict(one.params).get("by") == "official"
    form = t("AlarmSaid", "预报{0} {1} 达 {2} m³/s，将到{3} {4}")
    if not official:
        form = t("AlarmSaid", "本台预报{0} {1} 达 {2} m³/s，将到{3} {4}")
    return form.format(p["station"], p.get("at", ""), words.flow(one.value), p.get("level", ""), bound(one.limit))


def _stage(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    datum = phrases.registered(p.get("datum", ""))
    return t("AlarmSaid", "{0}水位 {1} m，达到{2} {3}").format(
        p["station"], phrases.noted(words.stage(one.value), datum), p.get("level", ""), words.stage(one.limit)
    )


def _rate(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0}每小时涨 {1} m³/s，超过 {2}；现 {3} m³/s").format(
        p["station"], words.flow(one.value), bound(one.limit), number(_float(p.get("flow", "")))
    )


def _incident(_: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0} {1}，{2}险情").format(p.get("place", ""), p.get("what", ""), p.get("grade", ""))


def _late_incident(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    raw = dict(one.params).get("limit", "")
    known = raw in {what.value for what in LimitKind}
    what = incident_words.limit_name(LimitKind(raw)) if known else raw
    return t("AlarmSaid", "{0} {1}：{2}超时，应于 {3} 前").format(
        p.get("place", ""), p.get("what", ""), what, p.get("due", "")
    )


def _stone(_: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0} 智能石头{1}").format(p.get("stone") or p["place"], p.get("state", ""))


def _cut_off(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0} {1} 户（人）道路已断，待船转移").format(p.get("bench", ""), words.flow(one.value))


def _leave(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    text = t("AlarmSaid", "{0} {1} 户（人）须立即动身").format(p.get("bench", ""), words.flow(one.value))
    return t("AlarmSaid", "{0}，最早 {1}").format(text, p["first"]) if p.get("first") else text


def _unanswered(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "“{0}”{1} 人未应答，共 {2} 人").format(
        p.get("title", ""), words.flow(one.value), p.get("sent", "")
    )


def _help(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    why = dict(one.params).get("why")
    form = t("AlarmSaid", "{0} 平安计时超时") if why == "overdue" else t("AlarmSaid", "{0} 求助")
    text = form.format(p.get("team") or p.get("person") or p["place"])
    return phrases.noted(text, p.get("place", "") if p.get("team") else "")


def _patrol(_: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    text = t("AlarmSaid", "{0} 有 {1} m 超过 {2} 分钟无人巡查").format(
        p.get("section", ""), p.get("metres", ""), p.get("interval_min", "")
    )
    since = p.get("since", "")
    return phrases.noted(text, t("AlarmSaid", "上次 {0}").format(since) if since else t("AlarmSaid", "今天还没有走过"))


def _stock(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    form = t("AlarmSaid", "{0} 种物资低于预警下限：{1}")
    if "needed" in one.refs:
        form = t("AlarmSaid", "{0} 种物资不够现行措施所需：{1}")
    return form.format(words.flow(one.value), p.get("items", ""))


def _tasks(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    role, tasks = p.get("role", ""), p.get("tasks", "")
    return t("AlarmSaid", "{0} {1} 项任务超时：{2}").format(role, words.flow(one.value), tasks)


def _link(_: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0} 失联，{1} 没有上报").format(p["station"], _span(p.get("limit_s", "")))


def _stale(_: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0}报汛超过时效 {1}").format(p["station"], _span(p.get("limit_s", "")))


def _sensor(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    known = {doubt.value for doubt in Doubt}
    found = [code for code in dict(one.params).get("doubts", "").split(";") if code]
    told = phrases.listed(hydrology_board.doubt(Doubt(code)) if code in known else code for code in found)
    return t("AlarmSaid", "{0} {1}：{2}").format(p["station"], _variable(one), told)


def _differ(one: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    return t("AlarmSaid", "{0} {1}各来源不一致：{2} 至 {3}").format(
        p["station"], _variable(one), p.get("low", ""), p.get("high", "")
    )


def _feed(one: About, _: dict[str, str]) -> str:
    t = QCoreApplication.translate
    source = hydrology_board.source_of(dict(one.params).get("source", ""))
    raw = dict(one.params)
    told = trouble_words(raw.get("trouble", ""), raw)
    form = t("AlarmSaid", "{0}：{1}") if raw.get("trouble") == "refused" else t("AlarmSaid", "{0} 中断：{1}")
    return form.format(source, told)


def _store(_: About, p: dict[str, str]) -> str:
    t = QCoreApplication.translate
    unsaved = p.get("unsaved", "0")
    said_too = t("AlarmSaid", "未保存 {0} 步").format(unsaved) if unsaved != "0" else ""
    return phrases.noted(store_words.trouble(p.get("trouble", "")), said_too)


def _variable(one: About) -> str:
    codes = [code for code in dict(one.params).get("variable", "").split(";") if code]
    known = {one.value for one in Variable}
    return phrases.listed(hydrology_board.variable(Variable(code)) if code in known else code for code in codes)


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _span(text: str) -> str:
    return words.span(timedelta(seconds=_float(text)))


_SAYS: Mapping[str, Say] = MappingProxyType(
    {
        "flow.level": _passed,
        "upstream.level": _passed,
        "reservoir.level": _stage,
        "forecast.level": _ahead,
        "stage.warning": _stage,
        "flow.rate": _rate,
        "incident.large": _incident,
        "incident.late": _late_incident,
        "stone.moved": _stone,
        "stone.silent": _stone,
        "people.cutoff": _cut_off,
        "people.leave": _leave,
        "people.unanswered": _unanswered,
        "help.asked": _help,
        "patrol.gap": _patrol,
        "stock.low": _stock,
        "task.overdue": _tasks,
        "link.lost": _link,
        "value.stale": _stale,
        "sensor.broken": _sensor,
        "sources.differ": _differ,
        "feed.down": _feed,
        "store.trouble": _store,
    }
)
