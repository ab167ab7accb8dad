"""The patrol workspace 巡查: reports and what is done about them, incidents, patrol interval and sections."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from data.model.dispatch import Report, ReportState
from data.model.levels import Confidence
from data.model.situation import Situation, Touched
from data.model.steps import IncidentClosed, ReportMoved
from data.rules.signoff import Preview
from views import phrases, plan_words, step_words, words
from views.pane import Pane, Selection
from views.parts import (
    Choice,
    Fact,
    Facts,
    Words,
    boxed,
    button,
    column,
    period,
    retheme_inside,
    row,
    rule,
    scrolled,
    split,
)
from views.patrol_rows import (
    OPEN,
    PatrolGround,
    ReportRow,
    allowed,
    incident_columns,
    incident_rows,
    overdue,
    owners,
    patrol_ground,
    patrol_need,
    report_columns,
    report_rows,
)
from views.works_columns import section_columns
from views.works_rows import section_rows
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.ink_label import InkLabel
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme


class PatrolWorkspace(Pane):
    """Triage of reports.

    Signals:
        entry_requested: open the form for a report by telephone.
        incident_requested: open the form that makes an incident of this Report.

    """

    entry_requested = Signal()
    incident_requested = Signal(object)

    heeds: ClassVar[Touched] = Touched.REPORTS | Touched.REGISTERS | Touched.RIVER | Touched.LEVEL

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[ReportRow, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._ground = PatrolGround(0, 0.0, 0, 0)
        self._states = Chips(theme)
        self._category = Choice(self.tr("大类"))
        self._category.set_choices(
            [("", self.tr("全部大类")), *((f"E{n}", f"E{n} {words.category(f'E{n}')}") for n in range(1, 10))]
        )
        self._search = SearchField(theme, self.tr("找事件：种类、地点、内容、报告人"), "Ctrl+F")
        self._entry = button(self.tr("电话接报…"), "primary", self.tr("记一条电话报来的事件（Ctrl+R）"))
        self._table = DataTable(theme, RowsModel(report_columns(), lambda r: r.id))
        self._title = Words(theme, size=Size.LARGE, bold=True)
        self._text = Words(theme)
        self._facts = Facts(theme)
        self._note, self._owner = QLineEdit(), QLineEdit()
        self._owner_ids: dict[str, str] = {}
        self._verify, self._hand = button(self.tr("核实")), button(self.tr("交办"))
        self._close_report, self._reject = button(self.tr("办结")), button(self.tr("不属实"))
        self._incident = button(self.tr("转险情…"), tip=self.tr("确认为险情，触发预案的险情指令（Alt+I）"))
        self._incident.setShortcut("Alt+I")
        self._incidents = DataTable(theme, RowsModel(incident_columns(), lambda r: r.id))
        self._incidents.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._incidents.set_empty_words(self.tr("没有险情"))
        self._end_note = QLineEdit()
        self._end = button(self.tr("险情销号"))
        self._sections = DataTable(theme, RowsModel(section_columns(), lambda r: r.id))
        self._sections.set_empty_words(self.tr("没有责任段，请在 系统·数据 导入路线台账"))
        self._need = Words(theme, bold=True)
        self._need_source = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._lay_out(theme)
        self._connect()
        self._draw_detail()

    def _lay_out(self, theme: Theme) -> None:
        second = row(theme, self._category, self._search, self._entry)
        second.setStretch(1, 1)
        left = QWidget()
        left.setLayout(column(theme, boxed(theme, column(theme, self._states, second)), rule(), self._table, gap=0))
        self._owner.setPlaceholderText(self.tr("交给谁：姓名、岗位或队伍"))
        self._owner.setAccessibleName(self.tr("承办人"))
        self._note.setPlaceholderText(self.tr("说明：办结、不属实必填"))
        self._note.setAccessibleName(self.tr("说明"))
        moves = row(theme, self._verify, self._close_report, self._reject, None, self._incident)
        hand = row(theme, self._owner, self._hand)
        hand.setStretch(0, 1)
        acts = boxed(theme, column(theme, hand, self._note, moves), (16, 8, 16, 10))
        top = QWidget()
        inner = boxed(theme, column(theme, self._title, self._text, 2, self._facts, None, gap=4), (16, 12, 16, 8))
        top.setLayout(column(theme, scrolled(inner), rule(), acts, gap=0))
        incidents, sections = QWidget(), QWidget()
        self._end_note.setPlaceholderText(self.tr("销号说明：险情如何控制、谁复核（必填）"))
        self._end_note.setAccessibleName(self.tr("销号说明"))
        end = row(theme, self._end_note, self._end)
        end.setStretch(0, 1)
        incidents.setLayout(column(theme, self._incidents, rule(), boxed(theme, end, (16, 8, 16, 10)), gap=0))
        need = boxed(theme, column(theme, self._need, self._need_source, gap=2), (16, 8, 16, 6))
        sections.setLayout(column(theme, need, rule(), self._sections, gap=0))
        self._tabs.addTab(sections, self.tr("巡查"))
        self._tabs.addTab(incidents, self.tr("险情"))
        right = split(top, self._tabs, upright=True, shares=(1, 1))
        right.setMinimumWidth(theme.px(420))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(left, right, shares=(12, 8)))

    def _connect(self) -> None:
        self._states.chosen.connect(self._narrow)
        self._category.picked.connect(self._narrow)
        self._search.asked.connect(self._narrow)
        self._search.left_downwards.connect(self._table.setFocus)
        self._entry.clicked.connect(self.entry_requested)
        self._table.chosen.connect(self._pick)
        self._table.opened.connect(self._to_map)
        self._note.textChanged.connect(self._ready)
        self._owner.textChanged.connect(self._ready)
        self._verify.clicked.connect(lambda: self._move(ReportState.VERIFIED))
        self._hand.clicked.connect(lambda: self._move(ReportState.HANDLING))
        self._close_report.clicked.connect(lambda: self._move(ReportState.CLOSED))
        self._reject.clicked.connect(lambda: self._move(ReportState.REJECTED))
        self._incident.clicked.connect(self._ask_incident)
        self._incidents.chosen.connect(self._pick_incident)
        self._end_note.textChanged.connect(self._ready)
        self._end.clicked.connect(self._end_incident)
        QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus)
        QShortcut(
            QKeySequence("Ctrl+R"),
            self,
            self.entry_requested.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    # in

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS:
            self._offer_owners(now)
            self._ground = patrol_ground(now)
            self._sections.set_rows(section_rows(now))
        if touched & (Touched.REPORTS | Touched.REGISTERS):
            self._draw_reports(now)
        if self.preview is None:
            self._draw_need(now, now.basis.flow_m3s)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        self._draw_need(now, now.basis.flow_m3s if preview is None else preview.flow_m3s)

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "report" and selection.id not in self._chosen:
            self._chosen = (selection.id,)
            self._table.choose([selection.id])
            self._draw_detail()
        elif selection is not None and selection.kind == "incident":
            self._tabs.setCurrentIndex(1)
            self._incidents.choose([selection.id])
            self._ready()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - kept by the pane
        if self.now is not None:
            self._draw_reports(self.now)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    # drawing

    def _draw_reports(self, now: Situation) -> None:
        self._rows = report_rows(now, self.time or now.at)
        self._narrow()
        if not self._reports() and self._rows and self._rows[0].report.state in OPEN:
            self._chosen = (self._rows[0].id,)
            self._table.choose(self._chosen)
        incidents = incident_rows(now, self.time or now.at)
        self._incidents.set_rows(incidents)
        standing = sum(one.incident.closed_at is None for one in incidents)
        self._tabs.setTabText(1, self.tr("险情 {0}").format(standing) if standing else self.tr("险情"))
        self._draw_detail()

    def _draw_need(self, now: Situation, flow_m3s: float) -> None:
        ground = self._ground
        need = patrol_need(ground, now.registers.tiers, flow_m3s)
        where = self.tr("实况") if self.preview is None else self.tr("推演")
        if need.tier is None:
            self._need.say(self.tr("流量级表中没有 {0} m³/s").format(words.flow(flow_m3s)))
            self._need_source.set_text("")
            return
        said = self.tr("{0} {1}：{2}一遍，每班需 {3} 组，完整巡防队 {4}/{5} 支").format(
            where, need.tier.id, period(need.interval_min), need.groups, ground.complete, ground.squads
        )
        if need.missing:
            said += self.tr("，缺 {0} 组").format(need.missing)
        self._need.say(said, "attention" if need.missing else "")
        self._need_source.set_text(
            self.tr("{0} 段 {1:.1f} km × 每公里 {2:g} 组。{3}（{4}）").format(
                ground.sections,
                ground.km,
                need.tier.groups_per_km or 0,
                need.tier.source,
                words.confidence(Confidence.ASSUMED if "设定" in need.tier.source else need.tier.confidence),
            )
        )

    def _narrow(self, *_said: object) -> None:
        chips = [Chip("open", self.tr("未办结"), sum(r.report.state in OPEN for r in self._rows))]
        chips += [Chip("late", self.tr("超时"), None, sum(r.overdue for r in self._rows))]
        chips += [
            Chip(state.value, words.report_state(state), sum(r.report.state is state for r in self._rows))
            for state in ReportState
        ]
        chips.append(Chip("", self.tr("全部"), len(self._rows)))
        self._states.set_chips(chips)
        if not self._states.chosen_keys():
            self._states.choose(["open"])
        wanted = (self._states.chosen_keys() or ("",))[0]
        category, text = self._category.key(), self._search.text().lower().split()
        self._table.set_empty_words(
            self.tr("没有符合条件的事件") if self._rows else self.tr("还没有接报。电话报来的事件按 Ctrl+R 记入")
        )
        self._table.set_rows([r for r in self._rows if _fits(r, wanted, category, text)])

    def _reports(self) -> list[Report]:
        known = {} if self.now is None else self.now.reports
        return [known[row_id] for row_id in self._chosen if row_id in known]

    def _draw_detail(self) -> None:
        reports = self._reports()
        self._ready()
        if len(reports) != 1 or self.now is None:
            some = self.tr("选中 {0} 件事件，可成批办理").format(len(reports))
            self._title.say(some if reports else self.tr("选一件事件核实、交办或转险情"))
            self._text.say("")
            self._facts.show_facts([])
            return
        report, time = reports[0], self.time or self.now.at
        self._title.say(f"{words.category(report.category)}·{phrases.registered(report.kind)}")
        self._text.say(report.text)
        late = overdue(report, time)
        due = words.DASH if report.due is None else words.date_clock(report.due)
        if report.due is not None and report.state in OPEN:
            due += f"（{words.countdown(report.due, time)}）"
        place = report.place or words.DASH
        if report.lon is not None and report.lat is not None:
            place += f"  {report.lon:.5f}, {report.lat:.5f}"
        self._facts.show_facts(
            [
                Fact(self.tr("状态"), words.report_state(report.state)),
                Fact(self.tr("等级"), words.grade(report.grade) if report.category == "E1" else words.DASH),
                Fact(self.tr("地点"), place),
                Fact(self.tr("接报"), f"{words.date_clock(report.at)}  {words.age(report.at, time)}"),
                Fact(self.tr("报告人"), step_words.who(self.now, report.by)),
                Fact(self.tr("时限"), due, "urgent" if late else ""),
                Fact(self.tr("承办"), step_words.who(self.now, report.owner) if report.owner else words.DASH),
                Fact(self.tr("说明"), report.note or words.DASH),
            ]
        )

    def _offer_owners(self, now: Situation) -> None:
        self._owner_ids = {said: row_id for row_id, said in owners(now)}
        completer = QCompleter(list(self._owner_ids), self._owner)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._owner.setCompleter(completer)  # the field owns it and deletes the one before

    def _ready(self, *_said: object) -> None:
        reports, many = self._reports(), len(self._reports())
        noted = bool(self._note.text().strip())
        for act, state, said, able in (
            (self._verify, ReportState.VERIFIED, self.tr("核实"), True),
            (self._hand, ReportState.HANDLING, self.tr("交办"), self._owner.text() in self._owner_ids),
            (self._close_report, ReportState.CLOSED, self.tr("办结"), noted),
            (self._reject, ReportState.REJECTED, self.tr("不属实"), noted),
        ):
            act.setEnabled(able and allowed(reports, state))
            act.setText(self.tr("{0} {1} 件").format(said, many) if many > 1 else said)
        self._incident.setEnabled(many == 1 and reports[0].state in OPEN)
        self._end.setEnabled(bool(self._standing()) and bool(self._end_note.text().strip()))

    def _standing(self) -> str:
        """The incident chosen, if it still stands."""
        chosen = [str(row_id) for row_id in self._incidents.chosen_ids()]
        known = {} if self.now is None else self.now.incidents
        return next((one for one in chosen if one in known and known[one].closed_at is None), "")

    # out

    def _pick(self, ids: tuple[str, ...]) -> None:
        if ids != self._chosen:
            self._chosen = ids
            self._draw_detail()
            if len(ids) == 1:
                self.selection_requested.emit(Selection("report", ids[0]))

    def _to_map(self, report_id: str) -> None:
        report = self.now.reports.get(report_id) if self.now is not None else None
        if report is not None and report.lon is not None and report.lat is not None:
            self.place_requested.emit(report.lon, report.lat)
            self.workspace_requested.emit("desk")
        else:
            self.message_requested.emit(self.tr("这件事件没有坐标"))

    def _move(self, state: ReportState) -> None:
        owner = self._owner_ids.get(self._owner.text(), "") if state is ReportState.HANDLING else ""
        self.step_requested.emit(ReportMoved(self._chosen, state, self._note.text().strip(), owner), "")
        self._note.clear()
        self._owner.clear()

    def _ask_incident(self) -> None:
        self.incident_requested.emit(self._reports()[0])

    def _pick_incident(self, ids: tuple[str, ...]) -> None:
        self._ready()
        if ids:
            self.selection_requested.emit(Selection("incident", ids[0]))

    def _end_incident(self) -> None:
        standing = self._standing()
        if standing:
            self.step_requested.emit(IncidentClosed(standing, self._end_note.text().strip()), "")
            self._end_note.clear()


def _fits(line: ReportRow, wanted: str, category: str, text: list[str]) -> bool:
    report = line.report
    if wanted == "open" and report.state not in OPEN:
        return False
    if wanted == "late" and not line.overdue:
        return False
    if wanted not in ("", "open", "late") and report.state.value != wanted:
        return False
    hay = f"{report.kind} {report.place} {report.text} {report.by} {line.owner} {plan_words.event(report.kind)}".lower()
    return (not category or report.category == category) and all(word in hay for word in text)
