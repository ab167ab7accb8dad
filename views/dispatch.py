"""快捷调度: who is in question for what is selected, one click to call, order or push, and who has not answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.dispatch import PushState
from data.model.situation import Situation, Touched
from data.model.steps import TaskOrdered
from data.model.task import Task
from data.rules.contacts import contact, people_to_call
from data.rules.nearest import point_of
from views import contact_words, dispatch_rows
from views.dispatch_order import OrderLine
from views.dispatch_rows import Candidate, PushRow
from views.pane import Pane, Selection
from views.parts import button
from views.sheet_pane import upright_rule
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Theme, retheme

_FROM_REPORTS = frozenset({"report", "incident"})
"""What can be selected that lies where a report says."""


class DispatchPanel(Pane):
    """The panel at the bottom left.

    Signals:
        call_requested: ids of people and squads to call one after another, and what about (push, task or report id).
        video_requested: ids to call by video, and what about ("kind/id").
        push_requested: ids to write a push to (may be empty: choose in the sheet).
        board_requested: id of the push whose receipts to open.
        muster_requested: ids for a roll-call (may be empty).
        watch_requested: id of a team for a welfare timer (may be empty).

    """

    call_requested = Signal(list, str)
    video_requested = Signal(list, str)
    push_requested = Signal(list)
    board_requested = Signal(str)
    muster_requested = Signal(list)
    watch_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.DISPATCH | Touched.TASKS | Touched.REPORTS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the panel."""
        super().__init__(theme, parent)
        self._gathered: tuple[str, ...] = ()
        self._shown_for: Selection | None = None
        self._ids: tuple[str, ...] = ()
        self._answering = 0
        self._own: Selection | None = None
        self._from_somewhere = False
        self._given = ""
        self.panel = Panel(theme, self.tr("快捷调度"))
        self.panel.set_detach_words(self.tr("移到另一块屏幕"))
        self.model: RowsModel[Candidate] = RowsModel(dispatch_rows.candidate_columns(), lambda row: row.id)
        self.table = DataTable(theme, self.model)
        self.push_model: RowsModel[PushRow] = RowsModel(dispatch_rows.push_columns(), lambda row: row.id)
        self.pushes = DataTable(theme, self.push_model)
        self.pushes.set_empty_words(self.tr("还没有推送。选好人员或直接按 Ctrl+P 写一条。"))
        self.order = OrderLine(theme)
        self.group_call = button("", "snap", self.tr("逐个打电话并登记结果（Shift+F4）"))
        self.push = button(self.tr("推送…"), "snap", self.tr("给所选人员写推送（Ctrl+P）"))
        self.video = button(self.tr("视频"), "snap", self.tr("视频呼叫所选的人；手机不在线的转电话（F5）"))
        self.muster = button(self.tr("点名"), "snap", self.tr("给所选的人和队伍点名（F3）"))
        self.watch = button(self.tr("计时"), "snap", self.tr("给所选的队伍开平安计时（Shift+F3）"))
        self.clear_gathered = button(self.tr("放下圈选"), "quiet", self.tr("回到随所选对象显示"))
        self._arrange()
        self._wire()
        for table in (self.table, self.pushes):
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.order.hide()
        self.draw_theme(theme)

    def _arrange(self) -> None:
        self._buttons = QHBoxLayout()
        for one in (self.group_call, self.video, self.muster, self.watch, self.push):
            self._buttons.addWidget(one)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.clear_gathered)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(self._buttons)
        right.addWidget(self.pushes, 1)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.table, 1)
        sides.addWidget(upright_rule())
        sides.addWidget(self._right)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(sides, 1)
        column.addWidget(self.order)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda row_id: self.call_requested.emit([str(row_id)], self._matter()))
        self.table.clicked.connect(self._clicked)
        self.pushes.clicked.connect(self._clicked_push)
        self.pushes.opened.connect(lambda row_id: self.board_requested.emit(str(row_id)))
        self.order.ordered.connect(self._ordered)
        self.order.closed.connect(self._close_order)
        self.group_call.clicked.connect(self._call_group)
        self.push.clicked.connect(self._write_push)
        self.video.clicked.connect(self._call_by_video)
        self.muster.clicked.connect(lambda: self.muster_requested.emit(self._picked()))
        self.watch.clicked.connect(self._start_watch)
        self.clear_gathered.clicked.connect(lambda: self.show_gathered([]))
        self._action("F4", self._call_chosen)
        self._action("Shift+F4", self._call_group)
        self._action("F5", self._call_by_video)
        self._action("F6", self._order_chosen)
        self._action("Ctrl+P", self._write_push)

    def _action(self, key: str, act: Callable[[], None]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(act)
        self.addAction(action)

    # what the owner says

    def show_gathered(self, ids: Sequence[str]) -> None:
        """Show people and squads gathered on the map; an empty list follows the selection again."""
        self._gathered = tuple(ids)
        if self.now is not None:
            self._fill(self.now)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what was touched; reports matter only to who stands around one of them."""
        if touched == Touched.REPORTS and (self._shown_for is None or self._shown_for.kind not in _FROM_REPORTS):
            return
        if touched & (Touched.DISPATCH | Touched.REGISTERS):
            self.pushes.set_rows(dispatch_rows.push_rows(now))
        if self._given and self._given in now.tasks:
            self._given = ""
            self.order.clear()
            self._close_order()
        self._fill(now)

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Bring the ages of the last contacts up to date."""
        if self.now is not None:
            self._renew(self.now)

    def draw_selection(self, selection: Selection | None) -> None:
        """Show who is in question for what is selected; a row picked here keeps the list as it is."""
        if self.now is None:
            return
        if selection is not None and selection == self._own:
            return
        self._own = None
        self._gathered = ()
        self._fill(self.now)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)
        self._buttons.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        self._buttons.setSpacing(theme.px(8))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pushes their part of the width, and drop the least needed columns where it is narrow."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        px = self.theme.px
        self._right.setFixedWidth(min(px(460), max(px(340), self.width() * 2 // 5)))
        self.pushes.set_hidden_columns(("delivered",) if self._right.width() < px(400) else ())
        room = self.width() - self._right.width()
        spare = [key for key, least in (("phone", 660), ("heard", 540)) if room < px(least)]
        if not self._from_somewhere:
            spare.append("metres")
        self.table.set_hidden_columns(spare)

    def _fill(self, now: Situation) -> None:
        if self._own is None:
            self._shown_for = None if self._gathered else self.selection
        before = self._ids
        self._ids, self._answering = dispatch_rows.in_question(now, self._shown_for, self._gathered)
        self.table.set_empty_words(
            self.tr("还没有队伍。导入队伍台账，或在地图上圈选，或按 Ctrl+K 找人。")
            if self._shown_for is None
            else self.tr("没有登记的责任人，附近也没有可调度的队伍")
        )
        self._renew(now)
        if self._ids != before:
            self.table.scrollToTop()
        self.clear_gathered.setVisible(bool(self._gathered))
        self._say(now)

    def _renew(self, now: Situation) -> None:
        point = None if self._shown_for is None else point_of(now, self._shown_for.kind, self._shown_for.id)
        if self._from_somewhere is not (point is not None):
            self._from_somewhere = point is not None
            self._share()
        rows = dispatch_rows.candidates(now, self._ids, self._answering, point, self.time or now.at)
        if rows != list(self.model.rows()):
            self.table.set_rows(rows)

    def _say(self, now: Situation) -> None:
        rows = self.model.rows()
        squads = [row for row in rows if row.strength is not None]
        gaps = sum(row.strength is not None and not row.strength.complete for row in squads)
        if self._gathered:
            words = self.tr("圈选 {0} 人/队").format(len(rows))
        elif self._shown_for is None:
            words = self.tr("全部 {0} 支队伍 · 缺编 {1} 支").format(len(squads), gaps)
        else:
            words = self.tr("选中：{0} · 附近 {1} 支队伍").format(
                contact_words.thing(now, self._shown_for), len(squads)
            )
        self.panel.set_summary(self.tr("{0} · Ctrl+K 找人").format(words))
        self._count_chosen()

    # what was asked

    def _targets(self) -> list[str]:
        """The chosen rows, or all of them when fewer than two are chosen."""
        chosen = [str(row_id) for row_id in self.table.chosen_ids()]
        return chosen if len(chosen) > 1 else [row.id for row in self.model.rows()]

    def _count_chosen(self) -> None:
        count = 0 if self.now is None else len(people_to_call(self.now, self._targets()))
        self.group_call.setText(self.tr("群呼 {0}").format(count))
        self.group_call.setEnabled(count > 0)

    def _chose(self, ids: tuple[str, ...]) -> None:
        self._count_chosen()
        if len(ids) != 1 or self.now is None:
            return
        found = contact(self.now, ids[0])
        if found is not None:
            self._own = Selection(found.register, found.id)
            self.selection_requested.emit(self._own)

    def _clicked(self, index: QModelIndex) -> None:
        row, key = self.model.row(index.row()), self.model.columns[index.column()].key
        if key == "call":
            self.call_requested.emit([row.id], self._matter())
        elif key == "order":
            self._order_to(row.id)

    def _clicked_push(self, index: QModelIndex) -> None:
        row = self.push_model.row(index.row())
        if self.push_model.columns[index.column()].key != "chase" or self.now is None:
            self.selection_requested.emit(Selection("push", row.id))
            return
        push = self.now.pushes[row.id]
        if row.state is PushState.SENT and row.reach.unreached:
            self.call_requested.emit(list(dispatch_rows.unanswered(push)), row.id)
        else:
            self.board_requested.emit(row.id)

    def _matter(self) -> str:
        """What a call from here is about: the task or report selected, if any."""
        shown = self._shown_for
        return shown.id if shown is not None and shown.kind in ("task", "report", "push") else ""

    def _call_chosen(self) -> None:
        chosen = [str(row_id) for row_id in self.table.chosen_ids()]
        if chosen:
            self.call_requested.emit(chosen, self._matter())

    def _call_group(self) -> None:
        if self._targets():
            self.call_requested.emit(self._targets(), self._matter())

    def _write_push(self) -> None:
        """Write to whom was picked out."""
        self.push_requested.emit(self._picked())

    def _picked(self) -> list[str]:
        """Rows chosen, people gathered, or those in question for the selected thing."""
        picked = self.table.chosen_ids() or self._gathered or (self._ids if self._shown_for is not None else ())
        return [str(row_id) for row_id in picked]

    def _call_by_video(self) -> None:
        """Call the chosen rows, or whoever answers for the selected thing."""
        chosen = [str(row_id) for row_id in self.table.chosen_ids()] or list(self._gathered or self._ids[:1])
        shown = self._shown_for
        if chosen:
            self.video_requested.emit(chosen, "" if shown is None else f"{shown.kind}/{shown.id}")

    def _start_watch(self) -> None:
        chosen = self.table.chosen_ids()
        self.watch_requested.emit(str(chosen[0]) if chosen else "")

    def _order_chosen(self) -> None:
        chosen = self.table.chosen_ids()
        if chosen:
            self._order_to(str(chosen[0]))

    def _order_to(self, row_id: str) -> None:
        if self.now is None or row_id not in {*self.now.registers.staff.by_id, *self.now.registers.squads.by_id}:
            self.message_requested.emit(self.tr("只能给网格人员或队伍下令；可打电话通知本人"))
            return
        shown = self._shown_for
        grids = (shown.id,) if shown is not None and shown.kind == "grids" else ()
        self.order.show()
        self.order.open_for(self.now, row_id, grids)

    def _ordered(self, task: Task) -> None:
        self._given = task.id
        self.step_requested.emit(TaskOrdered(task), "")

    def _close_order(self) -> None:
        self.order.hide()
        self.table.setFocus()
