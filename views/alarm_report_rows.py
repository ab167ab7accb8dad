"""Rows of the alarm performance report: the span as a whole, each flood, each day; and a table of them to export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Priority
from data.model.situation import Situation
from data.rules.alarms.performance import TARGET, Delays, Performance
from views import alarm_subjects, alarm_words, phrases, words
from views.parts import Fact
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

PEAK = 10
"""[设定] More new alarms than this in ten minutes are more than one person can answer (EEMUA 191)."""

SHOWN = 10


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One span of the report."""

    id: str
    title: str
    one: Performance
    whole: bool = False


def rows(whole: Performance, days: Sequence[Performance], events: Mapping[int, Performance]) -> list[ReportRow]:
    """Return the whole first, then floods, then days, the latest first."""
    t = QCoreApplication.translate
    made = [ReportRow("", t("AlarmReport", "全部"), whole, whole=True)]
    made += [
        ReportRow(f"event/{number}", t("AlarmReport", "第 {0} 场洪水").format(number), one)
        for number, one in sorted(events.items(), reverse=True)
    ]
    made += [
        ReportRow(one.begins.isoformat(), one.begins.astimezone(words.BEIJING).strftime("%m-%d"), one)
        for one in reversed(days)
    ]
    return made


def share(one: Performance) -> str:
    """Low, medium and high in percent of new alarms."""
    if not one.raised:
        return words.DASH
    return " / ".join(f"{one.shares[priority] * 100:.0f}" for priority in Priority)


def wait(seconds: float | None) -> str:
    """How long acknowledging took."""
    return words.DASH if seconds is None else words.span(timedelta(seconds=seconds))


def _loud(bad: bool) -> str | None:
    return "state.attention" if bad else None


def columns() -> tuple[Column[ReportRow], ...]:
    """Columns of the table."""
    t = QCoreApplication.translate

    def title(row: ReportRow) -> str:
        return row.title

    return (
        Column("span", t("AlarmReport", "时段"), title, chars=10, stretch=2, sortable=False,
               mark_getter=lambda r: Mark(Shape.TRIANGLE, "state.attention") if r.one.floods else None),
        Column("raised", t("AlarmReport", "报警"), lambda r: f"{r.one.raised:,}", Align.RIGHT, chars=6,
               sort_key=lambda r: r.one.raised),
        Column("diagnostics", t("AlarmReport", "诊断"), lambda r: f"{r.one.diagnostics:,}", Align.RIGHT, chars=6,
               role_getter=lambda _: "text.secondary", sort_key=lambda r: r.one.diagnostics),
        Column("rate", t("AlarmReport", "每 10 分"), lambda r: f"{r.one.per_10_min:.2f}", Align.RIGHT, chars=8,
               role_getter=lambda r: _loud(r.one.per_10_min > 1), sort_key=lambda r: r.one.per_10_min),
        Column("peak", t("AlarmReport", "10 分峰值"), lambda r: f"{r.one.peak_10_min:,}", Align.RIGHT, chars=9,
               role_getter=lambda r: _loud(r.one.peak_10_min > PEAK), sort_key=lambda r: r.one.peak_10_min,
               tooltip=lambda r: words.full_time(r.one.peak_at)),
        Column("standing", t("AlarmReport", "长期"), lambda r: f"{len(r.one.standing):,}", Align.RIGHT, chars=6,
               role_getter=lambda r: _loud(bool(r.one.standing)), sort_key=lambda r: len(r.one.standing)),
        Column("chatter", t("AlarmReport", "跳变"), lambda r: f"{len(r.one.chattering):,}", Align.RIGHT, chars=6,
               role_getter=lambda r: _loud(bool(r.one.chattering)), sort_key=lambda r: len(r.one.chattering)),
        Column("unseen", t("AlarmReport", "没人确认"), lambda r: f"{len(r.one.unseen):,}", Align.RIGHT, chars=9,
               role_getter=lambda r: _loud(bool(r.one.unseen)), sort_key=lambda r: len(r.one.unseen)),
        Column("median", t("AlarmReport", "确认中位"), lambda r: wait(r.one.acks.median_s), Align.RIGHT, chars=11,
               role_getter=lambda _: "text.secondary", sort_key=lambda r: r.one.acks.median_s or 0.0),
        Column("worst", t("AlarmReport", "最慢"), lambda r: wait(r.one.acks.worst_s), Align.RIGHT, chars=12,
               role_getter=lambda _: "text.secondary", sort_key=lambda r: r.one.acks.worst_s or 0.0),
        Column("shares", t("AlarmReport", "低/中/高 %"), lambda r: share(r.one), Align.RIGHT, chars=13,
               role_getter=lambda _: "text.secondary", sortable=False),
    )  # fmt: skip


