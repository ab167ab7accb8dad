"""Rows of the timeline: one line a step, runs of readings folded into one, narrowed by group and words."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Outcome
from data.model.office_steps import BriefingDecided
from data.model.situation import Situation
from data.model.steps import CallLogged, ReadingTaken, ReceiptNoted, SignedOff, Step
from views import step_words, words
from views.contact_words import outcome_mark
from views.pane import Selection
from widgets.chips import Chip
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

GROUPS = (
    "river", "alarms", "level", "office", "tasks", "dispatch", "reports", "people", "registers", "drill", "log",
)  # fmt: skip
OLDER = "older"
_FOLD = "fold/"
_DAY = "day/"
_LEAST_FOLDED = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line on screen. `folded` is how many readings lie under it (0: a line of its own)."""

    id: str
    time: str
    text: str
    who: str = ""
    leads_to: Selection | None = None
    mark: Mark | None = None
    role: str = "text.secondary"
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A step in words: its row, made once, and what it is filtered, folded and dated by."""

    row: Row
    group: str
    day: str
    reading: bool = False


def group_name(group: str) -> str:
    """Name of a group of lines."""
    t = QCoreApplication.translate
    return {
        "river": t("Timeline", "水情"),
        "alarms": t("Timeline", "报警"),
        "level": t("Timeline", "等级"),
        "office": t("Timeline", "会商值班"),
        "tasks": t("Timeline", "任务"),
        "dispatch": t("Timeline", "调度"),
        "reports": t("Timeline", "事件"),
        "people": t("Timeline", "人员"),
        "registers": t("Timeline", "台账"),
        "drill": t("Timeline", "演练"),
        "log": t("Timeline", "记录"),
    }[group]


def group_chips() -> list[Chip]:
    """One chip a group."""
    return [Chip(group, group_name(group)) for group in GROUPS]


def entry(step: Step, now: Situation) -> Entry:
    """Say a step in words; levels and signatures and failed attempts carry a mark and stand out."""
    line = step_words.line(step, now)
    mark = _mark(step, line.group)
    role = "text.secondary" if mark is None else "text.primary"
    who = step_words.actor(now, step.actor)
    row = Row(step.key, words.clock(step.at), line.text, who, line.leads_to, mark, role)
    return Entry(row, line.group, day_of(step.at), isinstance(step.body, ReadingTaken))


def day_of(at: datetime) -> str:
    """The day in Beijing time as a line says it: "06-20"."""
    return at.astimezone(words.BEIJING).strftime("%m-%d")


def _mark(step: Step, group: str) -> Mark | None:
    match step.body:
        case SignedOff(level):
            return Mark(Shape.DIAMOND, words.level_role(level))
        case CallLogged(call) if call.outcome in (Outcome.NO_ANSWER, Outcome.FAILED, Outcome.NEEDS_HELP):
            return outcome_mark(call.outcome)
        case ReceiptNoted(outcome=outcome) if outcome in (Outcome.NO_ANSWER, Outcome.FAILED):
            return outcome_mark(outcome)
        case BriefingDecided():
            return Mark(Shape.DIAMOND, "state.attention")
        case _:
            return Mark(Shape.DIAMOND, "state.attention") if group == "level" else None


def rows(
    entries: Iterable[Entry], groups: Set[str], text: str, unfolded: Set[str], today: str, *, older: bool
) -> list[Row]:
    """Lines to show, newest first, each earlier day under its date. Searching unfolds everything."""
    needles = text.lower().split()
    wanted = [
        one
        for one in entries
        if (not groups or one.group in groups)
        and (not needles or all(needle in f"{one.row.text} {one.row.who}".lower() for needle in needles))
    ]
    made: list[Row] = []
    for (day, reading), run in groupby(wanted, key=lambda one: (one.day, one.reading)):
        lines = [one.row for one in run]
        if day != today:
            made.append(Row(f"{_DAY}{lines[-1].id}", "", day, role="text.muted"))
            today = day
        if not reading or len(lines) < _LEAST_FOLDED or needles:
            made += lines
            continue
        fold = f"{_FOLD}{lines[-1].id}"
        made.append(_folded(fold, lines, open_=fold in unfolded))
        if fold in unfolded:
            made += lines
    if made and older:
        made.append(Row(OLDER, "", QCoreApplication.translate("Timeline", "更早的见复盘"), role="text.link"))
    return made


def _folded(fold: str, lines: list[Row], *, open_: bool) -> Row:
    arrow = "▾" if open_ else "▸"
    text = QCoreApplication.translate("Timeline", "{0} 水情 {1} 条 · 最新 {2}").format(arrow, len(lines), lines[0].text)
    return Row(fold, lines[0].time, text, lines[0].who, role="text.muted", folded=len(lines))


def columns() -> list[Column[Row]]:
    """Time, what happened, who."""
    t = QCoreApplication.translate
    return [
        Column("time", t("Timeline", "时间"), lambda row: row.time, Align.RIGHT, lambda _: "text.muted", chars=5,
               sortable=False),
        Column("text", t("Timeline", "事项"), lambda row: row.text, role_getter=lambda row: row.role,
               mark_getter=lambda row: row.mark, tooltip=lambda row: row.text, chars=20, stretch=1, sortable=False),
        Column("who", t("Timeline", "人员"), lambda row: row.who, role_getter=lambda _: "text.muted", chars=13,
               sortable=False),
    ]  # fmt: skip
