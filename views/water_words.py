"""Works against the water in words: depth at the toe, how a section is walked, freeboard and why it is not told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.inundation import Wetness
from data.rules.embankment import Freeboard, NoFreeboard, PatrolRule, Toe
from views import clock_words, words
from views.works_rows import SectionRow


def rule(value: PatrolRule) -> str:
    """How a section is walked."""
    return {
        PatrolRule.DRY: QCoreApplication.translate("WaterWords", "未偎水，按常规巡查"),
        PatrolRule.ONE_GROUP: QCoreApplication.translate("WaterWords", "已偎水，一组往返巡查"),
        PatrolRule.TWO_GROUPS: QCoreApplication.translate("WaterWords", "偎水较深，临背河两组同时交叉巡查"),
        PatrolRule.UNKNOWN: QCoreApplication.translate("WaterWords", "堤脚水情不明"),
    }[value]


def rule_short(value: PatrolRule) -> str:
    """How a section is walked, in as few words as fit a box."""
    return {
        PatrolRule.DRY: QCoreApplication.translate("WaterWords", "常规"),
        PatrolRule.ONE_GROUP: QCoreApplication.translate("WaterWords", "一组"),
        PatrolRule.TWO_GROUPS: QCoreApplication.translate("WaterWords", "两组"),
        PatrolRule.UNKNOWN: QCoreApplication.translate("WaterWords", "不明"),
    }[value]


def freeboard(value: Freeboard | None) -> str:
    """Height of the crest above the highest water in metres, by how much it is overtopped, or why nobody can say."""
    t = QCoreApplication.translate
    if value is None:
        return words.DASH
    if value.metres is not None:
        if value.metres < 0:
            return t("WaterWords", "漫顶 {0:.2f}").format(-value.metres)
        return f"{value.metres:.2f}"
    return {
        NoFreeboard.NO_CREST: t("WaterWords", "无坝顶高程"),
        NoFreeboard.NO_DATUM: t("WaterWords", "坝顶未注明基面"),
        NoFreeboard.OTHER_DATUM: t("WaterWords", "坝顶为另一基面"),
        NoFreeboard.NO_STAGE: t("WaterWords", "无水位"),
        None: words.DASH,
    }[value.why]


def freeboard_cell(value: Freeboard | None) -> str:
    """The same in as few words as fit a column."""
    t = QCoreApplication.translate
    if value is None or value.metres is not None:
        return freeboard(value)
    return {
        NoFreeboard.NO_CREST: t("WaterWords", "无高程"),
        NoFreeboard.NO_DATUM: t("WaterWords", "无基面"),
        NoFreeboard.OTHER_DATUM: t("WaterWords", "异基面"),
        NoFreeboard.NO_STAGE: t("WaterWords", "无水位"),
        None: words.DASH,
    }[value.why]


def freeboard_role(value: Freeboard | None) -> str | None:
    """Loud when overtopped; a reason is quieter than a figure."""
    if value is None or value.metres is None:
        return "text.muted"
    return "state.urgent" if value.metres < 0 else None


def freeboard_order(value: Freeboard | None) -> float:
    """Sort key: least freeboard first, what nobody can tell last."""
    return float("inf") if value is None or value.metres is None else value.metres


def water(value: Wetness | None, at: datetime) -> str:
    """Depth and arrival in one line."""
    t = QCoreApplication.translate
    if value is None:
        return t("WaterWords", "水情不明")
    if value.arrival is None:
        return t("WaterWords", "不上水")
    return t("WaterWords", "水深 {0:.1f} m · {1} 到水").format(value.depth_m, clock_words.moment(value.arrival, at))


def toe(value: Toe, at: datetime) -> str:
    """Water at one toe of the levee."""
    return QCoreApplication.translate("WaterWords", "堤脚{0}").format(water(value.water, at))


def toes_line(toes: Sequence[Toe], sections: Sequence[SectionRow]) -> str:
    """All the toes in one line: deepest and where, how much is wet, how many sections two groups walk."""
    t = QCoreApplication.translate
    wet = [(toe.water.depth_m, toe.chainage_m) for toe in toes if toe.water is not None and toe.water.arrival]
    unknown = sum(toe.water is None for toe in toes)
    if not toes:
        parts = [t("WaterWords", "没有带桩号的堤线或河道线，无法推算偎堤")]
    elif not wet:
        parts = [t("WaterWords", "偎堤：堤脚不上水") if unknown < len(toes) else t("WaterWords", "偎堤：水情不明")]
    else:
        depth, place = max(wet)
        share = 100 * len(wet) / len(toes)
        said = t("WaterWords", "偎堤 {0:.0f}% · 最深 {1:.1f} m，在 {2}")
        parts = [said.format(share, depth, words.chainage(place))]
    rules = [row.water.rule for row in sections if row.water is not None]
    for value, form in (
        (PatrolRule.TWO_GROUPS, t("WaterWords", "两组同查 {0} 段")),
        (PatrolRule.ONE_GROUP, t("WaterWords", "一组巡查 {0} 段")),
        (PatrolRule.UNKNOWN, t("WaterWords", "不明 {0} 段")),
    ):
        count = rules.count(value)
        if count:
            parts.append(form.format(count))
    return " · ".join(parts)
