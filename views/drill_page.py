"""演练: scenarios to choose, edit and begin, drills that were played; in a drill its goals and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from data.model.drill import Drill, Scenario
from data.model.people import Right
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from views import drill_rows, words
from views.briefing_decision import PinCheck, Proven
from views.drill_outline import DrillOutline
from views.drill_rows import PastRow, ScenarioRow
from views.pane import Pane
from views.parts import Fact, Facts, Words, boxed, button, column, row, rule, scrolled, split
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme, retheme

CHECK_MS = 400


class DrillPage(Pane):
    """The workspace.

    Signals:
        begin_requested: id of a scenario.
        text_requested: id of a scenario; answer with `show_text`.
        text_changed: the text as it is now; answer with `show_findings` and `show_outline`.
        save_requested: id of the scenario, text.
        open_requested: id of a drill that was left, to go on with it.
        paper_requested: id of a drill whose assessment is wanted.
        throw_requested: id of a drill to be deleted.
        control_requested: bring up exercise control (in a drill); asked by somebody who may lead it.
        leave_requested: leave the drill (in a drill).

    """

    begin_requested = Signal(str)
    text_requested = Signal(str)
    text_changed = Signal(str)
    save_requested = Signal(str, str)
    open_requested = Signal(str)
    paper_requested = Signal(str)
    throw_requested = Signal(str)
    control_requested = Signal()
    leave_requested = Signal()

    heeds: ClassVar[Touched] = Touched.DRILL | Touched.REGISTERS

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(theme, parent)
        self._scenarios: dict[str, ScenarioRow] = {}
        self._past: dict[str, PastRow] = {}
        self._starting = False
        self._text_of = ""
        self._kept = ""
        self._goals: tuple[str, ...] = ()
        self.panel = Panel(theme, self.tr("演练"), detachable=False)
        self.model: RowsModel[ScenarioRow] = RowsModel(drill_rows.scenario_columns(), lambda one: one.id)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("没有想定文件"))
        self.past_model: RowsModel[PastRow] = RowsModel(drill_rows.past_columns(), lambda one: one.id)
        self.past = DataTable(theme, self.past_model)
        self.past.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.past.set_empty_words(self.tr("还没有做过演练"))
        self.begin = button(self.tr("开始演练"), "primary")
        self.goes_on = button(self.tr("继续所选演练"))
        self.paper = button(self.tr("演练评估报告…"))
        self.throw = button(self.tr("删除所选演练"), "danger")
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("想定文本"))
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setAccessibleName(self.tr("检查结果"))
        self.about = Words(theme, tone="secondary", size=Size.SMALL)
        self.outline = DrillOutline(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.save = button(self.tr("存为本台想定"), "", self.tr("存在本台的 scenarios 文件夹，随程序的想定不改"))
        self.undo = button(self.tr("放弃修改"), "", self.tr("回到所存的文本"))
        self.goals = Facts(theme)
        self.name = Words(theme, bold=True, size=Size.LARGE)
        self.control = button(self.tr("打开导调台"), "", self.tr("导调台是另一个窗口，只给演练控制人员看"))
        self.proven = Proven(theme, self.tr("导调人员"), pin_check)
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        self.leave = button(self.tr("退出演练"), "danger", self.tr("关闭演练桌面；实况桌面一直开着，不受影响"))
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(CHECK_MS)
        self._check.timeout.connect(lambda: self.text_changed.emit(self.editor.toPlainText()))
        self._stack = QStackedWidget()
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        told = Words(
            theme,
            self.tr("演练在另一个桌面、另一个库中进行：同样的界面，通道拒绝一切真实收件人，所有文字带【演练】。"),
            tone="secondary", size=Size.SMALL,
        )  # fmt: skip
        left = column(
            theme, told, Words(theme, self.tr("想定"), bold=True), self.table, row(theme, self.begin, None),
            rule(), Words(theme, self.tr("做过的演练"), bold=True), self.past,
            row(theme, self.goes_on, self.paper, None, self.throw), gap=6,
        )  # fmt: skip
        text = column(theme, self.about, self.editor, self.findings, row(theme, self.undo, None, self.save), gap=6)
        self.tabs.addTab(self.outline, self.tr("概要"))
        self.tabs.addTab(boxed(theme, text, (0, 8, 0, 0)), self.tr("文本"))
        self.findings.setMaximumHeight(px(110))
        right = column(theme, self.tabs)
        live = split(boxed(theme, left, (0, 0, 12, 0)), boxed(theme, right, (12, 0, 0, 0)), shares=(2, 3))
        inside = boxed(
            theme,
            column(
                theme,
                self.name,
                self.goals,
                row(theme, self.proven, self.control, None, self.leave),
                self.trouble,
                None,
                gap=12,
            ),
            (0, 0, 0, 0),
        )
        self._stack.addWidget(live)
        self._stack.addWidget(scrolled(inside))
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(px(12), px(8), px(12), px(8))
        whole.addWidget(self._stack)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self.table.chosen.connect(lambda _: self._choose())
        self.past.chosen.connect(lambda _: self._allow())
        self.begin.clicked.connect(lambda: self._tell(self.begin_requested, self.table))
        self.goes_on.clicked.connect(lambda: self._tell(self.open_requested, self.past))
        self.paper.clicked.connect(lambda: self._tell(self.paper_requested, self.past))
        self.throw.clicked.connect(lambda: self._tell(self.throw_requested, self.past))
        self.editor.textChanged.connect(self._on_typed)
        self.undo.clicked.connect(self._give_up)
        self.save.clicked.connect(lambda: self.save_requested.emit(self._text_of, self.editor.toPlainText()))
        self.control.clicked.connect(self._ask_control)
        self.proven.pin.returnPressed.connect(self._ask_control)
        self.leave.clicked.connect(self.leave_requested)

    # what the owner says

    def show_scenarios(self, rows: Sequence[ScenarioRow]) -> None:
        """Show the scenarios there are."""
        self._scenarios = {one.id: one for one in rows}
        self.table.set_rows(rows)
        if rows and not self.table.chosen_ids():
            self.table.choose([rows[0].id], tell=True)
        self._allow()

    def show_starting(self, *, starting: bool) -> None:
        """Whether a drill is being started: a second press of the button shall not start another one."""
        self._starting = starting
        self._allow()

    def show_past(self, rows: Sequence[PastRow]) -> None:
        """Show the drills that were played."""
        self._past = {one.id: one for one in rows}
        self.past.set_rows(rows)
        self._allow()

    def show_text(self, scenario: str, text: str, where: str) -> None:
        """Show the text of a scenario; what somebody has typed for another one is not thrown away."""
        if self._unsaved() and scenario != self._text_of:
            self.about.say(self.tr("“{0}”的修改还没有存：先存，或放弃修改，再看别的").format(self._text_of), "urgent")
            self.tabs.setCurrentIndex(1)
            self.table.choose([self._text_of], tell=False)
            self._allow()
            return
        self._text_of, self._kept = scenario, text
        self.editor.setPlainText(text)
        self.about.say(where, "secondary")
        self.text_changed.emit(text)

    def show_findings(self, lines: Sequence[str]) -> None:
        """Show what is wrong with the text, or that nothing is."""
        self.findings.setPlainText("\n".join(lines) or self.tr("检查通过：没有要改的"))
        self.tabs.setTabText(1, self.tr("文本（待改 {0}）").format(len(lines)) if lines else self.tr("文本"))
        self._allow()

    def show_outline(self, scenario: Scenario | None) -> None:
        """Show what the text says; None when it cannot be read."""
        self.outline.show_scenario(scenario, self.now)

    def show_saved(self, where: str) -> None:
        """The text has been saved."""
        self._kept = self.editor.toPlainText()
        self.about.say(self.tr("已存为 {0}").format(where), "secondary")
        self._allow()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw the drill that this desk is in, if it is in one."""
        _ = touched
        inside = now.realm is Realm.DRILL and now.drill is not None
        self._stack.setCurrentIndex(1 if inside else 0)
        if inside and now.drill is not None:
            self._draw_inside(now.drill)
            leads = [one for one in now.registers.users.rows if one.pin_hash and one.may(Right.SIGN)]
            self.proven.show_users(leads, now.user)
            self.proven.setVisible(bool(leads))  # where nobody has a PIN, nobody can be asked for it

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def show_goals(self, goals: Sequence[str]) -> None:
        """Show what the drill is for."""
        self._goals = tuple(goals)

    def _draw_inside(self, drill: Drill) -> None:
        self.name.say(drill.title)
        nature = self.tr("情景构造") if drill.constructed else self.tr("据实测")
        facts = [Fact(self.tr("性质"), nature), Fact(self.tr("想定时间"), words.date_clock(drill.began_at))]
        if drill.ended_at is not None:
            ended = f"{words.date_clock(drill.ended_at)} · {drill.reason}"
            facts.append(Fact(self.tr("已结束"), ended, "attention"))
        facts += [Fact(self.tr("目标 {0}").format(n), goal) for n, goal in enumerate(self._goals, start=1)]
        self.goals.show_facts(facts)

    # what was asked

    def _ask_control(self) -> None:
        """Players shall not see what comes: control opens for those who may sign, and have shown who they are."""
        proven = self.proven.isHidden() or self.proven.take() is not None
        self.trouble.say("" if proven else self.tr("口令不对，导调台没有打开"))
        if proven:
            self.control_requested.emit()
        else:
            self.proven.pin.setFocus()

    def _unsaved(self) -> bool:
        return bool(self._text_of) and self.editor.toPlainText() != self._kept

    def _give_up(self) -> None:
        self.editor.setPlainText(self._kept)
        self.about.say("")
        self._allow()

    def _on_typed(self) -> None:
        self._check.start()
        self._allow()

    def _choose(self) -> None:
        ids = self.table.chosen_ids()
        if ids and str(ids[0]) != self._text_of:
            self.text_requested.emit(str(ids[0]))
        self._allow()

    def _allow(self) -> None:
        ids, past = self.table.chosen_ids(), self.past.chosen_ids()
        chosen = self._scenarios.get(str(ids[0])) if ids else None
        unsaved = self._unsaved()
        self.begin.setEnabled(chosen is not None and not chosen.faults and not unsaved and not self._starting)
        told = self.tr("修改存了以后才能开始") if unsaved else ""
        self.begin.setToolTip(self.tr("一场演练正在打开") if self._starting else told)
        title = "" if chosen is None else chosen.title
        self.begin.setText(self.tr("开始演练：{0}").format(title) if title else self.tr("开始演练"))
        old = self._past.get(str(past[0])) if past else None
        self.goes_on.setEnabled(old is not None and not old.running)
        self.paper.setEnabled(old is not None and not old.running)
        self.throw.setEnabled(old is not None and not old.running)
        self.save.setEnabled(unsaved)
        self.undo.setEnabled(unsaved)

    def _tell(self, signal: SignalInstance, table: DataTable) -> None:
        ids = table.chosen_ids()
        if ids:
            signal.emit(str(ids[0]))
