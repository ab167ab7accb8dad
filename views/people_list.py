"""A list of growers, key persons or households with a search field, and the bar that sets their whereabouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.situation import Situation
from views import clock_words
from views.clock_rows import Clocks
from views.hand_guard import HandGuard
from views.people_rows import Someone, lines_of
from views.where_bar import WhereBar
from widgets.line_list import LineList
from widgets.theme import Theme


class TellingList(LineList):
    """A list whose tooltips are made when they are asked for: those of hundreds of clocks would take too long."""

    _tell: Callable[[str], str] | None = None  # events come while the base is being made

    def set_tips(self, tell: Callable[[str], str] | None) -> None:
        """Say what more there is to a row by its id; None: what the lines say."""
        self._tell = tell

    def viewportEvent(self, event: QEvent) -> bool:
        if self._tell is None or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        line = self._line_at(self.indexAt(event.pos()))
        QToolTip.showText(event.globalPos(), "" if line is None else self._tell(str(line.id)), self)
        return True


class PeopleList(QWidget):
    """The list and its bar.

    Signals:
        chosen: ids, by the operator only.
        opened: id whose card is wanted.
        step_requested: WhereaboutsSet.
        call_requested: ids of rows.
        rested: no hand is on the list any more, it may be put in order.

    """

    chosen = Signal(tuple)
    opened = Signal(object)
    step_requested = Signal(object)
    call_requested = Signal(tuple)
    rested = Signal()

    def __init__(self, theme: Theme, register: str, *, calls: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty list for one register."""
        super().__init__(parent)
        self.register = register
        self._quiet = False
        self._locked = False
        self._where: dict[str, Whereabouts] = {}
        self.list = TellingList(theme)
        self.hand = HandGuard(self.list)
        self.bar = WhereBar(theme, calls=calls)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addWidget(self.bar)
        self.list.chosen.connect(self._on_chosen)
        self.list.picked.connect(self.opened)
        self.list.opened.connect(self.opened)
        self.hand.released.connect(self.rested)
        self.bar.step_requested.connect(self.step_requested)
        self.bar.call_requested.connect(self.call_requested)
        self.setFocusProxy(self.list)

    def show_people(
        self, now: Situation, rows: Sequence[Someone], *, locked: bool, clocks: Clocks | None = None
    ) -> None:
        """Show rows, with their clocks where there are any; locked in a what-if, where nothing live is changed."""
        self._quiet = True
        self.list.set_tips(None if clocks is None else lambda row_id: self._tip(now, clocks, row_id))
        self.list.set_lines(lines_of(rows, None if clocks is None else clocks.at))
        self._quiet = False
        self._locked = locked
        self._where = {row.id: row.where for row in rows}
        self._renew_bar()

    def _tip(self, now: Situation, clocks: Clocks, row_id: str) -> str:
        line = clocks.lines.get(row_id)
        shown = next((one for one in self.list.lines() if one.id == row_id), None)
        parts = [] if shown is None else [shown.title, shown.note]
        return "\n".join(parts if line is None else [*parts, clock_words.tip(now, line, clocks.at)])

    def choose(self, row_id: str) -> None:
        """Mark one row without telling."""
        self._quiet = True
        self.list.choose([row_id])
        self._quiet = False
        self._renew_bar()

    def ids(self) -> tuple[str, ...]:
        """Ids of the chosen rows."""
        return tuple(str(row_id) for row_id in self.list.chosen_ids())

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if not self._quiet:
            self._renew_bar()
            self.chosen.emit(ids)

    def _renew_bar(self) -> None:
        self.bar.show_people(self.register, () if self._locked else self.ids(), self._where)
