"""来文来电: the book of messages of the watch: what came and went, who took note, what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.office import DutyMessage, Medium
from data.model.office_steps import MessageLogged
from data.model.situation import Situation, Touched
from data.rules.messages import Part, listed, of_part, waiting
from views import messages_rows, office_words, words
from views.messages_detail import MessageDetail
from views.messages_entry import MessageEntry
from views.pane import Pane, Selection
from views.parts import Choice, button, page, rule, split
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.search_field import SearchField
from widgets.shortcuts import inside
from widgets.theme import Theme, retheme


class MessagesPage(Pane):
    """The tab 来文来电.

    Signals:
        drafts_changed: the texts that are typed and not yet said, by key (`show_drafts` takes them up again).

    """

    drafts_changed = Signal(object)

    heeds: ClassVar[Touched] = Touched.OFFICE | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty book."""
        super().__init__(theme, parent)
        self._chosen = ""
        self._minute: datetime | None = None
        self._rows: dict[str, tuple[DutyMessage, date, messages_rows.MessageRow]] = {}
        self.parts = Chips(theme)
        self.medium = Choice(self.tr("方式"))
        self.medium.set_choices([
            ("", self.tr("各种方式")), *((one.value, office_words.medium(one)) for one in Medium)
        ])  # fmt: skip
        self.search = SearchField(theme, self.tr("查对方、内容、回复"), "Ctrl+F")
        self.new = button(self.tr("登记(&N)"), "", self.tr("登记一条来文来电（Ctrl+N）"))
        self.table = DataTable(theme, RowsModel(messages_rows.columns(), lambda r: r.id))
        self.table.setAccessibleName(self.tr("来文来电登记簿"))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.detail = MessageDetail(theme)
        self.entry = MessageEntry(theme)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.parts, 1)
        self._first.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        self._second.addWidget(self.medium)
        self._second.addWidget(self.search, 1)
        inner.addLayout(self._first)
        inner.addLayout(self._second)
        inner.addWidget(rule())
        inner.addWidget(self.table, 1)
        right = split(self.detail, self.entry, upright=True, shares=(55, 45))
        right.setHandleWidth(theme.px(4))
        self.columns = split(left, right, shares=(60, 40))
        self._ground = QWidget()
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page(self._ground))

    def _wire(self) -> None:
        self.parts.chosen.connect(lambda _: self._fill())
        self.medium.picked.connect(lambda _: self._fill())
        self.search.asked.connect(lambda _: self._fill())
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _: self._to_answer())
        self.new.clicked.connect(self.entry.open)
        self.detail.told.connect(lambda body: self.step_requested.emit(body, ""))
        self.entry.entered.connect(lambda message: self.step_requested.emit(MessageLogged(message), ""))
        for part in (self.detail, self.entry):
            part.left.connect(self.table.setFocus)
            part.typed.connect(self._on_typed)
        inside(self, "Ctrl+N", self.entry.open)
        inside(self, "Ctrl+F", self.search.setFocus)

    # what the owner says

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended; called before anything is shown."""
        self.detail.show_drafts(texts)
        self.entry.show_drafts(texts)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused, where it was asked for."""
        if self.entry.isAncestorOf(self.focusWidget() or self.table):
            self.entry.show_refusal(text)
        else:
            self.detail.show_refusal(text)

    def open_message(self, identity: str) -> None:
        """Show a message; filters that would hide it are taken off."""
        self._chosen = identity
        if self.now is not None:
            if identity in self.now.messages and all(one.id != identity for one in self._found(self.now)):
                self.parts.choose([Part.ALL])
                self.medium.choose("")
                self.search.clear()
            self._draw_book(self.now)
            self.table.choose([identity])

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - the book is small enough to be drawn whole
        """Keep the book true to the situation."""
        self._draw_book(now)

    def draw_time(self, time: datetime) -> None:
        """Let answers become late."""
        self.entry.show_time(time)
        minute = time.replace(second=0, microsecond=0)
        if self.now is not None and minute != self._minute:
            self._minute = minute
            self._fill()

    def draw_selection(self, selection: Selection | None) -> None:
        """Show the message that is selected."""
        if selection is not None and selection.kind == "message" and selection.id != self._chosen:
            self.open_message(selection.id)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self._ground, theme)
        for line, above, below in ((self._first, 8, 4), (self._second, 2, 6)):
            line.setContentsMargins(theme.px(12), theme.px(above), theme.px(12), theme.px(below))
            line.setSpacing(theme.px(8))

    # inside

    def _moment(self, now: Situation) -> datetime:
        return max(now.at, self.time or now.at)

    def _draw_book(self, now: Situation) -> None:
        at = self._moment(now)
        self.entry.show_time(at)
        self.entry.show_situation(now)
        self.detail.forget({one.id for one in now.messages.values() if one.answered_at is not None})
        self._fill()

    def _found(self, now: Situation) -> list[messages_rows.MessageRow]:
        part = Part(next(iter(self.parts.chosen_keys()), Part.ALL))
        medium = self.medium.key()
        at = self._moment(now)
        found = listed(now, part, Medium(medium) if medium else None, self.search.text())
        return [self._row(one, at) for one in found]

    def _row(self, message: DutyMessage, at: datetime) -> messages_rows.MessageRow:
        """Return the row of before where nothing of it can have changed: a book of years is long."""
        day = at.astimezone(words.BEIJING).date()
        kept = self._rows.get(message.id)
        if kept is not None and kept[0] is message and kept[1] == day and not message.open:
            return kept[2]
        made = messages_rows.row(message, at)
        self._rows[message.id] = (message, day, made)
        return made

    def _fill(self) -> None:
        now = self.now
        if now is None:
            return
        at = self._moment(now)
        self._chips(now, at)
        self.table.set_rows(self._found(now))
        self.table.set_empty_words(
            self.tr("没有符合的来文来电") if len(now.messages) else self.tr("还没有来文来电。按 Ctrl+N 登记第一条。")
        )
        self.detail.show_message(now, now.messages.get(self._chosen), at)

    def _chips(self, now: Situation, at: datetime) -> None:
        every = list(now.messages.values())
        unread_, unanswered_, late = waiting(now, at)
        names = (
            (Part.ALL, self.tr("全部"), len(every), 0),
            (Part.UNREAD, self.tr("未阅"), unread_, 0),
            (Part.UNANSWERED, self.tr("待复"), unanswered_, late),
            (Part.IN, self.tr("来"), sum(of_part(one, Part.IN) for one in every), 0),
            (Part.OUT, self.tr("去"), sum(of_part(one, Part.OUT) for one in every), 0),
        )
        self.parts.set_chips([Chip(part.value, text, count, urgent) for part, text, count, urgent in names])
        if not self.parts.chosen_keys():
            self.parts.choose([Part.ALL])

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if not ids or self.now is None:
            return
        self._chosen = ids[0]
        self.detail.show_message(self.now, self.now.messages.get(self._chosen), self._moment(self.now))
        self.selection_requested.emit(Selection("message", self._chosen))

    def _to_answer(self) -> None:
        """Enter on a row takes note where nobody has, else leads to the answer."""
        if self.detail.note.isVisible():
            self.detail.take_note()
        elif self.detail.answer.isVisible():
            self.detail.answer.setFocus()

    def _on_typed(self) -> None:
        self.drafts_changed.emit(self.entry.drafts() | self.detail.drafts())
