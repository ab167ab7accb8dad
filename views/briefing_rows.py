"""The frozen picture in lines: each fact with its time, the stale ones hollow, and what it has become since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Alarm, AlarmState
from data.model.dispatch import Incident
from data.model.frozen import Fact, Frozen, InTheWay, Missing, StationState, TaskTally, Topic
from data.model.reckoned import BenchCount
from data.model.river import Forecast, Outlook
from data.model.situation import Situation, Standing, Suggestion
from data.model.task import Task
from data.rules.briefing import Changed, Since
from views import (
    alarm_said,
    alarm_subjects,
    alarm_words,
    briefing_words,
    phrases,
    river_facts,
    river_step_words,
    step_words,
    warning_words,
    words,
)
from widgets.line_list import Line
from widgets.marks import Fill, Mark, Shape

MOST_LATE = 8
"""Late tasks that are listed one by one."""


def lines(
    frozen: Frozen, changed: Mapping[str, Changed], live: Situation, folded: frozenset[str], *, only_changed: bool
) -> list[Line]:
    """Return all rows: headings, facts, and under each heading what is new since."""
    shown: list[Line] = []
    for topic in Topic:
        own = list(frozen.of(topic))
        rows = [_row(frozen, fact, changed.get(fact.key), live) for fact in own]
        fresh = [one for one in changed.values() if one.since is Since.NEW and one.live and one.live.topic is topic]
        rows += [_new(frozen, one.live, live) for one in fresh if one.live is not None]
        moved = sum(fact.key in changed for fact in own) + len(fresh)
        if only_changed:
            rows = [row for row in rows if row.id in changed]
        if only_changed and not rows:
            continue
        heading = _heading(topic, len(own), moved, folded)
        if topic is Topic.TASKS and not only_changed:
            rows = _fewer(rows)
        shown.append(heading)
        if topic not in folded:
            shown += rows or [Line(f"{topic}/none", briefing_words.nothing(topic), title_role="text.muted")]
    return shown


def _heading(topic: Topic, count: int, moved: int, folded: frozenset[str]) -> Line:
    t = QCoreApplication.translate
    counted = topic in (Topic.ALARMS, Topic.INCIDENTS, Topic.SHORT, Topic.RIVER)
    return Line(
        topic,
        briefing_words.topic(topic),
        note=str(count) if counted and count else "",
        value=t("Briefing", "冻结后变化 {0}").format(moved) if moved else "",
        value_role="state.attention",
        heading=True,
        open=topic not in folded,
    )


def _fewer(rows: list[Line]) -> list[Line]:
    """List so many late tasks; of the rest the number."""
    if len(rows) <= MOST_LATE + 1:
        return rows
    more = QCoreApplication.translate("Briefing", "另有 {0} 项").format(len(rows) - MOST_LATE - 1)
    return [*rows[: MOST_LATE + 1], Line("tasks/more", more, title_role="text.muted")]


def _row(frozen: Frozen, fact: Fact, changed: Changed | None, live: Situation) -> Line:
    line = say(frozen.now, fact, frozen.at)
    line = line if line.mark is not None else replace(line, mark=_PLAIN)
    if changed is None:
        return line
    told = briefing_words.since(changed.since)
    if changed.live is not None:
        told = QCoreApplication.translate("Briefing", "{0} → {1}").format(
            told, _short(line, live, changed.live, frozen.at)
        )
    tooltip = "\n".join((line.tooltip or line.title, line.note, told))
    return replace(line, fact=told, fact_role="state.attention", tooltip=tooltip)


def _new(frozen: Frozen, fact: Fact, live: Situation) -> Line:
    line = say(live, fact, frozen.at)
    return replace(line, fact=briefing_words.since(Since.NEW), fact_role="state.attention", mark=_HOLLOW)


def _short(was: Line, live: Situation, fact: Fact, at: datetime) -> str:
    """What a fact has become, with its time: "4,720 m³/s 13:20"; the part of it that says something else."""
    if isinstance(fact.thing, Task):
        return words.task_state(fact.thing.state)
    line = say(live, fact, at)
    other = next((new for old, new in ((was.value, line.value), (was.note, line.note)) if new != old), line.value)
    clock = words.clock(fact.at) if fact.at is not None and fact.at > at else ""
    return " ".join(part for part in (other, clock) if part)


_PLAIN = Mark(Shape.BAR, "line.control")
_HOLLOW = Mark(Shape.DIAMOND, "state.attention", Fill.HOLLOW)


def say(now: Situation, fact: Fact, at: datetime) -> Line:  # noqa: C901, PLR0911 - one case a thing
    """Say a fact; `at` is the moment that ages are counted to."""
    t = QCoreApplication.translate
    match fact.thing:
        case StationState() as state:
            return _station(now, fact, state, at)
        case Forecast(_, flow, valid_at, issued_at, source):
            value = t("Briefing", "{0} m³/s").format(words.flow(flow))
            note = t("Briefing", "{0} {1} 发布").format(source, words.date_clock(issued_at))
            till = t("Briefing", "预计 {0}").format(words.date_clock(valid_at))
            return Line(fact.key, t("Briefing", "官方预报"), note, value, till)
        case Outlook() as outlook:
            return _outlook(fact, outlook)
        case Suggestion() as said:
            reasons = warning_words.reasons(now, said.reasons, said.level)
            mark = Mark(Shape.SQUARE, words.level_role(said.level))
            return Line(fact.key, t("Briefing", "系统建议"), reasons, words.level(said.level), _when(fact.at, at), mark)
        case Standing(level, since, by, reason):
            note = phrases.noted(reason, step_words.actor(now, by)) if reason else ""
            mark = Mark(Shape.SQUARE, words.level_role(level), Fill.SOLID)
            return Line(fact.key, t("Briefing", "现行响应"), note, words.level(level), _when(since, at), mark)
        case InTheWay() as way:
            return _way(fact, way)
        case BenchCount() as count:
            return _bench(fact, count, at)
        case TaskTally(waiting, out, to_verify, late):
            value = t("Briefing", "超时 {0} · 在办 {1}").format(late, out)
            note = t("Briefing", "待签发 {0} · 待核验 {1}").format(waiting, to_verify)
            role = "state.urgent" if late else "text.secondary"
            return Line(fact.key, t("Briefing", "任务清单"), note, value, value_role=role)
        case Task() as task:
            who = step_words.who(now, task.assignee) if task.assignee else warning_words.role_name(now, task.role)
            late = words.countdown(task.deadline, at) if task.deadline is not None else ""
            title, till = phrases.task_title(task, now.plan), words.date_clock(task.deadline)
            role = "state.urgent" if task.overdue(at) else "text.secondary"
            return Line(fact.key, title, who, late, till, value_role=role)
        case Alarm() as alarm:
            return _alarm(now, fact, alarm, at)
        case Incident() as incident:
            title = f"{incident.place} {phrases.registered(incident.kind)}".strip()
            value = f"{words.grade(incident.grade)} · {words.incident_state(incident.state)}"
            return Line(fact.key, title, incident.needs or incident.text, value, _when(fact.at, at))
        case Missing() as missing:
            return _missing(now, fact, missing)


def _when(moment: datetime | None, at: datetime) -> str:
    """A time and how old it was when the picture was frozen."""
    if moment is None:
        return ""
    clock = words.clock(moment) if moment.astimezone(words.BEIJING).date() == at.astimezone(words.BEIJING).date() else (
        words.date_clock(moment)
    )  # fmt: skip
    return phrases.noted(clock, words.age(moment, at)) if moment <= at else clock


def _station(now: Situation, fact: Fact, state: StationState, at: datetime) -> Line:
    t = QCoreApplication.translate
    reading = state.reading
    parts = [t("Briefing", "{0} m³/s").format(words.flow(reading.flow_m3s))] if reading.flow_m3s is not None else []
    if reading.stage_m is not None:
        parts.append(t("Briefing", "{0} m").format(words.stage(reading.stage_m)))
    note = ""
    if state.rate_m3s_h is not None:
        note = river_facts.rate_words(reading.flow_m3s, state.rate_m3s_h)
        if state.next_m3s is not None and state.eta_s is not None:
            eta = words.span(timedelta(seconds=state.eta_s))
            form = t("Briefing", "照此 {1} 到 {0}") if state.rising else t("Briefing", "照此 {1} 落到 {0}")
            ahead = form.format(words.flow(state.next_m3s), eta)
            note = phrases.clauses((note, ahead)) if note else ahead
    if fact.stale:
        told = t("Briefing", "已超报汛时限")
        note = phrases.clauses((told, note)) if note else told
    mark = Mark(
        Shape.CIRCLE, "text.muted" if fact.stale else "text.secondary", Fill.HOLLOW if fact.stale else Fill.SOLID
    )
    return Line(
        fact.key,
        step_words.station(now, reading.station),
        note,
        " · ".join(parts) or words.DASH,
        _when(reading.at, at),
        mark,
        value_role="text.muted" if fact.stale else "text.primary",
    )


def _outlook(fact: Fact, outlook: Outlook) -> Line:
    t = QCoreApplication.translate
    peak = max(outlook.points, key=lambda point: point.flow_m3s)
    band = f"{words.flow(peak.low_m3s)}–{words.flow(peak.high_m3s)}"
    value = t("Briefing", "最大 {0} m³/s").format(words.flow(peak.flow_m3s))
    note = t("Briefing", "区间 {0}，{1} 制作").format(band, words.date_clock(outlook.made_at))
    return Line(
        fact.key, t("Briefing", "本台预报"), note, value, t("Briefing", "预计 {0}").format(words.date_clock(peak.at))
    )


def _way(fact: Fact, way: InTheWay) -> Line:
    t = QCoreApplication.translate
    title = t("Briefing", "{0} m³/s 以下受威胁").format(words.flow(way.flow_m3s))
    value = t("Briefing", "种植户未撤 {0}/{1}").format(way.growers_there, way.growers)
    parts = [
        t("Briefing", "重点人员未离 {0}/{1}").format(way.keypeople_there, way.keypeople),
        t("Briefing", "{0} 亩").format(f"{way.area_mu:,.0f}"),
        t("Briefing", "在滩 {0} 人").format(f"{way.people:,}"),
    ]
    odd = [(way.refused, t("Briefing", "拒撤 {0}")), (way.unknown, t("Briefing", "下落不明 {0}"))]
    detail = " ".join(form.format(count) for count, form in odd if count)
    return Line(fact.key, title, " · ".join(parts), value, detail, detail_role="state.urgent")


def _bench(fact: Fact, count: BenchCount, at: datetime) -> Line:
    t = QCoreApplication.translate
    value = t("Briefing", "未撤 {0}/{1}").format(count.to_go, count.lines)
    loud = [(count.leave_now, t("Briefing", "须立即撤 {0}")), (count.cut_off, t("Briefing", "路已断 {0}"))]
    note = " · ".join(form.format(number) for number, form in loud if number)
    first = t("Briefing", "最早 {0} 前动身").format(words.date_clock(count.first)) if count.first is not None else ""
    title = t("Briefing", "{0}撤离时钟").format(phrases.registered(count.bench.value))
    role = "state.urgent" if count.cut_off or count.leave_now else "text.secondary"
    return Line(fact.key, title, note or _when(fact.at, at), value, first, value_role=role)


def _alarm(now: Situation, fact: Fact, alarm: Alarm, at: datetime) -> Line:
    kind = now.registers.alarmkinds.get(alarm.kind)
    fill = Fill.SOLID if alarm.active else Fill.HOLLOW
    mark = Mark(
        alarm_words.shape_of(alarm.priority, diagnostic=False),
        alarm_words.role_of(alarm.priority, diagnostic=False),
        fill,
    )
    value = f"{river_step_words.priority(alarm.priority)} · {alarm_words.state(alarm.state)}"
    role = "state.urgent" if alarm.state is AlarmState.UNACKED else "text.secondary"
    said = alarm_said.said(now, alarm_subjects.about(alarm))
    return Line(
        fact.key, alarm_words.kind_name(kind, alarm.kind), said, value, _when(fact.at, at), mark, value_role=role
    )


def _missing(now: Situation, fact: Fact, missing: Missing) -> Line:
    t = QCoreApplication.translate
    unit = t("Briefing", "人")
    name = warning_words.role_name(now, missing.key)
    if missing.item:
        unit = next((phrases.registered(row.unit) for row in now.registers.stock if row.item == missing.key), "")
        name = phrases.registered(missing.key)
    value = t("Briefing", "缺 {0} {1}").format(f"{missing.need - missing.have:,.0f}", unit)
    note = t("Briefing", "需 {0}，有 {1}").format(f"{missing.need:,.0f}", f"{missing.have:,.0f}")
    return Line(fact.key, name, note, value)
