"""Tables of the hydrology workspace: readings of a station and the rating of the year, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.river import Quality, Reading
from data.rules.rating import Rating
from views import hydrology_board, phrases, words
from views.river_facts import signed
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading and how it changed from the one before."""

    id: str
    at: datetime
    flow_m3s: float | None
    change_m3s: float | None
    stage_m: float | None
    datum: str
    source: str
    quality: Quality


def reading_rows(readings: Sequence[Reading]) -> tuple[ReadingRow, ...]:
    """Newest first."""
    rows: list[ReadingRow] = []
    before: float | None = None
    for reading in readings:
        change = None if before is None or reading.flow_m3s is None else reading.flow_m3s - before
        rows.append(
            ReadingRow(
                reading.at.isoformat(),
                reading.at,
                reading.flow_m3s,
                change,
                reading.stage_m,
                reading.datum,
                reading.source,
                reading.quality,
            )
        )
        before = reading.flow_m3s if reading.flow_m3s is not None else before
    return tuple(reversed(rows))


def quality_words(value: Quality) -> str:
    """What the checks on import found."""
    t = QCoreApplication.translate
    return {
        Quality.GOOD: t("HydrologyRows", "正常"),
        Quality.TYPED: t("HydrologyRows", "人工"),
        Quality.CONFIRMED: t("HydrologyRows", "已更正"),
        Quality.CONFIRMED: t("HydrologyRows", "已确认"),
        Quality.REPEATED: t("HydrologyRows", "重复"),
        Quality.IMPOSSIBLE: t("HydrologyRows", "不可能值"),
        Quality.STALE_MARK: t("HydrologyRows", "沿用旧值"),
    }[value]


def _quality_mark(row: ReadingRow) -> Mark | None:
    if row.quality is Quality.GOOD:
        return None
    fill = Fill.HALF if row.quality is Quality.TYPED else Fill.HOLLOW
    return Mark(Shape.CIRCLE, "text.muted" if row.quality is Quality.TYPED else "state.attention", fill)


def reading_columns() -> tuple[Column[ReadingRow], ...]:
    """Columns of the readings."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    return (
        Column("at", t("HydrologyRows", "时间"), lambda r: words.date_clock(r.at), sort_key=lambda r: r.at, chars=11),
        Column(
            "flow", t("HydrologyRows", "流量 m³/s"), lambda r: words.flow(r.flow_m3s), Align.RIGHT,
            sort_key=lambda r: r.flow_m3s or -1.0, chars=10,
        ),
        Column(
            "change", t("HydrologyRows", "较上次"), lambda r: "" if r.change_m3s is None else signed(r.change_m3s),
            Align.RIGHT, lambda _: quiet, sort_key=lambda r: r.change_m3s or 0.0, chars=8,
        ),
        Column(
            "stage", t("HydrologyRows", "水位 m"), lambda r: words.stage(r.stage_m), Align.RIGHT,
            sort_key=lambda r: r.stage_m or -1.0, chars=8,
        ),
        Column(
            "datum", t("HydrologyRows", "基面"),
            lambda r: words.DASH if r.stage_m is None else phrases.registered(r.datum) or t("HydrologyRows", "未注明"),
            role_getter=lambda _: quiet, chars=9,
        ),
        Column(
            "quality", t("HydrologyRows", "质量"), lambda r: quality_words(r.quality), mark_getter=_quality_mark,
            chars=7,
        ),
        Column(
            "source", t("HydrologyRows", "来源"), lambda r: hydrology_board.source_of(r.source),
            role_getter=lambda _: quiet, chars=10, stretch=1,
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One point of a rating."""

    flow_m3s: float
    stage_m: float


def rating_rows(rating: Rating) -> tuple[RatingRow, ...]:
    """The points of a rating."""
    return tuple(RatingRow(flow, stage) for flow, stage in rating.points)


def rating_columns() -> tuple[Column[RatingRow], ...]:
    """Columns of a rating; the page names the datum."""
    t = QCoreApplication.translate
    return (
        Column("flow", t("HydrologyRows", "流量 m³/s"), lambda r: words.flow(r.flow_m3s), Align.RIGHT, chars=12),
        Column(
            "stage", t("HydrologyRows", "水位 m"), lambda r: words.stage(r.stage_m), Align.RIGHT, chars=10, stretch=1
        ),
    )
