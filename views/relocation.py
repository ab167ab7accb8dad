"""迁安 workspace: growers, key persons and households in full, the ledger, shelters, entry from paper tags."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from data.model.people import Whereabouts
from data.model.situation import Situation, Touched
from data.model.steps import Body, WhereaboutsSet
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from views import clock_words, people_rows, step_words, words
from views.affected_table import AffectedTable
from views.batch_entry import BatchEntry
from views.boat_list import BoatList
from views.pane import Pane, Selection
from views.people_rows import GROWERS, HOUSEHOLDS, KEYPEOPLE
from views.people_table import PeopleTable
from views.person_card import PersonCard
from views.relocation_ledger import Ledger
from views.relocation_tag import TagBar, TagEntry
from views.resting import LIST_MS, Resting
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme, retheme

SUMS_MS = 300
"""Sums by grid take several milliseconds: they are made when the water has stood still for so long."""


class RelocationWorkspace(Pane):
    """Tables at left, the card of whoever is chosen at right.

    Signals:
        call_requested: ids of people to call.
        video_requested: ids to call by video, and about whom.
        export_requested: name of a list, headings, rows as texts.

    """

    call_requested = Signal(tuple)
    video_requested = Signal(list, str)
    export_requested = Signal(str, object, object)

    heeds: ClassVar[Touched] = Touched.PEOPLE | Touched.REGISTERS | Touched.RIVER | Touched.LEVEL

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty workspace."""
        super().__init__(theme, parent)
        self._live = Exposure(0.0)
        self._drawn: dict[int, tuple[object, ...]] = {}
        self._minute = 0
        self._sums_later = QTimer(self)
        self._sums_later.setSingleShot(True)
        self._sums_later.setInterval(SUMS_MS)
        self._sums_later.timeout.connect(self._draw_sums)
        self._handled: Selection | None = None
        self._later = Resting(self._draw_page, self, LIST_MS)
        self.flow = InkLabel(theme, size=Size.LARGE, bold=True, hug=True)
        self.facts = InkLabel(theme, role="text.secondary")
        self.clock = InkLabel(theme, bold=True, hug=True)
        self.basis = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self.tag, self.tag_bar = TagEntry(theme), TagBar(theme)
        self.tables = {kind: PeopleTable(theme, kind) for kind in (GROWERS, KEYPEOPLE, HOUSEHOLDS)}
        self.boats, self.sums = BoatList(theme), AffectedTable(theme)
        self.ledger = Ledger(theme)
        self.batch = BatchEntry(theme)
        self.tabs = QTabWidget(self)
        self.card = PersonCard(theme)
        for kind, table in self.tables.items():
            self.tabs.addTab(table, step_words.register_name(kind))
        self.tabs.addTab(self.boats, self.tr("派船接应"))
        self.tabs.addTab(self.sums, self.tr("影响统计"))
        self.tabs.addTab(self.ledger, self.tr("去向台账与安置点"))
        self.tabs.addTab(self.batch, self.tr("批量登记"))
        self._arrange(theme)
        self._wire()

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        head.setSpacing(theme.px(12))
        head.addWidget(self.flow)
        head.addWidget(self.facts, 1)
        head.addWidget(self.tag)
        self._clock_row = QWidget(self)
        second = QHBoxLayout(self._clock_row)
        second.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(6))
        second.setSpacing(theme.px(12))
        second.addWidget(self.clock)
        second.addWidget(self.basis, 1)
        self._clock_row.hide()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("panel", True)
        self._card_frame = QFrame()
        for frame, part in ((QFrame(), self.tabs), (self._card_frame, self.card)):
            frame.setProperty("panel", True)
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(part)
            split.addWidget(frame)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        self.card.setMinimumWidth(theme.px(320))
        self._card_frame.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._clock_row)
        box.addWidget(self.tag_bar)
        box.addWidget(split, 1)

    def _wire(self) -> None:
        for kind, table in self.tables.items():
            table.chosen.connect(lambda ids, k=kind: self._on_chosen(k, ids))
            table.opened.connect(lambda row_id, k=kind: self._open_card(Selection(k, row_id)))
            table.step_requested.connect(lambda body: self.step_requested.emit(body, ""))
            table.call_requested.connect(lambda ids, k=kind: self._call(k, ids))
            table.export_requested.connect(self.export_requested)
            table.rested.connect(self._draw_anew)
        self.boats.chosen.connect(self._on_boat)
        self.boats.call_requested.connect(self.call_requested)
        self.boats.place_requested.connect(self.place_requested)
        self.boats.hand.released.connect(self._draw_anew)
        self.sums.grid_chosen.connect(lambda grid: self.selection_requested.emit(Selection("grids", grid)))
        self.tabs.currentChanged.connect(self._draw_page)
        self.ledger.shelter_chosen.connect(lambda row_id: self.selection_requested.emit(Selection("shelters", row_id)))
        self.batch.steps_requested.connect(self._make_steps)
        self.tag.found.connect(self._on_tag)
        self.tag.failed.connect(self.tag_bar.show_trouble)
        self.tag_bar.typed.connect(self._go_on_typing)
        self.tag_bar.state_chosen.connect(self._set_by_key)
        self.tag_bar.note_needed.connect(self._explain)
        self.card.closed.connect(self._card_frame.hide)
        self.card.call_requested.connect(self.call_requested)
        self.card.video_requested.connect(self.video_requested)
        self.card.step_requested.connect(self.step_requested)
        self.card.selection_requested.connect(self.selection_requested)
        self.card.place_requested.connect(self.place_requested)

    def open_boats(self, who: Selection) -> None:
        """Bring up the list for the boat team with one of them chosen."""
        self._handled = who
        self.tabs.setCurrentWidget(self.boats)
        self._draw_page()
        self.boats.choose(who)
        self._open_card(who)
        self.selection_requested.emit(who)

    # what the desk shows

    def set_tag_key(self, key: Callable[[], bytes]) -> None:
        """Say where the key of the household tags is."""
        self.tag.set_key(key)

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
        self._drawn = {}
        self.tag.show_situation(now)
        self._draw_tag()
        self._draw_head()
        self._draw_page()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        del now, preview
        self._draw_head()
        self._draw_tag()
        self._later.ask()

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        del now
        self._draw_clock(reckoning)
        self._later.ask()

    def draw_time(self, time: datetime) -> None:
        minute = int(time.timestamp()) // 60
        if minute != self._minute and self.reckoning is not None:
            self._draw_anew()
        self._minute = minute

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is None or selection == self._handled:
            return
        self._handled = selection
        table = self.tables.get(selection.kind)
        if table is not None:
            self.tabs.setCurrentWidget(table)
            table.choose(selection.id)
            self._open_card(selection)

    def draw_theme(self, theme: Theme) -> None:
        retheme(self, theme)
        self.card.show_theme(theme)

    # filling

    def _exposed(self) -> Exposure:
        return self.preview.exposed if self.preview is not None else self._live

    def _draw_head(self) -> None:
        exposed = self._exposed()
        whatif = self.preview is not None
        observed = self.now is not None and exposed.flow_m3s <= (self.now.flow_m3s or 0.0)
        flow = (
            self.tr("推演 {0} m³/s") if whatif else self.tr("实况 {0} m³/s") if observed else self.tr("已签 {0} m³/s")
        )
        self.flow.set_text(flow.format(words.flow(exposed.flow_m3s)), "realm.whatif" if whatif else "text.primary")
        self.facts.set_text(
            self.tr("上水 {0} 户 {1:,.0f} 亩 · 受影响重点人员 {2} · 涉及 {3:,} 人 · 种植户未撤 {4}").format(
                len(exposed.growers), exposed.area_mu, len(exposed.keypeople), exposed.people, exposed.not_left
            )
        )

    def _draw_clock(self, reckoning: Reckoning | None) -> None:
        """How many stand where against the water, and what that rests on."""
        self._clock_row.setVisible(reckoning is not None)
        if reckoning is None:
            self.tabs.setTabText(self.tabs.indexOf(self.boats), self.tr("派船接应"))
            return
        counts = reckoning.counts()
        whatif = reckoning.whatif and any(counts[state] for state in clock_words.CALLED)
        said = clock_words.counts(counts, self.tr(" 户")) or self.tr("没有人须撤离")
        self.clock.set_text(said, "realm.whatif" if whatif else clock_words.counts_role(counts))
        basis = self.tr("{0} · {1} m³/s · {2} 推算").format(
            clock_words.nature(reckoning.nature), words.flow(reckoning.flow_m3s), words.clock(reckoning.at)
        )
        self.basis.set_text(basis)
        boats = counts[clock_words.ClockState.TOO_LATE_BY_ROAD]
        title = self.tr("派船接应 {0}").format(boats) if boats else self.tr("派船接应")
        if title != self.tabs.tabText(self.tabs.indexOf(self.boats)):
            self.tabs.setTabText(self.tabs.indexOf(self.boats), title)

    def _draw_anew(self) -> None:
        """Time has passed, or rows may move again: the same clocks are drawn once more."""
        self._drawn = {}
        self._later.ask()

    def _draw_sums(self) -> None:
        if self.now is not None:
            self.sums.show_sums(self.now, self.reckoning)

    def _draw_page(self) -> None:
        """Only the page in sight is filled, and only when who is exposed has changed since."""
        now, exposed, page = self.now, self._exposed(), self.tabs.currentIndex()
        if now is None:
            return
        locked, widget = self.preview is not None, self.tabs.currentWidget()
        clock = None if widget in (self.ledger, self.batch) else self.reckoning
        key = (exposed.growers, exposed.keypeople, locked, clock)
        if self._drawn.get(page) == key:
            return
        self._drawn[page] = key
        if isinstance(widget, PeopleTable):
            widget.show_people(now, exposed, locked=locked, reckoning=self.reckoning, time=self.time)
        elif widget is self.boats:
            whatif = locked or (self.reckoning is not None and self.reckoning.whatif)
            self.boats.show_boats(now, self.reckoning, self.time, locked=whatif)
        elif widget is self.sums:
            self._sums_later.start()
        elif widget is self.ledger:
            everyone = (row for kind in self.tables for row in people_rows.everyone(now, kind, exposed))
            self.ledger.show_rows(now, everyone)
        else:
            self.batch.show_situation(now, locked=locked)

    # what the operator does

    def _on_chosen(self, kind: str, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._handled = Selection(kind, ids[0])
            self.selection_requested.emit(self._handled)
            self._open_card(self._handled)

    def _call(self, kind: str, ids: tuple[str, ...]) -> None:
        """Whoever answers for these people is called once each; nobody who has left is."""
        if self.now is not None:
            rows = (self.now.registers.of(kind).get(row_id) for row_id in ids)
            contacts = dict.fromkeys(row.contact for row in rows if row is not None and row.contact)
            if contacts:
                self.call_requested.emit(tuple(contacts))

    def _on_boat(self, who: Selection) -> None:
        self._handled = who
        self.selection_requested.emit(who)
        self._open_card(who)

    def _open_card(self, who: Selection) -> None:
        self.card.show_person(who)
        self._card_frame.show()

    def _on_tag(self, household: str) -> None:
        """A tag was read: the household is chosen everywhere, and the keys wait for its state."""
        who = self._handled = Selection(HOUSEHOLDS, household)
        self.selection_requested.emit(who)
        if self.tabs.currentWidget() is self.tables[HOUSEHOLDS]:
            self.tables[HOUSEHOLDS].choose(household)
        self._open_card(who)
        self.tag_bar.household = household
        self._draw_tag()
        self.tag_bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_tag(self) -> None:
        now = self.now
        home = None if now is None else now.registers.households.get(self.tag_bar.household)
        if now is not None and home is not None:
            where = now.where(HOUSEHOLDS, home.id)
            self.tag_bar.show_household(home, where, locked=self.preview is not None)

    def _go_on_typing(self, text: str) -> None:
        self.tag.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tag.field.setText(text)

    def _set_by_key(self, state: Whereabouts) -> None:
        self.step_requested.emit(WhereaboutsSet(HOUSEHOLDS, (self.tag_bar.household,), state), "")
        self.tag.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, state: Whereabouts) -> None:
        self._open_card(Selection(HOUSEHOLDS, self.tag_bar.household))
        self.card.bar.set_state(state)

    def _make_steps(self, bodies: tuple[Body, ...]) -> None:
        for body in bodies:
            before = self.now
            self.step_requested.emit(body, "")
            if self.now is before:
                return
        self.batch.keep_unknown()
