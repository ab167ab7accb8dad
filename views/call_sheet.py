"""电话叫应: a list of people called one after another, each outcome logged, the deputy offered when nobody answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from data.model.dispatch import Call, Outcome
from data.model.people import Right
from data.model.situation import Situation, Touched
from data.model.steps import CallLogged, PersonUnmasked
from data.rules.contacts import Contact, contact, people_to_call
from views import call_rows, contact_words, phrases, words
from views.call_rows import CallRow, QueueRow
from views.pane import Selection
from views.parts import Choice, Words, button, rule
from views.sheet_pane import SheetPane
from widgets.chips import Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.theme import Size, Theme


class CallSheet(SheetPane):
    """The sheet. It is opened with a list; what was called is read back from the situation.

    Signal advanced(str): id of the person now to be called, "" at the end of the list.
    """

    advanced = Signal(str)

    MOST = (1080, 760)

    heeds: ClassVar[Touched] = Touched.DISPATCH | Touched.REGISTERS | Touched.USER | Touched.TASKS | Touched.REPORTS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(theme, "", "phone", parent)
        self.panel.set_title(self.tr("电话叫应"))
        self._people: tuple[str, ...] = ()
        self._earlier: frozenset[str] = frozenset()
        self._person = ""
        self._instead_of = ""
        self._about = ""
        self._sent: Call | None = None
        self._unmasked: set[str] = set()
        self.queue_model: RowsModel[QueueRow] = RowsModel(call_rows.queue_columns(), lambda row: row.id)
        self.queue = DataTable(theme, self.queue_model)
        self.queue.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.queue.set_empty_words(self.tr("名单是空的。从快捷调度、Ctrl+K 或推送台账选人。"))
        self.name = Words(theme, size=Size.FIGURE, bold=True)
        self.post = Words(theme, tone="secondary")
        self.phone = Words(theme, size=Size.FIGURE, wrap=False)
        self.show_number = button(self.tr("显示号码(&P)"), "quiet")
        self.deputy = Words(theme, tone="secondary", size=Size.SMALL)
        self.before = Words(theme, tone="muted", size=Size.SMALL)
        self.offer = QWidget()
        self.offer_words = Words(theme, tone="urgent")
        self.call_deputy = button("", "primary")
        self.next_person = button(self.tr("下一人(&N)"))
        self.about = Choice(self.tr("事由"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("对方说了什么，如：缺照明车一台，20 分钟到"))
        self.note.setAccessibleName(self.tr("备注"))
        self.outcomes = self._outcome_buttons()
        self.log_search = SearchField(theme, self.tr("在通话记录中查找"))
        self.log_filter = Chips(theme, exclusive=False)
        self.log_model: RowsModel[CallRow] = RowsModel(call_rows.call_columns(), lambda row: row.id)
        self.log = DataTable(theme, self.log_model)
        self.log.set_empty_words(self.tr("还没有通话记录"))
        self._arrange(theme)
        self._wire()
        self.offer.hide()
        self.draw_theme(theme)

    def _outcome_buttons(self) -> dict[Outcome, QPushButton]:
        said = {
            Outcome.ANSWERED: self.tr("收到(&1)"),
            Outcome.CANNOT: self.tr("不能到(&2)"),
            Outcome.NEEDS_HELP: self.tr("需要支援(&3)"),
            Outcome.NO_ANSWER: self.tr("未叫应(&4)"),
            Outcome.FAILED: self.tr("号码错误(&5)"),
        }
        made = {
            outcome: button(text, "primary" if outcome is Outcome.ANSWERED else "") for outcome, text in said.items()
        }
        for number, one in enumerate(made.values(), start=1):
            one.setToolTip(self.tr("登记通话结果（Alt+{0}）").format(number))
        return made

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        number = QHBoxLayout()
        number.addWidget(self.phone)
        number.addWidget(self.show_number)
        number.addStretch(1)
        offer = QHBoxLayout(self.offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self.offer_words, 1)
        offer.addWidget(self.call_deputy)
        offer.addWidget(self.next_person)
        outcomes = QHBoxLayout()
        outcomes.setSpacing(px(8))
        for one in self.outcomes.values():
            outcomes.addWidget(one)
        outcomes.addStretch(1)
        entry = QHBoxLayout()
        entry.addWidget(self.about)
        entry.addWidget(self.note, 1)
        card = QVBoxLayout()
        card.setSpacing(px(4))
        for item in (self.name, self.post, number, self.deputy, self.before):
            card.addWidget(item) if isinstance(item, QWidget) else card.addLayout(item)
        card.addStretch(1)
        card.addWidget(self.offer)
        card.addLayout(entry)
        card.addLayout(outcomes)
        upper = QHBoxLayout()
        upper.setSpacing(px(16))
        upper.addWidget(self.queue)
        upper.addLayout(card, 1)
        self._caption = QLabel(self.tr("通话记录"))
        narrow = QHBoxLayout()
        narrow.addWidget(self._caption)
        narrow.addWidget(self.log_filter, 1)
        narrow.addWidget(self.log_search)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(12), px(8), px(12), px(12))
        column.setSpacing(px(8))
        column.addLayout(upper, 3)
        column.addWidget(rule())
        column.addLayout(narrow)
        column.addWidget(self.log, 2)
        self.panel.set_body(body)
        column.setContentsMargins(px(12), px(8), px(12), px(12))

    def _wire(self) -> None:
        for outcome, one in self.outcomes.items():
            one.clicked.connect(lambda _=False, what=outcome: self._log(what))
        self.queue.chosen.connect(self._picked)
        self.show_number.clicked.connect(self._unmask)
        self.call_deputy.clicked.connect(self._turn_to_deputy)
        self.next_person.clicked.connect(self._advance)
        self.about.picked.connect(self._set_about)
        self.log_search.asked.connect(lambda _: self._fill_log())
        self.log_filter.chosen.connect(lambda _: self._fill_log())
        self.log.opened.connect(self._open_from_log)

    # what the owner says

    def open_for(self, ids: Sequence[str], about: str = "") -> None:
        """Call these people and squads (by their leaders) one after another; `about` a push, task or report."""
        now = self.now
        if now is None:
            return
        people = people_to_call(now, ids)
        if people != self._people or about != self._about:
            self._people, self._earlier, self._about = people, frozenset(now.calls), about
        self._unmasked.clear()
        self.bring_up(self.note)
        self._renew(now)
        self._turn_to(self._first_open(now) or (people[0] if people else ""))

    def show_refusal(self, text: str) -> None:
        """Say why a call was not logged; the note stays."""
        self._sent = None
        self.before.say(text, "urgent")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Follow the situation; a call that has been logged leads to the next person or to the deputy."""
        if touched & Touched.USER:
            self._unmasked.clear()
        self._renew(now)
        if self._sent is not None and self._sent.id in now.calls:
            call, self._sent = self._sent, None
            self.note.clear()
            self._after(now, call)
        else:
            self._show_person(now)

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Bring the ages of earlier calls up to date."""
        if self.now is not None and self._sent is None:
            self._show_before(self.now)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        super().draw_theme(theme)
        self.queue.setFixedWidth(theme.px(280))
        self.log_search.setFixedWidth(theme.px(240))

    def _renew(self, now: Situation) -> None:
        self.queue.set_rows(call_rows.queue_rows(now, self._people, self._earlier))
        done = sum(row.outcome is not None for row in self.queue_model.rows())
        self.panel.set_summary(self.tr("{0} / {1} 人").format(done, len(self._people)) if self._people else "")
        self.about.set_choices(call_rows.matters(now, self._about))
        self.about.choose(self._about)
        self.log_filter.set_chips(call_rows.outcome_chips(now))
        self._fill_log()

    def _fill_log(self) -> None:
        if self.now is not None:
            self.log.set_rows(call_rows.call_rows(self.now, self.log_search.text(), self.log_filter.chosen_keys()))

    def _show_person(self, now: Situation) -> None:
        found = contact(now, self._person)
        for one in self.outcomes.values():
            one.setEnabled(found is not None)
        if found is None:
            self.name.say(self.tr("名单已打完") if self._people else self.tr("没有可以打电话的人"))
            for label in (self.post, self.phone, self.deputy, self.before):
                label.say("")
            self.show_number.hide()
            return
        name = contact_words.name(found)
        if self._instead_of:
            name = self.tr("{0}（代 {1}）").format(name, contact_words.name_of(now, self._instead_of))
        self.name.say(name)
        self.post.say(contact_words.about(now, found))
        self._show_phone(now, found)
        deputy = contact(now, found.deputy)
        if deputy is None:
            self.deputy.say(self.tr("没有登记副职或包保人"))
        else:
            caption = self.tr("包保：{0} {1}") if found.private else self.tr("副职：{0} {1}")
            self.deputy.say(caption.format(contact_words.name(deputy), deputy.post))
        self._show_before(now)

    def _show_phone(self, now: Situation, found: Contact) -> None:
        shown = found.id in self._unmasked
        self.phone.say((found.phone if shown else words.masked_phone(found.phone)) or words.DASH)
        self.show_number.setVisible(bool(found.phone) and not shown)
        may = self._may_unmask(now)
        self.show_number.setEnabled(may)
        self.show_number.setToolTip(
            self.tr("显示完整号码并记入日志（Alt+P）") if may else self.tr("没有“查看个人信息”权限，请由有权人员查看")
        )

    def _show_before(self, now: Situation) -> None:
        calls = sorted((c for c in now.calls.values() if c.person == self._person), key=lambda c: c.at, reverse=True)
        time = self._clock(now)
        said = [f"{words.outcome(call.outcome)} {words.age(call.at, time)} {call.note}".strip() for call in calls[:3]]
        self.before.say(
            self.tr("此前：{0}").format(phrases.clauses(said)) if said else self.tr("此前没有通话"), "muted"
        )

    # what was done

    def _turn_to(self, person: str, instead_of: str = "") -> None:
        self._person, self._instead_of = person, instead_of
        self.offer.hide()
        if self.now is not None:
            self._show_person(self.now)
        self.queue.choose([instead_of or person] if person else [])
        self.advanced.emit(person)

    def _log(self, outcome: Outcome) -> None:
        now = self.now
        if now is None or not self._person or self._sent is not None:
            return
        note = self.note.text().strip()
        if outcome is Outcome.FAILED:
            note = self.tr("号码错误。{0}").format(note) if note else self.tr("号码错误")
        call = Call(
            f"call-{uuid4().hex[:12]}",
            self._person,
            self._clock(now),
            outcome,
            note=note,
            about=self._about,
            deputy_of=self._instead_of,
        )
        self._sent = call
        self.step_requested.emit(CallLogged(call), "")
        if self._sent is call and call.id not in (self.now or now).calls:
            self._sent = None

    def _after(self, now: Situation, call: Call) -> None:
        """Nobody answered: the deputy is offered at once. Otherwise on to the next."""
        found = contact(now, call.person)
        deputy = None if found is None or call.deputy_of else contact(now, found.deputy)
        if call.outcome not in call_rows.MISSED or found is None or deputy is None or deputy.id == call.person:
            self._advance()
            return
        self._show_person(now)
        self.offer_words.say(self.tr("{0}{1}").format(contact_words.name(found), words.outcome(call.outcome)), "urgent")
        said = self.tr("改叫包保 {0}") if found.private else self.tr("改叫副职 {0}")
        self.call_deputy.setText(said.format(contact_words.name(deputy)))
        self.offer.show()
        self.call_deputy.setFocus()

    def _turn_to_deputy(self) -> None:
        found = None if self.now is None else contact(self.now, self._person)
        if found is not None:
            self._turn_to(found.deputy, found.id)
            self.note.setFocus()

    def _advance(self) -> None:
        if self.now is not None:
            self._turn_to(self._first_open(self.now))
            self.note.setFocus()

    def _first_open(self, now: Situation) -> str:
        """The next of the list who has not been called: after the present one, then from the beginning."""
        at = self._people.index(here) if (here := self._instead_of or self._person) in self._people else -1
        order = (*self._people[at + 1 :], *self._people[: at + 1])
        return next((one for one in order if call_rows.result_of(now, one, self._earlier) is None), "")

    def _picked(self, ids: tuple[str, ...]) -> None:
        if ids and ids[0] not in (self._person, self._instead_of):
            self._turn_to(ids[0])
            self.note.setFocus()

    def _set_about(self, ref: str) -> None:
        self._about = ref

    def _open_from_log(self, call_id: object) -> None:
        call = None if self.now is None else self.now.calls.get(str(call_id))
        found = None if self.now is None or call is None else contact(self.now, call.person)
        if found is not None:
            self.selection_requested.emit(Selection(found.register, found.id))

    def _unmask(self) -> None:
        found = None if self.now is None else contact(self.now, self._person)
        if self.now is None or found is None or not self._may_unmask(self.now):
            return
        register, row_id = found.register, found.id
        reason = call_rows.about_words(self.now, self._about) or self.tr("无关联事项")
        self._unmasked.add(row_id)
        self.step_requested.emit(PersonUnmasked(register, row_id, self.tr("电话叫应：{0}").format(reason)), "")
        self._show_person(self.now)
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _may_unmask(self, now: Situation) -> bool:
        users = now.registers.users
        user = users.get(now.user)
        return not len(users) or (user is not None and user.may(Right.UNMASK))

    def _clock(self, now: Situation) -> datetime:
        return self.time or now.at
