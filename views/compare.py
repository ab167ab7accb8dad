"""流量比较, a tab of 推演: several flows side by side, exposure against flow, the difference of two flows."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.register import Registers
from data.model.situation import Situation, Touched
from data.rules.signoff import Preview, preview
from views import words
from views.compare_chart import MOST_M3S, ExposureChart
from views.compare_lists import Lists
from views.compare_rows import DEFAULT_FLOWS, FlowRow, columns, curve, difference, flow_row
from views.pane import Pane
from views.parts import Words, boxed, button, column, retheme_inside, row, rule, split
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.theme import Size, Theme


class CompareWorkspace(Pane):
    """Compare flows. Sums are worked out after the desk has been drawn, so that opening stays quick.

    Signals:
        flow_requested: a flow to show as a what-if on the whole desk.

    """

    flow_requested = Signal(float)

    heeds: ClassVar[Touched] = (
        Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.PEOPLE | Touched.REGISTERS | Touched.REPORTS
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._own: tuple[float, ...] = ()
        self._pinned: tuple[float, ...] = ()
        self._rows: tuple[FlowRow, ...] = ()
        self._curve_of: Registers | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._work_out)
        self._flow = SteadyDoubleSpin()
        self._flow.setRange(0, MOST_M3S)
        self._flow.setDecimals(0)
        self._flow.setSingleStep(500)
        self._flow.setSuffix(" m³/s")
        self._flow.setValue(DEFAULT_FLOWS[0] + 1000)
        self._flow.setAccessibleName(self.tr("要比较的流量"))
        self._add = button(self.tr("加一个流量"), tip=self.tr("把左边的流量加进对比表（Enter）"))
        self._remove = button(self.tr("移除"), "quiet", self.tr("移除选中的自加流量（Delete）"))
        self._try = button(self.tr("推演此流量"), tip=self.tr("全席位按选中流量推演，不影响实况（Enter）"))
        self._pin = button(self.tr("并列比较"), tip=self.tr("选两行，在下方列出两个流量之间的差别（Alt+B）"))
        self._pin.setShortcut("Alt+B")
        self._table = DataTable(theme, RowsModel(columns(), lambda r: r.id))
        self._table.set_empty_words(self.tr("正在推算各级流量…"))
        self._chart = ExposureChart(theme)
        self._lists = Lists(theme)
        self._note = Words(
            theme,
            self.tr("本表按各地块登记的上水流量推算，属设定；模型算出的水面见“淹没推演”。"),
            size=Size.SMALL,
            tone="muted",
        )
        self._chart_panel = Panel(theme, self.tr("上水面积与人数"), detachable=False, icon="twin")
        self._diff_panel = Panel(theme, self.tr("两级差别"), detachable=False, icon="layers")
        self._lay_out(theme)
        self._add.clicked.connect(self._add_flow)
        self._flow.editingFinished.connect(self._note_enter)
        self._remove.clicked.connect(self._remove_flow)
        self._try.clicked.connect(self._try_chosen)
        self._pin.clicked.connect(self._pin_chosen)
        self._table.opened.connect(self._try_row)
        self._table.chosen.connect(self._chosen)
        self._lists.selection_requested.connect(self.selection_requested)
        self._chosen(())

    def _lay_out(self, theme: Theme) -> None:
        self._flow.setFixedWidth(theme.px(140))
        bar = row(theme, self._flow, self._add, self._remove, None, self._pin, self._try)
        top = QWidget()
        top.setLayout(
            column(
                theme,
                boxed(theme, bar),
                rule(),
                self._table,
                boxed(theme, column(theme, self._note), (12, 4, 12, 6)),
                gap=0,
            )
        )
        self._chart_panel.set_body(self._chart)
        self._diff_panel.set_body(self._lists)
        below = split(self._chart_panel, self._diff_panel, shares=(1, 1))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        halves = split(top, below, upright=True, shares=(0, 1))  # the table needs its rows, the rest is for the curves
        halves.setSizes([theme.px(330), theme.px(600)])
        outer.addWidget(halves)

    # in

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - all of it changes the sums
        if self._curve_of is not now.registers:
            self._curve_of = now.registers
            self._chart.show_curve(curve(now.registers), now.registers.tiers.rows)
        self._later.start(0)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - the flow is enough
        self._chart.show_whatif(None if preview is None else preview.flow_m3s)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.setFocus()

    def flows(self) -> tuple[float, ...]:
        """Flows in the table besides the live one."""
        return tuple(sorted({*DEFAULT_FLOWS, *self._own}))

    def add_flow(self, flow_m3s: float) -> None:
        """Compare another flow."""
        if flow_m3s not in self.flows():
            self._own = (*self._own, flow_m3s)
            self._work_out()

    # drawing

    def _work_out(self) -> None:
        if self.now is None:
            return
        now = self.now
        live = now.flow_m3s
        rows = [] if live is None else [flow_row(now, preview(now, live), live=True)]
        rows += [flow_row(now, preview(now, flow), own=flow in self._own) for flow in self.flows()]
        self._rows = tuple(rows)
        self._table.set_rows(self._rows)
        if not self._pinned and live is not None:  # never an empty half: the live flow and the next level up
            self._pinned = (live, next((flow for flow in self.flows() if flow > live), self.flows()[0]))
            self._table.choose([line.id for line in self._rows if line.flow_m3s in self._pinned])
            self._pin.setEnabled(True)
        self._draw_difference(now)
        self._draw_marks(now, self.preview)

    def _draw_marks(self, now: Situation, shown: Preview | None) -> None:
        marks = [(flow, "selection") for flow in self._pinned]
        if now.flow_m3s is not None:
            marks.append((now.flow_m3s, "curve.now"))
        self._chart.show_marks(marks)
        self._chart.show_whatif(None if shown is None else shown.flow_m3s)

    def _draw_difference(self, now: Situation) -> None:
        if len(self._pinned) != 2:
            self._diff_panel.set_summary("")
            self._lists.show_difference(now, None)
            return
        found = difference(now, *self._pinned)
        self._diff_panel.set_summary(
            self.tr("{0} → {1} m³/s：多 {2} 亩、{3} 人").format(
                words.flow(found.first), words.flow(found.second), f"{found.area_mu:,.0f}", f"{found.people:,}"
            )
        )
        self._lists.show_difference(now, found)

    # out

    def _chosen(self, ids: tuple[str, ...]) -> None:
        self._try.setEnabled(len(ids) == 1)
        self._pin.setEnabled(len(ids) == 2)
        own = {f"{flow:.0f}" for flow in self._own}
        self._remove.setEnabled(bool(ids) and set(ids) <= own)
        if len(ids) == 2:
            self._pin_chosen()

    def _flow_of(self, row_id: str) -> float | None:
        return next((line.flow_m3s for line in self._rows if line.id == row_id), None)

    def _try_chosen(self) -> None:
        for row_id in self._table.chosen_ids()[:1]:
            self._try_row(str(row_id))

    def _try_row(self, row_id: str) -> None:
        flow = self._flow_of(row_id)
        if flow is not None:
            self.flow_requested.emit(flow)

    def _pin_chosen(self) -> None:
        flows = [flow for flow in map(self._flow_of, map(str, self._table.chosen_ids())) if flow is not None]
        if len(flows) == 2 and self.now is not None:
            self._pinned = tuple(sorted(flows))
            self._draw_difference(self.now)
            self._draw_marks(self.now, self.preview)

    def _note_enter(self) -> None:
        if self._flow.hasFocus() and self._flow.value() > 0:
            self._add_flow()

    def _add_flow(self) -> None:
        self.add_flow(self._flow.value())
        self._table.choose([f"{self._flow.value():.0f}"])

    def _remove_flow(self) -> None:
        gone = set(self._table.chosen_ids())
        self._own = tuple(flow for flow in self._own if f"{flow:.0f}" not in gone)
        self._pinned = tuple(flow for flow in self._pinned if f"{flow:.0f}" not in gone)
        self._work_out()
