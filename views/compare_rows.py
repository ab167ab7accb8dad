"""What-if at several flows side by side, and how exposure grows with the flow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from data.model.levels import Level
from data.model.places import Bench
from data.model.register import Registers
from data.model.situation import Situation
from data.rules.plan import Change, tier_of
from data.rules.signoff import Preview, preview
from views import phrases, words
from views.parts import amount
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

DEFAULT_FLOWS = (4000.0, 6000.0, 8000.0, 10000.0, 15000.0, 22000.0)
"""Flows shown beside the live one: where the tiers of the plan begin (domain.md §1.3)."""
BENCHES = (Bench.NEN, Bench.ER, Bench.GAO)


@dataclass(frozen=True, slots=True)
class FlowRow:
    """What one flow would mean. `live` marks the row of the present flow, `own` one the operator added."""

    flow_m3s: float
    live: bool
    own: bool
    tier: int
    level: Level
    in_force: int
    new: int
    changed: int
    withdrawn: int
    growers: int
    people: int
    area_mu: float
    benches: tuple[float, ...]  # 亩 in the order of BENCHES
    keypeople: int
    staff_short: int
    stock_short: tuple[tuple[str, float], ...]

    @property
    def id(self) -> str:
        """Identity in the table."""
        return "live" if self.live else f"{self.flow_m3s:.0f}"


def flow_row(now: Situation, shown: Preview, *, live: bool = False, own: bool = False) -> FlowRow:
    """Sum up a preview."""
    tier = tier_of(shown.flow_m3s, now.registers.tiers)
    exposed = shown.exposed
    return FlowRow(
        shown.flow_m3s, live, own,
        0 if tier is None else tier.number,
        shown.level,
        len(shown.entries),
        shown.count(Change.NEW),
        shown.count(Change.CHANGED),
        len(shown.withdrawn),
        len(exposed.growers),
        exposed.people,
        exposed.area_mu,
        tuple(exposed.by_bench[bench][1] if bench in exposed.by_bench else 0.0 for bench in BENCHES),
        len(exposed.keypeople),
        shown.short.people,
        tuple((lack.key, lack.missing) for lack in shown.short.stock),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """What a second flow adds to a first: ids of plots, growers, key persons, instructions; and what it drops."""

    first: float
    second: float
    plots: tuple[str, ...]
    growers: tuple[str, ...]
    keypeople: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    area_mu: float
    people: int


def difference(now: Situation, one: float, other: float) -> Difference:
    """Compare two flows, the lower first."""
    low, high = (preview(now, flow) for flow in sorted((one, other)))
    before = [entry.instruction.id for entry in low.entries]
    after = [entry.instruction.id for entry in high.entries]
    return Difference(
        low.flow_m3s, high.flow_m3s,
        tuple(sorted(high.exposed.plots - low.exposed.plots)),
        tuple(sorted(high.exposed.growers - low.exposed.growers)),
        tuple(sorted(high.exposed.keypeople - low.exposed.keypeople)),
        tuple(row_id for row_id in after if row_id not in set(before)),
        tuple(row_id for row_id in before if row_id not in set(after)),
        high.exposed.area_mu - low.exposed.area_mu,
        high.exposed.people - low.exposed.people,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Curve:
    """Exposed area and people as steps: from `flows[i]` on they are `area_mu[i]` and `people[i]`."""

    flows: tuple[float, ...]
    area_mu: tuple[float, ...]
    people: tuple[int, ...]

    def at(self, flow_m3s: float) -> tuple[float, int]:
        """Area and people at a flow."""
        at = bisect_right(self.flows, flow_m3s) - 1
        return self.area_mu[at], self.people[at]


def curve(registers: Registers) -> Curve:
    """Work out all steps at once by the rule of data.rules.exposure, which looks at one flow."""
    area: dict[float, float] = {}
    first: dict[str, float] = {}
    reach: dict[str, float] = {}
    for plot in registers.plots:
        flow = plot.floods_at_m3s
        area[flow] = area.get(flow, 0.0) + plot.area_mu
        first[plot.grower] = min(flow, first.get(plot.grower, flow))
        reach[plot.bench.value] = min(flow, reach.get(plot.bench.value, flow))
    heads: dict[float, int] = {}
    for grower, flow in first.items():
        row = registers.growers.get(grower)
        heads[flow] = heads.get(flow, 0) + (0 if row is None else row.on_floodplain)
    for person in registers.keypeople:
        if person.bench in reach:
            heads[reach[person.bench]] = heads.get(reach[person.bench], 0) + person.people
    flows, areas, people = [0.0], [0.0], [0]
    for flow in sorted({*area, *heads}):
        flows.append(flow)
        areas.append(areas[-1] + area.get(flow, 0.0))
        people.append(people[-1] + heads.get(flow, 0))
    return Curve(tuple(flows), tuple(areas), tuple(people))


def columns() -> tuple[Column[FlowRow], ...]:
    """Columns of the comparison."""
    t = QCoreApplication.translate

    def named(row: FlowRow) -> str:
        return t("Compare", "实况 {0}").format(words.flow(row.flow_m3s)) if row.live else words.flow(row.flow_m3s)

    def stock(row: FlowRow) -> str:
        return phrases.listed(f"{phrases.registered(name)} {amount(missing)}" for name, missing in row.stock_short[:3])

    def bench(at: int, title: str) -> Column[FlowRow]:
        return Column(
            f"bench{at}", title, lambda r: amount(round(r.benches[at])) if r.benches[at] else "·", Align.RIGHT,
            lambda r: "text.secondary" if r.benches[at] else "text.muted", sort_key=lambda r: r.benches[at], chars=7,
        )  # fmt: skip

    def level_words(row: FlowRow) -> str:
        return words.DASH if row.level is Level.NONE else t("Compare", "{0}级").format(words.level_numeral(row.level))

    def level_mark(row: FlowRow) -> Mark | None:
        return None if row.level is Level.NONE else Mark(Shape.SQUARE, words.level_role(row.level))

    def number(key: str, title: str, value: Callable[[FlowRow], int], chars: int, sign: str = "") -> Column[FlowRow]:
        def said(row: FlowRow) -> str:
            return f"{sign}{value(row):,}" if value(row) or not sign else ""

        return Column(key, title, said, Align.RIGHT, sort_key=value, chars=chars)

    return (
        Column("flow", t("Compare", "流量 m³/s"), named, Align.RIGHT, sort_key=lambda r: r.flow_m3s, chars=12),
        Column("level", t("Compare", "等级"), level_words, mark_getter=level_mark, sort_key=lambda r: r.level, chars=6),
        number("force", t("Compare", "任务"), lambda r: r.in_force, 5),
        number("new", t("Compare", "新增"), lambda r: r.new, 5, "+"),
        number("changed", t("Compare", "变更"), lambda r: r.changed, 5, "±"),
        number("withdrawn", t("Compare", "撤销"), lambda r: r.withdrawn, 5, "−"),
        number("area", t("Compare", "上水 亩"), lambda r: round(r.area_mu), 8),
        bench(0, t("Compare", "嫩滩")),
        bench(1, t("Compare", "二滩")),
        bench(2, t("Compare", "高滩")),
        number("growers", t("Compare", "户"), lambda r: r.growers, 5),
        number("people", t("Compare", "人"), lambda r: r.people, 6),
        number("key", t("Compare", "重点人员"), lambda r: r.keypeople, 8),
        Column("staff", t("Compare", "缺人"), lambda r: str(r.staff_short) if r.staff_short else "·", Align.RIGHT,
               lambda r: "state.attention" if r.staff_short else "text.muted", chars=6,
               sort_key=lambda r: r.staff_short),
        Column("stock", t("Compare", "缺料（前三）"), stock, role_getter=lambda _: "text.secondary",
               tooltip=lambda r: "\n".join(f"{phrases.registered(n)} {amount(m)}" for n, m in r.stock_short),
               sort_key=lambda r: len(r.stock_short), chars=16, stretch=1),
    )  # fmt: skip
