"""险情 in the patrol workspace: the incidents that stand, late and grave ones first, and the page of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from data.model.dispatch import Incident, IncidentState
from data.model.incident_tables import IncidentTables
from data.model.situation import Situation, Touched
from data.model.steps import IncidentAmended, IncidentClosed, IncidentMoved, TaskOrdered
from data.model.task import Task
from views.incident_page import IncidentPage
from views.incident_rows import IncidentLine, incident_lines, line_columns
from views.pane import Pane, Selection
from views.parts import boxed, button, column, page, retheme_inside, row, rule, scrolled
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.empty_state import EmptyState
from widgets.rows_model import RowsModel
from widgets.theme import Theme

WIDE_PX = 860
"""From this width on, at a font scale of 1, list and page stand beside each other."""


class IncidentPanel(Pane):
    """List and page.

    Signals:
        amend_requested: id of the incident whose form is to be opened.
        raise_requested: open an empty form.
        pictures_requested: id of the incident whose pictures are to be shown.
        call_requested: ids of who is near, and what about ("incident/I1").
        video_requested: the same, by video.

    """

    amend_requested = Signal(str)
    raise_requested = Signal()
    pictures_requested = Signal(str)
    call_requested = Signal(list, str)
    video_requested = Signal(list, str)

    heeds: ClassVar[Touched] = Touched.INCIDENTS | Touched.REPORTS | Touched.REGISTERS | Touched.RIVER | Touched.USER

    def __init__(self, theme: Theme, tables: IncidentTables, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._tables = tables
        self._lines: tuple[IncidentLine, ...] = ()
        self._chosen = ""
        self.chips = Chips(theme)
        self.raise_new = button(self.tr("新险情…"), tip=self.tr("没有接报，直接填报一处险情"))
        self.table = DataTable(theme, RowsModel(line_columns(), lambda r: r.id))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.page = IncidentPage(theme, tables)
        self.empty = EmptyState(theme, self.tr("没有险情"), "warning", detail=self.tr("接报核实后转险情，或直接填报"))
        head = row(theme, self.chips, self.raise_new)
        head.setStretch(0, 1)
        listed = QWidget()
        listed.setLayout(column(theme, boxed(theme, head, (12, 6, 12, 6)), rule(), self.table, gap=0))
        self._right = QStackedWidget()
        self._right.addWidget(page(self.empty))
        self._right.addWidget(page(scrolled(self.page)))
        self._sides = QSplitter(Qt.Orientation.Vertical)
        self._sides.setChildrenCollapsible(False)
        self._sides.setHandleWidth(1)
        self._sides.addWidget(page(listed))
        self._sides.addWidget(self._right)
        self.setMinimumSize(theme.px(360), theme.px(260))  # ours, not that of a list beside a page: it can turn
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sides)
        self._wire()
        self._turn()

    def _wire(self) -> None:
        self.chips.chosen.connect(self._narrow)
        self.raise_new.clicked.connect(self.raise_requested)
        self.table.chosen.connect(self._pick)
        self.table.opened.connect(self._to_map)
        self.page.acts.moved.connect(self._move)
        self.page.acts.closed.connect(self._close)
        self.page.acts.amend_asked.connect(self._amend)
        self.page.report.sent.connect(self._note)
        self.page.report.copied.connect(self._copied)
        self.page.report_followed.connect(lambda key: self.selection_requested.emit(Selection("report", key)))
        self.page.pictures_asked.connect(lambda: self.pictures_requested.emit(self._chosen))

        self.page.near.call_requested.connect(self.call_requested)
        self.page.near.video_requested.connect(self.video_requested)
        self.page.ordered.connect(self._order)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it hangs together
        self._show_lines(incident_lines(now, self._tables, self.time or now.at))
        self._draw_page()

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "incident" and selection.id != self._chosen:
            self._chosen = selection.id
            self._show_lines(self._lines)
            self._draw_page()

    def draw_time(self, time: datetime) -> None:
        if self.now is not None:
            self._show_lines(incident_lines(self.now, self._tables, time))
            self.page.show_time(time)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else one above the other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self.theme.px(WIDE_PX)
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._sides.orientation() is not way or not self._sides.property("laid"):
            self._sides.setProperty("laid", True)
            self._sides.setOrientation(way)
            self._sides.setSizes([4000, 5000] if wide else [3000, 5000])

    def _show_lines(self, lines: tuple[IncidentLine, ...]) -> None:
        self._lines = lines
        standing = [one for one in lines if one.open]
        late = sum(one.overdue for one in standing)
        self.chips.set_chips(
            [
                Chip("open", self.tr("在处置"), len(standing), urgent=late),
                Chip("closed", self.tr("已销号"), len(lines) - len(standing)),
                Chip("", self.tr("全部"), len(lines)),
            ]
        )
        if not self.chips.chosen_keys():
            self.chips.choose(["open"])
        self._narrow()

    def _narrow(self, *_said: object) -> None:
        wanted = (self.chips.chosen_keys() or ("open",))[0]
        shown = [one for one in self._lines if wanted in ("", "open" if one.open else "closed")]
        if self._chosen and not any(one.id == self._chosen for one in shown):
            known = next((one for one in self._lines if one.id == self._chosen), None)
            shown = [*shown, known] if known is not None else shown  # what is looked at stays in the list
        self.table.set_empty_words(self.tr("没有险情") if not self._lines else self.tr("没有这样的险情"))
        self.table.set_rows(shown)
        if not self._chosen and shown:
            self._chosen = shown[0].id
        if self.table.chosen_ids() != (self._chosen,):
            self.table.choose([self._chosen])

    def _incident(self) -> Incident | None:
        return None if self.now is None else self.now.incidents.get(self._chosen)

    def _draw_page(self) -> None:
        incident = self._incident()
        self._right.setCurrentIndex(0 if incident is None else 1)
        if incident is not None and self.now is not None:
            self.page.show_incident(self.now, incident, self.time or self.now.at)

    # out

    def _pick(self, ids: Sequence[object]) -> None:
        if len(ids) == 1 and str(ids[0]) != self._chosen:
            self._chosen = str(ids[0])
            self._draw_page()
            self.selection_requested.emit(Selection("incident", self._chosen))

    def _to_map(self, incident_id: object) -> None:
        incident = None if self.now is None else self.now.incidents.get(str(incident_id))
        if incident is None:
            return
        if incident.lon is None or incident.lat is None:
            self.message_requested.emit(self.tr("这处险情没有坐标，先更正补上"))
        else:
            self.place_requested.emit(incident.lon, incident.lat)

    def _move(self, state: IncidentState, note: str) -> None:
        self.step_requested.emit(IncidentMoved(self._chosen, state, note), "")

    def _close(self, note: str) -> None:
        self.step_requested.emit(IncidentClosed(self._chosen, note), "")

    def _note(self, note: str) -> None:
        incident = self._incident()
        if incident is not None:
            self.step_requested.emit(IncidentAmended(incident, note), "")

    def _order(self, task: Task) -> None:
        self.step_requested.emit(TaskOrdered(task), "")
        if self.now is not None and task.id in self.now.tasks:
            self.page.order_given()

    def _amend(self) -> None:
        self.amend_requested.emit(self._chosen)

    def _copied(self, title: str) -> None:
        self.message_requested.emit(self.tr("已复制：{0}").format(title))
