"""Rows of the welfare timers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.field import Watch
from data.model.situation import Situation
from data.rules.watches import due_at, is_overdue, running
from views import muster_words, words
from views.parts import period
from widgets.rows_model import Column


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One watch; the row differs from the one before only when its words or its urgency do."""

    id: str
    team: str
    watch: Watch
    state: str
    overdue: bool


def watch_rows(now: Situation, time: datetime, *, ended: bool) -> list[WatchRow]:
    """The watches that run, the most pressing first, or those that have ended, the newest first."""
    if ended:
        over = [one for one in now.watches.values() if one.ended_at is not None]
        shown = sorted(over, key=lambda one: one.ended_at or one.started_at, reverse=True)
    else:
        shown = list(running(now))
    return [_row(now, one, time) for one in shown]


def _row(now: Situation, watch: Watch, time: datetime) -> WatchRow:
    state, overdue = muster_words.watch_state(watch, time), is_overdue(watch, time)
    return WatchRow(watch.id, muster_words.team(now, watch), watch, state, overdue)


def watch_columns() -> list[Column[WatchRow]]:
    """Columns of the timers."""
    t = QCoreApplication.translate
    return [
        Column("team", t("Watches", "队伍"), lambda row: row.team, chars=18, stretch=2, tooltip=lambda row: row.team,
               mark_getter=lambda row: muster_words.watch_mark(row.watch, overdue=row.overdue)),
        Column("state", t("Watches", "报平安"), lambda row: row.state, chars=14,
               role_getter=lambda row: muster_words.watch_role(row.watch, overdue=row.overdue),
               sort_key=lambda row: due_at(row.watch).timestamp()),
        Column("task", t("Watches", "在做什么"), _where, chars=16, stretch=5, tooltip=_where),
        Column("last", t("Watches", "上次"), _last, chars=17,
               sort_key=lambda row: row.watch.last_at.timestamp(), role_getter=lambda _: "text.secondary"),
        Column("note", t("Watches", "备注"), lambda row: row.watch.note, chars=8, stretch=2,
               tooltip=lambda row: row.watch.note, role_getter=lambda _: "text.secondary"),
    ]  # fmt: skip


def _where(row: WatchRow) -> str:
    return " · ".join(part for part in (row.watch.task, row.watch.place) if part)


def _last(row: WatchRow) -> str:
    every = period(row.watch.interval_min)
    return QCoreApplication.translate("Watches", "{0} · 每 {1}").format(words.clock(row.watch.last_at), every)
