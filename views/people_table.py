"""A full table of growers, key persons or households: filters, search, whereabouts, export."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.model.countdown import ClockState
from data.model.people import Whereabouts
from data.model.situation import Situation
from data.rules.exposure import Exposure
from data.rules.reckoning import Reckoning
from views import clock_rows, clock_words, hand_guard, people_rows, phrases, step_words, words
from views.clock_columns import clock_columns
from views.clock_rows import Clocks
from views.people_rows import GROWERS, HOUSEHOLDS, KEYPEOPLE, Someone
from views.where_bar import WhereBar
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import Align, Column, RowsModel
from widgets.search_field import SearchField
from widgets.theme import Theme

ALL, DANGER, UNANSWERED = "all", "danger", "unanswered"
BY_CLOCK = {state.value: state for state in (ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW, ClockState.IN_TIME)}
"""Filters by the clock."""


def number(value: float) -> str:
    """A count or area, nothing for zero."""
    return f"{value:,.0f}" if value else ""


def columns_for(
    register: str,
    contact: Callable[[Someone], str],
    shelter: Callable[[Someone], str],
    clock: dict[str, Column[Someone]],
) -> tuple[Column[Someone], ...]:
    """Columns of one register, those of the `clock` among them."""
    t = QCoreApplication.translate
    kind = {
        GROWERS: t("PeopleTable", "经营主体"),
        KEYPEOPLE: t("PeopleTable", "类别"),
        HOUSEHOLDS: t("PeopleTable", "特殊人群"),
    }[register]
    everything: dict[str, Column[Someone]] = {
        "id": Column(
            "id",
            t("PeopleTable", "编号"),
            lambda r: r.id,
            mark_getter=lambda r: people_rows.mark_of(r) if r.clock is None else None,  # the clock has one of its own
            chars=8,
        ),
        "name": Column("name", t("PeopleTable", "姓名"), lambda r: r.name, chars=6),
        "kind": Column("kind", kind, lambda r: phrases.registered(r.kind), chars=12, stretch=1),
        "place": Column("place", t("PeopleTable", "位置"), lambda r: r.place, chars=14, stretch=2),
        "bench": Column(
            "bench", t("PeopleTable", "滩别"), lambda r: phrases.listed(map(phrases.registered, r.benches)), chars=11
        ),
        "village": Column(
            "village", t("PeopleTable", "村"), lambda r: phrases.registered(r.village), chars=8, stretch=1
        ),
        "grid": Column("grid", t("PeopleTable", "网格"), lambda r: r.grid, chars=6),
        "people": _count("people", t("PeopleTable", "人数"), lambda r: r.people),
        "overnight": _count("overnight", t("PeopleTable", "过夜"), lambda r: r.overnight),
        "area": _count("area", t("PeopleTable", "面积 亩"), lambda r: r.area_mu),
        "crop": Column(
            "crop",
            t("PeopleTable", "作物"),
            lambda r: phrases.listed(map(phrases.registered, r.crops)),
            chars=8,
            stretch=1,
        ),
        "floods": _count("floods", t("PeopleTable", "上水 m³/s"), lambda r: r.floods_at_m3s or 0.0, 11),
        "where": Column(
            "where",
            t("PeopleTable", "状态"),
            lambda r: words.whereabouts(r.where),
            role_getter=people_rows.where_role,
            sort_key=lambda r: list(Whereabouts).index(r.where),
            chars=8,
        ),
        "contact": Column("contact", t("PeopleTable", "包保干部"), contact, chars=8, stretch=2),
        "shelter": Column("shelter", t("PeopleTable", "安置点"), shelter, chars=12, stretch=2),
    }
    everything |= clock
    wanted = {
        GROWERS: "id name clock where arrival depth kind bench village grid people overnight area crop floods "
        "cut travel way contact",
        KEYPEOPLE: "id name clock where arrival depth kind place bench grid people cut travel way contact",
        HOUSEHOLDS: "id name clock where arrival depth village grid people kind shelter cut travel way contact",
    }[register]
    return tuple(everything[key] for key in wanted.split())


def _count(key: str, title: str, value: Callable[[Someone], float], chars: int = 9) -> Column[Someone]:
    return Column(key, title, lambda r: number(value(r)), Align.RIGHT, sort_key=value, chars=chars)


class PeopleTable(QWidget):
    """One register as a table.

    Signals:
        chosen: ids, by the operator only.
        opened: id whose card is wanted.
        step_requested: WhereaboutsSet.
        call_requested: ids of rows whose contacts are to be called, in the order shown.
        export_requested: name of the list, headings, rows as texts.
        rested: no hand is on the table any more, it may be put in order.

    """

    chosen = Signal(tuple)
    opened = Signal(object)
    step_requested = Signal(object)
    call_requested = Signal(tuple)
    export_requested = Signal(str, object, object)
    rested = Signal()

    def __init__(self, theme: Theme, register: str, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.register = register
        self._now: Situation | None = None
        self._rows: list[Someone] = []
        self._clocks: Clocks | None = None
        self._ranks: dict[str, int] = {}
        self._base: tuple[tuple[object, ...], tuple[Someone, ...]] | None = None
        self._states: list[Chip] = []
        self._put_away: frozenset[str] = frozenset()  # columns of the clock, while there is none
        self._state = ALL
        self._quiet = False
        self._locked = False
        self.chips = Chips(theme)
        self.village = QComboBox(self)
        self.village.setAccessibleName(self.tr("村"))
        self.search = SearchField(theme, self.tr("按编号、村、网格、作物、位置查找"))
        self.export = QPushButton(self.tr("导出(&E)…"), self)
        self.export.setToolTip(self.tr("导出当前筛选出的清单，姓名脱敏（Alt+E）"))
        clock = clock_columns(lambda: self._clocks, lambda: self._now)
        self.model = RowsModel(columns_for(register, self._contact, self._shelter, clock), lambda row: row.id, self)
        self.table = DataTable(theme, self.model, self)
        self.hand = hand_guard.HandGuard(self.table)
        self._clock_keys = frozenset(clock)
        self._offer_clock(offered=False)
        self.bar = WhereBar(theme, calls=True)
        tools = QHBoxLayout()
        tools.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), 0)
        tools.setSpacing(theme.px(6))
        tools.addWidget(self.search, 1)
        tools.addWidget(self.village)
        tools.addWidget(self.export)
        framed = QHBoxLayout()
        framed.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        framed.addWidget(self.chips)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(tools)
        box.addLayout(framed)
        box.addWidget(self.table, 1)
        box.addWidget(self.bar)
        self.chips.chosen.connect(self._choose_state)
        self.village.activated.connect(self._fill)
        self.search.asked.connect(self._fill)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.opened)
        self.bar.step_requested.connect(self.step_requested)
        self.bar.call_requested.connect(self.call_requested)
        self.export.clicked.connect(self._export)
        self.hand.released.connect(self.rested)

    def show_people(
        self,
        now: Situation,
        exposed: Exposure,
        *,
        locked: bool,
        reckoning: Reckoning | None = None,
        time: datetime | None = None,
    ) -> None:
        """Show the register at a flow, by the clock where there is one; locked in a what-if: nothing live changes."""
        self._now, self._locked = now, locked
        basis = (now.registers, now.whereabouts, exposed.growers, exposed.keypeople)
        if self._base is None or self._base[0] != basis:
            self._base = (basis, people_rows.everyone(now, self.register, exposed))
            self._offer_villages(self._base[1])
        if (reckoning is None) is not (self._clocks is None):
            self._offer_clock(offered=reckoning is not None)
        self._clocks = clock_rows.clocks_of(reckoning, self.register, time, now)
        order = {} if self._clocks is None else self._clocks.order()
        self._ranks = hand_guard.ranks(order, self._ranks, held=self.hand.busy)
        self._rows = clock_rows.clocked(self._base[1], self._clocks, self._ranks)
        self._show_states()
        self._fill()

    def rows(self) -> tuple[Someone, ...]:
        """The whole register as it is shown now, before filters."""
        return tuple(self._rows)

    def clocks(self) -> Clocks | None:
        """The clocks shown."""
        return self._clocks

    def choose(self, row_id: str) -> None:
        """Mark one row without telling."""
        self._quiet = True
        self.table.choose([row_id])
        self._quiet = False

    def _contact(self, row: Someone) -> str:
        return step_words.who(self._now, row.contact) if self._now is not None and row.contact else ""

    def _shelter(self, row: Someone) -> str:
        shelter = self._now.registers.shelters.get(row.shelter) if self._now is not None else None
        return shelter.name if shelter is not None else row.shelter

    def _belongs(self, row: Someone) -> bool:
        if self._state == DANGER:
            return row.in_danger
        if self._state == UNANSWERED:
            return row.unanswered
        if self._state in BY_CLOCK:
            return self._clock_state(row) is BY_CLOCK[self._state]
        return self._state in (ALL, row.where.value)

    def _offer_clock(self, *, offered: bool) -> None:
        """Columns of the clock are there while there is one, but those that the operator has put away."""
        hidden = frozenset(self.table.hidden_columns())
        if offered:
            self.table.set_hidden_columns(hidden - self._put_away)
            self._put_away = frozenset()
        else:
            self._put_away = self._clock_keys - hidden
            self.table.set_hidden_columns(hidden | self._clock_keys)

    def _clock_state(self, row: Someone) -> ClockState | None:
        return None if row.clock is None or self._clocks is None else clock_words.state_at(row.clock, self._clocks.at)

    def _show_states(self) -> None:
        counts = {state: sum(row.where is state for row in self._rows) for state in Whereabouts}
        danger = sum(row.in_danger for row in self._rows)
        unanswered = sum(row.unanswered for row in self._rows)
        chips = [Chip(ALL, self.tr("全部"), len(self._rows))]
        if self._clocks is not None:
            by_clock = clock_words.tally(state for state in map(self._clock_state, self._rows) if state is not None)
            for key, state in BY_CLOCK.items():
                count, loud = by_clock[state], state is not ClockState.IN_TIME
                shown, urgent = (None if count else 0, count) if loud else (count, 0)
                chips.append(Chip(key, clock_words.state(state), shown, urgent))
        if self.register != HOUSEHOLDS or self._clocks is not None:
            chips.append(Chip(DANGER, self.tr("受影响未撤"), danger))
            chips.append(Chip(UNANSWERED, self.tr("未叫应"), None if unanswered else 0, unanswered))
        chips += [Chip(state.value, words.whereabouts(state), count) for state, count in counts.items()]
        if chips != self._states:
            self._states = chips
            if self._state not in {chip.key for chip in chips}:
                self._state = ALL
            self.chips.set_chips(chips)
            self.chips.choose([self._state])

    def _offer_villages(self, rows: tuple[Someone, ...]) -> None:
        names = ["", *sorted({row.village for row in rows if row.village})]
        have = [self.village.itemData(i) for i in range(self.village.count())]
        if names != have:
            chosen = self.village.currentData() or ""
            self.village.clear()
            for name in names:
                self.village.addItem(phrases.registered(name) or self.tr("各村"), name)
            self.village.setCurrentIndex(max(0, self.village.findData(chosen)))

    def _fill(self) -> None:
        village, needle = self.village.currentData() or "", self.search.text().strip().lower()
        shown = [row for row in self._rows if self._belongs(row) and village in ("", row.village) and _has(row, needle)]
        empty = self.tr("没有符合条件的记录") if self._rows else self.tr("没有台账，请在“系统”中导入")
        self.table.set_empty_words(empty)
        self._quiet = True
        self.table.set_rows(shown)
        self._quiet = False
        self._renew_bar()

    def _choose_state(self, keys: tuple[str, ...]) -> None:
        self._state = keys[0]
        self._fill()

    def _on_chosen(self, ids: tuple[object, ...]) -> None:
        if not self._quiet:
            self._renew_bar()
            self.chosen.emit(tuple(str(row_id) for row_id in ids))

    def _renew_bar(self) -> None:
        ids = tuple(str(row_id) for row_id in self.table.chosen_ids())
        one = len(ids) == 1  # the card beside the table has a bar of its own
        where = {row.id: row.where for row in self._rows}
        self.bar.show_people(self.register, () if self._locked or one else ids, where)

    def _export(self) -> None:
        columns = [one for one in self.model.columns if self._clocks is not None or one.key not in self._clock_keys]
        headings = tuple(column.title for column in columns)
        rows = tuple(tuple(column.getter(row) for column in columns) for row in self.model.rows())
        self.export_requested.emit(step_words.register_name(self.register), headings, rows)


def _has(row: Someone, needle: str) -> bool:
    if not needle:
        return True
    parts = (row.id, row.name, row.kind, row.village, row.grid, row.place, *row.crops, *row.benches)
    return any(needle in part.lower() for part in parts)
