"""Reports as rows of the queue: how they are sorted, which of them fit the filters, and their columns.

Ages are put into words when a cell is drawn, so that ten thousand rows cost nothing while the clock goes on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation
from views import phrases, plan_words, step_words, words
from widgets.chips import Chip
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column

OPEN = frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING})
_SHAPES = MappingProxyType({1: Shape.TRIANGLE, 2: Shape.DIAMOND, 3: Shape.CIRCLE})
_FILLS = MappingProxyType(
    {
        ReportState.UNVERIFIED: Fill.HOLLOW,
        ReportState.VERIFIED: Fill.SOLID,
        ReportState.HANDLING: Fill.HALF,
        ReportState.CLOSED: Fill.FAINT,
        ReportState.REJECTED: Fill.FAINT,
        ReportState.MERGED: Fill.FAINT,
    }
)
_CATEGORIES = frozenset(f"E{n}" for n in range(1, 10))
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report on screen."""

    report: Report
    late: bool = False
    owner: str = ""

    @property
    def id(self) -> str:
        """Id of the report."""
        return self.report.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the operator filters by: a state or open | late | "", a category or "", words."""

    state: str = "open"
    category: str = ""
    words: tuple[str, ...] = ()


def overdue(report: Report, time: datetime) -> bool:
    """Whether a report should have been closed by now."""
    return report.due is not None and time > report.due and report.state in OPEN


def made(now: Situation, report: Report, time: datetime) -> ReportRow:
    """Return the row of a report."""
    return ReportRow(report, overdue(report, time), step_words.who(now, report.owner) if report.owner else "")


def in_order(rows: Iterable[ReportRow]) -> list[ReportRow]:
    """Open before closed, overdue first, then the graver, then the newer."""
    return sorted(rows, key=_order)


def report_rows(now: Situation, time: datetime) -> tuple[ReportRow, ...]:
    """Return all reports in their order."""
    return tuple(in_order(made(now, report, time) for report in now.reports.values()))


def _order(row: ReportRow) -> tuple[bool, bool, int, float]:
    report = row.report
    return (report.state not in OPEN, not row.late, report.grade, -report.at.timestamp())


def fits(row: ReportRow, wanted: Wanted) -> bool:
    """Whether a row passes the filters."""
    report = row.report
    if wanted.state == "open":
        passes = report.state in OPEN
    elif wanted.state == "late":
        passes = row.late
    else:
        passes = wanted.state in ("", report.state.value)
    if not passes or (wanted.category and report.category != wanted.category):
        return False
    if not wanted.words:
        return True
    event = plan_words.event(report.kind)
    hay = f"{report.kind} {report.place} {report.text} {report.by} {row.owner} {report.case} {event}".lower()
    return all(word in hay for word in wanted.words)


def state_chips(rows: Mapping[str, ReportRow]) -> list[Chip]:
    """Return the filters with their counts; one pass over the rows."""
    t = QCoreApplication.translate
    count = Counter(row.report.state for row in rows.values())
    late = sum(row.late for row in rows.values())
    chips = [
        Chip("open", t("Triage", "未办结"), sum(count[state] for state in OPEN)),
        Chip("late", t("Triage", "超时"), None if late else 0, late),
    ]
    chips += [Chip(state.value, words.report_state(state), count[state]) for state in ReportState]
    chips.append(Chip("", t("Triage", "全部"), len(rows)))
    return chips


def report_mark(report: Report) -> Mark:
    """Colour tells the category, shape the grade, fill the state."""
    role = f"report.{report.category.lower()}" if report.category in _CATEGORIES else "text.muted"
    return Mark(_SHAPES.get(report.grade, Shape.CIRCLE), role, _FILLS[report.state])


def report_title(report: Report) -> str:
    """Category and kind."""
    return f"{words.category(report.category)}·{phrases.registered(report.kind)}"


def keys_of(row: ReportRow) -> tuple[str, ...]:
    """Digests of the pictures of a report."""
    return tuple(one.digest for one in row.report.photos if one.media.startswith("image/"))


def due_words(report: Report, time: datetime) -> str:
    """Time left or by how much it is late; nothing when it is over."""
    return words.countdown(report.due, time) if report.due is not None and report.state in OPEN else ""


def report_second(row: ReportRow) -> str:
    """Second line of a report in the queue: where, and what was said."""
    report = row.report
    return f"{report.place}　{report.text}" if report.place else report.text


def report_columns(clock: Clock, *, queue: bool = True) -> tuple[Column[ReportRow], ...]:
    """Columns of the reports: in the queue with pictures and two lines, on the map's table twin a column for each."""
    t = QCoreApplication.translate

    def state_ink(row: ReportRow) -> str | None:
        if row.report.state not in OPEN:
            return "text.muted"
        return "state.attention" if row.report.state is ReportState.UNVERIFIED else None

    first: tuple[Column[ReportRow], ...] = (
        Column("picture", t("Triage", "照片"), lambda r: str(len(keys_of(r)) or ""), chars=6, sortable=False),
    )
    told: tuple[Column[ReportRow], ...] = (
        Column("place", t("Triage", "地点"), lambda r: r.report.place or words.DASH, chars=12, stretch=2),
        Column(
            "text",
            t("Triage", "内容"),
            lambda r: r.report.text,
            role_getter=lambda _: "text.secondary",
            chars=8,
            stretch=3,
        ),
    )
    return (
        *(first if queue else ()),
        Column(
            "kind",
            t("Triage", "事件"),
            lambda r: report_title(r.report),
            mark_getter=lambda r: report_mark(r.report),
            tooltip=lambda r: r.report.text,
            role_getter=lambda r: "text.muted" if r.report.state not in OPEN else None,
            sort_key=lambda r: (r.report.category, r.report.kind),
            chars=18,
            stretch=6 if queue else 2,
        ),
        Column(
            "grade",
            t("Triage", "等级"),
            lambda r: words.grade(r.report.grade),
            role_getter=lambda r: (
                "state.urgent" if (r.report.grade, r.report.state in OPEN) == (1, True) else "text.secondary"
            ),
            sort_key=lambda r: r.report.grade,
            chars=6,
        ),
        Column(
            "state",
            t("Triage", "状态"),
            lambda r: words.report_state(r.report.state),
            role_getter=state_ink,
            sort_key=lambda r: list(ReportState).index(r.report.state),
            chars=9,
        ),
        *(() if queue else told),
        Column(
            "age",
            t("Triage", "接报"),
            lambda r: words.age(r.report.at, clock()),
            Align.RIGHT,
            sort_key=lambda r: -r.report.at.timestamp(),
            chars=14,
        ),
        Column(
            "due",
            t("Triage", "时限"),
            lambda r: due_words(r.report, clock()),
            Align.RIGHT,
            role_getter=lambda r: "state.urgent" if r.late else "text.secondary",
            sort_key=lambda r: r.report.due.timestamp() if r.report.due else math.inf,
            chars=15,
        ),
        Column("owner", t("Triage", "承办"), lambda r: r.owner, chars=7, stretch=1),
    )
