"""Stations upstream and downstream as one dense list: value, trend, travel time, age, trigger level reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.levels import Level
from data.model.river import HUAYUANKOU, Station
from data.model.situation import Situation
from data.rules.trend import rate_of_rise
from views import phrases, river_facts, words
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class StationRow:
    """One line of the list. Ages are kept as words so that rows change only when they read differently."""

    id: str
    name: str
    river: str
    flow_m3s: float | None
    stage_m: float | None
    datum: str
    at: datetime | None
    aged: str
    old: str  # the age roughly, for narrow places
    stale: bool
    rate_m3s_h: float | None
    travel_h: float | None
    reached: Level
    source: str

    @property
    def trend(self) -> str:
        """Arrow of the trend."""
        return river_facts.arrow(self.flow_m3s, self.rate_m3s_h)


def station_rows(now: Situation, time: datetime, *, neighbours_only: bool) -> tuple[StationRow, ...]:
    """All stations, or those that have sent something and lie upstream within reach, nearest last."""
    limit = river_facts.limit_h(now)
    rows = [
        station_row(now, station, time, limit)
        for station in now.registers.stations
        if not neighbours_only or (station.id != HUAYUANKOU and station.travel_h is not None and station.travel_h > 0)
    ]
    return tuple(sorted(rows, key=lambda row: farness(row.travel_h)))


def farness(travel_h: float | None) -> float:
    """What puts stations in the order of the water's way; those without a travel time come last."""
    return -(travel_h if travel_h is not None else -99.0)


def station_row(now: Situation, station: Station, time: datetime, limit: float | None) -> StationRow:
    """One station."""
    readings = now.readings.get(station.id, ())
    newest = readings[-1] if readings else None
    at = newest.at if newest else None
    return StationRow(
        station.id,
        station.name,
        station.river,
        newest.flow_m3s if newest else None,
        newest.stage_m if newest else None,
        (newest.datum if newest else "") or station.datum,
        at,
        words.age(at, time) if at else words.DASH,
        river_facts.rough(time - at) if at else "",
        river_facts.too_old(at, limit, time),
        rate_of_rise(readings),
        station.travel_h,
        river_facts.reached(now, station.id),
        newest.source if newest else "",
    )


def travel_words(hours: float | None) -> str:
    """Travel time to 花园口: "→16 h" from upstream, "16 h→" downstream of it."""
    if hours is None:
        return words.DASH
    if hours == 0:
        return ""
    return f"→{hours:.0f} h" if hours > 0 else f"{-hours:.0f} h→"


def level_mark(row: StationRow) -> Mark | None:
    """Square in the colour of the trigger level reached; hollow ring when the value is too old."""
    if row.stale:
        return Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW)
    return None if row.reached is Level.NONE else Mark(Shape.SQUARE, f"warning.{row.reached.colour}")


def reached_words(row: StationRow) -> str:
    """Numeral of the trigger level reached."""
    t = QCoreApplication.translate
    return "" if row.reached is Level.NONE else t("RiverStations", "{0}级").format(words.level_numeral(row.reached))


def tip(row: StationRow) -> str:
    """All that is known of a row."""
    t = QCoreApplication.translate
    parts = [phrases.registered(row.name), phrases.registered(row.river)]
    if row.at is not None:
        parts.append(words.date_clock(row.at))
        parts.append(row.aged)
    parts.append(river_facts.rate_words(row.flow_m3s, row.rate_m3s_h))
    if row.travel_h:
        parts.append(
            t("RiverStations", "至花园口约 {0:g} 小时").format(row.travel_h)
            if row.travel_h > 0
            else t("RiverStations", "花园口下游约 {0:g} 小时").format(-row.travel_h)
        )
    if row.reached is not Level.NONE:
        parts.append(t("RiverStations", "达到 {0} 触发值").format(words.level(row.reached)))
    return " · ".join([part for part in parts if part] + ([row.source] if row.source else []))


