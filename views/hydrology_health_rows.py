"""How lines and sources do, as rows: the worst first, trouble in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from data.model.situation import Situation
from data.model.telemetry import Board, FeedHealth, LinkHealth, StationPictureKept
from views import hydrology_board, phrases, step_words, words
from views.hydrology_feed_words import trouble_words
from views.hydrology_kept import Kept
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column

_LOST_PERIODS = 3
_LOST_UNKNOWN = timedelta(hours=3)
_LATE_S = 600.0
_BAD_SHARE = 0.01
AGED_S = 60
"""Ages are brought up to date so often at least."""


class Grade(IntEnum):
    """How much a line needs someone."""

    WELL = 0
    WATCH = 1
    BAD = 2
    LOST = 3


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A station's line."""

    id: str
    name: str
    grade: Grade
    trouble: str
    last_at: datetime | None
    aged: str
    late_s: float | None
    worst_late_s: float | None
    frames: int
    gaps: int
    bad_crc: int
    refused: int
    duplicates: int
    every_s: float | None
    peer: str
    source: str
    picture: bool


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A source as a whole."""

    id: str
    name: str
    ok: bool
    trouble: str
    rows: int
    at: datetime
    last_ok_at: datetime | None
    aged: str


class LinkRows:
    """Rows of all lines; those of which nothing new is known are kept."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: Kept[LinkRow] = Kept(AGED_S)

    def rows(self, now: Situation, board: Board | None, time: datetime) -> tuple[LinkRow, ...]:
        """All lines, the worst first."""
        if board is None:
            return ()
        made: list[LinkRow] = []
        for key, link in board.links.items():
            picture = board.pictures.get(key)

            def make(link: LinkHealth = link, picture: StationPictureKept | None = picture) -> LinkRow:
                return _row(now, link, time, picture=picture is not None)

            made.append(self._kept.row(key, (link, picture, now.registers), time, make))
        made += [_picture_only(now, key, board, time) for key in board.pictures if key not in board.links]
        return tuple(sorted(made, key=lambda row: (-row.grade, -_age_s(row.last_at, time), row.name)))


def _age_s(at: datetime | None, time: datetime) -> float:
    return float("inf") if at is None else (time - at).total_seconds()


def _row(now: Situation, link: LinkHealth, time: datetime, *, picture: bool) -> LinkRow:
    grade, trouble = _trouble(link, time)
    return LinkRow(
        link.station,
        phrases.registered(step_words.station(now, link.station)),
        grade,
        trouble,
        link.last_at,
        words.age(link.last_at, time) if link.last_at is not None else words.DASH,
        link.late_s,
        link.worst_late_s,
        link.frames,
        link.gaps,
        link.bad_crc,
        link.refused,
        link.duplicates,
        link.every_s,
        link.peer,
        hydrology_board.source(link.source),
        picture,
    )


def _picture_only(now: Situation, station: str, board: Board, time: datetime) -> LinkRow:
    """A station of which only a picture is known."""
    kept = board.pictures[station]
    link = LinkHealth(station, kept.source, last_at=kept.received_at)
    return _row(now, link, time, picture=True)


def _trouble(link: LinkHealth, time: datetime) -> tuple[Grade, str]:
    """What is wrong with a line, the gravest first."""
    t = QCoreApplication.translate
    if link.last_at is None:
        return Grade.LOST, t("HydrologyHealth", "从未收到完好的报文")
    silent = time - link.last_at
    usual = _LOST_UNKNOWN if link.every_s is None else timedelta(seconds=_LOST_PERIODS * link.every_s)
    parts: list[str] = []
    grade = Grade.WELL
    if silent > max(usual, timedelta(minutes=2)):
        grade = Grade.LOST
        parts.append(t("HydrologyHealth", "失联 {0}").format(words.span(silent)))
    if link.bad_crc > _BAD_SHARE * max(link.frames, 1):
        grade = max(grade, Grade.BAD)
        parts.append(t("HydrologyHealth", "校验错 {0} 帧").format(link.bad_crc))
    if link.gaps > _BAD_SHARE * max(link.frames, 1):
        grade = max(grade, Grade.BAD)
        parts.append(t("HydrologyHealth", "缺 {0} 个流水号").format(link.gaps))
    if link.late_s is not None and link.late_s > _LATE_S:
        grade = max(grade, Grade.WATCH)
        parts.append(t("HydrologyHealth", "迟到 {0}").format(span_words(link.late_s)))
    if link.late_s is not None and link.late_s < -60:
        grade = max(grade, Grade.WATCH)
        parts.append(t("HydrologyHealth", "站钟快 {0}").format(span_words(link.late_s)))
    if link.refused:
        grade = max(grade, Grade.WATCH)
        parts.append(t("HydrologyHealth", "拒收 {0} 帧").format(link.refused))
    return grade, phrases.listed(parts) or t("HydrologyHealth", "正常")


def span_words(seconds: float | None) -> str:
    """A length of time, a dash when it is not known."""
    return words.DASH if seconds is None else words.span(timedelta(seconds=seconds))


def feed_rows(board: Board | None, time: datetime) -> tuple[FeedRow, ...]:
    """All sources, those in trouble first."""
    if board is None:
        return ()
    made = [_feed(key, feed, time) for key, feed in board.feeds.items()]
    return tuple(sorted(made, key=lambda row: (row.ok, row.name)))


