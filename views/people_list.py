"""A list of growers, key persons or households with a search field, and the bar that sets their whereabouts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.people import Whereabouts
from views.people_rows import Someone, line_of
from views.where_bar import WhereBar
from widgets.line_list import LineList
from widgets.theme import Theme


class PeopleList(QWidget):
    """The list and its bar.

    Signals:
        chosen: ids, by the operator only.
        opened: id whose card is wanted.
        step_requested: WhereaboutsSet.
        call_requested: ids of rows.

    """

    chosen = Signal(tuple)
    opened = Signal(object)
    step_requested = Signal(object)
    call_requested = Signal(tuple)

    def __init__(self, theme: Theme, register: str, *, calls: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty list for one register."""
        super().__init__(parent)
        self.register = register
        self._quiet = False
        self._locked = False
        self._where: dict[str, Whereabouts] = {}
        self.list = LineList(theme)
        self.bar = WhereBar(theme, calls=calls)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addWidget(self.bar)
        self.list.chosen.connect(self._on_chosen)
        self.list.picked.connect(self.opened)
        self.list.opened.connect(self.opened)
        self.bar.step_requested.connect(self.step_requested)
        self.bar.call_requested.connect(self.call_requested)
        self.setFocusProxy(self.list)

    def show_people(self, rows: Sequence[Someone], *, locked: bool) -> None:
        """Show rows; locked in a what-if, where nothing live is changed."""
        self._quiet = True
        self.list.set_lines([line_of(row) for row in rows])
        self._quiet = False
        self._locked = locked
        self._where = {row.id: row.where for row in rows}
        self._renew_bar()

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
