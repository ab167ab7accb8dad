"""Everything that the water of a scenario reaches, in the order of the clock: rows, classes to filter by, columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.model.countdown import ClockState, Deadline
from data.model.inundation import Wetness
from data.model.places import Bench
from data.model.situation import Situation
from data.rules.reckoning import Reckoning
from views import clock_words, phrases, twin_words, words
from views.parts import amount
from views.twin_shown import ExposedRow
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

PEOPLE = ("households", "growers", "keypeople")
THINGS = ("plots", "spurs", "routes", "roads", "shelters", "stock", "cameras")
KINDS = (*PEOPLE, *THINGS)
_BENCHES = frozenset(bench.value for bench in Bench)
_LAST = float("inf")
Intervals = Mapping[str, tuple[datetime, datetime]]
"""Earliest and latest arrival by "kind/id", of a picture between two runs."""
_PRESSING = (ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW, ClockState.IN_TIME)
NO_INTERVALS: Intervals = MappingProxyType({})


def exposed_rows(now: Situation, reckoned: Reckoning, intervals: Intervals = NO_INTERVALS) -> tuple[ExposedRow, ...]:
    """Make the rows of a scenario: people by their clock, things by their water; arrivals may be intervals."""
    rows = [_person(now, reckoned, line) for line in reckoned.countdown if line.state is not ClockState.NOT_EXPOSED]
    affected = reckoned.affected
    for kind in THINGS:
        for row_id in affected.wet(kind):
            water = affected.of(kind, row_id)
            if water is not None:
                rows.append(_thing(now, kind, row_id, water))
    known = [_between(row, intervals) for row in rows if row is not None]
    return tuple(sorted(known, key=_order))


def _between(row: ExposedRow, intervals: Intervals) -> ExposedRow:
    found = intervals.get(row.key)
    return row if found is None else replace(row, earliest=found[0], latest=found[1])


def _order(row: ExposedRow) -> tuple[int, float]:
    """People who have to act first, then things by their water, last who is out already."""
    line = row.deadline
    if line is None:
        return len(_PRESSING), _LAST if row.arrival is None else row.arrival.timestamp()
    rank = _PRESSING.index(line.state) if line.state in _PRESSING else len(_PRESSING) + 1
    return rank, _LAST if line.likely is None else line.likely.timestamp()


def _person(now: Situation, reckoned: Reckoning, line: Deadline) -> ExposedRow | None:
    registers = now.registers
    row = registers.of(line.kind).get(line.id)
    if row is None:
        return None
    kind, row_id = ("plots", line.place) if line.kind == "growers" else (line.kind, line.id)
    water = reckoned.affected.of(kind, row_id) if row_id else None
    plot = registers.plots.get(line.place) if line.kind == "growers" else None
    grid = plot.grid if plot is not None else getattr(row, "grid", "")
    bench = plot.bench.value if plot is not None else str(getattr(row, "bench", ""))
    place = plot.ring[0] if plot is not None and plot.ring else (getattr(row, "lon", None), getattr(row, "lat", None))
    return ExposedRow(
        line.kind, line.id, words.masked_name(row.name), str(getattr(row, "village", "")) or _village(now, grid),
        bench if bench in _BENCHES else "", line.people,
        depth_m=0.0 if water is None else water.depth_m,
        arrival=line.arrival,
        duration_h=0.0 if water is None else water.duration_h,
        deadline=line, lon=place[0], lat=place[1],
    )  # fmt: skip


def _thing(now: Situation, kind: str, row_id: str, water: Wetness) -> ExposedRow | None:
    registers = now.registers
    if kind == "stock":
        item = next((row for row in registers.stock if row.depot == row_id), None)
        place = (None, None) if item is None else (item.lon, item.lat)
        return _wet(kind, row_id, phrases.registered(row_id), water, place)
    row = registers.of("maplines" if kind == "roads" else kind).get(row_id)
    if row is None:
        return None
    if kind == "plots":
        grower = registers.growers.get(row.grower)
        name = f"{row.id} {phrases.registered(row.crop)}" + (f" {words.masked_name(grower.name)}" if grower else "")
        place = row.ring[0] if row.ring else (None, None)
        village = _village(now, row.grid)
        return _wet(kind, row_id, name, water, place, village=village, bench=row.bench.value, area_mu=row.area_mu)
    if kind == "spurs":
        works = registers.works.get(row.works)
        name = f"{phrases.registered(works.name) if works else row.works} {row.number} {row.kind}"
        return _wet(kind, row_id, name, water, row.path[0] if row.path else (None, None))
    path = getattr(row, "path", ())
    place = path[0] if path else (getattr(row, "lon", None), getattr(row, "lat", None))
    return _wet(kind, row_id, phrases.registered(getattr(row, "name", "") or row_id), water, place)


def _wet(
    kind: str, row_id: str, name: str, water: Wetness, place: Sequence[float | None], *, village: str = "",
    bench: str = "", area_mu: float = 0.0,
) -> ExposedRow:  # fmt: skip
    return ExposedRow(
        kind, row_id, name, village, bench, area_mu=area_mu, depth_m=water.depth_m, arrival=water.arrival,
        duration_h=water.duration_h, lon=place[0], lat=place[1],
    )  # fmt: skip


def _village(now: Situation, grid_id: str) -> str:
    grid = now.registers.grids.get(grid_id)
    return "" if grid is None else phrases.registered(grid.village)


def newly(rows_b: Iterable[ExposedRow], rows_a: Iterable[ExposedRow]) -> tuple[ExposedRow, ...]:
    """Return what B reaches and A does not, in the order of B's clock."""
    before = {row.key for row in rows_a}
    return tuple(row for row in rows_b if row.key not in before)


