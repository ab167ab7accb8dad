"""Entering a message from the keyboard: in or out, medium, other end, time, text, and until when it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCompleter, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from data.model.office import DutyMessage, Medium
from data.model.situation import Situation
from data.rules.messages import came_at, due_at, others
from views import office_words, words
from views.keeping_form import KeepingForm
from views.parts import Choice, Words, button, column, row
from widgets.panel import Panel
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

_FIELDS = ("other", "came", "text", "due")


class MessageEntry(KeepingForm):
    """What is typed stays until it stands in the book.

    Signals:
        entered: a DutyMessage.
        left: Esc; the words stay, the keyboard goes back to the book.
        typed: something was typed or chosen → `drafts`.

    """

    entered = Signal(object)
    left = Signal()
    typed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty: a telephone message that came in now."""
        super().__init__(parent)
        self._at: datetime | None = None
        self._known = QStringListModel(self)
        self._sent = ""
        self.panel = Panel(theme, self.tr("登记"), detachable=False, icon="plus")
        self.inward = button(self.tr("来(&I)"), "snap", self.tr("来文来电（Alt+I）"))
        self.outward = button(self.tr("去(&U)"), "snap", self.tr("去文去电（Alt+U）"))
        self._ways = QButtonGroup(self)
        for one in (self.inward, self.outward):
            one.setCheckable(True)
            self._ways.addButton(one)
        self.inward.setChecked(True)
        self.medium = Choice(self.tr("方式"))
        self.medium.set_choices([(one.value, office_words.medium(one)) for one in Medium])
        self.other, self.came, self.due = QLineEdit(), QLineEdit(), QLineEdit()
        self.text = QPlainTextEdit()
        self.enter = button("", "primary", self.tr("Ctrl+回车"))
        self.trouble = Words(theme, size=Size.SMALL)
        self._dress()
        self._arrange(theme)
        self._wire()
        self._look()

    def _dress(self) -> None:
        completer = QCompleter(self._known, self.other)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.other.setCompleter(completer)
        self.other.setMaxLength(80)
        self.text.setTabChangesFocus(True)
        for field, name, hint in (
            (self.other, self.tr("对方"), self.tr("对方单位、姓名（登记过的会提示）")),
            (self.came, self.tr("时间"), self.tr("此刻；或 14:30")),
            (self.due, self.tr("回复时限"), self.tr("不需回复；或 14:30；或 30（分钟）")),
            (self.text, self.tr("内容"), self.tr("内容：照原话记，数字、桩号、时间写全")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.setToolTip(hint)

    def _arrange(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(3, 4)

        def caption(text: str) -> Words:
            return Words(theme, text, tone="muted", size=Size.SMALL, wrap=False)

        grid.addLayout(row(theme, self.inward, self.outward, self.medium, None, gap=4), 0, 0, 1, 2)
        grid.addWidget(caption(self.tr("时间")), 0, 2)
        grid.addWidget(self.came, 0, 3)
        grid.addWidget(caption(self.tr("对方")), 1, 0)
        grid.addWidget(self.other, 1, 1)
        self._due_caption = caption(self.tr("回复"))
        grid.addWidget(self._due_caption, 1, 2)
        grid.addWidget(self.due, 1, 3)
        body = QWidget()
        inner = column(theme, grid, self.text, gap=6)
        foot = row(theme, self.enter, gap=8)
        foot.addWidget(self.trouble, 100)
        foot.addStretch(1)
        inner.addLayout(foot)
        inner.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        body.setLayout(inner)
        self.panel.set_body(body)
        outer = column(theme, self.panel)
        self.setLayout(outer)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 2 + theme.px(14))

    def _wire(self) -> None:
        for one in (self.inward, self.outward):
            one.clicked.connect(self._changed)
        self.medium.picked.connect(self._changed)
        for field in (self.other, self.came, self.due, self.text):
            field.textChanged.connect(self._changed)
        for field in (self.other, self.came, self.due):
            field.returnPressed.connect(self._next)
        self.enter.clicked.connect(self.say)
        for keys in SEND:
            inside(self, keys, self.say)

    def show_situation(self, now: Situation) -> None:
        """Complete the other end from the book; what has come to stand in it is no draft any more."""
        known = others(now)
        if known != self._known.stringList():
            self._known.setStringList(known)
        if self._sent and self._sent in now.messages:
            self.clear()

    def show_time(self, at: datetime) -> None:
        """Take the desk's time, at which a message comes unless another is typed."""
        self._at = at

    def show_refusal(self, text: str) -> None:
        """Say why it does not stand in the book; what was typed stays."""
        self.trouble.say(text, "urgent")

    def open(self) -> None:
        """Lead the keyboard to the first field; a draft is gone on with."""
        self.other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Begin the next message; direction and medium stay for the hand that enters several."""
        self._sent = ""
        for field in (self.other, self.came, self.due, self.text):
            field.clear()
        self.trouble.say("")

    def drafts(self) -> dict[str, str]:
        """Return what is typed, by key."""
        texts = self._texts()
        kept = {f"new/{name}": text for name, text in texts.items() if text}
        if kept:
            kept |= {"new/medium": self.medium.key(), "new/way": "in" if self.inward.isChecked() else "out"}
        return kept

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended."""
        self.other.setText(texts.get("new/other", ""))
        self.came.setText(texts.get("new/came", ""))
        self.due.setText(texts.get("new/due", ""))
        self.text.setPlainText(texts.get("new/text", ""))
        if "new/medium" in texts:
            self.medium.choose(texts["new/medium"])
            (self.outward if texts.get("new/way") == "out" else self.inward).setChecked(True)
        self._look()

    def say(self) -> None:
        """Say the message, unless something is missing: then lead there."""
        if self._at is None:
            return
        missing, field = self._missing(self._at)
        self.trouble.say(missing, "urgent")
        if field is not None:
            field.setFocus()
            return
        came = came_at(self.came.text(), self._at, words.BEIJING) or self._at
        inward = self.inward.isChecked()
        due = due_at(self.due.text(), self._at, words.BEIJING) if inward else None
        self._sent = f"M-{uuid4().hex[:12]}"
        self.entered.emit(
            DutyMessage(
                self._sent,
                came,
                Medium(self.medium.key()),
                self.other.text().strip(),
                self.text.toPlainText().strip(),
                inward,
                due,
            )
        )

    def escape(self) -> None:
        """Esc leads back to the book and keeps every word."""
        self.left.emit()

    def _texts(self) -> dict[str, str]:
        said = (self.other.text(), self.came.text(), self.text.toPlainText(), self.due.text())
        return {name: text for name, text in zip(_FIELDS, said, strict=True) if text.strip()}

    def _missing(self, at: datetime) -> tuple[str, QWidget | None]:
        if not self.other.text().strip():
            return self.tr("请写对方"), self.other
        if not self.text.toPlainText().strip():
            return self.tr("请写内容"), self.text
        if came_at(self.came.text(), at, words.BEIJING) is None:
            return self.tr("时间写成 14:30 的样子"), self.came
        typed = self.due.text().strip()
        if self.inward.isChecked() and typed and due_at(typed, at, words.BEIJING) is None:
            return self.tr("回复时限写成 14:30，或 30（分钟）"), self.due
        return "", None

    def _next(self) -> None:
        """Enter goes on to the next field, from the last one into the text."""
        fields = (self.other, self.came, self.due)
        here = self.focusWidget()
        following: QWidget = self.text
        if here is self.other and not self.text.toPlainText():
            following = self.text
        elif here in fields[1:]:
            following = self.other if not self.other.text() else self.text
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _changed(self, *_said: object) -> None:
        self._look()
        self.typed.emit()

    def _look(self) -> None:
        inward = self.inward.isChecked()
        self.enter.setText(self.tr("登记来文来电(&R)") if inward else self.tr("登记去文去电(&R)"))
        self.due.setVisible(inward)
        self._due_caption.setVisible(inward)
        said = ""
        if self._at is not None and inward and self.due.text().strip():
            due = due_at(self.due.text(), self._at, words.BEIJING)
            said = "" if due is None else self.tr("须于 {0} 前回复").format(words.date_clock(due))
        self.trouble.say(said, "muted")
