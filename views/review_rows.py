"""Rows of the review of an event: times, tallies by role and clause, lead times, what was late or missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from data.model.drill import Act
from data.model.people import Whereabouts
from data.model.scores import EventScore, Lead, LeadKind, Measure, Tally, Thing, Timing, Took
from data.model.situation import Situation
from views import office_words, step_words, words
from views.drill_rows import english
from views.parts import Fact
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One time that was measured, overall, by role or by clause."""

    id: str
    what: str
    who: str
    took: Took


@dataclass(frozen=True, slots=True)
class TallyRow:
    """How what was expected of one role or clause came out."""

    id: str
    name: str
    tally: Tally


def role_name(now: Situation, role: str) -> str:
    """Return the name of a role in the language of the screen; its id when the plan has none of it."""
    found = now.registers.roles.get(role)
    if found is None:
        return role or words.DASH
    return found.name_en if english() and found.name_en else found.name


def clause_name(now: Situation, clause: str) -> str:
    """Return an instruction as id and title, an alarm kind as it is."""
    found = now.registers.plan.get(clause)
    return clause or words.DASH if found is None else f"{clause} {found.title}"


def thing(value: Thing) -> str:
    """Return what a time is measured of."""
    t = QCoreApplication.translate
    return {
        Thing.TASK: t("Review", "任务"),
        Thing.REPORT: t("Review", "接报"),
        Thing.INCIDENT: t("Review", "险情"),
        Thing.MESSAGE: t("Review", "来文来电"),
        Thing.PUSH: t("Review", "推送"),
        Thing.ALARM: t("Review", "报警"),
        Thing.ORDER: t("Review", "上级令"),
    }[value]


def measure(value: Measure) -> str:
    """Return which time is measured."""
    t = QCoreApplication.translate
    return {
        Measure.ACKNOWLEDGE: t("Review", "到签收"),
        Measure.ISSUE: t("Review", "到下达"),
        Measure.ANSWER: t("Review", "到答复"),
        Measure.CLEAR: t("Review", "到办结"),
    }[value]


def time_rows(score: EventScore, now: Situation, by: str) -> list[TimeRow]:
    """Return the times: "" overall, "role" by role, "clause" by clause; measures of which nothing is known left out."""
    rows: list[TimeRow] = []
    for one in score.timings:
        what = f"{thing(one.thing)}{measure(one.measure)}"
        rows += [
            TimeRow(f"{one.thing}-{one.measure}-{key}", what, name, took)
            for key, name, took in _parts(one, now, by)
            if took.count or took.waiting
        ]
    return rows


def _parts(timing: Timing, now: Situation, by: str) -> Iterable[tuple[str, str, Took]]:
    if by == "role":
        return [(key, role_name(now, key), took) for key, took in timing.by_role]
    if by == "clause":
        return [(key, clause_name(now, key), took) for key, took in timing.by_clause]
    return [("", "", timing.total)]


def tally_rows(score: EventScore, now: Situation, by: str) -> list[TallyRow]:
    """Return the tallies of tasks, or of a drill's expectations where there are any."""
    drill = bool(score.answers)
    if by == "clause":
        found, name = (score.by_clause if drill else score.tasks.by_clause), clause_name
    elif by == "role":
        found, name = (score.by_role if drill else score.tasks.by_role), role_name
    else:
        found, name = (score.by_act if drill else (score.tasks.total,)), _act_name
    return [TallyRow(one.key or "all", name(now, one.key), one) for one in found if one.expected]


def _act_name(_now: Situation, key: str) -> str:
    return office_words.act(Act(key)) if key else QCoreApplication.translate("Review", "全部任务")


def lead(kind: LeadKind) -> str:
    """Return the kind of a lead time."""
    t = QCoreApplication.translate
    return {
        LeadKind.SUGGESTED_SIGNED: t("Review", "建议到签发"),
        LeadKind.CROSSED_PUSHED: t("Review", "越线到推送"),
        LeadKind.FORECAST_SIGNED: t("Review", "预报到签发"),
        LeadKind.SIGNED_CROSSED: t("Review", "签发较到达"),
    }[kind]


def lead_facts(leads: Iterable[Lead]) -> list[Fact]:
    """Return every lead time as a line."""
    t = QCoreApplication.translate
    facts: list[Fact] = []
    for one in leads:
        level = words.level_numeral(one.level)
        if one.minutes is None:
            said, tone = t("Review", "{0} 起，时段内没有").format(words.date_clock(one.since)), "attention"
        else:
            since, until = words.date_clock(one.since), words.date_clock(one.until)
            said, tone = t("Review", "{0}（{1} → {2}）").format(_ahead(one.kind, one.minutes), since, until), ""
            if one.kind is LeadKind.SIGNED_CROSSED and one.minutes < 0:
                tone = "attention"
        facts.append(Fact(f"{level} {lead(one.kind)}", said, tone))
    return facts


def _ahead(kind: LeadKind, minutes: float) -> str:
    """Say a lead time without a sign: before or behind what it is measured from."""
    t = QCoreApplication.translate
    said = f"{abs(minutes):,.0f}"
    if kind is LeadKind.SIGNED_CROSSED:
        return t("Review", "提前 {0} 分钟").format(said) if minutes >= 0 else t("Review", "晚 {0} 分钟").format(said)
    return t("Review", "{0} 分钟").format(said) if minutes >= 0 else t("Review", "先行 {0} 分钟").format(said)


