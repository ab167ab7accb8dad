"""The stations of the 水情 workspace as rows: value, trend, three days, thresholds, age, doubts, differing sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.levels import Trigger
from data.model.observing_tables import ObservingTables
from data.model.river import Reading, Station
from data.model.situation import Situation
from data.model.telemetry import Board, Observation, Variable
from views import hydrology_board, phrases, river_facts, river_stations, words
from views.hydrology_kept import Kept
from views.river_stations import StationRow
from widgets.cell_curves import Gauged, Spark, Tick
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column

SPARK_SPAN = timedelta(hours=72)
_SPARK_POINTS = 48
AGED_S = 60
"""Ages are brought up to date so often at least."""
_WORTH_TELLING = (Variable.FLOW, Variable.STAGE)


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station as the wide list shows it."""

    base: StationRow
    spark: Spark = Spark()
    gauged: Gauged | None = None
    doubts: str = ""
    differing: str = ""

    @property
    def id(self) -> str:
        """Station code."""
        return self.base.id

    @property
    def check(self) -> str:
        """What is wrong with the value, in words."""
        t = QCoreApplication.translate
        if self.differing:
            return t("HydrologyStations", "两源不一致")
        return self.doubts or (t("HydrologyStations", "超时效") if self.base.stale else "")


class StationLines:
    """Lines of all stations; those of which nothing new is known are kept."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: Kept[StationLine] = Kept(AGED_S)
        self._common: tuple[object, ...] = ()
        self._triggers: dict[str, list[Trigger]] = {}

    def lines(
        self, now: Situation, time: datetime, board: Board | None, tables: ObservingTables | None
    ) -> tuple[StationLine, ...]:
        """All stations in order of the water's way."""
        limit = river_facts.limit_h(now)
        common = (now.registers, now.suggestion.latched, limit, tables)
        if common != self._common:
            self._common, self._triggers = common, {}
            self._kept.forget()
            for one in now.registers.triggers:
                self._triggers.setdefault(one.station, []).append(one)
        made: list[StationLine] = []
        nothing: tuple[Observation, ...] = ()
        for station in now.registers.stations:
            held = tuple(
                nothing if board is None else board.newest.get((station.id, one), nothing) for one in _WORTH_TELLING
            )
            parts = (now.readings.get(station.id), *held)

            def make(station: Station = station) -> StationLine:
                return self._line(now, river_stations.station_row(now, station, time, limit), time, board, tables)

            made.append(self._kept.row(station.id, parts, time, make))
        return tuple(sorted(made, key=lambda line: river_stations.farness(line.base.travel_h)))

    def _line(
        self, now: Situation, row: StationRow, time: datetime, board: Board | None, tables: ObservingTables | None
    ) -> StationLine:
        found = [hydrology_board.offered(board, row.id, one) for one in _WORTH_TELLING]
        shown, apart = row, []
        if tables is not None:
            counted = [hydrology_board.counted(board, row.id, one, tables) for one in _WORTH_TELLING]
            shown = _with_board(row, counted, time, river_facts.limit_h(now))
            apart = [hydrology_board.apart(board, row.id, one, tables) for one in _WORTH_TELLING]
        return StationLine(
            shown,
            spark(now.readings.get(row.id, ()), time, stale=shown.stale),
            gauged(shown, self._triggers.get(row.id, [])),
            phrases.listed(dict.fromkeys(text for each in found for text in _doubts(each))),
            phrases.clauses(differing(each) for each in apart if each),
        )


def _with_board(
    row: StationRow, counted: Sequence[Observation | None], time: datetime, limit: float | None
) -> StationRow:
    """Take values of the board where the situation has none so new."""
    flow, stage = counted
    newest = max((one for one in (flow, stage) if one is not None), key=lambda one: one.at, default=None)
    if newest is None or (row.at is not None and newest.at <= row.at):
        return row
    return replace(
        row,
        flow_m3s=row.flow_m3s if flow is None else flow.value,
        stage_m=row.stage_m if stage is None else stage.value,
        datum=row.datum if stage is None else stage.datum or row.datum,
        at=newest.at,
        aged=words.age(newest.at, time),
        old=river_facts.rough(time - newest.at),
        stale=river_facts.too_old(newest.at, limit, time),
        source=newest.source.key,
    )


def _doubts(found: tuple[Observation, ...]) -> list[str]:
    return [hydrology_board.doubt(one) for each in found for one in each.doubts]


def differing(found: Sequence[Observation]) -> str:
    """Both values with both sources."""
    return phrases.listed(
        f"{hydrology_board.source(one.source)} {hydrology_board.value(one)}（{words.clock(one.at)}）"
        for one in found
        if one.value is not None
    )


