"""At the right of the 推演 page: whom and what a scenario reaches, sums, what B adds to A, agreement with the marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from data.model.situation import Situation
from data.rules.reckoning import Reckoning
from views import twin_words
from views.twin_difference import DifferenceView
from views.twin_exposed import ExposedList
from views.twin_exposed_rows import NO_INTERVALS, Intervals, exposed_rows
from views.twin_mirror import MirrorView
from views.twin_progress import MirrorShown
from views.twin_shown import DifferenceShown, ExposedRow, ScenarioShown
from views.twin_sums import columns, sums_rows
from views.twin_wanted import Slot
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.theme import Theme

WAIT_MS = 200
"""Rows of thousands of objects are made at most five times a second while a flow is being dragged."""
_LONG_AGO = datetime.fromtimestamp(0, UTC)


class TwinSide(QTabWidget):
    """Rows are made a moment after the last change, and only while somebody looks.

    Signals:
        opened: an ExposedRow; marked: a MarkShown; place_requested: lon, lat.

    """

    opened = Signal(object)
    marked = Signal(object)
    place_requested = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._now: Situation | None = None
        self._time: datetime | None = None
        self._slot = Slot.A
        self._scenarios: dict[Slot, ScenarioShown | None] = dict.fromkeys(Slot)
        self._reckoned: dict[Slot, Reckoning | None] = dict.fromkeys(Slot)
        self._rows: dict[Slot, tuple[ExposedRow, ...]] = dict.fromkeys(Slot, ())
        self._intervals: dict[Slot, Intervals] = dict.fromkeys(Slot, NO_INTERVALS)
        self._stale: set[Slot] = set()
        self._difference: DifferenceShown | None = None
        self.exposed = ExposedList(theme)
        self.sums = DataTable(theme, RowsModel(columns(), lambda row: row.key))
        self.sums.set_empty_words(self.tr("选定方案后，这里按滩别和网格汇总"))
        self.difference = DifferenceView(theme)
        self.mirror = MirrorView(theme)
        for page, title in (
            (self.exposed, self.tr("对象")), (self.sums, self.tr("统计")),
            (self.difference, self.tr("差异")), (self.mirror, self.tr("校核")),
        ):  # fmt: skip
            self.addTab(page, title)
        for at, tip in enumerate(
            (self.tr("受影响对象，按撤离时限排序"), self.tr("按滩别、网格汇总"), self.tr("两方案之差"),
             self.tr("模型水面与实测水位"))
        ):  # fmt: skip
            self.setTabToolTip(at, tip)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._later.timeout.connect(self.work_out)
        self.exposed.opened.connect(self.opened)
        self.difference.opened.connect(self.opened)
        self.difference.place_requested.connect(self.place_requested)
        self.mirror.opened.connect(self.marked)
        self.currentChanged.connect(lambda _: QTimer.singleShot(0, self, self._draw))

    def set_theme(self, theme: Theme) -> None:
        for part in (self.exposed, self.sums, self.difference, self.mirror):
            part.set_theme(theme)

    # in

    def show_situation(self, now: Situation) -> None:
        """Names and places come from the registers."""
        if self._now is None or self._now.registers is not now.registers:
            self._stale = set(Slot)
            self._ask()
        self._now = now

    def show_scenarios(self, scenarios: Mapping[Slot, ScenarioShown | None], slot: Slot) -> None:
        """Show what the map shows: the list is of `slot`."""
        before = {at for at, shown in self._scenarios.items() if shown is not None}
        after = {at for at, shown in scenarios.items() if shown is not None}
        self._scenarios, slot_before, self._slot = dict(scenarios), self._slot, slot
        if before != after or slot_before is not slot or self.currentWidget() is self.difference:
            self._ask()  # rows follow what was reckoned, not the facts of a scenario

    def show_reckoned(self, slot: Slot, reckoned: Reckoning | None, intervals: Intervals) -> None:
        """Show what the water of a scenario means."""
        self._reckoned[slot], self._intervals[slot] = reckoned, intervals
        self._stale.add(slot)
        self._ask()

    def show_difference(self, found: DifferenceShown | None) -> None:
        """Show what the rasters differ in."""
        self._difference = found
        self._ask()

    def show_mirror(self, shown: MirrorShown | None) -> None:
        """Show how the live picture agrees with the marks."""
        self.mirror.show_mirror(shown)

    def show_time(self, at: datetime) -> None:
        """Bring countdowns and ages up to date."""
        self._time = at
        self.exposed.show_time(at)
        self.difference.show_time(at)
        self.mirror.show_time(at)

    def rows(self, slot: Slot) -> tuple[ExposedRow, ...]:
        """Everything that a scenario reaches."""
        return self._rows[slot]

    def work_out(self) -> None:
        """Make what is shown of what was given, now."""
        self._later.stop()
        if self._now is None or not self.isVisible():
            return
        for slot in self._stale:
            reckoned = self._reckoned[slot]
            self._rows[slot] = () if reckoned is None else exposed_rows(self._now, reckoned, self._intervals[slot])
        self._stale.clear()
        self._draw()

    def catch_up(self) -> None:
        """Somebody looks again."""
        self._ask()

    # drawing

    def _ask(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _draw(self) -> None:
        if self._now is None:
            return
        rows = self._rows[self._slot]
        self.setTabText(0, self.tr("对象 {0}").format(f"{len(rows):,}") if rows else self.tr("对象"))
        page = self.currentWidget()
        if page is self.exposed:
            both = self._scenarios[Slot.B] is not None
            self.exposed.show_rows(rows, self._at(), twin_words.slot(self._slot) if both else "")
        elif page is self.sums:
            self._draw_sums(self._now)
        elif page is self.difference:
            a, b = self._scenarios[Slot.A], self._scenarios[Slot.B]
            both = (self._rows[Slot.A], self._rows[Slot.B])
            self.difference.show_difference(a, b, self._difference, both, self._at())

    def _draw_sums(self, now: Situation) -> None:
        first, second = self._reckoned[Slot.A], self._reckoned[Slot.B]
        if first is None:
            self.sums.set_rows(())
            return
        self.sums.set_rows(sums_rows(now, first.affected, None if second is None else second.affected))

    def _at(self) -> datetime:
        reckoned = self._reckoned[self._slot]
        return self._time or (_LONG_AGO if reckoned is None else reckoned.at)
