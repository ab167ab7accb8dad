"""One line to give an order: what, by when, to whom; it keeps what was typed until the order is given."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from data.model.situation import Situation
from data.model.task import Task
from data.rules.contacts import leader_of
from views import contact_words
from views.keeping_form import KeepingForm
from views.parts import button
from widgets.steady_inputs import SteadySpin
from widgets.theme import Theme

LONGEST_MIN = 7 * 1440
DESK_ORDER_ROLE = "R07"
"""Post of an order to somebody without one: the emergency repair team takes what the plan does not foresee."""


class OrderLine(KeepingForm):
    """The line. Signals: ordered(Task) when it is given, closed() when it is put away."""

    ordered = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._to = ""
        self._grids: tuple[str, ...] = ()
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("做什么，如：到 26 坝查看根石并回报"))
        self.title.setAccessibleName(self.tr("指令内容"))
        self.title.setMaxLength(120)
        self.limit = SteadySpin()
        self.limit.setRange(5, LONGEST_MIN)
        self.limit.setSingleStep(5)
        self.limit.setValue(60)
        self.limit.setSuffix(self.tr(" 分钟内"))
        self.limit.setAccessibleName(self.tr("时限"))
        self.give = button("", "primary", self.tr("下达指令（回车）"))
        self.back = button(self.tr("收起"), "quiet", self.tr("收起，已填内容保留（Esc）"))
        self._words = QLabel(self.tr("下令"))
        self._words.setProperty("tone", "muted")
        self._row = QHBoxLayout(self)
        for widget in (self._words, self.title, self.limit, self.give, self.back):
            self._row.addWidget(widget, 1 if widget is self.title else 0)
        self.title.textChanged.connect(self._look)
        self.title.returnPressed.connect(self._give)
        self.give.clicked.connect(self._give)
        self.back.clicked.connect(self.closed)
        self.set_theme(theme)
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        self._row.setSpacing(theme.px(8))
        self.title.setMinimumWidth(theme.px(120))

    def open_for(self, now: Situation, to: str, grids: tuple[str, ...] = ()) -> None:
        """Give an order to a person or squad; what was typed before stays."""
        self._now, self._to, self._grids = now, to, grids
        self._look()
        self.title.setFocus()

    def clear(self) -> None:
        """The order was given."""
        self.title.clear()
        self.limit.setValue(60)

    def escape(self) -> None:
        """Esc puts the line away."""
        self.closed.emit()

    def _look(self) -> None:
        name = "" if self._now is None or not self._to else contact_words.name_of(self._now, self._to)
        self.give.setText(self.tr("下令给{0}").format(name) if name else self.tr("下令"))
        self.give.setEnabled(bool(name and self.title.text().strip()))

    def _give(self) -> None:
        now, title = self._now, self.title.text().strip()
        if now is None or not self._to or not title:
            return
        staff = now.registers.staff.get(self._to) or leader_of(now, self._to)
        role = DESK_ORDER_ROLE if staff is None or self._to in now.registers.squads.by_id else staff.role
        self.ordered.emit(
            Task(
                id=f"order/{uuid4().hex[:12]}",
                title=title,
                role=role,
                raised_at=now.at,
                flow_m3s=now.flow_m3s or 0.0,
                priority=1,
                deadline_min=self.limit.value(),
                assignee=self._to,
                grids=self._grids,
            )
        )
