"""Wall page 人员与地块: in the way, told, left, refused, unknown; plots; room in the shelters. Counts only."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views import wall_facts
from views.wall_facts import InTheWay
from views.wall_fit import Fit
from views.wall_page import WallPage
from views.wall_parts import PAD, Count, line_label
from widgets.marks import Fill, Mark, Shape
from widgets.theme import Theme

TO_GO = Mark(Shape.DIAMOND, "state.attention")
REFUSED = Mark(Shape.TRIANGLE, "state.urgent")
UNKNOWN = Mark(Shape.TRIANGLE, "state.urgent", Fill.HOLLOW)
BOAT = Mark(Shape.PENTAGON, "state.urgent")


class PeoplePage(WallPage):
    """People and plots."""

    name: ClassVar[str] = "people"
    heeds: ClassVar[Touched] = Touched.PEOPLE | Touched.RIVER | Touched.LEVEL | Touched.REGISTERS | Touched.RECKONED

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.counts = {
            "lines": Count(theme, self.tr("受威胁户")),
            "people": Count(theme, self.tr("涉及人数")),
            "plots": Count(theme, self.tr("地块")),
            "area": Count(theme, self.tr("面积 亩")),
            "untold": Count(theme, self.tr("未通知")),
            "told": Count(theme, self.tr("已通知")),
            "leaving": Count(theme, self.tr("撤离中")),
            "left": Count(theme, self.tr("已撤离")),
            "refused": Count(theme, self.tr("拒绝撤离")),
            "unknown": Count(theme, self.tr("下落不明")),
            "now": Count(theme, self.tr("须立即撤离")),
            "boats": Count(theme, self.tr("须用船")),
            "shelters": Count(theme, self.tr("安置点")),
            "room": Count(theme, self.tr("可安置人数")),
            "taken": Count(theme, self.tr("已安置人数")),
        }
        self.whatif = line_label(theme, "realm.whatif", bold=True)
        self.rows = Fit(theme)
        self._rows: list[Fit] = []
        self.rows.add(self.whatif, 1)
        for keys, weight in (
            ((("refused", 0), ("unknown", 0), ("untold", 0), ("told", 2), ("leaving", 3), ("left", 1)), 0),
            ((("lines", 0), ("people", 0), ("plots", 2), ("area", 3), ("now", 1), ("boats", 1)), 0),
            ((("shelters", 2), ("room", 0), ("taken", 0)), 2),
        ):
            row = Fit(theme, down=False)
            for key, own in keys:
                row.add(self.counts[key], own, 1)
            self._rows.append(row)
            self.rows.add(row, weight)
        self.rows.add_space()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.rows)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("人员与地块")

    def filled(self, now: Situation) -> bool:
        """Whether anybody is in the way, or has been."""
        flow = now.flow_m3s or 0.0
        return bool(now.whereabouts) or any(plot.floods_at_m3s <= flow for plot in now.registers.plots.rows)

    def essentials(self) -> tuple[Fit, ...]:
        return (self.rows, *self._rows[:2])

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        found = wall_facts.in_the_way(now, preview)
        leave, boats = wall_facts.cut_off(now) if preview is None else (0, 0)
        room = wall_facts.shelters(now)
        self.whatif.set_text("" if preview is None else self.tr("推演 {0} m³/s").format(f"{found.flow_m3s:,.0f}"))
        self.rows.set_absent(self.whatif, preview is None)
        self._show(found)
        counts = self.counts
        counts["now"].show_count(leave, TO_GO)
        counts["boats"].show_count(boats, BOAT)
        for key, many in (("now", leave), ("boats", boats)):
            self._rows[1].set_absent(counts[key], not many)
        counts["shelters"].show_count(room.shelters)
        counts["room"].show_count(room.capacity)
        counts["taken"].show_count(room.taken)

    def _show(self, found: InTheWay) -> None:
        counts = self.counts
        counts["lines"].show_count(found.lines)
        counts["people"].show_count(found.people)
        counts["plots"].show_count(found.plots)
        counts["area"].show_count(round(found.area_mu))
        counts["untold"].show_count(found.of(Whereabouts.UNTOLD), TO_GO)
        counts["told"].show_count(found.of(Whereabouts.TOLD, Whereabouts.SIGNED))
        counts["leaving"].show_count(found.of(Whereabouts.LEAVING))
        counts["left"].show_count(found.of(Whereabouts.LEFT))
        counts["refused"].show_count(found.of(Whereabouts.REFUSED), REFUSED)
        counts["unknown"].show_count(found.of(Whereabouts.UNKNOWN), UNKNOWN)

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._box.setContentsMargins(theme.px(PAD), theme.px(PAD), theme.px(PAD), theme.px(PAD))
