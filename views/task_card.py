"""One task in full, with the chain from the river to the evidence and the moves that it allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.model.steps import TasksMoved
from data.model.task import Move, Task, TaskState
from data.rules.signoff import Preview
from data.rules.task_clock import CutOff, carried
from views import phrases, words
from views.card_text import CardView
from views.page_keys import is_escape, takes_escape
from views.pane import Pane, Selection
from views.task_move import DIRECT, allowed_moves
from views.task_rows import mark_of, staffed_roles, unstaffed
from views.task_text import instruction_text, task_text
from widgets.badge import Badge
from widgets.flow_layout import FlowLayout
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme

_NEXT: Mapping[TaskState, Move] = MappingProxyType(
    {
        TaskState.PENDING: Move.ISSUE,
        TaskState.ISSUED: Move.ACKNOWLEDGE,
        TaskState.ACKNOWLEDGED: Move.ARRIVE,
        TaskState.ON_SITE: Move.FINISH,
        TaskState.IN_PROGRESS: Move.FINISH,
        TaskState.DONE: Move.VERIFY,
    }
)
_SECOND = (Move.ARRIVE, Move.PROGRESS, Move.FINISH, Move.SEND_BACK, Move.REASSIGN)
ROOMY = 400
"""Height in px at scale 1 from which all buttons have room."""
_RARE = (Move.ESCALATE, Move.WITHDRAW, Move.EXEMPT)


class TaskCard(Pane):
    """A card for a task, or in a what-if for an instruction that is not a task yet.

    Signals:
        closed: back to the list.
        move_requested: ids of tasks and a Move that needs a sheet (who, why, proof).
        call_requested: ids of the people to call.
        boats_requested: Selection of somebody on the list for the boat team, to be shown there.

    """

    closed = Signal()
    move_requested = Signal(tuple, object)
    call_requested = Signal(tuple)
    boats_requested = Signal(object)

    heeds: ClassVar[Touched] = Touched.TASKS | Touched.DISPATCH | Touched.REGISTERS | Touched.LEVEL | Touched.RECKONED

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(theme, parent)
        self.task_id = ""
        self.instruction_id = ""
        self.back = QToolButton(self)
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(self.tr("返回清单（Esc）"))
        self.state = Badge(theme)
        self.clock = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self.clock.set_align(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.title = InkLabel(theme, size=Size.LARGE, bold=True, lines=0)
        self.view = CardView(theme, self)
        self.next = QPushButton(self)
        self.next.setProperty("kind", "primary")
        self.others = {move: QPushButton(words.move(move), self) for move in _SECOND}
        self.call = QPushButton(self.tr("呼叫(&L)"), self)
        self.boats = QPushButton(self.tr("派船接应名单(&D)"), self)
        self.boats.setToolTip(self.tr("到迁安页，看路断人员和最近的船队（Alt+D）"))
        self.more = QToolButton(self)
        self.more.setText(self.tr("更多"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.listed = {move: self._menu.addAction(f"{words.move(move)}…") for move in (*_SECOND, *_RARE)}
        self._call_listed = self._menu.addAction(self.tr("呼叫责任人"))
        self.more.setMenu(self._menu)
        self._arrange(theme)
        self.back.clicked.connect(self.closed)
        self.view.linked.connect(self._follow)
        self.next.clicked.connect(self._make_next)
        self.call.clicked.connect(self._call)
        self.boats.clicked.connect(self._open_boats)
        for move, button in self.others.items():
            button.clicked.connect(lambda _=False, m=move: self._make(m))
        self._call_listed.triggered.connect(self._call)
        for move, action in self.listed.items():
            action.triggered.connect(lambda _=False, m=move: self._make(m))
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(4), theme.px(12), 0)
        head.setSpacing(theme.px(6))
        head.addWidget(self.back)
        head.addWidget(self.state)
        head.addWidget(self.clock, 1)
        titled = QHBoxLayout()
        titled.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        titled.addWidget(self.title, 1)
        titled.addWidget(self.boats)
        self.foot = QWidget(self)
        framed = QVBoxLayout(self.foot)
        framed.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(8))
        inside = QWidget(self.foot)
        framed.addWidget(inside)
        buttons = FlowLayout(inside, theme.px(4))
        for button in (self.next, *self.others.values(), self.call, self.more):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addLayout(head)
        box.addLayout(titled)
        box.addWidget(self.view, 1)
        box.addWidget(self.foot)

    def show_task(self, task_id: str) -> None:
        """Show a task."""
        self.task_id, self.instruction_id = task_id, ""
        self._draw_all()

    def show_instruction(self, instruction_id: str) -> None:
        """Show an entry of the what-if."""
        self.task_id, self.instruction_id = "", instruction_id
        self._draw_all()

    def draw(self, now: Situation, touched: Touched) -> None:
        del now, touched
        self._draw_all()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        del now
        if self.instruction_id and preview is None:
            self.closed.emit()
        elif self.instruction_id:
            self._draw_all()
        else:
            self._draw_buttons()

    def draw_time(self, time: datetime) -> None:
        task = self._task()
        if task is None or task.deadline is None or not task.state.open:
            self.clock.set_text("", "text.muted")
            return
        self.clock.set_text(
            words.countdown(task.deadline, time), "state.urgent" if task.overdue(time) else "text.secondary"
        )

    def draw_theme(self, theme: Theme) -> None:
        self.back.setIcon(IconSet(theme).icon("back"))
        self.view.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low card has its lesser buttons in the menu."""
        super().resizeEvent(event)
        self._draw_buttons()

    def event(self, event: QEvent) -> bool:
        """Esc leaves this page rather than the what-if."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _task(self) -> Task | None:
        return self.now.tasks.get(self.task_id) if self.now is not None else None

    def _at(self) -> datetime | None:
        return self.time or (self.now.at if self.now is not None else None)

    def _draw_all(self) -> None:
        time, task = self._at(), self._task()
        if self.now is None or time is None:
            return
        row = self.now.plan.by_id.get(self.instruction_id)
        if task is not None:
            self.title.set_text(phrases.task_title(task, self.now.plan))
            mark = mark_of(task, time)
            self.state.show_words(words.task_state(task.state), mark, role=mark.role)
            self.view.show_text(task_text(self.now, task, self.theme))
            self.boats.setVisible(bool(self._to_fetch()))
        elif row is not None and self.preview is not None:
            self.title.set_text(phrases.plan_title(row))
            change = next((e.change for e in self.preview.entries if e.instruction.id == row.id), None)
            said = self.tr("推演 · {0}").format(words.change(change)) if change is not None else self.tr("推演")
            self.state.show_words(said, None, role="realm.whatif")
            self.view.show_text(instruction_text(self.now, self.preview, row, self.theme))
            self.boats.hide()
        self.draw_time(time)
        self._draw_buttons()

    def _to_fetch(self) -> tuple[CutOff, ...]:
        task = self._task()
        numbers = None if task is None or self.now is None else carried(self.now, task)
        return () if numbers is None else numbers.boats

    def _draw_buttons(self) -> None:
        task = self._task()
        self.foot.setVisible(task is not None and self.preview is None and task.state.open)
        if task is None or self.now is None:
            return
        moves = allowed_moves((task,))
        first = _NEXT.get(task.state)
        self.next.setVisible(first is not None)
        if first is not None:
            more = "" if first in DIRECT else "…"
            self.next.setText(f"{words.move(first)}{more}(&N)")
            self.next.setToolTip(
                self.tr("{0}“{1}”（Alt+N）").format(words.move(first), phrases.task_title(task, self.now.plan))
            )
        roomy = self.height() >= self.theme.px(ROOMY)
        for move, button in self.others.items():
            button.setVisible(roomy and move in moves and move is not first)
        alone = unstaffed(task, staffed_roles(self.now))
        self.others[Move.REASSIGN].setText(self.tr("指派…") if alone or not task.assignee else self.tr("改派…"))
        self.call.setVisible(roomy and bool(task.assignee))
        self._call_listed.setVisible(not roomy and bool(task.assignee))
        for move, action in self.listed.items():
            action.setVisible(move in moves and move is not first and (move in _RARE or not roomy))

    def _make_next(self) -> None:
        task = self._task()
        if task is not None and task.state in _NEXT:
            self._make(_NEXT[task.state])

    def _make(self, move: Move) -> None:
        if move in DIRECT:
            self.step_requested.emit(TasksMoved((self.task_id,), move), "")
        else:
            self.move_requested.emit((self.task_id,), move)

    def _call(self) -> None:
        task = self._task()
        if task is not None and task.assignee:
            self.call_requested.emit((task.assignee,))

    def _open_boats(self) -> None:
        for one in self._to_fetch()[:1]:
            self.boats_requested.emit(Selection(one.kind, one.id))

    def _follow(self, selection: Selection) -> None:
        if selection.kind == "plan":
            self.workspace_requested.emit("plan")
        self.selection_requested.emit(selection)
