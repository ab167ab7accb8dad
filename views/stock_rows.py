"""Stock as rows: each line with its state, each depot in sum, and what the instructions in force would take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from data.model.places import StockItem
from data.model.plan import Instruction
from data.model.situation import Situation
from views import phrases
from views.parts import amount
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


class Store(IntEnum):
    """How a line of stock stands, worst first."""

    BELOW_FLOOR = 0
    BELOW_RESERVE = 1
    ENOUGH = 2


def store_of(item: StockItem) -> Store:
    """Judge a line: below its floor it alarms, below its reserve it is to be filled up."""
    if item.quantity < item.floor:
        return Store.BELOW_FLOOR
    return Store.BELOW_RESERVE if item.quantity < item.reserve else Store.ENOUGH


def store_words(state: Store) -> str:
    """State of a line in words."""
    t = QCoreApplication.translate
    return (t("Stock", "低于下限"), t("Stock", "低于定额"), t("Stock", "足额"))[state]


def store_mark(state: Store) -> Mark:
    """Shape and fill first, colour second."""
    return (
        Mark(Shape.TRIANGLE_DOWN, "state.urgent"),
        Mark(Shape.TRIANGLE_DOWN, "state.attention", Fill.HOLLOW),
        Mark(Shape.BAR, "text.muted"),
    )[state]


@dataclass(frozen=True, slots=True)
class StockRow:
    """One line of stock, how it stands, and the name of its keeper."""

    item: StockItem
    state: Store
    keeper: str

    @property
    def id(self) -> str:
        """Id of the line."""
        return self.item.id


@dataclass(frozen=True, slots=True)
class DepotRow:
    """One depot in sum."""

    id: str
    lines: int
    below_floor: int
    below_reserve: int
    keeper: str
    kinds: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One item: what the instructions in force take together, what lies in all depots, and who takes most."""

    id: str
    unit: str
    need: float
    have: float
    takers: tuple[tuple[str, str, float], ...]  # instruction id, title, quantity

    @property
    def missing(self) -> float:
        """How much is missing."""
        return max(0.0, self.need - self.have)


def stock_rows(now: Situation) -> tuple[StockRow, ...]:
    """All lines, what is below its floor first."""
    staff = now.registers.staff.by_id
    rows = [
        StockRow(item, store_of(item), staff[item.keeper].name if item.keeper in staff else item.keeper)
        for item in now.registers.stock
    ]
    return tuple(sorted(rows, key=lambda row: (row.state, row.item.depot)))


def depot_rows(rows: Iterable[StockRow]) -> tuple[DepotRow, ...]:
    """Depots in the order of their names, those with something below its floor first."""
    groups: dict[str, list[StockRow]] = {}
    for row in rows:
        groups.setdefault(row.item.depot, []).append(row)
    made = [
        DepotRow(
            depot,
            len(lines),
            sum(line.state is Store.BELOW_FLOOR for line in lines),
            sum(line.state is Store.BELOW_RESERVE for line in lines),
            lines[0].keeper,
            phrases.listed(sorted({phrases.registered(line.item.kind) for line in lines})),
            lines[0].item.lon,
            lines[0].item.lat,
        )
        for depot, lines in groups.items()
    ]
    return tuple(sorted(made, key=lambda row: (-row.below_floor, row.id)))


def need_rows(now: Situation, instructions: Iterable[Instruction]) -> tuple[NeedRow, ...]:
    """What is taken by item, the greatest lack first; stock is used up, so quantities add up."""
    takers: dict[str, list[tuple[str, str, float]]] = {}
    needs = now.plan.needs
    for line in instructions:
        need = needs.get(line.id)
        for name, quantity in () if need is None else need.stock:
            takers.setdefault(name, []).append((line.id, phrases.plan_title(line), quantity))
    if not takers:
        return ()
    have: dict[str, float] = {}
    units: dict[str, str] = {}
    for item in now.registers.stock.rows:
        have[item.item] = have.get(item.item, 0.0) + item.quantity
        units.setdefault(item.item, item.unit)
    rows = [
        NeedRow(
            name, units.get(name, ""), sum(taken[2] for taken in by), have.get(name, 0.0),
            tuple(sorted(by, key=lambda taken: -taken[2])),
        )
        for name, by in takers.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.missing / row.need if row.need else 0.0, row.id)))


