"""The middle column of a briefing: the agenda, a field a question; what is typed is written down by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from data.model.agenda import Agenda
from data.model.office import Briefing, Question
from data.model.office_steps import BriefingAnswered
from data.model.situation import Situation
from views import briefing_words, phrases, step_words, words
from views.parts import Words, rule, scrolled
from widgets.panel import Panel
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

QUIET_MS = 4_000
"""So long after the last letter the text is written down, should nobody leave the field."""

_LINES = (2, 12)


class QuestionField(QWidget):
    """One question: who is asked, what was said, by whom and when. A draft is never replaced from outside.

    Signal told(question id, text): to be written down.
    """

    told = Signal(str, str)

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._theme, self._number = theme, number
        self._question = Question("", "")
        self._base = self._told = ""  # what is written down; what was last asked to be
        self.title = Words(theme, bold=True)
        self.asked = Words(theme, tone="muted", size=Size.SMALL)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.note = Words(theme, tone="muted", size=Size.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for part in (self.title, self.asked, self.text, self.note):
            column.addWidget(part)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.write_down)
        self._wrapped = QTimer(self)  # the document is laid out after the event
        self._wrapped.setSingleShot(True)
        self._wrapped.timeout.connect(self._grow)
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)
        for keys in SEND:
            inside(self, keys, self._send)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme
        self._grow()

    @property
    def question(self) -> Question:
        """The question shown."""
        return self._question

    def show_question(self, now: Situation, question: Question, agenda: Agenda, *, open_: bool) -> None:
        """Show a question and its answer; what is being typed stays, whatever came meanwhile."""
        other = question.id != self._question.id
        row = next((one for one in agenda.questions if one.id == question.id), None)
        said_in_english = row is not None and bool(row.text_en) and row.text == question.text and phrases.english()
        title = row.text_en if row is not None and said_in_english else question.text
        self.title.say(f"{self._number}  {title}")
        self.text.setAccessibleName(title)
        asked = briefing_words.roles(now, agenda.asked(question.id))
        self.asked.say(self.tr("请答：{0}").format(asked) if asked else "")
        dirty = not other and self.dirty
        before, self._question = self._question, question
        if not dirty:
            self._told = ""
            self._base = question.answer
            if self.text.toPlainText() != question.answer:
                self.text.blockSignals(True)
                self.text.setPlainText(question.answer)
                self.text.blockSignals(False)
                self._grow()
        elif question.answer == self.text.toPlainText():
            self._base = question.answer
        self.text.setReadOnly(not open_)
        self.text.setPlaceholderText(self.tr("写下说了什么；离开此栏即记入") if open_ else self.tr("没有记录"))
        other_words = question.answer not in (before.answer, self.text.toPlainText())
        self._say(now, elsewhere=dirty and other_words)

    @property
    def dirty(self) -> bool:
        """Whether something is typed that has not been written down."""
        return self.text.toPlainText() != self._base

    def write_down(self) -> None:
        """Ask for the text to be written down, if it is not yet."""
        self._quiet.stop()
        text = self.text.toPlainText()
        if self.dirty and text != self._told and not self.text.isReadOnly():
            self._told = text  # it stays a draft until it comes back as written: a refusal loses nothing
            self.told.emit(self._question.id, text)

    def _send(self) -> None:
        """Asked for by key: also what was refused before is offered again."""
        self._told = ""
        self.write_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write down when the field is left; another width wraps the words anew."""
        if event.type() is QEvent.Type.FocusOut:
            self.write_down()
        elif isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._wrapped.start()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._grow()
        if self.dirty:
            self.note.say(self.tr("未记入：离开此栏或按 Ctrl+回车即记"), "attention")
            self._quiet.start()

    def _say(self, now: Situation, *, elsewhere: bool) -> None:
        question = self._question
        if elsewhere:
            self.note.say(self.tr("别处已记“{0}”，您的稿子还在").format(question.answer), "attention")
        elif not self.dirty and question.at is not None:
            who = step_words.actor(now, question.by)
            self.note.say(self.tr("{0} 记 {1}").format(who, words.clock(question.at)), "muted")
        elif not self.dirty:
            self.note.say("")

    def _grow(self) -> None:
        least, most = _LINES
        lines = min(max(round(self.text.document().size().height()), least), most)  # as wrapped, not as typed
        high = self.text.fontMetrics().lineSpacing() * lines + self._theme.px(20)
        if self.text.height() != high:
            self.text.setFixedHeight(high)


class AgendaColumn(QWidget):
    """The questions of one briefing. Signal told(BriefingAnswered)."""

    told = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._theme = theme
        self._briefing = ""
        self.fields: list[QuestionField] = []
        self.panel = Panel(theme, self.tr("议程"), detachable=False, icon="plan")
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(1)
        self._rules: list[QFrame] = []
        self.panel.set_body(scrolled(holder))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme for fields still to be made."""
        self._theme = theme

    def show_briefing(self, now: Situation, briefing: Briefing, agenda: Agenda) -> None:
        """Show the agenda of a briefing; another one's drafts are written down first."""
        if briefing.id != self._briefing:
            self.write_down()
            self._briefing = briefing.id
            self._renew(briefing.agenda)
        for field, question in zip(self.fields, briefing.agenda, strict=True):
            field.show_question(now, question, agenda, open_=briefing.closed_at is None)
        answered = sum(bool(one.answer.strip()) for one in briefing.agenda)
        self.panel.set_summary(self.tr("已答 {0}/{1}").format(answered, len(briefing.agenda)))

    def write_down(self) -> None:
        """Write down whatever is typed and not yet written."""
        for field in self.fields:
            field.write_down()

    def _tell(self, question: str, text: str) -> None:
        self.told.emit(BriefingAnswered(self._briefing, question, text))

    def _renew(self, questions: Sequence[Question]) -> None:
        for old in (*self.fields, *self._rules):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields, self._rules = [], []
        for number in range(len(questions)):
            field = QuestionField(self._theme, number + 1)
            field.told.connect(self._tell)
            if number:
                line = rule()
                self._rules.append(line)
                self._column.insertWidget(self._column.count() - 1, line)
            self.fields.append(field)
            self._column.insertWidget(self._column.count() - 1, field)
