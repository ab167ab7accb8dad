"""The bar with which whereabouts are set for one or many people; states that need words ask for a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.steps import WhereaboutsSet
from views import words
from widgets.flow_layout import FlowLayout
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme

NEEDS_NOTE = frozenset({Whereabouts.REFUSED, Whereabouts.UNKNOWN})
"""States that are worth nothing without a word of explanation."""
WAY = (Whereabouts.UNTOLD, Whereabouts.TOLD, Whereabouts.SIGNED, Whereabouts.LEAVING, Whereabouts.LEFT)
"""The way out of the floodplain; who refuses or is lost stands beside it."""


def not_beyond(ids: Iterable[str], where: Mapping[str, Whereabouts], state: Whereabouts) -> tuple[str, ...]:
    """Whom a bulk entry may set: several are never turned back, one alone may be, deliberately."""
    everyone = tuple(ids)
    if len(everyone) < 2 or state not in WAY:
        return everyone
    beyond = WAY[WAY.index(state) + 1 :]
    return tuple(row_id for row_id in everyone if where.get(row_id) not in beyond)


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
        self._where: Mapping[str, Whereabouts] = {}
        self._pending: Whereabouts | None = None
        self._drafts: dict[tuple[str, frozenset[str]], tuple[Whereabouts, str]] = {}
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
        self.skipped = InkLabel(theme, role="state.attention", size=Size.SMALL, lines=0)
        self.skipped.hide()
        self._arrange(theme, framed=framed)
        self.tell.clicked.connect(lambda: self.set_state(Whereabouts.TOLD))
        self.left.clicked.connect(lambda: self.set_state(Whereabouts.LEFT))
        self.call.clicked.connect(lambda: self.call_requested.emit(self._to_call()))
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
        box.addWidget(self.skipped)
        box.addWidget(self._note_row)
        box.addWidget(buttons)

    def show_people(self, register: str, ids: tuple[str, ...], where: Mapping[str, Whereabouts]) -> None:
        """Offer states for these people; a note begun for others is put by until those are chosen again."""
        before = self._chosen()
        if self._pending is not None:
            self._drafts[before] = (self._pending, self.note.text())
        self._register, self._ids, self._where = register, ids, where
        if self._chosen() != before:
            self.skipped.hide()
            self._take_up_draft()
        self.setVisible(bool(ids))
        for button, state, words_ in (
            (self.tell, Whereabouts.TOLD, self.tr("记已通知 {0}")),
            (self.left, Whereabouts.LEFT, self.tr("记已撤离 {0}")),
        ):
            count = len(not_beyond(ids, where, state))
            button.setText(words_.format(self._count(count)))
            button.setEnabled(bool(count))
        self.call.setText(self.tr("呼叫 {0}").format(self._count(len(self._to_call()))))
        self.call.setEnabled(bool(self._to_call()))
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
        ids = not_beyond(self._ids, self._where, state)
        beyond = len(self._ids) - len(ids)
        said = self.tr("记{0} {1}，另有 {2} 已在其后，未改")
        self.skipped.set_text(said.format(words.whereabouts(state), self._count(len(ids)), self._count(beyond)))
        self.skipped.setVisible(bool(beyond))
        if ids:
            self.step_requested.emit(WhereaboutsSet(self._register, ids, state))

    def _to_call(self) -> tuple[str, ...]:
        """Nobody who has left is called again."""
        return tuple(row_id for row_id in self._ids if self._where.get(row_id) is not Whereabouts.LEFT)

    def _chosen(self) -> tuple[str, frozenset[str]]:
        return self._register, frozenset(self._ids)

    def _count(self, count: int) -> str:
        return f"{count} {self.tr('人') if self._register == 'keypeople' else self.tr('户')}"

    def _take_up_draft(self) -> None:
        """The form is open only for those for whom it was opened."""
        self._pending, text = self._drafts.get(self._chosen(), (None, ""))
        self.note.setText(text)
        self._note_row.setVisible(self._pending is not None)

    def _label(self, state: Whereabouts) -> None:
        self.note.setPlaceholderText(self.tr("{0}：写明情况（必填）").format(words.whereabouts(state)))
        whom = self._ids[0] if len(self._ids) == 1 else self._count(len(self._ids))
        self.go.setText(self.tr("记{0} {1}").format(words.whereabouts(state), whom))
        self.go.setToolTip(" ".join(self._ids))
        self.go.setEnabled(bool(self.note.text().strip()))

    def _with_note(self) -> None:
        note, state = self.note.text().strip(), self._pending
        if state is None or not note:
            return
        self._pending = None
        self._drafts.pop(self._chosen(), None)
        self.note.clear()
        self._note_row.hide()
        self.step_requested.emit(WhereaboutsSet(self._register, self._ids, state, note))
