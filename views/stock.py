"""The stock workspace 物资: what lies where, what is below its floor, and what a flow would take."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.plan import Instruction
from data.model.situation import Situation, Touched
from data.rules.plan import in_force
from data.rules.signoff import Preview
from data.rules.tasks import circumstances
from views import phrases, words
from views.pane import Pane, Selection
from views.parts import Choice, Words, boxed, column, retheme_inside, row, rule, split
from views.stock_rows import (
    DepotRow,
    NeedRow,
    StockRow,
    Store,
    depot_columns,
    depot_rows,
    need_columns,
    need_rows,
    stock_columns,
    stock_rows,
    store_mark,
    store_words,
)
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme


class StockWorkspace(Pane):
    """Lines, depots and needs."""

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[StockRow, ...] = ()
        self._depot = ""
        self._taking: tuple[str, ...] | None = None
        self._states = Chips(theme)
        self._kind = Choice(self.tr("储备性质"))
        self._search = SearchField(theme, self.tr("找物资：品名、规格、仓库"), "Ctrl+F")
        self._count = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self._table = DataTable(theme, RowsModel(stock_columns(), lambda r: r.id))
        self._table.set_empty_words(self.tr("没有符合条件的物资"))
        self._depots = DataTable(theme, RowsModel(depot_columns(), lambda r: r.id))
        self._depots.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._depots.set_empty_words(self.tr("没有仓库，请在 系统·数据 导入物资台账"))
        self._needs = DataTable(theme, RowsModel(need_columns(), lambda r: r.id))
        self._needs.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._needs.set_empty_words(self.tr("当前有效的指令不动用物资"))
        self._note = Words(theme, size=Size.SMALL, tone="muted")
        self._depot_panel = Panel(theme, self.tr("仓库"), detachable=False, icon="stock")
        self._need_panel = Panel(theme, self.tr("需用与缺口"), detachable=False, icon="warning")
        self._lay_out(theme)
        self._states.chosen.connect(self._narrow)
        self._kind.picked.connect(self._narrow)
        self._search.asked.connect(self._narrow)
        self._search.left_downwards.connect(self._table.setFocus)
        self._depots.chosen.connect(self._pick_depot)
        self._depots.opened.connect(self._open_depot)
        self._table.opened.connect(self._open_line)
        self._needs.chosen.connect(self._pick_need)
        self._needs.opened.connect(self._open_need)
        QShortcut(QKeySequence("Ctrl+F"), self, self._search.setFocus)

    def _lay_out(self, theme: Theme) -> None:
        filters = row(theme, self._kind, self._search)
        filters.setStretch(1, 1)
        head = boxed(theme, column(theme, self._states, filters))
        left = QWidget()
        foot = boxed(theme, row(theme, self._count, None), (12, 6, 12, 6))
        left.setLayout(column(theme, head, rule(), self._table, rule(), foot, gap=0))
        needs = QWidget()
        needs.setLayout(column(theme, boxed(theme, column(theme, self._note), (12, 6, 12, 4)), self._needs, gap=0))
        self._need_panel.set_body(needs)
        self._depot_panel.set_body(self._depots)
        right = split(self._need_panel, self._depot_panel, upright=True, shares=(3, 2))
        right.setMinimumWidth(theme.px(400))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(left, right, shares=(12, 8)))

    # in

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS:
            self._rows = stock_rows(now)
            self._depots.set_rows(depot_rows(self._rows))
            kinds = sorted({line.item.kind for line in self._rows})
            self._kind.set_choices([("", self.tr("全部性质")), *((kind, kind) for kind in kinds)])
            self._taking = None
            low = sum(line.state is Store.BELOW_FLOOR for line in self._rows)
            self._depot_panel.set_summary(
                self.tr("{0} 处 · 低于下限 {1} 项").format(len({r.item.depot for r in self._rows}), low),
                "state.urgent" if low else "text.muted",
            )
            self._narrow()
        if self.preview is None:
            self._draw_needs(now, in_force(now.plan, circumstances(now)))

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        if preview is None:
            self._draw_needs(now, in_force(now.plan, circumstances(now)))
        else:
            self._draw_needs(now, tuple(entry.instruction for entry in preview.entries))

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "stock" and selection.id != self._depot:
            self._depot = selection.id
            self._depots.choose([selection.id])
            self._narrow()

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    # drawing

    def _draw_needs(self, now: Situation, taking: tuple[Instruction, ...]) -> None:
        flow = now.flow_m3s if self.preview is None else self.preview.flow_m3s
        where = self.tr("实况") if self.preview is None else self.tr("推演")
        title = self.tr("需用与缺口 · {0} {1} m³/s").format(where, words.flow(flow))
        if self._need_panel.title() != title:
            self._need_panel.set_title(title)
        ids = tuple(line.id for line in taking)
        if ids == self._taking:
            return
        self._taking = ids
        rows = need_rows(now, taking)
        self._needs.set_rows(rows)
        short = [one for one in rows if one.missing > 0]
        self._need_panel.set_summary(
            self.tr("{0} 项短缺").format(len(short)) if short else "", "state.urgent" if short else "text.muted"
        )
        first = phrases.listed(phrases.registered(one.id) for one in short[:3])
        self._note.say(
            self.tr("{0} 条指令有效，动用 {1} 项物资；缺口最大：{2}").format(len(ids), len(rows), first)
            if short
            else self.tr("{0} 条指令有效，动用 {1} 项物资，库存够用").format(len(ids), len(rows))
        )

    def _narrow(self, *_said: object) -> None:
        counts = [sum(line.state is state for line in self._rows) for state in Store]
        chips = [Chip("", self.tr("全部"), len(self._rows))]
        chips += [Chip(s.name, store_words(s), counts[s], mark=store_mark(s)) for s in Store]
        self._states.set_chips(chips)
        wanted = (self._states.chosen_keys() or ("",))[0]
        if not self._states.chosen_keys():
            self._states.choose([""])
        kind, text = self._kind.key(), self._search.text().lower().split()
        shown = [
            line
            for line in self._rows
            if (not wanted or line.state.name == wanted)
            and (not kind or line.item.kind == kind)
            and (not self._depot or line.item.depot == self._depot)
            and all(word in f"{line.item.item} {line.item.spec} {line.item.depot}".lower() for word in text)
        ]
        self._table.set_rows(shown)
        said = self.tr("{0} / {1} 行").format(len(shown), len(self._rows))
        self._count.say(f"{said} · {self._depot}" if self._depot else said)

    # out

    def _pick_depot(self, ids: tuple[str, ...]) -> None:
        depot = ids[0] if ids else ""
        if depot != self._depot:
            self._depot = depot
            self._narrow()
            self.selection_requested.emit(Selection("stock", depot) if depot else None)

    def _open_depot(self, depot: str) -> None:
        found = _row_of(self._depots, depot)
        self.selection_requested.emit(Selection("stock", depot))
        if isinstance(found, DepotRow) and found.lon is not None and found.lat is not None:
            self.place_requested.emit(found.lon, found.lat)
            self.workspace_requested.emit("desk")

    def _open_line(self, row_id: str) -> None:
        found = _row_of(self._table, row_id)
        if isinstance(found, StockRow):
            self._open_depot(found.item.depot)

    def _pick_need(self, ids: tuple[str, ...]) -> None:
        """The lines of an item that is needed stand together at left."""
        self._search.setText(ids[0] if ids else "")
        self._narrow()

    def _open_need(self, item: str) -> None:
        found = _row_of(self._needs, item)
        if isinstance(found, NeedRow):
            self.selection_requested.emit(Selection("plan", found.takers[0][0]))
            self.workspace_requested.emit("plan")


def _row_of(table: DataTable, row_id: str) -> object:
    model = table.model()
    place = model.place_of(row_id) if isinstance(model, RowsModel) else None
    return None if place is None or not isinstance(model, RowsModel) else model.row(place)
