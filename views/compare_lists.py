"""What lies between two flows: plots and growers newly reached, key persons, instructions added and dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.model.situation import Situation
from views import phrases, plan_words, words
from views.compare_rows import Difference
from views.pane import Selection
from views.parts import amount
from widgets.data_table import DataTable
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what it is, where or who, a figure, and what it leads to."""

    kind: str
    id: str
    text: str
    who: str
    figure: str
    value: float = 0.0
    plus: bool = True


class Lists(QWidget):
    """Three tabs of the difference."""

    selection_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._titles = (self.tr("任务"), self.tr("种植户与地块"), self.tr("重点人员"))
        self._tables = [DataTable(theme, RowsModel(self._columns(at), _key)) for at in range(3)]
        for title, table in zip(self._titles, self._tables, strict=True):
            table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
            table.opened.connect(self._open)
            self.tabs.addTab(table, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def _columns(self, at: int) -> tuple[Column[Item], ...]:
        titles = (
            (self.tr("指令"), self.tr("岗位"), self.tr("级")),
            (self.tr("地块"), self.tr("种植户"), self.tr("面积 亩")),
            (self.tr("人员"), self.tr("位置"), self.tr("人数")),
        )[at]
        return (
            Column("text", titles[0], lambda r: r.text, mark_getter=_mark, chars=16, stretch=3),
            Column("who", titles[1], lambda r: r.who, role_getter=lambda _: "text.secondary", chars=10, stretch=2),
            Column("figure", titles[2], lambda r: r.figure, Align.RIGHT, sort_key=lambda r: r.value, chars=8),
        )

    def show_difference(self, now: Situation, found: Difference | None) -> None:
        """Show what the higher flow adds and drops; without two flows, how to choose them."""
        hint = self.tr("在上表选两行（Ctrl+点选），这里列出两个流量之间的差别")
        same = self.tr("两个流量之间没有差别")
        lists: Sequence[Sequence[Item]] = ((), (), ())
        if found is not None:
            lists = (_tasks(now, found), _plots(now, found), _keypeople(now, found))
        for at, (table, items) in enumerate(zip(self._tables, lists, strict=True)):
            table.set_empty_words(hint if found is None else same)
            table.set_rows(items)
            self.tabs.setTabText(at, f"{self._titles[at]} {len(items)}" if items else self._titles[at])

    def _open(self, key: str) -> None:
        kind, _, row_id = key.partition("/")
        self.selection_requested.emit(Selection(kind, row_id))


def _key(item: Item) -> str:
    return f"{item.kind}/{item.id}"


def _mark(item: Item) -> Mark | None:
    if item.kind != "plan":
        return None
    return Mark(Shape.TRIANGLE if item.plus else Shape.CROSS, "state.new" if item.plus else "text.muted")


def _tasks(now: Situation, found: Difference) -> list[Item]:
    items = []
    for plus, ids in ((True, found.added), (False, found.dropped)):
        for row_id in ids:
            line = now.plan.by_id[row_id]
            role = plan_words.role(now.registers, line.role)
            items.append(Item("plan", row_id, phrases.plan_title(line), role, f"T{line.tier_min}", line.tier_min, plus))
    return items


def _plots(now: Situation, found: Difference) -> list[Item]:
    items = []
    for plot_id in found.plots:
        plot = now.registers.plots.by_id[plot_id]
        grower = now.registers.growers.get(plot.grower)
        name = words.masked_name(grower.name) if grower is not None else plot.grower
        text = f"{plot.id} {words.bench(plot.bench)} {plot.crop}"
        items.append(Item("plots", plot.id, text, name, amount(plot.area_mu), plot.area_mu))
    return sorted(items, key=lambda item: -item.value)


def _keypeople(now: Situation, found: Difference) -> list[Item]:
    items = []
    for person_id in found.keypeople:
        person = now.registers.keypeople.by_id[person_id]
        text = f"{words.masked_name(person.name)} {person.category}"
        items.append(Item("keypeople", person.id, text, person.place, str(person.people), person.people))
    return items
