"""概要: what a scenario is about before it is played: scene, goals, courses of the stations, injects by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.drill import Scenario, Trace
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from views import drill_rows, office_words, river_curves, river_facts, step_words, words
from views.parts import Fact, Facts, Words, boxed, column, scrolled
from widgets.hydrograph import Hydrograph
from widgets.plot_series import Style
from widgets.theme import Theme

PLOT_PX = 220
STYLES: tuple[Style, ...] = ("dashed", "dotted")


class DrillOutline(QWidget):
    """The tab beside the text; it says what the text says, as far as that can be read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._scenario: Scenario | None = None
        self.plot = Hydrograph(theme, river_curves.hydrograph_words())
        self.plot.set_lean(True)
        self.facts, self.goals = Facts(theme), Facts(theme)
        self.about = Words(theme, tone="secondary")
        self._goals_head = Words(theme, self.tr("演练目标"), bold=True, wrap=False)
        inner = column(theme, self.plot, self.about, self.facts, self._goals_head, self.goals, None, gap=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(boxed(theme, inner, (0, 8, 8, 0))))
        self.set_theme(theme)
        self.show_scenario(None, None)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures; the plot is dressed by itself."""
        self.plot.setFixedHeight(theme.px(PLOT_PX))

    def show_scenario(self, scenario: Scenario | None, now: Situation | None) -> None:
        """Show a scenario; None when its text cannot be read."""
        if scenario is not None and scenario == self._scenario:
            return
        self._scenario = scenario
        for part in (self.plot, self.facts, self._goals_head, self.goals):
            part.setVisible(scenario is not None)
        if scenario is None:
            self.about.say(self.tr("文本改好后，这里是想定的概要"), "muted")
            return
        self.about.say(drill_rows.scenario_about(scenario), "secondary")
        self.facts.show_facts([*facts(scenario), *inject_facts(scenario)])
        goals = drill_rows.scenario_goals(scenario)
        self._goals_head.setVisible(bool(goals))
        self.goals.show_facts([Fact(f"{n}", goal) for n, goal in enumerate(goals, start=1)])
        self._draw(scenario, now)

    def _draw(self, scenario: Scenario, now: Situation | None) -> None:
        self.plot.clear()
        self.plot.set_bands(() if now is None else river_facts.bands(now.registers.tiers))
        others = 0
        for trace in sorted(scenario.traces, key=lambda one: one.station != HUAYUANKOU):
            own = trace.station == HUAYUANKOU
            name = trace.station if now is None else step_words.station(now, trace.station)
            draw_trace(self.plot, scenario, trace, name, None if own else STYLES[others % len(STYLES)])
            others += not own


def draw_trace(plot: Hydrograph, scenario: Scenario, trace: Trace, label: str, behind: Style | None = None) -> None:
    """Draw the course of a station; 花园口 is solid, the others stand behind it in a style of theirs."""
    begins = scenario.starts_at.timestamp()
    kept = [point for point in trace.points if 0 <= point[0] <= scenario.length_min]
    times = np.array([begins + 60 * point[0] for point in kept], dtype=np.float64)
    flows = np.array([trace.scale * point[1] for point in kept], dtype=np.float64)
    role = "curve.observed" if behind is None else "curve.other"
    plot.set_series(trace.station, times, flows, role=role, style=behind or "solid", label=label)


def facts(scenario: Scenario) -> list[Fact]:
    """Return where the scene lies in time, how long it is, where it is from."""
    t = QCoreApplication.translate
    ends = scenario.starts_at + timedelta(minutes=scenario.length_min)
    length = t("Drill", "{0} 小时，按 {1}× 播放约 {2} 分钟").format(
        f"{scenario.length_min / 60:,.0f}", f"{scenario.speed}", f"{scenario.length_min / max(1, scenario.speed):,.0f}"
    )
    peak = max((own.scale * point[1] for own in scenario.traces if own.station == HUAYUANKOU for point in own.points),
               default=None)  # fmt: skip
    return [
        Fact(t("Drill", "想定时间"), f"{words.date_clock(scenario.starts_at)} – {words.date_clock(ends)}"),
        Fact(t("Drill", "时长"), length),
        *([] if peak is None else [Fact(t("Drill", "花园口洪峰"), f"{words.flow(peak)} m³/s")]),
        Fact(t("Drill", "来源"), scenario.source),
    ]


def inject_facts(scenario: Scenario) -> list[Fact]:
    """Return how many injects of each kind there are, how many wait for a condition or a hand, what is expected."""
    t = QCoreApplication.translate
    kinds = Counter(one.kind for one in scenario.injects)
    by_kind = _joined(f"{office_words.inject_kind(kind)} {count}" for kind, count in kinds.most_common())
    by_hand = sum(one.by_hand for one in scenario.injects)
    conditional = sum(bool(one.when) and not one.by_hand for one in scenario.injects)
    expects = Counter(one.act for inject in scenario.injects for one in inject.expects)
    wanted = _joined(f"{office_words.act(act)} {count}" for act, count in expects.most_common())
    fires = t("Drill", "到时 {0}，达条件 {1}，手动 {2}").format(
        len(scenario.injects) - by_hand - conditional, conditional, by_hand
    )
    total, asked = f"{len(scenario.injects)}", f"{expects.total()}"
    return [
        Fact(t("Drill", "情况 {0} 件").format(total), by_kind or words.DASH),
        Fact(t("Drill", "下发"), fires),
        Fact(t("Drill", "应做 {0} 件").format(asked), wanted or words.DASH),
    ]


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(parts)
