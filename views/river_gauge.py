"""The gauge of 花园口 in two lines: flow and stage with their time, rate of rise, next threshold and the time to it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.situation import Situation
from data.rules.rating import Rating
from views import phrases, river_facts, words
from views.river_facts import Facts
from widgets.badge import Badge
from widgets.ink_label import InkLabel
from widgets.marks import Fill, Mark, Shape
from widgets.theme import Size, Theme


class Gauge(QWidget):
    """What the river is doing now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Facts()
        self._time: datetime | None = None
        self._narrow = False
        self.flow = InkLabel(theme, size=Size.FIGURE, bold=True, hug=True)
        self._unit = InkLabel(theme, "m³/s", role="text.muted", size=Size.SMALL, hug=True)
        self.trend = InkLabel(theme, role="text.secondary", size=Size.BASE, hug=True)
        self.stage = InkLabel(theme, size=Size.LARGE, hug=True)
        self.datum = InkLabel(theme, role="text.muted", size=Size.SMALL, hug=True)
        self.aged = Badge(theme, role="text.muted", size=Size.SMALL)
        self.next = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.flow, self._unit, self.trend):
            self._first.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        self._first.addStretch(1)
        for widget in (self.stage, self.datum):
            self._first.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        self._second.addWidget(self.next, 1)
        self._second.addWidget(self.aged)
        column = QVBoxLayout(self)
        column.addLayout(self._first)
        column.addLayout(self._second)
        self.set_theme(theme)

    def show_facts(self, now: Situation, facts: Facts) -> None:
        """Show the newest values."""
        self._facts = facts
        self.flow.set_text(words.flow(facts.flow_m3s))
        self.trend.set_text(river_facts.rate_words(facts.flow_m3s, facts.rate_m3s_h))
        known = facts.stage_m is not None
        self.stage.setVisible(known)
        self.datum.setVisible(known)
        self.stage.set_text(f"{words.stage(facts.stage_m)} m")
        self.datum.set_text(phrases.registered(facts.datum) or self.tr("基面未注明"))
        self.stage.setToolTip(self.tr("{0} 实测水位").format(words.date_clock(facts.stage_at)))
        self.next.set_text(river_facts.coming_words(now, facts.flow_m3s, facts.rate_m3s_h))

    def show_whatif_stage(self, flow_m3s: float | None, rating: Rating | None) -> None:
        """Say the stage at a what-if flow where the year's rating reaches; never one beyond its data."""
        stage = None if flow_m3s is None or rating is None else rating.stage_at(flow_m3s)
        if stage is not None and rating is not None:
            text = self.tr("推演水位约 {0} m {1}（{2} 年关系）").format(
                words.stage(stage), phrases.registered(rating.datum), rating.year
            )
            self.next.set_text(text, "realm.whatif")
        elif flow_m3s is not None:
            self.next.set_text(self.tr("此流量无水位数据，不推算"), "text.muted")

    def show_live_words(self, now: Situation) -> None:
        """Go back to the next threshold."""
        text = river_facts.coming_words(now, self._facts.flow_m3s, self._facts.rate_m3s_h)
        self.next.set_text(text, "text.secondary")

    def show_age(self, time: datetime) -> None:
        """Bring the age up to date; too old turns hollow. Where it is narrow, an age that is no matter is left out."""
        self._time = time
        facts = self._facts
        if facts.at is None:
            self.aged.show_words(self.tr("尚无报汛"), Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW))
            return
        stale = facts.stale(time)
        self.flow.set_text(self.flow.text(), "text.muted" if stale else "text.primary")
        mark = Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW) if stale else None
        age = words.age(facts.at, time)
        text = words.clock(facts.at) if self._narrow and not stale else f"{words.clock(facts.at)} · {age}"
        self.aged.show_words(text, mark, role="state.attention" if stale else "text.muted")
        self.aged.setToolTip(
            self.tr("{0}，{1}；本级报汛时效 {2:g} 小时").format(
                f"{words.date_clock(facts.at)} · {age}", facts.source or words.DASH, facts.limit_h or 0.0
            )
        )

    def set_terse(self, terse: bool) -> None:
        """One line only; the warning card and the top bar say the rest."""
        self.next.setHidden(terse)
        self.aged.setHidden(terse)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The next threshold comes before the age, which the top bar says too."""
        super().resizeEvent(event)
        narrow = self.width() < self._least_wide
        self.trend.setVisible(self.width() >= self._least_for_trend)
        if narrow is not self._narrow:
            self._narrow = narrow
            if self._time is not None:
                self.show_age(self._time)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._least_wide, self._least_for_trend = theme.px(370), theme.px(300)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
            column.setSpacing(theme.px(4))
        for row in (self._first, self._second):
            row.setSpacing(theme.px(6))
