"""Alarms on the desk: the few lines that stand, unacknowledged first; a click leads to the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.alarm_steps import AlarmsAcknowledged
from data.model.alarms import Priority
from data.model.situation import Situation, Touched
from views import alarm_words, phrases
from views.pane import Pane, Selection
from views.parts import Words, boxed, button, retheme_inside, row
from widgets.flasher import Flasher
from widgets.line_list import Line, LineList
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from data.rules.alarms.lines import AlarmLine, AlarmList


LOW_PX = 150
"""Below this height a line has one row of words."""


class AlarmPanel(Pane):
    """The panel. Signal list_requested(str): the key of a line, "" for the list as a whole."""

    list_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.ALARMS | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(theme, parent)
        self._listed: AlarmList | None = None
        self._at: datetime | None = None
        self._low = False
        self.lines = LineList(theme)
        self.lines.set_empty_words(self.tr("报警还没有启动"))
        self.flasher = Flasher(self.lines)
        self.about = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self.acknowledge = button("", "", self.tr("停止声音和闪烁，记下确认人"))
        self.all = button(self.tr("报警单…"), "quiet", self.tr("打开报警单（F2）"))
        self._foot = boxed(theme, row(theme, self.about, None, self.all, self.acknowledge), (12, 4, 8, 4))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.lines, 1)
        outer.addWidget(self._foot)
        self.lines.chosen.connect(lambda _: self._look())
        self.lines.opened.connect(lambda key: self.list_requested.emit(str(key)))
        self.acknowledge.clicked.connect(self._acknowledge)
        self.all.clicked.connect(lambda: self.list_requested.emit(""))
        self.flasher.turned.connect(self._fill)
        self._look()

    def show_alarms(self, listed: AlarmList, at: datetime) -> None:
        """Show the lines of a moment."""
        self._listed, self._at = listed, at
        self.lines.set_empty_words(self.tr("没有报警：现在没有需要立即处置的事"))
        if self.isVisible():
            self._fill()
            self._look()

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - everything follows from the lines
        """Follow the situation."""
        self._fill()
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room is for lines: one row each, and no foot until there is something to acknowledge."""
        super().resizeEvent(event)
        low = self.height() < self.theme.px(LOW_PX)
        if low is not self._low:
            self._low = low
            self._fill()
            self._look()

    def draw_selection(self, selection: Selection | None) -> None:
        """Choose the line of an alarm that was selected elsewhere."""
        if selection is not None and selection.kind == "alarm" and self._listed is not None:
            self.lines.choose([one.key for one in self._listed.alarms if selection.id in one.tags])

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme_inside(self, theme)

    def _fill(self) -> None:
        now, listed = self.now, self._listed
        if now is None or listed is None:
            return
        self.lines.set_lines([self._line(now, one) for one in listed.alarms], tall=not self._low)
        self.flasher.want(any(one.unacked for one in listed.alarms))
        parts = [
            self.tr("{0} {1}").format(name, count)
            for name, count in (
                (self.tr("诊断"), len(listed.diagnostics)),
                (self.tr("搁置"), listed.shelved),
                (self.tr("停用"), listed.out_of_service),
                (self.tr("抑制"), listed.suppressed),
            )
            if count
        ]
        self.about.say(" · ".join(parts))

    def _line(self, now: Situation, one: AlarmLine) -> Line:
        lit = not one.unacked or self.flasher.lit(fast=one.priority is Priority.HIGH)
        left = alarm_words.left(one)
        note = phrases.registered(one.kind.action)
        detail = " · ".join(part for part in (alarm_words.count(one), left or alarm_words.state(one.state)) if part)
        detail_role = "state.urgent" if (one.left_s or 0) < 0 else "text.muted"
        return Line(
            one.key,
            alarm_words.what(now, one),
            note=note,
            value=detail if self._low else alarm_words.grade(one),
            detail=detail,
            mark=alarm_words.mark(one, lit=lit),
            title_role="text.primary" if one.unacked else "text.secondary",
            value_role=detail_role if self._low else alarm_words.role_of(one.priority, diagnostic=False),
            detail_role=detail_role,
            bold=one.unacked,
            tooltip="\n".join((alarm_words.what(now, one), note, alarm_words.owner(now, one.kind))),
        )

    def _chosen(self) -> Sequence[AlarmLine]:
        ids = self.lines.chosen_ids()
        return [] if self._listed is None else [one for one in self._listed.alarms if one.key in ids]

    def _look(self) -> None:
        waiting = [one for one in self._chosen() if one.unacked]
        self.acknowledge.setVisible(bool(waiting))
        self._foot.setVisible(bool(waiting) or not self._low)
        self.acknowledge.setText(self.tr("确认 {0} 条").format(sum(len(one.tags) for one in waiting)))

    def _acknowledge(self) -> None:
        now = self.now
        if now is None:
            return
        tags = [tag for one in self._chosen() for tag in one.tags]
        tags = [tag for tag in tags if tag in now.alarms and now.alarms[tag].acked_at is None]
        if tags:
            self.step_requested.emit(AlarmsAcknowledged(tuple(tags)), "")
