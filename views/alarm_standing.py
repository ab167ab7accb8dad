"""The lists of the alarm sheet beside the detail of what is chosen, above what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from data.model.alarms import Priority
from data.model.situation import EPOCH, Situation
from data.model.steps import Realm, Step
from views import alarm_rows
from views.alarm_acts import AlarmActs
from views.alarm_detail import AlarmDetail
from views.alarm_rows import AlarmRow, AsideRow, Lists, Shelving
from views.parts import Words, boxed, page, row, rule, split
from widgets.chips import Chips
from widgets.data_table import DataTable
from widgets.flasher import Flasher
from widgets.picture_delegate import TwoLines
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from data.rules.alarms.engine import Held
    from data.rules.alarms.lines import AlarmLine, AlarmList

ROW_PX = 44
WHAT = 1
"""Place of the column with two lines of words."""


class TallRows(DataTable):
    """Rows with room for two lines of words."""

    def set_theme(self, theme: Theme) -> None:
        """Keep the rows tall."""
        super().set_theme(theme)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))


class AlarmStanding(QWidget):
    """What stands and what was put aside.

    Signals:
        step_requested: a body of data.model.alarm_steps.
        view_requested: a workspace and the Selection to make there, or None.
        history_requested: tags (tuple); answered by `show_history`.

    """

    step_requested = Signal(object)
    view_requested = Signal(str, object)
    history_requested = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._at = EPOCH
        self._lists = Lists()
        self._which = Shelving.ALARMS
        self._chattering = 0
        self._only = ""
        self.chips = Chips(theme)
        self.model: RowsModel[AlarmRow] = RowsModel(alarm_rows.line_columns(self._lit), lambda one: one.id, self)
        self.table = TallRows(theme, self.model)
        self._second = TwoLines(theme, lambda one: one.second, self.table)
        self.table.setItemDelegateForColumn(WHAT, self._second)
        self.aside_model: RowsModel[AsideRow] = RowsModel(alarm_rows.aside_columns(), lambda one: one.id, self)
        self.aside = DataTable(theme, self.aside_model)
        self.flasher = Flasher(self.table)
        self.detail = AlarmDetail(theme)
        self.acts = AlarmActs(theme)
        self.about = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.aside)
        self._arrange(theme)
        self._wire()
        self.chips.set_chips(alarm_rows.chips(self._lists))
        self.chips.choose([Shelving.ALARMS])
        self.table.set_empty_words(self._nothing())
        self.acts.hide()

    def _arrange(self, theme: Theme) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        head = boxed(theme, row(theme, self.chips, self.about), (12, 8, 12, 8))
        for widget in (head, rule(), self._stack, rule(), self.acts):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.detail.setMinimumWidth(theme.px(300))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(page(left), page(self.detail), shares=(14, 5)))

    def _wire(self) -> None:
        self.chips.chosen.connect(lambda keys: self.open_list(Shelving(keys[0])))
        for table in (self.table, self.aside):
            table.chosen.connect(lambda _: self._chosen())
            table.opened.connect(lambda _: self.detail.open_view.click())
        self.flasher.turned.connect(self._repaint_marks)
        self.acts.step_requested.connect(self.step_requested)
        self.detail.view_requested.connect(self.view_requested)
        self.detail.tag_picked.connect(self._pick_tag)

    # in

    def show_alarms(self, now: Situation, listed: AlarmList, at: datetime, held: Iterable[Held] = ()) -> None:
        """Show what stands at a moment; what is chosen stays chosen."""
        before = self._now
        self._now, self._at = now, at
        self._lists = alarm_rows.lists(now, listed, at, held)
        self._chattering = listed.chattering
        self._fill()
        if before is None or before.alarms is not now.alarms:
            self._ask_history()

    def show_history(self, tags: tuple[str, ...], steps: Sequence[Step]) -> None:
        """Show what became of tags so far."""
        if self._now is not None:
            self.detail.show_history(self._now, tags, steps)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused."""
        self.acts.show_refusal(text)

    def set_theme(self, theme: Theme) -> None:
        """Column with two lines follows too; the rest is found by the sheet."""
        self._second.set_theme(theme)

    def open_list(self, which: Shelving) -> None:
        """Show one of the lists."""
        self._which = which
        self.chips.choose([which])
        self._stack.setCurrentWidget(self.table if self._of_lines() else self.aside)
        self._fill()

    def choose(self, key: str) -> None:
        """Choose the line or tag of that name, wherever it lies."""
        for which in Shelving:
            rows = self._lists.standing(which) if self._of_lines(which) else ()
            found = next((one.id for one in rows if key in one.line.tags), "")
            if not found and not self._of_lines(which):
                found = next((one.id for one in self._lists.aside(which) if one.id == key), "")
            if found:
                self.open_list(which)
                self._table().choose([found])
                self._chosen()
                return

    def front(self) -> QWidget:
        """The list that has the keyboard first."""
        return self._table()

    def taken(self) -> None:
        """What was asked for here has been taken: the words are used up."""
        self.acts.sent()

    # inside

    def _of_lines(self, which: Shelving | None = None) -> bool:
        return (which or self._which) in (Shelving.ALARMS, Shelving.DIAGNOSTICS)

    def _table(self) -> DataTable:
        return self.table if self._of_lines() else self.aside

    def _lit(self, line: AlarmLine) -> bool:
        return not line.unacked or self.flasher.lit(fast=line.priority is Priority.HIGH)

    def _repaint_marks(self) -> None:
        left = self.table.columnViewportPosition(0)
        self.table.viewport().update(QRect(left, 0, self.table.columnWidth(0), self.table.viewport().height()))

    def _fill(self) -> None:
        self.chips.set_chips(alarm_rows.chips(self._lists))
        table = self._table()
        table.set_empty_words(self._nothing())
        rows: Sequence[AlarmRow | AsideRow] = (
            self._lists.standing(self._which) if self._of_lines() else self._lists.aside(self._which)
        )
        table.set_rows(rows)
        if rows and not table.chosen_ids() and not self.acts.typed():  # words are never turned to another alarm
            table.choose([rows[0].id])
        waiting = any(one.line.unacked for one in self._lists.standing(self._which))
        self.flasher.want(self._of_lines() and waiting)
        self.about.say(self._said())
        self._chosen()

    def _chosen(self) -> None:
        now = self._now
        if now is None:
            return
        ids = self._table().chosen_ids()
        tags: list[str] = []
        if self._of_lines():
            lines = [one for one in self.model.rows() if one.id in ids]
            tags = [tag for one in lines for tag in one.line.tags]
            self._only = self._only if self._only in tags and len(lines) == 1 else ""
            tags = [self._only] if self._only else tags
        else:
            tags = [str(one) for one in ids]
        dead = self.tr("回放只读，不能办理") if now.realm is Realm.REPLAY else ""
        self.acts.show_chosen(now, self._which, tags, self._at, dead=dead)
        self.acts.setVisible(not self.acts.idle() and self._which is not Shelving.SUPPRESSED)
        self._show_detail(now)

    def _pick_tag(self, tag: str) -> None:
        """Deal with one tag of the line by itself, or with all of it again."""
        self._only = tag
        self._chosen()

    def _show_detail(self, now: Situation) -> None:
        ids = self._table().chosen_ids()
        before = self.detail.shown
        current = self._table().currentIndex()
        model = self.model if self._of_lines() else self.aside_model
        if not ids:
            self.detail.show_nothing(self.tr("选一条看原因、后果、处置和经过") if model.rows() else "")
            return
        at = current.row() if current.isValid() and model.id_at(current.row()) in ids else model.place_of(ids[0])
        one = model.row(at or 0)
        if isinstance(one, AlarmRow):
            self.detail.show_line(now, one, self._at, self._only)
        else:
            self.detail.show_aside(now, one)
        if self.detail.shown != before:
            self._ask_history()

    def _ask_history(self) -> None:
        if self.detail.shown and self.isVisible():
            self.history_requested.emit(self.detail.shown)

    def _nothing(self) -> str:
        if self._now is None:
            return self.tr("报警还没有启动")
        return {
            Shelving.ALARMS: self.tr("没有报警：现在没有需要立即处置的事"),
            Shelving.DIAGNOSTICS: self.tr("没有诊断：测站、传感器和数据来源都正常"),
            Shelving.SHELVED: self.tr("没有搁置的报警"),
            Shelving.OUT: self.tr("没有停用的报警点"),
            Shelving.SUPPRESSED: self.tr("没有按工况抑制的报警"),
        }[self._which]

    def _said(self) -> str:
        rows = self._lists.standing(self._which)
        if not self._of_lines():
            return ""
        parts: list[str] = []
        places = sum(len(one.line.tags) for one in rows)
        if places != len(rows):
            parts.append(self.tr("{0} 行 · {1} 处").format(len(rows), places))
        if self._chattering:
            parts.append(self.tr("反复跳变 {0} 点，列入检修").format(self._chattering))
        return " · ".join(parts)
