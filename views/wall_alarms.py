"""Wall page 报警与险情: what stands by priority, the oldest that nobody has acknowledged, and the incidents."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from data.model.alarms import Priority
from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views import alarm_words, phrases, river_facts, wall_facts, wall_words, words
from views.wall_fit import Fit
from views.wall_page import WallPage
from views.wall_parts import PAD, Count, line_label, words_label
from views.wall_table import WallRow, WallTable
from widgets.marks import Fill, Mark, Shape
from widgets.theme import Theme

GRADES = {1: Shape.TRIANGLE, 2: Shape.DIAMOND, 3: Shape.CIRCLE}
UNACKED = Mark(Shape.TRIANGLE, "alarm.high")
UNVERIFIED = Mark(Shape.DIAMOND, "state.attention", Fill.HOLLOW)


def grade_mark(grade: int) -> Mark:
    """The mark of an incident: its shape tells the grade."""
    return Mark(GRADES.get(grade, Shape.CIRCLE), "report.e1")


class AlarmPage(WallPage):
    """Alarms and incidents. Alarms are told by their kind and number, never by whom they are about."""

    name: ClassVar[str] = "alarms"
    heeds: ClassVar[Touched] = Touched.ALARMS | Touched.INCIDENTS | Touched.REPORTS | Touched.REGISTERS

    def __init__(self, theme: Theme, kinds: Set[str], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._kinds = kinds
        headings = (self.tr("险情"), self.tr("等级"), self.tr("状态"), self.tr("已过"))
        self.incidents = WallTable(theme, headings, least=2, weights=(0, 1, 2), name_px=150)
        self.side = Fit(theme)
        self.unacked = Count(theme, self.tr("未确认报警"))
        self.standing = Count(theme, self.tr("现有报警"))
        self.unverified = Count(theme, self.tr("待核实事件"))
        self.oldest_caption = words_label(theme)
        self.oldest_caption.set_text(self.tr("最久未确认"))
        self.oldest = line_label(theme, hug=True)
        self.oldest_age = line_label(theme, "state.urgent")
        for part, weight in (
            (self.unacked, 0), (self.oldest_caption, 1), (self.oldest, 1), (self.oldest_age, 1),
            (self.unverified, 2), (self.standing, 3),
        ):  # fmt: skip
            self.side.add(part, weight)
        self.side.add_space()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.incidents, 13)
        self._row.addWidget(self.side, 7)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("报警与险情")

    def filled(self, now: Situation) -> bool:
        """Whether anything stands."""
        listed = self.listed is not None and bool(self.listed.alarms)
        return listed or any(one.closed_at is None for one in now.incidents.values())

    def essentials(self) -> tuple[Fit, ...]:
        return (self.side,)

    @property
    def cramped(self) -> bool:
        """Whether fewer than two incidents find room."""
        return super().cramped or self.incidents.cramped

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - what stands is not what-if
        time = self.time or now.at
        rows = [
            WallRow(
                wall_words.incident_title(now, one, self._kinds),
                (
                    (words.grade(one.grade), "text.primary"),
                    (words.incident_state(one.state), "text.secondary"),
                    (river_facts.rough(time - one.at), "text.secondary"),
                ),
                grade_mark(one.grade),
            )
            for one in wall_facts.open_incidents(now)
        ]
        calm = WallRow(self.tr("没有险情"), ()) if not rows else None
        self.incidents.show_rows(rows, calm, self.tr("另 {0} 处"))
        self.unverified.show_count(len(wall_facts.unverified(now)), UNVERIFIED)
        self._draw_alarms(time)

    def draw_time(self, time: datetime) -> None:
        """Ages follow the minute."""
        if self.now is not None and self._minute(time):
            self.draw_facts(self.now, self.preview)

    def _draw_alarms(self, time: datetime) -> None:
        lines = () if self.listed is None else self.listed.alarms
        waiting = [line for line in lines if line.unacked]
        rank = max((line.priority.rank for line in waiting), default=0)
        mark = Mark(alarm_words.SHAPES[rank], alarm_words.PRIORITY_ROLES[rank])
        self.unacked.show_count(None if self.listed is None else len(waiting), mark)
        self.standing.show_count(None if self.listed is None else len(lines))
        oldest = min(waiting, key=lambda line: line.since, default=None)
        for part in (self.oldest_caption, self.oldest, self.oldest_age):
            self.side.set_absent(part, oldest is None)
        if oldest is not None:
            loud = oldest.priority is Priority.HIGH
            role = alarm_words.PRIORITY_ROLES[oldest.priority.rank]
            self.oldest.set_text(phrases.registered(oldest.kind.name), role if loud else "text.primary")
            self.oldest_age.set_text(words.age(oldest.since, time), role)

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._row.setContentsMargins(theme.px(PAD), theme.px(PAD), theme.px(PAD), theme.px(PAD))
        self._row.setSpacing(theme.px(PAD * 2))
