"""The list of what the water reaches, in the order of the clock, with classes to single out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.countdown import ClockState
from views import clock_words, twin_words
from views.parts import Words
from views.twin_exposed_rows import KINDS, columns
from views.twin_shown import ExposedRow
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme

_URGENT = (ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW)


class ExposedList(QWidget):
    """Chips with counts above a table; nothing chosen means everything.

    Signals:
        opened: an ExposedRow that somebody wants to see everywhere.

    """

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExposedRow, ...] = ()
        self._shown: dict[str, ExposedRow] = {}
        self._at = datetime.fromtimestamp(0, UTC)
        self._head = Words(theme, size=Size.SMALL, tone="secondary")
        self._chips = Chips(theme, exclusive=False)
        self.table = DataTable(theme, RowsModel(columns(lambda: self._at), lambda row: row.key))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("受影响对象，按撤离时限排序"))
        self._empty = self.tr("选定方案后，这里按撤离时限列出受影响的人和物")
        self.table.set_empty_words(self._empty)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        for part in (self._head, self._chips):
            self._layout.addWidget(part)
        self._layout.addWidget(self.table, 1)
        self._chips.chosen.connect(self._filter)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.set_theme(theme)
        self.show_rows((), datetime.fromtimestamp(0, UTC))

    def set_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        px = theme.px
        self._head.setContentsMargins(px(12), px(6), px(12), 0)
        self._chips.setContentsMargins(px(12), px(6), px(12), px(6))
        self._chips.set_theme(theme)
        self._head.set_theme(theme)
        self.table.set_theme(theme)

    def show_rows(self, rows: Sequence[ExposedRow], at: datetime, whose: str = "") -> None:
        """Show rows in the order in which they are given; countdowns count from `at`, `whose` names the scenario."""
        self._rows, self._at = tuple(rows), at
        counts = Counter(row.kind for row in self._rows)
        urgent = Counter(row.kind for row in self._rows if row.state in _URGENT)
        self._chips.set_chips(
            [Chip(kind, twin_words.kind(kind), counts[kind], urgent[kind]) for kind in KINDS if counts[kind]]
        )
        self._chips.setVisible(bool(counts))
        states = clock_words.tally(row.state for row in self._rows if row.state is not None)
        self._head.say(" · ".join(part for part in (whose, clock_words.counts(states)) if part))
        self._filter()

    def show_time(self, at: datetime) -> None:
        """Bring the countdowns up to date."""
        self._at = at
        self.table.viewport().update()

    def set_empty_words(self, text: str) -> None:
        """What to say where there is nothing; none for the usual words."""
        self.table.set_empty_words(text or self._empty)

    def rows(self) -> tuple[ExposedRow, ...]:
        """The rows after filtering, in order."""
        return tuple(self._shown.values())

    def choose(self, key: str) -> None:
        """Mark a row, without telling."""
        self.table.choose([key] if key in self._shown else [])

    def _filter(self, _keys: tuple[str, ...] = ()) -> None:
        wanted = self._chips.chosen_keys()
        self._shown = {row.key: row for row in self._rows if not wanted or row.kind in wanted}
        self.table.set_rows(tuple(self._shown.values()))

    def _choose(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._open(ids[0])

    def _open(self, key: str) -> None:
        row = self._shown.get(key)
        if row is not None:
            self.opened.emit(row)