def moved_facts(score: EventScore) -> list[Fact]:
    """Return how far each register was brought out; nothing where nobody was asked to leave."""
    facts: list[Fact] = []
    for one in score.moved:
        states = " · ".join(f"{words.whereabouts(Whereabouts(state))} {count:,}" for state, count in one.by_state)
        said = QCoreApplication.translate("Review", "共 {0}：{1}").format(f"{one.total:,}", states)
        facts.append(Fact(step_words.register_name(one.register), said))
    return facts


def head_facts(score: EventScore) -> list[Fact]:
    """Return what the event was: peak, highest level, how many steps, people, patrols, alarms, sends."""
    t = QCoreApplication.translate
    peak = t("Review", "{0} m³/s，{1}").format(words.flow(score.peak_flow_m3s), words.date_clock(score.peak_at))
    people = t("Review", "推送 {0} 人次，{1} 人次始终未应").format(score.unanswered.recipients, score.unanswered.total)
    patrol = t("Review", "{0} 次；{1} 个责任段中 {2} 个无人走过；漏巡报警 {3}").format(
        score.patrol.walks, score.patrol.sections, score.patrol.sections_unwalked, score.patrol.gap_alarms
    )
    alarms = t("Review", "新报 {0}，每小时 {1}，十分钟最多 {2}；其中 {3} 个到期末无人确认").format(
        score.alarms.raised, f"{score.alarms.per_hour:g}", score.alarms.peak_10_min, len(score.alarms.unseen)
    )
    tasks = score.tasks
    total = tasks.total
    done = t("Review", "应做 {0}：按时 {1}，超时 {2}，未完成 {3}，未到期 {4}；另有 {5} 项没有下达").format(
        total.expected, total.in_time, total.late, total.missed, total.open, len(tasks.never_issued)
    )
    facts = [
        Fact(t("Review", "洪峰"), peak if score.peak_flow_m3s is not None else words.DASH),
        Fact(t("Review", "最高响应"), words.level(score.highest)),
        Fact(t("Review", "日志"), t("Review", "{0} 步（{1}–{2}）").format(
            f"{score.steps:,}", score.first_seq, score.last_seq)),
        Fact(t("Review", "任务"), done, "attention" if tasks.missed or tasks.late else ""),
        Fact(t("Review", "叫应"), people, "attention" if score.unanswered.total else ""),
        Fact(t("Review", "巡查"), patrol),
        Fact(t("Review", "报警"), alarms),
    ]  # fmt: skip
    if score.drill:
        sent = t("Review", "拦下 {0}，实际对外 {1}").format(score.outward.refused, score.outward.real)
        facts.append(Fact(t("Review", "对外发送"), sent, "urgent" if score.outward.real else ""))
    return facts


def _minutes(value: float | None) -> str:
    return words.DASH if value is None else f"{value:,.0f}" if value >= 10 else f"{value:g}"


def time_columns() -> list[Column[TimeRow]]:
    """Return the columns of the times, in minutes."""
    t = QCoreApplication.translate
    return [
        Column("what", t("Review", "用时（分钟）"), lambda row: row.what, chars=16, tooltip=lambda row: row.what),
        Column("who", t("Review", "分项"), lambda row: row.who, chars=10, stretch=1, tooltip=lambda row: row.who,
               role_getter=lambda _: "text.secondary"),
        Column("count", t("Review", "件数"), lambda row: f"{row.took.count:,}", Align.RIGHT, chars=6,
               sort_key=lambda row: row.took.count),
        Column("median", t("Review", "中位"), lambda row: _minutes(row.took.median_min), Align.RIGHT, chars=7,
               sort_key=lambda row: row.took.median_min or 0.0),
        Column("p90", t("Review", "九成"), lambda row: _minutes(row.took.p90_min), Align.RIGHT, chars=7,
               sort_key=lambda row: row.took.p90_min or 0.0),
        Column("worst", t("Review", "最长"), lambda row: _minutes(row.took.worst_min), Align.RIGHT, chars=7,
               sort_key=lambda row: row.took.worst_min or 0.0),
        Column("waiting", t("Review", "仍等"), lambda row: f"{row.took.waiting:,}" if row.took.waiting else "",
               Align.RIGHT, chars=6, role_getter=lambda _: "state.attention"),
    ]  # fmt: skip


def tally_columns() -> list[Column[TallyRow]]:
    """Return the columns of the tallies."""
    t = QCoreApplication.translate

    def count(value: int) -> str:
        return f"{value:,}" if value else ""

    return [
        Column("name", t("Review", "分项"), lambda row: row.name, chars=14, stretch=1, tooltip=lambda row: row.name),
        Column("expected", t("Review", "应做"), lambda row: f"{row.tally.expected:,}", Align.RIGHT, chars=6,
               sort_key=lambda row: row.tally.expected),
        Column("in_time", t("Review", "按时"), lambda row: count(row.tally.in_time), Align.RIGHT, chars=6),
        Column("late", t("Review", "超时"), lambda row: count(row.tally.late), Align.RIGHT, chars=6,
               role_getter=lambda _: "state.attention", sort_key=lambda row: row.tally.late),
        Column("missed", t("Review", "未做"), lambda row: count(row.tally.missed), Align.RIGHT, chars=6,
               role_getter=lambda _: "state.urgent", sort_key=lambda row: row.tally.missed),
        Column("open", t("Review", "未到期"), lambda row: count(row.tally.open), Align.RIGHT, chars=6,
               role_getter=lambda _: "text.secondary", sort_key=lambda row: row.tally.open),
        Column("share", t("Review", "按时率"), lambda row: "" if row.tally.share is None else f"{row.tally.share:.0%}",
               Align.RIGHT, chars=7, sort_key=lambda row: row.tally.share or 0.0,
               tooltip=lambda _: t("Review", "按时 ÷（按时＋超时＋未做）")),
    ]  # fmt: skip
