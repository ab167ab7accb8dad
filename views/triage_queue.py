"""The queue of reports: filters, search, the list with small pictures, and those that came while somebody reads.

What arrives waits behind a button and moves nothing; what changes changes in its place; the row under the eye stays.
"""

from __future__ import annotations

from datetime import datetime

from immutables import Map
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.dispatch import Report
from data.model.situation import EPOCH, Situation
from views import words
from views.parts import Choice, Words, boxed, button, column, row, rule
from views.triage_rows import (
    ReportRow,
    Wanted,
    fits,
    in_order,
    keys_of,
    made,
    overdue,
    report_columns,
    report_second,
    state_chips,
)
from widgets.chips import Chips
from widgets.data_table import DataTable
from widgets.picture_delegate import PictureDelegate, TwoLines
from widgets.pictures import Pictures
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme

SHOW_MS = 250
"""At 200 reports a second the list is still drawn four times a second: no more is read by anybody."""
ROW_PX = 42


class TallTable(DataTable):
    """A table whose rows are high enough for a small picture."""

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))


class TriageQueue(QWidget):
    """Filters and list.

    Signals:
        chosen: ids of reports.
        opened: id of a report whose place or pictures are wanted.
        entry_requested: open the form for a report by telephone.

    """

    chosen = Signal(tuple)
    opened = Signal(object)
    entry_requested = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._time = EPOCH
        self._reports: Map[str, Report] = Map()
        self._rows: dict[str, ReportRow] = {}
        self._held: set[str] = set()
        self.chips = Chips(theme)
        self.category = Choice(self.tr("大类"))
        self.category.set_choices(
            [("", self.tr("全部大类")), *((f"E{n}", f"E{n} {words.category(f'E{n}')}") for n in range(1, 10))]
        )
        self.search = SearchField(theme, self.tr("找事件：种类、地点、内容、报告人"), "Ctrl+F")
        self.entry = button(self.tr("电话接报…"), "primary", self.tr("记一条电话报来的事件（Ctrl+R）"))
        self.fresh = button("", tip=self.tr("把新到的事件排进列表（N）；正在看的一件不动"))
        self.table = TallTable(theme, RowsModel(report_columns(lambda: self._time), lambda r: r.id))
        self._small = PictureDelegate(theme, pictures, keys_of, self.table)
        self._lines = TwoLines(theme, report_second, self.table)
        self.table.setItemDelegateForColumn(0, self._small)
        self.table.setItemDelegateForColumn(1, self._lines)
        self.hints = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOW_MS)
        self._soon.timeout.connect(self._catch_up)
        self._behind = False
        second = row(theme, self.category, self.search, self.fresh, self.entry)
        second.setStretch(1, 1)
        head = boxed(theme, column(theme, self.chips, second))
        foot = boxed(theme, row(theme, self.hints, None), (12, 4, 12, 4))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in (head, rule(), self.table, rule(), foot):
            outer.addWidget(part)
        outer.setStretch(2, 1)
        self.fresh.hide()
        self.hints.setMinimumWidth(0)
        pictures.came.connect(lambda _: self.table.viewport().update())
        self.chips.chosen.connect(lambda _: self._narrow())
        self.category.picked.connect(lambda _: self._narrow())
        self.search.asked.connect(lambda _: self._narrow())
        self.search.left_downwards.connect(self.table.setFocus)
        self.entry.clicked.connect(self.entry_requested)
        self.fresh.clicked.connect(self.take_in)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)

    # in

    def show_reports(self, now: Situation, time: datetime, *, all_in: bool) -> None:
        """Show what is known now; new reports wait unless `all_in`. Many calls a second are drawn together."""
        self._now, self._time = now, time
        if all_in or not self._rows:
            self._reports, self._rows = Map(), {}
            self._soon.stop()
            self._sort_in()
            self._held.clear()
            self._narrow()
        elif self._soon.isActive():
            self._behind = True
        else:
            self._soon.start()
            self._draw()

    def show_time(self, time: datetime) -> None:
        """Ages follow the clock; what turned late is marked, and sorted when the list is next renewed."""
        self._time = time
        turned = [row for row in self._rows.values() if not row.late and overdue(row.report, time)]
        if turned and self._now is not None:
            self._rows.update({one.id: made(self._now, one.report, time) for one in turned})
            self._narrow()
        self.table.viewport().update()

    def choose(self, ids: tuple[str, ...]) -> None:
        """Mark rows without telling; one that waits or is filtered away is taken in first."""
        known = self.table.model()
        if any(isinstance(known, RowsModel) and known.place_of(row_id) is None for row_id in ids):
            if self._held & set(ids):
                self._held.difference_update(ids)
            if any(row_id in self._rows and not fits(self._rows[row_id], self._wanted()) for row_id in ids):
                self._set_filters_free()
            self._narrow()
        self.table.choose(ids)

    def neighbour(self, row_id: str, step: int) -> str:
        """Return the id of the row before or after one, "" at the end."""
        model = self.table.model()
        if not isinstance(model, RowsModel) or not model.rowCount():
            return ""
        place = model.place_of(row_id)
        wanted = (0 if step > 0 else -1) if place is None else place + step
        return str(model.id_at(wanted)) if 0 <= wanted < model.rowCount() else ""

    def place_of(self, row_id: str) -> int:
        """Return where a row stands, -1 when it is not in the list."""
        model = self.table.model()
        place = model.place_of(row_id) if isinstance(model, RowsModel) else None
        return -1 if place is None else place

    def id_at(self, place: int) -> str:
        """Return the id of the row at a place or the last before it, "" when there is none."""
        model = self.table.model()
        if not isinstance(model, RowsModel) or not model.rowCount():
            return ""
        return str(model.id_at(max(0, min(place, model.rowCount() - 1))))

    def take_in(self) -> None:
        """Sort the waiting reports into the list."""
        self._held.clear()
        self._narrow()

    def rows(self) -> dict[str, ReportRow]:
        """All reports, those that wait too."""
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        self._small.set_theme(theme)
        self._lines.set_theme(theme)

    # drawing

    def _catch_up(self) -> None:
        if self._behind:
            self._behind = False
            self._soon.start()
            self._draw()

    def _draw(self) -> None:
        come, read_anew = self._sort_in()
        self._held |= come
        if read_anew:
            self._narrow()
        else:
            self._say_counts()

    def _sort_in(self) -> tuple[set[str], bool]:
        """Renew the rows of reports that changed; return the new ones, and whether others read differently."""
        now = self._now
        if now is None or now.reports is self._reports:
            return set(), False
        come: set[str] = set()
        changed = False
        for row_id, report in now.reports.items():
            if self._reports.get(row_id) is not report:
                if row_id in self._rows:
                    changed = True
                else:
                    come.add(row_id)
                self._rows[row_id] = made(now, report, self._time)
        self._reports = now.reports
        return come, changed

    def _narrow(self) -> None:
        self._say_counts()
        wanted = self._wanted()
        held = self._held
        shown = in_order(row for row_id, row in self._rows.items() if row_id not in held and fits(row, wanted))
        self.table.set_empty_words(
            self.tr("没有符合条件的事件") if self._rows else self.tr("还没有接报。电话报来的事件按 Ctrl+R 记入")
        )
        self.table.set_rows(shown)

    def _say_counts(self) -> None:
        self.chips.set_chips(state_chips(self._rows))
        if not self.chips.chosen_keys():
            self.chips.choose(["open"])
        wanted = self._wanted()
        waiting = [self._rows[row_id] for row_id in self._held]
        fitting = sum(fits(one, wanted) for one in waiting)
        grave = sum(one.report.grade == 1 for one in waiting)
        said = self.tr("{0} 件新到（N）").format(len(waiting))
        if grave:
            said = self.tr("{0} 件新到，{1} 件重大（N）").format(len(waiting), grave)
        elif fitting < len(waiting):
            said = self.tr("{0} 件新到，{1} 件合条件（N）").format(len(waiting), fitting)
        self.fresh.setText(said)
        self.fresh.setProperty("kind", "primary" if grave else "")
        self.fresh.style().polish(self.fresh)
        self.fresh.setVisible(bool(waiting))

    def _wanted(self) -> Wanted:
        state = (self.chips.chosen_keys() or ("open",))[0]
        return Wanted(state, self.category.key(), tuple(self.search.text().lower().split()))

    def _set_filters_free(self) -> None:
        self.chips.choose([""])
        self.category.choose("")
        self.search.clear()
