"""Sums of what the water reaches, by 滩别 and by grid; with a second scenario, what it adds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from data.model.places import Bench
from data.model.situation import Situation
from data.rules.affected import Affected, Sums
from views import phrases, words
from views.parts import amount
from widgets.rows_model import Align, Column

_NONE = Sums()


@dataclass(frozen=True, slots=True)
class SumsRow:
    """One class: what A reaches, and B where there is a B. `level` 0 is the total, 1 a 滩别, 2 a grid."""

    key: str
    name: str
    level: int
    a: Sums
    b: Sums | None = None


def sums_rows(now: Situation, a: Affected, b: Affected | None = None) -> tuple[SumsRow, ...]:
    """Make the rows: total, every 滩别, every grid that water reaches."""
    t = QCoreApplication.translate
    total, by_grid, by_bench = a.sums()
    other, other_grid, other_bench = (None, {}, {}) if b is None else b.sums()
    rows = [SumsRow("total", t("TwinSums", "合计"), 0, total, other)]
    for bench in Bench:
        if bench in by_bench or bench in other_bench:
            more = None if b is None else other_bench.get(bench, _NONE)
            rows.append(SumsRow(f"bench/{bench.value}", words.bench(bench), 1, by_bench.get(bench, _NONE), more))
    for grid in sorted({*by_grid, *other_grid} - {""}):
        more = None if b is None else other_grid.get(grid, _NONE)
        rows.append(SumsRow(f"grid/{grid}", _grid(now, grid), 2, by_grid.get(grid, _NONE), more))
    return tuple(rows)


def _grid(now: Situation, grid_id: str) -> str:
    grid = now.registers.grids.get(grid_id)
    return grid_id if grid is None else phrases.noted(phrases.registered(grid.name), phrases.registered(grid.village))


def columns() -> tuple[Column[SumsRow], ...]:
    """Columns: how many of each; with two scenarios "A +more"."""
    t = QCoreApplication.translate

    def figure(key: str, title: str, value: Callable[[Sums], float], chars: int, tip: str = "") -> Column[SumsRow]:
        def said(row: SumsRow) -> str:
            return _figure(value(row.a), None if row.b is None else value(row.b))

        def tooltip(row: SumsRow) -> str:
            return tip or (_herd(row) if key == "herd" else "")

        def role(row: SumsRow) -> str | None:
            none = not value(row.a) and (row.b is None or not value(row.b))
            return "text.muted" if none else None

        return Column(key, title, said, Align.RIGHT, role, sort_key=lambda r: value(r.b or r.a), chars=chars,
                      tooltip=tooltip)  # fmt: skip

    return (
        Column("name", t("TwinSums", "滩别 / 网格"), lambda r: r.name, tooltip=lambda r: r.name, chars=11, stretch=1,
               role_getter=lambda r: None if r.level < 2 else "text.secondary", sort_key=lambda r: (r.level, r.name)),
        figure("households", t("TwinSums", "户"), lambda s: s.households, 5),
        figure("people", t("TwinSums", "人"), lambda s: s.people, 7),
        figure("key", t("TwinSums", "重点"), lambda s: s.keypeople, 5, t("TwinSums", "重点人员")),
        figure("area", t("TwinSums", "亩"), lambda s: round(s.area_mu), 11),
        figure("herd", t("TwinSums", "牲畜"), lambda s: sum(s.livestock.values()), 10),
        figure("loss", t("TwinSums", "损失 万元"), lambda s: round(s.loss_yuan / 10_000), 9,
               t("TwinSums", "农作物损失：面积 × 亩产值 × 按水深的损失比例")),
    )  # fmt: skip


def _figure(a: float, b: float | None) -> str:
    if b is None or b == a:
        return amount(a) if a else "·"
    return f"{amount(a)} {'+' if b > a else '−'}{amount(abs(b - a))}"


def _herd(row: SumsRow) -> str:
    return phrases.listed(f"{kind} {count:,}" for kind, count in (row.b or row.a).livestock.items())
