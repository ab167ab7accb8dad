"""The stage-flow relation by year: its curve with the readings it should fit, how far it may be off, and its points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.rules.coming import standing_forecast, standing_outlook
from data.rules.rating import Rating
from views import hydrology_align, phrases, words
from views.hydrology_rows import RatingRow, rating_columns, rating_rows
from views.parts import Choice, row, split
from views.river_curves import Curves
from widgets.data_table import DataTable
from widgets.empty_state import EmptyState
from widgets.ink_label import InkLabel
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme
from widgets.xy_plot import XyPlot, XyShown, XyWords

_STEPS = 80
_WINDOW = 0.15
_LEAST = 5
_SIGMAS = 1.2816


class RatingPage(QWidget):
    """One year at a time; a sentence where there is none for this year.

    Signals:
        year_chosen: the year whose relation and readings are wanted.

    """

    year_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rating: Rating | None = None
        self._ratings: dict[int, Rating] = {}
        self._curves: Curves | None = None
        self._now: Situation | None = None
        self.year = Choice(self.tr("年份"))
        self.empty = EmptyState(
            theme,
            self.tr("本年没有水位流量关系"),
            icon="gauge",
            detail=self.tr("河床逐年冲淤，往年关系不能用于本年；没有数据就不推算水位。"),
        )
        self.title = InkLabel(theme, bold=True, hug=True)
        self.source = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self.spread = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self.ahead = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self.plot = XyPlot(theme, self._words(""))
        self.model: RowsModel[RatingRow] = RowsModel(rating_columns(), lambda one: one.flow_m3s, self)
        self.table = DataTable(theme, self.model)
        page = QWidget()
        self._split = split(self.plot, self.table, shares=(4, 1))
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        for label in (self.source, self.spread, self.ahead):
            inside.addWidget(label)
        inside.addWidget(self._split, 1)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        self._page = page
        self._column = QVBoxLayout(self)
        self._column.addLayout(row(theme, self.title, None, self.year))
        self._column.addWidget(place, 1)
        self.year.picked.connect(self._pick)
        self.set_theme(theme)
        self.show_rating(None)

    # what the owner says

    def show_ratings(self, ratings: Sequence[Rating], year: int) -> None:
        """Offer the relations of all years; the one of `year` is shown, or that there is none."""
        self._ratings = {one.year: one for one in ratings if one.station == HUAYUANKOU}
        years = sorted({*self._ratings, year}, reverse=True)
        named = self.tr("{0} 年")
        self.year.set_choices([(str(one), named.format(one)) for one in years])
        self.year.choose(str(year))
        self.show_rating(self._ratings.get(year))

    def show_rating(self, rating: Rating | None) -> None:
        """Show a relation, or that there is none."""
        self.rating = rating
        self.year.setVisible(self.year.count() > 1)
        self._stack.setCurrentWidget(self.empty if rating is None else self._page)
        if rating is None:
            self.title.set_text(self.tr("水位流量关系"))
            year = self.year.key()
            self.empty.show_words(
                self.tr("{0} 年没有水位流量关系").format(year) if year else self.tr("本年没有水位流量关系"),
                detail=self.tr("河床逐年冲淤，往年关系不能用于本年；没有数据就不推算水位。"),
            )
            return
        datum = phrases.registered(rating.datum) or self.tr("基面未注明")
        self.title.set_text(self.tr("{0} 年水位流量关系 · {1}").format(rating.year, datum))
        low, high = rating.flow_range_m3s or (0.0, 0.0)
        self.source.set_text(
            self.tr("{0} · 由 {1} 次实测得出 · 只在 {2}–{3} m³/s 之内有效").format(
                phrases.registered(rating.source) or words.DASH, rating.readings, words.flow(low), words.flow(high)
            )
        )
        self.table.set_rows(rating_rows(rating))
        self._draw()

    def show_series(self, curves: Curves) -> None:
        """Take the readings of the station, of all years."""
        self._curves = curves
        self._draw()

    def show_now(self, now: Situation) -> None:
        """Take forecasts, whose stage is told where the relation reaches."""
        self._now = now
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._draw_now()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme
        self._column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.plot.set_theme(theme)

    # inside

    def _pick(self, key: str) -> None:
        self.show_rating(self._ratings.get(int(key)))
        self.year_chosen.emit(int(key))

    def _words(self, datum: str) -> XyWords:
        return XyWords(
            self.tr("水位 m · {0}").format(datum or self.tr("基面未注明")), self.tr("流量 m³/s"), self.tr("关系线"),
            self.tr("实测"), self.tr("80 % 范围"), self.tr("{0:,.0f} m³/s"), self.tr("{0:.2f} m"),
        )  # fmt: skip

    def _measured(self, rating: Rating) -> tuple[tuple[float, float], ...]:
        """Readings of the year that carry both flow and stage."""
        if self._curves is None:
            return ()
        year = hydrology_align.of_year(self._curves, rating.year)
        both = np.isfinite(year.flows) & np.isfinite(year.stages)
        return tuple(
            (float(flow), float(stage)) for flow, stage in zip(year.flows[both], year.stages[both], strict=True)
        )

    def _draw(self) -> None:
        """Draw when somebody looks: a hidden page waits for its showing."""
        if self.isVisible():
            self._draw_now()

    def _draw_now(self) -> None:
        rating = self.rating
        bounds = None if rating is None else rating.flow_range_m3s
        if rating is None or bounds is None:
            return
        measured = self._measured(rating)
        flows = np.linspace(bounds[0], bounds[1], _STEPS)
        stages = [rating.stage_at(float(flow)) for flow in flows]
        off = spread(rating, measured, [float(flow) for flow in flows])
        known = [one for one in off if np.isfinite(one)]
        if known:
            text = self.tr("实测 {0} 次；八成实测偏离关系线不超过 {1:.2f}–{2:.2f} m")
            self.spread.set_text(text.format(len(measured), min(known), max(known)))
        else:
            self.spread.set_text(self.tr("本机没有这一年的实测点，给不出不确定度"))
        marked, told = self._ahead(rating)
        self.ahead.set_text(told)
        self.ahead.setVisible(bool(told))
        self.plot.set_words(self._words(phrases.registered(rating.datum)))
        line = tuple(float("nan") if one is None else one for one in stages)
        self.plot.show_all(XyShown(tuple(float(one) for one in flows), line, tuple(off), measured, marked))

    def _ahead(self, rating: Rating) -> tuple[tuple[tuple[float, float], ...], str]:
        """The stage of the forecasts, only of this very year and only where the relation reaches."""
        now = self._now
        if now is None or now.at.astimezone(words.BEIJING).year != rating.year:
            return (), ""
        flows: list[tuple[str, float]] = []
        official, outlook = standing_forecast(now), standing_outlook(now)
        if official is not None:
            flows.append((self.tr("官方预报"), official.flow_m3s))
        if outlook is not None and outlook.points:
            flows.append((self.tr("本台预报最大"), max(point.flow_m3s for point in outlook.points)))
        told: list[str] = []
        marked: list[tuple[float, float]] = []
        for label, flow in flows:
            stage = rating.stage_at(flow)
            if stage is None:
                told.append(self.tr("{0} {1} m³/s 超出关系范围，不推算水位").format(label, words.flow(flow)))
            else:
                told.append(self.tr("{0} {1} m³/s 约 {2} m").format(label, words.flow(flow), words.stage(stage)))
                marked.append((flow, stage))
        return tuple(marked), phrases.clauses(told)


def spread(rating: Rating, measured: Sequence[tuple[float, float]], flows: Sequence[float]) -> list[float]:
    """How far eight in ten readings near a flow lie from the relation; NaN where too few lie near."""
    fitted = [(flow, stage - at) for flow, stage in measured if (at := rating.stage_at(flow)) is not None]
    places = np.array([flow for flow, _ in fitted], np.float64)
    errors = np.array([error for _, error in fitted], np.float64)
    made: list[float] = []
    for flow in flows:
        near = np.abs(places - flow) <= max(_WINDOW * flow, 100.0)
        few = int(near.sum()) < _LEAST
        made.append(float("nan") if few else _SIGMAS * float(np.sqrt(np.mean(errors[near] ** 2))))
    return made
