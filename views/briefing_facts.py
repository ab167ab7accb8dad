"""The left column of a briefing: the picture as it was frozen, and what has changed live since then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.frozen import Frozen, Topic
from data.model.office import Briefing
from data.model.situation import Situation
from data.rules.briefing import Changed, changes, facts
from views import briefing_rows, words
from views.briefing_curve import FrozenCurve
from views.pane import Selection
from widgets.chips import Chip, Chips
from widgets.ink_label import InkLabel
from widgets.line_list import LineList
from widgets.panel import Panel
from widgets.theme import Size, Theme

ALL, SINCE = "all", "since"
ROOM_FOR_CURVE = 640
_LEADS = {Topic.RIVER: "stations", Topic.TASKS: "task", Topic.INCIDENTS: "incident"}


class FactsColumn(QWidget):
    """Facts in lines under headings that fold.

    Signal picked(Selection): the object behind a line.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._theme = theme
        self._frozen: Frozen | None = None
        self._live: Frozen | None = None
        self._changed: Mapping[str, Changed] = MappingProxyType({})
        self._folded: frozenset[str] = frozenset()
        self.panel = Panel(theme, self.tr("冻结的情况"), detachable=False, icon="lock")
        self.stamp = InkLabel(theme, size=Size.SMALL, role="text.secondary")
        self.filter = Chips(theme)
        self.curve = FrozenCurve(theme)
        self.list = LineList(theme)
        self.list.setAccessibleName(self.tr("冻结的情况"))
        self.list.set_empty_words(self.tr("正在取回当时的情况…"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(12), theme.px(6), 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self.stamp, self.curve, self.filter):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)
        self.filter.chosen.connect(lambda _: self._fill())
        self.list.toggled.connect(self._fold)
        self.list.picked.connect(self._pick)
        self._chips()

    def show_frozen(self, frozen: Frozen | None) -> None:
        """Show a frozen picture; None while it is being fetched."""
        self._frozen = frozen
        self.curve.show_frozen(frozen)
        self._compare()

    def show_live(self, now: Situation | None, at: datetime) -> None:
        """Compare with what is live now; None: the briefing is over, nothing is compared any more."""
        self._live = None if now is None or self._frozen is None else facts(now, at)
        self.curve.show_since(now)
        self._compare()

    def show_stamp(self, briefing: Briefing, at: datetime | None) -> None:
        """Say when it was frozen, after which step, and how long ago."""
        ago = "" if at is None or briefing.closed_at is not None else words.age(briefing.frozen_at, at)
        said = self.tr("冻结于 {0} · 第 {1} 步").format(words.full_time(briefing.frozen_at), f"{briefing.frozen_seq:,}")
        self.stamp.set_text(said)
        self.panel.set_summary(ago)

    @property
    def changed(self) -> int:
        """How many facts have changed since."""
        return len(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the lines come first."""
        super().resizeEvent(event)
        self.curve.setVisible(self.height() > self._theme.px(ROOM_FOR_CURVE))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme

    def _compare(self) -> None:
        both = self._frozen is not None and self._live is not None
        self._changed = (
            changes(self._frozen, self._live) if both and self._frozen and self._live else MappingProxyType({})
        )
        self._chips()
        self._fill()

    def _chips(self) -> None:
        count = 0 if self._frozen is None else len(self._frozen.facts)
        # of a briefing that is over nothing is compared: that is no nought
        since = len(self._changed) if self._live is not None else None
        self.filter.set_chips([Chip(ALL, self.tr("全部"), count), Chip(SINCE, self.tr("冻结后变化"), since)])

    def _fill(self) -> None:
        if self._frozen is None:
            self.list.set_lines([])
            return
        only = SINCE in self.filter.chosen_keys()
        over = self.tr("会商已结束，不再比较") if self._live is None else self.tr("冻结后没有变化")
        self.list.set_empty_words(over if only else self.tr("正在取回当时的情况…"))
        live = self._live.now if self._live is not None else self._frozen.now
        self.list.set_lines(briefing_rows.lines(self._frozen, self._changed, live, self._folded, only_changed=only))

    def _fold(self, topic: object) -> None:
        key = str(topic)
        self._folded = self._folded - {key} if key in self._folded else self._folded | {key}
        self._fill()

    def _pick(self, key: object) -> None:
        topic, _, identity = str(key).partition("/")
        kind = _LEADS.get(Topic(topic))
        if kind is not None and identity not in ("all", "none", "more"):
            self.picked.emit(Selection(kind, identity))
