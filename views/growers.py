"""滩区种植户: growers by class, how many the water reaches at this flow, who has not left; list and card."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from data.model.countdown import ClockState
from data.model.people import Whereabouts
from data.model.places import Bench
from data.model.situation import Situation, Touched
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from views import clock_rows, clock_words, hand_guard, people_rows, words
from views.grower_classes import BY, Calls, Class, class_line, classes, urgency
from views.low_stack import LowStack
from views.page_keys import is_escape, takes_escape
from views.pane import Pane, Selection
from views.people_list import PeopleList
from views.people_rows import GROWERS, Someone
from views.person_card import PersonCard
from views.resting import LIST_MS, Resting
from widgets.chips import Chip, Chips
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.line_list import LineList
from widgets.panel import Panel
from widgets.theme import Size, Theme, retheme

ROOMY = 220
"""Height in px at scale 1 from which a class has two lines."""


class GrowerPanel(Pane):
    """Classes, then the list of a class, then a card: three pages with a way back.

    Signals:
        call_requested: ids of people to call.
        video_requested: ids to call by video, and about whom.

    """

    call_requested = Signal(tuple)
    video_requested = Signal(list, str)

    heeds: ClassVar[Touched] = Touched.PEOPLE | Touched.REGISTERS | Touched.RIVER | Touched.LEVEL

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(theme, parent)
        self._by = BY[0]
        self._classes: tuple[Class, ...] = ()
        self._class = ""
        self._live = Exposure(0.0)
        self._listed: Exposure | None = None
        self._whatif = False
        self._calls: Calls = {}
        self._counts: dict[ClockState, int] = {}
        self._dry: frozenset[str] = frozenset()
        self._urgent_of: dict[str, tuple[str, str]] = {}
        self._clocked: Reckoning | None = None  # the one the list was drawn with
        self._ranks: dict[str, int] = {}
        self._base: tuple[tuple[object, ...], list[Someone]] = ((), [])
        self._minute = 0
        self._handled: Selection | None = None
        self._later = Resting(lambda: self._draw_list(self._exposed()), self, LIST_MS)
        self.panel = Panel(theme, self.tr("滩区种植户"), icon="plot", parent=self)
        self.by = Chips(theme)
        self.classes = LineList(theme, bars=True)
        self.classes.set_empty_words(self.tr("没有种植户台账，请在“系统”中导入"))
        self.classes.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.by.set_chips([Chip(key, text) for key, text in self._by_words().items()])
        self.by.choose([self._by])
        self.people = PeopleList(theme, GROWERS)
        self.people.list.set_empty_words(self.tr("这一类没有种植户"))
        self.back = QToolButton(self)
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(self.tr("返回分类（Esc）"))
        self.where = InkLabel(theme, size=Size.BASE, bold=True)
        self.card = PersonCard(theme)
        self.summary = InkLabel(theme, role="text.muted", size=Size.SMALL, hug=True)
        self.panel.add_header_widget(self.summary)
        self.pages = LowStack(QSize(theme.px(200), theme.px(96)), self)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        self._class_page, self._list_page = QWidget(), QWidget()
        first = QVBoxLayout(self._class_page)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(0)
        framed = QHBoxLayout()
        framed.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        framed.addWidget(self.by)
        first.addLayout(framed)
        first.addWidget(self.classes, 1)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(4), theme.px(12), theme.px(4))
        head.setSpacing(theme.px(6))
        head.addWidget(self.back)
        head.addWidget(self.where, 1)
        second = QVBoxLayout(self._list_page)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(0)
        second.addLayout(head)
        second.addWidget(self.people, 1)
        for page in (self._class_page, self._list_page, self.card):
            self.pages.addWidget(page)
        self.panel.set_body(self.pages)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)
        self.setFocusProxy(self.classes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low panel has its classes in one line each."""
        super().resizeEvent(event)
        if self.now is not None and self.pages.currentWidget() is self._class_page:
            self._draw_classes(self._exposed().flow_m3s)

    def event(self, event: QEvent) -> bool:
        """Esc leads from a list back to the classes."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and self.pages.currentWidget() is self._list_page and takes_escape(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_escape(event) and self.pages.currentWidget() is self._list_page:
            self._to_classes()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.by.chosen.connect(self._choose_by)
        self.classes.picked.connect(self._open_class)
        self.classes.opened.connect(self._open_class)
        self.back.clicked.connect(self._to_classes)
        self.people.chosen.connect(self._on_chosen)
        self.people.opened.connect(self._open_card)
        self.people.rested.connect(self._later.ask)
        self.people.step_requested.connect(lambda body: self.step_requested.emit(body, ""))
        self.card.closed.connect(self._close_card)
        self.card.call_requested.connect(self.call_requested)
        self.card.video_requested.connect(self.video_requested)
        self.card.step_requested.connect(self.step_requested)
        self.card.selection_requested.connect(self.selection_requested)
        self.card.place_requested.connect(self.place_requested)

    # what the desk shows

    def show_situation(self, now: Situation, touched: Touched) -> None:
        super().show_situation(now, touched)
        self.card.show_situation(now, touched)

    def show_preview(self, preview: Preview | None) -> None:
        super().show_preview(preview)
        self.card.show_preview(preview)

    def show_reckoning(self, reckoning: Reckoning | None) -> None:
        super().show_reckoning(reckoning)
        self.card.show_reckoning(reckoning)

    def show_time(self, time: datetime) -> None:
        super().show_time(time)
        self.card.show_time(time)

    def draw(self, now: Situation, touched: Touched) -> None:
        del touched
        self._live = exposure(now, flow_at_stake(now))
        self._classes = classes(now, self._by)
        self._urgent_of.clear()
        self._listed = None
        self._draw_at()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        del now
        if (preview is None) is self._whatif:
            self._whatif = preview is not None
            self._listed = None
        self._draw_at()

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        del now
        self._calls = {} if reckoning is None else reckoning.countdown.calls(GROWERS)
        self._counts = clock_words.tally(state for state, _ in self._calls.values())
        self._dry = frozenset(one for one, (state, _) in self._calls.items() if state is ClockState.NOT_EXPOSED)
        self._urgent_of.clear()
        self._draw_at()

    def draw_time(self, time: datetime) -> None:
        minute = int(time.timestamp()) // 60
        if minute != self._minute and self.reckoning is not None:
            self._clocked = None
            self._urgent_of.clear()
            self._draw_at()
        self._minute = minute

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is None or selection == self._handled:
            return
        self._handled = selection
        if selection.kind == GROWERS:
            self._open_card(selection.id)
        elif selection.kind == "plots" and self.now is not None:
            plot = self.now.registers.plots.get(selection.id)
            if plot is not None:
                self._open_card(plot.grower)

    def draw_theme(self, theme: Theme) -> None:
        retheme(self.panel, theme)
        self.back.setIcon(IconSet(theme).icon("back"))
        self.card.show_theme(theme)

    # filling

    def _exposed(self) -> Exposure:
        return self.preview.exposed if self.preview is not None else self._live

    def _draw_at(self) -> None:
        exposed = self._exposed()
        self._summarise(exposed)
        if self.pages.currentWidget() is self._class_page:
            self._draw_classes(exposed.flow_m3s)
        elif self.pages.currentWidget() is self._list_page:
            if self._listed is None:
                self._draw_list(exposed)
            elif self._listed.growers != exposed.growers or self._clocked is not self.reckoning:
                self._later.ask()

    def _draw_classes(self, flow_m3s: float) -> None:
        largest = max((one.area_mu for one in self._classes), default=0.0)
        tall = self.height() >= self.theme.px(ROOMY)
        lines = [
            class_line(one, self._title(one.key), flow_m3s, largest, tall=tall, urgent=self._urgency(one))
            for one in self._classes
        ]
        self.classes.set_lines(lines, tall=tall)

    def _urgency(self, one: Class) -> tuple[str, str] | None:
        """What the clock says of a class; the same at every flow until the clock itself is reckoned anew."""
        if self.reckoning is None:
            return None
        if one.key not in self._urgent_of:
            self._urgent_of[one.key] = urgency(one, self._calls, clock_rows.said_at(self.reckoning, self.time))
        return self._urgent_of[one.key]

    def _draw_list(self, exposed: Exposure) -> None:
        self._later.drop()
        if self.now is None:
            return
        self._listed, self._clocked = exposed, self.reckoning
        basis = (self.now.registers, self.now.whereabouts, exposed.growers, self._by, self._class)
        if basis != self._base[0]:
            self._base = (basis, self._members(self.now, exposed))
        clocks = clock_rows.clocks_of(self.reckoning, GROWERS, self.time, self.now)
        order = {} if clocks is None else clocks.order()
        self._ranks = hand_guard.ranks(order, self._ranks, held=self.people.hand.busy)
        rows = clock_rows.clocked(self._base[1], clocks, self._ranks)
        self.people.show_people(self.now, rows, locked=self.preview is not None, clocks=clocks)
        said = self.tr("{0}  {1} 户").format(self._title(self._class), len(rows))
        self.where.set_text(said)

    def _members(self, now: Situation, exposed: Exposure) -> list[Someone]:
        """The class that is open, who is in danger first."""
        chosen = next((one for one in self._classes if one.key == self._class), None)
        rows = people_rows.rows_of(now, GROWERS, chosen.growers, exposed) if chosen is not None else []
        return sorted(rows, key=people_rows.need_order)

    def _summarise(self, exposed: Exposure) -> None:
        total = len(self.now.registers.growers) if self.now is not None else 0
        if self._calls:
            self._summarise_clock(exposed)
            return
        if not exposed.growers:
            self.summary.set_text(self.tr("{0} 户 · 均不上水").format(total) if total else "", "text.muted")
            return
        role = "realm.whatif" if self.preview is not None else "state.urgent" if exposed.not_left else "text.muted"
        self.summary.set_text(
            self.tr("上水 {0}/{1} 户 · 未撤 {2}").format(len(exposed.growers), total, exposed.not_left),
            role,
        )

    def _summarise_clock(self, exposed: Exposure) -> None:
        counts, doubtful = self._counts, len(self._dry & exposed.growers)
        nobody = self.tr("{0} 户 · 均不上水").format(len(self._calls))
        said, role = clock_words.headline(counts, doubtful, nobody)
        whatif = self._whatif_clock() and any(counts[state] for state in clock_words.CALLED)
        self.summary.set_text(said, "realm.whatif" if whatif else role)

    def _whatif_clock(self) -> bool:
        return self.reckoning is not None and self.reckoning.whatif

    def _by_words(self) -> dict[str, str]:
        return {
            "bench": self.tr("滩别"),
            "crop": self.tr("作物"),
            "kind": self.tr("主体"),
            "where": self.tr("状态"),
        }

    def _title(self, key: str) -> str:
        if self._by == "bench":
            return words.bench(Bench(key))
        if self._by == "where":
            return words.whereabouts(Whereabouts(key))
        return key

    # what the operator does

    def _choose_by(self, keys: tuple[str, ...]) -> None:
        self._by = keys[0]
        if self.now is not None:
            self._classes = classes(self.now, self._by)
            self._urgent_of.clear()
            self._draw_at()

    def _open_class(self, key: str) -> None:
        self._class = key
        self._listed = None
        self.pages.setCurrentWidget(self._list_page)
        self._draw_at()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_classes(self) -> None:
        self.pages.setCurrentWidget(self._class_page)
        self._draw_at()
        self.classes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._handled = Selection(GROWERS, ids[0])
            self.selection_requested.emit(self._handled)

    def _open_card(self, row_id: str) -> None:
        self.card.show_person(Selection(GROWERS, row_id))
        self.pages.setCurrentWidget(self.card)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_card(self) -> None:
        if self._class:
            self._open_class(self._class)
        else:
            self._to_classes()