def stock_columns() -> tuple[Column[StockRow], ...]:
    """Columns of the lines."""
    t = QCoreApplication.translate

    def ink(row: StockRow) -> str | None:
        return ("state.urgent", "text.secondary", "text.secondary")[row.state]

    def quantity_ink(row: StockRow) -> str | None:
        return ("state.urgent", "state.attention", None)[row.state]

    return (
        Column("state", t("Stock", "状态"), lambda r: store_words(r.state), role_getter=ink,
               mark_getter=lambda r: store_mark(r.state), sort_key=lambda r: r.state, chars=11),
        Column("item", t("Stock", "品名"), lambda r: phrases.registered(r.item.item),
               chars=15 if phrases.english() else 10, stretch=2),
        Column("spec", t("Stock", "规格"), lambda r: phrases.registered(r.item.spec),
               role_getter=lambda _: "text.secondary", chars=11, stretch=1),
        Column("depot", t("Stock", "仓库"), lambda r: phrases.registered(r.item.depot), chars=16, stretch=2),
        Column("quantity", t("Stock", "数量"), lambda r: amount(r.item.quantity), Align.RIGHT, quantity_ink,
               sort_key=lambda r: r.item.quantity, chars=8),
        Column("unit", t("Stock", "单位"), lambda r: phrases.registered(r.item.unit),
               role_getter=lambda _: "text.muted", chars=5),
        Column("reserve", t("Stock", "定额"), lambda r: amount(r.item.reserve), Align.RIGHT,
               sort_key=lambda r: r.item.reserve, chars=8),
        Column("floor", t("Stock", "下限"), lambda r: amount(r.item.floor), Align.RIGHT, lambda _: "text.muted",
               sort_key=lambda r: r.item.floor, chars=8),
        Column("share", t("Stock", "占定额"), _share, Align.RIGHT, sort_key=lambda r: _ratio(r.item), chars=6),
        Column("kind", t("Stock", "性质"), lambda r: phrases.registered(r.item.kind),
               role_getter=lambda _: "text.secondary", chars=9),
        Column("keeper", t("Stock", "保管人"), lambda r: r.keeper, chars=8),
        Column("expires", t("Stock", "有效期"), lambda r: r.item.expires, role_getter=lambda _: "text.muted", chars=8),
    )  # fmt: skip


def _ratio(item: StockItem) -> float:
    return item.quantity / item.reserve if item.reserve else 1.0


def _share(row: StockRow) -> str:
    return f"{_ratio(row.item) * 100:.0f}%" if row.item.reserve else "—"


def depot_columns() -> tuple[Column[DepotRow], ...]:
    """Columns of the depots."""
    t = QCoreApplication.translate

    def below(row: DepotRow) -> str:
        return str(row.below_floor) if row.below_floor else ""

    return (
        Column("depot", t("Stock", "仓库"), lambda r: phrases.registered(r.id), chars=14, stretch=2),
        Column("lines", t("Stock", "品项"), lambda r: str(r.lines), Align.RIGHT, sort_key=lambda r: r.lines, chars=5),
        Column("below", t("Stock", "低于下限"), below, Align.RIGHT, lambda _: "state.urgent",
               sort_key=lambda r: r.below_floor, chars=8),
        Column("less", t("Stock", "低于定额"), lambda r: str(r.below_reserve) if r.below_reserve else "", Align.RIGHT,
               lambda _: "state.attention", sort_key=lambda r: r.below_reserve, chars=8),
        Column("keeper", t("Stock", "保管人"), lambda r: r.keeper, chars=7, stretch=1),
    )  # fmt: skip


def need_columns() -> tuple[Column[NeedRow], ...]:
    """Columns of the needs."""
    t = QCoreApplication.translate

    def ink(row: NeedRow) -> str | None:
        return "state.urgent" if row.missing > 0 else None

    def lack(row: NeedRow) -> str:
        return amount(row.missing) if row.missing > 0 else t("Stock", "够")

    def tip(row: NeedRow) -> str:
        lines = [
            f"{title}  {amount(quantity)} {phrases.registered(row.unit)}" for _, title, quantity in row.takers[:12]
        ]
        if len(row.takers) > 12:
            lines.append(t("Stock", "等 {0} 条指令").format(len(row.takers)))
        return "\n".join(lines)

    return (
        Column("item", t("Stock", "品名"), lambda r: phrases.registered(r.id), tooltip=tip, chars=9, stretch=2),
        Column("need", t("Stock", "需要"), lambda r: amount(r.need), Align.RIGHT, tooltip=tip,
               sort_key=lambda r: r.need, chars=8),
        Column("have", t("Stock", "库存"), lambda r: amount(r.have), Align.RIGHT, sort_key=lambda r: r.have, chars=8),
        Column("missing", t("Stock", "缺"), lack, Align.RIGHT, ink, sort_key=lambda r: r.missing, chars=8),
        Column("unit", t("Stock", "单位"), lambda r: phrases.registered(r.unit),
               role_getter=lambda _: "text.muted", chars=4),
        Column("takers", t("Stock", "主要去向"), lambda r: r.takers[0][1], tooltip=tip,
               role_getter=lambda _: "text.secondary", chars=12, stretch=3),
    )  # fmt: skip
