"""Columns of the relocation clock for tables of growers, key persons and households."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from data.model.countdown import Deadline
from data.model.situation import Situation
from views import clock_words, words
from views.clock_rows import Clocks
from views.clock_words import CALLED
from views.people_rows import Someone
from widgets.rows_model import Align, Column

LATEST = float("inf")


def clock_columns(
    clocks: Callable[[], Clocks | None], now: Callable[[], Situation | None]
) -> dict[str, Column[Someone]]:
    """Columns by key; `clocks` and `now` give what is shown at the moment a cell is painted."""
    t = QCoreApplication.translate

    def read(row: Someone, say: Callable[[Deadline, Clocks], str]) -> str:
        shown = clocks()
        return words.DASH if row.clock is None or shown is None else say(row.clock, shown)

    def called(row: Someone, say: Callable[[Deadline, Clocks], str]) -> str:
        return read(row, say) if row.clock is not None and row.clock.state in CALLED else words.DASH

    def role(row: Someone) -> str | None:
        shown = clocks()
        return "text.muted" if row.clock is None or shown is None else clock_words.role(row.clock, shown.at)

    def tip(row: Someone) -> str:
        at, situation = clocks(), now()
        return (
            "" if row.clock is None or at is None or situation is None else clock_words.tip(situation, row.clock, at.at)
        )

    def depth(row: Someone) -> float | None:
        shown = clocks()
        return None if row.clock is None or shown is None else shown.depth_m(row.id)

    def arrival(line: Deadline, shown: Clocks) -> str:
        if line.isolated:
            return t("ClockColumns", "不淹，路断")
        return clock_words.moment(line.arrival, shown.at)

    def way(line: Deadline, _: Clocks) -> str:
        situation = now()
        name = words.DASH if situation is None else clock_words.end_name(situation, line.end)
        return name if line.way_known else t("ClockColumns", "{0} · 沿途不明").format(name)

    def travel(line: Deadline, _: Clocks) -> str:
        return f"{clock_words.minutes(line.travel_min)} + {clock_words.minutes(line.mobilisation_min)}"

    columns: list[Column[Someone]] = [
        Column(
            "clock", t("ClockColumns", "最后安全出发"),
            lambda r: read(r, lambda line, shown: clock_words.countdown(line, shown.at)),
            role_getter=role, mark_getter=lambda r: _mark(r, clocks()), tooltip=tip,
            sort_key=lambda r: r.rank, chars=32,
        ),
        Column(
            "arrival", t("ClockColumns", "到水"), lambda r: called(r, arrival), Align.RIGHT,
            sort_key=lambda r: _order(r.clock.arrival.timestamp() if r.clock and r.clock.arrival else None), chars=12,
        ),
        Column(
            "depth", t("ClockColumns", "水深 m"), lambda r: clock_words.depth(depth(r)), Align.RIGHT,
            sort_key=lambda r: -(depth(r) or 0.0), chars=7,
        ),
        Column(
            "cut", t("ClockColumns", "路断"),
            lambda r: called(r, lambda line, shown: clock_words.moment(line.cut_off, shown.at)), Align.RIGHT,
            sort_key=lambda r: _order(r.clock.cut_off.timestamp() if r.clock and r.clock.cut_off else None), chars=12,
        ),
        Column(
            "travel", t("ClockColumns", "路上 + 动身 分"), lambda r: called(r, travel), Align.RIGHT,
            sort_key=lambda r: (r.clock.travel_min or LATEST) if r.clock else LATEST, chars=15,
        ),
        Column(
            "way", t("ClockColumns", "出路"), lambda r: called(r, way), chars=16, stretch=1,
            role_getter=lambda r: "state.attention" if r.clock is not None and not r.clock.way_known else None,
        ),
    ]  # fmt: skip
    return {column.key: column for column in columns}


def _mark(row: Someone, shown: Clocks | None) -> clock_words.Mark | None:
    return None if row.clock is None or shown is None else clock_words.mark(row.clock, shown.at)


def _order(value: float | None) -> float:
    return LATEST if value is None else value
