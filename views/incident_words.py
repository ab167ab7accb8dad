"""Words about incidents: states of the closed loop, moves, time limits, what the table of grades says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Incident, IncidentState
from data.model.incident_tables import FieldType, IncidentLimit, IncidentTables, LimitKind, MeasureField
from data.rules.incident_grade import GradeSuggestion
from data.rules.incident_loop import Onward, Running, Way
from views import phrases, words


def state(value: IncidentState) -> str:
    """State of an incident in its closed loop."""
    t = QCoreApplication.translate
    return {
        IncidentState.REPORTED: t("IncidentWords", "首报"),
        IncidentState.GRADED: t("IncidentWords", "定级"),
        IncidentState.GUARDED: t("IncidentWords", "现场警戒"),
        IncidentState.PLANNED: t("IncidentWords", "方案审批"),
        IncidentState.SUPPLIED: t("IncidentWords", "力量物资"),
        IncidentState.FIGHTING: t("IncidentWords", "抢护中"),
        IncidentState.CONTROLLED: t("IncidentWords", "基本控制"),
        IncidentState.WATCHED: t("IncidentWords", "加密观测"),
        IncidentState.REVIEWED: t("IncidentWords", "解除复核"),
        IncidentState.FILED: t("IncidentWords", "销号归档"),
    }[value]


def way(move: Onward) -> str:
    """A move as a choice says it."""
    t = QCoreApplication.translate
    return {
        Way.USUAL: t("IncidentWords", "转入 {0}"),
        Way.SKIP: t("IncidentWords", "跳到 {0}"),
        Way.BACK: t("IncidentWords", "退回 {0}"),
    }[move.way].format(state(move.state))


def heading(incident: Incident) -> str:
    """Grade, structure and kind in a line."""
    t = QCoreApplication.translate
    kind = t("IncidentWords", "{0}{1}").format(
        phrases.registered(incident.structure), phrases.registered(incident.kind)
    )
    return t("IncidentWords", "{0}险情 · {1}").format(words.grade(incident.grade), kind)


def limit_name(what: LimitKind) -> str:
    """What a time limit is about."""
    t = QCoreApplication.translate
    return {
        LimitKind.FIELD: t("IncidentWords", "现场首报"),
        LimitKind.FIRST_REPORT: t("IncidentWords", "首报"),
        LimitKind.FOLLOW_UP: t("IncidentWords", "续报"),
        LimitKind.APPROVAL: t("IncidentWords", "方案审批"),
        LimitKind.FLOOD_REPORT: t("IncidentWords", "水情上报"),
        LimitKind.KEY_STATION: t("IncidentWords", "重要站水情"),
        LimitKind.NATIONAL: t("IncidentWords", "国家层面"),
    }[what]


def running(one: Running, time: datetime) -> str:
    """How a time limit stands: still running, late, or kept."""
    t = QCoreApplication.translate
    name, due = limit_name(one.limit.what), words.clock(one.due)
    if one.done_at is None:
        return t("IncidentWords", "{0} {1} 前，{2}").format(name, due, words.countdown(one.due, time))
    said = t("IncidentWords", "{0} 已报 {1}").format(name, words.clock(one.done_at))
    if one.overdue(time):
        said += t("IncidentWords", "，迟 {0}").format(words.span(one.done_at - one.due))
    return said


def left(one: Running, time: datetime) -> str:
    """What is due next and how long there is, for a narrow column."""
    return f"{limit_name(one.limit.what)} {words.countdown(one.due, time)}"


def due_from(limit: IncidentLimit) -> str:
    """A limit before it runs: what, and where to."""
    return QCoreApplication.translate("IncidentWords", "{0}：{1}，报{2}").format(
        limit_name(limit.what), phrases.registered(limit.words), phrases.registered(limit.to)
    )


def reliance(source: str, confidence: str) -> str:
    """Where a row of a table comes from and how far it may be relied on."""
    return QCoreApplication.translate("IncidentWords", "{0}（可信度{1}）").format(
        phrases.registered(source), phrases.registered(confidence)
    )


def suggestion(found: GradeSuggestion) -> str:
    """The suggested grade in a word."""
    return words.grade(found.grade) if found.grade else QCoreApplication.translate("IncidentWords", "暂无")


def why(found: GradeSuggestion, fields: Sequence[MeasureField]) -> str:
    """Why the table suggests this grade, or what it takes to suggest one."""
    t = QCoreApplication.translate
    if found.row is not None:
        return phrases.registered(found.row.words)
    if found.missing:
        labels = {field.name: phrases.registered(field.label) for field in fields}
        return t("IncidentWords", "还差：{0}").format(phrases.listed(labels.get(n, n) for n in found.missing))
    if found.in_table:
        return t("IncidentWords", "分级表没有列这种情形，由技术责任人定级")
    return t("IncidentWords", "分级表没有列这类险情，由技术责任人定级")


def bounds(field: MeasureField) -> str:
    """Between which values a field may lie."""
    if field.type not in (FieldType.NUMBER, FieldType.COUNT):
        return ""
    return f"{field.least:g}–{field.most:,.0f}"


def measures(incident: Incident, tables: IncidentTables) -> list[tuple[str, str]]:
    """What was measured, as captions and values with their units, in the order of the table."""
    values = dict(incident.measures)
    return [
        (phrases.registered(field.label), f"{phrases.registered(values[field.name])} {field.unit}".strip())
        for field in tables.fields(incident.structure, incident.kind)
        if values.get(field.name)
    ]
