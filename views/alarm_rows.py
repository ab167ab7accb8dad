"""Rows of the alarm sheet: lines that stand, what is shelved, out of service or suppressed, and their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Alarm, AlarmKind, AlarmState, OutOfService, Priority, Shelf
from data.model.situation import Situation
from data.rules.alarms.engine import Held, Hold
from data.rules.alarms.taking import priority_of
from views import alarm_subjects, alarm_words, phrases, step_words, words
from widgets.chips import Chip
from widgets.marks import Fill, Mark
from widgets.rows_model import Align, Column

if TYPE_CHECKING:
    from data.rules.alarms.lines import AlarmLine, AlarmList


class Shelving(StrEnum):
    """The lists of the sheet; diagnostics are never among the alarms."""

    ALARMS = "alarms"
    DIAGNOSTICS = "diagnostics"
    SHELVED = "shelved"
    OUT = "out"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """One line in words. `left` is kept apart from the line so that a tick redraws that cell only."""

    line: AlarmLine
    what: str
    second: str
    owner: str
    left: str
    since: str

    @property
    def id(self) -> str:
        """Identity of the line."""
        return self.line.key


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A tag that was put aside: shelved, out of service, or quiet by the mode."""

    tag: str
    what: str
    priority: Priority
    diagnostic: bool
    stands: bool
    reason: str
    who: str
    at: str
    ends: str

    @property
    def id(self) -> str:
        """The tag."""
        return self.tag


@dataclass(frozen=True, slots=True)
class Lists:
    """All that the sheet shows at one moment."""

    alarms: tuple[AlarmRow, ...] = ()
    diagnostics: tuple[AlarmRow, ...] = ()
    shelved: tuple[AsideRow, ...] = ()
    out: tuple[AsideRow, ...] = ()
    suppressed: tuple[AsideRow, ...] = ()

    def standing(self, which: Shelving) -> tuple[AlarmRow, ...]:
        """The lines of a list of lines."""
        return self.diagnostics if which is Shelving.DIAGNOSTICS else self.alarms

    def aside(self, which: Shelving) -> tuple[AsideRow, ...]:
        """The rows of a list of what was put aside."""
        return {Shelving.SHELVED: self.shelved, Shelving.OUT: self.out}.get(which, self.suppressed)


def lists(now: Situation, listed: AlarmList, at: datetime, held: Iterable[Held] = ()) -> Lists:
    """Return every list; `held` are conditions that hold and raise nothing, and why."""
    known = tuple(held)
    return Lists(
        tuple(row_of(now, line, at) for line in listed.alarms),
        tuple(row_of(now, line, at) for line in listed.diagnostics),
        tuple(_shelved(now, shelf, at, known) for shelf in sorted(now.shelves.values(), key=lambda one: one.until)),
        tuple(_out(now, one, at, known) for one in sorted(now.out_of_service.values(), key=lambda one: one.at)),
        (
            *(_suppressed(now, alarm, at) for _, alarm in sorted(now.alarms.items()) if alarm.suppressed),
            *(_held(now, one) for one in known if one.hold in (Hold.MODE, Hold.DISABLED)),
        ),
    )


def row_of(now: Situation, line: AlarmLine, at: datetime) -> AlarmRow:
    """Return the row of a line."""
    t = QCoreApplication.translate
    parts = [alarm_words.kind_name(line.kind, line.kind.id)]
    if line.kind.action:
        parts = [phrases.registered(line.kind.action)]
    if line.chatters:
        parts.insert(0, t("AlarmRows", "反复跳变，待检修"))
    return AlarmRow(
        line, alarm_words.what(now, line), " · ".join(parts), alarm_words.owner(now, line.kind),
        alarm_words.left(line), words.span(max(at - line.since, timedelta(0))),
    )  # fmt: skip


def _aside(now: Situation, tag: str, held: Iterable[Held]) -> tuple[str, Priority, bool, bool]:
    """What a tag says, its priority, whether it is a diagnostic, and whether its condition holds."""
    kind_id, _, ref = tag.partition("/")
    kind = now.registers.alarmkinds.get(kind_id)
    alarm = now.alarms.get(tag)
    waits = next((one.condition for one in held if one.condition.tag == tag), None)
    shown = alarm or waits
    if shown is not None:
        what = alarm_words.what(now, shown)
    else:
        what = phrases.labelled(alarm_words.kind_name(kind, kind_id), alarm_subjects.place(now, kind_id, ref))
    holds = waits is not None or (alarm is not None and alarm.active)
    return what, priority_of(now, tag), alarm_words.is_diagnostic(kind), holds


def _shelved(now: Situation, shelf: Shelf, at: datetime, held: Iterable[Held]) -> AsideRow:
    ends = QCoreApplication.translate("AlarmRows", "{0}（剩 {1}）").format(
        words.clock(shelf.until), words.span(max(shelf.until - at, timedelta(0)))
    )
    return AsideRow(
        shelf.tag, *_aside(now, shelf.tag, held), shelf.reason, step_words.actor(now, shelf.by),
        words.date_clock(shelf.at), ends,
    )  # fmt: skip


def _out(now: Situation, one: OutOfService, at: datetime, held: Iterable[Held]) -> AsideRow:
    return AsideRow(
        one.tag, *_aside(now, one.tag, held), one.reason, step_words.actor(now, one.by), words.date_clock(one.at),
        words.span(max(at - one.at, timedelta(0))),
    )  # fmt: skip


def _suppressed(now: Situation, alarm: Alarm, at: datetime) -> AsideRow:
    kind = now.registers.alarmkinds.get(alarm.kind)
    return AsideRow(
        alarm.tag, *_aside(now, alarm.tag, ()), _quiet(kind, Hold.MODE), step_words.actor(now, "system"),
        words.date_clock(alarm.last_at or alarm.raised_at), words.span(max(at - alarm.raised_at, timedelta(0))),
    )  # fmt: skip