def spark(readings: Sequence[Reading], time: datetime, *, stale: bool) -> Spark:
    """Flow, or stage where there is no flow, of the last three days."""
    start = time - SPARK_SPAN
    recent = [one for one in readings if one.at >= start]
    points = [(one.at, one.flow_m3s) for one in recent if one.flow_m3s is not None]
    if len(points) < 2:
        datum = recent[-1].datum if recent else ""
        points = [(one.at, one.stage_m) for one in recent if one.stage_m is not None and one.datum == datum]
    if len(points) < 2:
        return Spark()
    step = max(1, len(points) // _SPARK_POINTS)
    kept = [*points[:-1:step], points[-1]]
    return Spark(tuple(((at - start) / SPARK_SPAN, round(value, 2)) for at, value in kept), stale)


def gauged(row: StationRow, triggers: Sequence[Trigger]) -> Gauged | None:
    """The value against the thresholds of its station; flow before stage."""
    for variable, value in (("flow", row.flow_m3s), ("stage", row.stage_m)):
        own = sorted((one for one in triggers if one.variable == variable), key=lambda one: one.lower)
        if own and value is not None:
            ticks = tuple(Tick(one.lower, words.level_numeral(one.level), f"warning.{one.level.colour}") for one in own)
            return Gauged(value, ticks, row.stale)
    return None


def _tip(line: StationLine) -> str:
    parts = [river_stations.tip(line.base), line.differing, line.doubts]
    return "\n".join(part for part in parts if part)


def _bar_tip(line: StationLine) -> str:
    t = QCoreApplication.translate
    if line.gauged is None:
        return t("HydrologyStations", "没有登记触发值，或没有报汛")
    ticks = phrases.listed(f"{tick.words} {words.flow(tick.value)}" for tick in line.gauged.ticks)
    now = words.flow(line.gauged.value)
    return t("HydrologyStations", "现 {0}；触发值 {1}").format(now, ticks)


def _bar_words(line: StationLine) -> str:
    reached = river_stations.reached_words(line.base)
    return reached if line.gauged is not None else words.DASH


def _mark(line: StationLine) -> Mark | None:
    if line.differing or line.doubts:
        return Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW)
    return river_stations.level_mark(line.base)


def columns() -> tuple[Column[StationLine], ...]:
    """Columns of the wide list."""
    t = QCoreApplication.translate
    earliest = datetime.min.replace(tzinfo=words.BEIJING)
    quiet = "text.muted"
    return (
        Column(
            "name", t("HydrologyStations", "测站"), lambda r: phrases.registered(r.base.name), mark_getter=_mark,
            tooltip=_tip, sort_key=lambda r: r.base.name, chars=9, stretch=2,
        ),
        Column(
            "river", t("HydrologyStations", "河流"), lambda r: phrases.registered(r.base.river),
            role_getter=lambda _: quiet, chars=7,
        ),
        Column(
            "flow", t("HydrologyStations", "流量 m³/s"), lambda r: words.flow(r.base.flow_m3s), Align.RIGHT,
            lambda r: quiet if r.base.stale or r.base.flow_m3s is None else "text.primary",
            tooltip=_tip, sort_key=lambda r: r.base.flow_m3s or -1.0, chars=9,
        ),
        Column(
            "trend", t("HydrologyStations", "涨落"),
            lambda r: river_facts.rate_words(r.base.flow_m3s, r.base.rate_m3s_h), Align.RIGHT,
            lambda _: "text.secondary", tooltip=_tip, sort_key=lambda r: r.base.rate_m3s_h or 0.0, chars=8,
        ),
        Column(
            "stage", t("HydrologyStations", "水位 m"), lambda r: words.stage(r.base.stage_m), Align.RIGHT,
            lambda r: quiet if r.base.stale or r.base.stage_m is None else "text.primary",
            sort_key=lambda r: r.base.stage_m or -1.0, chars=7,
        ),
        Column(
            "datum", t("HydrologyStations", "基面"),
            lambda r: (
                words.DASH
                if r.base.stage_m is None
                else phrases.registered(r.base.datum) or t("HydrologyStations", "未注明")
            ),
            role_getter=lambda _: quiet, chars=9,
        ),
        Column("spark", t("HydrologyStations", "72 小时"), lambda _: "", tooltip=_tip, chars=9, sortable=False),
        Column(
            "bar", t("HydrologyStations", "对照触发值"), _bar_words, role_getter=lambda _: quiet, tooltip=_bar_tip,
            sort_key=_share, chars=13, stretch=1,
        ),
        Column(
            "at", t("HydrologyStations", "时间"), lambda r: words.date_clock(r.base.at), Align.RIGHT,
            lambda _: quiet, sort_key=lambda r: r.base.at or earliest, chars=10,
        ),
        Column(
            "aged", t("HydrologyStations", "距今"), lambda r: r.base.aged, Align.RIGHT,
            lambda r: "state.attention" if r.base.stale else quiet, sort_key=lambda r: r.base.at or earliest, chars=12,
        ),
        Column(
            "check", t("HydrologyStations", "核对"), lambda r: r.check, tooltip=_tip,
            role_getter=lambda r: "state.attention" if r.differing or r.doubts or r.base.stale else quiet,
            chars=9, stretch=1,
        ),
        Column(
            "source", t("HydrologyStations", "来源"),
            lambda r: hydrology_board.source_of(r.base.source) if r.base.source else words.DASH,
            role_getter=lambda _: quiet, tooltip=_tip, chars=9, stretch=1,
        ),
    )  # fmt: skip


def _share(line: StationLine) -> float:
    if line.gauged is None or line.gauged.value is None:
        return -1.0
    passed = sum(tick.value <= line.gauged.value for tick in line.gauged.ticks)
    return passed + line.gauged.value / 1e6
