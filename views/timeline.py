"""时间线: what has just happened, newest first; every line leads to its object."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from data.model.drill_steps import InjectMarked
from data.model.situation import Situation, Touched
from data.model.steps import Realm, Step
from views import timeline_rows
from views.pane import Pane
from views.timeline_rows import Entry, Row
from widgets.chips import Chips
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Theme, retheme

MOST = 2_000
_GATHER_MS = 40
_REST_MS = 400
"""Steps that come by the hundred are shown a few times a second: drawing the lines again costs more than they say."""
_LEAST_FOR_CHIPS = 168


class TimelinePanel(Pane):
    """The panel at the bottom right. It is shown steps; what they mean is read from the situation.

    Signals:
        replay_requested: key of the step from which to look back.

    """

    replay_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(theme, parent)
        self._entries: deque[Entry] = deque(maxlen=MOST)
        self._fresh: list[Step] = []
        self._unfolded: set[str] = set()
        self._today = ""
        self._loading = True
        self._chips_wanted: bool | None = None
        self.panel = Panel(theme, self.tr("时间线"))
        self.panel.set_detach_words(self.tr("移到另一块屏幕"))
        self.search = SearchField(theme, self.tr("查找"))
        self.filter = Chips(theme, exclusive=False)
        self.filter.set_chips(timeline_rows.group_chips())
        self.model: RowsModel[Row] = RowsModel(timeline_rows.columns(), lambda row: row.id)
        self.table = DataTable(theme, self.model)
        self.table.horizontalHeader().hide()
        self._show_filter = QAction(self.tr("按类别筛选"), self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._since = QElapsedTimer()  # since the lines were last drawn
        self._arrange()
        self._wire()
        self.draw_theme(theme)

    def _arrange(self) -> None:
        self.panel.add_header_widget(self.search)
        self.panel.add_action("filter", self._show_filter)
        self._chip_line = QWidget()
        self._chip_row = QHBoxLayout(self._chip_line)
        self._chip_row.addWidget(self.filter, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._chip_line)
        column.addWidget(self.table, 1)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self._later.timeout.connect(self._renew)
        self.filter.chosen.connect(lambda _: self._renew())
        self.search.asked.connect(lambda _: self._renew())
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.clicked.connect(lambda index: self._follow(self.model.row(index.row())))
        self.table.opened.connect(self._open)
        self._show_filter.triggered.connect(self._toggle_chips)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    # what the owner says

    def show_steps(self, steps: Iterable[Step]) -> None:
        """Show the newest steps of the journal, newest first, in place of what was shown."""
        listed = [step for step in steps if not _behind_the_scene(step)][:MOST]
        self._loading = False
        self._entries.clear()
        self._fresh = listed[::-1]
        self._draw_soon()

    def add_step(self, step: Step) -> None:
        """Put a step that has just been taken at the top; over the past it waits in the journal."""
        if self.now is None or self.now.realm is not Realm.REPLAY:
            self.go_on([step])

    def go_on(self, steps: Iterable[Step]) -> None:
        """Put steps at the top, the oldest first: of live, or of the past as it is played."""
        self._loading = False
        self._fresh += (step for step in steps if not _behind_the_scene(step))
        if len(self._fresh) > MOST:
            del self._fresh[: len(self._fresh) - MOST]
        if self.isVisible():
            self._draw_soon()

    def _draw_soon(self) -> None:
        if not self._later.isActive():
            passed = self._since.elapsed() if self._since.isValid() else _REST_MS
            self._later.start(max(_GATHER_MS, _REST_MS - passed))

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - names may have changed
        """Show what has come in."""
        self._renew()

    def draw_time(self, time: datetime) -> None:
        """Say the date of yesterday's lines when a new day begins."""
        if timeline_rows.day_of(time) != self._today:
            self._draw_soon()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)
        px = theme.px
        self._chip_row.setContentsMargins(px(12), px(4), px(8), px(4))
        self.search.setFixedWidth(px(150))
        self.search.setMinimumHeight(px(24))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came in while another workspace was open."""
        super().showEvent(event)
        if self._fresh:
            self._draw_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low panel keeps its room for lines; a narrow one loses who did it."""
        super().resizeEvent(event)
        px = self.theme.px
        tall = self.height() >= px(_LEAST_FOR_CHIPS)
        self._chip_line.setVisible(tall if self._chips_wanted is None else self._chips_wanted)
        self.table.set_hidden_columns(("who",) if self.width() < px(420) else ())

    def _renew(self) -> None:
        now = self.now
        if now is None:
            return
        self._since.start()
        for step in self._fresh:
            self._entries.appendleft(timeline_rows.entry(step, now))
        self._fresh = []
        self._today = timeline_rows.day_of(self.time or now.at)
        groups = frozenset(self.filter.chosen_keys())
        text = self.search.text().strip()
        rows = timeline_rows.rows(self._entries, groups, text, self._unfolded, self._today, older=bool(self._entries))
        if self._loading:
            self.table.set_empty_words(self.tr("正在读取日志…"))
        elif groups or text:
            self.table.set_empty_words(self.tr("没有符合条件的记录；更早的在复盘里查"))
        else:
            self.table.set_empty_words(self.tr("还没有记录"))
        self.table.set_rows(rows)

    # what was asked

    def _follow(self, row: Row) -> None:
        if row.folded:
            self._unfolded ^= {row.id}
            self._renew()
        elif row.id == timeline_rows.OLDER:
            self.workspace_requested.emit("record")
        elif row.leads_to is not None:
            self.selection_requested.emit(row.leads_to)

    def _offer(self, at: QPoint) -> None:
        """Offer what can be done with the line under the pointer."""
        index = self.table.indexAt(at)
        row = self.model.row(index.row()) if index.isValid() else None
        if row is None or not row.time or row.folded:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("从这一步回放")).triggered.connect(lambda: self.replay_requested.emit(row.id))
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _open(self, row_id: object) -> None:
        place = self.model.place_of(str(row_id))
        if place is not None and not self.table.underMouse():  # a double click has already been followed
            self._follow(self.model.row(place))

    def _toggle_chips(self) -> None:
        self._chips_wanted = self._chip_line.isHidden()
        self._chip_line.setVisible(self._chips_wanted)

    def entries(self) -> Sequence[Entry]:
        """What is held, newest first."""
        return tuple(self._entries)


def _behind_the_scene(step: Step) -> bool:
    """Whether a step is exercise control's alone: what an inject lets happen is a step of its own."""
    return isinstance(step.body, InjectMarked)
