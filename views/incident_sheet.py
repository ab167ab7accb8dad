"""An incident (险情) is confirmed or put right: its kind asks for its measures, and the table suggests a grade."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from data.documents.first_report import first_report
from data.model.dispatch import Incident, Report
from data.model.incident_tables import IncidentTables, LimitKind
from data.model.plan import TriggerKind
from data.model.situation import Situation, Touched
from data.model.steps import IncidentAmended, IncidentRaised
from data.model.task import Task
from data.rules.incident_grade import suggest
from views import incident_words, phrases, plan_words, words
from views.incident_draft import IncidentDraft, at_point, from_report, from_task, incident_of, of_incident
from views.incident_form import IncidentForm
from views.incident_grade_box import GradeBox
from views.incident_treatment import TreatmentView
from views.pane import Selection
from views.parts import Words, boxed, button, column, row, rule, scrolled
from views.sheet_pane import SheetPane, upright_rule
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme, retheme

_GRADE_EVENTS = ("incident.major", "incident.large", "incident.general")
_EARLY = timedelta(minutes=10)
_AMEND = "amend/"


class IncidentSheet(SheetPane):
    """Form at left; suggested grade, decision and treatment card at right. A person grades; the table only suggests.

    Esc keeps the draft; opening the form for something else keeps it too, and brings it back with what it belongs to.
    Only a step that was taken clears it.
    """

    MOST = (1180, 820)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.REPORTS | Touched.INCIDENTS | Touched.USER

    def __init__(self, theme: Theme, tables: IncidentTables, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("IncidentSheet", "确认险情"), "warning", parent)
        self._tables = tables
        self._now_draft, self._opened = IncidentDraft(), IncidentDraft()
        self._kept: dict[str, IncidentDraft] = {}
        self._sent: tuple[str, int] | None = None
        self._filling = False
        self.form, self.grade, self.card = IncidentForm(theme, tables), GradeBox(theme), TreatmentView(theme)
        self.amend_note = QLineEdit()
        self.limits, self.follows = Words(theme, size=Size.SMALL), Words(theme, size=Size.SMALL, tone="secondary")
        self.note = Words(theme, size=Size.SMALL, tone="muted")
        self.refusal = Words(theme, size=Size.SMALL, tone="urgent")
        self.clear_form = button(self.tr("清空"), "quiet")
        self.send = button("", "danger", self.tr("Ctrl+Enter"))
        self._lay_out(theme)
        self._wire()
        self._fill(self._blank())

    def _lay_out(self, theme: Theme) -> None:
        self.amend_note.setAccessibleName(self.tr("更正说明"))
        self.amend_note.setPlaceholderText(self.tr("更正说明（必填）：补了什么、为什么改"))
        right = boxed(
            theme,
            column(theme, self.grade, self.limits, self.follows, rule(), self.card, None, gap=8),
            (16, 12, 16, 10),
        )
        sides = row(theme, scrolled(self.form), upright_rule(), scrolled(right), gap=0)
        sides.setStretch(0, 6)
        sides.setStretch(2, 4)
        acts = row(theme, self.note, self.amend_note, self.clear_form, self.send)
        acts.setStretch(0, 1)
        acts.setStretch(1, 1)
        body = QWidget()
        whole = column(theme, gap=0)
        whole.addLayout(sides, 1)
        whole.addWidget(rule())
        whole.addWidget(boxed(theme, column(theme, self.refusal, acts, gap=4), (16, 8, 16, 10)))
        body.setLayout(whole)
        self.panel.set_body(body)
        self.refusal.hide()

    def _wire(self) -> None:
        self.form.measured.connect(self._measured)
        for changed in (self.form.changed, self.grade.changed, self.amend_note.textChanged):
            changed.connect(self._ready)
        self.clear_form.clicked.connect(self.clear)
        self.send.clicked.connect(self._say)
        for keys in SEND:
            inside(self, keys, self._say)

    # what the owner says

    def open_for(self, report: Report) -> None:
        """Bring the form up for a report."""
        if self.now is not None:
            self._bring(from_report(self.now, self._tables, report))

    def open_for_task(self, task: Task) -> None:
        """Bring the form up for what was found at a task."""
        moment = self._moment()
        if self.now is not None and moment is not None:
            self._bring(from_task(self.now, task, moment))

    def open_at(self, lon: float, lat: float, label: str = "") -> None:
        """Bring the form up for a point of the map."""
        moment = self._moment()
        if self.now is not None and moment is not None:
            self._bring(at_point(self.now, lon, lat, label, moment))

    def open_empty(self) -> None:
        """Bring the form up with nothing in it but the time, or with the draft that was begun so."""
        self._bring(self._blank())

    def open_amend(self, incident_id: str) -> None:
        """Bring the form up with all that is known of an incident."""
        incident = None if self.now is None else self.now.incidents.get(incident_id)
        if incident is not None:
            self._bring(of_incident(incident))

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; nothing typed is lost."""
        self._sent = None
        self.refusal.say(text)

    def clear(self) -> None:
        """Back to what the form was opened with."""
        self._fill(self._opened)
        self.amend_note.clear()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it hangs together
        self.form.place.show_context(now, self.selection)
        taken = None if self._sent is None else now.incidents.get(self._sent[0])
        if taken is not None and self._sent is not None and len(taken.history) > self._sent[1]:
            self._taken(taken)
        else:
            self._ready()

    def draw_selection(self, selection: Selection | None) -> None:
        if self.now is not None:
            self.form.place.show_context(self.now, selection)

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - kept by the pane
        self._ready()

    def draw_theme(self, theme: Theme) -> None:
        retheme(self.panel, theme)

    def _taken(self, incident: Incident) -> None:
        amended = self._opened.origin.startswith(_AMEND)
        said = self.tr("已更正险情：{0} {1}") if amended else self.tr("已确认险情：{0} {1}")
        self._sent = None
        self._kept.pop(self._opened.origin, None)
        self._fill(self._blank())
        self.amend_note.clear()
        self.message_requested.emit(said.format(incident.place, incident_words.heading(incident)))
        self.selection_requested.emit(Selection("incident", incident.id))
        self.closed.emit()

    # draft

    def _bring(self, wanted: IncidentDraft) -> None:
        if self.now is not None:  # a hidden sheet has not drawn the registers yet
            self.form.place.show_context(self.now, self.selection)
        if wanted.origin != self._opened.origin or wanted.base != self._opened.base:
            if self.draft() != self._opened:
                self._kept[self._opened.origin] = self.draft()
            kept = self._kept.pop(wanted.origin, None)
            self._fill(wanted)
            if kept is not None and kept.base == wanted.base:
                self._fill(kept, opened=wanted)
        elif self.draft() == self._opened:
            self._fill(wanted)
        self._lead()
        self.bring_up(self.form.kind)

    def _blank(self) -> IncidentDraft:
        return IncidentDraft(structure=next(iter(self._tables.structures), ""), at=self._moment())

    def draft(self) -> IncidentDraft:
        """What stands in the form."""
        return replace(self.form.read(self._opened), grade=self.grade.grade(), reason=self.grade.said_reason())

    def _fill(self, draft: IncidentDraft, opened: IncidentDraft | None = None) -> None:
        self._filling = True
        self._opened = opened or draft
        self.form.fill(draft)
        self._suggest()
        self.grade.decide(draft.grade, draft.reason)
        self._filling = False
        if opened is None:
            self._opened = self.draft()  # as the form holds it, so that only typing makes it another
        self._lead()
        self._ready()

    def _lead(self) -> None:
        origin, _, key = self._opened.origin.partition("/")
        now = self.now
        amend = origin == "amend"
        self.panel.set_title(self.tr("更正险情") if amend else self.tr("确认险情"))
        self.amend_note.setVisible(amend)
        said = ""
        if origin == "report" and now is not None and (report := now.reports.get(key)) is not None:
            said = self.tr("接报 {0}：{1}，接报建议 {2}").format(
                words.date_clock(report.at), phrases.registered(report.kind), words.grade(report.grade)
            )
        elif origin == "task" and now is not None and (task := now.tasks.get(key)) is not None:
            said = self.tr("执行任务时发现：{0}").format(phrases.task_title(task, now.plan))
        elif amend and now is not None and (incident := now.incidents.get(key)) is not None:
            said = f"{incident_words.heading(incident)}　{incident_words.state(incident.state)}"
        self.form.lead.say(said)

    def _measured(self) -> None:
        self._suggest()
        self._ready()

    def _suggest(self) -> None:
        structure, kind = self.form.structure.key(), self.form.kind.key()
        found = suggest(self._tables, structure, kind, self.form.measures.typed())
        self.grade.setEnabled(bool(kind))
        if kind:
            self.grade.show_suggestion(found, self._tables.fields(structure, kind))
        else:
            self.grade.show_nothing()
        self.form.measures.mark_missing(found.missing)
        self.card.show_card(self._tables.card(structure, kind), kind)

    # ready

    def _moment(self) -> datetime | None:
        return self.time or (self.now.at if self.now is not None else None)

    def _wrong(self) -> str:
        """What keeps the incident from being confirmed."""
        moment, amending = self._moment(), self._opened.origin.startswith(_AMEND)
        said = (
            (moment is None or self.form.at.moment() > moment + _EARLY, self.tr("发现时间晚于现在")),
            (not self.grade.grade(), self.tr("请定级：系统只建议，由人确认")),
            (self.grade.unexplained(), self.tr("与建议等级不同，写明理由")),
            (amending and not self.amend_note.text().strip(), self.tr("写明更正说明")),
        )
        return self.form.wrong() or next((text for is_so, text in said if is_so), "")

    def _incident(self) -> Incident | None:
        moment = self._moment()
        if moment is None:
            return None
        origin = self._opened.origin
        name = origin.removeprefix(_AMEND) if origin.startswith(_AMEND) else f"incident-{uuid4().hex[:12]}"
        return incident_of(self.draft(), self._tables, name, self.grade.suggested(), moment)

    def _ready(self, *_said: object) -> None:
        if self._filling:
            return
        wrong, grade = self._wrong(), self.grade.grade()
        self.send.setEnabled(not wrong and self.now is not None)
        name = phrases.registered(self.form.kind.key())
        graded = words.grade(grade) if grade else ""
        amending = self._opened.origin.startswith(_AMEND)
        said = self.tr("保存更正：{0}{1}") if amending else self.tr("确认{0}{1}险情")
        self.send.setText(said.format(graded, name))
        self.note.say(wrong or self._lacking())
        limit = self._tables.limit(LimitKind.FIRST_REPORT, grade) if grade else None
        self.limits.say("" if limit is None else incident_words.due_from(limit))
        self.limits.setToolTip("" if limit is None else incident_words.reliance(limit.source, limit.confidence))
        self.follows.say(self._following(grade))
        self.refusal.say("")

    def _lacking(self) -> str:
        incident, moment = self._incident(), self._moment()
        if self.now is None or incident is None or moment is None:
            return ""
        missing = first_report(self.now, incident, self._tables, moment, "-").missing
        return self.tr("可先确认后补。首报尚缺：{0}").format(phrases.listed(missing)) if missing else ""

    def _following(self, grade: int) -> str:
        """What confirming would set off: the plan's instructions for this event and grade."""
        kind = self._tables.kind(self.form.structure.key(), self.form.kind.key())
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
        names = phrases.listed(phrases.plan_title(line) for line in lines[:6]) + ("…" if len(lines) > 6 else "")
        return self.tr("确认后将列入 {0} 条待签发指令：{1}").format(len(lines), names)

    def _say(self) -> None:
        incident = self._incident()
        if self.send.isEnabled() and incident is not None and self.now is not None:
            known = self.now.incidents.get(incident.id)
            self._sent = (incident.id, len(known.history) if known is not None else 0)
            if known is not None:
                body = IncidentAmended(replace(incident, at=known.at), self.amend_note.text().strip())
                self.step_requested.emit(body, "")
            else:
                self.step_requested.emit(IncidentRaised(incident), "")
        else:
            self.note.say(self._wrong(), "urgent")
