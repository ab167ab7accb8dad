"""The report of an incident ready to be sent up: text in six elements, what it lacks, copy, and that it was sent."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from data.documents.first_report import ReportText, first_report, later_report
from data.model.dispatch import Incident
from data.model.incident_tables import IncidentTables, LimitKind
from data.model.situation import Situation
from data.rules import incident_loop
from views import phrases
from views.parts import Words, button, column, row
from widgets.theme import Size, Theme


class IncidentReport(QWidget):
    """First report, or the next later one once that went up.

    Signals:
        sent: the words under which it is noted that the report went up.
        copied: the report lies on the clipboard; its title.

    """

    sent = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: Theme, tables: IncidentTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = tables
        self._now: Situation | None = None
        self._incident: Incident | None = None
        self.missing = Words(theme, size=Size.SMALL, tone="attention")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("险情报告"))
        self.copy = button(self.tr("复制全文"), tip=self.tr("Ctrl+Shift+C"))
        self.copy.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self.to = QLineEdit()
        self.to.setAccessibleName(self.tr("报给谁、怎样报的"))
        self.to.setPlaceholderText(self.tr("报给谁、怎样报的"))
        self.done = button("", tip=self.tr("记下报告已经上报；时限自此重新计"))
        acts = row(theme, self.copy, self.to, self.done)
        acts.setStretch(1, 1)
        whole = column(theme, self.missing, self.text, acts, gap=6)
        whole.setStretch(1, 1)
        whole.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.setLayout(whole)
        self.copy.clicked.connect(self._copy)
        self.done.clicked.connect(self._sent)
        self.to.returnPressed.connect(self._sent)

    def show_incident(self, now: Situation, incident: Incident, time: datetime) -> None:
        """Write the report of this incident as it stands."""
        if self._incident is None or self._incident.id != incident.id or not self.to.text().strip():
            limit = self._tables.limit(LimitKind.FIRST_REPORT, incident.grade)
            self.to.setText("" if limit is None else limit.to)
        self._now, self._incident = now, incident
        report = self._written(time)
        if report is None:
            return
        if report.text != self.text.toPlainText():
            self.text.setPlainText(report.text)
        lacking = self.tr("缺 {0}；正文以＿＿留空，可先报后补").format(phrases.listed(report.missing))
        self.missing.say(lacking if report.missing else "")
        first = not incident_loop.first_report_sent(incident)
        self.done.setText(self.tr("记为已首报") if first else self.tr("记为已续报"))
        self.done.setEnabled(incident.closed_at is None)

    def _written(self, time: datetime) -> ReportText | None:
        now, incident = self._now, self._incident
        if now is None or incident is None:
            return None
        user = now.registers.users.get(now.user)
        by = user.name if user is not None else ""
        if not incident_loop.first_report_sent(incident):
            return first_report(now, incident, self._tables, time, by)
        return later_report(now, incident, self._tables, time, by, incident_loop.reports_sent(incident))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit(self.text.toPlainText().partition("\n")[0])

    def _sent(self) -> None:
        if self._incident is None or not self.done.isEnabled():
            return
        first = not incident_loop.first_report_sent(self._incident)
        mark = incident_loop.SENT_FIRST if first else incident_loop.SENT_MORE
        self.sent.emit(f"{mark}{self.to.text().strip()}")
