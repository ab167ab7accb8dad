"""Patrol sections against the interval in force, as rows: last walked, share kept, gaps by chainage, who walks now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.field import Patrol, Position
from data.model.situation import Situation
from data.rules.coverage import Coverage, Gap, share_walked
from data.rules.patrolling import open_gaps as gaps_of
from data.rules.patrolling import under_way
from views import phrases, step_words, words
from views.works_rows import SectionRow
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One section. Ages are words so that a row changes only when it reads differently."""

    section: SectionRow
    last: datetime | None
    aged: str
    share: float
    gaps: tuple[Gap, ...]
    gap_words: str
    walkers: tuple[str, ...]
    walker_words: str
    recorded: bool

    @property
    def id(self) -> str:
        """Id of the section."""
        return self.section.id

    @property
    def gap_m(self) -> float:
        """How much of the section is not kept, in metres."""
        return sum(gap.to_m - gap.from_m for gap in self.gaps)


def gap_place(section: SectionRow | None, gap: Gap) -> str:
    """From where to where a gap reaches, by chainage where the section has one, else from its beginning."""
    t = QCoreApplication.translate
    if section is None or section.start_m is None or section.end_m is None:
        return t("Cover", "距起点 {0:.0f}–{1:.0f} 米").format(gap.from_m, gap.to_m)
    start = section.start_m
    forwards = 1 if section.end_m >= start else -1
    return f"{words.chainage(start + forwards * gap.from_m)}–{words.chainage(start + forwards * gap.to_m)}"


def gap_said(section: SectionRow | None, gap: Gap, time: datetime) -> str:
    """A gap in words: "26+300–26+650 已 47 分未巡"."""
    t = QCoreApplication.translate
    place = gap_place(section, gap)
    if gap.since is None:
        return t("Cover", "{0} 无巡查记录").format(place)
    return t("Cover", "{0} 已 {1}未巡").format(place, words.span(time - gap.since))


def cover_rows(
    now: Situation,
    sections: Iterable[SectionRow],
    covered: Iterable[Coverage],
    tracks: Mapping[str, Sequence[Position]],
    time: datetime,
    interval_min: float | None,
) -> tuple[CoverRow, ...]:
    """Return the sections, downstream; what is not known is said to be unknown."""
    by_id = {one.ground.section: one for one in covered}
    walking: dict[str, list[Patrol]] = {}
    for walk in under_way(now, tracks, time):
        walking.setdefault(walk.section, []).append(walk)
    rows: list[CoverRow] = []
    for section in sections:
        coverage = by_id.get(section.id)
        seen = [] if coverage is None else [one for one in coverage.last if one is not None]
        last = max(seen, default=None)
        open_gaps = () if coverage is None else gaps_of(coverage, time, interval_min)
        since = time - timedelta(minutes=interval_min or 0)
        walkers = tuple(dict.fromkeys(walk.person for walk in walking.get(section.id, ())))
        rows.append(
            CoverRow(
                section,
                last,
                words.age(last, time) if last is not None else "",
                0.0 if coverage is None or interval_min is None else share_walked(coverage, since),
                open_gaps,
                _summed(section, open_gaps, time, recorded=bool(seen)),
                walkers,
                phrases.listed(step_words.who(now, person) for person in walkers),
                bool(seen),
            )
        )
    return tuple(rows)


def _summed(section: SectionRow, open_gaps: Sequence[Gap], time: datetime, *, recorded: bool) -> str:
    t = QCoreApplication.translate
    if not open_gaps:
        return ""
    if not recorded:
        return t("Cover", "24 小时内无手机巡查记录")
    worst = max(open_gaps, key=lambda gap: (gap.to_m - gap.from_m, gap.since is not None))
    said = gap_said(section, worst, time)
    return said if len(open_gaps) == 1 else t("Cover", "{0}，另 {1} 处").format(said, len(open_gaps) - 1)


def cover_columns() -> tuple[Column[CoverRow], ...]:
    """Columns of the sections; no column counts or ranks people."""
    t = QCoreApplication.translate

    def mark(row: CoverRow) -> Mark:
        if not row.recorded:
            return Mark(Shape.SQUARE, "text.muted", Fill.HOLLOW)
        return Mark(Shape.SQUARE, "state.attention" if row.gaps else "text.secondary", Fill.SOLID)

    def kept(row: CoverRow) -> str:
        return f"{row.share * 100:.0f}%" if row.recorded else words.DASH

    return (
        Column(
            "name",
            t("Cover", "责任段"),
            lambda r: r.section.route.name.partition("（")[0],
            mark_getter=mark,
            chars=13,
        ),
        Column(
            "range",
            t("Cover", "桩号"),
            lambda r: f"{words.chainage(r.section.start_m)} – {words.chainage(r.section.end_m)}",
            sort_key=lambda r: r.section.start_m or 0.0,
            chars=16,
        ),
        Column(
            "last",
            t("Cover", "最近巡过"),
            lambda r: r.aged or words.DASH,
            Align.RIGHT,
            sort_key=lambda r: r.last.timestamp() if r.last else 0.0,
            chars=12,
        ),
        Column(
            "share",
            t("Cover", "间隔内已巡"),
            kept,
            Align.RIGHT,
            sort_key=lambda r: r.share,
            role_getter=lambda r: "state.attention" if r.recorded and r.share < 1 else "text.secondary",
            chars=10,
        ),
        Column(
            "gaps",
            t("Cover", "漏巡"),
            lambda r: r.gap_words,
            role_getter=lambda r: "state.attention" if r.recorded else "text.muted",
            sort_key=lambda r: -r.gap_m,
            chars=24,
            stretch=3,
        ),
        Column("walkers", t("Cover", "正在巡"), lambda r: r.walker_words, chars=10, stretch=1),
        Column(
            "squad",
            t("Cover", "就近巡防队"),
            lambda r: r.section.squad_name or t("Cover", "没有队伍"),
            role_getter=lambda r: "text.secondary" if r.section.squad else "state.urgent",
            mark_getter=lambda r: Mark(
                Shape.SQUARE, "text.secondary", Fill.SOLID if r.section.complete else Fill.HOLLOW
            ),
            chars=14,
            stretch=1,
        ),
    )
