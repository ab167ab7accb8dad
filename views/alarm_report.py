"""绩效: how the alarms themselves behaved, by day and flood: rate, peaks, what stood long, chattered or was ignored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.situation import Situation
from data.rules.alarms.performance import Performance
from views import alarm_report_rows
from views.alarm_report_rows import ReportRow
from views.parts import Choice, Facts, Words, boxed, button, column, page, row, rule, scrolled, split
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.shortcuts import inside
from widgets.theme import Size, Theme

DAYS = (1, 7, 30, 0)
"""Spans offered in days; 0 is everything that the journal holds."""

USUAL = 7


class AlarmReport(QWidget):
    """The report.

    Signals:
        report_requested: begins (aware, None: from the first step), ends (aware); answered by `show_report`.
        export_requested: name of the list, headings, rows as texts.

    """

    report_requested = Signal(object, object)
    export_requested = Signal(str, object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._time: datetime | None = None
        self.span = Choice(self.tr("时段"))
        self.span.set_choices([(str(days), self._span(days)) for days in DAYS])
        self.span.choose(str(USUAL))
        self.again = button(self.tr("重算"), "quiet", self.tr("按日志重新统计（F5）"))
        self.about = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self.out = button(self.tr("导出 xlsx…"), "quiet", self.tr("把这张表写成 Excel"))
        self.model: RowsModel[ReportRow] = RowsModel(alarm_report_rows.columns(), lambda one: one.id, self)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("正在按日志统计…"))
        self.title = Words(theme, size=Size.LARGE, bold=True)
        self.facts = Facts(theme)
        self._arrange(theme)
        self.span.picked.connect(lambda _: self.ask())
        self.again.clicked.connect(self.ask)
        inside(self, "F5", self.ask)
        self.table.chosen.connect(lambda _: self._show_one())
        self.out.clicked.connect(self._export)

    def _arrange(self, theme: Theme) -> None:
        left, right = QWidget(), QWidget()
        head = boxed(theme, row(theme, self.span, self.again, self.about, None, self.out), (12, 8, 8, 8))
        left.setLayout(column(theme, head, rule(), self.table, gap=0))
        under = column(theme, self.title, self.facts, None, gap=10)
        under.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner = QWidget()
        inner.setLayout(under)
        right.setLayout(column(theme, scrolled(inner), gap=0))
        right.setMinimumWidth(theme.px(300))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(page(left), page(right), shares=(14, 5)))

    def first(self) -> QWidget:
        """What has the keyboard first."""
        return self.table

    def show_situation(self, now: Situation, time: datetime) -> None:
        """Names are taken from this situation; spans end at this time."""
        self._now, self._time = now, time

    def show_report(
        self, whole: Performance, days: Sequence[Performance], events: Mapping[int, Performance] | None = None
    ) -> None:
        """Show a span, its days and its floods."""
        self.table.set_empty_words(self.tr("这段时间没有报警记录"))
        shown = alarm_report_rows.rows(whole, days, events or {})
        self.table.set_rows(shown)
        if not self.table.chosen_ids():
            self.table.choose([shown[0].id])
        self.about.say(self.tr("报警 {0} 条 · 诊断 {1} 条").format(f"{whole.raised:,}", f"{whole.diagnostics:,}"))
        self._show_one()

    def ask(self) -> None:
        """Ask for the span that is chosen."""
        if self._time is not None:
            days = int(self.span.key() or USUAL)
            ends = self._time + timedelta(seconds=1)  # what came at this moment counts
            self.report_requested.emit(self._time - timedelta(days=days) if days else None, ends)

    def _show_one(self) -> None:
        ids, now = self.table.chosen_ids(), self._now
        if now is None or not ids:
            return
        place = self.model.place_of(ids[0])
        if place is not None:
            one = self.model.row(place)
            self.title.say(one.title)
            self.facts.show_facts(alarm_report_rows.facts(now, one.one))

    def _export(self) -> None:
        if self.model.rows():
            self.export_requested.emit(self.tr("报警绩效"), *alarm_report_rows.table(self.model.rows()))

    def _span(self, days: int) -> str:
        if not days:
            return self.tr("全部")
        return self.tr("近 24 小时") if days == 1 else self.tr("近 {0} 天").format(days)
