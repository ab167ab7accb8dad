"""The sheet on which a move with one or many tasks is made: to whom, why, with what proof. It keeps its drafts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QSpinBox, QToolButton, QVBoxLayout, QWidget

from data.model.situation import Situation
from data.model.steps import TasksMoved
from data.model.task import Move, Task
from data.rules.signoff import holder
from data.rules.tasks import ALLOWED
from views import phrases, step_words, words
from views.evidence_entry import EvidenceEntry
from views.page_keys import is_escape, is_send, takes_escape
from views.person_picker import PersonPicker
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.line_list import Line
from widgets.theme import Size, Theme

NEEDS_NOTE = frozenset({Move.SEND_BACK, Move.WITHDRAW, Move.EXEMPT, Move.ESCALATE})
"""Moves that the rules refuse without a reason."""
DIRECT = frozenset({Move.ACKNOWLEDGE, Move.ARRIVE, Move.VERIFY})
"""Moves that need nothing more than the press of their button."""
GRAVE = frozenset({Move.WITHDRAW, Move.EXEMPT})
Key = tuple[tuple[str, ...], Move]
BY_ROLE = "*"
"""Picked when each task goes to the first person on duty in its own role."""


def allowed_moves(tasks: tuple[Task, ...]) -> tuple[Move, ...]:
    """Return the moves that all of these tasks allow, in the order of their life."""
    return tuple(move for move in Move if tasks and all(task.state in ALLOWED[move] for task in tasks))


def move_words(move: Move, count: int) -> str:
    """What a button says that makes a move with tasks: it names its object."""
    if count == 1:
        return words.move(move)
    return QCoreApplication.translate("TaskMove", "{0} {1} 项任务").format(words.move(move), count)


def holders(now: Situation, tasks: tuple[Task, ...]) -> dict[str, tuple[str, ...]]:
    """Map each person on duty to the tasks of that person's role; "" has those that nobody can take."""
    found: dict[str, list[str]] = {}
    for task in tasks:
        row = now.plan.by_id.get(task.instruction)
        person = task.assignee or (holder(now, row) if row is not None else "")
        found.setdefault(person, []).append(task.id)
    return {person: tuple(ids) for person, ids in found.items()}


