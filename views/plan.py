"""The plan workspace 预案: the library by tier, role, phase and trigger; coverage, what nobody did, the check."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from data.model.plan import Phase, Plan, TriggerKind
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.rules.plan_check import check
from data.rules.signoff import Preview
from views import words
from views.pane import Pane, Selection
from views.parts import Choice, Words, ask_file, boxed, button, column, retheme_inside, row, rule, split
from views.plan_detail import PlanDetail
from views.plan_lists import CoverTable, FoundRow, cover_rows, findings_table, uncarried_table
from views.plan_rows import Filter, PlanRow, columns, held_now, rows_of, tier_mark, uncarried
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme


class PlanWorkspace(Pane):
    """Browse the library and see what became of it.

    Signals:
        export_requested: register kind, path of the xlsx or csv to write.
        import_requested: register kind, path of the table to read.

    """

    export_requested = Signal(str, str)
    import_requested = Signal(str, str)

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._filter = Filter()
        self._rows: tuple[PlanRow, ...] = ()
        self._held: frozenset[str] = frozenset()
        self._shown_id = ""
        self._checked: tuple[Plan, Register] | None = None
        self._tiers = Chips(theme)
        self._phase, self._role = Choice(self.tr("阶段")), Choice(self.tr("岗位"))
        self._trigger = Choice(self.tr("触发方式"))
        self._search = SearchField(theme, self.tr("找指令：标题、正文、凭证、编号"), "Ctrl+F")
        self._current = button(self.tr("只看有效"), tip=self.tr("只看当前流量下有效的指令（Alt+V）"))
        self._current.setCheckable(True)
        self._current.setShortcut("Alt+V")
        self._export = button(self.tr("导出 xlsx…"), "quiet", self.tr("把预案库写成 Excel 表，可改后再导入"))
        self._import = button(self.tr("导入…"), "quiet", self.tr("读入 xlsx 或 csv 预案表，整表替换，逐行报告"))
        self._count = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self._table = DataTable(theme, RowsModel(columns(), lambda r: r.id))
        self._table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._table.set_empty_words(self.tr("没有符合条件的指令"))
        self._detail = PlanDetail(theme)
        self._cover = CoverTable(theme)
        self._undone, self._findings = uncarried_table(theme), findings_table(theme)
        self._undone_note = Words(theme, size=Size.SMALL, tone="muted")
        self._tabs = QTabWidget()
        self._lay_out(theme)
        self._connect()

    # layout

    def _lay_out(self, theme: Theme) -> None:
        first = boxed(theme, column(theme, self._tiers, self._choices_row(theme)))
        foot = boxed(theme, row(theme, self._count, None, self._import, self._export), (12, 4, 8, 4))
        left = QWidget()
        left.setLayout(column(theme, first, rule(), self._table, rule(), foot, gap=0))
        self._search.setMinimumWidth(theme.px(140))
        undone = QWidget()
        undone.setLayout(
            column(theme, boxed(theme, column(theme, self._undone_note), (12, 6, 12, 4)), self._undone, gap=0)
        )
        for widget, title in (
            (self._detail, self.tr("条款")),
            (self._cover, self.tr("覆盖")),
            (undone, self.tr("无人落实")),
            (self._findings, self.tr("质检")),
        ):
            self._tabs.addTab(widget, title)
        self._tabs.setDocumentMode(True)
        self._tabs.setMinimumWidth(theme.px(380))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(left, self._tabs, shares=(13, 8)))
        self._phase.set_choices([("", self.tr("全部阶段")), *((p.value, words.phase(p)) for p in Phase)])
        self._trigger.set_choices([("", self.tr("全部触发")), *((k.value, words.trigger_kind(k)) for k in TriggerKind)])
        self._role.set_choices([("", self.tr("全部岗位"))])

    def _choices_row(self, theme: Theme) -> QHBoxLayout:
        line = row(theme, self._phase, self._role, self._trigger, self._current, self._search)
        self._role.setMaximumWidth(theme.px(200))
        line.setStretch(4, 1)
        return line

    def _connect(self) -> None:
        self._tiers.chosen.connect(self._narrow)
        for choice in (self._phase, self._role, self._trigger):
            choice.picked.connect(self._narrow)
        self._search.asked.connect(self._narrow)
        self._search.left_downwards.connect(self._table.setFocus)
        self._current.toggled.connect(self._narrow)
        self._table.chosen.connect(self._picked)
        self._table.opened.connect(self._opened)
        self._undone.chosen.connect(self._picked)
        self._undone.opened.connect(self._opened)
        self._detail.followed.connect(self.open_instruction)
        self._detail.task_followed.connect(self._follow_task)
        self._cover.cell_chosen.connect(self._cover_cell)
        self._findings.opened.connect(self._open_finding)
        self._export.clicked.connect(self._ask_export)
        self._import.clicked.connect(self._ask_import)
        QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus)

    # in

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS:
            posts = [(one.id, f"{one.id} {one.name}".strip()) for one in cover_rows(now) if one.id]
            self._role.set_choices([("", self.tr("全部岗位")), *posts])
            self._cover.set_rows(cover_rows(now))
            self._check(now)
        self._held = self._held_ids(now, self.preview)
        self._rows = rows_of(now, self._held)
        self._draw_tiers(now)
        if self._shown_id not in now.plan.by_id and self._rows:  # never an empty half: the first that is in force
            self._shown_id = next((line.id for line in self._rows if line.in_force), self._rows[0].id)
            self._narrow()
            self._table.choose([self._shown_id])
        self._narrow()
        self._draw_undone(now)
        self._draw_detail()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        held = self._held_ids(now, preview)
        if held != self._held:
            self._held = held
            self._rows = rows_of(now, held)
            self._narrow()

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is None or self.now is None:
            return
        wanted = selection.id if selection.kind == "plan" else ""
        if selection.kind == "task" and selection.id in self.now.tasks:
            wanted = self.now.tasks[selection.id].instruction
        if wanted and wanted != self._shown_id:
            self.open_instruction(wanted)

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - kept by the pane
        if self.now is not None and self._tabs.currentIndex() == 2:
            self._draw_undone(self.now)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    def open_instruction(self, row_id: str) -> None:
        """Show one instruction, widening the filter when it hides it."""
        if self.now is None or row_id not in self.now.plan.by_id:
            return
        self._shown_id = row_id
        if all(shown.id != row_id for shown in self._shown_rows()):
            self._show_filter(Filter())
        self._table.choose([row_id])
        self._tabs.setCurrentIndex(0)
        self._draw_detail()

    def show_filter(self, tier: int | None = None, role: str = "", *, in_force: bool = False) -> None:
        """Narrow the library, as another panel asks for."""
        self._show_filter(Filter(tier=tier, role=role, in_force=in_force))

    # drawing

    @staticmethod
    def _held_ids(now: Situation, preview: Preview | None) -> frozenset[str]:
        if preview is None:
            return held_now(now)
        return frozenset(entry.instruction.id for entry in preview.entries)

    def _draw_tiers(self, now: Situation) -> None:
        chips = [Chip("", self.tr("全部"), len(self._rows))]
        for tier in now.registers.tiers:
            count = sum(r.line.tier_min <= tier.number <= r.line.tier_max for r in self._rows)
            numeral = words.level_numeral(tier.level)
            text = tier.id if numeral == words.DASH else f"{tier.id} {numeral}"
            chips.append(Chip(str(tier.number), text, count, mark=tier_mark(tier.number)))
        self._tiers.set_chips(chips)

    def _draw_undone(self, now: Situation) -> None:
        rows = uncarried(now, self.time or now.at)
        self._undone.set_rows(rows)
        late = sum(one.late for one in rows)
        tier = now.basis.tier
        said = self.tr("实况基准 T{0}、{1} m³/s：{2} 条有效而无人落实").format(
            tier, words.flow(now.basis.flow_m3s), len(rows)
        )
        if tier == 0:
            said = self.tr("实况在 T0 日常级，没有需要落实的预案指令")
        self._undone_note.say(said, "urgent" if late else "muted")
        self._tabs.setTabText(2, self.tr("无人落实 {0}").format(len(rows)) if rows else self.tr("无人落实"))

    def _check(self, now: Situation) -> None:
        """The check takes some 50 ms, so it runs only when the library or the posts have changed."""
        if self._checked == (now.plan, now.registers.roles):
            return
        self._checked = (now.plan, now.registers.roles)
        found = check(now.plan.instructions, now.registers)
        self._findings.set_rows([FoundRow(at, one) for at, one in enumerate(found)])
        self._tabs.setTabText(3, self.tr("质检 {0}").format(len(found)) if found else self.tr("质检 通过"))

    def _draw_detail(self) -> None:
        if self.now is not None:
            self._detail.show_instruction(self.now, self.now.plan.by_id.get(self._shown_id), self.time)

    def _shown_rows(self) -> tuple[PlanRow, ...]:
        return tuple(r for r in self._rows if self._filter.takes(r))

    def _narrow(self, *_said: object) -> None:
        tier = (self._tiers.chosen_keys() or ("",))[0]
        self._filter = Filter(
            int(tier) if tier else None, self._phase.key(), self._role.key(), self._trigger.key(),
            self._search.text().strip(), self._current.isChecked(),
        )  # fmt: skip
        shown = self._shown_rows()
        self._table.set_rows(shown)
        where = self.tr("推演") if self.preview is not None else self.tr("实况")
        self._count.say(
            self.tr("{0} / {1} 条 · {2}有效 {3}").format(len(shown), len(self._rows), where, len(self._held))
        )

    def _show_filter(self, wanted: Filter) -> None:
        self._tiers.choose(["" if wanted.tier is None else str(wanted.tier)])
        self._phase.choose(wanted.phase)
        self._role.choose(wanted.role)
        self._trigger.choose(wanted.trigger)
        self._search.setText(wanted.text)
        self._current.blockSignals(True)
        self._current.setChecked(wanted.in_force)
        self._current.blockSignals(False)
        self._narrow()

    # out

    def _picked(self, ids: tuple[str, ...]) -> None:
        if ids and ids[0] != self._shown_id:
            self._shown_id = ids[0]
            self._draw_detail()
            self.selection_requested.emit(Selection("plan", ids[0]))

    def _opened(self, row_id: str) -> None:
        self.open_instruction(row_id)
        self.selection_requested.emit(Selection("plan", row_id))

    def _follow_task(self, task_id: str) -> None:
        self.selection_requested.emit(Selection("task", task_id))
        self.workspace_requested.emit("desk")

    def _cover_cell(self, tier: int, role: str) -> None:
        self._show_filter(Filter(tier=None if tier < 0 else tier, role=role))

    def _open_finding(self, at: int) -> None:
        model = self._findings.model()
        if isinstance(model, RowsModel):
            place = model.place_of(at)
            if place is not None:
                self.open_instruction(model.row(place).found.row_id)

    def _ask_export(self) -> None:
        ask_file(self, self.tr("导出预案库"), lambda path: self.export_requested.emit("plan", path), saving=True)

    def _ask_import(self) -> None:
        ask_file(self, self.tr("导入预案表"), lambda path: self.import_requested.emit("plan", path))
