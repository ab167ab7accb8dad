"""待办任务: what must be done now, by whom and by when; in a what-if what a signature would change."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.model.steps import Body, TasksMoved
from data.model.task import Move, Task
from data.rules.plan import Change
from data.rules.signoff import Preview
from views import preview_rows, task_rows
from views.low_stack import LowStack, scrolled
from views.pane import Pane, Selection
from views.resting import Resting
from views.task_bulk import TaskBulkBar
from views.task_card import TaskCard
from views.task_filters import TaskFilters
from views.task_move import DIRECT, MoveSheet
from views.task_order import OrderSheet
from views.task_rows import HEADING, INSTRUCTION, REST, TASK, RowId
from widgets.ink_label import InkLabel
from widgets.line_list import LineList
from widgets.panel import Panel
from widgets.theme import Size, Theme, retheme


class TaskPanel(Pane):
    """The task list, with the card of a task and the sheets of its moves as further pages.

    Signals:
        evidence_file_requested: path of a file to store, and a callable that takes the Evidence.
        call_requested: ids of people to call.
        boats_requested: Selection of somebody on the list for the boat team, to be shown there.

    """

    evidence_file_requested = Signal(str, object)
    call_requested = Signal(tuple)
    boats_requested = Signal(object)

    heeds: ClassVar[Touched] = Touched.TASKS | Touched.REGISTERS | Touched.DISPATCH | Touched.LEVEL | Touched.RECKONED

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(theme, parent)
        self._listed: Preview | None = None
        self._asked: Selection | None = None
        self._followed: Selection | None = None
        self._quiet = False
        self._minute = -1
        self._later = Resting(self._fill, self)
        self.panel = Panel(theme, self.tr("待办任务"), icon="task", parent=self)
        self.filters = TaskFilters(theme)
        self.list = LineList(theme)
        self.list.set_empty_words(self.tr("没有待办任务"))
        self.bulk = TaskBulkBar(theme)
        self.card = TaskCard(theme)
        self.sheet = MoveSheet(theme)
        self.order = OrderSheet(theme)
        self.summary = InkLabel(theme, role="text.muted", size=Size.SMALL, hug=True)
        self.panel.add_header_widget(self.summary)
        self.pages = LowStack(QSize(theme.px(200), theme.px(96)), self)
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        self._list_page = QWidget()
        box = QVBoxLayout(self._list_page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.filters)
        box.addWidget(self.list, 1)
        box.addWidget(self.bulk)
        self._sheet_page, self._order_page = scrolled(self.sheet), scrolled(self.order)
        for page in (self._list_page, self.card, self._sheet_page, self._order_page):
            self.pages.addWidget(page)
        self.panel.set_body(self.pages)
        self._order_action = QAction(self.tr("下令（Ctrl+Shift+O）"), self)
        self._order_action.setShortcut("Ctrl+Shift+O")
        self.panel.add_action("plus", self._order_action)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        self.filters.changed.connect(self._fill)
        self.list.chosen.connect(self._on_chosen)
        self.list.picked.connect(self._open_row)
        self.list.opened.connect(self._open_row)
        self.list.toggled.connect(self._on_toggled)
        self.bulk.move_requested.connect(self._ask_move)
        self.card.closed.connect(self._to_list)
        self.card.move_requested.connect(self._ask_move)
        self.card.call_requested.connect(self.call_requested)
        self.card.boats_requested.connect(self.boats_requested)
        self.card.step_requested.connect(self.step_requested)
        self.card.selection_requested.connect(self.selection_requested)
        self.card.workspace_requested.connect(self.workspace_requested)
        self.sheet.steps_requested.connect(self._make_moves)
        self.sheet.closed.connect(self._leave_sheet)
        self.sheet.evidence_file_requested.connect(self.evidence_file_requested)
        self._order_action.triggered.connect(self.open_order)
        self.order.step_requested.connect(self._give_order)
        self.order.closed.connect(self._to_list)

    # what the desk shows

    def show_situation(self, now: Situation, touched: Touched) -> None:
        super().show_situation(now, touched)
        self.card.show_situation(now, touched)

    def show_preview(self, preview: Preview | None) -> None:
        super().show_preview(preview)
        self.card.show_preview(preview)

    def show_time(self, time: datetime) -> None:
        super().show_time(time)
        self.card.show_time(time)

    def show_tasks(self, state: str) -> None:
        """Show the live tasks of one state ("pending", "overdue" …), as the counts of the top bar ask."""
        self.filters.show_state(state)
        self._to_list()
        self._fill()

    def draw(self, now: Situation, touched: Touched) -> None:
        del now, touched
        if self.preview is None:
            self._fill()
        if (
            self.pages.currentWidget() is self._sheet_page
            and self.now is not None
            and not self.sheet.still_open(self.now)
        ):
            self._leave_sheet()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        if preview is None:
            self._listed = None
            self.list.set_empty_words(self.tr("没有待办任务"))
            self._fill()
            return
        self._summary_of(preview)
        if self._listed is None:
            self.list.set_empty_words(self.tr("这一流量下任务没有变化"))
            self._fill()
        elif not preview_rows.same_list(self._listed, preview):
            self._later.ask()
        del now

    def draw_selection(self, selection: Selection | None) -> None:
        self.filters.show_grid(selection.id if selection is not None and selection.kind == "grids" else "")
        if selection is None or selection in (self._followed, self._asked):
            return
        self._followed = selection
        if selection.kind == "task":
            self._choose((TASK, selection.id))
            self._open_row((TASK, selection.id))

    def draw_time(self, time: datetime) -> None:
        minute = int(time.timestamp() // 60)
        if minute != self._minute and self.preview is None:
            self._minute = minute
            self._fill()

    def draw_theme(self, theme: Theme) -> None:
        retheme(self.panel, theme)
        self.card.show_theme(theme)

    # filling

    def _fill(self) -> None:
        if self.now is None:
            return
        self._later.drop()
        preview = self.preview
        self.filters.show_previewing(preview is not None)
        want = self.filters.want
        if preview is None:
            listing = task_rows.live(self.now, self._at(), want)
            self._summary_of_live(listing)
        else:
            listing = preview_rows.listing(self.now, preview, want)
            self._listed = preview
            self._summary_of(preview)
        self._quiet = True
        self.list.set_lines(listing.lines, tall=not want.by_role)
        self._quiet = False
        self.filters.show_listing(self.now, listing)
        self.bulk.show_tasks(self._chosen_tasks())

    def _summary_of_live(self, listing: task_rows.Listing) -> None:
        late, waiting = listing.states["overdue"], listing.states["pending"]
        parts = [
            self.tr("待签发 {0}").format(waiting) if waiting else "",
            self.tr("超时 {0}").format(late) if late else "",
        ]
        said = " · ".join(part for part in parts if part)
        role = "state.urgent" if late else "state.attention" if waiting else "text.muted"
        self.summary.set_text(said or self.tr("未结 {0}").format(listing.states["open"]), role)

    def _summary_of(self, preview: Preview) -> None:
        wide = self.width() >= self.theme.px(330)
        said = (self.tr("新增 {0} · 变更 {1} · 撤销 {2}") if wide else self.tr("新{0} 变{1} 撤{2}")).format(
            preview.count(Change.NEW), preview.count(Change.CHANGED), len(preview.withdrawn)
        )
        self.summary.set_text(said, "realm.whatif")

    def _at(self) -> datetime:
        if self.now is None:
            raise AssertionError
        return self.time or self.now.at

    # what the operator does

    def _chosen_tasks(self) -> tuple[Task, ...]:
        if self.now is None or self.preview is not None:
            return ()
        ids = [row_id[1] for row_id in self._chosen_ids() if row_id[0] == TASK]
        return tuple(self.now.tasks[task_id] for task_id in ids if task_id in self.now.tasks)

    def _chosen_ids(self) -> tuple[RowId, ...]:
        return tuple(row_id for row_id in self.list.chosen_ids() if isinstance(row_id, tuple))

    def _on_chosen(self, ids: tuple[RowId, ...]) -> None:
        if self._quiet:
            return
        self.bulk.show_tasks(self._chosen_tasks())
        if len(ids) == 1:
            self._select(ids[0])

    def _select(self, row_id: RowId) -> None:
        kind = {TASK: "task", INSTRUCTION: "plan"}.get(row_id[0])
        if kind is not None:
            self._asked = self._followed = Selection(kind, row_id[1])
            self.selection_requested.emit(self._asked)

    def _choose(self, row_id: RowId) -> None:
        self._quiet = True
        self.list.choose([row_id])
        self._quiet = False

    def _open_row(self, row_id: RowId) -> None:
        if row_id[0] == TASK:
            self.card.show_task(row_id[1])
        else:
            self.card.show_instruction(row_id[1])
        self.pages.setCurrentWidget(self.card)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, row_id: RowId) -> None:
        if row_id[0] == HEADING:
            self.filters.toggle_heading(row_id[1])
        elif row_id[0] == REST:
            self.filters.set_state(row_id[1])

    def _ask_move(self, ids: tuple[str, ...], move: Move) -> None:
        if self.now is None:
            return
        if move in DIRECT:
            self.step_requested.emit(TasksMoved(ids, move), "")
            return
        tasks = tuple(self.now.tasks[task_id] for task_id in ids if task_id in self.now.tasks)
        if tasks:
            self.pages.setCurrentWidget(self._sheet_page)
            self.sheet.show_move(self.now, self._at(), tasks, move)

    def _make_moves(self, bodies: tuple[Body, ...]) -> None:
        """Ask for the steps one after another; the sheet stays when the first refusal comes."""
        for body in bodies:
            before = self.now
            self.step_requested.emit(body, "")
            if self.now is before:
                return
        self.sheet.forget()
        self._leave_sheet()

    def _leave_sheet(self) -> None:
        single = bool(self.card.task_id) and self.sheet.about(self.card.task_id)
        page = self.card if single else self._list_page
        self.pages.setCurrentWidget(page)
        (page if single else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_order(self) -> None:
        """Open the sheet for an order of the desk's own, for the grid or person that is selected."""
        if self.now is None:
            return
        chosen = self.selection
        grid = chosen.id if chosen is not None and chosen.kind == "grids" else ""
        person = chosen.id if chosen is not None and chosen.kind in ("staff", "squads") else ""
        self.pages.setCurrentWidget(self._order_page)
        self.order.show_order(self.now, self._at(), grid, person)

    def _give_order(self, body: Body) -> None:
        before = self.now
        self.step_requested.emit(body, "")
        if self.now is not before:
            self.order.forget()
            self._to_list()

    def _to_list(self) -> None:
        self.pages.setCurrentWidget(self._list_page)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