class MoveSheet(QWidget):
    """A page inside the task panel.

    Signals:
        steps_requested: bodies of the steps that make the move, one for each person who gets tasks.
        closed: the operator leaves; what was typed stays until the move is made.
        evidence_file_requested: path, and a callable that takes the Evidence.

    """

    steps_requested = Signal(tuple)
    closed = Signal()
    evidence_file_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._time: datetime | None = None
        self._tasks: tuple[Task, ...] = ()
        self._move = Move.ISSUE
        self._key: Key | None = None
        self._drafts: dict[Key, tuple[str, str]] = {}
        self.back = QToolButton(self)
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(self.tr("返回，所填内容保留（Esc）"))
        self.title = InkLabel(theme, size=Size.BASE, bold=True)
        self.what = InkLabel(theme, role="text.secondary", size=Size.SMALL, lines=0)
        self.picker = PersonPicker(theme, self)
        self.evidence = EvidenceEntry(theme, self)
        self.done = QSpinBox(self)
        self.note_label = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.missing = InkLabel(theme, role="state.attention", size=Size.SMALL, lines=0)
        self.go = QPushButton(self)
        self.go.setProperty("kind", "primary")
        self._arrange(theme)
        self.back.clicked.connect(self.closed)
        self.go.clicked.connect(self._make_move)
        self.note.textChanged.connect(self._check)
        self.evidence.changed.connect(self._check)
        self.picker.picked.connect(self._check)
        self.evidence.file_requested.connect(self.evidence_file_requested)
        self.set_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        box.setSpacing(theme.px(6))
        box.addLayout(head)
        box.addWidget(self.what)
        box.addWidget(self.picker, 3)
        box.addWidget(self.evidence)
        box.addWidget(self.done)
        box.addWidget(self.note_label)
        box.addWidget(self.note, 1)
        box.addWidget(self.missing)
        box.addStretch(0)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        box.addLayout(foot)
        self.note.setMinimumHeight(theme.px(48))
        self.note.setMaximumHeight(theme.px(120))

    def show_move(self, now: Situation, time: datetime, tasks: tuple[Task, ...], move: Move) -> None:
        """Show the sheet for a move; the same move with the same tasks finds what was typed before."""
        self._now, self._time, self._tasks, self._move = now, time, tasks, move
        key = (tuple(task.id for task in tasks), move)
        fresh = key != self._key
        if fresh and self._key is not None:
            self._drafts[self._key] = (self.note.toPlainText(), self.evidence.words.text())
        self._key = key
        label = move_words(move, len(tasks))
        names = [phrases.task_title(task, now.plan) for task in tasks]
        self.title.set_text(label if len(names) > 1 else phrases.labelled(label, names[0]))
        self.what.set_text(phrases.listed(names[:6]) + ("…" if len(names) > 6 else ""))
        self.what.setVisible(len(tasks) > 1)
        self.go.setText(f"{label}(&G)" if len(tasks) > 1 else self.tr("{0}此项任务(&G)").format(label))
        self.go.setToolTip(self.tr("Ctrl+Enter"))
        self.go.setProperty("kind", "danger" if move in GRAVE else "primary")
        self.go.style().polish(self.go)
        picks, proves = move in (Move.ISSUE, Move.REASSIGN), move in (Move.PROGRESS, Move.FINISH)
        self.picker.setVisible(picks)
        self.evidence.setVisible(proves)
        total = max(task.total_count for task in tasks)
        self.done.setVisible(proves and total > 1)
        self.note_label.set_text(self.tr("理由（必填）") if move in NEEDS_NOTE else self.tr("说明（可不填）"))
        if fresh:
            note, proof = self._drafts.pop(key, ("", ""))
            self.note.setPlainText(note)
            self.evidence.start(self._wanted())
            self.evidence.words.setText(proof)
            self.done.setRange(0, total)
            self.done.setValue(max(task.done_count for task in tasks))
            self.done.setSuffix(f" / {total}")
        if picks and (fresh or not self.picker.person()):
            self._offer_people(now, tasks, move)
        self._check()
        (self.picker.search if picks else self.evidence.words if proves else self.note).setFocus()

    def still_open(self, now: Situation) -> bool:
        """Whether the tasks on the sheet still allow its move."""
        tasks = tuple(now.tasks[task.id] for task in self._tasks if task.id in now.tasks)
        return len(tasks) == len(self._tasks) and self._move in allowed_moves(tasks)

    def about(self, task_id: str) -> bool:
        """Whether the sheet is for this one task."""
        return tuple(task.id for task in self._tasks) == (task_id,)

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
            self._make_move()
        else:
            super().keyPressEvent(event)

    def _offer_people(self, now: Situation, tasks: tuple[Task, ...], move: Move) -> None:
        roles = frozenset(task.role for task in tasks)
        if move is Move.REASSIGN:
            beside = tasks[0].assignee if len(tasks) == 1 else ""
            staff = now.registers.staff.get(beside)
            self.picker.show_choice(now, roles, beside, chosen=staff.deputy if staff is not None else "")
            return
        found = holders(now, tasks)
        named = [step_words.who(now, person) for person in found if person]
        alone = len(found.get("", ()))
        title = self.tr("按岗位派给在岗责任人：{0}").format(phrases.listed(named) or words.DASH)
        value = self.tr("{0} 项无人").format(alone) if alone else self.tr("{0} 人").format(len(named))
        first = Line(
            BY_ROLE,
            title,
            value=value,
            value_role="state.urgent" if alone else "text.muted",
            tag=self.tr("岗"),
            tag_role="text.muted",
            tooltip=title,
        )
        self.picker.show_choice(now, roles, first=first, chosen=BY_ROLE)

    def _wanted(self) -> str:
        if self._now is None or self._move is not Move.FINISH:
            return ""
        rows = [
            self._now.plan.by_id.get(task.instruction) for task in self._tasks if task.repeat_min or not task.evidence
        ]
        return phrases.listed(
            dict.fromkeys(phrases.listed(row.evidence.split(";")) for row in rows if row is not None and row.evidence)
        )

    def _check(self) -> None:
        lacks = ""
        if self._move in NEEDS_NOTE and not self.note.toPlainText().strip():
            lacks = self.tr("请写明理由")
        elif self._move is Move.FINISH and self._wanted() and not self.evidence.any():
            lacks = self.tr("请附上至少一项凭证")
        elif self._move in (Move.ISSUE, Move.REASSIGN) and not self.picker.person():
            lacks = self.tr("请选定受领人")
        self.missing.set_text(lacks)
        self.go.setEnabled(not lacks)

    def _make_move(self) -> None:
        if self._now is None or self._time is None:
            return
        note, ids = self.note.toPlainText().strip(), tuple(task.id for task in self._tasks)
        person = self.picker.person()
        if self._move is Move.ISSUE and person == BY_ROLE:
            found = holders(self._now, self._tasks)
            bodies = tuple(TasksMoved(theirs, Move.ISSUE, note, each) for each, theirs in found.items())
        elif self._move in (Move.ISSUE, Move.REASSIGN):
            bodies = (TasksMoved(ids, self._move, note, person),)
        elif self._move in (Move.PROGRESS, Move.FINISH):
            proof = self.evidence.evidence(self._time, self._now.user)
            count = self.done.value() if self.done.maximum() > 1 else None
            bodies = (TasksMoved(ids, self._move, note, evidence=proof, done_count=count),)
        else:
            bodies = (TasksMoved(ids, self._move, note),)
        self.steps_requested.emit(bodies)

    def forget(self) -> None:
        """The move was made: the next sheet starts empty."""
        self._key = None
