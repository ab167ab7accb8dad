"""影响统计: what the water reaches, in sum, by 滩别 and by grid: households, people, land, animals, loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.places import Bench
from data.model.situation import Situation
from data.rules.affected import Sums
from data.rules.reckoning import Reckoning
from views import clock_words, phrases, words
from widgets.data_table import DataTable
from widgets.ink_label import InkLabel
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Theme

TEN_THOUSAND = 10_000.0


@dataclass(frozen=True, slots=True)
class SumsRow:
    """The sums of one class; `rank` keeps the order total, benches, grids."""

    key: str
    title: str
    rank: int
    sums: Sums


def sums_rows(now: Situation, reckoning: Reckoning, total: str) -> tuple[SumsRow, ...]:
    """Return the sum of all, then one line for each 滩别 and each grid that water reaches."""
    whole, by_grid, by_bench = reckoning.affected.sums()
    rows = [SumsRow("all", total, 0, whole)]
    rows += [SumsRow(f"bench/{one.value}", words.bench(one), 1, by_bench[one]) for one in Bench if one in by_bench]
    for key in sorted(by_grid):
        grid = now.registers.grids.get(key)
        title = key if grid is None else f"{key} {phrases.registered(grid.name)}"
        rows.append(SumsRow(f"grid/{key}", title, 2, by_grid[key]))
    return tuple(rows)


def _herd(row: SumsRow) -> str:
    return phrases.listed(f"{phrases.registered(kind)} {count:,}" for kind, count in row.sums.livestock.items())


class AffectedTable(QWidget):
    """The table, and under it what the picture of the water is.

    Signals:
        grid_chosen: id of a grid.

    """

    grid_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        columns: list[Column[SumsRow]] = [
            Column(
                "title", self.tr("滩别 / 网格"), lambda r: r.title, sort_key=lambda r: (r.rank, r.key), chars=14,
                stretch=2,
            ),
            _figure("growers", self.tr("种植户"), lambda r: r.sums.growers),
            _figure("plots", self.tr("地块"), lambda r: r.sums.plots),
            _figure("area", self.tr("面积 亩"), lambda r: r.sums.area_mu),
            _figure("households", self.tr("迁安户"), lambda r: r.sums.households),
            _figure("keypeople", self.tr("重点人员"), lambda r: r.sums.keypeople),
            _figure("people", self.tr("涉及人数"), lambda r: r.sums.people),
            Column("livestock", self.tr("牲畜"), _herd, tooltip=_herd, chars=18, stretch=3),
            _figure("loss", self.tr("损失 万元"), lambda r: r.sums.loss_yuan / TEN_THOUSAND),
        ]  # fmt: skip
        self.model = RowsModel(columns, lambda row: row.key, self)
        self.table = DataTable(theme, self.model, self)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.basis = InkLabel(theme, role="text.muted")
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        foot.addWidget(self.basis)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.table, 1)
        box.addLayout(foot)
        self.table.chosen.connect(self._on_chosen)

    def show_sums(self, now: Situation, reckoning: Reckoning | None) -> None:
        """Show what the water of a reckoning reaches."""
        rows = () if reckoning is None else sums_rows(now, reckoning, self.tr("合计"))
        self.table.set_empty_words(self.tr("还没有水情推算"))
        self.table.set_rows(rows)
        if reckoning is None:
            self.basis.set_text("")
            return
        said = self.tr("{0} · {1} m³/s。种植户只计一次，记在最先上水的地块；损失按作物亩值和水深估算")
        self.basis.set_text(said.format(clock_words.nature(reckoning.nature), words.flow(reckoning.flow_m3s)))

    def _on_chosen(self, ids: tuple[object, ...]) -> None:
        kind, _, key = str(ids[0] if ids else "").partition("/")
        if kind == "grid":
            self.grid_chosen.emit(key)


def _figure(key: str, title: str, value: Callable[[SumsRow], float]) -> Column[SumsRow]:
    def said(row: SumsRow) -> str:
        return f"{value(row):,.0f}" if value(row) else words.DASH

    return Column(key, title, said, Align.RIGHT, sort_key=lambda r: (r.rank == 0, value(r)), chars=9)
