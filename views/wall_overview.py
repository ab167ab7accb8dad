"""Wall page 总览: what matters most of all pages, for whoever looks up for two seconds."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.situation import Situation, Touched
from data.rules.plan import Change
from data.rules.signoff import Preview
from views import alarm_words, wall_facts
from views.wall_alarms import grade_mark
from views.wall_fit import Fit
from views.wall_level import LevelPlate
from views.wall_page import WallPage
from views.wall_parts import PAD, Count
from views.wall_people import REFUSED, TO_GO
from views.wall_river import FlowBlock
from views.wall_tasks import OVERDUE, UNANSWERED
from widgets.marks import Mark
from widgets.theme import Theme


class OverviewPage(WallPage):
    """Flow, level, and the counts that want somebody."""

    name: ClassVar[str] = "overview"
    heeds: ClassVar[Touched] = (
        Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.DISPATCH | Touched.PEOPLE | Touched.REGISTERS
        | Touched.INCIDENTS | Touched.ALARMS
    )  # fmt: skip

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.block = FlowBlock(theme)
        self.plate = LevelPlate(theme)
        self.counts = {
            "overdue": Count(theme, self.tr("任务超时")),
            "unanswered": Count(theme, self.tr("未叫应")),
            "people": Count(theme, self.tr("未撤离户")),
            "incidents": Count(theme, self.tr("险情")),
            "alarms": Count(theme, self.tr("未确认报警")),
            "refused": Count(theme, self.tr("拒绝撤离")),
            "open": Count(theme, self.tr("在办任务")),
        }
        self.row = Fit(theme, down=False)
        weights = {"overdue": 0, "people": 0, "incidents": 0, "unanswered": 1, "alarms": 2, "refused": 3, "open": 4}
        for key, count in self.counts.items():
            self.row.add(count, weights[key], 1)
        self._top = QHBoxLayout()
        self._top.addWidget(self.block, 11)
        self._top.addWidget(self.plate, 9)
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._top, 1)
        self._box.addWidget(self.row)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("总览")

    def essentials(self) -> tuple[Fit, ...]:
        return (self.block, self.row)

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        self.block.show_river(now, preview)
        self.plate.show_level_of(now, preview)
        total = wall_facts.total(wall_facts.tasks_by_role(now, self.time or now.at))
        way = wall_facts.in_the_way(now, preview)
        incidents = wall_facts.open_incidents(now)
        counts = self.counts
        counts["overdue"].show_count(total.overdue, OVERDUE)
        counts["unanswered"].show_count(wall_facts.unanswered(now), UNANSWERED)
        counts["people"].show_count(way.not_left, TO_GO)
        counts["incidents"].show_count(len(incidents), grade_mark(min((one.grade for one in incidents), default=3)))
        counts["refused"].show_count(way.of(Whereabouts.REFUSED), REFUSED)
        self.row.set_absent(counts["refused"], not way.of(Whereabouts.REFUSED))
        if preview is None:
            counts["open"].show_count(total.open)
        else:
            new = preview.count(Change.NEW) + preview.count(Change.CHANGED)
            counts["open"].show_text(f"{total.open:,}+{new:,}", "realm.whatif")
        lines = () if self.listed is None else self.listed.alarms
        waiting = [line for line in lines if line.unacked]
        rank = max((line.priority.rank for line in waiting), default=0)
        mark = Mark(alarm_words.SHAPES[rank], alarm_words.PRIORITY_ROLES[rank])
        counts["alarms"].show_count(None if self.listed is None else len(waiting), mark)

    def draw_time(self, time: datetime) -> None:
        self.block.show_age(time)
        if self.now is not None and self._minute(time):
            total = wall_facts.total(wall_facts.tasks_by_role(self.now, time))
            self.counts["overdue"].show_count(total.overdue, OVERDUE)

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._box.setContentsMargins(theme.px(PAD), theme.px(PAD), theme.px(PAD), theme.px(PAD))
        self._box.setSpacing(theme.px(PAD))
        self._top.setSpacing(theme.px(PAD))
