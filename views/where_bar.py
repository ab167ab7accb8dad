"""The bar with which whereabouts are set for one or many people; states that need words ask for a note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.steps import WhereaboutsSet
from views import words
from widgets.flow_layout import FlowLayout
from widgets.theme import Theme

NEEDS_NOTE = frozenset({Whereabouts.REFUSED, Whereabouts.UNKNOWN})
"""States that are worth nothing without a word of explanation."""


class WhereBar(QWidget):
    """Away when nobody is chosen.

    Signals:
        step_requested: WhereaboutsSet.
        call_requested: ids of people.

    """

    step_requested = Signal(object)
    call_requested = Signal(tuple)

    def __init__(
        self, theme: Theme, *, calls: bool = False, framed: bool = True, parent: QWidget | None = None
    ) -> None:
        """Make the bar; `calls` adds a button that leads to the telephone."""
        super().__init__(parent)
        self._register = ""
        self._ids: tuple[str, ...] = ()
        self._pending: Whereabouts | None = None
        self._unit = self.tr("户")
        self.tell = QPushButton(self)
        self.tell.setProperty("kind", "primary")
        self.left = QPushButton(self)
        self.more = QToolButton(self)
        self.more.setText(self.tr("其他"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.states = {state: menu.addAction(words.whereabouts(state)) for state in Whereabouts}
        self.more.setMenu(menu)
        self.call = QPushButton(self)
        self.call.setVisible(calls)
        self._calls = calls
        self.note = QLineEdit(self)
        self.go = QPushButton(self)
        self.go.setProperty("kind", "primary")
        self._note_row = QWidget(self)
        self._arrange(theme, framed=framed)
        self.tell.clicked.connect(lambda: self.set_state(Whereabouts.TOLD))
        self.left.clicked.connect(lambda: self.set_state(Whereabouts.LEFT))
        self.call.clicked.connect(lambda: self.call_requested.emit(self._ids))
        for state, action in self.states.items():
            action.triggered.connect(lambda _=False, s=state: self.set_state(s))
        self.note.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.note.returnPressed.connect(self._with_note)
        self.go.clicked.connect(self._with_note)
        self.hide()

    def _arrange(self, theme: Theme, *, framed: bool) -> None:
        buttons = QWidget(self)
        row = FlowLayout(buttons, theme.px(4))
        for widget in (self.call, self.tell, self.left, self.more):
            row.addWidget(widget)
        second = QHBoxLayout(self._note_row)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(theme.px(4))
        second.addWidget(self.note, 1)
        second.addWidget(self.go)
        self._note_row.hide()
        box = QVBoxLayout(self)
        side = theme.px(12) if framed else 0
        box.setContentsMargins(side, theme.px(6), side, theme.px(6))
        box.setSpacing(theme.px(4))
        box.addWidget(self._note_row)
        box.addWidget(buttons)

    def show_people(self, register: str, ids: tuple[str, ...]) -> None:
        """Offer states for these people; a note begun for others stays in its field."""
        self._register, self._ids = register, ids
        unit = self.tr("人") if register == "keypeople" else self.tr("户")
        count = f"{len(ids)} {unit}"
        self.setVisible(bool(ids))
        self.tell.setText(self.tr("记已通知 {0}").format(count))
        self.left.setText(self.tr("记已撤离 {0}").format(count))
        self.call.setText(self.tr("呼叫 {0}").format(count))
        if self._pending is not None:
            self._label(self._pending)

    def set_state(self, state: Whereabouts) -> None:
        """Set a state at once, or open the note that it needs."""
        if state in NEEDS_NOTE:
            self._pending = state
            self._label(state)
            self._note_row.show()
            self.note.setFocus()
            return
        self.step_requested.emit(WhereaboutsSet(self._register, self._ids, state))

    def _label(self, state: Whereabouts) -> None:
        self.note.setPlaceholderText(self.tr("{0}：写明情况（必填）").format(words.whereabouts(state)))
        self.go.setText(self.tr("记{0} {1}").format(words.whereabouts(state), len(self._ids)))
        self.go.setEnabled(bool(self.note.text().strip()))

    def _with_note(self) -> None:
        note = self.note.text().strip()
        if self._pending is None or not note:
            return
        self.step_requested.emit(WhereaboutsSet(self._register, self._ids, self._pending, note))
        self._pending = None
        self.note.clear()
        self._note_row.hide()
