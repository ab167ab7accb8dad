"""Wall page 任务: by role how many are issued, acknowledged, on site, done, overdue; and who has not answered."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.rules.plan import Change
from data.rules.signoff import Preview
from views import wall_facts, wall_words
from views.wall_facts import RoleTasks
from views.wall_fit import Fit
from views.wall_page import WallPage
from views.wall_parts import PAD, Count
from views.wall_table import WallRow, WallTable
from widgets.marks import Mark, Shape
from widgets.theme import Theme

OVERDUE = Mark(Shape.TRIANGLE, "state.urgent")
UNANSWERED = Mark(Shape.CROSS, "state.urgent")
PENDING = Mark(Shape.DIAMOND, "state.attention")
_ROWS_AT_LEAST = 3


class TaskPage(WallPage):
    """The tasks."""

    name: ClassVar[str] = "tasks"
    heeds: ClassVar[Touched] = Touched.TASKS | Touched.DISPATCH | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        headings = (
            self.tr("岗位"),
            self.tr("已下达"),
            self.tr("签收"),
            self.tr("在场"),
            self.tr("完成"),
            self.tr("超时"),
        )
        self.table = WallTable(theme, headings, least=_ROWS_AT_LEAST, weights=(1, 3, 2, 4, 0))
        self.counts = Fit(theme)
        self.unanswered = Count(theme, self.tr("未叫应"))
        self.waiting = Count(theme, self.tr("待回复"))
        self.pending = Count(theme, self.tr("待签发"))
        self.preview_new = Count(theme, self.tr("推演新增"))
        for part, weight in ((self.preview_new, 0), (self.unanswered, 0), (self.pending, 1), (self.waiting, 2)):
            self.counts.add(part, weight)
        self.counts.add_space()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.table, 1)
        self._row.addWidget(self.counts)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("任务")

    def filled(self, now: Situation) -> bool:
        """Whether there is any task."""
        return bool(now.tasks)

    def essentials(self) -> tuple[Fit, ...]:
        return (self.counts,)

    @property
    def cramped(self) -> bool:
        """Whether fewer than three rows find room."""
        return super().cramped or self.table.cramped

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        rows = wall_facts.tasks_by_role(now, self.time or now.at)
        total = wall_facts.total(rows)
        self.table.show_rows(
            [self._row_of(wall_words.role_name(now, row.role), row) for row in rows],
            self._row_of(self.tr("合计"), total, bold=True),
            self.tr("另 {0} 个岗位"),
        )
        self.unanswered.show_count(wall_facts.unanswered(now), UNANSWERED)
        self.waiting.show_count(wall_facts.waiting(now))
        self.pending.show_count(total.pending, PENDING)
        self.counts.set_absent(self.preview_new, preview is None)
        if preview is not None:
            new = preview.count(Change.NEW) + preview.count(Change.CHANGED)
            self.preview_new.show_text(f"+{new:,}", "realm.whatif")

    def draw_time(self, time: datetime) -> None:
        """Tasks turn late though nothing else happens; looked at with the minute."""
        if self.now is not None and self._minute(time):
            self.draw_facts(self.now, self.preview)

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._row.setContentsMargins(theme.px(PAD), theme.px(PAD), theme.px(PAD), theme.px(PAD))
        self._row.setSpacing(theme.px(PAD))

    def _row_of(self, name: str, row: RoleTasks, *, bold: bool = False) -> WallRow:
        def cell(value: int, role: str = "text.primary") -> tuple[str, str]:
            return (f"{value:,}", role if value else "text.muted")

        late = cell(row.overdue, "state.urgent")
        cells = (cell(row.issued), cell(row.acknowledged), cell(row.on_site), cell(row.done), late)
        return WallRow(name, cells, OVERDUE if row.overdue and not bold else None, bold)