def compact_columns() -> tuple[Column[StationRow], ...]:
    """Columns for the narrow panel."""
    t = QCoreApplication.translate
    return (
        Column(
            "name",
            t("RiverStations", "上游站"),
            lambda r: phrases.registered(r.name),
            mark_getter=level_mark,
            tooltip=tip,
            chars=9,
            stretch=2,
        ),
        Column(
            "flow",
            t("RiverStations", "m³/s"),
            lambda r: f"{words.flow(r.flow_m3s)} {r.trend}".strip(),
            Align.RIGHT,
            role_getter=lambda r: "text.muted" if r.stale or r.flow_m3s is None else "text.primary",
            tooltip=tip,
            sort_key=lambda r: r.flow_m3s or -1.0,
            chars=8,
            stretch=1,
        ),
        Column("reached", t("RiverStations", "触发"), reached_words, tooltip=tip, chars=4),
        Column(
            "travel",
            t("RiverStations", "传播"),
            lambda r: travel_words(r.travel_h),
            Align.RIGHT,
            role_getter=lambda _: "text.muted",
            tooltip=tip,
            sort_key=lambda r: r.travel_h or 0.0,
            chars=6,
        ),
        Column(
            "at",
            t("RiverStations", "时间"),
            lambda r: r.old if r.stale else words.clock(r.at),
            Align.RIGHT,
            role_getter=lambda r: "state.attention" if r.stale else "text.muted",
            tooltip=tip,
            sort_key=lambda r: r.at or datetime.min.replace(tzinfo=words.BEIJING),
            chars=7,
            stretch=1,
        ),
    )


def wide_columns() -> tuple[Column[StationRow], ...]:
    """Columns for the workspace."""
    t = QCoreApplication.translate
    earliest = datetime.min.replace(tzinfo=words.BEIJING)
    quiet = "text.muted"
    return (
        Column(
            "name", t("RiverStations", "测站"), lambda r: phrases.registered(r.name), mark_getter=level_mark,
            tooltip=tip, chars=11, stretch=2,
        ),
        Column(
            "river", t("RiverStations", "河流"), lambda r: phrases.registered(r.river),
            role_getter=lambda _: quiet, chars=7,
        ),
        Column(
            "flow", t("RiverStations", "流量 m³/s"), lambda r: words.flow(r.flow_m3s), Align.RIGHT,
            lambda r: quiet if r.stale or r.flow_m3s is None else "text.primary",
            tooltip=tip, sort_key=lambda r: r.flow_m3s or -1.0, chars=9,
        ),
        Column(
            "trend", t("RiverStations", "涨落 /h"), lambda r: river_facts.rate_words(r.flow_m3s, r.rate_m3s_h),
            Align.RIGHT, lambda _: "text.secondary", tooltip=tip, sort_key=lambda r: r.rate_m3s_h or 0.0, chars=9,
        ),
        Column(
            "stage", t("RiverStations", "水位 m"), lambda r: words.stage(r.stage_m), Align.RIGHT,
            lambda r: quiet if r.stale or r.stage_m is None else "text.primary",
            sort_key=lambda r: r.stage_m or -1.0, chars=7,
        ),
        Column(
            "datum", t("RiverStations", "基面"),
            lambda r: words.DASH if r.stage_m is None else phrases.registered(r.datum) or t("RiverStations", "未注明"),
            role_getter=lambda _: quiet, chars=9,
        ),
        Column(
            "at", t("RiverStations", "时间"), lambda r: words.date_clock(r.at), Align.RIGHT, lambda _: quiet,
            sort_key=lambda r: r.at or earliest, chars=10,
        ),
        Column(
            "aged", t("RiverStations", "距今"), lambda r: r.aged, Align.RIGHT,
            lambda r: "state.attention" if r.stale else quiet, sort_key=lambda r: r.at or earliest, chars=12,
        ),
        Column(
            "travel", t("RiverStations", "传播"), lambda r: travel_words(r.travel_h), Align.RIGHT, lambda _: quiet,
            chars=7,
        ),
        Column(
            "reached", t("RiverStations", "触发"), reached_words, tooltip=tip, sort_key=lambda r: r.reached, chars=8
        ),
    )  # fmt: skip
