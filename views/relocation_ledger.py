"""The whereabouts ledger: who was told, signed, is leaving, has left, refuses, is lost; by 滩别, village, shelter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.situation import Situation
from views import phrases, step_words, words
from views.people_rows import Someone
from widgets.data_table import DataTable
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Theme

LOUD = (Whereabouts.UNTOLD, Whereabouts.REFUSED, Whereabouts.UNKNOWN)


@dataclass(frozen=True)
class Count:
    """One line of the ledger."""

    key: str
    title: str
    total: int
    people: int
    exposed: int
    states: tuple[int, ...] = field(default=(0,) * len(Whereabouts))
    loud: tuple[int, ...] = field(default=(0,) * len(Whereabouts))  # of them exposed

    def of(self, state: Whereabouts) -> int:
        """How many are in a state."""
        return self.states[list(Whereabouts).index(state)]


def count(key: str, title: str, rows: Sequence[Someone]) -> Count:
    """Count rows."""
    states = tuple(sum(row.where is state for row in rows) for state in Whereabouts)
    loud = tuple(sum(row.where is state and row.exposed for row in rows) for state in Whereabouts)
    exposed = sum(row.exposed for row in rows)
    return Count(key, title, len(rows), sum(row.people for row in rows), exposed, states, loud)


def ledger(rows: Iterable[Someone]) -> tuple[Count, ...]:
    """One line for each 滩别, each village, and the sum; a grower with land on two benches counts in the lowest."""
    everyone = list(rows)
    t = QCoreApplication.translate
    lines = [count("all", t("Ledger", "合计"), everyone)]
    for bench in Bench:
        here = [row for row in everyone if _lowest(row) == bench.value]
        if here:
            lines.append(count(f"bench/{bench.value}", words.bench(bench), here))
    for village in sorted({row.village for row in everyone}):
        here = [row for row in everyone if row.village == village]
        lines.append(count(f"village/{village}", phrases.registered(village) or t("Ledger", "未登记村"), here))
    return tuple(lines)


def _lowest(row: Someone) -> str:
    order = [bench.value for bench in Bench]
    return min(row.benches, key=lambda name: order.index(name) if name in order else len(order), default="")


@dataclass(frozen=True, slots=True)
class ShelterRow:
    """A shelter and who is to come, and who has come."""

    id: str
    name: str
    kind: str
    capacity: int
    households: int
    people: int
    arrived: int
    keeper: str

    @property
    def free(self) -> int:
        """Places left when all have come."""
        return self.capacity - self.people


def shelters(now: Situation) -> tuple[ShelterRow, ...]:
    """Count the households assigned to each shelter."""
    rows: list[ShelterRow] = []
    for shelter in now.registers.shelters:
        homes = [home for home in now.registers.households if home.shelter == shelter.id]
        arrived = sum(home.people for home in homes if now.where("households", home.id) is Whereabouts.LEFT)
        rows.append(
            ShelterRow(
                shelter.id,
                shelter.name,
                shelter.kind,
                shelter.capacity,
                len(homes),
                sum(home.people for home in homes),
                arrived,
                step_words.who(now, shelter.keeper) if shelter.keeper else "",
            )
        )
    return tuple(rows)


class Ledger(QWidget):
    """The ledger over the shelters.

    Signals:
        shelter_chosen: id of a shelter.

    """

    shelter_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make empty tables."""
        super().__init__(parent)
        columns: list[Column[Count]] = [
            Column("title", self.tr("滩别 / 村"), lambda r: r.title, chars=10, stretch=2, sortable=False),
            _number("total", self.tr("条数"), lambda r: r.total),
            _number("people", self.tr("人口"), lambda r: r.people),
            _number("exposed", self.tr("受影响"), lambda r: r.exposed),
            *(_state(i, state) for i, state in enumerate(Whereabouts)),
        ]
        self.model = RowsModel(columns, lambda row: row.key, self)
        self.table = DataTable(theme, self.model, self)
        self.table.set_empty_words(self.tr("没有迁安台账"))
        shelter_columns: list[Column[ShelterRow]] = [
            Column("name", self.tr("安置点"), lambda r: r.name, chars=16, stretch=3),
            Column("kind", self.tr("类型"), lambda r: phrases.registered(r.kind), chars=12),
            _number("capacity", self.tr("容量"), lambda r: r.capacity),
            _number("households", self.tr("对口户"), lambda r: r.households),
            _number("people", self.tr("对口人"), lambda r: r.people),
            _number("arrived", self.tr("已转出"), lambda r: r.arrived),
            Column(
                "free",
                self.tr("余位"),
                lambda r: f"{r.free:,}",
                Align.RIGHT,
                role_getter=lambda r: "state.urgent" if r.free < 0 else None,
                sort_key=lambda r: r.free,
                chars=9,
            ),
            Column("keeper", self.tr("负责人"), lambda r: r.keeper, chars=8),
        ]
        self.shelter_model = RowsModel(shelter_columns, lambda row: row.id, self)
        self.shelters = DataTable(theme, self.shelter_model, self)
        self.shelters.set_empty_words(self.tr("没有安置点台账"))
        parts = QSplitter(Qt.Orientation.Vertical, self)
        for title, table in (
            (self.tr("去向台账：种植户、重点人员、迁安户合计；受影响 / 全部"), self.table),
            (self.tr("安置点"), self.shelters),
        ):
            part = QFrame(parts)
            part.setProperty("panel", True)
            box = QVBoxLayout(part)
            box.setContentsMargins(0, theme.px(6), 0, 0)
            label = QLabel(title, part)
            label.setProperty("tone", "secondary")
            label.setContentsMargins(theme.px(12), 0, 0, 0)
            box.addWidget(label)
            box.addWidget(table, 1)
            parts.addWidget(part)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(parts)
        self.shelters.chosen.connect(lambda ids: self.shelter_chosen.emit(str(ids[0])) if len(ids) == 1 else None)

    def show_rows(self, now: Situation, rows: Iterable[Someone]) -> None:
        """Show the ledger of everyone, and the shelters."""
        self.table.set_rows(ledger(rows))
        self.shelters.set_rows(shelters(now))


def _number(key: str, title: str, value: Callable[[Any], int]) -> Column[Any]:
    return Column(key, title, lambda r: f"{value(r):,}", Align.RIGHT, sort_key=value, chars=9)


def _state(i: int, state: Whereabouts) -> Column[Count]:
    def role(row: Count) -> str | None:
        if not row.states[i]:
            return "text.muted"
        loud = state in (Whereabouts.REFUSED, Whereabouts.UNKNOWN) or (state in LOUD and row.loud[i])
        return "state.urgent" if loud else None

    def cell(row: Count) -> str:
        if row.loud[i]:
            return f"{row.loud[i]:,} / {row.states[i]:,}"
        return f"{row.states[i]:,}" if row.states[i] else words.DASH

    return Column(
        state.name,
        words.whereabouts(state),
        cell,
        Align.RIGHT,
        role_getter=role,
        sort_key=lambda r: r.states[i],
        chars=11 if phrases.english() else 8,
    )
