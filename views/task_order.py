"""The sheet for an order of the desk's own: what, to whom, where, by when."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.model.situation import Situation
from data.model.steps import TaskOrdered
from data.model.task import Task
from views import step_words
from views.page_keys import is_escape, is_send, takes_escape
from views.person_picker import PersonPicker
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.theme import Theme

LONGEST_MIN = 7 * 1440


class OrderSheet(QWidget):
    """A page inside the task panel; what was typed stays until the order is given.

    Signals:
        step_requested: TaskOrdered.
        closed: the operator leaves.

    """

    step_requested = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._time: datetime | None = None
        self._grids: tuple[str, ...] = ()
        self.back = QToolButton(self)
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(self.tr("返回，所填内容保留（Esc）"))
        self.head = InkLabel(theme, self.tr("下令（不出自预案）"), bold=True)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("一句话写清做什么，如“加固马渡 26 坝”"))
        self.title.setAccessibleName(self.tr("指令标题"))
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(self.tr("要求、地点、注意事项（可不填）"))
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(theme.px(64))
        self.limit = QSpinBox(self)
        self.limit.setRange(5, LONGEST_MIN)
        self.limit.setSingleStep(15)
        self.limit.setPrefix(self.tr("限 "))
        self.limit.setSuffix(self.tr(" 分钟"))
        self.limit.setValue(60)
        self.grid = QComboBox(self)
        self.grid.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.grid.setMinimumContentsLength(8)
        self.picker = PersonPicker(theme, self)
        self.go = QPushButton(self)
        self.go.setProperty("kind", "primary")
        self.go.setToolTip(self.tr("Ctrl+Enter"))
        self._arrange(theme)
        self.back.clicked.connect(self.closed)
        self.go.clicked.connect(self._give)
        self.title.textChanged.connect(self._check)
        self.picker.picked.connect(self._check)
        self.set_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(6))
        top.addWidget(self.back)
        top.addWidget(self.head, 1)
        where = QHBoxLayout()
        where.setSpacing(theme.px(4))
        where.addWidget(self.grid, 1)
        where.addWidget(self.limit)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        box.setSpacing(theme.px(6))
        box.addLayout(top)
        box.addWidget(self.title)
        box.addWidget(self.text)
        box.addLayout(where)
        box.addWidget(self.picker, 1)
        box.addLayout(foot)

    def show_order(self, now: Situation, time: datetime, grid: str = "", person: str = "") -> None:
        """Show the sheet; a grid or person selected on the desk is filled in where nothing was chosen yet."""
        self._now, self._time = now, time
        grids = tuple(row.id for row in now.registers.grids)
        if grids != self._grids:
            self._grids = grids
            self.grid.clear()
            self.grid.addItem(self.tr("全镇"), "")
            for row in now.registers.grids:
                self.grid.addItem(row.name, row.id)
        if grid and not self.grid.currentData():
            self.grid.setCurrentIndex(self.grid.findData(grid))
        if not self.picker.person():
            first = now.registers.staff.get(person)
            roles = frozenset({first.role if first is not None else "R07"})
            self.picker.show_choice(now, roles, chosen=person)
        self._check()
        self.title.setFocus()

    def forget(self) -> None:
        """The order was given: the next sheet starts empty."""
        self.title.clear()
        self.text.clear()
        self.grid.setCurrentIndex(0)
        self.picker.list.clearSelection()
        self.limit.setValue(60)

    def set_theme(self, theme: Theme) -> None:
        """Dress the icon."""
        self.back.setIcon(IconSet(theme).icon("back"))

    def event(self, event: QEvent) -> bool:
        """Esc leaves this page rather than the what-if."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.closed.emit()
        elif is_send(event) and self.go.isEnabled():
            self._give()
        else:
            super().keyPressEvent(event)

    def _check(self) -> None:
        person = self.picker.person()
        name = step_words.who(self._now, person) if self._now is not None and person else ""
        self.go.setText(self.tr("下令给{0}(&G)").format(name) if name else self.tr("下令(&G)"))
        self.go.setEnabled(bool(person and self.title.text().strip()))

    def _give(self) -> None:
        if self._now is None or self._time is None:
            return
        person, grid = self.picker.person(), self.grid.currentData()
        staff = self._now.registers.staff.get(person)
        task = Task(
            id=f"order/{uuid4().hex[:12]}",
            title=self.title.text().strip(),
            role=staff.role if staff is not None else "R07",
            raised_at=self._time,
            flow_m3s=self._now.flow_m3s or 0.0,
            text=self.text.toPlainText().strip(),
            priority=1,
            deadline_min=self.limit.value(),
            assignee=person,
            grids=(grid,) if grid else (),
        )
        self.step_requested.emit(TaskOrdered(task))
