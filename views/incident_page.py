"""The page of one incident: where it stands in the closed loop, time limits, what can be done, all that is known."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.model.dispatch import Incident, IncidentState
from data.model.incident_tables import CHAINAGE, GRADE_REASON, IncidentTables, LimitKind
from data.model.situation import Situation
from data.rules import incident_loop
from views import incident_words, phrases, step_words, words
from views.dispatch_order import OrderLine
from views.incident_acts import IncidentActs
from views.incident_report import IncidentReport
from views.incident_rows import history_columns, history_lines, loop_dots
from views.incident_treatment import TreatmentView
from views.parts import Fact, Facts, Words, boxed, column, rule, scrolled
from views.triage_near import NearTeams
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.step_line import StepLine
from widgets.theme import Size, Theme

_BEFORE_WORK = frozenset({IncidentState.REPORTED, IncidentState.GRADED, IncidentState.GUARDED, IncidentState.PLANNED})


class IncidentPage(QWidget):
    """Head and acts always in sight; facts, report, treatment card and history under tabs.

    Signals:
        report_followed: id of the report it came from.
        pictures_asked: show its pictures.
        ordered: a Task for somebody near, about this incident.

    """

    report_followed = Signal(str)
    pictures_asked = Signal()
    ordered = Signal(object)

    def __init__(self, theme: Theme, tables: IncidentTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = tables
        self._now: Situation | None = None
        self._incident: Incident | None = None
        self.title = Words(theme, size=Size.LARGE, bold=True)
        self.where = Words(theme, tone="secondary")
        self.loop = StepLine(theme)
        self.limits, self.approval = Words(theme), Words(theme, size=Size.SMALL, tone="muted")
        self.acts = IncidentActs(theme)
        self.facts, self.card = Facts(theme), TreatmentView(theme)
        self.report = IncidentReport(theme, tables)
        self.near, self.order = NearTeams(theme), OrderLine(theme)
        self.order.hide()
        self.history = DataTable(theme, RowsModel(history_columns(), lambda r: r.id))
        known = column(theme, self.facts, 6, self.near, self.order, None)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(theme.px(220))
        self.tabs.addTab(scrolled(boxed(theme, known, (12, 8, 12, 8))), self.tr("情况"))
        self.tabs.addTab(self.report, self.tr("首报"))
        self.tabs.addTab(scrolled(boxed(theme, column(theme, self.card, None), (12, 8, 12, 8))), self.tr("处置卡"))
        self.tabs.addTab(self.history, self.tr("经过"))
        head = column(theme, self.title, self.where, 4, self.loop, self.limits, self.approval, self.acts, gap=4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(boxed(theme, head, (12, 8, 12, 8)))
        outer.addWidget(rule())
        outer.addWidget(self.tabs, 1)
        self.facts.followed.connect(self._follow)
        self.near.dispatch_requested.connect(self._begin_order)
        self.order.ordered.connect(self.ordered)
        self.order.closed.connect(self.order.hide)

    def show_incident(self, now: Situation, incident: Incident, time: datetime) -> None:
        """Show an incident as it stands."""
        self._now = now
        before, self._incident = self._incident, incident
        if before is not None and before.id != incident.id:
            self.order.clear()
            self.order.hide()
        self.title.say(incident_words.heading(incident), "urgent" if incident.grade == 1 else "")
        self.where.say(self._where(incident, time))
        self.loop.set_steps(loop_dots(incident))
        self.acts.show_incident(incident)
        approval = self._tables.limit(LimitKind.APPROVAL, incident.grade)
        due = approval is not None and incident.state in _BEFORE_WORK
        self.approval.say(phrases.registered(approval.words) if due and approval is not None else "")
        self.facts.show_facts(self._facts(now, incident))
        self.report.show_incident(now, incident, time)
        first = not incident_loop.first_report_sent(incident)
        self.tabs.setTabText(1, self.tr("首报") if first else self.tr("续报"))
        self.card.show_card(self._tables.card(incident.structure, incident.kind), incident.kind)
        self.history.set_rows(history_lines(now, incident))
        self.tabs.setTabText(3, self.tr("经过 {0}").format(len(incident.history)))
        place = None if incident.lon is None or incident.lat is None else (incident.lon, incident.lat)
        self.near.show_around(now, place if incident.closed_at is None else None, f"incident/{incident.id}")
        self.show_time(time)

    def order_given(self) -> None:
        """The order was taken."""
        self.order.clear()
        self.order.hide()

    def show_time(self, time: datetime) -> None:
        """Bring limits and age up to date."""
        if self._incident is None:
            return
        self.where.say(self._where(self._incident, time))
        running = incident_loop.running(self._incident, self._tables)
        late = any(one.done_at is None and one.overdue(time) for one in running) and self._incident.closed_at is None
        said = "　".join(incident_words.running(one, time) for one in running)
        sources = dict.fromkeys(incident_words.reliance(one.limit.source, one.limit.confidence) for one in running)
        self.limits.setToolTip("\n".join(sources))
        self.limits.say(said if self._incident.closed_at is None else "", "urgent" if late else "")

    def _where(self, incident: Incident, time: datetime) -> str:
        found = self.tr("{0} 发现，{1}").format(words.date_clock(incident.at), words.age(incident.at, time))
        if incident.closed_at is not None:
            found = self.tr("{0} 发现，{1} 销号").format(
                words.date_clock(incident.at), words.date_clock(incident.closed_at)
            )
        return f"{incident.place}　{found}"

    def _facts(self, now: Situation, incident: Incident) -> list[Fact]:
        values = dict(incident.measures)
        works = now.registers.works.get(incident.works)
        place = phrases.registered(works.name) if works is not None else self.tr("大堤或其他")
        if values.get(CHAINAGE):
            place += f"　{words.chainage(float(values[CHAINAGE]))}"
        if incident.lon is not None and incident.lat is not None:
            place += f"　{incident.lon:.5f}, {incident.lat:.5f}"
        suggested = words.grade(incident.suggested) if incident.suggested else self.tr("分级表无建议")
        graded = words.grade(incident.grade)
        if incident.suggested != incident.grade:
            graded = phrases.noted(graded, self.tr("建议 {0}").format(suggested))
        report = now.reports.get(incident.report)
        links = (
            ((incident.report, f"{words.date_clock(report.at)} {step_words.who(now, report.by)}"),) if report else ()
        )
        pictures = (("pictures", self.tr("{0} 张").format(len(incident.photos))),) if incident.photos else ()
        return [
            Fact(self.tr("等级"), graded, "urgent" if incident.grade == 1 else ""),
            *([Fact(self.tr("定级理由"), values[GRADE_REASON])] if values.get(GRADE_REASON) else []),
            Fact(self.tr("位置"), place),
            *(Fact(label, value) for label, value in incident_words.measures(incident, self._tables)),
            Fact(self.tr("说明"), incident.text or words.DASH),
            _owed(self.tr("伤亡与影响"), incident.casualties),
            _owed(self.tr("已采取措施"), incident.taken_measures),
            _owed(self.tr("需求"), incident.needs),
            Fact(self.tr("接报"), "" if links else words.DASH, links=links),
            Fact(self.tr("照片"), "" if pictures else self.tr("没有"), "" if pictures else "muted", pictures),
        ]

    def _begin_order(self, to: str, _about: str) -> None:
        """Open the order to somebody near, with what it is about written already."""
        if self._now is None or self._incident is None:
            return
        if not self.order.title.text().strip():
            kind = phrases.registered(self._incident.kind)
            self.order.title.setText(self.tr("到 {0} 参加{1}抢护").format(self._incident.place, kind))
        self.order.show()
        self.order.open_for(self._now, to)

    def _follow(self, key: str) -> None:
        if key == "pictures":
            self.pictures_asked.emit()
        else:
            self.report_followed.emit(key)


def _owed(caption: str, text: str) -> Fact:
    """An element of the report; one that nobody told stands out."""
    return Fact(caption, text) if text.strip() else Fact(caption, "＿＿", "attention")
