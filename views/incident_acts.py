"""What can be done to an incident: on to the next state, elsewhere in the loop, put right, closed with a note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from data.model.dispatch import Incident, IncidentState
from data.rules.incident_loop import Onward, Way, onward
from views import incident_words
from views.parts import Choice, button, column, row
from widgets.flow_layout import FlowLayout
from widgets.shortcuts import SEND, inside
from widgets.theme import Theme


class IncidentActs(QWidget):
    """One note for whatever is done; acts that must be explained wait for it.

    Signals:
        moved: the state to go to, and the note.
        closed: the note under which it is closed out of the usual course.
        amend_asked: open the form with all that is known.

    """

    moved = Signal(object, str)
    closed = Signal(str)
    amend_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._incident: Incident | None = None
        self._moves: tuple[Onward, ...] = ()
        self._notes: dict[str, str] = {}
        self._sent = False
        self.note = QLineEdit()
        self.note.setAccessibleName(self.tr("说明"))
        self.note.setPlaceholderText(self.tr("说明：做了什么、效果如何；跳步、退回、销号必填"))
        self.next = button("", "primary", self.tr("按闭环转入下一步（Ctrl+Enter）"))
        self.others = Choice(self.tr("转到其他环节"))
        self.others.setMinimumContentsLength(10)
        self.go = button(self.tr("转到"))
        self.amend = button(self.tr("更正、升级…"), tip=self.tr("补量测、改等级、续填措施和需求"))
        self.end = button(self.tr("销号…"), "quiet")
        first = row(theme, self.next, self.note)
        first.setStretch(1, 1)
        rest = FlowLayout(gap=theme.px(8))
        for part in (self.others, self.go, self.amend, self.end):
            rest.addWidget(part)
        self.setLayout(column(theme, first, rest, gap=6))
        self.next.clicked.connect(self._next)
        self.go.clicked.connect(self._elsewhere)
        self.end.clicked.connect(self._close)
        self.amend.clicked.connect(self.amend_asked)
        self.note.textChanged.connect(self._ready)
        self.others.picked.connect(self._ready)
        for keys in SEND:
            inside(self, keys, self._next)

    def show_incident(self, incident: Incident) -> None:
        """Offer what this incident allows; a note goes with its incident until the act it was written for is taken."""
        before = self._incident
        if before is None or before.id != incident.id:
            if before is not None:
                self._notes[before.id] = self.note.text()
            self.note.setText(self._notes.pop(incident.id, ""))
            self.others.choose("")
        elif self._sent and len(incident.history) > len(before.history):
            self.note.clear()
            self.others.choose("")
        self._sent = False
        self._incident, self._moves = incident, onward(incident.state)
        others = [one for one in self._moves if one.way is not Way.USUAL]
        self.others.set_choices(
            [("", self.tr("其他环节…")), *((one.state.value, incident_words.way(one)) for one in others)]
        )
        usual = self._usual()
        self.next.setVisible(usual is not None)
        if usual is not None:
            self.next.setText(incident_words.way(usual))
        self.end.setVisible(incident.closed_at is None and incident.state is not IncidentState.REVIEWED)
        self.amend.setEnabled(incident.closed_at is None)
        self._ready()

    def _usual(self) -> Onward | None:
        return next((one for one in self._moves if one.way is Way.USUAL), None)

    def _noted(self) -> str:
        return self.note.text().strip()

    def _ready(self, *_said: object) -> None:
        usual = self._usual()
        need = self.tr("先写说明")
        self.next.setEnabled(usual is not None and (not usual.note_needed or bool(self._noted())))
        self.go.setEnabled(bool(self.others.key()) and bool(self._noted()))
        self.go.setToolTip(need if self.others.key() and not self._noted() else "")
        self.end.setEnabled(bool(self._noted()))
        tip = self.tr("误报、并入他处等：不走闭环直接销号，说明记入历史")
        self.end.setToolTip(tip if self._noted() else f"{tip}。{need}")

    def _next(self) -> None:
        usual = self._usual()
        if usual is not None and self.next.isEnabled():
            self._sent = True
            self.moved.emit(usual.state, self._noted())

    def _elsewhere(self) -> None:
        if self.others.key():
            self._sent = True
            self.moved.emit(IncidentState(self.others.key()), self._noted())

    def _close(self) -> None:
        if self._noted():
            self._sent = True
            self.closed.emit(self._noted())
