"""The bar under the task list: moves that all chosen tasks allow, each button naming how many it moves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from data.model.task import Move, Task
from views import words
from views.task_move import allowed_moves, move_words
from widgets.theme import Theme

_FIRST = (Move.ISSUE, Move.VERIFY, Move.ACKNOWLEDGE, Move.ARRIVE, Move.FINISH)


class TaskBulkBar(QWidget):
    """Away when nothing is chosen.

    Signals:
        move_requested: ids of tasks, Move.

    """

    move_requested = Signal(tuple, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the bar."""
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._first: Move | None = None
        self.go = QPushButton(self)
        self.go.setProperty("kind", "primary")
        self.more = QToolButton(self)
        self.more.setText(self.tr("其他办理"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.actions_of = {move: menu.addAction("") for move in Move}
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(6))
        row.addWidget(self.go)
        row.addStretch(1)
        row.addWidget(self.more)
        self.go.clicked.connect(self._go)
        for move, action in self.actions_of.items():
            action.triggered.connect(lambda _=False, m=move: self.move_requested.emit(self._ids, m))
        self.hide()

    def show_tasks(self, tasks: tuple[Task, ...]) -> None:
        """Offer what these tasks allow together."""
        self._ids = tuple(task.id for task in tasks)
        moves = allowed_moves(tasks)
        self._first = next((move for move in _FIRST if move in moves), None)
        self.setVisible(bool(tasks))
        self.go.setVisible(self._first is not None)
        if self._first is not None:
            self.go.setText(move_words(self._first, len(tasks)))
        self.more.setText(self.tr("其他办理") if len(tasks) == 1 else self.tr("已选 {0} 项").format(len(tasks)))
        for move, action in self.actions_of.items():
            action.setText(f"{words.move(move)}…")
            action.setVisible(move in moves and move is not self._first)

    def _go(self) -> None:
        if self._first is not None:
            self.move_requested.emit(self._ids, self._first)
