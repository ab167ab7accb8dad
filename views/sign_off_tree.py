"""The list of a sign-off: orders by role with a tick for each group, then what is withdrawn and what replaces it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from data.model.situation import Situation
from data.model.task import Task
from data.rules.plan import Change, Entry
from views import phrases, step_words, warning_words, words
from views.sign_off_draft import Draft, assignee_of
from widgets.theme import Size, Theme

_ID = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1


class SignOffTree(QTreeWidget):
    """Orders and withdrawals. Signals: left_out_changed(frozenset of roles), row_chosen(instruction id or "")."""

    left_out_changed = Signal(object)
    row_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = False
        self._shown: object = None
        self.setColumnCount(4)
        self.setHeaderLabels([self.tr("岗位 / 任务"), self.tr("变化"), self.tr("时限"), self.tr("受领人")])
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._ticked)
        self.currentItemChanged.connect(lambda item, _: self.row_chosen.emit(self._order_id(item)))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme
        self._shown = None
        self.setFont(theme.font(Size.BASE))
        self.header().setFont(theme.font(Size.SMALL))
        for column, wide in ((1, 80), (2, 80), (3, 108)):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, theme.px(wide))

    def show_draft(self, now: Situation, draft: Draft, chosen: Mapping[str, str]) -> None:
        """Show a draft; nothing is rebuilt when it reads the same."""
        ids = tuple((e.instruction.id, assignee_of(now, e.instruction, chosen)) for _, g in draft.groups for e in g)
        key = (ids, tuple((t.id, r) for t, r in draft.withdraw + draft.kept), draft.left_out)
        if key == self._shown:
            return
        self._shown = key
        current = self._order_id(self.currentItem())
        folded = {item.data(0, _ID) for item in self._tops() if not item.isExpanded()}
        self._drawing = True
        self.clear()
        for role, entries in draft.groups:
            self._add_group(now, role, entries, chosen, ticked=role not in draft.left_out)
        if draft.withdraw:
            self._add_endings(now, self.tr("撤销 {0} 项").format(len(draft.withdraw)), draft.withdraw)
        if draft.kept:
            title = self.tr("保留 {0} 项（替代它的任务暂不下达）").format(len(draft.kept))
            self._add_endings(now, title, draft.kept)
        for item in self._tops():
            item.setExpanded(item.data(0, _ID) not in folded)
        self._drawing = False
        self._choose(current)

    def roles_left_out(self) -> frozenset[str]:
        """Roles whose tick is off."""
        return frozenset(
            str(item.data(0, _ID))
            for item in self._tops()
            if item.data(0, _KIND) == "role" and item.checkState(0) is Qt.CheckState.Unchecked
        )

    def tick(self, role: str, *, on: bool) -> None:
        """Set the tick of a role, as by hand."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        next(item for item in self._tops() if item.data(0, _ID) == role).setCheckState(0, state)

    def _tops(self) -> list[QTreeWidgetItem]:
        return [item for i in range(self.topLevelItemCount()) if (item := self.topLevelItem(i)) is not None]

    def _add_group(
        self, now: Situation, role: str, entries: tuple[Entry, ...], chosen: Mapping[str, str], *, ticked: bool
    ) -> None:
        vacant = sum(not assignee_of(now, entry.instruction, chosen) for entry in entries)
        name = self.tr("{0} · {1} 项").format(warning_words.role_name(now, role), len(entries))
        group = QTreeWidgetItem(self, [name, "" if ticked else self.tr("暂不下达"), "", self._vacant(vacant)])
        group.setData(0, _ID, role)
        group.setData(0, _KIND, "role")
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        group.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        group.setFont(0, self._theme.font(Size.BASE, bold=True))
        if vacant:
            group.setForeground(3, self._theme.ink("state.urgent"))
        for entry in entries:
            self._add_order(now, group, entry, assignee_of(now, entry.instruction, chosen), ticked=ticked)

    def _vacant(self, count: int) -> str:
        return self.tr("▲ 空缺 {0}").format(count) if count else ""

    def _add_order(self, now: Situation, group: QTreeWidgetItem, entry: Entry, person: str, *, ticked: bool) -> None:
        row = entry.instruction
        change = self.tr("新增") if entry.change is Change.NEW else self.tr("变更")
        who = step_words.who(now, person) if person else self.tr("▲ 空缺")
        power = "" if row.power == "本级" else f"[{phrases.registered(row.power)}] "
        item = QTreeWidgetItem(
            group, [power + phrases.plan_title(row), change, self.tr("{0} 分钟").format(row.deadline_min), who]
        )
        item.setData(0, _ID, row.id)
        item.setData(0, _KIND, "order")
        replaced = phrases.listed(
            phrases.plan_title(now.plan.by_id[old]) for old in entry.replaces if old in now.plan.by_id
        )
        note = self.tr("替代：{0}").format(replaced) if replaced else ""
        item.setToolTip(0, "\n".join(part for part in (row.text, note, f"{row.id} · {row.basis}") if part))
        item.setForeground(1, self._theme.ink("state.new" if entry.change is Change.NEW else "text.secondary"))
        if not person:
            item.setForeground(3, self._theme.ink("state.urgent"))
        if not ticked:
            for column in range(4):
                item.setForeground(column, self._theme.role("text.disabled"))

    def _add_endings(self, now: Situation, title: str, pairs: tuple[tuple[Task, str], ...]) -> None:
        group = QTreeWidgetItem(self, [title])
        group.setData(0, _ID, "endings")
        group.setData(0, _KIND, "endings")
        group.setFont(0, self._theme.font(Size.BASE, bold=True))
        for task, newer in pairs:
            row = now.plan.by_id.get(newer)
            why = self.tr("由“{0}”替代").format(phrases.plan_title(row)) if row is not None else self.tr("本级不再要求")
            person = step_words.who(now, task.assignee) if task.assignee else words.DASH
            title = phrases.task_title(task, now.plan)
            item = QTreeWidgetItem(group, [f"{title} — {why}", words.task_state(task.state), "", person])
            item.setToolTip(0, f"{title}\n{why}")
            item.setForeground(0, self._theme.role("text.secondary"))

    def _order_id(self, item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, _ID)) if item is not None and item.data(0, _KIND) == "order" else ""

    def _choose(self, row_id: str) -> None:
        for group in self._tops():
            for i in range(group.childCount()):
                child = group.child(i)
                if row_id and child is not None and child.data(0, _ID) == row_id:
                    self.setCurrentItem(child)
                    return

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._drawing and column == 0 and item.data(0, _KIND) == "role":
            self.left_out_changed.emit(self.roles_left_out())