def _held(now: Situation, one: Held) -> AsideRow:
    kind = now.registers.alarmkinds.get(one.condition.kind)
    return AsideRow(
        one.condition.tag, *_aside(now, one.condition.tag, (one,)), _quiet(kind, one.hold),
        step_words.actor(now, "system"), "", "",
    )  # fmt: skip


def _quiet(kind: AlarmKind | None, hold: Hold) -> str:
    t = QCoreApplication.translate
    if kind is None or hold is Hold.DISABLED or not kind.enabled:
        return t("AlarmRows", "定义表中没有启用")
    return t("AlarmRows", "工况：{0}").format(alarm_words.modes(kind))


def chips(shown: Lists) -> list[Chip]:
    """Return the lists with their counts; of alarms, how many grave ones nobody has acknowledged."""
    t = QCoreApplication.translate

    grave = sum(row.line.unacked and row.line.priority is Priority.HIGH for row in shown.alarms)
    return [
        Chip(Shelving.ALARMS, t("AlarmRows", "报警"), len(shown.alarms), grave),
        Chip(Shelving.DIAGNOSTICS, t("AlarmRows", "诊断"), len(shown.diagnostics)),
        Chip(Shelving.SHELVED, t("AlarmRows", "搁置"), len(shown.shelved)),
        Chip(Shelving.OUT, t("AlarmRows", "停用"), len(shown.out)),
        Chip(Shelving.SUPPRESSED, t("AlarmRows", "抑制"), len(shown.suppressed)),
    ]


def _priority_role(row: AlarmRow) -> str:
    return alarm_words.role_of(row.line.priority, diagnostic=alarm_words.is_diagnostic(row.line.kind))


def line_columns(lit: Callable[[AlarmLine], bool]) -> tuple[Column[AlarmRow], ...]:
    """Columns of lines; `lit` says whether a mark is in the bright half of its flash."""
    t = QCoreApplication.translate

    def ink(row: AlarmRow) -> str | None:
        return None if row.line.unacked else "text.secondary"

    def late(row: AlarmRow) -> str:
        return "state.urgent" if (row.line.left_s or 0) < 0 else "text.secondary"

    def state_ink(row: AlarmRow) -> str:
        return "text.primary" if row.line.unacked else "text.muted"

    return (
        Column("priority", t("AlarmRows", "优先级"), lambda r: alarm_words.grade(r.line), chars=8,
               mark_getter=lambda r: alarm_words.mark(r.line, lit=lit(r.line)),
               sort_key=lambda r: -r.line.priority.rank,
               role_getter=_priority_role),
        Column("what", t("AlarmRows", "事由"), lambda r: r.what, chars=30, stretch=8, role_getter=ink,
               tooltip=lambda r: f"{r.what}\n{r.second}"),
        Column("left", t("AlarmRows", "可用时间"), lambda r: r.left, Align.RIGHT, chars=14, role_getter=late,
               sort_key=lambda r: float("inf") if r.line.left_s is None else r.line.left_s),
        Column("state", t("AlarmRows", "状态"), lambda r: alarm_words.state(r.line.state), chars=14,
               role_getter=state_ink, sort_key=lambda r: list(AlarmState).index(r.line.state)),
        Column("since", t("AlarmRows", "已持续"), lambda r: r.since, Align.RIGHT, chars=12,
               role_getter=lambda _: "text.secondary", sort_key=lambda r: r.line.since.timestamp(),
               tooltip=lambda r: words.full_time(r.line.since)),
        Column("count", t("AlarmRows", "次数"), lambda r: alarm_words.count(r.line), Align.RIGHT, chars=6,
               role_getter=lambda _: "text.secondary", sort_key=lambda r: -max(r.line.count, r.line.times)),
        Column("owner", t("AlarmRows", "责任岗位"), lambda r: r.owner, chars=11, stretch=1,
               role_getter=lambda _: "text.secondary"),
    )  # fmt: skip


def aside_columns() -> tuple[Column[AsideRow], ...]:
    """Columns of what was put aside."""
    t = QCoreApplication.translate

    def mark(row: AsideRow) -> Mark:
        shape = alarm_words.shape_of(row.priority, diagnostic=row.diagnostic)
        role = alarm_words.role_of(row.priority, diagnostic=row.diagnostic)
        return Mark(shape, role, Fill.HALF if row.stands else Fill.HOLLOW)

    def stands(row: AsideRow) -> str:
        return t("AlarmRows", "条件仍在") if row.stands else t("AlarmRows", "未触发")

    return (
        Column("what", t("AlarmRows", "报警点"), lambda r: r.what, chars=26, stretch=5, mark_getter=mark,
               tooltip=lambda r: r.tag),
        Column("stands", t("AlarmRows", "现在"), stands, chars=10,
               role_getter=lambda r: "state.attention" if r.stands else "text.muted"),
        Column("reason", t("AlarmRows", "理由"), lambda r: r.reason, chars=16, stretch=3, tooltip=lambda r: r.reason),
        Column("who", t("AlarmRows", "经手"), lambda r: r.who, chars=8, stretch=1,
               role_getter=lambda _: "text.secondary"),
        Column("at", t("AlarmRows", "时间"), lambda r: r.at, Align.RIGHT, chars=12,
               role_getter=lambda _: "text.secondary"),
        Column("ends", t("AlarmRows", "到期或历时"), lambda r: r.ends, Align.RIGHT, chars=21,
               role_getter=lambda _: "text.secondary"),
    )  # fmt: skip
