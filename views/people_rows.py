"""Growers, key persons and households as one kind of row: masked, with what the flow does to them. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from data.model.countdown import ClockState, Deadline
from data.model.people import Grower, Household, KeyPerson, Whereabouts
from data.model.places import Plot
from data.model.register import Registers
from data.model.situation import Situation
from data.rules.exposure import Exposure
from views import clock_words, phrases, words
from widgets.line_list import Line
from widgets.marks import Fill, Mark, Shape

GROWERS, KEYPEOPLE, HOUSEHOLDS = "growers", "keypeople", "households"
HEARD = frozenset({Whereabouts.TOLD, Whereabouts.SIGNED, Whereabouts.LEAVING, Whereabouts.LEFT})
"""States in which somebody is known to have heard."""


@dataclass(frozen=True)  # no slots: see with_clock
class Someone:
    """One grower, key person or household as lists show it; the name is masked. `rank` is the place by the clock."""

    register: str
    id: str
    name: str
    kind: str
    village: str
    where: Whereabouts
    exposed: bool
    benches: tuple[str, ...] = ()
    crops: tuple[str, ...] = ()
    plots: int = 0
    area_mu: float = 0.0
    people: int = 0
    overnight: int = 0
    place: str = ""
    grid: str = ""
    contact: str = ""
    shelter: str = ""
    need: str = ""
    floods_at_m3s: float | None = None
    clock: Deadline | None = None
    rank: int = 0

    @cached_property
    def said(self) -> tuple[str, str]:
        """Title and note in a list; with_clock hands them on, so that they are made once however the water moves."""
        return title_of(self), about(self)

    @property
    def in_danger(self) -> bool:
        """Exposed at the flow shown, and not known to have left."""
        return self.exposed and self.where is not Whereabouts.LEFT

    @property
    def unanswered(self) -> bool:
        """Exposed, and nobody knows whether they have heard."""
        return self.exposed and self.where not in HEARD


def plots_of(registers: Registers) -> Mapping[str, tuple[Plot, ...]]:
    """Map grower to plots."""
    found: dict[str, list[Plot]] = {}
    for plot in registers.plots.rows:
        found.setdefault(plot.grower, []).append(plot)
    return {grower: tuple(plots) for grower, plots in found.items()}


def grower(now: Situation, row: Grower, plots: tuple[Plot, ...], exposed: Exposure) -> Someone:
    """A grower as a row."""
    return Someone(
        GROWERS,
        row.id,
        words.masked_name(row.name),
        row.kind,
        row.village,
        now.where(GROWERS, row.id),
        row.id in exposed.growers,
        tuple(dict.fromkeys(plot.bench.value for plot in plots)),
        tuple(dict.fromkeys(plot.crop for plot in plots)),
        len(plots),
        sum(plot.area_mu for plot in plots),
        row.on_floodplain,
        row.overnight,
        grid=plots[0].grid if plots else "",
        contact=row.contact,
        floods_at_m3s=min((plot.floods_at_m3s for plot in plots), default=None),
    )


def key_person(now: Situation, row: KeyPerson, exposed: Exposure) -> Someone:
    """A key person as a row."""
    grid = now.registers.grids.get(row.grid)
    return Someone(
        KEYPEOPLE,
        row.id,
        words.masked_name(row.name),
        row.category,
        grid.village if grid is not None else "",
        now.where(KEYPEOPLE, row.id),
        row.id in exposed.keypeople,
        (row.bench,),
        people=row.people,
        overnight=row.people if "过夜" in row.category else 0,
        place=row.place,
        grid=row.grid,
        contact=row.contact,
        need=row.need,
    )


def household(now: Situation, row: Household) -> Someone:
    """A household as a row; the rules know no flow that reaches it."""
    return Someone(
        HOUSEHOLDS,
        row.id,
        words.masked_name(row.name),
        row.special,
        row.village,
        now.where(HOUSEHOLDS, row.id),
        exposed=False,
        people=row.people,
        grid=row.grid,
        contact=row.contact,
        shelter=row.shelter,
        need=row.special,
    )


def everyone(now: Situation, register: str, exposed: Exposure) -> tuple[Someone, ...]:
    """All rows of one register, those in danger first."""
    ids = tuple(now.registers.of(register).by_id)
    return tuple(sorted(rows_of(now, register, ids, exposed), key=need_order))


def rows_of(now: Situation, register: str, ids: Iterable[str], exposed: Exposure) -> list[Someone]:
    """Make the rows of some people of one register."""
    registers = now.registers
    match register:
        case "growers":
            plots = plots_of(registers)
            return [grower(now, registers.growers.by_id[i], plots.get(i, ()), exposed) for i in ids]
        case "keypeople":
            return [key_person(now, registers.keypeople.by_id[row_id], exposed) for row_id in ids]
        case _:
            return [household(now, registers.households.by_id[row_id]) for row_id in ids]


def need_order(row: Someone) -> tuple[bool, bool, int, float, str]:
    """Sort key: exposed and not left first, among them who stays overnight, who has not heard, whose land is lowest."""
    trouble = {Whereabouts.REFUSED: 0, Whereabouts.UNKNOWN: 0, Whereabouts.UNTOLD: 1, Whereabouts.TOLD: 2}
    low = row.floods_at_m3s if row.floods_at_m3s is not None else 1e9
    return not row.in_danger, not row.overnight, trouble.get(row.where, 3), low, row.id


def mark_of(row: Someone) -> Mark | None:
    """Triangle: in danger and not known to have heard; half circle: in danger, on the way; check: left.

    With a clock the mark is that of its state.
    """
    if row.clock is not None:
        return clock_words.state_mark(row.clock.state)
    if row.where is Whereabouts.LEFT:
        return Mark(Shape.CHECK, "state.ok")
    if row.unanswered:
        return Mark(Shape.TRIANGLE, "state.urgent")
    if row.exposed:
        return Mark(Shape.CIRCLE, "state.attention", Fill.HALF)
    return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)


def where_role(row: Someone) -> str:
    """Colour of the whereabouts: loud where somebody in danger has not heard, or somebody refuses or is lost."""
    if row.where in (Whereabouts.REFUSED, Whereabouts.UNKNOWN) or row.unanswered:
        return "state.urgent"
    if row.in_danger:
        return "state.attention"
    return "text.secondary" if row.where is not Whereabouts.UNTOLD else "text.muted"


def about(row: Someone) -> str:
    """What a list says under the name."""
    t = QCoreApplication.translate
    if row.register == GROWERS:
        land = t("PeopleRows", "{0} 块 {1:,.0f} 亩 {2}").format(
            row.plots, row.area_mu, phrases.listed(map(phrases.registered, row.crops[:2]))
        )
        return " · ".join((phrases.registered(row.kind), phrases.registered(row.village), land))
    if row.register == KEYPEOPLE:
        return " · ".join(part for part in (phrases.registered(row.kind), row.grid, row.need) if part)
    return " · ".join(part for part in (phrases.registered(row.village), row.grid, row.need) if part)


def with_clock(row: Someone, clock: Deadline | None, rank: int, *, exposed: bool) -> Someone:
    """Return the row with its clock. dataclasses.replace takes five times as long, and this is done to hundreds."""
    made = object.__new__(Someone)
    made.__dict__.update(row.__dict__, said=row.said, clock=clock, rank=rank, exposed=exposed)
    return made


def title_of(row: Someone) -> str:
    """Name, place and how many."""
    t = QCoreApplication.translate
    title = f"{row.name}  {row.place}" if row.place else row.name
    if row.people > 1:
        title += t("PeopleRows", "  {0} 人").format(row.people)
    if row.overnight and row.register == GROWERS:
        title += t("PeopleRows", "  过夜 {0} 人").format(row.overnight)
    return title


def line_of(row: Someone) -> Line:
    """One row of a list."""
    t = QCoreApplication.translate
    title, note = row.said
    reach = ""
    if row.exposed:
        reach = t("PeopleRows", "上水")
    elif row.floods_at_m3s is not None:
        reach = t("PeopleRows", "{0} 上水").format(words.flow(row.floods_at_m3s))
    return Line(
        row.id,
        title,
        note,
        words.whereabouts(row.where),
        reach,
        mark_of(row),
        value_role=where_role(row),
        detail_role="state.attention" if row.in_danger else "text.muted",
        tooltip="\n".join((title, note)),
    )


def lines_of(rows: Iterable[Someone], at: datetime | None = None) -> list[Line]:
    """Rows of a list; at a moment, with the clock in the place of the whereabouts."""
    if at is None:
        return [line_of(row) for row in rows]
    where = {state: words.whereabouts(state) for state in Whereabouts}
    return [line_of(row) if row.clock is None else clocked_line(row, row.clock, where[row.where], at) for row in rows]


def clocked_line(row: Someone, clock: Deadline, where: str, at: datetime) -> Line:
    """One row of a list with its clock: time left above, what was done about it below."""
    detail, now = where, clock_words.state_at(clock, at)
    said = clock_words.water_said(clock, now, at, registered=row.exposed)
    if said:
        detail = f"{where} · {said}"
    title, note = row.said
    return Line(
        row.id,
        title,
        note,
        clock_words.countdown(clock, at, brief=True) if now is not ClockState.LEFT else "",
        detail,
        clock_words.state_mark(now),
        value_role=clock_words.role(clock, at),
        detail_role=where_role(row) if now is not ClockState.LEFT else "text.muted",
    )