def columns(at: Callable[[], datetime]) -> tuple[Column[ExposedRow], ...]:
    """Columns of the list; `at` is the moment from which countdowns count."""
    t = QCoreApplication.translate

    def clock_mark(row: ExposedRow) -> Mark | None:
        if row.deadline is None:
            return Mark(Shape.SQUARE, "text.muted")
        return clock_words.mark(row.deadline, at())

    def leave(row: ExposedRow) -> str:
        return "" if row.deadline is None else clock_words.countdown(row.deadline, at(), brief=True)

    def leave_role(row: ExposedRow) -> str | None:
        return None if row.deadline is None else clock_words.role(row.deadline, at())

    def size(row: ExposedRow) -> str:
        if row.people:
            return t("TwinExposed", "{0} 人").format(f"{row.people:,}")
        return t("TwinExposed", "{0} 亩").format(amount(row.area_mu)) if row.area_mu else ""

    def place(row: ExposedRow) -> str:
        return " ".join(part for part in (row.village, words.bench(Bench(row.bench)) if row.bench else "") if part)

    def arrival(row: ExposedRow) -> str:
        if row.earliest is not None and row.latest is not None and row.latest != row.earliest:
            return f"{clock_words.moment(row.earliest, at())}–{words.clock(row.latest)}"
        return clock_words.moment(row.arrival, at())

    def when(row: ExposedRow) -> float:
        return _LAST if row.arrival is None else row.arrival.timestamp()

    return (
        Column("name", t("TwinExposed", "对象"), lambda r: r.name, mark_getter=clock_mark, tooltip=lambda r: r.name,
               chars=9, stretch=3),
        Column("leave", t("TwinExposed", "最后安全出发"), leave, role_getter=leave_role, sort_key=_order, chars=19,
               tooltip=lambda r: "" if r.deadline is None else _tip(r, at()), stretch=2),
        Column("arrival", t("TwinExposed", "到达"), arrival, Align.RIGHT, sort_key=when, chars=11, tooltip=arrival),
        Column("depth", t("TwinExposed", "水深 m"), lambda r: f"{r.depth_m:.1f}" if r.depth_m > 0 else words.DASH,
               Align.RIGHT, sort_key=lambda r: r.depth_m, chars=6),
        Column("kind", t("TwinExposed", "类别"), lambda r: twin_words.kind(r.kind), chars=8,
               role_getter=lambda _: "text.secondary"),
        Column("duration", t("TwinExposed", "历时 h"), lambda r: f"{r.duration_h:.0f}" if r.duration_h else "",
               Align.RIGHT, sort_key=lambda r: r.duration_h, chars=6),
        Column("size", t("TwinExposed", "人 / 亩"), size, Align.RIGHT, chars=8,
               sort_key=lambda r: (r.people, r.area_mu)),
        Column("place", t("TwinExposed", "村 / 滩别"), place, role_getter=lambda _: "text.secondary",
               tooltip=place, chars=12, stretch=1),
    )  # fmt: skip


def _tip(row: ExposedRow, at: datetime) -> str:
    line = row.deadline
    if line is None:
        return ""
    said = [f"{clock_words.state(clock_words.state_at(line, at))} · {clock_words.cause(line, at)}"]
    if line.state in clock_words.CALLED:
        said.append(clock_words.band(line, at))
    return "\n".join(said)
