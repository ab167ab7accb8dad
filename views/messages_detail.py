"""One message in full: its text, who took note of it and when, its answer or the field to write one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from data.model.office import DutyMessage
from data.model.office_steps import MessageAnswered, MessageNoted
from data.model.situation import Situation
from data.rules.messages import overdue, unread
from views import messages_rows, office_words, step_words, words
from views.keeping_form import KeepingForm
from views.parts import Words, button, column, row, scrolled, set_tone
from widgets.panel import Panel
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme


class MessageDetail(KeepingForm):
    """Signals: told (a body), left (Esc; words stay), typed (an answer is being written → `drafts`)."""

    told = Signal(object)
    left = Signal()
    typed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._message: DutyMessage | None = None
        self._drafts: dict[str, str] = {}
        self.panel = Panel(theme, self.tr("原文"), detachable=False, icon="phone")
        self.none = Words(theme, self.tr("选一条，看全文和办理情况"), tone="muted")
        self.who = Words(theme, bold=True, size=Size.LARGE)
        self.when = Words(theme, tone="secondary", size=Size.SMALL)
        self.text = Words(theme)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.noted = Words(theme, tone="secondary", size=Size.SMALL)
        self.answered = Words(theme)
        self.answered_by = Words(theme, tone="secondary", size=Size.SMALL)
        self.note = button(self.tr("签阅(&T)"), "", self.tr("记下由席位用户签阅及时间（Alt+T）"))
        self.answer = QPlainTextEdit()
        self.answer.setTabChangesFocus(True)
        self.answer.setAccessibleName(self.tr("回复"))
        self.answer.setPlaceholderText(self.tr("回复内容：答了什么、何时办到"))
        self.reply = button(self.tr("记入回复(&W)"), "primary", self.tr("记入回复，同时签阅（Ctrl+回车）"))
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        self._arrange(theme)
        self._wire()
        self._draw(None)

    def _arrange(self, theme: Theme) -> None:
        words_of_it = QWidget()
        inner = column(
            theme, self.none, self.who, self.when, self.text, self.noted, self.answered, self.answered_by, gap=6
        )
        inner.addStretch(1)
        inner.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        words_of_it.setLayout(inner)
        self.acts = QWidget()
        foot = row(theme, self.reply, self.note, gap=8)
        foot.addWidget(self.trouble, 100)
        foot.addStretch(1)
        acts = column(theme, self.answer, foot, gap=6)
        acts.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(10))
        self.acts.setLayout(acts)
        self.answer.setFixedHeight(self.answer.fontMetrics().lineSpacing() * 2 + theme.px(14))
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(words_of_it), 1)
        whole.addWidget(self.acts)
        self.panel.set_body(body)
        self.setLayout(column(theme, self.panel))

    def _wire(self) -> None:
        self.note.clicked.connect(self.take_note)
        self.reply.clicked.connect(self._answer)
        self.answer.textChanged.connect(self._keep)
        for keys in SEND:
            inside(self.answer, keys, self._answer)

    @property
    def shown(self) -> str:
        """Id of the message shown, "" for none."""
        return "" if self._message is None else self._message.id

    def show_message(self, now: Situation, message: DutyMessage | None, at: datetime) -> None:
        """Show a message, or that none is chosen; an answer begun for it is there again."""
        other = self.shown != ("" if message is None else message.id)
        self._message = message
        self._draw(message)
        if message is None:
            return
        if other:
            self.trouble.say("")
            self.answer.blockSignals(True)
            self.answer.setPlainText(self._drafts.get(message.id, ""))
            self.answer.blockSignals(False)
        self.who.say(f"{office_words.medium(message.medium)} · {message.other}")
        self.text.say(messages_rows.text_of(message))
        way = self.tr("来") if message.inward else self.tr("去")
        self.panel.set_summary(messages_rows.stands(message, at)[0])
        said = f"{way} · {words.date_clock(message.at)}"
        if message.due is not None:
            said += " · " + self.tr("须于 {0} 前回复").format(words.date_clock(message.due))
        self.when.say(said)
        set_tone(self.when, "urgent" if overdue(message, at) else "secondary")
        if message.noted_at is not None:
            by = step_words.actor(now, message.noted_by)
            self.noted.say(self.tr("{0} {1} 签阅").format(by, words.date_clock(message.noted_at)))
        else:
            self.noted.say("")
        self.answered.say(self.tr("回复：{0}").format(message.answer) if message.answer else "")
        if message.answered_at is not None:
            by = step_words.actor(now, message.answered_by)
            self.answered_by.say(self.tr("{0} {1} 回复").format(by, words.date_clock(message.answered_at)))
        else:
            self.answered_by.say("")

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; what was typed stays."""
        self.trouble.say(text)

    def take_note(self) -> None:
        """Take note of the message shown, where nobody has."""
        if self._message is not None and unread(self._message):
            self.told.emit(MessageNoted(self._message.id))

    def drafts(self) -> dict[str, str]:
        """Return the answers begun, by key."""
        return {f"answer/{message}": text for message, text in self._drafts.items() if text}

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended."""
        for key, text in texts.items():
            part, _, message = key.partition("/")
            if part == "answer":
                self._drafts[message] = text

    def escape(self) -> None:
        """Esc leads back to the book and keeps every word."""
        self.left.emit()

    def _draw(self, message: DutyMessage | None) -> None:
        there = message is not None
        self.none.setVisible(not there)
        if message is None:
            for one in (self.who, self.when, self.text, self.noted, self.answered, self.answered_by):
                one.say("")
            self.panel.set_summary("")
        self.acts.setVisible(there and message.inward and message.answered_at is None)
        self.note.setVisible(there and unread(message))

    def _keep(self) -> None:
        if self._message is not None:
            self._drafts[self._message.id] = self.answer.toPlainText()
            self.typed.emit()

    def _answer(self) -> None:
        message, text = self._message, self.answer.toPlainText().strip()
        if message is None or message.answered_at is not None or not message.inward:
            return
        if not text:
            self.trouble.say(self.tr("请写回复内容"))
            self.answer.setFocus()
            return
        self.trouble.say("")
        self.told.emit(MessageAnswered(message.id, text))

    def forget(self, answered: set[str]) -> None:
        """Drop drafts of answers that have been given."""
        kept = {key: text for key, text in self._drafts.items() if key not in answered}
        if kept != self._drafts:
            self._drafts = kept
            self.typed.emit()
