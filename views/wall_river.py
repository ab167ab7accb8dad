"""Wall page 水情: flow, trend, next threshold and the time to it, stage with its datum, and the hydrograph."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views import phrases, river_facts, wall_curve, wall_words, words
from views.river_facts import Facts
from views.wall_curve import WallCurve
from views.wall_fit import Fit
from views.wall_page import WallPage
from views.wall_parts import PAD, MarkLabel, figure_label, line_label, words_label
from widgets.marks import Fill, Mark, Shape
from widgets.theme import Size, Theme

STALE = Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW)


class FlowBlock(Fit):
    """Flow and what follows from it, one line each; shared by the page of the river and the overview."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._facts = Facts()
        self.caption = words_label(theme)
        self.mark = MarkLabel(theme, size=Size.FIGURE)
        self.flow = figure_label(theme, size=Size.HERO)
        self.unit = words_label(theme)
        self.unit.set_text(self.tr("花园口 m³/s"))
        self.age = line_label(theme, "state.attention", hug=True)
        self.trend = line_label(theme, bold=True, hug=True)
        self.next = line_label(theme, hug=True)
        self.eta = line_label(theme, "text.secondary", hug=True)
        self.stage = line_label(theme, "text.secondary", hug=True)
        self.datum = words_label(theme)
        self.live = line_label(theme, "text.secondary", hug=True)
        head = self._head = Fit(theme, down=False)
        head.add(self.mark)
        head.add(self.flow)
        head.add(self.unit, 1)
        head.add_space()
        self.mark.show_mark(STALE)
        head.set_absent(self.mark, True)
        self.level = Fit(theme)  # a stage without its datum is none
        self.level.add(self.datum)
        self.level.add(self.stage)
        for part, weight in (
            (self.caption, 2), (head, 0), (self.live, 0), (self.age, 0), (self.trend, 1), (self.next, 1),
            (self.eta, 1), (self.level, 4),
        ):  # fmt: skip
            self.add(part, weight)
        self.add_space()

    def show_river(self, now: Situation, preview: Preview | None) -> None:
        """Show the river as it is, or the what-if with the river as it is below."""
        facts = self._facts = river_facts.facts(now)
        whatif = preview is not None
        shown = preview.flow_m3s if preview is not None else facts.flow_m3s
        self.caption.set_text(self.tr("推演流量"), "realm.whatif")
        self.set_absent(self.caption, not whatif)
        self.flow.set_text(words.flow(shown), "realm.whatif" if whatif else "text.primary")
        self.live.set_text(self.tr("实况 {0}").format(words.flow(facts.flow_m3s)))
        rate = None if whatif else facts.rate_m3s_h
        self.trend.set_text(wall_words.trend(shown, rate))
        first, far = wall_words.coming(now, shown, rate)
        self.next.set_text(first)
        self.eta.set_text(far)
        stage = "" if facts.stage_m is None or whatif else f"{words.stage(facts.stage_m)} m"
        self.stage.set_text(stage)
        datum = phrases.registered(facts.datum) or self.tr("基面未注明")
        self.datum.set_text(self.tr("水位 · {0}").format(datum))
        for part in (self.trend, self.next, self.eta):
            self.set_absent(part, not part.text())
        self.set_absent(self.live, not whatif)
        self.set_absent(self.level, not stage)

    def minimumSizeHint(self) -> QSize:
        """Half a line is a wrong line."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def show_age(self, time: datetime) -> None:
        """A value that is too old is marked, hollow, with its age."""
        at = self._facts.at
        stale = self.stale(time)
        self._head.set_absent(self.mark, not stale)
        self.age.set_text("" if at is None or not stale else self.tr("{0} 报，已过时").format(words.age(at, time)))
        self.set_absent(self.age, not stale)

    def stale(self, time: datetime) -> bool:
        """Whether the flow is too old."""
        return self._facts.stale(time)


class RiverPage(WallPage):
    """The river."""

    name: ClassVar[str] = "river"
    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.block = FlowBlock(theme)
        self.curve = WallCurve(theme)
        self.row = Fit(theme, down=False, gap=PAD)
        self.row.add(self.block)
        self.row.add(self.curve, 1, 1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.row)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("水情")

    def filled(self, now: Situation) -> bool:
        """Whether there is a reading."""
        return now.latest() is not None

    def essentials(self) -> tuple[Fit, ...]:
        return (self.row, self.block)

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        self.block.show_river(now, preview)

    def draw_time(self, time: datetime) -> None:
        self.block.show_age(time)
        if self.now is not None:
            whatif = None if self.preview is None else self.preview.flow_m3s
            self.curve.show_curve(wall_curve.drawn(self.now, whatif, hollow=self.block.stale(time)))

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._row.setContentsMargins(theme.px(PAD), theme.px(PAD), theme.px(PAD), theme.px(PAD))