def facts(now: Situation, one: Performance) -> list[Fact]:
    """Return what stands behind the figures of a span."""
    t = QCoreApplication.translate
    target = " / ".join(f"{TARGET[priority] * 100:.0f}" for priority in Priority)
    rate = t("AlarmReport", "{0:.1f} 条/小时；稳定时宜每 10 分钟不超过 1 条").format(one.per_hour)
    shares = t("AlarmReport", "低/中/高 {0} %，宜近 {1} %").format(share(one), target)
    put_aside = t("AlarmReport", "搁置 {0} 点次，停用 {1} 点次").format(one.shelved, one.out_of_service)
    made = [
        Fact(t("AlarmReport", "时段"), f"{words.date_clock(one.begins)} – {words.date_clock(one.ends)}", "secondary"),
        Fact(t("AlarmReport", "频次"), rate),
        Fact(t("AlarmReport", "优先级"), shares),
        Fact(t("AlarmReport", "确认"), _acks(now, one.acks)),
        Fact(t("AlarmReport", "搁置停用"), put_aside),
    ]
    if one.peak_at is not None:
        told = t("AlarmReport", "{0} 起 10 分钟内 {1} 条").format(words.date_clock(one.peak_at), one.peak_10_min)
        made.insert(2, Fact(t("AlarmReport", "峰值"), told, "attention" if one.peak_10_min > PEAK else ""))
    if one.floods:
        form = t("AlarmReport", "{0}–{1} {2} 条")
        spans = [
            form.format(words.date_clock(flood.begins), words.clock(flood.ends), flood.count)
            for flood in one.floods[:SHOWN]
        ]
        made.append(Fact(t("AlarmReport", "报警洪水"), "\n".join(spans), "attention"))
    made += _lists(now, one)
    return made


def _lists(now: Situation, one: Performance) -> list[Fact]:
    t = QCoreApplication.translate
    times, hours = t("AlarmReport", "{0} ×{1}"), t("AlarmReport", "{0} {1:.0f} 小时")
    top = [times.format(tag_name(now, tag), count) for tag, count in one.top]
    chatter = [times.format(tag_name(now, tag), count) for tag, count in one.chattering]
    standing = [hours.format(tag_name(now, long.tag), long.hours) for long in one.standing]
    named = (
        (t("AlarmReport", "最多的"), top, "secondary"),
        (t("AlarmReport", "跳变的"), chatter, "attention"),
        (t("AlarmReport", "长期的"), standing, "attention"),
        (t("AlarmReport", "没人确认"), [tag_name(now, tag) for tag in one.unseen], "attention"),
    )
    made: list[Fact] = []
    for caption, told, tone in named:
        if told:
            more = len(told) - SHOWN
            lines = told[:SHOWN] + ([t("AlarmReport", "其余 {0} 点").format(more)] if more > 0 else [])
            made.append(Fact(caption, "\n".join(lines), tone))
    return made


def _acks(now: Situation, acks: Delays) -> str:
    t = QCoreApplication.translate
    if not acks.count:
        return t("AlarmReport", "没有确认过")
    text = t("AlarmReport", "{0} 次，中位 {1}，95% 在 {2} 内").format(acks.count, wait(acks.median_s), wait(acks.p95_s))
    slowest = t("AlarmReport", "最慢 {0}：{1}").format(wait(acks.worst_s), tag_name(now, acks.worst_tag))
    return f"{text}\n{slowest}"


def tag_name(now: Situation, tag: str) -> str:
    """Kind and place of a tag."""
    kind_id, _, ref = tag.partition("/")
    kind = alarm_words.kind_name(now.registers.alarmkinds.get(kind_id), kind_id)
    where = alarm_subjects.place(now, kind_id, ref) if ref else ""
    return phrases.labelled(kind, where) if where else kind


def table(shown: Sequence[ReportRow]) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows of what is shown, for a file."""
    every = columns()
    return [one.title for one in every], [[one.getter(row) for one in every] for row in shown]