def _feed(key: str, feed: FeedHealth, time: datetime) -> FeedRow:
    t = QCoreApplication.translate
    if feed.ok:
        trouble = t("HydrologyHealth", "正常")
    else:
        trouble = trouble_words(feed.trouble, dict(feed.params))
        if feed.last_ok_at is None:
            trouble = phrases.noted(trouble, t("HydrologyHealth", "从未成功"))
    name = hydrology_board.source(feed.source)
    aged = words.age(feed.at, time) if feed.at <= time else words.clock(feed.at)
    return FeedRow(key, name, feed.ok, trouble, feed.rows, feed.at, feed.last_ok_at, aged)


def grade_mark(grade: Grade) -> Mark | None:
    """Ring for a lost line, triangle for a bad one, half for one to watch."""
    return {
        Grade.WELL: None,
        Grade.WATCH: Mark(Shape.CIRCLE, "state.attention", Fill.HALF),
        Grade.BAD: Mark(Shape.TRIANGLE, "state.attention"),
        Grade.LOST: Mark(Shape.CIRCLE, "state.urgent", Fill.HOLLOW),
    }[grade]


def _grade_ink(grade: Grade) -> str:
    return {Grade.WELL: "text.secondary", Grade.LOST: "state.urgent"}.get(grade, "state.attention")


def _count(value: int) -> str:
    return f"{value:,}" if value else "0"


def link_columns() -> tuple[Column[LinkRow], ...]:
    """Columns of the lines."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    earliest = datetime.min.replace(tzinfo=words.BEIJING)

    def figure(key: str, title: str, of: str, tip: str) -> Column[LinkRow]:
        return Column(
            key, title, lambda r: _count(getattr(r, of)), Align.RIGHT,
            lambda r: "text.primary" if getattr(r, of) else quiet, tooltip=lambda _: tip,
            sort_key=lambda r: getattr(r, of), chars=8,
        )  # fmt: skip

    return (
        Column(
            "name", t("HydrologyHealth", "测站"), lambda r: r.name, mark_getter=lambda r: grade_mark(r.grade),
            tooltip=lambda r: f"{r.name} {r.id}", chars=11, stretch=1,
        ),
        Column(
            "trouble", t("HydrologyHealth", "状况"), lambda r: r.trouble, role_getter=lambda r: _grade_ink(r.grade),
            sort_key=lambda r: -r.grade, chars=20, stretch=3,
        ),
        Column(
            "last", t("HydrologyHealth", "末帧"), lambda r: words.date_clock(r.last_at), Align.RIGHT,
            tooltip=lambda r: r.aged, sort_key=lambda r: r.last_at or earliest, chars=11,
        ),
        Column(
            "every", t("HydrologyHealth", "惯常间隔"), lambda r: span_words(r.every_s), Align.RIGHT, lambda _: quiet,
            sort_key=lambda r: r.every_s or 0.0, chars=10,
        ),
        Column(
            "late", t("HydrologyHealth", "迟到"), lambda r: span_words(r.late_s), Align.RIGHT,
            lambda r: "state.attention" if (r.late_s or 0.0) > _LATE_S else quiet,
            tooltip=lambda r: t("HydrologyHealth", "最多 {0}").format(span_words(r.worst_late_s)),
            sort_key=lambda r: r.late_s or 0.0, chars=9,
        ),
        figure("frames", t("HydrologyHealth", "帧"), "frames", t("HydrologyHealth", "收到的完好报文")),
        figure("gaps", t("HydrologyHealth", "缺号"), "gaps", t("HydrologyHealth", "没有收到的流水号")),
        figure("crc", t("HydrologyHealth", "校验错"), "bad_crc", t("HydrologyHealth", "CRC 不符，未采用")),
        figure("refused", t("HydrologyHealth", "拒收"), "refused", t("HydrologyHealth", "不能解读，未采用")),
        figure("double", t("HydrologyHealth", "重复"), "duplicates", t("HydrologyHealth", "重发的报文，只收一次")),
        Column(
            "picture", t("HydrologyHealth", "图片"), lambda r: t("HydrologyHealth", "有") if r.picture else "",
            role_getter=lambda _: "text.secondary", chars=6,
        ),
        Column(
            "peer", t("HydrologyHealth", "对端"), lambda r: r.peer or words.DASH, role_getter=lambda _: quiet,
            tooltip=lambda r: r.source, chars=14, stretch=1,
        ),
    )  # fmt: skip


def feed_columns() -> tuple[Column[FeedRow], ...]:
    """Columns of the sources."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    return (
        Column(
            "name", t("HydrologyHealth", "来源"), lambda r: r.name,
            mark_getter=lambda r: None if r.ok else Mark(Shape.TRIANGLE, "state.attention"), chars=14, stretch=1,
        ),
        Column(
            "trouble", t("HydrologyHealth", "状况"), lambda r: r.trouble,
            role_getter=lambda r: "text.secondary" if r.ok else "state.attention", chars=18, stretch=3,
        ),
        Column("rows", t("HydrologyHealth", "收到行数"), lambda r: f"{r.rows:,}", Align.RIGHT, chars=9),
        Column(
            "at", t("HydrologyHealth", "最近查看"), lambda r: words.date_clock(r.at), Align.RIGHT, lambda _: quiet,
            tooltip=lambda r: r.aged, chars=11,
        ),
        Column(
            "ok", t("HydrologyHealth", "上次成功"), lambda r: words.date_clock(r.last_ok_at), Align.RIGHT,
            lambda _: quiet, chars=11,
        ),
    )  # fmt: skip
