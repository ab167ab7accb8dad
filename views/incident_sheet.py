"""A report becomes an incident (险情): a person chooses works, kind and grade; the plan's event instructions follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from data.feeds.report_kinds import ReportKind
from data.model.dispatch import Incident, Report
from data.model.plan import TriggerKind
from data.model.situation import Situation, Touched
from data.model.steps import IncidentRaised
from data.rules.geometry import distance_m
from views import phrases, plan_words, words
from views.parts import Choice, Words, boxed, button, captioned, column, row, rule, scrolled
from views.sheet_pane import SheetPane
from widgets.theme import Size, Theme

_GRADE_EVENTS = ("incident.major", "incident.large", "incident.general")


class IncidentSheet(SheetPane):
    """The form. The grade is never chosen for the operator: the table of grades is only quoted."""

    MOST = (760, 520)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.REPORTS

    def __init__(self, theme: Theme, kinds: Sequence[ReportKind], parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("IncidentSheet", "确认险情"), "warning", parent)
        self._kinds = tuple(kind for kind in kinds if kind.event)
        self._report: Report | None = None
        self._lead = Words(theme, bold=True)
        self._works, self._kind = Choice(self.tr("工程")), Choice(self.tr("险情种类"))
        self._grade = Choice(self.tr("险情等级"))
        self._place, self._text = QLineEdit(), QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._advice = Words(theme, size=Size.SMALL, tone="muted")
        self._follows = Words(theme, size=Size.SMALL, tone="secondary")
        self._raise = button(self.tr("确认险情"), "danger", self.tr("Ctrl+Enter"))
        self._lay_out(theme)
        self._kind.set_choices([(kind.kind, phrases.registered(kind.kind)) for kind in self._kinds])
        self._grade.set_choices([("", self.tr("请定级")), *((str(g), words.grade(g)) for g in (1, 2, 3))])
        for choice in (self._works, self._kind, self._grade):
            choice.picked.connect(self._ready)
        self._place.textChanged.connect(self._ready)
        self._raise.clicked.connect(self._say)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._say, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._ready()

    def _lay_out(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        captioned(form, self.tr("工程(&W)"), self._works)
        captioned(form, self.tr("部位(&P)"), self._place)
        captioned(form, self.tr("种类(&K)"), self._kind)
        captioned(form, self.tr("等级(&G)"), self._grade)
        captioned(form, self.tr("说明(&T)"), self._text)
        self._text.setFixedHeight(theme.px(80))
        body = QWidget()
        inner = boxed(
            theme, column(theme, self._lead, self._advice, 2, form, rule(), self._follows, None), (16, 12, 16, 8)
        )
        foot = boxed(theme, row(theme, None, self._raise), (16, 8, 16, 10))
        body.setLayout(column(theme, scrolled(inner), rule(), foot, gap=0))
        self.panel.set_body(body)
        self._place.setAccessibleName(self.tr("部位"))

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS:
            self._works.set_choices([("", self.tr("大堤或其他")), *((w.id, w.name) for w in now.registers.works)])
        self._ready()

    def open_for(self, report: Report) -> None:
        """Bring the form up for a report; a draft for another report is replaced."""
        if self._report is None or self._report.id != report.id:
            self._report = report
            self._place.setText(report.place)
            self._text.setPlainText(report.text)
            self._kind.choose(report.kind)
            self._works.choose(self._nearest_works(report))
            self._grade.choose("")
        said = self.tr("接报 {0}：{1}").format(words.date_clock(report.at), phrases.registered(report.kind))
        self._lead.say(said)
        self._ready()
        self.bring_up(self._grade)

    def _nearest_works(self, report: Report) -> str:
        """The works named in the place, else those of the nearest spur within 300 m."""
        if self.now is None:
            return ""
        registers = self.now.registers
        named = next((w.id for w in registers.works if w.name and w.name[:2] in report.place), "")
        if named or report.lon is None or report.lat is None:
            return named
        here = (report.lon, report.lat)
        near = min(
            ((distance_m(here, spur.path[0]), spur.works) for spur in registers.spurs if spur.path), default=(1e9, "")
        )
        return near[1] if near[0] <= 300.0 else ""

    def _chosen(self) -> ReportKind | None:
        return next((kind for kind in self._kinds if kind.kind == self._kind.key()), None)

    def _ready(self, *_said: object) -> None:
        kind = self._chosen()
        grade = int(self._grade.key() or 0)
        self._raise.setEnabled(kind is not None and grade > 0 and bool(self._place.text().strip()))
        name = phrases.registered(kind.kind) if kind else ""
        self._raise.setText(self.tr("确认{0}{1}险情").format(words.grade(grade) if grade else "", name))
        self._advice.say(
            self.tr("接报建议：{0}。等级由技术责任人到场后按险情分级表确定，系统不代定。").format(
                words.grade(self._report.grade)
            )
            if self._report is not None
            else ""
        )
        self._follows.say(self._following(kind, grade))

    def _following(self, kind: ReportKind | None, grade: int) -> str:
        """What confirming would set off: the plan's instructions for this event and grade."""
        if self.now is None or kind is None:
            return ""
        events = {kind.event, _GRADE_EVENTS[grade - 1] if grade else ""}
        flow = self.now.basis.flow_m3s
        lines = [
            line
            for line in self.now.plan.instructions
            if line.trigger is TriggerKind.EVENT
            and line.trigger_expr in events
            and line.flow_min_m3s <= flow < line.flow_max_m3s
        ]
        if not lines:
            return self.tr("预案中没有随“{0}”触发的指令").format(plan_words.event(kind.event))
        names = phrases.listed(phrases.plan_title(line) for line in lines[:6])
        return self.tr("确认后将列入 {0} 条待签发指令：{1}").format(len(lines), names)

    def _say(self) -> None:
        kind, at = self._chosen(), self.time or (self.now.at if self.now is not None else None)
        if not self._raise.isEnabled() or kind is None or at is None:
            return
        incident = Incident(
            f"incident-{uuid4().hex[:12]}", at, self._works.key(), self._place.text().strip(), kind.kind, kind.event,
            int(self._grade.key()), self._text.toPlainText().strip(), self._report.id if self._report else "",
        )  # fmt: skip
        self._report = None
        self.step_requested.emit(IncidentRaised(incident), "")
        self.closed.emit()
