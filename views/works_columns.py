"""Columns of the works tables, and the mark of a stone's state."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.places import StoneState
from data.rules.embankment import PatrolRule
from views import clock_words, phrases, water_words, words
from views.works_rows import SEVERITY, SectionRow, SpurRow, StoneRow, WorksRow
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


def stone_mark(state: StoneState | None) -> Mark | None:
    """Shape tells the state, colour repeats it."""
    if state is None:
        return None
    return {
        StoneState.OK: Mark(Shape.CIRCLE, "stone.ok", Fill.FAINT),
        StoneState.SHAKING: Mark(Shape.DIAMOND, "stone.shaking"),
        StoneState.MOVED: Mark(Shape.TRIANGLE, "stone.moved"),
        StoneState.LOST: Mark(Shape.CROSS, "stone.lost"),
        StoneState.OFFLINE: Mark(Shape.CIRCLE, "stone.offline", Fill.HOLLOW),
    }[state]


_RULES = (PatrolRule.TWO_GROUPS, PatrolRule.ONE_GROUP, PatrolRule.UNKNOWN, PatrolRule.DRY)


def rule_mark(rule: PatrolRule) -> Mark:
    """Half full for one group, full for two, a hollow square where the water is not known."""
    return {
        PatrolRule.DRY: Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW),
        PatrolRule.ONE_GROUP: Mark(Shape.CIRCLE, "state.attention", Fill.HALF),
        PatrolRule.TWO_GROUPS: Mark(Shape.CIRCLE, "state.attention"),
        PatrolRule.UNKNOWN: Mark(Shape.SQUARE, "text.muted", Fill.HOLLOW),
    }[rule]


def _stone_ink(row: StoneRow) -> str | None:
    if row.state is StoneState.OK:
        return "text.muted"
    return (
        None
        if row.state is StoneState.OFFLINE
        else "state.urgent"
        if row.state is StoneState.LOST
        else "state.attention"
    )


def stone_columns() -> tuple[Column[StoneRow], ...]:
    """Columns of the stones."""
    t = QCoreApplication.translate

    def near(row: StoneRow) -> str:
        parts = []
        if row.near_same:
            parts.append(t("Works", "同坝 {0}").format(row.near_same))
        if row.near_next:
            parts.append(t("Works", "邻坝 {0}").format(row.near_next))
        return phrases.listed(parts)

    return (
        Column(
            "state",
            t("Works", "状态"),
            lambda r: words.stone_state(r.state),
            mark_getter=lambda r: stone_mark(r.state),
            role_getter=_stone_ink,
            sort_key=lambda r: SEVERITY.index(r.state),
            chars=9,
        ),
        Column("id", t("Works", "石头"), lambda r: r.id, chars=7),
        Column("spur", t("Works", "坝岸"), lambda r: r.spur.number if r.spur else r.stone.spur, chars=8),
        Column(
            "works", t("Works", "工程"), lambda r: r.works, chars=12, stretch=1, role_getter=lambda _: "text.secondary"
        ),
        Column(
            "chainage",
            t("Works", "桩号"),
            lambda r: words.chainage(r.spur.chainage_m) if r.spur else words.DASH,
            Align.RIGHT,
            sort_key=lambda r: r.chainage_m,
            chars=8,
        ),
        Column("part", t("Works", "部位"), lambda r: phrases.registered(r.stone.part), chars=8),
        Column(
            "depth",
            t("Works", "埋深 m"),
            lambda r: _metres(r.stone.depth_m),
            Align.RIGHT,
            sort_key=lambda r: r.stone.depth_m or 0.0,
            chars=7,
        ),
        Column(
            "near",
            t("Works", "相邻异常"),
            near,
            role_getter=lambda _: "state.attention",
            chars=14,
            sort_key=lambda r: (r.near_same, r.near_next),
        ),
        Column(
            "generation",
            t("Works", "代次"),
            lambda r: phrases.registered(r.stone.generation),
            role_getter=lambda _: "text.muted",
            chars=7,
        ),
    )


def spur_columns() -> tuple[Column[SpurRow], ...]:
    """Columns of the spurs."""
    t = QCoreApplication.translate

    def stones(row: SpurRow) -> str:
        if not row.stones:
            return words.DASH
        return f"{row.unwell}/{row.stones}" if row.unwell else str(row.stones)

    return (
        Column("number", t("Works", "坝号"), lambda r: r.spur.number, sort_key=lambda r: r.spur.chainage_m, chars=8),
        Column("kind", t("Works", "类别"), lambda r: phrases.registered(r.spur.kind), chars=10),
        Column("name", t("Works", "名称"), lambda r: r.spur.name, chars=7, stretch=1),
        Column(
            "works", t("Works", "工程"), lambda r: r.works, chars=12, stretch=2, role_getter=lambda _: "text.secondary"
        ),
        Column(
            "chainage",
            t("Works", "桩号"),
            lambda r: words.chainage(r.spur.chainage_m),
            Align.RIGHT,
            sort_key=lambda r: r.spur.chainage_m,
            chars=9,
            stretch=1,
        ),
        Column(
            "root",
            t("Works", "根石深 m"),
            lambda r: _metres(r.spur.root_depth_m),
            Align.RIGHT,
            sort_key=lambda r: r.spur.root_depth_m or 0.0,
            chars=9,
            stretch=1,
        ),
        Column(
            "freeboard",
            t("Works", "超高 m"),
            lambda r: water_words.freeboard_cell(r.freeboard),
            Align.RIGHT,
            tooltip=lambda r: water_words.freeboard(r.freeboard),
            role_getter=lambda r: water_words.freeboard_role(r.freeboard),
            sort_key=lambda r: water_words.freeboard_order(r.freeboard),
            chars=9,
            stretch=1,
        ),
        Column(
            "stones",
            t("Works", "智能石头"),
            stones,
            mark_getter=lambda r: stone_mark(r.worst),
            sort_key=lambda r: (-r.unwell, -r.stones),
            chars=9,
            stretch=1,
        ),
        Column("administrative", t("Works", "行政"), lambda r: r.persons[0], chars=7, stretch=1),
        Column("technical", t("Works", "技术"), lambda r: r.persons[1], chars=7, stretch=1),
        Column("patrol", t("Works", "巡查"), lambda r: r.persons[2], chars=7, stretch=1),
    )


def works_columns() -> tuple[Column[WorksRow], ...]:
    """Columns of the works."""
    t = QCoreApplication.translate

    def confirmed(row: WorksRow) -> str:
        return t("Works", "已核") if row.works.counts_confirmed else t("Works", "设定，待核")

    def stretch_of(row: WorksRow) -> str:
        return f"{words.chainage(row.works.chainage_from_m)} – {words.chainage(row.works.chainage_to_m)}"

    def counts(row: WorksRow) -> str:
        return t("Works", "{0} 坝 {1} 垛 {2} 护岸").format(*row.counts)

    return (
        Column(
            "name",
            t("Works", "工程"),
            lambda r: phrases.registered(r.works.name),
            tooltip=lambda r: r.works.source,
            chars=16,
            stretch=2,
        ),
        Column("kind", t("Works", "类别"), lambda r: phrases.registered(r.works.kind), chars=5),
        Column("range", t("Works", "桩号"), stretch_of, sort_key=lambda r: r.works.chainage_from_m or 0.0, chars=16),
        Column("counts", t("Works", "坝岸"), counts, chars=20, stretch=1),
        Column(
            "confirmed",
            t("Works", "数量"),
            confirmed,
            tooltip=lambda r: r.works.source,
            chars=10,
            role_getter=lambda r: None if r.works.counts_confirmed else "state.attention",
        ),
        Column(
            "stones",
            t("Works", "智能石头"),
            lambda r: f"{r.unwell}/{r.stones}" if r.unwell else str(r.stones),
            Align.RIGHT,
            sort_key=lambda r: r.stones,
            chars=8,
        ),
    )


def section_columns() -> tuple[Column[SectionRow], ...]:
    """Columns of the patrol sections."""
    t = QCoreApplication.translate

    def depth(row: SectionRow) -> float | None:
        return None if row.water is None or row.water.water is None else row.water.water.depth_m

    def share(row: SectionRow) -> str:
        return words.DASH if row.water is None else f"{100 * row.water.share_wet:.0f}%"

    def members(row: SectionRow) -> str:
        return f"{row.members}/{row.wanted}" if row.squad else words.DASH

    return (
        Column("name", t("Works", "责任段"), lambda r: r.route.name.partition("（")[0], chars=10),
        Column(
            "range",
            t("Works", "桩号"),
            lambda r: f"{words.chainage(r.start_m)} – {words.chainage(r.end_m)}",
            sort_key=lambda r: r.start_m or 0.0,
            chars=16,
        ),
        Column(
            "rule",
            t("Works", "巡查方式"),
            lambda r: words.DASH if r.water is None else water_words.rule_short(r.water.rule),
            tooltip=lambda r: "" if r.water is None else water_words.rule(r.water.rule),
            mark_getter=lambda r: None if r.water is None else rule_mark(r.water.rule),
            sort_key=lambda r: -1 if r.water is None else _RULES.index(r.water.rule),
            chars=9,
        ),
        Column(
            "depth",
            t("Works", "偎堤水深 m"),
            lambda r: clock_words.depth(depth(r)),
            Align.RIGHT,
            sort_key=lambda r: -(depth(r) or 0.0),
            chars=11,
        ),
        Column(
            "share",
            t("Works", "偎堤长度"),
            share,
            Align.RIGHT,
            sort_key=lambda r: 0.0 if r.water is None else -r.water.share_wet,
            chars=9,
        ),
        Column(
            "squad",
            t("Works", "就近巡防队"),
            lambda r: r.squad_name or t("Works", "没有队伍"),
            chars=14,
            stretch=1,
            role_getter=lambda r: None if r.squad else "state.urgent",
            mark_getter=lambda r: Mark(Shape.SQUARE, "text.secondary", Fill.SOLID if r.complete else Fill.HOLLOW),
        ),
        Column(
            "members",
            t("Works", "在岗/编成"),
            members,
            Align.RIGHT,
            chars=9,
            sort_key=lambda r: r.members - r.wanted,
            role_getter=lambda r: None if r.complete else "state.attention",
        ),
    )


def _metres(value: float | None) -> str:
    return words.DASH if value is None else f"{value:.1f}"
