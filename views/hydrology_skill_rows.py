"""How forecasts have done: by lead and class of flow, with persistence beside each figure of ours."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.rules.forecast.skill import Score
from views import phrases, words
from widgets.rows_model import Align, Column

if TYPE_CHECKING:
    from data.rules.forecast.backtest import Row


@dataclass(frozen=True, slots=True)
class SkillRow:
    """How a lead and class of flow did in the back-test; `flow_class` as of the back-test."""

    lead_h: int
    flow_class: str
    n: int
    rmse: float
    nse: float | None
    persistence_rmse: float
    hit_rate: float | None = None
    persistence_hit_rate: float | None = None
    regression_rmse: float | None = None
    inside_band: float | None = None

    @classmethod
    def of_score(cls, score: Score) -> SkillRow:
        """How the outlooks that were kept have done."""
        nse = score.nse if isfinite(score.nse) else None
        return cls(
            round(score.lead_h), score.flow_class, score.n, score.rmse, nse, score.persistence_rmse, score.hit_rate,
            score.persistence_hit_rate, None, score.inside_band,
        )  # fmt: skip

    @classmethod
    def of_backtest(cls, row: Row) -> SkillRow:
        """How a lead did in the rolling back-test."""
        return cls(
            24 * row.lead_days, row.flow_class, row.n, row.rmse, row.nse if isfinite(row.nse) else None,
            row.persistence_rmse, regression_rmse=row.regression_rmse, inside_band=row.coverage,
        )  # fmt: skip

    @property
    def skill(self) -> float:
        """1 − RMSE / RMSE of persistence; below 0 is worse than saying that nothing changes."""
        return 1 - self.rmse / self.persistence_rmse if self.persistence_rmse else 0.0


def skill_words(skill: float | None) -> str:
    """Against persistence, in words."""
    t = QCoreApplication.translate
    if skill is None:
        return t("HydrologyForecast", "未检验")
    if skill < 0:
        return t("HydrologyForecast", "不如持平")
    return t("HydrologyForecast", "优于持平 {0:.0f} %").format(100 * skill)


def class_words(code: str) -> str:
    """A class of flow."""
    t = QCoreApplication.translate
    if code == "all":
        return t("HydrologyForecast", "全部")
    bound, _, when = code.partition("@")
    return phrases.noted(f"{bound} m³/s", t("HydrologyForecast", "预报时") if when else "")


def skill_columns() -> tuple[Column[SkillRow], ...]:
    """Columns of the back-test; persistence stands beside each figure of ours."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    return (
        Column(
            "lead", t("HydrologyForecast", "提前"), lambda r: f"+{r.lead_h} h", sort_key=lambda r: r.lead_h, chars=6
        ),
        Column(
            "class", t("HydrologyForecast", "流量级"),
            lambda r: class_words(r.flow_class), chars=14,
        ),
        Column("n", t("HydrologyForecast", "次数"), lambda r: f"{r.n:,}", Align.RIGHT, lambda _: quiet, chars=7),
        Column("rmse", "RMSE", lambda r: words.flow(r.rmse), Align.RIGHT, sort_key=lambda r: r.rmse, chars=7),
        Column(
            "persistence", t("HydrologyForecast", "持平 RMSE"), lambda r: words.flow(r.persistence_rmse), Align.RIGHT,
            lambda _: quiet, sort_key=lambda r: r.persistence_rmse, chars=10,
        ),
        Column(
            "nse", "NSE", lambda r: words.DASH if r.nse is None else f"{r.nse:.2f}".replace("-", "\N{MINUS SIGN}"),
            Align.RIGHT, chars=6,
        ),
        Column(
            "hit", t("HydrologyForecast", "合格率"), lambda r: _share(r.hit_rate, r.persistence_hit_rate), Align.RIGHT,
            tooltip=_hit_tip, chars=14,
        ),
        Column(
            "skill", t("HydrologyForecast", "与持平相比"), lambda r: skill_words(r.skill),
            role_getter=lambda r: "state.attention" if r.skill < 0 else "text.secondary",
            sort_key=lambda r: r.skill, chars=13, stretch=1,
        ),
    )  # fmt: skip


def _hit_tip(row: SkillRow) -> str:
    t = QCoreApplication.translate
    text = t("HydrologyForecast", "误差在实测值 20 % 以内的比例；括号内为持平")
    if row.inside_band is None:
        return text
    return phrases.clauses([text, t("HydrologyForecast", "{0:.0f} % 的实况落在带内").format(100 * row.inside_band)])


def _share(ours: float | None, persistence: float | None) -> str:
    if ours is None:
        return words.DASH
    text = f"{ours:.0%}".replace("%", " %")
    return text if persistence is None else phrases.noted(text, f"{persistence:.0%}".replace("%", " %"))
