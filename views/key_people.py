"""重点关注人员: who needs a knock on the door first; by class, with counts of those who have not answered."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from data.model.countdown import ClockState
from data.model.people import Whereabouts
from data.model.situation import Situation, Touched
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from views import clock_rows, clock_words, hand_guard, people_rows
from views.clock_rows import Clocks
from views.low_stack import LowStack
from views.pane import Pane, Selection
from views.people_list import PeopleList
from views.people_rows import KEYPEOPLE, Someone
from views.person_card import PersonCard
from views.resting import LIST_MS, Resting
from widgets.chips import Chip, Chips
from widgets.ink_label import InkLabel
from widgets.panel import Panel
from widgets.theme import Size, Theme, retheme

DRY = ClockState.NOT_EXPOSED
ROOMY = 360
"""Height in px at scale 1 from which the classes stand as chips; below it they are a combo box."""


class KeyPeoplePanel(Pane):
    """The list of key persons and their cards.

    Signals:
        call_requested: ids of people to call: the contact cadres of the key persons chosen.
        video_requested: ids to call by video, and about whom.

    """

    call_requested = Signal(tuple)
    video_requested = Signal(list, str)

    heeds: ClassVar[Touched] = Touched.PEOPLE | Touched.REGISTERS | Touched.RIVER | Touched.LEVEL

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(theme, parent)
        self._category = ""
        self._live = Exposure(0.0)
        self._shown: Exposure | None = None
        self._locked = False
        self._base: tuple[Someone, ...] = ()
        self._rows: list[Someone] = []
        self._clocks: Clocks | None = None
        self._clocked: Reckoning | None = None
        self._ranks: dict[str, int] = {}
        self._chips: list[Chip] = []
        self._minute = 0
        self._handled: Selection | None = None
        self._later = Resting(self._catch_up_with_flow, self, LIST_MS)
        self.panel = Panel(theme, self.tr("重点关注人员"), icon="person", parent=self)
        self.chips = Chips(theme)
        self.combo = QComboBox(self)
        self.combo.setAccessibleName(self.tr("人员类别"))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.people = PeopleList(theme, KEYPEOPLE, calls=True)
        self.people.list.set_empty_words(self.tr("没有重点关注人员台账，请在“系统”中导入"))
        self.card = PersonCard(theme)
        self.summary = InkLabel(theme, role="text.muted", size=Size.SMALL, hug=True)
        self.panel.add_header_widget(self.summary)
        self.pages = LowStack(QSize(theme.px(200), theme.px(96)), self)
        self._arrange(theme)
        self.chips.chosen.connect(lambda keys: self._choose(keys[0]))
        self.combo.activated.connect(lambda: self._choose(self.combo.currentData()))
        self.people.chosen.connect(self._on_chosen)
        self.people.opened.connect(self._open_card)
        self.people.rested.connect(self._ask_anew)
        self.people.step_requested.connect(lambda body: self.step_requested.emit(body, ""))
        self.people.call_requested.connect(self._call)
        self.card.closed.connect(self._to_list)
        self.card.call_requested.connect(self.call_requested)
        self.card.video_requested.connect(self.video_requested)
        self.card.step_requested.connect(self.step_requested)
        self.card.selection_requested.connect(self.selection_requested)
        self.card.place_requested.connect(self.place_requested)
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        self._list_page = QWidget()
        framed = QVBoxLayout()
        framed.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        framed.addWidget(self.chips)
        framed.addWidget(self.combo)
        box = QVBoxLayout(self._list_page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(framed)
        box.addWidget(self.people, 1)
        for page in (self._list_page, self.card):
            self.pages.addWidget(page)
        self.panel.set_body(self.pages)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)
        self.setFocusProxy(self.people)

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
        self._shown = None
        self._draw_at(now)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        exposed = preview.exposed if preview is not None else self._live
        if self._shown is None or preview is None or not self._locked:
            self._draw_at(now)
        elif self._shown.keypeople != exposed.keypeople:
            self._later.ask()

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        if reckoning is None or self._clocked is None:
            self._draw_at(now)
        elif self._clocked is not reckoning:
            self._later.ask()

    def draw_time(self, time: datetime) -> None:
        minute = int(time.timestamp()) // 60
        if minute != self._minute:
            self._ask_anew()
        self._minute = minute

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is None or selection == self._handled:
            return
        self._handled = selection
        if selection.kind == KEYPEOPLE:
            self.people.choose(selection.id)
            self._open_card(selection.id)

    def draw_theme(self, theme: Theme) -> None:
        retheme(self.panel, theme)
        self.card.show_theme(theme)
        self._choose_switch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_switch()

    # filling

    def _draw_at(self, now: Situation) -> None:
        self._later.drop()
        exposed = self.preview.exposed if self.preview is not None else self._live
        if self._shown is None or self._shown.keypeople != exposed.keypeople:
            self._shown = exposed
            self._base = people_rows.everyone(now, KEYPEOPLE, exposed)
        elif self._clocked is self.reckoning:
            if self._locked != (self.preview is not None):
                self._fill(now)
            return
        self._clocked = self.reckoning
        self._clocks = clock_rows.clocks_of(self.reckoning, KEYPEOPLE, self.time, now)
        order = {} if self._clocks is None else self._clocks.order()
        self._ranks = hand_guard.ranks(order, self._ranks, held=self.people.hand.busy)
        self._rows = clock_rows.clocked(self._base, self._clocks, self._ranks)
        self._show_classes()
        self._fill(now)

    def _ask_anew(self) -> None:
        """Time has passed, or rows may move again: the same clocks are drawn once more."""
        if self.reckoning is not None:
            self._clocked = None
            self._later.ask()

    def _catch_up_with_flow(self) -> None:
        if self.now is not None:
            self._draw_at(self.now)

    def _fill(self, now: Situation) -> None:
        self._locked = self.preview is not None
        rows = [row for row in self._rows if not self._category or row.kind == self._category]
        self.people.show_people(now, rows, locked=self._locked, clocks=self._clocks)
        self.summary.set_text(*self._summary())

    def _summary(self) -> tuple[str, str]:
        if self._clocks is not None:
            counts = self._clocks.tally()
            doubtful = sum(row.exposed and row.clock is not None and row.clock.state is DRY for row in self._rows)
            nobody = self.tr("{0} 人均不受影响").format(len(self._rows))
            said, role = clock_words.headline(counts, doubtful, nobody)
            whatif = self._clocks.reckoning.whatif and any(counts[state] for state in clock_words.CALLED)
            return said, "realm.whatif" if whatif else role
        unanswered = sum(row.unanswered for row in self._rows)
        staying = sum(row.in_danger for row in self._rows)
        total = len(self._rows)
        if not staying:
            return self.tr("{0} 人均不受影响").format(total) if total else "", "text.muted"
        role = "realm.whatif" if self._locked else "state.urgent" if unanswered else "state.attention"
        return self.tr("未撤 {0} · 未叫应 {1}").format(staying, unanswered), role

    def _show_classes(self) -> None:
        counts: dict[str, list[int]] = {}
        for row in self._rows:
            pair = counts.setdefault(row.kind, [0, 0])
            pair[0] += 1
            pair[1] += row.unanswered
        in_order = sorted(counts, key=lambda key: (-counts[key][1], -counts[key][0]))
        chips = [Chip("", self.tr("全部"), len(self._rows))]
        chips += [Chip(key, self.short(key), counts[key][0], counts[key][1]) for key in in_order]
        if chips == self._chips:
            return
        self._chips = chips
        self.chips.set_chips(chips)
        self.chips.choose([self._category])
        self.combo.clear()
        for chip in chips:
            urgent = self.tr("  未叫应 {0}").format(chip.urgent) if chip.urgent else ""
            self.combo.addItem(f"{chip.key or chip.text}  {chip.count}{urgent}", chip.key)
        self.combo.setCurrentIndex(max(0, self.combo.findData(self._category)))

    def short(self, category: str) -> str:
        """A class in few characters; unknown classes keep their name."""
        return {
            "孤寡独居失能老人": self.tr("独居失能"),
            "残疾人": self.tr("残疾"),
            "孕产妇婴幼儿留守儿童": self.tr("妇幼"),
            "慢病重症精神障碍": self.tr("重症"),
            "在滩过夜人员": self.tr("在滩过夜"),
            "涉水经营": self.tr("涉水"),
            "游客垂钓野泳露营": self.tr("游客"),
            "施工人员": self.tr("施工"),
            "流动人口租户": self.tr("流动"),
            "拒撤及需劝导人员": self.tr("拒撤"),
            "一线临水作业人员": self.tr("临水作业"),
        }.get(category, category)

    def _choose_switch(self) -> None:
        roomy = self.height() >= self.theme.px(ROOMY)
        self.chips.setVisible(roomy)
        self.combo.setVisible(not roomy)

    # what the operator does

    def _choose(self, category: str) -> None:
        self._category = category
        self.chips.choose([category])
        self.combo.setCurrentIndex(max(0, self.combo.findData(category)))
        if self.now is not None:
            self._fill(self.now)

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._handled = Selection(KEYPEOPLE, ids[0])
            self.selection_requested.emit(self._handled)

    def _open_card(self, row_id: str) -> None:
        self.card.show_person(Selection(KEYPEOPLE, row_id))
        self.pages.setCurrentWidget(self.card)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self.pages.setCurrentWidget(self._list_page)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _call(self, ids: tuple[str, ...]) -> None:
        if self.now is not None:
            staying = (row_id for row_id in ids if self.now.where(KEYPEOPLE, row_id) is not Whereabouts.LEFT)
            people = (self.now.registers.keypeople.get(row_id) for row_id in staying)
            contacts = dict.fromkeys(person.contact for person in people if person is not None and person.contact)
            if contacts:
                self.call_requested.emit(tuple(contacts))
